// Layout: one convention per document, found, not assumed. Scalar functions and the others find theirs apart.
//   the convention under which most derivative claims hold; ties: gradient for scalar functions, numerator for the others

import type { Reading } from '../elaborate/claim.ts';
import type { Layout } from '../expression/expression.ts';

export type Kind = 'scalar' | 'other';

/** Layouts in the order in which ties are broken. */
const PREFERENCE: Readonly<Record<Kind, readonly Layout[]>> = {
  scalar: ['gradient', 'numerator', 'denominator'],
  other: ['numerator', 'denominator', 'gradient'],
};

/** The reading of a claim under a convention: a vector's gradient is its denominator layout, a function without gradient has numerator layout. */
export const under = <R extends Pick<Reading, 'layout' | 'kind'>>(
  readings: readonly R[],
  layout: Layout,
): R => {
  const find = (l: Layout): R | undefined => readings.find(r => r.layout === l);
  const [first] = readings;
  const fallback = first?.kind === 'scalar' ? 'gradient' : 'numerator';
  return find(layout) ?? find(fallback) ?? first!;
};

/** The convention of one kind, from every claim's readings and whether each holds; null without such claims. */
export const convention = (
  kind: Kind,
  claims: readonly (readonly (Pick<Reading, 'layout' | 'kind'> & { readonly holds: boolean })[])[],
): Layout | null => {
  const own = claims.filter(readings => readings[0]?.kind === kind);
  if (own.length === 0) return null;
  const score = (l: Layout): number => own.filter(readings => under(readings, l).holds).length;
  const present = PREFERENCE[kind].filter(l => own.some(readings => readings.some(r => r.layout === l)));
  return present.reduce<Layout | null>(
    (best, l) => (best === null || score(l) > score(best) ? l : best),
    null,
  );
};
