// How cost grows: proofs with the number of factors and terms, judging a claim with the dimension, the memory that takes, and reading with
// the length of the text. Each table ends with the slope of log cost over log size between its last sizes, and what it may be at most;
// times are the least of several rounds in one warm process.

import type { IdentityRow, Statement } from '../src/index.ts';
import { stream } from '../src/number/random.ts';
import { built } from './built.ts';
import { ROWS } from './peers/claims.ts';

const { elaborate, identity, prove, read, verifyAt } = built;
const ROUNDS = 15;
const DIMENSIONS = [4, 16, 64, 128, 256, 512];

const least = (work: () => void): number => {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    work();
    best = Math.min(best, performance.now() - start);
  }
  return best;
};
/** Prints the costs and their slope between the last sizes. */
const table = (
  title: string,
  sizes: readonly number[],
  unit: string,
  cost: (n: number) => number,
  most: number,
): void => {
  const costs = sizes.map(cost);
  console.log(title);
  sizes.forEach((n, k) => {
    console.log(`  ${`${n}`.padStart(6)}  ${costs[k]!.toFixed(3)} ${unit}`);
  });
  const [last, before] = [sizes.length - 1, sizes.length - 3];
  const slope = Math.log(costs[last]! / costs[before]!) / Math.log(sizes[last]! / sizes[before]!);
  console.log(
    `  slope ${slope.toFixed(2)}, wanted at most ${most.toFixed(1)}: ${slope <= most ? 'met' : 'missed'}`,
  );
};

const statementOf = (row: Omit<IdentityRow, 'name' | 'source'>): Statement => {
  const { content } = identity({ ...row, name: row.claim, source: 'bench' }).claims[0]!.readings[0]!;
  if (!('statement' in content)) throw new Error(`${row.claim} is no statement`);
  return content.statement;
};
const proving = (statement: Statement): number =>
  least(() => {
    if (prove(statement).outcome !== 'proved') throw new Error('a claim of the bench was not proved');
  });
const letters = (n: number): string[] => Array.from({ length: n }, (_, i) => `A_{${i + 1}}`);

/** Megabytes of typed arrays that one run of the work asks for. */
const allocated = (work: () => void): number => {
  const Plain = globalThis.Float64Array;
  let bytes = 0;
  globalThis.Float64Array = new Proxy(Plain, {
    construct(target, args) {
      const made = Reflect.construct(target, args) as Float64Array;
      bytes += made.byteLength;
      return made;
    },
  });
  try {
    work();
  } finally {
    globalThis.Float64Array = Plain;
  }
  return bytes / 2 ** 20;
};

export const measureGrowth = (): void => {
  table(
    'prove: (A₁ … Aₙ)ᵀ = Aₙᵀ … A₁ᵀ',
    [4, 8, 16, 32, 64],
    'ms',
    n => {
      const names = letters(n);
      const where = names.map(a => `${a}: m×m`).join(', ');
      const turned = names.toReversed().map(a => `${a}^T`);
      return proving(statementOf({ where, claim: `(${names.join(' ')})^T = ${turned.join(' ')}` }));
    },
    2,
  );
  table(
    'prove: A₁ + … + Aₙ = Aₙ + … + A₁',
    [4, 8, 16, 32, 64],
    'ms',
    n => {
      const names = letters(n);
      const where = names.map(a => `${a}: m×m`).join(', ');
      return proving(
        statementOf({ where, claim: `${names.join(' + ')} = ${names.toReversed().join(' + ')}` }),
      );
    },
    2,
  );
  const jacobian = statementOf(ROWS.at(-1)!);
  const judge = (n: number) => (): void => {
    const sizes = new Map(jacobian.dimensions.map(name => [name, n]));
    if (verifyAt(jacobian, sizes, stream('bench', `${n}`)).outcome !== 'equal')
      throw new Error(`not equal at ${n}`);
  };
  // Evaluating both sides once at a point and along a direction takes n² multiplications.
  table(
    'judge the Jacobian claim exactly, k = n (evaluating both sides once grows as n²)',
    DIMENSIONS,
    'ms',
    n => least(judge(n)),
    2.2,
  );
  table(
    'memory that judging it asks for (the matrices given grow as n²)',
    DIMENSIONS,
    'MB',
    n => allocated(judge(n)),
    2.2,
  );
  table(
    'read and elaborate: lines of prose and claims',
    [10, 100, 1000, 5000],
    'ms',
    n => {
      const text = Array.from(
        { length: n / 2 },
        (_, i) => `Let $A_{${i}}$ be an $n \\times n$ matrix.\n$$A_{${i}} + A_{${i}} = 2 A_{${i}}$$`,
      ).join('\n');
      return least(() => {
        if (elaborate(read(text)).claims.length !== n / 2)
          throw new Error(`not every claim of ${n} lines was read`);
      });
    },
    1.2,
  );
};
