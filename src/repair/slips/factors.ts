// A factor that is missing, one too many, or a sum in the place of a product. For repairs only: made of a true line, almost all are false.

import { operandsOf } from '../../latex/operands.ts';
import type { Syntax } from '../../latex/syntax.ts';
import { bare, differential, keyOf, ones, product, sizeText, transposed } from '../make.ts';
import type { Place } from '../places.ts';
import { on, type Slip } from './row.ts';

const CLOSED: readonly Syntax['kind'][] = ['identity', 'constant', 'subscript', 'differential'];

/** Vectors and matrices of the other side, as they stand there, bare, and transposed: X⁻¹, X, Xᵀ; dX in a differential. */
const factorsOf = ({ about }: Place): Syntax[] => {
  const found = new Map<string, Syntax>();
  const isDifferential = bare(about.other).kind === 'differential';
  const visit = (s: Syntax): void => {
    const of = bare(s);
    const letter = of.kind === 'transpose' || of.kind === 'power' ? bare(of.of) : of;
    if (letter.kind !== 'name') {
      if (!CLOSED.includes(of.kind) || of === bare(about.other)) for (const o of operandsOf(of)) visit(o);
      return;
    }
    const shape = about.expression(letter)?.shape;
    if (!shape || shape.rows.length + shape.cols.length === 0) return;
    const forms = [of, letter, transposed(letter), ...(isDifferential ? [differential(letter)] : [])];
    for (const form of forms) found.set(keyOf(form), form);
  };
  visit(about.other);
  return [...found.values()];
};

const STANDS: readonly Syntax['kind'][] = [
  'name',
  'product',
  'transpose',
  'power',
  'sum',
  'differential',
  'call',
];
const missing = (place: Place): readonly Syntax[] => {
  const { piece, parent } = place;
  const isTerm = place.isTerm && parent?.kind !== 'quotient';
  if (!isTerm || !STANDS.includes(piece.kind) || (piece.kind === 'sum' && parent === null)) return [];
  const factors = piece.kind === 'product' ? piece.factors : [piece];
  return factorsOf(place).flatMap(f =>
    Array.from({ length: factors.length + 1 }, (_, i) => product(...factors.toSpliced(i, 0, f))),
  );
};

/** 1ᵀ M 1 for a scalar's other side. */
const summed = ({ piece, parent, about }: Place): readonly Syntax[] => {
  const [own, other] = [piece, about.other].map(s => about.expression(s)?.shape);
  if (parent !== null || !own || !other || other.rows.length + other.cols.length > 0) return [];
  const [rows, cols] = [sizeText(own.rows), sizeText(own.cols)];
  if (!rows || !cols || own.rows.length + own.cols.length === 0) return [];
  const before = own.rows.length ? [transposed(ones(rows))] : [];
  return [product(...before, piece, ...(own.cols.length ? [ones(cols)] : []))];
};

export const FACTORS: readonly Slip[] = [
  {
    name: 'sum for a product',
    weight: 1.9,
    at: on('sum', ({ terms: [a, b, other] }, place) =>
      a && b && !other && !a.negative && !b.negative && (place.isSquare() || place.isScalar())
        ? [product(a.of, b.of)]
        : [],
    ),
  },
  { name: 'missing factor', weight: 1.5, at: missing },
  { name: 'sum over the entries', weight: 1.3, at: summed },
  {
    name: 'one factor too many',
    weight: 1.5,
    loses: true,
    at: on('product', ({ factors }, place) =>
      factors.flatMap((f, i) => (place.isScalar(f) ? [] : [product(...factors.toSpliced(i, 1))])),
    ),
  },
];
