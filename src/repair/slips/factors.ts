// A factor that is missing, one too many, or a sum in the place of a product. For repairs only: made of a true line, almost all are false.

import { operandsOf } from '../../latex/operands.ts';
import type { Syntax } from '../../latex/syntax.ts';
import { bare, differential, keyOf, product, transposed } from '../make.ts';
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

export const FACTORS: readonly Slip[] = [
  {
    name: 'sum for a product',
    weight: 1.9,
    at: on('sum', ({ terms: [a, b, other] }, place) =>
      a && b && !other && !a.negative && !b.negative && place.isSquare() ? [product(a.of, b.of)] : [],
    ),
  },
  { name: 'missing factor', weight: 1.5, at: missing },
  {
    name: 'one factor too many',
    weight: 1.5,
    at: on('product', ({ factors }, place) =>
      factors.flatMap((f, i) => (place.isScalar(f) ? [] : [product(...factors.toSpliced(i, 1))])),
    ),
  },
];
