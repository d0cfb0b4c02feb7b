// Reports on disk (Node): every file is written whole or not at all, under names that stay from run to run.

import { readFileSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Counterexample, Run } from '../verdict/verdict.ts';
import {
  CounterexampleError,
  counterexampleFiles,
  decodeCounterexample,
  type StoredCounterexample,
} from './counterexample.ts';
import { counterexampleName } from './words.ts';

let written = 0;

/** Writes beside the target, then renames: a reader sees the old file or the new one, never half of it. */
export const writeAtomically = async (path: string, text: string): Promise<void> => {
  await mkdir(dirname(path), { recursive: true });
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}-${written++}.tmp`);
  try {
    await writeFile(temporary, text, { flag: 'wx' });
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
};

/** Writes JSON and Markdown for each counterexample of a run; returns the JSON paths. Nothing is written for a run without one. */
export const writeReports = async (dir: string, run: Run): Promise<string[]> => {
  const paths: string[] = [];
  for (const { path: source, claims } of run.documents)
    for (const judged of claims) {
      const files = counterexampleFiles(judged, { path: source, seed: run.seed, reports: dir });
      if (!files) continue;
      const path = join(dir, files.name);
      await writeAtomically(`${path}.json`, files.json);
      await writeAtomically(`${path}.md`, files.markdown);
      paths.push(`${path}.json`);
    }
  return paths;
};

/**
 * A counterexample to replay.
 * @throws CounterexampleError when the file is missing, cut, edited or from another version
 */
export const readCounterexample = async (file: string): Promise<StoredCounterexample> => {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw new CounterexampleError(`it cannot be read: ${(error as NodeJS.ErrnoException).code ?? error}`);
  }
  return decodeCounterexample(text);
};

/** Counterexamples of earlier runs by claim id. A file that cannot be used is told and left out; it stops nothing. */
export const storedCounterexamples = (
  dir: string,
  ids: readonly string[],
  onProblem: (message: string) => void = () => {},
): Map<string, Counterexample> => {
  const found = new Map<string, Counterexample>();
  for (const id of ids) {
    const file = join(dir, `${counterexampleName(id)}.json`);
    try {
      const stored = decodeCounterexample(readFileSync(file, 'utf8'));
      if (stored.id === id) found.set(id, stored.counterexample);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOENT' || code === 'ENOTDIR') continue;
      if (error instanceof CounterexampleError) onProblem(`${file} is not used: ${error.message}`);
      else throw error;
    }
  }
  return found;
};
