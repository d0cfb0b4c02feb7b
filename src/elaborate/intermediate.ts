// ∂f/∂z of a z that the text defines, z = By: f as a function of z. So z is a letter of its own in such a claim; where the rest of the
// claim goes on into the definition, or δ = ∂f/∂z stands in it, z is By + z₀, at every z₀, which says more: true, it makes the claim true, and false it shows nothing.

import { pieces } from '../latex/operands.ts';
import type { Syntax } from '../latex/syntax.ts';
import { lettersIn } from './doubts.ts';
import { restsOn } from './losses.ts';
import type { Letter, Scope } from './scope.ts';
import { inner } from './walk.ts';

/** What stands for a defined letter below ∂: itself, or its definition with a letter of its own added. */
export type Freed = ReadonlyMap<Letter, 'itself' | 'shifted'>;

export const freedIn = (scope: Scope, sides: readonly Syntax[]): Freed => {
  const found = new Set<Letter>();
  const bodies = lettersIn(scope, sides).flatMap(l => (l.definition ? [l.definition.body] : []));
  for (const written of [...sides, ...bodies])
    for (const piece of pieces(written)) {
      if (piece.kind !== 'derivative' && piece.kind !== 'gradient') continue;
      const of = scope.of(inner(piece.of));
      for (const by of piece.by) {
        const letter = below(scope, by);
        if (letter && !(of?.opaque && scope.of(of.opaque) === letter)) found.add(letter);
      }
    }
  if (found.size === 0) return new Map();
  const visible = lettersIn(scope, sides, found);
  return new Map(
    [...found].map(l => [l, visible.some(other => restsOn(scope, l, other)) ? 'shifted' : 'itself']),
  );
};

/** The defined letter that is differentiated by; no function, and no other name of vec X. */
const below = (scope: Scope, by: Syntax): Letter | null => {
  const s = inner(by);
  if (s.kind === 'subscript' || s.kind === 'transpose') return below(scope, s.of);
  const letter = s.kind === 'name' ? scope.find(s.name, s.font) : null;
  const body = letter?.definition && inner(letter.definition.body);
  if (!body || letter.definition!.parameters.length || letter.family) return null;
  return body.kind === 'call' && body.fn === 'vec' ? null : letter;
};

/** Why a refutation with these letters freed may show nothing. */
export const freedDoubts = (scope: Scope, freed: Freed): string[] =>
  [...freed]
    .filter(([l, how]) => how === 'shifted' || !isOnto(scope, l))
    .map(([l]) => `${l.name} is defined, and it is judged for every ${l.name}`);

/** Takes every value as its letters vary: Ax, XW, Wx + b. */
const isOnto = (scope: Scope, l: Letter): boolean => {
  const free = (s: Syntax): boolean => {
    const of = inner(s);
    if (of.kind === 'transpose') return free(of.of);
    const letter = of.kind === 'name' ? scope.find(of.name, of.font) : null;
    return !!letter && !letter.definition && !letter.declaration?.structure.length && !letter.family;
  };
  const names = (s: Syntax): string[] => pieces(s).flatMap(p => (p.kind === 'name' ? [p.name] : []));
  const body = inner(l.definition!.body);
  const once = (s: Syntax): boolean =>
    names(s).every(n => names(body).filter(other => other === n).length === 1);
  if (body.kind === 'product') return body.factors.length === 2 && body.factors.every(free) && once(body);
  return body.kind === 'sum' && body.terms.some(t => free(t.of) && once(t.of));
};
