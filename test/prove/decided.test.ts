// Never unknown for polynomials in symbols without structure: a proof, or a counterexample.

import { expect, test } from 'vitest';
import { below, stream } from '../../src/number/random.ts';
import { prove } from '../../src/prove/index.ts';
import { refute } from '../../src/refute/index.ts';
import { statement } from './claims.ts';
import { GENERAL, Generator } from './generate.ts';

/** Half of them one slip apart, half of them two values that have nothing to do with each other. */
test('120 random claims', () => {
  const open: number[] = [];
  let refuted = 0;
  for (let k = 0; k < 120; k++) {
    const random = stream('decided', `${k}`);
    const g = new Generator(random, GENERAL);
    const left = g.expression(g.shape(), 2 + below(random, 3));
    const right = k % 2 ? g.twisted(g.slipped(left)) : g.expression(left.shape, 2);
    const claim = statement(left, right);
    const answer = prove(claim);
    if (answer.outcome === 'proved') continue;
    const largest = answer.outcome === 'unequal' ? answer.largest : 0;
    if (refute(claim, stream('refute', `${k}`), { largest })) refuted++;
    else open.push(k);
  }
  expect(open).toEqual([]);
  expect(refuted).toBeGreaterThan(60);
});
