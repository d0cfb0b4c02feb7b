// What is judged, and what both sides of it share: arguments, directions, and a derivative as columns.
// Inside, a derivative is its columns: one for each direction of the variable, F's entries stacked column by column.

import { sizeOf } from '../expression/dimension.ts';
import type { Layout } from '../expression/expression.ts';
import type { Sym } from '../expression/symbol.ts';
import { type Drawn, type Grid, tangent } from '../sample/index.ts';
import type { Columns } from './compare.ts';
import { type Form, handed } from './numbers.ts';
import type { Subject } from './subject.ts';

/** A function of arrays, typed arrays or matrices, one for each letter. */
export type Code = (...values: never[]) => unknown;

export interface Task {
  readonly subject: Subject;
  readonly f: Code;
  /** Null where only a formula is held against the function. */
  readonly derivative: Code | null;
  readonly kind: 'gradient' | 'jacobian';
  readonly layout: Layout;
  readonly form: Form;
}
export interface Size {
  readonly rows: number;
  readonly cols: number;
}

/** Fresh copies of all values, in the form that the code wants, with another one for the variable. */
export const argumentsOf = ({ subject, form }: Task, drawn: Drawn, value: Grid): never[] =>
  subject.arguments.map(
    s => handed(s === subject.variable ? value : drawn.values.get(s.name)!, s.shape, form) as never,
  );

/** The size that a derivative has to have. */
export const expectedSize = ({ kind, layout }: Task, x: Grid, f: Size): Size => {
  if (kind === 'gradient') return { rows: x.rows, cols: x.cols };
  const [m, n] = [f.rows * f.cols, x.data.length];
  return layout === 'denominator' ? { rows: n, cols: m } : { rows: m, cols: n };
};

/** Unit matrices in column-major order; of a structured letter what remains of them within its structure. */
export const directionsOf = (s: Sym, x: Grid): Grid[] => {
  const directions: Grid[] = [];
  for (let j = 0; j < x.cols; j++)
    for (let i = 0; i < x.rows; i++) {
      const unit = { rows: x.rows, cols: x.cols, data: new Float64Array(x.data.length) };
      unit.data[i * x.cols + j] = 1;
      const v = s.structure.length ? tangent(s, x, unit) : unit;
      if (v?.data.some(y => y !== 0)) directions.push(v);
    }
  return directions;
};

export const columnMajor = ({ rows, cols, data }: Grid): Float64Array =>
  Float64Array.from(data, (_, k) => data[(k % rows) * cols + Math.floor(k / rows)]!);

/** A derivative as it was laid out, taken along each direction; `error` bounds each of its entries. */
export const columnsOf = (
  g: Grid,
  { kind, layout }: Task,
  directions: readonly Grid[],
  error = 0,
): Columns => {
  const n = directions[0]?.data.length ?? 1;
  const m = g.data.length / n;
  const gradient = kind === 'gradient' ? columnMajor(g) : null;
  const entry = (i: number, j: number): number =>
    gradient ? gradient[j]! : layout === 'denominator' ? g.data[j * m + i]! : g.data[i * n + j]!;
  return {
    columns: directions.map(v => {
      const along = columnMajor(v);
      return Float64Array.from({ length: m }, (_, i) =>
        along.reduce((sum, y, j) => (y === 0 ? sum : sum + y * entry(i, j)), 0),
      );
    }),
    errors: directions.map(v => error * v.data.reduce((sum, y) => sum + Math.abs(y), 0)),
  };
};

/** The sizes of an instance: "n = 2, k = 1". */
export const sizesText = (task: Task, drawn: Drawn): string =>
  task.subject.statement.dimensions.map(d => `${d} = ${sizeOf([d], drawn.dimensions)}`).join(', ');

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
