// An instance whose entries lie in one stretch of an array that many instances share; its maps are made when they are asked for.

import type { Sym } from '../expression/symbol.ts';
import type { Bounded, Grid } from './memory.ts';
import type { Along, Drawn } from './point.ts';

/** Where the entries are: places within the stretch of `data` that begins at `start`. */
export interface Stretch {
  readonly values: readonly Bounded[];
  readonly directions: Along;
  readonly data: Float64Array;
  readonly start: number;
  readonly length: number;
}

export class Packed implements Drawn {
  readonly dimensions: ReadonlyMap<string, number>;
  readonly indices: ReadonlyMap<string, number>;
  readonly stretch: Stretch;
  readonly #symbols: readonly Sym[];
  #values: ReadonlyMap<string, Grid> | null = null;
  #directions: ReadonlyMap<string, Grid> | null = null;
  constructor(
    symbols: readonly Sym[],
    dimensions: ReadonlyMap<string, number>,
    indices: ReadonlyMap<string, number>,
    stretch: Stretch,
  ) {
    this.dimensions = dimensions;
    this.indices = indices;
    this.stretch = stretch;
    this.#symbols = symbols;
  }
  get values(): ReadonlyMap<string, Grid> {
    return (this.#values ??= this.#grids(this.stretch.values));
  }
  get directions(): ReadonlyMap<string, Grid> {
    return (this.#directions ??= this.#grids(this.stretch.directions));
  }
  #grids(places: Along): Map<string, Grid> {
    const grids = new Map<string, Grid>();
    const { data, start } = this.stretch;
    this.#symbols.forEach(({ name }, slot) => {
      const place = places[slot];
      if (!place) return;
      const { rows, cols, at } = place;
      grids.set(name, { rows, cols, data: data.slice(start + at, start + at + rows * cols) });
    });
    return grids;
  }
}
