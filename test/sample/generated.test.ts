// Random functions of a vector and a matrix: their differential by the textbook's rules agrees with finite differences, and is told from
// the same thing 0.1 % off.

import { expect, test } from 'vitest';
import * as e from '../../src/expression/build.ts';
import type { Expression } from '../../src/expression/expression.ts';
import { FUNCTIONS } from '../../src/expression/functions.ts';
import { below, type Random, stream } from '../../src/number/random.ts';
import { rational } from '../../src/number/rational.ts';
import { sample } from '../../src/sample/index.ts';
import { n, one, statement, symbolOf } from './statements.ts';

const [x, a] = ['x', 'a'].map(name => e.symbol(symbolOf(name, n, one))) as [Expression, Expression];
const [X, A] = ['X', 'A'].map(name => e.symbol(symbolOf(name, n, n))) as [Expression, Expression];
const MOVING = ['x', 'X'];
const FUNCTION_NAMES = [...FUNCTIONS.keys(), 'f', 'g'].filter(name => name !== 'sign');

const pick = <T>(random: Random, ...choices: readonly (() => T)[]): T =>
  choices[below(random, choices.length)]!();
const apply = (random: Random, of: Expression): Expression =>
  e.elementwise(FUNCTION_NAMES[below(random, FUNCTION_NAMES.length)]!, of);

const vector = (r: Random, depth: number): Expression => {
  if (depth === 0)
    return pick(
      r,
      () => x,
      () => a,
    );
  const v = (): Expression => vector(r, depth - 1);
  return pick(
    r,
    () => apply(r, v()),
    () => apply(r, v()),
    () => e.product(matrix(r, depth - 1), v()),
    () => e.hadamard(v(), v()),
    () => e.sum(v(), e.scale(scalar(r, depth - 1), v())),
  );
};
const matrix = (r: Random, depth: number): Expression => {
  if (depth === 0)
    return pick(
      r,
      () => X,
      () => A,
    );
  const m = (): Expression => matrix(r, depth - 1);
  return pick(
    r,
    () => e.inverse(m()),
    () => e.product(m(), m()),
    () => e.transpose(m()),
    () => e.diag(vector(r, depth - 1)),
    () => e.product(vector(r, depth - 1), e.transpose(vector(r, depth - 1))),
    () => e.sum(m(), e.identity(n)),
  );
};
const scalar = (r: Random, depth: number): Expression => {
  const d = Math.max(0, depth - 1);
  return pick(
    r,
    () => e.product(e.transpose(vector(r, d)), vector(r, d)),
    () => e.trace(matrix(r, d)),
    () => e.determinant(matrix(r, d)),
    () => apply(r, e.product(e.transpose(vector(r, d)), vector(r, d))),
  );
};

/** Null where nothing moves. */
const differential = (of: Expression): Expression | null => {
  const plus = (...terms: (Expression | null)[]): Expression | null => {
    const some = terms.filter(t => t !== null);
    return some.length ? e.sum(...some) : null;
  };
  const through = (inner: Expression, f: (d: Expression) => Expression): Expression | null => {
    const d = differential(inner);
    return d && f(d);
  };
  switch (of.op) {
    case 'symbol':
      return MOVING.includes(of.symbol.name) ? e.differential(of, MOVING) : null;
    case 'identity':
      return null;
    case 'add':
      return plus(...of.terms.map(differential));
    case 'product':
      return plus(...of.factors.map((f, i) => through(f, d => e.product(...of.factors.with(i, d)))));
    case 'scale':
      return plus(
        through(of.by, d => e.scale(d, of.of)),
        through(of.of, d => e.scale(of.by, d)),
      );
    case 'hadamard':
      return plus(
        through(of.left, d => e.hadamard(d, of.right)),
        through(of.right, d => e.hadamard(of.left, d)),
      );
    case 'transpose':
      return through(of.of, e.transpose);
    case 'diag':
      return through(of.of, e.diag);
    case 'trace':
      return through(of.of, e.trace);
    case 'inverse':
      return through(of.of, d => e.negative(e.product(of, d, of)));
    case 'determinant':
      return through(of.of, d => e.scale(of, e.trace(e.product(e.inverse(of.of), d))));
    case 'elementwise':
      return through(of.of, d => e.hadamard(e.elementwise(of.fn, of.of, of.order + 1), d));
    default:
      throw new TypeError(`the generator makes no ${of.op}`);
  }
};

test('60 random functions', () => {
  const counts = { agree: 0, different: 0, constant: 0 };
  for (let i = 0; i < 60; i++) {
    const random = stream('generated', String(i));
    const of = pick(
      random,
      () => vector(random, 3),
      () => scalar(random, 3),
    );
    const [lhs, rhs] = [e.differential(of, MOVING), differential(of)];
    const outcome = (claimed: Expression): string => sample(statement(lhs, claimed), i, { runs: 40 }).outcome;
    const right = outcome(rhs ?? e.zeros(of.shape));
    expect(right, `function ${i}`).toBe('agree');
    counts.agree++;
    if (!rhs || outcome(e.zeros(of.shape)) === 'agree') counts.constant++;
    else {
      expect(outcome(e.scale(e.number(rational(1001, 1000)), rhs)), `function ${i}`).toBe('different');
      counts.different++;
    }
  }
  expect(counts.different).toBeGreaterThan(30);
});
