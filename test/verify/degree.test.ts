// The degree bound against the true degree: along a random line in the space of parameters, every entry of a value is P(t)/D(t) with
// degrees within the bound; the size bound against values at parameters ±1; the error bound in numbers.

import { describe, expect, test } from 'vitest';
import { rank } from '../../src/evaluate/elimination.ts';
import {
  componentsOf,
  draw,
  evaluation,
  instanceOf,
  type Matrix,
  needsOf,
  type Recipe,
  Singular,
} from '../../src/evaluate/index.ts';
import * as make from '../../src/expression/build.ts';
import { children, type Expression } from '../../src/expression/expression.ts';
import { FUNCTIONS } from '../../src/expression/functions.ts';
import type { Statement } from '../../src/expression/judgement.ts';
import type { Sym } from '../../src/expression/symbol.ts';
import { PrimeField } from '../../src/number/prime.ts';
import { stream } from '../../src/number/random.ts';
import { rational, toNumber } from '../../src/number/rational.ts';
import { RATIONALS } from '../../src/number/rational-field.ts';
import { boundOf, log2ErrorOf } from '../../src/verify/degree.ts';
import { FALSE, statement, symbols, TRUE } from '../evaluate/statements.ts';

const field = new PrimeField(2_147_479_549);
const hasGeneric = (e: Expression): boolean =>
  (e.op === 'elementwise' && !FUNCTIONS.has(e.fn)) || children(e).some(hasGeneric);
const cases = [...TRUE, ...FALSE].filter(([, lhs, rhs]) => !hasGeneric(lhs) && !hasGeneric(rhs));

/** Values of an expression at parameters start + t·step for t = 1, 2, …; points without a value are left out. */
const alongLine = (e: Expression, s: Statement, size: number, count: number): [number, Matrix<number>][] => {
  const needs = needsOf(s);
  const sizes = new Map(needs.dimensions.map(name => [name, Math.max(size, needs.least.get(name) ?? 1)]));
  const random = stream('line', 'test');
  const component = componentsOf(needs, sizes).at(-1)!;
  const [start, step] = [0, 1].map(() => draw(needs, sizes, component, () => field.random(random)));
  const at = (t: number, from: Matrix<number>, by: Matrix<number>): Matrix<number> => ({
    ...from,
    data: from.data.map((x, i) => field.add(x, field.multiply(t, by.data[i]!))),
  });
  const points: [number, Matrix<number>][] = [];
  for (let t = 1; points.length < count && t < 4 * count; t++) {
    const moved = (kind: 'parameters' | 'directions') =>
      new Map([...start![kind]].map(([name, from]) => [name, at(t, from, step![kind].get(name)!)]));
    const recipe: Recipe<number> = {
      ...start!,
      parameters: moved('parameters'),
      directions: moved('directions'),
    };
    const instance = instanceOf(needs, field, recipe);
    try {
      if (instance) points.push([t, evaluation(field, instance).of(e)]);
    } catch (error) {
      if (!(error instanceof Singular)) throw error;
    }
  }
  return points;
};

/** Some P ≠ 0 or D ≠ 0 of these degrees has P(t) = y·D(t) at all points; there are more points than coefficients. */
const isRatio = (
  points: readonly (readonly [t: number, y: number])[],
  top: number,
  bottom: number,
): boolean => {
  const powers = (t: number, degree: number): number[] => {
    const all = [1];
    for (let i = 1; i <= degree; i++) all.push(field.multiply(all.at(-1)!, t));
    return all;
  };
  const rows = points.map(([t, y]) => [
    ...powers(t, top),
    ...powers(t, bottom).map(x => field.negate(field.multiply(x, y))),
  ]);
  const cols = top + bottom + 2;
  return rank(field, { rows: rows.length, cols, data: rows.flat() }) < cols;
};

describe('degrees are within their bounds', () => {
  test.each(cases)('%s', (_, lhs, rhs) => {
    const s = statement(lhs, rhs);
    for (const side of [lhs, rhs]) {
      const needs = needsOf(s);
      const sizes = new Map(needs.dimensions.map(name => [name, Math.max(2, needs.least.get(name) ?? 1)]));
      const { top, bottom } = boundOf(side, s.symbols, sizes);
      const points = alongLine(side, s, 2, top + bottom + 4);
      if (points.length < top + bottom + 4) continue;
      const [, first] = points[0]!;
      for (let i = 0; i < first.data.length; i++)
        expect(
          isRatio(
            points.map(([t, m]) => [t, m.data[i]!]),
            top,
            bottom,
          ),
        ).toBe(true);
    }
  });
  test('and the check sees a degree that is too low', () => {
    const points = [1, 2, 3, 4, 5, 6, 7].map(t => [t, t ** 3] as const);
    expect(isRatio(points, 3, 0)).toBe(true);
    expect(isRatio(points, 2, 1)).toBe(false);
  });
});

describe('integer coefficients are within their bounds', () => {
  test.each(cases)('%s', (_, lhs, rhs) => {
    const s = statement(lhs, rhs);
    const needs = needsOf(s);
    const sizes = new Map(needs.dimensions.map(name => [name, Math.max(2, needs.least.get(name) ?? 1)]));
    const random = stream('ones', 'test');
    for (const side of [lhs, rhs]) {
      const { bottom, topSize } = boundOf(side, s.symbols, sizes);
      if (bottom > 0) continue;
      const entry = () => rational(random() % 2 === 0 ? 1 : -1);
      for (let k = 0; k < 20; k++) {
        const instance = instanceOf(
          needs,
          RATIONALS,
          draw(needs, sizes, componentsOf(needs, sizes)[0]!, entry),
        );
        if (!instance) continue;
        for (const x of evaluation(RATIONALS, instance).of(side).data)
          expect(Math.abs(toNumber(x))).toBeLessThanOrEqual(2 ** topSize * (1 + 1e-9));
      }
    }
  });
});

describe('the error of one trial', () => {
  const { A, D } = symbols;
  const sizes = new Map([
    ['k', 2],
    ['n', 3],
  ]);
  const error = (lhs: Expression, rhs: Expression): number => log2ErrorOf(statement(lhs, rhs), sizes);
  const a: Expression = { op: 'symbol', shape: A.shape, symbol: A };
  const d: Expression = { op: 'symbol', shape: D.shape, symbol: D };
  const scaled = (value: bigint, of: Expression): Expression => ({
    op: 'scale',
    shape: of.shape,
    by: { op: 'number', shape: { rows: [], cols: [] }, value: rational(value) },
    of,
  });
  test('is degree/p for small coefficients', () => expect(error(a, d)).toBeCloseTo(-30, 5));
  test('doubles with the degree', () => {
    const square: Expression = { op: 'hadamard', shape: A.shape, left: a, right: a };
    expect(error(square, d)).toBeCloseTo(-29, 5);
  });
  test('grows where a coefficient may be divisible by the prime', () =>
    expect(error(scaled(2n ** 40n, a), d)).toBeCloseTo(-25.44, 1));
  test('counts f′(Ax)·A·dx as of degree 3, and f″ of the second differential too', () => {
    const x: Sym = { name: 'x', latex: 'x', shape: { rows: ['n'], cols: [] }, structure: [] };
    const ax = make.elementwise('f', make.product(a, make.symbol(x)));
    const first = make.differential(ax, ['x']);
    expect(boundOf(first, [A, x], sizes)).toMatchObject({ top: 3, bottom: 0 });
    expect(boundOf(make.differential(first, ['x']), [A, x], sizes)).toMatchObject({ top: 5, bottom: 0 });
  });
});
