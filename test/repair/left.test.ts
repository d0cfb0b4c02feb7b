// Which side is mended: the left one where the slip stands there, the right one where both would do and a person is likelier to mean it.

import { describe, expect, test } from 'vitest';
import { elaborate, judge, read } from '../../src/index.ts';
import { repairs } from './offered.ts';

describe('what the left side can do without', () => {
  repairs('S: n×n, R: n×n', '(S R − 2 R S)ᵀ = Rᵀ Sᵀ − Sᵀ Rᵀ', '(S R − R S)ᵀ = Rᵀ Sᵀ − Sᵀ Rᵀ');
  repairs('A: n×n, X: n×n', '∂tr(2 A X)/∂X = Aᵀ', '∂tr(A X)/∂X = Aᵀ');
  repairs('A: n×n, B: n×n', 'A ⊙ (½ B) = B ⊙ A', 'A ⊙ B = B ⊙ A');
  repairs('A: n×n, Z: n×n', '∂tr((A + Aᵀ) Z)/∂Z = Aᵀ', '∂tr(A Z)/∂Z = Aᵀ');
  repairs('A: invertible n×n, B: n×n', '(A (A + B)⁻¹ B)⁻¹ = (B + A)⁻¹', '(A + B)⁻¹ = (B + A)⁻¹');
  repairs('W: n×p, S: n×n', '∂tr(Wᵀ S W + Wᵀ S W)/∂W = (S + Sᵀ) W', '∂tr(Wᵀ S W)/∂W = (S + Sᵀ) W');
});
describe('what nobody writes', () => {
  repairs('X: n×n', '½ (∂(X ⊙ X)/∂X) = 2 diag(vec(X))', '∂(X ⊙ X)/∂X = 2 diag(vec(X))');
  repairs('X: m×n, A: n×m', '(∂tr(X A)/∂X)ᵀ = Aᵀ', '∂tr(X A)/∂X = Aᵀ');
  repairs('A: invertible n×n, S: invertible n×n', '(S⁻¹ S A)⁻¹ = S⁻¹ A⁻¹ S', '(S⁻¹ A S)⁻¹ = S⁻¹ A⁻¹ S');
});
describe('what the left side lost', () => {
  repairs('X: n×n', '∂tr(Xᵀ X)/∂X = 4 X (Xᵀ X)', '∂tr((Xᵀ X)²)/∂X = 4 X (Xᵀ X)');
  repairs('A: m×n', 'Aᵀ = (Aᵀ A)⁺ Aᵀ', 'A⁺ = (Aᵀ A)⁺ Aᵀ');
  repairs('A: m×n, B: p×q, C: p×q', 'A ⊗ B = A ⊗ B + A ⊗ C', 'A ⊗ (B + C) = A ⊗ B + A ⊗ C');
});
describe('the question stays where the answer may be wrong', () => {
  repairs('A: n×n, x: n', '∂(½ xᵀ A x)/∂x = (A + Aᵀ) x', '∂(½ xᵀ A x)/∂x = ½ (A + Aᵀ) x');
  repairs('A: n×n, x: n', '∂(−xᵀ A x)/∂x = (A + Aᵀ) x', '∂(−xᵀ A x)/∂x = −(A + Aᵀ) x');
  repairs('A: n×n, Z: n×n', '∂tr(A Z)/∂Z = A + Aᵀ − I_n ⊙ Aᵀ', '∂tr(A Z)/∂Z = Aᵀ');
});
describe('a term that the line has elsewhere', () => {
  repairs('A: invertible n×n', 'A (I_n + A)⁻¹ = A⁻¹ A', 'A (I_n + A)⁻¹ = (I_n + A)⁻¹ A');
  repairs('X: n×n', 'X³ − I_n = (X − I_n) (I_n + X²)', 'X³ − I_n = (X − I_n) (I_n + X² + X)');
});
describe('shapes that clash', () => {
  repairs('A: m×n, B: n×p', '[B A]_{ij} = ∑_k A_{ik} B_{kj}', '[A B]_{ij} = ∑_k A_{ik} B_{kj}');
  repairs('A: m×n, B: n×p', '[Aᵀ B]_{ij} = ∑_k A_{ik} B_{kj}', '[A B]_{ij} = ∑_k A_{ik} B_{kj}');
  repairs('a: m, X: n×m, b: n', '∂(diag(a)ᵀ Xᵀ b)/∂X = b aᵀ', '∂(aᵀ Xᵀ b)/∂X = b aᵀ');
  repairs('x: n, y: n', 'log(x ⊙ y) = (log(x) + log(y))ᵀ', 'log(x ⊙ y) = log(x) + log(y)', {
    verdict: 'supported',
  });
});
describe('a sum begins with its positive term', () => {
  repairs(
    'A: n×n, B: n×n',
    '(−A + B) (A − B) = A² − B² + B A − A B',
    '(A + B) (A − B) = A² − B² + B A − A B',
  );
  repairs('Σ: invertible n×n, S: n×n', 'd tr(−Σ⁻¹) = −tr(Σ⁻¹ dΣ Σ⁻¹)', 'd tr(Σ⁻¹) = −tr(Σ⁻¹ dΣ Σ⁻¹)');
});
describe('in the layout that is asked for', () => {
  repairs('A: m×n, X: n×p, B: p×q', '∂(X B A)/∂X = B ⊗ Aᵀ', '∂(A X B)/∂X = B ⊗ Aᵀ', {
    layout: 'denominator',
  });
});
test('a line of a chain that holds with the line before keeps its left side', async () => {
  const text = String.raw`Let $A, X$ be $n\times n$. $$\mathrm{tr}(A(X + X)) = \mathrm{tr}(2 A X) = \mathrm{tr}(X A)$$`;
  const { claims } = await judge(elaborate(read(text)), { runs: 10 });
  expect(claims.at(-1)!.verdict.repair?.replacement).toBe(String.raw`2 \mathrm{tr}(X A)`);
});
