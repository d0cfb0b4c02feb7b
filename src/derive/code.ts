// An expression as one expression of a programming language over the declared names. What a language has no word for gives null.
//   sizes are asked of the values: A.shape[0], A.rows
//   every scalar is a number or a 1×1 array, as the language has it

import { type Dimension, type Factor, isScalar, isUnit } from '../expression/dimension.ts';
import type { Expression, Index } from '../expression/expression.ts';
import type { Sym } from '../expression/symbol.ts';
import { compare, MINUS_ONE, negate, type Rational, ZERO } from '../number/rational.ts';
import { JAVASCRIPT } from './code-javascript.ts';
import { NUMPY } from './code-numpy.ts';
import { squaredOf } from './measure.ts';

/** What the language at hand cannot say. */
export class Inexpressible extends Error {}

/** How a language says it. Operands are code that stands on its own; `scalar` tells that a value is 1×1. */
export interface Dialect {
  readonly words: ReadonlySet<string>;
  rows(name: string): string;
  cols(name: string): string;
  number(value: Rational): string;
  sum(terms: readonly { readonly minus: boolean; readonly code: string }[], scalar: boolean): string;
  product(factors: readonly string[], scalar: boolean): string;
  scale(by: string, of: string, scalar: boolean): string;
  over(of: string, by: string, scalar: boolean): string;
  hadamard(a: string, b: string, scalar: boolean): string;
  transpose(x: string): string;
  power(x: string, exponent: number, scalar: boolean): string;
  norm(x: string): string;
  kronecker(a: string, b: string): string;
  khatriRao(a: string, b: string, rows: readonly [string, string], cols: string): string;
  commutation(m: string, n: string): string;
  constant(value: 0 | 1, rows: string, cols: string): string;
  identity(n: string): string;
  unit(n: string, at: string): string;
  /** One entry, counted from 0. */
  entry(x: string, row: string, col: string): string;
  reshape(x: string, rows: string, cols: string): string;
  sumOver(index: string, size: string, of: string, scalar: boolean): string;
  call(
    fn: 'vec' | 'diag' | 'diagonal' | 'trace' | 'determinant' | 'inverse' | 'pseudoInverse',
    x: string,
  ): string;
  elementwise(fn: string, order: number, x: string, scalar: boolean): string | null;
  /** The whole, which is an array of two dimensions where the language can have it so. */
  whole(code: string, scalar: boolean): string;
}

/** NumPy and JavaScript, over names that `symbols` declares. */
export const codes = (
  e: Expression,
  symbols: readonly Sym[],
): { readonly numpy: string | null; readonly javascript: string | null } => ({
  numpy: codeIn(NUMPY, e, symbols),
  javascript: codeIn(JAVASCRIPT, e, symbols),
});

const codeIn = (dialect: Dialect, e: Expression, symbols: readonly Sym[]): string | null => {
  try {
    return dialect.whole(new Writer(dialect, symbols).code(e), isScalar(e.shape));
  } catch (error) {
    if (error instanceof Inexpressible) return null;
    throw error;
  }
};

class Writer {
  readonly #sizes = new Map<Factor, string>();
  constructor(
    readonly dialect: Dialect,
    symbols: readonly Sym[],
  ) {
    for (const s of symbols)
      for (const [dim, size] of [
        [s.shape.rows, dialect.rows],
        [s.shape.cols, dialect.cols],
      ] as const) {
        const [factor] = dim;
        if (dim.length === 1 && factor !== undefined && !this.#sizes.has(factor))
          this.#sizes.set(factor, size(this.#name(s.name)));
      }
  }

  code(e: Expression): string {
    const l = this.dialect;
    const scalar = isScalar(e.shape);
    switch (e.op) {
      case 'symbol':
        return this.#name(e.symbol.name);
      case 'number':
        return l.number(e.value);
      case 'size':
        return this.#size(e.dim);
      case 'identity':
        return scalar ? '1' : l.identity(this.#size(e.shape.rows));
      case 'ones':
      case 'zeros': {
        const value = e.op === 'ones' ? 1 : 0;
        return scalar ? `${value}` : l.constant(value, this.#size(e.shape.rows), this.#size(e.shape.cols));
      }
      case 'unit':
        return l.unit(this.#size(e.shape.rows), position(e.index));
      case 'commutation':
        return l.commutation(this.#size(e.m), this.#size(e.n));
      case 'add':
        return l.sum(
          e.terms.map(t => {
            const minus = negated(t);
            return { minus: minus !== null, code: this.code(minus ?? t) };
          }),
          scalar,
        );
      case 'product': {
        const scalars = e.factors.filter(f => isScalar(f.shape));
        const rest = e.factors.filter(f => !isScalar(f.shape)).map(f => this.code(f));
        const of = rest.length ? l.product(rest, scalar) : '1';
        return scalars.reduce((code, s) => l.scale(this.code(s), code, scalar), of);
      }
      case 'scale':
        if (e.by.op === 'inverse' && isScalar(e.by.shape))
          return l.over(this.code(e.of), this.code(e.by.of), scalar);
        return l.scale(this.code(e.by), this.code(e.of), scalar);
      case 'hadamard':
        return l.hadamard(this.code(e.left), this.code(e.right), scalar);
      case 'transpose':
        return scalar ? this.code(e.of) : l.transpose(this.code(e.of));
      case 'kronecker':
        return scalar
          ? l.scale(this.code(e.left), this.code(e.right), true)
          : l.kronecker(this.#array(e.left), this.#array(e.right));
      case 'khatriRao':
        return l.khatriRao(
          this.#array(e.left),
          this.#array(e.right),
          [this.#size(e.left.shape.rows), this.#size(e.right.shape.rows)],
          this.#size(e.shape.cols),
        );
      case 'trace': {
        const normed = squaredOf(e);
        if (normed) return l.power(l.norm(this.#array(normed)), 2, true);
        return isScalar(e.of.shape) ? this.code(e.of) : l.call('trace', this.code(e.of));
      }
      case 'inverse':
        return scalar ? l.over('1', this.code(e.of), true) : l.call('inverse', this.code(e.of));
      case 'vec':
      case 'diag':
      case 'diagonal':
      case 'determinant':
      case 'pseudoInverse':
        return scalar && isScalar(e.of.shape) ? this.code(e.of) : l.call(e.op, this.code(e.of));
      case 'unvec':
        return l.reshape(this.code(e.of), this.#size(e.shape.rows), this.#size(e.shape.cols));
      case 'power':
        return l.power(this.code(e.of), e.exponent, scalar);
      case 'elementwise': {
        const normed = e.fn === 'sqrt' && e.order === 0 ? squaredOf(e.of) : null;
        if (normed) return l.norm(this.#array(normed));
        const code = l.elementwise(e.fn, e.order, this.code(e.of), scalar);
        if (code === null) throw new Inexpressible(e.fn);
        return code;
      }
      case 'entry':
        return isScalar(e.of.shape)
          ? this.code(e.of)
          : l.entry(this.code(e.of), position(e.row), position(e.col));
      case 'sum':
        return l.sumOver(e.index.name, this.#size([e.index.dim]), this.code(e.of), scalar);
      default:
        throw new Inexpressible(e.op);
    }
  }

  /** A value that is asked for its size. */
  #array(e: Expression): string {
    return isScalar(e.shape)
      ? this.dialect.scale(this.code(e), this.dialect.identity('1'), false)
      : this.code(e);
  }
  #name(name: string): string {
    const plain = [...name.normalize('NFKD')]
      .map(c => (/[\p{L}\p{N}_]/u.test(c) ? c : /\p{M}/u.test(c) ? '_' : ''))
      .join('');
    if (!/^[\p{L}_]/u.test(plain)) throw new Inexpressible(`the name ${name}`);
    return this.dialect.words.has(plain) ? `${plain}_` : plain;
  }
  #size(d: Dimension): string {
    if (isUnit(d)) return '1';
    const sizes = d.map(f => (typeof f === 'number' ? `${f}` : this.#sizes.get(f)));
    if (sizes.includes(undefined)) throw new Inexpressible(`the size ${d.map(String).join('·')}`);
    return sizes.length === 1 ? sizes[0]! : `(${sizes.join(' * ')})`;
  }
}

const position = (i: Index): string => (typeof i === 'number' ? `${i - 1}` : i.name);
/** A where e is −A. */
const negated = (e: Expression): Expression | null => {
  if (e.op !== 'scale' || e.by.op !== 'number' || compare(e.by.value, ZERO) >= 0) return null;
  const by = negate(e.by.value);
  return compare(e.by.value, MINUS_ONE) === 0 ? e.of : { ...e, by: { ...e.by, value: by } };
};
