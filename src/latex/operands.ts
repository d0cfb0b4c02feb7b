// One fold over what was written, the operands of a piece of syntax in order, and its reverse.

import type { Syntax } from './syntax.ts';

export const operandsOf = (s: Syntax): readonly Syntax[] => {
  switch (s.kind) {
    case 'name':
    case 'number':
      return [];
    case 'constant':
    case 'identity':
      return s.size;
    case 'subscript':
      return [s.of, ...s.subscripts];
    case 'sum':
      return s.terms.map(t => t.of);
    case 'product':
      return s.factors;
    case 'quotient':
      return [s.over, s.under];
    case 'binary':
    case 'inner':
      return [s.left, s.right];
    case 'call':
      return s.args;
    case 'power':
      return [s.of, s.exponent];
    case 'derivative':
    case 'gradient':
      return [s.of, ...s.by];
    case 'directional':
      return [s.of, s.direction];
    case 'summation':
      return [s.of, ...(s.from ? [s.from] : []), ...(s.to ? [s.to] : [])];
    case 'matrix':
      return s.rows.flat();
    case 'transpose':
    case 'pseudoInverse':
    case 'norm':
    case 'bars':
    case 'differential':
    case 'group':
      return [s.of];
  }
};

/** The same piece with other operands, as many as it has; itself where they are its own. */
export const withOperands = (s: Syntax, operands: readonly Syntax[]): Syntax => {
  if (operandsOf(s).every((o, i) => o === operands[i])) return s;
  const [first, second, third] = operands as [Syntax, Syntax, Syntax];
  const [, ...others] = operands;
  switch (s.kind) {
    case 'name':
    case 'number':
      return s;
    case 'constant':
    case 'identity':
      return { ...s, size: operands };
    case 'subscript':
      return { ...s, of: first, subscripts: others };
    case 'sum':
      return { ...s, terms: s.terms.map((t, i) => ({ ...t, of: operands[i]! })) };
    case 'product':
      return { ...s, factors: operands };
    case 'quotient':
      return { ...s, over: first, under: second };
    case 'binary':
    case 'inner':
      return { ...s, left: first, right: second };
    case 'call':
      return { ...s, args: operands };
    case 'power':
      return { ...s, of: first, exponent: second };
    case 'derivative':
    case 'gradient':
      return { ...s, of: first, by: others };
    case 'directional':
      return { ...s, of: first, direction: second };
    case 'summation':
      return { ...s, of: first, from: s.from && second, to: s.to && (s.from ? third : second) };
    case 'matrix':
      return { ...s, rows: rowsOf(s.rows, operands) };
    case 'transpose':
    case 'pseudoInverse':
    case 'norm':
    case 'bars':
    case 'differential':
    case 'group':
      return { ...s, of: first };
  }
};
const rowsOf = (like: readonly (readonly Syntax[])[], cells: readonly Syntax[]): (readonly Syntax[])[] => {
  let at = 0;
  return like.map(row => row.map(() => cells[at++]!));
};

/** Every piece, the outermost first; found once, since many questions are asked of the same formula. */
export const pieces = (s: Syntax): readonly Syntax[] => {
  const before = known.get(s);
  if (before) return before;
  const found: Syntax[] = [];
  const pending = [s];
  for (let next = pending.pop(); next; next = pending.pop()) {
    found.push(next);
    for (const operand of operandsOf(next)) pending.push(operand);
  }
  known.set(s, found);
  return found;
};
const known = new WeakMap<Syntax, readonly Syntax[]>();
