// Every claim of a unit is a test: its verdict must be the pinned one. Evidence is annotated on the test, counterexamples land in reports/.

import { describe, expect, test } from 'vitest';
import { type JudgedDocument, judge } from '../src/index.ts';
import { storedCounterexamples, writeReports } from '../src/report/files.ts';
import { describeVerdict, evidenceLine } from '../src/report/words.ts';
import { DEFAULT_SEED } from '../src/verdict/judge.ts';
import { departure, readPins } from './catalogue/pins.ts';
import type { Unit, UnitClaim } from './catalogue/unit.ts';

const REPORTS = 'reports';
const { REDERIVE_SEED, REDERIVE_RUNS } = process.env;

const judged = async ({ document: of }: Unit): Promise<JudgedDocument> => {
  const seed = REDERIVE_SEED ?? DEFAULT_SEED;
  const ids = of.claims.map(c => c.id);
  const stored = storedCounterexamples(REPORTS, ids);
  const document = await judge(of, {
    seed,
    runs: REDERIVE_RUNS ? Number(REDERIVE_RUNS) : undefined,
    stored,
  });
  await writeReports(REPORTS, { seed, documents: [document] });
  expect(document.contradictions, 'two judges contradict each other: a bug of ours').toEqual([]);
  return document;
};

export const describeUnits = (name: string, units: readonly Unit[]): void => {
  const pins = readPins();
  describe(name, () => {
    const tests = units.flatMap(unit => {
      let document: Promise<JudgedDocument> | undefined;
      const all = (): Promise<JudgedDocument> => (document ??= judged(unit));
      return unit.claims.map((claim, i) => ({ unit, claim, verdict: async () => (await all()).claims[i]! }));
    });
    test.for(tests.map(t => [titleOf(t.claim), t] as const))(
      '%s',
      async ([, { unit, claim, verdict: find }], { annotate }) => {
        const { claim: of, verdict } = await find();
        await annotate(evidenceLine(verdict));
        const why = departure(pins, unit, claim, verdict.name);
        if (why) expect.fail(`${why}\n${describeVerdict(of, verdict)}`);
      },
    );
  });
};

const titleOf = ({ mistake, name, text }: UnitClaim): string =>
  `${mistake ? 'not ' : ''}${text}${name.startsWith(text) ? '' : `  (${name})`}`;
