// Prime fields below 2³¹, and random primes to make them of. Numbers are integers 0..p−1; no BigInt per operation.
//   multiply is exact for every odd modulus below MODULUS_LIMIT, prime or not

import type { Field, Jet } from './field.ts';
import type { Random } from './random.ts';
import type { Rational } from './rational.ts';

/** Above this, p + 2¹¹ would leave 32 bits. */
export const MODULUS_LIMIT = 2 ** 31 - 2 ** 12;
/** Random primes are drawn from LEAST_PRIME..MODULUS_LIMIT. */
export const LEAST_PRIME = 2 ** 30;
/** log₂ of a lower bound for the number of primes to draw from: π(2³¹) − π(2³⁰) is 50 697 537 (OEIS A007053). */
export const LOG2_PRIMES = 25.5;

/** Integers modulo p. */
export class PrimeField implements Field<number> {
  readonly zero = 0;
  readonly one = 1;
  readonly sign = null;
  readonly p: number;
  readonly #reciprocal: number;

  /** @throws RangeError for a modulus that is even or too large; that it is prime is the caller's word */
  constructor(p: number) {
    if (!Number.isInteger(p) || p < 3 || p > MODULUS_LIMIT || p % 2 === 0)
      throw new RangeError(`a modulus is odd and at most ${MODULUS_LIMIT}, not ${p}`);
    this.p = p;
    this.#reciprocal = 1 / p;
  }

  add(a: number, b: number): number {
    const s = a - (this.p - b);
    return s < 0 ? s + this.p : s;
  }
  subtract(a: number, b: number): number {
    const d = a - b;
    return d < 0 ? d + this.p : d;
  }
  negate(a: number): number {
    return a === 0 ? 0 : this.p - a;
  }
  /** The quotient in floating point is off by at most one, so the remainder is right to 32 bits but for one p. */
  multiply(a: number, b: number): number {
    const quotient = Math.floor(a * b * this.#reciprocal);
    const r = (Math.imul(a, b) - Math.imul(quotient, this.p)) | 0;
    return r < 0 ? r + this.p : r >= this.p ? r - this.p : r;
  }
  dot(a: readonly number[], i: number, b: readonly number[], j: number, step: number, count: number): number {
    let sum = 0;
    for (let n = 0; n < count; n++) {
      const x = a[i + n]!;
      if (x !== 0) sum += this.multiply(x, b[j + n * step]!);
    }
    return sum < this.p ? sum : sum % this.p;
  }
  /** Extended Euclid. */
  invert(a: number): number | null {
    let r = this.p;
    let s = a;
    let x = 0;
    let y = 1;
    while (s !== 0) {
      const q = Math.floor(r / s);
      [r, s] = [s, r - q * s];
      [x, y] = [y, x - q * y];
    }
    return r === 1 ? (x < 0 ? x + this.p : x) : null;
  }
  fromInteger(n: number): number {
    const r = n % this.p;
    return r < 0 ? r + this.p : r + 0;
  }
  fromRational(r: Rational): number | null {
    const p = BigInt(this.p);
    const den = this.invert(Number(r.den % p));
    return den === null ? null : this.multiply(this.fromInteger(Number(r.num % p)), den);
  }
  isZero(a: number): boolean {
    return a === 0;
  }
  equal(a: number, b: number): boolean {
    return a === b;
  }
  apply(jet: Jet<number>, order: number, x: number): number {
    return jet(order, x);
  }
  /** Uniform in 0..p−1, by rejection. */
  random(random: Random): number {
    for (;;) {
      const r = random() & 0x7fffffff;
      if (r < this.p) return r;
    }
  }
}

const SMALL_PRIMES = [3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37];

/** Exact for integers up to MODULUS_LIMIT: Miller–Rabin with the bases 2, 3, 5 and 7 (Jaeschke 1993). */
export const isPrime = (n: number): boolean => {
  if (n < 41 * 41) {
    if (n < 4) return n > 1;
    if (n % 2 === 0) return false;
    return SMALL_PRIMES.every(q => n === q || n % q !== 0);
  }
  if (n % 2 === 0 || SMALL_PRIMES.some(q => n % q === 0)) return false;
  const ring = new PrimeField(n);
  const twos = 31 - Math.clz32((n - 1) & (1 - n));
  const odd = (n - 1) >>> twos;
  return [2, 3, 5, 7].every(base => {
    let x = power(ring, base, odd);
    if (x === 1 || x === n - 1) return true;
    for (let k = 1; k < twos; k++) {
      x = ring.multiply(x, x);
      if (x === n - 1) return true;
    }
    return false;
  });
};
const power = (ring: PrimeField, base: number, exponent: number): number => {
  let result = 1;
  let square = base;
  for (let k = exponent; k > 0; k >>>= 1) {
    if (k & 1) result = ring.multiply(result, square);
    square = ring.multiply(square, square);
  }
  return result;
};

/** Every prime from LEAST_PRIME to MODULUS_LIMIT is equally likely. */
export const randomPrime = (random: Random): number => {
  for (;;) {
    const n = LEAST_PRIME + (random() & (LEAST_PRIME - 1));
    if (n < MODULUS_LIMIT && isPrime(n)) return n;
  }
};
