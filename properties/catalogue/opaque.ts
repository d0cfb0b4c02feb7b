// A statement in which functions that no rule opens are letters: what holds for all values of the letters holds for those of the functions.

import { rebuilt } from '../../src/derive/rebuild.ts';
import { children, contains, type Expression } from '../../src/expression/expression.ts';
import type { Statement } from '../../src/expression/judgement.ts';
import type { Sym } from '../../src/expression/symbol.ts';
import { prove } from '../../src/prove/index.ts';
import { sameTree } from '../../src/prove/same.ts';

const isOpaque = (e: Expression): boolean => e.op === 'eigen' || e.op === 'matrixFunction';

/** Null where nothing is opaque, or where such a function is differentiated or summed over: a letter would be constant there. */
export const opaque = ({ lhs, rhs, symbols, dimensions }: Statement): Statement | null => {
  /** The same function of the same thing, however it is written. */
  const isSame = (a: Expression, b: Expression): boolean => {
    const [[of], [other]] = [children(a), children(b)];
    if (a.op !== b.op || !of || !other) return false;
    const moved = rebuilt(b, () => of);
    return sameTree(moved, a) && prove({ lhs: of, rhs: other, symbols, dimensions }).outcome === 'proved';
  };
  const letters: { readonly of: Expression; readonly symbol: Sym }[] = [];
  const letterOf = (of: Expression): Expression => {
    let known = letters.find(l => sameTree(l.of, of) || isSame(l.of, of));
    if (!known) {
      const name = `function ${letters.length + 1}`;
      known = { of, symbol: { name, latex: name, shape: of.shape, structure: [] } };
      letters.push(known);
    }
    return { op: 'symbol', shape: of.shape, symbol: known.symbol };
  };
  let isBound = false;
  const visit = (e: Expression): Expression => {
    if (isOpaque(e)) return letterOf(e);
    if ((e.op === 'differential' || e.op === 'derivative' || e.op === 'sum') && contains(e, isOpaque))
      isBound = true;
    return rebuilt(e, visit);
  };
  const [left, right] = [visit(lhs), visit(rhs)];
  if (isBound || letters.length === 0) return null;
  return { lhs: left, rhs: right, symbols: [...symbols, ...letters.map(l => l.symbol)], dimensions };
};
