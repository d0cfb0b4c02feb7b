// Draws: from fast-check's generator to one instance in typed arrays. Values are such as a person would take: small integers, short
// decimals, and now and then ordinary doubles. Every symbol is drawn as free parameters, which its structure then shapes.

import type { Random } from 'fast-check';
import { dimension, fits as sameSize, sizeOf } from '../expression/dimension.ts';
import type { Statement } from '../expression/judgement.ts';
import type { Sym } from '../expression/symbol.ts';
import { Layout } from './layout.ts';
import { needsSquare } from './looseness.ts';
import { isLinear, linearize } from './matrices.ts';
import { type Bounded, type Grid, type Memory, scratch } from './memory.ts';
import { costOf, type Needs, varies } from './needs.ts';
import { Packed } from './packed.ts';
import { colsOf, type Drawn, rowsOf } from './point.ts';
import { impose, tangent } from './structure.ts';

/** Free parameters of an instance: what is drawn and what is shrunk. */
export type Parameters = Drawn;

/** Multiplications that one instance may cost; and at the sizes that tell most claims apart, 1 and 2. */
const DEAREST = 200_000;
const DEAREST_AT_TWO = 20 * DEAREST;
/** Entries of many instances lie in one array: making one is dear. */
const STORE = 1 << 14;
/** A word is as good as random in so many ways: no digit of it comes up more often by more than one in 256. */
const ENOUGH = 2 ** 24;

/** Draws the parameters of a statement's instances with sizes up to maxSize. */
export class Draw {
  readonly #statement: Statement;
  readonly #needs: Needs;
  readonly #maxSize: number;
  readonly #layout: Layout;
  /** No instance costs too much. */
  readonly #cheap: boolean;
  readonly #slots: readonly Slot[];
  /** All structures are linear: what is drawn are entries. */
  readonly linear: boolean;
  #store = new Float64Array(0);
  #used = 0;
  constructor(statement: Statement, needs: Needs, maxSize: number) {
    const { symbols, dimensions } = statement;
    this.#statement = statement;
    this.#needs = needs;
    this.#maxSize = maxSize;
    const layout = new Layout(statement);
    this.#layout = layout;
    this.#cheap = costOf(statement, needs, layout.assignment(dimensions.map(() => maxSize))) <= DEAREST;
    this.linear = symbols.every(
      s => s.structure.every(isLinear) && (!needsSquare(s) || sameSize(s.shape.rows, s.shape.cols)),
    );
    this.#slots = symbols.map(({ name, shape, structure }) => {
      const isDiagonal = this.linear && structure.includes('diagonal');
      return {
        rows: layout.size(shape.rows),
        cols: layout.size(shape.cols),
        moves: varies(needs, name),
        isDiagonal,
        structure: this.linear && structure.length > (isDiagonal ? 1 : 0) ? structure : null,
      };
    });
  }

  parameters(random: Random, small: boolean): Packed {
    const layout = this.#layout;
    const { symbols } = layout;
    const { positive, gentle, free } = this.#needs;
    const named = this.#named(random, small ? Math.min(2, this.#maxSize) : this.#maxSize);
    const sizes = layout.sizes(named);
    const isPositive = positive && random.nextInt(0, 1) === 0;
    const isGentle = gentle && random.nextInt(0, 3) > 0;
    const values = new Array<Bounded>(symbols.length);
    const directions = new Array<Bounded | null>(symbols.length);
    let length = 0;
    for (let slot = 0; slot < symbols.length; slot++) {
      const shape = this.#slots[slot]!;
      const rows = sizes[shape.rows]!;
      const cols = sizes[shape.cols]!;
      values[slot] = { rows, cols, at: length };
      length += rows * cols;
      directions[slot] = shape.moves ? { rows, cols, at: length } : null;
      if (shape.moves) length += rows * cols;
    }
    const m = scratch();
    m.release(0);
    m.room(length);
    for (let slot = 0; slot < symbols.length; slot++) {
      fill(m, random, values[slot]!, this.#slots[slot]!, isPositive, isGentle);
      const direction = directions[slot];
      if (direction) fill(m, random, direction, this.#slots[slot]!, false, isGentle);
    }
    const start = this.#take(length);
    this.#store.set(m.value.subarray(0, length), start);
    const indices = free.size ? this.#indices(random, layout.assignment(named)) : NONE;
    return new Packed(layout, named, indices, { values, directions, data: this.#store, start, length });
  }

  /** Sizes 1..maxSize, lowered together where an instance would cost too much. */
  #named(random: Random, maxSize: number): number[] {
    const count = this.#layout.names.length;
    const named = new Array<number>(count);
    for (let k = 0; k < count; k++) named[k] = random.nextInt(1, maxSize);
    if (this.#cheap) return named;
    const dear = (greatest: number): boolean =>
      costOf(this.#statement, this.#needs, this.#layout.assignment(named)) >
      (greatest > 2 ? DEAREST : DEAREST_AT_TWO);
    for (;;) {
      const greatest = Math.max(...named);
      if (greatest === 1 || !dear(greatest)) return named;
      named.forEach((n, k) => {
        if (n === greatest) named[k] = n - 1;
      });
    }
  }
  #indices(random: Random, sizes: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
    const indices = new Map<string, number>();
    for (const [name, dim] of this.#needs.free)
      indices.set(name, random.nextInt(1, sizeOf(dimension(dim), sizes)));
    return indices;
  }
  #take(length: number): number {
    if (this.#used + length > this.#store.length) {
      this.#store = new Float64Array(Math.max(STORE, length));
      this.#used = 0;
    }
    this.#used += length;
    return this.#used - length;
  }
}

/** What all draws of a symbol have in common. */
interface Slot {
  /** Numbers of the sizes. */
  readonly rows: number;
  readonly cols: number;
  /** A direction is drawn as well. */
  readonly moves: boolean;
  /** Of a diagonal matrix only the diagonal is drawn. */
  readonly isDiagonal: boolean;
  /** Linear structures that the entries get afterwards. */
  readonly structure: Sym['structure'] | null;
}
/** Decimals (least + 0 … range − 1)/by, so many of them out of one random word. */
interface Decimals {
  readonly least: number;
  readonly range: number;
  readonly by: number;
  readonly perWord: number;
}
const decimals = (least: number, most: number, by: number): Decimals => {
  const range = most - least + 1;
  return { least, range, by, perWord: Math.floor(Math.log(ENOUGH) / Math.log(range)) };
};
/** Small integers, and short decimals: of both signs and positive, and the same where they shall be gentle. */
const DECIMALS: readonly Decimals[] = [
  decimals(-3, 3, 1),
  decimals(1, 3, 1),
  decimals(-1, 1, 1),
  decimals(1, 2, 1),
  decimals(-30, 30, 10),
  decimals(1, 30, 10),
  decimals(-10, 10, 10),
  decimals(1, 10, 10),
];
const ORDINARY = 2;

/** One matrix, all entries in one way. */
const fill = (
  m: Memory,
  random: Random,
  place: Bounded,
  { isDiagonal, structure }: Slot,
  isPositive: boolean,
  isGentle: boolean,
): void => {
  const { rows, cols, at } = place;
  const { top } = m;
  const kind = random.nextInt(0, ORDINARY);
  const step = isDiagonal ? rows + 1 : 1;
  const n = isDiagonal ? rows : rows * cols;
  if (isDiagonal) m.value.fill(0, at, at + rows * cols);
  if (kind === ORDINARY) m.kernels.reals(words(m, random, n), n, isPositive, isGentle ? 1 : 2, at, step);
  else {
    const way = DECIMALS[4 * kind + (isGentle ? 2 : 0) + (isPositive ? 1 : 0)]!;
    const from = words(m, random, Math.ceil(n / way.perWord));
    m.kernels.decimals(from, way.perWord, n, way.least, way.range, way.by, at, step);
  }
  m.release(top);
  if (structure) linearize(m.value, { rows, cols, at, down: 1, along: rows }, structure);
};
/** So many random words of 32 bits: where they begin. */
const words = (m: Memory, random: Random, n: number): number => {
  const at = m.room(n);
  const end = at + n;
  const { value } = m;
  for (let k = at; k < end; k++) value[k] = random.nextInt();
  return at;
};
const NONE: ReadonlyMap<string, number> = new Map();

/** The instance that the parameters stand for, or are; null when they allow no matrix of a wanted structure. */
export const shaped = (statement: Statement, from: Parameters, make = impose): Drawn | null => {
  const values = new Map<string, Grid>();
  const directions = new Map<string, Grid>();
  for (const symbol of statement.symbols) {
    const value = make(symbol, from.values.get(symbol.name)!);
    if (!value) return null;
    values.set(symbol.name, value);
    const raw = from.directions.get(symbol.name);
    if (!raw) continue;
    const direction = tangent(symbol, value, raw);
    if (!direction) return null;
    directions.set(symbol.name, direction);
  }
  return { dimensions: from.dimensions, values, directions, indices: from.indices };
};

/** Every symbol has a value of its shape, and every symbol that moves a direction. */
export const fits = (
  statement: Statement,
  needs: Needs,
  { dimensions, values, directions, indices }: Drawn,
): boolean => {
  if (
    !statement.dimensions.every(
      name => Number.isSafeInteger(dimensions.get(name)) && dimensions.get(name)! > 0,
    )
  )
    return false;
  const has = (grid: Grid | undefined, { shape }: Sym): boolean =>
    grid?.rows === rowsOf(shape, dimensions) &&
    grid.cols === colsOf(shape, dimensions) &&
    grid.data.length === grid.rows * grid.cols;
  return (
    [...needs.free.keys()].every(name => indices.has(name)) &&
    statement.symbols.every(
      s => has(values.get(s.name), s) && (!needs.moving.has(s.name) || has(directions.get(s.name), s)),
    )
  );
};
