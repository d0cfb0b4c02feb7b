// Dual numbers a + bε with ε² = 0 over any number system, duals among them: f(a + bε) = f(a) + f′(a)bε.
// Two levels carry second differentials: the slope of the slope. (Clifford 1871)

import { type Field, type Jet, termByTerm } from './field.ts';
import type { Rational } from './rational.ts';

export interface Dual<N> {
  readonly value: N;
  readonly slope: N;
}

/** a + bε is invertible exactly where a is. */
export class DualField<N, B> implements Field<Dual<N>, B> {
  readonly zero: Dual<N>;
  readonly one: Dual<N>;
  readonly sign: Field<N, B>['sign'];
  readonly #inner: Field<N, B>;

  constructor(inner: Field<N, B>) {
    this.#inner = inner;
    this.zero = this.constant(inner.zero);
    this.one = this.constant(inner.one);
    this.sign = inner.sign;
  }

  constant(value: N): Dual<N> {
    return { value, slope: this.#inner.zero };
  }
  add(a: Dual<N>, b: Dual<N>): Dual<N> {
    const k = this.#inner;
    return { value: k.add(a.value, b.value), slope: k.add(a.slope, b.slope) };
  }
  subtract(a: Dual<N>, b: Dual<N>): Dual<N> {
    const k = this.#inner;
    return { value: k.subtract(a.value, b.value), slope: k.subtract(a.slope, b.slope) };
  }
  multiply(a: Dual<N>, b: Dual<N>): Dual<N> {
    const k = this.#inner;
    return {
      value: k.multiply(a.value, b.value),
      slope: k.add(k.multiply(a.value, b.slope), k.multiply(a.slope, b.value)),
    };
  }
  dot(
    a: readonly Dual<N>[],
    i: number,
    b: readonly Dual<N>[],
    j: number,
    step: number,
    count: number,
  ): Dual<N> {
    return termByTerm(this, a, i, b, j, step, count);
  }
  negate(a: Dual<N>): Dual<N> {
    return { value: this.#inner.negate(a.value), slope: this.#inner.negate(a.slope) };
  }
  invert(a: Dual<N>): Dual<N> | null {
    const k = this.#inner;
    const value = k.invert(a.value);
    return value === null ? null : { value, slope: k.negate(k.multiply(a.slope, k.multiply(value, value))) };
  }
  fromInteger(n: number): Dual<N> {
    return this.constant(this.#inner.fromInteger(n));
  }
  fromRational(r: Rational): Dual<N> | null {
    const value = this.#inner.fromRational(r);
    return value === null ? null : this.constant(value);
  }
  isZero(a: Dual<N>): boolean {
    return this.#inner.isZero(a.value) && this.#inner.isZero(a.slope);
  }
  equal(a: Dual<N>, b: Dual<N>): boolean {
    return this.#inner.equal(a.value, b.value) && this.#inner.equal(a.slope, b.slope);
  }
  apply(jet: Jet<B>, order: number, x: Dual<N>): Dual<N> {
    const k = this.#inner;
    return {
      value: k.apply(jet, order, x.value),
      slope: k.isZero(x.slope) ? k.zero : k.multiply(x.slope, k.apply(jet, order + 1, x.value)),
    };
  }
}
