// The generator of the pairs: beyond the prover's own one, every other operator, and rules of the textbook as ways to write a value.

import * as make from '../../src/expression/build.ts';
import { type Factor, identical, isColumn, isScalar, type Shape } from '../../src/expression/dimension.ts';
import type { Expression } from '../../src/expression/expression.ts';
import { has } from '../../src/expression/symbol.ts';
import { Generator } from '../prove/generate.ts';

type E = Expression;

const squared = (e: E): boolean => identical(e.shape.rows, e.shape.cols);

const isMirrored = (e: E & { readonly op: 'symbol' }): boolean =>
  e.symbol.structure.some(x => x === 'symmetric' || x === 'positive-definite');

const only = (dims: readonly Factor[]): Factor | null => (dims.length === 1 ? dims[0]! : null);
export class Rewriter extends Generator {
  #index = 0;

  override expression(shape: Shape, depth: number): E {
    const { rows, cols } = shape;
    const single = rows.length === 1 && cols.length === 1;
    const at = (r: Shape['rows'], c: Shape['cols'], by = 1): E =>
      this.expression({ rows: r, cols: c }, depth - by);
    if (depth > 1 && single && this.chance(12)) return make.unvec(at([...cols, ...rows], []), shape);
    if (depth > 1 && single && this.chance(16)) return this.#blocks(at(rows, cols), at(rows, cols), cols[0]!);
    if (depth > 1 && single && identical(rows, cols) && this.chance(16))
      return make.power(at(rows, cols, 3), 3);
    if (depth > 1 && isScalar(shape) && this.chance(8)) {
      const n = this.dim();
      if (this.chance(3)) return make.entry(at(n, n), 1, 1);
      return make.product(make.transpose(make.vech(at(n, n, 2))), make.vech(at(n, n, 2)));
    }
    if (isScalar(shape) && this.chance(20)) return make.size(this.dim());
    if (this.chance(60)) return make.zeros(shape);
    if (this.palette.functions && depth > 1 && single && this.chance(12))
      return this.#pseudoInverse(shape, depth);
    return super.expression(shape, depth);
  }

  override twisted(e: E): E {
    if (e.shape.rows.length === 1 && this.chance(24)) return this.#indexed(super.twisted(e));
    return (this.chance(3) ? this.#licensed(e) : null) ?? super.twisted(e);
  }

  /** [A B] [I; I] = A + B. */
  #blocks(a: E, b: E, n: Factor): E {
    const i = make.identity([n]);
    return make.product(
      make.block([[a, b]], { rows: a.shape.rows, cols: [2, n] }),
      make.block([[i], [i]], { rows: [2, n], cols: [n] }),
    );
  }
  /** X⁺ of a symbol of known rank, brought to the shape. */
  #pseudoInverse(shape: Shape, depth: number): E {
    const ranked = this.palette.symbols.filter(s => has(s, 'full-column-rank') || has(s, 'invertible'));
    if (!ranked.length) return super.expression(shape, depth);
    const x = make.pseudoInverse(make.symbol(this.pick(ranked)));
    return make.product(
      this.expression({ rows: shape.rows, cols: x.shape.rows }, 1),
      x,
      this.expression({ rows: x.shape.cols, cols: shape.cols }, 1),
    );
  }
  /** The same value in index notation: Σ e_i e_iᵀ A, Σ Σ A_ij e_i e_jᵀ, Σ δ_ij …, or with a zero beside it. */
  #indexed(e: E): E {
    const [n, m] = [only(e.shape.rows), only(e.shape.cols)];
    if (n === null) return e;
    const index = (dim: Factor) => ({ name: `k${this.#index++}`, dim });
    const i = index(n);
    const at = make.unit([n], i);
    const { transpose: T, product, sumOver, entry, scale } = make;
    switch (this.pick([0, 1, 2])) {
      case 0:
        return sumOver(i, product(at, T(at), e));
      case 1: {
        if (m === null) return make.sum(e, make.zeros(e.shape));
        const j = index(m);
        return sumOver(i, sumOver(j, scale(entry(e, i, j), product(at, T(make.unit([m], j))))));
      }
      default: {
        const j = index(n);
        const delta = entry(make.identity([n]), i, j);
        return sumOver(i, sumOver(j, scale(delta, product(at, T(make.unit([n], j)), e))));
      }
    }
  }

  /** The same value by a rule of the textbook, where one applies. */
  #licensed(e: E): E | null {
    const t = (x: E): E => this.twisted(x);
    const { transpose: T, vec, kronecker, product } = make;
    switch (e.op) {
      case 'size': {
        const n = e.dim;
        const one = make.ones({ rows: n, cols: [] });
        return this.chance(2) ? make.trace(make.identity(n)) : product(T(one), one);
      }
      case 'entry': {
        const [n, m] = [e.of.shape.rows, e.of.shape.cols];
        if (typeof e.row !== 'number' || typeof e.col !== 'number' || n.length !== 1 || m.length !== 1)
          return null;
        return product(T(make.unit(n, e.row)), t(e.of), make.unit(m, e.col));
      }
      case 'block':
        return make.block(
          e.blocks.map(line => line.map(t)),
          e.shape,
        );
      case 'pseudoInverse': {
        if (e.of.op !== 'symbol') return null;
        const flipped = T(e.of);
        if (has(e.of.symbol, 'invertible')) return make.inverse(e.of);
        return product(make.inverse(product(flipped, e.of)), flipped);
      }
      case 'add': {
        const [a, b, more] = e.terms as [E, E, E?];
        const [n, m] = [only(e.shape.rows), only(e.shape.cols)];
        if (more || n === null || m === null) return null;
        return this.#blocks(t(a), t(b), m);
      }
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
