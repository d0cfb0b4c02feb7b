// Determinants of sums, for every size: what is proved agrees with exact trials, and what looks alike is refuted.

import { expect, test } from 'vitest';
import { identity, judge } from '../../src/index.ts';

const said = async (where: string, claim: string): Promise<unknown> => {
  const { claims, contradictions } = await judge(identity({ name: claim, where, claim, source: 'test' }));
  expect(contradictions).toEqual([]);
  return claims[0]!.verdict.name;
};
const proved = (where: string, claim: string): void =>
  test(`proved: ${claim}, ${where}`, async () => expect(await said(where, claim)).toBe('proved'));
const refuted = (where: string, claim: string): void =>
  test(`refuted: ${claim}, ${where}`, async () => expect(await said(where, claim)).toBe('refuted'));

proved('A: m×n, B: n×m', 'det(I_m + A B) = det(I_n + B A)');
proved('A: m×n, B: n×p, C: p×m', 'det(I_m + A B C) = det(I_p + C A B)');
proved('A: m×n, B: n×m, λ: scalar', 'det(I_m - λ A B) = det(I_n - λ B A)');
proved('A: invertible n×n, u: n, v: n', 'det(A + u vᵀ) = (1 + vᵀ A⁻¹ u) det(A)');
proved('A: invertible n×n, U: n×k, V: k×n', 'det(A - U V) = det(A) det(I_k - V A⁻¹ U)');
proved('A: m×n, D: invertible n×n', 'det(I_m + A D Aᵀ) = det(D) det(D⁻¹ + Aᵀ A)');
proved(
  'A: invertible m×m, B: m×n, C: n×m, D: invertible n×n',
  'det(A) det(D - C A⁻¹ B) = det(D) det(A - B D⁻¹ C)',
);
proved('A: positive-definite n×n, x: n', 'log(det(A + x xᵀ)) = log(det(A)) + log(1 + xᵀ A⁻¹ x)');
proved('Q: orthogonal n×n', 'det(Q)^2 = 1');
proved('Q: orthogonal n×n, A: n×n', 'det(Q A Qᵀ) = det(A)');
refuted('A: n×n, B: n×n', 'det(I_n + A B) = det(I_n + A Bᵀ)');
refuted('A: n×n, B: n×n, C: n×n', 'det(I_n + A B C) = det(I_n + A C B)');
refuted('A: n×n, B: n×n', 'det(A + B) = det(A) + det(B)');
refuted('A: invertible n×n, u: n, v: n', 'det(A + u vᵀ) = (1 + vᵀ A⁻¹ v) det(A)');
refuted('A: invertible n×n, U: n×k, V: k×n', 'det(A - U V) = det(A) det(I_k + V A⁻¹ U)');
refuted('A: invertible n×n, u: n', 'det(2 A + u uᵀ) = 2 det(A) (1 + ½ uᵀ A⁻¹ u)');
refuted('Q: orthogonal n×n', 'det(Q) = 1');
