// Numbers as people's code holds them, in and out: numbers, nested arrays, typed arrays, ml-matrix and whatever looks like its Matrix.
//   a flat array is a column where nothing is known of its shape, else the row-major entries of the shape that is expected

import { isColumn, isScalar, type Shape } from '../expression/dimension.ts';
import type { Grid } from '../sample/index.ts';

/** What ml-matrix's Matrix has, and others that imitate it. */
export interface MatrixLike {
  readonly rows: number;
  readonly columns: number;
  get(row: number, column: number): number;
}
/** What code under test may return. */
export type Numbers = number | ArrayLike<number> | ArrayLike<ArrayLike<number>> | MatrixLike;

/**
 * How code under test gets its matrices: nested arrays (a vector is one array), a Float64Array of row-major entries, or what a
 * function makes of the rows, such as `rows => new Matrix(rows)`. A scalar is always a number.
 */
export type Form = 'arrays' | 'flat' | ((rows: number[][]) => unknown);

/** What came back is no matrix, or none of the shape that it must have. */
export class NumbersError extends Error {
  override readonly name = 'NumbersError';
}

/** A fresh copy in the form that the code wants: what it does to it changes nothing here. */
export const handed = ({ rows, cols, data }: Grid, shape: Shape, form: Form): unknown => {
  if (isScalar(shape)) return data[0];
  if (form === 'flat') return data.slice();
  const nested = Array.from({ length: rows }, (_, i) => Array.from(data.subarray(i * cols, (i + 1) * cols)));
  if (typeof form === 'function') return form(nested);
  return isColumn(shape) ? Array.from(data) : nested;
};

/** @throws NumbersError when it is no matrix of numbers, or not of the expected size */
export const taken = (
  value: unknown,
  what: string,
  expected?: { readonly rows: number; readonly cols: number },
): Grid => {
  const refuse = (why: string): never => {
    throw new NumbersError(`${what} ${why}`);
  };
  const grid = gridOf(value, refuse, expected);
  if (expected && (grid.rows !== expected.rows || grid.cols !== expected.cols))
    return refuse(`is ${grid.rows}×${grid.cols}, and must be ${expected.rows}×${expected.cols}`);
  return grid;
};

type Refuse = (why: string) => never;

const gridOf = (value: unknown, refuse: Refuse, expected?: { rows: number; cols: number }): Grid => {
  if (typeof value === 'number') return { rows: 1, cols: 1, data: Float64Array.of(value) };
  if (isMatrixLike(value)) {
    const { rows, columns: cols } = value;
    const data = Float64Array.from({ length: rows * cols }, (_, i) =>
      value.get(Math.floor(i / cols), i % cols),
    );
    return { rows, cols, data };
  }
  if (!isList(value)) return refuse(`is ${described(value)}, and must be a number, an array, or a matrix`);
  const items = Array.from(value);
  if (items.length === 0) return refuse('is empty');
  if (items.every(x => typeof x === 'number')) return flat(items, refuse, expected);
  const rows = items.map((row, i) =>
    isList(row)
      ? Array.from(row, (x, j) =>
          typeof x === 'number' ? x : refuse(`has ${described(x)} in entry (${i + 1}, ${j + 1})`),
        )
      : refuse(`mixes rows with ${described(row)} in row ${i + 1}`),
  );
  const cols = rows[0]!.length;
  const ragged = rows.findIndex(row => row.length !== cols);
  if (ragged >= 0)
    return refuse(`has ${cols} entries in row 1 and ${rows[ragged]!.length} in row ${ragged + 1}`);
  return { rows: rows.length, cols, data: Float64Array.from(rows.flat()) };
};

const flat = (items: number[], refuse: Refuse, expected?: { rows: number; cols: number }): Grid => {
  const { rows, cols } = expected ?? { rows: items.length, cols: 1 };
  if (items.length !== rows * cols) return refuse(`has ${items.length} entries, and must be ${rows}×${cols}`);
  return { rows, cols, data: Float64Array.from(items) };
};

const isMatrixLike = (x: unknown): x is MatrixLike =>
  typeof x === 'object' &&
  x !== null &&
  'rows' in x &&
  'columns' in x &&
  typeof x.rows === 'number' &&
  typeof x.columns === 'number' &&
  'get' in x &&
  typeof x.get === 'function';
const isList = (x: unknown): x is ArrayLike<unknown> =>
  Array.isArray(x) || (ArrayBuffer.isView(x) && !(x instanceof DataView));
const described = (x: unknown): string => {
  if (x === null) return 'null';
  if (x instanceof Promise) return 'a promise (code under test must answer at once)';
  return typeof x === 'object' ? `an object (${x.constructor?.name ?? 'without a prototype'})` : typeof x;
};
