// Walks over what was written: every piece, what brackets hold, and the same syntax with pieces replaced.

import { operandsOf, withOperands } from '../latex/operands.ts';
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
  return withOperands(
    s,
    operandsOf(s).map(of => rewritten(of, change)),
  );
};
