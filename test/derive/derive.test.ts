// The derive room from outside: questions as texts, answers that are judged, refusals with their place.

import { describe, expect, test } from 'vitest';
import { derive } from '../../src/derive/index.ts';
import type { Layout } from '../../src/expression/expression.ts';

const answers = (text: string, wrt: string, where: string, unicode: string, layout?: Layout): void =>
  test(`${text} by ${wrt}${layout ? ` in ${layout} layout` : ''}`, async () => {
    const answer = await derive({ function: text, wrt, where }, { layout });
    expect(answer).toMatchObject({ outcome: 'derived', verdict: 'proved', derivative: { unicode } });
  });
const refuses = (text: string, wrt: string, where: string, code: string, marked: string): void =>
  test(`refuses ${text} by ${wrt} where ${where}: ${code}`, async () => {
    const answer = await derive({ function: text, wrt, where });
    if (answer.outcome !== 'refused') throw new Error(answer.outcome);
    const { start, end } = answer.problem.span;
    expect([answer.problem.code, answer.text.slice(start, end)]).toEqual([code, marked]);
  });
const resists = (text: string, wrt: string, where: string, reason: RegExp): void =>
  test(`says why ${text} by ${wrt} has no answer`, async () => {
    expect(await derive({ function: text, wrt, where })).toMatchObject({
      outcome: 'unanswered',
      reason: expect.stringMatching(reason),
    });
  });

describe('answers', () => {
  answers('x^T A x', 'x', 'A: n×n, x: n', '(A + Aᵀ) x');
  answers('x^T A x', 'x', 'A: n×n, x: n', 'xᵀ (A + Aᵀ)', 'numerator');
  answers('f(x) = ‖A x − b‖²', 'x', 'A: m×n, x: n, b: m', '2 Aᵀ (A x − b)');
  answers('W((A X) ⊙ (A X)) 1', 'X', 'A: k×n, W: diagonal k, X: n×3', '2 W ((A X)ᵀ ⊠ Aᵀ)ᵀ');
  answers('A x', 'x', 'A: m×n, x: n', 'Aᵀ', 'denominator');
  answers('a^T b', 'x', 'a: n, b: n, x: m', '0ₘ');
  answers('x', 'x', 'x: scalar', '1');
  answers(
    '\\sum_i \\log(1 + \\exp(-y_i (X w)_i))',
    'w',
    'X: m×n, y: m, w: n',
    '−Xᵀ (y ⊙ exp(−y ⊙ X w) ⊘ (1ₘ + exp(−y ⊙ X w)))',
  );
  answers('A ⊙ (X X^T)', 'X', 'A: n×n, X: n×m', 'diag(vec(A)) (I_{n²} + K_{n,n}) (X ⊗ Iₙ)');
  answers('tr(exp(X))', 'X', 'X: n×n', 'expm(X)ᵀ');
  answers('log(det(S))', 'S', 'S: positive-definite n×n', 'S⁻¹');
  // Four indices, each pair joined by a matrix: no operator says it.
  answers(
    '\\sum_{a} \\sum_{b} \\sum_{c} \\sum_{d} A_{ab} B_{ac} C_{ad} D_{bc} E_{bd} F_{cd}',
    'A',
    'A: n×n, B: n×n, C: n×n, D: n×n, E: n×n, F: n×n',
    'Σᵢ Σⱼ Σₗ Σₚ B_il C_ip D_jl E_jp F_lp e_i e_jᵀ',
  );
});

describe('refusals', () => {
  const where = 'A: m×n, x: n';
  refuses('x^T A x', 'x', where, 'H001', 'A');
  refuses('A x +', 'x', where, 'P003', '+');
  refuses('A x', 'z', where, 'Q006', 'z');
  refuses('A z', 'x', where, 'Q005', 'z');
  refuses('A x', 'x', 'A: m×n, x: quux', 'Q004', 'quux');
  refuses('x = x = x', 'x', where, 'Q001', '=');
  refuses('∂(A x)/∂x', 'x', where, 'Q003', '∂(A x)/∂x');
});

resists('tr(Q^T A Q)', 'Q', 'Q: orthogonal n×n, A: n×n', /orthogonal/);
