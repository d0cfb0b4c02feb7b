// Does a matrix have its symbol's structures, and does a direction keep them to first order? Exact, over any number system.
//   where numbers are not ordered, positive is read as nonzero and positive definite as symmetric and invertible

import { has, type Structure, type Sym } from '../expression/symbol.ts';
import type { Field } from '../number/field.ts';
import { isPositiveDefinite, rank } from './elimination.ts';
import * as dense from './matrix.ts';
import { type Matrix, sameMatrix, transpose } from './matrix.ts';

/** Every entry at which `where` holds is 0. */
const vanishes = <N>(k: Field<N>, m: Matrix<N>, where: (r: number, c: number) => boolean): boolean =>
  m.data.every((x, i) => k.isZero(x) || !where(Math.floor(i / m.cols), i % m.cols));

/** The structures that a linear combination of matrices with them has too. */
const linear = <N>(k: Field<N>, structure: Structure, m: Matrix<N>): boolean => {
  switch (structure) {
    case 'diagonal':
      return m.rows === m.cols && vanishes(k, m, (r, c) => r !== c);
    case 'lower-triangular':
      return vanishes(k, m, (r, c) => r < c);
    case 'upper-triangular':
      return vanishes(k, m, (r, c) => r > c);
    case 'toeplitz':
      return m.data.every((x, i) => i < m.cols || i % m.cols === 0 || k.equal(x, m.data[i - m.cols - 1]!));
    case 'symmetric':
    case 'positive-definite':
      return sameMatrix(k, m, transpose(m));
    case 'skew':
      return sameMatrix(
        k,
        m,
        dense.map(transpose(m), x => k.negate(x)),
      );
    default:
      return true;
  }
};

/** The matrix has every structure of the symbol. */
export const conforms = <N>(k: Field<N>, s: Sym, m: Matrix<N>): boolean =>
  s.structure.every(structure => linear(k, structure, m) && hasStructure(k, s, structure, m));

const hasStructure = <N>(k: Field<N>, s: Sym, structure: Structure, m: Matrix<N>): boolean => {
  switch (structure) {
    case 'diagonal':
    case 'lower-triangular':
    case 'upper-triangular':
    case 'toeplitz':
    case 'symmetric':
    case 'skew':
      return true;
    case 'orthogonal':
      return m.rows === m.cols && isOrthonormal(k, m);
    case 'orthonormal-columns':
      return isOrthonormal(k, m);
    case 'invertible':
      return m.rows === m.cols && rank(k, m) === m.rows;
    case 'idempotent':
      return m.rows === m.cols && sameMatrix(k, dense.product(k, m, m), m);
    case 'permutation':
      return m.rows === m.cols && m.data.every(x => k.isZero(x) || k.equal(x, k.one)) && isOrthonormal(k, m);
    case 'positive-definite':
      return k.sign ? isPositiveDefinite(k, m) : rank(k, m) === m.rows;
    case 'positive':
    case 'nonzero': {
      const { sign } = k;
      const allowed = structure === 'positive' && sign ? (x: N) => sign(x) > 0 : (x: N) => !k.isZero(x);
      const exempt = has(s, 'diagonal');
      return m.data.every((x, i) => allowed(x) || (exempt && Math.floor(i / m.cols) !== i % m.cols));
    }
    case 'full-column-rank':
      return rank(k, m) === m.cols;
    case 'full-row-rank':
      return rank(k, m) === m.rows;
    case 'unit':
      return k.equal(
        m.data.reduce((sum, x) => k.add(sum, k.multiply(x, x)), k.zero),
        k.one,
      );
    default: {
      const unknown: never = structure;
      throw new TypeError(`unknown structure ${String(unknown)}`);
    }
  }
};
const isOrthonormal = <N>(k: Field<N>, m: Matrix<N>): boolean =>
  sameMatrix(k, dense.product(k, transpose(m), m), dense.identity(k, m.cols));

/** Moving from x along v keeps every structure of the symbol to first order. */
export const isTangent = <N>(k: Field<N>, s: Sym, x: Matrix<N>, v: Matrix<N>): boolean =>
  v.rows === x.rows &&
  v.cols === x.cols &&
  s.structure.every(structure => linear(k, structure, v) && staysTangent(k, structure, x, v));

const staysTangent = <N>(k: Field<N>, structure: Structure, x: Matrix<N>, v: Matrix<N>): boolean => {
  const times = (a: Matrix<N>, b: Matrix<N>): Matrix<N> => dense.product(k, a, b);
  switch (structure) {
    case 'orthogonal':
    case 'orthonormal-columns': {
      const g = times(transpose(x), v);
      return dense.plus(k, g, transpose(g)).data.every(y => k.isZero(y));
    }
    case 'idempotent':
      return sameMatrix(k, dense.plus(k, times(x, v), times(v, x)), v);
    case 'permutation':
      return v.data.every(y => k.isZero(y));
    case 'unit':
      return k.isZero(x.data.reduce((sum, a, i) => k.add(sum, k.multiply(a, v.data[i]!)), k.zero));
    default:
      return true;
  }
};
