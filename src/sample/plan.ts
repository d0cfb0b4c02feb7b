// A plan: an expression compiled once, by one walk over the closed union, into the steps of a program that is run at every point. Each operator
// is evaluated from its definition; what occurs twice is computed once. An operator that is applied to a column is not stored.
// Differentials and derivatives are taken by finite differences, never by a rule.

import { dimension, isColumn } from '../expression/dimension.ts';
import type { Expression, Index } from '../expression/expression.ts';
import { isInteger, toNumber, toText } from '../number/rational.ts';
import * as bounded from './bounded.ts';
import { Undefined } from './bounded.ts';
import { derivative, differentiable, slope } from './difference.ts';
import { eigen, placeOf } from './eigen.ts';
import { elementwise } from './functions.ts';
import { determinant, exponential, inverted, logarithm, pseudoInverse, squareRoot } from './inverse.ts';
import type { Layout } from './layout.ts';
import type { Bounded, Memory } from './memory.ts';
import { only, type Point, sizeAt } from './point.ts';
import { type Compiled, type OwnStep, Program, type Register, registerOf } from './program.ts';

/** @throws Undefined where an operation is not defined, or not safely */
export type Evaluate = (p: Point) => Bounded;

/** @throws RangeError for a symbol that the layout does not have */
export const compile = (e: Expression, layout: Layout): Evaluate => evaluated(compiled(e, layout));
const evaluated =
  ({ program, result }: Compiled): Evaluate =>
  p =>
    registerOf(p.memory, program.run(p), result);
const compiled = (e: Expression, layout: Layout): Compiled => {
  const plan = new Plan(layout);
  return { result: plan.of(e), program: plan.program };
};
/** Two expressions in one program: what occurs in both is computed once. */
export const compileBoth = (
  left: Expression,
  right: Expression,
  layout: Layout,
): { readonly program: Program; readonly left: Register; readonly right: Register } => {
  const plan = new Plan(layout);
  return { left: plan.of(left), right: plan.of(right), program: plan.program };
};

class Plan {
  readonly program: Program;
  readonly #layout: Layout;
  readonly #known = new Map<string, Register>();
  constructor(layout: Layout) {
    this.#layout = layout;
    this.program = new Program(layout.symbols.length);
  }

  of(e: Expression): Register {
    const rows = this.#layout.size(e.shape.rows);
    const cols = this.#layout.size(e.shape.cols);
    switch (e.op) {
      case 'symbol':
        return this.#layout.slot(e.symbol.name);
      case 'number': {
        const x = toNumber(e.value);
        const isExact = isInteger(e.value) && Number.isSafeInteger(x);
        return this.#once(`number ${toText(e.value)}`, () => this.program.number(x, isExact));
      }
      case 'size':
        return this.#kernel('size', 0, 0, this.#layout.size(e.dim), 0);
      case 'identity':
      case 'ones':
      case 'zeros':
        return this.#kernel(e.op, 0, 0, rows, cols);
      case 'unit':
        return this.program.own(p => {
          const out = p.memory.blank(sizeAt(p, rows), 1);
          p.memory.value[out.at + position(e.index, out.rows, p)] = 1;
          return out;
        });
      case 'commutation': {
        const r = this.#layout.size(e.m);
        const c = this.#layout.size(e.n);
        return this.program.own(p => bounded.commutation(p.memory, sizeAt(p, r), sizeAt(p, c)));
      }
      case 'duplication':
      case 'elimination': {
        const n = this.#layout.size(e.n);
        const made = e.op === 'duplication' ? bounded.duplication : bounded.elimination;
        return this.program.own(p => made(p.memory, sizeAt(p, n)));
      }
      case 'add':
        return e.terms.map(t => this.of(t)).reduce((a, b) => this.#kernel('add', a, b));
      case 'product':
        return this.#product(e.factors);
      case 'scale':
        return this.#kernel('multiply', this.of(e.by), this.of(e.of));
      case 'hadamard':
        return this.#kernel('multiply', this.of(e.left), this.of(e.right));
      case 'kronecker':
      case 'khatriRao':
        return this.#kernel(e.op, this.of(e.left), this.of(e.right));
      case 'transpose':
      case 'vec':
      case 'diag':
      case 'diagonal':
      case 'trace':
        return this.#kernel(e.op, this.of(e.of));
      case 'pseudoInverse':
        return this.#one(e.op, this.of(e.of), pseudoInverse);
      case 'determinant':
        return this.#one(e.op, this.of(e.of), determinant);
      case 'matrixFunction':
        return this.#one(e.fn, this.of(e.of), MATRIX_FUNCTIONS[e.fn]);
      case 'unvec':
        return this.#kernel('unvec', this.of(e.of), 0, rows, cols);
      case 'inverse': {
        const of = this.of(e.of);
        return this.#own(`inverse ${of}`, (p, r) => {
          const { inverse, sign } = inverted(p.memory, r(of));
          p.signs.push(sign);
          return inverse;
        });
      }
      case 'power': {
        const of = this.of(e.of);
        if (e.exponent === 0) return this.#one('power 0', of, (m, a) => m.eye(a.rows));
        return Array.from({ length: e.exponent }, () => of).reduce((a, b) => this.#times(a, b));
      }
      case 'elementwise': {
        const of = this.of(e.of);
        return this.#own(`elementwise ${e.order} ${of} ${e.fn}`, (p, r) =>
          elementwise(p.memory, e.fn, e.order, r(of), p.signs),
        );
      }
      case 'eigen': {
        const of = this.of(e.of);
        return this.program.own((p, r) => {
          const place = position(e.index, r(of).rows, p);
          if (e.of.op === 'diag') p.signs.push(placeOf(p.memory, r(of), place));
          return eigen(p.memory, e.part, r(of), place);
        });
      }
      case 'entry': {
        const of = this.of(e.of);
        return this.program.own((p, r) => {
          const a = r(of);
          const at = position(e.row, a.rows, p) + position(e.col, a.cols, p) * a.rows;
          return { rows: 1, cols: 1, at: a.at + at };
        });
      }
      case 'sum': {
        const term = compile(e.of, this.#layout);
        const size = this.#layout.size(dimension(e.index.dim));
        return this.program.own(p => {
          const indices = new Map(p.indices);
          const at = (i: number): Bounded => term({ ...p, indices: indices.set(e.index.name, i) });
          let total = at(1);
          for (let i = 2; i <= sizeAt(p, size); i++) total = bounded.plus(p.memory, total, 1, at(i));
          return total;
        });
      }
      case 'block': {
        const blocks = e.blocks.map(row => row.map(b => this.of(b)));
        return this.program.own((p, r) =>
          bounded.block(
            p.memory,
            blocks.map(row => row.map(b => r(b))),
            sizeAt(p, rows),
            sizeAt(p, cols),
          ),
        );
      }
      case 'differential': {
        if (e.of.op === 'symbol' && e.wrt.includes(e.of.symbol.name))
          return this.program.direction(this.#layout.slot(e.of.symbol.name));
        const inner = compiled(e.of, this.#layout);
        const of = differentiable(e.of, e.wrt, evaluated(inner), this.#layout);
        const moving = this.#layout.slots(e.wrt);
        if (of.polynomial !== null && inner.program.isPure)
          return this.program.slope(inner, of.polynomial, moving, rows, cols);
        return this.program.own(p => slope(of, p, only(moving, p)));
      }
      case 'derivative': {
        const of = differentiable(e.of, [e.by.name], compile(e.of, this.#layout), this.#layout);
        const by = {
          slot: this.#layout.slot(e.by.name),
          rows: this.#layout.size(e.by.shape.rows),
          cols: this.#layout.size(e.by.shape.cols),
        };
        return this.program.own(p => derivative(of, by, e.layout, p));
      }
      default: {
        const unknown: never = e;
        throw new TypeError(`unknown operator ${String(unknown)}`);
      }
    }
  }

  /** A column at the end is multiplied factor by factor, so that what is carried along stays small. */
  #product(factors: readonly Expression[]): Register {
    const last = factors.at(-1)!;
    if (!isColumn(last.shape)) return factors.map(f => this.of(f)).reduce((a, b) => this.#times(a, b));
    return factors.slice(0, -1).reduceRight((v, f) => this.#apply(f, v), this.of(last));
  }
  /** e·v or eᵀ·v for a column v. */
  #apply(e: Expression, v: Register, flipped = false): Register {
    switch (e.op) {
      case 'product':
        return (flipped ? e.factors : e.factors.toReversed()).reduce((x, f) => this.#apply(f, x, flipped), v);
      case 'transpose':
        return this.#apply(e.of, v, !flipped);
      case 'scale':
        return this.#kernel('multiply', this.of(e.by), this.#apply(e.of, v, flipped));
      case 'identity':
        return v;
      case 'diag':
        return this.#kernel('multiply', this.of(e.of), v);
      case 'kronecker': {
        const [a, aTurned] = this.#turned(e.left, flipped);
        const [b, bTurned] = this.#turned(e.right, flipped);
        return this.#kernel('kroneckerTimes', a, b, Number(aTurned), Number(bTurned), v);
      }
      default: {
        const value = this.of(e);
        return this.#times(flipped ? this.#kernel('transpose', value) : value, v);
      }
    }
  }
  /** What a transpose is of, and whether it is turned over; both together give e, or eᵀ. */
  #turned(e: Expression, flipped: boolean): readonly [Register, boolean] {
    return e.op === 'transpose' ? this.#turned(e.of, !flipped) : [this.of(e), flipped];
  }
  #times(a: Register, b: Register): Register {
    return this.#kernel('product', a, b);
  }

  #kernel(...step: Parameters<Program['add']>): Register {
    return this.#once(step.join(' '), () => this.program.add(...step));
  }
  #own(key: string, step: OwnStep): Register {
    return this.#once(key, () => this.program.own(step));
  }
  #one(op: string, a: Register, f: (m: Memory, a: Bounded) => Bounded): Register {
    return this.#own(`${op} ${a}`, (p, r) => f(p.memory, r(a)));
  }
  /** The same key means the same value. */
  #once(key: string, make: () => Register): Register {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const register = make();
    this.#known.set(key, register);
    return register;
  }
}

const MATRIX_FUNCTIONS = { exp: exponential, log: logarithm, sqrt: squareRoot };

/** From 0. */
const position = (index: Index, size: number, p: Point): number => {
  const i = typeof index === 'number' ? index : p.indices.get(index.name);
  if (i === undefined) throw new RangeError(`the instance has no index of that name`);
  if (i < 1 || i > size) throw new Undefined(`there is no entry ${i} of ${size}`);
  return i - 1;
};
