// Idioms of notation, put in plain terms before anything is made of the formulas: entries a_{ij} of A, iterates x_k and x_{k+1},
// densities under their logarithm, derivatives by time as dots.

import { pieces } from '../latex/operands.ts';
import { FUNCTIONS_BY_WORD } from '../latex/symbols.ts';
import type { Chain, Syntax } from '../latex/syntax.ts';
import type { Declaration } from './document.ts';
import { rewrite } from './rewrite.ts';

type Name = Extract<Syntax, { kind: 'name' }>;
type Change = (s: Syntax) => Syntax;

export const namesOf = (chains: readonly Chain[]): Name[] =>
  piecesIn(chains).filter((s): s is Name => s.kind === 'name');
const piecesIn = (chains: readonly Chain[]): Syntax[] => chains.flatMap(c => c.items.flatMap(pieces));

/** What puts a chain of the document in plain terms. */
export const plainly = (
  chains: readonly Chain[],
  declarations: readonly Declaration[],
): ((chain: Chain) => Chain) => {
  const changes = [entriesIn, iteratesIn, densitiesIn, dotsIn].map(idiom => idiom(chains, declarations));
  const change: Change = s => changes.reduce((made, next) => next(made), s);
  return chain => ({ ...chain, items: chain.items.map(item => rewrite(item, change)) });
};

/** Letters that stand without a subscript, or are declared. */
const bareIn = (chains: readonly Chain[], declarations: readonly Declaration[]): Set<string> => {
  const below = new Set(piecesIn(chains).flatMap(s => (s.kind === 'subscript' ? [s.of] : [])));
  const bare = namesOf(chains).flatMap(n => (below.has(n) ? [] : [n.name]));
  return new Set([...bare, ...declarations.map(d => d.name)]);
};

/** a_{ij} is an entry of A where A is a letter of the text and a stands nowhere else. */
const entriesIn = (chains: readonly Chain[], declarations: readonly Declaration[]): Change => {
  const bare = bareIn(chains, declarations);
  const capitals = new Map<string, Pick<Name, 'name' | 'font' | 'latex'>>();
  for (const n of [...declarations, ...namesOf(chains).toReversed()])
    if (/^\p{Lu}$/u.test(n.name)) capitals.set(n.name, n);
  for (const d of declarations) if (capitals.has(d.name)) capitals.set(d.name, d);
  return s => {
    if (s.kind !== 'subscript' || s.subscripts.length !== 2 || s.of.kind !== 'name') return s;
    const { name, span } = s.of;
    const capital = /^[a-z]$/.test(name) && !bare.has(name) ? capitals.get(name.toUpperCase()) : undefined;
    if (!capital) return s;
    return { ...s, of: { kind: 'name', span, name: capital.name, font: capital.font, latex: capital.latex } };
  };
};

/** c_t beside c_{t−1}, a^{(l)} beside a^{(l−1)}: letters of their own, where no sum runs over t; and so is x_k beside x_{k+1}, where x is not declared. */
const iteratesIn = (chains: readonly Chain[], declarations: readonly Declaration[]): Change => {
  const bare = bareIn(chains, declarations);
  const bound = new Set(piecesIn(chains).flatMap(s => (s.kind === 'summation' ? s.indices : [])));
  const said = new Set(declarations.map(d => d.name));
  const shifted = new Set<string>();
  const marks = new Map<string, (at: string) => string>();
  for (const { name } of namesOf(chains)) {
    const [, base, below, above] = /^(.+?)(?:_(\p{Ll})|\^\((\p{Ll}))[+-]1\)?$/u.exec(name) ?? [];
    if (base && !said.has(base)) shifted.add(base);
    if (below && !bound.has(below)) marks.set(below, at => `_${at}`);
    if (above && !bound.has(above)) marks.set(above, at => `^(${at})`);
  }
  return s => {
    const [at, ...more] = s.kind === 'subscript' ? s.subscripts : [];
    if (s.kind !== 'subscript' || s.of.kind !== 'name' || at?.kind !== 'name' || more.length > 0) return s;
    const mark = marks.get(at.name);
    if (!mark || (bare.has(s.of.name) && !shifted.has(s.of.name))) return s;
    const label = mark(at.name);
    return {
      ...s.of,
      name: s.of.name + label,
      latex: s.of.latex + label.replace(/\((.*)\)/, '{($1)}'),
      span: s.span,
    };
  };
};

const KNOWN: ReadonlySet<string> = new Set(FUNCTIONS_BY_WORD.values());
const isKnown = (fn: string): boolean => KNOWN.has(fn);
/** log p(y | θ) = …, of a p that stands nowhere else: a function with that name. */
const densitiesIn = (chains: readonly Chain[]): Change => {
  const inside = (s: Syntax | undefined): Extract<Syntax, { kind: 'call' }> | null => {
    const of = s?.kind === 'group' ? s.of : s;
    return of?.kind === 'call' && of.primes === 0 && !isKnown(of.fn) ? of : null;
  };
  const logOf = (s: Syntax): Extract<Syntax, { kind: 'call' }> | null =>
    s.kind === 'call' && s.fn === 'log' && s.args.length === 1 ? inside(s.args[0]) : null;
  const defined = new Set(
    chains.flatMap(c => (c.relations[0]?.sign === '=' ? (logOf(c.items[0]!)?.fn ?? []) : [])),
  );
  const under = new Set(piecesIn(chains).flatMap(s => logOf(s) ?? []));
  for (const s of piecesIn(chains)) if (s.kind === 'call' && !under.has(s)) defined.delete(s.fn);
  return s => {
    const of = logOf(s);
    return of && defined.has(of.fn) ? { ...of, fn: `log ${of.fn}`, span: s.span } : s;
  };
};

/** Ȧ is dA/dt where the text differentiates by t and says nothing else of Ȧ. */
const dotsIn = (chains: readonly Chain[]): Change => {
  const below = new Set(
    piecesIn(chains).flatMap(s =>
      s.kind === 'derivative' ? s.by.map(by => (by.kind === 'name' ? by.name : '')) : [],
    ),
  );
  const [by] = below;
  const heads = new Set(chains.flatMap(c => (c.items[0]?.kind === 'name' ? [c.items[0].name] : [])));
  if (below.size !== 1 || !by || !/^[a-z]$/.test(by)) return s => s;
  return s => {
    const base = s.kind === 'name' ? /^(\p{L})\u0307$/u.exec(s.name.normalize('NFD'))?.[1] : undefined;
    if (s.kind !== 'name' || !base || heads.has(s.name)) return s;
    const latex = s.latex.replace(/^\\dot\s*\{?(.*?)\}?$/, '$1');
    const time: Name = { kind: 'name', name: by, font: 'plain', latex: by, span: s.span };
    return { kind: 'derivative', of: { ...s, name: base, latex }, by: [time], partial: false, span: s.span };
  };
};
