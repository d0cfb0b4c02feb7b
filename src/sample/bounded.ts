// Arithmetic of matrices with a running error bound: the true entry lies within `bound` of `value` (Higham 2002, §3.3).
//   operands within their bounds ⇒ the exact result of every operation here is within the result's bounds,
//   up to the rounding of the bounds themselves, which SAFETY in compare.ts covers
// Every operation takes room for its result from the memory and leaves its operands as they are.

import type { Bounded, Memory } from './memory.ts';

/** Unit roundoff of doubles. */
export const U = 2 ** -53;
/** γ_n = nu/(1 − nu), the relative error of n roundings in a row. */
export const gamma = (n: number): number => (n * U) / (1 - n * U);

/** Nothing can be said at this instance. */
export class Undefined extends Error {
  constructor(
    readonly reason: string,
    /** domain: it lies outside the domain of an operation, or near its edge; precision: floating point does not reach. */
    readonly kind: 'domain' | 'precision' = 'domain',
  ) {
    super(reason);
    this.name = 'Undefined';
  }
}

export const transpose = (m: Memory, a: Bounded): Bounded => {
  const { rows, cols } = a;
  if (rows === 1 || cols === 1) return { rows: cols, cols: rows, at: a.at };
  const out = m.take(cols, rows);
  const { value, bound } = m;
  for (let i = 0, o = out.at; i < rows; i++)
    for (let j = 0, k = a.at + i; j < cols; j++, k += rows, o++) {
      value[o] = value[k]!;
      bound[o] = bound[k]!;
    }
  return out;
};
/** Column-major, as entries lie in the memory. */
export const vec = (_: Memory, { rows, cols, at }: Bounded): Bounded => ({ rows: rows * cols, cols: 1, at });
export const unvec = (_: Memory, { at }: Bounded, rows: number, cols: number): Bounded => ({
  rows,
  cols,
  at,
});

const copyStrided = (
  m: Memory,
  out: Bounded,
  step: number,
  a: Bounded,
  stride: number,
  n: number,
): Bounded => {
  const { value, bound } = m;
  for (let i = 0; i < n; i++) {
    value[out.at + i * step] = value[a.at + i * stride]!;
    bound[out.at + i * step] = bound[a.at + i * stride]!;
  }
  return out;
};
export const diagonal = (m: Memory, a: Bounded): Bounded =>
  copyStrided(m, m.take(a.rows, 1), 1, a, a.cols + 1, a.rows);
export const diag = (m: Memory, a: Bounded): Bounded =>
  copyStrided(m, m.blank(a.rows, a.rows), a.rows + 1, a, 1, a.rows);
/** K with K·vec(A) = vec(Aᵀ) for A of shape r×c. */
export const commutation = (m: Memory, r: number, c: number): Bounded => {
  const out = m.blank(r * c, r * c);
  for (let i = 0; i < r; i++)
    for (let j = 0; j < c; j++) m.value[out.at + (j * r + i) * r * c + i * c + j] = 1;
  return out;
};
/** D with D·vech(S) = vec(S) for symmetric S of shape n×n. */
export const duplication = (m: Memory, n: number): Bounded => {
  const out = m.blank(n * n, (n * (n + 1)) / 2);
  for (let j = 0, p = 0; j < n; j++)
    for (let i = j; i < n; i++, p++)
      for (const at of [j * n + i, i * n + j]) m.value[out.at + p * n * n + at] = 1;
  return out;
};
/** L with L·vec(A) = vech(A) for A of shape n×n. */
export const elimination = (m: Memory, n: number): Bounded => {
  const out = m.blank((n * (n + 1)) / 2, n * n);
  for (let j = 0, p = 0; j < n; j++)
    for (let i = j; i < n; i++, p++) m.value[out.at + (j * n + i) * out.rows + p] = 1;
  return out;
};

/** a + t·b for a double t; t·b is exact where t is a power of two. */
export const plus = (m: Memory, a: Bounded, t: number, b: Bounded): Bounded => {
  const out = m.take(a.rows, a.cols);
  const { value, bound } = m;
  const size = Math.abs(t);
  const round = isPowerOfTwo(size) ? 0 : U * size;
  for (let i = 0, n = a.rows * a.cols; i < n; i++) {
    const y = value[b.at + i]!;
    const s = value[a.at + i]! + t * y;
    value[out.at + i] = s;
    bound[out.at + i] =
      bound[a.at + i]! + size * bound[b.at + i]! + U * Math.abs(s) + (round && round * Math.abs(y));
  }
  return out;
};
/** t·a for a double t. */
export const scaled = (m: Memory, t: number, a: Bounded): Bounded => {
  const out = m.take(a.rows, a.cols);
  const { value, bound } = m;
  const size = Math.abs(t);
  const round = isPowerOfTwo(size) ? 0 : U * size;
  for (let i = 0, n = a.rows * a.cols; i < n; i++) {
    const x = value[a.at + i]!;
    value[out.at + i] = t * x;
    bound[out.at + i] = size * bound[a.at + i]! + (round && round * Math.abs(x));
  }
  return out;
};
const isPowerOfTwo = (size: number): boolean => size === 1 || size === 0 || Math.log2(size) % 1 === 0;

/** Entry by entry, or a 1×1 left factor times every entry. */
export const multiply = (m: Memory, a: Bounded, b: Bounded): Bounded => {
  const out = m.take(b.rows, b.cols);
  const step = a.rows * a.cols === 1 ? 0 : 1;
  const { value, bound } = m;
  const end = b.at + b.rows * b.cols;
  for (let p = a.at, q = b.at, o = out.at; q < end; p += step, q++, o++) {
    const x = value[p]!;
    const y = value[q]!;
    const dx = bound[p]!;
    const dy = bound[q]!;
    const v = x * y;
    value[o] = v;
    bound[o] = U * Math.abs(v) + Math.abs(x) * dy + dx * (Math.abs(y) + dy);
  }
  return out;
};
const times = ({ value, bound }: Memory, out: number, i: number, j: number): void => {
  const x = value[i]!;
  const y = value[j]!;
  const e = bound[j]!;
  const v = x * y;
  value[out] = v;
  bound[out] = U * Math.abs(v) + Math.abs(x) * e + bound[i]! * (Math.abs(y) + e);
};

/** |fl(AB) − AB| ≤ γ_n |A||B| + |A|E_B + E_A(|B| + E_B), n the inner dimension. */
export const product = (m: Memory, a: Bounded, b: Bounded): Bounded => {
  const { rows, cols: n } = a;
  const out = m.take(rows, b.cols);
  const { value, bound } = m;
  const g = gamma(n);
  let o = out.at;
  for (let j = 0, column = b.at; j < b.cols; j++, column += n)
    for (let i = 0; i < rows; i++, o++) {
      let s = 0;
      let size = 0;
      let error = 0;
      for (let k = 0, p = a.at + i, q = column; k < n; k++, p += rows, q++) {
        const x = value[p]!;
        const y = value[q]!;
        const dx = bound[p]!;
        const dy = bound[q]!;
        const v = x * y;
        s += v;
        size += Math.abs(v);
        error += Math.abs(x) * dy + dx * (Math.abs(y) + dy);
      }
      value[o] = s;
      bound[o] = g * size + error;
    }
  return out;
};

export const kronecker = (m: Memory, a: Bounded, b: Bounded): Bounded => {
  const out = m.take(a.rows * b.rows, a.cols * b.cols);
  let o = out.at;
  for (let j = 0; j < a.cols; j++)
    for (let l = 0; l < b.cols; l++)
      for (let i = 0; i < a.rows; i++)
        for (let k = 0; k < b.rows; k++) times(m, o++, a.at + i + j * a.rows, b.at + k + l * b.rows);
  return out;
};
/**
 * (A ⊗ B)v, each factor turned over or not, for a column v: entry (i,k),(j,l) of A ⊗ B is a_ij·b_kl and is not stored. Its own rounding and bound,
 * U|a_ij·b_kl| + |a_ij|E_B + E_A(|b_kl| + E_B), meet v as in a product.
 */
export const kroneckerTimes = (
  m: Memory,
  a: Bounded,
  aTurned: boolean,
  b: Bounded,
  bTurned: boolean,
  v: Bounded,
): Bounded => {
  const rows = aTurned ? a.cols : a.rows;
  const cols = aTurned ? a.rows : a.cols;
  const height = bTurned ? b.cols : b.rows;
  const width = bTurned ? b.rows : b.cols;
  const down = aTurned ? a.rows : 1;
  const along = aTurned ? 1 : a.rows;
  const under = bTurned ? b.rows : 1;
  const beside = bTurned ? 1 : b.rows;
  const out = m.take(rows * height, 1);
  const { value, bound } = m;
  const g = gamma(cols * width + 1);
  let o = out.at;
  for (let i = 0; i < rows; i++)
    for (let k = 0; k < height; k++, o++) {
      let s = 0;
      let size = 0;
      let error = 0;
      for (let j = 0, p = a.at + i * down; j < cols; j++, p += along) {
        const x = value[p]!;
        const dx = bound[p]!;
        if (x === 0 && dx === 0) continue;
        for (let l = 0, q = b.at + k * under, r = v.at + j * width; l < width; l++, q += beside, r++) {
          const y = value[q]!;
          const dy = bound[q]!;
          const z = value[r]!;
          const dz = bound[r]!;
          const v = x * y * z;
          s += v;
          size += Math.abs(v);
          error += Math.abs(x * y) * dz + (Math.abs(x) * dy + dx * (Math.abs(y) + dy)) * (Math.abs(z) + dz);
        }
      }
      value[o] = s;
      bound[o] = g * size + error;
    }
  return out;
};
/** Columns a_j ⊗ b_j. */
export const khatriRao = (m: Memory, a: Bounded, b: Bounded): Bounded => {
  const { cols } = a;
  const out = m.take(a.rows * b.rows, cols);
  let o = out.at;
  for (let j = 0; j < cols; j++)
    for (let i = 0; i < a.rows; i++)
      for (let k = 0; k < b.rows; k++) times(m, o++, a.at + i + j * a.rows, b.at + k + j * b.rows);
  return out;
};
export const trace = (m: Memory, a: Bounded): Bounded => {
  let s = 0;
  let size = 0;
  let error = 0;
  for (let i = 0, k = a.at; i < a.rows; i++, k += a.rows + 1) {
    s += m.value[k]!;
    size += Math.abs(m.value[k]!);
    error += m.bound[k]!;
  }
  return m.scalar(s, gamma(a.rows) * size + error);
};

/** Blocks in rows, side by side and on top of each other. @throws Undefined when their sizes do not add up */
export const block = (
  m: Memory,
  blocks: readonly (readonly Bounded[])[],
  rows: number,
  cols: number,
): Bounded => {
  const out = m.take(rows, cols);
  const refuse = (): never => {
    throw new Undefined('blocks do not add up');
  };
  let top = 0;
  for (const row of blocks) {
    const height = row[0]!.rows;
    let left = 0;
    for (const b of row) {
      if (b.rows !== height || top + height > rows || left + b.cols > cols) refuse();
      for (let j = 0; j < b.cols; j++)
        for (const part of [m.value, m.bound])
          part.copyWithin(out.at + (left + j) * rows + top, b.at + j * b.rows, b.at + (j + 1) * b.rows);
      left += b.cols;
    }
    if (left !== cols) refuse();
    top += height;
  }
  return top === rows ? out : refuse();
};
