// The evaluator against matrices worked out by hand, its kernels against ml-matrix, and its bounds against exact arithmetic.

import { inverse as invert, Matrix } from 'ml-matrix';
import { describe, expect, test } from 'vitest';
import * as e from '../../src/expression/build.ts';
import { dimension, type Shape, shape } from '../../src/expression/dimension.ts';
import type { Expression } from '../../src/expression/expression.ts';
import { below, stream } from '../../src/number/random.ts';
import { add, multiply, type Rational, rational } from '../../src/number/rational.ts';
import { inverted } from '../../src/sample/inverse.ts';
import { Layout } from '../../src/sample/layout.ts';
import { type Grid, Memory } from '../../src/sample/memory.ts';
import { compile } from '../../src/sample/plan.ts';
import { pointWith } from '../../src/sample/point.ts';
import { symbolOf } from './statements.ts';

type Rows = readonly (readonly number[])[];
const grid = (rows: Rows): Grid => ({
  rows: rows.length,
  cols: rows[0]!.length,
  data: Float64Array.from(rows.flat()),
});
interface At {
  readonly values: Record<string, Rows>;
  readonly directions?: Record<string, Rows>;
  readonly indices?: Record<string, number>;
}
/** With so many entries left free in the store, if it is said. */
const computed = (
  of: Expression,
  { values, directions = {}, indices = {} }: At,
  free?: number,
): { value: number[][]; bound: number[][] } => {
  const memory = new Memory();
  if (free !== undefined) memory.take(memory.value.length - free, 1);
  const names = Object.keys(values);
  const symbols = names.map(name => {
    const { rows, cols } = size(values[name]!.length, values[name]![0]!.length);
    return symbolOf(name, rows, cols);
  });
  const layout = new Layout({ symbols, dimensions: [] });
  const evaluate = compile(of, layout);
  const matrices = {
    values: names.map(name => memory.load(grid(values[name]!))),
    directions: names.map(name => (directions[name] ? memory.load(grid(directions[name])) : null)),
  };
  const { rows, cols, at } = evaluate(
    pointWith(memory, layout, [], matrices, new Map(Object.entries(indices))),
  );
  const table = (x: Float64Array): number[][] =>
    Array.from({ length: rows }, (_, i) => Array.from({ length: cols }, (_, j) => x[at + i + j * rows]!));
  return { value: table(memory.value), bound: table(memory.bound) };
};

const size = (rows: number, cols = 1): Shape => shape(dimension(rows), dimension(cols));
const symbol = (name: string, rows: number, cols = 1): Expression => {
  const { rows: r, cols: c } = size(rows, cols);
  return e.symbol(symbolOf(name, r, c));
};
const [A, B, S, T, x, c] = [
  symbol('A', 2, 3),
  symbol('B', 2, 3),
  symbol('S', 2, 2),
  symbol('T', 2, 2),
  symbol('x', 2),
  symbol('c', 1),
];
const values = {
  A: [
    [1, 2, 3],
    [4, 5, 6],
  ],
  B: [
    [0, 1, 0],
    [2, 0, -1],
  ],
  S: [
    [2, 1],
    [5, 3],
  ],
  T: [
    [4, 1],
    [2, 9],
  ],
  x: [[1], [-2]],
  c: [[3]],
};
/** "1 2; 3 4" */
const written = (text: string): Rows => text.split('; ').map(row => row.split(' ').map(Number));
const i = { name: 'i', dim: 2 } as const;
const two = dimension(2);

const cases: readonly (readonly [string, Expression, Rows | string])[] = [
  ['a symbol', A, values.A],
  ['a number', e.number(rational(3, 4)), '0.75'],
  ['a size', e.size(dimension(2, 3)), '6'],
  ['I', e.identity(two), '1 0; 0 1'],
  ['ones', e.ones(size(1, 3)), '1 1 1'],
  ['zeros', e.zeros(size(2, 1)), '0; 0'],
  ['e₂', e.unit(dimension(3), 2), '0; 1; 0'],
  ['e_i', e.unit(two, i), '0; 1'],
  [
    'K',
    e.commutation(two, dimension(3)),
    '1 0 0 0 0 0; 0 0 1 0 0 0; 0 0 0 0 1 0; 0 1 0 0 0 0; 0 0 0 1 0 0; 0 0 0 0 0 1',
  ],
  ['A + B', e.sum(A, B), '1 3 3; 6 5 5'],
  ['A − B − B', e.sum(A, e.negative(B), e.negative(B)), '1 0 3; 0 5 8'],
  ['S A', e.product(S, A), '6 9 12; 17 25 33'],
  ['S S A', e.product(S, S, A), '29 43 57; 81 120 159'],
  ['c A', e.scale(c, A), '3 6 9; 12 15 18'],
  ['Aᵀ', e.transpose(A), '1 4; 2 5; 3 6'],
  ['A ⊙ B', e.hadamard(A, B), '0 2 0; 8 0 -6'],
  ['x ⊗ S', e.kronecker(x, S), '2 1; 5 3; -4 -2; -10 -6'],
  ['S ⊗ xᵀ', e.kronecker(S, e.transpose(x)), '2 -4 1 -2; 5 -10 3 -6'],
  ['S ∗ T', e.khatriRao(S, T), '8 1; 4 9; 20 3; 10 27'],
  ['vec A', e.vec(A), '1; 4; 2; 5; 3; 6'],
  ['unvec vec A', e.unvec(e.vec(A), size(3, 2)), '1 5; 4 3; 2 6'],
  ['diag x', e.diag(x), '1 0; 0 -2'],
  ['diagonal S', e.diagonal(S), '2; 3'],
  ['tr S', e.trace(S), '5'],
  ['S⁻¹', e.inverse(S), '3 -1; -5 2'],
  ['c⁻¹', e.inverse(e.power(c, 1)), [[1 / 3]]],
  ['x⁺', e.pseudoInverse(x), '0.2 -0.4'],
  ['(xᵀ)⁺', e.pseudoInverse(e.transpose(x)), '0.2; -0.4'],
  ['det S', e.determinant(S), '1'],
  ['det T', e.determinant(T), '34'],
  ['det xxᵀ', e.determinant(e.product(x, e.transpose(x))), '0'],
  ['S⁰', e.power(S, 0), '1 0; 0 1'],
  ['S³', e.power(S, 3), '43 24; 120 67'],
  ['|x|', e.elementwise('abs', x), '1; 2'],
  ['relu x', e.elementwise('relu', x), '1; 0'],
  ['1/x twice differentiated', e.elementwise('reciprocal', x, 2), '2; -0.25'],
  ['exp 0', e.matrixFunction('exp', e.zeros(size(2, 2))), '1 0; 0 1'],
  [
    'exp of a nilpotent matrix',
    e.matrixFunction('exp', e.product(e.unit(two, 1), e.transpose(e.unit(two, 2)))),
    '1 1; 0 1',
  ],
  [
    'exp diag x',
    e.matrixFunction('exp', e.diag(x)),
    [
      [Math.E, 0],
      [0, Math.exp(-2)],
    ],
  ],
  [
    'log of 3I',
    e.matrixFunction('log', e.scale(c, e.identity(two))),
    [
      [Math.log(3), 0],
      [0, Math.log(3)],
    ],
  ],
  [
    'root of 5 4; 4 5',
    e.matrixFunction('sqrt', e.sum(e.identity(two), e.scale(e.number(4), e.ones(size(2, 2))))),
    '2 1; 1 2',
  ],
  ['A₂₃', e.entry(A, 2, 3), '6'],
  ['A_{i1}', e.entry(A, i, 1), '4'],
  ['Σ_i A_{i1}', e.sumOver(i, e.entry(A, i, 1)), '5'],
  ['Σ_i e_i S_{i1}', e.sumOver(i, e.scale(e.entry(S, i, 1), e.unit(two, i))), '2; 5'],
  ['[S x]', e.block([[S, x]], size(2, 3)), '2 1 1; 5 3 -2'],
  [
    '[S x; xᵀ c]',
    e.block(
      [
        [S, x],
        [e.transpose(x), c],
      ],
      size(3, 3),
    ),
    '2 1 1; 5 3 -2; 1 -2 3',
  ],
  ['dS', e.differential(S, ['S']), '1 0; 2 1'],
  ['d of a constant', e.differential(T, ['S']), '0 0; 0 0'],
  ['d(S²)', e.differential(e.power(S, 2), ['S']), '6 2; 20 8'],
  ['d²(S²) = 2(dS)²', e.differential(e.differential(e.power(S, 2), ['S']), ['S']), '2 0; 8 2'],
  ['∂(Sx)/∂xᵀ = S', e.derivative(e.product(S, x), symbolOf('x', two, []), 'numerator'), values.S],
  [
    '∂(Sx)/∂x, denominator = Sᵀ',
    e.derivative(e.product(S, x), symbolOf('x', two, []), 'denominator'),
    '2 5; 1 3',
  ],
  ['∇ tr(TS) = Tᵀ', e.derivative(e.trace(e.product(T, S)), symbolOf('S', two, two), 'gradient'), '4 2; 1 9'],
  [
    '∂vec S/∂vec Sᵀ',
    e.derivative(e.transpose(S), symbolOf('S', two, two), 'numerator'),
    '1 0 0 0; 0 0 1 0; 0 1 0 0; 0 0 0 1',
  ],
];

describe('by hand', () => {
  test.each(cases)('%s', (_, of, hand) => {
    const expected = typeof hand === 'string' ? written(hand) : hand;
    const S = [
      [1, 0],
      [2, 1],
    ];
    const { value, bound } = computed(of, { values, directions: { S }, indices: { i: 2 } });
    expect(value.map(row => row.length)).toEqual(expected.map(row => row.length));
    for (const [k, row] of value.entries())
      for (const [l, found] of row.entries()) {
        expect(Math.abs(found - expected[k]![l]!)).toBeLessThanOrEqual(
          2 * bound[k]![l]! + 2 ** -52 * Math.abs(found),
        );
        expect(bound[k]![l]!).toBeLessThan(1e-10);
      }
  });
});

test.each(cases)('%s comes out the same wherever the store has to grow', (_, of) => {
  const at = { values, directions: { S: values.T }, indices: { i: 2 } };
  const found = computed(of, at);
  for (const free of [0, 50, 60, 75, 95, 130, 200]) expect(computed(of, at, free)).toEqual(found);
});

describe('where nothing can be said', () => {
  const refused: readonly (readonly [string, Expression, RegExp])[] = [
    ['the inverse of a singular matrix', e.inverse(e.product(x, e.transpose(x))), /singular/],
    [
      'the inverse of nearly the same',
      e.inverse(
        e.sum(e.product(x, e.transpose(x)), e.scale(e.number(rational(1, 10 ** 12)), e.identity(two))),
      ),
      /nearly singular/,
    ],
    ['1/0', e.inverse(e.difference(c, c)), /division by zero/],
    ['the pseudo-inverse without full rank', e.pseudoInverse(e.product(x, e.transpose(x))), /singular/],
    ['a logarithm of a negative entry', e.elementwise('log', x), /log near the edge/],
    ['a logarithm of a matrix that is not positive', e.matrixFunction('log', e.negative(S)), /not positive/],
    ['an entry that does not exist', e.entry(A, 3, 1), /no entry 3 of 2/],
    [
      'a kink at the point',
      e.differential(e.elementwise('abs', e.product(S, e.zeros(size(2)))), ['S']),
      /abs near the edge/,
    ],
    ['blocks of other sizes than declared', e.block([[S, x]], size(2, 4)), /do not add up/],
  ];
  test.each(refused)('%s', (_, of, why) => {
    expect(() => computed(of, { values, directions: { S: values.T } })).toThrow(why);
  });
});

test('the inverse of what is within e of I may be e(1 + 2e) away, to second order', () => {
  const memory = new Memory();
  const within = 4e-7;
  const { inverse } = inverted(
    memory,
    memory.load(
      grid([
        [1, 0],
        [0, 1],
      ]),
      within,
    ),
  );
  for (const b of memory.bound.slice(inverse.at, inverse.at + 4)) {
    expect(b).toBeGreaterThanOrEqual(within * (1 + 2 * within));
    expect(b).toBeLessThan(within * (1 + 10 * within));
  }
});

describe('against ml-matrix, on random matrices', () => {
  const random = stream('kernels', 'test');
  const entry = (): number => (random() - 2 ** 31) / 2 ** 30;
  const rows = (r: number, k: number): number[][] =>
    Array.from({ length: r }, () => Array.from({ length: k }, entry));
  const vec = (a: Matrix): Matrix => Matrix.columnVector(a.transpose().to1DArray());
  const operations: readonly (readonly [
    string,
    (a: Expression, b: Expression) => Expression,
    (a: Matrix, b: Matrix) => Matrix,
  ])[] = [
    ['product', e.product, (a, b) => a.mmul(b)],
    ['sum', e.sum, (a, b) => Matrix.add(a, b)],
    ['Hadamard product', e.hadamard, (a, b) => Matrix.mul(a, b)],
    ['Kronecker product', e.kronecker, (a, b) => a.kroneckerProduct(b)],
    ['transpose', a => e.transpose(a), a => a.transpose()],
    ['inverse', a => e.inverse(a), a => invert(a)],
    ['trace', a => e.trace(a), a => new Matrix([[a.trace()]])],
    ['power', a => e.power(a, 3), a => a.mpow(3)],
    [
      'Kronecker product times a column',
      (a, b) => e.product(e.kronecker(a, b), e.vec(a)),
      (a, b) => a.kroneckerProduct(b).mmul(vec(a)),
    ],
    [
      'its transpose times a column',
      (a, b) => e.product(e.transpose(e.kronecker(a, b)), e.vec(a)),
      (a, b) => a.kroneckerProduct(b).transpose().mmul(vec(a)),
    ],
    [
      'sparse Kronecker product times a column',
      (a, b) => e.product(e.kronecker(e.diag(e.diagonal(a)), b), e.vec(b)),
      (a, b) => Matrix.diag(a.diag()).kroneckerProduct(b).mmul(vec(b)),
    ],
    [
      'diagonal matrix times a column',
      (a, b) => e.product(e.scale(e.trace(b), e.diag(e.vec(a))), e.vec(b)),
      (a, b) => Matrix.diag(vec(a).to1DArray()).mul(b.trace()).mmul(vec(b)),
    ],
    [
      'product of products times a column',
      (a, b) => e.product(e.transpose(e.product(a, b)), b, e.diagonal(a)),
      (a, b) => a.mmul(b).transpose().mmul(b).mmul(Matrix.columnVector(a.diag())),
    ],
  ];
  test.each(operations)('%s', (_, ours, theirs) => {
    for (let trial = 0; trial < 25; trial++) {
      const n = 1 + below(random, 7);
      const [a, b] = [rows(n, n), rows(n, n)];
      const { value, bound } = computed(ours(symbol('A', n, n), symbol('B', n, n)), {
        values: { A: a, B: b },
      });
      const expected = theirs(new Matrix(a), new Matrix(b)).to2DArray();
      for (const [k, row] of expected.entries())
        for (const [l, found] of row.entries())
          expect(Math.abs(found - value[k]![l]!)).toBeLessThanOrEqual(2 * bound[k]![l]!);
    }
  });
});

describe('bounds hold against exact arithmetic, and are tight enough', () => {
  type Exact = readonly (readonly Rational[])[];
  const random = stream('bounds', 'test');
  const product = (a: Exact, b: Exact): Exact =>
    a.map(row => b[0]!.map((_, j) => row.map((y, k) => multiply(y, b[k]![j]!)).reduce(add)));
  const zip =
    (f: (a: Rational, b: Rational) => Rational) =>
    (a: Exact, b: Exact): Exact =>
      a.map((row, k) => row.map((y, l) => f(y, b[k]![l]!)));
  const determinantOf = (a: Exact): Rational =>
    a.length === 1
      ? a[0]![0]!
      : a
          .map((row, k) =>
            multiply(
              multiply(rational(k % 2 ? -1 : 1), row[0]!),
              determinantOf(a.filter((_, r) => r !== k).map(r => r.slice(1))),
            ),
          )
          .reduce(add);
  /** |y − x|, the difference taken exactly. */
  const apart = (y: Rational, x: number): number => {
    const { num, den } = add(y, rational(-BigInt(x * 2 ** 400), 2n ** 400n));
    return Math.abs(Number((num * 2n ** 200n) / den)) / 2 ** 200;
  };
  const grow: readonly (readonly [
    (a: Expression, b: Expression) => Expression,
    (a: Exact, b: Exact) => Exact,
  ])[] = [
    [e.product, product],
    [e.sum, zip(add)],
    [e.hadamard, zip(multiply)],
    [
      (a, b) => e.scale(e.determinant(a), b),
      (a, b) => b.map(row => row.map(y => multiply(determinantOf(a), y))),
    ],
  ];
  test('of nested products, sums and determinants', () => {
    for (let trial = 0; trial < 60; trial++) {
      const n = 1 + below(random, 4);
      const entries = Array.from({ length: n }, () =>
        Array.from({ length: n }, () => (random() - 2 ** 31) / 2 ** 30),
      );
      const first: Exact = entries.map(row => row.map(y => rational(BigInt(y * 2 ** 30), 2n ** 30n)));
      let [of, exact]: [Expression, Exact] = [symbol('A', n, n), first];
      for (let depth = 0; depth < 3; depth++) {
        const [build, apply] = grow[below(random, grow.length)]!;
        [of, exact] = [build(of, symbol('A', n, n)), apply(exact, first)];
      }
      const { value, bound } = computed(of, { values: { A: entries } });
      const scale = Math.max(...value.flat().map(Math.abs));
      for (const [k, row] of exact.entries())
        for (const [l, y] of row.entries()) {
          expect(apart(y, value[k]![l]!)).toBeLessThanOrEqual(bound[k]![l]!);
          expect(bound[k]![l]!).toBeLessThan(1e-10 * (1 + scale));
        }
    }
  });
});
