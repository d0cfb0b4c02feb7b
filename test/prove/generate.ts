// Random well-typed expressions, random equal rewritings of them, and random slips.

import * as make from '../../src/expression/build.ts';
import {
  type Dimension,
  identical,
  isColumn,
  isScalar,
  SCALAR,
  type Shape,
} from '../../src/expression/dimension.ts';
import type { Expression } from '../../src/expression/expression.ts';
import { has, type Sym } from '../../src/expression/symbol.ts';
import { below, type Random } from '../../src/number/random.ts';
import { sym } from './claims.ts';

type E = Expression;
export interface Palette {
  readonly symbols: readonly Sym[];
  /** Elementwise functions and inverses, too. */
  readonly functions: boolean;
}
export const GENERAL: Palette = {
  symbols: [
    sym('A', 'm', 'n'),
    sym('B', 'n', 'm'),
    sym('S', 'n', 'n'),
    sym('M', 'm', 'm'),
    sym('x', 'n'),
    sym('y', 'n'),
    sym('u', 'm'),
    sym('c', 1),
  ],
  functions: false,
};
export const MIRRORED: Palette = {
  symbols: [
    ...GENERAL.symbols,
    sym('Y', 'n', 'n', 'symmetric'),
    sym('D', 'n', 'n', 'diagonal'),
    sym('V', 'm', 'm', 'diagonal'),
    sym('Z', 'n', 'n', 'symmetric'),
  ],
  functions: false,
};
export const STRUCTURED: Palette = {
  symbols: [
    ...MIRRORED.symbols,
    sym('K', 'n', 'n', 'skew'),
    sym('Q', 'n', 'n', 'orthogonal'),
    sym('P', 'n', 'n', 'permutation'),
    sym('O', 'm', 'n', 'orthonormal-columns'),
    sym('H', 'n', 'n', 'idempotent', 'symmetric'),
    sym('J', 'n', 'n', 'idempotent'),
    sym('F', 'n', 'n', 'diagonal', 'orthogonal'),
    sym('R', 'n', 'n', 'symmetric', 'orthogonal'),
    sym('w', 'n', 1, 'unit'),
  ],
  functions: false,
};

export const TRIANGULAR: Palette = {
  symbols: [
    ...MIRRORED.symbols,
    sym('L', 'n', 'n', 'lower-triangular'),
    sym('G', 'n', 'n', 'lower-triangular'),
    sym('U', 'n', 'n', 'upper-triangular'),
    sym('W', 'm', 'm', 'upper-triangular'),
  ],
  functions: false,
};
export const FUNCTIONS: Palette = { symbols: MIRRORED.symbols, functions: true };

const N: Dimension = ['n'];
const M: Dimension = ['m'];
const matches = (a: Shape, b: Shape): boolean => identical(a.rows, b.rows) && identical(a.cols, b.cols);

export class Generator {
  #fresh = 0;
  constructor(
    readonly random: Random,
    readonly palette: Palette,
  ) {}
  pick<T>(of: readonly T[]): T {
    return of[below(this.random, of.length)]!;
  }
  chance(oneIn: number): boolean {
    return below(this.random, oneIn) === 0;
  }
  dim(): Dimension {
    return this.pick([N, N, M]);
  }
  shape(): Shape {
    return this.pick([
      SCALAR,
      { rows: N, cols: [] },
      { rows: N, cols: N },
      { rows: M, cols: N },
      { rows: ['n', 'm'], cols: [] },
    ]);
  }

  expression(shape: Shape, depth: number): E {
    const { rows, cols } = shape;
    if (depth <= 0 && rows.length + cols.length <= 2) return this.leaf(shape);
    const at = (r: Dimension, c: Dimension, by = 1): E => this.expression({ rows: r, cols: c }, depth - by);
    const choices: (() => E)[] = [];
    if (rows.length > 1 && isColumn(shape)) {
      const [n, m] = [rows.slice(0, 1), rows.slice(1)];
      choices.push(
        () => make.vec(at(m, n)),
        () => make.kronecker(at(n, []), at(m, [])),
        () => make.product(make.kronecker(at(n, n, 2), at(m, m, 2)), make.vec(at(m, n, 2))),
        () => make.product(make.commutation(n, m), make.vec(at(n, m))),
        () => make.product(make.khatriRao(at(n, N, 2), at(m, N, 2)), at(N, [], 2)),
        () => make.hadamard(at(rows, []), at(rows, [])),
        () => make.sum(at(rows, []), at(rows, [])),
      );
      return this.pick(choices)();
    }
    const k = this.dim();
    choices.push(
      () => make.product(at(rows, k), at(k, cols)),
      () => make.product(at(rows, k), at(k, cols)),
      () => make.sum(at(rows, cols), at(rows, cols)),
      () => make.scale(this.number(), at(rows, cols)),
      () => make.scale(at([], []), at(rows, cols)),
      () => make.transpose(at(cols, rows)),
      () => make.hadamard(at(rows, cols), at(rows, cols)),
    );
    if (isScalar(shape))
      choices.push(
        () => make.trace(at(k, k)),
        () => make.frobenius(at(k, N), at(k, N)),
        () => this.summed(depth),
      );
    if (rows.length && identical(rows, cols))
      choices.push(
        () => make.diag(at(rows, [])),
        () => make.power(at(rows, cols, 2), 2),
      );
    if (rows.length && isColumn(shape)) choices.push(() => make.diagonal(at(rows, rows)));
    if (this.palette.functions) {
      choices.push(() => make.elementwise(this.pick(['f', 'g']), at(rows, cols)));
      if (rows.length && identical(rows, cols)) choices.push(() => make.inverse(at(rows, cols)));
      if (isScalar(shape)) choices.push(() => make.determinant(at(k, k)));
      const free = this.palette.symbols.filter(s => matches(s.shape, shape) && !s.structure.length);
      if (free.length) choices.push(() => make.elementwise('reciprocal', make.symbol(this.pick(free))));
    }
    return this.pick(choices)();
  }
  number(): E {
    return make.number(this.pick([2, -1, 3, 1]));
  }
  summed(depth: number): E {
    const [n, m] = [`i${this.#fresh++}`, `i${this.#fresh++}`];
    const [i, j] = [
      { name: n, dim: 'n' },
      { name: m, dim: 'm' },
    ];
    const body = make.scale(
      make.entry(this.expression({ rows: N, cols: M }, depth - 2), i, j),
      make.entry(this.expression({ rows: N, cols: M }, depth - 2), i, j),
    );
    return make.sumOver(i, make.sumOver(j, body));
  }
  leaf(shape: Shape): E {
    const symbols = this.palette.symbols.filter(s => matches(s.shape, shape));
    const choices: (() => E)[] = symbols.map(s => () => make.symbol(s));
    if (!symbols.length || this.chance(8)) choices.push(() => make.ones(shape));
    if (shape.rows.length && identical(shape.rows, shape.cols) && this.chance(4))
      choices.push(() => make.identity(shape.rows));
    if (isScalar(shape)) choices.push(() => this.number());
    return this.pick(choices)();
  }

  /** The same value, written in another way. */
  twisted(e: E): E {
    const t = (x: E): E => this.twisted(x);
    const T = make.transpose;
    const same = (): E => {
      switch (e.op) {
        case 'add': {
          const terms = e.terms.map(t);
          for (let k = terms.length - 1; k > 0; k--) {
            const l = below(this.random, k + 1);
            [terms[k], terms[l]] = [terms[l]!, terms[k]!];
          }
          return make.sum(...terms);
        }
        case 'product': {
          const factors = e.factors.map(t);
          if (this.chance(2)) return T(make.product(...factors.reverse().map(f => T(f))));
          const [first, ...rest] = factors;
          const last = rest.at(-1)!;
          if (last.op === 'add')
            return make.sum(...last.terms.map(x => make.product(first!, ...rest.slice(0, -1), x)));
          return make.product(first!, make.product(...rest));
        }
        case 'scale':
          return e.of.op === 'product'
            ? make.product(...e.of.factors.map((f, k) => (k === 0 ? make.scale(t(e.by), t(f)) : t(f))))
            : make.scale(t(e.by), t(e.of));
        case 'transpose':
          return e.of.op === 'product'
            ? make.product(...e.of.factors.toReversed().map(f => T(t(f))))
            : T(t(e.of));
        case 'hadamard':
          return make.hadamard(t(e.right), t(e.left));
        case 'kronecker':
          return make.kronecker(t(e.left), t(e.right));
        case 'khatriRao':
          return make.khatriRao(t(e.left), t(e.right));
        case 'vec':
          return make.vec(t(e.of));
        case 'diag':
          return make.diag(t(e.of));
        case 'diagonal':
          return make.diagonal(T(t(e.of)));
        case 'trace': {
          const { of } = e;
          if (of.op !== 'product') return make.trace(T(t(of)));
          const [first, ...rest] = of.factors;
          return make.trace(make.product(...rest.map(t), t(first!)));
        }
        case 'power':
          return make.product(...Array.from({ length: e.exponent }, () => t(e.of)));
        case 'symbol':
          return this.#alias(e, e.symbol);
        case 'identity': {
          const q = this.palette.symbols.find(x => has(x, 'orthogonal') && matches(x.shape, e.shape));
          return q && this.chance(3) ? make.product(make.symbol(q), T(make.symbol(q))) : e;
        }
        case 'elementwise':
          if (e.fn === 'reciprocal' && e.of.op === 'hadamard')
            return make.hadamard(make.elementwise(e.fn, t(e.of.right)), make.elementwise(e.fn, t(e.of.left)));
          return this.chance(2) ? T(make.elementwise(e.fn, T(t(e.of)))) : make.elementwise(e.fn, t(e.of));
        case 'inverse':
          if (e.of.op === 'product' && e.of.factors.every(f => matches(f.shape, e.shape)))
            return make.product(...e.of.factors.toReversed().map(f => make.inverse(t(f))));
          return this.chance(2) ? T(make.inverse(T(t(e.of)))) : make.inverse(t(e.of));
        case 'determinant':
          if (e.of.op === 'product' && e.of.factors.every(f => matches(f.shape, e.of.shape)))
            return make.product(...e.of.factors.map(f => make.determinant(t(f))));
          return make.determinant(this.chance(2) ? T(t(e.of)) : t(e.of));
        case 'sum':
          return make.sumOver(e.index, t(e.of));
        case 'entry':
          return this.chance(2) ? make.entry(T(t(e.of)), e.col, e.row) : make.entry(t(e.of), e.row, e.col);
        default:
          return e;
      }
    };
    const made = same();
    if (this.chance(6)) return T(T(made));
    if (this.chance(8) && made.shape.rows.length) return make.product(make.identity(made.shape.rows), made);
    return made;
  }

  /** A symbol as its structure allows to write it. */
  #alias(e: E, s: Sym): E {
    if (!this.chance(3)) return e;
    if (has(s, 'symmetric')) return make.transpose(e);
    if (has(s, 'skew')) return make.negative(make.transpose(e));
    if (has(s, 'idempotent')) return make.product(e, e);
    if (has(s, 'permutation')) return make.hadamard(e, e);
    if (has(s, 'orthonormal-columns')) return make.product(e, make.transpose(e), e);
    return e;
  }

  /** One slip somewhere: usually another value, sometimes not. */
  slipped(e: E): E {
    const square = identical(e.shape.rows, e.shape.cols) && e.shape.rows.length > 0;
    if (this.chance(4) && square) return make.transpose(e);
    if (this.chance(8)) return make.scale(make.number(2), e);
    const s = (x: E): E => this.slipped(x);
    switch (e.op) {
      case 'product': {
        const k = below(this.random, e.factors.length - 1);
        const [a, b] = [e.factors[k]!, e.factors[k + 1]!];
        if (this.chance(2) && matches(a.shape, b.shape) && identical(a.shape.rows, a.shape.cols))
          return make.product(...e.factors.toSpliced(k, 2, b, a));
        return make.product(...e.factors.with(k, s(a)));
      }
      case 'add':
        return make.sum(s(e.terms[0]!), ...e.terms.slice(1));
      case 'scale':
        return make.scale(e.by, s(e.of));
      case 'hadamard':
        return make.hadamard(e.left, s(e.right));
      case 'kronecker':
        return make.kronecker(e.left, s(e.right));
      case 'khatriRao':
        return make.khatriRao(s(e.left), e.right);
      case 'transpose':
        return make.transpose(s(e.of));
      case 'vec':
        return make.vec(s(e.of));
      case 'diag':
        return make.diag(s(e.of));
      case 'diagonal':
        return make.diagonal(s(e.of));
      case 'trace':
        return make.trace(s(e.of));
      case 'power':
        return make.power(s(e.of), e.exponent);
      case 'elementwise':
        return make.elementwise(e.fn, s(e.of));
      case 'inverse':
        return make.inverse(s(e.of));
      case 'determinant':
        return make.determinant(s(e.of));
      case 'sum':
        return make.sumOver(e.index, s(e.of));
      case 'entry':
        return make.entry(s(e.of), e.row, e.col);
      default:
        return make.scale(make.number(2), e);
    }
  }
}
