// False derivatives and differentials are answered with the right one, which is the repair where no edit is; what holds, and what is
// neither, is not answered.

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
answers('d(X^{-1} B) = -X^{-1} dX', 'X: invertible n×n, B: n×p', '−X⁻¹ dX X⁻¹ B');
answers('d(x^T A x) = x^T A dx', 'A: n×n, x: n', 'xᵀ (A + Aᵀ) dx');
answers('d(A X B) = A dX', 'A: n×n, X: n×n, B: n×n', 'A dX B');
answers('(A B)^T = A^T B^T', 'A: n×n, B: n×n', undefined);

const repairs = (claim: string, where: string, text: string, slip: string): void =>
  test(`${claim} where ${where}: ${text}`, async () => {
    const judged = await judge(elaborate(readClaim(claim, where)), { seed });
    const { repair } = (await withAnswers(judged, { seed })).claims[0]!.verdict;
    expect([repair?.text, repair?.edits[0]?.slip]).toEqual([text, slip]);
  });
repairs(
  '\\nabla_X \\log\\det X = 0',
  'X: invertible n×n',
  '\\nabla_X \\log\\det X = X^{-\\top}',
  'derived anew',
);
repairs('∂(x^T A x)/∂x = A', 'A: n×n, x: n', '∂(x^T A x)/∂x = (A + Aᵀ) x', 'derived anew');
repairs('∂(x^T A x)/∂x = 2 A x', 'A: n×n, x: n', '∂(x^T A x)/∂x = (A + A^T) x', 'what scalars do');
