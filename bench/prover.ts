// The prover of the built library alone: the Jacobian of the example, one shelf, the whole catalogue, and networks with many symmetries.
// "first" is the first proof of a claim in this process, "warm" the median of many after a second, when V8 has compiled what it will.

import { chapterNames, loadChapter } from '../properties/catalogue/table.ts';
import type { IdentityRow, Statement } from '../src/index.ts';
import { built } from './built.ts';
import { ROWS } from './peers/claims.ts';

const { identity, prove } = built;

const ROUNDS = 51;
const WARMING_MS = 1000;
const FIRST_SHELF = ['vec-and-kronecker', 'hadamard-diag'];

const statementsOf = (row: IdentityRow): Statement[] =>
  identity(row).claims.flatMap(({ readings }) =>
    readings.flatMap(({ content }) => ('statement' in content ? [content.statement] : [])),
  );
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
  for (let spent = first; spent < WARMING_MS; ) spent += timed(once);
  const warm = Array.from({ length: all.length > 100 ? 3 : ROUNDS }, () => timed(once)).sort((a, b) => a - b);
  line(`${what}: ${proved} of ${all.length} proved`, first, warm[warm.length >> 1]!);
};

export const timeProver = async (): Promise<void> => {
  for (const [where, claim] of SYMMETRIC)
    proofTimes(claim, statementsOf({ name: claim, where, claim, source: 'bench' }));
  proofTimes('the Jacobian of the example', statementsOf({ ...ROWS.at(-1)!, source: 'bench' }));
  const shelf = async (names: readonly string[]): Promise<Statement[]> =>
    (await Promise.all(names.map(loadChapter))).flatMap(({ rows }) => rows.flatMap(statementsOf));
  proofTimes(FIRST_SHELF.join(' and '), await shelf(FIRST_SHELF));
  proofTimes('the catalogue', await shelf(chapterNames()));
};
