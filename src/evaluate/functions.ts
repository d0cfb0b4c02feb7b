// Elementwise functions with exact values, each by its jet: reciprocal everywhere, abs, sign and relu where numbers are ordered; a generic
// function, of which nothing is known but that it is smooth, stands for a polynomial.
//   outside its domain (FUNCTIONS) a function is Singular · a function without exact values is NotEvaluable

import { FUNCTIONS } from '../expression/functions.ts';
import type { Field, Jet } from '../number/field.ts';
import { NotEvaluable, Singular } from './refusal.ts';

/** The value of fn⁽ᵒʳᵈᵉʳ⁾ at x. @throws NotEvaluable | Singular */
export type Elementwise<B> = <N>(k: Field<N, B>, fn: string, order: number, x: N) => N;

/** Exact values over the numbers at the bottom. */
export const exactly =
  <B>(base: Field<B>): Elementwise<B> =>
  (k, fn, order, x) =>
    k.apply(FUNCTIONS.has(fn) ? exactJet(base, fn) : standInJet(base, fn), order, x);

const exactJet = <B>(k: Field<B>, fn: string): Jet<B> => {
  if (fn === 'reciprocal') return reciprocalJet(k);
  const { sign } = k;
  const pieces = PIECES.get(fn);
  if (!pieces) throw new NotEvaluable(`${fn} has no exact values`);
  if (!sign) throw new NotEvaluable(`${fn} needs ordered numbers`);
  return (order, x) => {
    const s = sign(x);
    if (s === 0) throw new Singular(`${fn} at 0`);
    const below = pieces[0];
    const above = pieces[1];
    const piece = s < 0 ? below : above;
    const slope = k.fromInteger(piece.slope);
    if (order === 0) return k.add(k.multiply(slope, x), k.fromInteger(piece.start));
    return order === 1 ? slope : k.zero;
  };
};

/** (−1)ᵏ k! / xᵏ⁺¹. */
export const reciprocalJet =
  <B>(k: Field<B>): Jet<B> =>
  (order, x) => {
    const inverse = k.invert(x);
    if (inverse === null) throw new Singular('division by zero');
    let value: B = inverse;
    for (let i = 1; i <= order; i++) value = k.multiply(k.multiply(k.fromInteger(-i), inverse), value);
    return value;
  };

/** ln from its value at x; its derivatives are (−1)ᵏ⁻¹ (k−1)! / xᵏ. */
export const logarithmJet = <B>(k: Field<B>, value: (x: B) => B): Jet<B> => {
  const reciprocal = reciprocalJet(k);
  return (order, x) => (order === 0 ? value(x) : reciprocal(order - 1, x));
};

/** The entry at a place from the largest down, from 0. @throws Singular where another one is as large */
export const ranked = <N, B>(k: Field<N, B>, f: Elementwise<B>, of: readonly N[], place: number): N => {
  if (!k.sign) throw new NotEvaluable('the largest entry needs ordered numbers');
  const isAbove = (a: N, b: N): boolean => {
    const gap = k.subtract(a, b);
    return !k.isZero(gap) && k.equal(f(k, 'sign', 0, gap), k.one);
  };
  const found = of.find(
    x =>
      of.filter(y => isAbove(y, x)).length === place &&
      of.filter(y => isAbove(x, y)).length === of.length - place - 1,
  );
  if (found === undefined) throw new Singular('two entries that are equally large');
  return found;
};

/** Linear below 0 and above 0: slope·x + start. */
const PIECES: ReadonlyMap<string, readonly [below: Piece, above: Piece]> = new Map([
  [
    'abs',
    [
      { slope: -1, start: 0 },
      { slope: 1, start: 0 },
    ],
  ],
  [
    'sign',
    [
      { slope: 0, start: -1 },
      { slope: 0, start: 1 },
    ],
  ],
  [
    'relu',
    [
      { slope: 0, start: 0 },
      { slope: 1, start: 0 },
    ],
  ],
]);
interface Piece {
  readonly slope: number;
  readonly start: number;
}

/** Coefficients c₀, c₁, …, c₆ from 1 to 3 of the polynomial that stands for a generic function in counterexamples; they depend on its name. */
export const standIn = (fn: string): readonly number[] => {
  let hash = 2_166_136_261;
  for (const c of fn) hash = Math.imul(hash ^ c.codePointAt(0)!, 16_777_619) >>> 0;
  return Array.from({ length: 7 }, (_, i) => 1 + ((hash >>> (4 * i)) % 3));
};
const standInJet = <B>(k: Field<B>, fn: string): Jet<B> => {
  const coefficients = standIn(fn);
  return (order, x) => {
    let value = k.zero;
    for (let i = coefficients.length - 1; i >= order; i--) {
      let c = coefficients[i]!;
      for (let j = 0; j < order; j++) c *= i - j;
      value = k.add(k.multiply(value, x), k.fromInteger(c));
    }
    return value;
  };
};
