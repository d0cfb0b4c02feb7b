// Small helpers between grids of entries and ml-matrix.

import { Matrix } from 'ml-matrix';
import type { Grid } from './memory.ts';

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
/** The entries that a structure on straight lines leaves free; the others follow. */
export const linear = (
  a: Matrix,
  is: (structure: 'diagonal' | 'symmetric' | 'skew' | 'lower-triangular' | 'upper-triangular') => boolean,
): Matrix => {
  const f = (i: number, j: number): number => {
    if (is('diagonal') && i !== j) return 0;
    if (is('lower-triangular') && i < j) return 0;
    if (is('upper-triangular') && i > j) return 0;
    if (is('skew')) return i < j ? a.get(i, j) : i > j ? -a.get(j, i) : 0;
    return is('symmetric') && i > j ? a.get(j, i) : a.get(i, j);
  };
  return build(a.rows, a.columns, f);
};
