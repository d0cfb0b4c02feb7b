// Rows of a true line and the same line with a slip, each through the whole of Rederive.

import { describe, expect, test } from 'vitest';
import { elaborate, holds, judge, read, type VerdictName } from '../../src/index.ts';
import type { Row } from './notations.ts';

export const verdicts = async (before: string, line: string): Promise<VerdictName[]> => {
  const { claims } = await judge(elaborate(read(`${before}\n\n${line}`)));
  return claims.map(c => c.verdict.name);
};

export const judgesRightly = (name: string, rows: readonly Row[]): void => {
  describe(name, () => {
    test.each(rows)('%s', async (_, before, truth, slip) => {
      const [right, wrong] = [await verdicts(before, truth), await verdicts(before, slip)];
      expect(right.length).toBeGreaterThan(0);
      expect(right.filter(v => !holds(v))).toEqual([]);
      expect(wrong.filter(v => v === 'refuted' || v === 'misfit').length).toBeGreaterThan(0);
    });
  });
};
