// Random pairs of expressions, equal by construction or unequal by one slip. A pair is made again from its seed and its number.

import * as make from '../../src/expression/build.ts';
import { identical, isColumn, isScalar, type Shape } from '../../src/expression/dimension.ts';
import type { Expression } from '../../src/expression/expression.ts';
import type { Statement } from '../../src/expression/judgement.ts';
import { below, type Random, stream } from '../../src/number/random.ts';
import { statement } from '../prove/claims.ts';
import { FUNCTIONS, GENERAL, Generator, MIRRORED, type Palette, STRUCTURED } from '../prove/generate.ts';

type E = Expression;

export interface Pair {
  readonly number: number;
  readonly kind: string;
  /** Equal by construction; otherwise one slip lies between the sides, which may still be equal. */
  readonly equal: boolean;
  /** In the fragment that the prover decides: equal must mean proved. */
  readonly decided: boolean;
  readonly statement: Statement;
}

interface Kind {
  readonly name: string;
  readonly palette: Palette;
  readonly decided: boolean;
  readonly depth: number;
  readonly calculus: boolean;
}
const kind = (name: string, palette: Palette, depth: number, decided: boolean, calculus = false): Kind => ({
  name,
  palette,
  decided,
  depth,
  calculus,
});
/** The more often listed, the more pairs. Depths are the largest ones. */
const KINDS: readonly Kind[] = [
  kind('general', GENERAL, 6, true),
  kind('general', GENERAL, 4, true),
  kind('symmetric and diagonal', MIRRORED, 6, true),
  kind('symmetric and diagonal', MIRRORED, 4, true),
  kind('structured', STRUCTURED, 6, false),
  kind('structured', STRUCTURED, 4, false),
  kind('functions', FUNCTIONS, 5, false),
  kind('differentials', MIRRORED, 4, true, true),
];

const squared = (e: E): boolean => identical(e.shape.rows, e.shape.cols);

const isMirrored = (e: E & { readonly op: 'symbol' }): boolean =>
  e.symbol.structure.some(x => x === 'symmetric' || x === 'positive-definite');

/** Beyond the prover's own generator: inverse vec, duplication, sides by vec and Kronecker rules, traces as Frobenius products, sums over indices. */
class Rewriter extends Generator {
  #index = 0;

  override expression(shape: Shape, depth: number): E {
    const { rows, cols } = shape;
    const single = rows.length === 1 && cols.length === 1;
    if (depth > 1 && single && this.chance(12))
      return make.unvec(this.expression({ rows: [...cols, ...rows], cols: [] }, depth - 1), shape);
    return super.expression(shape, depth);
  }

  override twisted(e: E): E {
    return (this.chance(3) ? this.#licensed(e) : null) ?? super.twisted(e);
  }

  /** The same value by a rule of the textbook, where one applies. */
  #licensed(e: E): E | null {
    const t = (x: E): E => this.twisted(x);
    const { transpose: T, vec, kronecker, product } = make;
    switch (e.op) {
      case 'vec': {
        if (e.of.op === 'transpose') {
          const { of } = e.of;
          if (of.shape.rows.length !== 1 || of.shape.cols.length !== 1) return null;
          return product(make.commutation(of.shape.rows, of.shape.cols), vec(t(of)));
        }
        if (e.of.op === 'symbol' && isMirrored(e.of) && e.of.shape.rows.length === 1)
          return product(make.duplication(e.of.shape.rows), make.vech(e.of));
        if (e.of.op === 'add') return make.sum(...e.of.terms.map(x => vec(t(x))));
        if (e.of.op === 'hadamard') return make.hadamard(vec(t(e.of.left)), vec(t(e.of.right)));
        if (e.of.op !== 'product' || e.of.factors.length !== 2) return null;
        const [a, b] = e.of.factors as [E, E];
        if (isColumn(a.shape) && identical(b.shape.rows, [])) return kronecker(T(t(b)), t(a));
        const plain = [a, b].every(f => f.shape.rows.length <= 1 && f.shape.cols.length <= 1);
        if (!plain || !a.shape.rows.length || !b.shape.cols.length) return null;
        return this.chance(2)
          ? product(kronecker(make.identity(b.shape.cols), t(a)), vec(t(b)))
          : product(kronecker(T(t(b)), make.identity(a.shape.rows)), vec(t(a)));
      }
      case 'kronecker': {
        const { left: a, right: b } = e;
        if (isColumn(e.shape) && a.shape.rows.length === 1 && b.shape.rows.length === 1)
          return this.chance(2)
            ? vec(product(t(b), T(t(a))))
            : product(make.commutation(a.shape.rows, b.shape.rows), kronecker(t(b), t(a)));
        if (!squared(a) || !squared(b) || !a.shape.rows.length || !b.shape.rows.length) return null;
        const [i, j] = [make.identity(a.shape.rows), make.identity(b.shape.rows)];
        return product(kronecker(t(a), j), kronecker(i, t(b)));
      }
      case 'trace': {
        if (e.of.op === 'add') return make.sum(...e.of.terms.map(x => make.trace(t(x))));
        if (e.of.op !== 'product' || !e.of.shape.rows.length) return this.#traced(e.of);
        const [first, ...rest] = e.of.factors as [E, ...E[]];
        return make.frobenius(T(t(first)), product(...rest.map(t)));
      }
      case 'product': {
        const [first, ...rest] = e.factors as [E, ...E[]];
        if (first.op === 'add') return make.sum(...first.terms.map(x => product(t(x), ...rest.map(t))));
        if (first.op === 'diag' && isColumn(e.shape))
          return make.hadamard(t(first.of), rest.length > 1 ? product(...rest.map(t)) : t(rest[0]!));
        if (isScalar(e.shape)) return product(...e.factors.toReversed().map(f => T(t(f))));
        return null;
      }
      case 'diagonal':
        if (e.of.op !== 'product') return null;
        return product(
          make.hadamard(t(e.of.factors[0]!), T(product(...e.of.factors.slice(1).map(t)))),
          make.ones({ rows: e.of.factors[0]!.shape.cols, cols: [] }),
        );
      case 'hadamard':
        if (!isColumn(e.shape) || e.shape.rows.length !== 1) return null;
        return this.chance(2)
          ? product(make.diag(t(e.left)), t(e.right))
          : make.diagonal(product(t(e.left), T(t(e.right))));
      case 'sum': {
        if (e.of.op !== 'sum') return null;
        return make.sumOver(e.of.index, make.sumOver(e.index, t(e.of.of)));
      }
      case 'scale':
        return e.of.op === 'add' ? make.sum(...e.of.terms.map(x => make.scale(t(e.by), t(x)))) : null;
      case 'unvec':
        return make.unvec(t(e.of), e.shape);
      default:
        return null;
    }
  }
  #traced(of: E): E | null {
    const [dim, ...more] = of.shape.rows;
    if (dim === undefined || more.length) return null;
    const index = { name: `k${this.#index++}`, dim };
    return make.sumOver(index, make.entry(this.twisted(of), index, index));
  }
}

/** The same operator of differentiation around both sides. */
const differentiated = (g: Generator, shape: Shape): ((e: E) => E) => {
  const by = g.pick(g.palette.symbols.filter(s => !s.structure.length));
  const wrt = [by.name, g.pick(g.palette.symbols).name];
  switch (below(g.random, 4)) {
    case 0:
      return e => make.derivative(e, by, 'numerator');
    case 1:
      return e => make.derivative(e, by, isScalar(shape) ? 'gradient' : 'denominator');
    case 2:
      return e => make.differential(make.differential(e, wrt), wrt);
    default:
      return e => make.differential(e, wrt);
  }
};

/** The pair of this number under a seed. Even numbers are equal. */
export const pairOf = (seed: string, number: number): Pair => {
  const random: Random = stream(seed, `pair ${number}`);
  const { name, palette, depth, decided, calculus } = KINDS[below(random, KINDS.length)]!;
  const g = new Rewriter(random, palette);
  const left = g.expression(g.shape(), 2 + below(random, depth - 1));
  const equal = number % 2 === 0;
  const right = g.twisted(equal ? left : g.slipped(left));
  const around = calculus ? differentiated(g, left.shape) : (e: E) => e;
  return { number, kind: name, equal, decided, statement: statement(around(left), around(right)) };
};
