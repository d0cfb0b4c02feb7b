// Counterexamples are as small as docs/counterexamples.md says: of all mistakes on the shelf, and of a fixed sample of mutants.

import { expect, test } from 'vitest';
import { Court, mutantsOf } from '../../properties/catalogue/mutants.ts';
import { chapterNames, loadChapter, loadMistakes } from '../../properties/catalogue/table.ts';
import type { Statement } from '../../src/expression/judgement.ts';
import { identity } from '../../src/index.ts';
import { checked, shown } from '../refute/minimal.ts';

/** One row in so many, and of its mutants one in so many. */
const ROWS = 17;
const MUTANTS = 19;

/** What is simpler than the counterexample of a statement in one place, and refutes it as well. */
const simplerThanFound = (text: string, statement: Statement): string[] =>
  checked(statement, text)?.simpler.map(i => `${text}: ${shown(i)}`) ?? [`${text}: no counterexample`];

test('of the mistakes on the shelf', async () => {
  const claims = (await loadMistakes()).rows.flatMap(row =>
    identity(row).claims[0]!.readings.flatMap(({ content, layout }) =>
      'statement' in content && (!layout || layout === row.layout)
        ? [{ text: row.claim, statement: content.statement }]
        : [],
    ),
  );
  expect(claims.length).toBeGreaterThan(70);
  expect(claims.flatMap(c => simplerThanFound(c.text, c.statement))).toEqual([]);
});

test('of refuted mutants', async () => {
  const rows = (await Promise.all(chapterNames().map(loadChapter))).flatMap(c => c.rows);
  const mutants = rows
    .filter((_, i) => i % ROWS === 0)
    .flatMap(row => {
      const court = new Court(row.name);
      return mutantsOf(row).filter((m, i) => i % MUTANTS === 0 && court.fate(m) === 'refuted');
    });
  expect(mutants.length).toBeGreaterThan(100);
  expect(mutants.flatMap(m => simplerThanFound(m.text, m.statement!))).toEqual([]);
});
