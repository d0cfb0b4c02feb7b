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
  for (let j = 0, o = out.at; j < cols; j++)
    for (let i = 0, k = a.at + j; i < rows; i++, k += cols, o++) {
      value[o] = value[k]!;
      bound[o] = bound[k]!;
    }
  return out;
};
/** Column-major. */
export const vec = (m: Memory, a: Bounded): Bounded => ({
  rows: a.rows * a.cols,
  cols: 1,
  at: transpose(m, a).at,
});
export const unvec = (m: Memory, a: Bounded, rows: number, cols: number): Bounded =>
  transpose(m, { rows: cols, cols: rows, at: a.at });

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
    for (let j = 0; j < c; j++) m.value[out.at + (i * c + j) * r * c + j * r + i] = 1;
  return out;
};
/** D with D·vech(S) = vec(S) for symmetric S of shape n×n. */
export const duplication = (m: Memory, n: number): Bounded => {
  const out = m.blank(n * n, (n * (n + 1)) / 2);
  for (let j = 0, p = 0; j < n; j++)
    for (let i = j; i < n; i++, p++)
      for (const at of [j * n + i, i * n + j]) m.value[out.at + at * out.cols + p] = 1;
  return out;
};
/** L with L·vec(A) = vech(A) for A of shape n×n. */
export const elimination = (m: Memory, n: number): Bounded => {
  const out = m.blank((n * (n + 1)) / 2, n * n);
  for (let j = 0, p = 0; j < n; j++)
    for (let i = j; i < n; i++, p++) m.value[out.at + p * out.cols + j * n + i] = 1;
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
  for (let i = 0, n = b.rows * b.cols; i < n; i++) times(m, out.at + i, a.at + i * step, b.at + i);
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
  const [n, cols] = [a.cols, b.cols];
  const out = m.take(a.rows, cols);
  const { value, bound } = m;
  const g = gamma(n);
  let o = out.at;
  for (let i = 0; i < a.rows; i++)
    for (let j = 0; j < cols; j++, o++) {
      let s = 0;
      let size = 0;
      let error = 0;
      for (let k = 0, p = a.at + i * n, q = b.at + j; k < n; k++, p++, q += cols) {
        const x = value[p]!;
        if (x === 0 && bound[p] === 0) continue;
        const y = value[q]!;
        const e = bound[q]!;
        const v = x * y;
        s += v;
        size += Math.abs(v);
        error += Math.abs(x) * e + bound[p]! * (Math.abs(y) + e);
      }
      value[o] = s;
      bound[o] = g * size + error;
    }
  return out;
};

export const kronecker = (m: Memory, a: Bounded, b: Bounded): Bounded => {
  const out = m.take(a.rows * b.rows, a.cols * b.cols);
  let o = out.at;
  for (let i = 0; i < a.rows; i++)
    for (let k = 0; k < b.rows; k++)
      for (let j = 0; j < a.cols; j++)
        for (let l = 0; l < b.cols; l++) times(m, o++, a.at + i * a.cols + j, b.at + k * b.cols + l);
  return out;
};
/** (A ⊗ B)v, or (A ⊗ B)ᵀv, for a column v: entry (i,k),(j,l) of A ⊗ B is a_ij·b_kl and is not stored. */
export const kroneckerTimes = (m: Memory, a: Bounded, b: Bounded, v: Bounded, flipped: boolean): Bounded => {
  const [rows, cols] = flipped ? [a.cols, a.rows] : [a.rows, a.cols];
  const [height, width] = flipped ? [b.cols, b.rows] : [b.rows, b.cols];
  const [down, along] = flipped ? [1, a.cols] : [a.cols, 1];
  const [under, beside] = flipped ? [1, b.cols] : [b.cols, 1];
  const out = m.take(rows * height, 1);
  const { value, bound } = m;
  const g = gamma(cols * width);
  let o = out.at;
  for (let i = 0; i < rows; i++)
    for (let k = 0; k < height; k++, o++) {
      let s = 0;
      let error = 0;
      for (let j = 0, p = a.at + i * down; j < cols; j++, p += along) {
        const x = value[p]!;
        const dx = bound[p]!;
        if (x === 0 && dx === 0) continue;
        const size = Math.abs(x);
        for (let l = 0, q = b.at + k * under, r = v.at + j * width; l < width; l++, q += beside, r++) {
          const y = value[q]!;
          const z = value[r]!;
          const dz = bound[r]!;
          const xy = x * y;
          const dxy = U * Math.abs(xy) + size * bound[q]! + dx * (Math.abs(y) + bound[q]!);
          s += xy * z;
          error += Math.abs(xy) * (g * Math.abs(z) + dz) + dxy * (Math.abs(z) + dz);
        }
      }
      value[o] = s;
      bound[o] = error;
    }
  return out;
};
/** Columns a_j ⊗ b_j. */
export const khatriRao = (m: Memory, a: Bounded, b: Bounded): Bounded => {
  const { cols } = a;
  const out = m.take(a.rows * b.rows, cols);
  let o = out.at;
  for (let i = 0; i < a.rows; i++)
    for (let k = 0; k < b.rows; k++)
      for (let j = 0; j < cols; j++) times(m, o++, a.at + i * cols + j, b.at + k * cols + j);
  return out;
};
export const trace = (m: Memory, a: Bounded): Bounded => {
  let [s, size, error] = [0, 0, 0];
  for (let i = 0, k = a.at; i < a.rows; i++, k += a.cols + 1) {
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
      for (let i = 0; i < b.rows; i++)
        for (const part of [m.value, m.bound])
          part.copyWithin(out.at + (top + i) * cols + left, b.at + i * b.cols, b.at + (i + 1) * b.cols);
      left += b.cols;
    }
    if (left !== cols) refuse();
    top += height;
  }
  return top === rows ? out : refuse();
};
