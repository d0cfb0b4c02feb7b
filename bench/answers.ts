// How right and how short the derived answers are: each function of test/derive/functions.ts with the shortest known answer beside ours.
//   npm run answers

import { derive } from '../src/derive/index.ts';
import { FUNCTIONS } from '../test/derive/functions.ts';
import { measured } from '../test/derive/measured.ts';

let right = 0;
let short = 0;
const started = performance.now();
for (const row of FUNCTIONS) {
  const [text, wrt, where, known] = row;
  const answer = await derive({ function: text, wrt, where });
  if (answer.outcome !== 'derived') {
    console.log(
      `✗ ${text} by ${wrt}: ${answer.outcome === 'refused' ? answer.problem.message : answer.outcome === 'wrong' ? answer.claim : answer.reason}`,
    );
    continue;
  }
  right++;
  const { own, best } = await measured(row);
  if (own <= best) short++;
  console.log(
    `${own <= best ? ' ' : '>'} ${String(own).padStart(2)} : ${String(best).padEnd(2)}  ${answer.verdict.padEnd(9)}  ${text} by ${wrt}: ${answer.derivative.unicode}${own > best ? `   (known: ${known})` : ''}`,
  );
  for (const note of answer.notes) console.log(`            ${note}`);
}
const all = FUNCTIONS.length;
console.log(
  `${right} of ${all} answers are right; ${short} of ${all} (${Math.round((100 * short) / all)} %) are no longer than the shortest known one; ${((performance.now() - started) / 1000).toFixed(1)} s`,
);
process.exitCode = right === all && short >= 0.8 * all ? 0 : 1;
