// Derivatives along a direction by central differences, each with an error bound:
//   a polynomial of degree d: 2⌈d/2⌉ points, no truncation error, only the rounding of F, which is bounded
//   everything else: Richardson extrapolation over halved steps; of all extrapolants the one whose estimated truncation error plus
//   propagated rounding bound is least (Ridders 1982, with F's own running bound in the place of a guessed noise)
// A step that crosses a kink or a pole, or leaves the domain, is not used. Full Jacobians take one column per entry.

import { sizeOf } from '../expression/dimension.ts';
import type { Expression } from '../expression/expression.ts';
import { children } from '../expression/expression.ts';
import { FUNCTIONS } from '../expression/functions.ts';
import { type Bounded, blank, largest, transpose, U, Undefined, unvec, vec } from './bounded.ts';
import { degree } from './degree.ts';
import { colsOf, moved, type Point, rowsOf } from './point.ts';

type Evaluate = (e: Expression, p: Point) => Bounded;
type Of<Op extends Expression['op']> = Extract<Expression, { op: Op }>;

/** Stencils up to this degree are used; their weights stay small. */
const LARGEST_DEGREE = 12;
const LEVELS = 14;
const COLUMNS = 6;

/** d/dt of F(X + tV) at 0, where V is the direction of each symbol that varies. */
export const differential = (e: Of<'differential'>, p: Point, evaluate: Evaluate): Bounded => {
  const along = new Map<string, Bounded>();
  for (const name of e.wrt) {
    const v = p.directions.get(name);
    if (v) along.set(name, v);
  }
  return slope(e.of, p, along, evaluate);
};

/** Every entry of `by` in turn, arranged by layout. */
export const derivative = (e: Of<'derivative'>, p: Point, evaluate: Evaluate): Bounded => {
  const { by, layout } = e;
  const [rows, cols] = [rowsOf(by.shape, p.sizes), colsOf(by.shape, p.sizes)];
  const height = sizeOf(e.of.shape.rows, p.sizes) * sizeOf(e.of.shape.cols, p.sizes);
  const jacobian = blank(height, rows * cols);
  for (let j = 0; j < cols; j++)
    for (let i = 0; i < rows; i++) {
      const unit = blank(rows, cols);
      unit.value[i * cols + j] = 1;
      const column = vec(slope(e.of, p, new Map([[by.name, unit]]), evaluate));
      for (let k = 0; k < height; k++) {
        const at = k * rows * cols + j * rows + i;
        jacobian.value[at] = column.value[k]!;
        jacobian.bound[at] = column.bound[k]!;
      }
    }
  switch (layout) {
    case 'numerator':
      return jacobian;
    case 'denominator':
      return transpose(jacobian);
    case 'gradient':
      return unvec(transpose(jacobian), rows, cols);
    default: {
      const unknown: never = layout;
      throw new TypeError(`unknown layout ${String(unknown)}`);
    }
  }
};

const slope = (
  of: Expression,
  p: Point,
  along: ReadonlyMap<string, Bounded>,
  evaluate: Evaluate,
): Bounded => {
  const d = degree(of, new Set(along.keys()), p.sizes);
  const shape: [number, number] = [rowsOf(of.shape, p.sizes), colsOf(of.shape, p.sizes)];
  if (d === 0) return blank(...shape);
  const reach = p.stride * reachOf(p, along);
  if (reach === 0) return blank(...shape);
  const here = kinks(of) ? evaluateAt(of, p, evaluate).signs : null;
  if (here) p.signs.push(...here);
  const at = (t: number): Bounded => {
    const there = evaluateAt(of, moved(p, along, t), evaluate);
    if (here && !alike(here, there.signs)) throw new Undefined('a kink or a pole too near');
    return there.value;
  };
  return d !== null && d <= LARGEST_DEGREE ? stencil(at, d, reach) : extrapolated(at, reach / 4);
};

/** A power of two near the size of X over that of V, so that F's points stay of F's own size; 0 when nothing moves. */
const reachOf = (p: Point, along: ReadonlyMap<string, Bounded>): number => {
  let [x, v] = [0, 0];
  for (const [name, direction] of along) {
    v = Math.max(v, largest(direction.value));
    x = Math.max(x, largest(p.values.get(name)?.value ?? direction.value));
  }
  return v === 0 ? 0 : 2 ** Math.round(Math.log2(Math.max(x, 2 ** -6) / v));
};

const evaluateAt = (of: Expression, p: Point, evaluate: Evaluate): { value: Bounded; signs: number[] } => {
  const signs: number[] = [];
  return { value: evaluate(of, { ...p, signs }), signs };
};
const alike = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((x, i) => x === b[i]);

const kinked = new WeakMap<Expression, boolean>();
/** Somewhere inside there is a function with kinks or poles, or an inverse. */
const kinks = (e: Expression): boolean => {
  const known = kinked.get(e);
  if (known !== undefined) return known;
  const own =
    e.op === 'inverse' ||
    (e.op === 'elementwise' && (e.fn === 'tan' || FUNCTIONS.get(e.fn)?.domain === 'nonzero'));
  const answer = own || children(e).some(kinks);
  kinked.set(e, answer);
  return answer;
};

/** Σ_j w_j (F(jh) − F(−jh))/h, exact up to degree 2m: w_j = (−1)^{j+1} m!²/(j (m−j)! (m+j)!) (Fornberg 1988). */
const stencil = (at: (t: number) => Bounded, d: number, h: number): Bounded => {
  const m = Math.ceil(d / 2);
  let [out, weight]: [Bounded | null, number] = [null, -1];
  for (let j = 1; j <= m; j++) {
    weight *= -(m - j + 1) / (m + j);
    const [right, left] = [at(j * h), at(-j * h)];
    out ??= blank(right.rows, right.cols);
    const w = weight / (j * h);
    for (let i = 0; i < out.value.length; i++) {
      const [r, l] = [right.value[i]!, left.value[i]!];
      out.value[i]! += w * (r - l);
      out.bound[i]! +=
        Math.abs(w) * (right.bound[i]! + left.bound[i]! + 4 * m * U * (Math.abs(r) + Math.abs(l)));
    }
  }
  return out!;
};

const extrapolated = (at: (t: number) => Bounded, first: number): Bounded => {
  let previous: Bounded[] = [];
  let best: { readonly of: Bounded; readonly truncation: number; readonly total: number } | null = null;
  let [idle, reason] = [0, 'no step is small enough for a finite difference'];
  for (let level = 0; level < LEVELS && idle < 2; level++) {
    const row: Bounded[] = [];
    try {
      row.push(stencil(at, 2, first / 2 ** level));
    } catch (e) {
      if (!(e instanceof Undefined)) throw e;
      reason = e.reason;
      previous = [];
      continue;
    }
    if (best) idle++;
    for (let j = 1; j <= previous.length && j < COLUMNS; j++) {
      const [fine, coarse] = [row[j - 1]!, previous[j - 1]!];
      const of = eliminated(fine, coarse, 4 ** j);
      row.push(of);
      if (j < 2) continue;
      const truncation = 2 * Math.max(apart(of, fine), apart(of, coarse));
      const total = truncation + largest(of.bound);
      if (!(total < (best?.total ?? Number.POSITIVE_INFINITY))) continue;
      best = { of, truncation, total };
      idle = 0;
    }
    previous = row;
  }
  if (!best) throw new Undefined(reason);
  const { of, truncation } = best;
  return { ...of, bound: of.bound.map(b => b + truncation) };
};
/** (4ʲ·fine − coarse)/(4ʲ − 1): one more even power of the step is gone. */
const eliminated = (fine: Bounded, coarse: Bounded, ratio: number): Bounded => {
  const out = blank(fine.rows, fine.cols);
  for (let i = 0; i < out.value.length; i++) {
    const [f, c] = [fine.value[i]!, coarse.value[i]!];
    out.value[i] = f + (f - c) / (ratio - 1);
    out.bound[i] =
      fine.bound[i]! +
      (fine.bound[i]! + coarse.bound[i]!) / (ratio - 1) +
      4 * U * (Math.abs(f) + Math.abs(c));
  }
  return out;
};
const apart = (a: Bounded, b: Bounded): number => {
  let max = 0;
  for (let i = 0; i < a.value.length; i++) max = Math.max(max, Math.abs(a.value[i]! - b.value[i]!));
  return max;
};
