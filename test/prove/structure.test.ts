// What structure licenses, and what it does not.

import * as make from '../../src/expression/build.ts';
import type { Expression } from '../../src/expression/expression.ts';
import { differs, proves, sym } from './claims.ts';

const { product: mul, hadamard: had, transpose: T, sum, difference: minus, scale, number, trace: tr } = make;
type E = Expression;
const n = (name: string, ...structure: Parameters<typeof sym>[3][]): E =>
  make.symbol(sym(name, 'n', 'n', ...structure));
const S = n('S', 'symmetric');
const R = n('R');
const K = n('K', 'skew');
const Q = n('Q', 'orthogonal');
const P = n('P', 'permutation');
const J = n('J', 'idempotent');
const H = n('H', 'idempotent', 'symmetric');
const D = n('D', 'diagonal');
const G = n('G', 'diagonal');
const L = n('L', 'positive-definite');
const O = make.symbol(sym('O', 'm', 'n', 'orthonormal-columns'));
const u = make.symbol(sym('u', 'n', 1, 'unit'));
const x = make.symbol(sym('x', 'n'));
const I = make.identity(['n']);
const one = make.ones({ rows: ['n'], cols: [] });
const zero = make.number(0);
const two = (e: E): E => scale(number(2), e);
const d = (e: E, ...wrt: string[]): E => make.differential(e, wrt);

proves('Sᵀ = S', T(S), S);
differs('Rᵀ = R', T(R), R);
proves('Lᵀ = L', T(L), L);
proves('xᵀSRx = xᵀRᵀSx', mul(T(x), S, R, x), mul(T(x), T(R), S, x));
proves('Kᵀ = −K', T(K), scale(number(-1), K));
proves('xᵀKx = 0', mul(T(x), K, x), zero);
proves('tr K = 0', tr(K), zero);
proves('tr(SK) = 0', tr(mul(S, K)), zero);
differs('tr(RK) = 0', tr(mul(R, K)), zero);
proves('tr K³ = 0', tr(make.power(K, 3)), zero);
differs('tr K² = 0', tr(make.power(K, 2)), zero);
proves('K² is symmetric', T(make.power(K, 2)), make.power(K, 2));
proves('QᵀQ = I', mul(T(Q), Q), I);
proves('QQᵀ = I', mul(Q, T(Q)), I);
differs('QQ = I', mul(Q, Q), I);
proves('tr(QᵀRQ) = tr R', tr(mul(T(Q), R, Q)), tr(R));
proves('Q⁻¹ = Qᵀ', make.inverse(Q), T(Q));
proves('OᵀO = I', mul(T(O), O), I);
differs('OOᵀ = I', mul(O, T(O)), make.identity(['m']));
proves('(OOᵀ)² = OOᵀ', make.power(mul(O, T(O)), 2), mul(O, T(O)));
proves('J³ = J', make.power(J, 3), J);
differs('JᵀJ = J', mul(T(J), J), J);
proves('HᵀH = H', mul(T(H), H), H);
proves('(I − H)² = I − H', make.power(minus(I, H), 2), minus(I, H));
proves('P1 = 1', mul(P, one), one);
proves('PᵀP = I', mul(T(P), P), I);
proves('P⊙P = P', had(P, P), P);
proves('P diag(x) Pᵀ = diag(Px)', mul(P, make.diag(x), T(P)), make.diag(mul(P, x)));
proves('P(x⊙x) = Px⊙Px', mul(P, had(x, x)), had(mul(P, x), mul(P, x)));
proves('uᵀu = 1', mul(T(u), u), number(1));
proves('(I − uuᵀ)² = I − uuᵀ', make.power(minus(I, mul(u, T(u))), 2), minus(I, mul(u, T(u))));
proves('reflection is orthogonal', make.power(minus(I, two(mul(u, T(u)))), 2), I);
const F = n('F', 'diagonal', 'orthogonal');
const C = n('C', 'diagonal', 'positive-definite');
const N = n('N', 'diagonal', 'idempotent');
differs('tr FᵀF = 1 for a diagonal orthogonal F', tr(mul(T(F), F)), number(1));
differs('tr N² = 1 for a diagonal idempotent N', tr(mul(N, N)), number(1));
proves('CD = DC for a positive definite diagonal C', mul(C, D), mul(T(D), C));
proves('DG = GD', mul(D, G), mul(G, D));
differs('DR = RD', mul(D, R), mul(R, D));
proves('D² = D⊙D', mul(D, D), had(D, D));
proves('d(SS)', d(mul(S, S), 'S'), sum(mul(d(S, 'S'), S), mul(S, d(S, 'S'))));
proves('(dS)ᵀ = dS', T(d(S, 'S')), d(S, 'S'));
proves('(dK)ᵀ = −dK', T(d(K, 'K')), scale(number(-1), d(K, 'K')));
const e2 = make.unit(['n'], 2);
const e3 = make.unit(['n'], 3);
proves('e₂ᵀe₂ = 1', mul(T(e2), e2), number(1));
proves('e₂ᵀe₃ = 0', mul(T(e2), e3), zero);
proves('x₂ = e₂ᵀx', make.entry(x, 2, 1), mul(T(e2), x));
proves('e₂e₂ᵀx = x₂e₂', mul(e2, T(e2), x), scale(make.entry(x, 2, 1), e2));
proves('diag(x)e₂ = x₂e₂', mul(make.diag(x), e2), scale(make.entry(x, 2, 1), e2));
differs('x₂ = x₃', make.entry(x, 2, 1), make.entry(x, 3, 1));

const wide = { rows: ['n'], cols: [2, 'n'] };
const tall = { rows: [2, 'n'], cols: ['n'] };
const square = { rows: [2, 'n'], cols: [2, 'n'] };
const block = make.block;
proves('[R S][S; R]', mul(block([[R, S]], wide), block([[S], [R]], tall)), sum(mul(R, S), mul(S, R)));
differs('[R S][S; R], order lost', mul(block([[R, S]], wide), block([[S], [R]], tall)), two(mul(R, S)));
proves('[R S]ᵀ = [Rᵀ; S]', T(block([[R, S]], wide)), block([[T(R)], [S]], tall));
proves(
  'product of block matrices',
  mul(
    block(
      [
        [R, S],
        [S, R],
      ],
      square,
    ),
    block(
      [
        [S, R],
        [R, S],
      ],
      square,
    ),
  ),
  block(
    [
      [sum(mul(R, S), mul(S, R)), sum(mul(R, R), mul(S, S))],
      [sum(mul(S, S), mul(R, R)), sum(mul(S, R), mul(R, S))],
    ],
    square,
  ),
);
proves(
  'a column of numbers',
  mul(
    block([[number(1), number(2)]], { rows: [], cols: [2] }),
    block([[number(3)], [number(4)]], { rows: [2], cols: [] }),
  ),
  number(11),
);
