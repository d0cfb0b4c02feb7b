// Eigenvalues and singular values, λ_max(A), σ_1(X), λ_i(AᵀA), and the largest or smallest of what an index runs through, max_i x_i.

import { argumentsOf, isBracket, run } from './calls.ts';
import { hull, type ItemOf, unread } from './items.ts';
import type { Parser } from './parser.ts';
import { collectedAs, isBelow, type Script, scripted, scriptsAt } from './scripts.ts';
import { subscript } from './subscripts.ts';
import type { Syntax } from './syntax.ts';

/** What a letter with a place is of a matrix, as a vector of all. */
const SPECTRA: ReadonlyMap<string, string> = new Map([
  ['λ', 'eigenvalues'],
  ['σ', 'singularvalues'],
]);
/** The ends of a spectrum are functions by name. */
export const SPECTRAL_FUNCTIONS = ['λ_max', 'λ_min', 'σ_max', 'σ_min', ...SPECTRA.values()] as const;

/** λ_k(…) and σ_k(…) of a matrix, where nothing else has these letters. p stands after the scripts. */
export const spectral = (
  p: Parser,
  letter: ItemOf<'letter'>,
  scripts: readonly Script[],
  start: number,
): Syntax | null => {
  const all = SPECTRA.get(letter.name);
  const sub = scripts.find(isBelow);
  const bracket = p.peek();
  if (!all || !sub || !isBracket(bracket) || bracket.type !== 'bracket') return null;
  const end = /^\{?\s*(?:\\(?:text|mathrm|operatorname)\s*\{)?\s*\\?(max|min)\s*\}*$/.exec(sub.text)?.[1];
  const place = end ? null : placeIn(p, sub);
  if (!end && !(place && isOfMatrix(p, bracket))) return null;
  p.at++;
  const args = argumentsOf(p, bracket);
  const span = p.spanFrom(start);
  const call = (fn: string): Syntax => ({ kind: 'call', fn, args, primes: 0, span });
  const of: Syntax = place
    ? { kind: 'subscript', of: call(all), subscripts: [place], span }
    : call(`${letter.name}_${end}`);
  return scripted(p, of, [...scripts.filter(s => s !== sub), ...scriptsAt(p)]);
};
/** The one index or position below. */
const placeIn = (p: Parser, sub: ItemOf<'script'>): Syntax | null => {
  const digits = /^\{?\s*([1-9]\d?)\s*\}?$/.exec(sub.text)?.[1];
  if (digits) return { kind: 'number', value: { num: BigInt(digits), den: 1n }, span: hull(sub) };
  const read = subscript(p, sub);
  return read.is === 'indices' && read.indices.length === 1 ? read.indices[0]! : null;
};
/** A capital alone; or with others, in a text that speaks of eigenvalues or singular values. */
const isOfMatrix = (p: Parser, { items }: ItemOf<'bracket'>): boolean => {
  const capitals = items.filter(i => i.type === 'letter' && /^\p{Lu}/u.test(i.name));
  return capitals.length > 0 && (items.length === 1 || p.context.conventions.spectral === true);
};

const INDEX = String.raw`\{?\s*(?<first>[a-z])\s*,?\s*(?<second>[a-z])?\s*\}?`;
const AT_MOST = String.raw`\s*(?:\\leq?(?:slant)?|≤)\s*`;
const RANGES: readonly RegExp[] = [
  `^${INDEX}$`,
  String.raw`^\{?\s*(?<first>[a-z])\s*=\s*1\s*(?:,\s*(?:\\[lc]?dots|…|\.\.\.)\s*,\s*(?<to>[A-Za-z])\s*)?\}?$`,
  String.raw`^\{?\s*1${AT_MOST}(?<first>[a-z])${AT_MOST}(?<to>[A-Za-z])\s*\}?$`,
].map(source => new RegExp(source));

/** max_i x_i as max of the array of all x_i. p stands after the scripts. */
export const extremum = (p: Parser, fn: string, scripts: readonly Script[], start: number): Syntax | null => {
  const below = scripts.find(isBelow);
  const above = scripts.find((s): s is ItemOf<'script'> => s.type === 'script' && s !== below);
  if (!below || scripts.length > (above ? 2 : 1)) return null;
  const found = RANGES.map(r => r.exec(below.text)?.groups).find(g => g);
  const next = p.peek();
  if (!found || !next) return null;
  const indices = [found.first, found.second].flatMap(name => (name ? [name] : []));
  const around = p.bound;
  p.bound = [...around, ...indices];
  let body: Syntax;
  if (isBracket(next)) {
    p.at++;
    const [only, ...others] = argumentsOf(p, next);
    if (!only || others.length) throw unread('P041', next, `${fn} over an index of several arguments`);
    body = only;
  } else body = run(p, fn);
  p.bound = around;
  const span = p.spanFrom(start);
  const name = (n: string): Syntax => ({ kind: 'name', name: n, font: 'plain', latex: n, span });
  const to = above ? p.inside(above.items, above, { plainNumbers: true }).whole() : null;
  const array = collectedAs(indices.map(name), body, span, to ?? (found.to ? name(found.to) : null));
  if (!array)
    throw unread('P040', below, `${fn} over what is no index of its argument`, {
      expected: `${fn}_i of something with the subscript i`,
    });
  const entries: Syntax = { kind: 'call', fn: 'vec', args: [array], primes: 0, span };
  return scripted(p, { kind: 'call', fn, args: [entries], primes: 0, span }, scriptsAt(p));
};
