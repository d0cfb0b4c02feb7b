// expression × point → bounded matrix: one walk over the closed union, from the definition of each operator.
// Differentials and derivatives are taken by finite differences, never by a rule.

import { dimension, sizeOf } from '../expression/dimension.ts';
import type { Expression, Index } from '../expression/expression.ts';
import { isInteger, toNumber } from '../number/rational.ts';
import {
  type Bounded,
  blank,
  block,
  commutation,
  constant,
  diag,
  diagonal,
  eye,
  khatriRao,
  kronecker,
  multiply,
  product,
  scalar,
  sum,
  trace,
  transpose,
  U,
  Undefined,
  unvec,
  vec,
} from './bounded.ts';
import { derivative, differential } from './difference.ts';
import { elementwise } from './functions.ts';
import { determinant, exponential, inverted, logarithm, pseudoInverse, squareRoot } from './inverse.ts';
import { colsOf, type Point, rowsOf } from './point.ts';

/** @throws Undefined where an operation is not defined, or not safely */
export const evaluate = (e: Expression, p: Point): Bounded => {
  const { sizes } = p;
  switch (e.op) {
    case 'symbol':
      return found(p.values, e.symbol.name);
    case 'number': {
      const x = toNumber(e.value);
      return scalar(x, isInteger(e.value) && Number.isSafeInteger(x) ? 0 : 2 * U * Math.abs(x));
    }
    case 'size':
      return scalar(sizeOf(e.dim, sizes));
    case 'identity':
      return eye(rowsOf(e.shape, sizes));
    case 'ones':
      return constant(rowsOf(e.shape, sizes), colsOf(e.shape, sizes), 1);
    case 'zeros':
      return blank(rowsOf(e.shape, sizes), colsOf(e.shape, sizes));
    case 'unit': {
      const out = blank(rowsOf(e.shape, sizes), 1);
      out.value[position(e.index, out.rows, p)] = 1;
      return out;
    }
    case 'commutation':
      return commutation(sizeOf(e.m, sizes), sizeOf(e.n, sizes));
    case 'add':
      return sum(e.terms.map(t => evaluate(t, p)));
    case 'product':
      return e.factors.map(f => evaluate(f, p)).reduce(product);
    case 'scale':
      return multiply(evaluate(e.by, p), evaluate(e.of, p));
    case 'transpose':
      return transpose(evaluate(e.of, p));
    case 'hadamard':
      return multiply(evaluate(e.left, p), evaluate(e.right, p));
    case 'kronecker':
      return kronecker(evaluate(e.left, p), evaluate(e.right, p));
    case 'khatriRao':
      return khatriRao(evaluate(e.left, p), evaluate(e.right, p));
    case 'vec':
      return vec(evaluate(e.of, p));
    case 'unvec':
      return unvec(evaluate(e.of, p), rowsOf(e.shape, sizes), colsOf(e.shape, sizes));
    case 'diag':
      return diag(evaluate(e.of, p));
    case 'diagonal':
      return diagonal(evaluate(e.of, p));
    case 'trace':
      return trace(evaluate(e.of, p));
    case 'inverse': {
      const { inverse, sign } = inverted(evaluate(e.of, p));
      p.signs.push(sign);
      return inverse;
    }
    case 'pseudoInverse':
      return pseudoInverse(evaluate(e.of, p));
    case 'determinant':
      return determinant(evaluate(e.of, p));
    case 'power': {
      const base = evaluate(e.of, p);
      let result = eye(base.rows);
      for (let i = 0; i < e.exponent; i++) result = i ? product(result, base) : base;
      return result;
    }
    case 'elementwise':
      return elementwise(e.fn, e.order, evaluate(e.of, p), p.signs);
    case 'matrixFunction':
      return MATRIX_FUNCTIONS[e.fn](evaluate(e.of, p));
    case 'entry': {
      const of = evaluate(e.of, p);
      const at = position(e.row, of.rows, p) * of.cols + position(e.col, of.cols, p);
      return scalar(of.value[at]!, of.bound[at]!);
    }
    case 'sum': {
      const terms: Bounded[] = [];
      const indices = new Map(p.indices);
      for (let i = 1; i <= sizeOf(dimension(e.index.dim), sizes); i++) {
        indices.set(e.index.name, i);
        terms.push(evaluate(e.of, { ...p, indices }));
      }
      return sum(terms);
    }
    case 'block':
      return block(
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
