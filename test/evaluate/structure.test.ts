// Instances have the structure that they should: every structure and their combinations, modulo p and over the rationals, values and
// directions; and the check that says so sees each structure fail.

import { describe, expect, test } from 'vitest';
import {
  componentsOf,
  conforms,
  draw,
  evaluation,
  extent,
  instanceOf,
  isTangent,
  type Matrix,
  type Needs,
  needsOf,
  possible,
} from '../../src/evaluate/index.ts';
import * as make from '../../src/expression/build.ts';
import { STRUCTURES, type Structure, type Sym } from '../../src/expression/symbol.ts';
import type { Field } from '../../src/number/field.ts';
import { PrimeField } from '../../src/number/prime.ts';
import { below, stream } from '../../src/number/random.ts';
import { fromText, type Rational, rational } from '../../src/number/rational.ts';
import { RATIONALS } from '../../src/number/rational-field.ts';
import { statement, sym } from './statements.ts';

const COMBINED: readonly (readonly Structure[])[] = [
  ...STRUCTURES.map(s => [s]),
  ['diagonal', 'positive'],
  ['diagonal', 'invertible'],
  ['diagonal', 'nonzero'],
  ['diagonal', 'positive-definite'],
  ['diagonal', 'orthogonal'],
  ['diagonal', 'idempotent'],
  ['symmetric', 'invertible'],
  ['symmetric', 'positive-definite'],
  ['symmetric', 'orthogonal'],
  ['symmetric', 'idempotent'],
  ['symmetric', 'permutation'],
  ['symmetric', 'skew'],
  ['skew', 'invertible'],
  ['lower-triangular', 'invertible'],
  ['upper-triangular', 'lower-triangular'],
  ['symmetric', 'toeplitz'],
  ['skew', 'toeplitz'],
  ['lower-triangular', 'toeplitz'],
  ['diagonal', 'toeplitz'],
  ['orthogonal', 'invertible'],
  ['orthogonal', 'permutation'],
  ['orthonormal-columns', 'full-column-rank'],
  ['idempotent', 'permutation'],
  ['unit', 'nonzero'],
  ['positive', 'full-column-rank'],
];
const DISCRETE: readonly Structure[] = ['permutation'];
const isDiscrete = (structure: readonly Structure[]): boolean =>
  structure.some(s => DISCRETE.includes(s)) ||
  (structure.includes('diagonal') && (structure.includes('orthogonal') || structure.includes('idempotent')));

const needsFor = (s: Sym, moving: boolean): Needs => {
  const e = make.symbol(s);
  return needsOf(statement(moving ? make.differential(e, [s.name]) : e, make.zeros(s.shape)));
};
const prime = new PrimeField(2_147_479_549);
const random = stream('structure', 'test');
const drawsConform = <N>(name: string, field: Field<N>, entry: () => N): void => {
  describe(name, () => {
    test.each(COMBINED.map(s => [s.join(', '), s] as const))('%s', (_, structure) => {
      const isVector = structure.includes('unit');
      const s = isVector ? sym('x', 'n', 1, ...structure) : sym('X', 'n', 'k', ...structure);
      const moving = !isDiscrete(structure);
      const needs = needsFor(s, moving);
      let drawn = 0;
      for (const [n, k] of [
        [1, 1],
        [2, 2],
        [3, 3],
        [4, 4],
        [3, 2],
        [2, 3],
      ] as const) {
        const sizes = new Map([
          ['n', n],
          ['k', k],
        ]);
        if (!possible(needs, sizes)) continue;
        for (const component of componentsOf(needs, sizes)) {
          const instance = instanceOf(needs, field, draw(needs, sizes, component, entry));
          if (!instance) continue;
          const value = instance.values.get(s.name)!;
          expect([value.rows, value.cols]).toEqual(extent(s, sizes));
          expect(conforms(field, s, value)).toBe(true);
          if (moving) expect(isTangent(field, s, value, instance.directions.get(s.name)!)).toBe(true);
          drawn++;
        }
      }
      expect(drawn).toBeGreaterThan(0);
    });
  });
};
drawsConform('modulo p', prime, () => prime.random(random));
drawsConform('over the rationals', RATIONALS, () => rational(1 + below(random, 5), 1 + below(random, 3)));

describe('components reach every kind of member', () => {
  const values = (s: Sym, n: number): Matrix<number>[] => {
    const needs = needsFor(s, false);
    const sizes = new Map([['n', n]]);
    return componentsOf(needs, sizes).flatMap(c => {
      const instance = instanceOf(
        needs,
        prime,
        draw(needs, sizes, c, () => prime.random(random)),
      );
      return instance ? [instance.values.get(s.name)!] : [];
    });
  };
  const det = (s: Sym) => (m: Matrix<number>) =>
    evaluation(prime, {
      dimensions: new Map([['n', m.rows]]),
      values: new Map([[s.name, m]]),
      directions: new Map(),
      indices: new Map(),
    }).of(make.determinant(make.symbol(s))).data[0]!;
  const trace = (m: Matrix<number>): number =>
    Array.from({ length: m.rows }, (_, i) => m.data[i * m.cols + i]!).reduce((a, b) => prime.add(a, b), 0);
  const Q = sym('Q', 'n', 'n', 'orthogonal');
  test('orthogonal: both signs of the determinant', () =>
    expect(values(Q, 3).map(det(Q)).sort()).toEqual([1, prime.p - 1].sort()));
  test('idempotent: every rank', () =>
    expect(values(sym('P', 'n', 'n', 'idempotent'), 3).map(trace)).toEqual([0, 1, 2, 3]));
  test('projections: every rank', () =>
    expect(values(sym('P', 'n', 'n', 'idempotent', 'symmetric'), 3).map(trace)).toEqual([0, 1, 2, 3]));
  test('reflections: every signature', () =>
    expect(values(sym('H', 'n', 'n', 'orthogonal', 'symmetric'), 2).map(trace)).toEqual([2, 0, prime.p - 2]));
  test('permutations: all of them', () => {
    const all = values(sym('R', 'n', 'n', 'permutation'), 4);
    expect(new Set(all.map(m => m.data.join())).size).toBe(24);
  });
  test('symmetric permutations: the involutions', () =>
    expect(values(sym('R', 'n', 'n', 'permutation', 'symmetric'), 4).length).toBe(10));
  test('signs: all of them', () =>
    expect(
      new Set(values(sym('D', 'n', 'n', 'orthogonal', 'diagonal'), 3).map(m => m.data.join())).size,
    ).toBe(8));
  test('a unit scalar: 1 and −1', () =>
    expect(values(sym('u', 1, 1, 'unit'), 1).map(m => m.data[0])).toEqual([1, prime.p - 1]));
});

describe('a matrix that lacks a structure is seen', () => {
  const matrix = (text: string): Matrix<Rational> => {
    const rows = text.split(';').map(r => r.trim().split(' ').map(fromText));
    return { rows: rows.length, cols: rows[0]!.length, data: rows.flat() };
  };
  const cases: [Structure, no: string, yes: string][] = [
    ['diagonal', '1 1; 0 2', '1 0; 0 2'],
    ['symmetric', '1 1; 0 2', '1 3; 3 2'],
    ['skew', '1 1; -1 0', '0 1; -1 0'],
    ['orthogonal', '1 1; -1 1', '3/5 4/5; -4/5 3/5'],
    ['orthogonal', '1; 0', '0 -1; 1 0'],
    ['orthonormal-columns', '1; 1', '3/5; 4/5'],
    ['invertible', '1 2; 2 4', '1 2; 3 4'],
    ['idempotent', '1 1; 1 0', '1 1; 0 0'],
    ['permutation', '0 1; 0 1', '0 1; 1 0'],
    ['permutation', '0 -1; 1 0', '1 0; 0 1'],
    ['positive-definite', '1 2; 2 1', '2 1; 1 2'],
    ['positive-definite', '1 1; 0 1', '1 0; 0 1'],
    ['lower-triangular', '1 1; 0 2', '1 0; 1 2'],
    ['upper-triangular', '1 0; 1 2', '1 1; 0 2'],
    ['positive', '1 0; 1 1', '1 2; 1 1/2'],
    ['nonzero', '1 0; 1 1', '1 -2; 1 1'],
    ['full-column-rank', '1 2; 2 4; 3 6', '1 2; 2 4; 3 5'],
    ['full-column-rank', '1 2 3', '1; 0'],
    ['full-row-rank', '1; 2', '1 2'],
    ['unit', '1; 1', '3/5; 4/5'],
  ];
  test.each(cases)('%s: %s', (structure, no, yes) => {
    const s = sym('X', 'n', 'k', structure);
    expect([conforms(RATIONALS, s, matrix(no)), conforms(RATIONALS, s, matrix(yes))]).toEqual([false, true]);
  });
  const directions: [Structure, at: string, no: string, yes: string][] = [
    ['symmetric', '1 3; 3 2', '0 1; 0 0', '0 1; 1 0'],
    ['positive-definite', '2 1; 1 2', '0 1; 0 0', '-9 1; 1 0'],
    ['orthogonal', '0 -1; 1 0', '0 1; 1 0', '1 0; 0 1'],
    ['orthonormal-columns', '1; 0', '1; 0', '0; 1'],
    ['idempotent', '1 0; 0 0', '1 0; 0 0', '0 2; 3 0'],
    ['permutation', '1 0; 0 1', '0 1; -1 0', '0 0; 0 0'],
    ['unit', '3/5; 4/5', '1; 0', '-4; 3'],
    ['invertible', '1 0; 0 1', '1 0', '5 6; 7 8'],
  ];
  test.each(directions)('a direction: %s at %s', (structure, at, no, yes) => {
    const s = sym('X', 'n', 'k', structure);
    const tangent = (v: string) => isTangent(RATIONALS, s, matrix(at), matrix(v));
    expect([tangent(no), tangent(yes)]).toEqual([false, true]);
  });
});
