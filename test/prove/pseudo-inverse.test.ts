// The pseudo-inverse: what the Penrose conditions prove agrees with exact trials at every rank, and what looks alike is not proved.

import { expect, test } from 'vitest';
import { identity, judge, prove } from '../../src/index.ts';

const declared = (where: string, claim: string) => identity({ name: claim, where, claim, source: 'test' });
const proved = (where: string, claim: string): void =>
  test(`proved: ${claim}, ${where}`, async () => {
    const { claims, contradictions } = await judge(declared(where, claim));
    expect(contradictions).toEqual([]);
    expect(claims[0]!.verdict.name).toBe('proved');
    expect(claims[0]!.verdict.given.join()).not.toContain('of full rank');
  });
/** At full rank some of these hold: the other judges say so and name that condition. */
const unproved = (where: string, claim: string): void =>
  test(`not proved: ${claim}, ${where}`, () => {
    const { content } = declared(where, claim).claims[0]!.readings[0]!;
    expect('statement' in content && prove(content.statement).outcome).toBe('unequal');
  });

proved('A: m×n', 'A A⁺ A A⁺ A = A');
proved('A: m×n', '(I_n - A⁺ A)^2 = I_n - A⁺ A');
proved('A: m×n', 'A (I_n - A⁺ A) = 0');
proved('A: m×n', '(I_m - A A⁺)^T A = 0');
proved('A: m×n', 'A A^T (A⁺)^T = A');
proved('A: m×n', '(A⁺)^T A^T A = A');
proved('A: m×n', '(A^T A)⁺ A^T = A⁺');
proved('A: m×n', 'tr(A A⁺) = tr(A⁺ A)');
proved('A: m×n', '(2 A)⁺ = ½ A⁺');
proved('A: symmetric n×n', 'A A⁺ = A⁺ A');
proved('A: symmetric n×n', '(A⁺)^T = A⁺');
proved('Q: orthogonal n×n, A: n×m', '(Q A)⁺ = A⁺ Q^T');
proved('A: m×n, b: m', '(A A⁺ b)^T (b - A A⁺ b) = 0');
unproved('A: n×n', 'A A⁺ = A⁺ A');
unproved('A: n×n', 'A⁺ A A = A');
unproved('A: n×n', 'A A⁺ = I_n');
unproved('A: n×n', '(A⁺)^T = A⁺');
unproved('A: n×n, B: n×n', '(A B)⁺ = B⁺ A⁺');
unproved('A: n×n, B: n×n', 'A A⁺ B = B');
unproved('A: n×n', '(A^T A)⁺ = A⁺ A⁺');
unproved('P: idempotent n×n', 'P⁺ = P');
