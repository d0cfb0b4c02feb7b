// The Vitest entry: declarations become tests. A row is a test, a derivation document is a suite with a test per claim.
//   a test's name is the mathematics as written; its verdict and evidence are annotated on it
//   a failure prints both sides, the instance and the line that replays it; counterexamples land in reports/

import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Elaborated } from './elaborate/claim.ts';
import { derivation, type IdentityRow, identity, type MistakeRow, slug } from './elaborate/identity.ts';
import { storedCounterexamples, writeReports } from './report/files.ts';
import { describeVerdict, evidenceLine } from './report/words.ts';
import { DEFAULT_SEED, judge } from './verdict/judge.ts';
import { holds, type Judged, type JudgedDocument, VERDICTS, type VerdictName } from './verdict/verdict.ts';

export interface SuiteOptions {
  /** The master seed, a text; REDERIVE_SEED overrides it. */
  readonly seed?: string;
  /** Floating-point instances per claim, by default 100 (25 beside a proof); REDERIVE_RUNS overrides it. */
  readonly runs?: number;
  /** Where counterexamples are written and read back. */
  readonly reports?: string;
}

const settled = (o: SuiteOptions) => ({
  seed: process.env.REDERIVE_SEED ?? o.seed ?? DEFAULT_SEED,
  runs: process.env.REDERIVE_RUNS ? Number(process.env.REDERIVE_RUNS) : o.runs,
  reports: o.reports ?? 'reports',
});

/** Judges with the suite's seed; stored counterexamples of the claims are tried first, new ones are written. */
const judged = async (of: Elaborated, options: SuiteOptions): Promise<JudgedDocument> => {
  const { seed, runs, reports } = settled(options);
  const stored = storedCounterexamples(
    reports,
    of.claims.map(c => c.id),
  );
  const document = await judge(of, { seed, runs, stored });
  await writeReports(reports, { seed, documents: [document] });
  expect(document.contradictions, 'two judges contradict each other: a bug of ours').toEqual([]);
  return document;
};

const atLeast = (name: VerdictName, least: VerdictName): boolean =>
  VERDICTS.indexOf(name) <= VERDICTS.indexOf(least);

const explain = ({ claim, verdict }: Judged): string => describeVerdict(claim, verdict);

/** Every row is a test: its claim must be proved, or reach what the row expects. */
export const describeIdentities = (
  chapter: string,
  rows: readonly IdentityRow[],
  options: SuiteOptions = {},
): void => {
  refuseTwins(rows);
  describe(chapter, () => {
    test.for(rows.map(row => [`${row.claim}  (${row.name})`, row] as const))(
      '%s',
      async ([, row], { annotate }) => {
        const document = await judged(identity(row), options);
        const [only] = document.claims;
        await annotate(evidenceLine(only!.verdict));
        const least = row.expect ?? 'proved';
        if (!atLeast(only!.verdict.name, least)) expect.fail(`expected ${least}\n${explain(only!)}`);
      },
    );
  });
};

/** Every row is a test: the claim must be refuted (or not fit), its right form must hold. */
export const describeMistakes = (
  chapter: string,
  rows: readonly MistakeRow[],
  options: SuiteOptions = {},
): void => {
  refuseTwins(rows);
  describe(chapter, () => {
    test.for(rows.map(row => [`not ${row.claim}  (${row.name}: ${row.slip})`, row] as const))(
      '%s',
      async ([, row], { annotate }) => {
        const [wrong] = (await judged(identity(row), options)).claims;
        await annotate(evidenceLine(wrong!.verdict));
        if (wrong!.verdict.name !== 'refuted' && wrong!.verdict.name !== 'misfit')
          expect.fail(`expected to be refuted\n${explain(wrong!)}`);
        const { right: claim, slip: _, ...rest } = row;
        const right = identity({ ...rest, name: `${row.name} corrected`, claim });
        const [corrected] = (await judged(right, options)).claims;
        if (!holds(corrected!.verdict.name))
          expect.fail(`expected the right form to hold\n${explain(corrected!)}`);
      },
    );
  });
};

/** Every claim of a derivation document is a test. */
export const describeDerivation = (path: string, options: SuiteOptions = {}): void => {
  const elaborated = derivation(readFileSync(path, 'utf8'), { path });
  describe(basename(path), () => {
    let document: Promise<JudgedDocument> | undefined;
    const all = (): Promise<JudgedDocument> => (document ??= judged(elaborated, options));
    test.for(elaborated.claims.map(c => [`${c.line}: ${c.text}`, c.id] as const))(
      '%s',
      async ([, id], { annotate }) => {
        const of = (await all()).claims.find(c => c.claim.id === id)!;
        await annotate(evidenceLine(of.verdict));
        if (!holds(of.verdict.name)) expect.fail(explain(of));
      },
    );
  });
};

const refuseTwins = (rows: readonly IdentityRow[]): void => {
  const seen = new Map<string, string>();
  for (const row of rows) {
    const key = slug(row.name);
    const twin = seen.get(key);
    if (twin !== undefined)
      throw new Error(`two rows are named "${twin}" and "${row.name}": rename one of them`);
    seen.set(key, row.name);
  }
};
