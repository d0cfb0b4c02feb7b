// The gate: what a run shall not pass with, and what of that is known already.
//   a claim fails when it is refuted, a misfit, unreadable, or holds with less than the wanted verdict; so does an error of a document
//   known: told by a baseline, the list of failures that stood when an old document was adopted; only new failures count

import { type Problem, position } from '../document/document.ts';
import {
  type Judged,
  type JudgedDocument,
  type Run,
  VERDICTS,
  type VerdictName,
} from '../verdict/verdict.ts';
import type { Baseline } from './baseline.ts';
import { documentProblems } from './summary.ts';

export interface Gate {
  /** The weakest verdict that is good enough. */
  readonly min: VerdictName;
  readonly baseline?: Baseline | null;
}
export const OPEN_GATE: Gate = { min: 'supported' };

/** Why a claim fails: its verdict, or that it holds with less than was asked for. */
export type Failure = 'refuted' | 'misfit' | 'unreadable' | 'below-min';

interface Place {
  readonly document: JudgedDocument;
  readonly line: number;
  readonly column: number;
  /** In the baseline. */
  readonly known: boolean;
}
/** What fails, where; a problem is one that belongs to no claim. */
export type Finding = Place &
  (
    | { readonly failure: Failure; readonly judged: Judged; readonly problem?: undefined }
    | { readonly failure: 'problem'; readonly problem: Problem; readonly judged?: undefined }
  );

/** Null when the verdict passes the gate. */
export const failureOf = (verdict: VerdictName, min: VerdictName): Failure | null => {
  switch (verdict) {
    case 'refuted':
    case 'misfit':
    case 'unreadable':
      return verdict;
    case 'proved':
    case 'verified':
    case 'supported':
      return VERDICTS.indexOf(verdict) > VERDICTS.indexOf(min) ? 'below-min' : null;
    default: {
      const unknown: never = verdict;
      throw new TypeError(`unknown verdict ${String(unknown)}`);
    }
  }
};

/** All that fails in a run, in the order of the documents. Warnings are no failures. */
export const findings = (run: Run, { min, baseline }: Gate = OPEN_GATE): Finding[] => {
  const known = baseline?.matcher();
  // A file that could not be read has no text: no baseline lets it pass.
  const tells = (d: JudgedDocument, what: string, text: string): boolean =>
    d.text !== '' && known !== undefined && known(d.path, what, text);
  return run.documents.flatMap(document => [
    ...document.claims.flatMap((judged): Finding[] => {
      const failure = failureOf(judged.verdict.name, min);
      if (!failure) return [];
      const { line, column, text } = judged.claim;
      const isKnown = tells(document, judged.verdict.name, text);
      return [{ document, failure, judged, line, column, known: isKnown }];
    }),
    ...documentProblems(document)
      .filter(p => p.severity === 'error')
      .map((problem): Finding => {
        const isKnown = tells(document, problem.code, problem.message);
        const place = position(document.text, problem.span.start);
        return { document, failure: 'problem', problem, ...place, known: isKnown };
      }),
  ]);
};

/** The run without the failures that are known: what its exit code is about. */
export const withoutKnown = (run: Run, all: readonly Finding[]): Run => {
  const known = all.filter(f => f.known);
  const claims = new Set(known.map(f => f.judged));
  const problems = known.map(f => f.problem ?? f.judged.verdict.problem);
  const isKnown = (p: Problem): boolean =>
    problems.some(q => q?.code === p.code && q.message === p.message && q.span.start === p.span.start);
  return {
    ...run,
    documents: run.documents.map(d => ({
      ...d,
      claims: d.claims.filter(c => !claims.has(c)),
      problems: known.some(f => f.document === d) ? d.problems.filter(p => !isKnown(p)) : d.problems,
    })),
  };
};

/** "refuted", "supported, which is below --min proved", or the message of a problem. */
export const failureText = (f: Finding, { min }: Gate): string =>
  f.failure === 'problem'
    ? f.problem.message
    : f.failure === 'below-min'
      ? `${f.judged.verdict.name}, which is below --min ${min}`
      : f.failure;
