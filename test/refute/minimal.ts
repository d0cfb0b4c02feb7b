// Is a counterexample locally minimal? Every instance that is simpler in one place, made from the instance alone: this knows the order
// of docs/counterexamples.md and the declared structures, and nothing of how counterexamples are shrunk.

import { type Dimension, sizeOf } from '../../src/expression/dimension.ts';
import type { Different, Entries, Instance, Statement } from '../../src/expression/judgement.ts';
import { has, type Structure, type Sym } from '../../src/expression/symbol.ts';
import { stream } from '../../src/number/random.ts';
import { type Rational, rational, toText } from '../../src/number/rational.ts';
import { refute, replay as replayExactly } from '../../src/refute/index.ts';
import { replay as replaySampled, sample } from '../../src/sample/index.ts';

/** No entry of such a matrix can move alone. */
const CURVED: readonly Structure[] = [
  'orthogonal',
  'orthonormal-columns',
  'idempotent',
  'permutation',
  'unit',
];
/** Integers up to this one are simpler than any fraction or decimal. */
const SMALL = 3;

interface Numbers<N> {
  /** What comes before in 0, 1, −1, 2, −2, … and no further from 0; all small integers for what is no integer. */
  readonly simpler: (x: N) => N[];
  readonly negate: (x: N) => N;
}
const inOrder = (largest: number): number[] =>
  [0].concat(...Array.from({ length: largest }, (_, i) => [i + 1, -i - 1]));
const RATIONALS: Numbers<Rational> = {
  simpler: x => {
    if (x.den !== 1n) return inOrder(SMALL).map(n => rational(n));
    const n = Number(x.num);
    return inOrder(Math.abs(n))
      .filter(m => Math.abs(m) < Math.abs(n) || (n < 0 && m === -n))
      .map(m => rational(m));
  },
  negate: x => rational(-x.num, x.den),
};
const DOUBLES: Numbers<number> = {
  simpler: x => {
    if (Number.isInteger(x)) return RATIONALS.simpler(rational(x)).map(y => Number(y.num));
    const shorter = [1, 10, 100].map(scale => Math.trunc(x * scale) / scale);
    return [...new Set([...inOrder(SMALL), ...shorter])].filter(y => y !== x);
  },
  negate: x => 0 - x,
};

/** Every instance that is simpler by one entry, one entry of a direction, one free index, or one position of one dimension. */
function* simplerInstances<N>(
  s: Statement,
  at: Instance<N>,
  { simpler, negate }: Numbers<N>,
): Generator<Instance<N>> {
  for (const [name, size] of at.dimensions)
    for (let position = 1; size > 1 && position <= size; position++) {
      const smaller = without(s, at, name, position);
      if (smaller) yield smaller;
    }
  for (const [name, value] of at.indices)
    for (let less = 1; less < value; less++) yield { ...at, indices: new Map(at.indices).set(name, less) };
  for (const kind of ['values', 'directions'] as const)
    for (const [name, entries] of at[kind]) {
      const symbol = s.symbols.find(x => x.name === name)!;
      if (CURVED.some(c => has(symbol, c))) continue;
      for (const [i, x] of entries.data.entries())
        for (const y of simpler(x)) {
          const moved = withEntry(symbol, entries, i, y, negate);
          if (moved) yield { ...at, [kind]: new Map(at[kind]).set(name, moved) };
        }
    }
}

/** One entry moved with those that are bound to it; null where the structure has a fixed entry. */
const withEntry = <N>(s: Sym, e: Entries<N>, at: number, x: N, negate: (x: N) => N): Entries<N> | null => {
  const [row, col] = [Math.floor(at / e.cols), at % e.cols];
  const symmetric = has(s, 'symmetric') || has(s, 'positive-definite');
  const fixed =
    (has(s, 'diagonal') && row !== col) ||
    (has(s, 'lower-triangular') && row < col) ||
    (has(s, 'upper-triangular') && row > col) ||
    (has(s, 'skew') && row >= col);
  if (fixed) return null;
  const data = e.data.map((old, i) => {
    const [r, c] = [Math.floor(i / e.cols), i % e.cols];
    if (i === at || (has(s, 'toeplitz') && r - c === row - col)) return x;
    const mirrored = has(s, 'toeplitz') ? r - c === col - row : r === col && c === row;
    if (mirrored && symmetric) return x;
    return mirrored && has(s, 'skew') ? negate(x) : old;
  });
  return { ...e, data };
};

/** Null where a free index stands at the position. */
const without = <N>(s: Statement, at: Instance<N>, name: string, position: number): Instance<N> | null => {
  const kept = (d: Dimension): number[] =>
    Array.from({ length: sizeOf(d, at.dimensions) }, (_, i) => i).filter(i => {
      let rest = i;
      for (const factor of d.toReversed()) {
        const size = sizeOf([factor], at.dimensions);
        if (factor === name && rest % size === position - 1) return false;
        rest = Math.floor(rest / size);
      }
      return true;
    });
  const cut = (all: ReadonlyMap<string, Entries<N>>) =>
    new Map(
      [...all].map(([key, e]) => {
        const { shape } = s.symbols.find(x => x.name === key)!;
        const [rows, cols] = [kept(shape.rows), kept(shape.cols)];
        const data = rows.flatMap(r => cols.map(c => e.data[r * e.cols + c]!));
        return [key, { rows: rows.length, cols: cols.length, data }] as const;
      }),
    );
  const size = at.dimensions.get(name)! - 1;
  if ([...at.indices.values()].some(i => i > size)) return null;
  return {
    dimensions: new Map(at.dimensions).set(name, size),
    values: cut(at.values),
    directions: cut(at.directions),
    indices: at.indices,
  };
};

export interface Checked {
  readonly exact: boolean;
  /** The instance, with both sides. */
  readonly outcome: Different;
  /** Of processor time, for finding and shrinking it. */
  readonly milliseconds: number;
  /** What is simpler in one place and refutes as well: nothing, if the counterexample is locally minimal. */
  readonly simpler: readonly Instance[];
}

/** The counterexample that is shown for a false statement, exact if there is one, checked; null where none is found. */
export const checked = (statement: Statement, seed: string): Checked | null => {
  const started = process.cpuUsage();
  const milliseconds = (): number => {
    const { user, system } = process.cpuUsage(started);
    return (user + system) / 1000;
  };
  const exactly = refute(statement, stream(seed, 'refute'));
  if (exactly) {
    const found = { exact: true, outcome: exactly, milliseconds: milliseconds() };
    const simpler = [...simplerInstances(statement, exactly.instance, RATIONALS)];
    return { ...found, simpler: simpler.filter(i => replayExactly(statement, i).differ) };
  }
  const sampled = sample(statement, stream(seed, 'sample')());
  if (sampled.outcome !== 'different') return null;
  const found = { exact: false, outcome: sampled, milliseconds: milliseconds() };
  const simpler = [...simplerInstances(statement, sampled.instance, DOUBLES)];
  return { ...found, simpler: simpler.filter(i => differs(statement, i)) };
};
const differs = (statement: Statement, at: Instance<number>): boolean => {
  try {
    return replaySampled(statement, at).differ;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
};

/** "n=2, A=[0 1 0 0], dA=[1 0 0 0]". */
export const shown = ({ dimensions, indices, values, directions }: Instance): string => {
  const entry = (x: Rational | number): string => (typeof x === 'number' ? `${x}` : toText(x));
  const matrices = (all: ReadonlyMap<string, Entries>, d: string): string[] =>
    [...all].map(([name, e]) => `${d}${name}=[${e.data.map(entry).join(' ')}]`);
  const numbers = [...dimensions, ...indices].map(([name, n]) => `${name}=${n}`);
  return [...numbers, ...matrices(values, ''), ...matrices(directions, 'd')].join(', ');
};
