// npm run soundness -- --pairs N [--seed TEXT] [--only K]: N random pairs judged by the prover and by the exact verifier.
// Prints what they answered, the rate and the seed, and every disagreement with what makes it again; ends with 1 if there is any.

import { parseArgs } from 'node:util';
import { toUnicode } from '../src/latex/print.ts';
import { comparePair } from '../test/soundness/compare.ts';
import { pairOf } from '../test/soundness/pairs.ts';

const { values } = parseArgs({
  options: {
    pairs: { type: 'string', default: '20000' },
    seed: { type: 'string', default: 'soundness' },
    only: { type: 'string' },
  },
});
const whole = (name: string, text: string, least: number): number => {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number >= least) return number;
  console.error(`--${name} is a whole number of at least ${least}, not "${text}"`);
  process.exit(2);
};
const { seed } = values;
const first = values.only === undefined ? 0 : whole('only', values.only, 0);
const end = values.only === undefined ? whole('pairs', values.pairs, 1) : first + 1;

const counts = new Map<string, number>();
const count = (what: string): void => void counts.set(what, (counts.get(what) ?? 0) + 1);
let disagreements = 0;
const started = performance.now();
for (let k = first; k < end; k++) {
  const pair = pairOf(seed, k);
  const { prove, verify, disagreement } = comparePair(pair, seed);
  const made = pair.equal ? 'equal by construction' : 'one slip apart';
  const { lhs, rhs } = pair.statement;
  count(`${made} · prove: ${prove} · verify: ${verify}`);
  if (disagreement) disagreements++;
  if (disagreement || values.only !== undefined)
    console.log(
      `${disagreement ?? 'no disagreement'} (${pair.kind}, ${made}; prove: ${prove}, verify: ${verify})\n` +
        `  ${toUnicode(lhs)}\n  = ${toUnicode(rhs)}\n` +
        `  again: npm run soundness -- --seed ${JSON.stringify(seed)} --only ${k}`,
    );
}
const seconds = (performance.now() - started) / 1000;
for (const [what, number] of [...counts].sort()) console.log(`${String(number).padStart(9)}  ${what}`);
console.log(
  `${end - first} pairs, ${disagreements} disagreements, ${Math.round((end - first) / seconds)} pairs/s, seed ${JSON.stringify(seed)}`,
);
process.exitCode = disagreements > 0 ? 1 : 0;
