// The kernels against the same sums in plain arrays: values and bounds to the last bit. And the binary against its source.

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compiled } from '../../bench/kernels.ts';
import * as e from '../../src/expression/build.ts';
import { dimension, sizeOf } from '../../src/expression/dimension.ts';
import type { Expression } from '../../src/expression/expression.ts';
import type { Sym } from '../../src/expression/symbol.ts';
import { below, stream } from '../../src/number/random.ts';
import { differentiable, slope } from '../../src/sample/difference.ts';
import { Layout } from '../../src/sample/layout.ts';
import { type Bounded, Memory } from '../../src/sample/memory.ts';
import { compile } from '../../src/sample/plan.ts';
import { only, pointWith } from '../../src/sample/point.ts';
import { symbolOf } from './statements.ts';

test('the binary is that of its source', async () => {
  const path = new URL('../../src/sample/assembly/binary.ts', import.meta.url);
  expect(readFileSync(path, 'utf8')).toBe(await compiled());
});

/** An entry and its bound. */
type Entry = readonly [x: number, within: number];
interface Plain {
  readonly rows: number;
  readonly cols: number;
  readonly of: (i: number, j: number) => Entry;
}
const U = 2 ** -53;
const gamma = (n: number): number => (n * U) / (1 - n * U);
const times = ([x, dx]: Entry, [y, dy]: Entry): Entry => [
  x * y,
  U * Math.abs(x * y) + Math.abs(x) * dy + dx * (Math.abs(y) + dy),
];
const range = (n: number): number[] => Array.from({ length: n }, (_, k) => k);
/** Terms in order, each with its own bound; `roundings` of their sizes come on top. */
const summed = (terms: readonly Entry[], roundings: number): Entry => {
  const [s, size, error] = terms.reduce(
    ([s, size, error], [x, within]) => [s + x, size + Math.abs(x), error + within],
    [0, 0, 0],
  );
  return [s!, gamma(roundings) * size! + error!];
};
const transpose = ({ rows, cols, of }: Plain): Plain => ({ rows: cols, cols: rows, of: (i, j) => of(j, i) });
const product = (a: Plain, b: Plain): Plain => ({
  rows: a.rows,
  cols: b.cols,
  of: (i, j) =>
    summed(
      range(a.cols).map(k => {
        const [x, dx] = a.of(i, k);
        const [y, dy] = b.of(k, j);
        return [x * y, Math.abs(x) * dy + dx * (Math.abs(y) + dy)];
      }),
      a.cols,
    ),
});
const kronecker = (a: Plain, b: Plain): Plain => ({
  rows: a.rows * b.rows,
  cols: a.cols * b.cols,
  of: (i, j) => times(a.of(Math.floor(i / b.rows), Math.floor(j / b.cols)), b.of(i % b.rows, j % b.cols)),
});
/** (A ⊗ B)v without A ⊗ B. */
const kroneckerTimes = (a: Plain, b: Plain, v: Plain): Plain => ({
  rows: a.rows * b.rows,
  cols: 1,
  of: i =>
    summed(
      range(a.cols).flatMap(j =>
        range(b.cols).flatMap((l): Entry[] => {
          const [x, dx] = a.of(Math.floor(i / b.rows), j);
          const [y, dy] = b.of(i % b.rows, l);
          const [z, dz] = v.of(j * b.cols + l, 0);
          const own = Math.abs(x) * dy + dx * (Math.abs(y) + dy);
          return x === 0 && dx === 0 ? [] : [[x * y * z, Math.abs(x * y) * dz + own * (Math.abs(z) + dz)]];
        }),
      ),
      a.cols * b.cols + 1,
    ),
});

const [A, B, C, S, x, y] = [
  ['A', 3, 4],
  ['B', 4, 2],
  ['C', 3, 4],
  ['S', 3, 3],
  ['x', 12, 1],
  ['y', 3, 1],
].map(([name, rows, cols]) =>
  e.symbol(symbolOf(String(name), dimension(Number(rows)), dimension(Number(cols)))),
) as [Expression, Expression, Expression, Expression, Expression, Expression];

const symbolsOf = (...all: Expression[]): Sym[] =>
  all.map(s => {
    if (s.op !== 'symbol') throw new TypeError('no symbol');
    return s.symbol;
  });

const CASES: readonly (readonly [string, Expression, (p: Record<string, Plain>) => Plain])[] = [
  ['Aᵀ', e.transpose(A), ({ A }) => transpose(A!)],
  ['A B', e.product(A, B), ({ A, B }) => product(A!, B!)],
  ['A ⊙ C', e.hadamard(A, C), ({ A, C }) => ({ ...A!, of: (i, j) => times(A!.of(i, j), C!.of(i, j)) })],
  [
    'A + C',
    e.sum(A, C),
    ({ A, C }) => ({
      ...A!,
      of: (i, j) => {
        const [[u, du], [v, dv]] = [A!.of(i, j), C!.of(i, j)];
        return [u + v, du + dv + U * Math.abs(u + v)];
      },
    }),
  ],
  ['A ⊗ B', e.kronecker(A, B), ({ A, B }) => kronecker(A!, B!)],
  [
    'A ∗ C',
    e.khatriRao(A, C),
    ({ A, C }) => ({
      rows: 9,
      cols: 4,
      of: (i, j) => times(A!.of(Math.floor(i / 3), j), C!.of(i % 3, j)),
    }),
  ],
  ['(S ⊗ C)x', e.product(e.kronecker(S, C), x), ({ S, C, x }) => kroneckerTimes(S!, C!, x!)],
  [
    '(A ⊗ S)ᵀ(y ⊗ y)',
    e.product(e.transpose(e.kronecker(A, S)), e.kronecker(y, y)),
    ({ A, S, y }) => kroneckerTimes(transpose(A!), transpose(S!), kronecker(y!, y!)),
  ],
  [
    'tr S',
    e.trace(S),
    ({ S }) => ({
      rows: 1,
      cols: 1,
      of: () =>
        summed(
          range(3).map(k => S!.of(k, k)),
          3,
        ),
    }),
  ],
  ['diagonal S', e.diagonal(S), ({ S }) => ({ rows: 3, cols: 1, of: i => S!.of(i, i) })],
  ['diag y', e.diag(y), ({ y }) => ({ rows: 3, cols: 3, of: (i, j) => (i === j ? y!.of(i, 0) : [0, 0]) })],
];

describe('to the last bit', () => {
  test.each(CASES)('%s', (name, of, plainly) => {
    const symbols = symbolsOf(A, B, C, S, x, y);
    const layout = new Layout({ symbols, dimensions: [] });
    const evaluate = compile(of, layout);
    const random = stream('kernels', name);
    // A zero now and then: factors of zero are skipped.
    const drawn = (): number => (below(random, 5) === 0 ? 0 : (below(random, 2 ** 20) - 2 ** 19) / 2 ** 18);
    for (let round = 0; round < 20; round++) {
      const memory = new Memory();
      const plain: Record<string, Plain> = {};
      const values = symbols.map(({ name, shape: { rows, cols } }) => {
        const [r, c] = [rows, cols].map(d => sizeOf(d, new Map())) as [number, number];
        const m = memory.take(r, c);
        for (let k = m.at; k < m.at + r * c; k++) {
          memory.value[k] = drawn();
          memory.bound[k] = Math.abs(drawn()) * U;
        }
        const entries = range(r * c).map((k): Entry => [memory.value[m.at + k]!, memory.bound[m.at + k]!]);
        plain[name] = { rows: r, cols: c, of: (i, j) => entries[i + j * r]! };
        return m;
      });
      const directions = symbols.map(() => null);
      const found = evaluate(pointWith(memory, layout, [], { values, directions }));
      const { rows, cols, of: entry } = plainly(plain);
      expect([found.rows, found.cols]).toEqual([rows, cols]);
      for (const i of range(rows))
        for (const j of range(cols)) {
          const k = found.at + i + j * rows;
          expect([memory.value[k], memory.bound[k]]).toEqual(entry(i, j));
        }
    }
  });
});

test('random numbers are those of Splitmix64', () => {
  const mask = (1n << 64n) - 1n;
  let state = 0n;
  const next = (): bigint => {
    state = (state + 0x9e3779b97f4a7c15n) & mask;
    let z = state;
    z = ((z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n) & mask;
    z = ((z ^ (z >> 27n)) * 0x94d049bb133111ebn) & mask;
    return z ^ (z >> 31n);
  };
  const { kernels } = new Memory();
  for (const seed of [0, 1, -1, 2 ** 31 - 1]) {
    state = BigInt(seed >>> 0);
    state = next();
    // No names and no sizes: only the seed is taken.
    kernels.sizes(0, 64, seed, 1);
    for (const n of [2, 3, 7, 61, 1000])
      expect(kernels.below(n)).toBe(Number(((next() >> 32n) * BigInt(n)) >> 32n));
  }
});

/** Polynomials of degree 0 to 6 in A, in B, and in both; and second differentials, which lie inside each other. */
const POLYNOMIALS: readonly (readonly [string, Expression, string[]])[] = [
  ['d(C)', e.product(e.transpose(C), C), ['A']],
  ['d(A B)', e.product(A, B), ['A']],
  ['d(A B), both moving', e.product(A, B), ['A', 'B']],
  ['d(S A ⊙ C)', e.hadamard(e.product(S, A), C), ['A', 'S', 'C']],
  ['d tr(S S S)', e.trace(e.power(S, 3)), ['S']],
  ['d(S⁵ y)', e.product(e.power(S, 5), y), ['S']],
  ['d((yᵀS y)² S)', e.scale(e.power(e.product(e.transpose(y), S, y), 2), S), ['S', 'y']],
  ['d d(A B)', e.differential(e.product(A, B), ['A', 'B']), ['A', 'B']],
  ['d d(S y)', e.differential(e.product(S, S, y), ['S']), ['y', 'S']],
];
describe('a differential is what the differences of JavaScript give, to the last bit', () => {
  test.each(POLYNOMIALS)('%s', (name, of, by) => {
    const symbols = symbolsOf(A, B, C, S, x, y);
    const layout = new Layout({ symbols, dimensions: [] });
    const kernels = compile(e.differential(of, by), layout);
    const plain = differentiable(of, by, compile(of, layout), layout);
    expect(plain.polynomial).not.toBe(null);
    const random = stream('slopes', name);
    for (const stride of [1, 0.7]) {
      const memory = new Memory();
      const matrix = ({ shape: { rows, cols } }: (typeof symbols)[number]): Bounded => {
        const m = memory.take(sizeOf(rows, new Map()), sizeOf(cols, new Map()));
        for (let k = m.at; k < memory.top; k++)
          memory.value[k] = (below(random, 2 ** 20) - 2 ** 19) / 2 ** 18;
        return m;
      };
      const matrices = { values: symbols.map(matrix), directions: symbols.map(matrix) };
      const at = pointWith(memory, layout, [], matrices, new Map(), stride);
      const found = kernels(at);
      const expected = slope(plain, at, only(layout.slots(by), at));
      expect(memory.entries(found)).toEqual(memory.entries(expected));
      expect(memory.bounds(found)).toEqual(memory.bounds(expected));
    }
  });
});

test.each<[string, Expression]>([
  ['dA', e.differential(A, ['A'])],
  ['d(A B)', e.differential(e.product(A, B), ['A'])],
  ['d(dA B)', e.differential(e.product(e.differential(A, ['A']), B), ['B'])],
])('without a direction there is no %s', (_, of) => {
  const symbols = symbolsOf(A, B);
  const layout = new Layout({ symbols, dimensions: [] });
  const evaluate = compile(of, layout);
  const memory = new Memory();
  const matrices = { values: [memory.eye(4), memory.eye(4)], directions: [null, memory.eye(4)] };
  expect(() => evaluate(pointWith(memory, layout, [], matrices))).toThrow(/no direction/);
});
