// Repair: a false line → the nearest true one. Candidates are made by edits, thinned out at random points, and the first that is
// proved, or verified in exact arithmetic, is offered in the author's own notation.
//   what is offered is true as far as its verdict says · null says nothing: the true line may be further away
//   the same stream gives the same repair on every machine: work is counted, not timed

import type { Written } from '../elaborate/written.ts';
import type { Statement } from '../expression/judgement.ts';
import type { Span, Syntax } from '../latex/syntax.ts';
import type { Random } from '../number/random.ts';
import { type Candidate, withOneEdit, withTwoEdits } from './candidates.ts';
import { keyOf } from './make.ts';
import { sizesIn } from './places.ts';
import { Point } from './points.ts';
import { Author } from './text.ts';
import { type Truth, verdictOn } from './verdict.ts';

export { conditionsOf } from './conditions.ts';

export interface Repaired {
  /** The whole line: "vec(AXB) = (Bᵀ ⊗ A) vec(X)". */
  readonly text: string;
  readonly verdict: Truth['name'];
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
/** So many candidates that hold at the random points are given to the judges. */
const MOST_JUDGED = 12;

export const repair = (written: Written, random: Random): Repaired | null => {
  const { left, right } = written;
  const author = new Author(written.text, [left, right]);
  const sizes = sizesIn(written.expression(left), written.expression(right));
  const points = Array.from({ length: POINTS }, (_, turn) => new Point(random, turn, sizes));
  const about = (other: Syntax) => ({ expression: (s: Syntax) => written.expression(s), other, sizes });
  const rounds = [
    () => [...withOneEdit('right', right, about(left)), ...withOneEdit('left', left, about(right))],
    () => withTwoEdits('right', right, about(left)),
    () => withTwoEdits('left', left, about(right)),
  ];
  for (const round of rounds) {
    const found = nearest(round(), written, points, random);
    if (found) return repaired(found.candidate, found.verdict, written, author);
  }
  return null;
};

/** Whether a line holds with another left side: the repaired right side of the line before. */
export const follows = (written: Written, left: Syntax, random: Random): boolean => {
  const statement = written.statement(left, written.right);
  return statement !== null && verdictOn(statement, random) !== null;
};

/** The same at some point, and different at none: a side may have no value at some sizes. */
const agree = (statement: Statement, points: readonly Point[]): boolean => {
  let same = false;
  for (const point of points) {
    const answer = point.compare(statement);
    if (answer === 'different') return false;
    same ||= answer === 'same';
  }
  return same;
};

const sidesOf = (c: Candidate, { left, right }: Written): readonly [Syntax, Syntax] =>
  c.which === 'left' ? [c.side, right] : [left, c.side];

const nearest = (
  candidates: readonly Candidate[],
  written: Written,
  points: readonly Point[],
  random: Random,
): { candidate: Candidate; verdict: Repaired['verdict'] } | null => {
  const sorted = [...candidates].sort((a, b) => a.distance - b.distance);
  let judged = 0;
  for (const candidate of sorted) {
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
