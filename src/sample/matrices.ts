// Small helpers between grids of entries and ml-matrix.

import { Matrix } from 'ml-matrix';
import type { Structure } from '../expression/symbol.ts';
import type { Bounded, Grid } from './memory.ts';

/** The matrix whose entry (i, j) is f(i, j). */
export const build = (rows: number, cols: number, f: (i: number, j: number) => number): Matrix => {
  const out = new Matrix(rows, cols);
  for (let i = 0; i < rows; i++) for (let j = 0; j < cols; j++) out.set(i, j, f(i, j));
  return out;
};
export const toMatrix = ({ rows, cols, data }: Grid): Matrix =>
  build(rows, cols, (i, j) => data[i * cols + j]!);
export const fromMatrix = (a: Matrix): Grid => {
  const data = new Float64Array(a.rows * a.columns);
  for (let i = 0, k = 0; i < a.rows; i++) for (let j = 0; j < a.columns; j++) data[k++] = a.get(i, j);
  return { rows: a.rows, cols: a.columns, data };
};
/** a + t·b */
export const plus = (a: Matrix, t: number, b: Matrix): Matrix =>
  build(a.rows, a.columns, (i, j) => a.get(i, j) + t * b.get(i, j));
/** Every entry from its upper triangle. */
export const mirrored = (a: Matrix): Matrix =>
  build(a.rows, a.columns, (i, j) => (i <= j ? a.get(i, j) : a.get(j, i)));

/** Structures whose matrices form a linear space. */
const LINEAR = ['diagonal', 'symmetric', 'skew', 'lower-triangular', 'upper-triangular', 'toeplitz'] as const;
export const isLinear = (s: Structure): boolean => LINEAR.some(x => x === s);
/** The entries that linear structures leave free are kept; the others follow from them. */
export const linear = ({ rows, cols, data }: Grid, is: (structure: Structure) => boolean): Grid => {
  const out = data.slice();
  linearize(out, { rows, cols, at: 0, down: cols, along: 1 }, LINEAR.filter(is));
  return { rows, cols, data: out };
};
/** The same in place, where entry (i, j) is at + i·down + j·along. */
export const linearize = (
  data: Float64Array,
  { rows, cols, at, down, along }: Bounded & { readonly down: number; readonly along: number },
  structure: readonly Structure[],
): void => {
  const [diagonal, symmetric, skew, lower, upper, toeplitz] = LINEAR.map(x => structure.includes(x));
  // Entries are taken from earlier ones, which are already as they shall be.
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < cols; j++) {
      const k = at + i * down + j * along;
      const turned = (skew || symmetric) && i > j;
      const row = turned ? j : i;
      const col = turned ? i : j;
      const from = toeplitz
        ? at + Math.max(0, row - col) * down + Math.max(0, col - row) * along
        : at + row * down + col * along;
      if ((diagonal && i !== j) || (lower && i < j) || (upper && i > j) || (skew && i === j)) data[k] = 0;
      else data[k] = skew && turned ? 0 - data[from]! : data[from]!;
    }
};
