// The multilinear fragment: rewiring identities proved for every shape, each with slips that are not.

import * as make from '../../src/expression/build.ts';
import type { Expression } from '../../src/expression/expression.ts';
import { abstains, differs, proves, sym } from './claims.ts';

const {
  product: mul,
  hadamard: had,
  kronecker: kron,
  khatriRao: kr,
  transpose: T,
  sum,
  difference: minus,
  scale,
  number,
  vec,
  unvec,
  diag,
  diagonal,
  trace: tr,
  frobenius,
  commutation,
  identity,
  ones,
  unit,
  entry,
  sumOver,
  size,
  power,
} = make;
type E = Expression;
const general = (name: string, rows: string, cols: string): E => make.symbol(sym(name, rows, cols));
const vector = (name: string, rows: string): E => make.symbol(sym(name, rows));
const A = general('A', 'm', 'n');
const B = general('B', 'n', 'p');
const C = general('C', 'p', 'q');
const D = general('D', 'q', 'r');
const E2 = general('E', 'm', 'n');
const S = general('S', 'n', 'n');
const R = general('R', 'n', 'n');
const M = general('M', 'm', 'm');
const G = general('G', 'p', 'n');
const u = vector('u', 'm');
const x = vector('x', 'n');
const y = vector('y', 'n');
const c = make.symbol(sym('c', 1));
const two = (e: E): E => scale(number(2), e);
const one = (n: string): E => ones({ rows: [n], cols: [] });
const d = (e: E, ...wrt: string[]): E => make.differential(e, wrt);
const i = { name: 'i', dim: 'm' };
const j = { name: 'j', dim: 'n' };
const k = { name: 'k', dim: 'p' };

proves('vec(ABC) = (Cᵀ⊗A)vec B', vec(mul(A, B, C)), mul(kron(T(C), A), vec(B)));
differs('vec(ABC) = (C⊗Aᵀ)…', vec(mul(S, R, S)), mul(kron(S, S), vec(R)));
proves('mixed product', mul(kron(A, C), kron(B, D)), kron(mul(A, B), mul(C, D)));
differs('mixed product swapped', mul(kron(S, R), kron(R, S)), kron(mul(R, S), mul(S, R)));
proves('(A⊗B)ᵀ = Aᵀ⊗Bᵀ', T(kron(A, C)), kron(T(A), T(C)));
proves('(AB)ᵀ = BᵀAᵀ', T(mul(A, B)), mul(T(B), T(A)));
differs('(SR)ᵀ = SᵀRᵀ', T(mul(S, R)), mul(T(S), T(R)));
proves('K vec A = vec Aᵀ', mul(commutation(['m'], ['n']), vec(A)), vec(T(A)));
proves('K is orthogonal', mul(commutation(['m'], ['n']), commutation(['n'], ['m'])), identity(['m', 'n']));
proves(
  'K is orthogonal, written with n·m',
  mul(commutation(['m'], ['n']), commutation(['n'], ['m'])),
  identity(['n', 'm']),
);
proves(
  '1ᵀvec A whatever the order of 1',
  mul(T(ones({ rows: ['m', 'n'], cols: [] })), vec(A)),
  mul(T(one('m')), A, one('n')),
);
proves(
  '1₆ᵀ(1₂⊗1₃) = 6',
  mul(T(ones({ rows: [6], cols: [] })), kron(ones({ rows: [2], cols: [] }), ones({ rows: [3], cols: [] }))),
  number(6),
);
proves(
  '(I − K)vec A',
  mul(minus(identity(['m', 'n']), identity(['n', 'm'])), vec(A)),
  make.zeros({ rows: ['n', 'm'], cols: [] }),
);
differs('K vec S = vec S', mul(commutation(['n'], ['n']), vec(S)), vec(S));
proves(
  'K swaps Kronecker factors',
  mul(commutation(['p'], ['m']), kron(A, C)),
  mul(kron(C, A), commutation(['q'], ['n'])),
);
proves('vec(A diag(x) B) = (Bᵀ⊙A)x', vec(mul(A, diag(x), B)), mul(kr(T(B), A), x));
differs('vec(S diag(x) R) = (Sᵀ⊙R)x', vec(mul(S, diag(x), R)), mul(kr(T(S), R), x));
proves('Khatri–Rao Gram', mul(T(kr(A, G)), kr(A, G)), had(mul(T(A), A), mul(T(G), G)));
proves('tr(AB) = tr(BA)', tr(mul(A, B, G, T(A))), tr(mul(B, G, T(A), A)));
differs('tr(SRSᵀ) = tr(SᵀRS)', tr(mul(S, R, T(S))), tr(mul(T(S), R, S)));
differs('tr(SR) = tr S tr R', tr(mul(S, R)), scale(tr(S), tr(R)));
proves('tr(S⊗M) = tr S tr M', tr(kron(S, M)), scale(tr(S), tr(M)));
proves('A:E = vec(A)ᵀvec(E)', frobenius(A, E2), mul(T(vec(A)), vec(E2)));
proves('A:E = 1ᵀ(A⊙E)1', frobenius(A, E2), mul(T(one('m')), had(A, E2), one('n')));
proves('tr(Aᵀ(E⊙A)) = tr((A⊙E)ᵀA)', tr(mul(T(A), had(E2, A))), tr(mul(T(had(A, E2)), A)));
proves('diag(x)y = x⊙y', mul(diag(x), y), had(x, y));
proves('xᵀ(A⊙E)y = tr(diag(x)A diag(y)Eᵀ)', mul(T(u), had(A, E2), y), tr(mul(diag(u), A, diag(y), T(E2))));
proves('diagonal of A diag(x) Aᵀ', diagonal(mul(A, diag(x), T(A))), mul(had(A, A), x));
proves('diagonal of diag', diagonal(diag(x)), x);
differs('diag of diagonal', diag(diagonal(S)), S);
proves('diag(diagonal S) = I⊙S', diag(diagonal(S)), had(identity(['n']), S));
proves('tr I = n', tr(identity(['n'])), size(['n']));
proves('tr I_{mn} = mn', tr(identity(['m', 'n'])), size(['n', 'm']));
proves('1ᵀ1 = n', mul(T(one('n')), one('n')), size(['n']));
differs('1ᵀ1 = m', mul(T(one('n')), one('n')), size(['m']));
proves(
  'centring twice',
  power(minus(scale(size(['n']), identity(['n'])), mul(one('n'), T(one('n')))), 2),
  scale(size(['n']), minus(scale(size(['n']), identity(['n'])), mul(one('n'), T(one('n'))))),
);
proves('unvec', unvec(mul(kron(T(B), A), vec(S)), { rows: ['m'], cols: ['p'] }), mul(A, S, B));
proves('(S+R)² expanded', power(sum(S, R), 2), sum(power(S, 2), mul(S, R), mul(R, S), power(R, 2)));
differs('(S+R)² = S²+2SR+R²', power(sum(S, R), 2), sum(power(S, 2), two(mul(S, R)), power(R, 2)));
proves('S⁰ = I', power(S, 0), identity(['n']));
proves('scalars commute', scale(c, mul(S, R)), mul(S, scale(c, R)));
proves('a 1×1 product is a scalar', scale(mul(T(x), y), x), mul(x, T(y), x));
proves('a 1×1 product is a scalar, other order', mul(x, T(y), x), mul(x, T(x), y));

proves('(AB)_ik = Σ_j A_ij B_jk', entry(mul(A, B), i, k), sumOver(j, scale(entry(A, i, j), entry(B, j, k))));
differs('(AB)_ik = Σ_j A_ij G_kj', entry(mul(A, B), i, k), sumOver(j, scale(entry(A, i, j), entry(G, k, j))));
proves('Σ_i Σ_j A_ij = 1ᵀA1', sumOver(i, sumOver(j, entry(A, i, j))), mul(T(one('m')), A, one('n')));
proves('Σ_j A_ij e_j = row i', sumOver(j, scale(entry(A, i, j), unit(['n'], j))), mul(T(A), unit(['m'], i)));
proves('Σ_j 1 = n', sumOver(j, number(1)), size(['n']));
proves(
  'A = Σ_ij A_ij e_i e_jᵀ',
  sumOver(i, sumOver(j, scale(entry(A, i, j), mul(unit(['m'], i), T(unit(['n'], j)))))),
  A,
);
differs('S_jj = S_jj x_j', entry(S, j, j), scale(entry(S, j, j), entry(x, j, 1)));
proves('S_jj = (diagonal S)_j', entry(S, j, j), entry(diagonal(S), j, 1));
proves('d x_j', d(entry(x, j, 1), 'x'), entry(d(x, 'x'), j, 1));

proves('d(SR)', d(mul(S, R), 'S', 'R'), sum(mul(d(S, 'S'), R), mul(S, d(R, 'R'))));
proves('d² tr(SS)', d(d(tr(mul(S, S)), 'S'), 'S'), two(tr(mul(d(S, 'S'), d(S, 'S')))));
proves('d(Sᵀ) = (dS)ᵀ', d(T(S), 'S'), T(d(S, 'S')));
const X = sym('A', 'm', 'n');
const dX = (e: E, layout: 'numerator' | 'denominator' | 'gradient' = 'gradient'): E =>
  make.derivative(e, X, layout);
proves('∇ tr(AᵀE) = E', dX(tr(mul(T(A), E2))), E2);
differs('∇ tr(AᵀA) = A', dX(tr(mul(T(A), A))), A);
proves('∇ tr(AᵀMA)', dX(tr(mul(T(A), M, A))), mul(sum(M, T(M)), A));
proves('∂vec(MAB)/∂vec A', dX(mul(M, A, B), 'numerator'), kron(T(B), M));
proves('∂vec(MAB)/∂vec A, denominator', dX(mul(M, A, B), 'denominator'), kron(B, T(M)));
proves('∂vec Aᵀ/∂vec A', dX(T(A), 'numerator'), commutation(['m'], ['n']));
proves(
  '∂vec(AᵀA)/∂vec A',
  dX(mul(T(A), A), 'numerator'),
  mul(sum(identity(['n', 'n']), commutation(['n'], ['n'])), kron(identity(['n']), T(A))),
);
const xs = sym('x', 'n');
const hessian = make.derivative(make.derivative(mul(T(x), S, x), xs, 'gradient'), xs, 'numerator');
proves('Hessian of xᵀSx', hessian, sum(S, T(S)));
differs('Hessian of xᵀSx = 2S', hessian, two(S));
abstains(
  'indices in another order',
  sum(kron(u, x), mul(commutation(['n'], ['m']), kron(u, x))),
  kron(u, x),
  'dimensions fit by their product only, not factor by factor',
);
