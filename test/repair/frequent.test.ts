// The ten most frequent mistakes, each told by its fingerprint: what was done, or under which condition the line would be right.

import { describe, expect, test } from 'vitest';
import { withAnswers } from '../../src/derive/index.ts';
import { readClaim } from '../../src/document/index.ts';
import { elaborate } from '../../src/elaborate/index.ts';
import { judge } from '../../src/index.ts';
import { describeVerdict } from '../../src/report/words.ts';

const tells = (where: string, claim: string, ...sentences: string[]): void =>
  test(claim, async () => {
    const judged = await judge(elaborate(readClaim(claim, where)), { runs: 10 });
    const found = (await withAnswers(judged, { seed: 'rederive' })).claims.at(-1);
    const told = describeVerdict(found!.claim, found!.verdict, { width: 1000 });
    for (const sentence of sentences) expect(told).toContain(sentence);
  });

describe('a symmetric variable', () => {
  tells('X: n×n', '∂tr(X²)/∂X = 4 X − 2 (I_n ⊙ X)', 'right if X is symmetric');
  tells('X: invertible n×n', '∂log(det(X))/∂X = X⁻¹', 'right if X is symmetric');
});
describe('a transpose, or another layout', () => {
  tells('A: n×n, X: n×n', '∂tr(X A)/∂X = A', 'right if A is symmetric', 'transpose: A → Aᵀ');
  const jacobians = '∂(A x)/∂x = A \\\\ ∂(2 A x)/∂x = 2 A \\\\ ∂(B A x)/∂x = Aᵀ Bᵀ';
  tells('A: m×n, B: k×m, x: n', jacobians, 'holds in denominator layout', '∂(B A x)/∂x = B A', 'Aᵀ Bᵀ → B A');
});
describe('what scalars do and matrices do not', () => {
  tells('X: invertible n×n', 'd(X⁻¹) = −X⁻² dX', 'right if X and dX commute', 'inverse on one side only');
  tells('X: n×n', 'd(X³) = 3 X² dX', 'right if X and dX commute', 'what scalars do');
  tells('A: n×n, B: n×n', '(A + B)² = A² + 2 A B + B²', 'right if A and B commute', 'what scalars do');
});
describe('Kronecker factors, vec, the commutation matrix', () => {
  tells(
    'A: n×n, X: n×n, B: n×n',
    'vec(A X B) = (A ⊗ Bᵀ) vec(X)',
    'right if vec stacks rows',
    'factors swapped',
  );
  tells('X: m×n', 'vec(Xᵀ) = vec(X)', 'commutation matrix: ');
  tells('A: n×n', 'vec(Aᵀ) = vec(A)', 'commutation matrix: ', 'right if A is symmetric');
});
describe('a term of the product rule', () => {
  tells('X: n×n, A: n×n', 'd(X A X) = dX A X', 'term of the product rule');
  tells('A: n×n, x: n', 'd(xᵀ A x) = xᵀ A dx', 'term of the product rule');
});
describe('a constant taken for symmetric', () => {
  tells('A: n×n, x: n', '∂(xᵀ A x)/∂x = 2 A x', 'right if A is symmetric');
});
describe('an inverse: sign, sandwich, transposes', () => {
  tells('X: invertible n×n', 'd(X⁻¹) = X⁻¹ dX X⁻¹', 'sign: ');
  tells('a: n, X: invertible n×n, b: n', '∂(aᵀ X⁻¹ b)/∂X = −X⁻¹ a bᵀ X⁻¹', 'proved instead');
});
describe('shapes that a chain rule gets wrong', () => {
  tells('A: m×n, x: n, y: m', '∂(‖A x − y‖²)/∂x = 2 (A x − y) A', 'proved instead', 'Aᵀ (A x − y)');
  tells('X: m×n, A: n×m', '∂(‖Xᵀ − A‖_F²)/∂X = 2 Xᵀ − A − Aᵀ', 'proved instead');
});
describe('a sign or a factor', () => {
  tells('A: m×n, x: n, b: m', '∂(‖A x − b‖²)/∂x = Aᵀ (A x − b)', 'factor 2: ');
  tells('A: m×n, x: n, b: m', '∂(‖b − A x‖²)/∂x = 2 Aᵀ (b − A x)', 'sign: ');
});
describe('⊙ and product', () => {
  tells('X: n×n', 'd(X ⊙ X) = 2 X dX', '⊙ for product');
  tells('x: n, a: n, φ: elementwise function', '∂(aᵀ φ(x))/∂x = aᵀ φ′(x)', 'proved instead');
});
