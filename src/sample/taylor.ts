// Taylor's remainder |G(X + hV) − G(X) − h·D| over halved steps: it falls as h² when D is the derivative of G along V, as h when it is
// not. No step is chosen and no rule of differentiation is trusted; what lies under the bound of its own rounding is left out.

import { unvec } from '../expression/build.ts';
import type { Expression } from '../expression/expression.ts';
import { plus, Undefined } from './bounded.ts';
import type { Layout } from './layout.ts';
import { compile, type Evaluate } from './plan.ts';
import { type Along, moved, only, type Point } from './point.ts';
import { derivativeSide, differentialSide, type Sides } from './side.ts';

export interface Taylor {
  readonly steps: readonly number[];
  readonly remainders: readonly number[];
  /** Slope of log remainder over log step above the noise; null when it is all noise (a linear G). */
  readonly order: number | null;
}

/** G, the direction, and what the other side says the derivative is. */
export interface Subject {
  readonly of: Evaluate;
  readonly along: (p: Point) => Along;
  readonly claimed: Evaluate;
}

const STEPS = Array.from({ length: 20 }, (_, i) => 2 ** -(i + 1));
/** A remainder counts from so many times its noise. */
const ABOVE = 4;
/** The smallest steps decide. */
const DECIDING = 8;

/** Null at a point without directions. @throws Undefined */
export const taylor = (subject: Subject, p: Point): Taylor | null => {
  const { memory: m } = p;
  const along = subject.along(p);
  if (along.every(v => v === null)) return null;
  const claimed = subject.claimed(p);
  const signs: number[] = [];
  const here = subject.of({ ...p, signs });
  const scratch = m.top;
  const points: { h: number; remainder: number; clear: boolean }[] = [];
  for (const h of STEPS) {
    m.release(scratch);
    try {
      const there = moved(p, along, h);
      const rest = plus(m, plus(m, subject.of(there), -1, here), -h, claimed);
      if (there.signs.some((s, i) => s !== signs[i])) continue;
      const remainder = m.largest(rest);
      points.push({ h, remainder, clear: remainder > ABOVE * m.largestBound(rest) });
    } catch (e) {
      if (!(e instanceof Undefined)) throw e;
    }
  }
  const clear = points.filter(x => x.clear).slice(-DECIDING);
  return {
    steps: points.map(x => x.h),
    remainders: points.map(x => x.remainder),
    order: clear.length < 3 ? null : slope(clear.map(x => [Math.log2(x.h), Math.log2(x.remainder)])),
  };
};

/** Of the least-squares line, to three decimals. */
const slope = (points: readonly (readonly [number, number])[]): number => {
  const mean = (k: 0 | 1): number => points.reduce((s, x) => s + x[k], 0) / points.length;
  const x = mean(0);
  const y = mean(1);
  const [up, along] = points.reduce(
    ([u, a], [px, py]) => [u + (px - x) * (py - y), a + (px - x) ** 2],
    [0, 0],
  );
  return Math.round((1000 * up) / along) / 1000;
};

/** Null unless one side is a differential or a derivative, possibly rearranged. */
export const subjectOf = (sides: Sides, layout: Layout): Subject | null => {
  const differential = differentialSide(sides);
  if (differential) return subject(differential.of, differential.wrt, differential.other, layout);
  const derivative = derivativeSide(sides);
  if (!derivative) return null;
  const { node, claimed } = derivative;
  return subject(node.of, [node.by.name], unvec(claimed, node.of.shape), layout);
};
const subject = (of: Expression, wrt: readonly string[], claimed: Expression, layout: Layout): Subject => {
  const moving = layout.slots(wrt);
  return {
    of: compile(of, layout),
    along: p => only(moving, p),
    claimed: compile(claimed, layout),
  };
};
