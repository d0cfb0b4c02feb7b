// The prover alone: the Jacobian of the example, one shelf, the whole catalogue, and networks with many symmetries.
// "first" is the first proof of a claim in this process, "warm" the median of many.

import { chapterNames, loadChapter, unitsOf } from '../properties/catalogue/table.ts';
import { identity, type Statement } from '../src/index.ts';
import { prove } from '../src/prove/index.ts';
import { claims } from './peers/claims.ts';

const ROUNDS = 51;
const FIRST_SHELF = ['vec-and-kronecker', 'hadamard-diag'];

const statementOf = (where: string, claim: string): Statement => {
  const content = identity({ name: claim, where, claim, source: 'bench' }).claims[0]!.readings[0]!.content;
  if (!('statement' in content)) throw new Error(`${claim} is no statement`);
  return content.statement;
};
const SYMMETRIC: readonly [where: string, claim: string][] = [
  ['A: n×n, B: n×n', 'tr((A + B)^8) = tr((B + A)^8)'],
  ['A: n×n', 'tr(A)^{10} = tr(Aᵀ)^{10}'],
  ['A: n×n', '(1_nᵀ A 1_n)^8 = (1_nᵀ Aᵀ 1_n)^8'],
  ['A: symmetric n×n', 'tr(A^{16}) = tr((Aᵀ)^8 A^8)'],
];

const timed = (work: () => void): number => {
  const start = performance.now();
  work();
  return performance.now() - start;
};
const line = (what: string, first: number, warm: number): void => {
  console.log(`${what.padEnd(52)} first ${first.toFixed(2)} ms, warm ${warm.toFixed(3)} ms`);
};
const proofTimes = (what: string, all: readonly Statement[]): void => {
  let proved = 0;
  const once = (): void => {
    proved = all.filter(s => prove(s).outcome === 'proved').length;
  };
  const first = timed(once);
  const warm = Array.from({ length: all.length > 100 ? 3 : ROUNDS }, () => timed(once)).sort((a, b) => a - b);
  line(`${what}: ${proved} of ${all.length} proved`, first, warm[warm.length >> 1]!);
};

export const timeProver = async (): Promise<void> => {
  for (const [where, claim] of SYMMETRIC) proofTimes(claim, [statementOf(where, claim)]);
  proofTimes('the Jacobian of the example', [claims().at(-1)!]);
  const shelf = async (names: readonly string[]): Promise<Statement[]> =>
    unitsOf(await Promise.all(names.map(loadChapter)))
      .flatMap(unit => unit.document.claims)
      .flatMap(({ readings }) => readings)
      .flatMap(({ content }) => ('statement' in content ? [content.statement] : []));
  proofTimes(FIRST_SHELF.join(' and '), await shelf(FIRST_SHELF));
  proofTimes('the catalogue', await shelf(chapterNames()));
};
