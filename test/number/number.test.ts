// The laws of number systems, once for all of them; prime fields against BigInt.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DualField } from '../../src/number/dual.ts';
import type { Field } from '../../src/number/field.ts';
import { isPrime, LEAST_PRIME, MODULUS_LIMIT, PrimeField, randomPrime } from '../../src/number/prime.ts';
import { stream } from '../../src/number/random.ts';
import { type Rational, rational, reciprocal } from '../../src/number/rational.ts';
import { RATIONALS } from '../../src/number/rational-field.ts';

const P = 2_147_479_549;
const prime = new PrimeField(P);
const residues = fc.oneof(fc.integer({ min: 0, max: P - 1 }), fc.constantFrom(0, 1, 2, P - 2, P - 1));
const rationals = fc
  .tuple(fc.bigInt({ min: -99n, max: 99n }), fc.bigInt({ min: 1n, max: 30n }))
  .map(([num, den]) => rational(num, den));
const duals = <N>(of: fc.Arbitrary<N>) => fc.record({ value: of, slope: of });

const laws = <N, B>(name: string, k: Field<N, B>, numbers: fc.Arbitrary<N>): void => {
  describe(name, () => {
    const same = (a: N, b: N): void => expect(k.equal(a, b), `${show(a)} = ${show(b)}`).toBe(true);
    const forAll = (law: string, check: (a: N, b: N, c: N) => void): void =>
      test(law, () => fc.assert(fc.property(numbers, numbers, numbers, check), { numRuns: 200 }));
    forAll('addition commutes and associates', (a, b, c) => {
      same(k.add(a, b), k.add(b, a));
      same(k.add(k.add(a, b), c), k.add(a, k.add(b, c)));
    });
    forAll('multiplication commutes and associates', (a, b, c) => {
      same(k.multiply(a, b), k.multiply(b, a));
      same(k.multiply(k.multiply(a, b), c), k.multiply(a, k.multiply(b, c)));
    });
    forAll('multiplication distributes', (a, b, c) => {
      same(k.multiply(a, k.add(b, c)), k.add(k.multiply(a, b), k.multiply(a, c)));
    });
    forAll('0, 1 and negatives', (a, b) => {
      same(k.add(a, k.zero), a);
      same(k.multiply(a, k.one), a);
      same(k.add(a, k.negate(a)), k.zero);
      same(k.subtract(a, b), k.add(a, k.negate(b)));
      expect(k.isZero(a)).toBe(k.equal(a, k.zero));
    });
    forAll('inverses', a => {
      const inverse = k.invert(a);
      if (inverse !== null) same(k.multiply(a, inverse), k.one);
      else expect(k.isZero(k.multiply(a, a)) || k.isZero(k.multiply(a, k.multiply(a, a)))).toBe(true);
    });
    test('integers and rationals', () => {
      same(k.fromInteger(-3), k.negate(k.add(k.one, k.add(k.one, k.one))));
      same(k.fromInteger(0), k.zero);
      same(k.multiply(k.fromRational(rational(-7, 3))!, k.fromInteger(3)), k.fromInteger(-7));
    });
  });
};
const show = (x: unknown): string =>
  JSON.stringify(x, (_, y: unknown) => (typeof y === 'bigint' ? String(y) : y));

laws('integers modulo p', prime, residues);
laws('rationals', RATIONALS, rationals);
laws('duals over integers modulo p', new DualField(prime), duals(residues));
laws('duals over duals over rationals', new DualField(new DualField(RATIONALS)), duals(duals(rationals)));

describe('prime fields', () => {
  test('multiply as BigInt does, at the largest modulus', () => {
    const p = MODULUS_LIMIT - 1;
    const ring = new PrimeField(p);
    const big = fc.oneof(fc.integer({ min: 0, max: p - 1 }), fc.integer({ min: p - 50, max: p - 1 }));
    fc.assert(
      fc.property(big, big, (a, b) => ring.multiply(a, b) === Number((BigInt(a) * BigInt(b)) % BigInt(p))),
      { numRuns: 20_000 },
    );
  });
  test('multiply near multiples of the modulus', () => {
    const inverse = (a: number): number => prime.invert(a)!;
    for (let a = 2; a < 5000; a++)
      for (const near of [-1, 0, 1])
        expect(prime.multiply(a, prime.fromInteger(inverse(a) + near))).toBe(prime.fromInteger(1 + near * a));
  });
  test.each([2, 4, 2 ** 31 - 1, 7.5])('refuse the modulus %d', p =>
    expect(() => new PrimeField(p)).toThrow(RangeError),
  );
  test('a denominator divisible by p has no value', () =>
    expect(prime.fromRational(rational(1, P))).toBe(null));
});

describe('primes', () => {
  test('agree with trial division', () => {
    const divides = (n: number): boolean => {
      for (let d = 2; d * d <= n; d++) if (n % d === 0) return true;
      return false;
    };
    for (let n = 0; n < 5000; n++) expect([n, isPrime(n)]).toEqual([n, n > 1 && !divides(n)]);
    for (let n = LEAST_PRIME; n < LEAST_PRIME + 300; n++) expect([n, isPrime(n)]).toEqual([n, !divides(n)]);
  });
  test.each([2047, 1_373_653, 25_326_001, 3_215_031_751 % MODULUS_LIMIT, 1_194_649])(
    '%d, a strong pseudoprime or a square, is seen through',
    n => expect(isPrime(n)).toBe(false),
  );
  test('are drawn from the range', () => {
    const random = stream('primes', 'test');
    const drawn = Array.from({ length: 50 }, () => randomPrime(random));
    expect(drawn.every(p => p >= LEAST_PRIME && p < MODULUS_LIMIT && isPrime(p))).toBe(true);
    expect(new Set(drawn).size).toBe(50);
  });
});

test('a jet moves through nested duals: 1/x, f, f′ and f″', () => {
  const outer = new DualField(new DualField(RATIONALS));
  const jet = (order: number, x: Rational): Rational => {
    let value = reciprocal(x);
    for (let k = 1; k <= order; k++)
      value = RATIONALS.multiply(value, RATIONALS.multiply(rational(-k), reciprocal(x)));
    return value;
  };
  const x = {
    value: { value: rational(2), slope: rational(1) },
    slope: { value: rational(1), slope: rational(0) },
  };
  expect(show(outer.apply(jet, 0, x))).toBe(show(outer.invert(x)));
  expect(outer.apply(jet, 0, x).slope.slope).toEqual(rational(1, 4));
});
