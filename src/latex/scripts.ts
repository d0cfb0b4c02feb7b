// Superscripts and primes after an expression: transposes, inverses, powers, pseudo-inverses; subscripts after a bracket: entries.

import { hull, type Item, type ItemOf, unread } from './items.ts';
import { operandsOf } from './operands.ts';
import type { Parser } from './parser.ts';
import { subscript } from './subscripts.ts';
import type { Span, Syntax } from './syntax.ts';

export type Script = ItemOf<'script'> | ItemOf<'prime'>;

export const isBelow = (s: Script): s is ItemOf<'script'> => s.type === 'script' && s.sign === '_';

/** The scripts that stand here, in the order typed. */
export const scriptsAt = (p: Parser): Script[] => {
  const found: Script[] = [];
  for (let item = p.peek(); item?.type === 'script' || item?.type === 'prime'; item = p.peek()) {
    found.push(item);
    p.at++;
  }
  return found;
};

/** Applies scripts one after the other. */
export const scripted = (p: Parser, base: Syntax, scripts: readonly Script[]): Syntax =>
  scripts.reduce<Syntax>((of, s) => {
    if (s.type === 'prime') return primed(p, of, s, s.count);
    return s.sign === '_' ? entry(p, of, s) : raised(p, of, s);
  }, base);

/** [AB]_{ij}: an entry, or labels refused. */
const entry = (p: Parser, of: Syntax, script: ItemOf<'script'>): Syntax => {
  const { start } = of.span;
  const { end } = script;
  const only = script.items[0];
  if (script.items.length === 1 && only?.type === 'number' && /^\d{1,2}$/.test(only.digits)) {
    const subscripts = [...only.digits].map(
      (d): Syntax => ({ kind: 'number', span: hull(only), value: { num: BigInt(d), den: 1n } }),
    );
    return { kind: 'subscript', of, subscripts, span: { start, end } };
  }
  const array = collected(p, of, script);
  if (array) return array;
  const read = subscript(p, script);
  if (read.is !== 'indices')
    throw unread('P037', script, 'this subscript stands on an expression', {
      expected: 'indices, as in [AB]_{ij}',
      fix: 'give the expression a letter of its own',
    });
  return { kind: 'subscript', of, subscripts: read.indices, span: { start, end } };
};

/** (a_{ij})_{i,j}, [∂f/∂x_{ij}]_{i,j ∈ {1, …, n}}: the array with these entries, Σ_i Σ_j e_i e_jᵀ ⊗ a_{ij}; null for an entry. */
const collected = (p: Parser, of: Syntax, script: ItemOf<'script'>): Syntax | null => {
  const range = script.items.findIndex(i => i.type === 'relation' && i.sign === '∈');
  const named = range < 0 ? script : { ...script, items: script.items.slice(0, range) };
  const letters = named.items.filter(i => i.type === 'letter');
  const inside = new Set(subscriptsIn(of));
  if (letters.length === 0 || !letters.every(l => inside.has(l.name)) || p.declared('e', 'plain'))
    return null;
  const read = subscript(p, named);
  if (read.is !== 'indices' || read.indices.length > 2) return null;
  return collectedAs(read.indices, of, hull(of.span, script), null);
};
/** Σ_i e_i ⊗ a_i, or Σ_i Σ_j e_i e_jᵀ ⊗ a_{ij}; null where an index does not occur. */
export const collectedAs = (
  places: readonly Syntax[],
  of: Syntax,
  span: Span,
  to: Syntax | null,
): Syntax | null => {
  const inside = new Set(subscriptsIn(of));
  const indices = places.flatMap(index => (index.kind === 'name' ? [index.name] : []));
  if (!indices.every(name => inside.has(name))) return null;
  const unit = (index: Syntax): Syntax => ({
    kind: 'subscript',
    of: { kind: 'name', name: 'e', font: 'plain', latex: 'e', span },
    subscripts: [index],
    span,
  });
  const [i, j] = places.map(unit) as [Syntax, Syntax?];
  const place: Syntax = j
    ? { kind: 'product', factors: [i, { kind: 'transpose', of: j, prime: false, span }], span }
    : i;
  const summand: Syntax = { kind: 'binary', operator: 'kronecker', left: place, right: of, span };
  return { kind: 'summation', indices, from: null, to, of: summand, span };
};
/** Letters that stand as subscripts, those of inner sums excepted. */
const subscriptsIn = (s: Syntax): string[] => {
  const below = s.kind === 'subscript' ? s.subscripts.flatMap(i => (i.kind === 'name' ? [i.name] : [])) : [];
  const bound = s.kind === 'summation' ? s.indices : [];
  return [...below, ...operandsOf(s).flatMap(subscriptsIn)].filter(name => !bound.includes(name));
};

const primed = (p: Parser, of: Syntax, at: Item, count: number): Syntax => {
  const span = hull(of.span, at);
  const isFunction = of.kind === 'name' && (p.isFunction(of.name) || p.mayBeFunction(of.name, of.font));
  if (isFunction)
    throw unread('A024', span, `${of.kind === 'name' ? of.name : 'f'}′ stands without an argument`, {
      fix: 'write it: f′(x)',
    });
  const { primeIsTranspose, primeBy } = p.context.conventions;
  if (count === 1 && !primeIsTranspose && primeBy) {
    const { start, end } = at;
    const by: Syntax = { kind: 'name', name: primeBy, font: 'plain', latex: primeBy, span: { start, end } };
    return { kind: 'derivative', of, by: [by], partial: false, span };
  }
  if (count === 1 && !primeIsTranspose) return { kind: 'differential', of, order: 1, span };
  if (count > 1)
    throw unread('A023', at, 'is this prime a transpose or a derivative?', {
      fix: 'write ^\\top for a transpose, d/dt or a differential for a derivative',
    });
  return { kind: 'transpose', of, prime: true, span };
};

const isLetter = (item: Item | undefined, names: RegExp): boolean =>
  item?.type === 'letter' && names.test(item.name);
/** ^T, ^\top, ^t, ^H: the only letter of a superscript, or the last after a minus and a number. */
const isTranspose = (p: Parser, item: Item | undefined): boolean => {
  if (item?.type === 'text' || item?.type === 'word')
    return (item.type === 'text' ? item.words : item.word).trim() === 'T';
  if (isLetter(item, /^⊤$/)) return true;
  if (item?.type !== 'letter' || !/^[TtH]$/.test(item.name)) return false;
  if (item.font !== 'plain' || !p.declared(item.name, 'plain') || p.isFunction(item.name)) return true;
  if (item.name !== 'T') return false;
  throw unread('A010', item, '`^T` could be a transpose or a power: `T` is declared as a symbol', {
    fix: 'write `^\\top` for the transpose',
  });
};

/** Names that carry their superscript as a label: X^{(1)}, x^{(i)}; null for what is an operation. */
export const labelAbove = (
  p: Parser,
  base: string,
  script: ItemOf<'script'>,
): { label: string } | { index: readonly Syntax[] } | null => {
  const inner = script.items.filter(i => i.type !== 'quad');
  const [sign] = inner;
  if (
    inner.length === 1 &&
    sign?.type === 'operator' &&
    (sign.operator === '-' || p.isFunction(`${base}^${sign.operator}`))
  )
    return { label: sign.operator };
  const [open, close] = [inner[0], inner.at(-1)];
  if (open?.type !== 'fence' || close?.type !== 'fence' || open.fence !== '(' || inner.length < 3)
    return null;
  const content = { ...script, items: inner.slice(1, -1) };
  const read = subscript(p, content);
  if (read.is === 'indices') return { index: read.indices };
  return read.is === 'label' ? { label: `(${read.text})` } : null;
};

const raised = (p: Parser, of: Syntax, script: ItemOf<'script'>): Syntax => {
  const span = hull(of.span, script);
  const items = script.items.filter(i => i.type !== 'quad');
  const [first, second, third] = items;
  if (!first) throw unread('P038', script, 'an empty superscript');
  if (items.every(i => i.type === 'prime')) return primed(p, of, script, items.length);
  const transposed = (inner: Syntax): Syntax => ({ kind: 'transpose', of: inner, prime: false, span });
  const power = (exponent: Syntax): Syntax => ({ kind: 'power', of, exponent, entrywise: false, span });
  const inverse = (n: bigint): Syntax =>
    power({ kind: 'number', span: hull(script), value: { num: -n, den: 1n } });
  const minus = first.type === 'operator' && first.operator === '-';
  if (items.length === 1) {
    if (isTranspose(p, first)) return transposed(of);
    if (isLetter(first, /^†$/)) return { kind: 'pseudoInverse', of, span };
    if (first.type === 'operator') return signAbove(of, first, script);
  }
  if (minus && items.length === 2 && isTranspose(p, second)) return transposed(inverse(1n));
  if (
    minus &&
    items.length === 3 &&
    second?.type === 'number' &&
    second.value.den === 1n &&
    isTranspose(p, third)
  )
    return transposed(inverse(second.value.num));
  if (items.length === 2 && first.type === 'operator' && first.operator === '+' && isTranspose(p, second))
    return transposed({ kind: 'pseudoInverse', of, span });
  if (minus && items.length === 2 && second?.type === 'number')
    return power({
      kind: 'number',
      span: hull(first, second),
      value: { num: -second.value.num, den: second.value.den },
    });
  if (
    first.type === 'operator' &&
    (first.operator === 'circ' || first.operator === 'odot' || first.operator === 'hadamard')
  ) {
    const exponent = p.inside(items.slice(1), script, { plainNumbers: true }).whole();
    return { kind: 'power', of, exponent, entrywise: true, span };
  }
  if (items.length > 1 && items.every(i => isLetter(i, /^[ijklmnpqrstabcd]$/) || i.type === 'prime'))
    throw unread('P013', script, 'upper indices, or a power?', {
      expected: 'lower indices: A_{ij}',
      fix: 'write the indices below and the sums over them',
    });
  return power(p.inside(items, script, { plainNumbers: true }).whole());
};

const signAbove = (of: Syntax, sign: ItemOf<'operator'>, script: ItemOf<'script'>): Syntax => {
  const span = hull(of.span, script);
  if (sign.operator === '+') return { kind: 'pseudoInverse', of, span };
  if (sign.operator === '*' && of.kind === 'group') return { kind: 'transpose', of, prime: false, span };
  throw sign.operator === '*'
    ? unread('A026', script, '`^*`: a transpose, or another letter?', {
        fix: 'write `^\\top` for the transpose, `x_\\star` for another letter',
      })
    : unread('P038', script, 'this superscript is not understood');
};
