// A term that is missing: what the line has elsewhere. For repairs only, like the factors.

import { pieces } from '../../latex/operands.ts';
import type { Syntax } from '../../latex/syntax.ts';
import { bare, keyOf, type Of, sum, type Term } from '../make.ts';
import type { Place } from '../places.ts';
import type { Slip } from './row.ts';

const sumsIn = (...sides: readonly Syntax[]): Of<'sum'>[] =>
  sides.flatMap(side => pieces(side).filter(p => p.kind === 'sum' && p.terms.length > 1)) as Of<'sum'>[];

const signed = (t: Term): string => `${t.negative ? '−' : ''}${keyOf(t.of)}`;
const termsIn = (s: Syntax): readonly Term[] => (s.kind === 'sum' ? s.terms : [{ negative: false, of: s }]);

/** A → A + B, where the line has the sum elsewhere. */
const summed = ({ piece, parent, side, about }: Place): readonly Syntax[] => {
  if (parent?.kind === 'sum') return [];
  const own = termsIn(piece).map(signed);
  return sumsIn(side, about.other).filter(({ terms }) => {
    const all = new Set(terms.map(signed));
    return terms.length === own.length + 1 && own.every(t => all.has(t));
  });
};

/** Terms of the line, and letters of the other side. */
const termsOf = ({ side, about }: Place): Term[] => {
  const sums = sumsIn(about.other, side).flatMap(s => s.terms.map(t => t.of));
  const letters = pieces(about.other).filter(s => s.kind === 'name');
  const found = new Map([...letters, ...sums].map(of => [keyOf(of), bare(of)]));
  return [...found.values()].map(of => ({ negative: false, of }));
};
const STANDS: readonly Syntax['kind'][] = ['name', 'sum', 'power', 'product', 'transpose', 'binary'];
const more = (place: Place): readonly Syntax[] => {
  const { piece, parent } = place;
  if (parent?.kind === 'sum' || !STANDS.includes(piece.kind)) return [];
  const terms = termsIn(piece);
  const has = new Set(terms.map(t => keyOf(t.of)));
  return termsOf(place)
    .filter(t => !has.has(keyOf(t.of)) && place.alike(piece, t.of))
    .flatMap(t => [sum(...terms, t), sum(...terms, { ...t, negative: true })]);
};

export const REPEATED: Slip = { name: 'term dropped', weight: 1.5, at: summed };
export const MISSING: readonly Slip[] = [REPEATED, { name: 'term dropped', weight: 1.7, at: more }];
