// What is said: the closed union of expressions. Every node carries its shape; nodes are immutable and may be shared.
// Make them with the builders in build.ts only: they check shapes. Walk them with a switch that the compiler proves complete.
// A vector is n×1, a scalar 1×1. vec is column-major. Names of indices are unique within a claim (no shadowing).

import type { Rational } from '../number/rational.ts';
import type { Dimension, Factor, Shape } from './dimension.ts';
import type { Sym } from './symbol.ts';

/** An index of index notation: i runs over 1..dim (dim: a single factor). A number is a fixed position, counted from 1. */
export type Index = { readonly name: string; readonly dim: Factor } | number;
export type NamedIndex = Exclude<Index, number>;

/** numerator: ∂vec F/∂(vec X)ᵀ; denominator: its transpose; gradient: scalar F only, the shape of X. */
export type Layout = 'numerator' | 'denominator' | 'gradient';

interface Node<Op extends string> {
  readonly op: Op;
  readonly shape: Shape;
}
interface Unary<Op extends string> extends Node<Op> {
  readonly of: Expression;
}
interface Binary<Op extends string> extends Node<Op> {
  readonly left: Expression;
  readonly right: Expression;
}

export type Expression =
  | (Node<'symbol'> & { readonly symbol: Sym })
  | (Node<'number'> & { readonly value: Rational })
  /** A dimension used as a number, such as the n in tr(I_n) = n. */
  | (Node<'size'> & { readonly dim: Dimension })
  | Node<'identity'>
  | Node<'ones'>
  | Node<'zeros'>
  /** The unit vector e_i, dim×1. */
  | (Node<'unit'> & { readonly index: Index })
  /** K with K·vec(A) = vec(Aᵀ) for A of shape m×n; K is (m·n)×(n·m). Magnus & Neudecker, ch. 3.7. */
  | (Node<'commutation'> & { readonly m: Dimension; readonly n: Dimension })
  /** D with D·vech(S) = vec(S) for symmetric S of shape n×n. Magnus & Neudecker, ch. 3.8. */
  | (Node<'duplication'> & { readonly n: Dimension })
  /** L with L·vec(A) = vech(A): the entries on and below the diagonal, column by column. Magnus & Neudecker 1980. */
  | (Node<'elimination'> & { readonly n: Dimension })
  | (Node<'add'> & { readonly terms: readonly Expression[] })
  /** Matrix product of two or more factors whose inner dimensions fit. */
  | (Node<'product'> & { readonly factors: readonly Expression[] })
  /** A 1×1 expression times an expression of any shape. */
  | (Node<'scale'> & { readonly by: Expression; readonly of: Expression })
  | Unary<'transpose'>
  | Binary<'hadamard'>
  | Binary<'kronecker'>
  /** Column-wise Kronecker product: columns a_j ⊗ b_j. Khatri & Rao 1968. */
  | Binary<'khatriRao'>
  | Unary<'vec'>
  /** The matrix of this node's shape whose vec is `of`. */
  | Unary<'unvec'>
  /** Vector to diagonal matrix. */
  | Unary<'diag'>
  /** Square matrix to the vector of its diagonal. */
  | Unary<'diagonal'>
  | Unary<'trace'>
  | Unary<'inverse'>
  | Unary<'pseudoInverse'>
  | Unary<'determinant'>
  /** Matrix power of a square matrix, exponent ≥ 0 (negative powers are powers of the inverse). */
  | (Unary<'power'> & { readonly exponent: number })
  /** f applied to every entry; order 1 is f′, 2 is f″. A name that is not in FUNCTIONS is a generic smooth function. */
  | (Unary<'elementwise'> & { readonly fn: string; readonly order: number })
  /** The exponential, logarithm or principal square root of a square matrix. */
  | (Unary<'matrixFunction'> & { readonly fn: 'exp' | 'log' | 'sqrt' })
  /**
   * Of a symmetric matrix: the simple eigenvalue at this place, from the largest down, or its unit eigenvector, whose sign is as good as drawn.
   * The largest entry of a vector is the largest eigenvalue of its diag.
   */
  | (Unary<'eigen'> & { readonly part: 'value' | 'vector'; readonly index: Index })
  /** The 1×1 entry of an expression at (row, col). */
  | (Unary<'entry'> & { readonly row: Index; readonly col: Index })
  /** Σ over an index of an expression in which it is free. */
  | (Unary<'sum'> & { readonly index: NamedIndex })
  /** Blocks side by side and on top of each other. */
  | (Node<'block'> & { readonly blocks: readonly (readonly Expression[])[] })
  /** The differential of `of` when the symbols named in `wrt` vary; d of the symbol X itself is the direction dX. d(dX) = 0. */
  | (Unary<'differential'> & { readonly wrt: readonly string[] })
  /** The array of derivatives of `of` by the entries of a symbol (or by one entry of it), arranged by layout. */
  | (Unary<'derivative'> & { readonly by: Sym; readonly layout: Layout });

export type Op = Expression['op'];

/** A node's operands, in order. */
export const children = (e: Expression): readonly Expression[] => {
  switch (e.op) {
    case 'symbol':
    case 'number':
    case 'size':
    case 'identity':
    case 'ones':
    case 'zeros':
    case 'unit':
    case 'commutation':
    case 'duplication':
    case 'elimination':
      return [];
    case 'add':
      return e.terms;
    case 'product':
      return e.factors;
    case 'scale':
      return [e.by, e.of];
    case 'hadamard':
    case 'kronecker':
    case 'khatriRao':
      return [e.left, e.right];
    case 'block':
      return e.blocks.flat();
    default:
      return [e.of];
  }
};

/** Whether it, or something in it, is such. */
export const contains = (e: Expression, is: (e: Expression) => boolean): boolean =>
  is(e) || children(e).some(c => contains(c, is));
export const differentiates = (e: Expression): boolean =>
  contains(e, ({ op }) => op === 'derivative' || op === 'differential');
/** Something in it is to be differentiated: dX alone is a letter. */
export const asksToDifferentiate = (e: Expression): boolean =>
  contains(e, of => of.op === 'derivative' || (of.op === 'differential' && of.of.op !== 'symbol'));
