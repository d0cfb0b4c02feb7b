// What a subscript says: indices (A_{ij}, x_i), a size (1_{m×n}), or a label that belongs to the name (W_{out}, x_1, P_{k+1|k}).

import { hull, type Item, type ItemOf, unread } from './items.ts';
import type { Parser } from './parser.ts';
import type { Span, Syntax } from './syntax.ts';

export type Subscript =
  | { readonly is: 'indices'; readonly indices: readonly Syntax[] }
  | { readonly is: 'label'; readonly text: string }
  | { readonly is: 'size' };

/** Letters that several in a row are read as indices. */
const INDEX = /^[ijklmnpqrstabcd]$/;

export const subscript = (p: Parser, script: ItemOf<'script'>): Subscript => {
  const items = script.items.filter(i => i.type !== 'quad');
  for (const item of items) {
    if (item.type === 'bad')
      throw unread(item.problem.code, item.problem.span, item.problem.message, item.problem);
    if (item.type === 'ellipsis') throw unread('P009', item, '“…” cannot be judged');
  }
  if (items.length === 0) throw unread('P034', script, 'an empty subscript');
  if (items.some(i => i.type === 'operator' && (i.operator === 'times' || i.operator === '*')))
    return { is: 'size' };
  const indices = asIndices(p, items);
  if (indices) return { is: 'indices', indices };
  for (const item of items)
    if (item.type === 'letter' && p.bound.includes(item.name))
      throw unread('P035', script, `an index that is computed from ${item.name}`, { fix: 'shift the sum' });
  return { is: 'label', text: labelText(items, script) };
};

/** Two indices, or two positions: ij, 12, (1,n); null for anything else. */
export const pairOf = (p: Parser, script: ItemOf<'script'>): readonly Syntax[] | null => {
  const digits = /^\{?\s*([1-9])\s*([1-9])\s*\}?$|^\{?\s*(\d+)\s*,\s*(\d+)\s*\}?$/.exec(script.text);
  if (digits) return digits.slice(1).flatMap(d => (d && d !== '0' ? [numeral(d, script)] : []));
  const read = subscript(p, script);
  return read.is === 'indices' && read.indices.length === 2 ? read.indices : null;
};
export const numeral = (digits: string, { start, end }: Span): Syntax => ({
  kind: 'number',
  value: { num: BigInt(digits), den: 1n },
  span: { start, end },
});

/** Index letters, alone or in pairs, numbers among them; null for a label. */
const asIndices = (p: Parser, items: readonly Item[]): Syntax[] | null => {
  const commas = items.some(i => i.type === 'punctuation');
  const indices: Syntax[] = [];
  let letters = 0;
  let isIndexLike = true;
  for (let i = 0; i < items.length; ) {
    const item = items[i]!;
    if (item.type === 'punctuation' && item.sign === ',') {
      i++;
    } else if (item.type === 'number') {
      const digits = commas ? [item.digits] : [...item.digits];
      if (!digits.every(d => /^\d+$/.test(d))) return null;
      for (const d of digits)
        indices.push({ kind: 'number', span: hull(item), value: { num: BigInt(d), den: 1n } });
      i++;
    } else {
      const { name, base, next } = indexName(items, i);
      if (name === null || item.type !== 'letter' || item.font === 'upright') return null;
      const known = p.bound.includes(name);
      isIndexLike &&= known || (commas ? /^\p{Ll}$/u.test(base) : INDEX.test(base));
      indices.push({
        kind: 'name',
        span: hull(item, items[next - 1]!),
        name,
        font: item.font,
        latex: item.latex,
      });
      letters++;
      i = next;
    }
  }
  return letters > 0 && isIndexLike ? indices : null;
};

/** A letter with its own primes and subscript: j′, i_0. */
export const indexName = (
  items: readonly Item[],
  from: number,
): { name: string | null; base: string; next: number } => {
  const letter = items[from];
  if (letter?.type !== 'letter') return { name: null, base: '', next: from + 1 };
  let name = letter.name;
  let next = from + 1;
  for (let item = items[next]; item; item = items[next]) {
    if (item.type === 'prime') name += '′'.repeat(item.count);
    else if (item.type === 'script' && item.sign === '_') name += `_${item.text}`;
    else if (item.type === 'script' && item.items.every(i => i.type === 'prime')) name += '′';
    else break;
    next++;
  }
  return { name, base: letter.name, next };
};

export const labelText = (items: readonly Item[], script: ItemOf<'script'>): string => {
  const parts = items.map(item => {
    switch (item.type) {
      case 'letter':
        return item.name;
      case 'number':
        return item.digits;
      case 'word':
        return item.word;
      case 'text':
        return item.words.trim();
      case 'punctuation':
        return item.sign;
      case 'prime':
        return '′'.repeat(item.count);
      case 'operator':
        if (item.operator === ':')
          throw unread('P036', script, 'a slice', { expected: 'one index, or a letter of its own' });
        return item.operator === 'dot' ? '·' : item.operator === 'circ' ? '∘' : item.operator;
      case 'relation':
        return item.sign === 'other' ? '|' : item.sign;
      case 'fence':
        return item.text.replace(/^\\/, '');
      case 'script':
        return `${item.sign}${item.text}`;
      default:
        throw unread('P036', script, 'this subscript is not understood', {
          expected: 'indices, a size or a label',
        });
    }
  });
  return parts.join('');
};

/** Sizes of I, 1 and 0: n, m×n, "m,n", K². Powers of letters are products, since a size is one. */
export const sizes = (p: Parser, script: ItemOf<'script'>): Syntax[] => {
  const parts: Item[][] = [[]];
  for (const item of script.items) {
    const separates =
      (item.type === 'punctuation' && item.sign === ',') ||
      (item.type === 'operator' && (item.operator === 'times' || item.operator === '*'));
    if (separates) parts.push([]);
    else parts.at(-1)!.push(item);
  }
  return parts.map(part => multiplied(p.inside(part, script, { plainNumbers: true }).whole()));
};
const multiplied = (s: Syntax): Syntax => {
  if (s.kind === 'product') {
    const factors = s.factors.map(multiplied).flatMap(f => (f.kind === 'product' ? f.factors : [f]));
    return { ...s, factors };
  }
  if (s.kind !== 'power' || s.exponent.kind !== 'number' || s.of.kind !== 'name') return s;
  const { num, den } = s.exponent.value;
  if (den !== 1n || num < 2n || num > 6n) return s;
  return { kind: 'product', span: s.span, factors: Array.from({ length: Number(num) }, () => s.of) };
};
