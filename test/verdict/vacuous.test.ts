// True for no reason, and said so: both sides are one text, or there is nothing that the claim is about. What is not read is no claim.

import { expect, test } from 'vitest';
import { elaborate, identity, judge, read } from '../../src/index.ts';

const SAME = ['same', 'vacuous: both sides say literally the same'];
const EMPTY = ['empty', 'vacuous: no instance was found on which both sides have a value'];
const NONE = [undefined];
test.each([
  ['A: n×n', 'A^2 = A^2', SAME],
  ['A: n×n', 'A A = A^2', NONE],
  ['A: n×n', '(A − A)⁻¹ A = (A − A)⁻¹ (Aᵀ)ᵀ', EMPTY],
  ['A: n×n', 'A⁻¹ A = I_n', NONE],
  ['A: skew positive definite n×n', 'Aᵀ = A', EMPTY],
  ['A: skew positive definite n×n, B: n×n', 'A + B = B + A', EMPTY],
  ['A: skew n×n, B: n×n', 'A + B = B + A', NONE],
  ['A: skew 3×3', 'A⁻¹ A = I_3', EMPTY],
  ['A: skew 2×2', 'A⁻¹ A = I_2', NONE],
  ['A: orthonormal columns 2×3', 'Aᵀ A = I_3', EMPTY],
  ['A: orthonormal columns 3×2', 'Aᵀ A = I_2', NONE],
  ['A: full column rank 2×3', 'A⁺ A = I_3', EMPTY],
])('%s: %s', async (where, claim, expected) => {
  const { claims } = await judge(identity({ name: 'vacuous', where, claim, source: 'test' }));
  const { name, vacuous, notes } = claims[0]!.verdict;
  expect([name, vacuous, ...notes]).toEqual(['proved', ...expected]);
});

test.each([
  'Let $A, B$ be $n\\times n$. $$AB \\clubsuit = AB \\clubsuit$$',
  'Let $A, B$ be $n\\times n$. $$AB + \\cdots = AB + \\cdots$$',
  'Let $A, B$ be $n\\times n$. $$AB \\lrcorner A = AB$$',
  'Let $A, B$ be $n\\times n$. $$A \\star B = A \\star B$$',
])('parts that are not read make no claim: %s', async text => {
  const { claims } = await judge(elaborate(read(text)), { repairs: false });
  expect(claims.map(c => c.verdict.name)).toEqual(['unreadable']);
});
