// Letters, numbers, brackets, fractions, roots, bars: what stands on its own, with its scripts.

import { rational } from '../number/rational.ts';
import {
  argumentsOf,
  bareNames,
  definedRun,
  FUNCTION_LETTERS,
  isApplication,
  isBracket,
  runAt,
} from './calls.ts';
import { derivative } from './differentials.ts';
import { hull, type Item, type ItemOf, unread } from './items.ts';
import { leftover, type Of, type Parser } from './parser.ts';
import { labelAbove, type Script, scripted, scriptsAt } from './scripts.ts';
import { sizes, subscript } from './subscripts.ts';
import { sumFrom } from './summation.ts';
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
  const comma = items.find(i => i.type === 'punctuation');
  if (comma)
    throw unread('P014', comma, 'a list, where one expression is expected', {
      fix: 'write a matrix with \\begin{bmatrix}',
    });
  if (items.length === 0) throw unread('P046', item, 'empty brackets');
  const of = p.inside(items, item, { matched: true }).whole();
  return items.length === 1 && of.kind === 'matrix' ? { ...of, span } : { kind: 'group', of, span };
};
const isBelow = (s: Script): s is ItemOf<'script'> => s.type === 'script' && s.sign === '_';
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
      value: rational(over.value.num * under.value.den, over.value.den * under.value.num),
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
const letter = (p: Parser, item: ItemOf<'letter'>): Syntax => {
  const start = p.at;
  if (
    item.typed &&
    item.name === 'Σ' &&
    !p.declared('Σ', item.font) &&
    p.peek(1)?.type === 'script' &&
    isSumSign(p)
  ) {
    p.at++;
    return sumFrom(p, start, item);
  }
  const defined = definedRun(p);
  if (defined) return defined;
  if (!item.typed) {
    p.at++;
    return named(p, item, start);
  }
  const run = runAt(p);
  for (let count = Math.min(run.length, p.context.longestWord); count >= 2; count--) {
    const name = run
      .slice(0, count)
      .map(l => l.name)
      .join('');
    if (p.context.words.has(name)) return wordOf(p, run.slice(0, count), name);
  }
  const spelled = run.map(l => l.name).join('');
  const undeclared = run.every(l => !p.declared(l.name, l.font));
  if (spelled === 'Id' && undeclared) {
    p.at += 2;
    return { kind: 'identity', size: [], span: p.spanFrom(start) };
  }
  const isWord = item.font === 'upright' && run.length >= 3 && /\p{Ll}.*\p{Ll}/u.test(spelled) && undeclared;
  if (isWord) return wordOf(p, run, spelled);
  p.at++;
  return named(p, item, start);
};
const wordOf = (p: Parser, run: readonly ItemOf<'letter'>[], name: string): Syntax => {
  const start = p.at;
  p.at += run.length;
  const first = run[0]!;
  const latex = run.map(l => l.latex).join('');
  return named(p, { ...first, end: run.at(-1)!.end, name, latex, typed: false }, start);
};
/** Σ_i before something, and not Σ_{ij} or Σ_i^{-1} of a matrix Σ. */
const isSumSign = (p: Parser): boolean => {
  const script = p.peek(1);
  const next = p.peek(2);
  if (script?.type !== 'script' || script.sign !== '_' || !next) return false;
  return (
    next.type !== 'operator' &&
    next.type !== 'prime' &&
    (next.type !== 'script' || !/^[-T]|top/.test(next.text))
  );
};

/** A letter with its scripts and, where it is a function, its argument. p stands after the letter. */
const named = (p: Parser, item: ItemOf<'letter'>, start: number): Syntax => {
  const scripts = scriptsAt(p);
  const below = scripts.filter(isBelow);
  if (below.length > 1)
    throw unread('P048', below[1]!, 'a second subscript', { fix: 'write both in one: _{ij}' });
  const [sub] = below;
  const isFree = !p.declared(item.name, item.font);
  if (item.name === 'I' && isFree) return identity(p, start, sub, scripts);
  if (item.name === 'e' && isFree && !sub) {
    const power = exponential(p, start, scripts);
    if (power) return power;
  }
  if (item.font === 'blackboard' && /^[EP]$/.test(item.name) && isBracket(p.peek()))
    throw unread('P049', item, 'an expectation', { fix: 'write the sum, or a letter of its own' });
  const above = scripts.filter(s => s !== sub);
  let base: Syntax = plain(item);
  const label = above.find((s): s is ItemOf<'script'> => s.type === 'script' && labelAbove(p, s) !== null);
  const labelled = label && labelAbove(p, label);
  if (label && labelled) {
    base =
      'label' in labelled
        ? {
            ...plain(item),
            name: `${item.name}^${labelled.label}`,
            latex: `${item.latex}^{${label.text}}`,
            span: hull(item, label),
          }
        : { kind: 'subscript', of: plain(item), subscripts: labelled.index, span: hull(item, label) };
    if (sub && base.kind === 'subscript') throw unread('P013', label, 'indices above and below');
  }
  const rest = above.filter(s => s !== label);
  if (sub) {
    const after = scripts.indexOf(sub) > 0 && rest.length > 0;
    const made = indexed(p, base, sub);
    const isPair = made.kind === 'subscript' && made.subscripts.length > 1;
    if (isPair && after) return { ...made, of: scripted(p, base, rest), span: p.spanFrom(start) };
    if (isPair && rest.some(isMatrixLike))
      throw unread('A032', rest[0]!, 'of the entry, or of the matrix?', {
        fix: 'write [A^{-1}]_{ij} or 1/A_{ij}',
      });
    if (made.kind === 'subscript' && rest.some(s => isIndexAbove(s)))
      throw unread('P013', rest[0]!, 'indices above and below', { expected: 'lower indices: A_{ij}' });
    base = made;
  }
  return application(p, item, base, rest, start) ?? scripted(p, base, rest);
};
const plain = (item: ItemOf<'letter'>): Of<'name'> => ({
  kind: 'name',
  name: item.name,
  font: item.font,
  latex: item.latex,
  span: hull(item),
});
const isMatrixLike = (s: Script): boolean =>
  s.type === 'prime' ||
  /^(T|t|\\top|⊤|-1|-T|-\\top|\+|\\intercal|'|\\prime)$/.test(s.text.replace(/\s/g, ''));
const isIndexAbove = (s: Script): boolean => s.type === 'script' && /^[ijklmnpq]$/.test(s.text);

/** A name with its subscript: indices, or a label that joins the name. */
const indexed = (p: Parser, base: Syntax, sub: ItemOf<'script'>): Syntax => {
  const span = hull(base.span, sub);
  if (base.kind !== 'name') throw unread('P048', sub, 'a subscript on a labelled letter');
  const join = (text: string): Syntax => ({
    ...base,
    name: `${base.name}_${text}`,
    latex: `${base.latex}_${sub.text.length === 1 ? sub.text : `{${sub.text}}`}`,
    span,
  });
  const read = subscript(p, sub);
  switch (read.is) {
    case 'label':
      return join(read.text);
    case 'size':
      return p.declared(base.name, base.font)
        ? { ...base, span }
        : { kind: 'subscript', of: base, subscripts: sizes(p, sub), span };
    case 'indices': {
      const text = read.indices
        .map(i => (i.kind === 'name' ? i.name : i.kind === 'number' ? `${i.value.num}` : ''))
        .join('');
      const known = p.context.letters.declared(`${base.name}_${text}`, base.font);
      return known ? join(text) : { kind: 'subscript', of: base, subscripts: read.indices, span };
    }
  }
};

const identity = (
  p: Parser,
  start: number,
  sub: ItemOf<'script'> | undefined,
  scripts: readonly Script[],
): Syntax => {
  let size = sub ? sizes(p, sub) : [];
  const [only] = size;
  if (size.length === 1 && only?.kind === 'product' && only.factors.length === 2) {
    const [m, n] = only.factors;
    if (m?.kind === 'name' && n?.kind === 'name' && m.name === n.name && sub && !/\^|[²]/.test(sub.text))
      size = [m, n];
  }
  const of: Syntax = { kind: 'identity', size, span: hull(p.items[start]!, ...(sub ? [sub] : [])) };
  return scripted(
    p,
    of,
    scripts.filter(s => s !== sub),
  );
};

/** e^{…} is exp(…). */
const exponential = (p: Parser, start: number, scripts: readonly Script[]): Syntax | null => {
  const [power, ...more] = scripts;
  if (power?.type !== 'script') return null;
  const [only] = power.items;
  if (power.items.length === 1 && only?.type === 'letter' && /^[T⊤]$/.test(only.name)) return null;
  if (power.items.length > 0 && power.items.every(i => i.type === 'prime')) return null;
  const arg = p.inside(power.items, power).whole();
  const of: Syntax = { kind: 'call', fn: 'exp', args: [arg], primes: 0, span: hull(p.items[start]!, power) };
  return scripted(p, of, more);
};

/** f(x), σ′(s), K′(t): when the letter is applied to the bracket that follows. */
const application = (
  p: Parser,
  item: ItemOf<'letter'>,
  base: Syntax,
  above: readonly Script[],
  start: number,
): Syntax | null => {
  const next = p.peek();
  if (!isBracket(next)) return null;
  const name = base.kind === 'name' ? base.name : item.name;
  const head = p.options.head && start === 0 && p.at === p.items.length - 1;
  const defines = head && bareNames(next) !== null && !p.declared(name, item.font);
  const primes = above.reduce((n, s) => n + (s.type === 'prime' ? s.count : 0), 0);
  const onlyPrimes = above.every(s => s.type === 'prime');
  const appliedTo =
    isApplication(p, item, name, next) ||
    (primes > 0 && !p.declared(name, item.font) && FUNCTION_LETTERS.has(name));
  if (!appliedTo && !defines) return null;
  if (!onlyPrimes || base.kind !== 'name') {
    if (p.isFunction(name) || FUNCTION_LETTERS.has(name))
      throw unread('P040', hull(item, above[0] ?? item), `a script on the function ${name}`, {
        fix: 'write the script after the brackets',
      });
    if (base.kind !== 'name') return null;
    throw unread('A028', hull(item, next), `is ${name} applied to the bracket, or multiplied with it?`, {
      fix: 'write \\cdot for a product',
    });
  }
  p.at++;
  const args = argumentsOf(p, next);
  const made: Syntax = { kind: 'call', fn: name, args, primes, span: p.spanFrom(start) };
  return scripted(p, made, scriptsAt(p));
};
