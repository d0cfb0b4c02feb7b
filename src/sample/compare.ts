// Both sides of a statement at one point, held against the bound of their errors.
//   differ  ⇒ some entries are apart by far more than any rounding or truncation explains
//   agree   ⇒ all entries are within the bound, and the bound is small
//   unclear: between the two; a point where the bound is too large to tell counts as undefined

import { Undefined } from './bounded.ts';
import type { Layout } from './layout.ts';
import type { Bounded, Memory } from './memory.ts';
import { compileBoth } from './plan.ts';
import { type Point, REGISTER, readRegister } from './point.ts';
import type { Sides } from './side.ts';

export interface Comparison {
  /** Registers in the point's memory: read them before it is used again. */
  readonly lhs: number;
  readonly rhs: number;
  /** The worst |lhs − rhs| in units of its bound. */
  readonly ratio: number;
  readonly outcome: 'agree' | 'unclear' | 'differ';
}

/** Covers the rounding of the bounds themselves, and second-order terms. */
export const SAFETY = 2;
/** A gap of so many bounds is a difference … */
const CLEAR = 1e4;
/** … and so is a relative gap above the first when the relative bound is below the second. */
const WIDE = 1e-6;
const NARROW = 1e-9;
/** A relative bound above the first tells nothing, unless it is absolutely below the second. */
const DULL = 1e-6;
const TINY = 1e-10;

/** Both sides, compiled. */
export class Comparing {
  readonly #sides: ReturnType<typeof compileBoth>;
  constructor({ lhs, rhs }: Sides, layout: Layout) {
    this.#sides = compileBoth(lhs, rhs, layout);
  }
  /** Compares at one point. @throws Undefined when a side is not defined there, not finite, or known too badly to tell */
  at(p: Point): Comparison {
    const { program, left, right } = this.#sides;
    const registers = program.run(p);
    return held(registers + REGISTER * left, registers + REGISTER * right, p.memory);
  }
}

const BYTES = 4;
const held = (lhs: number, rhs: number, m: Memory): Comparison => {
  const at = m.room(4);
  m.kernels.compare(BYTES * lhs, BYTES * rhs, SAFETY, at);
  const { value } = m;
  const scale = value[at]!;
  const dullest = value[at + 1]!;
  const ratio = value[at + 2]!;
  const total = value[at + 3]!;
  // An entry that is infinite or not a number makes the total such.
  if (!(total < Number.MAX_VALUE)) throw new Undefined('an overflow', 'precision');
  if (dullest > DULL * scale && dullest > TINY)
    throw new Undefined('too ill-conditioned to tell both sides apart', 'precision');
  const outcome =
    ratio <= 1
      ? 'agree'
      : isClear(readRegister(m, lhs), readRegister(m, rhs), scale, m)
        ? 'differ'
        : 'unclear';
  return { lhs, rhs, ratio, outcome };
};
/** Some entries are apart by far more than any rounding or truncation explains. */
const isClear = (lhs: Bounded, rhs: Bounded, scale: number, { value, bound }: Memory): boolean => {
  for (let i = 0; i < lhs.rows * lhs.cols; i++) {
    const gap = Math.abs(value[lhs.at + i]! - value[rhs.at + i]!);
    const allowed = SAFETY * (bound[lhs.at + i]! + bound[rhs.at + i]!);
    if (gap > 0 && (gap >= CLEAR * allowed || (gap > WIDE * scale && allowed < NARROW * scale))) return true;
  }
  return false;
};
