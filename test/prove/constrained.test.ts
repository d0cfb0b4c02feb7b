// Derivatives along a constraint: three conventions for a symmetric variable, told apart.

import { expect, test } from 'vitest';
import * as make from '../../src/expression/build.ts';
import type { Expression } from '../../src/expression/expression.ts';
import { explain, prove } from '../../src/prove/index.ts';
import { statement, sym } from './claims.ts';

const {
  product: mul,
  hadamard: had,
  transpose: T,
  sum,
  difference: minus,
  scale,
  trace: tr,
  inverse: inv,
} = make;
type E = Expression;
const Xs = sym('X', 'n', 'n', 'symmetric');
const Ks = sym('K', 'n', 'n', 'skew');
const Ds = sym('D', 'n', 'n', 'diagonal');
const [X, K, D, A, B] = [Xs, Ks, Ds, sym('A', 'n', 'n'), sym('B', 'n', 'n', 'symmetric')].map(
  make.symbol,
) as [E, E, E, E, E];
const I = make.identity(['n']);
const half = make.number({ num: 1n, den: 2n });
const two = (e: E): E => scale(make.number(2), e);
const grad = (e: E, by = Xs): E => make.derivative(e, by, 'gradient');
const logdet = make.elementwise('log', make.determinant(X));

const CONVENTIONS = ['free', 'projected', 'folded'] as const;
const holdsIn = (name: string, lhs: E, rhs: E, expected: readonly string[]): void =>
  test(name, () => {
    const claim = statement(lhs, rhs);
    expect(CONVENTIONS.filter(c => prove(claim, { constrained: c }).outcome === 'proved')).toEqual(expected);
  });
holdsIn('∇ log det X = X⁻¹', grad(logdet), inv(X), ['free', 'projected']);
holdsIn('∇ log det X = 2X⁻¹ − I⊙X⁻¹', grad(logdet), minus(two(inv(X)), had(I, inv(X))), ['folded']);
holdsIn('∇ tr(AX) = Aᵀ', grad(tr(mul(A, X))), T(A), ['free']);
holdsIn('∇ tr(AX) = ½(A + Aᵀ)', grad(tr(mul(A, X))), scale(half, sum(A, T(A))), ['projected']);
holdsIn('∇ tr(AX) = A + Aᵀ − I⊙A', grad(tr(mul(A, X))), minus(sum(A, T(A)), had(I, A)), ['folded']);
holdsIn('∇ tr(AX) = A', grad(tr(mul(A, X))), A, []);
holdsIn('∇ tr(BX) = B', grad(tr(mul(B, X))), B, ['free', 'projected']);
holdsIn(
  '∂vec(XBX)/∂vec X',
  make.derivative(mul(X, B, X), Xs, 'numerator'),
  sum(make.kronecker(mul(X, B), I), make.kronecker(I, mul(X, B))),
  ['free'],
);
holdsIn('∇ tr(AK) by a skew K', grad(tr(mul(A, K)), Ks), scale(half, minus(T(A), A)), ['projected']);
holdsIn('∇ tr(AD) by a diagonal D', grad(tr(mul(A, D)), Ds), had(I, A), ['projected', 'folded']);
holdsIn('∇ tr(AD) = Aᵀ', grad(tr(mul(A, D)), Ds), T(A), []);

test('without a convention the first one that holds is named', () => {
  const found = (lhs: E, rhs: E): unknown => {
    const answer = prove(statement(lhs, rhs));
    return answer.outcome === 'proved' ? [answer.convention, answer.given] : answer.outcome;
  };
  expect(found(grad(logdet), inv(X))).toEqual([
    'projected',
    expect.arrayContaining(['∂/∂X in the projected convention']),
  ]);
  expect(found(grad(tr(mul(A, X))), T(A))).toEqual(['free', ['∂/∂X in the free convention']]);
  expect(found(grad(tr(mul(A, X))), A)).toBe('unequal');
  expect(found(tr(mul(A, X)), tr(mul(X, A)))).toEqual([null, ['X symmetric']]);
});
test('a variable that is orthogonal is left to others', () => {
  const Q = sym('Q', 'n', 'n', 'orthogonal');
  expect(prove(statement(grad(tr(mul(A, make.symbol(Q))), Q), T(A)))).toEqual({
    outcome: 'abstained',
    reason: 'the derivative by a variable that is orthogonal',
  });
});
test('an explanation projects', () => {
  expect(explain(statement(grad(tr(mul(A, X))), scale(half, sum(A, T(A)))))).toMatchObject({
    rows: [
      { left: '1/2 A_{ij}', right: '1/2 A_{ij}' },
      { left: '1/2 A_{ji}', right: '1/2 A_{ji}' },
    ],
  });
});
