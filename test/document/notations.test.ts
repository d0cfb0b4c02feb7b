// What people write, row by row: the true line holds, the same line with a slip does not.

import { describe, expect, test } from 'vitest';
import { elaborate, holds, judge, read } from '../../src/index.ts';
import { FUNCTIONS, OPEN } from './functions.ts';
import { LAYOUTS, NOTATIONS, type Row } from './notations.ts';

const verdicts = async (before: string, line: string): Promise<string[]> => {
  const { claims } = await judge(elaborate(read(`${before}\n\n${line}`)));
  return claims.map(c => c.verdict.name);
};
const displayed = (row: Row): Row => [row[0], row[1], `$$${row[2]}$$`, `$$${row[3]}$$`];

const judgesRightly = (name: string, rows: readonly Row[]): void => {
  describe(name, () => {
    test.each(rows)('%s', async (_, before, truth, slip) => {
      const [right, wrong] = [await verdicts(before, truth), await verdicts(before, slip)];
      expect(right.length).toBeGreaterThan(0);
      expect(right.filter(v => !holds(v as never))).toEqual([]);
      expect(wrong.filter(v => v === 'refuted' || v === 'misfit').length).toBeGreaterThan(0);
    });
  });
};

judgesRightly('notations', NOTATIONS.map(displayed));
judgesRightly('environments, formats and macros', LAYOUTS);
judgesRightly('functions', FUNCTIONS.map(displayed));

describe('what is not read gets no verdict', () => {
  test.each(OPEN.map(displayed))('%s', async (_, before, truth, slip) => {
    expect([...(await verdicts(before, truth)), ...(await verdicts(before, slip))]).toEqual([
      'unreadable',
      'unreadable',
    ]);
  });
});
