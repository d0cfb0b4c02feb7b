// How much work one evaluation is, roughly: multiplications, high powers counted for the length of the integers that they make.

import { dimension, sizeOf } from '../expression/dimension.ts';
import { children, type Expression } from '../expression/expression.ts';
import type { Sizes } from './draw.ts';

export const costOf = (e: Expression, sizes: Sizes): number => {
  const known = new Map<Expression, number>();
  const of = (x: Expression): number => {
    const found = known.get(x);
    if (found !== undefined) return found;
    const cost = walk(x);
    known.set(x, cost);
    return cost;
  };
  const entries = (x: Expression): number => sizeOf(x.shape.rows, sizes) * sizeOf(x.shape.cols, sizes);
  const walk = (x: Expression): number => {
    const below = children(x).reduce((sum, c) => sum + of(c), 0);
    const rows = sizeOf(x.shape.rows, sizes);
    switch (x.op) {
      case 'product':
        return x.factors.slice(1).reduce((sum, f) => sum + rows * entries(f), below);
      case 'inverse':
      case 'pseudoInverse':
        return below + 2 * entries(x) * rows;
      case 'determinant':
        return below + entries(x.of) ** 2;
      case 'power':
        return below * (1 + x.exponent / 8) + 2 * Math.log2(x.exponent + 2) * entries(x) * rows;
      case 'sum':
        return below * sizeOf(dimension(x.index.dim), sizes);
      case 'differential':
        return DERIVATIVE * below;
      case 'derivative':
        return DERIVATIVE * below * sizeOf(x.by.shape.rows, sizes) * sizeOf(x.by.shape.cols, sizes);
      default:
        return below + entries(x);
    }
  };
  return of(e);
};
/** Evaluations that one derivative takes. */
const DERIVATIVE = 4;
