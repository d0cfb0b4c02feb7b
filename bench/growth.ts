// How cost grows: proofs with the number of factors and terms, judging a claim with the dimension, the memory that takes, and reading with
// the length of the text. Each table ends with the slope of log cost over log size between its last sizes, and what it may be at most;
// times are the least of several rounds in one warm process. At last a whole document of a hundred claims.

import type { IdentityRow, Statement } from '../src/index.ts';
import { stream } from '../src/number/random.ts';
import { built } from './built.ts';
import { ROWS } from './peers/claims.ts';

const { elaborate, identity, judge: judgeAll, prove, read, verifyAt } = built;
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

/** Claims of many kinds about the letters A, B and x of one index. */
const KINDS: readonly string[] = [
  '(A B)^T = B^T A^T',
  '\\operatorname{tr}(A B) = \\operatorname{tr}(B A)',
  '\\operatorname{vec}(A B) = (B^T \\otimes I_n) \\operatorname{vec}(A)',
  '\\frac{\\partial x^T A x}{\\partial x} = (A + A^T) x',
  '\\operatorname{tr}(A^T B) = \\operatorname{vec}(A)^T \\operatorname{vec}(B)',
  '\\|A x\\|^2 = x^T A^T A x',
  '(A \\otimes B)^T = A^T \\otimes B^T',
  '(A \\odot B) x = \\operatorname{diag}(A \\operatorname{diag}(x) B^T)',
  '\\frac{\\partial \\operatorname{tr}(A B)}{\\partial A} = B^T',
  'A (A + B) = A^2 + A B',
];
const CLAIMS = 100;
const MOST_MILLISECONDS = 500;
/** A document of a hundred claims, judged by all judges in a warm process. */
const measureDocument = async (): Promise<void> => {
  const text = Array.from({ length: CLAIMS }, (_, k) => {
    const [kind, i] = [KINDS[k % KINDS.length]!, Math.floor(k / KINDS.length)];
    const claim = kind.replace(/(?<![\\\w])([ABx])(?!\w)/g, `$1_{${i}}`);
    const declared = `Let $A_{${i}}, B_{${i}} \\in \\mathbb{R}^{n \\times n}$ and $x_{${i}} \\in \\mathbb{R}^n$.`;
    return `${k % KINDS.length ? '' : declared}\n\n$$${claim}$$`;
  }).join('\n');
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    const { claims } = await judgeAll(elaborate(read(text)));
    times.push(performance.now() - start);
    const proved = claims.filter(c => c.verdict.name === 'proved').length;
    if (proved !== CLAIMS) throw new Error(`${proved} of ${CLAIMS} claims were proved`);
  }
  const [best, median] = [times.toSorted((a, b) => a - b)[0]!, times.toSorted((a, b) => a - b)[ROUNDS >> 1]!];
  console.log(`a document of ${CLAIMS} claims, warm, all judges`);
  console.log(
    `  least ${best.toFixed(0)} ms, median ${median.toFixed(0)} ms, wanted below ${MOST_MILLISECONDS}: ${median < MOST_MILLISECONDS ? 'met' : 'missed'}`,
  );
};

export const measureGrowth = async (): Promise<void> => {
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
  await measureDocument();
};
