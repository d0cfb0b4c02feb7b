// What varies under a d, claim by claim.

import type { Passage, Problem } from '../document/document.ts';
import { pieces } from '../latex/operands.ts';
import type { Syntax } from '../latex/syntax.ts';
import type { Letter, Scope } from './scope.ts';
import { isSpectral } from './spectral.ts';
import type { Surroundings } from './surroundings.ts';
import type { Usage } from './usage.ts';
import { inner } from './walk.ts';

interface Varying {
  readonly keys: readonly string[];
  /** Taken as constant because no d stands before them, though the text does not say so. */
  readonly assumed: readonly string[];
  /** Something is differentiated, and nothing says what varies in it. */
  readonly unsaid: boolean;
}

/** The x of d(xᵀ) and of d vec(x). */
const movedIn = (s: Syntax): Syntax => {
  const of = inner(s);
  if (of.kind === 'transpose') return movedIn(of.of);
  return of.kind === 'call' && of.fn === 'vec' && of.args.length === 1 ? movedIn(of.args[0]!) : of;
};

/** The X of an x that is vec X, or an eigenvector of X. */
const unvectorized = (l: Letter | null, scope: Scope): Letter | null => {
  const body = l?.definition?.body;
  const isOfOne = body?.kind === 'call' && (body.fn === 'vec' || isSpectral(body.fn));
  return isOfOne ? scope.of(body.args[0]!) : l;
};

/** The letter directly behind a d, if it may vary: f of df = …, which stands nowhere else, is a function of which nothing is said. */
const movedBy = (s: Syntax, scope: Scope, usage: Usage): Letter | null => {
  if (s.kind !== 'differential') return null;
  const of = movedIn(s.of);
  const isOfAll = of.kind === 'subscript' && scope.spectral.some(l => l === scope.of(of.of));
  const letter = unvectorized(scope.of(isOfAll ? of.of : of), scope);
  if (!letter || letter.definition || letter.declaration?.role === 'constant') return null;
  return letter.declaration || usage.standing.has(letter.name) ? letter : null;
};
/** By key, where letters stand directly behind a d. */
export const movedLetters = (scope: Scope, usage: Usage): Map<string, number[]> => {
  const places = new Map<string, number[]>();
  for (const p of scope.document.passages)
    for (const item of p.chain.items)
      for (const piece of pieces(item)) {
        const key = movedBy(piece, scope, usage)?.key;
        if (key) places.set(key, [...(places.get(key) ?? []), piece.span.start]);
      }
  return places;
};

/** Letters whose differentials vary here: those the document differentiates by, if a d reaches one, else those behind a d. */
export const varyingIn = (p: Passage, around: Surroundings): Varying => {
  const { scope, variables } = around;
  const reached = new Set<Letter>();
  const behind = new Set<string>();
  const reach = (s: Syntax): void => {
    for (const piece of pieces(s)) {
      const letter = piece.kind === 'call' ? scope.find(piece.fn, 'plain') : scope.of(piece);
      if (!letter || reached.has(letter)) continue;
      reached.add(letter);
      if (letter.definition) reach(letter.definition.body);
    }
  };
  for (const item of p.chain.items)
    for (const piece of pieces(item)) {
      if (piece.kind !== 'differential') continue;
      reach(piece.of);
      const letter = movedBy(piece, scope, around.usage);
      if (letter) behind.add(letter.key);
    }
  for (const l of reached) if (l.declaration?.role === 'variable') behind.add(l.key);
  const byDocument = [...reached].some(l => variables.includes(l.key)) || behind.size === 0;
  const keys = byDocument ? [...variables] : [...behind];
  const open = [...reached].filter(
    l =>
      !l.definition &&
      l.declaration?.kind !== 'function' &&
      !l.declaration?.role &&
      !around.dimensions.has(l.name),
  );
  const assumed = byDocument ? [] : open.filter(l => !behind.has(l.key)).map(l => l.name);
  return { keys, assumed, unsaid: open.length > 0 && keys.length === 0 };
};

export const nothingVaries = (at: Syntax['span']): Problem => ({
  severity: 'error',
  code: 'A041',
  message: 'a differential is taken, and nothing says what varies',
  span: at,
  expected: 'a dX, F(X), or "with respect to X" somewhere in the text',
  fix: 'say what varies, or that the letters are constant',
});
