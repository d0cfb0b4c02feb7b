// What all instances of a statement have in common: a number for every symbol and every size, so that nothing is looked up by its name
// at a point.

import { type Dimension, dimensionText, sizeOf } from '../expression/dimension.ts';
import type { Statement } from '../expression/judgement.ts';
import type { Sym } from '../expression/symbol.ts';

/** How a size follows from the sizes of the statement's dimension names: a number times some of them. */
interface Size {
  readonly by: number;
  readonly names: readonly number[];
  /** A dimension that is no such product. */
  readonly other: Dimension | null;
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
    const number = this.#sizes.push(this.#sizeOf(dimension)) - 1;
    this.#numbers.set(key, number);
    return number;
  }
  #sizeOf(dimension: Dimension): Size {
    const names = dimension.flatMap(f => (typeof f === 'string' ? [this.names.indexOf(f)] : []));
    const numbers = dimension.filter(f => typeof f === 'number');
    const isProduct = names.length + numbers.length === dimension.length && !names.includes(-1);
    if (!isProduct) return { by: 0, names: [], other: dimension };
    return { by: numbers.reduce((a, b) => a * b, 1), names, other: null };
  }
  /** How many sizes have a number. */
  get count(): number {
    return this.#sizes.length;
  }
  /** Some sizes are no products. */
  get isCompound(): boolean {
    return this.#sizes.some(s => s.other !== null);
  }
  /** How each size is made of those of the names: a number, how many names, which; 0 where it is no product. */
  get formulas(): number[] {
    return this.#sizes.flatMap(({ by, names }) => [by, names.length, ...names]);
  }
  /** All sizes, given those of the dimension names in their order. */
  sizes(named: readonly number[]): number[] {
    const sizes = new Array<number>(this.#sizes.length);
    for (let k = 0; k < sizes.length; k++) {
      const { by, names, other } = this.#sizes[k]!;
      let size = by;
      for (let i = 0; i < names.length; i++) size *= named[names[i]!]!;
      sizes[k] = other ? this.#computed(other, named) : size;
    }
    return sizes;
  }
  #computed(dimension: Dimension, named: readonly number[]): number {
    return sizeOf(dimension, this.assignment(named));
  }
  assignment(named: readonly number[]): Map<string, number> {
    return new Map(this.names.map((name, k) => [name, named[k]!]));
  }
}
