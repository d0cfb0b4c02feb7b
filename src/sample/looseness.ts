// How far a given matrix, or a given direction, is from having its structure exactly: rotations, projections and unit vectors are
// drawn in floating point, and stand for an exact one nearby. Infinite where there is none.

import { CholeskyDecomposition, LuDecomposition, Matrix } from 'ml-matrix';
import { has, type Structure, type Sym } from '../expression/symbol.ts';
import { U } from './bounded.ts';
import { isLinear, mirrored, plus, toMatrix } from './matrices.ts';
import type { Grid } from './memory.ts';

const NONE = Number.POSITIVE_INFINITY;

/** Structures that leave a neighbourhood of every matrix free to vary: all directions are tangent. */
const OPEN: readonly Structure[] = ['invertible', 'positive', 'nonzero', 'full-column-rank', 'full-row-rank'];
export const isOpen = (s: Sym): boolean => s.structure.every(x => OPEN.includes(x));

/** No entry is farther than this from a matrix that has the symbol's structures exactly. */
export const looseness = (s: Sym, of: Grid): number => {
  if (s.structure.length === 0) return 0;
  if (needsSquare(s) && of.rows !== of.cols) return NONE;
  let most = 0;
  for (const x of s.structure) most = Math.max(most, distance(x, has(s, 'diagonal'), of));
  return most;
};

const SQUARE: readonly Structure[] = [
  'diagonal',
  'symmetric',
  'skew',
  'orthogonal',
  'invertible',
  'idempotent',
  'permutation',
  'positive-definite',
  'toeplitz',
];
export const needsSquare = (s: Sym): boolean => s.structure.some(x => SQUARE.includes(x));

const worst = (
  { rows, cols, data }: Grid,
  f: (x: number, mirror: number, i: number, j: number) => number,
): number => {
  let max = 0;
  for (let i = 0, k = 0; i < rows; i++)
    for (let j = 0; j < cols; j++, k++)
      max = Math.max(max, Math.abs(f(data[k]!, data[j * cols + i] ?? 0, i, j)));
  return max;
};
/** ‖R‖ and the rounding of computing it from products of entries of this size. */
const residual = (r: Matrix, ...sizes: readonly number[]): number =>
  r.norm() + 4 * (r.rows + r.columns) ** 2 * U * sizes.reduce((a, b) => a * b, 1);

const distance = (structure: Structure, diagonalOnly: boolean, of: Grid): number => {
  const every = (holds: (x: number) => boolean): number =>
    worst(of, (x, _, i, j) => ((diagonalOnly && i !== j) || holds(x) ? 0 : NONE));
  switch (structure) {
    case 'diagonal':
      return worst(of, (x, _, i, j) => (i === j ? 0 : x));
    case 'symmetric':
      return worst(of, (x, mirror) => x - mirror);
    case 'skew':
      return worst(of, (x, mirror) => x + mirror);
    case 'lower-triangular':
      return worst(of, (x, _, i, j) => (i < j ? x : 0));
    case 'upper-triangular':
      return worst(of, (x, _, i, j) => (i > j ? x : 0));
    case 'toeplitz':
      return worst(of, (x, _, i, j) => (i > 0 && j > 0 ? x - of.data[(i - 1) * of.cols + j - 1]! : 0));
    case 'permutation':
      return worst(of, x => (x === 0 || x === 1 ? 0 : NONE)) + (unitary(toMatrix(of)) < 1 / 2 ? 0 : NONE);
    case 'orthogonal':
    case 'orthonormal-columns':
      return unitary(toMatrix(of));
    case 'idempotent': {
      // The iteration 3P² − 2P³ moves P by at most ‖I − 2P‖‖P² − P‖, and then quadratically less.
      const p = toMatrix(of);
      const size = p.norm();
      return 2 * (Math.sqrt(p.rows) + 2 * size) * residual(plus(p.mmul(p), -1, p), 1 + size, size);
    }
    case 'positive-definite':
      return new CholeskyDecomposition(mirrored(toMatrix(of))).isPositiveDefinite()
        ? distance('symmetric', diagonalOnly, of)
        : NONE;
    case 'positive':
      return every(x => x > 0);
    case 'nonzero':
      return every(x => x !== 0);
    case 'invertible':
    case 'full-column-rank':
      return of.rows >= of.cols && smallestPivot(toMatrix(of)) > 0 ? 0 : NONE;
    case 'full-row-rank':
      return of.rows <= of.cols && smallestPivot(toMatrix(of).transpose()) > 0 ? 0 : NONE;
    case 'unit':
      return Math.abs(toMatrix(of).norm() - 1) + (of.rows + of.cols + 2) * U;
    default: {
      const unknown: never = structure;
      throw new TypeError(`unknown structure ${String(unknown)}`);
    }
  }
};
/** The polar factor is within ‖AᵀA − I‖ (Higham 2008, lemma 8.17). */
const unitary = (a: Matrix): number =>
  residual(plus(a.transpose().mmul(a), -1, Matrix.eye(a.columns)), 1 + a.norm(), a.norm());
/** Of a square matrix or, for a tall one, of its Gram matrix: 0 when columns are dependent. */
export const smallestPivot = (a: Matrix): number => {
  const gram = a.rows === a.columns ? a : a.transpose().mmul(a);
  const u = new LuDecomposition(gram).upperTriangularMatrix;
  let least = NONE;
  for (let i = 0; i < gram.rows; i++) least = Math.min(least, Math.abs(u.get(i, i)));
  return least;
};

/** No entry of a direction is farther than this from one that is exactly tangent to the structure at x. */
export const looseTangent = (s: Sym, x: Grid, direction: Grid): number => {
  let most = 0;
  for (const structure of s.structure) most = Math.max(most, off(structure, x, direction));
  return most;
};
const off = (structure: Structure, x: Grid, direction: Grid): number => {
  if (isLinear(structure)) return distance(structure, false, direction);
  if (structure === 'positive-definite') return distance('symmetric', false, direction);
  if (OPEN.includes(structure)) return 0;
  const a = toMatrix(x);
  const v = toMatrix(direction);
  const size = a.norm();
  const length = v.norm();
  if (structure === 'permutation') return length;
  if (structure === 'idempotent') {
    const rest = residual(plus(plus(a.mmul(v), 1, v.mmul(a)), -1, v), 1 + size, length);
    return (size ** 2 + (size + Math.sqrt(a.rows)) ** 2) * rest;
  }
  const g = a.transpose().mmul(v);
  return residual(plus(g, 1, g.transpose()), size, length);
};
