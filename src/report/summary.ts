// Counts of verdicts and the exit code that follows from them.

import type { Problem } from '../document/document.ts';
import { holds, type JudgedDocument, type Run, VERDICTS, type VerdictName } from '../verdict/verdict.ts';

export type Summary = Readonly<Record<VerdictName, number>>;

export const summaryOf = (documents: readonly JudgedDocument[]): Summary => {
  const counts: Record<VerdictName, number> = {
    proved: 0,
    verified: 0,
    supported: 0,
    refuted: 0,
    misfit: 0,
    unreadable: 0,
  };
  for (const d of documents) for (const c of d.claims) counts[c.verdict.name]++;
  return counts;
};

/** "12 proved, 1 refuted", in the order of strength; "no claims" when there are none. */
export const summaryText = (
  s: Summary,
  say: (v: VerdictName, text: string) => string = (_, text) => text,
): string =>
  VERDICTS.filter(v => s[v] > 0)
    .map(v => say(v, `${s[v]} ${v}`))
    .join(', ') || 'no claims';

/** Problems of the document itself: those of a claim's verdict are told with the claim. */
export const documentProblems = (d: JudgedDocument): readonly Problem[] => {
  const key = (p: Problem): string => `${p.code} ${p.span.start} ${p.message}`;
  const told = new Set(d.claims.flatMap(c => (c.verdict.problem ? [key(c.verdict.problem)] : [])));
  return d.problems.filter(p => !told.has(key(p)));
};

export const EXIT = { holds: 0, fails: 1, unreadable: 2, bug: 70 } as const;

/**
 * 70 when judges contradict each other, else 1 when a claim is refuted, a misfit or below `min`, else 2 when something
 * could not be read, else 0. A refuted claim is not hidden by an unreadable one.
 */
export const exitCode = (run: Run, min: VerdictName = 'supported'): number => {
  const { documents } = run;
  if (documents.some(d => d.contradictions.length > 0)) return EXIT.bug;
  const verdicts = documents.flatMap(d => d.claims.map(c => c.verdict.name));
  const enough = VERDICTS.indexOf(min);
  if (verdicts.some(v => v === 'refuted' || v === 'misfit' || (holds(v) && VERDICTS.indexOf(v) > enough)))
    return EXIT.fails;
  const unread =
    verdicts.includes('unreadable') || documents.some(d => d.problems.some(p => p.severity === 'error'));
  return unread ? EXIT.unreadable : EXIT.holds;
};
