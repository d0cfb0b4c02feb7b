// Formulas → passages: every region is parsed, and each chain gets the role that its sentence and its form give it.
//   a display that begins with a relation goes on from the last item of the display before
//   "∈ ℝⁿ" and the like declare and are no passages · what is displayed and cannot be read is listed, never dropped

import type { Layout } from '../expression/expression.ts';
import type { Conventions, Letters, ParsedChain, ParsedRegion } from '../latex/contract.ts';
import { pieces } from '../latex/operands.ts';
import type { Problem } from '../latex/problem.ts';
import type { Chain, Span, Syntax } from '../latex/syntax.ts';
import type { Declaration, Document, Passage } from './document.ts';
import { type Eigenpair, eigenpairsOf, lettersOf } from './eigenpairs.ts';
import { plainly } from './idioms.ts';
import { isImplied } from './implied.ts';
import { halves, headName, Knowledge } from './knowledge.ts';
import type { Letter } from './labels.ts';
import { leadAt, leadInside } from './lead.ts';
import { type Listing, listingsIn } from './listed.ts';
import type { Members } from './members.ts';
import { oriented } from './oriented.ts';
import { from, parts, rest, upTo } from './parts.ts';
import type { Atom } from './prose.ts';
import type { Region } from './regions.ts';
import { differentiated, type RoleState, roleOf, type Verdict } from './roles.ts';
import { fits, isSaid, SUPPOSING, type Supposed, supposedIn } from './supposed.ts';

export type Parse = (span: Span, context: { letters: Letters; conventions: Conventions }) => ParsedRegion;

interface Source {
  readonly text: string;
  readonly atoms: readonly Atom[];
  readonly variables: readonly string[];
  readonly declarations: readonly Declaration[];
  /** Letters whose subscripts name blocks, not entries. */
  readonly blocks: ReadonlySet<string>;
  /** Letters over the complex numbers, of which nothing is judged. */
  readonly complex: ReadonlySet<string>;
  readonly members: readonly Members[];
  readonly layouts: readonly { readonly layout: Layout; readonly from: number }[];
  readonly parse: (span: Span) => ParsedRegion;
  /** Letters that a formula which could not be parsed would have defined. */
  readonly lost: (span: Span) => readonly string[];
}
export interface Passages {
  readonly passages: readonly Passage[];
  /** Definitions that give another meaning to a letter in use. */
  readonly fresh: ReadonlySet<Passage>;
  readonly unreadable: Document['unreadable'];
  readonly problems: readonly Problem[];
  /** What equations suppose letters to be like, before anything is claimed of them. */
  readonly supposed: readonly Supposed[];
  /** What lists say of letters. */
  readonly listings: readonly Listing[];
  readonly eigenpairs: readonly Eigenpair[];
}

interface Read {
  readonly region: Region;
  readonly at: number;
  parsed: ParsedRegion;
  /** Holds "x, y ∈ ℝⁿ". */
  readonly declares: boolean;
}

export const passagesOf = (source: Source): Passages => {
  const passages: Passage[] = [];
  const fresh = new Set<Passage>();
  const unreadable: Document['unreadable'][number][] = [];
  const problems: Problem[] = [];
  const supposed: Supposed[] = [];
  const reads: Read[] = [];
  source.atoms.forEach((atom, at) => {
    if (atom.kind !== 'math' || !atom.region) return;
    const { region, form } = atom;
    if (region.broken) {
      unreadable.push({ span: region.outer, relation: region.broken.span, problem: region.broken });
      return;
    }
    const silent =
      (form.kind === 'names' && !form.structure) ||
      form.kind === 'size' ||
      form.kind === 'space' ||
      form.kind === 'operator' ||
      form.kind === 'signature' ||
      (form.kind === 'members' &&
        !/∈|\\in\b/.test(source.text.slice(region.content.start, region.content.end)));
    const map = form.kind === 'signature' ? mapping(source, form.letter, region.content) : null;
    if (map)
      reads.push({
        region,
        at,
        declares: false,
        parsed: { chains: [{ chain: map, lead: '' }], failures: [], problems: [] },
      });
    if (silent) return;
    const parsed = source.parse(region.content);
    const declares = form.kind === 'members';
    reads.push({ region, at, parsed, declares });
    const text = source.text.slice(region.content.start, region.content.end);
    if (region.display && RELATION.test(text.replace(SCRIPT, '')) && !isHeard(source.text, parsed))
      unreadable.push({
        span: region.content,
        relation: region.content,
        problem: parsed.failures[0]?.problem ?? notHeard(region.content),
      });
    for (const f of parsed.failures) {
      const related = RELATION.test(source.text.slice(f.span.start, f.span.end));
      if (declares && !/=/.test(source.text.slice(f.span.start, f.span.end))) continue;
      if (related && (region.display || /=/.test(source.text.slice(f.span.start, f.span.end))))
        unreadable.push(f);
      else if (region.display) problems.push({ ...f.problem, severity: 'warning' });
    }
    problems.push(...parsed.problems.filter(p => region.display || p.severity !== 'error'));
  });
  const plain = plainly(
    reads.flatMap(r => r.parsed.chains.map(c => c.chain)),
    source.declarations,
  );
  for (const r of reads) {
    const chains = r.parsed.chains.map(c => ({ ...c, chain: plain(c.chain) }));
    r.parsed = { ...r.parsed, chains };
  }
  const said = reads.flatMap(r => r.parsed.chains.flatMap(c => parts(c.chain)));
  const listings = listingsIn(said, source.members);
  const known = new Knowledge(
    [...source.declarations, ...[...listings.values()].flatMap(l => l.declaration ?? [])],
    source.variables,
    reads.flatMap(r => r.parsed.chains.map(c => c.chain)),
    halves(source.text),
    [...source.members, ...[...listings.values()].flatMap(l => l.members ?? [])],
  );
  const eigen = eigenpairsOf(
    source.text,
    source.atoms,
    reads.flatMap(({ at, region, parsed }) =>
      parsed.chains.map(({ chain }) => ({ chain, ...leadAt(source.atoms, at, region.display) })),
    ),
    name => known.variables?.has(name) ?? false,
  );
  for (const { of, ...letters } of eigen.pairs)
    for (const { name } of lettersOf({ of, ...letters })) known.means(name, of);
  known.tie(reads.flatMap(r => r.parsed.failures).flatMap(f => source.lost(f.span)));
  const state: RoleState = { point: null, local: null };
  let last: { item: Syntax; role: Passage['role'] } | null = null;
  for (const { region, at, parsed, declares } of reads) {
    let lead = leadAt(source.atoms, at, region.display);
    const layout = source.layouts.findLast(l => l.from < region.outer.start)?.layout;
    const basic = (of: Chain, as: Passage['role']): Passage => ({
      span: of.span,
      display: region.display,
      chain: of,
      role: as,
      scope: 0,
      ...(layout && { layout }),
    });
    let first = true;
    let step = false;
    for (const [k, { chain: raw, lead: own }] of parsed.chains.entries()) {
      const differentiates = raw.items.some(differentiated);
      const implied = isImplied(source.atoms, at, parsed.chains, k, { last: step, own: differentiates });
      step = differentiates;
      if (!first || own) lead = leadInside(lead, own.replace('continues', '').trim());
      first = false;
      const chain = continued(own, raw, last?.item ?? null);
      if (!chain) {
        const relation = raw.relations[0]?.span ?? raw.span;
        unreadable.push({ span: raw.span, relation, problem: nothingBefore(relation) });
        continue;
      }
      if (declares && chain.relations.length === 0) continue;
      const made = (of: Chain, as: Passage['role']): Passage => ({
        ...basic(of, as),
        ...(implied && { implied }),
        ...(as === 'condition' && SUPPOSED.test(lead.governor) && { supposed: true }),
      });
      const given = (of: Chain): void => {
        passages.push({ ...made(of, 'condition'), used: true });
        known.read(of, 'condition');
      };
      const parted = parts(chain).flatMap(of => {
        if (!listings.has(of.items[1]!) && !isDependence(of)) return oriented(of, lead, known);
        given(upTo(of, 1));
        return rest(of);
      });
      for (const part of parted) {
        const unit = supposedIn(part)?.structure === 'unit' ? supposedIn(part)!.name : null;
        const isOfEigenvector = eigen.pairs.some(p => lettersOf(p).some(l => l.name === unit));
        if (eigen.chains.has(raw) || (isOfEigenvector && !region.display)) {
          given(part);
          continue;
        }
        const refused = refusalOf(part, source);
        if (refused) {
          const relation = part.relations[0]?.span ?? part.span;
          unreadable.push({ span: part.span, relation, problem: refused });
          continue;
        }
        const {
          role,
          anew,
          ties = [],
        }: Verdict = goesOn(own) && last && last.role !== 'mention'
          ? { role: continuing(last.role), anew: false }
          : roleOf(part, region.display, lead, state, known);
        const like = role === 'condition' ? supposedIn(part) : null;
        const declaration = like && source.declarations.find(d => d.name === like.name);
        const within = ({ span }: Declaration): boolean =>
          part.span.start <= span.start && span.end <= part.span.end;
        const isKnown =
          like && (isSaid(like, declaration) || source.declarations.some(d => within(d) && isSaid(like, d)));
        const supposes =
          like &&
          declaration &&
          SUPPOSING.test(lead.governor) &&
          fits(like.structure, declaration) &&
          !known.claimed(like.name);
        if ((isKnown || supposes) && !known.moves(like.name)) {
          if (!isKnown) supposed.push(like);
          if (state.local?.start === lead.start) state.local = null;
          given(part);
          continue;
        }
        known.tie(ties);
        step ||= role === 'define';
        const definition = made(upTo(part, 1), role);
        if (anew) fresh.add(definition);
        if (role === 'define' && part.relations.length > 1)
          passages.push(definition, made(from(part, 1), 'claim'));
        else passages.push(role === 'define' ? definition : made(part, role));
        known.read(part, role);
        if (region.display) last = { item: part.items.at(-1)!, role };
      }
    }
  }
  return {
    passages,
    fresh,
    unreadable,
    problems,
    supposed,
    listings: [...listings.values()],
    eigenpairs: eigen.pairs,
  };
};

/** Under these an equation is supposed, and follows from nothing said before. */
const SUPPOSED = /^(if|when|whenever|unless|case|suppose|assume|assuming|provided)$/;
/** A relation of the region came out, or a failure that holds one. */
const isHeard = (text: string, { chains, failures }: ParsedRegion): boolean =>
  chains.some(c => c.chain.relations.length > 0) ||
  failures.some(f => RELATION.test(text.slice(f.span.start, f.span.end)));
const notHeard = (span: Span): Problem => ({
  severity: 'error',
  code: 'P093',
  message: 'there is a relation in this display, and it was not understood',
  span,
  fix: 'write it as left side = right side',
});
/** The i = 1 of a sum is no relation of the display. */
const SCRIPT = /[_^]\s*\{[^{}]*\}/g;
const RELATION =
  /[=≈≡≤≥<>∝]|\\(?:approx|equiv|leq?|geq?|neq?|propto|doteq|triangleq|iff|implies|Leftrightarrow)\b/;
const continuing = (role: Passage['role']): Passage['role'] => (role === 'define' ? 'claim' : role);

const goesOn = (own: ParsedChain['lead']): boolean => /\bcontinues$/.test(own);
const continued = (own: ParsedChain['lead'], chain: Chain, last: Syntax | null): Chain | null => {
  if (!goesOn(own)) return chain;
  if (!last) return null;
  const rest = chain.items.length > chain.relations.length ? chain.items.slice(1) : chain.items;
  return { ...chain, items: [last, ...rest] };
};
const nothingBefore = (span: Span): Problem => ({
  severity: 'error',
  code: 'P090',
  message: 'this display begins with a relation, and there is no display before that it could go on from',
  span,
  fix: 'write the left side',
});

const blockIn = (chain: Chain, blocks: ReadonlySet<string>): Syntax | undefined =>
  blocks.size === 0
    ? undefined
    : chain.items
        .flatMap(pieces)
        .find(p => p.kind === 'subscript' && p.of.kind === 'name' && blocks.has(p.of.name));
/** What a chain is about is not read at all. */
const refusalOf = (chain: Chain, { blocks, complex }: Source): Problem | null => {
  const block = blockIn(chain, blocks);
  if (block) return ofBlocks(block);
  if (complex.size === 0) return null;
  const letter = chain.items.flatMap(pieces).find(p => p.kind === 'name' && complex.has(p.name));
  return letter ? ofComplex(letter) : null;
};
const ofComplex = ({ span }: Syntax): Problem => ({
  severity: 'error',
  code: 'P092',
  message: 'complex numbers are not read: transposes and derivatives mean other things there',
  span,
  fix: 'state it for real matrices, or for real and imaginary parts',
});
const ofBlocks = ({ span }: Syntax): Problem => ({
  severity: 'error',
  code: 'P091',
  message: 'blocks of a matrix are not read by their indices',
  span,
  fix: 'give each block a letter of its own',
});

/** F: X ↦ AXB as F(X) = AXB. */
const mapping = (source: Source, letter: Letter, content: Span): Chain | null => {
  const arrow = /\\mapsto(?![a-zA-Z])|↦/g;
  arrow.lastIndex = content.start;
  const sign = arrow.exec(source.text);
  if (!sign || sign.index >= content.end) return null;
  const [start, end] = [sign.index, sign.index + sign[0].length];
  const colon = source.text.lastIndexOf(':', start);
  const [argument] = source.parse({ start: Math.max(content.start, colon + 1), end: start }).chains;
  const [body] = source.parse({ start: end, end: content.end }).chains;
  const [x, y] = [argument?.chain.items[0], body?.chain.items[0]];
  if (x?.kind !== 'name' || !y || body!.chain.relations.length > 0) return null;
  const head: Syntax = { kind: 'call', fn: letter.name, args: [x], primes: 0, span: letter.span };
  return { items: [head, y], relations: [{ sign: ':=', span: { start, end } }], span: content };
};

/** K = K(θ) says that K depends on θ. */
const isDependence = ({ items: [left, right], relations }: Chain): boolean => {
  const applied =
    right?.kind === 'call'
      ? right.fn
      : right?.kind === 'product' && right.factors.length === 2
        ? headName(right.factors[0]!)
        : null;
  return left?.kind === 'name' && left.name === applied && relations.length === 1;
};
