// How names are used over a document, in one walk: on their own, with a subscript, or as an index.

import type { Document } from '../document/document.ts';
import { operandsOf, pieces } from '../latex/operands.ts';
import type { Syntax } from '../latex/syntax.ts';
import { isKnownFunction } from './known.ts';
import { inner } from './walk.ts';

export interface Usage {
  /** Stands without a subscript. */
  readonly bare: ReadonlySet<string>;
  /** Stands otherwise than directly behind a d, a ∂ or a ∇. */
  readonly standing: ReadonlySet<string>;
  /** The h of Df(x)[h]. */
  readonly direction: ReadonlySet<string>;
  /** Stands with a subscript. */
  readonly subscripted: ReadonlySet<string>;
  /** Stands as a subscript or as the index of a sum. */
  readonly index: ReadonlySet<string>;
  /** Stands transposed, or behind a transposed x_i: no number. */
  readonly turned: ReadonlyMap<string, Name>;
  /** In how many chains a name stands. */
  readonly chains: ReadonlyMap<string, number>;
  /** Where a name stands first in a formula. */
  readonly first: ReadonlyMap<string, number>;
  /** x in x_i where x_i or x_i − μ is transposed or in a norm, or x_i is behind wᵀ: x_i is a vector. */
  readonly vectorFamily: ReadonlyMap<string, Name>;
}

/** Found once for each document: a step of reading that changes nothing answers with the document it was given. */
export const usageOf = (document: Document): Usage => {
  let usage = known.get(document);
  if (!usage) known.set(document, (usage = found(document)));
  return usage;
};
const known = new WeakMap<Document, Usage>();
const found = (document: Document): Usage => {
  const [bare, subscripted, index] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const [standing, direction] = [new Set<string>(), new Set<string>()];
  const behind = new Set<Syntax>();
  const [vectorFamily, turned] = [new Map<string, Name>(), new Map<string, Name>()];
  /** Only in the brackets of functions. */
  const handed = new Set<string>();
  const visit = (s: Syntax, into: Set<string>): void => {
    if (s.kind === 'name') into.add(s.name);
    const along = s.kind === 'directional' && inner(s.direction);
    if (along && along.kind === 'name') direction.add(along.name);
    if (s.kind === 'name' && !behind.has(s)) standing.add(s.name);
    if (s.kind === 'differential' || s.kind === 'derivative' || s.kind === 'gradient')
      for (const of of s.kind === 'differential' ? [s.of] : [s.of, ...s.by]) behind.add(inner(of));
    if (s.kind === 'summation') for (const i of s.indices) index.add(i);
    if (s.kind === 'product')
      s.factors.forEach((f, k) => {
        const before = s.factors[k - 1];
        const turnedRow = before && inner(before);
        const row = turnedRow?.kind === 'transpose' ? inner(turnedRow.of) : null;
        const base = memberOf(f);
        if (row?.kind === 'name' && isSmall(row) && base && isSmall(base)) vectorFamily.set(base.name, base);
        // The β of x_iᵀβ.
        const last = k === s.factors.length - 1 ? inner(f) : null;
        const member = row && memberOf(row);
        if (last?.kind === 'name' && isSmall(last) && member && isSmall(member)) turned.set(last.name, last);
      });
    if (s.kind === 'transpose' || s.kind === 'norm') {
      const of = inner(s.of);
      for (const term of of.kind === 'sum' ? of.terms.map(t => inner(t.of)) : [of]) {
        const base = memberOf(term);
        if (base) vectorFamily.set(base.name, base);
        if (term.kind === 'name' && s.kind === 'transpose') turned.set(term.name, term);
      }
    }
    if (s.kind === 'subscript') {
      if (s.of.kind === 'name') subscripted.add(s.of.name);
      else visit(s.of, into);
      for (const sub of s.subscripts) visit(sub, index);
    } else if (s.kind === 'call' && !isKnownFunction(s.fn))
      for (const operand of operandsOf(s)) visit(operand, operand.kind === 'name' ? handed : into);
    else for (const operand of operandsOf(s)) visit(operand, into);
  };
  const [chains, first] = [new Map<string, number>(), new Map<string, number>()];
  for (const p of document.passages) {
    for (const item of p.chain.items) visit(item, bare);
    const names = p.chain.items.flatMap(item => pieces(item).filter(s => s.kind === 'name'));
    for (const { name, span } of names) first.set(name, Math.min(first.get(name) ?? Infinity, span.start));
    for (const name of new Set(names.map(n => n.name))) chains.set(name, (chains.get(name) ?? 0) + 1);
  }
  for (const name of handed) if (!subscripted.has(name)) bare.add(name);
  return { bare, standing, direction, subscripted, index, turned, chains, first, vectorFamily };
};

/** The x of x_i. */
const memberOf = (s: Syntax): Name | null => {
  const of = inner(s);
  return of.kind === 'subscript' && of.subscripts.length === 1 && of.of.kind === 'name' ? of.of : null;
};
const isSmall = ({ name }: Name): boolean => /^\p{Ll}/u.test(name);

/** The n of 11ᵀ/n: the size of 1, where n is a letter that nothing else introduces. */
export const averaged = (s: Syntax): { ones: Syntax; size: Name } | null => {
  if (s.kind !== 'quotient') return null;
  const [over, under] = [inner(s.over), inner(s.under)];
  if (over.kind !== 'product' || over.factors.length !== 2 || under.kind !== 'name') return null;
  const [first, second] = over.factors.map(inner);
  const isOnes = (of: Syntax | undefined): boolean =>
    of?.kind === 'constant' && of.of === 'ones' && !of.size.length;
  const pair = second?.kind === 'transpose' && isOnes(inner(second.of)) && first && isOnes(first);
  return pair && /^[nmpdkNMKD]$/.test(under.name) ? { ones: first, size: under } : null;
};
type Name = Extract<Syntax, { kind: 'name' }>;
