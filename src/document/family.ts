// Families: "x_i ∈ ℝⁿ" and "vectors x_i of length n" speak of every x_i, and so of the letter x.

import type { Letter } from './labels.ts';
import type { Phrase } from './phrase.ts';

/** The x of an x_i that is said to be a vector of a given size. */
export const familyOf = (l: Letter, { size, kind }: Omit<Phrase, 'end'>): Letter | null => {
  const vectors =
    size?.rows && !size.cols?.length && size.rows.length > 0 && kind !== 'matrix' && kind !== 'row';
  const [, base] = /^(\p{Ll})_\p{L}$/u.exec(l.name) ?? [];
  return vectors && base
    ? { ...l, name: base, latex: l.latex.replace(/_[\s\S]*$/, ''), indexed: false }
    : null;
};
