// Draws: from fast-check's generator to one instance in typed arrays. Values are such as a person would take: small integers, short
// decimals, and now and then ordinary doubles. Every symbol is drawn as free parameters, which its structure then shapes.

import type { Random } from 'fast-check';
import { dimension, fits as sameSize, sizeOf } from '../expression/dimension.ts';
import type { Statement } from '../expression/judgement.ts';
import type { Sym } from '../expression/symbol.ts';
import { needsSquare } from './looseness.ts';
import { isLinear, linearize } from './matrices.ts';
import type { Bounded, Grid } from './memory.ts';
import { costOf, type Needs, varies } from './needs.ts';
import { Packed } from './packed.ts';
import { colsOf, type Drawn, rowsOf } from './point.ts';
import { impose, tangent } from './structure.ts';

/** Free parameters of an instance: what is drawn and what is shrunk. */
export type Parameters = Drawn;

interface Mood {
  readonly positive: boolean;
  readonly gentle: boolean;
}

/** Multiplications that one instance may cost. */
const DEAREST = 200_000;
/** Entries of many instances lie in one array: making one is dear. */
const STORE = 1 << 14;

/** Draws the parameters of a statement's instances with sizes up to maxSize. */
export class Draw {
  readonly #statement: Statement;
  readonly #needs: Needs;
  readonly #maxSize: number;
  /** No instance costs too much. */
  readonly #cheap: boolean;
  readonly #moving: readonly boolean[];
  /** All structures are linear: what is drawn are entries. */
  readonly linear: boolean;
  #store = new Float64Array(0);
  #used = 0;
  constructor(statement: Statement, needs: Needs, maxSize: number) {
    this.#statement = statement;
    this.#needs = needs;
    this.#maxSize = maxSize;
    this.#cheap =
      costOf(statement, needs, new Map(statement.dimensions.map(name => [name, maxSize]))) <= DEAREST;
    this.#moving = statement.symbols.map(s => varies(needs, s.name));
    this.linear = statement.symbols.every(
      s => s.structure.every(isLinear) && (!needsSquare(s) || sameSize(s.shape.rows, s.shape.cols)),
    );
  }

  parameters(random: Random, small: boolean): Packed {
    const { symbols } = this.#statement;
    const { free } = this.#needs;
    const sizes = this.#sizes(random, small ? Math.min(2, this.#maxSize) : this.#maxSize);
    const mood: Mood = {
      positive: this.#needs.positive && random.nextInt(0, 1) === 0,
      gentle: this.#needs.gentle && random.nextInt(0, 3) > 0,
    };
    const values: Bounded[] = [];
    const directions: (Bounded | null)[] = [];
    let length = 0;
    for (let slot = 0; slot < symbols.length; slot++) {
      const { shape } = symbols[slot]!;
      const rows = rowsOf(shape, sizes);
      const cols = colsOf(shape, sizes);
      values.push({ rows, cols, at: length });
      length += rows * cols;
      directions.push(this.#moving[slot] ? { rows, cols, at: length } : null);
      if (this.#moving[slot]) length += rows * cols;
    }
    const start = this.#take(length);
    const data = this.#store;
    for (let slot = 0; slot < symbols.length; slot++) {
      const symbol = symbols[slot]!;
      this.#fill(random, start, values[slot]!, symbol, mood.positive, mood.gentle);
      const direction = directions[slot];
      if (direction) this.#fill(random, start, direction, symbol, false, mood.gentle);
    }
    const indices = free.size ? new Map<string, number>() : NONE;
    for (const [name, dim] of free) indices.set(name, random.nextInt(1, sizeOf(dimension(dim), sizes)));
    return new Packed(symbols, sizes, indices, { values, directions, data, start, length });
  }

  /** Sizes 1..maxSize, lowered together where an instance would cost too much. */
  #sizes(random: Random, maxSize: number): Map<string, number> {
    const sizes = new Map<string, number>();
    for (const name of this.#statement.dimensions) sizes.set(name, random.nextInt(1, maxSize));
    if (this.#cheap) return sizes;
    while (costOf(this.#statement, this.#needs, sizes) > DEAREST && [...sizes.values()].some(n => n > 1)) {
      const greatest = Math.max(...sizes.values());
      for (const [name, n] of sizes) if (n === greatest) sizes.set(name, n - 1);
    }
    return sizes;
  }
  #take(length: number): number {
    if (this.#used + length > this.#store.length) {
      this.#store = new Float64Array(Math.max(STORE, length));
      this.#used = 0;
    }
    this.#used += length;
    return this.#used - length;
  }
  /** One matrix, all entries in one way. */
  #fill(
    random: Random,
    start: number,
    { rows, cols, at }: Bounded,
    { structure }: Sym,
    positive: boolean,
    gentle: boolean,
  ): void {
    const data = this.#store;
    const from = start + at;
    const to = from + rows * cols;
    const kind = random.nextInt(0, 2);
    if (kind === 2)
      for (let i = from; i < to; i++) {
        const x = (random.nextInt(-0x80000000, 0x7fffffff) + random.nextInt(0, 0xfffff) / 2 ** 20) / 2 ** 31;
        const y = positive ? Math.abs(x) + 1 / 8 : x;
        data[i] = gentle ? y : 2 * y;
      }
    else {
      const most = kind === 0 ? (gentle ? (positive ? 2 : 1) : 3) : gentle ? 10 : 30;
      const by = kind === 0 ? 1 : 10;
      const least = positive ? 1 : -most;
      for (let i = from; i < to; i++) data[i] = random.nextInt(least, most) / by;
    }
    if (this.linear && structure.length) linearize(data, from, rows, cols, structure);
  }
}
const NONE: Map<string, number> = new Map();

/** The instance that the parameters stand for; null when they allow no matrix of a wanted structure. */
export const shaped = (statement: Statement, from: Parameters): Drawn | null => {
  const values = new Map<string, Grid>();
  const directions = new Map<string, Grid>();
  for (const symbol of statement.symbols) {
    const value = impose(symbol, from.values.get(symbol.name)!);
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
