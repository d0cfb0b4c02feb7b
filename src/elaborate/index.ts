// document → claims: letters get shapes (declared, or inferred by unification over the whole document), definitions are put in,
// what varies is found, and every "=" that claims becomes a claim with its readings. Never throws on any document.

import { type Document, position } from '../document/document.ts';
import type { Layout } from '../expression/expression.ts';
import type { Syntax } from '../latex/syntax.ts';
import { applied } from './apply.ts';
import type { Claim, Elaborated, Listed, Understood } from './claim.ts';
import { claimsOf } from './claims.ts';
import { Dependence } from './dependence.ts';
import { Inference } from './infer.ts';
import { withoutParameters } from './parameter.ts';
import { type Letter, Scope } from './scope.ts';
import { Namer } from './unify.ts';
import { averaged, type Usage, usageOf } from './usage.ts';
import { movedLetters } from './varying.ts';
import { inner, pieces } from './walk.ts';

export interface ElaborateOptions {
  /** Forces one layout; by default every layout that could be meant is a reading. */
  readonly layout?: Layout | undefined;
}

/** Claims in the order of the text, with what was understood of every letter. */
export const elaborate = (written: Document, options: ElaborateOptions = {}): Elaborated => {
  const read = withoutParameters(written, new Scope(written));
  const first = new Scope(read);
  const document = applied(first, variablesOf(first));
  const scope = new Scope(document);
  const usage = usageOf(document);
  findFamilies(scope, usage);
  const inference = new Inference(scope, new Dependence(document, scope));
  const dimensions = dimensionNamesOf(scope);
  const namer = new Namer(scope.unifier, dimensions);
  const layout = options.layout ?? document.layout;
  const around = {
    scope,
    inference,
    namer,
    dimensions,
    variables: variablesOf(scope),
    moved: movedLetters(scope),
    forced: layout,
  };
  const claims: Claim[] = [];
  const listed: Listed[] = [];
  for (const p of document.passages) {
    const made = claimsOf(p, around);
    claims.push(...made.claims);
    listed.push(...made.listed);
  }
  for (const u of document.unreadable) claims.push(unread(document, u));
  claims.sort((a, b) => a.span.start - b.span.start);
  return {
    path: document.path,
    text: document.text,
    understood: scope.letters
      .filter(l => {
        const used = usage.bare.has(l.name) || usage.subscripted.has(l.name);
        return l.declaration || l.definition || (used && !dimensions.has(l.name));
      })
      .map(l => understood(l, around)),
    claims: withIds(document.path, claims),
    listed,
    problems: document.problems,
    layout,
  };
};

const unread = (document: Document, u: Document['unreadable'][number]): Claim => {
  const at = position(document.text, u.relation.start);
  const text = document.text.slice(u.span.start, u.span.end).replace(/\s+/g, ' ').trim();
  return {
    id: '',
    text,
    lhs: text,
    rhs: '',
    span: u.relation,
    whole: u.span,
    line: at.line,
    column: at.column,
    endLine: position(document.text, u.span.end).line,
    readings: [{ layout: null, kind: null, content: { unreadable: u.problem } }],
  };
};

/** "name-22-3": the document, the line, and which claim of the line, so that an edit elsewhere in the line order moves no other id. */
const withIds = (path: string, claims: readonly Claim[]): Claim[] => {
  const stem = (path.split('/').at(-1) ?? '').replace(/\.[^.]*$/, '') || 'stdin';
  const perLine = new Map<number, number>();
  return claims.map(c => {
    const count = (perLine.get(c.line) ?? 0) + 1;
    perLine.set(c.line, count);
    return { ...c, id: `${stem}-${c.line}-${count}` };
  });
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

/** Sizes that are written at 1_n, I_n and K_{mn}. */
const sizesIn = (scope: Scope, s: Syntax): readonly Syntax[] => {
  if (s.kind === 'constant' || s.kind === 'identity') return s.size;
  const commutation =
    s.kind === 'subscript' && s.of.kind === 'name' && s.of.name === 'K' && s.subscripts.length === 2;
  if (commutation && !scope.find('K', 'plain')) return s.subscripts;
  return s.kind === 'subscript' && s.subscripts.length === 1 && scope.halving(inner(s.of))
    ? s.subscripts
    : [];
};

/** What the document differentiates by: arguments of F(X), ∂/∂X, ∇_X, "with respect to X". */
const variablesOf = (scope: Scope): string[] => {
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

/** Undeclared letters that never stand without a subscript, and whose x_i is used as a vector: x_i is a column of one matrix. */
const findFamilies = (scope: Scope, usage: Usage): void => {
  for (const name of usage.vectorFamily) {
    const letter = scope.find(name, 'plain');
    if (letter && !letter.declaration && !letter.definition && !usage.bare.has(name))
      scope.makeFamily(letter);
  }
};

const understood = (
  l: Letter,
  around: { scope: Scope; namer: Namer; variables: readonly string[] },
): Understood => {
  const d = l.declaration;
  const role = d?.role;
  return {
    name: l.key,
    latex: l.latex,
    shape: d?.kind === 'function' && !l.definition ? null : around.namer.shape(l.shape),
    structure: d?.structure ?? [],
    how: l.definition ? 'defined' : d ? 'declared' : 'inferred',
    role:
      l.definition?.parameters.length || d?.kind === 'function'
        ? 'function'
        : role === 'ones' || role === 'zeros' || role === 'identity' || role === 'constant'
          ? role
          : around.variables.includes(l.key)
            ? 'variable'
            : null,
    line: position(around.scope.document.text, l.span.start).line,
  };
};
