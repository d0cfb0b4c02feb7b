// What a statement needs of an instance: which symbols move, which indices are free, which sizes are too small.

import { dimensionNames, type Factor } from '../expression/dimension.ts';
import { children, type Expression, type Index } from '../expression/expression.ts';
import type { Statement } from '../expression/judgement.ts';
import type { Sym } from '../expression/symbol.ts';
import { mentions } from './mentions.ts';
import { NotEvaluable } from './refusal.ts';
import { familyOf } from './structure.ts';

export interface Needs {
  readonly symbols: readonly Sym[];
  /** Every name in a size, each once. */
  readonly dimensions: readonly string[];
  /** Symbols that vary in a differential: each needs a direction. */
  readonly moving: readonly Sym[];
  /** Indices that no sum binds, with what they run over. */
  readonly free: ReadonlyMap<string, Factor>;
  /** Pseudoinverses occur: of matrices of full rank, or else of any. */
  readonly pseudoInverses: boolean;
  /** The largest fixed position in each dimension. */
  readonly least: ReadonlyMap<string, number>;
}

const known = new WeakMap<Statement, Needs>();
/** @throws NotEvaluable for symbols that cannot be drawn, or cannot move as they are asked to */
export const needsOf = (statement: Statement): Needs => {
  let needs = known.get(statement);
  if (!needs) known.set(statement, (needs = found(statement)));
  return needs;
};
const found = ({ lhs, rhs, symbols, dimensions }: Statement): Needs => {
  const byName = new Map(symbols.map(s => [s.name, s]));
  const moving = new Map<string, Sym>();
  const free = new Map<string, Factor>();
  const least = new Map<string, number>();
  let pseudoInverses = false;
  const names = new Set(dimensions);
  const mention = (...factors: readonly Factor[]): void => {
    for (const name of dimensionNames(factors)) names.add(name);
  };
  const use = (index: Index, within: readonly Factor[], bound: ReadonlySet<string>): void => {
    const only = within[0];
    const other = within[1];
    if (typeof index !== 'number') {
      mention(index.dim);
      if (!bound.has(index.name)) free.set(index.name, index.dim);
    } else if (typeof only === 'string' && other === undefined)
      least.set(only, Math.max(index, least.get(only) ?? 1));
  };
  const visit = (e: Expression, bound: ReadonlySet<string>, varying: ReadonlySet<string>): void => {
    let inner = bound;
    let outer = varying;
    mention(...e.shape.rows, ...e.shape.cols);
    switch (e.op) {
      case 'unit':
        use(e.index, e.shape.rows, bound);
        break;
      case 'eigen':
        use(e.index, e.of.shape.rows, bound);
        break;
      case 'entry':
        use(e.row, e.of.shape.rows, bound);
        use(e.col, e.of.shape.cols, bound);
        break;
      case 'pseudoInverse':
        pseudoInverses = true;
        break;
      case 'size':
        mention(...e.dim);
        break;
      case 'sum':
        mention(e.index.dim);
        inner = new Set([...bound, e.index.name]);
        break;
      case 'differential': {
        const { symbols: inside } = mentions(e.of);
        for (const name of e.wrt) {
          const symbol = byName.get(name);
          if (!symbol || !inside.has(name)) continue;
          if (varying.has(name) && familyOf(symbol) !== 'linear')
            throw new NotEvaluable(`a second differential by ${name} leaves its structure`);
          moving.set(name, symbol);
        }
        outer = new Set([...varying, ...e.wrt]);
        break;
      }
      default:
        break;
    }
    for (const child of children(e)) visit(child, inner, outer);
  };
  for (const s of symbols) {
    familyOf(s);
    mention(...s.shape.rows, ...s.shape.cols);
  }
  for (const side of [lhs, rhs]) visit(side, new Set(), new Set());
  return { symbols, dimensions: [...names], moving: [...moving.values()], free, pseudoInverses, least };
};
