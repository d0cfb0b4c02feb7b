// A point: sizes, values and directions as bounded matrices, ready to evaluate at; and the instance as it is drawn, in typed arrays.
// What a point holds lies in its memory as one stretch of 32-bit integers, which the kernels write and copy:
//   sizes of the statement's names | all sizes | registers of the values | registers of the directions
// A register is the rows, the columns and the place of a matrix; without rows it holds none.

import type { Shape } from '../expression/dimension.ts';
import { sizeOf } from '../expression/dimension.ts';
import type { Entries, Instance } from '../expression/judgement.ts';
import { plus } from './bounded.ts';
import type { Layout } from './layout.ts';
import { looseness, looseTangent } from './looseness.ts';
import { type Bounded, type Grid, type Memory, scratch } from './memory.ts';
import { Seeded } from './seeded.ts';

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
  /** Where its integers begin; and among them the sizes, by number, and the registers, by slot: see the layout. */
  readonly at: number;
  readonly sizes: number;
  readonly registers: number;
  /** How many symbols have a slot. */
  readonly slots: number;
  readonly indices: ReadonlyMap<string, number>;
  /** On which side of each kink or pole the evaluation passed, in the order of the walk. */
  readonly signs: number[];
  /** First steps of differences are multiplied by this: a second opinion takes other steps. */
  readonly stride: number;
}

/** Integers of a register. */
export const REGISTER = 3;
export const writeRegister = ({ ints }: Memory, at: number, { rows, cols, at: place }: Bounded): void => {
  ints[at] = rows;
  ints[at + 1] = cols;
  ints[at + 2] = place;
};
export const readRegister = ({ ints }: Memory, at: number): Bounded => ({
  rows: ints[at]!,
  cols: ints[at + 1]!,
  at: ints[at + 2]!,
});

/** The size of a number. */
export const sizeAt = (p: Point, number: number): number => p.memory.ints[p.sizes + number]!;
export const valueAt = (p: Point, slot: number): Bounded =>
  readRegister(p.memory, p.registers + REGISTER * slot);
export const directionAt = (p: Point, slot: number): Bounded | null => {
  const direction = readRegister(p.memory, p.registers + REGISTER * (p.slots + slot));
  return direction.rows ? direction : null;
};

/** Integers that a point of this layout takes. */
export const lengthOf = ({ names, count, symbols }: Layout): number =>
  names.length + count + 2 * REGISTER * symbols.length;
/** The point whose integers begin there. */
export const pointAt = (
  memory: Memory,
  at: number,
  { names, count, symbols }: Layout,
  indices: ReadonlyMap<string, number>,
  stride = 1,
): Point => {
  const sizes = at + names.length;
  return { memory, at, sizes, registers: sizes + count, slots: symbols.length, indices, signs: [], stride };
};
/** A point with these matrices, which are in the memory already. */
export const pointWith = (
  memory: Memory,
  layout: Layout,
  named: readonly number[],
  matrices: { readonly values: readonly Bounded[]; readonly directions: Along },
  indices: ReadonlyMap<string, number> = new Map(),
  stride = 1,
): Point => {
  const p = pointAt(memory, memory.roomForInts(lengthOf(layout)), layout, indices, stride);
  memory.ints.set(named, p.at);
  memory.ints.set(layout.sizes(named), p.sizes);
  memory.ints.fill(0, p.registers, p.registers + 2 * REGISTER * p.slots);
  matrices.values.forEach((value, slot) => {
    writeRegister(memory, p.registers + REGISTER * slot, value);
  });
  matrices.directions.forEach((direction, slot) => {
    if (direction) writeRegister(memory, p.registers + REGISTER * (p.slots + slot), direction);
  });
  return p;
};

export const rowsOf = (s: Shape, sizes: ReadonlyMap<string, number>): number => sizeOf(s.rows, sizes);
export const colsOf = (s: Shape, sizes: ReadonlyMap<string, number>): number => sizeOf(s.cols, sizes);

/**
 * Where an instance stands; the memory holds nothing else. A value whose structure holds only up to rounding (orthogonal, idempotent,
 * unit) is taken as a bound around a value that has it exactly.
 */
export const pointOf = (layout: Layout, drawn: Drawn, memory = scratch(), stride = 1): Point => {
  memory.release(0);
  if (drawn instanceof Seeded && drawn.draw.layout === layout) return drawn.draw.into(memory, drawn, stride);
  const values: Bounded[] = [];
  const directions: (Bounded | null)[] = [];
  for (const symbol of layout.symbols) {
    const value = drawn.values.get(symbol.name);
    if (!value) throw new RangeError(`the instance has no value for ${symbol.name}`);
    values.push(memory.load(value, looseness(symbol, value)));
    const direction = drawn.directions.get(symbol.name);
    directions.push(direction ? memory.load(direction, looseTangent(symbol, value, direction)) : null);
  }
  const named = layout.names.map(name => drawn.dimensions.get(name)!);
  return pointWith(memory, layout, named, { values, directions }, drawn.indices, stride);
};

/** The directions of some slots only. */
export const only = (slots: readonly boolean[], p: Point): Along => {
  const along = new Array<Bounded | null>(slots.length);
  for (let slot = 0; slot < slots.length; slot++) along[slot] = slots[slot] ? directionAt(p, slot) : null;
  return along;
};

/** The point with each symbol X that has a direction V at X + t·V. */
export const moved = (p: Point, along: Along, t: number): Point => {
  const { memory: m, indices, stride, slots } = p;
  const length = p.registers + 2 * REGISTER * slots - p.at;
  const at = m.roomForInts(length);
  m.ints.copyWithin(at, p.at, p.at + length);
  const by = at - p.at;
  const registers = p.registers + by;
  for (let slot = 0; slot < slots; slot++) {
    const v = along[slot];
    if (v) writeRegister(m, registers + REGISTER * slot, plus(m, valueAt(p, slot), t, v));
  }
  return { memory: m, at, sizes: p.sizes + by, registers, slots, indices, signs: [], stride };
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
