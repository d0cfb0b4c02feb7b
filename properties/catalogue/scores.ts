// Whether rows can fail: reports/mutants.json holds the fates of all mutants by chapter, sorted, without dates.

import { readFileSync } from 'node:fs';
import { writeAtomically } from '../../src/report/files.ts';
import type { Fate } from './mutants.ts';

export const SCORES = 'reports/mutants.json';

/** How many mutants met each fate, and the texts of those that were neither refuted nor shown to be equal. */
export type Score = Readonly<Record<Fate, number>> & { readonly open: readonly string[] };
/** Chapter → score. */
export type Scores = ReadonlyMap<string, Score>;

export const readScores = (): Scores => new Map(Object.entries(JSON.parse(readFileSync(SCORES, 'utf8'))));
export const writeScores = (scores: Scores): Promise<void> =>
  writeAtomically(SCORES, `${JSON.stringify(Object.fromEntries(scores), null, 2)}\n`);

/** Over all chapters. */
export const total = (scores: Scores, ...fates: readonly Fate[]): number =>
  [...scores.values()].reduce((sum, score) => sum + fates.reduce((n, f) => n + score[f], 0), 0);
