// What brackets hold, and the same syntax with pieces replaced.

import type { Document, Passage } from '../document/document.ts';
import { operandsOf, withOperands } from '../latex/operands.ts';
import type { Syntax } from '../latex/syntax.ts';

/** The expression inside brackets. */
export const inner = (s: Syntax): Syntax => (s.kind === 'group' ? inner(s.of) : s);

/** A 0, which is a block of zeros among blocks. */
export const isWrittenZero = (s: Syntax): boolean => {
  const of = inner(s);
  return of.kind === 'number' && of.value.num === 0n;
};

/** The same syntax with every piece that `change` answers for put in place of the old one, outermost first. */
export const rewritten = (s: Syntax, change: (piece: Syntax) => Syntax | null): Syntax => {
  const changed = change(s);
  if (changed) return changed;
  return withOperands(
    s,
    operandsOf(s).map(of => rewritten(of, change)),
  );
};

/** The same passage with other items; itself where they are its own. */
export const withItems = (p: Passage, change: (item: Syntax, at: number) => Syntax): Passage => {
  const items = p.chain.items.map(change);
  return items.every((item, k) => item === p.chain.items[k]) ? p : { ...p, chain: { ...p.chain, items } };
};
/** The same document with other passages; itself where they are its own: what is known of it stays known. */
export const withPassages = (document: Document, passages: readonly Passage[]): Document =>
  passages.length === document.passages.length && passages.every((p, k) => p === document.passages[k])
    ? document
    : { ...document, passages };

/** The factors of a product, apart at each dot. */
export const dotted = (text: string, factors: readonly Syntax[]): Syntax[][] => {
  const groups: Syntax[][] = [];
  for (const f of factors) {
    const before = groups.at(-1)?.at(-1);
    if (before && !/^(?:\\cdot|·|⋅)$/.test(text.slice(before.span.end, f.span.start).trim()))
      groups.at(-1)!.push(f);
    else groups.push([f]);
  }
  return groups;
};
