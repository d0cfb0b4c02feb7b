// False lines with the true lines beside them, and what becomes of them: the shelf of mistakes, and mutants with one slip on either side,
// drawn by a seed from all rows of the catalogue. A suggestion is the row when it edits the side on which the row differs and is no longer
// than that needs to be; it may also be another true line as near, such as the factor 2 on the other side. (That it is true was proved,
// verified or supported before it was offered.)

import { chapterNames, loadChapter, loadMistakes } from '../../properties/catalogue/table.ts';
import { withAnswers } from '../../src/derive/index.ts';
import type { MistakeRow } from '../../src/elaborate/identity.ts';
import type { Written } from '../../src/elaborate/written.ts';
import { type IdentityRow, identity, judge } from '../../src/index.ts';
import { below, stream } from '../../src/number/random.ts';
import { editsOf } from '../../src/repair/edits.ts';
import { keyOf, piecesIn } from '../../src/repair/make.ts';
import { sizesIn } from '../../src/repair/places.ts';
import { Point } from '../../src/repair/points.ts';
import { Author } from '../../src/repair/text.ts';
import { mended } from '../../src/verdict/mend.ts';
import { holds, type Repair } from '../../src/verdict/verdict.ts';

export interface Case {
  readonly name: string;
  readonly wrong: MistakeRow;
  readonly right: Written;
  /** The side on which they differ. */
  readonly side: 'left' | 'right';
}
const SEED = 'rederive';
/** How much longer than the true side a suggestion may be: brackets of a double transpose, a factor in front. */
const LONGER = 2;

const writtenOf = (row: IdentityRow): Written => identity(row).claims[0]!.readings[0]!.written!;

/** The mistakes that people make. */
export const shelf = async (): Promise<Case[]> =>
  (await loadMistakes()).rows.map(row => {
    const { right, slip: _, ...rest } = row;
    const [wrong, fair] = [writtenOf(row), writtenOf({ ...rest, claim: right })];
    const side = keyOf(wrong.left) === keyOf(fair.left) ? 'right' : 'left';
    return { name: row.name, wrong: row, right: fair, side };
  });

/** Sides with one slip, as their text reads: false ones, and those whose shapes clash; drawn from both sides of all rows. */
export const mutants = async (seed: string, count: number): Promise<Case[]> => {
  const rows = (await Promise.all(chapterNames().map(loadChapter))).flatMap(c => c.rows);
  const random = stream(seed, 'mutants');
  const cases: Case[] = [];
  while (cases.length < count) {
    const row = rows[below(random, rows.length)]!;
    const written = writtenOf(row);
    const { left, right } = written;
    const ofLeft = below(random, 2) === 0;
    const [side, other] = ofLeft ? [left, right] : [right, left];
    const sizes = sizesIn(written.expression(left), written.expression(right));
    const edits = editsOf(side, { expression: s => written.expression(s), other, sizes });
    if (!edits.length) continue;
    const edit = edits[below(random, edits.length)]!;
    const [lhs, rhs] = ofLeft ? [edit.side, right] : [left, edit.side];
    const statement = written.statement(lhs, rhs);
    if (statement && new Point(stream(row.name, 'mutants'), 0).compare(statement) !== 'different') continue;
    const author = new Author(written.text, [left, right]);
    const claim = `${author.text(lhs)} = ${author.text(rhs)}`;
    const wrong = { ...row, claim, right: row.claim, slip: edit.slip };
    if (attempted(() => writtenOf(wrong)))
      cases.push({
        name: `${row.name}, ${edit.slip}`,
        wrong,
        right: written,
        side: ofLeft ? 'left' : 'right',
      });
  }
  return cases;
};
/** Null where the mutant's text does not read. */
const attempted = <T>(f: () => T): T | null => {
  try {
    return f();
  } catch {
    return null;
  }
};

/** "the row": the side on which the true line differs was edited, no longer than it need be · "near": another true line, one edit away. */
export type Outcome = 'the row' | 'near' | 'far' | 'nothing';
export interface Mended {
  readonly outcome: Outcome;
  readonly repair: Repair | undefined;
  /** Of processor time, for all that mends a claim: repairs, conditions and answers. */
  readonly milliseconds: number;
}
/** Null for a claim that holds. */
export const mend = async (c: Case): Promise<Mended | null> => {
  const judged = await judge(identity(c.wrong), { runs: 10, repairs: false });
  if (judged.claims.every(({ verdict }) => holds(verdict.name))) return null;
  const start = process.cpuUsage();
  const mending = { ...judged, claims: await mended(judged.claims, SEED) };
  const { claims } = await withAnswers(mending, { seed: SEED });
  const { user, system } = process.cpuUsage(start);
  const { repair } = claims[0]!.verdict;
  return { outcome: outcomeOf(c, repair), repair, milliseconds: (user + system) / 1000 };
};
const outcomeOf = ({ right, wrong, side }: Case, found: Repair | undefined): Outcome => {
  if (!found) return 'nothing';
  const repaired = attempted(() => writtenOf({ ...wrong, claim: found.text }));
  if (!repaired) return 'far';
  const isRow = found.side === side && piecesIn(repaired[side]) <= piecesIn(right[side]) + LONGER;
  return isRow ? 'the row' : found.edits.length === 1 ? 'near' : 'far';
};
