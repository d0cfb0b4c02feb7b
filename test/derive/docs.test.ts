// docs/derive.md shows what the command says: its example is answered again, and its figures are those of the list.

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { derive } from '../../src/derive/index.ts';
import { FUNCTIONS } from './functions.ts';

const page = readFileSync('docs/derive.md', 'utf8');

test('the example of docs/derive.md', async () => {
  const [, text, wrt, where] = /derive "([^"]+)" --wrt (\S+) --where "([^"]+)"/.exec(page)!;
  const answer = await derive({ function: text!, wrt: wrt!, where: where! });
  if (answer.outcome !== 'derived') throw new Error(answer.outcome);
  const { derivative, differential, hessian } = answer;
  for (const shown of [derivative.unicode, derivative.latex, derivative.numpy, derivative.javascript])
    expect(page).toContain(`${shown}\n`);
  expect(page).toContain(`differential  ${differential?.unicode}\n`);
  expect(page).toContain(`Hessian       ${hessian?.unicode}\n`);
});

test('the number of functions in docs/derive.md', () => {
  expect(page).toContain(`${FUNCTIONS.length} of ${FUNCTIONS.length} are proved`);
});
