// Half-vectorisation and blocks in general: generators of their own, beside that of rewriter.ts.

import * as make from '../../src/expression/build.ts';
import {
  type Dimension,
  identical,
  isColumn,
  isScalar,
  type Shape,
  summed,
} from '../../src/expression/dimension.ts';
import type { Expression } from '../../src/expression/expression.ts';
import { Rewriter } from './rewriter.ts';

type E = Expression;
const N: Dimension = ['n'];

/** D_n, L_n and vech: L D = I, K D = D, (the value of) D L of what is symmetric. */
export class Halves extends Rewriter {
  override shape(): Shape {
    return this.chance(2) ? { rows: ['n', 'n'], cols: [] } : super.shape();
  }
  override expression(shape: Shape, depth: number): E {
    const { rows } = shape;
    const square = (): E => this.expression({ rows: N, cols: N }, depth - 2);
    if (isColumn(shape) && identical(rows, ['n', 'n']) && this.chance(2))
      return this.chance(2)
        ? make.product(make.duplication(N), make.vech(square()))
        : make.product(make.transpose(make.elimination(N)), make.vech(square()));
    if (isScalar(shape) && depth > 1 && this.chance(3))
      return make.product(
        make.transpose(make.vech(square())),
        make.transpose(make.duplication(N)),
        make.vec(square()),
      );
    return super.expression(shape, depth);
  }
  override twisted(e: E): E {
    if (e.op !== 'duplication' && e.op !== 'elimination') return super.twisted(e);
    const [d, l] = [make.duplication(e.n), make.elimination(e.n)];
    return e.op === 'duplication'
      ? this.pick([e, make.product(d, l, d), make.product(make.commutation(e.n, e.n), d)])
      : this.pick([e, make.product(l, d, l)]);
  }
}

/** Two by two blocks of sizes m and n: of products, transposes, traces, and of columns. */
export class Blocks extends Rewriter {
  readonly #sizes: readonly Dimension[] = [['m'], ['n']];
  #block(columns: boolean, of: (rows: Dimension, cols: Dimension) => E): E {
    const cols = columns ? [[]] : this.#sizes;
    const lines = this.#sizes.map(r => cols.map(c => of(r, c)));
    const size = summed(...this.#sizes);
    return make.block(lines, { rows: size, cols: columns ? [] : size });
  }
  override expression(shape: Shape, depth: number): E {
    const at = (rows: Dimension, cols: Dimension): E => this.expression({ rows, cols }, depth - 3);
    if (!isScalar(shape) || depth < 2 || this.chance(3)) return super.expression(shape, depth);
    const [square, column] = [false, true].map(c => () => this.#block(c, at)) as [() => E, () => E];
    const T = make.transpose;
    return this.pick([
      () => make.trace(make.product(square(), square())),
      () => make.product(T(column()), square(), column()),
      () => make.trace(make.hadamard(square(), T(square()))),
      () => make.frobenius(square(), square()),
    ])();
  }
  override twisted(e: E): E {
    const t = (x: E): E => this.twisted(x);
    if (e.op === 'transpose' && e.of.op === 'block') {
      const [first] = e.of.blocks;
      const lines = first!.map((_, j) =>
        (e.of as E & { op: 'block' }).blocks.map(line => make.transpose(t(line[j]!))),
      );
      return make.block(lines, e.shape);
    }
    const [a, b, ...more] = e.op === 'product' ? e.factors : [];
    if (a?.op === 'block' && b?.op === 'block' && more.length === 0 && this.chance(2))
      return make.block(
        a.blocks.map(line =>
          b.blocks[0]!.map((_, j) =>
            make.sum(...line.map((x, k) => make.product(t(x), t(b.blocks[k]![j]!)))),
          ),
        ),
        e.shape,
      );
    return super.twisted(e);
  }
}
