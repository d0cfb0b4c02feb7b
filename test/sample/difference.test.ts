// Finite differences against derivatives known in closed form: always within their bound, and the bound is small.

import { describe, expect, test } from 'vitest';
import * as e from '../../src/expression/build.ts';
import { UNIT } from '../../src/expression/dimension.ts';
import type { Expression } from '../../src/expression/expression.ts';
import { FUNCTIONS } from '../../src/expression/functions.ts';
import type { Statement } from '../../src/expression/judgement.ts';
import { rational } from '../../src/number/rational.ts';
import { Undefined } from '../../src/sample/bounded.ts';
import { Layout } from '../../src/sample/layout.ts';
import { Memory } from '../../src/sample/memory.ts';
import { compile } from '../../src/sample/plan.ts';
import { type Point, pointWith } from '../../src/sample/point.ts';
import { subjectOf, taylor } from '../../src/sample/taylor.ts';
import { statement, symbolOf } from './statements.ts';

const X = symbolOf('x', UNIT, UNIT);
const x = e.symbol(X);
const LAYOUT = new Layout({ symbols: [X], dimensions: [] });
const at = (t: number): Point => {
  const memory = new Memory();
  const matrices = { values: [memory.scalar(t)], directions: [memory.scalar(1)] };
  return pointWith(memory, LAYOUT, [], matrices);
};
const value = (of: Expression, t: number): { readonly value: number; readonly bound: number } => {
  const evaluate = compile(of, LAYOUT);
  const p = at(t);
  const found = evaluate(p);
  return { value: p.memory.value[found.at]!, bound: p.memory.bound[found.at]! };
};
const d = (of: Expression): Expression => e.differential(of, ['x']);

/** First derivatives as in any table. */
const TABLE: Record<string, (x: number) => number> = {
  exp: Math.exp,
  log: x => 1 / x,
  sigmoid: x => Math.exp(-x) / (1 + Math.exp(-x)) ** 2,
  tanh: x => 1 / Math.cosh(x) ** 2,
  sinh: Math.cosh,
  cosh: Math.sinh,
  sin: Math.cos,
  cos: x => -Math.sin(x),
  tan: x => 1 / Math.cos(x) ** 2,
  arctan: x => 1 / (1 + x * x),
  softplus: x => 1 / (1 + Math.exp(-x)),
  sqrt: x => 0.5 / Math.sqrt(x),
  abs: Math.sign,
  sign: () => 0,
  relu: x => (x > 0 ? 1 : 0),
  reciprocal: x => -1 / (x * x),
};

describe.each([...FUNCTIONS.keys(), 'an unknown function', '__proto__'])('%s', name => {
  const points = [0.3, 1, 2.5, -0.7, -2, 7].filter(t => t > 0 || FUNCTIONS.get(name)?.domain !== 'positive');
  const f = (order: number): Expression => e.elementwise(name, x, order);
  if (FUNCTIONS.has(name))
    test('has the first derivative of the table', () => {
      for (const t of points) expect(value(f(1), t).value).toBeCloseTo(TABLE[name]!(t), 12);
    });
  test.each([0, 1, 2, 3])('of order %i has order one more as its finite difference', order => {
    for (const t of points) {
      const [difference, closed] = [value(d(f(order)), t), value(f(order + 1), t)];
      expect(Math.abs(difference.value - closed.value)).toBeLessThanOrEqual(
        2 * (difference.bound + closed.bound),
      );
      expect(difference.bound).toBeLessThan(1e-8 * (1 + Math.abs(closed.value)));
    }
  });
});

test('two generic functions are not the same', () => {
  expect(value(e.elementwise('f', x), 1).value).not.toBe(value(e.elementwise('g', x), 1).value);
});

describe('polynomials have no truncation error', () => {
  test.each([1, 2, 3, 4, 5, 8, 11])('degree %i', degree => {
    for (const t of [1, 2, -3, 0.5]) {
      const { value: found, bound } = value(d(e.power(x, degree)), t);
      const exact = degree * t ** (degree - 1);
      expect(Math.abs(found - exact)).toBeLessThanOrEqual(bound);
      expect(bound).toBeLessThan(1e-10 * (1 + Math.abs(exact)));
    }
  });
  test('beyond the largest stencil, extrapolation takes over', () => {
    const { value: found, bound } = value(d(e.power(x, 20)), 1.5);
    expect(Math.abs(found - 20 * 1.5 ** 19)).toBeLessThanOrEqual(bound);
    expect(bound / found).toBeLessThan(1e-9);
  });
});

describe('steps that a derivative cannot use are not used', () => {
  const shifted = (by: number): Expression =>
    e.sum(x, e.number(rational(BigInt(Math.round(by * 1e6)), 1_000_000n)));
  test.each([0.1, 0.01, 0.001, -0.001, -0.01])('a kink %d away', away => {
    const { value: found, bound } = value(d(e.elementwise('relu', shifted(away - 1))), 1);
    expect(Math.abs(found - (away > 0 ? 1 : 0))).toBeLessThanOrEqual(bound);
    expect(bound).toBeLessThan(1e-7);
  });
  test.each([0.1, 0.01, -0.01])('a pole %d away', away => {
    const { value: found, bound } = value(d(e.inverse(shifted(away - 1))), 1);
    expect(Math.abs(found + 1 / away ** 2)).toBeLessThanOrEqual(2 * bound);
    expect(bound / found).toBeLessThan(1e-6);
  });
  /** The derivative of f(cos(pace·x)) at many points: within its bound or refused; how many were refused. */
  const refusals = (name: string, pace: number, exact: (angle: number) => number): number => {
    let refused = 0;
    for (let k = 0; k < 400; k++) {
      const t = 0.5 + k / 280;
      try {
        const { value: found, bound } = value(
          d(e.elementwise(name, e.elementwise('cos', e.scale(e.number(pace), x)))),
          t,
        );
        expect(Math.abs(found - pace * exact(pace * t))).toBeLessThanOrEqual(2 * bound + 1e-9 * pace);
      } catch (error) {
        if (!(error instanceof Undefined)) throw error;
        refused++;
      }
    }
    return refused;
  };
  const tame = (angle: number): number => -Math.sin(angle) / (1 + Math.cos(angle) ** 2);
  const kinked = (angle: number): number => -Math.sin(angle) * Math.sign(Math.cos(angle));
  test.each([1, 1e2, 1e3, 3e4, 1e5, 1e6, 1e7])(
    'an oscillation of frequency %d is resolved or refused, never mistaken',
    pace => {
      expect(refusals('arctan', pace, tame)).toBeLessThanOrEqual(pace <= 1e2 ? 0 : 400);
    },
  );
  test.each([1, 10, 1e2, 1e3, 1e5])('nor is one with kinks, of frequency %d', pace => {
    expect(refusals('abs', pace, kinked)).toBeLessThanOrEqual(pace <= 1e2 ? 10 : 400);
  });
});

describe("Taylor's remainder", () => {
  const taken = (s: Statement, t: number): ReturnType<typeof taylor> => {
    const subject = subjectOf(s, LAYOUT)!;
    return taylor(subject, at(t));
  };
  const claim = (claimed: Expression): ReturnType<typeof taylor> =>
    taken(statement(d(e.elementwise('exp', x)), claimed), 1);
  test('of a right derivative falls as h²', () => {
    expect(claim(e.elementwise('exp', x))!.order).toBeCloseTo(2, 2);
  });
  test('of a wrong one falls as h, even where it is only 1e-3 off', () => {
    expect(claim(e.scale(e.number(2), e.elementwise('exp', x)))!.order).toBeCloseTo(1, 2);
    expect(claim(e.scale(e.number(rational(1001, 1000)), e.elementwise('exp', x)))!.order).toBeLessThan(1.2);
  });
  test('leaves out the steps that cross a kink', () => {
    const shifted = e.sum(x, e.number(rational(-9, 10)));
    const bent = e.elementwise('abs', e.hadamard(shifted, x));
    const claimed = e.scale(
      e.elementwise('sign', shifted),
      e.sum(e.scale(e.number(2), x), e.number(rational(-9, 10))),
    );
    const found = taken(statement(d(bent), claimed), 0.85)!;
    expect(found.steps[0]).toBe(1 / 32);
    expect(found.order).toBeCloseTo(2, 3);
  });
  test('of what is no derivative is not taken', () => {
    expect(subjectOf(statement(x, x), LAYOUT)).toBeNull();
  });
});
