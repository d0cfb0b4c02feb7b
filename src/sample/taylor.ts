// Taylor's remainder |G(X + hV) − G(X) − h·D| over halved steps: it falls as h² when D is the derivative of G along V, as h when it is
// not. No step is chosen and no rule of differentiation is trusted; what lies under the bound of its own rounding is left out.

import type { Expression } from '../expression/expression.ts';
import type { Statement } from '../expression/judgement.ts';
import { stream } from '../number/random.ts';
import { type Bounded, blank, product, scaled, sum, transpose, Undefined, unvec, vec } from './bounded.ts';
import { evaluate } from './evaluate.ts';
import { colsOf, moved, type Point, rowsOf } from './point.ts';

export interface Taylor {
  readonly steps: readonly number[];
  readonly remainders: readonly number[];
  /** Slope of log remainder over log step above the noise; null when it is all noise (a linear G). */
  readonly order: number | null;
}

/** G, the direction, and what the other side says the derivative is. */
interface Subject {
  readonly of: Expression;
  readonly along: ReadonlyMap<string, Bounded>;
  readonly claimed: Bounded;
}

const STEPS = Array.from({ length: 20 }, (_, i) => 2 ** -(i + 1));
/** A remainder counts from so many times its noise. */
const ABOVE = 4;
/** The smallest steps decide. */
const DECIDING = 8;

/** Null unless one side is a differential or a derivative (under vec, transpose, …). @throws Undefined */
export const taylor = (statement: Statement, p: Point, seed: number): Taylor | null => {
  const subject = subjectOf(statement, p, seed);
  if (!subject) return null;
  const { of, along, claimed } = subject;
  const signs: number[] = [];
  const here = evaluate(of, { ...p, signs });
  const points: { h: number; remainder: number; clear: boolean }[] = [];
  for (const h of STEPS) {
    try {
      const there = moved(p, along, h);
      const rest = sum([evaluate(of, there), scaled(-1, here), scaled(-h, claimed)]);
      if (there.signs.some((s, i) => s !== signs[i])) continue;
      const remainder = rest.value.reduce((max, x) => Math.max(max, Math.abs(x)), 0);
      const noise = rest.bound.reduce((max, x) => Math.max(max, x), 0);
      points.push({ h, remainder, clear: remainder > ABOVE * noise });
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

const subjectOf = ({ lhs, rhs }: Statement, p: Point, seed: number): Subject | null => {
  for (const [side, other] of [
    [lhs, rhs],
    [rhs, lhs],
  ] as const) {
    const differential = withoutDifferential(side);
    if (differential) {
      const along = new Map<string, Bounded>();
      for (const name of differential.wrt) {
        const v = p.directions.get(name);
        if (v) along.set(name, v);
      }
      return { of: differential.of, along, claimed: evaluate(other, p) };
    }
    const found = derivativeIn(side);
    if (found) {
      const { of, by, layout } = found.node;
      const direction = directionOf(rowsOf(by.shape, p.sizes), colsOf(by.shape, p.sizes), seed);
      const array = found.unwrap(evaluate(other, p), p);
      const v = vec(direction);
      const jacobian =
        layout === 'numerator' ? array : layout === 'denominator' ? transpose(array) : transpose(vec(array));
      const claimed = unvec(product(jacobian, v), rowsOf(of.shape, p.sizes), colsOf(of.shape, p.sizes));
      return { of, along: new Map([[by.name, direction]]), claimed };
    }
  }
  return null;
};

/** G with dG = this side: the differential taken out from under linear operators. */
const withoutDifferential = (
  e: Expression,
): { readonly of: Expression; readonly wrt: readonly string[] } | null => {
  switch (e.op) {
    case 'differential':
      return e.of.op === 'symbol' ? null : e;
    case 'vec':
    case 'transpose':
    case 'trace':
    case 'unvec':
    case 'diag':
    case 'diagonal': {
      const inner = withoutDifferential(e.of);
      return inner && { of: { ...e, of: inner.of }, wrt: inner.wrt };
    }
    default:
      return null;
  }
};

/** The derivative under operators that only rearrange entries, and how to undo them. */
const derivativeIn = (
  e: Expression,
): {
  readonly node: Extract<Expression, { op: 'derivative' }>;
  readonly unwrap: (value: Bounded, p: Point) => Bounded;
} | null => {
  if (e.op === 'derivative') return { node: e, unwrap: value => value };
  if (e.op !== 'vec' && e.op !== 'transpose' && e.op !== 'unvec') return null;
  const inner = derivativeIn(e.of);
  if (!inner) return null;
  const undo = (value: Bounded, p: Point): Bounded => {
    if (e.op === 'transpose') return transpose(value);
    return e.op === 'unvec'
      ? vec(value)
      : unvec(value, rowsOf(e.of.shape, p.sizes), colsOf(e.of.shape, p.sizes));
  };
  return { node: inner.node, unwrap: (value, p) => inner.unwrap(undo(value, p), p) };
};

const directionOf = (rows: number, cols: number, seed: number): Bounded => {
  const random = stream(String(seed), 'Taylor direction');
  const out = blank(rows, cols);
  for (let i = 0; i < out.value.length; i++) out.value[i] = (random() - 2 ** 31) / 2 ** 31;
  return out;
};
