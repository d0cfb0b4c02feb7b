// A claim as its candidates are read, compared and ranked.

import type { Written } from '../elaborate/written.ts';
import { type Dimension, isScalar as hasScalarShape } from '../expression/dimension.ts';
import type { Statement } from '../expression/judgement.ts';
import type { Syntax } from '../latex/syntax.ts';
import type { Random } from '../number/random.ts';
import type { Asked, Candidate } from './candidates.ts';
import { sizesIn } from './places.ts';
import { Point } from './points.ts';
import { Fronts } from './shared.ts';

const POINTS = 2;

export class View {
  readonly written: Written;
  readonly points: readonly Point[];
  readonly fronts: Fronts;
  readonly #sizes: readonly Dimension[];
  readonly #scalars = new WeakMap<Syntax, boolean>();

  constructor(written: Written, random: Random) {
    this.written = written;
    this.#sizes = sizesIn(written.expression(written.left), written.expression(written.right));
    this.points = Array.from({ length: POINTS }, (_, turn) => new Point(random, turn, this.#sizes));
    this.fronts = new Fronts(this.isScalar);
  }

  readonly isScalar = (s: Syntax): boolean => {
    const before = this.#scalars.get(s);
    if (before !== undefined) return before;
    const shape = this.written.expression(s)?.shape;
    const found = shape !== undefined && hasScalarShape(shape);
    this.#scalars.set(s, found);
    return found;
  };

  about(other: Syntax, isHeld: boolean): Asked {
    const { written, fronts } = this;
    return { expression: s => written.expression(s), other, sizes: this.#sizes, fronts, isHeld };
  }
  sides({ which, side }: Candidate): readonly [Syntax, Syntax] {
    return which === 'left' ? [side, this.written.right] : [this.written.left, side];
  }
  statement(c: Candidate): Statement | null {
    return this.written.statement(...this.sides(c));
  }
}

/** The views of a claim in which its sides are edited: where they do not fit, free indices run over what the other side says. */
export const viewsOf = (written: Written, random: Random): Readonly<Record<'left' | 'right', View>> => {
  const { left, right } = written;
  if (written.statement()) {
    const both = new View(written, random);
    return { left: both, right: both };
  }
  const by = (indexedBy: Syntax): View => new View(written.supposing({ indexedBy }), random);
  return { left: by(right), right: by(left) };
};
