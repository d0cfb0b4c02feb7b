// Derivatives along a direction by central differences, each with an error bound:
//   a polynomial of degree d: 2⌈d/2⌉ points, no truncation error, only the rounding of F, which is bounded
//   everything else: Richardson extrapolation over falling steps; of all extrapolants the one whose estimated truncation error plus
//   propagated rounding bound is least (Ridders 1982, with F's own running bound in the place of a guessed noise)
// A step that crosses a kink or a pole, or leaves the domain, is not used. Full Jacobians take one column per entry.

import type { Layout as Arrangement, Expression } from '../expression/expression.ts';
import { contains } from '../expression/expression.ts';
import { FUNCTIONS } from '../expression/functions.ts';
import { plus, transpose, Undefined, unvec } from './bounded.ts';
import { degree } from './degree.ts';
import type { Layout } from './layout.ts';
import type { Bounded, Memory } from './memory.ts';
import type { Evaluate } from './plan.ts';
import { type Along, moved, type Point, sizeAt, valueAt } from './point.ts';

/** Stencils up to this degree are used; their weights stay small. */
const LARGEST_DEGREE = 12;
/**
 * Steps fall from FIRST by RATIO, LEVELS times, in units of the reach. No round numbers: an oscillation faster than the steps looks
 * slow through steps that are commensurate with it.
 */
const FIRST = 0.21;
const RATIO = 2.3;
const LEVELS = 14;
const COLUMNS = 6;
/** Truncation must be this small against the differences themselves, or the noise must hide it: else nothing has converged. */
const CONVERGED = 1e-6;
/** A second opinion from a step far below all others, which has to agree this well, noise apart. */
const TINY = 2 ** -20;
const ROUGHLY = 1e-4;

/** A function that is differentiated: how to evaluate it, and what is known of it. */
export interface Differentiable {
  readonly evaluate: Evaluate;
  /** Numbers of the sizes of its value. */
  readonly rows: number;
  readonly cols: number;
  /** Somewhere inside there is an operation with kinks, poles, or a domain. */
  readonly partial: boolean;
  /** In t, when what varies moves on a straight line; null when it is no polynomial. */
  readonly degree: (p: Point) => number | null;
  /** The same, where it is the same at all sizes and the stencil is used. */
  readonly polynomial: number | null;
}
export const differentiable = (
  of: Expression,
  by: readonly string[],
  evaluate: Evaluate,
  layout: Layout,
): Differentiable => {
  const moving = new Set(by);
  const varies = contains(of, e => e.op === 'determinant');
  const fixed = varies ? null : degree(of, moving, () => 1);
  return {
    evaluate,
    rows: layout.size(of.shape.rows),
    cols: layout.size(of.shape.cols),
    partial: contains(of, isPartial),
    polynomial: fixed !== null && fixed <= LARGEST_DEGREE ? fixed : null,
    degree: p => (varies ? degree(of, moving, d => sizeAt(p, layout.size(d))) : fixed),
  };
};
const isPartial = (e: Expression): boolean =>
  e.op === 'inverse' ||
  e.op === 'pseudoInverse' ||
  e.op === 'matrixFunction' ||
  e.op === 'eigen' ||
  (e.op === 'elementwise' && (e.fn === 'tan' || (FUNCTIONS.get(e.fn)?.domain ?? 'real') !== 'real'));

/** Every entry of a symbol in turn, arranged by layout. */
export const derivative = (
  of: Differentiable,
  by: { readonly slot: number; readonly rows: number; readonly cols: number },
  layout: Arrangement,
  p: Point,
): Bounded => {
  const { memory: m } = p;
  const rows = sizeAt(p, by.rows);
  const cols = sizeAt(p, by.cols);
  const height = sizeAt(p, of.rows) * sizeAt(p, of.cols);
  const width = rows * cols;
  const jacobian = m.take(height, width);
  const scratch = m.top;
  for (let j = 0; j < width; j++) {
    const unit = m.blank(rows, cols);
    m.value[unit.at + j] = 1;
    const along = Array.from({ length: p.slots }, (_, slot) => (slot === by.slot ? unit : null));
    const column = slope(of, p, along);
    for (const part of [m.value, m.bound])
      part.copyWithin(jacobian.at + j * height, column.at, column.at + height);
    m.release(scratch);
  }
  switch (layout) {
    case 'numerator':
      return jacobian;
    case 'denominator':
      return transpose(m, jacobian);
    case 'gradient':
      return unvec(m, jacobian, rows, cols);
    default: {
      const unknown: never = layout;
      throw new TypeError(`unknown layout ${String(unknown)}`);
    }
  }
};

/** d/dt of F(X + tV) at 0 for given directions. @throws Undefined when every step leaves the domain */
export const slope = (of: Differentiable, p: Point, along: Along): Bounded => {
  const { memory: m } = p;
  const out = m.blank(sizeAt(p, of.rows), sizeAt(p, of.cols));
  const scratch = m.top;
  const here = of.partial ? signsOf(of, p) : null;
  if (here) p.signs.push(...here);
  const d = of.degree(p);
  const reach = d === 0 ? 0 : p.stride * reachOf(p, along);
  if (reach === 0) return out;
  const at = (t: number): Bounded => {
    const there = moved(p, along, t);
    const value = of.evaluate(there);
    if (here && !alike(here, there.signs)) throw new Undefined('a kink or a pole too near');
    return value;
  };
  if (d !== null && d <= LARGEST_DEGREE)
    stencil(m, out, at, d, reach / 2 ** Math.ceil(Math.log2((d + 1) >> 1)));
  else extrapolate(m, out, at, reach);
  m.release(scratch);
  return out;
};

/** A power of two near the size of X over that of V, so that F's points stay of F's own size; 0 when nothing moves. */
const reachOf = (p: Point, along: Along): number => {
  const { memory: m } = p;
  let x = 0;
  let v = 0;
  for (let slot = 0; slot < along.length; slot++) {
    const direction = along[slot];
    if (!direction) continue;
    v = Math.max(v, m.largest(direction));
    x = Math.max(x, m.largest(valueAt(p, slot)));
  }
  return v === 0 ? 0 : 2 ** Math.round(Math.log2(Math.max(x, 2 ** -6) / v));
};

const signsOf = (of: Differentiable, p: Point): readonly number[] => {
  const signs: number[] = [];
  const top = p.memory.top;
  of.evaluate({ ...p, signs });
  p.memory.release(top);
  return signs;
};
const alike = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((x, i) => x === b[i]);

/**
 * Σ_j w_j (F(jh) − F(−jh))/h into a matrix of zeros; exact up to degree 2m, m = ⌈d/2⌉:
 * w_j = (−1)^{j+1} m!²/(j (m−j)! (m+j)!) (Fornberg 1988).
 */
const stencil = (m: Memory, out: Bounded, at: (t: number) => Bounded, d: number, h: number): void => {
  const pairs = Math.ceil(d / 2);
  const scratch = m.top;
  let weight = -1;
  for (let j = 1; j <= pairs; j++) {
    weight *= -(pairs - j + 1) / (pairs + j);
    const right = at(j * h);
    const left = at(-j * h);
    m.kernels.accumulate(out.at, right.at, left.at, out.rows * out.cols, weight / (j * h), 4 * pairs);
    m.release(scratch);
  }
};

const extrapolate = (m: Memory, out: Bounded, at: (t: number) => Bounded, reach: number): void => {
  const difference = (h: number): Bounded => {
    const made = m.blank(out.rows, out.cols);
    stencil(m, made, at, 2, h);
    return made;
  };
  let previous: readonly Bounded[] = [];
  let best: { readonly of: Bounded; readonly truncation: number; readonly total: number } | null = null;
  let idle = 0;
  let why: Undefined | null = null;
  for (let level = 0; level < LEVELS && idle < 2; level++) {
    const row: Bounded[] = [];
    try {
      row.push(difference((reach * FIRST) / RATIO ** level));
    } catch (e) {
      if (!(e instanceof Undefined)) throw e;
      why = e;
      previous = [];
      continue;
    }
    if (best) idle++;
    for (let j = 1; j <= previous.length && j < COLUMNS; j++) {
      const fine = row[j - 1]!;
      const coarse = previous[j - 1]!;
      const of = plus(m, fine, 1 / (RATIO ** (2 * j) - 1), plus(m, fine, -1, coarse));
      row.push(of);
      if (j < 2) continue;
      const truncation = 2 * Math.max(apart(m, of, fine), apart(m, of, coarse));
      const noise = m.largestBound(of);
      const size = Math.max(m.largest(row[0]!), m.largest(previous[0]!));
      if (!(truncation <= CONVERGED * size + noise)) continue;
      if (!(truncation + noise < (best?.total ?? Number.POSITIVE_INFINITY))) continue;
      best = { of, truncation, total: truncation + noise };
      idle = truncation <= noise ? 2 : 0;
    }
    previous = row;
  }
  if (!best) throw why ?? unsettled();
  const { of, truncation, total } = best;
  const second = difference(reach * TINY);
  const size = Math.max(m.largest(of), m.largest(second));
  if (!(apart(m, of, second) <= total + m.largestBound(second) + ROUGHLY * size)) throw unsettled();
  for (let i = 0; i < out.rows * out.cols; i++) {
    m.value[out.at + i] = m.value[of.at + i]!;
    m.bound[out.at + i] = m.bound[of.at + i]! + truncation;
  }
};
const unsettled = (): Undefined => new Undefined('no finite difference converges', 'precision');
/** The largest difference of two entries; infinite where one is not a number. */
const apart = (m: Memory, a: Bounded, b: Bounded): number => m.kernels.apart(a.at, b.at, a.rows * a.cols);
