// Derivatives by a variable with structure: a statement is judged in each convention, and holds if it does in one of them.
//   a document's convention is the one in which most of its claims about such derivatives hold; ties in the order of CONVENTIONS
//   a claim that holds only in another one holds, and it is told that the document mixes them
//   refuted: an exact instance on which both sides differ whatever the convention

import { CONVENTIONS, type Convention } from '../expression/convention.ts';
import type { Judged, Verdict } from './verdict.ts';

/** A verdict for each convention in which a claim holds, the first one speaking for it. */
export type ByConvention = readonly { readonly convention: Convention; readonly verdict: Verdict }[];

/** The convention of a document; null where none of its claims asks for one. */
export const conventionOf = (claims: readonly ByConvention[]): Convention | null => {
  const score = (c: Convention): number => claims.filter(found => found.some(f => f.convention === c)).length;
  const best = CONVENTIONS.reduce((a, b) => (score(b) > score(a) ? b : a));
  return score(best) ? best : null;
};

/** Each claim with its verdict in the document's convention, or in its own, with what is to be said of the mixture. */
export const settled = (
  claims: readonly { readonly judged: Judged; readonly found: ByConvention }[],
): { readonly convention: Convention | null; readonly claims: readonly Judged[] } => {
  const convention = conventionOf(claims.map(c => c.found));
  const isTogether = (found: ByConvention): boolean => found.some(f => f.convention === convention);
  const others = claims.filter(c => c.found.length && isTogether(c.found)).map(c => c.judged.claim.line);
  const lines = [...new Set(others)];
  return {
    convention,
    claims: claims.map(({ judged: { claim, verdict }, found }) => {
      const together = found.find(f => f.convention === convention);
      if (together) {
        const { layout, notes } = verdict;
        return { claim, verdict: { ...together.verdict, layout, notes } };
      }
      if (!found.length) return { claim, verdict };
      const where = `line${lines.length > 1 ? 's' : ''} ${lines.join(', ')}`;
      const held = found.map(f => f.convention).join(' and ');
      const note = `holds in the ${held} convention, ${where} in the ${convention} one: the text mixes them`;
      return { claim, verdict: { ...verdict, notes: [...verdict.notes, note] } };
    }),
  };
};
