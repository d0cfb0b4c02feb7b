// Number systems: what the evaluator counts in. Prime fields, the rationals, and dual numbers over either.
//   every instance is a commutative ring with 1 in which invert(a) is null exactly where a has no inverse
//   equal numbers may be different objects: compare with `equal`, never with ===

import type { Rational } from './rational.ts';

/** The derivatives of a function of one variable: jet(k, x) is f⁽ᵏ⁾(x). */
export type Jet<B> = (order: number, x: B) => B;

export interface Ring<N> {
  readonly zero: N;
  readonly one: N;
  add(a: N, b: N): N;
  subtract(a: N, b: N): N;
  multiply(a: N, b: N): N;
  negate(a: N): N;
  /** a[i]·b[j] + a[i+1]·b[j+step] + …, `count` terms. */
  dot(a: readonly N[], i: number, b: readonly N[], j: number, step: number, count: number): N;
  /** 1/a, or null where there is none. */
  invert(a: N): N | null;
  fromInteger(n: number): N;
  /** Null where the denominator has no inverse. */
  fromRational(r: Rational): N | null;
  isZero(a: N): boolean;
  equal(a: N, b: N): boolean;
}

/** N are its numbers; B are the numbers at the bottom of a tower of duals, N itself elsewhere. */
export interface Field<N, B = N> extends Ring<N> {
  /** f⁽ᵒʳᵈᵉʳ⁾(x) for the smooth function with this jet. */
  apply(jet: Jet<B>, order: number, x: N): N;
  /** −1, 0 or 1 for a number at the bottom, where numbers are ordered; null where they are not. */
  readonly sign: ((x: B) => number) | null;
}

/** The dot product term by term, for number systems without a faster one. */
export const termByTerm = <N>(
  k: Ring<N>,
  a: readonly N[],
  i: number,
  b: readonly N[],
  j: number,
  step: number,
  count: number,
): N => {
  let sum = k.zero;
  for (let n = 0; n < count; n++) {
    const x = a[i + n]!;
    if (!k.isZero(x)) sum = k.add(sum, k.multiply(x, b[j + n * step]!));
  }
  return sum;
};
