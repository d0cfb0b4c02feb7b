// Derivatives along a constraint: three conventions for a symmetric variable, told apart by the prover, and by the exact judge without it.

import { expect, test } from 'vitest';
import * as make from '../../src/expression/build.ts';
import type { Expression } from '../../src/expression/expression.ts';
import { stream } from '../../src/number/random.ts';
import { explain, prove } from '../../src/prove/index.ts';
import { refute } from '../../src/refute/index.ts';
import { verify } from '../../src/verify/index.ts';
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
const Ps = sym('P', 'n', 'n', 'positive-definite');
const Ts = sym('T', 'n', 'n', 'toeplitz');
const Ls = sym('L', 'n', 'n', 'lower-triangular');
const Us = sym('U', 'n', 'n', 'upper-triangular');
const P = make.symbol(Ps);
const L = make.symbol(Ls);
const U = make.symbol(Us);
const M = make.symbol(sym('M', 'n', 'n', 'lower-triangular'));
const Ln = make.elimination(['n']);
const one = make.ones({ rows: ['n'], cols: [] });
const [X, K, D, A, B] = [Xs, Ks, Ds, sym('A', 'n', 'n'), sym('B', 'n', 'n', 'symmetric')].map(
  make.symbol,
) as [E, E, E, E, E];
const I = make.identity(['n']);
const half = make.number({ num: 1n, den: 2n });
const two = (e: E): E => scale(make.number(2), e);
const grad = (e: E, by = Xs): E => make.derivative(e, by, 'gradient');
const logdet = make.elementwise('log', make.determinant(X));

const CONVENTIONS = ['free', 'projected', 'folded'] as const;
type Held = readonly (typeof CONVENTIONS)[number][];
/** Where the prover abstains, the exact judge may know of more. */
const holdsIn = (name: string, lhs: E, rhs: E, expected: Held, exactly = expected): void => {
  const claim = statement(lhs, rhs);
  const exact = (constrained: Held[number]) => verify(claim, stream('constrained', name), { constrained });
  test(name, () => {
    expect(CONVENTIONS.filter(c => prove(claim, { constrained: c }).outcome === 'proved')).toEqual(expected);
    expect(CONVENTIONS.filter(c => exact(c).outcome === 'equal')).toEqual(exactly);
    expect(refute(claim, stream('constrained', name))?.outcome).toBe(
      exactly.length ? undefined : 'different',
    );
  });
};
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
holdsIn('∇ tr(AK) = Aᵀ − A', grad(tr(mul(A, K)), Ks), minus(T(A), A), ['folded']);
holdsIn('∇ tr(AK) = A', grad(tr(mul(A, K)), Ks), A, []);
holdsIn('∇ tr(AD) = Aᵀ', grad(tr(mul(A, D)), Ds), T(A), [], ['free']);
holdsIn('∇ tr(AD) = 2Aᵀ', grad(tr(mul(A, D)), Ds), two(T(A)), []);
holdsIn('∇ tr(AP) by a positive definite P', grad(tr(mul(A, P)), Ps), scale(half, sum(A, T(A))), [
  'projected',
]);
holdsIn('∇ tr(BT) by a Toeplitz T', grad(tr(mul(B, make.symbol(Ts))), Ts), B, ['free']);
holdsIn(
  '∇ 1ᵀT1 by a Toeplitz T',
  grad(mul(T(one), make.symbol(Ts), one), Ts),
  mul(one, T(one)),
  ['free'],
  ['free', 'projected'],
);
holdsIn('∇ tr(AL) by a lower triangular L', grad(tr(mul(A, L)), Ls), A, []);
holdsIn('∇ tr(AᵀL) = A', grad(tr(mul(T(A), L)), Ls), A, ['free']);
holdsIn('∇ tr(LᵀL) = 2L', grad(tr(mul(T(L), L)), Ls), two(L), CONVENTIONS);
holdsIn('∇ tr(MᵀL) = M for a lower triangular M', grad(tr(mul(T(M), L)), Ls), M, CONVENTIONS);
holdsIn('∇ tr(ML) = I⊙M', grad(tr(mul(M, L)), Ls), had(I, M), ['projected', 'folded']);
holdsIn('∇ tr(ML) = Mᵀ', grad(tr(mul(M, L)), Ls), T(M), ['free']);
holdsIn('∇ tr L³ = 3 I⊙L²', grad(tr(make.power(L, 3)), Ls), scale(make.number(3), had(I, mul(L, L))), [
  'projected',
  'folded',
]);
holdsIn('∇ tr U² = 2 I⊙U', grad(tr(mul(U, U)), Us), two(had(I, U)), ['projected', 'folded']);
holdsIn('∂vec L/∂vec L = LₙᵀLₙ', make.derivative(L, Ls, 'numerator'), mul(T(Ln), Ln), [
  'projected',
  'folded',
]);
holdsIn('∂vec L/∂vec L = I', make.derivative(L, Ls, 'numerator'), make.identity(['n', 'n']), ['free']);
test('∇ log det L is on the diagonal, where it is projected', () => {
  const of = grad(make.elementwise('log', make.determinant(L)), Ls);
  const diagonal = make.diag(make.elementwise('reciprocal', make.diagonal(L)));
  const heldBy = (rhs: E): Held =>
    CONVENTIONS.filter(c => prove(statement(of, rhs), { constrained: c }).outcome === 'proved');
  expect(heldBy(diagonal)).toEqual(['projected', 'folded']);
  expect(heldBy(T(inv(L)))).toEqual(['free']);
});

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
