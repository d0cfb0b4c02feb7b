// Taylor's remainder |G(X + hV) − G(X) − h·D| over halved steps: it falls as h² when D is the derivative of G along V, as h when it is
// not. No step is chosen and no rule of differentiation is trusted; what lies under the bound of its own rounding is left out.

import type { Expression } from '../expression/expression.ts';
import type { Statement } from '../expression/judgement.ts';
import { plus, Undefined, unvec } from './bounded.ts';
import { evaluate } from './evaluate.ts';
import type { Bounded } from './memory.ts';
import { colsOf, moved, type Point, rowsOf } from './point.ts';
import { derivativeSide, differentialSide } from './side.ts';

export interface Taylor {
  readonly steps: readonly number[];
  readonly remainders: readonly number[];
  /** Slope of log remainder over log step above the noise; null when it is all noise (a linear G). */
  readonly order: number | null;
}

/** G, the direction, and what the other side says the derivative is. */
export interface Subject {
  readonly of: Expression;
  readonly along: ReadonlyMap<string, Bounded>;
  readonly claimed: Bounded;
}

const STEPS = Array.from({ length: 20 }, (_, i) => 2 ** -(i + 1));
/** A remainder counts from so many times its noise. */
const ABOVE = 4;
/** The smallest steps decide. */
const DECIDING = 8;

/** Null unless one side is a differential or a derivative, possibly rearranged. @throws Undefined */
export const taylor = (statement: Statement, p: Point): Taylor | null => {
  const subject = subjectOf(statement, p);
  if (!subject) return null;
  const { of, along, claimed } = subject;
  const { memory: m } = p;
  const signs: number[] = [];
  const here = evaluate(of, { ...p, signs });
  const scratch = m.top;
  const points: { h: number; remainder: number; clear: boolean }[] = [];
  for (const h of STEPS) {
    m.release(scratch);
    try {
      const there = moved(p, along, h);
      const rest = plus(m, plus(m, evaluate(of, there), -1, here), -h, claimed);
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
  const [x, y] = [mean(0), mean(1)];
  const [up, along] = points.reduce(
    ([u, a], [px, py]) => [u + (px - x) * (py - y), a + (px - x) ** 2],
    [0, 0],
  );
  return Math.round((1000 * up) / along) / 1000;
};

export const subjectOf = (statement: Statement, p: Point): Subject | null => {
  const differential = differentialSide(statement);
  if (differential) {
    const { of, wrt, other } = differential;
    const along = new Map([...p.directions].filter(([name]) => wrt.includes(name)));
    return { of, along, claimed: evaluate(other, p) };
  }
  const derivative = derivativeSide(statement);
  if (!derivative) return null;
  const { node, along } = derivative;
  const v = p.directions.get(node.by.name);
  if (!v) return null;
  const claimed = along(v, p);
  const [rows, cols] = [rowsOf(node.of.shape, p.sizes), colsOf(node.of.shape, p.sizes)];
  return { of: node.of, along: new Map([[node.by.name, v]]), claimed: unvec(p.memory, claimed, rows, cols) };
};
