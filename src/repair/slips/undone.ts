// Slips that cannot be made the other way round, undone. For repairs only: there is nothing of theirs in a true line.

import { pieces } from '../../latex/operands.ts';
import type { Syntax } from '../../latex/syntax.ts';
import {
  bare,
  binary,
  call,
  exponentOf,
  keyOf,
  power,
  product,
  pseudoInverse,
  sum,
  transposed,
} from '../make.ts';
import type { Place } from '../places.ts';
import { isInverse } from './calculus.ts';
import { on, type Slip } from './row.ts';
import { turned } from './scalars.ts';
import { isOnesRow } from './shapes.ts';
import { coefficient } from './terms.ts';

const same = (a: Syntax, b: Syntax): boolean => keyOf(a) === keyOf(b);

/** P + Pᵀ − I ⊙ P → P, Pᵀ. */
const untriangled = on('sum', ({ terms }) => {
  const [q, last] = terms.slice(-2);
  const of = last?.negative ? bare(last.of) : null;
  if (terms.length < 3 || of?.kind !== 'binary' || bare(of.left).kind !== 'identity') return [];
  const p = sum(...terms.slice(0, -2));
  const both = [p, q!.of];
  const isDiagonal = both.some(s => same(of, binary('hadamard', of.left, s)));
  return isDiagonal && (same(transposed(p), q!.of) || same(transposed(q!.of), p)) ? both : [];
});

/** P + P → P, with the square letters of the second P transposed, or not. */
const single = on('sum', ({ terms }, place) =>
  terms.flatMap((t, i) => {
    const before = terms[i - 1];
    if (before?.negative !== t.negative) return [];
    const [one, other] = [before.of, t.of].map(of => product(...factorsOf(of)));
    const second = product(...turned(factorsOf(before.of), place));
    return same(one!, other!) || same(second, other!) ? [sum(...terms.toSpliced(i, 1))] : [];
  }),
);
const factorsOf = (s: Syntax): readonly Syntax[] => {
  const of = bare(s);
  return of.kind === 'product' ? of.factors : [of];
};

/** A ⊙ (½ B) → A ⊙ B: a number where no term begins. */
const numbered = (place: Place): readonly Syntax[] => {
  const known = place.isTerm ? null : coefficient(place.piece);
  return known ? [product(...known.rest)] : [];
};

/** diag(x) − x xᵀ → diag(x). */
const diagonal = on('sum', ({ terms: [a, b, more] }) => {
  const of = a && bare(a.of);
  const [x] = of?.kind === 'call' && /^[dD]iag$/.test(of.fn) ? of.args : [];
  const stands = x && a && !a.negative && b?.negative && !more;
  return stands && same(b.of, product(x, transposed(x))) ? [a.of] : [];
});

/** P (P + Q)⁻¹ Q → P + Q. */
const serial = on('product', ({ factors }) =>
  factors.flatMap((f, i) => {
    const inverse = bare(f);
    if (inverse.kind !== 'power' || exponentOf(inverse) !== -1) return [];
    const of = bare(inverse.of);
    const [p, q, more] = of.kind === 'sum' ? of.terms : [];
    if (!p || !q || more) return [];
    const stands =
      same(product(...factors.slice(0, i)), p.of) && same(product(...factors.slice(i + 1)), q.of);
    return stands ? [of] : [];
  }),
);

/** A x 1ᵀ B → A diag(x) B. */
const diagonals = on('product', ({ factors }, place) =>
  factors.flatMap((f, i) => {
    const [before, x] = [factors.slice(0, i - 1), factors[i - 1]];
    const stands = x && isOnesRow(f) && place.isColumn(x);
    return stands ? [product(...before, call('diag', x), ...factors.slice(i + 1))] : [];
  }),
);

/** e_i is a letter with an index, and no entry. */
const unit = on('subscript', (s, place) =>
  place.isColumn() && place.parent?.kind !== 'transpose' ? [transposed(s)] : [],
);

/** Of what can be squared: A → A². */
const squared = (place: Place): readonly Syntax[] => {
  const { piece, parent } = place;
  const stands = SQUARED.includes(piece.kind) && parent?.kind !== 'power' && parent?.kind !== 'transpose';
  return stands && (place.isSquare() || (place.isScalar() && piece.kind === 'call')) ? [power(piece, 2)] : [];
};
const SQUARED: readonly Syntax['kind'][] = ['name', 'product', 'sum', 'call', 'transpose'];

const hasInverse = (s: Syntax): boolean => pieces(s).some(p => p.kind === 'pseudoInverse' || isInverse(p));
/** A whole side, or an argument, → its inverse, where the other one has an inverse. */
const inverted = (place: Place): readonly Syntax[] => {
  const stands = place.parent === null || place.parent.kind === 'call' || place.parent.kind === 'subscript';
  return stands && place.isSquare() && hasInverse(place.about.other) ? [power(place.piece, -1)] : [];
};

/** Aᵀ, A⁻¹ → A⁺, where the other side has an inverse, too. */
const pseudo = ({ piece, about }: Place): readonly Syntax[] => {
  const stands = piece.kind === 'transpose' || isInverse(piece);
  return stands && hasInverse(about.other) ? [pseudoInverse(piece.of)] : [];
};

/** Sᵀ → S⁻¹, where the line has S⁻¹: they are the same for some S. */
const orthogonal = on('transpose', (s, { side, about }) => {
  const inverse = power(s.of, -1);
  const stands = [side, about.other].some(of => pieces(of).some(p => same(p, inverse)));
  return stands ? [inverse] : [];
});

/** A − λ I + P → λ I − A + P. */
const reversed = on('sum', ({ terms }) =>
  terms.flatMap((b, i) => {
    const a = terms[i - 1];
    return a && a.negative !== b.negative
      ? [sum(...terms.with(i - 1, { ...a, of: b.of }).with(i, { ...b, of: a.of }))]
      : [];
  }),
);

export const UNDONE: readonly Slip[] = [
  { name: 'symmetry taken for granted', weight: 1.2, at: untriangled },
  { name: 'term of the second occurrence', weight: 1.3, at: single },
  { name: 'coefficient dropped', weight: 1.3, at: numbered },
  { name: 'outer product of softmax', weight: 1.4, at: diagonal },
  { name: 'inverse of a sum', weight: 1.4, at: serial },
  { name: 'product with ones for diag', weight: 1.3, at: diagonals },
  { name: 'transpose', weight: 1, at: unit },
  { name: 'power', weight: 1.6, at: squared },
  { name: 'inverse', weight: 1.5, at: inverted },
  { name: 'inverse for pseudoinverse', weight: 1.6, at: pseudo },
  { name: 'transpose for inverse', weight: 1.2, at: orthogonal },
  { name: 'sign', weight: 1.1, at: reversed },
];
