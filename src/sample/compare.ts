// Both sides of a statement at one point, held against the bound of their errors.
//   differ  ⇒ some entries are apart by far more than any rounding or truncation explains
//   agree   ⇒ all entries are within the bound, and the bound is small
//   unclear: between the two; a point where the bound is too large to tell counts as undefined

import type { Statement } from '../expression/judgement.ts';
import { type Bounded, largest, Undefined } from './bounded.ts';
import { evaluate } from './evaluate.ts';
import type { Point } from './point.ts';

export interface Comparison {
  readonly lhs: Bounded;
  readonly rhs: Bounded;
  /** Entry by entry: how far apart equal sides may come out. */
  readonly bound: Float64Array;
  /** The worst |lhs − rhs| in units of its bound. */
  readonly ratio: number;
  readonly outcome: 'agree' | 'unclear' | 'differ';
}

/** Covers the rounding of the bounds themselves, and second-order terms. */
const SAFETY = 2;
/** A gap of so many bounds is a difference … */
const CLEAR = 1e4;
/** … and so is a relative gap above the first when the relative bound is below the second. */
const [WIDE, NARROW] = [1e-6, 1e-9];
/** A relative bound above the first tells nothing, unless it is absolutely below the second. */
const [DULL, TINY] = [1e-6, 1e-10];

/** @throws Undefined when a side is not defined here, not finite, or known too badly to tell */
export const compare = ({ lhs: left, rhs: right }: Statement, at: Point): Comparison => {
  const lhs = evaluate(left, at);
  const rhs = evaluate(right, at);
  const bound = lhs.bound.map((b, i) => SAFETY * (b + rhs.bound[i]!));
  const scale = Math.max(largest(lhs.value), largest(rhs.value));
  const dullest = largest(bound);
  if (!(scale < Number.MAX_VALUE) || !(dullest < Number.MAX_VALUE)) throw new Undefined('an overflow');
  if (dullest > DULL * scale && dullest > TINY)
    throw new Undefined('too ill-conditioned to tell both sides apart');
  let [ratio, differ] = [0, false];
  for (let i = 0; i < bound.length; i++) {
    const gap = Math.abs(lhs.value[i]! - rhs.value[i]!);
    if (gap === 0) continue;
    ratio = Math.max(ratio, gap / bound[i]!);
    differ ||= gap >= CLEAR * bound[i]! || (gap > WIDE * scale && bound[i]! < NARROW * scale);
  }
  return { lhs, rhs, bound, ratio, outcome: differ ? 'differ' : ratio <= 1 ? 'agree' : 'unclear' };
};
