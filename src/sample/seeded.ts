// An instance that is known by its seed: what it holds is drawn into a memory when it is evaluated, and on its own when it is asked for.

import type { Draw } from './draw.ts';
import type { Grid } from './memory.ts';
import type { Drawn } from './point.ts';

export class Seeded implements Drawn {
  #whole: Drawn | null = null;
  constructor(
    readonly draw: Draw,
    readonly seed: number,
    /** The largest size of a name. */
    readonly most: number,
  ) {}
  get #drawn(): Drawn {
    this.#whole ??= this.draw.alone(this);
    return this.#whole;
  }
  get dimensions(): ReadonlyMap<string, number> {
    return this.#drawn.dimensions;
  }
  get values(): ReadonlyMap<string, Grid> {
    return this.#drawn.values;
  }
  get directions(): ReadonlyMap<string, Grid> {
    return this.#drawn.directions;
  }
  get indices(): ReadonlyMap<string, number> {
    return this.#drawn.indices;
  }
}
