// Derivations as people write them, kept apart from those the reader was made with: what becomes of every line is pinned in its margin,
// and no line of known truth has a wrong verdict. `REDERIVE_REMARK=1` writes the margins anew.

import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { documentsIn, filesIn, judged, remarked, written } from './marked.ts';

const WRONG = /^[ +-]!/;
const remark = process.env.REDERIVE_REMARK === '1';

describe.each(filesIn('test/documents/held'))('%s', file => {
  const anew: string[] = [];
  test.each(documentsIn(file))(`${basename(file, '.txt')}: $title`, async marked => {
    const document = await judged(marked);
    const lines = remarked(marked, document);
    anew.push(written(marked, lines));
    expect(document.contradictions).toEqual([]);
    expect(lines.filter(l => WRONG.test(l))).toEqual([]);
    if (remark) writeFileSync(file, anew.join(''));
    else expect(lines.map(l => l.trimEnd())).toEqual(marked.lines);
  });
});
