// expression × point → bounded matrix: one walk over the closed union, from the definition of each operator.
// Differentials and derivatives are taken by finite differences, never by a rule.

import { dimension, sizeOf } from '../expression/dimension.ts';
import type { Expression, Index } from '../expression/expression.ts';
import { isInteger, toNumber } from '../number/rational.ts';
import * as bounded from './bounded.ts';
import { U, Undefined } from './bounded.ts';
import { derivative, differential } from './difference.ts';
import { elementwise } from './functions.ts';
import { determinant, exponential, inverted, logarithm, pseudoInverse, squareRoot } from './inverse.ts';
import type { Bounded, Memory } from './memory.ts';
import { colsOf, type Point, rowsOf } from './point.ts';

/** @throws Undefined where an operation is not defined, or not safely */
export const evaluate = (e: Expression, p: Point): Bounded => {
  const { sizes, memory: m } = p;
  switch (e.op) {
    case 'symbol':
      return found(p.values, e.symbol.name);
    case 'number': {
      const x = toNumber(e.value);
      return m.scalar(x, isInteger(e.value) && Number.isSafeInteger(x) ? 0 : 2 * U * Math.abs(x));
    }
    case 'size':
      return m.scalar(sizeOf(e.dim, sizes));
    case 'identity':
      return m.eye(rowsOf(e.shape, sizes));
    case 'ones':
      return m.filled(rowsOf(e.shape, sizes), colsOf(e.shape, sizes), 1);
    case 'zeros':
      return m.blank(rowsOf(e.shape, sizes), colsOf(e.shape, sizes));
    case 'unit': {
      const out = m.blank(rowsOf(e.shape, sizes), 1);
      m.value[out.at + position(e.index, out.rows, p)] = 1;
      return out;
    }
    case 'commutation':
      return bounded.commutation(m, sizeOf(e.m, sizes), sizeOf(e.n, sizes));
    case 'duplication':
      return bounded.duplication(m, sizeOf(e.n, sizes));
    case 'elimination':
      return bounded.elimination(m, sizeOf(e.n, sizes));
    case 'add':
      return e.terms.map(t => evaluate(t, p)).reduce((a, b) => bounded.plus(m, a, 1, b));
    case 'product':
      return inOrder(
        m,
        e.factors.map(f => evaluate(f, p)),
      );
    case 'scale':
      return bounded.multiply(m, evaluate(e.by, p), evaluate(e.of, p));
    case 'transpose':
      return bounded.transpose(m, evaluate(e.of, p));
    case 'hadamard':
      return bounded.multiply(m, evaluate(e.left, p), evaluate(e.right, p));
    case 'kronecker':
      return bounded.kronecker(m, evaluate(e.left, p), evaluate(e.right, p));
    case 'khatriRao':
      return bounded.khatriRao(m, evaluate(e.left, p), evaluate(e.right, p));
    case 'vec':
      return bounded.vec(m, evaluate(e.of, p));
    case 'unvec':
      return bounded.unvec(m, evaluate(e.of, p), rowsOf(e.shape, sizes), colsOf(e.shape, sizes));
    case 'diag':
      return bounded.diag(m, evaluate(e.of, p));
    case 'diagonal':
      return bounded.diagonal(m, evaluate(e.of, p));
    case 'trace':
      return bounded.trace(m, evaluate(e.of, p));
    case 'inverse': {
      const { inverse, sign } = inverted(m, evaluate(e.of, p));
      p.signs.push(sign);
      return inverse;
    }
    case 'pseudoInverse':
      return pseudoInverse(m, evaluate(e.of, p));
    case 'determinant':
      return determinant(m, evaluate(e.of, p));
    case 'power': {
      const base = evaluate(e.of, p);
      let result = m.eye(base.rows);
      for (let i = 0; i < e.exponent; i++) result = i ? bounded.product(m, result, base) : base;
      return result;
    }
    case 'elementwise':
      return elementwise(m, e.fn, e.order, evaluate(e.of, p), p.signs);
    case 'matrixFunction':
      return MATRIX_FUNCTIONS[e.fn](m, evaluate(e.of, p));
    case 'entry': {
      const of = evaluate(e.of, p);
      const at = position(e.row, of.rows, p) * of.cols + position(e.col, of.cols, p);
      return { rows: 1, cols: 1, at: of.at + at };
    }
    case 'sum': {
      const terms: Bounded[] = [];
      const indices = new Map(p.indices);
      for (let i = 1; i <= sizeOf(dimension(e.index.dim), sizes); i++) {
        indices.set(e.index.name, i);
        terms.push(evaluate(e.of, { ...p, indices }));
      }
      return terms.reduce((a, b) => bounded.plus(m, a, 1, b));
    }
    case 'block':
      return bounded.block(
        m,
        e.blocks.map(row => row.map(b => evaluate(b, p))),
        rowsOf(e.shape, sizes),
        colsOf(e.shape, sizes),
      );
    case 'differential':
      if (e.of.op === 'symbol' && e.wrt.includes(e.of.symbol.name))
        return found(p.directions, e.of.symbol.name);
      return differential(e, p, evaluate);
    case 'derivative':
      return derivative(e, p, evaluate);
    default: {
      const unknown: never = e;
      throw new TypeError(`unknown operator ${String(unknown)}`);
    }
  }
};

/** From the end that is narrower, so that what is carried along stays small. */
const inOrder = (m: Memory, factors: readonly Bounded[]): Bounded => {
  const [first, last] = [factors[0]!, factors[factors.length - 1]!];
  if (last.cols >= first.rows) return factors.reduce((a, b) => bounded.product(m, a, b));
  return factors.reduceRight((b, a) => bounded.product(m, a, b));
};

/** e·v or eᵀ·v for a column v: a product is applied factor by factor. @throws Undefined as well */
export const applied = (e: Expression, v: Bounded, p: Point, flipped = false): Bounded => {
  const { memory: m } = p;
  switch (e.op) {
    case 'product':
      return (flipped ? e.factors : e.factors.toReversed()).reduce((x, f) => applied(f, x, p, flipped), v);
    case 'transpose':
      return applied(e.of, v, p, !flipped);
    case 'scale':
      return bounded.multiply(m, evaluate(e.by, p), applied(e.of, v, p, flipped));
    case 'identity':
      return v;
    default: {
      const value = evaluate(e, p);
      return bounded.product(m, flipped ? bounded.transpose(m, value) : value, v);
    }
  }
};

const MATRIX_FUNCTIONS = { exp: exponential, log: logarithm, sqrt: squareRoot };

const found = (from: ReadonlyMap<string, Bounded>, name: string): Bounded => {
  const m = from.get(name);
  if (!m) throw new RangeError(`the instance has nothing for ${name}`);
  return m;
};
/** From 0. */
const position = (index: Index, size: number, p: Point): number => {
  const i = typeof index === 'number' ? index : p.indices.get(index.name);
  if (i === undefined) throw new RangeError(`the instance has no index of that name`);
  if (i < 1 || i > size) throw new Undefined(`there is no entry ${i} of ${size}`);
  return i - 1;
};
