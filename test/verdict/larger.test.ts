// What holds at small sizes only: the sides are different networks, and a counterexample is found where sizes are large enough.

import { expect, test } from 'vitest';
import { identity, judge } from '../../src/index.ts';

test.each([
  ['A: n×n', 'tr(A)^3 − 3 tr(A) tr(A^2) + 2 tr(A^3) = 0', 3],
  ['A: n×n', 'tr(A)^4 − 6 tr(A)^2 tr(A^2) + 3 tr(A^2)^2 + 8 tr(A) tr(A^3) = 6 tr(A^4)', 4],
  [
    'A: n×n',
    'tr(A)^5 − 10 tr(A)^3 tr(A^2) + 15 tr(A) tr(A^2)^2 + 20 tr(A)^2 tr(A^3) − 20 tr(A^2) tr(A^3) − 30 tr(A) tr(A^4) = −24 tr(A^5)',
    5,
  ],
  ['A: n×n, B: n×n, C: n×n', '(A B − B A)^2 C = C (A B − B A)^2', 3],
])('%s: %s is false from size %#', async (where, claim, n) => {
  const { claims, contradictions } = await judge(identity({ name: 'larger', where, claim, source: 'test' }));
  const { name, counterexample, evidence } = claims[0]!.verdict;
  expect([name, counterexample?.dimensions, evidence.trials, contradictions]).toEqual([
    'refuted',
    { n },
    undefined,
    [],
  ]);
});
