// A point: sizes, values and directions as bounded matrices, ready to evaluate at; and the instance as it is drawn, in typed arrays.

import type { Shape } from '../expression/dimension.ts';
import { sizeOf } from '../expression/dimension.ts';
import type { Entries, Instance } from '../expression/judgement.ts';
import { plus } from './bounded.ts';
import type { Layout } from './layout.ts';
import { looseness, looseTangent } from './looseness.ts';
import { type Bounded, type Grid, type Memory, scratch } from './memory.ts';
import { Packed } from './packed.ts';

/** An instance of doubles in typed arrays: what the arbitrary draws. */
export interface Drawn {
  readonly dimensions: ReadonlyMap<string, number>;
  readonly values: ReadonlyMap<string, Grid>;
  readonly directions: ReadonlyMap<string, Grid>;
  readonly indices: ReadonlyMap<string, number>;
}

/** A direction of each symbol that moves, by slot. */
export type Along = readonly (Bounded | null)[];

export interface Point {
  readonly memory: Memory;
  /** By number: see the layout. */
  readonly sizes: readonly number[];
  /** By slot, that is by the symbol's place in the statement. */
  readonly values: readonly Bounded[];
  readonly directions: Along;
  readonly indices: ReadonlyMap<string, number>;
  /** On which side of each kink or pole the evaluation passed, in the order of the walk. */
  readonly signs: number[];
  /** First steps of differences are multiplied by this: a second opinion takes other steps. */
  readonly stride: number;
}

export const rowsOf = (s: Shape, sizes: ReadonlyMap<string, number>): number => sizeOf(s.rows, sizes);
export const colsOf = (s: Shape, sizes: ReadonlyMap<string, number>): number => sizeOf(s.cols, sizes);

/** Sizes of the statement's dimension names, in their order. */
export const namedSizes = ({ names }: Layout, drawn: Drawn): readonly number[] =>
  drawn instanceof Packed ? drawn.named : names.map(name => drawn.dimensions.get(name)!);

/** Whether an instance has a direction for this symbol. */
export const hasDirection = (layout: Layout, drawn: Drawn, name: string): boolean =>
  drawn instanceof Packed ? drawn.stretch.directions[layout.slot(name)] !== null : drawn.directions.has(name);

/**
 * Where an instance stands; the memory holds nothing else. A value whose structure holds only up to rounding (orthogonal, idempotent,
 * unit) is taken as a bound around a value that has it exactly.
 */
export const pointOf = (layout: Layout, drawn: Drawn, memory = scratch(), stride = 1): Point => {
  memory.release(0);
  const { indices } = drawn;
  const sizes = layout.sizes(namedSizes(layout, drawn));
  if (drawn instanceof Packed) {
    const { values, directions, data, start, length } = drawn.stretch;
    memory.loadAll(data, start, length);
    return { memory, sizes, values, directions, indices, signs: [], stride };
  }
  const values: Bounded[] = [];
  const directions: (Bounded | null)[] = [];
  for (const symbol of layout.symbols) {
    const value = drawn.values.get(symbol.name);
    if (!value) throw new RangeError(`the instance has no value for ${symbol.name}`);
    values.push(memory.load(value, looseness(symbol, value)));
    const direction = drawn.directions.get(symbol.name);
    directions.push(direction ? memory.load(direction, looseTangent(symbol, value, direction)) : null);
  }
  return { memory, sizes, values, directions, indices, signs: [], stride };
};

/** The directions of some slots only. */
export const only = (slots: readonly boolean[], directions: Along): Along => {
  const along = new Array<Bounded | null>(slots.length);
  for (let slot = 0; slot < slots.length; slot++) along[slot] = slots[slot] ? directions[slot]! : null;
  return along;
};

/** The point with each symbol X that has a direction V at X + t·V. */
export const moved = (p: Point, along: Along, t: number): Point => {
  const { memory, sizes, directions, indices, stride } = p;
  const values = p.values.slice();
  for (let slot = 0; slot < along.length; slot++) {
    const v = along[slot];
    if (v) values[slot] = plus(memory, values[slot]!, t, v);
  }
  return { memory, sizes, values, directions, indices, signs: [], stride };
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
  dimensions: d.dimensions,
  values: mapped(d.values, entries),
  directions: mapped(new Map([...d.directions].filter(([name]) => moving(name))), entries),
  indices: d.indices,
});
