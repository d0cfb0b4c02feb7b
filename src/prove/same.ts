// Whether two expressions are literally the same tree. Part of what is trusted.

import { type Dimension, identical } from '../expression/dimension.ts';
import { children, type Expression, type Index } from '../expression/expression.ts';
import { equal } from '../number/rational.ts';

const sameIndex = (a: Index, b: Index): boolean =>
  typeof a === 'number' || typeof b === 'number' ? a === b : a.name === b.name;
const sameShapes = (a: Expression, b: Expression): boolean =>
  [[a.shape.rows, b.shape.rows] as const, [a.shape.cols, b.shape.cols] as const].every(
    ([x, y]: readonly [Dimension, Dimension]) => identical(x, y),
  );

/** The same operators on the same operands: a claim that says nothing. */
export const sameTree = (a: Expression, b: Expression): boolean => {
  if (a === b) return true;
  if (a.op !== b.op || !sameShapes(a, b) || !sameLabel(a, b)) return false;
  const [x, y] = [children(a), children(b)];
  return x.length === y.length && x.every((child, k) => sameTree(child, y[k]!));
};
const sameLabel = (a: Expression, b: Expression): boolean => {
  if (a.op === 'symbol' && b.op === 'symbol') return a.symbol.name === b.symbol.name;
  if (a.op === 'number' && b.op === 'number') return equal(a.value, b.value);
  if (a.op === 'size' && b.op === 'size') return identical(a.dim, b.dim);
  if (a.op === 'unit' && b.op === 'unit') return sameIndex(a.index, b.index);
  if (a.op === 'commutation' && b.op === 'commutation') return identical(a.m, b.m) && identical(a.n, b.n);
  if (a.op === 'power' && b.op === 'power') return a.exponent === b.exponent;
  if (a.op === 'elementwise' && b.op === 'elementwise') return a.fn === b.fn && a.order === b.order;
  if (a.op === 'matrixFunction' && b.op === 'matrixFunction') return a.fn === b.fn;
  if (a.op === 'eigen' && b.op === 'eigen') return a.part === b.part && sameIndex(a.index, b.index);
  if (a.op === 'entry' && b.op === 'entry') return sameIndex(a.row, b.row) && sameIndex(a.col, b.col);
  if (a.op === 'sum' && b.op === 'sum') return sameIndex(a.index, b.index);
  if (a.op === 'duplication' && b.op === 'duplication') return identical(a.n, b.n);
  if (a.op === 'elimination' && b.op === 'elimination') return identical(a.n, b.n);
  if (a.op === 'block' && b.op === 'block')
    return (
      a.blocks.length === b.blocks.length && a.blocks.every((row, k) => row.length === b.blocks[k]!.length)
    );
  if (a.op === 'differential' && b.op === 'differential')
    return [...a.wrt].sort().join() === [...b.wrt].sort().join();
  if (a.op === 'derivative' && b.op === 'derivative') return a.by.name === b.by.name && a.layout === b.layout;
  return true;
};
