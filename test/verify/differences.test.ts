// Exact finite differences: weights that recover derivatives, degrees, and agreement with dual numbers.

import { describe, expect, test } from 'vitest';
import {
  type Along,
  componentsOf,
  draw,
  evaluation,
  instanceOf,
  needsOf,
  Singular,
} from '../../src/evaluate/index.ts';
import * as make from '../../src/expression/build.ts';
import type { Expression } from '../../src/expression/expression.ts';
import { PrimeField } from '../../src/number/prime.ts';
import { stream } from '../../src/number/random.ts';
import { byDifferences, degreeAlong, weights } from '../../src/verify/differences.ts';
import { FALSE, statement, sym, TRUE } from '../evaluate/statements.ts';

describe('weights', () => {
  test.each([1, 2, 3, 5, 8, 12])('differentiate polynomials of degree %d at 0', degree => {
    const { integers, over } = weights(degree);
    expect(integers.every(Number.isSafeInteger)).toBe(true);
    for (let power = 0; power <= degree; power++) {
      const sum = integers.reduce((s, c, t) => s + BigInt(c) * BigInt(t) ** BigInt(power), 0n);
      expect(sum).toBe(power === 1 ? BigInt(over) : 0n);
    }
  });
  test('of degree 2 are (−3, 4, −1)/2', () => expect(weights(2)).toEqual({ integers: [-3, 4, -1], over: 2 }));
});

describe('the degree along a line', () => {
  const [X, A] = [make.symbol(sym('X', 'n', 'n')), make.symbol(sym('A', 'n', 'n'))];
  const n: readonly [string, Expression, number | null][] = [
    ['of a constant', make.inverse(A), 0],
    ['of X', X, 1],
    ['of XAX', make.product(X, A, X), 2],
    ['of X⁵ + X', make.sum(make.power(X, 5), X), 5],
    ['of X ⊗ X ⊙ …', make.hadamard(make.kronecker(X, X), make.kronecker(X, A)), 3],
    ['of det X', make.determinant(X), 4],
    ['of X⁻¹', make.product(A, make.inverse(X)), null],
    ['of f(X)', make.elementwise('f', X), null],
  ];
  test.each(n)('%s', (_, e, degree) => expect(degreeAlong(e, ['X'], new Map([['n', 4]]))).toBe(degree));
});

test.each([...TRUE, ...FALSE])('dual numbers and exact finite differences agree: %s', (_, lhs, rhs) => {
  const field = new PrimeField(2_147_479_549);
  const s = statement(lhs, rhs);
  const needs = needsOf(s);
  const random = stream('differences', 'test');
  const sizes = new Map(needs.dimensions.map(name => [name, 3]));
  for (const component of componentsOf(needs, sizes).slice(0, 4)) {
    const instance = instanceOf(
      needs,
      field,
      draw(needs, sizes, component, () => field.random(random)),
    );
    if (!instance) continue;
    const values = (along?: Along) => {
      const at = evaluation(field, instance, along ? { along } : {});
      return [lhs, rhs].map(side => {
        try {
          return at.of(side);
        } catch (error) {
          if (error instanceof Singular) return 'singular';
          throw error;
        }
      });
    };
    expect(values(byDifferences())).toEqual(values());
  }
});
