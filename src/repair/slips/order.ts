// Transposes, the order of factors, and the kind of product.

import { operandsOf } from '../../latex/operands.ts';
import type { Syntax } from '../../latex/syntax.ts';
import { bare, binary, type Of, product, replaced, transposed } from '../make.ts';
import type { Place } from '../places.ts';
import { on, type Slip } from './row.ts';

/** Pairs of neighbours that are no scalars. */
const neighbours = (factors: readonly Syntax[], place: Place): number[] =>
  [...factors.keys()].filter(
    i => i + 1 < factors.length && !place.isScalar(factors[i]!) && !place.isScalar(factors[i + 1]!),
  );

const UNTURNED: readonly Syntax['kind'][] = ['identity', 'number', 'subscript'];
const transposes = (place: Place): readonly Syntax[] => {
  const { piece, parent } = place;
  if (place.isScalar() || parent?.kind === 'transpose' || UNTURNED.includes(piece.kind)) return [];
  return [transposed(piece)];
};

const hadamards = on('product', ({ factors }, place) => {
  const scalars = factors.filter(f => place.isScalar(f));
  const whole = factors.filter(f => !place.isScalar(f));
  const whenAlike = (left: Syntax, right: Syntax): Syntax[] =>
    place.alike(left, right) ? [binary('hadamard', left, right)] : [];
  const split = [...whole.keys()]
    .slice(1)
    .flatMap(i => whenAlike(product(...whole.slice(0, i)), product(...whole.slice(i))))
    .map(of => product(...scalars, of));
  const pairs = neighbours(factors, place).flatMap(i =>
    whenAlike(factors[i]!, factors[i + 1]!).map(of =>
      product(...factors.slice(0, i), of, ...factors.slice(i + 2)),
    ),
  );
  return whole.length > 2 ? [...split, ...pairs] : split;
});

/** A side with two of its letters in each other's place. */
const exchanged = ({ piece, parent }: Place): readonly Syntax[] => {
  if (parent !== null) return [];
  const letters = lettersIn(piece);
  return letters.flatMap((a, i) =>
    letters.slice(i + 1).map(b =>
      replaced(piece, s => {
        if (s.kind !== 'name') return null;
        return s.name === a.name ? b : s.name === b.name ? a : null;
      }),
    ),
  );
};
const lettersIn = (s: Syntax): Of<'name'>[] => {
  const found = new Map<string, Of<'name'>>();
  const visit = (of: Syntax): void => {
    if (of.kind === 'name') found.set(of.name, of);
    if (of.kind !== 'identity' && of.kind !== 'constant' && of.kind !== 'subscript')
      for (const o of operandsOf(of)) visit(o);
  };
  visit(s);
  return [...found.values()];
};

export const ORDER: readonly Slip[] = [
  { name: 'transpose', weight: 1, at: transposes },
  {
    name: 'factors swapped',
    weight: 1,
    at: on('product', ({ factors }, place) =>
      neighbours(factors, place).map(i =>
        product(...factors.with(i, factors[i + 1]!).with(i + 1, factors[i]!)),
      ),
    ),
  },
  {
    name: 'factors swapped',
    weight: 1,
    at: on('binary', s =>
      s.operator === 'kronecker' || s.operator === 'khatriRao' ? [binary(s.operator, s.right, s.left)] : [],
    ),
  },
  {
    name: 'factors reversed',
    weight: 1.4,
    at: on('product', ({ factors }, place) => {
      const whole = factors.filter(f => !place.isScalar(f));
      if (whole.length < 3) return [];
      const others = factors.filter(f => place.isScalar(f));
      return [
        product(...others, ...whole.toReversed()),
        product(...others, whole.at(-1)!, ...whole.slice(0, -1)),
        product(...others, ...whole.slice(1), whole[0]!),
      ];
    }),
  },
  {
    name: 'product for ⊙',
    weight: 1,
    at: on('binary', s => (s.operator === 'hadamard' ? [product(s.left, s.right)] : [])),
  },
  { name: '⊙ for product', weight: 1, at: hadamards },
  {
    name: '⊗ for ⊙',
    weight: 2,
    at: on('binary', s =>
      s.operator === 'hadamard'
        ? [binary('kronecker', s.left, s.right)]
        : s.operator === 'kronecker' || s.operator === 'khatriRao'
          ? [binary('hadamard', s.left, s.right)]
          : [],
    ),
  },
  {
    name: '⊗ for a product',
    weight: 1.8,
    at: on('product', ({ factors: [a, b, other] }, place) =>
      a && b && !other && !place.isScalar(a) && !place.isScalar(b) ? [binary('kronecker', a, b)] : [],
    ),
  },
  {
    name: 'product for ⊗',
    weight: 1.2,
    at: on('binary', s => (s.operator === 'kronecker' ? [product(s.left, s.right)] : [])),
  },
  { name: 'letters exchanged', weight: 1.2, at: exchanged },
  {
    name: 'every letter transposed',
    weight: 1.6,
    at: place =>
      place.parent === null && bare(place.piece).kind === 'product' && !place.isScalar()
        ? [withEvery(place.piece, place)]
        : [],
  },
];

/** Every factor of a product that is no scalar, transposed in its place. */
const withEvery = (s: Syntax, place: Place): Syntax =>
  s.kind === 'product' ? product(...s.factors.map(f => (place.isScalar(f) ? f : transposed(f)))) : s;
