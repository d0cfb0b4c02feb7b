// The error of one exact trial: an upper bound for the degree, and the size of the coefficients, of the polynomial in the drawn numbers
// by which a statement's two sides differ, found by one walk over both.

import { familyOf, mentions, type Sizes } from '../evaluate/index.ts';
import { isConstrained } from '../expression/convention.ts';
import { type Dimension, dimension, sizeOf } from '../expression/dimension.ts';
import type { Expression } from '../expression/expression.ts';
import { FUNCTIONS } from '../expression/functions.ts';
import type { Statement } from '../expression/judgement.ts';
import type { Sym } from '../expression/symbol.ts';
import * as bound from './bound.ts';
import { type Bound, CONSTANT, DRAWN, log2factorial, plus, times } from './bound.ts';

/**
 * log₂ of an upper bound for the probability that one trial finds both sides equal although they differ at these sizes. A trial draws a
 * prime from 2³⁰..2³¹ and numbers modulo it, uniformly, and draws again where a side is undefined.
 */
export const log2ErrorOf = ({ lhs, rhs, symbols }: Statement, sizes: Sizes): number => {
  const walk = new Walk(sizes, symbols);
  const outside = walk.outside();
  const difference = plus(walk.of(lhs, outside), walk.of(rhs, outside));
  const collision = walk.collision();
  return bound.log2Vanishing(
    difference.top + collision.degree,
    bound.primeDivisors(difference.topSize) + collision.primes,
    walk.excluded,
  );
};

/** The bound for one expression, as a function of the drawn parameters. */
export const boundOf = (e: Expression, symbols: readonly Sym[], sizes: Sizes): Bound => {
  const walk = new Walk(sizes, symbols);
  return walk.of(e, walk.outside());
};

/** Where an expression is evaluated: what symbols are there, how often under sums, and under how many derivatives. */
interface Place {
  readonly bounds: ReadonlyMap<string, Bound>;
  readonly repeats: number;
  readonly depth: number;
  readonly known: Map<Expression, Bound>;
}

class Walk {
  readonly drawn: ReadonlyMap<string, Bound>;
  /** The degree of all polynomials that must not vanish: denominators and determinants. */
  excluded = 0;
  readonly #sizes: Sizes;
  readonly #symbols: ReadonlyMap<string, Sym>;
  /** Of generic functions: that two of them meet by chance is no equality. */
  readonly #arguments: { readonly bound: Bound; readonly count: number }[] = [];

  constructor(sizes: Sizes, symbols: readonly Sym[]) {
    this.#sizes = sizes;
    this.#symbols = new Map(symbols.map(s => [s.name, s]));
    this.drawn = new Map(symbols.map(s => [s.name, this.#member(s)]));
  }

  outside(): Place {
    return { bounds: this.drawn, repeats: 1, depth: 0, known: new Map() };
  }
  of(e: Expression, place: Place): Bound {
    const known = place.known.get(e);
    if (known) return known;
    const found = this.#compute(e, place);
    place.known.set(e, found);
    return found;
  }

  /** Degree and bad primes of the differences of any two arguments of generic functions. */
  collision(): { degree: number; primes: number } {
    const count = this.#arguments.reduce((sum, a) => sum + a.count, 0);
    const most = (f: (b: Bound) => number): number => Math.max(0, ...this.#arguments.map(a => f(a.bound)));
    const pairs = (count * (count - 1)) / 2;
    const degree = most(b => b.top) + most(b => b.bottom);
    const size = most(b => b.topSize) + most(b => b.bottomSize) + 1;
    return { degree: pairs * degree, primes: pairs * bound.primeDivisors(size) };
  }

  #size(d: Dimension): number {
    return sizeOf(d, this.#sizes);
  }
  #divided(b: Bound): Bound {
    this.excluded += b.bottom;
    return b;
  }

  /** Of the matrices that evaluate/structure.ts makes of drawn parameters. */
  #member(s: Sym): Bound {
    const n = this.#size(s.shape.rows);
    const cols = this.#size(s.shape.cols);
    const family = familyOf(s);
    switch (family) {
      case 'linear':
        if (s.structure.length > 0) this.excluded += n * cols + n;
        return DRAWN;
      case 'rotation':
        return this.#divided(times(DRAWN_AND_ONE, bound.inverse(DRAWN_AND_ONE, n), n));
      case 'projection':
        return this.#projection(n);
      case 'reflection':
        return plus(CONSTANT, times(bound.ratio(1, 0), this.#projection(n)));
      case 'idempotent':
        return this.#divided(times(DRAWN, bound.inverse(DRAWN, n), n));
      case 'signs':
      case 'mask':
      case 'permutation':
        return CONSTANT;
      case 'unit': {
        const size = Math.max(1, Math.log2(n * cols));
        return this.#divided({ top: 2, bottom: 2, topSize: size, bottomSize: size });
      }
      default: {
        const unknown: never = family;
        throw new TypeError(`unknown family ${String(unknown)}`);
      }
    }
  }
  #projection(n: number): Bound {
    const gram = times(DRAWN, DRAWN, n);
    return this.#divided(times(times(DRAWN, bound.inverse(gram, n), n), DRAWN, n));
  }
  /** Of their tangent directions: at most Z ± ½(xZx + xZx) with entries of x, or of x and I, as factors. */
  #direction(s: Sym, x: Bound): Bound {
    if (familyOf(s) === 'linear') return DRAWN;
    const n = this.#size(s.shape.rows) * this.#size(s.shape.cols);
    const around = plus(CONSTANT, x);
    const moved = times(times(around, DRAWN, n), around, n);
    return plus(DRAWN, times(bound.ratio(1, 1), moved));
  }

  #compute(e: Expression, place: Place): Bound {
    const of = (x: Expression): Bound => this.of(x, place);
    const rows = this.#size(e.shape.rows);
    const cols = this.#size(e.shape.cols);
    switch (e.op) {
      case 'symbol':
        return place.bounds.get(e.symbol.name)!;
      case 'number':
        return bound.ratio(bound.log2abs(e.value.num), bound.log2abs(e.value.den));
      case 'size':
        return bound.ratio(Math.log2(this.#size(e.dim)), 0);
      case 'identity':
      case 'ones':
      case 'zeros':
      case 'unit':
      case 'commutation':
      case 'duplication':
      case 'elimination':
        return CONSTANT;
      case 'add':
        return e.terms.map(of).reduce(plus);
      case 'product':
        return e.factors
          .map(f => ({ rows: this.#size(f.shape.rows), of: of(f) }))
          .reduce((left, right) => ({ rows: left.rows, of: times(left.of, right.of, right.rows) })).of;
      case 'scale':
        return times(of(e.by), of(e.of));
      case 'hadamard':
      case 'kronecker':
      case 'khatriRao':
        return times(of(e.left), of(e.right));
      case 'transpose':
      case 'vec':
      case 'unvec':
      case 'diag':
      case 'diagonal':
      case 'entry':
        return of(e.of);
      case 'trace':
        return times(CONSTANT, of(e.of), this.#size(e.of.shape.rows));
      case 'determinant':
        return bound.determinant(of(e.of), this.#size(e.of.shape.rows));
      case 'inverse':
        return this.#divided(bound.inverse(of(e.of), rows));
      case 'pseudoInverse': {
        // Rᵀ(CᵀARᵀ)⁻¹Cᵀ with as many columns C and rows R of A as its rank is (Ben-Israel & Greville 2003, 1.6)
        const a = of(e.of);
        const long = Math.max(rows, cols);
        const short = Math.min(rows, cols);
        const middle = bound.inverse(times(times(a, a, long), a, long), short);
        return this.#divided(times(times(a, middle, short), a, short));
      }
      case 'power':
        return bound.power(of(e.of), e.exponent, rows);
      case 'elementwise':
        return this.#elementwise(e, of(e.of), rows * cols, place);
      case 'matrixFunction':
      case 'eigen':
        return CONSTANT;
      case 'sum': {
        const n = this.#size(dimension(e.index.dim));
        const inside = { ...place, repeats: place.repeats * n, known: new Map() };
        return bound.total(this.of(e.of, inside), n);
      }
      case 'block':
        return e.blocks.flat().map(of).reduce(plus);
      case 'differential': {
        const bounds = new Map(place.bounds);
        for (const name of mentions(e.of).symbols) {
          const symbol = e.wrt.includes(name) ? this.#symbols.get(name) : undefined;
          if (symbol)
            bounds.set(name, plus(bounds.get(name)!, this.#direction(symbol, this.drawn.get(name)!)));
        }
        return bound.slope(this.of(e.of, under(place, bounds)));
      }
      case 'derivative': {
        const moved = plus(place.bounds.get(e.by.name)!, CONSTANT);
        const bounds = new Map(place.bounds).set(e.by.name, moved);
        const slope = bound.slope(this.of(e.of, under(place, bounds)));
        if (!isConstrained(e.by)) return slope;
        // Of all entries of X that move together, the sum, or its mean.
        const places = this.#size(e.by.shape.rows) * this.#size(e.by.shape.cols);
        const share = log2factorial(places);
        return times(bound.ratio(share, share), slope, places);
      }
      default: {
        const unknown: never = e;
        throw new TypeError(`unknown operator ${String(unknown)}`);
      }
    }
  }

  #elementwise(e: Expression & { op: 'elementwise' }, of: Bound, count: number, place: Place): Bound {
    if (e.fn === 'reciprocal')
      return this.#divided(
        times(
          bound.ratio(log2factorial(e.order), 0),
          bound.power(bound.reciprocals(of, count), e.order + 1, 1),
        ),
      );
    this.#arguments.push({ bound: of, count: count * place.repeats });
    const isFormal = FUNCTIONS.has(e.fn);
    if (isFormal)
      this.#arguments.push({ bound: plus(of, formal(of, count, 0)), count: count * place.repeats });
    // f(x + τv) = f(x) + τvf′(x) + …, with as many terms as there are derivatives around it
    let slopes = plus(CONSTANT, of);
    for (let k = 0; k < place.depth; k++) slopes = bound.slope(slopes);
    const term = (k: number): Bound =>
      times(isFormal ? formal(of, count, e.order + k) : DRAWN, bound.power(slopes, k, 1));
    let sum = term(0);
    for (let k = 1; k <= place.depth; k++) sum = plus(sum, term(k));
    return this.#divided(sum);
  }
}
const under = (place: Place, bounds: Place['bounds']): Place => ({
  ...place,
  bounds,
  depth: place.depth + 1,
  known: new Map(),
});
/** The functions of verify/formal.ts: rational in one drawn number, some also in x or 1/(1 + x²); as large as any of them. */
const formal = (of: Bound, count: number, order: number): Bound => {
  const degree = count * 2 * (order + 1);
  const size = degree + 2 * count * log2factorial(2 * order + 2);
  const drawn: Bound = { top: degree, bottom: degree, topSize: size, bottomSize: size };
  const square = plus(CONSTANT, times(of, of));
  const around = times(
    bound.power(square, order + 1, 1),
    bound.power(bound.reciprocals(square, count), order + 1, 1),
  );
  return times(drawn, around);
};
/** Entries of I + S. */
const DRAWN_AND_ONE: Bound = { ...DRAWN, topSize: 1 };
