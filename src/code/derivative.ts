// Somebody's derivative at one instance: what their code says, what the formula says, and what the differences of the function say.
// Inside, a derivative is its columns: one for each direction of the variable, F's entries stacked column by column.

import { sizeOf } from '../expression/dimension.ts';
import type { Layout } from '../expression/expression.ts';
import type { Sym } from '../expression/symbol.ts';
import { type Drawn, type Grid, replay, tangent } from '../sample/index.ts';
import { type Columns, type Comparison, compare, largest } from './compare.ts';
import { type Form, handed, NumbersError, taken } from './numbers.ts';
import { type Line, noiseOf, slopeOf } from './slope.ts';
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

/** The sides that are held against each other. */
export type Side = 'differences' | 'code' | 'formula';
export interface Disagreement {
  readonly between: readonly [Side, Side];
  readonly comparison: Comparison;
}
export type Look =
  | { readonly outcome: 'skipped'; readonly why: string }
  | { readonly outcome: 'unclear'; readonly why: string }
  | { readonly outcome: 'agree'; readonly ratio: number }
  | { readonly outcome: 'broken'; readonly why: string }
  | { readonly outcome: 'differ'; readonly disagreements: readonly Disagreement[]; readonly sides: Sides };
export interface Sides {
  readonly shape: { readonly rows: number; readonly cols: number };
  readonly size: { readonly rows: number; readonly cols: number };
  readonly directions: readonly Grid[];
  readonly differences: Columns;
  readonly code: Columns | null;
  readonly formula: Columns | null;
}

/** A second opinion takes other steps. */
const OTHER_STEPS = 0.7;
/** An error of the differences above this part of the derivative, or of the function's size over the reach, tells nothing. */
const DULL = 1e-3;

/** What an instance shows. @throws NumbersError when the function itself gives no numbers, or not the same twice */
export const look = (task: Task, drawn: Drawn): Look => {
  const { subject, f, derivative, kind } = task;
  const { variable } = subject;
  const x = drawn.values.get(variable.name)!;
  let thrown = 'it is not defined there';
  const at = (value: Grid): Grid | null => {
    let result: unknown;
    try {
      result = f(...valuesOf(task, drawn, value));
    } catch (error) {
      thrown = `it throws: ${messageOf(error)}`;
      return null;
    }
    const grid = taken(result, 'the function');
    return grid.data.every(Number.isFinite) ? grid : null;
  };
  const here = at(x);
  if (!here) return { outcome: 'skipped', why: thrown };
  const again = at(x);
  if (!again?.data.every((v, i) => v === here.data[i]))
    throw new NumbersError(
      'the function gives different values for the same input: it depends on chance or on earlier calls',
    );
  const size = { rows: here.rows, cols: here.cols };
  if (kind === 'gradient' && here.data.length !== 1)
    throw new NumbersError(
      `the function is ${here.rows}×${here.cols}, and a gradient is that of a scalar function: use expectJacobian`,
    );
  const shape = expectedShape(task, x, here);
  const directions = directionsOf(variable, x);

  let code: Columns | null = null;
  if (derivative) {
    let result: unknown;
    try {
      result = derivative(...valuesOf(task, drawn, x));
    } catch (error) {
      return {
        outcome: 'broken',
        why: `the ${kind} throws where the function is defined: ${messageOf(error)}`,
      };
    }
    try {
      code = columnsOf(taken(result, `the ${kind}`, shape), task, x, directions, 0);
    } catch (error) {
      if (!(error instanceof NumbersError)) throw error;
      return { outcome: 'broken', why: error.message };
    }
  }
  let formula: Columns | null = null;
  if (subject.formula !== null) {
    const found = formulaAt(task, drawn);
    if (typeof found === 'string') return { outcome: 'skipped', why: found };
    const { rows, cols } = found.value;
    if (rows !== shape.rows || cols !== shape.cols)
      return {
        outcome: 'broken',
        why: `the formula is ${rows}×${cols}, and must be ${shape.rows}×${shape.cols}`,
      };
    formula = columnsOf(found.value, task, x, directions, found.error);
  }

  const reach = reachOf(x);
  const along =
    (v: Grid): Line =>
    t => {
      const moved = at({ ...x, data: x.data.map((value, i) => value + t * v.data[i]!) });
      if (moved && (moved.rows !== here.rows || moved.cols !== here.cols))
        throw new NumbersError(
          `the function is ${here.rows}×${here.cols} at one value and ${moved.rows}×${moved.cols} at another one`,
        );
      return moved && columnMajor(moved);
    };
  const noise = directions.length ? noiseOf(along(mixed(directions, x)), reach) : 0;
  const differences = (stride: number): Columns | string => {
    const slopes = directions.map(v => slopeOf(along(v), reach * stride, noise));
    const columns: Float64Array[] = [];
    const errors: number[] = [];
    for (const s of slopes) {
      if (typeof s === 'string') return s;
      columns.push(s.value);
      errors.push(s.error);
    }
    const scale = Math.max(largest(columns), largest([here.data]) / reach);
    return Math.max(0, ...errors) > DULL * scale
      ? 'its differences are too noisy to tell'
      : { columns, errors };
  };
  const first = differences(1);
  if (typeof first === 'string') return { outcome: 'skipped', why: first };
  const judged = (d: Columns): Disagreement[] =>
    [
      code && { between: ['differences', 'code'] as const, comparison: compare(d, code) },
      formula && { between: ['differences', 'formula'] as const, comparison: compare(d, formula) },
      code && formula && { between: ['formula', 'code'] as const, comparison: compare(formula, code) },
    ].filter(pair => pair !== null);
  const pairs = judged(first);
  const sides = { shape, size, directions, differences: first, code, formula };
  const apart = pairs.filter(p => p.comparison.outcome === 'differ');
  if (apart.length === 0) {
    const ratio = Math.max(0, ...pairs.map(p => p.comparison.ratio));
    return pairs.every(p => p.comparison.outcome === 'agree')
      ? { outcome: 'agree', ratio }
      : {
          outcome: 'unclear',
          why: `a gap of ${ratio.toPrecision(2)} times its allowance is too little to be sure`,
        };
  }
  const second = differences(OTHER_STEPS);
  if (typeof second === 'string') return { outcome: 'skipped', why: second };
  const still = judged(second);
  const disagreements = apart.filter(p =>
    still.some(q => q.between.join() === p.between.join() && q.comparison.outcome === 'differ'),
  );
  return disagreements.length
    ? { outcome: 'differ', disagreements, sides }
    : { outcome: 'unclear', why: 'other steps of the differences say otherwise' };
};

/** Fresh copies of all values, in the form that the code wants, with another one for the variable. */
const valuesOf = ({ subject, form }: Task, drawn: Drawn, value: Grid): never[] =>
  subject.arguments.map(
    s => handed(s === subject.variable ? value : drawn.values.get(s.name)!, s.shape, form) as never,
  );

const expectedShape = ({ kind, layout }: Task, x: Grid, f: Grid): Sides['shape'] => {
  if (kind === 'gradient') return { rows: x.rows, cols: x.cols };
  const [m, n] = [f.data.length, x.data.length];
  return layout === 'denominator' ? { rows: n, cols: m } : { rows: m, cols: n };
};

const formulaAt = ({ subject }: Task, drawn: Drawn): { value: Grid; error: number } | string => {
  const entries = new Map([...drawn.values].map(([name, g]) => [name, { ...g, data: Array.from(g.data) }]));
  try {
    const { lhs, bound } = replay(subject.statement, {
      dimensions: drawn.dimensions,
      values: entries,
      directions: new Map(),
      indices: drawn.indices,
    });
    return { value: { ...lhs, data: Float64Array.from(lhs.data) }, error: Math.max(0, ...bound.data) };
  } catch (error) {
    if (error instanceof RangeError) return `the formula has no value there: ${error.message}`;
    throw error;
  }
};

/** Unit matrices in column-major order; of a structured letter what remains of them within its structure. */
const directionsOf = (s: Sym, x: Grid): Grid[] => {
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

/** One direction with a part of each: along it the noise of the function is measured. */
const mixed = (directions: readonly Grid[], x: Grid): Grid => ({
  ...x,
  data: x.data.map((_, i) => directions.reduce((sum, v, k) => sum + v.data[i]! / (1 + (k % 3)), 0)),
});

/** A power of two near the size of the value. */
const reachOf = ({ data }: Grid): number => 2 ** Math.round(Math.log2(Math.max(2 ** -3, largest([data]))));

const columnMajor = ({ rows, cols, data }: Grid): Float64Array =>
  Float64Array.from(data, (_, k) => data[(k % rows) * cols + Math.floor(k / rows)]!);

/** A derivative as it was laid out, taken along each direction. */
const columnsOf = (
  g: Grid,
  { kind, layout }: Task,
  x: Grid,
  directions: readonly Grid[],
  error: number,
): Columns => {
  const n = x.data.length;
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

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
/** The shape of an instance: "n=2, k=1". */
export const shapeText = (task: Task, drawn: Drawn): string =>
  task.subject.statement.dimensions.map(d => `${d} = ${sizeOf([d], drawn.dimensions)}`).join(', ');
