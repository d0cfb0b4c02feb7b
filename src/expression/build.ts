// Builders: the only makers of expressions. Each checks its operands' shapes and throws ShapeError when they cannot fit.
// They keep what was written: nothing is simplified, but products and sums are flat lists and a single operand stands for itself.

import type { Rational } from '../number/rational.ts';
import { MINUS_ONE, rational } from '../number/rational.ts';
import {
  type Dimension,
  dimensionText,
  fits,
  isColumn,
  isScalar,
  SCALAR,
  type Shape,
  sameShape,
  shape,
  shapeText,
  times,
  transposed,
  triangular,
  vecShape,
} from './dimension.ts';
import type { Expression, Index, Layout, NamedIndex } from './expression.ts';
import type { Sym } from './symbol.ts';

/** Operands whose shapes cannot fit, whatever their values. */
export class ShapeError extends Error {
  constructor(
    readonly operator: string,
    readonly shapes: readonly Shape[],
    /** What would fit, as a sentence fragment. */
    readonly expected: string,
  ) {
    super(`${operator} of ${shapes.map(shapeText).join(' and ')}: ${expected}`);
    this.name = 'ShapeError';
  }
}

const refuse = (operator: string, operands: readonly Expression[], expected: string): never => {
  throw new ShapeError(
    operator,
    operands.map(e => e.shape),
    expected,
  );
};
const square = (operator: string, of: Expression): void => {
  if (!fits(of.shape.rows, of.shape.cols)) refuse(operator, [of], 'a square matrix is needed');
};

export const symbol = (s: Sym): Expression => ({ op: 'symbol', shape: s.shape, symbol: s });
export const number = (value: Rational | number | bigint): Expression => ({
  op: 'number',
  shape: SCALAR,
  value: typeof value === 'object' ? value : rational(value),
});
export const size = (dim: Dimension): Expression => ({ op: 'size', shape: SCALAR, dim });
export const identity = (n: Dimension): Expression => ({ op: 'identity', shape: shape(n, n) });
export const ones = (s: Shape): Expression => ({ op: 'ones', shape: s });
export const zeros = (s: Shape): Expression => ({ op: 'zeros', shape: s });
/** e_i of the given dimension: dim×1. */
export const unit = (dim: Dimension, index: Index): Expression => ({ op: 'unit', shape: shape(dim), index });
/** K with K·vec(A) = vec(Aᵀ) for A of shape m×n. */
export const commutation = (m: Dimension, n: Dimension): Expression => ({
  op: 'commutation',
  shape: { rows: times(m, n), cols: times(n, m) },
  m,
  n,
});

/** D with D·vech(S) = vec(S) for symmetric n×n S: n²×n(n+1)/2. */
export const duplication = (n: Dimension): Expression => ({
  op: 'duplication',
  shape: { rows: times(n, n), cols: triangular(n) },
  n,
});
/** L with L·vec(A) = vech(A): n(n+1)/2×n². */
export const elimination = (n: Dimension): Expression => ({
  op: 'elimination',
  shape: { rows: triangular(n), cols: times(n, n) },
  n,
});

/** Sum of at least one term, all of one shape. */
export const sum = (...terms: readonly Expression[]): Expression => {
  const [first] = terms;
  if (!first) throw new RangeError('a sum needs a term');
  if (terms.length === 1) return first;
  for (const t of terms)
    if (!sameShape(first.shape, t.shape)) refuse('sum', [first, t], 'both need the same shape');
  return {
    op: 'add',
    shape: first.shape,
    terms: terms.flatMap(t => (t.op === 'add' ? t.terms : [t])),
  };
};
export const scale = (by: Expression, of: Expression): Expression => {
  if (!isScalar(by.shape)) refuse('scalar multiple', [by, of], 'the multiplier needs to be a scalar');
  return { op: 'scale', shape: of.shape, by, of };
};
export const negative = (of: Expression): Expression => scale(number(MINUS_ONE), of);
export const difference = (a: Expression, b: Expression): Expression => sum(a, negative(b));

/** Matrix product of at least one factor; inner dimensions need to fit. Scalar multiples are `scale`. */
export const product = (...factors: readonly Expression[]): Expression => {
  const flat = factors.flatMap(f => (f.op === 'product' ? f.factors : [f]));
  const [first] = flat;
  const last = flat.at(-1);
  if (!first || !last) throw new RangeError('a product needs a factor');
  if (flat.length === 1) return first;
  flat.forEach((right, i) => {
    const left = flat[i - 1];
    if (left && !fits(left.shape.cols, right.shape.rows))
      refuse(
        'product',
        [left, right],
        `the right factor needs ${dimensionText(left.shape.cols)} rows, or the left one ${dimensionText(right.shape.rows)} columns`,
      );
  });
  return { op: 'product', shape: { rows: first.shape.rows, cols: last.shape.cols }, factors: flat };
};
export const transpose = (of: Expression): Expression => ({
  op: 'transpose',
  shape: transposed(of.shape),
  of,
});
export const hadamard = (left: Expression, right: Expression): Expression => {
  if (!sameShape(left.shape, right.shape))
    refuse('Hadamard product', [left, right], 'both need the same shape');
  return { op: 'hadamard', shape: left.shape, left, right };
};
export const kronecker = (left: Expression, right: Expression): Expression => ({
  op: 'kronecker',
  shape: {
    rows: times(left.shape.rows, right.shape.rows),
    cols: times(left.shape.cols, right.shape.cols),
  },
  left,
  right,
});
export const khatriRao = (left: Expression, right: Expression): Expression => {
  if (!fits(left.shape.cols, right.shape.cols))
    refuse('Khatri–Rao product', [left, right], 'both need the same number of columns');
  return {
    op: 'khatriRao',
    shape: { rows: times(left.shape.rows, right.shape.rows), cols: left.shape.cols },
    left,
    right,
  };
};
export const vec = (of: Expression): Expression => ({ op: 'vec', shape: vecShape(of.shape), of });
/** The entries on and below the diagonal, column by column: L·vec(A). */
export const vech = (of: Expression): Expression => {
  square('vech', of);
  return product(elimination(of.shape.rows), vec(of));
};
export const unvec = (of: Expression, to: Shape): Expression => {
  if (!isColumn(of.shape) || !fits(of.shape.rows, times(to.cols, to.rows)))
    refuse(`inverse vec to ${shapeText(to)}`, [of], 'a vector with as many entries is needed');
  return { op: 'unvec', shape: to, of };
};
export const diag = (of: Expression): Expression => {
  if (!isColumn(of.shape)) refuse('diag', [of], 'a column vector is needed');
  return { op: 'diag', shape: shape(of.shape.rows, of.shape.rows), of };
};
export const diagonal = (of: Expression): Expression => {
  square('diagonal', of);
  return { op: 'diagonal', shape: shape(of.shape.rows), of };
};
export const trace = (of: Expression): Expression => {
  square('trace', of);
  return { op: 'trace', shape: SCALAR, of };
};
export const inverse = (of: Expression): Expression => {
  square('inverse', of);
  return { op: 'inverse', shape: of.shape, of };
};
export const pseudoInverse = (of: Expression): Expression => ({
  op: 'pseudoInverse',
  shape: transposed(of.shape),
  of,
});
export const determinant = (of: Expression): Expression => {
  square('determinant', of);
  return { op: 'determinant', shape: SCALAR, of };
};
/** Matrix power. @throws RangeError for a negative or fractional exponent */
export const power = (of: Expression, exponent: number): Expression => {
  if (!Number.isSafeInteger(exponent) || exponent < 0)
    throw new RangeError(`a matrix power needs an exponent of 0, 1, 2, …, not ${exponent}`);
  square('power', of);
  return { op: 'power', shape: of.shape, of, exponent };
};
/** f entry by entry; order 1 is f′. */
export const elementwise = (fn: string, of: Expression, order = 0): Expression => ({
  op: 'elementwise',
  shape: of.shape,
  of,
  fn,
  order,
});
export const matrixFunction = (fn: 'exp' | 'log' | 'sqrt', of: Expression): Expression => {
  square(`matrix ${fn}`, of);
  return { op: 'matrixFunction', shape: of.shape, of, fn };
};
/** λ_k of a symmetric matrix, from the largest down, or its unit eigenvector. */
export const eigen = (part: 'value' | 'vector', of: Expression, index: Index): Expression => {
  square(`eigen${part}`, of);
  return { op: 'eigen', shape: part === 'value' ? SCALAR : shape(of.shape.rows), of, part, index };
};
/** The largest of all entries. */
export const largest = (of: Expression): Expression =>
  eigen('value', diag(isColumn(of.shape) ? of : vec(of)), 1);
/** σ_k of any matrix, from the largest down. */
export const singularValue = (of: Expression, index: Index): Expression =>
  elementwise('sqrt', eigen('value', product(transpose(of), of), index));
/** @throws ShapeError for an index that runs over another dimension */
export const entry = (of: Expression, row: Index, col: Index): Expression => {
  const runs = (index: Index, dim: Dimension): boolean => typeof index === 'number' || fits([index.dim], dim);
  if (!runs(row, of.shape.rows) || !runs(col, of.shape.cols))
    throw new ShapeError(
      'entry',
      [of.shape],
      'an index runs over the rows, or the columns, of what it is an index of',
    );
  return { op: 'entry', shape: SCALAR, of, row, col };
};
export const sumOver = (index: NamedIndex, of: Expression): Expression => ({
  op: 'sum',
  shape: of.shape,
  of,
  index,
});
/** Blocks in rows; every row of blocks needs the same columns. Shapes add up only for equal or unit blocks (see block.ts). */
export const block = (blocks: readonly (readonly Expression[])[], total: Shape): Expression => ({
  op: 'block',
  shape: total,
  blocks,
});
export const differential = (of: Expression, wrt: readonly string[]): Expression => ({
  op: 'differential',
  shape: of.shape,
  of,
  wrt,
});
/** ∂of/∂by in a layout; gradient needs a scalar `of`. Matrices enter through vec, column-major. */
export const derivative = (of: Expression, by: Sym, layout: Layout): Expression => {
  if (layout === 'gradient') {
    if (!isScalar(of.shape)) refuse('gradient', [of], 'a scalar function is needed');
    return { op: 'derivative', shape: by.shape, of, by, layout };
  }
  const jacobian: Shape = { rows: vecShape(of.shape).rows, cols: vecShape(by.shape).rows };
  return {
    op: 'derivative',
    shape: layout === 'numerator' ? jacobian : transposed(jacobian),
    of,
    by,
    layout,
  };
};

/** A:B = tr(AᵀB). */
export const frobenius = (a: Expression, b: Expression): Expression => {
  if (!sameShape(a.shape, b.shape)) refuse('Frobenius product', [a, b], 'both need the same shape');
  return trace(product(transpose(a), b));
};
/** Squared Frobenius norm, tr(AᵀA). */
export const squaredNorm = (of: Expression): Expression => frobenius(of, of);
export const norm = (of: Expression): Expression => elementwise('sqrt', squaredNorm(of));
/** num / den for a scalar den. */
export const quotient = (num: Expression, den: Expression): Expression => scale(inverse(den), num);
