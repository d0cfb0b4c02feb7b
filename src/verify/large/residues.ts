// Dense matrices modulo a prime below 2³¹ in typed arrays, row-major, and the few kernels that large sizes need.
//   entries are integers 0..p−1; sums of products are exact in doubles: one factor is split into 16 low bits and the rest

import { PrimeField } from '../../number/prime.ts';

export interface Residues {
  readonly rows: number;
  readonly cols: number;
  readonly data: Float64Array;
}

/** Products of a 16-bit part and a 31-bit number that a double adds exactly. */
const CHUNK = 64;
const SPLIT = 65536;

export const blank = (rows: number, cols: number): Residues => ({
  rows,
  cols,
  data: new Float64Array(rows * cols),
});

/** The arithmetic of one prime. */
export class Modular {
  readonly p: number;
  readonly field: PrimeField;
  readonly #inverse: number;
  constructor(p: number) {
    this.p = p;
    this.field = new PrimeField(p);
    this.#inverse = 1 / p;
  }

  filled(rows: number, cols: number, x: number): Residues {
    const out = blank(rows, cols);
    out.data.fill(x);
    return out;
  }
  eye(n: number): Residues {
    const out = blank(n, n);
    for (let i = 0; i < n; i++) out.data[i * (n + 1)] = 1;
    return out;
  }
  /** x mod p for 0 ≤ x < 2⁵³: the quotient in floating point is off by at most one. */
  #reduce(x: number): number {
    const r = x - Math.floor(x * this.#inverse) * this.p;
    return r < 0 ? r + this.p : r >= this.p ? r - this.p : r;
  }

  /** a·b, b being m×c: every column of b is copied once, so that both run along memory, and meets four rows of a at a time. */
  product(a: Residues, b: Residues): Residues {
    const { rows, cols: n } = a;
    const { cols } = b;
    const out = blank(rows, cols);
    const high = new Float64Array(n);
    const low = new Float64Array(n);
    for (let j = 0; j < cols; j++) {
      for (let k = 0, q = j; k < n; k++, q += cols) {
        const y = b.data[q]!;
        const h = Math.floor(y / SPLIT);
        high[k] = h;
        low[k] = y - h * SPLIT;
      }
      let i = 0;
      for (; i + 4 <= rows; i += 4) this.#fourRows(a, i, high, low, out, j);
      for (; i < rows; i++) out.data[i * cols + j] = this.#row(a.data, i * n, high, low);
    }
    return out;
  }
  #row(x: Float64Array, at: number, high: Float64Array, low: Float64Array): number {
    const n = high.length;
    let total = 0;
    for (let from = 0; from < n; from += CHUNK) {
      const to = Math.min(n, from + CHUNK);
      let h = 0;
      let l = 0;
      for (let k = from; k < to; k++) {
        h += x[at + k]! * high[k]!;
        l += x[at + k]! * low[k]!;
      }
      total += this.#joined(h, l);
    }
    return this.#reduce(total);
  }
  /** The same for rows i … i + 3, whose sums do not wait for one another. */
  #fourRows(a: Residues, i: number, high: Float64Array, low: Float64Array, out: Residues, j: number): void {
    const n = a.cols;
    const x = a.data;
    const p = i * n;
    const q = (i + 1) * n;
    const r = (i + 2) * n;
    const s = (i + 3) * n;
    let t0 = 0;
    let t1 = 0;
    let t2 = 0;
    let t3 = 0;
    for (let from = 0; from < n; from += CHUNK) {
      const to = Math.min(n, from + CHUNK);
      let h0 = 0;
      let h1 = 0;
      let h2 = 0;
      let h3 = 0;
      let l0 = 0;
      let l1 = 0;
      let l2 = 0;
      let l3 = 0;
      for (let k = from; k < to; k++) {
        const h = high[k]!;
        const l = low[k]!;
        h0 += x[p + k]! * h;
        l0 += x[p + k]! * l;
        h1 += x[q + k]! * h;
        l1 += x[q + k]! * l;
        h2 += x[r + k]! * h;
        l2 += x[r + k]! * l;
        h3 += x[s + k]! * h;
        l3 += x[s + k]! * l;
      }
      t0 += this.#joined(h0, l0);
      t1 += this.#joined(h1, l1);
      t2 += this.#joined(h2, l2);
      t3 += this.#joined(h3, l3);
    }
    const o = i * out.cols + j;
    out.data[o] = this.#reduce(t0);
    out.data[o + out.cols] = this.#reduce(t1);
    out.data[o + 2 * out.cols] = this.#reduce(t2);
    out.data[o + 3 * out.cols] = this.#reduce(t3);
  }
  /** 2¹⁶h + l, below 2p. */
  #joined(h: number, l: number): number {
    return this.#reduce(this.#reduce(h) * SPLIT) + this.#reduce(l);
  }
  transpose(a: Residues): Residues {
    if (a.rows === 1 || a.cols === 1) return { rows: a.cols, cols: a.rows, data: a.data };
    const out = blank(a.cols, a.rows);
    for (let j = 0, o = 0; j < a.cols; j++)
      for (let i = 0, k = j; i < a.rows; i++, k += a.cols, o++) out.data[o] = a.data[k]!;
    return out;
  }
  plus(a: Residues, b: Residues): Residues {
    const out = blank(a.rows, a.cols);
    const { p } = this;
    for (let i = 0; i < out.data.length; i++) {
      const s = a.data[i]! + b.data[i]!;
      out.data[i] = s < p ? s : s - p;
    }
    return out;
  }
  /** Entry by entry; a 1×1 left factor multiplies every entry. */
  times(a: Residues, b: Residues): Residues {
    const out = blank(b.rows, b.cols);
    const step = a.data.length === 1 ? 0 : 1;
    for (let i = 0; i < out.data.length; i++)
      out.data[i] = this.field.multiply(a.data[i * step]!, b.data[i]!);
    return out;
  }
  negated(a: Residues): Residues {
    return this.times(this.filled(1, 1, this.p - 1), a);
  }
  /** Column-major. */
  vec(a: Residues): Residues {
    return { rows: a.rows * a.cols, cols: 1, data: this.transpose(a).data };
  }
  unvec(v: Residues, rows: number, cols: number): Residues {
    return this.transpose({ rows: cols, cols: rows, data: v.data });
  }
  kronecker(a: Residues, b: Residues): Residues {
    const out = blank(a.rows * b.rows, a.cols * b.cols);
    let o = 0;
    for (let i = 0; i < a.rows; i++)
      for (let k = 0; k < b.rows; k++)
        for (let j = 0; j < a.cols; j++)
          for (let l = 0; l < b.cols; l++, o++)
            out.data[o] = this.field.multiply(a.data[i * a.cols + j]!, b.data[k * b.cols + l]!);
    return out;
  }
  /** (a ⊗ b)·m by the definition, one block a_ij·b after the other, none of which is kept. */
  kroneckerTimes(a: Residues, b: Residues, m: Residues): Residues {
    const out = blank(a.rows * b.rows, m.cols);
    const length = b.cols * m.cols;
    a.data.forEach((x, at) => {
      if (x === 0) return;
      const j = at % a.cols;
      const part = { rows: b.cols, cols: m.cols, data: m.data.subarray(j * length, (j + 1) * length) };
      const block = this.product(this.times(this.filled(1, 1, x), b), part);
      const start = ((at - j) / a.cols) * block.data.length;
      block.data.forEach((y, k) => {
        out.data[start + k] = this.field.add(out.data[start + k]!, y);
      });
    });
    return out;
  }
  /** Columns a_j ⊗ b_j. */
  khatriRao(a: Residues, b: Residues): Residues {
    const out = blank(a.rows * b.rows, a.cols);
    let o = 0;
    for (let i = 0; i < a.rows; i++)
      for (let k = 0; k < b.rows; k++)
        for (let j = 0; j < a.cols; j++, o++)
          out.data[o] = this.field.multiply(a.data[i * a.cols + j]!, b.data[k * a.cols + j]!);
    return out;
  }
  diagonal(a: Residues): Residues {
    const out = blank(a.rows, 1);
    for (let i = 0; i < a.rows; i++) out.data[i] = a.data[i * (a.cols + 1)]!;
    return out;
  }
  diag(v: Residues): Residues {
    const out = blank(v.rows, v.rows);
    for (let i = 0; i < v.rows; i++) out.data[i * (v.rows + 1)] = v.data[i]!;
    return out;
  }
  /** Row i times the i-th entry of v. */
  scaledRows(v: Residues, a: Residues): Residues {
    const out = blank(a.rows, a.cols);
    for (let i = 0, k = 0; i < a.rows; i++)
      for (let j = 0; j < a.cols; j++, k++) out.data[k] = this.field.multiply(v.data[i]!, a.data[k]!);
    return out;
  }
  /** The inverse, or null for a singular matrix, and the determinant. Gauss and Jordan. */
  inverted(a: Residues): { readonly inverse: Residues | null; readonly determinant: number } {
    const { field } = this;
    const n = a.rows;
    const wide = blank(n, 2 * n);
    for (let i = 0; i < n; i++) {
      wide.data.set(a.data.subarray(i * n, (i + 1) * n), 2 * i * n);
      wide.data[2 * i * n + n + i] = 1;
    }
    const rows = Array.from({ length: n }, (_, i) => wide.data.subarray(2 * i * n, 2 * (i + 1) * n));
    let determinant = 1;
    for (let c = 0; c < n; c++) {
      const pivot = rows.findIndex((row, i) => i >= c && row[c] !== 0);
      if (pivot < 0) return { inverse: null, determinant: 0 };
      if (pivot !== c) {
        [rows[c], rows[pivot]] = [rows[pivot]!, rows[c]!];
        determinant = field.negate(determinant);
      }
      const top = rows[c]!;
      determinant = field.multiply(determinant, top[c]!);
      const by = field.invert(top[c]!)!;
      for (let j = c; j < 2 * n; j++) top[j] = field.multiply(by, top[j]!);
      for (let i = 0; i < n; i++) {
        const row = rows[i]!;
        const x = i === c ? 0 : row[c]!;
        if (x !== 0)
          for (let j = c; j < 2 * n; j++) row[j] = field.subtract(row[j]!, field.multiply(x, top[j]!));
      }
    }
    const inverse = blank(n, n);
    rows.forEach((row, i) => {
      inverse.data.set(row.subarray(n), i * n);
    });
    return { inverse, determinant };
  }
  sum(a: Residues): number {
    let total = 0;
    for (const x of a.data) total = (total + x) % this.p;
    return total;
  }
  same(a: Residues, b: Residues): boolean {
    return a.rows === b.rows && a.cols === b.cols && a.data.every((x, i) => x === b.data[i]);
  }
}
