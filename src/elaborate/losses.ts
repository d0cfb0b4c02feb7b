// ∂L/∂Y of a loss L that nothing defines, as notes on networks write it: L is a scalar function of the last Y that the text defines, and
// of everything else through Y only. Then ∂L/∂Y is an array of its own, and ∂L/∂X follows from it.

import { pieces } from '../latex/operands.ts';
import type { Syntax } from '../latex/syntax.ts';
import type { Letter, Scope } from './scope.ts';
import type { Usage } from './usage.ts';
import { inner } from './walk.ts';

/** Gives every such L what it is a function of. */
export const findLosses = (scope: Scope, usage: Usage): void => {
  const below = new Map<Letter, Map<Letter, Syntax>>();
  for (const p of scope.document.passages)
    for (const item of p.chain.items)
      for (const piece of pieces(item)) {
        if (piece.kind !== 'derivative' && piece.kind !== 'gradient') continue;
        const of = scope.of(piece.of);
        if (!of || !isOpen(of, usage)) continue;
        const known = below.get(of) ?? new Map<Letter, Syntax>();
        for (const by of piece.by) {
          const name = nameBelow(by);
          const letter = name && scope.of(name);
          if (letter) known.set(letter, name);
        }
        below.set(of, known);
      }
  for (const [loss, letters] of below) {
    const last = [...letters].find(
      ([l]) => l.definition && [...letters.keys()].every(other => other === l || restsOn(scope, l, other)),
    );
    if (!last) continue;
    loss.opaque = last[1];
    loss.shape = { rows: [], cols: [] };
  }
};

/** Stands behind d and ∂ only, and nothing says what it is, or only that it is a scalar or a function. */
const isOpen = (l: Letter, usage: Usage): boolean =>
  !l.definition &&
  !l.opaque &&
  !usage.standing.has(l.name) &&
  (!l.declaration || l.declaration.kind === 'scalar' || l.declaration.kind === 'function');

const nameBelow = (by: Syntax): Syntax | null => {
  const of = inner(by);
  if (of.kind === 'name') return of;
  return of.kind === 'subscript' || of.kind === 'transpose' ? nameBelow(of.of) : null;
};

/** One letter stands in the definition of another, or in that of a letter there. */
export const restsOn = (scope: Scope, l: Letter, other: Letter): boolean => {
  const seen = new Set<Letter>();
  const visit = (of: Letter): boolean => {
    if (of === other) return true;
    if (seen.has(of) || !of.definition) return false;
    seen.add(of);
    return pieces(of.definition.body).some(piece => {
      const name = piece.kind === 'name' ? scope.find(piece.name, piece.font) : null;
      const called = piece.kind === 'call' ? scope.find(piece.fn, 'plain') : null;
      return [name, called].some(letter => letter && visit(letter));
    });
  };
  return l !== other && visit(l);
};
