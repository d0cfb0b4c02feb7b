// How often the first suggestion is the true line: `npm run repairs [-- --seed TEXT]`, on the shelf of mistakes and on mutants with one slip on
// either side that the seed draws (test/repair/measured.ts). Prints what is not offered as the row has it, and what takes long.

import { parseArgs } from 'node:util';
import { type Case, type Mended, mend, mutants, shelf } from '../test/repair/measured.ts';

const MUTANTS = 400;
const SLOW = 300;

const report = async (title: string, cases: readonly Case[]): Promise<void> => {
  const all: Mended[] = [];
  for (const c of cases) {
    const found = await mend(c);
    if (!found) continue;
    all.push(found);
    const { outcome, repair, milliseconds } = found;
    if (milliseconds > SLOW) console.log(`  ${milliseconds.toFixed(0)} ms: ${c.wrong.claim}`);
    if (outcome !== 'the row')
      console.log(
        `  ${outcome}: ${c.name}: ${c.wrong.claim}\n    ${repair ? `offered: ${repair.text}` : 'nothing offered'}\n    true:    ${c.right.text}`,
      );
  }
  const times = all.map(a => a.milliseconds).sort((a, b) => a - b);
  const at = (share: number): string =>
    `${(times[Math.floor(share * (times.length - 1))] ?? 0).toFixed(0)} ms`;
  const count = (...outcomes: Mended['outcome'][]): string => {
    const n = all.filter(a => outcomes.includes(a.outcome)).length;
    return `${n} of ${all.length} (${((100 * n) / all.length).toFixed(1)} %)`;
  };
  console.log(
    `${title}: the first suggestion is the row for ${count('the row')}, that or another true line one edit away for ${count('the row', 'near')}; median ${at(0.5)}, 90 % below ${at(0.9)}, slowest ${at(1)}`,
  );
};

const { values } = parseArgs({ options: { seed: { type: 'string', default: 'repairs' } } });
const drawn = await mutants(values.seed, MUTANTS);
await report('the shelf of mistakes', await shelf());
for (const side of ['right', 'left'] as const)
  await report(
    `mutants of the ${side} side, seed ${values.seed}`,
    drawn.filter(c => c.side === side),
  );
