// Sides that are one edit away from what was written, then two, nearest first.
//   the order: what people do most, what is spared before what is added, the right side before the left one, and last what nobody writes

import type { Syntax } from '../latex/syntax.ts';
import { type Edit, editsOf, REPAIRS, SLIPS } from './edits.ts';
import { keyOf, piecesIn } from './make.ts';
import { oddIn } from './odd.ts';
import type { About } from './places.ts';
import type { Fronts } from './shared.ts';
import { REPEATED } from './slips/missing.ts';
import { NORMS } from './slips/norms.ts';
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
const LEFT = 0.25;
/** … or a line before that holds. */
const LEFT_OF_CHAIN = 1;
/** For each piece more, and for each piece less: a stray factor is found on the side that can do without it, but no term is lost on the left for it. */
const MORE = 0.02;
const LESS = 0.3;
/** For each thing that nobody writes: in front of both sides, unless a chain holds one of them, or on the one that is edited. */
const ODD = 0.6;
/** What two slips at a time are made of. */
const FREQUENT = SLIPS.filter(s => s.weight <= 1.2);
/** What is to be differentiated is mended by these only: a line without one has its derived answer. */
export const IN_QUESTIONS = [...SLIPS.filter(s => !s.loses), ...UNDONE, ...NORMS, REPEATED];

const candidate = (
  which: Candidate['which'],
  before: Syntax,
  edits: readonly Edit[],
  { other, fronts, isHeld }: Asked,
): Candidate => {
  const { side } = edits.at(-1)!;
  const longer = piecesIn(side) - piecesIn(before);
  const odd = oddIn(side) - oddIn(before) + (!isHeld && fronts.shared(side, other) ? 1 : 0);
  const spares = longer < 0 && (which === 'right' || !(isHeld || edits.some(e => e.loses)));
  const distance =
    edits.reduce((sum, e) => sum + e.weight, 0) +
    longer * (spares ? LESS : MORE) +
    (which === 'right' ? 0 : isHeld ? LEFT_OF_CHAIN : LEFT) +
    ODD * odd;
  return { which, side, edits, distance };
};
export const withOneEdit = (
  which: Candidate['which'],
  side: Syntax,
  about: Asked,
  slips = REPAIRS,
): Candidate[] => editsOf(side, about, slips).map(e => candidate(which, side, [e], about));

/** At most so many pairs, of the most frequent slips first. */
export const withTwoEdits = (
  which: Candidate['which'],
  side: Syntax,
  about: Asked,
  most: number,
): Candidate[] => {
  const found = new Map<string, Candidate>();
  const first = editsOf(side, about, FREQUENT);
  const near = new Set([keyOf(side), ...first.map(e => keyOf(e.side))]);
  for (const one of first.sort((a, b) => a.weight - b.weight)) {
    if (found.size >= most) break;
    for (const other of editsOf(one.side, about, FREQUENT)) {
      const key = keyOf(other.side);
      if (!near.has(key) && !found.has(key)) found.set(key, candidate(which, side, [one, other], about));
    }
  }
  return [...found.values()];
};
