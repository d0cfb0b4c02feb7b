// Statements for the exact judges' tests: symbols by short declarations, and two shelves, of true and of false ones.

import * as make from '../../src/expression/build.ts';
import {
  type Dimension,
  dimension,
  dimensionNames,
  type Factor,
  shape,
  UNIT,
} from '../../src/expression/dimension.ts';
import { children, type Expression } from '../../src/expression/expression.ts';
import type { Statement } from '../../src/expression/judgement.ts';
import type { Structure, Sym } from '../../src/expression/symbol.ts';

type Size = Factor | readonly Factor[];
const sized = (s: Size): Dimension =>
  Array.isArray(s) ? dimension(...(s as readonly Factor[])) : dimension(s as Factor);

export const sym = (name: string, rows: Size, cols: Size = 1, ...structure: Structure[]): Sym => ({
  name,
  latex: name,
  shape: shape(sized(rows), sized(cols)),
  structure,
});

/** Every symbol and dimension name that occurs. */
export const statement = (lhs: Expression, rhs: Expression): Statement => {
  const symbols = new Map<string, Sym>();
  const names = new Set<string>();
  const visit = (e: Expression): void => {
    if (e.op === 'symbol') symbols.set(e.symbol.name, e.symbol);
    if (e.op === 'derivative') symbols.set(e.by.name, e.by);
    for (const n of dimensionNames(e.shape.rows, e.shape.cols)) names.add(n);
    if (e.op === 'size') for (const n of dimensionNames(e.dim)) names.add(n);
    for (const child of children(e)) visit(child);
  };
  visit(lhs);
  visit(rhs);
  return { lhs, rhs, symbols: [...symbols.values()], dimensions: [...names] };
};

const { transpose: t, product: p, sum, hadamard: had, kronecker: kron, vec, trace: tr, inverse: inv } = make;
const {
  scale,
  number: num,
  difference: minus,
  diag,
  diagonal,
  determinant: det,
  power,
  elementwise: fn,
} = make;
const [k, n] = [['k'], ['n']];
const I = (d: Dimension): Expression => make.identity(d);
const one = (d: Dimension): Expression => make.ones(shape(d, UNIT));
const two = num(2);
const of = make.symbol;

const syms = {
  A: sym('A', 'k', 'n'),
  B: sym('B', 'n', 'm'),
  C: sym('C', 'm', 'q'),
  D: sym('D', 'k', 'n'),
  E: sym('E', 'k', 'k', 'diagonal'),
  M: sym('M', 'n', 'n'),
  N: sym('N', 'n', 'n'),
  L: sym('L', 'n', 'n', 'lower-triangular'),
  P: sym('P', 'n', 'n', 'idempotent'),
  H: sym('H', 'n', 'n', 'idempotent', 'symmetric'),
  Q: sym('Q', 'n', 'n', 'orthogonal'),
  U: sym('U', 'n', 'k', 'orthonormal-columns'),
  R: sym('R', 'n', 'n', 'permutation'),
  S: sym('S', 'n', 'n', 'symmetric'),
  K: sym('K', 'n', 'n', 'skew'),
  Y: sym('Y', 'n', 'n', 'positive-definite'),
  V: sym('V', 'n', 'n', 'orthogonal', 'symmetric'),
  F: sym('F', 'n', 'k', 'full-column-rank'),
  X: sym('X', 'n', 3),
  Z: sym('Z', 'n', 'n', 'invertible'),
  u: sym('u', 'n', 1, 'unit'),
  x: sym('x', 'n'),
  y: sym('y', 'n'),
  z: sym('z', 'n', 1, 'nonzero'),
  s: sym('s', 1),
};
const [A, B, C, D, W, M, N, L] = [
  of(syms.A),
  of(syms.B),
  of(syms.C),
  of(syms.D),
  of(syms.E),
  of(syms.M),
  of(syms.N),
  of(syms.L),
];
const [P, H, Q, U, R, S, K, Y, V] = [
  of(syms.P),
  of(syms.H),
  of(syms.Q),
  of(syms.U),
  of(syms.R),
  of(syms.S),
  of(syms.K),
  of(syms.Y),
  of(syms.V),
];
const [F, X, Z, u, x, y, z, s] = [
  of(syms.F),
  of(syms.X),
  of(syms.Z),
  of(syms.u),
  of(syms.x),
  of(syms.y),
  of(syms.z),
  of(syms.s),
];

const d = (e: Expression, ...wrt: string[]): Expression => make.differential(e, wrt.length ? wrt : ['X']);
const grad = (e: Expression, by: Sym): Expression => make.derivative(e, by, 'gradient');
const jac = (e: Expression, by: Sym): Expression => make.derivative(e, by, 'numerator');
const [i, j] = [
  { name: 'i', dim: 'n' },
  { name: 'j', dim: 'n' },
];

const one3 = make.ones(shape(dimension(3), UNIT));
const I3 = I(dimension(3));
const AX = p(A, X);
const seed = p(W, had(AX, AX), one3);
const weights = kron(t(one3), W);
const seedJacobian = p(weights, diag(scale(two, vec(AX))), kron(t(I3), A));

type Case = readonly [name: string, lhs: Expression, rhs: Expression];

export const TRUE: readonly Case[] = [
  ['seed: d of a sum of squares', d(seed), p(W, d(had(AX, AX)), one3)],
  ['seed: dW = 0', d(seed), sum(p(d(W), had(AX, AX), one3), p(W, d(had(AX, AX)), one3))],
  ['seed: the Leibniz rule', d(seed), p(W, had(scale(two, AX), d(AX)), one3)],
  ['seed: vec of a product', vec(d(seed)), p(weights, vec(had(scale(two, AX), d(AX))))],
  ['seed: the Hadamard step', vec(d(seed)), p(weights, diag(scale(two, vec(AX))), vec(p(A, d(X))))],
  ['seed: the Jacobian', jac(seed, syms.X), seedJacobian],
  ['seed: denominator layout', make.derivative(seed, syms.X, 'denominator'), t(seedJacobian)],
  ['(AB)ᵀ = BᵀAᵀ', t(p(A, B)), p(t(B), t(A))],
  ['vec(ABC) = (Cᵀ⊗A)vec(B)', vec(p(A, B, C)), p(kron(t(C), A), vec(B))],
  ['vec(A⊙D) = diag(vec A)vec D', vec(had(A, D)), p(diag(vec(A)), vec(D))],
  ['K vec A = vec Aᵀ', p(make.commutation(k, n), vec(A)), vec(t(A))],
  ['(A⊗B)(B⊗C) = AB⊗BC', p(kron(A, B), kron(B, C)), kron(p(A, B), p(B, C))],
  ['tr(AᵀD) = vec(A)ᵀvec(D)', tr(p(t(A), D)), p(t(vec(A)), vec(D))],
  ['∇ xᵀMx = (M + Mᵀ)x', grad(p(t(x), M, x), syms.x), p(sum(M, t(M)), x)],
  ['Hessian of xᵀMx', jac(grad(p(t(x), M, x), syms.x), syms.x), sum(M, t(M))],
  ['∇ tr(AB) by A = Bᵀ', grad(tr(p(M, N)), syms.M), t(N)],
  ['d(M⁻¹) = −M⁻¹ dM M⁻¹', d(inv(M), 'M'), make.negative(p(inv(M), d(M, 'M'), inv(M)))],
  ['d det M = det M tr(M⁻¹dM)', d(det(M), 'M'), scale(det(M), tr(p(inv(M), d(M, 'M'))))],
  ['∇ det Z = det Z Z⁻ᵀ', grad(det(Z), syms.Z), scale(det(Z), t(inv(Z)))],
  ['det(MN) = det M det N', det(p(M, N)), scale(det(M), det(N))],
  ['det Q² = 1', p(det(Q), det(Q)), num(1)],
  ['QᵀQ = I', p(t(Q), Q), I(n)],
  ['QᵀdQ is skew', sum(p(t(Q), d(Q, 'Q')), t(p(t(Q), d(Q, 'Q')))), make.zeros(shape(n, n))],
  ['UᵀU = I', p(t(U), U), I(k)],
  ['P³ = P', power(P, 3), P],
  ['P dP P = 0', p(P, d(P, 'P'), P), make.zeros(shape(n, n))],
  ['tr H = ‖H‖²', tr(H), make.squaredNorm(H)],
  ['RᵀR = I', p(t(R), R), I(n)],
  ['V² = I', p(V, V), I(n)],
  ['xᵀKx = 0', p(t(x), K, x), num(0)],
  ['tr(SK) = 0', tr(p(S, K)), num(0)],
  ['Y⁻¹ is symmetric', inv(Y), t(inv(Y))],
  ['uᵀu = 1', p(t(u), u), num(1)],
  ['uᵀdu = 0', p(t(u), d(u, 'u')), num(0)],
  ['det L = Π L_ii', det(p(L, t(L))), p(det(L), det(L))],
  ['F⁺F = I', p(make.pseudoInverse(F), F), I(k)],
  ['H⁺ = H', make.pseudoInverse(H), H],
  [
    '(xyᵀ)⁺ = yxᵀ/(xᵀx yᵀy)',
    make.pseudoInverse(p(x, t(y))),
    make.quotient(p(y, t(x)), scale(p(t(x), x), p(t(y), y))),
  ],
  ['d(M⁺) = −M⁺ dM M⁺', d(make.pseudoInverse(M), 'M'), make.negative(p(inv(M), d(M, 'M'), inv(M)))],
  ['z ⊙ 1/z = 1', had(z, fn('reciprocal', z)), one(n)],
  [
    'd(1/z) = −dz/z²',
    d(fn('reciprocal', z), 'z'),
    make.negative(had(d(z, 'z'), had(fn('reciprocal', z), fn('reciprocal', z)))),
  ],
  ['f(x) by the chain rule', d(fn('f', p(M, x)), 'x'), had(fn('f', p(M, x), 1), p(M, d(x, 'x')))],
  ['Jacobian of f(Mx)', jac(fn('f', p(M, x)), syms.x), p(diag(fn('f', p(M, x), 1)), M)],
  ['d² f(x)', d(d(fn('f', x), 'x'), 'x'), had(fn('f', x, 2), had(d(x, 'x'), d(x, 'x')))],
  [
    '(MN)_ij = Σ M_ij N_ji',
    make.entry(p(M, N), i, j),
    make.sumOver(
      { name: 'l', dim: 'n' },
      scale(make.entry(M, i, { name: 'l', dim: 'n' }), make.entry(N, { name: 'l', dim: 'n' }, j)),
    ),
  ],
  ['eᵢᵀMeⱼ = M_ij', p(t(make.unit(n, i)), M, make.unit(n, j)), make.entry(M, i, j)],
  ['tr I = n', tr(I(n)), make.size(n)],
  [
    'Sherman–Morrison',
    inv(sum(Z, p(x, t(y)))),
    minus(inv(Z), scale(inv(sum(num(1), p(t(y), inv(Z), x))), p(inv(Z), x, t(y), inv(Z)))),
  ],
  [
    '∇ of a Rayleigh quotient',
    grad(make.quotient(p(t(z), S, z), p(t(z), z)), syms.z),
    make.quotient(scale(two, minus(p(S, z), scale(make.quotient(p(t(z), S, z), p(t(z), z)), z))), p(t(z), z)),
  ],
  [
    'blocks',
    make.block(
      [
        [s, two],
        [num(0), s],
      ],
      shape(dimension(2), dimension(2)),
    ),
    sum(scale(s, I(dimension(2))), scale(two, p(make.unit(dimension(2), 1), t(make.unit(dimension(2), 2))))),
  ],
  [
    'x is differentiated by s',
    d(scale(power(s, 3), x), 's'),
    scale(scale(num(3), scale(power(s, 2), d(s, 's'))), x),
  ],
];

export const FALSE: readonly Case[] = [
  ['seed: 2 lost', d(seed), p(W, had(AX, d(AX)), one3)],
  ['seed: sign', d(seed), make.negative(p(W, had(scale(two, AX), d(AX)), one3))],
  ['seed: 1ᵀ⊗W swapped', vec(d(seed)), p(kron(W, t(one3)), vec(had(scale(two, AX), d(AX))))],
  ['seed: the Jacobian without its 2', jac(seed, syms.X), p(weights, diag(vec(AX)), kron(t(I3), A))],
  ['seed: A⊗I for I⊗A', jac(seed, syms.X), p(weights, diag(scale(two, vec(AX))), kron(A, I3))],
  ['seed: W squared', seed, p(W, W, had(AX, AX), one3)],
  ['MN = NM', p(M, N), p(N, M)],
  ['Mᵀ = M', t(M), M],
  ['tr(MN) = tr M tr N', tr(p(M, N)), scale(tr(M), tr(N))],
  ['M⊗N = N⊗M', kron(M, N), kron(N, M)],
  ['vec(MN) = (Nᵀ⊗M)1', vec(p(M, N)), p(kron(t(N), M), make.ones(shape(dimension('n', 'n'), UNIT)))],
  ['row-major vec', vec(p(A, B, C)), p(kron(A, t(C)), vec(B))],
  ['K vec A = vec A', p(make.commutation(n, n), vec(M)), vec(M)],
  ['∇ xᵀMx = 2Mx', grad(p(t(x), M, x), syms.x), scale(two, p(M, x))],
  ['∇ tr(MN) by M = N', grad(tr(p(M, N)), syms.M), N],
  ['Jacobian of Mx is Mᵀ', jac(p(M, x), syms.x), t(M)],
  ['d(M⁻¹) = M⁻¹ dM M⁻¹', d(inv(M), 'M'), p(inv(M), d(M, 'M'), inv(M))],
  ['d(M⁻¹) = −M⁻² dM', d(inv(M), 'M'), make.negative(p(inv(M), inv(M), d(M, 'M')))],
  ['∇ det Z = det Z Z⁻¹', grad(det(Z), syms.Z), scale(det(Z), inv(Z))],
  ['det(M + N) = det M + det N', det(sum(M, N)), sum(det(M), det(N))],
  ['(M + N)⁻¹ = M⁻¹ + N⁻¹', inv(sum(M, N)), sum(inv(M), inv(N))],
  ['det Q = 1', det(Q), num(1)],
  ['Q is symmetric', Q, t(Q)],
  ['UUᵀ = I', p(U, t(U)), I(n)],
  ['P is symmetric', P, t(P)],
  ['tr H = 1', tr(H), num(1)],
  ['R² = I', p(R, R), I(n)],
  ['V = I', V, I(n)],
  ['K² = 0', p(K, K), make.zeros(shape(n, n))],
  ['S and M commute', p(S, M), p(M, S)],
  ['Y⁻¹ = Y', inv(Y), Y],
  ['uuᵀ = I', p(u, t(u)), I(n)],
  ['du = 0', d(u, 'u'), make.zeros(shape(n, UNIT))],
  ['L is diagonal', L, diag(diagonal(L))],
  ['P⁺ = P', make.pseudoInverse(P), P],
  ['A⁺ = Aᵀ', make.pseudoInverse(A), t(A)],
  ['FF⁺ = I', p(F, make.pseudoInverse(F)), I(n)],
  [
    'd(1/z) without its sign',
    d(fn('reciprocal', z), 'z'),
    had(d(z, 'z'), had(fn('reciprocal', z), fn('reciprocal', z))),
  ],
  ['f is linear', fn('f', sum(x, y)), sum(fn('f', x), fn('f', y))],
  ['the chain rule without f′', d(fn('f', p(M, x)), 'x'), p(M, d(x, 'x'))],
  ['f⁗ = 0', fn('f', x, 4), make.zeros(shape(n, UNIT))],
  ['M_ij = M_ji', make.entry(M, i, j), make.entry(M, j, i)],
  ['δ_ij = 0', make.entry(I(n), i, j), num(0)],
  ['e₃ᵀx = x₂', p(t(make.unit(n, 3)), x), make.entry(x, 2, 1)],
  ['tr I = 1', tr(I(n)), num(1)],
  ['xᵀy x = xxᵀ x', scale(p(t(x), y), x), p(x, t(x), x)],
  ['d² xᵀx = 0', d(d(p(t(x), x), 'x'), 'x'), num(0)],
  ['‖u‖ of M', make.squaredNorm(M), tr(p(M, M))],
  ['diag(M) = M', diag(diagonal(M)), M],
  ['A ⊙ D = A', had(A, D), A],
];

export const symbols = syms;
