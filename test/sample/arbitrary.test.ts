// Laws of the arbitrary: sizes in range, structure holds in values and directions, shrinks are strictly simpler and keep it, and the
// seed decides every draw.

import { check, sample as draw, property, type Stream, type Value } from 'fast-check';
import { EigenvalueDecomposition, Matrix, SingularValueDecomposition } from 'ml-matrix';
import { describe, expect, test } from 'vitest';
import { differential, entry, kronecker, product, symbol } from '../../src/expression/build.ts';
import type { Statement } from '../../src/expression/judgement.ts';
import { STRUCTURES, type Structure } from '../../src/expression/symbol.ts';
import { Instances } from '../../src/sample/arbitrary.ts';
import { type Drawn, type Grid, instances } from '../../src/sample/index.ts';
import { Layout } from '../../src/sample/layout.ts';
import { Memory } from '../../src/sample/memory.ts';
import { pointOf, valueAt } from '../../src/sample/point.ts';
import { complexity } from '../../src/sample/simpler.ts';
import { FALSE, m, n, one, statement, symbolOf, TRUE } from './statements.ts';

const matrix = ({ rows, cols, data }: Grid): Matrix => Matrix.from1DArray(rows, cols, [...data]);
const near = (a: Matrix, b: Matrix): boolean => Matrix.sub(a, b).norm() < 1e-9 * (1 + a.norm() ** 2);
const every = (a: Matrix, holds: (x: number, i: number, j: number) => boolean): boolean =>
  a.to2DArray().every((row, i) => row.every((x, j) => holds(x, i, j)));
const rank = (a: Matrix): number => new SingularValueDecomposition(a, { autoTranspose: true }).rank;
const gram = (a: Matrix): Matrix => a.transpose().mmul(a);

/** What each structure means, apart from how it is drawn. */
const MEANS: Record<Structure, (a: Matrix) => boolean> = {
  diagonal: a => every(a, (x, i, j) => i === j || x === 0),
  symmetric: a => every(a, (x, i, j) => x === a.get(j, i)),
  skew: a => every(a, (x, i, j) => x === -a.get(j, i)),
  orthogonal: a => near(gram(a), Matrix.eye(a.rows)),
  'orthonormal-columns': a => near(gram(a), Matrix.eye(a.columns)),
  invertible: a => rank(a) === a.rows,
  idempotent: a => near(a.mmul(a), a),
  permutation: a => every(a, x => x === 0 || x === 1) && near(gram(a), Matrix.eye(a.rows)),
  'positive-definite': a =>
    every(a, (x, i, j) => x === a.get(j, i)) &&
    new EigenvalueDecomposition(a).realEigenvalues.every(l => l > 0.5),
  'lower-triangular': a => every(a, (x, i, j) => i >= j || x === 0),
  'upper-triangular': a => every(a, (x, i, j) => i <= j || x === 0),
  toeplitz: a => every(a, (x, i, j) => i === 0 || j === 0 || x === a.get(i - 1, j - 1)),
  positive: a => every(a, x => x >= 0.01),
  nonzero: a => every(a, x => Math.abs(x) >= 0.1),
  'full-column-rank': a => rank(a) === a.columns,
  'full-row-rank': a => rank(a) === a.rows,
  unit: a => Math.abs(a.norm() - 1) < 1e-12,
};
/** What is zero, to first order, when X moves along a tangent direction V. */
const TANGENT: Partial<Record<Structure, (x: Matrix, v: Matrix) => Matrix>> = {
  orthogonal: (x, v) => Matrix.add(x.transpose().mmul(v), v.transpose().mmul(x)),
  'orthonormal-columns': (x, v) => Matrix.add(x.transpose().mmul(v), v.transpose().mmul(x)),
  idempotent: (x, v) => Matrix.sub(Matrix.add(x.mmul(v), v.mmul(x)), v),
  unit: (x, v) => x.transpose().mmul(v),
  'positive-definite': (_, v) => Matrix.sub(v, v.transpose()),
  symmetric: (_, v) => Matrix.sub(v, v.transpose()),
  skew: (_, v) => Matrix.add(v, v.transpose()),
};

const SHAPES: Partial<Record<Structure, readonly [typeof n, typeof n]>> = {
  'orthonormal-columns': [m, n],
  'full-column-rank': [m, n],
  'full-row-rank': [m, n],
  positive: [m, n],
  nonzero: [m, n],
  unit: [n, one],
};
const withStructure = (...structure: Structure[]): Statement => {
  const [rows, cols] = SHAPES[structure[0]!] ?? [n, n];
  const s = symbol(symbolOf('S', rows, cols, ...structure));
  return statement(s, structure.includes('permutation') ? s : differential(s, ['S']));
};
const drawn = (s: Statement, seed: number, numRuns = 60): Drawn[] => draw(instances(s), { seed, numRuns });

const COMBINED: readonly (readonly Structure[])[] = [
  ['symmetric', 'invertible'],
  ['symmetric', 'idempotent'],
  ['symmetric', 'orthogonal'],
  ['diagonal', 'invertible'],
  ['diagonal', 'positive-definite'],
  ['diagonal', 'orthogonal'],
  ['diagonal', 'nonzero'],
  ['lower-triangular', 'invertible'],
  ['unit', 'positive'],
  ['skew', 'orthogonal'],
];
const diagonalOnly: Partial<Record<Structure, true>> = { positive: true, nonzero: true };

describe.each(
  [...STRUCTURES.map(s => [s]), ...COMBINED].map(structure => ({ structure, name: structure.join(' ') })),
)('$name', ({ structure }) => {
  const s = withStructure(...structure);
  const holds = (a: Matrix): boolean =>
    structure.every(x =>
      MEANS[x](diagonalOnly[x] && structure.includes('diagonal') ? new Matrix([a.diag()]) : a),
    );

  if (structure.join() === 'skew,orthogonal') {
    test('is not drawn where no way to draw it is known', () => {
      expect(() => drawn(s, 1)).toThrow(/no draw has every structure of S/);
    });
    return;
  }
  test('holds in every draw, and in what a draw shrinks to', () => {
    const arbitrary = new Watched(s, 6);
    for (let seed = 1; seed <= 3; seed++)
      check(
        property(arbitrary, d => holds(matrix(d.values.get('S')!)) && d.values.get('S')!.rows < 4),
        { seed },
      );
    const all = [...drawn(s, 5), ...arbitrary.children];
    expect(all.length).toBeGreaterThan(60);
    expect(all.filter(d => !holds(matrix(d.values.get('S')!)))).toEqual([]);
  });
  if (!structure.includes('permutation'))
    test('is kept by its directions', () => {
      for (const d of drawn(s, 7)) {
        const [x, v] = [matrix(d.values.get('S')!), matrix(d.directions.get('S')!)];
        for (const one of structure)
          expect((TANGENT[one]?.(x, v) ?? new Matrix(1, 1)).norm()).toBeLessThan(
            1e-9 * (1 + v.norm()) * (1 + x.norm() ** 2),
          );
        if (structure.includes('diagonal')) expect(MEANS.diagonal(v)).toBe(true);
      }
    });
});

/** Keeps what it is asked to shrink, and into what: parameters, or instances as they are. */
class Watched extends Instances {
  readonly steps: (readonly [Drawn, Drawn])[] = [];
  readonly children: Drawn[] = [];
  override shrink(value: Drawn, context: unknown): Stream<Value<Drawn>> {
    return super.shrink(value, context).map(child => {
      const ofParameters = child.context !== undefined;
      this.steps.push(ofParameters ? [context as Drawn, child.context as Drawn] : [value, child.value]);
      this.children.push(child.value);
      return child;
    });
  }
}
const total = (xs: Iterable<number>): number => [...xs].reduce((a, b) => a + b, 0);
const measure = (d: Drawn): number[] => [
  total(d.dimensions.values()),
  total(d.indices.values()),
  total([...d.values.values(), ...d.directions.values()].flatMap(g => [...g.data].map(complexity))),
];
const less = (a: readonly number[], b: readonly number[]): boolean => {
  const i = a.findIndex((x, k) => x !== b[k]);
  return i >= 0 && a[i]! < b[i]!;
};

describe('shrinking', () => {
  const cases = [...TRUE, ...FALSE].filter((_, i) => i % 7 === 0);
  test.each(cases)('of %s only goes to what is strictly simpler', (_, s) => {
    const arbitrary = new Watched(s, 5);
    for (let seed = 1; seed <= 4; seed++)
      check(
        property(arbitrary, d => total(d.dimensions.values()) < 4),
        { seed },
      );
    check(
      property(arbitrary, () => false),
      { seed: 5 },
    );
    expect(arbitrary.steps.length).toBeGreaterThan(0);
    expect(arbitrary.steps.filter(([from, to]) => !less(measure(to), measure(from)))).toEqual([]);
  });
  test('goes down to size 1 and entries 0 where everything fails', () => {
    const A = symbolOf('A', m, n);
    const B = symbolOf('B', n, m);
    const i = { name: 'i', dim: 'm' } as const;
    const s = statement(entry(symbol(A), i, 1), entry(symbol(B), 1, i));
    const { counterexample } = check(
      property(instances(s), () => false),
      { seed: 3 },
    );
    const [least] = counterexample as [Drawn];
    expect([...least.dimensions.values(), ...least.indices.values()]).toEqual([1, 1, 1]);
    expect([...least.values.values()].map(g => [...g.data])).toEqual([[0], [0]]);
  });
  test('lowers a dimension in every symbol and index at once', () => {
    const s = withStructure('full-row-rank');
    for (const { dimensions, values } of drawn(s, 11)) {
      const { rows, cols } = values.get('S')!;
      expect([rows, cols]).toEqual([dimensions.get('m'), dimensions.get('n')]);
    }
    const arbitrary = new Watched(s, 8);
    check(
      property(arbitrary, d => d.dimensions.get('n')! < 3),
      { seed: 2 },
    );
    for (const { dimensions, values } of arbitrary.children)
      expect([values.get('S')!.rows, values.get('S')!.cols]).toEqual([
        dimensions.get('m'),
        dimensions.get('n'),
      ]);
  });
  test('starts from a given instance when it has every structure, and refuses a foreign one', () => {
    const arbitrary = instances(withStructure('symmetric'));
    const given = (data: number[], rows = 2): Drawn => {
      const grid = { rows, cols: 2, data: Float64Array.from(data) };
      return {
        dimensions: new Map([['n', 2]]),
        values: new Map([['S', grid]]),
        directions: new Map([['S', grid]]),
        indices: new Map(),
      };
    };
    expect(arbitrary.canShrinkWithoutContext(given([1, 2, 2, 3]))).toBe(true);
    expect(arbitrary.canShrinkWithoutContext(given([1, 2, 5, 3]))).toBe(false);
    expect(arbitrary.canShrinkWithoutContext(given([1, 2], 1))).toBe(false);
    expect(arbitrary.canShrinkWithoutContext('A')).toBe(false);
    const [first] = arbitrary.shrink(given([1, 2, 2, 3]), undefined);
    expect(first!.value.dimensions.get('n')).toBe(1);
  });
});

describe('draws', () => {
  const s = statement(symbol(symbolOf('A', m, n)), symbol(symbolOf('A', m, n)));
  test('take every size from 1 to maxSize', () => {
    const sizes = new Set(
      draw(instances(s, { maxSize: 5 }), { seed: 1, numRuns: 400 }).flatMap(d => [...d.dimensions.values()]),
    );
    expect([...sizes].sort()).toEqual([1, 2, 3, 4, 5]);
  });
  test('mix small integers, short decimals and ordinary doubles', () => {
    const kinds = drawn(s, 2, 200).map(d => {
      const data = [...d.values.get('A')!.data];
      return data.every(Number.isInteger)
        ? 'integers'
        : data.every(x => Number.isInteger(Math.round(x * 1e9) / 1e8))
          ? 'decimals'
          : 'doubles';
    });
    for (const kind of ['integers', 'decimals', 'doubles'])
      expect(kinds.filter(k => k === kind).length).toBeGreaterThan(40);
  });
  test('are the same for the same seed, and others for another', () => {
    const held = (seed: number): unknown => drawn(s, seed).map(d => [d.dimensions, d.values]);
    expect(held(9)).toEqual(held(9));
    expect(held(9)).not.toEqual(held(10));
  });
  test('are the same on every machine', () => {
    const [, second] = drawn(s, 2024, 3).map(d => [[...d.dimensions], [...d.values.get('A')!.data]]);
    expect(second).toMatchInlineSnapshot(`
      [
        [
          [
            "m",
            2,
          ],
          [
            "n",
            1,
          ],
        ],
        [
          0.9,
          0.5,
        ],
      ]
    `);
  });
  test('stand at a point as they are on their own, whatever room they need', () => {
    const layout = new Layout(s);
    for (const d of draw(new Instances(s, 150, undefined, layout), { seed: 3, numRuns: 30 })) {
      const at = pointOf(layout, d, new Memory());
      expect(at.memory.grid(valueAt(at, 0))).toEqual(d.values.get('A'));
    }
  });
  test('are smaller where an instance would cost too much', () => {
    const factors = ['a', 'b', 'c'].map(x => symbol(symbolOf(x.toUpperCase(), [x], [x])));
    const big = factors.reduce(kronecker);
    const sizes = draw(instances(statement(product(big, big), product(big, big))), {
      seed: 1,
      numRuns: 50,
    }).map(d => [...d.dimensions.values()].reduce((x, y) => x * y));
    expect(Math.max(...sizes) ** 3).toBeLessThan(200_000);
    expect(Math.max(...sizes)).toBeGreaterThan(20);
  });
});
