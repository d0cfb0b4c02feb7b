// Repair: a false line → the nearest true one. Candidates are made by edits, thinned out at random points, and the first that is
// proved, or verified in exact arithmetic, is offered in the author's own notation; where exp, log or a root stands in the way of both,
// the first that samples support.
//   what is offered is true as far as its verdict says · null says nothing: the true line may be further away
//   the same stream gives the same repair on every machine: work is counted, not timed

import type { Written } from '../elaborate/written.ts';
import { children, type Expression } from '../expression/expression.ts';
import type { Span, Syntax } from '../latex/syntax.ts';
import type { Random } from '../number/random.ts';
import { type Candidate, IN_QUESTIONS, withOneEdit, withTwoEdits } from './candidates.ts';
import { REPAIRS } from './edits.ts';
import { keyOf, piecesIn } from './make.ts';
import { agree } from './points.ts';
import { supported } from './samples.ts';
import { Author } from './text.ts';
import { tidied } from './tidy.ts';
import { type Truth, verdictOn } from './verdict.ts';
import { type View, viewsOf } from './view.ts';

export { conditionsOf } from './conditions.ts';

export interface Repaired {
  /** The whole line: "vec(AXB) = (Bᵀ ⊗ A) vec(X)". */
  readonly text: string;
  /** Supported by samples only where nothing was proved or verified. */
  readonly verdict: Truth['name'] | 'supported';
  /** What was replaced by what, in the order of the edits. */
  readonly edits: readonly { readonly slip: string; readonly from: string; readonly to: string }[];
  /** The side that is edited: where it stands, and its new text. */
  readonly side: 'left' | 'right';
  readonly span: Span;
  readonly replacement: string;
  /** Both sides, repaired. */
  readonly left: Syntax;
  readonly right: Syntax;
}

/** How much is read and evaluated for one line, in pieces of syntax: at all, for pairs of edits, and in floating point. */
const WORK = 14_000;
const WORK_ON_PAIRS = 5000;
const WORK_ON_SAMPLES = 700;
/** Of pairs, what the right side has before the left one. */
const FOR_RIGHT = 0.8;
/** So many candidates that hold at the random points are given to the judges. */
const MOST_JUDGED = 12;

export interface RepairOptions {
  /** The left side is the right one of a line before that holds. */
  readonly isHeld?: boolean;
}
export const repair = (
  written: Written,
  random: Random,
  { isHeld = false }: RepairOptions = {},
): Repaired | null => {
  const { left, right } = written;
  const views = viewsOf(written, random);
  const about = { left: views.left.about(right, isHeld), right: views.right.about(left, isHeld) };
  const pieces = piecesIn(left) + piecesIn(right);
  const offered = (candidate: Candidate, verdict: Repaired['verdict']): Repaired =>
    repaired(tidy(candidate, views[candidate.which], random), verdict, written);
  const found = (candidates: readonly Candidate[]): Repaired | null => {
    const first = nearest(candidates, views, random);
    return first && offered(first.candidate, first.verdict);
  };
  const asked = written.expression(left);
  const isAsked = asked !== null && asks(asked);
  const one = byDistance([
    ...withOneEdit('right', right, about.right),
    ...withOneEdit('left', left, about.left, isAsked ? IN_QUESTIONS : REPAIRS),
  ]).slice(0, WORK / pieces);
  const atOnce = found(one);
  if (atOnce) return atOnce;
  const most = Math.min(WORK - one.length * pieces, WORK_ON_PAIRS) / pieces;
  const ofRight = byDistance(withTwoEdits('right', right, about.right, FOR_RIGHT * most));
  const ofLeft = (): Candidate[] =>
    isAsked ? [] : byDistance(withTwoEdits('left', left, about.left, most - ofRight.length));
  const sampled = (): Repaired | null => {
    const first = supported(one.slice(0, WORK_ON_SAMPLES / pieces), views, random);
    return first && repaired(first, 'supported', written);
  };
  return found(ofRight) ?? found(ofLeft()) ?? sampled();
};
const byDistance = (all: Candidate[]): Candidate[] => all.sort((a, b) => a.distance - b.distance);
/** Something is to be differentiated: dX alone is a letter. */
const asks = (e: Expression): boolean =>
  e.op === 'derivative' || (e.op === 'differential' && e.of.op !== 'symbol') || children(e).some(asks);

/** Whether a line holds with another left side: the repaired right side of the line before. */
export const follows = (written: Written, left: Syntax, random: Random): boolean => {
  const statement = written.statement(left, written.right);
  return statement !== null && verdictOn(statement, random) !== null;
};

/** The first that is true. */
const nearest = (
  candidates: readonly Candidate[],
  views: Readonly<Record<Candidate['which'], View>>,
  random: Random,
): { candidate: Candidate; verdict: Repaired['verdict'] } | null => {
  let judged = 0;
  for (const candidate of candidates) {
    const view = views[candidate.which];
    const statement = view.statement(candidate);
    if (!statement || !agree(statement, view.points)) continue;
    const [lhs, rhs] = view.sides(candidate);
    if (keyOf(lhs) === keyOf(rhs)) continue;
    const verdict = verdictOn(statement, random);
    if (verdict && !verdict.vacuous) return { candidate, verdict: verdict.name };
    if (++judged === MOST_JUDGED) return null;
  }
  return null;
};

/** As people write it, where that holds as well. */
const tidy = (candidate: Candidate, view: View, random: Random): Candidate => {
  const edits = candidate.edits.map(e => ({ ...e, by: tidied(e.by, view.isScalar) }));
  const tidier = { ...candidate, edits, side: tidied(candidate.side, view.isScalar) };
  const statement = tidier.side === candidate.side ? null : view.statement(tidier);
  return statement && verdictOn(statement, random) ? tidier : candidate;
};

const repaired = (candidate: Candidate, verdict: Repaired['verdict'], written: Written): Repaired => {
  const { which, side, edits } = candidate;
  const author = new Author(written.text, [written.left, written.right]);
  const [left, right] = which === 'left' ? [side, written.right] : [written.left, side];
  return {
    text: `${author.text(left)} = ${author.text(right)}`,
    verdict,
    edits: edits.map(({ slip, piece, by }) => ({ slip, from: author.text(piece), to: author.text(by) })),
    side: which,
    span: written[which].span,
    replacement: author.text(side),
    left,
    right,
  };
};
