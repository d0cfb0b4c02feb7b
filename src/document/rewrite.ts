// One walk over what was written: the pieces directly below a piece, and the same piece with others in their place.

import type { Syntax } from '../latex/syntax.ts';

/** The piece with `change` applied to everything directly below it. */
export const mapParts = (s: Syntax, change: (part: Syntax) => Syntax): Syntax => {
  const all = (parts: readonly Syntax[]): Syntax[] => parts.map(change);
  switch (s.kind) {
    case 'name':
    case 'number':
      return s;
    case 'constant':
    case 'identity':
      return { ...s, size: all(s.size) };
    case 'subscript':
      return { ...s, of: change(s.of), subscripts: all(s.subscripts) };
    case 'sum':
      return { ...s, terms: s.terms.map(t => ({ ...t, of: change(t.of) })) };
    case 'product':
      return { ...s, factors: all(s.factors) };
    case 'quotient':
      return { ...s, over: change(s.over), under: change(s.under) };
    case 'binary':
    case 'inner':
      return { ...s, left: change(s.left), right: change(s.right) };
    case 'power':
      return { ...s, of: change(s.of), exponent: change(s.exponent) };
    case 'call':
      return { ...s, args: all(s.args) };
    case 'derivative':
    case 'gradient':
      return { ...s, of: change(s.of), by: all(s.by) };
    case 'directional':
      return { ...s, of: change(s.of), direction: change(s.direction) };
    case 'summation':
      return { ...s, of: change(s.of), from: s.from && change(s.from), to: s.to && change(s.to) };
    case 'matrix':
      return { ...s, rows: s.rows.map(all) };
    case 'transpose':
    case 'pseudoInverse':
    case 'norm':
    case 'bars':
    case 'differential':
    case 'group':
      return { ...s, of: change(s.of) };
    default:
      return s satisfies never;
  }
};

/** Every piece, the outermost first. */
export const piecesOf = (s: Syntax): Syntax[] => {
  const found: Syntax[] = [];
  const pending = [s];
  for (let next = pending.pop(); next; next = pending.pop()) {
    found.push(next);
    mapParts(next, part => {
      pending.push(part);
      return part;
    });
  }
  return found;
};

/** The tree with `change` applied to every piece, the innermost first. */
export const rewrite = (s: Syntax, change: (piece: Syntax) => Syntax): Syntax =>
  change(mapParts(s, part => rewrite(part, change)));

/** Letters and functions that occur. */
export const namesIn = (s: Syntax): string[] =>
  piecesOf(s).flatMap(p => (p.kind === 'name' ? [p.name] : p.kind === 'call' ? [p.fn] : []));
