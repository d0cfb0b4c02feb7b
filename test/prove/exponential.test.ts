// The exponential of a matrix: what its rules prove is sampled, too, and what looks alike and is false is never proved.

import { expect, test } from 'vitest';
import { identity, judge } from '../../src/index.ts';

const said = async (where: string, claim: string): Promise<unknown> => {
  const row = {
    name: claim,
    where,
    claim: `${claim} \\quad \\text{(matrix exponential, matrix logarithm, matrix square root)}`,
    source: 'test',
  };
  const { claims, contradictions } = await judge(identity(row));
  expect(contradictions).toEqual([]);
  return claims[0]!.verdict.name;
};
const proved = (where: string, claim: string): void =>
  test(`proved: ${claim}`, async () => expect(await said(where, claim)).toBe('proved'));
const refuted = (where: string, claim: string): void =>
  test(`refuted: ${claim}`, async () => expect(await said(where, claim)).toBe('refuted'));

proved('A: n×n', '(e^A)^{-1} = e^{-A}');
proved('A: n×n', 'e^A e^{-A} = I_n');
proved('A: n×n', '(e^A)^2 = e^{2A}');
proved('A: n×n, s: scalar, t: scalar', 'e^{s A} e^{t A} = e^{(s+t) A}');
proved('A: n×n', 'e^A e^{A^2} = e^{A + A A}');
proved('S: skew n×n', '(e^S)^T e^S = I_n');
proved('A: symmetric n×n', 'e^A (e^A)^T = e^{2A}');
refuted('A: n×n', 'e^A (e^A)^T = e^{2A}');
refuted('A: n×n, B: n×n', 'e^A e^B = e^{A+B}');
refuted('A: n×n, B: symmetric n×n', 'e^{A} (e^B)^T = e^{A+B}');
refuted('A: n×n', 'e^{A} e^{A^T} = e^{A + A^T}');

proved('A: n×n', 'e^A A = A e^A');
proved('A: n×n', 'A A e^A A = A e^A A A');
proved('A: n×n', 'tr(e^A A A) = tr(A e^A A)');
proved('A: m×n, B: n×m', 'e^{A B} A = A e^{B A}');
proved('A: m×n, B: n×p, C: p×m', 'e^{A B C} A B = A B e^{C A B}');
proved('A: m×n, B: n×m', 'e^{A B + A B A B} A = A e^{B A + B A B A}');
proved('A: n×n, B: n×n, C: n×n', 'e^A B e^C C = e^A B C e^C');
refuted('A: n×n, B: n×n', 'e^A B = B e^A');
refuted('A: n×n, B: n×n', 'e^{A B} A = A e^{A B}');
refuted('A: n×n', 'e^A A^T = A^T e^A');
refuted('A: n×n, B: n×n', 'e^{A B + B} A = A e^{B A + B}');

proved('U: invertible n×n, B: n×n', 'e^{U B U^{-1}} = U e^B U^{-1}');
proved('Q: orthogonal n×n, B: n×n', 'e^{Q B Q^T} = Q e^B Q^T');
proved('Q: orthogonal n×n, x: n', 'e^{Q diag(x) Q^T} = Q diag(exp(x)) Q^T');
proved('U: invertible n×n, B: n×n, t: scalar', 'e^{t U B U^{-1}} = U e^{t B} U^{-1}');
refuted('U: invertible n×n, B: n×n', 'e^{U B U^{-1}} = U^{-1} e^B U');
refuted('U: n×n, B: n×n', 'e^{U B U^T} = U e^B U^T');
refuted('Q: orthogonal n×n, B: n×n', 'e^{Q B Q} = Q e^B Q^T');

proved('A: n×n', 'det(e^A) = e^{tr(A)}');
proved('A: m×m', 'e^{A ⊗ I_n} = e^A ⊗ I_n');
proved('A: m×m', 'e^{I_n ⊗ A} = I_n ⊗ e^A');
refuted('A: m×m', 'e^{A ⊗ I_n} = I_n ⊗ e^A');
proved(
  'a: scalar',
  'e^{\\begin{bmatrix} 0 & a \\\\ 0 & 0 \\end{bmatrix}} = \\begin{bmatrix} 1 & a \\\\ 0 & 1 \\end{bmatrix}',
);
refuted(
  'a: scalar',
  'e^{\\begin{bmatrix} 0 & a \\\\ a & 0 \\end{bmatrix}} = \\begin{bmatrix} 1 & a \\\\ a & 1 \\end{bmatrix}',
);

proved('A: n×n, t: scalar', '\\partial e^{t A}/\\partial t = A e^{t A}');
proved('A: n×n, t: scalar, b: n', '\\partial (e^{t A} b)/\\partial t = e^{t A} A b');
refuted('A: n×n, t: scalar', '\\partial e^{t A}/\\partial t = A^T e^{t A}');
refuted('A: n×n, t: scalar', '\\partial e^{t A}/\\partial t = t A e^{t A}');

proved('A: n×n', 'd(det(e^A)) = e^{tr(A)} tr(dA)');
proved('A: n×n', 'e^{\\log(A)} = A');
proved('A: positive-definite n×n', 'log(det(A)) = tr(log(A))');
proved('A: positive-definite n×n, B: n×n', 'B √A √A B = B A B');
proved('A: positive-definite n×n', '(√A)^5 = A A √A');
proved('A: positive-definite n×n', 'det(√A)^2 = det(A)');
refuted('A: positive-definite n×n', 'det(√A) = det(A)');
refuted('A: positive-definite n×n, B: positive-definite n×n', '√A √B = √B √A');
refuted('A: positive-definite n×n', '√A √A √A = A');
proved('A: positive-definite n×n', '(√A)^T √A = A');
proved('A: positive-definite n×n', '√(A^T) √A = A');
proved('A: positive-definite n×n, B: n×n', 'tr(√A B √A) = tr(A B)');
proved('A: positive-definite n×n', '(√A)^{-1} A (√A)^{-1} = I_n');
proved('A: positive-definite n×n', '√A A = A √A');
proved('A: positive-definite n×n', 'e^{log(A)^T} = A');
proved('A: n×n', 'log(det(A)) = tr(log(A)^T)');
proved('A: positive-definite n×n, x: n', '‖√A x‖^2 = x^T A x');
refuted('A: n×n', '(√A)^T √A = A');
refuted('A: positive-definite n×n, B: positive-definite n×n', '√A B √A = A B');
