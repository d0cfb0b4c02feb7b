// How often the first suggestion is the true line: `npm run repairs`, on the shelf of mistakes and on one-slip mutants of right sides of
// the catalogue. A suggestion is right when it edits the side on which the true line differs and is no longer than the true one needs
// to be (that it is true was proved or verified before it was offered); times are those of repairing alone.

import { chapterNames, loadChapter, loadMistakes } from '../properties/catalogue/table.ts';
import type { Written } from '../src/elaborate/written.ts';
import { type IdentityRow, identity } from '../src/index.ts';
import { stream } from '../src/number/random.ts';
import { piecesIn } from '../src/repair/candidates.ts';
import { editsOf } from '../src/repair/edits.ts';
import { type Repaired, repair } from '../src/repair/index.ts';
import { keyOf } from '../src/repair/make.ts';
import { sizesIn } from '../src/repair/places.ts';
import { Point } from '../src/repair/points.ts';
import { Author } from '../src/repair/text.ts';

interface Case {
  readonly name: string;
  readonly wrong: Written;
  readonly right: Written;
}
/** One row in so many gives its mutants, one in so many. */
const ROWS = 9;
const MUTANTS = 11;
const SLOW = 300;
/** How much longer than the true side a suggestion may be: brackets of a double transpose, a factor in front. */
const LONGER = 2;

const writtenOf = (row: IdentityRow): Written => identity(row).claims[0]!.readings[0]!.written!;

const shelf = async (): Promise<Case[]> =>
  (await loadMistakes()).rows.map(row => {
    const { right, slip: _, ...rest } = row;
    return { name: row.name, wrong: writtenOf(row), right: writtenOf({ ...rest, claim: right }) };
  });

/** Right sides with one slip, as their text reads: false ones, and those whose shapes clash. */
const mutants = async (): Promise<Case[]> => {
  const rows = (await Promise.all(chapterNames().map(loadChapter))).flatMap(c => c.rows);
  return rows
    .filter((_, i) => i % ROWS === 0)
    .flatMap(row => {
      const written = writtenOf(row);
      const { left, right } = written;
      const author = new Author(written.text, [left, right]);
      const sizes = sizesIn(written.expression(left), written.expression(right));
      const point = new Point(stream(row.name, 'mutants'), 0);
      return editsOf(right, { expression: s => written.expression(s), other: left, sizes })
        .filter((_, i) => i % MUTANTS === 0)
        .flatMap(({ side, slip }) => {
          const statement = written.statement(left, side);
          if (statement && point.compare(statement) !== 'different') return [];
          const claim = `${author.text(left)} = ${author.text(side)}`;
          try {
            const wrong = writtenOf({ ...row, claim, right: '', slip } as IdentityRow);
            return [{ name: `${row.name}, ${slip}`, wrong, right: written }];
          } catch {
            return [];
          }
        });
    });
};

const isRight = ({ wrong, right }: Case, found: Repaired | null): boolean => {
  if (!found) return false;
  const same = (a: 'left' | 'right'): boolean => keyOf(wrong[a]) === keyOf(right[a]);
  const side = same('left') ? 'right' : 'left';
  const [mine, theirs] = [found[side], right[side]];
  return found.side === side && piecesIn(mine) <= piecesIn(theirs) + LONGER;
};

const report = (title: string, cases: readonly Case[]): void => {
  const times: number[] = [];
  let right = 0;
  for (const c of cases) {
    const start = performance.now();
    const found = repair(c.wrong, stream(c.name, 'repair'));
    const time = performance.now() - start;
    times.push(time);
    if (time > SLOW) console.log(`  ${time.toFixed(0)} ms: ${c.wrong.text}`);
    const good = isRight(c, found);
    if (good) right++;
    else
      console.log(
        `  ${c.name}: ${c.wrong.text}\n    ${found ? `offered: ${found.text}` : 'nothing offered'}\n    true:    ${c.right.text}`,
      );
  }
  times.sort((a, b) => a - b);
  const at = (share: number): string =>
    `${(times[Math.floor(share * (times.length - 1))] ?? 0).toFixed(0)} ms`;
  console.log(
    `${title}: ${right} of ${cases.length} (${((100 * right) / cases.length).toFixed(1)} %); median ${at(0.5)}, 90 % below ${at(0.9)}, slowest ${at(1)}`,
  );
};
report('the shelf of mistakes', await shelf());
report('one-slip mutants of right sides', await mutants());
