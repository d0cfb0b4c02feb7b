// What all instances of a statement have in common: a number for every symbol and every size, so that nothing is looked up by its name
// at a point.

import { type Dimension, dimensionText, sizeOf } from '../expression/dimension.ts';
import type { Statement } from '../expression/judgement.ts';
import type { Sym } from '../expression/symbol.ts';

/** How a size follows from the sizes of the statement's dimension names: the k-th of them, fixed, or computed. */
interface Size {
  readonly dimension: Dimension;
  readonly name: number;
  readonly fixed: number | null;
}

export class Layout {
  readonly symbols: readonly Sym[];
  readonly names: readonly string[];
  readonly #slots: ReadonlyMap<string, number>;
  readonly #numbers = new Map<string, number>();
  readonly #sizes: Size[] = [];
  constructor({ symbols, dimensions }: Pick<Statement, 'symbols' | 'dimensions'>) {
    this.symbols = symbols;
    this.names = dimensions;
    this.#slots = new Map(symbols.map((s, slot) => [s.name, slot]));
  }

  /** A symbol's place in the statement. @throws RangeError when it has none */
  slot(name: string): number {
    const slot = this.#slots.get(name);
    if (slot === undefined) throw new RangeError(`there is no symbol ${name}`);
    return slot;
  }
  /** Which slots belong to these names. */
  slots(names: readonly string[]): readonly boolean[] {
    return this.symbols.map(s => names.includes(s.name));
  }
  /** The number of a size; points that are made later have it. */
  size(dimension: Dimension): number {
    const key = dimensionText(dimension);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const [first = 1, second] = dimension;
    const name = second === undefined && typeof first === 'string' ? this.names.indexOf(first) : -1;
    const fixed = dimension.every(f => typeof f === 'number') ? sizeOf(dimension, new Map()) : null;
    const number = this.#sizes.push({ dimension, name, fixed }) - 1;
    this.#numbers.set(key, number);
    return number;
  }
  /** All sizes, given those of the dimension names in their order. */
  sizes(named: readonly number[]): number[] {
    const sizes: number[] = [];
    for (let k = 0; k < this.#sizes.length; k++) {
      const { dimension, name, fixed } = this.#sizes[k]!;
      if (name >= 0) sizes.push(named[name]!);
      else sizes.push(fixed ?? sizeOf(dimension, this.assignment(named)));
    }
    return sizes;
  }
  assignment(named: readonly number[]): Map<string, number> {
    return new Map(this.names.map((name, k) => [name, named[k]!]));
  }
}
