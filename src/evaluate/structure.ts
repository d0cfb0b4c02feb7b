// How a matrix with given structures is made from free parameters: a linear pattern, or a rational parametrisation.
//   member(parameters, keys) has every structure of the symbol, or is null
//   for each list of keys in `components` the members are the image of an open set of parameters under a rational map, and all lists
//   together reach a Zariski-dense part of all matrices with the structures: what holds for random parameters of each holds for all
//   over unordered fields positive stands for nonzero and positive definite for symmetric and invertible: both are open sets, dense there
//   structures that nobody knows to combine are NotEvaluable

import type { Shape } from '../expression/dimension.ts';
import type { Entries } from '../expression/judgement.ts';
import { has, type Structure, type Sym } from '../expression/symbol.ts';
import type { Field } from '../number/field.ts';
import { conforms } from './conforms.ts';
import { inverse, pseudoInverse } from './elimination.ts';
import * as dense from './matrix.ts';
import { at, type Matrix, matrix } from './matrix.ts';
import { NotEvaluable, Singular } from './refusal.ts';

export type Family =
  /** Entries are parameters, their negatives or 0. */
  | 'linear'
  /** The first columns of (I − S)(I + S)⁻¹ for skew S; keys: columns whose sign changes. (Cayley 1846) */
  | 'rotation'
  /** I − 2P for a projection P. */
  | 'reflection'
  /** X(XᵀX)⁻¹Xᵀ; keys: which columns of the parameters X has. */
  | 'projection'
  /** A·diag(keys)·A⁻¹. */
  | 'idempotent'
  /** diag(±1); keys: where the sign is −1. */
  | 'signs'
  /** diag(keys) of zeros and ones. */
  | 'mask'
  /** Rows of I in the order of the keys. */
  | 'permutation'
  /** The inverse stereographic projection; keys: the sign. */
  | 'unit';

const FULL_RANK: readonly Structure[] = ['invertible', 'full-column-rank', 'full-row-rank'];
const ORTHOGONAL: readonly Structure[] = ['orthogonal', 'orthonormal-columns', ...FULL_RANK];
const TRIANGULAR: readonly Structure[] = ['diagonal', 'lower-triangular', 'upper-triangular'];
const LINEAR: readonly Structure[] = [...TRIANGULAR, 'symmetric', 'skew', 'toeplitz'];
/** What each family takes in. */
const ACCEPTS: Readonly<Record<Family, readonly Structure[]>> = {
  linear: [...LINEAR, ...FULL_RANK, 'positive-definite', 'positive', 'nonzero'],
  rotation: ORTHOGONAL,
  reflection: [...ORTHOGONAL, 'symmetric'],
  projection: ['idempotent', 'symmetric', ...FULL_RANK],
  idempotent: ['idempotent', ...FULL_RANK],
  signs: [...ORTHOGONAL, ...TRIANGULAR, 'symmetric'],
  mask: ['idempotent', 'diagonal', 'symmetric', ...FULL_RANK],
  permutation: ['permutation', ...ORTHOGONAL, ...TRIANGULAR, 'symmetric', 'idempotent'],
  unit: ['unit', 'orthonormal-columns', 'full-column-rank', 'positive', 'nonzero'],
};

/** @throws NotEvaluable */
export const familyOf = (s: Sym): Family => {
  const family = pick(s);
  const strange = s.structure.find(x => !ACCEPTS[family].includes(x));
  if (strange !== undefined)
    throw new NotEvaluable(`${s.name} is ${s.structure.join(', ')}, and nothing with all of these is drawn`);
  return family;
};
const pick = (s: Sym): Family => {
  const is = (...structures: readonly Structure[]): boolean => structures.some(x => has(s, x));
  if (is('permutation')) return 'permutation';
  if (is('unit')) return 'unit';
  if (is('orthogonal', 'orthonormal-columns'))
    return is(...TRIANGULAR) ? 'signs' : is('symmetric') ? 'reflection' : 'rotation';
  if (is('idempotent')) return is('diagonal') ? 'mask' : is('symmetric') ? 'projection' : 'idempotent';
  return 'linear';
};

/** Parameters have the shape of the symbol, but a rotation needs all columns. */
export const parameterShape = (s: Sym): Shape =>
  familyOf(s) === 'rotation' ? { rows: s.shape.rows, cols: s.shape.rows } : s.shape;

/** Where the parameter of entry i stands (from 1), with its sign; 0 for an entry that is 0. */
export const pattern = (s: Sym, rows: number, cols: number): readonly number[] => {
  const symmetric = has(s, 'symmetric') || has(s, 'positive-definite');
  const skew = has(s, 'skew');
  const diagonal = has(s, 'diagonal');
  const absent = (r: number, c: number): boolean =>
    (r !== c && diagonal) ||
    (r < c && has(s, 'lower-triangular')) ||
    (r > c && has(s, 'upper-triangular')) ||
    (skew && (r === c || symmetric));
  const mirrored = symmetric || skew;
  const toeplitz = has(s, 'toeplitz');
  return Array.from({ length: rows * cols }, (_, i) => {
    const r = Math.floor(i / cols);
    const c = i % cols;
    if (absent(r, c) || (mirrored && absent(c, r))) return 0;
    const turned = mirrored && r > c;
    let [row, col] = turned ? [c, r] : [r, c];
    // The first entry of its diagonal.
    if (toeplitz) [row, col] = [Math.max(0, row - col), Math.max(0, col - row)];
    return (row * cols + col + 1) * (turned && skew ? -1 : 1);
  });
};
const patterned = <N>(k: Field<N>, s: Sym, m: Matrix<N>): Matrix<N> => {
  if (s.structure.length === 0) return m;
  const data = pattern(s, m.rows, m.cols).map(p =>
    p === 0 ? k.zero : p > 0 ? m.data[p - 1]! : k.negate(m.data[-p - 1]!),
  );
  return { ...m, data };
};

/** Positions of the parameters that matter. */
export const freeParameters = (s: Sym, rows: number, cols: number): number[] => {
  const all = Array.from({ length: rows * cols }, (_, i) => i);
  switch (familyOf(s)) {
    case 'linear':
      return pattern(s, rows, cols).flatMap((p, i) => (p === i + 1 ? [i] : []));
    case 'rotation':
      return all.filter(i => Math.floor(i / cols) < i % cols);
    case 'reflection':
    case 'projection':
    case 'idempotent':
      return all;
    case 'unit':
      return all.slice(1);
    default:
      return [];
  }
};

/** One list of keys for each component, the simplest first; all have as many keys as the parameters have rows. */
export const components = (s: Sym, rows: number, cols: number): readonly (readonly number[])[] => {
  const none = new Array<number>(rows).fill(0);
  const flipped = none.with(0, 1);
  switch (familyOf(s)) {
    case 'linear':
      return [none];
    case 'rotation':
      return rows === cols ? [none, flipped] : [none];
    case 'unit':
      return rows * cols === 1 ? [none, flipped] : [none];
    case 'reflection':
    case 'projection':
    case 'idempotent':
      return Array.from({ length: rows + 1 }, (_, rank) => none.map((_, i) => (i < rank ? 1 : 0)));
    case 'signs':
    case 'mask':
      return Array.from({ length: 2 ** rows }, (_, bits) => none.map((_, i) => (bits >> i) & 1));
    case 'permutation':
      return orders(rows);
  }
};
const orders = (n: number): number[][] =>
  n === 0
    ? [[]]
    : orders(n - 1).flatMap(order =>
        Array.from({ length: n }, (_, i) => [...order.slice(0, n - 1 - i), n - 1, ...order.slice(n - 1 - i)]),
      );
/** How many components there are, without listing them. */
export const componentCount = (s: Sym, rows: number, cols: number): number => {
  switch (familyOf(s)) {
    case 'linear':
      return 1;
    case 'rotation':
      return rows === cols ? 2 : 1;
    case 'unit':
      return rows * cols === 1 ? 2 : 1;
    case 'reflection':
    case 'projection':
    case 'idempotent':
      return rows + 1;
    case 'signs':
    case 'mask':
      return 2 ** rows;
    case 'permutation': {
      let count = 1;
      for (let i = 2; i <= rows && count < Number.MAX_SAFE_INTEGER; i++) count *= i;
      return count;
    }
  }
};

const SQUARE: readonly Structure[] = [
  'diagonal',
  'symmetric',
  'skew',
  'toeplitz',
  'orthogonal',
  'invertible',
  'idempotent',
  'permutation',
  'positive-definite',
];
/** Sizes at which a matrix with these structures may exist. */
export const admits = (s: Sym, rows: number, cols: number): boolean => {
  if (rows !== cols && s.structure.some(x => SQUARE.includes(x))) return false;
  if ((has(s, 'orthonormal-columns') || has(s, 'full-column-rank')) && rows < cols) return false;
  return !(has(s, 'full-row-rank') && rows > cols);
};

/** The matrix of shape rows × columns of the symbol that these parameters and keys make; null when they make none. */
export const member = <N>(
  k: Field<N>,
  s: Sym,
  cols: number,
  parameters: Entries<N>,
  keys: readonly number[],
): Matrix<N> | null => {
  if (s.structure.length === 0) return parameters;
  try {
    const made = make(k, s, cols, parameters, keys);
    return conforms(k, s, made) ? made : null;
  } catch (error) {
    if (error instanceof Singular) return null;
    throw error;
  }
};
const make = <N>(k: Field<N>, s: Sym, cols: number, m: Entries<N>, keys: readonly number[]): Matrix<N> => {
  const n = m.rows;
  const family = familyOf(s);
  switch (family) {
    case 'linear':
      return patterned(k, s, m);
    case 'rotation': {
      const q = cayley(k, m);
      return matrix(n, cols, (r, c) => (keys[c] ? k.negate(at(q, r, c)) : at(q, r, c)));
    }
    case 'projection':
      return projection(k, m, keys);
    case 'reflection': {
      const p = projection(k, m, keys);
      return dense.minus(k, dense.identity(k, n), dense.plus(k, p, p));
    }
    case 'idempotent': {
      const kept = matrix(n, n, (r, c) => (keys[c] ? at(m, r, c) : k.zero));
      return dense.product(k, kept, inverse(k, m));
    }
    case 'signs':
      return matrix(n, n, (r, c) => (r !== c ? k.zero : keys[r] ? k.negate(k.one) : k.one));
    case 'mask':
      return matrix(n, n, (r, c) => (r === c && keys[r] ? k.one : k.zero));
    case 'permutation': {
      const order = keys.map((key, i) => ({ key, i })).sort((a, b) => a.key - b.key || a.i - b.i);
      return matrix(n, n, (r, c) => (order[r]!.i === c ? k.one : k.zero));
    }
    case 'unit':
      return onSphere(k, m, keys[0] === 1);
    default: {
      const unknown: never = family;
      throw new TypeError(`unknown family ${String(unknown)}`);
    }
  }
};
const cayley = <N>(k: Field<N>, m: Matrix<N>): Matrix<N> => {
  const n = m.rows;
  const skew = matrix(n, n, (r, c) => (r === c ? k.zero : r < c ? at(m, r, c) : k.negate(at(m, c, r))));
  const one = dense.identity(k, n);
  return dense.product(k, dense.minus(k, one, skew), inverse(k, dense.plus(k, one, skew)));
};
const projection = <N>(k: Field<N>, m: Matrix<N>, keys: readonly number[]): Matrix<N> => {
  const kept = keys.flatMap((key, c) => (key ? [c] : []));
  if (kept.length === 0) return dense.constant(m.rows, m.rows, k.zero);
  const x = matrix(m.rows, kept.length, (r, c) => at(m, r, kept[c]!));
  return dense.product(k, x, pseudoInverse(k, x, true));
};
/** (1 − |t|², 2t) / (1 + |t|²), t being all parameters but the first. */
const onSphere = <N>(k: Field<N>, m: Matrix<N>, negative: boolean): Matrix<N> => {
  const square = m.data.slice(1).reduce((sum, t) => k.add(sum, k.multiply(t, t)), k.zero);
  const below = k.invert(k.add(k.one, square));
  if (below === null) throw new Singular('no point of the sphere');
  const factor = negative ? k.negate(below) : below;
  const data = m.data.map((t, i) => k.multiply(factor, i === 0 ? k.subtract(k.one, square) : k.add(t, t)));
  return { ...m, data };
};

/** A direction in which the symbol may move from x, from one that it may not; the identity on those in which it may, up to a factor. */
export const tangent = <N>(k: Field<N>, s: Sym, x: Matrix<N>, z: Matrix<N>): Matrix<N> => {
  const times = (...factors: readonly Matrix<N>[]): Matrix<N> =>
    factors.reduce((a, b) => dense.product(k, a, b));
  const family = familyOf(s);
  switch (family) {
    case 'linear':
      return patterned(k, s, z);
    case 'rotation': {
      const g = times(dense.transpose(x), z);
      const half = k.invert(k.fromInteger(2))!;
      return dense.minus(k, z, dense.scaled(k, half, times(x, dense.plus(k, g, dense.transpose(g)))));
    }
    case 'unit': {
      const along = x.data.reduce((sum, a, i) => k.add(sum, k.multiply(a, z.data[i]!)), k.zero);
      return dense.minus(k, z, dense.scaled(k, along, x));
    }
    case 'reflection': {
      const v = patterned(k, s, z);
      return dense.minus(k, v, times(x, v, x));
    }
    case 'projection':
    case 'idempotent': {
      const v = patterned(k, s, z);
      const rest = dense.minus(k, dense.identity(k, x.rows), x);
      return dense.plus(k, times(x, v, rest), times(rest, v, x));
    }
    case 'signs':
    case 'mask':
    case 'permutation':
      throw new NotEvaluable(`${s.name} cannot vary: there are finitely many matrices like it`);
    default: {
      const unknown: never = family;
      throw new TypeError(`unknown family ${String(unknown)}`);
    }
  }
};
