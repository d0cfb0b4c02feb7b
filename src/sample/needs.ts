// What a statement needs of an instance: which symbols move, which indices are free, where entries had better be positive or small,
// and how much work an instance of given sizes is. And what is refused outright.

import { dimension, type Factor, sizeOf } from '../expression/dimension.ts';
import { children, type Expression, type Index } from '../expression/expression.ts';
import { FUNCTIONS } from '../expression/functions.ts';
import type { Statement } from '../expression/judgement.ts';
import type { Sym } from '../expression/symbol.ts';
import { degree } from './degree.ts';
import { isOpen } from './looseness.ts';
import { type DerivativeSide, derivativeSide } from './side.ts';
import { isCurved } from './structure.ts';

export interface Needs {
  /** Symbols that vary in a differential: a direction of each is part of an instance. */
  readonly moving: ReadonlySet<string>;
  /** The statement is ∂F/∂X = J and is tried along one direction of X at a time. */
  readonly probed: DerivativeSide | null;
  readonly free: ReadonlyMap<string, Factor>;
  /** A logarithm, a root or a matrix function: half of the draws are all positive. */
  readonly positive: boolean;
  /** Functions that grow fast or level off: most draws are small. */
  readonly gentle: boolean;
  /** Something is differentiated, by finite differences. */
  readonly differences: boolean;
  /** Why no instance can be judged, if so. */
  readonly refusal: string | null;
}

export const needsOf = (statement: Statement): Needs => {
  const { lhs, rhs, symbols } = statement;
  const moving = new Set<string>();
  const free = new Map<string, Factor>();
  const found = { positive: false, gentle: false, differences: false };
  let refusal: string | null = null;
  const byName = new Map<string, Sym>(symbols.map(s => [s.name, s]));
  const use = (index: Index, bound: ReadonlySet<string>): void => {
    if (typeof index !== 'number' && !bound.has(index.name)) free.set(index.name, index.dim);
  };
  const visit = (e: Expression, bound: ReadonlySet<string>, varying: ReadonlySet<string>): void => {
    let inner = bound;
    let outer = varying;
    switch (e.op) {
      case 'elementwise':
        found.positive ||= FUNCTIONS.get(e.fn)?.domain === 'positive';
        found.gentle ||= (FUNCTIONS.get(e.fn)?.domain ?? 'real') === 'real';
        break;
      case 'matrixFunction':
        found.positive ||= e.fn !== 'exp';
        found.gentle = true;
        break;
      case 'unit':
      case 'eigen':
        use(e.index, bound);
        break;
      case 'entry':
        use(e.row, bound);
        use(e.col, bound);
        break;
      case 'sum':
        inner = new Set([...bound, e.index.name]);
        break;
      case 'differential':
        found.differences ||= e.of.op !== 'symbol';
        for (const name of e.wrt) {
          const symbol = byName.get(name);
          if (!symbol) continue;
          moving.add(name);
          if (symbol.structure.includes('permutation'))
            refusal ??= `${name}, a permutation matrix, cannot vary`;
          if (varying.has(name) && isCurved(symbol))
            refusal ??= `a second differential by ${name} leaves its structure`;
        }
        outer = new Set([...varying, ...e.wrt]);
        break;
      case 'derivative':
        found.differences = true;
        if (!isOpen(e.by))
          refusal ??= `a derivative by ${e.by.name}, whose entries do not vary freely (${e.by.structure.join(', ')})`;
        break;
    }
    for (const child of children(e)) visit(child, inner, outer);
  };
  for (const side of [lhs, rhs]) visit(side, new Set(), new Set());
  return { moving, probed: derivativeSide(statement), free, ...found, refusal };
};

/** Needs a direction, be it of the instance or only to be tried along. */
export const varies = (needs: Needs, name: string): boolean =>
  needs.moving.has(name) || needs.probed?.node.by.name === name;

/** Multiplications of one trial, roughly; a difference costs its points, a Jacobian its columns. */
export const costOf = (s: Statement, needs: Needs, sizes: ReadonlyMap<string, number>): number => {
  const size = (x: Expression): number => sizeOf(x.shape.rows, sizes) * sizeOf(x.shape.cols, sizes);
  const points = (of: Expression, names: readonly string[]): number =>
    degree(of, new Set(names), d => sizeOf(d, sizes)) ?? SMOOTH;
  const cost = (e: Expression): number => {
    const below = children(e).reduce((sum, c) => sum + cost(c), NODE);
    const own = size(e);
    const rows = sizeOf(e.shape.rows, sizes);
    switch (e.op) {
      case 'product':
        return e.factors.slice(1).reduce((sum, f) => sum + rows * size(f), below);
      case 'power':
        return below + e.exponent * own * rows;
      case 'inverse':
      case 'determinant':
      case 'pseudoInverse':
        return below + DECOMPOSITION + 6 * size(e.of) * sizeOf(e.of.shape.rows, sizes);
      case 'matrixFunction':
        return below + 60 * own * rows;
      case 'eigen':
        return below + 4 * DECOMPOSITION + 40 * size(e.of) * sizeOf(e.of.shape.rows, sizes);
      case 'elementwise':
        return below + 10 * own;
      case 'sum':
        return below * sizeOf(dimension(e.index.dim), sizes);
      case 'differential':
        return e.of.op === 'symbol' ? own : points(e.of, e.wrt) * below;
      case 'derivative': {
        const columns = sizeOf(e.by.shape.rows, sizes) * sizeOf(e.by.shape.cols, sizes);
        return (e === needs.probed?.node ? 1 : columns) * points(e.of, [e.by.name]) * below;
      }
      default:
        return below + own;
    }
  };
  return cost(s.lhs) + cost(s.rhs);
};
/** Points of a difference of a function that is no polynomial, on average. */
const SMOOTH = 12;
/** Visiting a node, and a decomposition, cost as much as so many multiplications. */
const NODE = 20;
const DECOMPOSITION = 500;
