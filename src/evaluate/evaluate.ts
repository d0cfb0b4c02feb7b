// Expression × numbers → dense matrix, entry by entry from the textbook definition of each operator, over any number system.
//   independent of the prover: it knows no identity and no rule of differentiation but f(x + ε) = f(x) + f′(x)ε
//   a shared subexpression is evaluated once; under a sum or a derivative, what does not vary is taken from outside
//   no value is ever guessed: NotEvaluable says why there is none, Singular that there is none here

import { type Convention, isConstrained } from '../expression/convention.ts';
import { type Dimension, dimension, sizeOf } from '../expression/dimension.ts';
import type { Expression, Index, Layout } from '../expression/expression.ts';
import type { Instance } from '../expression/judgement.ts';
import type { Sym } from '../expression/symbol.ts';
import { type Dual, DualField } from '../number/dual.ts';
import type { Field } from '../number/field.ts';
import { determinant, inverse, pseudoInverse } from './elimination.ts';
import { type Elementwise, exactly, ranked } from './functions.ts';
import type { Matrix } from './matrix.ts';
import * as dense from './matrix.ts';
import { mentions, mentionsAny } from './mentions.ts';
import { NotEvaluable, Singular } from './refusal.ts';
import { familyOf, pattern } from './structure.ts';

/** The derivative at t = 0 of the expression's value when symbols move to value + t·move. */
export type Along = <N, B>(here: Evaluation<N, B>, of: Expression, moves: Moves<N>) => Matrix<N>;
export type Moves<N> = ReadonlyMap<string, Matrix<N>>;

export interface EvaluateOptions<B> {
  /** What elementwise functions are; exact, and generic ones polynomials, if not given. */
  readonly elementwise?: Elementwise<B>;
  /** How differentials are taken; by dual numbers if not given. */
  readonly along?: Along;
  /** What derivatives by a variable with structure mean; without one they have no value. */
  readonly convention?: Convention | null;
  /** Whether a matrix needs full rank to have a pseudoinverse; not if not given. */
  readonly fullRank?: boolean;
}
type Context<B> = Required<EvaluateOptions<B>> & {
  readonly sizes: ReadonlyMap<string, number>;
};

/** Where an evaluation finds what is open. `inherited` is the value of an expression that is the same outside. */
interface Scope<N> {
  value(name: string): Matrix<N>;
  direction(name: string): Matrix<N>;
  index(name: string): number;
  inherited(e: Expression): Matrix<N> | null;
}

export class Evaluation<N, B> {
  readonly field: Field<N, B>;
  readonly #context: Context<B>;
  readonly #scope: Scope<N>;
  readonly #values = new Map<Expression, Matrix<N>>();

  constructor(field: Field<N, B>, context: Context<B>, scope: Scope<N>) {
    this.field = field;
    this.#context = context;
    this.#scope = scope;
  }

  /** @throws NotEvaluable | Singular */
  of(e: Expression): Matrix<N> {
    const known = this.#values.get(e);
    if (known) return known;
    const value = this.#scope.inherited(e) ?? this.#compute(e);
    this.#values.set(e, value);
    return value;
  }

  /** The same with other values for indices. */
  withIndices(indices: ReadonlyMap<string, number>): Evaluation<N, B> {
    const outer = this.#scope;
    return new Evaluation(this.field, this.#context, {
      value: name => outer.value(name),
      direction: name => outer.direction(name),
      index: name => indices.get(name) ?? outer.index(name),
      inherited: e => {
        const own = mentions(e).indices;
        for (const name of indices.keys()) if (own.has(name)) return null;
        return this.of(e);
      },
    });
  }

  /** The same with other values for symbols, in the same number system. */
  withValues(values: Moves<N>): Evaluation<N, B> {
    return this.#moved(this.field, values, m => m);
  }

  /** Over dual numbers, with these slopes and no other ones. */
  withSlopes(slopes: Moves<N>): Evaluation<Dual<N>, B> {
    const field = new DualField(this.field);
    const values = new Map<string, Matrix<Dual<N>>>();
    for (const [name, slope] of slopes)
      values.set(
        name,
        dense.zip(this.#scope.value(name), slope, (value, s) => ({ value, slope: s })),
      );
    return this.#moved(field, values, m => dense.map(m, x => field.constant(x)));
  }

  value(name: string): Matrix<N> {
    return this.#scope.value(name);
  }
  get sizes(): ReadonlyMap<string, number> {
    return this.#context.sizes;
  }

  #moved<M>(
    field: Field<M, B>,
    values: ReadonlyMap<string, Matrix<M>>,
    lift: (m: Matrix<N>) => Matrix<M>,
  ): Evaluation<M, B> {
    const outer = this.#scope;
    return new Evaluation(field, this.#context, {
      value: name => values.get(name) ?? lift(outer.value(name)),
      direction: name => lift(outer.direction(name)),
      index: name => outer.index(name),
      inherited: e => (mentionsAny(e, values.keys()) ? null : lift(this.of(e))),
    });
  }

  #size(d: Dimension): number {
    return sizeOf(d, this.#context.sizes);
  }
  /** Counted from 0. */
  #position(index: Index, below: number): number {
    const position = typeof index === 'number' ? index : this.#scope.index(index.name);
    if (position > below) throw new Singular(`no position ${position} in ${below}`);
    return position - 1;
  }

  #compute(e: Expression): Matrix<N> {
    const k = this.field;
    const rows = this.#size(e.shape.rows);
    const cols = this.#size(e.shape.cols);
    const one = (x: N): Matrix<N> => ({ rows: 1, cols: 1, data: [x] });
    switch (e.op) {
      case 'symbol':
        return this.#scope.value(e.symbol.name);
      case 'number': {
        const x = k.fromRational(e.value);
        if (x === null) throw new Singular('a denominator that is 0 in this field');
        return one(x);
      }
      case 'size':
        return one(k.fromInteger(this.#size(e.dim)));
      case 'identity':
        return dense.identity(k, rows);
      case 'ones':
        return dense.constant(rows, cols, k.one);
      case 'zeros':
        return dense.constant(rows, cols, k.zero);
      case 'unit': {
        const position = this.#position(e.index, rows);
        return dense.matrix(rows, 1, r => (r === position ? k.one : k.zero));
      }
      case 'commutation':
        return dense.commutation(k, this.#size(e.m), this.#size(e.n));
      case 'duplication':
        return dense.duplication(k, this.#size(e.n));
      case 'elimination':
        return dense.elimination(k, this.#size(e.n));
      case 'add':
        return e.terms.map(t => this.of(t)).reduce((a, b) => dense.plus(k, a, b));
      case 'product':
        return this.#product(e.factors);
      case 'scale':
        return dense.scaled(k, this.of(e.by).data[0]!, this.of(e.of));
      case 'transpose':
        return dense.transpose(this.of(e.of));
      case 'hadamard':
        return dense.zip(this.of(e.left), this.of(e.right), (x, y) => k.multiply(x, y));
      case 'kronecker':
        return dense.kronecker(k, this.of(e.left), this.of(e.right));
      case 'khatriRao':
        return dense.khatriRao(k, this.of(e.left), this.of(e.right));
      case 'vec':
        return dense.vec(this.of(e.of));
      case 'unvec':
        return dense.unvec(this.of(e.of), rows, cols);
      case 'diag': {
        const of = this.of(e.of);
        return dense.matrix(rows, rows, (r, c) => (r === c ? of.data[r]! : k.zero));
      }
      case 'diagonal':
        return dense.diagonal(this.of(e.of));
      case 'trace':
        return one(dense.trace(k, this.of(e.of)));
      case 'inverse':
        return inverse(k, this.of(e.of));
      case 'pseudoInverse':
        return pseudoInverse(k, this.of(e.of), this.#context.fullRank);
      case 'determinant':
        return one(determinant(k, this.of(e.of)));
      case 'power':
        return this.#power(this.of(e.of), e.exponent);
      case 'elementwise': {
        const { elementwise } = this.#context;
        return dense.map(this.of(e.of), x => elementwise(k, e.fn, e.order, x));
      }
      case 'matrixFunction':
        throw new NotEvaluable(`the matrix function ${e.fn} has no exact values`);
      case 'eigen': {
        // The largest eigenvalue of a diagonal matrix is its largest entry.
        if (e.part === 'vector' || e.of.op !== 'diag')
          throw new NotEvaluable(`an eigen${e.part} has no exact values`);
        const place = this.#position(e.index, this.#size(e.of.shape.rows));
        return one(ranked(k, this.#context.elementwise, this.of(e.of.of).data, place));
      }
      case 'entry': {
        const of = this.of(e.of);
        return one(dense.at(of, this.#position(e.row, of.rows), this.#position(e.col, of.cols)));
      }
      case 'sum': {
        const range = Array.from({ length: this.#size(dimension(e.index.dim)) }, (_, i) => i + 1);
        return range
          .map(i => this.withIndices(new Map([[e.index.name, i]])).of(e.of))
          .reduce((a, b) => dense.plus(k, a, b));
      }
      case 'block':
        return this.#block(e.blocks);
      case 'differential':
        return this.#differential(e.of, e.wrt);
      case 'derivative':
        return this.#derivative(e.of, e.by, e.layout);
      default: {
        const unknown: never = e;
        throw new TypeError(`unknown operator ${String(unknown)}`);
      }
    }
  }

  /** From the side on which the intermediate results are smaller. */
  #product(factors: readonly Expression[]): Matrix<N> {
    const values = factors.map(f => this.of(f));
    const times = (a: Matrix<N>, b: Matrix<N>): Matrix<N> => dense.product(this.field, a, b);
    return values[0]!.rows < values.at(-1)!.cols
      ? values.reduce(times)
      : values.reduceRight((right, left) => times(left, right));
  }

  #power(of: Matrix<N>, exponent: number): Matrix<N> {
    const k = this.field;
    let result = dense.identity(k, of.rows);
    let square = of;
    for (let rest = exponent; rest > 0; rest = Math.floor(rest / 2)) {
      if (rest % 2 === 1) result = dense.product(k, result, square);
      if (rest > 1) square = dense.product(k, square, square);
    }
    return result;
  }

  #block(blocks: readonly (readonly Expression[])[]): Matrix<N> {
    const bands = blocks.map(row => {
      const parts = row.map(b => this.of(b));
      const { rows } = parts[0]!;
      return Array.from({ length: rows }, (_, r) =>
        parts.flatMap(p => p.data.slice(r * p.cols, (r + 1) * p.cols)),
      );
    });
    const rows = bands.flat();
    return { rows: rows.length, cols: rows[0]!.length, data: rows.flat() };
  }

  #differential(of: Expression, wrt: readonly string[]): Matrix<N> {
    if (of.op === 'symbol' && wrt.includes(of.symbol.name)) return this.#scope.direction(of.symbol.name);
    const { symbols } = mentions(of);
    const moving = wrt.filter(name => symbols.has(name));
    const moves = new Map(moving.map(name => [name, this.#scope.direction(name)]));
    return this.#along(of, moves);
  }
  #along(of: Expression, moves: Moves<N>): Matrix<N> {
    if (!mentionsAny(of, moves.keys()))
      return dense.constant(this.#size(of.shape.rows), this.#size(of.shape.cols), this.field.zero);
    return this.#context.along(this, of, moves);
  }

  /** One derivative per entry of the symbol, column-major; each is a column of the numerator layout. */
  #derivative(of: Expression, by: Sym, layout: Layout): Matrix<N> {
    const k = this.field;
    const rows = this.#size(by.shape.rows);
    const cols = this.#size(by.shape.cols);
    const free = Array.from({ length: rows * cols }, (_, i) => {
      const row = i % rows;
      const col = Math.floor(i / rows);
      const unit = dense.matrix(rows, cols, (r, c) => (r === row && c === col ? k.one : k.zero));
      return dense.vec(this.#along(of, new Map([[by.name, unit]])));
    });
    const columns = isConstrained(by) ? this.#constrained(free, by, rows, cols) : free;
    if (layout === 'gradient') return dense.matrix(rows, cols, (r, c) => columns[c * rows + r]!.data[0]!);
    const numerator = dense.matrix(columns[0]!.rows, columns.length, (r, c) => columns[c]!.data[r]!);
    return layout === 'numerator' ? numerator : dense.transpose(numerator);
  }

  /** Derivatives by the entries of a variable with structure, from those by its entries as if they were independent. */
  #constrained(free: readonly Matrix<N>[], by: Sym, rows: number, cols: number): readonly Matrix<N>[] {
    const k = this.field;
    const { convention } = this.#context;
    if (!convention || familyOf(by) !== 'linear')
      throw new NotEvaluable(
        `the derivative by ${by.name}, whose entries do not vary freely (${by.structure.join(', ')})`,
      );
    if (convention === 'free') return free;
    const parameters = pattern(by, rows, cols);
    const parameterOf = (column: number): number =>
      parameters[(column % rows) * cols + Math.floor(column / rows)]!;
    return free.map((column, at) => {
      const own = parameterOf(at);
      let sum = dense.constant(column.rows, column.cols, k.zero);
      let places = 0;
      free.forEach((other, there) => {
        const parameter = parameterOf(there);
        if (own === 0 || Math.abs(parameter) !== Math.abs(own)) return;
        places++;
        sum = parameter === own ? dense.plus(k, sum, other) : dense.minus(k, sum, other);
      });
      if (convention === 'folded' || places < 2) return sum;
      const share = k.invert(k.fromInteger(places));
      if (share === null) throw new Singular('a number of places that is 0 in this field');
      return dense.scaled(k, share, sum);
    });
  }
}

/** By dual numbers. */
export const alongByDuals: Along = (here, of, moves) =>
  dense.map(here.withSlopes(moves).of(of), x => x.slope);

/**
 * An evaluation at an instance; evaluate both sides of a statement with one, and what they share is evaluated once.
 * @throws RangeError (later, on use) for a symbol, direction or index that the instance lacks
 */
export const evaluation = <B>(
  field: Field<B>,
  at: Instance<B>,
  options: EvaluateOptions<B> = {},
): Evaluation<B, B> => {
  const find =
    <V>(kind: string, all: ReadonlyMap<string, V>) =>
    (name: string): V => {
      const found = all.get(name);
      if (found === undefined) throw new RangeError(`the instance has no ${kind}${name}`);
      return found;
    };
  return new Evaluation(
    field,
    {
      elementwise: exactly(field),
      along: alongByDuals,
      convention: null,
      fullRank: false,
      ...options,
      sizes: at.dimensions,
    },
    {
      value: find('value of ', at.values),
      direction: find('direction d', at.directions),
      index: find('value of the index ', at.indices),
      inherited: () => null,
    },
  );
};

/** The value of one expression at an instance: rows × columns as its shape says. @throws NotEvaluable | Singular */
export const evaluate = <B>(
  e: Expression,
  field: Field<B>,
  at: Instance<B>,
  options: EvaluateOptions<B> = {},
): Matrix<B> => evaluation(field, at, options).of(e);
