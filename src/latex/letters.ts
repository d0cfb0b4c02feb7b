// Letters: names of one or several letters, with subscripts and labels; identities, e^x, and letters that are applied.

import {
  argumentsOf,
  bareNames,
  definedRun,
  FUNCTION_LETTERS,
  isApplication,
  isBracket,
  runAt,
} from './calls.ts';
import { jacobian } from './differentials.ts';
import { hull, type ItemOf, unread } from './items.ts';
import { isTransposeSign, type Of, type Parser, startsFactor } from './parser.ts';
import { isBelow, labelAbove, type Script, scripted, scriptsAt } from './scripts.ts';
import { spectral } from './spectral.ts';
import { numeral, pairOf, sizes, subscript } from './subscripts.ts';
import { sumFrom } from './summation.ts';
import type { Syntax } from './syntax.ts';

export const letter = (p: Parser, item: ItemOf<'letter'>): Syntax => {
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
  if (!item.typed || item.name === 'Δ') {
    p.at++;
    return named(p, increment(p, item) ?? item, start);
  }
  const run = runAt(p);
  for (let count = run.length; count >= 2; count--) {
    const name = nameOf(run.slice(0, count));
    if (p.context.words.has(name) || p.isFunction(name) || p.context.defined.has(name))
      return wordOf(p, run.slice(0, count), name);
  }
  const spelled = nameOf(run);
  const undeclared = run.every(l => !p.declared(l.name, l.font));
  if (spelled === 'Id' && undeclared) {
    p.at += 2;
    return { kind: 'identity', size: [], span: p.spanFrom(start) };
  }
  const isUpright = item.font === 'upright' && run.length >= 3 && /\p{Ll}.*\p{Ll}/u.test(spelled);
  const isDefined =
    p.options.head && p.items.length === run.length && run.length >= 3 && !/\p{Ll}/u.test(spelled);
  if (undeclared && (isUpright || isDefined)) return wordOf(p, run, spelled);
  p.at++;
  return named(p, item, start);
};
const nameOf = (run: readonly ItemOf<'letter'>[]): string => run.map(l => l.name).join('');
const wordOf = (p: Parser, run: readonly ItemOf<'letter'>[], name: string): Syntax => {
  const start = p.at;
  p.at += run.length;
  const first = run[0]!;
  const latex = run.map(l => l.latex).join('');
  return named(p, { ...first, end: run.at(-1)!.end, name, latex, typed: false }, start);
};
/** ΔX is one letter, unless Δ is declared. */
const increment = (p: Parser, item: ItemOf<'letter'>): ItemOf<'letter'> | null => {
  const next = p.peek();
  if (item.name !== 'Δ' || next?.type !== 'letter' || p.declared('Δ', item.font)) return null;
  p.at++;
  return {
    ...next,
    start: item.start,
    name: `Δ${next.name}`,
    latex: `${item.latex} ${next.latex}`,
    spaced: item.spaced,
    typed: false,
  };
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
export const named = (p: Parser, item: ItemOf<'letter'>, start: number): Syntax => {
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
  const made =
    operator(p, item, isFree) ??
    singleEntry(p, item, isFree, scripts) ??
    (isFree ? spectral(p, item, scripts, start) : null);
  if (made) return made;
  const above = scripts.filter(s => s !== sub);
  let base: Syntax = plain(item);
  const label = above.find(
    (s): s is ItemOf<'script'> => s.type === 'script' && labelAbove(p, item.name, s) !== null,
  );
  const labelled = label && labelAbove(p, item.name, label);
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
    const isConstant = item.name === 'K' && isFree;
    if (isPair && !isConstant && rest.some(isMatrixLike))
      throw unread('A032', rest[0]!, 'of the entry, or of the matrix?', {
        fix: 'write [A^{-1}]_{ij} or 1/A_{ij}',
      });
    if (made.kind === 'subscript' && rest.some(s => isIndexAbove(s)))
      throw unread('P013', rest[0]!, 'indices above and below', { expected: 'lower indices: A_{ij}' });
    base = made;
  }
  return application(p, item, base, rest, start) ?? scripted(p, base, rest);
};
/** O(‖h‖²), 𝔼[x] and D without a direction are no products; D √A is a Jacobian where the text says so. */
const operator = (p: Parser, item: ItemOf<'letter'>, isFree: boolean): Syntax | null => {
  const next = p.peek();
  if (item.font === 'blackboard' && /^[EP]$/.test(item.name) && isBracket(next))
    throw unread('P049', item, 'an expectation', { fix: 'write the sum, or a letter of its own' });
  if (isFree && /^[Oo]$/.test(item.name) && isBracket(next)) return order(p, item, next);
  if (
    isFree &&
    item.name === 'D' &&
    next &&
    (item.font === 'upright' || (next.type === 'word' && next.word !== 'vech')) &&
    startsFactor(next)
  ) {
    const made = p.context.conventions.jacobian ? jacobian(p, item) : null;
    if (made) return made;
    throw unread('P065', item, 'a derivative D without its variable', {
      expected: 'Df(x)[h], ∂f/∂x or \\frac{\\partial \\operatorname{vec} F}{\\partial \\operatorname{vec} X}',
    });
  }
  return null;
};
/** O(‖h‖²) as the call of a function O. */
const order = (p: Parser, item: ItemOf<'letter'>, bracket: ItemOf<'bracket'> | ItemOf<'braces'>): Syntax => {
  const start = p.at - 1;
  p.at++;
  return { kind: 'call', fn: item.name, args: argumentsOf(p, bracket), primes: 0, span: p.spanFrom(start) };
};
/** J^{ij}, or E_{ij} where the text says what it is. */
const singleEntry = (
  p: Parser,
  item: ItemOf<'letter'>,
  isFree: boolean,
  scripts: readonly Script[],
): Syntax | null => {
  const { singleEntries } = p.context.conventions;
  const at = scripts.find(
    (s): s is ItemOf<'script'> => s.type === 'script' && singleEntries?.has(`${item.name}${s.sign}`) === true,
  );
  const subscripts = at && isFree ? pairOf(p, at) : null;
  if (!at || !subscripts) return null;
  const of: Syntax = { kind: 'subscript', of: plain(item), subscripts, single: true, span: hull(item, at) };
  return scripted(
    p,
    of,
    scripts.filter(s => s !== at),
  );
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
    case 'label': {
      const subscripts = isHead(p, base) ? null : positions(p, base, sub, read.text);
      return subscripts ? { kind: 'subscript', of: base, subscripts, span } : join(read.text);
    }
    case 'size':
      return p.declared(base.name, base.font)
        ? { ...base, span }
        : { kind: 'subscript', of: base, subscripts: sizes(p, sub), span };
    case 'indices': {
      const text = read.indices
        .map(i => (i.kind === 'name' ? i.name : i.kind === 'number' ? `${i.value.num}` : ''))
        .join('');
      const free = read.indices.every(i => i.kind !== 'name' || !p.bound.includes(i.name));
      const isOwn = free && !p.declared(base.name, base.font);
      const name = `${base.name}_${text}`;
      return isOwn && (p.context.letters.declared(name, base.font) || p.isScalar(name))
        ? join(text)
        : { kind: 'subscript', of: base, subscripts: read.indices, span };
    }
  }
};

/** The whole left end of a chain, which may be defined. */
const isHead = (p: Parser, base: Of<'name'>): boolean =>
  p.options.head && p.at === p.items.length && p.items[0]?.start === base.span.start;
/** The 1 of e_1, where nothing says what e is, and the 2 and 1 of A_{21}, where A is declared; null for names of their own. */
const positions = (
  p: Parser,
  base: Of<'name'>,
  sub: ItemOf<'script'>,
  text: string,
): readonly Syntax[] | null => {
  const known = p.declared(base.name, base.font);
  const isOwn = !(base.name === 'e' ? !known && /^[1-9]$/.test(text) : known && /^\p{Lu}$/u.test(base.name));
  if (isOwn || p.declared(`${base.name}_${text}`, base.font)) return null;
  return base.name === 'e' ? [numeral(text, sub)] : pairOf(p, sub);
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
  if (isTransposeSign(power)) return null;
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
  const appliedTo = isApplication(p, item, name, next) || (primes > 0 && p.mayBeFunction(name, item.font));
  if (!appliedTo && !defines) return null;
  if (!onlyPrimes || base.kind !== 'name') {
    const isMatrix = base.kind === 'name' && /^\p{Lu}/u.test(name);
    if (isMatrix && above.every(s => isMatrixLike(s) && s.type !== 'prime')) {
      p.at++;
      return scripted(
        p,
        { kind: 'call', fn: name, args: argumentsOf(p, next), primes: 0, span: p.spanFrom(start) },
        [...above, ...scriptsAt(p)],
      );
    }
    const isVector = !p.isFunction(name) && above.every(s => s.type === 'script' && isTransposeSign(s));
    if (isVector) return null;
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
