// `rederive check`: files in, a report out, counterexamples kept, an exit code.

import type { Layout } from '../expression/expression.ts';
import { writeAtomically, writeReports } from '../report/files.ts';
import { mathematicsStyle } from '../report/files-style.ts';
import { type RenderOptions, report } from '../report/formats.ts';
import type { Gate } from '../report/gate.ts';
import { EXIT } from '../report/summary.ts';
import { quoted } from '../report/words.ts';
import { type JudgedDocument, type Run, VERDICTS, type VerdictName } from '../verdict/verdict.ts';
import { among, type Selection, select } from './files.ts';
import { adopt, gateOf, pass } from './gate.ts';
import { nothingFound, withoutText } from './input.ts';
import { type JudgeFileOptions, judgeFile, type Task, tasksOf } from './judge-file.ts';
import { type Answer, inParallel, workersFor } from './pool.ts';
import { interruption, progress, tell, wantsColor } from './terminal.ts';

export interface CheckOptions {
  readonly format: string;
  readonly output?: string;
  readonly seed: string;
  readonly runs?: number;
  readonly layout: Layout | 'auto';
  readonly min: VerdictName;
  /** false for --no-reports. */
  readonly reports: string | false;
  readonly replay?: string;
  /** What is judged when the call names nothing. */
  readonly files?: readonly string[];
  /** The revision against which only changed files are judged. */
  readonly changed?: string;
  /** Failures that are let pass, and where the present ones are written to. */
  readonly baseline?: string;
  readonly writeBaseline?: string;
  /** Of this program. */
  readonly version?: string;
}

/** The exit code that a shell expects of an interrupted program. */
const INTERRUPTED = 130;

/** Judges all files, writes the report and the counterexamples, and returns the exit code. */
export const check = async (named: readonly string[], options: CheckOptions): Promise<number> => {
  const subject = await subjects(named, options);
  if (subject === null) return EXIT.unreadable;
  const gate = await gateOf(options);
  if (gate === null) return EXIT.unreadable;
  const { signal } = interruption();
  const nothing = subject.nothing.map(n => withoutText(n.named, nothingFound(n)));
  const answers = await answersTo(tasksOf(subject.files), options, signal);
  const judged = answers.map((answer, k) =>
    'document' in answer ? answer.document : withoutText(subject.files[k]!, bugProblem(answer.bug)),
  );
  const documents = [...nothing, ...judged];
  const failed = answers.some(answer => 'bug' in answer);
  const run: Run = { seed: options.seed, documents };
  await keep(run, options);
  if (signal.aborted) {
    await deliver(run, gate, options);
    // Of the last files that were begun, one for each worker, any may be unfinished.
    const atHand = Math.max(1, workersFor(subject.files.length));
    tell(goOn(subject.files.slice(Math.max(0, answers.length - atHand))));
    return failed ? EXIT.bug : INTERRUPTED;
  }
  const adopted = await adopt(run, gate, options);
  if (adopted === null) return EXIT.unreadable;
  const delivered = await deliver(run, adopted, options);
  if (failed) return EXIT.bug;
  if (!delivered) return EXIT.unreadable;
  return pass(run, adopted, options);
};

/** One after the other, or on several threads when there are many; an error is a bug of ours and stops no other file. */
const answersTo = async (
  tasks: readonly Task[],
  options: CheckOptions,
  signal: AbortSignal,
): Promise<Answer[]> => {
  const count = workersFor(tasks.length);
  const { seed, runs, layout, reports } = options;
  const how: JudgeFileOptions = { seed, layout, reports, ...(runs !== undefined && { runs }) };
  if (count > 1) {
    const bar = progress('judging', process.stderr, { unit: 'documents' });
    const onAnswer = (answer: Answer, done: number): void =>
      bar.update(done, tasks.length, 'document' in answer ? worstOf(answer.document) : 'unreadable');
    return inParallel(tasks, how, count, { signal, onAnswer }).finally(bar.done);
  }
  const answers: Answer[] = [];
  for (const task of tasks) {
    if (signal.aborted) break;
    try {
      answers.push({ document: await judgeFile(task, how, signal) });
    } catch (error) {
      answers.push({ bug: error });
    }
  }
  return answers;
};

const worstOf = ({ claims }: JudgedDocument): VerdictName =>
  VERDICTS[Math.max(0, ...claims.map(c => VERDICTS.indexOf(c.verdict.name)))]!;

/** What is to be judged; null when there is nothing, which is told. */
const subjects = async (named: readonly string[], options: CheckOptions): Promise<Selection | null> => {
  const wanted = named.length ? named : (options.files ?? (options.changed ? ['.'] : []));
  if (wanted.length === 0 && process.stdin.isTTY) {
    tell('error: no file given: rederive check FILE…, or pipe a document into rederive check');
    return null;
  }
  const all = await select(wanted.length ? wanted : ['-']);
  if (!options.changed) return all;
  const { ChangedError, changedSince } = await import('./changed.ts');
  try {
    const files = among(all.files, await changedSince(options.changed));
    if (files.length === 0) tell(`no document changed since ${options.changed}`);
    return { files, nothing: all.nothing };
  } catch (error) {
    if (!(error instanceof ChangedError)) throw error;
    tell(`error: ${error.message}`);
    return null;
  }
};

/** How to judge the rest, the document at hand among it. */
const goOn = (rest: readonly string[]): string =>
  `interrupted: what is above is judged, the rest is not; to go on, with the options of this call: rederive check ${rest.map(quoted).join(' ')}`;

/** Writes the counterexamples; that they cannot be written changes no verdict. */
const keep = async (run: Run, { reports }: CheckOptions): Promise<void> => {
  if (!reports) return;
  try {
    await writeReports(reports, run);
  } catch (error) {
    tell(`warning: the counterexamples could not be written to ${reports}: ${(error as Error).message}`);
  }
};

/** Writes the report to where it was asked for; false when that cannot be. */
const deliver = async (run: Run, gate: Gate, options: CheckOptions): Promise<boolean> => {
  const { stdout } = process;
  const render: RenderOptions = {
    reports: options.reports || null,
    width: options.output ? 100 : (stdout.columns ?? 100),
    color: !options.output && wantsColor(stdout),
    mathematicsStyle: options.format === 'html' ? mathematicsStyle() : null,
    gate,
    ...(options.version && { version: options.version }),
  };
  const text = await report(run, options.format, render);
  if (!options.output) {
    stdout.write(text);
    return true;
  }
  try {
    await writeAtomically(options.output, text);
    return true;
  } catch (error) {
    tell(`error: the report could not be written to ${options.output}: ${(error as Error).message}`);
    return false;
  }
};

const bugProblem = (error: unknown): JudgedDocument['problems'][number] => ({
  severity: 'error',
  code: 'B001',
  message: `a bug of ours: ${process.env.REDERIVE_DEBUG ? (error as Error)?.stack : (error as Error)?.message}`,
  span: { start: 0, end: 0 },
  fix: 'please report it with the document; REDERIVE_DEBUG=1 shows where',
});
