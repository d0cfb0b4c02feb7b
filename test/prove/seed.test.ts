// The seed derivation: 13 relations, each proved, and one slip of each that is not.

import * as make from '../../src/expression/build.ts';
import type { Expression } from '../../src/expression/expression.ts';
import { differs, proves, sym } from './claims.ts';

const X = sym('X', 'n', 3);
const [A, W, x] = [sym('A', 'k', 'n'), sym('W', 'k', 'k', 'diagonal'), X].map(make.symbol) as [
  Expression,
  Expression,
  Expression,
];
const { product: mul, hadamard: had, kronecker: kron, transpose: T, sum, scale, number, vec, diag } = make;
const d = (e: Expression): Expression => make.differential(e, ['X']);
const one = make.ones({ rows: [3], cols: [] });
const I = make.identity([3]);
const AX = mul(A, x);
const F = mul(W, had(AX, AX), one);
const two = (e: Expression): Expression => scale(number(2), e);
const dF = mul(W, had(two(AX), d(AX)), one);

const steps: [string, Expression, Expression, Expression][] = [
  [
    'dF by the product rule',
    d(F),
    sum(mul(d(W), had(AX, AX), one), mul(W, d(mul(had(AX, AX), one)))),
    sum(mul(d(W), had(AX, AX), one), two(mul(W, d(mul(had(AX, AX), one))))),
  ],
  ['W is constant', d(F), mul(W, d(mul(had(AX, AX), one))), mul(W, d(mul(AX, one)))],
  [
    'the product rule again',
    mul(W, d(mul(had(AX, AX), one))),
    sum(mul(W, d(had(AX, AX)), one), mul(W, had(AX, AX), d(one))),
    sum(mul(W, d(had(AX, AX)), one), mul(W, had(AX, AX), one)),
  ],
  ['ones are constant', d(F), mul(W, d(had(AX, AX)), one), mul(d(W), had(AX, AX), one)],
  ['d of a square', d(F), dF, mul(W, had(AX, d(AX)), one)],
  [
    'vec of a product with ones',
    vec(dF),
    mul(kron(T(one), W), vec(had(two(AX), d(AX)))),
    mul(kron(T(one), W), vec(had(AX, d(AX)))),
  ],
  [
    'vec of an entrywise product',
    vec(had(two(AX), d(AX))),
    had(vec(two(AX)), vec(mul(A, d(x)))),
    had(vec(two(AX)), vec(mul(A, x))),
  ],
  [
    'entrywise product as diag',
    vec(dF),
    mul(kron(T(one), W), diag(two(vec(AX))), vec(mul(A, d(x)))),
    mul(kron(T(one), W), diag(vec(AX)), vec(mul(A, d(x)))),
  ],
  [
    'a unit matrix',
    vec(dF),
    mul(kron(T(one), W), diag(two(vec(AX))), vec(mul(A, d(x), I))),
    mul(kron(T(one), W), diag(two(vec(AX))), vec(mul(A, x, I))),
  ],
  [
    'vec(ABC)',
    vec(dF),
    mul(kron(T(one), W), diag(two(vec(AX))), kron(T(I), A), vec(d(x))),
    mul(kron(T(one), W), diag(two(vec(AX))), kron(T(I), A), vec(x)),
  ],
];
const J = mul(kron(T(one), W), diag(two(vec(AX))), kron(T(I), A));
for (const [name, lhs, rhs, slip] of steps) {
  proves(name, lhs, rhs);
  differs(name, lhs, slip);
}
proves('the Jacobian, numerator layout', make.derivative(F, X, 'numerator'), J);
proves('the Jacobian, denominator layout', make.derivative(F, X, 'denominator'), T(J));
differs(
  'the Jacobian without its 2',
  make.derivative(F, X, 'numerator'),
  mul(kron(T(one), W), diag(vec(AX)), kron(T(I), A)),
);
