// Arithmetic of matrices with a running error bound: the true entry lies within `bound` of `value` (Higham 2002, §3.3).
//   operands within their bounds ⇒ the exact result of every operation here is within the result's bounds,
//   up to the rounding of the bounds themselves, which SAFETY in compare.ts covers
// Every operation takes room for its result from the memory and leaves its operands as they are; the loops are the kernels'.

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
  const { rows, cols, at } = a;
  if (rows === 1 || cols === 1) return { rows: cols, cols: rows, at };
  const out = m.take(cols, rows);
  m.kernels.transpose(at, rows, cols, out.at);
  return out;
};
export const unvec = (_: Memory, { at }: Bounded, rows: number, cols: number): Bounded => ({
  rows,
  cols,
  at,
});

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
  m.kernels.plus(a.at, t, b.at, a.rows * a.cols, roundingOf(t), out.at);
  return out;
};
/** t·a for a double t. */
export const scaled = (m: Memory, t: number, a: Bounded): Bounded => {
  const out = m.take(a.rows, a.cols);
  m.kernels.scaled(t, a.at, a.rows * a.cols, roundingOf(t), out.at);
  return out;
};
/** Multiplying by a power of two rounds nothing. */
const roundingOf = (t: number): number => {
  const size = Math.abs(t);
  return size === 1 || size === 0 || Math.log2(size) % 1 === 0 ? 0 : U * size;
};

/** |fl(AB) − AB| ≤ γ_n |A||B| + |A|E_B + E_A(|B| + E_B), n the inner dimension. */
export const product = (m: Memory, a: Bounded, b: Bounded): Bounded => {
  const out = m.take(a.rows, b.cols);
  m.kernels.product(a.at, a.rows, a.cols, b.at, b.cols, out.at);
  return out;
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
