// Rows can fail: a fixed sample of the mutants of all chapters is judged, and none of them survives.

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Court, FATES, mutantsOf } from '../../properties/catalogue/mutants.ts';
import { ACCEPT_MUTANTS, MUTANTS_PAGE, mutantsPage } from '../../properties/catalogue/mutants-page.ts';
import { readScores, total } from '../../properties/catalogue/scores.ts';
import { chapterNames, loadChapter } from '../../properties/catalogue/table.ts';

/** One row in so many, and of its mutants one in so many. */
const ROWS = 29;
const MUTANTS = 7;

test('a sample of mutants is refuted, or shown to be equal', async () => {
  const rows = (await Promise.all(chapterNames().map(loadChapter))).flatMap(c => c.rows);
  const judged = rows
    .filter((_, i) => i % ROWS === 0)
    .flatMap(row => {
      const court = new Court(row.name);
      const mutants = mutantsOf(row).filter((_, i) => i % MUTANTS === 0);
      return mutants.map(m => ({ text: m.text, fate: court.fate(m) }));
    });
  expect(judged.filter(j => j.fate === 'survived').map(j => j.text)).toEqual([]);
  expect(judged.filter(j => j.fate === 'refuted').length).toBeGreaterThan(judged.length / 2);
});

test('the stored scores are of the chapters that there are, and name what is left', () => {
  const scores = readScores();
  expect([...scores.keys()]).toEqual(chapterNames());
  for (const [name, score] of scores) {
    const own = new Map([[name, score]]);
    expect(total(own, ...FATES)).toBeGreaterThan(0);
    expect(score.open.length).toBe(total(own, 'agrees', 'survived'));
  }
});

test('the page of the scores is up to date, and no mutant survives', () => {
  const scores = readScores();
  const stale = `${MUTANTS_PAGE} is stale; write it anew: ${ACCEPT_MUTANTS}`;
  expect(readFileSync(MUTANTS_PAGE, 'utf8') === mutantsPage(scores), stale).toBe(true);
  expect(total(scores, 'survived')).toBe(0);
});
