// Walks over what was written: every piece, what brackets hold, and the same syntax with pieces replaced.

import { operandsOf } from '../latex/operands.ts';
import type { Syntax } from '../latex/syntax.ts';

/** Every piece, outermost first. */
export function* pieces(s: Syntax): Generator<Syntax> {
  const pending = [s];
  for (let next = pending.pop(); next; next = pending.pop()) {
    yield next;
    pending.push(...operandsOf(next));
  }
}

/** The expression inside brackets. */
export const inner = (s: Syntax): Syntax => (s.kind === 'group' ? inner(s.of) : s);

/** A 0, which is a block of zeros among blocks. */
export const isWrittenZero = (s: Syntax): boolean => {
  const of = inner(s);
  return of.kind === 'number' && of.value.num === 0n;
};

/** The same syntax with every piece that `change` answers for put in place of the old one, outermost first. */
export const rewritten = (s: Syntax, change: (piece: Syntax) => Syntax | null): Syntax => {
  const changed = change(s);
  if (changed) return changed;
  const go = (of: Syntax): Syntax => rewritten(of, change);
  const all = (of: readonly Syntax[]): Syntax[] => of.map(go);
  switch (s.kind) {
    case 'name':
    case 'number':
      return s;
    case 'constant':
    case 'identity':
      return { ...s, size: all(s.size) };
    case 'subscript':
      return { ...s, of: go(s.of), subscripts: all(s.subscripts) };
    case 'sum':
      return { ...s, terms: s.terms.map(t => ({ ...t, of: go(t.of) })) };
    case 'product':
      return { ...s, factors: all(s.factors) };
    case 'quotient':
      return { ...s, over: go(s.over), under: go(s.under) };
    case 'binary':
    case 'inner':
      return { ...s, left: go(s.left), right: go(s.right) };
    case 'call':
      return { ...s, args: all(s.args) };
    case 'power':
      return { ...s, of: go(s.of), exponent: go(s.exponent) };
    case 'derivative':
    case 'gradient':
      return { ...s, of: go(s.of), by: all(s.by) };
    case 'directional':
      return { ...s, of: go(s.of), direction: go(s.direction) };
    case 'summation':
      return { ...s, of: go(s.of), from: s.from && go(s.from), to: s.to && go(s.to) };
    case 'matrix':
      return { ...s, rows: s.rows.map(all) };
    case 'transpose':
    case 'pseudoInverse':
    case 'norm':
    case 'bars':
    case 'differential':
    case 'group':
      return { ...s, of: go(s.of) };
  }
};
