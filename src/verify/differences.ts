// Exact finite differences: t ↦ F(X + tV) is a polynomial for a polynomial F, and its derivative at 0 follows from its values at
// t = 0, 1, …, d, d its degree: no step size, no truncation error, no rule of differentiation trusted.
//   where F is no polynomial in what moves, or its degree is above MOST_POINTS, dual numbers take over

import {
  type Along,
  alongByDuals,
  type Evaluation,
  type Matrix,
  type Moves,
  mentionsAny,
  type Sizes,
} from '../evaluate/index.ts';
import { sizeOf } from '../expression/dimension.ts';
import { children, type Expression } from '../expression/expression.ts';

const MOST_POINTS = 12;

/** The degree in t of the expression when the named symbols move along lines, or null where it is no polynomial in t. */
export const degreeAlong = (e: Expression, names: Iterable<string>, sizes: Sizes): number | null => {
  const moving = new Set(names);
  const known = new Map<Expression, number | null>();
  const of = (x: Expression): number | null => {
    const found = known.get(x);
    if (found !== undefined) return found;
    const degree = mentionsAny(x, moving) ? walk(x) : 0;
    known.set(x, degree);
    return degree;
  };
  const all = (xs: readonly Expression[], join: (a: number, b: number) => number): number | null =>
    xs.map(of).reduce((a, b) => (a === null || b === null ? null : join(a, b)));
  const times = (x: Expression, factor: number): number | null => {
    const degree = of(x);
    return degree === null ? null : degree * factor;
  };
  const walk = (x: Expression): number | null => {
    switch (x.op) {
      case 'symbol':
        return 1;
      case 'number':
      case 'size':
      case 'identity':
      case 'ones':
      case 'zeros':
      case 'unit':
      case 'commutation':
      case 'duplication':
      case 'elimination':
        return 0;
      case 'add':
      case 'block':
        return all(children(x), Math.max);
      case 'product':
      case 'scale':
      case 'hadamard':
      case 'kronecker':
      case 'khatriRao':
        return all(children(x), (a, b) => a + b);
      case 'transpose':
      case 'vec':
      case 'unvec':
      case 'diag':
      case 'diagonal':
      case 'trace':
      case 'entry':
      case 'sum':
      case 'differential':
      case 'derivative':
        return of(x.of);
      case 'power':
        return times(x.of, x.exponent);
      case 'determinant':
        return times(x.of, sizeOf(x.of.shape.rows, sizes));
      case 'inverse':
      case 'pseudoInverse':
      case 'elementwise':
      case 'matrixFunction':
      case 'eigen':
        return null;
      default: {
        const unknown: never = x;
        throw new TypeError(`unknown operator ${String(unknown)}`);
      }
    }
  };
  return of(e);
};

/** Integers c₀, …, c_d and L with f′(0) = Σ cᵢ f(i) / L for polynomials of degree d: Newton's forward differences at 0. */
export interface Weights {
  readonly integers: readonly number[];
  readonly over: number;
}
/** For degrees up to MOST_POINTS, so that all numbers are safe integers. */
export const weights = (degree: number): Weights => {
  let over = 1;
  for (let i = 2; i <= degree; i++) over *= i / gcd(over, i);
  const integers = [0];
  let binomial = 1;
  for (let i = 1; i <= degree; i++) {
    binomial = (binomial * (degree - i + 1)) / i;
    integers.push(((i % 2 === 1 ? binomial : -binomial) * over) / i);
    integers[0]! -= over / i;
  }
  return { integers, over };
};
const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));

/** By exact finite differences where they are exact, by dual numbers elsewhere; for instances of one size. */
export const byDifferences = (): Along => {
  const known = new Map<Expression, Map<string, Weights | null>>();
  const weightsOf = (of: Expression, names: readonly string[], sizes: Sizes): Weights | null => {
    const own = known.get(of) ?? new Map<string, Weights | null>();
    known.set(of, own);
    const key = JSON.stringify(names);
    let found = own.get(key);
    if (found === undefined) {
      const degree = degreeAlong(of, names, sizes);
      found = degree === null || degree > MOST_POINTS ? null : weights(degree);
      own.set(key, found);
    }
    return found;
  };
  return (here, of, moves) => {
    const found = weightsOf(of, [...moves.keys()], here.sizes);
    return found ? difference(here, of, moves, found) : alongByDuals(here, of, moves);
  };
};

const difference = <N, B>(
  here: Evaluation<N, B>,
  of: Expression,
  moves: Moves<N>,
  { integers, over }: Weights,
): Matrix<N> => {
  const k = here.field;
  const start = here.of(of);
  let sum = start.data.map(() => k.zero);
  integers.forEach((integer, t) => {
    if (integer === 0) return;
    const weight = k.fromInteger(integer);
    const there = t === 0 ? start : here.withValues(moved(here, moves, t)).of(of);
    sum = sum.map((s, i) => k.add(s, k.multiply(weight, there.data[i]!)));
  });
  if (over === 1) return { ...start, data: sum };
  const share = k.invert(k.fromInteger(over))!;
  return { ...start, data: sum.map(s => k.multiply(share, s)) };
};

/** The values at t. */
const moved = <N, B>(here: Evaluation<N, B>, moves: Moves<N>, t: number): Moves<N> => {
  const k = here.field;
  const step = k.fromInteger(t);
  const values = new Map<string, Matrix<N>>();
  for (const [name, move] of moves) {
    const from = here.value(name);
    const data = from.data.map((x, i) => k.add(x, k.multiply(step, move.data[i]!)));
    values.set(name, { ...from, data });
  }
  return values;
};
