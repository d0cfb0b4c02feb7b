// True for no reason, and said so: both sides are one text, or there is nothing that the claim is about.

import { expect, test } from 'vitest';
import { identity, judge } from '../../src/index.ts';

const SAME = 'vacuous: both sides say literally the same';
const EMPTY = 'vacuous: no instance was found on which both sides have a value';
test.each([
  ['A: n×n', 'A^2 = A^2', [SAME]],
  ['A: n×n', 'A A = A^2', []],
  ['A: n×n', '(A − A)⁻¹ A = (A − A)⁻¹ (Aᵀ)ᵀ', [EMPTY]],
  ['A: n×n', 'A⁻¹ A = I_n', []],
])('%s: %s', async (where, claim, expected) => {
  const { claims } = await judge(identity({ name: 'vacuous', where, claim, source: 'test' }));
  const { name, notes } = claims[0]!.verdict;
  expect([name, notes]).toEqual(['proved', expected]);
});
