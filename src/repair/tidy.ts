// What an edit made, as people write it: the transpose of x yᵀ is y xᵀ, of 3 X² it is 3 (Xᵀ)², of Xᵀ X it is Xᵀ X; ½ (2 A) is A,
// −(a − b) is b − a.
//   says the same as before, with no more pieces

import { operandsOf, withOperands } from '../latex/operands.ts';
import type { Syntax } from '../latex/syntax.ts';
import {
  bare,
  exponentOf,
  keyOf,
  minus,
  NOWHERE,
  number,
  piecesIn,
  product,
  type Term,
  transposed,
} from './make.ts';
import { LINEAR } from './shared.ts';
import { coefficient } from './slips/terms.ts';

type IsScalar = (s: Syntax) => boolean;

/** Pieces that nobody wrote as they are, tidied from within. */
export const tidied = (s: Syntax, isScalar: IsScalar): Syntax => {
  const operands = operandsOf(s).map(o => tidied(o, isScalar));
  const copy = withOperands(s, operands);
  const piece: Syntax = copy === s ? s : { ...copy, origin: s.origin ?? s };
  if (piece.kind === 'transpose' && piece.span === NOWHERE) return turned(piece.of, isScalar);
  if (piece.kind === 'product' && piece.factors.some(isScaled))
    return product(...piece.factors.map(f => (isScaled(f) ? bare(f) : f)));
  return difference(piece) ?? scaledCall(piece) ?? piece;
};
/** 2 A where something else was written; in the brackets that stood around that, or bare. */
const isScaled = (s: Syntax): boolean => {
  const of = bare(s);
  const isMade = s.kind === 'group' ? s.origin !== undefined : s.span === NOWHERE;
  return isMade && of.kind === 'product' && coefficient(of) !== null;
};
/** −(a − b) → b − a. */
const difference = (s: Syntax): Syntax | null => {
  const only = s.kind === 'sum' && s.terms.length === 1 && s.terms[0]!.negative ? bare(s.terms[0]!.of) : null;
  if (only?.kind !== 'sum' || only.terms.length !== 2) return null;
  const [a, b] = only.terms as [Term, Term];
  return !a.negative && b.negative ? minus(b.of, a.of) : null;
};
/** tr(2 A) → 2 tr(A), where the 2 is new. */
const scaledCall = (s: Syntax): Syntax | null => {
  const before = s.kind === 'call' && s.origin?.kind === 'call' ? s.origin.args[0] : null;
  if (s.kind !== 'call' || !before || !LINEAR.has(s.fn) || coefficient(bare(before))) return null;
  const known = coefficient(bare(s.args[0]!));
  return known && product(number(known.value), { ...s, args: [product(...known.rest)] });
};

const turned = (s: Syntax, isScalar: IsScalar): Syntax => {
  const [inside, whole] = [carriedInside(s, isScalar), transposed(s)];
  return piecesIn(inside) <= piecesIn(whole) ? inside : whole;
};
const carriedInside = (s: Syntax, isScalar: IsScalar): Syntax => {
  const of = bare(s);
  const each = (operands: readonly Syntax[]): Syntax => ({
    ...withOperands(of, operands),
    origin: of.origin ?? of,
  });
  if (isScalar(of)) return of;
  switch (of.kind) {
    case 'transpose':
      return of.of;
    case 'identity':
      return of.size.length < 2 ? of : transposed(of);
    case 'product': {
      const [scalars, others] = [of.factors.filter(isScalar), of.factors.filter(f => !isScalar(f))];
      return product(...scalars, ...others.toReversed().map(f => turned(f, isScalar)));
    }
    case 'sum':
      return { ...of, terms: of.terms.map(t => ({ ...t, of: turned(t.of, isScalar) })), span: NOWHERE };
    case 'power': {
      const base = turned(of.of, isScalar);
      // X⁻ᵀ is one superscript; (Xᵀ X)⁻¹ stays what it is.
      return exponentOf(of) === -1 && keyOf(base) !== keyOf(of.of)
        ? transposed(of)
        : each([base, of.exponent]);
    }
    case 'differential':
      return each([turned(of.of, isScalar)]);
    case 'binary':
      return ['hadamard', 'kronecker'].includes(of.operator)
        ? each([turned(of.left, isScalar), turned(of.right, isScalar)])
        : transposed(of);
    default:
      return transposed(of);
  }
};
