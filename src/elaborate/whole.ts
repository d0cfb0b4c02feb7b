// Letters that stand for whole numbers: the k of Xᵏ. A claim with one is read at a few values, at which it must hold.
//   a size of the document in an exponent, det(cA) = cⁿ det A, has its values in the shapes, too; an index of the same claim is none

import type { Document } from '../document/document.ts';
import { pieces } from '../latex/operands.ts';
import type { Syntax } from '../latex/syntax.ts';
import { add, divide, multiply, negate, type Rational, rational } from '../number/rational.ts';
import type { Scope } from './scope.ts';
import { inner } from './walk.ts';

export type Wholes = ReadonlyMap<string, bigint>;

/** Letters in exponents of which nothing else is said. */
export const wholeNumbersOf = (
  document: Document,
  scope: Scope,
  dimensions: ReadonlySet<string>,
): ReadonlySet<string> => {
  const found = new Set<string>();
  for (const p of document.passages.filter(q => q.chain.relations.length > 0))
    for (const item of p.chain.items)
      for (const name of exponentsIn([item])) {
        const letter = scope.find(name, 'plain');
        const isOwn = letter?.definition || (letter?.declaration && letter.declaration.kind !== 'scalar');
        if (/^\p{Ll}$/u.test(name) && !dimensions.has(name) && !isOwn) found.add(name);
      }
  return found;
};

/** Names in the exponents of what is written; several letters together, as in the i of i^{th}, are a word. */
export const exponentsIn = (written: readonly Syntax[]): Set<string> => {
  const names = new Set<string>();
  for (const s of written)
    for (const piece of pieces(s)) {
      if (piece.kind !== 'power' || pieces(piece.exponent).some(isWord)) continue;
      for (const part of pieces(piece.exponent)) if (part.kind === 'name') names.add(part.name);
    }
  return names;
};

const isWord = (s: Syntax): boolean =>
  s.kind === 'product' && s.factors.filter(f => inner(f).kind === 'name').length > 1;

/** Names that are indices in what is written. */
export const indicesIn = (written: readonly Syntax[]): Set<string> => {
  const names = new Set<string>();
  for (const s of written)
    for (const piece of pieces(s)) {
      if (piece.kind === 'summation') for (const i of piece.indices) names.add(i);
      if (piece.kind !== 'subscript') continue;
      for (const i of piece.subscripts)
        for (const part of pieces(i)) if (part.kind === 'name') names.add(part.name);
    }
  return names;
};

/** The value of numbers and whole-number letters, put together by + − · /; null for anything else. */
export const wholeValue = (s: Syntax, wholes: Wholes): Rational | null => {
  const of = inner(s);
  switch (of.kind) {
    case 'number':
      return of.value;
    case 'name': {
      const value = wholes.get(of.name);
      return value === undefined ? null : rational(value);
    }
    case 'sum':
      return of.terms.reduce<Rational | null>((sum, t) => {
        const value = wholeValue(t.of, wholes);
        return sum && value && add(sum, t.negative ? negate(value) : value);
      }, rational(0n));
    case 'product':
      return of.factors.reduce<Rational | null>((product, f) => {
        const value = wholeValue(f, wholes);
        return product && value && multiply(product, value);
      }, rational(1n));
    case 'quotient': {
      const [over, under] = [wholeValue(of.over, wholes), wholeValue(of.under, wholes)];
      return over && under && under.num !== 0n ? divide(over, under) : null;
    }
    default:
      return null;
  }
};

/** What such a letter may mean beyond a power of any order. */
export const wholeDoubts = (sides: readonly Syntax[], text: string): string[] => {
  const iterates = sides
    .map(inner)
    .some(s => s.kind === 'power' && inner(s.of).kind === 'name' && isStep(s.exponent));
  return [
    ...(/\b(?:odd|even)\b|\b[a-z]\s*(?:\\geq?\b|≥|>)/.test(text)
      ? ['an exponent may stand for some numbers only, and is read as any']
      : []),
    ...(iterates
      ? ['an upper letter may number the steps of an iteration: write it as a label, X^{(k)}']
      : []),
  ];
};
/** k, k + 1, k − 1. */
const isStep = (exponent: Syntax): boolean => {
  const of = inner(exponent);
  const terms = of.kind === 'sum' ? of.terms.map(t => inner(t.of)) : [of];
  return (
    terms.filter(t => t.kind === 'name').length === 1 &&
    terms.every(t => t.kind === 'name' || t.kind === 'number')
  );
};
