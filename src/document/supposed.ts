// Equations that say what a letter is like: "assume Aᵀ = A", "QᵀQ = I", "with ‖x‖ = 1", "1ᵀy = 1". They are structure, as words are.

import type { Structure } from '../expression/symbol.ts';
import type { Chain, Syntax } from '../latex/syntax.ts';
import type { Declaration } from './document.ts';

/** Structure, or that the entries of a vector add up to 1. */
type Likeness = Structure | 'unit sum';
export interface Supposed {
  readonly name: string;
  readonly structure: Likeness;
}

/** Words under which such an equation holds from there on. */
export const SUPPOSING =
  /^(assume|assuming|suppose|supposing|let|with|where|given|satisfying|satisfies|satisfy|since|because|st|that|is|are|be)$/;

/** What one equation says of one letter; null for any other equation. */
export const supposedIn = ({ items, relations }: Chain): Supposed | null => {
  const [left, right] = items.map(bare);
  if (!left || !right || relations.length !== 1 || relations[0]!.sign !== '=') return null;
  return said(left, right) ?? said(right, left);
};

const said = (left: Syntax, right: Syntax): Supposed | null => {
  const is = (name: string | null, structure: Likeness): Supposed | null =>
    name !== null ? { name, structure } : null;
  if (left.kind === 'transpose') {
    const name = nameOf(left.of);
    const negative =
      right.kind === 'sum' && right.terms.length === 1 && right.terms[0]!.negative
        ? right.terms[0]!.of
        : null;
    if (name !== null && nameOf(right) === name) return is(name, 'symmetric');
    if (name !== null && negative && nameOf(negative) === name) return is(name, 'skew');
    return null;
  }
  if (left.kind === 'power' && !left.entrywise && isOne(left.exponent, 2n)) {
    const name = nameOf(left.of);
    if (name !== null && nameOf(right) === name) return is(name, 'idempotent');
    const of = bare(left.of);
    if (of.kind === 'norm' && isOne(right, 1n)) return is(unitOf(of), 'unit');
    return null;
  }
  if (left.kind === 'norm' && isOne(right, 1n)) return is(unitOf(left), 'unit');
  if (isOne(right, 1n) && left.kind === 'summation') return is(summed(left), 'unit sum');
  if (left.kind !== 'product' || left.factors.length !== 2) return null;
  const [first, second] = left.factors.map(bare) as [Syntax, Syntax];
  if (first.kind !== 'transpose') return null;
  if (isOne(right, 1n) && isOnes(first.of)) return is(nameOf(second), 'unit sum');
  if (isOne(right, 1n) && isOnes(second)) return is(nameOf(first.of), 'unit sum');
  const name = nameOf(first.of);
  if (name === null || nameOf(second) !== name) return null;
  if (right.kind === 'identity') return is(name, 'orthonormal-columns');
  return isOne(right, 1n) && /^\p{Ll}/u.test(name) ? is(name, 'unit') : null;
};
const unitOf = (s: Extract<Syntax, { kind: 'norm' }>): string | null =>
  s.which === '' || s.which === '2' ? nameOf(s.of) : null;
const isOnes = (s: Syntax): boolean => {
  const of = bare(s);
  return of.kind === 'constant' && of.of === 'ones';
};
/** The y of Σᵢ yᵢ. */
const summed = ({ of, indices }: Extract<Syntax, { kind: 'summation' }>): string | null => {
  const entry = bare(of);
  if (entry.kind !== 'subscript' || entry.subscripts.length !== 1 || indices.length !== 1) return null;
  return nameOf(entry.subscripts[0]!) === indices[0] ? nameOf(entry.of) : null;
};
const bare = (s: Syntax): Syntax => (s.kind === 'group' ? bare(s.of) : s);
const nameOf = (s: Syntax): string | null => {
  const of = bare(s);
  return of.kind === 'name' ? of.name : null;
};
const isOne = (s: Syntax, n: bigint): boolean =>
  s.kind === 'number' && s.value.num === n && s.value.den === 1n;

/** The declarations with what equations suppose: unit vectors and sums are of vectors, the others of matrices. */
export const withSupposed = (declarations: readonly Declaration[], all: readonly Supposed[]): Declaration[] =>
  declarations.map(d => {
    const own = all.filter(s => s.name === d.name && fits(s.structure, d)).map(s => s.structure);
    if (!own.length) return d;
    const structure = [...d.structure, ...own.filter(s => s !== 'unit sum')];
    return { ...d, structure: [...new Set(structure)], ...(own.includes('unit sum') && { unitSum: true }) };
  });
export const fits = (structure: Likeness, d: Declaration): boolean =>
  structure === 'unit' || structure === 'unit sum'
    ? d.kind === 'vector'
    : d.kind === 'matrix' || d.square === true;
/** It was said in words already. */
export const isSaid = ({ structure }: Supposed, d: Declaration | null | undefined): boolean =>
  structure === 'unit sum'
    ? d?.unitSum === true
    : [structure, ...(IMPLYING.get(structure) ?? [])].some(s => d?.structure.includes(s));
/** Words that say more than the equation. */
const IMPLYING: ReadonlyMap<Likeness, readonly Structure[]> = new Map([
  ['symmetric', ['positive-definite', 'diagonal']],
  ['orthonormal-columns', ['orthogonal']],
]);
