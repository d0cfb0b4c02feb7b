// Structure of symbols: how a matrix with it is made from free parameters, how far a given matrix is from having it, and which
// directions stay within it to first order. Structures given together are all kept or the draw is refused.
//   impose(s, raw) has every structure of s, or is null
//   parameters 0 give the simplest matrix with the structure (0, I, e₁), and fewer rows and columns of parameters a smaller one

import { CholeskyDecomposition, LuDecomposition, Matrix, QrDecomposition } from 'ml-matrix';
import { has, type Structure, type Sym } from '../expression/symbol.ts';
import {
  type Bounded,
  blank,
  bounded,
  eye,
  largest,
  product,
  scaled,
  sum,
  transpose,
  U,
  Undefined,
} from './bounded.ts';
import { inverted } from './inverse.ts';

/** Structures that leave a neighbourhood of every matrix free to vary: all directions are tangent. */
const OPEN: readonly Structure[] = ['invertible', 'positive', 'nonzero', 'full-column-rank', 'full-row-rank'];
export const isOpen = (s: Sym): boolean => s.structure.every(x => OPEN.includes(x));
/** Structures that a sum of two matrices with them may lack: straight lines leave them. */
const CURVED: readonly Structure[] = [
  'orthogonal',
  'orthonormal-columns',
  'idempotent',
  'permutation',
  'unit',
];
export const isCurved = (s: Sym): boolean => s.structure.some(x => CURVED.includes(x));

/** An entry kept away from 0, for `positive` and `nonzero`. */
const NEAREST = 1 / 8;
const away = (x: number): number => (Math.abs(x) < NEAREST ? 1 : x);

/** A copy whose entry (i, j) is f(i, j). */
const build = (rows: number, cols: number, f: (i: number, j: number) => number): Bounded => {
  const out = blank(rows, cols);
  for (let i = 0, k = 0; i < rows; i++) for (let j = 0; j < cols; j++, k++) out.value[k] = f(i, j);
  return out;
};
const at = (a: Bounded, i: number, j: number): number => a.value[i * a.cols + j]!;
const exact = (a: Bounded): Bounded => bounded(a.rows, a.cols, a.value);
const norm = (a: Bounded): number => Math.sqrt(a.value.reduce((s, x) => s + x * x, 0));

const upper = (a: Bounded): Bounded => build(a.rows, a.cols, (i, j) => (i <= j ? at(a, i, j) : at(a, j, i)));
const skewed = (a: Bounded): Bounded =>
  build(a.rows, a.cols, (i, j) => (i < j ? at(a, i, j) : i > j ? -at(a, j, i) : 0));
const onDiagonal = (a: Bounded): Bounded => build(a.rows, a.cols, (i, j) => (i === j ? at(a, i, j) : 0));

/** (I − S)(I + S)⁻¹ for the skew part S, columns flipped where the parameter's diagonal is negative (Cayley). */
const rotation = (raw: Bounded): Bounded => {
  const [n, s] = [raw.rows, skewed(raw)];
  const q = product(sum([eye(n), scaled(-1, s)]), inverted(sum([eye(n), s])).inverse);
  return build(n, n, (i, j) => (at(raw, j, j) < 0 ? -1 : 1) * at(q, i, j));
};
/** I − 2vvᵀ/vᵀv with v the parameter's first column (Householder). */
const reflection = (raw: Bounded): Bounded => {
  const n = raw.rows;
  let square = 0;
  for (let i = 0; i < n; i++) square += at(raw, i, 0) ** 2;
  if (square < NEAREST) return eye(n);
  return build(n, n, (i, j) => (i === j ? 1 : 0) - (2 * at(raw, i, 0) * at(raw, j, 0)) / square);
};
/** Rows of I in the order of the parameter's first column. */
const permuted = (raw: Bounded): Bounded => {
  const order = Array.from({ length: raw.rows }, (_, i) => i).sort(
    (a, b) => at(raw, a, 0) - at(raw, b, 0) || a - b,
  );
  return build(raw.rows, raw.cols, (i, j) => (order[i] === j ? 1 : 0));
};
const mask = (raw: Bounded): Bounded =>
  build(raw.rows, raw.cols, (i, j) => (i === j && at(raw, i, i) > 0 ? 1 : 0));

/** raw + kI, k = 0, 1, 2, …: the first that is well-conditioned. */
const conditioned = (raw: Bounded): Bounded | null => {
  for (let k = 0; k <= 2 * raw.rows + 2; k++) {
    const shifted = k === 0 ? raw : build(raw.rows, raw.cols, (i, j) => at(raw, i, j) + (i === j ? k : 0));
    if (pivots(shifted) > 1 / 16) return exact(shifted);
  }
  return null;
};
/** Smallest pivot of a square matrix or, for a tall one, of its Gram matrix: 0 when columns are dependent. */
const pivots = (a: Bounded): number => {
  const gram = a.rows === a.cols ? a : product(transpose(a), a);
  const lu = new LuDecomposition(Matrix.from1DArray(gram.rows, gram.cols, gram.value)).upperTriangularMatrix;
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < gram.rows; i++) least = Math.min(least, Math.abs(lu.get(i, i)));
  return least;
};
const orthonormal = (raw: Bounded): Bounded | null => {
  const full = raw.rows >= raw.cols ? conditioned(raw) : null;
  if (!full) return null;
  const { orthogonalMatrix: q, upperTriangularMatrix: r } = new QrDecomposition(
    Matrix.from1DArray(full.rows, full.cols, full.value),
  );
  return build(raw.rows, raw.cols, (i, j) => (r.get(j, j) < 0 ? -1 : 1) * q.get(i, j));
};
const fullRank = (raw: Bounded): Bounded | null =>
  raw.rows >= raw.cols ? conditioned(raw) : mapNull(conditioned(transpose(raw)), transpose);
const mapNull = <A>(a: A | null, f: (a: A) => A): A | null => (a === null ? null : f(a));

/** A matrix with every structure of the symbol, made from free parameters of its shape; null when these give none. */
export const impose = (s: Sym, raw: Bounded): Bounded | null => {
  if (s.structure.length === 0) return raw;
  try {
    const made = imposed(s, raw);
    return made && looseness(s, made) <= 1e-9 ? exact(made) : null;
  } catch (e) {
    if (e instanceof Undefined) return null;
    throw e;
  }
};
const imposed = (s: Sym, raw: Bounded): Bounded | null => {
  const is = (x: Structure): boolean => has(s, x);
  const square = raw.rows === raw.cols;
  if (needsSquare(s) && !square) return null;
  if (is('unit')) return unitLength(raw, is('positive'));
  if (is('permutation')) return is('diagonal') ? eye(raw.rows) : permuted(raw);
  if (is('orthogonal') || (is('orthonormal-columns') && square)) {
    if (is('diagonal'))
      return build(raw.rows, raw.cols, (i, j) => (i !== j ? 0 : at(raw, i, i) < 0 ? -1 : 1));
    return is('symmetric') ? reflection(raw) : rotation(raw);
  }
  if (is('orthonormal-columns')) return orthonormal(raw);
  if (is('idempotent')) return is('diagonal') ? mask(raw) : projection(raw, is('symmetric'));
  let a = raw;
  if (is('positive') || is('nonzero'))
    a = build(a.rows, a.cols, (i, j) =>
      is('positive') ? Math.abs(away(at(raw, i, j))) : away(at(raw, i, j)),
    );
  if (is('diagonal')) a = onDiagonal(a);
  else if (is('symmetric')) a = upper(a);
  else if (is('skew')) a = skewed(a);
  if (is('lower-triangular')) a = build(a.rows, a.cols, (i, j) => (i >= j ? at(a, i, j) : 0));
  if (is('upper-triangular')) a = build(a.rows, a.cols, (i, j) => (i <= j ? at(a, i, j) : 0));
  if (is('positive-definite')) {
    const l = build(a.rows, a.cols, (i, j) => (i >= j ? at(a, i, j) : 0));
    return is('diagonal')
      ? build(a.rows, a.cols, (i, j) => (i === j ? 1 + at(l, i, i) ** 2 : 0))
      : upper(sum([product(l, transpose(l)), eye(a.rows)]));
  }
  if (is('invertible') || is('full-column-rank') || is('full-row-rank')) return fullRank(a);
  return a;
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
const needsSquare = (s: Sym): boolean => s.structure.some(x => SQUARE.includes(x));

const unitLength = (raw: Bounded, positive: boolean): Bounded => {
  const entries = positive ? build(raw.rows, raw.cols, (i, j) => Math.abs(away(at(raw, i, j)))) : raw;
  const length = norm(entries);
  return length < NEAREST
    ? build(raw.rows, raw.cols, (i, j) => (i + j === 0 ? 1 : 0))
    : build(raw.rows, raw.cols, (i, j) => at(entries, i, j) / length);
};
/** A·M·A⁻¹ with M a diagonal of zeros and ones; A a rotation when the projection is to be orthogonal. */
const projection = (raw: Bounded, symmetric: boolean): Bounded | null => {
  const a = symmetric ? rotation(raw) : conditioned(raw);
  if (!a) return null;
  const p = product(product(a, mask(raw)), symmetric ? transpose(a) : inverted(a).inverse);
  return symmetric ? upper(p) : p;
};

const residual = (a: Bounded): number => norm(a) + norm({ ...a, value: a.bound });
const worst = (a: Bounded, f: (i: number, j: number) => number): number => {
  let max = 0;
  for (let i = 0; i < a.rows; i++) for (let j = 0; j < a.cols; j++) max = Math.max(max, f(i, j));
  return max;
};
const rankMargin = (a: Bounded): number => (a.rows >= a.cols && pivots(a) > 0 ? 0 : Number.POSITIVE_INFINITY);

/** No entry is farther than this from a matrix that has the symbol's structures exactly; infinite when there is none nearby. */
export const looseness = (s: Sym, a: Bounded): number => {
  if (needsSquare(s) && a.rows !== a.cols) return Number.POSITIVE_INFINITY;
  return Math.max(0, ...s.structure.map(x => distance(x, s, a)));
};
const distance = (structure: Structure, s: Sym, a: Bounded): number => {
  const n = Math.max(a.rows, a.cols);
  const diagonalOnly = has(s, 'diagonal');
  switch (structure) {
    case 'diagonal':
      return worst(a, (i, j) => (i === j ? 0 : Math.abs(at(a, i, j))));
    case 'symmetric':
      return worst(a, (i, j) => Math.abs(at(a, i, j) - at(a, j, i)));
    case 'skew':
      return worst(a, (i, j) => Math.abs(at(a, i, j) + at(a, j, i)));
    case 'lower-triangular':
      return worst(a, (i, j) => (i < j ? Math.abs(at(a, i, j)) : 0));
    case 'upper-triangular':
      return worst(a, (i, j) => (i > j ? Math.abs(at(a, i, j)) : 0));
    case 'permutation':
      return a.value.every(x => x === 0 || x === 1) && distance('orthogonal', s, a) < 1 / 2
        ? 0
        : Number.POSITIVE_INFINITY;
    case 'orthogonal':
    case 'orthonormal-columns':
      // The polar factor is within ‖AᵀA − I‖ (Higham 2008, lemma 8.17).
      return residual(sum([product(transpose(a), a), scaled(-1, eye(a.cols))]));
    case 'idempotent': {
      // The iteration 3P² − 2P³ moves P by at most ‖I − 2P‖‖P² − P‖, and then quadratically less.
      const rest = residual(sum([product(a, a), scaled(-1, a)]));
      return 2 * (Math.sqrt(n) + 2 * norm(a)) * rest;
    }
    case 'positive-definite': {
      const asymmetry = worst(a, (i, j) => Math.abs(at(a, i, j) - at(a, j, i)));
      return isPositive(a) ? asymmetry : Number.POSITIVE_INFINITY;
    }
    case 'positive':
      return worst(a, (i, j) =>
        (diagonalOnly && i !== j) || at(a, i, j) > 0 ? 0 : Number.POSITIVE_INFINITY,
      );
    case 'nonzero':
      return worst(a, (i, j) =>
        (diagonalOnly && i !== j) || at(a, i, j) !== 0 ? 0 : Number.POSITIVE_INFINITY,
      );
    case 'invertible':
    case 'full-column-rank':
      return rankMargin(a);
    case 'full-row-rank':
      return rankMargin(transpose(a));
    case 'unit':
      return Math.abs(norm(a) - 1) + (n + 2) * U;
    default: {
      const unknown: never = structure;
      throw new TypeError(`unknown structure ${String(unknown)}`);
    }
  }
};
const isPositive = (a: Bounded): boolean => new CholeskyDecomposition(upperMatrix(a)).isPositiveDefinite();
const upperMatrix = (a: Bounded): Matrix => {
  const { value } = upper(a);
  return Matrix.from1DArray(a.rows, a.cols, value);
};

/** The tangent direction nearest to the parameters, near enough; null where the structure leaves none (a permutation). */
export const tangent = (s: Sym, value: Bounded, raw: Bounded): Bounded | null => {
  const is = (x: Structure): boolean => has(s, x);
  if (isOpen(s)) return raw;
  if (is('permutation')) return null;
  let v = raw;
  if (is('diagonal')) v = onDiagonal(v);
  else if (is('symmetric') || is('positive-definite')) v = upper(v);
  else if (is('skew')) v = skewed(v);
  if (is('lower-triangular')) v = build(v.rows, v.cols, (i, j) => (i >= j ? at(v, i, j) : 0));
  if (is('upper-triangular')) v = build(v.rows, v.cols, (i, j) => (i <= j ? at(v, i, j) : 0));
  if (is('idempotent')) v = acrossProjection(value, v, is('symmetric'));
  else if (is('orthogonal') || is('orthonormal-columns')) v = alongRotation(value, v);
  else if (is('unit')) v = sum([v, scaled(-1, product(value, product(transpose(value), v)))]);
  return looseTangent(s, value, v) <= 1e-9 * Math.max(1, largest(v.value)) ? exact(v) : null;
};
/** V − X·sym(XᵀV). */
const alongRotation = (x: Bounded, v: Bounded): Bounded => {
  const g = product(transpose(x), v);
  return sum([v, scaled(-0.5, product(x, sum([g, transpose(g)])))]);
};
/** PV(I − P) + (I − P)VP. */
const acrossProjection = (p: Bounded, v: Bounded, symmetric: boolean): Bounded => {
  const rest = sum([eye(p.rows), scaled(-1, p)]);
  const made = sum([product(product(p, v), rest), product(product(rest, v), p)]);
  return symmetric ? upper(made) : made;
};

/** No entry is farther than this from a direction that is exactly tangent. */
export const looseTangent = (s: Sym, x: Bounded, v: Bounded): number => {
  const linear: Structure[] = s.structure.filter(t => LINEAR.includes(t));
  let slack = linear.length ? looseness({ ...s, structure: linear }, v) : 0;
  if (has(s, 'positive-definite')) slack = Math.max(slack, looseness({ ...s, structure: ['symmetric'] }, v));
  if (has(s, 'permutation')) return norm(v);
  if (has(s, 'orthogonal') || has(s, 'orthonormal-columns')) {
    const g = product(transpose(x), v);
    slack = Math.max(slack, residual(sum([g, transpose(g)])));
  }
  if (has(s, 'unit')) slack = Math.max(slack, residual(product(transpose(x), v)));
  if (has(s, 'idempotent')) {
    const rest = residual(sum([product(x, v), product(v, x), scaled(-1, v)]));
    slack = Math.max(slack, (norm(x) ** 2 + (norm(x) + Math.sqrt(x.rows)) ** 2) * rest);
  }
  return slack;
};
const LINEAR: readonly Structure[] = [
  'diagonal',
  'symmetric',
  'skew',
  'lower-triangular',
  'upper-triangular',
];
