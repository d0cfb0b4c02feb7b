// Numbers, brackets, fractions, roots, bars: what stands on its own, with its scripts. Letters are in letters.ts.

import { divide } from '../number/rational.ts';
import { argumentsOf } from './calls.ts';
import { derivative } from './differentials.ts';
import { hull, type Item, type ItemOf, unread } from './items.ts';
import { letter, named } from './letters.ts';
import { arrayOf, hasDots, isDots, listOf } from './lists.ts';
import { leftover, type Parser } from './parser.ts';
import { isBelow, scripted, scriptsAt } from './scripts.ts';
import { sizes } from './subscripts.ts';
import type { Syntax } from './syntax.ts';

export const primary = (p: Parser): Syntax => {
  const item = p.peek()!;
  switch (item.type) {
    case 'letter':
      return letter(p, item);
    case 'word':
      return word(p, item);
    case 'number':
      return number(p, item);
    case 'accent':
      return accent(p, item);
    default: {
      const start = p.at;
      p.at++;
      const made = box(p, item, start);
      return scripted(p, made, scriptsAt(p));
    }
  }
};

const box = (p: Parser, item: Item, start: number): Syntax => {
  const span = hull(item);
  switch (item.type) {
    case 'bracket':
      return bracket(p, item);
    case 'braces':
      return { kind: 'group', of: p.inside(item.items, item).whole(), span };
    case 'brace':
      return { kind: 'group', of: p.inside(item.items, item).whole(), span };
    case 'fraction':
      return derivative(p, item, start) ?? fraction(p, item);
    case 'root':
      if (item.degree) throw unread('P042', item, 'a root that is not square', { fix: 'write a power' });
      return { kind: 'call', fn: 'sqrt', args: [p.inside(item.of, item).whole()], primes: 0, span };
    case 'matrix': {
      if (item.rows.some(row => row.some(isDots))) return arrayOf(p, item);
      const rows = item.rows.map(row => row.map(cell => p.inside(cell, item).whole()));
      const width = rows[0]?.length ?? 0;
      if (rows.some(row => row.length !== width))
        throw unread('P043', item, 'the rows of this matrix have different lengths');
      const made: Syntax = { kind: 'matrix', rows, span };
      return item.bars ? { kind: 'bars', of: made, span } : made;
    }
    default:
      throw leftover(item);
  }
};

const bracket = (p: Parser, item: ItemOf<'bracket'>): Syntax => {
  const span = hull(item);
  if (item.fence === 'angle') {
    const [left, right, ...more] = argumentsOf(p, item);
    if (!left || !right || more.length > 0)
      throw unread('P044', item, 'an inner product has two parts', { expected: '\\langle A, B \\rangle' });
    const below = p.peek();
    if (below?.type === 'script' && below.sign === '_') {
      if (!/^(\\?(rm|text|mathrm)?\s*\{?\s*(F|2)\s*\}?)$/.test(below.text))
        throw unread('P045', below, 'an inner product with an index', {
          expected: 'the Frobenius inner product',
        });
      p.at++;
    }
    return { kind: 'inner', left, right, span: { start: span.start, end: p.spanFrom(p.at - 1).end } };
  }
  if (item.fence === 'bar' || item.fence === 'norm') {
    const of = p.inside(item.items, item, { matched: true }).whole();
    const scripts = scriptsAt(p);
    const below = scripts.slice(0, 2).find(isBelow);
    if (item.fence === 'bar' && !below) return scripted(p, { kind: 'bars', of, span }, scripts);
    const made: Syntax = {
      kind: 'norm',
      of,
      which: below ? normIndex(below.text) : '',
      span: hull(item, below ?? item),
    };
    return scripted(
      p,
      made,
      scripts.filter(s => s !== below),
    );
  }
  const { items } = item;
  if (hasDots(items)) return listOf(p, item);
  const comma = items.find(i => i.type === 'punctuation');
  if (comma)
    throw unread('P014', comma, 'a list, where one expression is expected', {
      expected: 'x_1, \\ldots, x_n, or the arguments of a function',
      fix: 'write a matrix with \\begin{bmatrix}',
    });
  if (items.length === 0) throw unread('P046', item, 'empty brackets');
  const of = p.inside(items, item, { matched: true }).whole();
  return items.length === 1 && of.kind === 'matrix' ? { ...of, span } : { kind: 'group', of, span };
};
/** "F", "2", "1", "∞" or "*". */
const normIndex = (text: string): string => {
  const which = text.replace(/\\(rm|text|mathrm|textrm|operatorname|mathsf|bf)\b|[\s{}]/g, '');
  if (which === '\\infty') return '∞';
  if (which === '\\ast' || which === '\\star') return '*';
  return /^(Fro|fro|f)$/.test(which) ? 'F' : which;
};

const fraction = (p: Parser, item: ItemOf<'fraction'>): Syntax => {
  const isOne = item.over.length === 1 && item.over[0]?.type === 'number' && item.over[0].font === 'plain';
  const over = p.inside(item.over, item, { plainNumbers: isOne || p.options.plainNumbers }).whole();
  const under = p.inside(item.under, item).whole();
  const loose = [under, ...(under.kind === 'product' ? under.factors : [])].find(
    s => s.kind === 'differential',
  );
  if (loose)
    throw unread('P015', loose.span, 'a differential in a denominator, without one above it', {
      expected: '\\frac{\\partial f}{\\partial X}',
      fix: 'write the derivative of the whole expression',
    });
  const span = hull(item);
  if (over.kind === 'number' && under.kind === 'number' && under.value.num !== 0n)
    return {
      kind: 'number',
      span,
      value: divide(over.value, under.value),
    };
  return { kind: 'quotient', over, under, entrywise: false, span };
};

/** 12; and ones or zeros: \mathbf 1_n, \mathbb 1, 1_{m×n}. */
const number = (p: Parser, item: ItemOf<'number'>): Syntax => {
  const start = p.at;
  const constants = p.isConstant(item);
  p.at++;
  if (!constants) return scripted(p, { kind: 'number', value: item.value, span: hull(item) }, scriptsAt(p));
  const scripts = scriptsAt(p);
  const below = scripts.find(isBelow);
  const size = below ? sizes(p, below) : [];
  const digits = [...item.digits];
  const made = digits.map((digit, i): Syntax => {
    const last = i === digits.length - 1;
    const isLetter = p.declared(digit, item.font) && !(last && below);
    const span = last && below ? p.spanFrom(start) : hull(item);
    const of: Syntax = isLetter
      ? { kind: 'name', name: digit, font: item.font, latex: digit, span: hull(item) }
      : { kind: 'constant', of: digit === '1' ? 'ones' : 'zeros', size: last ? size : [], span };
    return last
      ? scripted(
          p,
          of,
          scripts.filter(s => s !== below),
        )
      : of;
  });
  const [only] = made;
  return made.length === 1 && only ? only : { kind: 'product', factors: made, span: p.spanFrom(start) };
};

/** \operatorname{loss}, \text{SSE}: a name of several letters. */
const word = (p: Parser, item: ItemOf<'word'>): Syntax => {
  p.at++;
  const { word: name, latex } = item;
  if (name === 'Id') return { kind: 'identity', size: [], span: hull(item) };
  return named(p, { ...item, type: 'letter', name, font: 'upright', latex, typed: false }, p.at - 1);
};

const accent = (p: Parser, item: ItemOf<'accent'>): Syntax => {
  const inner = item.of.filter(i => i.type !== 'quad');
  const [of] = inner;
  const start = p.at;
  p.at++;
  if (inner.length === 1 && of?.type === 'number' && item.command === 'vec' && /^[01]$/.test(of.digits)) {
    p.at = start;
    return number(p, { ...of, start: item.start, end: item.end, font: 'bold' });
  }
  if (inner.length !== 1 || of?.type !== 'letter') {
    const bad = inner.find(i => i.type === 'bad');
    if (bad?.type === 'bad')
      throw unread(bad.problem.code, bad.problem.span, bad.problem.message, bad.problem);
    throw unread('P047', item, `\`\\${item.command}\` on more than one letter`, {
      fix: 'name it with a letter of its own',
    });
  }
  const name = (of.name + item.mark).normalize('NFC');
  const latex = `\\${item.command}{${of.latex}}`;
  return named(p, { ...of, start: item.start, end: item.end, name, latex, typed: false }, start);
};
