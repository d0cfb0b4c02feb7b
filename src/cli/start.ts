// Starts the command. The program is one script; what V8 compiled of it is kept beside it after the first check, so that later ones need
// not compile it again. Where nothing can be written, every start is like the first.

import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';
import { V8_FLAGS } from './flags.ts';

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

for (const flag of V8_FLAGS) setFlagsFromString(flag);

const cachedData = compiled();
const script = new Script(readFileSync(file, 'latin1'), { filename: file, cachedData });
if ((!cachedData || script.cachedDataRejected) && process.argv[2] === 'check')
  process.once('exit', () => keep(script));
script.runInThisContext()(exports, require, module, file, __dirname, (url: string) => import(url));
