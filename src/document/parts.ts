// Pieces of a chain of relations: from an item on, up to one, without what declares.

import type { Chain, Syntax } from '../latex/syntax.ts';

const DECLARING = new Set(['∈', '→', '∼']);
/** Without declarations at its end, and with "= 0" of a derivative apart: that is a condition, what stands before is not. */
export const parts = (chain: Chain): Chain[] => {
  const cut = chain.relations.findIndex(r => DECLARING.has(r.sign));
  const kept = cut < 0 ? chain : cut === 0 ? null : upTo(chain, cut);
  if (!kept) return [];
  const [first, second] = kept.items;
  const end = kept.items.at(-1);
  if (first && second && isZero(first) && isGradient(second)) {
    const zero: Chain = { ...upTo(kept, 1), items: [second, first] };
    return [zero, ...rest(kept)];
  }
  const vanishing = kept.relations.length > 1 && first && isGradient(first) && end && isZero(end);
  if (!vanishing) return [kept];
  const n = kept.relations.length - 1;
  const zero: Chain = { items: [first, end], relations: [kept.relations[n]!], span: kept.span };
  return [upTo(kept, n), zero];
};
/** A derivative, or a sum or product that has one in it. */
const isGradient = (s: Syntax): boolean => {
  if (s.kind === 'sum') return s.terms.some(t => isGradient(t.of));
  if (s.kind === 'product') return s.factors.some(isGradient);
  return s.kind === 'derivative' || s.kind === 'gradient' || (s.kind === 'group' && isGradient(s.of));
};
const isZero = (s: Syntax): boolean => s.kind === 'number' && s.value.num === 0n;

export const from = (chain: Chain, n: number): Chain => {
  const items = chain.items.slice(n);
  return {
    items,
    relations: chain.relations.slice(n),
    span: { start: items[0]!.span.start, end: chain.span.end },
  };
};
export const upTo = (chain: Chain, n: number): Chain => {
  const items = chain.items.slice(0, n + 1);
  return {
    items,
    relations: chain.relations.slice(0, n),
    span: { start: chain.span.start, end: Math.max(...items.map(item => item.span.end)) },
  };
};

/** Behind the first relation, what a chain goes on to claim. */
export const rest = (chain: Chain): Chain[] => (chain.relations.length > 1 ? [from(chain, 1)] : []);
