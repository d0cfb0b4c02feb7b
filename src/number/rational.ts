// Exact rational numbers: immutable, always in lowest terms, denominator positive.
// Nothing here rounds; fromText reads "12", "-0.25" and "3/4" exactly.

export interface Rational {
  readonly num: bigint;
  readonly den: bigint;
}

const gcd = (a: bigint, b: bigint): bigint => {
  let x = a < 0n ? -a : a;
  let y = b < 0n ? -b : b;
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
};

/** num/den in lowest terms. @throws RangeError when den is 0 */
export const rational = (num: bigint | number, den: bigint | number = 1n): Rational => {
  const n = BigInt(num);
  const d = BigInt(den);
  if (d === 0n) throw new RangeError(`division by zero in ${n}/0`);
  if (d === 1n) return { num: n, den: 1n };
  const common = gcd(n, d) * (d < 0n ? -1n : 1n);
  return { num: n / common, den: d / common };
};

export const ZERO = rational(0);
export const ONE = rational(1);
export const MINUS_ONE = rational(-1);

export const add = (a: Rational, b: Rational): Rational =>
  a.den === 1n && b.den === 1n
    ? { num: a.num + b.num, den: 1n }
    : rational(a.num * b.den + b.num * a.den, a.den * b.den);
export const negate = (a: Rational): Rational => ({ num: -a.num, den: a.den });
export const subtract = (a: Rational, b: Rational): Rational => add(a, negate(b));
export const multiply = (a: Rational, b: Rational): Rational =>
  a.den === 1n && b.den === 1n ? { num: a.num * b.num, den: 1n } : rational(a.num * b.num, a.den * b.den);
/** @throws RangeError when a is 0 */
export const reciprocal = (a: Rational): Rational => rational(a.den, a.num);
export const divide = (a: Rational, b: Rational): Rational => multiply(a, reciprocal(b));
export const equal = (a: Rational, b: Rational): boolean => a.num === b.num && a.den === b.den;
export const isZero = (a: Rational): boolean => a.num === 0n;
export const isInteger = (a: Rational): boolean => a.den === 1n;
export const compare = (a: Rational, b: Rational): number => {
  const difference = a.num * b.den - b.num * a.den;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};
export const toNumber = (a: Rational): number => Number(a.num) / Number(a.den);
export const toText = (a: Rational): string => (a.den === 1n ? `${a.num}` : `${a.num}/${a.den}`);

/** Reads "12", "-3/4" and "0.25". @throws SyntaxError for anything else */
export const fromText = (text: string): Rational => {
  const match = /^([+-]?)(\d+)(?:\.(\d+)|\/(\d+))?$/.exec(text.trim());
  if (!match) throw new SyntaxError(`not a rational number: "${text}" (expected digits, "3/4" or "0.25")`);
  const [, sign, whole = '0', decimals, below] = match;
  const value = decimals
    ? rational(BigInt(whole + decimals), 10n ** BigInt(decimals.length))
    : rational(BigInt(whole), BigInt(below ?? '1'));
  return sign === '-' ? negate(value) : value;
};
