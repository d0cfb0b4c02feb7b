// Norms, eigenvalues and singular values, one taken for another. For repairs only: made of a true line, almost all are false.

import type { Syntax } from '../../latex/syntax.ts';
import { rational } from '../../number/rational.ts';
import { binary, call, NOWHERE, numberOf, type Of, power } from '../make.ts';
import type { Place } from '../places.ts';
import { on, type Slip } from './row.ts';

/** Of matrices and of vectors; without an index it is Frobenius's, or the one of the vector. */
const OF_MATRICES = ['F', '2', '1', '∞', '*', 'max'];
const OF_VECTORS = ['2', '1', '∞'];
const norms = on('norm', (s, place) => {
  const all = place.isColumn(s.of) ? OF_VECTORS : OF_MATRICES;
  return all
    .filter(which => which !== s.which)
    .map((which): Syntax => ({ kind: 'norm', of: s.of, which, span: NOWHERE }));
});

const ENDS = ['λ_max', 'λ_min', 'σ_max', 'σ_min'];
const isSpectral = (s: Of<'norm'>, place: Place): boolean =>
  /^(?:2|op|spec)$/.test(s.which) && !place.isColumn(s.of);
/** λ_max(A) → λ_min(A), ‖A‖_2 → σ_min(A). */
const ends = (place: Place): readonly Syntax[] => {
  const { piece } = place;
  if (piece.kind === 'norm') return isSpectral(piece, place) ? [call('σ_min', piece.of)] : [];
  if (piece.kind !== 'call' || !ENDS.includes(piece.fn)) return [];
  return ENDS.filter(fn => fn !== piece.fn).map(fn => call(fn, piece.args[0]!));
};

/** f(A + B) → f(A ⊕ B), whose eigenvalues are the sums of theirs. */
const kroneckerSum = on('sum', ({ terms: [a, b, other] }, place) => {
  const stands = place.parent?.kind === 'call' || place.parent?.kind === 'norm';
  if (!stands || !a || !b || other || a.negative || b.negative || !place.isSquare()) return [];
  return [binary('kroneckerSum', a.of, b.of)];
});

/** A⁻¹ → A^{−1/2} → A⁻¹. */
const root = on('power', ({ of, exponent, entrywise }, place) => {
  const value = entrywise || !place.isSquare(of) ? null : numberOf(exponent);
  return value?.num === -1n && value.den <= 2n ? [power(of, rational(-1, value.den === 1n ? 2 : 1))] : [];
});

export const NORMS: readonly Slip[] = [
  { name: 'another norm', weight: 1, at: norms },
  { name: 'another end of the spectrum', weight: 1.2, at: ends },
  { name: 'sum for ⊕', weight: 1.8, at: kroneckerSum },
  { name: 'power', weight: 1.4, at: root },
];
