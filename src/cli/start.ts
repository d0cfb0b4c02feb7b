// Starts the command. The program is one script; what V8 compiled of it is kept beside it after the first check, so that later ones need
// not compile it again. Where nothing can be written, every start is like the first.

import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';

/** Names the program that was built together with this file. */
declare const PROGRAM: string;

const file = join(__dirname, 'program.cjs');
const kept = join(__dirname, `program-${PROGRAM}-${process.version}-${process.arch}.cache`);

const compiled = (): Buffer | undefined => {
  try {
    return readFileSync(kept);
  } catch {
    return undefined;
  }
};
/** At once or not at all, since others may be reading. */
const keep = (script: Script): void => {
  const unfinished = `${kept}.${process.pid}`;
  try {
    writeFileSync(unfinished, script.createCachedData());
    renameSync(unfinished, kept);
  } catch {
    // It is only for speed.
  }
};

/**
 * By default V8 optimises whatever has run a little, in every thread anew, and collects garbage with helper threads that find no core free
 * when every core has a worker: for one document and for a thousand that costs more than it saves, a quarter of the processor time.
 * Each flag with the major versions of Node that know it; others would complain.
 */
const FLAGS: readonly (readonly [flag: string, from: number, to: number])[] = [
  ['--interrupt-budget=600000', 20, 21],
  ['--no-parallel-scavenge', 20, 24],
  ['--no-concurrent-marking', 20, 24],
  ['--no-concurrent-sweeping', 20, 24],
];
const major = Number.parseInt(process.versions.node, 10);
for (const [flag, from, to] of FLAGS) if (from <= major && major <= to) setFlagsFromString(flag);

const cachedData = compiled();
const script = new Script(readFileSync(file, 'latin1'), { filename: file, cachedData });
if ((!cachedData || script.cachedDataRejected) && process.argv[2] === 'check')
  process.once('exit', () => keep(script));
script.runInThisContext()(exports, require, module, file, __dirname, (url: string) => import(url));
