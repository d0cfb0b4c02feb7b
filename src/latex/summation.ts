// Σ over indices: what runs, from where, to where, and how far the sum reaches: to the next + or −, and over it where the index goes on.

import { type Item, type ItemOf, unread } from './items.ts';
import { operandsOf } from './operands.ts';
import { leftover, type Parser } from './parser.ts';
import { indexName } from './subscripts.ts';
import type { Span, Syntax } from './syntax.ts';

export const summation = (p: Parser, sign: ItemOf<'big'>): Syntax => {
  const start = p.at;
  p.at++;
  return sumFrom(p, start, sign);
};

/** After the sign: its scripts and the summand. */
export const sumFrom = (p: Parser, start: number, sign: Item): Syntax => {
  let below: ItemOf<'script'> | null = null;
  let above: ItemOf<'script'> | null = null;
  for (let item = p.peek(); item?.type === 'script'; item = p.peek()) {
    if (item.sign === '_' ? below : above) throw leftover(item);
    if (item.sign === '_') below = item;
    else above = item;
    p.at++;
  }
  const { indices, from } = below ? range(p, below) : above ? indexAbove(p, above) : noIndex(sign);
  const to = above && below ? p.inside(above.items, above, { plainNumbers: true }).whole() : null;
  const around = p.bound;
  p.bound = [...around, ...indices];
  const minus = p.operator('-');
  const first = p.at;
  if (minus) p.at++;
  const body = p.frobenius(minus ?? sign);
  p.bound = around;
  const of: Syntax = minus
    ? { kind: 'sum', terms: [{ negative: true, of: body }], span: p.spanFrom(first) }
    : body;
  return { kind: 'summation', indices, ...fromOne(indices, from, to, of), of, span: p.spanFrom(start) };
};

/** Σ_{i=0}^{n−1} of what has i only as a subscript counts from 0 what is counted from 1 elsewhere. */
const fromOne = (
  indices: readonly string[],
  from: Syntax | null,
  to: Syntax | null,
  of: Syntax,
): Pick<Sum, 'from' | 'to'> => {
  const [n, one] = to?.kind === 'sum' && to.terms.length === 2 ? to.terms : [];
  const isShort = n && !n.negative && one?.negative && isNumber(one.of, 1n);
  if (!from || !isNumber(from, 0n) || !isShort || indices.some(i => standsAlone(of, i))) return { from, to };
  return { from: null, to: n.of };
};
const isNumber = (s: Syntax, n: bigint): boolean => s.kind === 'number' && s.value.num === n;
const standsAlone = (s: Syntax, index: string): boolean => {
  if (s.kind === 'name') return s.name === index;
  if (s.kind !== 'subscript') return operandsOf(s).some(of => standsAlone(of, index));
  return [s.of, ...s.subscripts.filter(i => i.kind !== 'name')].some(of => standsAlone(of, index));
};

const noIndex = (at: Span): never => {
  throw unread('P030', at, 'a sum without its index below', { fix: 'write \\sum_{i} or \\sum_{i=1}^{n}' });
};
/** Σ^k a_{ik} b_{kj}: the only letter above the sign, where it stands below others in what follows. */
const indexAbove = (p: Parser, above: ItemOf<'script'>): { indices: string[]; from: null } => {
  const { name, next } = indexName(above.items, 0);
  const rest = p.items.slice(p.at);
  const isIndex = rest.some(
    i => i.type === 'script' && i.sign === '_' && i.items.some(l => l.type === 'letter' && l.name === name),
  );
  return name !== null && next === above.items.length && isIndex
    ? { indices: [name], from: null }
    : noIndex(above);
};

const range = (p: Parser, below: ItemOf<'script'>): { indices: string[]; from: Syntax | null } => {
  const at = below.items.findIndex(i => i.type === 'relation');
  const relation = below.items[at];
  if (relation && relation.type === 'relation' && relation.sign !== '=')
    throw unread('P031', below, 'a sum under a condition', {
      fix: 'sum over a whole range: \\sum_{i=1}^{n}',
    });
  const names = (at < 0 ? below.items : below.items.slice(0, at)).filter(i => i.type !== 'punctuation');
  const indices: string[] = [];
  for (let i = 0; i < names.length; ) {
    const { name, next } = indexName(names, i);
    if (name === null)
      throw unread('P032', below, 'what does this sum run over?', { expected: 'letters: \\sum_{i,j}' });
    indices.push(name);
    i = next;
  }
  if (indices.length === 0)
    throw unread('P032', below, 'what does this sum run over?', { expected: 'a letter' });
  const from = at < 0 ? null : p.inside(below.items.slice(at + 1), below, { plainNumbers: true }).whole();
  return { indices, from };
};

interface SignedTerm {
  readonly negative: boolean;
  readonly of: Syntax;
}
type Sum = Extract<Syntax, { kind: 'summation' }>;
/** Σ_i a_i + b_i is Σ_i (a_i + b_i). A sum behind a minus, which may be meant to stand for both, is left as it is. */
export const gathered = (terms: readonly SignedTerm[]): SignedTerm[] => {
  const out: SignedTerm[] = [];
  for (const term of terms) {
    const last = out.at(-1);
    const sum = last && !last.negative && last.of.kind === 'summation' ? last.of : null;
    if (sum && freeIndex(term.of, new Set(indicesOf(sum))))
      out[out.length - 1] = { negative: false, of: extended(sum, term) };
    else out.push(term);
  }
  return out;
};
const indicesOf = (s: Syntax): readonly string[] =>
  s.kind === 'summation' ? [...s.indices, ...indicesOf(s.of)] : [];
const extended = (sum: Sum, term: SignedTerm): Sum => {
  const { of } = sum;
  const end = term.of.span.end;
  const span = { start: sum.span.start, end };
  if (of.kind === 'summation' && freeIndex(term.of, new Set(indicesOf(of))))
    return { ...sum, of: extended(of, term), span };
  const before = of.kind === 'sum' ? of.terms : [{ negative: false, of }];
  return {
    ...sum,
    of: { kind: 'sum', terms: [...before, term], span: { start: of.span.start, end } },
    span,
  };
};

/** The first later term in which an index of an earlier sum occurs as if it were still bound. */
export const leaksIndex = (
  terms: readonly Syntax[],
  bound: readonly string[],
): { span: Span; index: string } | null => {
  const closed = new Set<string>();
  for (const term of terms) {
    if (closed.size > 0) {
      const found = freeIndex(term, closed);
      if (found) return found;
    }
    for (const index of summed(term)) if (!bound.includes(index)) closed.add(index);
  }
  return null;
};
const summed = (s: Syntax): readonly string[] => {
  if (s.kind === 'summation') return [...s.indices, ...summed(s.of)];
  if (s.kind === 'gradient' || s.kind === 'derivative' || s.kind === 'differential') return summed(s.of);
  const last = s.kind === 'product' ? s.factors.at(-1) : undefined;
  return last ? summed(last) : [];
};
const freeIndex = (s: Syntax, names: ReadonlySet<string>): { span: Span; index: string } | null => {
  const pending: { of: Syntax; hidden: readonly string[] }[] = [{ of: s, hidden: [] }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { of, hidden } = next;
    if (of.kind === 'subscript')
      for (const sub of of.subscripts)
        if (sub.kind === 'name' && names.has(sub.name) && !hidden.includes(sub.name))
          return { span: sub.span, index: sub.name };
    const below = of.kind === 'summation' ? [...hidden, ...of.indices] : hidden;
    for (const operand of operandsOf(of)) pending.push({ of: operand, hidden: below });
  }
  return null;
};
