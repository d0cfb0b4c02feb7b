// Code under test: is this function the derivative of that one, and is it what the formula says?

import type { Layout } from '../expression/expression.ts';
import { type Drawn, instances } from '../sample/index.ts';
import { check, type Outcome } from './check.ts';
import type { Form } from './numbers.ts';
import { decodeStored, type StoredFiles, storedFiles } from './stored.ts';
import { subjectOf, type Where } from './subject.ts';
import type { Code, Task } from './task.ts';
import { agreementText, failureLines } from './words.ts';

export { type Form, type Numbers, NumbersError } from './numbers.ts';
export { storedName } from './stored.ts';
export { SubjectError, type Where, whereText } from './subject.ts';
export type { Code };

export interface CodeOptions {
  /** The derivative as LaTeX in the letters of the declarations; held against code and differences. */
  readonly formula?: string | undefined;
  /** The letter that varies; by default the first one. */
  readonly wrt?: string | undefined;
  /** Of a Jacobian: numerator (F down, X across) unless said. */
  readonly layout?: 'numerator' | 'denominator' | undefined;
  /** How the code gets its matrices: nested arrays unless said. */
  readonly as?: Form | undefined;
  /** Instances to try: 30 unless said. */
  readonly runs?: number | undefined;
  /** Largest size of a dimension: 4 unless said. */
  readonly maxSize?: number | undefined;
}
export interface Judgement {
  readonly outcome: Outcome['outcome'];
  /** One line for agreement, a full account of a failure. */
  readonly text: string;
  /** The failing instance, to be kept. */
  readonly files: StoredFiles | null;
}

const [RUNS, MAX_SIZE] = [30, 4];

/**
 * Judges a derivative at random instances. `derivative` is code, or null where only a formula is held against the function.
 * @throws SubjectError when the declarations or the formula cannot be understood
 * @throws NumbersError when the function gives no numbers, or not the same twice
 */
export const judgeCode = (
  kind: Task['kind'],
  f: Code,
  derivative: Code | null,
  where: Where,
  options: CodeOptions & { readonly seed: string; readonly name: string; readonly stored: string | null },
): Judgement => {
  const layout: Layout = kind === 'gradient' ? 'gradient' : (options.layout ?? 'numerator');
  const subject = subjectOf(where, { formula: options.formula, wrt: options.wrt, layout });
  const task: Task = { subject, f, derivative, kind, layout, form: options.as ?? 'arrays' };
  const stored = options.stored === null ? null : decodeStored(options.stored, options.name);
  const outcome = check(task, {
    seed: options.seed,
    name: options.name,
    runs: options.runs ?? RUNS,
    maxSize: options.maxSize ?? MAX_SIZE,
    stored: stored && usable(task, stored) ? stored : null,
  });
  switch (outcome.outcome) {
    case 'agree':
      return { outcome: 'agree', text: agreementText(task, outcome), files: null };
    case 'undecided':
      return { outcome: 'undecided', text: `? not decided: ${outcome.why}`, files: null };
    case 'differ': {
      const lines = failureLines(task, outcome.drawn, outcome.look);
      return {
        outcome: 'differ',
        text: lines.join('\n'),
        files: storedFiles(options.name, outcome.drawn, lines),
      };
    }
    default: {
      const unknown: never = outcome;
      throw new TypeError(`unknown outcome ${String(unknown)}`);
    }
  }
};

const usable = ({ subject: { statement } }: Task, drawn: Drawn): boolean =>
  statement.symbols.every(s => drawn.values.has(s.name)) &&
  instances(statement).canShrinkWithoutContext(drawn);
