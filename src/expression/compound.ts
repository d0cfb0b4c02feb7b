// Sizes that are no product: sums (m+n, the rows of a block matrix) and triangular numbers (n(n+1)/2, the length of vech).
//   one object for each text, so that === tells whether two index tuples are the same
//   every size is a polynomial in the names; equal polynomials are equal sizes

import { add, isZero, multiply, ONE, type Rational, rational, toText } from '../number/rational.ts';
import type { Dimension, Factor } from './dimension.ts';

const interned = new Map<string, Compound>();

/** A sum of sizes, or the triangular number of one. Made by `sum` and `triangular` only. */
export class Compound {
  private constructor(
    readonly kind: 'sum' | 'triangular',
    /** The summands in the order of the blocks; for a triangular number the one size. */
    readonly parts: readonly Dimension[],
    readonly text: string,
  ) {
    Object.freeze(this);
  }
  static sum(parts: readonly Dimension[]): Compound {
    return Compound.#one('sum', parts, `(${parts.map(textOf).join('+')})`);
  }
  static triangular(n: Dimension): Compound {
    const [only] = n;
    const text = n.length === 1 && typeof only === 'string' ? only : `(${textOf(n)})`;
    return Compound.#one('triangular', [n], `${text}(${textOf(n)}+1)/2`);
  }
  static #one(kind: Compound['kind'], parts: readonly Dimension[], text: string): Compound {
    const known = interned.get(text);
    if (known) return known;
    const made = new Compound(kind, parts, text);
    interned.set(text, made);
    return made;
  }
  /** The size, given those of its parts. */
  size(of: (part: Dimension) => number): number {
    const sizes = this.parts.map(of);
    const [n = 0] = sizes;
    return this.kind === 'sum' ? sizes.reduce((a, b) => a + b) : (n * (n + 1)) / 2;
  }
  toString(): string {
    return this.text;
  }
}

const textOf = (d: Dimension): string => (d.length ? d.map(String).join('·') : '1');

/** The names in a factor, in order of appearance. */
export const namesIn = (f: Factor): string[] =>
  typeof f === 'number' ? [] : typeof f === 'string' ? [f] : f.parts.flat().flatMap(namesIn);

/** A coefficient times names, sorted. */
export interface Monomial {
  readonly coefficient: Rational;
  readonly names: readonly string[];
}
/** The size as a polynomial in the names: no two monomials have the same names, no coefficient is 0. */
export const monomials = (d: Dimension): Monomial[] =>
  d.reduce<Monomial[]>((product, f) => multiplied(product, ofFactor(f)), [{ coefficient: ONE, names: [] }]);

const ofFactor = (f: Factor): Monomial[] => {
  if (typeof f === 'number') return [{ coefficient: rational(f), names: [] }];
  if (typeof f === 'string') return [{ coefficient: ONE, names: [f] }];
  if (f.kind === 'sum') return collected(f.parts.flatMap(monomials));
  const n = monomials(f.parts[0]!);
  return collected([...multiplied(n, n), ...n]).map(t => ({
    ...t,
    coefficient: multiply(t.coefficient, rational(1, 2)),
  }));
};
const multiplied = (a: readonly Monomial[], b: readonly Monomial[]): Monomial[] =>
  collected(
    a.flatMap(s =>
      b.map(t => ({
        coefficient: multiply(s.coefficient, t.coefficient),
        names: [...s.names, ...t.names].sort(),
      })),
    ),
  );
const collected = (terms: readonly Monomial[]): Monomial[] => {
  const byNames = new Map<string, Monomial>();
  for (const t of terms) {
    const key = t.names.join(' ');
    const known = byNames.get(key);
    byNames.set(key, known ? { ...t, coefficient: add(t.coefficient, known.coefficient) } : t);
  }
  return [...byNames.values()].filter(t => !isZero(t.coefficient));
};

/** Equal for sizes that are equal for all values of the names, and only for these. */
export const productKey = (d: Dimension): string => {
  if (d.some(f => typeof f === 'object'))
    return monomials(d)
      .map(t => `${toText(t.coefficient)} ${t.names.join(' ')}`)
      .sort()
      .join(' + ');
  let integer = 1;
  const names: string[] = [];
  for (const f of d)
    if (typeof f === 'number') integer *= f;
    else if (typeof f === 'string') names.push(f);
  return `${integer} ${names.sort().join(' ')}`;
};
