// Inverses, symmetry taken for granted, and the product rule.

import type { Syntax } from '../../latex/syntax.ts';
import { rational } from '../../number/rational.ts';
import {
  bare,
  binary,
  differential,
  exponentOf,
  identity,
  keyOf,
  minus,
  negative,
  number,
  type Of,
  plus,
  power,
  product,
  sizeText,
  transposed,
} from '../make.ts';
import type { Place } from '../places.ts';
import { on, type Slip } from './row.ts';

export const isInverse = (s: Syntax): s is Of<'power'> =>
  s.kind === 'power' && !s.entrywise && exponentOf(s) === -1;

const added = (place: Place): readonly Syntax[] => {
  const { piece, parent } = place;
  const stands = piece.kind === 'name' || piece.kind === 'sum' || piece.kind === 'transpose';
  const inside = parent?.kind === 'power' || parent?.kind === 'transpose' || parent?.kind === 'call';
  return stands && !inside && parent !== null && place.isSquare() ? [power(piece, -1)] : [];
};

const symmetrized = (place: Place): readonly Syntax[] => {
  const { piece, parent } = place;
  if (!place.isSquare()) return [];
  const isLetter = piece.kind === 'name';
  const inSum = parent?.kind === 'sum' || parent?.kind === 'transpose' || parent?.kind === 'power';
  const size = sizeText(place.shape()!.rows);
  return [
    ...((isLetter && !inSum) || (parent === null && piece.kind !== 'sum')
      ? [plus(piece, transposed(piece)), product(number(rational(1, 2)), plus(piece, transposed(piece)))]
      : []),
    ...(parent === null && size
      ? [minus(plus(piece, transposed(piece)), binary('hadamard', identity(size), piece))]
      : []),
  ];
};

/** P + Pᵀ → P, 2 P; ½ (P + Pᵀ) → P. */
const unsymmetrized = ({ piece }: Place): readonly Syntax[] => {
  const half = piece.kind === 'product' && piece.factors.length === 2 ? bare(piece.factors[1]!) : null;
  const of = half ?? piece;
  if (of.kind !== 'sum' || of.terms.length !== 2 || of.terms.some(t => t.negative)) return [];
  const [a, b] = of.terms as [Of<'sum'>['terms'][number], Of<'sum'>['terms'][number]];
  if (keyOf(transposed(a.of)) !== keyOf(b.of) && keyOf(transposed(b.of)) !== keyOf(a.of)) return [];
  return [a.of, ...(half ? [] : [product(number(2), a.of)])];
};

/** X⁻² Y → X⁻¹ Y X⁻¹. */
const sandwiched = on('product', ({ factors }) =>
  factors.flatMap((f, i) => {
    const of = bare(f);
    if (of.kind !== 'power' || exponentOf(of) !== -2) return [];
    const x = power(of.of, -1);
    const [before, after] = [factors.slice(0, i), factors.slice(i + 1)];
    return [
      ...(after.length ? [product(...before, x, after[0]!, x, ...after.slice(1))] : []),
      ...(before.length ? [product(...before.slice(0, -1), x, before.at(-1)!, x, ...after)] : []),
    ];
  }),
);

/** Terms of the Leibniz rule for d of a piece: in each, one factor is behind the d. */
const leibniz = (s: Syntax): Syntax[] => {
  switch (s.kind) {
    case 'group':
      return leibniz(s.of);
    case 'name':
      return [differential(s)];
    case 'product':
      return s.factors.flatMap((f, i) => leibniz(f).map(d => product(...s.factors.with(i, d))));
    case 'binary':
      return [
        ...leibniz(s.left).map(d => binary(s.operator, d, s.right)),
        ...leibniz(s.right).map(d => binary(s.operator, s.left, d)),
      ];
    case 'transpose':
      return leibniz(s.of).map(transposed);
    case 'sum':
      return s.terms.flatMap(t => leibniz(t.of).map(d => (t.negative ? negative(d) : d)));
    case 'power': {
      const k = s.entrywise ? null : exponentOf(s);
      if (k === -1) return leibniz(s.of).map(d => negative(product(s, d, s)));
      if (k === null || k < 2 || k > 4) return [];
      const x = (n: number): Syntax[] => (n === 0 ? [] : [power(s.of, n)]);
      return leibniz(s.of).flatMap(d =>
        Array.from({ length: k }, (_, i) => product(...x(i), d, ...x(k - 1 - i))),
      );
    }
    default:
      return [];
  }
};
const MOST_TERMS = 8;
const withMissingTerm = ({ piece, parent, about }: Place): readonly Syntax[] => {
  const other = bare(about.other);
  if (parent !== null || other.kind !== 'differential') return [];
  return leibniz(other.of)
    .slice(0, MOST_TERMS)
    .map(term => plus(piece, term));
};

export const CALCULUS: readonly Slip[] = [
  { name: 'inverse', weight: 1.2, at: place => (isInverse(place.piece) ? [place.piece.of] : []) },
  { name: 'inverse', weight: 1.5, at: added },
  {
    name: 'inverse for pseudoinverse',
    weight: 1.6,
    at: on('pseudoInverse', (s, place) =>
      place.isSquare(s.of) ? [power(s.of, -1), transposed(s.of)] : [transposed(s.of)],
    ),
  },
  { name: 'symmetry taken for granted', weight: 1.2, at: symmetrized },
  { name: 'symmetry of what has none', weight: 1, at: unsymmetrized },
  { name: 'inverse on one side only', weight: 1.1, at: sandwiched },
  { name: 'term of the product rule', weight: 1.1, at: withMissingTerm },
  {
    name: 'outer product of softmax',
    weight: 1.4,
    at: on('call', (s, place) => {
      const [of] = s.args;
      const stands = (s.fn === 'diag' || s.fn === 'Diag') && of && place.isColumn(of);
      return stands ? [minus(s, product(of, transposed(of)))] : [];
    }),
  },
  {
    name: 'derivative of the function',
    weight: 1.4,
    at: on('call', s => {
      const known = s.primes > 0 || /^\p{L}$/u.test(s.fn);
      if (!known) return [];
      return [...(s.primes > 0 ? [{ ...s, primes: s.primes - 1 }] : []), { ...s, primes: s.primes + 1 }];
    }),
  },
];
