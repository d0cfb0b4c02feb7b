// The gate of a call: what passes, what is known from a baseline, and what is said about it on standard error.

import { readFile } from 'node:fs/promises';
import { Baseline, BaselineError, baselineOf, decodeBaseline, encodeBaseline } from '../report/baseline.ts';
import { writeAtomically } from '../report/files.ts';
import { type Finding, failureText, findings, type Gate, withoutKnown } from '../report/gate.ts';
import { readable } from '../report/readable.ts';
import { exitCode } from '../report/summary.ts';
import { clean } from '../report/text.ts';
import { count } from '../report/words.ts';
import type { Run } from '../verdict/verdict.ts';
import type { CheckOptions } from './check.ts';
import { tell } from './terminal.ts';

/** The gate that the options describe; null when the baseline cannot be used, which is told. */
export const gateOf = async ({ min, baseline, writeBaseline }: CheckOptions): Promise<Gate | null> => {
  const file = baseline ?? writeBaseline;
  if (file === undefined) return { min };
  try {
    return { min, baseline: decodeBaseline(await readFile(file, 'utf8')) };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' && baseline === undefined) return { min, baseline: new Baseline([]) };
    if (error instanceof BaselineError)
      tell(`${file}: error: this baseline cannot be used: ${error.message}`);
    else if (code === 'ENOENT')
      tell(`${file}: error: there is no such baseline; write one with --write-baseline ${file}`);
    else tell(`${file}: error: this baseline cannot be read (${code ?? (error as Error).message})`);
    return null;
  }
};

/** With --write-baseline, all present failures are written and known from here on. Null when they cannot be written. */
export const adopt = async (run: Run, gate: Gate, { writeBaseline }: CheckOptions): Promise<Gate | null> => {
  if (writeBaseline === undefined) return gate;
  const all = findings(run, { min: gate.min });
  const adopted = all.filter(f => f.document.text !== '');
  const baseline = baselineOf(run, adopted, gate.baseline ?? null);
  try {
    await writeAtomically(writeBaseline, encodeBaseline(baseline));
  } catch (error) {
    tell(`error: the baseline could not be written to ${writeBaseline}: ${(error as Error).message}`);
    return null;
  }
  tell(`${writeBaseline}: ${count(adopted.length, 'failure')} written; from now on only new ones count`);
  return { min: gate.min, baseline };
};

/** Says what the gate adds to the report, and returns the exit code. */
export const pass = (run: Run, gate: Gate, { baseline, writeBaseline, min }: CheckOptions): number => {
  const found = findings(run, gate);
  const file = writeBaseline ?? baseline;
  for (const f of found)
    if (f.failure === 'below-min' && !f.known)
      tell(`${place(f)}: ${failureText(f, gate)}: ${clean(readable(f.judged.claim.text))}`);
  const known = found.filter(f => f.known).length;
  if (known) tell(`${file}: ${count(known, 'known failure')} let pass`);
  for (const e of gate.baseline?.stale(run, found) ?? [])
    tell(
      `${file}: warning: stale: ${e.path} has no such failure any more: ${e.what}: ${clean(readable(e.text))}`,
    );
  return exitCode(withoutKnown(run, found), min);
};

const place = (f: Finding): string => `${clean(f.document.path)}:${f.line}:${f.column}`;
