// How often the first suggestion is the true line: `npm run repairs [-- --seed TEXT]`, on the shelf of mistakes and on mutants with one slip on
// either side, drawn by the seed from all rows of the catalogue. A suggestion is the row when it edits the side on which the row differs
// and is no longer than that needs to be; it may also be another true line as near, such as the factor 2 on the other side (that it is
// true was proved, verified or supported before it was offered). Times are processor time for all that mends a claim: repairs,
// conditions and answers.

import { parseArgs } from 'node:util';
import { chapterNames, loadChapter, loadMistakes } from '../properties/catalogue/table.ts';
import { withAnswers } from '../src/derive/index.ts';
import type { MistakeRow } from '../src/elaborate/identity.ts';
import type { Written } from '../src/elaborate/written.ts';
import { type IdentityRow, identity, judge } from '../src/index.ts';
import { below, stream } from '../src/number/random.ts';
import { piecesIn } from '../src/repair/candidates.ts';
import { editsOf } from '../src/repair/edits.ts';
import { keyOf } from '../src/repair/make.ts';
import { sizesIn } from '../src/repair/places.ts';
import { Point } from '../src/repair/points.ts';
import { Author } from '../src/repair/text.ts';
import { mended } from '../src/verdict/mend.ts';
import { holds, type Repair } from '../src/verdict/verdict.ts';

interface Case {
  readonly name: string;
  readonly wrong: MistakeRow;
  readonly right: Written;
}
/** Of all mutants, so many are looked at. */
const MUTANTS = 400;
const SLOW = 300;
const SEED = 'rederive';
/** How much longer than the true side a suggestion may be: brackets of a double transpose, a factor in front. */
const LONGER = 2;

const writtenOf = (row: IdentityRow): Written => identity(row).claims[0]!.readings[0]!.written!;

const shelf = async (): Promise<Case[]> =>
  (await loadMistakes()).rows.map(row => {
    const { right, slip: _, ...rest } = row;
    return { name: row.name, wrong: row, right: writtenOf({ ...rest, claim: right }) };
  });

/** Sides with one slip, as their text reads: false ones, and those whose shapes clash; drawn from both sides of all rows. */
const mutants = async (seed: string): Promise<Case[]> => {
  const rows = (await Promise.all(chapterNames().map(loadChapter))).flatMap(c => c.rows);
  const random = stream(seed, 'mutants');
  const cases: Case[] = [];
  while (cases.length < MUTANTS) {
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
      cases.push({ name: `${row.name}, ${edit.slip}`, wrong, right: written });
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
type Outcome = 'the row' | 'near' | 'far' | 'nothing';
const outcomeOf = ({ right }: Case, wrong: Written, found: Repair | undefined, row: IdentityRow): Outcome => {
  if (!found) return 'nothing';
  const repaired = attempted(() => writtenOf({ ...row, claim: found.text }));
  if (!repaired) return 'far';
  const side = keyOf(wrong.left) === keyOf(right.left) ? 'right' : 'left';
  const isRow = found.side === side && piecesIn(repaired[side]) <= piecesIn(right[side]) + LONGER;
  return isRow ? 'the row' : found.edits.length === 1 ? 'near' : 'far';
};

const report = async (title: string, cases: readonly Case[]): Promise<void> => {
  const times: number[] = [];
  const counts: Record<Outcome, number> = { 'the row': 0, near: 0, far: 0, nothing: 0 };
  for (const c of cases) {
    const judged = await judge(identity(c.wrong), { runs: 10, repairs: false });
    const [first] = judged.claims;
    if (first && holds(first.verdict.name)) continue;
    const start = process.cpuUsage();
    const mending = { ...judged, claims: await mended(judged.claims, SEED) };
    const [mendedClaim] = (await withAnswers(mending, { seed: SEED })).claims;
    const { user, system } = process.cpuUsage(start);
    const time = (user + system) / 1000;
    times.push(time);
    const wrong = first!.claim.readings[0]!.written!;
    if (time > SLOW) console.log(`  ${time.toFixed(0)} ms: ${wrong.text}`);
    const found = mendedClaim!.verdict.repair;
    const outcome = outcomeOf(c, wrong, found, c.wrong);
    counts[outcome]++;
    if (outcome !== 'the row')
      console.log(
        `  ${outcome}: ${c.name}: ${wrong.text}\n    ${found ? `offered: ${found.text}` : 'nothing offered'}\n    true:    ${c.right.text}`,
      );
  }
  times.sort((a, b) => a - b);
  const at = (share: number): string =>
    `${(times[Math.floor(share * (times.length - 1))] ?? 0).toFixed(0)} ms`;
  const percent = (n: number): string => `${((100 * n) / cases.length).toFixed(1)} %`;
  const row = counts['the row'];
  console.log(
    `${title}: the first suggestion is the row for ${row} of ${cases.length} (${percent(row)}), that or another true line one edit away for ${row + counts.near} (${percent(row + counts.near)}); nothing for ${counts.nothing}; median ${at(0.5)}, 90 % below ${at(0.9)}, slowest ${at(1)}`,
  );
};
const { values } = parseArgs({ options: { seed: { type: 'string', default: 'repairs' } } });
await report('the shelf of mistakes', await shelf());
await report(`${MUTANTS} mutants of both sides, seed ${values.seed}`, await mutants(values.seed));
