// What was written with other pieces in it, and the letters that occur.

import { operandsOf, pieces, withOperands } from '../latex/operands.ts';
import type { Syntax } from '../latex/syntax.ts';

/** The tree with `change` applied to every piece, the innermost first. */
export const rewrite = (s: Syntax, change: (piece: Syntax) => Syntax): Syntax =>
  change(
    withOperands(
      s,
      operandsOf(s).map(of => rewrite(of, change)),
    ),
  );

/** Letters and functions that occur. */
export const namesIn = (s: Syntax): string[] =>
  pieces(s).flatMap(p => (p.kind === 'name' ? [p.name] : p.kind === 'call' ? [p.fn] : []));
