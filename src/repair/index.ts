// Repair: a false line → the nearest true one. Candidates are made by edits, thinned out at random points, and the first that is
// proved, or verified in exact arithmetic, is offered in the author's own notation; where exp, log or a root stands in the way of both,
// the first that samples support.
//   what is offered is true as far as its verdict says · null says nothing: the true line may be further away
//   the same stream gives the same repair on every machine: work is counted, not timed

import type { Written } from '../elaborate/written.ts';
import { isScalar as hasScalarShape } from '../expression/dimension.ts';
import { children, type Expression } from '../expression/expression.ts';
import { FUNCTIONS } from '../expression/functions.ts';
import type { Statement } from '../expression/judgement.ts';
import type { Span, Syntax } from '../latex/syntax.ts';
import type { Random } from '../number/random.ts';
import { sample } from '../sample/index.ts';
import { type Candidate, IN_QUESTIONS, withOneEdit, withTwoEdits } from './candidates.ts';
import { REPAIRS } from './edits.ts';
import { keyOf, piecesIn } from './make.ts';
import { sizesIn } from './places.ts';
import { agree, Point } from './points.ts';
import { Fronts } from './shared.ts';
import { Author } from './text.ts';
import { tidied } from './tidy.ts';
import { type Truth, verdictOn } from './verdict.ts';

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

const POINTS = 2;
/** How much is read and evaluated for one line, in pieces of syntax: at all, for pairs of edits, and in floating point. */
const WORK = 14_000;
const WORK_ON_PAIRS = 5000;
const WORK_ON_SAMPLES = 700;
/** Of pairs, what the right side has before the left one. */
const FOR_RIGHT = 0.8;
/** Instances in floating point: to look at a candidate, and to offer it. */
const FIRST_LOOK = 3;
const INSTANCES = 50;
const LARGEST = 4;
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
  const author = new Author(written.text, [left, right]);
  const sizes = sizesIn(written.expression(left), written.expression(right));
  const points = Array.from({ length: POINTS }, (_, turn) => new Point(random, turn, sizes));
  const isScalar = scalarIn(written);
  const expression = (s: Syntax) => written.expression(s);
  const fronts = new Fronts(isScalar);
  const about = (other: Syntax) => ({ expression, other, sizes, fronts, isHeld });
  const pieces = piecesIn(left) + piecesIn(right);
  const found = (candidates: readonly Candidate[]): Repaired | null => {
    const first = nearest(candidates, written, points, random);
    return first && repaired(tidy(first.candidate), first.verdict, written, author);
  };
  const tidy = (candidate: Candidate): Candidate => {
    const edits = candidate.edits.map(e => ({ ...e, by: tidied(e.by, isScalar) }));
    const tidier = { ...candidate, edits, side: tidied(candidate.side, isScalar) };
    const statement = tidier.side === candidate.side ? null : written.statement(...sidesOf(tidier, written));
    return statement && verdictOn(statement, random) ? tidier : candidate;
  };
  const asked = written.expression(left);
  const isAsked = asked !== null && differentiates(asked);
  const one = byDistance([
    ...withOneEdit('right', right, about(left)),
    ...withOneEdit('left', left, about(right), isAsked ? IN_QUESTIONS : REPAIRS),
  ]).slice(0, WORK / pieces);
  const atOnce = found(one);
  if (atOnce) return atOnce;
  const most = Math.min(WORK - one.length * pieces, WORK_ON_PAIRS) / pieces;
  const ofRight = byDistance(withTwoEdits('right', right, about(left), FOR_RIGHT * most));
  const ofLeft = (): Candidate[] =>
    isAsked ? [] : byDistance(withTwoEdits('left', left, about(right), most - ofRight.length));
  const sampled = (): Repaired | null => {
    const first = supported(one.slice(0, WORK_ON_SAMPLES / pieces), written, random);
    return first && repaired(first, 'supported', written, author);
  };
  return found(ofRight) ?? found(ofLeft()) ?? sampled();
};
const scalarIn = (written: Written): ((s: Syntax) => boolean) => {
  const known = new WeakMap<Syntax, boolean>();
  return s => {
    const before = known.get(s);
    if (before !== undefined) return before;
    const shape = written.expression(s)?.shape;
    const found = shape !== undefined && hasScalarShape(shape);
    known.set(s, found);
    return found;
  };
};
const byDistance = (all: Candidate[]): Candidate[] => all.sort((a, b) => a.distance - b.distance);

/** Whether a line holds with another left side: the repaired right side of the line before. */
export const follows = (written: Written, left: Syntax, random: Random): boolean => {
  const statement = written.statement(left, written.right);
  return statement !== null && verdictOn(statement, random) !== null;
};

const sidesOf = (c: Candidate, { left, right }: Written): readonly [Syntax, Syntax] =>
  c.which === 'left' ? [c.side, right] : [left, c.side];

/** The first that is true. */
const nearest = (
  candidates: readonly Candidate[],
  written: Written,
  points: readonly Point[],
  random: Random,
): { candidate: Candidate; verdict: Repaired['verdict'] } | null => {
  let judged = 0;
  for (const candidate of candidates) {
    const [lhs, rhs] = sidesOf(candidate, written);
    const statement = written.statement(lhs, rhs);
    if (!statement || !agree(statement, points)) continue;
    if (keyOf(lhs) === keyOf(rhs)) continue;
    const verdict = verdictOn(statement, random);
    if (verdict && !verdict.vacuous) return { candidate, verdict: verdict.name };
    if (++judged === MOST_JUDGED) return null;
  }
  return null;
};

/** The first that no judge could decide exactly, and that holds at random instances in floating point. */
const supported = (candidates: readonly Candidate[], written: Written, random: Random): Candidate | null => {
  const claim = written.statement();
  if (!claim || isExact(claim) || [claim.lhs, claim.rhs].some(differentiates)) return null;
  for (const candidate of candidates) {
    const [lhs, rhs] = sidesOf(candidate, written);
    const statement = written.statement(lhs, rhs);
    if (!statement || isExact(statement) || keyOf(lhs) === keyOf(rhs)) continue;
    if (agrees(statement, random, FIRST_LOOK) && agrees(statement, random, INSTANCES)) return candidate;
  }
  return null;
};
/** No function in it has values that only floating point knows. */
const isExact = ({ lhs, rhs }: Statement): boolean => [lhs, rhs].every(exact);
const exact = (e: Expression): boolean =>
  e.op !== 'matrixFunction' &&
  (e.op !== 'elementwise' || FUNCTIONS.get(e.fn)?.exact !== false) &&
  children(e).every(exact);
/** Finite differences of every candidate cost too much; a derivative has its derived answer. */
const differentiates = (e: Expression): boolean =>
  e.op === 'derivative' || e.op === 'differential' || children(e).some(differentiates);
const agrees = (statement: Statement, random: Random, runs: number): boolean =>
  sample(statement, random(), { runs, maxSize: LARGEST, shrinking: false }).outcome === 'agree';

const repaired = (
  candidate: Candidate,
  verdict: Repaired['verdict'],
  written: Written,
  author: Author,
): Repaired => {
  const [left, right] = sidesOf(candidate, written);
  return {
    text: `${author.text(left)} = ${author.text(right)}`,
    verdict,
    edits: candidate.edits.map(({ slip, piece, by }) => ({
      slip,
      from: author.text(piece),
      to: author.text(by),
    })),
    side: candidate.which,
    span: written[candidate.which].span,
    replacement: author.text(candidate.side),
    left,
    right,
  };
};
