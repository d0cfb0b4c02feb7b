// What scalars do and matrices do not: (a + b)² = a² + 2ab + b², 1/(a + b), one term where a matrix has two.

import type { Syntax } from '../../latex/syntax.ts';
import { toNumber } from '../../number/rational.ts';
import {
  bare,
  binary,
  call,
  exponentOf,
  number,
  type Of,
  ones,
  plus,
  power,
  product,
  sizeText,
  sum,
  transposed,
} from '../make.ts';
import type { Place } from '../places.ts';
import { on, type Slip } from './row.ts';
import { coefficient } from './terms.ts';

const isSquareLetter = (s: Syntax, place: Place): boolean => bare(s).kind === 'name' && place.isSquare(s);
/** The factors with square letters transposed in their places. */
export const turned = (factors: readonly Syntax[], place: Place): Syntax[] =>
  factors.map(f => {
    const of = bare(f);
    return isSquareLetter(of.kind === 'transpose' ? of.of : of, place) ? transposed(f) : f;
  });

/** 2 P → P + Pᵀ, P + the factors of P in reverse; 2 … A … → … (A + Aᵀ) …; k Xᵏ⁻¹ Y → Xᵏ⁻¹ Y + … + Y Xᵏ⁻¹. */
const doubled = (place: Place): readonly Syntax[] => {
  const known = coefficient(place.piece);
  if (known?.value.den !== 1n) return [];
  const k = toNumber(known.value);
  const { rest } = known;
  const of = product(...rest);
  if (k === 2) {
    const symmetric = rest.flatMap((f, i) =>
      isSquareLetter(f, place) ? [product(...rest.with(i, plus(f, transposed(f))))] : [],
    );
    const both = place.isSquare(of) ? [plus(of, transposed(of))] : [];
    const reversed = rest.length > 1 ? [plus(of, product(...rest.toReversed()))] : [];
    return [...both, ...symmetric, ...reversed];
  }
  const [first, second, third] = rest;
  const base = first && bare(first);
  if (base?.kind !== 'power' || exponentOf(base) !== k - 1 || !second || third) return [];
  const x = (n: number): Syntax[] => (n === 0 ? [] : [power(base.of, n)]);
  return [plus(...Array.from({ length: k }, (_, i) => product(...x(k - 1 - i), second, ...x(i))))];
};

/** P → P + P with the square letters transposed: what the second occurrence of a variable gives. */
const secondOccurrence = on('product', (s, place) => {
  if (!place.isTerm) return [];
  const other = turned(s.factors, place);
  return other.some((f, i) => f !== s.factors[i]) ? [plus(s, product(...other))] : [];
});
/** P (Q + R) → P Q + P′ R, with the square letters of P′ transposed. */
const expanded = on('product', (s, place) =>
  s.factors.flatMap((f, i) => {
    const of = bare(f);
    if (of.kind !== 'sum' || of.terms.length !== 2) return [];
    const [before, after] = [s.factors.slice(0, i), s.factors.slice(i + 1)];
    const term = (t: Of<'sum'>['terms'][number], turn: boolean) => ({
      ...t,
      of: turn
        ? product(...turned(before, place), t.of, ...turned(after, place))
        : product(...before, t.of, ...after),
    });
    return [0, 1].map(k => sum(...of.terms.map((t, j) => term(t, j === k))));
  }),
);

/** ‖a‖² + ‖b‖² → … + 2 tr(aᵀ b). */
const crossTerm = on('sum', ({ terms }) => {
  const norms = terms.flatMap(t => {
    const of = bare(t.of);
    const norm = of.kind === 'power' && exponentOf(of) === 2 ? bare(of.of) : null;
    return norm?.kind === 'norm' ? [norm.of] : [];
  });
  const [a, b] = norms;
  if (!a || !b) return [];
  const of = product(number(2), call('tr', product(transposed(a), b)));
  return [false, true].map(negative => sum(...terms, { negative, of }));
});
/** P⁻¹ + Q⁻¹ → P⁻¹ (P⁻¹ + Q⁻¹)⁻¹ Q⁻¹. */
const parallel = on('sum', (s, place) => {
  const [a, b, other] = s.terms;
  const matrices = a && b && !other && !a.negative && !b.negative && place.isSquare();
  return matrices ? [product(a.of, power(s, -1), b.of)] : [];
});
/** diag(A) ⊙ diag(B) → (A ⊙ Bᵀ) 1. */
const diagonals = on('binary', (s, place) => {
  const [a, b] = [bare(s.left), bare(s.right)];
  if (s.operator !== 'hadamard' || a.kind !== 'call' || b.kind !== 'call') return [];
  if (!/^[dD]iag$/.test(a.fn) || a.fn !== b.fn) return [];
  const size = sizeText(place.shape(a.args[0]!)?.cols ?? []);
  return size ? [product(binary('hadamard', a.args[0]!, transposed(b.args[0]!)), ones(size))] : [];
});

export const SCALARS: readonly Slip[] = [
  { name: 'what scalars do', weight: 1.1, at: doubled },
  { name: 'term of the second occurrence', weight: 1.4, at: secondOccurrence },
  { name: 'term of the second occurrence', weight: 1.5, at: expanded },
  { name: 'cross term', weight: 1.3, at: crossTerm },
  { name: 'inverse of a sum', weight: 1.7, at: parallel },
  { name: 'diagonal of a product', weight: 1.2, at: diagonals },
];
