// Repair: a false line → the nearest true one. Candidates are made by edits, thinned out at random points, and the first that is
// proved, or verified in exact arithmetic, is offered in the author's own notation; where exp, log or a root stands in the way of both,
// the first that samples support.
//   what is offered is true as far as its verdict says · null says nothing: the true line may be further away

import type { Written } from '../elaborate/written.ts';
import type { Span, Syntax } from '../latex/syntax.ts';
import type { Random } from '../number/random.ts';
import { type Found, Search } from './search.ts';
import { Author } from './text.ts';
import { verdictOn } from './verdict.ts';

export { conditionsOf } from './conditions.ts';

export interface Repaired {
  /** The whole line: "vec(AXB) = (Bᵀ ⊗ A) vec(X)". */
  readonly text: string;
  readonly verdict: Found['verdict'];
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

export interface RepairOptions {
  /** The left side is the right one of a line before that holds. */
  readonly isHeld?: boolean;
  /** Readings under other conventions, where shapes that clash say nothing about which is meant: one edit may make the line true there. */
  readonly others?: readonly Written[];
}
export const repair = (
  written: Written,
  random: Random,
  { isHeld = false, others = [] }: RepairOptions = {},
): Repaired | null => {
  const search = new Search(written, random, isHeld);
  const elsewhere = (): Found | null => {
    for (const other of others) {
      const found = new Search(other, random, isHeld).withOne();
      if (found) return found;
    }
    return null;
  };
  const found = search.withOne() ?? elsewhere() ?? search.withTwo() ?? search.supported();
  return found && repaired(found, written);
};

/** Whether a line holds with another left side: the repaired right side of the line before. */
export const follows = (written: Written, left: Syntax, random: Random): boolean => {
  const statement = written.statement(left, written.right);
  return statement !== null && verdictOn(statement, random) !== null;
};

const repaired = ({ candidate, verdict }: Found, written: Written): Repaired => {
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
