// Makers of syntax that nobody wrote. Brackets are the printer's business (text.ts); shapes are checked when it is read.

import type { Dimension } from '../expression/dimension.ts';
import { operandsOf, withOperands } from '../latex/operands.ts';
import type { Span, Syntax } from '../latex/syntax.ts';
import { equal, multiply, ONE, type Rational, rational } from '../number/rational.ts';

export type Of<Kind extends Syntax['kind']> = Extract<Syntax, { kind: Kind }>;
export type Term = Of<'sum'>['terms'][number];
export type Operator = Of<'binary'>['operator'];

/** The span of what stands nowhere in the text. */
export const NOWHERE: Span = { start: -1, end: -1 };
const span = NOWHERE;

/** How many pieces there are, brackets aside. */
export const piecesIn = (s: Syntax): number =>
  operandsOf(s).reduce((sum, o) => sum + piecesIn(o), s.kind === 'group' ? 0 : 1);

/** What brackets hold. */
export const bare = (s: Syntax): Syntax => (s.kind === 'group' ? bare(s.of) : s);
/** The piece with one operand in another's place; terms among terms and factors among factors stand beside one another. */
export const changed = (s: Syntax, at: number, by: Syntax): Syntax => {
  if (s.kind === 'product' && by.kind === 'product') return product(...s.factors.with(at, by));
  if (s.kind === 'sum' && by.kind === 'sum' && !s.terms[at]!.negative)
    return sum(...s.terms.with(at, { negative: false, of: by }));
  const { origin = s } = s;
  return { ...withOperands(s, operandsOf(s).with(at, by)), origin };
};

/** The piece with every piece that `change` answers for in another's place, outermost first. */
export const replaced = (s: Syntax, change: (piece: Syntax) => Syntax | null): Syntax => {
  const by = change(s);
  if (by) return by;
  const copy = withOperands(
    s,
    operandsOf(s).map(o => replaced(o, change)),
  );
  return copy === s ? s : { ...copy, origin: s.origin ?? s };
};

export const number = (value: Rational | number): Syntax => ({
  kind: 'number',
  value: typeof value === 'number' ? rational(value) : value,
  span,
});
export const name = (of: string): Syntax => ({ kind: 'name', name: of, font: 'plain', latex: of, span });

/** A product: factors of factors stand beside one another, behind the product of the numbers. */
export const product = (...factors: readonly Syntax[]): Syntax => {
  const flat = factors.flatMap(f => (f.kind === 'product' ? f.factors : [f]));
  const numbers = flat.flatMap(f => (f.kind === 'number' ? [f.value] : []));
  const value = numbers.reduce(multiply, ONE);
  const others = flat.filter(f => f.kind !== 'number');
  const all =
    numbers.length && !equal(value, ONE)
      ? [numbers.length === 1 ? first(flat) : number(value), ...others]
      : others;
  return all.length === 1 ? all[0]! : all.length ? { kind: 'product', factors: all, span } : number(value);
};
const first = (factors: readonly Syntax[]): Syntax => factors.find(f => f.kind === 'number')!;
/** A sum; the terms of a term without a minus stand beside one another. */
export const sum = (...terms: readonly Term[]): Syntax => {
  const flat = terms.flatMap(t => {
    const of = bare(t.of);
    return of.kind === 'sum' && !t.negative ? of.terms : [t];
  });
  const [only] = flat;
  return flat.length === 1 && !only!.negative ? only!.of : { kind: 'sum', terms: flat, span };
};
export const plus = (...terms: readonly Syntax[]): Syntax =>
  sum(...terms.map(of => ({ negative: false, of })));
export const minus = (a: Syntax, b: Syntax): Syntax =>
  sum({ negative: false, of: a }, { negative: true, of: b });
/** −s; s of −s. */
export const negative = (s: Syntax): Syntax => {
  const of = bare(s);
  return of.kind === 'sum' && of.terms.length === 1 && of.terms[0]!.negative
    ? of.terms[0]!.of
    : sum({ negative: true, of: s });
};
export const binary = (operator: Operator, left: Syntax, right: Syntax): Syntax => ({
  kind: 'binary',
  operator,
  left,
  right,
  span,
});
/** sᵀ; s of sᵀ. */
export const transposed = (s: Syntax): Syntax => {
  const of = bare(s);
  return of.kind === 'transpose' ? of.of : { kind: 'transpose', of: s, prime: false, span };
};
export const power = (of: Syntax, exponent: Rational | number): Syntax =>
  exponent === 1 ? of : { kind: 'power', of, exponent: number(exponent), entrywise: false, span };
export const pseudoInverse = (of: Syntax): Syntax => ({ kind: 'pseudoInverse', of, span });
export const call = (fn: string, of: Syntax): Syntax => ({
  kind: 'call',
  fn,
  args: [bare(of)],
  primes: 0,
  span,
});
export const differential = (of: Syntax): Syntax => ({ kind: 'differential', of, order: 1, span });

/** A size as it is written at a constant, or null where it is none of one factor. */
export const sizeText = (d: Dimension): Syntax | null => {
  const [only, other] = d;
  if (other !== undefined || typeof only === 'object') return null;
  return typeof only === 'string' ? name(only) : number(only ?? 1);
};
export const identity = (size: Syntax): Syntax => ({ kind: 'identity', size: [size], span });
/** A column of ones. */
export const ones = (size: Syntax): Syntax => ({ kind: 'constant', of: 'ones', size: [size], span });
/** K_{mn}. */
export const commutation = (m: Syntax, n: Syntax): Syntax => ({
  kind: 'subscript',
  of: name('K'),
  subscripts: [m, n],
  span,
});

/** The value of a number as it may be written: 2, ½, \frac12. */
export const numberOf = (s: Syntax): Rational | null => {
  const of = bare(s);
  if (of.kind === 'number') return of.value;
  if (of.kind === 'sum' && of.terms.length === 1 && of.terms[0]!.negative) {
    const value = numberOf(of.terms[0]!.of);
    return value && rational(-value.num, value.den);
  }
  if (of.kind !== 'quotient') return null;
  const [over, under] = [numberOf(of.over), numberOf(of.under)];
  return over && under && under.num !== 0n ? rational(over.num * under.den, over.den * under.num) : null;
};
/** The exponent where it is an integer. */
export const exponentOf = (s: Of<'power'>): number | null => {
  const value = numberOf(s.exponent);
  return value && value.den === 1n ? Number(value.num) : null;
};

/** One text for pieces that say the same, wherever they stand and whatever brackets are around them. */
export const keyOf = (s: Syntax): string => {
  const of = bare(s);
  const known = keys.get(of);
  if (known !== undefined) return known;
  const own = Object.entries(of).filter(([key]) => !APART.has(key));
  const key = `{${own.map(([, value]) => partKey(value)).join()}}`;
  keys.set(of, key);
  return key;
};
const keys = new WeakMap<Syntax, string>();
/** What does not count: where a piece stands, what it was made from, how its letter is drawn. */
const APART: ReadonlySet<string> = new Set(['span', 'origin', 'latex']);
const partKey = (value: unknown): string => {
  if (typeof value !== 'object' || value === null) return `${value}`;
  if (Array.isArray(value)) return `[${value.map(partKey).join()}]`;
  return 'kind' in value ? keyOf(value as Syntax) : `(${Object.values(value).map(partKey).join()})`;
};
