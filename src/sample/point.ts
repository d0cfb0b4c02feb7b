// A point: sizes, values and directions as bounded matrices, ready to evaluate at; and the instance as it is drawn, in typed arrays.

import type { Shape } from '../expression/dimension.ts';
import { sizeOf } from '../expression/dimension.ts';
import type { Entries, Instance, Statement } from '../expression/judgement.ts';
import { type Bounded, bounded, scaled, sum } from './bounded.ts';
import { looseness, looseTangent } from './structure.ts';

/** Row-major. */
export interface Grid {
  readonly rows: number;
  readonly cols: number;
  readonly data: Float64Array;
}
/** An instance of doubles in typed arrays: what the arbitrary draws. */
export interface Drawn {
  readonly dimensions: ReadonlyMap<string, number>;
  readonly values: ReadonlyMap<string, Grid>;
  readonly directions: ReadonlyMap<string, Grid>;
  readonly indices: ReadonlyMap<string, number>;
}

export interface Point {
  readonly sizes: ReadonlyMap<string, number>;
  readonly values: ReadonlyMap<string, Bounded>;
  readonly directions: ReadonlyMap<string, Bounded>;
  readonly indices: ReadonlyMap<string, number>;
  /** On which side of each kink or pole the evaluation passed, in the order of the walk. */
  readonly signs: number[];
  /** First steps of differences are multiplied by this: a second opinion takes other steps. */
  readonly stride: number;
}

export const rowsOf = (s: Shape, sizes: ReadonlyMap<string, number>): number => sizeOf(s.rows, sizes);
export const colsOf = (s: Shape, sizes: ReadonlyMap<string, number>): number => sizeOf(s.cols, sizes);

/**
 * Where an instance stands. A value whose structure holds only up to rounding (orthogonal, idempotent, unit) is taken as a bound
 * around a value that has it exactly.
 */
export const pointOf = (statement: Statement, drawn: Drawn, stride = 1): Point => {
  const values = new Map<string, Bounded>();
  const directions = new Map<string, Bounded>();
  for (const symbol of statement.symbols) {
    const grid = drawn.values.get(symbol.name);
    if (!grid) throw new RangeError(`the instance has no value for ${symbol.name}`);
    const value = bounded(grid.rows, grid.cols, grid.data);
    values.set(symbol.name, bounded(grid.rows, grid.cols, grid.data, looseness(symbol, value)));
    const d = drawn.directions.get(symbol.name);
    if (d) {
      const direction = bounded(d.rows, d.cols, d.data);
      directions.set(symbol.name, bounded(d.rows, d.cols, d.data, looseTangent(symbol, value, direction)));
    }
  }
  return { sizes: drawn.dimensions, values, directions, indices: drawn.indices, signs: [], stride };
};

/** The point with each named symbol X at X + t·V. */
export const moved = (p: Point, along: ReadonlyMap<string, Bounded>, t: number): Point => {
  const values = new Map(p.values);
  for (const [name, v] of along) {
    const x = p.values.get(name);
    if (x) values.set(name, sum([x, scaled(t, v)]));
  }
  return { ...p, values, signs: [] };
};

const grid = (e: Entries<number>): Grid => ({ rows: e.rows, cols: e.cols, data: Float64Array.from(e.data) });
const entries = (g: Grid): Entries<number> => ({ rows: g.rows, cols: g.cols, data: Array.from(g.data) });
const mapped = <A, B>(all: ReadonlyMap<string, A>, f: (a: A) => B): Map<string, B> =>
  new Map([...all].map(([name, a]) => [name, f(a)]));
export const fromInstance = (i: Instance<number>): Drawn => ({
  ...i,
  values: mapped(i.values, grid),
  directions: mapped(i.directions, grid),
});
export const toInstance = (d: Drawn): Instance<number> => ({
  ...d,
  values: mapped(d.values, entries),
  directions: mapped(d.directions, entries),
});
