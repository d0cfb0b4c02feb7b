// Two engines, one truth: what prover and exact verifier say of a pair is laid side by side; where they cannot both be right there is a disagreement.
//   promised: every proved statement that an exact trial refutes is reported
//   promised: every pair that is equal by construction and is refuted, or is in the decided fragment and not proved, is reported
//   a budget that is spent is counted, and is no disagreement

import type { Convention } from '../../src/expression/convention.ts';
import type { Statement } from '../../src/expression/judgement.ts';
import { type Random, stream } from '../../src/number/random.ts';
import { prove } from '../../src/prove/index.ts';
import { verify } from '../../src/verify/index.ts';
import { agrees } from '../prove/points.ts';
import type { Pair } from './pairs.ts';

export interface Judges {
  readonly prove: (
    s: Statement,
    constrained: Convention | null,
  ) => { readonly outcome: string; readonly complete?: boolean };
  readonly verify: (
    s: Statement,
    random: Random,
    constrained: Convention | null,
  ) => { readonly outcome: string };
}
/** Multiplications for a pair: small shapes, where many pairs say more than much work on one. */
const WORK = 50_000;
export const JUDGES: Judges = {
  prove: (s, constrained) => prove(s, constrained ? { constrained } : {}),
  verify: (s, random, constrained) => verify(s, random, { log2Error: -20, work: WORK, constrained }),
};

export type Disagreement =
  | 'proved, and refuted exactly'
  | 'equal by construction, and refuted exactly'
  | 'equal by construction in the decided fragment, and not proved'
  | 'unequal by a complete procedure, and equal at larger sizes';

export interface Comparison {
  readonly prove: string;
  readonly verify: string;
  readonly disagreement: Disagreement | null;
}

const LARGER = [
  [5, 4],
  [4, 6],
].map(
  ([m, n]) =>
    new Map([
      ['m', m!],
      ['n', n!],
    ]),
);

/** Both judges' answers to a pair; the seed names the random stream of the exact trials. */
export const comparePair = (pair: Pair, seed: string, judges: Judges = JUDGES): Comparison => {
  const { statement, convention } = pair;
  const random = stream(seed, `trials ${pair.number}`);
  const proof = judges.prove(statement, convention);
  const exact = judges.verify(statement, random, convention);
  const found = (): Disagreement | null => {
    if (exact.outcome === 'different') {
      if (proof.outcome === 'proved') return 'proved, and refuted exactly';
      if (pair.equal) return 'equal by construction, and refuted exactly';
    }
    if (pair.equal && proof.outcome === 'unequal' && (pair.decided || proof.complete))
      return 'equal by construction in the decided fragment, and not proved';
    const isMissed = proof.outcome === 'unequal' && proof.complete && exact.outcome === 'equal';
    if (
      isMissed &&
      (convention === null || convention === 'free') &&
      LARGER.every(sizes => agrees(statement, sizes, random))
    )
      return 'unequal by a complete procedure, and equal at larger sizes';
    return null;
  };
  return { prove: proof.outcome, verify: exact.outcome, disagreement: found() };
};
