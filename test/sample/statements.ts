// Statements for the tests of this room, true and false, made with the builders.

import * as e from '../../src/expression/build.ts';
import { type Dimension, dimension, dimensionNames, shape } from '../../src/expression/dimension.ts';
import { children, type Expression, type Layout } from '../../src/expression/expression.ts';
import type { Statement } from '../../src/expression/judgement.ts';
import type { Structure, Sym } from '../../src/expression/symbol.ts';
import { rational } from '../../src/number/rational.ts';

export const symbolOf = (name: string, rows: Dimension, cols: Dimension, ...structure: Structure[]): Sym => ({
  name,
  latex: name,
  shape: shape(rows, cols),
  structure,
});
export const [m, n, k, three] = [dimension('m'), dimension('n'), dimension('k'), dimension(3)] as const;
export const one = dimension();

/** The statement with its symbols and dimensions collected from both sides. */
export const statement = (lhs: Expression, rhs: Expression): Statement => {
  const symbols = new Map<string, Sym>();
  const names = new Set<string>();
  const visit = (x: Expression): void => {
    if (x.op === 'symbol') symbols.set(x.symbol.name, x.symbol);
    if (x.op === 'derivative') symbols.set(x.by.name, x.by);
    for (const name of dimensionNames(x.shape.rows, x.shape.cols)) names.add(name);
    children(x).forEach(visit);
  };
  visit(lhs);
  visit(rhs);
  for (const s of symbols.values())
    for (const name of dimensionNames(s.shape.rows, s.shape.cols)) names.add(name);
  return { lhs, rhs, symbols: [...symbols.values()], dimensions: [...names] };
};

const s = e.symbol;
const t = e.transpose;
const p = e.product;
const num = (a: number, b = 1): Expression => e.number(rational(a, b));
const times = (a: number, x: Expression): Expression => e.scale(num(a), x);
const d = (of: Expression, ...wrt: string[]): Expression => e.differential(of, wrt);
const by = (of: Expression, x: Sym, layout: Layout): Expression => e.derivative(of, x, layout);

const A = symbolOf('A', k, n);
const B = symbolOf('B', n, m);
const C = symbolOf('C', m, k);
const S = symbolOf('S', n, n);
const T = symbolOf('T', n, n);
const Y = symbolOf('Y', k, n);
const W = symbolOf('W', k, k, 'diagonal');
const X3 = symbolOf('X', n, three);
const X = symbolOf('X', n, n, 'invertible');
const XR = symbolOf('X', k, n);
const Sym_ = symbolOf('Σ', n, n, 'symmetric');
const P = symbolOf('P', n, n, 'positive-definite');
const Q = symbolOf('Q', n, n, 'orthogonal');
const x = symbolOf('x', n, one);
const y = symbolOf('y', n, one);
const u = symbolOf('u', n, one, 'unit');
const a = symbolOf('a', n, one);
const b = symbolOf('b', k, one);
const c = symbolOf('c', one, one);

const AX = p(s(A), s(X3));
const ones3 = e.ones(shape(three));
const seed = p(s(W), e.hadamard(AX, AX), ones3);
const seedJacobian = (factor = num(2), second: Expression = s(A)): Expression =>
  p(e.kronecker(t(ones3), s(W)), e.diag(e.scale(factor, e.vec(AX))), e.kronecker(e.identity(three), second));
const dX3 = d(s(X3), 'X');
const dX = d(s(X), 'X');
const dXR = d(s(XR), 'X');
const quadratic = p(t(s(x)), s(S), s(x));
const residual = e.difference(p(s(A), s(x)), s(b));
const onesN = e.ones(shape(n));
const expx = e.elementwise('exp', s(x));
const total = p(t(onesN), expx);
const softmax = e.quotient(expx, total);
const sigmoid = e.elementwise('sigmoid', p(s(A), s(x)));
const f = (of: Expression, order = 0): Expression => e.elementwise('f', of, order);
const i = { name: 'i', dim: 'k' } as const;
const j = { name: 'j', dim: 'n' } as const;
const logdet = (of: Expression): Expression => e.elementwise('log', e.determinant(of));

export type Row = readonly [name: string, statement: Statement];
const row = (name: string, lhs: Expression, rhs: Expression): Row => [name, statement(lhs, rhs)];

export const TRUE: readonly Row[] = [
  row('vec(ABC) = (Cᵀ⊗A)vec B', e.vec(p(s(A), s(B), s(C))), p(e.kronecker(t(s(C)), s(A)), e.vec(s(B)))),
  row('(AB)ᵀ = BᵀAᵀ', t(p(s(A), s(B))), p(t(s(B)), t(s(A)))),
  row('tr(ABC) = tr(CAB)', e.trace(p(s(A), s(B), s(C))), e.trace(p(s(C), s(A), s(B)))),
  row('K vec A = vec Aᵀ', p(e.commutation(k, n), e.vec(s(A))), e.vec(t(s(A)))),
  row('1ᵀ(A⊙Y)1 = tr(AᵀY)', p(t(e.ones(shape(k))), e.hadamard(s(A), s(Y)), onesN), e.frobenius(s(A), s(Y))),
  row('vec(A⊙Y) = diag(vec A)vec Y', e.vec(e.hadamard(s(A), s(Y))), p(e.diag(e.vec(s(A))), e.vec(s(Y)))),
  row('vec(A diag(x) Sᵀ) = (S∗A)x', e.vec(p(s(A), e.diag(s(x)), t(s(S)))), p(e.khatriRao(s(S), s(A)), s(x))),
  row('dF of the seed', d(seed, 'X'), p(s(W), e.hadamard(times(2, AX), p(s(A), dX3)), ones3)),
  row('∂F/∂X of the seed, denominator', by(seed, X3, 'denominator'), t(seedJacobian())),
  row('∂F/∂X of the seed, numerator', by(seed, X3, 'numerator'), seedJacobian()),
  row('∇ xᵀSx = (S+Sᵀ)x', by(quadratic, x, 'gradient'), p(e.sum(s(S), t(s(S))), s(x))),
  row('Hessian of xᵀSx', by(by(quadratic, x, 'gradient'), x, 'numerator'), e.sum(s(S), t(s(S)))),
  row('∇‖Ax−b‖² = 2Aᵀ(Ax−b)', by(e.squaredNorm(residual), x, 'gradient'), times(2, p(t(s(A)), residual))),
  row('d log det X = tr(X⁻¹dX)', d(logdet(s(X)), 'X'), e.trace(p(e.inverse(s(X)), dX))),
  row('∇ log det X = X⁻ᵀ', by(logdet(s(X)), X, 'gradient'), t(e.inverse(s(X)))),
  row(
    'd det X = det X tr(X⁻¹dX)',
    d(e.determinant(s(X)), 'X'),
    e.scale(e.determinant(s(X)), e.trace(p(e.inverse(s(X)), dX))),
  ),
  row('d X⁻¹ = −X⁻¹dX X⁻¹', d(e.inverse(s(X)), 'X'), e.negative(p(e.inverse(s(X)), dX, e.inverse(s(X))))),
  row(
    'd² X⁻¹',
    d(d(e.inverse(s(X)), 'X'), 'X'),
    times(2, p(e.inverse(s(X)), dX, e.inverse(s(X)), dX, e.inverse(s(X)))),
  ),
  row(
    '∂σ(Ax)/∂x',
    by(sigmoid, x, 'numerator'),
    p(e.diag(e.hadamard(sigmoid, e.difference(e.ones(shape(k)), sigmoid))), s(A)),
  ),
  row('softmax Jacobian', by(softmax, x, 'numerator'), e.difference(e.diag(softmax), p(softmax, t(softmax)))),
  row('∇ log 1ᵀexp x = softmax', by(e.elementwise('log', total), x, 'gradient'), softmax),
  row('∇‖x‖ = x/‖x‖', by(e.norm(s(x)), x, 'gradient'), e.quotient(s(x), e.norm(s(x)))),
  row('QᵀQ = I', p(t(s(Q)), s(Q)), e.identity(n)),
  row('QᵀdQ is skew', p(t(s(Q)), d(s(Q), 'Q')), e.negative(t(p(t(s(Q)), d(s(Q), 'Q'))))),
  row('d(QᵀQ) = 0', d(p(t(s(Q)), s(Q)), 'Q'), e.zeros(shape(n, n))),
  row('uᵀdu = 0', p(t(s(u)), d(s(u), 'u')), num(0)),
  row('d log det P = tr(P⁻¹dP)', d(logdet(s(P)), 'P'), e.trace(p(e.inverse(s(P)), d(s(P), 'P')))),
  row('Σ = Σᵀ', s(Sym_), t(s(Sym_))),
  row(
    'df(Ax) = f′(Ax)⊙A dx',
    d(f(p(s(A), s(x))), 'x'),
    e.hadamard(f(p(s(A), s(x)), 1), p(s(A), d(s(x), 'x'))),
  ),
  row('f″ is the derivative of f′', d(f(s(x), 1), 'x'), e.hadamard(f(s(x), 2), d(s(x), 'x'))),
  row(
    'relu′',
    d(e.elementwise('relu', p(s(A), s(x))), 'x'),
    e.hadamard(e.elementwise('relu', p(s(A), s(x)), 1), p(s(A), d(s(x), 'x'))),
  ),
  row(
    'A_{ij} by index',
    e.sumOver(j, e.scale(e.entry(s(A), i, j), e.entry(s(x), j, 1))),
    e.entry(p(s(A), s(x)), i, 1),
  ),
  row(
    'd tr exp(S) = tr(exp(S) dS)',
    d(e.trace(e.matrixFunction('exp', s(S))), 'S'),
    e.trace(p(e.matrixFunction('exp', s(S)), d(s(S), 'S'))),
  ),
  row('sqrt(P)² = P', e.power(e.matrixFunction('sqrt', s(P)), 2), s(P)),
  row('log det P = tr log P', logdet(s(P)), e.trace(e.matrixFunction('log', s(P)))),
  row('A A⁺ A = A', p(s(A), e.pseudoInverse(s(A)), s(A)), s(A)),
  row(
    'd(xᵀy) with both varying',
    d(p(t(s(x)), s(y)), 'x', 'y'),
    e.sum(p(t(d(s(x), 'x', 'y')), s(y)), p(t(s(x)), d(s(y), 'x', 'y'))),
  ),
  row('tr I_n = n', e.trace(e.identity(n)), e.size(n)),
  row('∂c⁻¹/∂c', by(e.inverse(s(c)), c, 'gradient'), e.negative(e.power(e.inverse(s(c)), 2))),
  row(
    'block product',
    p(
      e.block([[s(S), s(T)]], shape(n, dimension(2, 'n'))),
      e.block([[s(S)], [s(T)]], shape(dimension(2, 'n'), n)),
    ),
    e.sum(p(s(S), s(S)), p(s(T), s(T))),
  ),
  row('∇ ‖X‖² = 2X', by(e.squaredNorm(s(XR)), XR, 'gradient'), times(2, s(XR))),
  row('d(XᵀX)', d(p(t(s(XR)), s(XR)), 'X'), e.sum(p(t(dXR), s(XR)), p(t(s(XR)), dXR))),
  row(
    '∂(c²A)/∂c = 2cA',
    e.unvec(by(e.scale(e.power(s(c), 2), s(A)), c, 'numerator'), shape(k, n)),
    e.scale(times(2, s(c)), s(A)),
  ),
  row('vec ∇ tr(AᵀX) = vec A', e.vec(by(e.frobenius(s(A), s(XR)), XR, 'gradient')), e.vec(s(A))),
  row('the transposed Jacobian of Ax', t(by(p(s(A), s(x)), x, 'numerator')), t(s(A))),
];

export const FALSE: readonly Row[] = [
  row(
    'vec(ABC) = (C⊗A)… with square factors',
    e.vec(p(s(S), s(T), s(S))),
    p(e.kronecker(s(S), s(S)), e.vec(s(T))),
  ),
  row('(ST)ᵀ = SᵀTᵀ', t(p(s(S), s(T))), p(t(s(S)), t(s(T)))),
  row('ST = TS', p(s(S), s(T)), p(s(T), s(S))),
  row('tr(ST) = tr S tr T', e.trace(p(s(S), s(T))), e.scale(e.trace(s(S)), e.trace(s(T)))),
  row('vec Sᵀ = vec S', e.vec(t(s(S))), e.vec(s(S))),
  row('diag of a product', p(s(S), e.diag(s(x))), p(e.diag(s(x)), s(S))),
  row('dF without its 2', d(seed, 'X'), p(s(W), e.hadamard(AX, p(s(A), dX3)), ones3)),
  row('dF with a minus', d(seed, 'X'), e.negative(p(s(W), e.hadamard(times(2, AX), p(s(A), dX3)), ones3))),
  row('∂F/∂X without its 2', by(seed, X3, 'numerator'), seedJacobian(num(1))),
  row('∂F/∂X wrong by 1e-3', by(seed, X3, 'numerator'), seedJacobian(num(2002, 1000))),
  row(
    '∂F/∂X with 1⊗W swapped',
    by(seed, X3, 'numerator'),
    p(e.kronecker(s(W), t(ones3)), e.diag(times(2, e.vec(AX))), e.kronecker(e.identity(three), s(A))),
  ),
  row('∇ xᵀSx = 2Sx', by(quadratic, x, 'gradient'), times(2, p(s(S), s(x)))),
  row(
    '∇ xᵀSx = (S+Sᵀ)x, 0.1% off in one term',
    by(quadratic, x, 'gradient'),
    p(e.sum(s(S), e.scale(num(1001, 1000), t(s(S)))), s(x)),
  ),
  row('Hessian of xᵀSx = 2S', by(by(quadratic, x, 'gradient'), x, 'numerator'), times(2, s(S))),
  row('∇‖Ax−b‖² = 2(Ax−b)ᵀA as a gradient', by(e.squaredNorm(residual), x, 'gradient'), p(t(s(A)), residual)),
  row('∇ log det X = X⁻¹', by(logdet(s(X)), X, 'gradient'), e.inverse(s(X))),
  row('d det X = tr(X⁻¹dX)', d(e.determinant(s(X)), 'X'), e.trace(p(e.inverse(s(X)), dX))),
  row('d X⁻¹ without its minus', d(e.inverse(s(X)), 'X'), p(e.inverse(s(X)), dX, e.inverse(s(X)))),
  row('d X⁻¹ = −X⁻²dX', d(e.inverse(s(X)), 'X'), e.negative(p(e.inverse(s(X)), e.inverse(s(X)), dX))),
  row(
    'd² X⁻¹ without its 2',
    d(d(e.inverse(s(X)), 'X'), 'X'),
    p(e.inverse(s(X)), dX, e.inverse(s(X)), dX, e.inverse(s(X))),
  ),
  row('∂σ(Ax)/∂x without 1−σ', by(sigmoid, x, 'numerator'), p(e.diag(sigmoid), s(A))),
  row(
    'softmax Jacobian with a plus',
    by(softmax, x, 'numerator'),
    e.sum(e.diag(softmax), p(softmax, t(softmax))),
  ),
  row('softmax Jacobian, only diagonal', by(softmax, x, 'numerator'), e.diag(softmax)),
  row('∇‖x‖ = x', by(e.norm(s(x)), x, 'gradient'), s(x)),
  row('Q = Qᵀ', s(Q), t(s(Q))),
  row('uᵀda = 0 for any a', p(t(s(u)), d(s(a), 'a')), num(0)),
  row('df(Ax) = f(Ax)⊙A dx', d(f(p(s(A), s(x))), 'x'), e.hadamard(f(p(s(A), s(x))), p(s(A), d(s(x), 'x')))),
  row('relu′ = 1', d(e.elementwise('relu', p(s(A), s(x))), 'x'), p(s(A), d(s(x), 'x'))),
  row(
    'exp(S+T) = exp S exp T',
    e.matrixFunction('exp', e.sum(s(S), s(T))),
    p(e.matrixFunction('exp', s(S)), e.matrixFunction('exp', s(T))),
  ),
  row('A⁺ = Aᵀ', e.pseudoInverse(s(A)), t(s(A))),
  row('(S+T)⁻¹ = S⁻¹+T⁻¹', e.inverse(e.sum(s(S), s(T))), e.sum(e.inverse(s(S)), e.inverse(s(T)))),
  row(
    'det(S+T) = det S + det T',
    e.determinant(e.sum(s(S), s(T))),
    e.sum(e.determinant(s(S)), e.determinant(s(T))),
  ),
  row('Σ_j A_{ij} x_i', e.sumOver(j, e.entry(s(A), i, j)), e.entry(s(A), i, 1)),
  row('d tr S³ = tr(S² dS)', d(e.trace(e.power(s(S), 3)), 'S'), e.trace(p(e.power(s(S), 2), d(s(S), 'S')))),
  row('d(XᵀX) = 2XᵀdX', d(p(t(s(XR)), s(XR)), 'X'), times(2, p(t(s(XR)), dXR))),
  row(
    'log of a sum',
    e.elementwise('log', e.sum(s(x), s(y))),
    e.sum(e.elementwise('log', s(x)), e.elementwise('log', s(y))),
  ),
  row('sigmoid″ = sigmoid′', e.elementwise('sigmoid', s(x), 2), e.elementwise('sigmoid', s(x), 1)),
  row(
    '∂(c²A)/∂c = cA',
    e.unvec(by(e.scale(e.power(s(c), 2), s(A)), c, 'numerator'), shape(k, n)),
    e.scale(s(c), s(A)),
  ),
  row('vec ∇ tr(SX) = vec S', e.vec(by(e.trace(p(s(S), s(X))), X, 'gradient')), e.vec(s(S))),
];
