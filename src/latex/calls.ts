// Functions and what they are applied to: by their name (vec, tr, log), by declaration (F), or by convention (σ, φ, f).
//   with brackets: f(…) is a primary, and scripts after it belong to it; without: the juxtaposed run up to a sign, a space or the next function

import { hull, type Item, type ItemOf, unread } from './items.ts';
import { cellsIn, columnOf, isDots } from './lists.ts';
import { isTransposeSign, type Parser, startsFactor } from './parser.ts';
import { isBelow, type Script, scripted, scriptsAt } from './scripts.ts';
import { extremum } from './spectral.ts';
import { sizes } from './subscripts.ts';
import { FUNCTIONS_BY_WORD, SPELLED, SPELLED_BEFORE_BRACKET } from './symbols.ts';
import type { Span, Syntax } from './syntax.ts';

/** Undeclared, these before a bracket are functions. */
export const FUNCTION_LETTERS: ReadonlySet<string> = new Set(['f', 'g', 'h', 'σ', 'ϕ', 'φ', 'ψ', 'ℓ']);
/** A transpose after their brackets would transpose a number. */
const SCALAR = new Set(['tr', 'det', 'rank', 'logdet']);

export const isBracket = (item: Item | undefined): item is ItemOf<'bracket'> | ItemOf<'braces'> =>
  item?.type === 'braces' ||
  (item?.type === 'bracket' && (item.fence === '(' || item.fence === '[' || item.fence === '{'));

/** The arguments in a bracket. */
export const argumentsOf = (p: Parser, bracket: ItemOf<'bracket'> | ItemOf<'braces'>): Syntax[] =>
  withFamilies(cellsIn(bracket.items)).map(part =>
    p.inside(part, bracket, { matched: bracket.type === 'bracket' }).whole(),
  );

/** x_1, …, x_N among arguments are the letter x. */
const withFamilies = (parts: readonly Item[][]): readonly Item[][] => {
  const dots = parts.findIndex(isDots);
  const of = familyAt(parts[dots + 1]);
  if (dots < 1 || !of || familyAt(parts[dots - 1])?.name !== of.name) return parts;
  let from = dots - 1;
  while (from > 0 && familyAt(parts[from - 1])?.name === of.name) from--;
  return withFamilies([...parts.slice(0, from), [of], ...parts.slice(dots + 2)]);
};
/** The x of x_1 and of x^{(1)}. */
const familyAt = (part: readonly Item[] | undefined): ItemOf<'letter'> | null => {
  const [letter, script, ...more] = part ?? [];
  return letter?.type === 'letter' && script?.type === 'script' && more.length === 0 ? letter : null;
};

const isComma = (item: Item): boolean => item.type === 'punctuation';

const LONGEST_RUN = 16;
/** Typed letters directly after one another, in one font. */
export const runAt = (p: Parser, from = 0): ItemOf<'letter'>[] => {
  const run: ItemOf<'letter'>[] = [];
  for (
    let item = p.peek(from);
    item?.type === 'letter' && item.typed && run.length < LONGEST_RUN;
    item = p.peek(from + run.length)
  ) {
    if (run.length > 0 && (item.spaced !== 'none' || item.font !== run[0]!.font)) break;
    run.push(item);
  }
  return run;
};

const FIRST_LETTERS: ReadonlySet<string> = new Set([...SPELLED, ...SPELLED_BEFORE_BRACKET].map(w => w[0]!));

/** unvec_{m×n}(x). */
const takesSizes = (word: string): boolean => word === 'unvec' || word === 'mat';

/** The function whose name stands here, and how many items it takes. */
export const functionAt = (p: Parser, from = 0): { fn: string; count: number } | null => {
  const item = p.peek(from);
  if (item?.type === 'word') {
    const fn = FUNCTIONS_BY_WORD.get(item.word);
    if (fn) return { fn, count: 1 };
    return isBracket(p.peek(from + 1)) || p.isFunction(item.word) ? { fn: item.word, count: 1 } : null;
  }
  if (item?.type !== 'letter' || !item.typed) return null;
  if (!FIRST_LETTERS.has(item.name)) return null;
  const run = runAt(p, from);
  const whole = run.map(l => l.name).join('');
  for (let count = run.length; count >= 2; count--) {
    const word = whole.slice(0, count);
    if (!SPELLED.has(word) && !SPELLED_BEFORE_BRACKET.has(word)) continue;
    const letters = run.slice(0, count);
    const next = p.peek(from + count);
    const spelled = SPELLED.has(word)
      ? next !== undefined
      : SPELLED_BEFORE_BRACKET.has(word) &&
        isBracket(takesSizes(word) && next?.type === 'script' ? p.peek(from + count + 1) : next);
    if (!spelled || p.context.words.has(word)) continue;
    if (letters.every(l => p.declared(l.name, l.font)) && !isBracket(next)) continue;
    const glued = run[count];
    if (count === 2 && glued && /^\p{Ll}$/u.test(glued.name)) continue;
    return { fn: FUNCTIONS_BY_WORD.get(word) ?? word, count };
  }
  return null;
};

/** A function and its argument, if one stands here. */
export const applied = (p: Parser): Syntax | null => {
  const start = p.at;
  const found = functionAt(p);
  if (!found) return null;
  p.at += found.count;
  const name = hull(...p.items.slice(start, p.at));
  const scripts = scriptsAt(p);
  const matrix = matrixFrom(p, found.fn, scripts);
  if (matrix) return matrixOf(p, matrix, name, start);
  const { fn } = found;
  const over = fn === 'max' || fn === 'min' ? extremum(p, fn, scripts, start) : null;
  if (over) return over;
  const primes = scripts.reduce((n, s) => n + (s.type === 'prime' ? s.count : 0), 0);
  const others = scripts.filter(s => s.type === 'script');
  for (const s of others)
    if (s.sign === '_' || !isPlainPower(s))
      throw unread('P040', s, `a script on the function ${fn}`, {
        fix: 'write the script after the brackets',
      });
  if (primes > 0 && others.length > 0) throw unread('P040', others[0]!, `a script on the function ${fn}`);
  const next = p.peek();
  if (!next || !startsFactor(next))
    throw unread('P041', name, `${fn} has no argument`, { fix: `write ${fn}(…)` });
  const call = (args: readonly Syntax[]): Syntax => ({
    kind: 'call',
    fn,
    args,
    primes,
    span: p.spanFrom(start),
  });
  if (isBracket(next) && !(SCALAR.has(fn) && transposedNext(p))) {
    p.at++;
    const args = /^diag$/i.test(fn) && next.items.some(isComma) ? [columnOf(p, next)] : argumentsOf(p, next);
    if (next.type === 'braces')
      p.warn('A019', name, `the braces after ${fn} are read as its brackets`, `write ${fn}(…)`);
    const made = call(args);
    const after = scriptsAt(p);
    return scripted(p, made, [...others, ...after]);
  }
  return scripted(p, call([run(p, fn)]), others);
};
/** The sizes below vec⁻¹_{m,n} and unvec_{m×n}; null for other functions. */
const matrixFrom = (p: Parser, fn: string, scripts: readonly Script[]): readonly Syntax[] | null => {
  const [below, more] = scripts.filter(isBelow);
  const above = scripts.filter(s => s !== below);
  const isInverse = fn === 'vec' && above.length === 1 && isMinusOne(above[0]!);
  if (more || !(isInverse || (fn === 'unvec' && above.length === 0))) return null;
  if (!below) return [];
  const size = sizes(p, below);
  const [only] = size;
  const pair = size.length === 1 && only?.kind === 'product' ? only.factors : size;
  return pair.length === 2 ? pair : null;
};
const isMinusOne = (s: Script): boolean => s.type === 'script' && s.text.replace(/[\s{}]/g, '') === '-1';
/** vec⁻¹ with the sizes of its matrix, if written, as further arguments. */
const matrixOf = (p: Parser, size: readonly Syntax[], name: Span, start: number): Syntax => {
  const bracket = p.peek();
  const of = isBracket(bracket) ? bracket : null;
  if (of) p.at++;
  else if (!bracket || !startsFactor(bracket))
    throw unread('P041', name, 'an inverse vec has no argument', {
      fix: 'write \\operatorname{vec}^{-1}(…)',
    });
  const args = [...(of ? argumentsOf(p, of) : [run(p, 'unvec')]), ...size];
  const made: Syntax = { kind: 'call', fn: 'unvec', args, primes: 0, span: p.spanFrom(start) };
  return scripted(p, made, scriptsAt(p));
};
const isPlainPower = (s: ItemOf<'script'>): boolean => s.items.length === 1 && s.items[0]?.type === 'number';
/** tr(A+H)^T(A+H): the trace of the whole run, since a number has no transpose. */
const transposedNext = (p: Parser): boolean => {
  const script = p.peek(1);
  return script?.type === 'script' && isTransposeSign(script) && startsFactorAt(p, 2);
};
const startsFactorAt = (p: Parser, ahead: number): boolean => {
  const item = p.peek(ahead);
  return item !== undefined && startsFactor(item);
};

const DETERMINANTS: ReadonlySet<string> = new Set(['det', 'logdet', 'rank']);
/** The operand of a function without brackets; 1ᵀ goes on with the function that it stands before. */
export const run = (p: Parser, fn: string): Syntax => {
  const start = p.at;
  const first = p.peek()!;
  const single =
    first.type === 'word' || functionAt(p) !== null || (first.type === 'bracket' && !isBracket(first));
  const factors: Syntax[] = [p.factor(null)];
  if (!single)
    for (let item = p.peek(); item && startsFactor(item); item = p.peek()) {
      if (item.spaced === 'thin') break;
      if (item.type === 'word' || functionAt(p)) {
        const last = factors.at(-1)!;
        const isOpen = last.kind === 'transpose' || !factors.some(f => f.kind !== 'number');
        if (fn === 'gradient' && isOpen) {
          factors.push(p.factor(null));
          continue;
        }
        if (last.kind !== 'transpose' || DETERMINANTS.has(fn)) break;
        if (last.of.kind !== 'constant')
          throw unread('A027', item, `is this inside ${fn}?`, { fix: `write ${fn}(…)` });
      }
      if (item.type === 'number' && !p.isConstant(item)) break;
      if (item.type === 'bracket' && item.fence === 'bar') break;
      factors.push(p.factor(null));
    }
  const next = p.peek();
  if (SCALAR.has(fn) && next?.spaced === 'thin' && next.type === 'letter' && next.name === 'd')
    throw unread('A027', next, `is this differential inside ${fn}?`, { fix: `write ${fn}(…)` });
  const [only] = factors;
  if (factors.length === 1 && only) return only;
  p.warn('A025', p.spanFrom(start), `${fn} without brackets is applied to all of this`, `write ${fn}(…)`);
  return { kind: 'product', factors, span: p.spanFrom(start) };
};

/** Whether a letter before a bracket is applied to it, rather than multiplied with it. */
export const isApplication = (
  p: Parser,
  letter: ItemOf<'letter'>,
  name: string,
  bracket: Item | undefined,
): boolean => {
  if (!isBracket(bracket)) return false;
  if (p.isFunction(name)) return true;
  if (bracket.type === 'braces' || (bracket.type === 'bracket' && bracket.fence !== '(')) return false;
  if (p.isScalar(name)) return false;
  if (bracket.items.some(i => i.type === 'punctuation')) return true;
  const bare = bareNames(bracket);
  if (p.declared(name, letter.font)) return bare?.length === 1 && !p.declared(bare[0]!.name, bare[0]!.font);
  return FUNCTION_LETTERS.has(letter.name) || bare?.length === 1;
};
/** The letters of a bracket that holds nothing else: (x), (X, Y). */
export const bareNames = (bracket: ItemOf<'bracket'> | ItemOf<'braces'>): ItemOf<'letter'>[] | null => {
  const letters = bracket.items.filter((i): i is ItemOf<'letter'> => i.type === 'letter');
  const simple = bracket.items.every((item, i) =>
    i % 2 === 0 ? item.type === 'letter' : item.type === 'punctuation' && item.sign === ',',
  );
  return simple && letters.length > 0 && bracket.items.length % 2 === 1 ? letters : null;
};

/** SS(β) = … at the left end: a run of undeclared letters that is being defined as a function. */
export const definedRun = (p: Parser): Syntax | null => {
  if (!p.options.head || p.at > 0) return null;
  const letters = runAt(p);
  const bracket = p.items[letters.length];
  if (
    letters.length < 2 ||
    p.items.length !== letters.length + 1 ||
    bracket?.type !== 'bracket' ||
    bracket.fence !== '('
  )
    return null;
  if (!bareNames(bracket) || letters.some(l => p.declared(l.name, l.font))) return null;
  p.at = letters.length + 1;
  const args = argumentsOf(p, bracket);
  return { kind: 'call', fn: letters.map(l => l.name).join(''), args, primes: 0, span: p.spanFrom(0) };
};
