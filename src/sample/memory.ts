// One store for all matrices of an evaluation: entries and error bounds in two typed arrays that grow and are reused, so that no
// operation allocates; both lie in the memory of the kernels. A matrix is a place in it, column after column so that vec is no work,
// and is good until the store is released to before that place.

import type { Entries } from '../expression/judgement.ts';
import { type Kernels, PAGE, store } from './kernels.ts';

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

/** Bytes of an entry. */
const ENTRY = 8;
/** Pages of a new store: twice 8,192 entries. */
const FIRST = 2;

export class Memory {
  readonly #store = store(FIRST);
  readonly kernels: Kernels = this.#store.kernels;
  /** The entries, and how far each may be from the true one. Read anew after every `take`: growing replaces them. */
  value!: Float64Array;
  bound!: Float64Array;
  /** The whole store as integers: two for an entry. */
  ints!: Int32Array;
  top = 0;
  constructor() {
    this.#divide();
  }
  /** The first half of the store is for entries, the second for their bounds. */
  #divide(): void {
    const { buffer, kernels } = this.#store;
    const half = buffer.byteLength / 2;
    this.value = new Float64Array(buffer, 0, half / ENTRY);
    this.bound = new Float64Array(buffer, half);
    this.ints = new Int32Array(buffer);
    kernels.divide(half);
  }
  #grow(): void {
    const before = this.bound.byteLength;
    const least = Math.ceil((4 * ENTRY * this.top) / PAGE);
    this.#store.grow(2 * Math.ceil(least / 2) - this.#store.pages);
    new Uint8Array(this.#store.buffer).copyWithin(this.#store.buffer.byteLength / 2, before, 2 * before);
    this.#divide();
  }

  /** Room for a matrix; its entries are whatever was there. */
  take(rows: number, cols: number): Bounded {
    return { rows, cols, at: this.room(rows * cols) };
  }
  /** Where there is room for so many entries. */
  room(length: number): number {
    const at = this.top;
    this.top += length;
    if (this.top > this.value.length) this.#grow();
    return at;
  }
  /** Where there is room for so many 32-bit integers. */
  roomForInts(length: number): number {
    return 2 * this.room((length + 1) >> 1);
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
  /** Makes room for so many entries. */
  reserve(length: number): void {
    this.room(length);
    this.top -= length;
  }
  /** Gives back everything that was taken since `top` had this value. */
  release(top: number): void {
    this.top = top;
  }

  /** Largest absolute entry; infinite when one is not a number. */
  largest(m: Bounded): number {
    return this.kernels.largest(ENTRY * m.at, m.rows * m.cols);
  }
  largestBound(m: Bounded): number {
    return this.kernels.largest(this.bound.byteOffset + ENTRY * m.at, m.rows * m.cols);
  }
  entries(m: Bounded): Entries<number> {
    return { rows: m.rows, cols: m.cols, data: byRows(this.value, m) };
  }
  grid(m: Bounded): Grid {
    return { rows: m.rows, cols: m.cols, data: Float64Array.from(byRows(this.value, m)) };
  }
  bounds(m: Bounded): Entries<number> {
    return { rows: m.rows, cols: m.cols, data: byRows(this.bound, m) };
  }
}

const byRows = (x: Float64Array, { rows, cols, at }: Bounded): number[] =>
  Array.from({ length: rows * cols }, (_, k) => x[at + Math.floor(k / cols) + (k % cols) * rows]!);

let kept: Memory | null = null;
/** The memory of whoever evaluates at one point and is done with it. */
export const scratch = (): Memory => (kept ??= new Memory());
let other: Memory | null = null;
/** The same for whoever must not disturb a point that stands in the first. */
export const aside = (): Memory => (other ??= new Memory());
