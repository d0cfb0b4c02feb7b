// Matrices of doubles with a running error bound: the true entry lies within bound[i] of value[i] (Higham 2002, §3.3).
//   inputs within their bounds ⇒ the exact result of every operation here is within the result's bounds,
//   up to the rounding of the bounds themselves, which SAFETY in compare.ts covers
// Row-major typed arrays; nothing here is changed once it was made.

import type { Entries } from '../expression/judgement.ts';

export interface Bounded {
  readonly rows: number;
  readonly cols: number;
  readonly value: Float64Array;
  readonly bound: Float64Array;
}

/** Unit roundoff of doubles. */
export const U = 2 ** -53;
/** γ_n = nu/(1 − nu), the relative error of n roundings in a row. */
export const gamma = (n: number): number => (n * U) / (1 - n * U);

/** The instance lies outside the domain of an operation, or so near its edge that nothing can be said. */
export class Undefined extends Error {
  constructor(readonly reason: string) {
    super(reason);
    this.name = 'Undefined';
  }
}

export const blank = (rows: number, cols: number): Bounded => ({
  rows,
  cols,
  value: new Float64Array(rows * cols),
  bound: new Float64Array(rows * cols),
});
/** Exact entries, all within the same bound. */
export const bounded = (rows: number, cols: number, value: Float64Array, within = 0): Bounded => ({
  rows,
  cols,
  value,
  bound: within === 0 ? new Float64Array(value.length) : new Float64Array(value.length).fill(within),
});
export const constant = (rows: number, cols: number, x: number): Bounded =>
  bounded(rows, cols, new Float64Array(rows * cols).fill(x));
export const scalar = (x: number, bound = 0): Bounded => bounded(1, 1, Float64Array.of(x), bound);
export const eye = (n: number): Bounded => {
  const out = blank(n, n);
  for (let i = 0; i < n; i++) out.value[i * n + i] = 1;
  return out;
};
export const fromEntries = (e: Entries<number>): Bounded =>
  bounded(e.rows, e.cols, Float64Array.from(e.data));
export const toEntries = (m: Bounded): Entries<number> => ({
  rows: m.rows,
  cols: m.cols,
  data: Array.from(m.value),
});

/** Largest absolute entry; NaN counts as infinite. */
export const largest = (x: Float64Array): number => {
  let max = 0;
  for (let i = 0; i < x.length; i++) {
    const a = Math.abs(x[i]!);
    if (!(a <= max)) max = Number.isNaN(a) ? Number.POSITIVE_INFINITY : a;
  }
  return max;
};

/** Result entry i takes its value and bound from entry source(i): transposes, vec, diagonals, blocks. */
export const gather = (rows: number, cols: number, of: Bounded, source: (i: number) => number): Bounded => {
  const out = blank(rows, cols);
  for (let i = 0; i < out.value.length; i++) {
    const s = source(i);
    out.value[i] = of.value[s]!;
    out.bound[i] = of.bound[s]!;
  }
  return out;
};
export const transpose = (a: Bounded): Bounded => {
  if (a.rows === 1 || a.cols === 1) return { ...a, rows: a.cols, cols: a.rows };
  return gather(a.cols, a.rows, a, i => (i % a.rows) * a.cols + Math.floor(i / a.rows));
};
/** Column-major. */
export const vec = (a: Bounded): Bounded => ({ ...transpose(a), rows: a.rows * a.cols, cols: 1 });
export const unvec = (a: Bounded, rows: number, cols: number): Bounded =>
  transpose({ ...a, rows: cols, cols: rows });
export const diagonal = (a: Bounded): Bounded => gather(a.rows, 1, a, i => i * (a.cols + 1));
export const diag = (a: Bounded): Bounded => {
  const n = a.rows;
  const out = blank(n, n);
  for (let i = 0; i < n; i++) {
    out.value[i * (n + 1)] = a.value[i]!;
    out.bound[i * (n + 1)] = a.bound[i]!;
  }
  return out;
};
/** K with K·vec(A) = vec(Aᵀ) for A of shape m×n. */
export const commutation = (m: number, n: number): Bounded => {
  const out = blank(m * n, m * n);
  for (let i = 0; i < m; i++) for (let j = 0; j < n; j++) out.value[(i * n + j) * m * n + j * m + i] = 1;
  return out;
};

/** Σ of at least one matrix of one shape. */
export const sum = (terms: readonly Bounded[]): Bounded => {
  const [first] = terms;
  const out = blank(first!.rows, first!.cols);
  for (const [k, t] of terms.entries())
    for (let i = 0; i < out.value.length; i++) {
      const s = out.value[i]! + t.value[i]!;
      out.value[i] = s;
      out.bound[i]! += t.bound[i]! + (k ? U * Math.abs(s) : 0);
    }
  return out;
};
/** a·x for a double a. */
export const scaled = (a: number, x: Bounded): Bounded => {
  const out = blank(x.rows, x.cols);
  const round = isPowerOfTwo(a) ? 0 : U;
  for (let i = 0; i < out.value.length; i++) {
    const v = a * x.value[i]!;
    out.value[i] = v;
    out.bound[i] = Math.abs(a) * x.bound[i]! + round * Math.abs(v);
  }
  return out;
};
const isPowerOfTwo = (a: number): boolean => a === 0 || Math.log2(Math.abs(a)) % 1 === 0;

/** Entry by entry, or a 1×1 left factor times every entry. */
export const multiply = (a: Bounded, b: Bounded): Bounded => {
  const out = blank(b.rows, b.cols);
  const step = a.value.length === 1 ? 0 : 1;
  for (let i = 0; i < out.value.length; i++) times(out, i, a, i * step, b, i);
  return out;
};
const times = (out: Bounded, o: number, a: Bounded, i: number, b: Bounded, j: number): void => {
  const [x, y] = [a.value[i]!, b.value[j]!];
  const v = x * y;
  out.value[o] = v;
  out.bound[o] = U * Math.abs(v) + Math.abs(x) * b.bound[j]! + a.bound[i]! * (Math.abs(y) + b.bound[j]!);
};

/** |fl(AB) − AB| ≤ γ_n |A||B| + |A|E_B + E_A(|B| + E_B), n the inner dimension. */
export const product = (a: Bounded, b: Bounded): Bounded => {
  const [n, cols] = [a.cols, b.cols];
  const out = blank(a.rows, cols);
  const g = gamma(n);
  for (let i = 0; i < a.rows; i++)
    for (let j = 0; j < cols; j++) {
      let [value, size, error] = [0, 0, 0];
      for (let k = 0, p = i * n, q = j; k < n; k++, p++, q += cols) {
        const x = a.value[p]!;
        const y = b.value[q]!;
        const v = x * y;
        const e = b.bound[q]!;
        value += v;
        size += Math.abs(v);
        error += Math.abs(x) * e + a.bound[p]! * (Math.abs(y) + e);
      }
      out.value[i * cols + j] = value;
      out.bound[i * cols + j] = g * size + error;
    }
  return out;
};

export const kronecker = (a: Bounded, b: Bounded): Bounded => {
  const cols = a.cols * b.cols;
  const out = blank(a.rows * b.rows, cols);
  for (let i = 0; i < a.rows; i++)
    for (let j = 0; j < a.cols; j++)
      for (let k = 0; k < b.rows; k++)
        for (let l = 0; l < b.cols; l++)
          times(out, (i * b.rows + k) * cols + j * b.cols + l, a, i * a.cols + j, b, k * b.cols + l);
  return out;
};
/** Columns a_j ⊗ b_j. */
export const khatriRao = (a: Bounded, b: Bounded): Bounded => {
  const { cols } = a;
  const out = blank(a.rows * b.rows, cols);
  for (let i = 0; i < a.rows; i++)
    for (let k = 0; k < b.rows; k++)
      for (let j = 0; j < cols; j++)
        times(out, (i * b.rows + k) * cols + j, a, i * cols + j, b, k * cols + j);
  return out;
};
export const trace = (a: Bounded): Bounded => {
  let [value, size, error] = [0, 0, 0];
  for (let i = 0; i < a.value.length; i += a.cols + 1) {
    value += a.value[i]!;
    size += Math.abs(a.value[i]!);
    error += a.bound[i]!;
  }
  return scalar(value, gamma(a.rows) * size + error);
};

/** Blocks in rows, side by side and on top of each other. @throws Undefined when their sizes do not add up */
export const block = (blocks: readonly (readonly Bounded[])[], rows: number, cols: number): Bounded => {
  const out = blank(rows, cols);
  let top = 0;
  for (const row of blocks) {
    const height = row[0]!.rows;
    let left = 0;
    for (const b of row) {
      if (b.rows !== height || top + height > rows || left + b.cols > cols)
        throw new Undefined('blocks do not add up');
      for (let i = 0; i < b.rows; i++)
        for (const part of ['value', 'bound'] as const)
          out[part].set(b[part].subarray(i * b.cols, (i + 1) * b.cols), (top + i) * cols + left);
      left += b.cols;
    }
    if (left !== cols) throw new Undefined('blocks do not add up');
    top += height;
  }
  if (top !== rows) throw new Undefined('blocks do not add up');
  return out;
};
