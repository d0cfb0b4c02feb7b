// Structure of symbols: how a matrix with it is made from free parameters, and which directions stay within it to first order.
//   impose(s, raw) has every structure of s, or is null; tangent(s, x, raw) likewise for directions at x
//   parameters 0 give the simplest matrix with the structure (0, I, e₁), fewer rows and columns of parameters a smaller one

import { inverse, Matrix, QrDecomposition } from 'ml-matrix';
import { has, type Structure, type Sym } from '../expression/symbol.ts';
import { isOpen, looseness, looseTangent, needsSquare, smallestPivot } from './looseness.ts';
import { build, fromMatrix, isLinear, linear, mirrored, plus, toMatrix } from './matrices.ts';
import type { Grid } from './memory.ts';

/** Structures that straight lines leave. */
const CURVED: readonly Structure[] = [
  'orthogonal',
  'orthonormal-columns',
  'idempotent',
  'permutation',
  'unit',
];
export const isCurved = (s: Sym): boolean => s.structure.some(x => CURVED.includes(x));

/** Looser than this, a draw does not count as having its structure. */
const TOLERABLE = 1e-9;
/** An entry or a length nearer to 0 than this counts as 0. */
const NEAREST = 1 / 8;
/** The least pivot of a matrix that is drawn to be inverted. */
const LEAST_PIVOT = 1 / 16;
const away = (x: number): number => (Math.abs(x) < NEAREST ? 1 : x);

/** A matrix with every structure of the symbol, made from free parameters of its shape; null when these give none. */
export const impose = (s: Sym, raw: Grid): Grid | null => {
  if (s.structure.every(isLinear)) return keep(s, raw);
  if (needsSquare(s) && raw.rows !== raw.cols) return null;
  const grid = imposed(x => has(s, x), toMatrix(raw));
  return grid && looseness(s, grid) <= TOLERABLE ? grid : null;
};
/** The matrix itself, with entries that are bound to others following them; null when it does not have every structure. */
export const keep = (s: Sym, given: Grid): Grid | null => {
  if (s.structure.length === 0) return given;
  if (needsSquare(s) && given.rows !== given.cols) return null;
  const grid = linear(given, x => has(s, x) || (x === 'symmetric' && has(s, 'positive-definite')));
  return looseness(s, grid) <= TOLERABLE ? grid : null;
};
const imposed = (is: (x: Structure) => boolean, raw: Matrix): Grid | null => {
  const made = shapedBy(is, raw);
  return made && fromMatrix(made);
};
const shapedBy = (is: (x: Structure) => boolean, raw: Matrix): Matrix | null => {
  const n = raw.rows;
  if (is('unit')) return unitLength(is('positive') ? positive(raw) : raw);
  if (is('permutation')) return is('diagonal') ? Matrix.eye(n) : permuted(raw);
  if (is('orthogonal') || (is('orthonormal-columns') && n === raw.columns)) {
    if (is('diagonal')) return Matrix.diag(raw.diag().map(x => (x < 0 ? -1 : 1)));
    return is('symmetric') ? reflection(raw) : rotation(raw);
  }
  if (is('orthonormal-columns')) return orthonormal(raw);
  if (is('idempotent')) return is('diagonal') ? mask(raw) : projection(raw, is('symmetric'));
  let a = raw;
  if (is('positive')) a = positive(a);
  else if (is('nonzero')) a = build(n, a.columns, (i, j) => away(raw.get(i, j)));
  a = toMatrix(linear(fromMatrix(a), is));
  if (is('positive-definite')) {
    const l = build(n, n, (i, j) => ((is('diagonal') ? i === j : i >= j) ? raw.get(i, j) : 0));
    a = mirrored(plus(Matrix.eye(n), 1, l.mmul(l.transpose())));
  }
  if (is('invertible') || is('full-column-rank')) return n >= a.columns ? conditioned(a) : null;
  return is('full-row-rank')
    ? n <= a.columns
      ? (conditioned(a.transpose())?.transpose() ?? null)
      : null
    : a;
};

const positive = (a: Matrix): Matrix => build(a.rows, a.columns, (i, j) => Math.abs(away(a.get(i, j))));
/** Orthogonal: (I − S)(I + S)⁻¹ for the skew part S, columns flipped where the diagonal is negative (Cayley). */
const rotation = (raw: Matrix): Matrix => {
  const s = toMatrix(linear(fromMatrix(raw), x => x === 'skew'));
  const one = Matrix.eye(raw.rows);
  const q = plus(one, -1, s).mmul(inverse(plus(one, 1, s)));
  return build(raw.rows, raw.rows, (i, j) => (raw.get(j, j) < 0 ? -1 : 1) * q.get(i, j));
};
/** I − 2vvᵀ/vᵀv with v the first column (Householder). */
const reflection = (raw: Matrix): Matrix => {
  const v = raw.getColumn(0);
  const square = v.reduce((sum, x) => sum + x * x, 0);
  if (square < NEAREST) return Matrix.eye(raw.rows);
  return build(raw.rows, raw.rows, (i, j) => (i === j ? 1 : 0) - (2 * v[i]! * v[j]!) / square);
};
/** Rows of I in the order of the first column. */
const permuted = (raw: Matrix): Matrix => {
  const v = raw.getColumn(0);
  const order = v.map((_, i) => i).sort((a, b) => v[a]! - v[b]! || a - b);
  return build(raw.rows, raw.rows, (i, j) => (order[i] === j ? 1 : 0));
};
/** Ones where the diagonal is positive. */
const mask = (raw: Matrix): Matrix =>
  build(raw.rows, raw.rows, (i, j) => (i === j && raw.get(i, i) > 0 ? 1 : 0));
/** A·M·A⁻¹ with M a mask; A a rotation when the projection is to be orthogonal. */
const projection = (raw: Matrix, symmetric: boolean): Matrix | null => {
  const a = symmetric ? rotation(raw) : conditioned(raw);
  if (!a) return null;
  const p = a.mmul(mask(raw)).mmul(symmetric ? a.transpose() : inverse(a));
  return symmetric ? mirrored(p) : p;
};
/** a + kI, k = 0, 1, 2, …: the first whose columns are safely independent. */
const conditioned = (a: Matrix): Matrix | null => {
  for (let k = 0; k <= 2 * a.rows + 2; k++) {
    const shifted = k === 0 ? a : build(a.rows, a.columns, (i, j) => a.get(i, j) + (i === j ? k : 0));
    if (smallestPivot(shifted) > LEAST_PIVOT) return shifted;
  }
  return null;
};
const orthonormal = (raw: Matrix): Matrix | null => {
  const full = raw.rows >= raw.columns ? conditioned(raw) : null;
  if (!full) return null;
  const { orthogonalMatrix: q, upperTriangularMatrix: r } = new QrDecomposition(full);
  return build(raw.rows, raw.columns, (i, j) => (r.get(j, j) < 0 ? -1 : 1) * q.get(i, j));
};
const unitLength = (raw: Matrix): Matrix => {
  const length = raw.norm();
  return build(raw.rows, raw.columns, (i, j) =>
    length < NEAREST ? (i + j === 0 ? 1 : 0) : raw.get(i, j) / length,
  );
};

/** A direction tangent at x to every structure of the symbol, made from free parameters; null where there is none. */
export const tangent = (s: Sym, x: Grid, raw: Grid): Grid | null => {
  if (isOpen(s)) return raw;
  const is = (structure: Structure): boolean => has(s, structure);
  if (is('permutation')) return null;
  let v = linear(raw, t => is(t) || (t === 'symmetric' && is('positive-definite')));
  if (isCurved(s)) v = fromMatrix(bent(is, toMatrix(x), toMatrix(v)));
  return looseTangent(s, x, v) <= TOLERABLE * Math.max(1, ...v.data.map(Math.abs)) ? v : null;
};
const bent = (is: (x: Structure) => boolean, x: Matrix, v: Matrix): Matrix => {
  if (is('idempotent')) return acrossProjection(x, v, is('symmetric'));
  return is('unit') ? plus(v, -1, x.mmul(x.transpose().mmul(v))) : alongRotation(x, v);
};
/** V − X·sym(XᵀV). */
const alongRotation = (x: Matrix, v: Matrix): Matrix => {
  const g = x.transpose().mmul(v);
  return plus(v, -0.5, x.mmul(plus(g, 1, g.transpose())));
};
/** PV(I − P) + (I − P)VP. */
const acrossProjection = (p: Matrix, v: Matrix, symmetric: boolean): Matrix => {
  const rest = plus(Matrix.eye(p.rows), -1, p);
  const made = plus(p.mmul(v).mmul(rest), 1, rest.mmul(v).mmul(p));
  return symmetric ? mirrored(made) : made;
};
