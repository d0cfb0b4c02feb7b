// Definitions at other points: f(y) of a defined f(x), and D_y where D_x is defined, become the body with y put in for x.
//   everything else of the document stays as it is; spans are those of the place of use

import type { Document } from '../document/document.ts';
import type { Span, Syntax } from '../latex/syntax.ts';
import { type Definition, entryByDigits, labelled, type Scope } from './scope.ts';
import { inner, rewritten, withItems, withPassages } from './walk.ts';

/** How deep definitions may be applied in one another. */
const DEPTH = 12;

/** The document with every application at another point written out. */
export const applied = (scope: Scope, variables: readonly string[]): Document => {
  const { document } = scope;
  const change =
    (depth: number) =>
    (s: Syntax): Syntax | null => {
      if (s.kind === 'name') return entryByDigits(scope, s) ?? jacobian(scope, s, variables);
      const found =
        depth < DEPTH
          ? (gradientAt(scope, s) ??
            application(scope, s) ??
            namesake(scope, s) ??
            jacobian(scope, s, variables))
          : null;
      return found && { kind: 'group', of: rewritten(found, change(depth + 1)), span: s.span };
    };
  return withPassages(
    document,
    document.passages.map(p =>
      withItems(p, (item, i) =>
        i === 0 && scope.definitions.has(p.chain) ? item : rewritten(item, change(0)),
      ),
    ),
  );
};

/** f(y) with other arguments than the parameters of f. */
const application = (scope: Scope, s: Syntax): Syntax | null => {
  if (s.kind !== 'call' || s.primes > 0) return null;
  const definition = scope.find(s.fn, 'plain')?.definition;
  if (!definition?.parameters.length || definition.parameters.length !== s.args.length) return null;
  if (s.args.every((a, i) => scope.of(inner(a)) === definition.parameters[i])) return null;
  return instance(scope, definition, s.args, s.span);
};

/** ∇f(a) is the gradient by a of f(a), where f is defined and a is a letter. */
const gradientAt = (scope: Scope, s: Syntax): Syntax | null => {
  const call = s.kind === 'gradient' && s.by.length === 0 ? inner(s.of) : null;
  const at = call?.kind === 'call' && call.args.length === 1 ? inner(call.args[0]!) : null;
  const of = call && application(scope, call);
  if (s.kind !== 'gradient' || !of || at?.kind !== 'name' || scope.of(at)?.definition) return null;
  return { ...s, of: { kind: 'group', of, span: call.span }, by: [at] };
};

/** D_y where only D_x is defined, with x in its body. */
const namesake = (scope: Scope, s: Syntax): Syntax | null => {
  const own = labelled(scope, s);
  if (!own || s.kind !== 'subscript' || scope.find(own.name, own.font)?.definition) return null;
  const prefix = own.name.slice(0, own.name.lastIndexOf('_') + 1);
  for (const letter of scope.letters) {
    if (!letter.definition || !letter.name.startsWith(prefix)) continue;
    const label = scope.find(letter.name.slice(prefix.length), 'plain');
    if (label) return instance(scope, { ...letter.definition, parameters: [label] }, s.subscripts, s.span);
  }
  return null;
};

/** J_z of a defined vector z, where J has no meaning of its own: its Jacobian by the one variable, in numerator layout. */
const jacobian = (scope: Scope, s: Syntax, variables: readonly string[]): Syntax | null => {
  const label = /^J_(.+)$/u.exec(s.kind === 'name' ? s.name : '')?.[1];
  const of =
    label !== undefined && s.kind === 'name'
      ? { ...s, name: label, font: 'plain' as const }
      : s.kind === 'subscript' && s.of.kind === 'name' && s.of.name === 'J' && s.subscripts.length === 1
        ? s.subscripts[0]!
        : null;
  const known = of?.kind === 'name' ? scope.find(of.name, of.font) : null;
  const variable = scope.letters.find(l => l.key === variables[0]);
  if (!of || !known?.definition || !variable || variables.length > 1 || scope.find('J', 'plain')) return null;
  const { span } = s;
  const by: Syntax = { kind: 'name', name: variable.name, font: variable.font, latex: variable.latex, span };
  return {
    kind: 'derivative',
    of,
    by: [{ kind: 'transpose', of: by, prime: false, span }],
    partial: true,
    span,
  };
};

const instance = (scope: Scope, d: Definition, args: readonly Syntax[], at: Span): Syntax =>
  rewritten(d.body, piece => {
    const letter = piece.kind === 'name' ? scope.find(piece.name, piece.font) : null;
    const i = letter ? d.parameters.indexOf(letter) : -1;
    return i < 0 ? null : { kind: 'group', of: args[i]!, span: at };
  });
