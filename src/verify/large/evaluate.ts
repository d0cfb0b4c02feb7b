// Values, tangents and products with a few columns, at one point of large size: an operator that is applied is not stored.
//   apply(e, m) = e·m: a product factor by factor from the right, A ⊗ B block by block, diag(v) and I row by row
//   where a derivative is judged, (A ⊗ B) vec(X) is B X Aᵀ; elsewhere that may be what is claimed
//   tangent(e) is the derivative of e along the directions of what moves: exact, by the rules of dual numbers

import { NotEvaluable, Singular, type Sizes } from '../../evaluate/index.ts';
import { sizeOf } from '../../expression/dimension.ts';
import { children, type Expression } from '../../expression/expression.ts';
import { toText } from '../../number/rational.ts';
import { type Held, sizesOf } from './draw.ts';
import { blank, type Modular, type Residues } from './residues.ts';

export interface Point {
  readonly sizes: Sizes;
  readonly values: ReadonlyMap<string, Held>;
  /** Of what moves. */
  readonly directions: ReadonlyMap<string, Residues>;
}

const keys = new WeakMap<Expression, string>();
let others = 0;
/** Expressions with the same key have the same value at a point; it tells products, sums and rearrangements of symbols apart. */
const keyOf = (e: Expression): string => {
  let key = keys.get(e);
  if (key === undefined) keys.set(e, (key = written(e)));
  return key;
};
const written = (e: Expression): string => {
  switch (e.op) {
    case 'symbol':
      return JSON.stringify(e.symbol.name);
    case 'number':
      return toText(e.value);
    case 'add':
    case 'product':
    case 'scale':
    case 'hadamard':
    case 'kronecker':
    case 'khatriRao':
    case 'transpose':
    case 'vec':
    case 'diag':
      return `${e.op}(${children(e).map(keyOf).join()})`;
    default:
      return `${e.op} ${++others}`;
  }
};

export class Walk {
  readonly #m: Modular;
  readonly #at: Point;
  readonly #factored: boolean;
  /** By key, so that what is written twice is computed once. */
  readonly #values = new Map<string, Residues>();
  readonly #tangents = new Map<string, Residues | null>();
  /** `factored`: the factors of a Kronecker product are applied one after the other, not by its definition. */
  constructor(m: Modular, at: Point, factored: boolean) {
    this.#m = m;
    this.#at = at;
    this.#factored = factored;
  }

  value(e: Expression): Residues {
    const key = keyOf(e);
    let found = this.#values.get(key);
    if (!found) this.#values.set(key, (found = this.#evaluate(e)));
    return found;
  }

  /** e·m, or eᵀ·m. */
  apply(e: Expression, m: Residues, flipped = false): Residues {
    const k = this.#m;
    switch (e.op) {
      case 'symbol': {
        const { diagonal, of } = this.#held(e.symbol.name);
        return diagonal ? k.scaledRows(of, m) : k.product(this.#turned(e, flipped), m);
      }
      case 'identity':
        return m;
      case 'number':
      case 'size':
        return k.times(this.value(e), m);
      case 'ones': {
        const [rows, cols] = this.#sizes(e, flipped);
        return k.product(k.filled(rows, 1, 1), k.product(k.filled(1, cols, 1), m));
      }
      case 'product': {
        const factors = flipped ? e.factors : [...e.factors].reverse();
        return factors.reduce((done, f) => this.apply(f, done, flipped), m);
      }
      case 'scale':
        return k.times(this.value(e.by), this.apply(e.of, m, flipped));
      case 'add':
        return e.terms.map(t => this.apply(t, m, flipped)).reduce((a, b) => k.plus(a, b));
      case 'transpose':
        return this.apply(e.of, m, !flipped);
      case 'diag':
        return k.scaledRows(this.value(e.of), m);
      case 'kronecker':
        if (!this.#factored)
          return k.kroneckerTimes(this.#turned(e.left, flipped), this.#turned(e.right, flipped), m);
        return this.#columns(m, this.#sizes(e, flipped)[0], x => {
          const cols = this.#sizes(e.left, flipped)[1];
          const rows = this.#sizes(e.right, flipped)[1];
          const inner = this.apply(e.right, k.unvec(x, rows, cols), flipped);
          return k.transpose(this.apply(e.left, k.transpose(inner), flipped));
        });
      case 'commutation': {
        const p = sizeOf(e.m, this.#at.sizes);
        const q = sizeOf(e.n, this.#at.sizes);
        const [rows, cols] = flipped ? [q, p] : [p, q];
        return this.#columns(m, rows * cols, x => k.transpose(k.unvec(x, rows, cols)));
      }
      default:
        return k.product(this.#turned(e, flipped), m);
    }
  }
  #turned(e: Expression, flipped: boolean): Residues {
    return flipped ? this.#m.transpose(this.value(e)) : this.value(e);
  }
  /** vec of f of each column. */
  #columns(m: Residues, rows: number, f: (column: Residues) => Residues): Residues {
    const out = blank(rows, m.cols);
    const flat = this.#m.transpose(m);
    for (let j = 0; j < m.cols; j++) {
      const x = { rows: m.rows, cols: 1, data: flat.data.subarray(j * m.rows, (j + 1) * m.rows) };
      const y = this.#m.vec(f(x));
      for (let i = 0; i < rows; i++) out.data[i * m.cols + j] = y.data[i]!;
    }
    return out;
  }

  #held(name: string): Held {
    const held = this.#at.values.get(name);
    if (!held) throw new RangeError(`the point has nothing for ${name}`);
    return held;
  }
  #sizes(e: Expression, flipped = false): readonly [number, number] {
    const [rows, cols] = sizesOf(e.shape, this.#at.sizes);
    return flipped ? [cols, rows] : [rows, cols];
  }

  #evaluate(e: Expression): Residues {
    const k = this.#m;
    const [rows, cols] = this.#sizes(e);
    switch (e.op) {
      case 'symbol': {
        const { diagonal, of } = this.#held(e.symbol.name);
        return diagonal ? k.diag(of) : of;
      }
      case 'number': {
        const x = k.field.fromRational(e.value);
        if (x === null) throw new Singular('a denominator that is 0 modulo the prime');
        return k.filled(1, 1, x);
      }
      case 'size':
        return k.filled(1, 1, sizeOf(e.dim, this.#at.sizes));
      case 'identity':
        return k.eye(rows);
      case 'ones':
        return k.filled(rows, cols, 1);
      case 'zeros':
        return blank(rows, cols);
      case 'product':
        return this.#product(e.factors);
      case 'power':
        return this.#product(
          Array.from({ length: e.exponent }, () => e.of),
          rows,
        );
      case 'commutation':
        return this.apply(e, k.eye(rows));
      case 'inverse': {
        const { inverse } = k.inverted(this.value(e.of));
        if (!inverse) throw new Singular('a singular matrix');
        return inverse;
      }
      case 'determinant':
        return k.filled(1, 1, k.inverted(this.value(e.of)).determinant);
      case 'differential':
        return this.#moved(e);
      case 'add':
      case 'scale':
      case 'transpose':
      case 'hadamard':
      case 'kronecker':
      case 'khatriRao':
      case 'vec':
      case 'unvec':
      case 'diag':
      case 'diagonal':
      case 'trace':
        return this.#multilinear(
          e,
          children(e).map(c => this.value(c)),
        );
      default:
        throw new NotEvaluable(`the operator ${e.op} is evaluated at small sizes only`);
    }
  }
  /** From the end that has fewer columns, so that what is carried along stays small. */
  #product(factors: readonly Expression[], size = 1): Residues {
    const first = factors[0];
    const last = factors.at(-1);
    if (!first || !last) return this.#m.eye(size);
    if (this.#sizes(last)[1] <= this.#sizes(first)[0])
      return factors.slice(0, -1).reduceRight((done, f) => this.apply(f, done), this.value(last));
    const k = this.#m;
    return k.transpose(
      factors.slice(1).reduce((done, f) => this.apply(f, done, true), k.transpose(this.value(first))),
    );
  }
  /** An operator that is linear in each of its operands. */
  #multilinear(e: Expression, of: readonly Residues[]): Residues {
    const k = this.#m;
    const a = of[0]!;
    const b = of[1]!;
    switch (e.op) {
      case 'add':
        return of.reduce((x, y) => k.plus(x, y));
      case 'scale':
      case 'hadamard':
        return k.times(a, b);
      case 'kronecker':
        return k.kronecker(a, b);
      case 'khatriRao':
        return k.khatriRao(a, b);
      case 'transpose':
        return k.transpose(a);
      case 'vec':
        return k.vec(a);
      case 'unvec':
        return k.unvec(a, ...this.#sizes(e));
      case 'diag':
        return k.diag(a);
      case 'diagonal':
        return k.diagonal(a);
      case 'trace':
        return k.filled(1, 1, k.sum(k.diagonal(a)));
      default:
        throw new NotEvaluable(`the operator ${e.op} is not linear in each operand`);
    }
  }

  #moved(e: Extract<Expression, { op: 'differential' }>): Residues {
    const moving = new Set(e.wrt);
    const [rows, cols] = this.#sizes(e);
    for (const name of this.#at.directions.keys())
      if (!moving.has(name)) throw new NotEvaluable('several differentials at once');
    return this.tangent(e.of) ?? blank(rows, cols);
  }

  /** The derivative along the directions; null where nothing moves. @throws NotEvaluable where no rule is known */
  tangent(e: Expression): Residues | null {
    const key = keyOf(e);
    const known = this.#tangents.get(key);
    if (known !== undefined) return known;
    const found = this.#derive(e);
    this.#tangents.set(key, found);
    return found;
  }
  #derive(e: Expression): Residues | null {
    if (e.op === 'symbol') return this.#at.directions.get(e.symbol.name) ?? null;
    const k = this.#m;
    const of = children(e);
    const moved = of.map(c => this.tangent(c));
    if (moved.every(t => t === null)) return null;
    const total = (terms: readonly Residues[]): Residues => terms.reduce((a, b) => k.plus(a, b));
    switch (e.op) {
      case 'add':
        return total(moved.filter(t => t !== null));
      case 'product':
        return total(moved.flatMap((t, i) => (t ? [this.#through(e.factors, i, t)] : [])));
      case 'power': {
        const factors = Array.from({ length: e.exponent }, () => e.of);
        return total(factors.map((_, i) => this.#through(factors, i, moved[0]!)));
      }
      case 'inverse': {
        const inverse = this.value(e);
        return k.negated(k.product(inverse, k.product(moved[0]!, inverse)));
      }
      case 'determinant': {
        const { inverse, determinant } = k.inverted(this.value(e.of));
        if (!inverse) throw new Singular('a singular matrix');
        const trace = k.sum(k.times(k.transpose(inverse), moved[0]!));
        return k.filled(1, 1, k.field.multiply(determinant, trace));
      }
      default:
        return total(
          moved.flatMap((t, i) =>
            t
              ? [
                  this.#multilinear(
                    e,
                    of.map((c, j) => (i === j ? t : this.value(c))),
                  ),
                ]
              : [],
          ),
        );
    }
  }
  /** A product with one factor replaced. */
  #through(factors: readonly Expression[], at: number, by: Residues): Residues {
    const k = this.#m;
    const after = factors.slice(at + 1);
    const right = after.length ? k.product(by, this.#product(after)) : by;
    return factors.slice(0, at).reduceRight((done, f) => this.apply(f, done), right);
  }
}
