// Derivatives inside of a larger expression: each may be arranged in a layout of its own, whatever the document does elsewhere.

import { pieces } from '../latex/operands.ts';
import type { Syntax } from '../latex/syntax.ts';
import type { Layouts } from './build.ts';
import { inner } from './walk.ts';

/** Beyond this many, nobody tries. */
const MOST = 3;

/** ⊗, vec and blocks: sizes multiply or add there. */
export const multipliesSizes = (s: Syntax): boolean =>
  s.kind === 'matrix' ||
  (s.kind === 'call' && /^(vec|vech|khatrirao|diag|Diag)$/.test(s.fn)) ||
  (s.kind === 'binary' && s.operator !== 'hadamard' && s.operator !== 'frobenius');

/** Whether the sides fit when every inner derivative is arranged in some layout; with many of them, or with ⊗, it may be. */
export const fitsArranged = (
  sides: readonly Syntax[],
  layouts: readonly Layouts[],
  fits: (arranged: ReadonlyMap<Syntax, Layouts>) => boolean,
): boolean => {
  const nested = sides.flatMap(side =>
    pieces(side).filter(piece => piece.kind === 'derivative' && piece !== inner(side)),
  );
  if (nested.length === 0) return false;
  if (nested.length > MOST || sides.some(s => pieces(s).some(multipliesSizes))) return true;
  const all = nested.reduce<[Syntax, Layouts][][]>(
    (found, piece) => found.flatMap(before => layouts.map(l => [...before, [piece, l] as [Syntax, Layouts]])),
    [[]],
  );
  return all.some(choice => fits(new Map(choice)));
};
