// Scalars in front: an expression as a number times scalar factors, over scalar divisors, times a body without any.

import * as make from '../expression/build.ts';
import { isScalar } from '../expression/dimension.ts';
import type { Expression } from '../expression/expression.ts';
import {
  divide,
  isZero,
  MINUS_ONE,
  multiply,
  ONE,
  type Rational,
  rational,
  toText,
} from '../number/rational.ts';
import { keyOf } from './measure.ts';

export interface Scaled {
  readonly coefficient: Rational;
  /** Scalar expressions, none of them a number, a product of scalars, a power or a quotient. */
  readonly over: readonly Expression[];
  readonly under: readonly Expression[];
  /** null for the number 1. */
  readonly body: Expression | null;
}

export const NOTHING: Scaled = { coefficient: ONE, over: [], under: [], body: null };

export const multiplied = (a: Scaled, b: Scaled, body: Expression | null): Scaled => ({
  coefficient: multiply(a.coefficient, b.coefficient),
  over: [...a.over, ...b.over],
  under: [...a.under, ...b.under],
  body,
});

/** Takes the scalars of an expression to the front. */
export const scaled = (e: Expression): Scaled => {
  if (isScalar(e.shape)) return scalar(e);
  if (e.op === 'scale') {
    const of = scaled(e.of);
    return multiplied(scalar(e.by), of, of.body);
  }
  return { ...NOTHING, body: e };
};
const scalar = (e: Expression): Scaled => {
  switch (e.op) {
    case 'number':
      return { ...NOTHING, coefficient: e.value };
    case 'size':
      return {
        ...NOTHING,
        coefficient: e.dim.reduce<Rational>(
          (n, f) => (typeof f === 'number' ? multiply(n, rational(f)) : n),
          ONE,
        ),
        over: e.dim.flatMap(f => (typeof f === 'number' ? [] : [make.size([f])])),
      };
    case 'scale':
      return multiplied(scalar(e.by), scalar(e.of), null);
    case 'hadamard':
    case 'kronecker':
      return multiplied(scalar(e.left), scalar(e.right), null);
    case 'product':
      if (e.factors.every(f => isScalar(f.shape)))
        return e.factors.map(scalar).reduce((a, b) => multiplied(a, b, null));
      break;
    case 'transpose':
    case 'trace':
    case 'diag':
    case 'vec':
    case 'diagonal':
      if (isScalar(e.of.shape)) return scalar(e.of);
      break;
    case 'identity':
    case 'ones':
      return NOTHING;
    case 'power': {
      const of = scalar(e.of);
      return new Array<Scaled>(e.exponent).fill(of).reduce((a, b) => multiplied(a, b, null), NOTHING);
    }
    case 'inverse': {
      const { coefficient, over, under } = scalar(e.of);
      if (isZero(coefficient)) break;
      return { coefficient: divide(ONE, coefficient), over: under, under: over, body: null };
    }
    case 'elementwise':
      if (e.fn === 'reciprocal' && e.order === 0) return scalar(make.inverse(e.of));
      break;
    default:
  }
  return { ...NOTHING, over: [e] };
};

/** The expression again: like scalars cancel or become powers, the number stands first, divisors last. */
export const joined = ({ coefficient, over, under, body }: Scaled): Expression => {
  const counts = new Map<string, { of: Expression; count: number }>();
  const count = (of: Expression, by: 1 | -1): void => {
    const key = keyOf(of);
    const known = counts.get(key);
    counts.set(key, { of, count: (known?.count ?? 0) + by });
  };
  for (const e of over) count(e, 1);
  for (const e of under) count(e, -1);
  const raised = [...counts.values()].filter(c => c.count !== 0);
  const powers = (sign: 1 | -1): Expression[] =>
    raised
      .filter(c => c.count * sign > 0)
      .flatMap(c => powered(c.of, c.count * sign))
      .sort((a, b) => rank(a) - rank(b));
  const front = powers(1);
  const below = powers(-1);
  const all = (of: readonly Expression[]): Expression | null =>
    of.length === 0 ? null : of.reduce((a, b) => make.scale(a, b));
  const numerator = all(body ? [...front, body] : front);
  const { num, den } = coefficient;
  // 2/(3 s) is written with one bar, ½ A with a number in front.
  const divisor = all(below.length && den !== 1n ? [make.number(rational(den)), ...below] : below);
  const negative = divisor !== null && num < 0n;
  const factor = divisor ? rational(negative ? -num : num) : coefficient;
  const is1 = toText(factor) === '1';
  const above =
    numerator === null ? make.number(factor) : is1 ? numerator : make.scale(make.number(factor), numerator);
  if (!divisor) return above;
  const quotient = make.quotient(above, divisor);
  return negative ? make.scale(make.number(MINUS_ONE), quotient) : quotient;
};
/** s^n; a norm's square is tr(XᵀX). */
const powered = (of: Expression, n: number): Expression[] => {
  if (of.op === 'elementwise' && of.fn === 'sqrt' && of.order === 0 && n > 1) {
    const half = n % 2 ? n - 1 : n;
    if (half === n || n === 3)
      return n % 2 ? [make.power(of, n)] : scalar(of.of).over.flatMap(o => powered(o, half / 2));
  }
  return [n === 1 ? of : make.power(of, n)];
};
/** Sizes and letters stand before longer scalars. */
const rank = (e: Expression): number => (e.op === 'size' ? 0 : e.op === 'symbol' ? 1 : 2);
