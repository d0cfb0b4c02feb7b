// The field of rational numbers: ordered, exact, as slow as its integers are long.

import { type Field, termByTerm } from './field.ts';
import {
  add,
  equal,
  isZero,
  multiply,
  negate,
  ONE,
  type Rational,
  rational,
  reciprocal,
  subtract,
  ZERO,
} from './rational.ts';

export const RATIONALS: Field<Rational> = {
  zero: ZERO,
  one: ONE,
  add,
  subtract,
  multiply,
  negate,
  dot: (a, i, b, j, step, count) => termByTerm(RATIONALS, a, i, b, j, step, count),
  invert: a => (isZero(a) ? null : reciprocal(a)),
  fromInteger: n => rational(n),
  fromRational: r => r,
  isZero,
  equal,
  apply: (jet, order, x) => jet(order, x),
  sign: x => (x.num > 0n ? 1 : x.num < 0n ? -1 : 0),
};
