// The Vitest entry: declarations become tests. A row is a test, a derivation document is a suite with a test per claim.
//   a test's name is the mathematics as written; its verdict and evidence are annotated on it
//   a failure prints both sides, the instance and the line that replays it; counterexamples land in reports/
//   expect(claim).toHold() judges one claim; expectGradient and expectJacobian judge somebody's code

import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  type Code,
  type CodeOptions,
  type Form,
  judgeCode,
  type Numbers,
  storedName,
  type Where,
  whereText,
} from './code/index.ts';
import type { Elaborated } from './elaborate/claim.ts';
import { derivation, type IdentityRow, identity, type MistakeRow, slug } from './elaborate/identity.ts';
import { storedCounterexamples, writeReports } from './report/files.ts';
import { describeVerdict, evidenceLine } from './report/words.ts';
import { DEFAULT_SEED, judge } from './verdict/judge.ts';
import { holds, type Judged, type JudgedDocument, VERDICTS, type VerdictName } from './verdict/verdict.ts';

export type { Code, CodeOptions, Form, IdentityRow, MistakeRow, Numbers, Where };

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

/** How a single claim is judged. */
export interface HoldOptions extends SuiteOptions {
  /** The weakest verdict that is good enough. */
  readonly min?: 'proved' | 'verified' | 'supported';
}

declare module 'vitest' {
  interface Matchers<T> {
    /**
     * The claim holds: `await expect('tr(A B) = tr(B A)').toHold({ A: 'm×n', B: 'n×m' })`. With `.not`, it is refuted or a misfit.
     * A row of a catalogue and an elaborated document need no declarations. What cannot be read fails with and without `.not`.
     */
    toHold(where?: Where | null, options?: HoldOptions): Promise<T extends never ? never : void>;
  }
}

expect.extend({
  async toHold(
    received: string | IdentityRow | Elaborated,
    where: Where | null = null,
    options: HoldOptions = {},
  ) {
    const of = elaboratedOf(received, where);
    const { claims } = await judged(of, options);
    const min = options.min ?? 'supported';
    for (const c of claims)
      if (c.verdict.name === 'unreadable')
        throw new Error(`this claim could not be judged, so it neither holds nor fails\n${explain(c)}`);
    const failing = claims.filter(c => !atLeast(c.verdict.name, min));
    const shown = this.isNot ? claims : failing;
    return {
      // Holding with less than was asked for is no refutation.
      pass: this.isNot ? claims.some(c => holds(c.verdict.name)) : failing.length === 0,
      message: () =>
        `expected ${this.isNot ? 'to be refuted' : `to hold, at least ${min}`}\n${shown.map(explain).join('\n\n')}`,
    };
  },
});

const elaboratedOf = (received: unknown, where: Where | null): Elaborated => {
  if (typeof received === 'string')
    return identity({ name: received, where: whereText(where ?? {}), claim: received, source: 'a test' });
  if (where) throw new TypeError('declarations belong to a claim that is a text; a row has its own "where"');
  if (isRecord(received) && Array.isArray(received.claims)) {
    if (received.claims.length === 0) throw new TypeError('this document holds no claim');
    return received as unknown as Elaborated;
  }
  if (isRecord(received) && typeof received.claim === 'string')
    return identity(received as unknown as IdentityRow);
  throw new TypeError(
    'expect(…).toHold() takes a claim as text, a row with claim and where, or an elaborated document',
  );
};
const isRecord = (x: unknown): x is Record<string, unknown> => typeof x === 'object' && x !== null;

/** How code under test is judged. */
export interface CodeTestOptions extends CodeOptions, Omit<SuiteOptions, 'runs'> {}

/**
 * The gradient of a scalar function is right: `expectGradient(f, gradient, { X: 'n×3', w: 'n' })`. Both get one argument for each letter,
 * in order; the first letter varies (or `wrt`); the gradient has the shape of that letter. It is held against finite differences of f at random
 * instances, and against `formula`, the gradient in LaTeX. A text in the place of the gradient is a formula alone.
 * @returns what the agreement rests on
 * @throws AssertionError with the smallest instance on which they differ
 */
export const expectGradient = (
  f: Code,
  gradient: Code | string,
  where: Where,
  options: CodeTestOptions = {},
): string => expectDerivative('gradient', f, gradient, where, options, expectGradient);

/**
 * The Jacobian of a scalar, vector or matrix function is right: `expectJacobian(f, jacobian, { X: 'n×3' })`. Matrices are stacked column by
 * column (vec); F goes down and X across, or the other way round with `layout: 'denominator'`. Otherwise as `expectGradient`.
 * @returns what the agreement rests on
 * @throws AssertionError with the smallest instance on which they differ
 */
export const expectJacobian = (
  f: Code,
  jacobian: Code | string,
  where: Where,
  options: CodeTestOptions = {},
): string => expectDerivative('jacobian', f, jacobian, where, options, expectJacobian);

const expectDerivative = (
  kind: 'gradient' | 'jacobian',
  f: Code,
  derivative: Code | string,
  where: Where,
  { seed: ownSeed, reports: folder, ...options }: CodeTestOptions,
  caller: (...args: never[]) => unknown,
): string => {
  const alone = typeof derivative === 'string';
  const formula = alone ? derivative : options.formula;
  const { seed, runs, reports } = settled({
    ...(ownSeed !== undefined && { seed: ownSeed }),
    ...(options.runs !== undefined && { runs: options.runs }),
    ...(folder !== undefined && { reports: folder }),
  });
  const name = [expect.getState().currentTestName, kind, whereText(where), formula].filter(Boolean).join(' ');
  const path = join(reports, storedName(name));
  try {
    const found = judgeCode(kind, f, alone ? null : derivative, where, {
      ...options,
      formula,
      runs,
      seed,
      name,
      stored: textOf(`${path}.json`),
    });
    if (found.files) {
      write(`${path}.json`, found.files.json);
      write(`${path}.md`, found.files.markdown);
    }
    if (found.outcome !== 'agree') expect.fail(found.text);
    return found.text;
  } catch (error) {
    // The line to look at is the caller's.
    if (error instanceof Error) Error.captureStackTrace(error, caller);
    throw error;
  }
};

const textOf = (file: string): string | null => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
};
/** Whole or not at all. */
const write = (file: string, text: string): void => {
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(`${file}.${process.pid}.tmp`, text);
  renameSync(`${file}.${process.pid}.tmp`, file);
};
