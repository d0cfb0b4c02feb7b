// One workload of ours in a process of its own, as the peers have theirs: `ours TASK [N]` prints one JSON line with the milliseconds.

import type { Statement } from '../../src/index.ts';
import { stream } from '../../src/number/random.ts';
import { prove } from '../../src/prove/index.ts';
import { refute } from '../../src/refute/index.ts';
import { sample } from '../../src/sample/index.ts';
import { verifyAt } from '../../src/verify/index.ts';
import { claims, slips } from './claims.ts';

const ROUNDS = 200;
/** Rounds of samples before the clock starts, the same as in plain.ts. */
const ROUNDS_BEFORE = 5;
/** Rounds of proofs before the clock starts: until V8 has compiled what it will. */
const WARMING = 2000;

const timed = (work: () => void): number => {
  const start = performance.now();
  work();
  return performance.now() - start;
};
const median = (of: number[]): number => of.sort((a, b) => a - b)[of.length >> 1]!;
const must = (is: boolean, what: string): void => {
  if (!is) throw new Error(what);
};

const sampled = (all: readonly Statement[], n: number): void =>
  all.forEach((statement, k) => {
    const found = sample(statement, k, { runs: n });
    must(found.outcome === 'agree' && found.samples.instances === n, `claim ${k} was not sampled ${n} times`);
  });

/** Milliseconds of each task; what a task finds is checked in it. */
const TASKS: Readonly<Record<string, (n: number) => number>> = {
  sampling: n => {
    const all = claims();
    return timed(() => sampled(all, n));
  },
  'sampling-warm': n => {
    const all = claims();
    for (let k = 0; k < ROUNDS_BEFORE; k++) sampled(all, n);
    return timed(() => sampled(all, n));
  },
  proof: () => {
    const all = claims();
    const once = (): void =>
      all.forEach((statement, k) => {
        must(prove(statement).outcome === 'proved', `claim ${k} was not proved`);
      });
    for (let k = 0; k < WARMING; k++) once();
    return (
      timed(() => {
        for (let k = 0; k < ROUNDS; k++) once();
      }) / ROUNDS
    );
  },
  refutation: () => {
    const all = slips();
    return timed(() =>
      all.forEach((statement, k) => {
        must(refute(statement, stream('bench', `${k}`)) !== null, `slip ${k} was not refuted`);
      }),
    );
  },
  /** The Jacobian claim at k = n, exactly, at two points. */
  exact: n => {
    const jacobian = claims().at(-1)!;
    const sizes = new Map(jacobian.dimensions.map(name => [name, n]));
    const random = stream('bench', 'exact');
    const once = (): number =>
      timed(() => {
        const found = verifyAt(jacobian, sizes, random);
        must(
          found.outcome === 'equal' && found.log2ErrorProbability < -39.4,
          'the Jacobian was not verified',
        );
      });
    for (let k = 0; k < ROUNDS; k++) once();
    return median(Array.from({ length: ROUNDS }, once));
  },
};

const [task = '', n = '1000'] = process.argv.slice(2);
const run = TASKS[task];
if (!run) throw new Error(`no task is called ${task}: there are ${Object.keys(TASKS).join(', ')}`);
console.log(JSON.stringify({ ms: run(Number(n)) }));
