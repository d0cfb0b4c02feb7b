// True and false claims in tricky notation, judged the whole way from text to verdict: no falsehood passes and no truth is refuted.

import { describe, expect, test } from 'vitest';
import { elaborate, holds, judge, read, type VerdictName } from '../../src/index.ts';
import { DOCUMENTS } from './documents.ts';
import { MEANINGS } from './meanings.ts';
import { NOTATION } from './notation.ts';

interface Line {
  readonly expected: readonly string[];
  readonly text: string;
}
const linesOf = (claims: string): Line[] =>
  claims
    .trim()
    .split('\n')
    .map(line => {
      const cut = line.indexOf('|');
      return { expected: line.slice(0, cut).trim().split(' '), text: line.slice(cut + 1).trim() };
    });
const isProse = ({ expected }: Line): boolean => expected[0] === 'prose';

const meets = (expected: string, verdict: VerdictName): boolean => {
  if (expected === 'true') return holds(verdict);
  if (expected === 'not-true') return !holds(verdict);
  if (expected === 'not-false') return verdict !== 'refuted' && verdict !== 'misfit';
  return expected === verdict;
};

describe.each([...DOCUMENTS, ...MEANINGS, ...NOTATION])('%s: %s', (_, prose, claims) => {
  const lines = linesOf(claims);
  const expected = lines.filter(l => !isProse(l)).flatMap(l => l.expected);
  test(claims.trim(), async () => {
    const text = [prose, ...lines.map(l => (isProse(l) ? l.text : `$$${l.text}$$`))].join('\n\n');
    const judged = await judge(elaborate(read(text, { path: 'adversarial.md' })));
    const found = judged.claims.map(c => c.verdict.name);
    expect(found.map((v, i) => (meets(expected[i] ?? 'none', v) ? expected[i] : v))).toEqual(expected);
    expect(judged.contradictions).toEqual([]);
  });
});
