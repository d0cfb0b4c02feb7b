// What both sides are at an instance, in exact rational arithmetic, and whether they differ whatever the claim leaves unsaid.
//   a derivative by a variable with structure may be meant in several conventions: the sides differ in each of them
//   a logarithm has no exact value, but its derivatives have: where its values do not matter, the sides are known without them

import {
  type Elementwise,
  evaluation,
  exactly,
  logarithmJet,
  type Matrix,
  NotEvaluable,
  Singular,
  sameMatrix,
} from '../evaluate/index.ts';
import { conventionsOf } from '../expression/convention.ts';
import { children, type Expression } from '../expression/expression.ts';
import type { Instance, Statement } from '../expression/judgement.ts';
import { stream } from '../number/random.ts';
import { compare, type Rational, rational, toText, ZERO } from '../number/rational.ts';
import { RATIONALS } from '../number/rational-field.ts';

export interface Sides {
  readonly lhs: Matrix<Rational>;
  readonly rhs: Matrix<Rational>;
  readonly differ: boolean;
}

/**
 * With derivatives by a variable with structure the sides differ only where they do so in every convention, and are shown in the first
 * one in which they are equal, or else in the first one.
 * @throws NotEvaluable | Singular
 */
export const sidesAt = (statement: Statement, instance: Instance<Rational>, fullRank: boolean): Sides => {
  const conventions = conventionsOf(statement);
  const logarithms = holdsLogarithm(statement);
  const sides = (conventions.length ? conventions : [null]).map(convention => {
    const at = (elementwise: Elementwise<Rational>): Sides => {
      const here = evaluation(RATIONALS, instance, { fullRank, convention, elementwise });
      const [lhs, rhs] = [here.of(statement.lhs), here.of(statement.rhs)];
      return { lhs, rhs, differ: !sameMatrix(RATIONALS, lhs, rhs) };
    };
    if (!logarithms) return at(exactly(RATIONALS));
    const [one, other] = [at(withLogarithms('one')), at(withLogarithms('other'))];
    const known = sameMatrix(RATIONALS, one.lhs, other.lhs) && sameMatrix(RATIONALS, one.rhs, other.rhs);
    if (!known) throw new NotEvaluable('log has no exact values');
    return one;
  });
  return sides.find(s => !s.differ) ?? sides[0]!;
};

/** Exact functions, and a logarithm whose value at each point is a random number. */
const withLogarithms = (seed: string): Elementwise<Rational> => {
  const exact = exactly(RATIONALS);
  const value = (x: Rational): Rational => rational(stream(seed, toText(x))(), 1 + stream(toText(x), seed)());
  const jet = logarithmJet(RATIONALS, value);
  return (k, fn, order, x) =>
    fn === 'log'
      ? k.apply(
          (n, y) => {
            if (compare(y, ZERO) <= 0) throw new Singular('log of a number that is not positive');
            return jet(n, y);
          },
          order,
          x,
        )
      : exact(k, fn, order, x);
};

const known = new WeakMap<Statement, boolean>();
const holdsLogarithm = (statement: Statement): boolean => {
  const before = known.get(statement);
  if (before !== undefined) return before;
  const seen = new Set<Expression>();
  const holds = (e: Expression): boolean => {
    if (seen.has(e)) return false;
    seen.add(e);
    return (e.op === 'elementwise' && e.fn === 'log') || children(e).some(holds);
  };
  const found = [statement.lhs, statement.rhs].some(holds);
  known.set(statement, found);
  return found;
};
