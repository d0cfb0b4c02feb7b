// One file: text → claims → verdicts. What the command does for each file, in this thread or in another one.

import { withAnswers } from '../derive/index.ts';
import { read } from '../document/index.ts';
import type { Elaborated } from '../elaborate/claim.ts';
import { elaborate } from '../elaborate/index.ts';
import type { Layout } from '../expression/expression.ts';
import { storedCounterexamples } from '../report/files.ts';
import { judge } from '../verdict/judge.ts';
import type { JudgedDocument } from '../verdict/verdict.ts';
import { load, nothingToJudge, withoutText } from './input.ts';
import { progress, tell } from './terminal.ts';

export interface Task {
  readonly file: string;
  /** An earlier file has the same name: the claims are named after the whole path. */
  readonly namesake: boolean;
}
export interface JudgeFileOptions {
  readonly seed: string;
  readonly runs?: number;
  readonly layout: Layout | 'auto';
  readonly reports: string | false;
}

/** The files in order, each with whether its name was there before. */
export const tasksOf = (files: readonly string[]): Task[] => {
  const seen = new Set<string>();
  return files.map(file => {
    const name = file.slice(file.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
    const namesake = seen.has(name);
    seen.add(name);
    return { file, namesake };
  });
};

export const judgeFile = async (
  { file, namesake }: Task,
  { seed, runs, layout, reports }: JudgeFileOptions,
  signal: AbortSignal,
): Promise<JudgedDocument> => {
  const input = await load(file);
  if ('problem' in input) return withoutText(input.path, input.problem);
  const elaborated = named(understand(input, layout), namesake);
  const bar = progress(input.path);
  const ids = elaborated.claims.map(c => c.id);
  const judged = await judge(elaborated, {
    seed,
    runs,
    signal,
    stored: reports ? storedCounterexamples(reports, ids, tell) : undefined,
    onClaim: bar.update,
  }).finally(bar.done);
  const document = await withAnswers(judged, { seed, signal });
  const silent =
    elaborated.claims.length + judged.claims.length === 0 &&
    !document.problems.some(p => p.severity === 'error');
  return silent ? { ...document, problems: [...document.problems, nothingToJudge(input.text)] } : document;
};

/** Text → claims, in the layout that was asked for. */
export const understand = (
  { path, text }: { readonly path: string; readonly text: string },
  layout: Layout | 'auto',
): Elaborated => elaborate(read(text, { path }), layout === 'auto' ? {} : { layout });

const named = (of: Elaborated, namesake: boolean): Elaborated => {
  if (!namesake) return of;
  const prefix = of.path.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-/, '');
  return { ...of, claims: of.claims.map(c => ({ ...c, id: `${prefix}-${c.id}` })) };
};
