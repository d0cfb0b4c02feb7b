// Two derivatives at one instance, held against each other: entry by entry along every direction in which the variable may move.
//   differ  ⇒ an entry is apart by far more than the estimated errors explain, and visibly against the whole derivative
//   agree   ⇒ all entries are within their errors

/** A derivative as one column for each direction: F's entries stacked column by column; errors are absolute. */
export interface Columns {
  readonly columns: readonly Float64Array[];
  readonly errors: readonly number[];
}
export interface Comparison {
  readonly outcome: 'agree' | 'unclear' | 'differ';
  /** The worst gap in units of its allowance. */
  readonly ratio: number;
  /** Where it is worst: the direction, and the entry of F. */
  readonly worst: { readonly direction: number; readonly entry: number };
}

/** What the rounding of somebody's code may come to, against the largest entry: it carries no error bound of its own. */
const CODE = 2 ** -40;
/** A difference is so many allowances, and this part of the largest entry. */
const [CLEAR, VISIBLE] = [10, 1e-6];

export const compare = (a: Columns, b: Columns): Comparison => {
  const scale = Math.max(largest(a.columns), largest(b.columns));
  let [ratio, differ] = [0, false];
  let worst = { direction: 0, entry: 0 };
  for (const [direction, column] of a.columns.entries())
    for (const [entry, x] of column.entries()) {
      const gap = distance(x, b.columns[direction]![entry]!);
      if (gap === 0) continue;
      const allowed = 2 * (a.errors[direction]! + b.errors[direction]!) + CODE * scale;
      if (gap / allowed > ratio) [ratio, worst] = [gap / allowed, { direction, entry }];
      differ ||= gap > CLEAR * allowed && gap > VISIBLE * scale;
    }
  return { outcome: differ ? 'differ' : ratio <= 1 ? 'agree' : 'unclear', ratio, worst };
};

/** The largest entry that is a number. */
export const largest = (columns: readonly Float64Array[]): number =>
  columns.reduce((max, c) => c.reduce((m, x) => (Number.isFinite(x) ? Math.max(m, Math.abs(x)) : m), max), 0);
/** Infinite where one of them is no number. */
const distance = (x: number, y: number): number => {
  const gap = Math.abs(x - y);
  return Number.isNaN(gap) ? Number.POSITIVE_INFINITY : gap;
};
