// npm run soundness -- --pairs N [--seed TEXT] [--processes P] [--only K]: N random pairs judged by the prover and by the exact verifier.
// Prints what they answered, the rate and the seed, and every disagreement with what makes it again; ends with 1 if there is any.
//   promised: the same answers, in the same order, whatever the number of processes: each pair has its own random streams

import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { toUnicode } from '../src/latex/print.ts';
import { comparePair } from '../test/soundness/compare.ts';
import { pairOf } from '../test/soundness/pairs.ts';
import { answering, onAllCores } from './cores.ts';

/** What was answered for some pairs in a row. */
interface Part {
  readonly counts: ReadonlyMap<string, number>;
  readonly disagreements: readonly string[];
}
interface Range {
  readonly first: number;
  readonly end: number;
}
/** Pairs that a process is given at a time. */
const PART = 500;
const CHILD = '--child';

const judged = (seed: string, { first, end }: Range, always: boolean): Part => {
  const counts = new Map<string, number>();
  const disagreements: string[] = [];
  for (let k = first; k < end; k++) {
    const pair = pairOf(seed, k);
    const { prove, verify, disagreement } = comparePair(pair, seed);
    const made = pair.equal ? 'equal by construction' : 'one slip apart';
    const what = `${made} · prove: ${prove} · verify: ${verify}`;
    counts.set(what, (counts.get(what) ?? 0) + 1);
    if (!disagreement && !always) continue;
    const { lhs, rhs } = pair.statement;
    const convention = pair.convention ? `, ${pair.convention}` : '';
    disagreements.push(
      `${disagreement ?? 'no disagreement'} (${pair.kind}${convention}, ${made}; prove: ${prove}, verify: ${verify})\n` +
        `  ${toUnicode(lhs)}\n  = ${toUnicode(rhs)}\n` +
        `  again: npm run soundness -- --seed ${JSON.stringify(seed)} --only ${k}`,
    );
  }
  return { counts, disagreements };
};

const whole = (name: string, text: string, least: number): number => {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number >= least) return number;
  console.error(`--${name} is a whole number of at least ${least}, not "${text}"`);
  process.exit(2);
};
const main = async (): Promise<void> => {
  const { values } = parseArgs({
    options: {
      pairs: { type: 'string', default: '20000' },
      seed: { type: 'string', default: 'soundness' },
      processes: { type: 'string', default: String(availableParallelism()) },
      only: { type: 'string' },
    },
  });
  const { seed, only } = values;
  const first = only === undefined ? 0 : whole('only', only, 0);
  const end = only === undefined ? whole('pairs', values.pairs, 1) : first + 1;
  const processes = whole('processes', values.processes, 1);
  const ranges = Array.from({ length: Math.ceil((end - first) / PART) }, (_, k) => ({
    first: first + k * PART,
    end: Math.min(end, first + (k + 1) * PART),
  }));
  const started = performance.now();
  const parts =
    processes === 1 || ranges.length === 1
      ? ranges.map(range => judged(seed, range, only !== undefined))
      : await onAllCores<Range, Part>(import.meta.url, [CHILD, seed], ranges, processes);
  const seconds = (performance.now() - started) / 1000;
  const counts = new Map<string, number>();
  for (const part of parts)
    for (const [what, count] of part.counts) counts.set(what, (counts.get(what) ?? 0) + count);
  const said = parts.flatMap(p => p.disagreements);
  for (const text of said) console.log(text);
  for (const [what, count] of [...counts].sort()) console.log(`${String(count).padStart(9)}  ${what}`);
  const disagreements = said.filter(text => !text.startsWith('no disagreement')).length;
  console.log(
    `${end - first} pairs, ${disagreements} disagreements, ${Math.round((end - first) / seconds)} pairs/s, seed ${JSON.stringify(seed)}`,
  );
  process.exitCode = disagreements > 0 ? 1 : 0;
};

const [mode, seed] = process.argv.slice(2);
if (mode !== CHILD) await main();
else answering((range: Range) => judged(seed!, range, false));
