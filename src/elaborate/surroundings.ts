// What is known of a document before its claims are read: letters with shapes, sizes, and what varies.

import type { Document } from '../document/document.ts';
import type { Layout } from '../expression/expression.ts';
import { pieces } from '../latex/operands.ts';
import type { Syntax } from '../latex/syntax.ts';
import { Dependence } from './dependence.ts';
import { Inference } from './infer.ts';
import { findLosses } from './losses.ts';
import { type Letter, Scope } from './scope.ts';
import { Namer } from './unify.ts';
import { averaged, type Usage, usageOf } from './usage.ts';
import { movedLetters } from './varying.ts';
import { inner } from './walk.ts';
import { wholeNumbersOf } from './whole.ts';

export interface Surroundings {
  readonly scope: Scope;
  readonly inference: Inference;
  readonly namer: Namer;
  readonly dimensions: ReadonlySet<string>;
  /** Letters in exponents that stand for any whole number. */
  readonly wholes: ReadonlySet<string>;
  /** Letters that the document differentiates by. */
  readonly variables: readonly string[];
  readonly usage: Usage;
  /** By key, where letters stand directly behind a d. */
  readonly moved: ReadonlyMap<string, readonly number[]>;
  readonly forced: Layout | null;
}

export const surroundingsOf = (document: Document, forced: Layout | null): Surroundings => {
  const scope = new Scope(document);
  const usage = usageOf(document);
  findFamilies(scope, usage);
  findLosses(scope, usage);
  for (const of of usage.turned.values()) scope.letter(of.name, of.font, of.latex, of.span).turned = true;
  const dimensions = dimensionNamesOf(scope);
  const wholes = wholeNumbersOf(document, scope, dimensions);
  const inference = new Inference(scope, new Dependence(document, scope), wholes);
  const namer = new Namer(scope.unifier, dimensions);
  const [variables, moved] = [variablesOf(scope), movedLetters(scope, usage)];
  return { scope, inference, namer, dimensions, wholes, variables, usage, moved, forced };
};

/** Names that stand for sizes: in declarations, and as sizes of identities and ones. */
const dimensionNamesOf = (scope: Scope): Set<string> => {
  const names = new Set<string>();
  for (const d of scope.document.declarations) {
    if (d.kind === 'dimension') names.add(d.name);
    for (const f of [...(d.rows ?? []), ...(d.cols ?? [])]) if (typeof f === 'string') names.add(f);
  }
  for (const p of scope.document.passages)
    for (const item of p.chain.items)
      for (const piece of pieces(item)) {
        for (const size of sizesIn(scope, piece))
          for (const part of pieces(size)) if (part.kind === 'name') names.add(part.name);
        const size = averaged(piece)?.size;
        const letter = size && scope.find(size.name, size.font);
        if (size && !letter?.declaration && !letter?.definition) names.add(size.name);
      }
  return names;
};

/** Sizes that are written at 1_n, I_n, K_{mn} and vec⁻¹_{m,n}. */
const sizesIn = (scope: Scope, s: Syntax): readonly Syntax[] => {
  if (s.kind === 'constant' || s.kind === 'identity') return s.size;
  if (s.kind === 'call' && s.fn === 'unvec') return s.args.slice(1);
  const commutation =
    s.kind === 'subscript' && s.of.kind === 'name' && s.of.name === 'K' && s.subscripts.length === 2;
  if (commutation && !scope.find('K', 'plain')) return s.subscripts;
  return s.kind === 'subscript' && s.subscripts.length === 1 && scope.halving(inner(s.of))
    ? s.subscripts
    : [];
};

/** What the document differentiates by: arguments of F(X), ∂/∂X, ∇_X, "with respect to X". */
export const variablesOf = (scope: Scope): string[] => {
  const keys = new Set<string>();
  const add = (l: Letter | null): void => {
    if (!l || l.declaration?.role === 'constant') return;
    if (!l.definition) keys.add(l.key);
    else if (l.definition.body.kind === 'call' && l.definition.body.fn === 'vec')
      add(scope.of(l.definition.body.args[0]!));
  };
  for (const name of scope.document.variables) add(scope.find(name, 'plain'));
  for (const l of scope.letters) for (const parameter of l.definition?.parameters ?? []) add(parameter);
  for (const p of scope.document.passages)
    for (const item of p.chain.items)
      for (const piece of pieces(item)) {
        if (piece.kind !== 'derivative' && piece.kind !== 'gradient') continue;
        for (const by of piece.by)
          for (const part of pieces(by)) if (part.kind === 'name') add(scope.find(part.name, part.font));
      }
  return [...keys];
};

/**
 * Letters that never stand without a subscript, and whose x_i is said to be a vector, or used as one: x_i is a column of one matrix.
 * e_i, D_n and L_n are not.
 */
const findFamilies = (scope: Scope, usage: Usage): void => {
  for (const m of scope.document.members ?? []) if (!usage.bare.has(m.family.name)) scope.makeMembers(m);
  for (const [name, of] of usage.vectorFamily) {
    if (name === 'e' || scope.halving(of)) continue;
    const { font, latex, span } = of;
    const letter = scope.letter(name, font, latex, span);
    if (!letter.declaration && !letter.definition && !usage.bare.has(name)) scope.makeFamily(letter);
  }
  for (const l of scope.letters)
    if (l.declaration?.family && !l.family && !usage.bare.has(l.name)) scope.makeFamily(l);
};
