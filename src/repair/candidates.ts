// Sides that are one edit away from what was written, then two, nearest first.
//   the order: what people do most, on the right side before the left one, shorter before longer

import type { Syntax } from '../latex/syntax.ts';
import { type Edit, editsOf, REPAIRS, SLIPS } from './edits.ts';
import { keyOf, piecesIn } from './make.ts';
import type { About } from './places.ts';
import type { Fronts } from './shared.ts';
import { UNDONE } from './slips/undone.ts';

export interface Candidate {
  readonly which: 'left' | 'right';
  readonly side: Syntax;
  readonly edits: readonly Edit[];
  readonly distance: number;
}

/** What is asked of a claim to rank its candidates. */
export interface Asked extends About {
  readonly fronts: Fronts;
  /** The left side is the right one of a line before that holds. */
  readonly isHeld: boolean;
}

/** An edit of the left side changes what was asked … */
const LEFT = 0.4;
/** … or a line before that holds. */
const LEFT_OF_CHAIN = 1;
/** For each piece more, or less. */
const LONGER = 0.02;
/** Something that could be cancelled stands in front of both sides. */
const SHARED = 0.6;
/** What two slips at a time are made of. */
const FREQUENT = SLIPS.filter(s => s.weight <= 1.2);
/** What is to be differentiated is mended by these only: a line without one has its derived answer. */
export const IN_QUESTIONS = [...SLIPS.filter(s => !s.loses), ...UNDONE];

const candidate = (
  which: Candidate['which'],
  before: number,
  edits: readonly Edit[],
  { other, fronts, isHeld }: Asked,
): Candidate => {
  const { side } = edits.at(-1)!;
  const distance =
    edits.reduce((sum, e) => sum + e.weight, 0) +
    LONGER * (piecesIn(side) - before) +
    (which === 'right' ? 0 : isHeld ? LEFT_OF_CHAIN : LEFT) +
    (fronts.shared(side, other) ? SHARED : 0);
  return { which, side, edits, distance };
};
export const withOneEdit = (
  which: Candidate['which'],
  side: Syntax,
  about: Asked,
  slips = REPAIRS,
): Candidate[] => {
  const before = piecesIn(side);
  return editsOf(side, about, slips).map(e => candidate(which, before, [e], about));
};

/** At most so many pairs, of the most frequent slips first. */
export const withTwoEdits = (
  which: Candidate['which'],
  side: Syntax,
  about: Asked,
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
      if (!near.has(key) && !found.has(key)) found.set(key, candidate(which, before, [one, other], about));
    }
  }
  return [...found.values()];
};
