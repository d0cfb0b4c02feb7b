// Both sides in index notation, term by term, with letters that match; what does not cancel stands out.

import {
  add,
  compare as compareSizes,
  equal,
  isZero,
  MINUS_ONE,
  multiply,
  negate,
  type Rational,
  ZERO,
} from '../number/rational.ts';
import type { Board } from './board.ts';
import { matchingOf } from './like.ts';
import { compareTerms } from './matching.ts';
import type { Term } from './network.ts';
import { networkText, openLetters, withCoefficient } from './notation.ts';

/** One network with what each side has of it; null where a side has none. */
export interface Row {
  readonly left: string | null;
  readonly right: string | null;
  readonly agrees: boolean;
  /** What does not cancel, on the side that has more of it. */
  readonly extra: { readonly side: 'left' | 'right'; readonly text: string } | null;
}
export interface Comparison {
  /** Letters of the open places: the entry of both sides that the rows are about. */
  readonly open: readonly string[];
  readonly rows: readonly Row[];
}

interface Total {
  readonly sizes: readonly string[];
  left: Rational;
  right: Rational;
}

/** Compares the two sides' terms network by network. @throws Beyond when labelling grows beyond its budget */
export const compare = (board: Board, left: readonly Term[], right: readonly Term[]): Comparison => {
  const terms = [...left, ...right];
  const taken = new Set(terms.flatMap(t => t.named.map(([name]) => name)));
  const first = terms[0];
  const open = openLetters(first ? first.rows.length + first.cols.length : 0, taken);
  const rows: Row[] = [];
  for (const { representative, members, odd } of matchingOf(terms)) {
    if (odd) continue;
    const model = terms[representative]!;
    const totals = new Map<string, Total>();
    for (const member of members) {
      const t = terms[member.term]!;
      const scalar = compareTerms(t, model, member) < 0 ? multiply(MINUS_ONE, t.scalar) : t.scalar;
      const key = t.sizes.join(' ');
      const total = totals.get(key) ?? { sizes: t.sizes, left: ZERO, right: ZERO };
      const side = member.term < left.length ? 'left' : 'right';
      total[side] = add(total[side], scalar);
      totals.set(key, total);
    }
    const network = networkText(board, model, open);
    const text = (scalar: Rational, sizes: readonly string[]): string | null =>
      isZero(scalar) ? null : withCoefficient(scalar, sizes, network);
    for (const { sizes, left: l, right: r } of totals.values())
      if (!isZero(l) || !isZero(r))
        rows.push({
          left: text(l, sizes),
          right: text(r, sizes),
          agrees: equal(l, r),
          extra: extraOf(l, r, scalar => withCoefficient(scalar, sizes, network)),
        });
  }
  const key = (row: Row): string => `${row.agrees ? 0 : 1} ${row.left ?? row.right}`;
  return { open, rows: rows.sort((a, b) => (key(a) < key(b) ? -1 : 1)) };
};

const extraOf = (left: Rational, right: Rational, text: (scalar: Rational) => string): Row['extra'] => {
  if (equal(left, right)) return null;
  const isMore = compareSizes(absolute(left), absolute(right)) >= 0;
  const [more, less] = isMore ? [left, right] : [right, left];
  return { side: isMore ? 'left' : 'right', text: text(add(more, negate(less))) };
};
const absolute = (n: Rational): Rational => (n.num < 0n ? negate(n) : n);
