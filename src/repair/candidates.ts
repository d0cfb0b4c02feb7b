// Sides that are one edit away from what was written, then two, nearest first.
//   the order: what people do most, on the right side before the left one, shorter before longer

import { operandsOf } from '../latex/operands.ts';
import type { Syntax } from '../latex/syntax.ts';
import { type Edit, editsOf, REPAIRS, SLIPS } from './edits.ts';
import { keyOf } from './make.ts';
import type { About } from './places.ts';

export interface Candidate {
  readonly which: 'left' | 'right';
  readonly side: Syntax;
  readonly edits: readonly Edit[];
  readonly distance: number;
}

/** An edit of the left side changes what was asked. */
const LEFT = 0.4;
/** For each piece more, or less. */
const LONGER = 0.02;
/** What two slips at a time are made of. */
const FREQUENT = SLIPS.filter(s => s.weight <= 1.2);

export const piecesIn = (s: Syntax): number =>
  operandsOf(s).reduce((sum, o) => sum + piecesIn(o), s.kind === 'group' ? 0 : 1);

const candidate = (which: Candidate['which'], before: number, edits: readonly Edit[]): Candidate => {
  const { side } = edits.at(-1)!;
  const longer = piecesIn(side) - before;
  const weights = edits.reduce((sum, e) => sum + e.weight, 0);
  return { which, side, edits, distance: weights + LONGER * longer + (which === 'left' ? LEFT : 0) };
};
export const withOneEdit = (which: Candidate['which'], side: Syntax, about: About): Candidate[] => {
  const before = piecesIn(side);
  return editsOf(side, about, REPAIRS).map(e => candidate(which, before, [e]));
};

/** At most so many pairs, of the most frequent slips first. */
export const withTwoEdits = (
  which: Candidate['which'],
  side: Syntax,
  about: About,
  most: number,
): Candidate[] => {
  const before = piecesIn(side);
  const found = new Map<string, Candidate>();
  const first = editsOf(side, about, FREQUENT);
  const near = new Set([keyOf(side), ...first.map(e => keyOf(e.side))]);
  for (const one of first.sort((a, b) => a.weight - b.weight)) {
    if (found.size >= most) break;
    for (const other of editsOf(one.side, about, FREQUENT)) {
      const key = keyOf(other.side);
      if (!near.has(key) && !found.has(key)) found.set(key, candidate(which, before, [one, other]));
    }
  }
  return [...found.values()];
};
