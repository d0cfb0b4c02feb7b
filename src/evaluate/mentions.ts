// What an expression depends on: the symbols in it and its free indices, each found once per node.

import { children, type Expression, type Index } from '../expression/expression.ts';

export interface Mentions {
  readonly symbols: ReadonlySet<string>;
  readonly indices: ReadonlySet<string>;
}

const known = new WeakMap<Expression, Mentions>();

export const mentions = (e: Expression): Mentions => {
  let found = known.get(e);
  if (!found) {
    found = find(e);
    known.set(e, found);
  }
  return found;
};
const find = (e: Expression): Mentions => {
  const below = children(e).map(mentions);
  const only = below[0];
  if (below.length === 1 && only && e.op !== 'entry' && e.op !== 'sum' && e.op !== 'eigen') return only;
  const symbols = new Set(below.flatMap(m => [...m.symbols]));
  const indices = new Set(below.flatMap(m => [...m.indices]));
  const use = (index: Index): void => {
    if (typeof index !== 'number') indices.add(index.name);
  };
  if (e.op === 'symbol') symbols.add(e.symbol.name);
  if (e.op === 'unit' || e.op === 'eigen') use(e.index);
  if (e.op === 'entry') for (const index of [e.row, e.col]) use(index);
  if (e.op === 'sum') indices.delete(e.index.name);
  return { symbols, indices };
};

export const mentionsAny = (e: Expression, symbols: Iterable<string>): boolean => {
  const own = mentions(e).symbols;
  for (const s of symbols) if (own.has(s)) return true;
  return false;
};
