// Elimination with partial pivoting in the memory's own arrays: P·A = L·U, the rows of A in the order of P.
// The factors are of the entries as they are; what the entries' bounds and the rounding make of them is for the caller to tell.

import type { Bounded, Memory } from './memory.ts';

export interface Factored {
  /** U on and above the diagonal; below it L, whose diagonal is 1. */
  readonly factors: Bounded;
  /** Row i of L·U is row order[i] of A. */
  readonly order: readonly number[];
  readonly determinant: number;
}

/** Of a square matrix. Each computed entry of L·U is that of A within γ_n|L||U| (Higham 2002, theorem 9.3). */
export const factored = (m: Memory, a: Bounded): Factored => {
  const n = a.rows;
  const factors = m.take(n, n);
  const { value } = m;
  const { at } = factors;
  value.copyWithin(at, a.at, a.at + n * n);
  const order: number[] = [];
  for (let i = 0; i < n; i++) order.push(i);
  let determinant = 1;
  for (let k = 0; k < n; k++) {
    const column = at + k * n;
    let pivot = k;
    for (let i = k + 1; i < n; i++)
      if (Math.abs(value[column + i]!) > Math.abs(value[column + pivot]!)) pivot = i;
    if (pivot !== k) {
      for (let p = at + k, q = at + pivot; p < at + n * n; p += n, q += n) {
        const x = value[p]!;
        value[p] = value[q]!;
        value[q] = x;
      }
      const row = order[k]!;
      order[k] = order[pivot]!;
      order[pivot] = row;
      determinant = -determinant;
    }
    const d = value[column + k]!;
    determinant *= d;
    // The rest of such a column is zero, as multipliers are.
    if (d === 0) continue;
    for (let i = k + 1; i < n; i++) value[column + i]! /= d;
    for (let other = column + n; other < at + n * n; other += n) {
      const u = value[other + k]!;
      if (u !== 0) for (let i = k + 1; i < n; i++) value[other + i]! -= value[column + i]! * u;
    }
  }
  return { factors, order, determinant };
};

/** X with A·X ≈ I, without bounds, by substitution in L and then in U; its entries are infinite or no numbers where A is singular. */
export const solvedIdentity = (m: Memory, { factors, order }: Factored): Bounded => {
  const { rows: n, at } = factors;
  const x = m.blank(n, n);
  const { value } = m;
  for (let i = 0; i < n; i++) {
    const column = x.at + order[i]! * n;
    value[column + i] = 1;
    for (let k = i; k < n; k++) {
      const y = value[column + k]!;
      if (y !== 0) for (let r = k + 1; r < n; r++) value[column + r]! -= value[at + r + k * n]! * y;
    }
    for (let k = n - 1; k >= 0; k--) {
      const y = value[column + k]! / value[at + k + k * n]!;
      value[column + k] = y;
      for (let r = 0; r < k; r++) value[column + r]! -= value[at + r + k * n]! * y;
    }
  }
  return x;
};
