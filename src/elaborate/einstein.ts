// A_{ji} B_{jk} A_{ki} beside tr(AᵀBA): an index that stands twice in a term, where the other sides do without it, is summed over
// (Einstein's convention). A chain whose sides then have the same free indices is read so; all others stay as they are, and so does a
// text that writes Σ and says nothing of repeated indices.

import type { Document, Passage } from '../document/document.ts';
import { operandsOf, pieces } from '../latex/operands.ts';
import type { Syntax } from '../latex/syntax.ts';
import { inner, isWrittenZero, withPassages } from './walk.ts';

const EINSTEIN = /\bEinstein\b|summation convention|repeated ind(?:ex|ices)/i;
export const sumsRepeated = ({ text }: Document): boolean => EINSTEIN.test(text);

export const withSums = (document: Document): Document => {
  const writesSums = document.passages.some(p =>
    p.chain.items.some(item => pieces(item).some(s => s.kind === 'summation')),
  );
  if (writesSums && !sumsRepeated(document)) return document;
  const declared = new Set(document.declarations.filter(d => d.kind !== 'index').map(d => d.name));
  const passages = document.passages.map((p): Passage => {
    const { items } = p.chain;
    const written = items.flatMap(item => pieces(item));
    if (written.some(isNamedMatrix)) return p;
    const sizes = new Set(written.flatMap(sizesIn));
    const made = summed(items, name => INDEX.test(name) && !declared.has(name) && !sizes.has(name));
    return made ? { ...p, chain: { ...p.chain, items: made } } : p;
  });
  return withPassages(document, passages);
};

/** e_i, K_{mn}, D_n and L_n: what stands below is a place or a size. */
const isNamedMatrix = (s: Syntax): boolean =>
  s.kind === 'subscript' && s.of.kind === 'name' && /^[eKDL]$/.test(s.of.name);
/** The n of I_n and 1_n, and of a term n. */
const sizesIn = (s: Syntax): string[] => {
  const below = s.kind === 'identity' || s.kind === 'constant' ? s.size : [];
  const beside = s.kind === 'product' ? s.factors : s.kind === 'sum' ? s.terms.map(t => t.of) : [];
  return [...below, ...beside].flatMap(of => (of.kind === 'name' ? [of.name] : []));
};

/** Whether an index that nothing binds stands twice in a term. */
export const repeats = (s: Syntax): boolean =>
  termsOf(s).some(t => [...counts(t.of, name => INDEX.test(name)).values()].some(n => n > 1));

type IsIndex = (name: string) => boolean;
interface SignedTerm {
  readonly negative: boolean;
  readonly of: Syntax;
}
const INDEX = /^\p{Ll}$/u;

/** The items with their sums written; null where they have the same free indices as they stand, or not even with sums. */
const summed = (items: readonly Syntax[], isIndex: IsIndex): Syntax[] | null => {
  const sides = items.map(item => termsOf(item).map(t => ({ ...t, counts: counts(t.of, isIndex) })));
  const open = (n: (count: number) => boolean): (string | null)[] =>
    sides.map((terms, k) => {
      if (isWrittenZero(items[k]!)) return null;
      const sets = terms.map(t => [...t.counts].flatMap(([name, count]) => (n(count) ? [name] : [])));
      return [...new Set(sets.map(names => names.sort().join(' ')))].join(' | ');
    });
  const isOne = (of: readonly (string | null)[]): boolean => new Set(of.filter(x => x !== null)).size <= 1;
  if (isOne(open(count => count > 0)) || sides.flat().some(t => [...t.counts.values()].some(n => n > 2)))
    return null;
  const free = open(count => count === 1);
  if (!isOne(free) || free.some(f => f?.includes('|'))) return null;
  return items.map((item, k) => withTerms(item, sides[k]!));
};

const withTerms = (
  item: Syntax,
  terms: readonly (SignedTerm & { readonly counts: ReadonlyMap<string, number> })[],
): Syntax => {
  const { span } = item;
  const made = terms.map(({ negative, of, counts: of2 }): SignedTerm => {
    const indices = [...of2].flatMap(([name, count]) => (count === 2 ? [name] : []));
    const sum: Syntax = { kind: 'summation', indices, from: null, to: null, of, span: of.span };
    return { negative, of: indices.length ? sum : of };
  });
  const [only] = made;
  return made.length === 1 && only && !only.negative ? only.of : { kind: 'sum', terms: made, span };
};

const termsOf = (s: Syntax): SignedTerm[] => {
  const of = inner(s);
  if (of.kind !== 'sum') return [{ negative: false, of: s }];
  return of.terms.flatMap(t => termsOf(t.of).map(u => ({ ...u, negative: u.negative !== t.negative })));
};

/** How often each free index stands in a term; in a sum inside, as often as in the term that has it most. */
const counts = (s: Syntax, isIndex: IsIndex): Map<string, number> => {
  const found = new Map<string, number>();
  const put = (name: string, n: number): void => void found.set(name, (found.get(name) ?? 0) + n);
  if (s.kind === 'sum') {
    for (const t of s.terms)
      for (const [name, n] of counts(t.of, isIndex)) found.set(name, Math.max(found.get(name) ?? 0, n));
    return found;
  }
  if (s.kind === 'subscript')
    for (const index of s.subscripts) if (index.kind === 'name' && isIndex(index.name)) put(index.name, 1);
  // (x_i)² has its index twice or once, as one reads it: more than a pair.
  const times = s.kind === 'power' ? 3 : 1;
  for (const of of s.kind === 'subscript' ? [s.of] : operandsOf(s))
    for (const [name, n] of counts(of, isIndex)) put(name, n * times);
  if (s.kind === 'summation') for (const name of s.indices) found.delete(name);
  // ∂W_{dc}/∂W_{dc}: the d of both is one, and no sum.
  if (s.kind === 'derivative')
    for (const by of s.by)
      for (const name of counts(by, isIndex).keys()) if (counts(s.of, isIndex).has(name)) put(name, 3);
  return found;
};
