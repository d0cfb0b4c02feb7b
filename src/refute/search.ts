// Looking for a counterexample: small sizes first, in the order of their total, and small integers.

import { components, draw, extent, familyOf, type Needs, possible, type Sizes } from '../evaluate/index.ts';
import { dimension, sizeOf } from '../expression/dimension.ts';
import { has, type Sym } from '../expression/symbol.ts';
import { below, type Random } from '../number/random.ts';
import { type Rational, rational } from '../number/rational.ts';
import type { Bench, Found, State } from './trial.ts';

/** Draws at each size, round by round, and how large entries get. */
const ROUNDS = [
  { draws: 2, entries: 2 },
  { draws: 4, entries: 2 },
  { draws: 4, entries: 9 },
];
/** So many times as many draws where no size is above 2: what is found there is small, and looking there costs little. */
const MORE = 3;
const isSmall = (sizes: Sizes): boolean => [...sizes.values()].every(size => size <= 2);
/** Above this, not every combination of sizes up to LARGEST is tried. */
const MANY_NAMES = 4;
const LARGEST = 3;
const LARGEST_OF_FEW = 4;
const FEW_NAMES = 2;

/** The first counterexample found, or null; small sizes, then equal ones up to the largest. */
export const search = (
  bench: Bench,
  random: Random,
  first: readonly Sizes[],
  largest: number,
): Found | null => {
  const { needs } = bench;
  const equal = Array.from({ length: largest }, (_, k) => k + 1).slice(LARGEST);
  const all = [
    ...first,
    ...sizesInOrder(needs),
    ...equal.map(n => new Map(needs.dimensions.map(name => [name, n]))),
  ].filter(sizes => possible(needs, sizes));
  for (const { draws, entries } of ROUNDS)
    for (const sizes of all)
      for (let k = 0; k < (isSmall(sizes) ? MORE * draws : draws); k++) {
        if (!bench.affords(sizes)) break;
        const found = bench.try(randomState(bench.needs, sizes, random, entries));
        if (found) return found;
      }
  return null;
};

/** Combinations of sizes, smallest totals first. */
const sizesInOrder = ({ dimensions, least }: Needs): Sizes[] => {
  const n = dimensions.length;
  const tuples = n <= MANY_NAMES ? everyTuple(n) : someTuples(n);
  const total = (tuple: readonly number[]): number => tuple.reduce((a, b) => a + b, 0);
  const found = new Map<string, Sizes>();
  for (const tuple of tuples.sort((a, b) => total(a) - total(b))) {
    const sizes = new Map(dimensions.map((name, i) => [name, Math.max(tuple[i]!, least.get(name) ?? 1)]));
    found.set([...sizes.values()].join(), sizes);
  }
  return [...found.values()];
};
const everyTuple = (n: number): number[][] => {
  const length = n <= FEW_NAMES ? LARGEST_OF_FEW : LARGEST;
  let tuples: number[][] = [[]];
  for (let i = 0; i < n; i++)
    tuples = tuples.flatMap(t => Array.from({ length }, (_, size) => [...t, size + 1]));
  return tuples;
};
const someTuples = (n: number): number[][] => {
  const filled = (f: (i: number) => number): number[] => Array.from({ length: n }, (_, i) => f(i));
  return [
    ...Array.from({ length: LARGEST }, (_, size) => filled(() => size + 1)),
    ...Array.from({ length: n }, (_, one) => filled(i => (i === one ? 2 : 1))),
    ...Array.from({ length: n }, (_, one) => filled(i => (i === one ? 1 : 2))),
    filled(i => 2 + (i % 2)),
    filled(i => 1 + (i % LARGEST)),
  ];
};

const randomState = (needs: Needs, sizes: Sizes, random: Random, largest: number): State => {
  const integer = (least: number, most: number): number => least + below(random, most - least + 1);
  const keys = new Map(
    needs.symbols.map(s => {
      const all = components(s, ...extent(s, sizes));
      return [s.name, all[below(random, all.length)]!];
    }),
  );
  const indices = new Map(
    [...needs.free].map(([name, dim]) => [name, integer(1, sizeOf(dimension(dim), sizes))]),
  );
  const drawn = draw(needs, sizes, { keys, indices }, () => integer(-largest, largest));
  const parameters = new Map(
    needs.symbols.map(s => {
      const entries = drawn.parameters.get(s.name)!;
      return [s.name, { ...entries, data: adjusted(s, entries.cols, entries.data) }];
    }),
  );
  const directions = new Map(
    [...drawn.directions].map(([name, d]) => [name, { ...d, data: d.data.map(x => rational(x)) }]),
  );
  return { sizes, keys, indices, parameters, directions };
};

/** Parameters that more often make a matrix with the structure: positive entries, LLᵀ, points of the sphere with positive entries. */
const adjusted = (s: Sym, cols: number, drawn: readonly number[]): readonly Rational[] => {
  const family = familyOf(s);
  const positive = has(s, 'positive');
  if (family === 'unit' && (positive || has(s, 'nonzero')))
    return drawn.map(x => rational(1, 2 + Math.abs(x)));
  const data = positive
    ? drawn.map(x => Math.abs(x) || 1)
    : has(s, 'nonzero')
      ? drawn.map(x => x || 1)
      : drawn;
  return (family === 'linear' && has(s, 'positive-definite') ? gram(cols, data) : data).map(x => rational(x));
};
/** LLᵀ for the lower triangle L of the data. */
const gram = (n: number, data: readonly number[]): number[] => {
  const lower = (r: number, c: number): number => {
    const x = data[r * n + c]!;
    return r > c ? x : r === c ? Math.abs(x) || 1 : 0;
  };
  return data.map((_, i) => {
    let sum = 0;
    for (let k = 0; k < n; k++) sum += lower(Math.floor(i / n), k) * lower(i % n, k);
    return sum;
  });
};
