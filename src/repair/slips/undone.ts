// Slips that cannot be made the other way round, undone. For repairs only: there is nothing of theirs in a true line.

import { pieces } from '../../latex/operands.ts';
import type { Syntax } from '../../latex/syntax.ts';
import { bare, binary, call, exponentOf, keyOf, product, pseudoInverse, transposed } from '../make.ts';
import type { Place } from '../places.ts';
import { on, type Slip } from './row.ts';
import { isOnesRow } from './shapes.ts';

const same = (a: Syntax, b: Syntax): boolean => keyOf(a) === keyOf(b);

/** P + Pᵀ − I ⊙ P → P. */
const untriangled = on('sum', ({ terms }) => {
  const [p, q, diagonal, more] = terms;
  const of = diagonal?.negative ? bare(diagonal.of) : null;
  if (more || !p || !q || of?.kind !== 'binary' || bare(of.left).kind !== 'identity') return [];
  return same(transposed(p.of), q.of) && same(of, binary('hadamard', of.left, p.of)) ? [p.of] : [];
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
const turned = on('subscript', (s, place) =>
  place.isColumn() && place.parent?.kind !== 'transpose' ? [transposed(s)] : [],
);

/** Aᵀ, A⁻¹ → A⁺, where the line has a pseudo-inverse. */
const pseudo = ({ piece, about }: Place): readonly Syntax[] => {
  const inverse = piece.kind === 'power' && exponentOf(piece) === -1;
  if (piece.kind !== 'transpose' && !inverse) return [];
  return [...pieces(about.other)].some(p => p.kind === 'pseudoInverse') ? [pseudoInverse(piece.of)] : [];
};

export const UNDONE: readonly Slip[] = [
  { name: 'symmetry taken for granted', weight: 1.2, at: untriangled },
  { name: 'inverse of a sum', weight: 1.4, at: serial },
  { name: 'product with ones for diag', weight: 1.3, at: diagonals },
  { name: 'transpose', weight: 1, at: turned },
  { name: 'inverse for pseudoinverse', weight: 1.6, at: pseudo },
];
