// Prover and exact verifier never contradict each other on random pairs, and the comparison would see it if they did.

import { expect, test } from 'vitest';
import { toUnicode } from '../../src/latex/print.ts';
import { prove } from '../../src/prove/index.ts';
import { comparePair, type Disagreement, JUDGES, type Judges } from './compare.ts';
import { pairOf } from './pairs.ts';

const SEED = 'soundness';
const PAIRS = Number(process.env.REDERIVE_PAIRS ?? 2000);

test(`${PAIRS} pairs without a disagreement`, { timeout: 600_000 }, () => {
  const disagreements: string[] = [];
  const counts = { proved: 0, unequal: 0, abstained: 0 };
  for (let k = 0; k < PAIRS; k++) {
    const pair = pairOf(SEED, k);
    const { prove: says, disagreement } = comparePair(pair, SEED);
    counts[says as keyof typeof counts]++;
    const { lhs, rhs } = pair.statement;
    if (disagreement) disagreements.push(`${k}: ${disagreement}: ${toUnicode(lhs)} = ${toUnicode(rhs)}`);
  }
  expect(disagreements).toEqual([]);
  expect(counts.proved).toBeGreaterThan(PAIRS * 0.4);
  expect(counts.unequal).toBeGreaterThan(PAIRS * 0.2);
});

test('a pair is made again from its seed and number', () => {
  const [first, again] = [pairOf(SEED, 17), pairOf(SEED, 17)];
  expect(again).toEqual(first);
  expect(pairOf('other', 17)).not.toEqual(first);
});

/** A judge that errs is found out, by the kind of disagreement that its error makes. */
const PLANTED: readonly [string, Judges, Disagreement][] = [
  [
    'a prover that proves another statement',
    { ...JUDGES, prove: s => prove({ ...s, rhs: s.lhs }) },
    'proved, and refuted exactly',
  ],
  [
    'a prover that tells equal sides apart',
    { ...JUDGES, prove: () => ({ outcome: 'unequal', complete: true }) },
    'equal by construction in the decided fragment, and not proved',
  ],
  [
    'a prover that calls equal sides unequal, beside one slip that changes nothing',
    { ...JUDGES, prove: () => ({ outcome: 'unequal', complete: true }) },
    'unequal by a complete procedure, and equal at larger sizes',
  ],
  [
    'a verifier that refutes',
    { ...JUDGES, prove: () => ({ outcome: 'abstained' }), verify: () => ({ outcome: 'different' }) },
    'equal by construction, and refuted exactly',
  ],
];
test.each(PLANTED)('%s is found out', (_, judges, expected) => {
  const found = Array.from(
    { length: 100 },
    (_, k) => comparePair(pairOf(SEED, k), SEED, judges).disagreement,
  );
  expect(found).toContain(expected);
});
