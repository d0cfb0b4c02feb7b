// Both sides of a statement at one point, held against the bound of their errors.
//   differ  ⇒ some entries are apart by far more than any rounding or truncation explains
//   agree   ⇒ all entries are within the bound, and the bound is small
//   unclear: between the two; a point where the bound is too large to tell counts as undefined

import type { Statement } from '../expression/judgement.ts';
import { Undefined, vec } from './bounded.ts';
import { slope } from './difference.ts';
import { evaluate } from './evaluate.ts';
import type { Bounded } from './memory.ts';
import type { Point } from './point.ts';
import type { DerivativeSide } from './side.ts';

export interface Comparison {
  /** Places in the point's memory: read them before it is used again. */
  readonly lhs: Bounded;
  readonly rhs: Bounded;
  /** The worst |lhs − rhs| in units of its bound. */
  readonly ratio: number;
  readonly outcome: 'agree' | 'unclear' | 'differ';
}

/** Covers the rounding of the bounds themselves, and second-order terms. */
export const SAFETY = 2;
/** A gap of so many bounds is a difference … */
const CLEAR = 1e4;
/** … and so is a relative gap above the first when the relative bound is below the second. */
const [WIDE, NARROW] = [1e-6, 1e-9];
/** A relative bound above the first tells nothing, unless it is absolutely below the second. */
const [DULL, TINY] = [1e-6, 1e-10];

/** @throws Undefined when a side is not defined here, not finite, or known too badly to tell */
export const compare = ({ lhs, rhs }: Statement, p: Point): Comparison =>
  held(evaluate(lhs, p), evaluate(rhs, p), p);

/** The same for a claim ∂F/∂X = J along the point's direction V of X only: dF(V) against J·vec V. @throws Undefined as well */
export const probe = ({ node, along }: DerivativeSide, p: Point): Comparison => {
  const v = p.directions.get(node.by.name)!;
  const observed = vec(p.memory, slope(node.of, p, new Map([[node.by.name, v]]), evaluate));
  return held(observed, along(v, p), p);
};

const held = (lhs: Bounded, rhs: Bounded, { memory: m }: Point): Comparison => {
  const scale = Math.max(m.largest(lhs), m.largest(rhs));
  const dullest = SAFETY * (m.largestBound(lhs) + m.largestBound(rhs));
  if (!(scale < Number.MAX_VALUE) || !(dullest < Number.MAX_VALUE))
    throw new Undefined('an overflow', 'precision');
  if (dullest > DULL * scale && dullest > TINY)
    throw new Undefined('too ill-conditioned to tell both sides apart', 'precision');
  const { value, bound } = m;
  let [ratio, differ] = [0, false];
  for (let i = 0; i < lhs.rows * lhs.cols; i++) {
    const gap = Math.abs(value[lhs.at + i]! - value[rhs.at + i]!);
    if (gap === 0) continue;
    const allowed = SAFETY * (bound[lhs.at + i]! + bound[rhs.at + i]!);
    ratio = Math.max(ratio, gap / allowed);
    differ ||= gap >= CLEAR * allowed || (gap > WIDE * scale && allowed < NARROW * scale);
  }
  return { lhs, rhs, ratio, outcome: differ ? 'differ' : ratio <= 1 ? 'agree' : 'unclear' };
};
