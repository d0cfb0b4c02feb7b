// Refuted derivatives are answered with the right one; what is no derivative, and what holds, is not.

import { expect, test } from 'vitest';
import { withAnswers } from '../../src/derive/index.ts';
import { readClaim } from '../../src/document/index.ts';
import { elaborate } from '../../src/elaborate/index.ts';
import type { Layout } from '../../src/expression/expression.ts';
import { judge } from '../../src/verdict/judge.ts';

const seed = 'rederive';
const answers = (claim: string, where: string, answer: string | undefined, layout?: Layout): void =>
  test(`${claim} where ${where}: ${answer ?? 'no answer'}`, async () => {
    const judged = await judge(elaborate(readClaim(claim, where), { layout }), { seed });
    const { claims } = await withAnswers(judged, { seed });
    expect(claims.map(c => c.verdict.answer?.unicode)).toEqual([answer]);
  });

answers('∂(x^T A x)/∂x = 2 A x', 'A: n×n, x: n', '(A + Aᵀ) x');
answers('∂(x^T A x)/∂x = 2 x^T A', 'A: n×n, x: n', 'xᵀ (A + Aᵀ)', 'numerator');
answers('\\nabla_X \\log\\det X = X^{-1}', 'X: invertible n×n', 'X⁻ᵀ');
answers('∂(A X B)/∂X = A ⊗ B', 'A: n×n, X: n×n, B: n×n', 'Bᵀ ⊗ A');
answers('∂(α^2 A)/∂α = α A', 'α: scalar, A: m×n', '2 α A');
answers('\\frac{\\partial^2 (x^T A x)}{\\partial x \\partial x^T} = 2 A', 'A: n×n, x: n', 'A + Aᵀ');
answers('∂(x^T A x)/∂x = (A + A^T) x', 'A: n×n, x: n', undefined);
answers('(A B)^T = A^T B^T', 'A: n×n, B: n×n', undefined);
