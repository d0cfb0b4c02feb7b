// A point: sizes, values and directions as bounded matrices, ready to evaluate at; and the instance as it is drawn, in typed arrays.

import type { Shape } from '../expression/dimension.ts';
import { sizeOf } from '../expression/dimension.ts';
import type { Entries, Instance, Statement } from '../expression/judgement.ts';
import { plus } from './bounded.ts';
import { looseness, looseTangent } from './looseness.ts';
import { type Bounded, type Grid, Memory } from './memory.ts';

/** An instance of doubles in typed arrays: what the arbitrary draws. */
export interface Drawn {
  readonly dimensions: ReadonlyMap<string, number>;
  readonly values: ReadonlyMap<string, Grid>;
  readonly directions: ReadonlyMap<string, Grid>;
  readonly indices: ReadonlyMap<string, number>;
}

export interface Point {
  readonly memory: Memory;
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
export const pointOf = (statement: Statement, drawn: Drawn, memory = new Memory(), stride = 1): Point => {
  const values = new Map<string, Bounded>();
  const directions = new Map<string, Bounded>();
  for (const symbol of statement.symbols) {
    const value = drawn.values.get(symbol.name);
    if (!value) throw new RangeError(`the instance has no value for ${symbol.name}`);
    values.set(symbol.name, memory.load(value, looseness(symbol, value)));
    const direction = drawn.directions.get(symbol.name);
    if (direction)
      directions.set(symbol.name, memory.load(direction, looseTangent(symbol, value, direction)));
  }
  const { dimensions: sizes, indices } = drawn;
  return { memory, sizes, values, directions, indices, signs: [], stride };
};

/** The point with each named symbol X at X + t·V. */
export const moved = (p: Point, along: ReadonlyMap<string, Bounded>, t: number): Point => {
  const values = new Map(p.values);
  for (const [name, v] of along) {
    const x = p.values.get(name);
    if (x) values.set(name, plus(p.memory, x, t, v));
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
/** Directions only of the symbols that the statement itself moves. */
export const toInstance = (d: Drawn, moving: (name: string) => boolean): Instance<number> => ({
  ...d,
  values: mapped(d.values, entries),
  directions: mapped(new Map([...d.directions].filter(([name]) => moving(name))), entries),
});
