// How cost grows: proofs with the number of factors and terms, exact trials with the dimension, reading with the length of the text.
// Each table ends with the slope of log time over log size between its last sizes; times are medians in one warm process.

import { elaborate, identity, read, type Statement } from '../src/index.ts';
import { stream } from '../src/number/random.ts';
import { prove } from '../src/prove/index.ts';
import { verifyAt } from '../src/verify/index.ts';
import { claims } from './peers/claims.ts';

const ROUNDS = 9;

const median = (work: () => void): number => {
  work();
  const times = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[ROUNDS >> 1]!;
};
const table = (title: string, sizes: readonly number[], work: (n: number) => () => void): void => {
  const times = sizes.map(n => median(work(n)));
  console.log(title);
  sizes.forEach((n, k) => {
    console.log(`  ${`${n}`.padStart(6)}  ${times[k]!.toFixed(3)} ms`);
  });
  const [last, before] = [sizes.length - 1, sizes.length - 3];
  const slope = Math.log(times[last]! / times[before]!) / Math.log(sizes[last]! / sizes[before]!);
  console.log(`  slope ${slope.toFixed(2)}`);
};
const statementOf = (where: string, claim: string): Statement => {
  const content = identity({ name: claim, where, claim, source: 'bench' }).claims[0]!.readings[0]!.content;
  if (!('statement' in content)) throw new Error(`${claim} is no statement`);
  return content.statement;
};
const proving = (statement: Statement) => (): void => {
  if (prove(statement).outcome !== 'proved') throw new Error('a claim of the bench was not proved');
};
const letters = (n: number): string[] => Array.from({ length: n }, (_, i) => `A_{${i + 1}}`);

export const measureGrowth = (): void => {
  table('prove: (A₁ … Aₙ)ᵀ = Aₙᵀ … A₁ᵀ', [4, 8, 16, 32, 64], n => {
    const names = letters(n);
    const where = names.map(a => `${a}: m×m`).join(', ');
    const turned = names.toReversed().map(a => `${a}^T`);
    return proving(statementOf(where, `(${names.join(' ')})^T = ${turned.join(' ')}`));
  });
  table('prove: A₁ + … + Aₙ = Aₙ + … + A₁', [4, 8, 16, 32, 64], n => {
    const names = letters(n);
    const where = names.map(a => `${a}: m×m`).join(', ');
    return proving(statementOf(where, `${names.join(' + ')} = ${names.toReversed().join(' + ')}`));
  });
  const jacobian = claims().at(-1)!;
  table(
    'verify the Jacobian claim at k = n (evaluating both sides once grows as n²)',
    [4, 16, 64, 128, 256, 512],
    n => {
      const sizes = new Map(jacobian.dimensions.map(name => [name, n]));
      return () => {
        if (verifyAt(jacobian, sizes, stream('bench', `${n}`)).outcome !== 'equal')
          throw new Error(`not equal at ${n}`);
      };
    },
  );
  table('read and elaborate: lines of prose and claims', [10, 100, 1000, 10_000], n => {
    const text = Array.from(
      { length: n / 2 },
      (_, i) => `Let $A_{${i}}$ be an $n \\times n$ matrix.\n$$A_{${i}} + A_{${i}} = 2 A_{${i}}$$`,
    ).join('\n');
    return () => {
      if (elaborate(read(text)).claims.length !== n / 2)
        throw new Error(`not every claim of ${n} lines was read`);
    };
  });
};
