// Claims as a person writes them, judged by the whole of Rederive: a true one is proved, and with one slip in it it is refuted.

import { describe, expect, test } from 'vitest';
import { elaborate, judge, read } from '../../src/index.ts';

export const verdictsOf = async (where: string, claim: string): Promise<string[]> => {
  const document = await judge(elaborate(read(`${where}\n\n$$${claim}$$\n`)), { repairs: false, runs: 10 });
  return document.claims.map(c => c.verdict.name);
};

export type Row = readonly [about: string, where: string, right: string, slip: string];
export const told = (rows: readonly Row[]): void =>
  describe.each(rows)('%s', (_, where, right, slip) => {
    test(`proved: ${right}`, async () => expect(await verdictsOf(where, right)).toEqual(['proved']));
    test(`refuted: ${slip}`, async () => expect(await verdictsOf(where, slip)).toEqual(['refuted']));
  });
