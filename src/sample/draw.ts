// Draws: from a seed that fast-check's generator gave to one instance, in the memory where it is evaluated. Every symbol is drawn as
// free parameters, which its structure then shapes. What the kernels must know of a statement is a recipe of 32-bit integers:
//   how many names | sizes | symbols | whether positive | whether gentle | for each symbol: the numbers of its sizes, whether a direction
//   is drawn as well, whether only the diagonal is drawn | the layout's formulas of sizes

import { dimension, fits as sameSize, sizeOf } from '../expression/dimension.ts';
import type { Statement } from '../expression/judgement.ts';
import type { Sym } from '../expression/symbol.ts';
import type { Layout } from './layout.ts';
import { needsSquare } from './looseness.ts';
import { isLinear, linearize } from './matrices.ts';
import { aside, type Grid, type Memory } from './memory.ts';
import { costOf, type Needs, varies } from './needs.ts';
import { colsOf, type Drawn, directionAt, lengthOf, type Point, pointAt, rowsOf, valueAt } from './point.ts';
import type { Seeded } from './seeded.ts';
import { impose, tangent } from './structure.ts';

/** Free parameters of an instance: what is drawn and what is shrunk. */
export type Parameters = Drawn;

/** Multiplications that one instance may cost; and at the sizes that tell most claims apart, 1 and 2. */
const DEAREST = 200_000;
const DEAREST_AT_TWO = 20 * DEAREST;
const BYTES = 4;

/** Draws the parameters of a statement's instances. */
export class Draw {
  readonly layout: Layout;
  readonly #statement: Statement;
  readonly #needs: Needs;
  /** No instance costs too much. */
  readonly #cheap: boolean;
  /** All structures are linear: what is drawn are entries. */
  readonly linear: boolean;
  /** Linear structures that the entries of a symbol get afterwards. */
  readonly #structured: readonly { readonly slot: number; readonly structure: Sym['structure'] }[];
  readonly #slots: readonly number[];
  #recipe = new Int32Array(0);
  /** Sizes that the recipe has, and integers of a recipe and a point. */
  #sealed = -1;
  #length = 0;
  /** The kernels can make all sizes. */
  #isPlain = false;
  constructor(statement: Statement, needs: Needs, maxSize: number, layout: Layout) {
    const { symbols, dimensions } = statement;
    this.layout = layout;
    this.#statement = statement;
    this.#needs = needs;
    this.#cheap = costOf(statement, needs, layout.assignment(dimensions.map(() => maxSize))) <= DEAREST;
    this.linear = symbols.every(
      s => s.structure.every(isLinear) && (!needsSquare(s) || sameSize(s.shape.rows, s.shape.cols)),
    );
    const diagonal = (s: Sym): boolean => this.linear && s.structure.includes('diagonal');
    this.#structured = symbols.flatMap((s, slot) =>
      this.linear && s.structure.length > (diagonal(s) ? 1 : 0) ? [{ slot, structure: s.structure }] : [],
    );
    this.#slots = symbols.flatMap(s => [
      layout.size(s.shape.rows),
      layout.size(s.shape.cols),
      Number(varies(needs, s.name)),
      Number(diagonal(s)),
    ]);
  }

  /** An instance in a memory that holds nothing. */
  into(m: Memory, { seed, most }: Pick<Seeded, 'seed' | 'most'>, stride = 1): Point {
    const layout = this.layout;
    const recipe = this.#sealed === layout.count ? this.#recipe : this.#seal();
    const base = m.roomForInts(this.#length);
    const at = base + recipe.length;
    m.ints.set(recipe, base);
    const isPlain = this.#isPlain;
    if (!isPlain) {
      m.kernels.sizes(BYTES * base, BYTES * at, seed, most);
      this.#settle(m.ints, at);
    }
    let end = 0;
    do {
      if (end) m.reserve(-end);
      end = isPlain
        ? m.kernels.draw(BYTES * base, BYTES * at, seed, most, m.top, m.value.length)
        : m.kernels.entries(BYTES * base, BYTES * at, m.top, m.value.length);
    } while (end < 0);
    m.top = end;
    const p = pointAt(m, at, layout, this.#needs.free.size ? this.#indices(m, at) : NONE, stride);
    if (this.#structured.length) this.#structure(p);
    return p;
  }
  /** The same on its own. */
  alone(seeded: Pick<Seeded, 'seed' | 'most'>): Drawn {
    const m = aside();
    m.release(0);
    const p = this.into(m, seeded);
    const values = new Map<string, Grid>();
    const directions = new Map<string, Grid>();
    this.layout.symbols.forEach(({ name }, slot) => {
      values.set(name, m.grid(valueAt(p, slot)));
      const direction = directionAt(p, slot);
      if (direction) directions.set(name, m.grid(direction));
    });
    return { dimensions: this.#assignment(m.ints, p.at), values, directions, indices: p.indices };
  }

  /** Points that are made later have all sizes that the layout has by then. */
  #seal(): Int32Array {
    const { names, symbols, count, formulas } = this.layout;
    const { positive, gentle } = this.#needs;
    const header = [names.length, count, symbols.length, Number(positive), Number(gentle)];
    this.#recipe = Int32Array.from([...header, ...this.#slots, ...formulas]);
    this.#length = this.#recipe.length + lengthOf(this.layout);
    this.#sealed = count;
    this.#isPlain = this.#cheap && !this.layout.isCompound;
    return this.#recipe;
  }
  #structure(p: Point): void {
    for (const { slot, structure } of this.#structured)
      for (const place of [valueAt(p, slot), directionAt(p, slot)])
        if (place) linearize(p.memory.value, { ...place, down: 1, along: place.rows }, structure);
  }
  #assignment(ints: Int32Array, at: number): Map<string, number> {
    return this.layout.assignment(Array.from(ints.subarray(at, at + this.layout.names.length)));
  }
  /** Lowers the sizes of the names together where an instance would cost too much, and computes all others. */
  #settle(ints: Int32Array, at: number): void {
    const named = ints.subarray(at, at + this.layout.names.length);
    const dear = (greatest: number): boolean =>
      costOf(this.#statement, this.#needs, this.#assignment(ints, at)) >
      (greatest > 2 ? DEAREST : DEAREST_AT_TWO);
    while (!this.#cheap) {
      const greatest = Math.max(...named);
      if (greatest <= 1 || !dear(greatest)) break;
      named.forEach((n, k) => {
        if (n === greatest) named[k] = n - 1;
      });
    }
    ints.set(this.layout.sizes(Array.from(named)), at + named.length);
  }
  #indices(m: Memory, at: number): ReadonlyMap<string, number> {
    const sizes = this.#assignment(m.ints, at);
    const indices = new Map<string, number>();
    for (const [name, dim] of this.#needs.free)
      indices.set(name, 1 + m.kernels.below(sizeOf(dimension(dim), sizes)));
    return indices;
  }
}
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
