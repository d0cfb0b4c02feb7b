// document → claims: letters get shapes (declared, or inferred by unification over the whole document), definitions are put in,
// what varies is found, and every "=" that claims becomes a claim with its readings. Never throws on any document.

import { type Document, position } from '../document/document.ts';
import type { Layout } from '../expression/expression.ts';
import { withBareApart } from './apart.ts';
import { applied } from './apply.ts';
import type { Claim, Elaborated, Listed, Understood } from './claim.ts';
import { claimsOf } from './claims.ts';
import { withSums } from './einstein.ts';
import { withObjective } from './objective.ts';
import { withoutParameters } from './parameter.ts';
import { type Letter, Scope } from './scope.ts';
import { surroundingsOf, variablesOf } from './surroundings.ts';
import type { Namer } from './unify.ts';

export interface ElaborateOptions {
  /** Forces one layout; by default every layout that could be meant is a reading. */
  readonly layout?: Layout | undefined;
}

/** Claims in the order of the text, with what was understood of every letter. */
export const elaborate = (written: Document, options: ElaborateOptions = {}): Elaborated => {
  const named = withObjective(withSums(withBareApart(written)));
  const own = new Scope(named);
  const read = withoutParameters(named, own);
  const first = read === named ? own : new Scope(read);
  const document = applied(first, variablesOf(first));
  const layout = options.layout ?? document.layout;
  const around = surroundingsOf(document, layout);
  const { scope, dimensions, usage } = around;
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
    claims: withIds(
      document.path,
      claims.filter(c => !c.orListed),
    ),
    conditions: withIds(
      document.path,
      claims.filter(c => c.orListed),
      'c',
    ),
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
const withIds = (path: string, claims: readonly Claim[], mark = ''): Claim[] => {
  const stem = (path.split('/').at(-1) ?? '').replace(/\.[^.]*$/, '') || 'stdin';
  const perLine = new Map<number, number>();
  return claims.map(c => {
    const count = (perLine.get(c.line) ?? 0) + 1;
    perLine.set(c.line, count);
    return { ...c, id: `${stem}-${c.line}-${mark}${count}` };
  });
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
