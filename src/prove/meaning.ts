// The meaning of expressions as networks, by the defining rule of each operator. Part of what is trusted.
// A multilinear operator only joins indices and lists the open ones anew; all others make an argument on the board.

import {
  determinant,
  elementwise,
  inverse,
  matrixFunction,
  product,
  scale,
  trace,
  transpose,
} from '../expression/build.ts';
import type { Convention } from '../expression/convention.ts';
import {
  type Dimension,
  dimension,
  identical,
  isScalar,
  monomials,
  type Shape,
  times,
} from '../expression/dimension.ts';
import type { Expression, Index, Layout } from '../expression/expression.ts';
import { FUNCTIONS } from '../expression/functions.ts';
import type { Statement } from '../expression/judgement.ts';
import { has, type Sym } from '../expression/symbol.ts';
import { isZero, ONE } from '../number/rational.ts';
import { partsOf, partTerm } from './blocks.ts';
import { Board, isDiagonal } from './board.ts';
import { opened, turnsOf } from './constrained.ts';
import { polynomial } from './functions.ts';
import { duplicationTerms, eliminationTerm } from './halves.ts';
import { differentiate } from './leibniz.ts';
import { type Behind, behind } from './matrix-functions.ts';
import { type Atom, Beyond, constant, entrywise, MISFIT, type Term, type Value, Wiring } from './network.ts';
import {
  agreed,
  chained,
  concatenated,
  joinable,
  joinedCycle,
  joinedEnds,
  namesOf,
  slotted,
  split,
  summed,
  transposed,
  unsplit,
} from './operators.ts';
import { pseudoInverseRule } from './pseudo-inverses.ts';
import { atRest, eigenPart, variation } from './spectral.ts';

export interface Limits {
  /** The most terms that one value may have. */
  readonly terms: number;
  /** The most nodes that one term may have. */
  readonly nodes: number;
}
export const LIMITS: Limits = { terms: 20_000, nodes: 400 };

/**
 * Both sides of a statement on a new board. Without a convention, derivatives by a variable with structure have no meaning.
 * @throws Beyond when an operator is no network or a limit is reached
 */
export const lay = (statement: Statement, limits: Limits, convention: Convention | null): Board => {
  const board = new Board();
  const made = behind(statement);
  const meaning = new Meaning(board, limits, convention, made);
  const [left, right] = [meaning.of(statement.lhs), meaning.of(statement.rhs)];
  const sides = agreed(left, right);
  sides.forEach((side, k) => {
    board.sums[k]!.terms = side.terms;
  });
  atRest(board, made);
  return board;
};

/** The factors of a product of square matrices of one size, whose determinants multiply and whose inverses exist. */
const squareFactors = (of: Expression): readonly Expression[] | null => {
  if (isScalar(of.shape)) return null;
  const factors =
    of.op === 'product'
      ? of.factors
      : of.op === 'power'
        ? new Array<Expression>(of.exponent).fill(of.of)
        : [];
  const isAlike = ({ shape: { rows, cols } }: Expression): boolean =>
    identical(rows, of.shape.rows) && identical(cols, of.shape.rows);
  return factors.length && factors.every(isAlike) ? factors : null;
};

export class Meaning {
  readonly #known = new Map<Expression, Value>();
  constructor(
    readonly board: Board,
    readonly limits: Limits,
    readonly convention: Convention | null,
    readonly behind: ReadonlyMap<string, Behind>,
  ) {}

  of(e: Expression): Value {
    let value = this.#known.get(e);
    if (!value) this.#known.set(e, (value = this.#make(e)));
    return value;
  }

  #make(e: Expression): Value {
    const { rows, cols } = e.shape;
    const single = (...terms: Term[]): Value => ({ rows, cols, terms });
    switch (e.op) {
      case 'symbol': {
        const made = this.behind.get(e.symbol.name);
        return made ? this.of(made.whole) : single(this.#symbol(e.symbol));
      }
      case 'number':
        return single(...(isZero(e.value) ? [] : [constant(e.value, [])]));
      case 'size':
        return single(
          ...monomials(e.dim).map(({ coefficient, names }) => {
            const w = new Wiring();
            w.times(coefficient);
            for (const name of names) w.size(name);
            return w.term([]);
          }),
        );
      case 'identity': {
        const parts = partsOf(rows);
        if (parts)
          return single(
            ...parts.map((part, k) => {
              const at = partTerm(this.board, rows, k, part);
              return chained([at, transposed(at)]);
            }),
          );
        return single({ ...constant(ONE, rows), cols: rows.map((_, i) => i) });
      }
      case 'ones':
        return single(constant(ONE, rows, cols));
      case 'zeros':
        return single();
      case 'unit':
        return single(this.#unit(rows, e.index));
      case 'commutation': {
        const w = new Wiring();
        const [m, n] = [w.indices(e.m), w.indices(e.n)];
        return single(w.term([...m, ...n], [...n, ...m]));
      }
      case 'duplication':
        return single(...duplicationTerms(this.board, e.n));
      case 'elimination':
        return single(eliminationTerm(this.board, e.n));
      case 'add':
        return this.#sum(e.terms.map(t => this.of(t)));
      case 'product':
        return this.#chain(e.factors.map(f => this.of(f)));
      case 'scale':
        return this.#scaled(this.of(e.by), this.of(e.of));
      case 'transpose': {
        const of = this.of(e.of);
        const terms = of.terms.map(t => ({ ...t, rows: t.cols, cols: t.rows }));
        return { rows: of.cols, cols: of.rows, terms };
      }
      case 'hadamard': {
        const [a, b] = agreed(this.of(e.left), this.of(e.right));
        return { rows: a.rows, cols: a.cols, terms: this.#each(a, b, entrywise) };
      }
      case 'kronecker':
      case 'khatriRao': {
        const [a, b] = [this.of(e.left), this.of(e.right)];
        const joined = e.op === 'khatriRao';
        return {
          rows: times(a.rows, b.rows),
          cols: joined ? a.cols : times(a.cols, b.cols),
          terms: this.#each(a, b, (s, t) => concatenated(s, t, joined)),
        };
      }
      case 'vec': {
        const of = this.of(e.of);
        const terms = of.terms.map(t => ({ ...t, rows: [...t.cols, ...t.rows], cols: [] }));
        return { rows: times(of.cols, of.rows), cols: [], terms };
      }
      case 'unvec': {
        const of = this.of(e.of);
        if (of.terms.length && !identical(of.rows, times(cols, rows))) throw new Beyond(MISFIT);
        const split = cols.length;
        return single(
          ...of.terms.map(t => ({ ...t, rows: t.rows.slice(split), cols: t.rows.slice(0, split) })),
        );
      }
      case 'diag': {
        const of = this.of(e.of);
        return { rows: of.rows, cols: of.rows, terms: of.terms.map(t => ({ ...t, cols: t.rows })) };
      }
      case 'diagonal': {
        const of = this.of(e.of);
        return { rows: of.rows, cols: [], terms: of.terms.map(t => joinedEnds(t, true)) };
      }
      case 'trace':
        return single(...this.#traced(e.of));
      case 'power':
        if (e.exponent === 0) return this.of({ op: 'identity', shape: { rows, cols: rows } });
        return this.#power(this.of(e.of), e.exponent);
      case 'inverse':
        return this.#inverse(e.of);
      case 'determinant': {
        if (e.of.op === 'transpose') return this.of(determinant(e.of.of));
        if (e.of.op === 'matrixFunction' && e.of.fn === 'exp')
          return this.of(elementwise('exp', trace(e.of.of)));
        const factors = squareFactors(e.of);
        if (factors) return this.of(product(...factors.map(determinant)));
        const of = this.of(e.of);
        if (isScalar(e.of.shape)) return of;
        if (!identical(of.rows, of.cols)) throw new Beyond(MISFIT);
        return single(this.#functionTerm('determinant', this.#matrix(of), []));
      }
      case 'pseudoInverse': {
        const rule = pseudoInverseRule(e.of, this.board.given);
        if (rule) return this.of(rule);
        return this.#opaque('pseudo-inverse', e.of, true);
      }
      case 'matrixFunction': {
        const made = e.of.op === 'symbol' && this.behind.get(e.of.symbol.name);
        if (made && made.fn !== 'eigen' && made.fn === e.fn) return this.of(made.part);
        if (e.fn !== 'exp' && e.of.op === 'transpose')
          return this.of(transpose(matrixFunction(e.fn, e.of.of)));
        return this.#opaque(`matrix ${e.fn}`, e.of, false);
      }
      case 'elementwise':
        return this.#elementwise(e.fn, e.order, this.of(e.of));
      case 'entry': {
        const of = this.of(e.of);
        const [left, right] = [this.#unit(of.rows, e.row), this.#unit(of.cols, e.col)];
        const terms = of.terms.map(t => chained([transposed(left), t, right]));
        return { rows: [], cols: [], terms };
      }
      case 'sum': {
        const of = this.of(e.of);
        return { ...of, terms: of.terms.map(t => summed(t, e.index.name, e.index.dim)) };
      }
      case 'block':
        return this.#block(e.blocks, e.shape);
      case 'differential': {
        const of = this.of(e.of);
        const terms = differentiate(this.board, of.terms, variation(this.board, e, this.behind));
        return this.#within({ ...of, terms });
      }
      case 'derivative':
        return this.#derivative(this.of(e.of), e.by, e.layout);
      case 'eigen': {
        const name = e.of.op === 'symbol' ? e.of.symbol.name : '';
        const made = this.behind.get(name);
        if (made?.fn === 'eigen') {
          this.board.given.add(`eigenvalues of ${name} simple`);
          return this.of(eigenPart(made, e));
        }
        if (e.part === 'vector' || typeof e.index !== 'number') throw new Beyond(`the eigen${e.part}s`);
        return single(this.#functionTerm(`eigenvalue ${e.index}`, this.#matrix(this.of(e.of)), []));
      }
      default:
        throw new Beyond(`the operator ${(e satisfies never as Expression).op} is not known`);
    }
  }

  #symbol(s: Sym): Term {
    const w = new Wiring();
    const rows = w.indices(s.shape.rows);
    const diagonal = isDiagonal(s);
    const cols = diagonal ? rows : w.indices(s.shape.cols);
    if (diagonal) this.board.given.add(`${s.name} diagonal`);
    if (has(s, 'skew') && diagonal) throw new Beyond(`${s.name} is both diagonal and skew`);
    w.node(this.board.symbol(s), diagonal ? rows : [...rows, ...cols]);
    return w.term(rows, cols);
  }
  /** e_i as a column; of dimension 1 it is the number 1. */
  #unit(dims: Dimension, index: Index): Term {
    const [dim, ...more] = dims;
    if (more.length) throw new Beyond('an index that runs over a composite dimension');
    if (dim === undefined) {
      if (index === 1) return constant(ONE, []);
      throw new Beyond('an index that runs over a dimension of 1');
    }
    const w = new Wiring();
    const i = w.index(dim);
    if (typeof index === 'number') {
      if (typeof dim === 'number' && index > dim) throw new Beyond(`position ${index} of ${dim}`);
      w.node(this.board.unit(index), [i]);
      return w.term([i]);
    }
    if (index.dim !== dim) throw new Beyond(`index ${index.name} runs over another dimension`);
    w.name(index.name, i);
    return w.term([i]);
  }

  /** Σ S_r A_rc S_cᵀ. */
  #block(blocks: readonly (readonly Expression[])[], { rows, cols }: Shape): Value {
    const terms = blocks.flatMap((line, r) =>
      line.flatMap((of, c) => {
        const block = this.of(of);
        const top = this.#place(rows, r, blocks.length, block.rows);
        const side = transposed(this.#place(cols, c, line.length, block.cols));
        return block.terms.map(t => chained([top, t, side]));
      }),
    );
    return this.#within({ rows, cols, terms });
  }
  /** Where block k of a line of blocks is: whole×part. Equal parts are counted by a leading index. */
  #place(whole: Dimension, k: number, count: number, part: Dimension): Term {
    if (partsOf(whole)) return partTerm(this.board, whole, k, part);
    const line = dimension(count);
    if (!identical(whole, times(line, part))) throw new Beyond('blocks of these shapes');
    const own = { ...constant(ONE, part), cols: part.map((_, i) => i) };
    return concatenated(this.#unit(line, k + 1), own, false);
  }

  #within(value: Value): Value {
    if (value.terms.length > this.limits.terms)
      throw new Beyond(`the budget of ${this.limits.terms} terms was spent`);
    for (const t of value.terms)
      if (t.nodes.length > this.limits.nodes)
        throw new Beyond(`the budget of ${this.limits.nodes} nodes in a term was spent`);
    return value;
  }
  #each(a: Value, b: Value, join: (s: Term, t: Term) => Term): Term[] {
    if (a.terms.length * b.terms.length > this.limits.terms)
      throw new Beyond(`the budget of ${this.limits.terms} terms was spent`);
    const terms = a.terms.flatMap(s => b.terms.map(t => join(s, t)));
    return this.#within({ ...a, terms }).terms as Term[];
  }
  #sum(of: readonly Value[]): Value {
    const total = of.reduce((a, b) => {
      const [x, y] = agreed(a, b);
      return { ...(x.terms.length ? x : y), terms: [...x.terms, ...y.terms] };
    });
    return this.#within(total);
  }
  /** One wiring for factors of one term each, else pair by pair. */
  #chain(factors: readonly Value[]): Value {
    const [first, last] = [factors[0]!, factors.at(-1)!];
    const isOne = factors.every(
      ({ terms, rows }, k) => terms.length === 1 && (k === 0 || identical(factors[k - 1]!.cols, rows)),
    );
    if (!isOne) return factors.reduce((a, b) => this.#product(a, b));
    return this.#within({
      rows: first.rows,
      cols: last.cols,
      terms: [chained(factors.map(f => f.terms[0]!))],
    });
  }
  #product(a: Value, b: Value): Value {
    const [left, right] = joinable(a, b);
    return { rows: left.rows, cols: right.cols, terms: this.#each(left, right, (s, t) => chained([s, t])) };
  }
  /** By squaring: long sums are multiplied out as few times as can be. */
  #power(of: Value, exponent: number): Value {
    if (exponent === 1) return of;
    const half = this.#power(of, exponent >> 1);
    const even = this.#product(half, half);
    return exponent % 2 ? this.#product(even, of) : even;
  }
  /** tr(Mᵏ) is not multiplied out before it is closed. */
  #traced(of: Expression): readonly Term[] {
    if (of.op === 'power' && of.exponent > 1) {
      const base = this.of(of.of);
      const [a, b] = [of.exponent >> 1, (of.exponent + 1) >> 1].map(k => this.#power(base, k));
      if (identical(base.rows, base.cols)) return this.#each(a!, b!, joinedCycle);
    }
    return this.of(of).terms.map(t => joinedEnds(t, false));
  }
  #scaled(by: Value, of: Value): Value {
    return { ...of, terms: this.#each(by, of, (s, t) => concatenated(s, t, false)) };
  }

  #inverse(of: Expression): Value {
    if (of.op === 'transpose') return this.of(transpose(inverse(of.of)));
    const factors = squareFactors(of);
    if (factors) return this.of(product(...factors.map(inverse).reverse()));
    if (of.op === 'scale' && !isScalar(of.shape)) return this.of(scale(inverse(of.by), inverse(of.of)));
    if (of.op === 'commutation') return this.of(transpose(of));
    const value = this.of(of);
    if (isScalar(of.shape)) return this.#elementwise('reciprocal', 0, value);
    if (!identical(value.rows, value.cols)) throw new Beyond(MISFIT);
    if (of.op === 'symbol') this.board.given.add(`${of.symbol.name} invertible`);
    const argument = this.#matrix(value);
    const term = this.#functionTerm('inverse', argument, [...value.cols, ...value.rows]);
    return { rows: value.cols, cols: value.rows, terms: [split(term, value.cols.length)] };
  }
  /** A new argument for functions of a matrix. */
  #matrix(of: Value): number {
    const terms = of.terms.map(t => {
      if (t.named.length) throw new Beyond('a function of a matrix that depends on a free index');
      return unsplit(t);
    });
    return this.board.argument('matrix', times(of.rows, of.cols), of.rows.length, terms);
  }
  /** A function of a matrix of which only equality of arguments is known; of the transposed shape for a pseudo-inverse. */
  #opaque(fn: string, argument: Expression, flipped: boolean): Value {
    const of = this.of(argument);
    const [rows, cols] = flipped ? [of.cols, of.rows] : [of.rows, of.cols];
    const term = this.#functionTerm(fn, this.#matrix(of), [...rows, ...cols]);
    return { rows, cols, terms: [split(term, rows.length)] };
  }
  #functionTerm(fn: string, argument: number, dims: Dimension): Term {
    const w = new Wiring();
    const legs = w.indices(dims);
    w.node(this.board.function(fn, argument), legs);
    return w.term(legs);
  }

  #elementwise(fn: string, order: number, of: Value): Value {
    const names = namesOf(of.terms);
    const dims = [...of.rows, ...of.cols, ...names.values()];
    const argument = this.board.argument(
      'entries',
      dims,
      dims.length,
      of.terms.map(t => slotted(t, names)),
    );
    const known = FUNCTIONS.has(fn)
      ? polynomial(fn, order)
      : [{ scalar: ONE, factors: [{ fn: `generic ${fn}`, order }] }];
    const terms = known.map(({ scalar, factors }) => {
      const w = new Wiring();
      const slots = w.indices(dims);
      w.times(scalar);
      for (const f of factors) w.node(this.board.function(f.fn, argument, f.order), slots);
      const at = of.rows.length;
      const free = slots.slice(at + of.cols.length);
      [...names.keys()].forEach((name, k) => {
        w.name(name, free[k]!);
      });
      return w.term(slots.slice(0, at), slots.slice(at, at + of.cols.length));
    });
    return { ...of, terms };
  }

  /** Takes the occurrences of the symbol away, one at a time; what they were joined to is open. */
  #derivative(of: Value, by: Sym, layout: Layout): Value {
    const turns = turnsOf(this.board, by, this.convention);
    const slot: Atom = this.board.symbol(by, 'slot');
    const varied = differentiate(this.board, of.terms, ({ symbol, as }) =>
      as === 'value' && symbol.name === by.name ? slot : null,
    );
    const split = by.shape.rows.length;
    const terms = varied.flatMap(t => {
      const k = t.nodes.findIndex(n => n.atom === slot);
      const { legs } = t.nodes[k]!;
      const rest = { ...t, nodes: t.nodes.toSpliced(k, 1) };
      const diagonal = legs.length < by.shape.rows.length + by.shape.cols.length;
      const ends = [legs.slice(0, split), diagonal ? legs : legs.slice(split)] as const;
      return turns.map(turn => opened(this.board, rest, turn, ends, layout));
    });
    const { rows, cols } = by.shape;
    if (layout === 'gradient') return this.#within({ rows, cols, terms });
    const [f, x] = [times(of.cols, of.rows), times(cols, rows)];
    return this.#within(layout === 'numerator' ? { rows: f, cols: x, terms } : { rows: x, cols: f, terms });
  }
}
