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

/** Where a direction does not see every difference, an index stands in the way, or small instances are seldom inside the domain. */
const HARD = [
  ['X: m×n, w: n, y: m, σ: sigmoid', '∂(1_mᵀ log(1_m + exp(X w)) − yᵀ X w)/∂w = Xᵀ (σ(−X w) − y)'],
  ['x: n, a: n', '∂(‖x − a‖)/∂x = \\frac{x − a}{‖n x − a‖}'],
  ['X: invertible n×n', '∂[X⁻ᵀ]_{kl}/∂X_{ij} = −[X⁻¹]_{ki} [X⁻¹]_{jl}'],
  ['A: positive definite n×n, Z: n×n', '∂log(det(A + Z + Zᵀ))/∂Z = 2 n (A + Z + Zᵀ)⁻¹'],
] as const;
test.each(HARD)('of the claim where %s: %s', (where, claim) => {
  const { readings } = identity({ name: claim, where, claim, source: 'a test' }).claims[0]!;
  const statements = readings.flatMap(({ content }) => ('statement' in content ? [content.statement] : []));
  expect(statements.length).toBeGreaterThan(0);
  expect(statements.flatMap(s => simplerThanFound(claim, s))).toEqual([]);
});
