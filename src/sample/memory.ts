// One store for all matrices of an evaluation: entries and error bounds in two typed arrays that grow and are reused, so that no
// operation allocates. A matrix is a place in it, column after column so that vec is no work, and is good until the store is released to
// before that place.

import type { Entries } from '../expression/judgement.ts';

/** Rows, columns, and where the entries begin: entry (i, j) is at + i + j·rows. */
export interface Bounded {
  readonly rows: number;
  readonly cols: number;
  readonly at: number;
}
/** Row-major entries on their own. */
export interface Grid {
  readonly rows: number;
  readonly cols: number;
  readonly data: Float64Array;
}

export class Memory {
  /** The entries, and how far each may be from the true one. Read anew after every `take`: growing replaces them. */
  value: Float64Array = new Float64Array(1 << 12);
  bound: Float64Array = new Float64Array(1 << 12);
  top = 0;

  /** Room for a matrix; its entries are whatever was there. */
  take(rows: number, cols: number): Bounded {
    const at = this.top;
    this.top += rows * cols;
    if (this.top > this.value.length) {
      this.value = grown(this.value, this.top);
      this.bound = grown(this.bound, this.top);
    }
    return { rows, cols, at };
  }
  /** A matrix whose entries are all x, exactly. */
  filled(rows: number, cols: number, x: number): Bounded {
    const m = this.take(rows, cols);
    this.value.fill(x, m.at, this.top);
    this.bound.fill(0, m.at, this.top);
    return m;
  }
  blank(rows: number, cols: number): Bounded {
    return this.filled(rows, cols, 0);
  }
  scalar(x: number, within = 0): Bounded {
    const m = this.take(1, 1);
    this.value[m.at] = x;
    this.bound[m.at] = within;
    return m;
  }
  eye(n: number): Bounded {
    const m = this.blank(n, n);
    for (let i = 0; i < n; i++) this.value[m.at + i * (n + 1)] = 1;
    return m;
  }
  /** Entries from outside, each within the same bound. */
  load(of: Grid, within = 0): Bounded {
    const { rows, cols, data } = of;
    const m = this.take(rows, cols);
    for (let i = 0, k = 0; i < rows; i++)
      for (let j = 0; j < cols; j++, k++) this.value[m.at + i + j * rows] = data[k]!;
    this.bound.fill(within, m.at, this.top);
    return m;
  }
  /** A stretch of an array, exactly. */
  loadAll(data: Float64Array, start: number, length: number): void {
    const { at } = this.take(length, 1);
    this.value.set(data.subarray(start, start + length), at);
    this.bound.fill(0, at, this.top);
  }
  /** Gives back everything that was taken since `top` had this value. */
  release(top: number): void {
    this.top = top;
  }

  /** Largest absolute entry; infinite when one is not a number. */
  largest(m: Bounded): number {
    return largest(this.value, m.at, m.at + m.rows * m.cols);
  }
  largestBound(m: Bounded): number {
    return largest(this.bound, m.at, m.at + m.rows * m.cols);
  }
  entries(m: Bounded): Entries<number> {
    return { rows: m.rows, cols: m.cols, data: byRows(this.value, m) };
  }
  bounds(m: Bounded): Entries<number> {
    return { rows: m.rows, cols: m.cols, data: byRows(this.bound, m) };
  }
}

const byRows = (x: Float64Array, { rows, cols, at }: Bounded): number[] =>
  Array.from({ length: rows * cols }, (_, k) => x[at + Math.floor(k / cols) + (k % cols) * rows]!);
const grown = (old: Float64Array, least: number): Float64Array => {
  const made = new Float64Array(2 * least);
  made.set(old);
  return made;
};
const largest = (x: Float64Array, from: number, to: number): number => {
  let max = 0;
  for (let i = from; i < to; i++) {
    const a = Math.abs(x[i]!);
    if (!(a <= max)) max = Number.isNaN(a) ? Number.POSITIVE_INFINITY : a;
  }
  return max;
};
