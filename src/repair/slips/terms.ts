// Coefficients, signs and terms.

import type { Dimension } from '../../expression/dimension.ts';
import type { Syntax } from '../../latex/syntax.ts';
import { multiply, type Rational, rational, toNumber } from '../../number/rational.ts';
import { exponentOf, name, negative, number, numberOf, power, product, sum } from '../make.ts';
import type { Place } from '../places.ts';
import { on, type Slip } from './row.ts';

/** The number in front, and what stands behind it. */
export const coefficient = (s: Syntax): { value: Rational; rest: readonly Syntax[] } | null => {
  if (s.kind !== 'product') return null;
  const [first, ...rest] = s.factors;
  const value = first && numberOf(first);
  return value ? { value, rest } : null;
};
const isOne = (value: Rational): boolean => value.num === 1n && value.den === 1n;
const scaled = (value: Rational, rest: readonly Syntax[]): Syntax =>
  isOne(value) ? product(...rest) : product(number(value), ...rest);

const factors =
  (by: Rational) =>
  ({ piece, parent, isTerm }: Place): readonly Syntax[] => {
    if (!isTerm || (piece.kind === 'sum' && (parent !== null || piece.terms.length < 2))) return [];
    const value = numberOf(piece);
    if (value) return value.num === 0n ? [] : [number(multiply(by, value))];
    const known = coefficient(piece);
    return [known ? scaled(multiply(by, known.value), known.rest) : scaled(by, [piece])];
  };

const namesOf = (sizes: readonly Dimension[]): string[] =>
  sizes.flatMap(([d]) => (typeof d === 'string' ? [d] : []));
const isSize = (s: Syntax, place: Place): boolean => place.about.expression(s)?.op === 'size';

export const TERMS: readonly Slip[] = [
  { name: 'factor 2', weight: 1, at: factors(rational(2)) },
  { name: 'factor ½', weight: 1, at: factors(rational(1, 2)) },
  {
    name: 'coefficient dropped',
    weight: 1.3,
    at: place => {
      const known = coefficient(place.piece);
      const half = known && known.value.num !== 2n && known.value.num * 2n !== known.value.den;
      return known && half ? [product(...known.rest)] : [];
    },
  },
  {
    name: 'sign',
    weight: 1,
    at: place => {
      const { piece } = place;
      if (piece.kind === 'sum' && piece.terms.length > 1) {
        const flipped = piece.terms.map((t, i) =>
          sum(...piece.terms.with(i, { ...t, negative: !t.negative })),
        );
        return place.isTerm ? [...flipped, negative(piece)] : flipped;
      }
      return place.isTerm && place.parent?.kind !== 'sum' && place.parent?.kind !== 'quotient'
        ? [negative(piece)]
        : [];
    },
  },
  {
    name: 'term dropped',
    weight: 1.6,
    loses: true,
    at: on('sum', ({ terms }) =>
      terms.length < 2 ? [] : terms.map((_, i) => sum(...terms.toSpliced(i, 1))),
    ),
  },
  {
    name: 'size as a factor',
    weight: 1.7,
    at: place => {
      const { piece, about } = place;
      const outer = place.parent === null || place.parent.kind === 'sum';
      if (!outer || piece.kind === 'sum' || piece.kind === 'number') return [];
      const known = coefficient(piece);
      return namesOf(about.sizes).map(size =>
        known ? product(number(known.value), name(size), ...known.rest) : product(name(size), piece),
      );
    },
  },
  {
    name: 'size as a factor',
    weight: 1.3,
    at: on('product', (s, place) =>
      s.factors.flatMap((f, i) => (isSize(f, place) ? [product(...s.factors.toSpliced(i, 1))] : [])),
    ),
  },
  {
    name: 'size for another one',
    weight: 1.6,
    at: on('name', (s, place) =>
      isSize(s, place)
        ? namesOf(place.about.sizes)
            .filter(size => size !== s.name)
            .map(name)
        : [],
    ),
  },
  {
    name: 'power',
    weight: 1.4,
    at: on('power', s => {
      const exponent = s.entrywise ? null : exponentOf(s);
      if (exponent === null || exponent === 0 || exponent === -1) return [];
      const other = [exponent - Math.sign(exponent), exponent + Math.sign(exponent)];
      return other.map(k => power(s.of, k));
    }),
  },
  {
    name: 'power',
    weight: 1.4,
    at: place =>
      place.piece.kind === 'norm' && place.parent?.kind !== 'power' ? [power(place.piece, 2)] : [],
  },
  {
    name: 'power',
    weight: 1.8,
    at: place => {
      if (place.piece.kind !== 'name' || !place.isScalar() || place.parent?.kind === 'power') return [];
      const sizes = place.about.sizes.flatMap(([d]) => (typeof d === 'number' ? [d] : []));
      return [...new Set([2, ...sizes])].map(k => power(place.piece, k));
    },
  },
  {
    name: 'number',
    weight: 1.7,
    at: place => {
      const value = place.isTerm || place.parent?.kind === 'product' ? numberOf(place.piece) : null;
      if (value?.den !== 1n || Math.abs(toNumber(value)) > 9) return [];
      const others = [value.num + 1n, value.num - 1n];
      return others.filter(n => n !== 0n && n * n !== 1n).map(n => number(rational(n)));
    },
  },
];
