// An instance whose entries lie in one stretch of an array that many instances share; its maps are made when they are asked for.

import type { Layout } from './layout.ts';
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
  /** Sizes of the statement's dimension names, in their order. */
  readonly named: readonly number[];
  readonly indices: ReadonlyMap<string, number>;
  readonly stretch: Stretch;
  readonly #layout: Layout;
  constructor(
    layout: Layout,
    named: readonly number[],
    indices: ReadonlyMap<string, number>,
    stretch: Stretch,
  ) {
    this.#layout = layout;
    this.named = named;
    this.indices = indices;
    this.stretch = stretch;
  }
  get dimensions(): ReadonlyMap<string, number> {
    return this.#layout.assignment(this.named);
  }
  get values(): ReadonlyMap<string, Grid> {
    return this.#grids(this.stretch.values);
  }
  get directions(): ReadonlyMap<string, Grid> {
    return this.#grids(this.stretch.directions);
  }
  #grids(places: Along): Map<string, Grid> {
    const grids = new Map<string, Grid>();
    const { data, start } = this.stretch;
    this.#layout.symbols.forEach(({ name }, slot) => {
      const place = places[slot];
      if (!place) return;
      const { rows, cols, at } = place;
      const entries = new Float64Array(rows * cols);
      for (let i = 0, k = 0; i < rows; i++)
        for (let j = 0; j < cols; j++, k++) entries[k] = data[start + at + i + j * rows]!;
      grids.set(name, { rows, cols, data: entries });
    });
    return grids;
  }
}
