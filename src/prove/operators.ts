// What the multilinear operators do to terms: join indices, list the open ones anew. Part of what is trusted.

import { type Factor, identical } from '../expression/dimension.ts';
import { Beyond, entrywise, MISFIT, type Term, type Value, Wiring } from './network.ts';
import { refitted } from './refit.ts';

/** Entry by entry both mean the same positions: identities and ones take the order of factors that the other has. */
export const agreed = (a: Value, b: Value): readonly [Value, Value] => {
  let [x, y] = [a, b];
  for (const side of ['rows', 'cols'] as const) {
    if (!x.terms.length || !y.terms.length || identical(x[side], y[side])) continue;
    const right = refitted(y, side, x[side]);
    const left = right ? x : refitted(x, side, y[side]);
    if (!left) throw new Beyond(MISFIT);
    [x, y] = [left, right ?? y];
  }
  return [x, y];
};

/** Columns that can be joined to rows. */
export const joinable = (a: Value, b: Value): readonly [Value, Value] => {
  if (!a.terms.length || !b.terms.length || identical(a.cols, b.rows)) return [a, b];
  const left = refitted(a, 'cols', b.rows);
  const right = left ? b : refitted(b, 'rows', a.cols);
  if (!right) throw new Beyond(MISFIT);
  return [left ?? a, right];
};

export const transposed = (t: Term): Term => ({ ...t, rows: t.cols, cols: t.rows });
export const split = (t: Term, at: number): Term => ({
  ...t,
  rows: t.rows.slice(0, at),
  cols: t.rows.slice(at),
});

/** What `split` parts, in one tuple of rows. */
export const unsplit = (t: Term): Term => ({ ...t, rows: [...t.rows, ...t.cols], cols: [] });

/** The product of terms whose inner tuples are alike. */
export const chained = (factors: readonly Term[]): Term => {
  const w = new Wiring();
  let [rows, ends]: (readonly number[] | null)[] = [null, null];
  for (const t of factors) {
    const offset = w.add(t);
    if (ends) w.joinAll(ends, t.rows, offset);
    else rows = t.rows;
    ends = t.cols.map(i => i + offset);
  }
  return w.term(rows ?? [], ends ?? []);
};
/** The trace of a product, closed at once. */
export const joinedCycle = (a: Term, b: Term): Term => entrywise(a, transposed(b), false);
export const concatenated = (a: Term, b: Term, joined: boolean): Term => {
  const w = new Wiring();
  w.add(a);
  const offset = w.add(b);
  const [rows, cols] = [b.rows.map(i => i + offset), b.cols.map(i => i + offset)];
  if (joined) w.joinAll(a.cols, cols);
  return w.term([...a.rows, ...rows], joined ? a.cols : [...a.cols, ...cols]);
};
/** Rows joined to columns; open on the diagonal, or closed in a trace. */
export const joinedEnds = (t: Term, open: boolean): Term => {
  const w = new Wiring();
  w.add(t);
  w.joinAll(t.rows, t.cols);
  return w.term(open ? t.rows : []);
};
/** Σ over a named index; a term that does not depend on it is counted as often as the index runs. */
export const summed = (t: Term, name: string, dim: Factor): Term => {
  const at = t.named.find(([n]) => n === name)?.[1];
  if (at !== undefined && t.indices[at] !== dim) throw new Beyond(`index ${name} runs over two dimensions`);
  const w = new Wiring();
  w.add({ ...t, named: t.named.filter(([n]) => n !== name) });
  if (at === undefined) w.size(dim);
  return w.term(t.rows, t.cols);
};

export const namesOf = (terms: readonly Term[]): Map<string, Factor> => {
  const names = new Map<string, Factor>();
  for (const t of terms)
    for (const [name, i] of t.named) {
      const dim = t.indices[i]!;
      if ((names.get(name) ?? dim) !== dim) throw new Beyond(`index ${name} runs over two dimensions`);
      names.set(name, dim);
    }
  return names;
};
/** All open indices, free ones last, as rows. */
export const slotted = (t: Term, names: ReadonlyMap<string, Factor>): Term => {
  const w = new Wiring();
  w.add({ ...t, named: [] });
  const free = [...names].map(([name, dim]) => t.named.find(([n]) => n === name)?.[1] ?? w.index(dim));
  return w.term([...t.rows, ...t.cols, ...free]);
};
