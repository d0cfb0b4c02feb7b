// How far a given matrix, or a given direction, is from having its structure exactly: rotations, projections and unit vectors are
// drawn in floating point, and stand for an exact one nearby. Infinite where there is none.

import { CholeskyDecomposition, LuDecomposition, Matrix } from 'ml-matrix';
import { has, type Structure, type Sym } from '../expression/symbol.ts';
import { U } from './bounded.ts';
import { mirrored, plus, toMatrix } from './matrices.ts';
import type { Grid } from './memory.ts';

const NONE = Number.POSITIVE_INFINITY;

/** No entry is farther than this from a matrix that has the symbol's structures exactly. */
export const looseness = (s: Sym, of: Grid): number => {
  if (s.structure.length === 0) return 0;
  if (needsSquare(s) && of.rows !== of.cols) return NONE;
  const a = toMatrix(of);
  return Math.max(0, ...s.structure.map(x => distance(x, has(s, 'diagonal'), a)));
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
];
export const needsSquare = (s: Sym): boolean => s.structure.some(x => SQUARE.includes(x));

const worst = (a: Matrix, f: (i: number, j: number) => number): number => {
  let max = 0;
  for (let i = 0; i < a.rows; i++) for (let j = 0; j < a.columns; j++) max = Math.max(max, Math.abs(f(i, j)));
  return max;
};
/** ‖R‖ and the rounding of computing it from products of entries of this size. */
const residual = (r: Matrix, ...sizes: readonly number[]): number =>
  r.norm() + 4 * (r.rows + r.columns) ** 2 * U * sizes.reduce((a, b) => a * b, 1);

const distance = (structure: Structure, diagonalOnly: boolean, a: Matrix): number => {
  const every = (holds: (x: number) => boolean): number =>
    worst(a, (i, j) => ((diagonalOnly && i !== j) || holds(a.get(i, j)) ? 0 : NONE));
  const size = a.norm();
  switch (structure) {
    case 'diagonal':
      return worst(a, (i, j) => (i === j ? 0 : a.get(i, j)));
    case 'symmetric':
      return worst(a, (i, j) => a.get(i, j) - a.get(j, i));
    case 'skew':
      return worst(a, (i, j) => a.get(i, j) + a.get(j, i));
    case 'lower-triangular':
      return worst(a, (i, j) => (i < j ? a.get(i, j) : 0));
    case 'upper-triangular':
      return worst(a, (i, j) => (i > j ? a.get(i, j) : 0));
    case 'permutation':
      return (
        worst(a, (i, j) => (a.get(i, j) === 0 || a.get(i, j) === 1 ? 0 : NONE)) +
        (unitary(a) < 1 / 2 ? 0 : NONE)
      );
    case 'orthogonal':
    case 'orthonormal-columns':
      return unitary(a);
    case 'idempotent':
      // The iteration 3P² − 2P³ moves P by at most ‖I − 2P‖‖P² − P‖, and then quadratically less.
      return 2 * (Math.sqrt(a.rows) + 2 * size) * residual(plus(a.mmul(a), -1, a), 1 + size, size);
    case 'positive-definite':
      return new CholeskyDecomposition(mirrored(a)).isPositiveDefinite()
        ? distance('symmetric', diagonalOnly, a)
        : NONE;
    case 'positive':
      return every(x => x > 0);
    case 'nonzero':
      return every(x => x !== 0);
    case 'invertible':
    case 'full-column-rank':
      return a.rows >= a.columns && smallestPivot(a) > 0 ? 0 : NONE;
    case 'full-row-rank':
      return distance('full-column-rank', diagonalOnly, a.transpose());
    case 'unit':
      return Math.abs(size - 1) + (a.rows + a.columns + 2) * U;
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

/** Structures whose matrices form a linear space: directions have them too. */
const LINEAR: readonly Structure[] = [
  'diagonal',
  'symmetric',
  'skew',
  'lower-triangular',
  'upper-triangular',
];

/** No entry of a direction is farther than this from one that is exactly tangent to the structure at x. */
export const looseTangent = (s: Sym, x: Grid, direction: Grid): number => {
  if (s.structure.length === 0) return 0;
  const [a, v] = [toMatrix(x), toMatrix(direction)];
  const [size, length] = [a.norm(), v.norm()];
  const tangents = s.structure.map(structure => {
    if (LINEAR.includes(structure)) return distance(structure, false, v);
    switch (structure) {
      case 'positive-definite':
        return distance('symmetric', false, v);
      case 'permutation':
        return length;
      case 'orthogonal':
      case 'orthonormal-columns': {
        const g = a.transpose().mmul(v);
        return residual(plus(g, 1, g.transpose()), size, length);
      }
      case 'unit':
        return residual(a.transpose().mmul(v), size, length);
      case 'idempotent': {
        const rest = residual(plus(plus(a.mmul(v), 1, v.mmul(a)), -1, v), 1 + size, length);
        return (size ** 2 + (size + Math.sqrt(a.rows)) ** 2) * rest;
      }
      default:
        return 0;
    }
  });
  return Math.max(...tangents);
};
