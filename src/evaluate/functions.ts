// Elementwise functions with exact values, each by its jet: reciprocal everywhere, abs, sign and relu where numbers are ordered,
// and generic functions, about which nothing is known but that they are smooth, as the caller models them.
//   outside its domain (FUNCTIONS) a function is Singular · a function without exact values is NotEvaluable

import { FUNCTIONS } from '../expression/functions.ts';
import type { Field, Jet } from '../number/field.ts';
import { NotEvaluable, Singular } from './refusal.ts';

/** Generic functions by name. */
export type Generic<B> = (fn: string) => Jet<B>;

/** @throws NotEvaluable for a function without exact values in this number system */
export const jetOf = <B>(k: Field<B>, fn: string, generic: Generic<B>): Jet<B> => {
  if (!FUNCTIONS.has(fn)) return generic(fn);
  if (fn === 'reciprocal') return (order, x) => reciprocal(k, order, x);
  const { sign } = k;
  const pieces = PIECES.get(fn);
  if (!pieces) throw new NotEvaluable(`${fn} has no exact values`);
  if (!sign) throw new NotEvaluable(`${fn} needs ordered numbers`);
  return (order, x) => {
    const s = sign(x);
    if (s === 0) throw new Singular(`${fn} at 0`);
    const [below, above] = pieces;
    const piece = s < 0 ? below : above;
    const slope = k.fromInteger(piece.slope);
    if (order === 0) return k.add(k.multiply(slope, x), k.fromInteger(piece.start));
    return order === 1 ? slope : k.zero;
  };
};

/** (−1)ᵏ k! / xᵏ⁺¹. */
const reciprocal = <B>(k: Field<B>, order: number, x: B): B => {
  const inverse = k.invert(x);
  if (inverse === null) throw new Singular('division by zero');
  let value: B = inverse;
  for (let i = 1; i <= order; i++) value = k.multiply(k.multiply(k.fromInteger(-i), inverse), value);
  return value;
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
export const standIns =
  <B>(k: Field<B>): Generic<B> =>
  fn => {
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
