// Clearing denominators: left = right is the same as M·left = M·right for an invertible M, and v ⊙ left = v ⊙ right for a v without
// zeros. M is what an inverse, v what a reciprocal in the statement is taken of, so the statement means nothing elsewhere.
// Part of what is trusted.

import type { Board, FunctionAtom, Sum } from './board.ts';
import { degrees, type Term, Wiring } from './network.ts';

/** A place of an open tuple: rows and columns counted through, rows first. */
export interface Clear {
  readonly rule: 'clear';
  readonly fn: 'inverse' | 'reciprocal';
  readonly argument: number;
  /** The half of the inverse's legs that is open: 0 multiplies by M on that place, 1 by its transpose. */
  readonly half: number;
  readonly places: readonly number[];
}

/** Both sides multiplied by what is inverted; null when it is not inverted anywhere or the places do not fit. */
export const cleared = (board: Board, step: Clear): readonly [Term[], Term[]] | null => {
  const { fn, argument, places } = step;
  const sum = board.sums[argument];
  if (!sum || sum.kind !== (fn === 'inverse' ? 'matrix' : 'entries')) return null;
  if (fn === 'inverse' && (2 * sum.split !== sum.dims.length || !sum.terms.length)) return null;
  const atom = board.function(fn, argument) as FunctionAtom;
  const sides = board.sums.slice(0, 2);
  if (!sides.some(side => side.terms.some(t => t.nodes.some(n => n.atom === atom)))) return null;
  const width = fn === 'inverse' ? sum.split : sum.dims.length;
  if (places.length !== width || new Set(places).size !== width) return null;
  const clear = fn === 'inverse' ? clearMatrix : clearEntries;
  const results: Term[][] = [];
  for (const side of sides) {
    const result: Term[] = [];
    for (const t of side.terms) {
      const made = clear(t, sum, atom, step);
      if (!made) return null;
      result.push(...made);
    }
    results.push(result);
  }
  return [results[0]!, results[1]!];
};

const openIndices = (t: Term): readonly number[] => [...t.rows, ...t.cols];
const reopened = (w: Wiring, t: Term, open: readonly number[]): Term =>
  w.term(open.slice(0, t.rows.length), open.slice(t.rows.length));

/** One term multiplied entry by entry by what a reciprocal is taken of: the reciprocal goes, or the terms come in. */
export const clearEntries = (
  t: Term,
  sum: Sum,
  atom: FunctionAtom,
  { places }: Pick<Clear, 'places'>,
): Term[] | null => {
  const open = openIndices(t);
  const at = places.map(k => open[k]!);
  if (at.some(i => i === undefined)) return null;
  const node = t.nodes.findIndex(n => n.atom === atom && n.legs.every((i, k) => i === at[k]));
  if (node >= 0) {
    const w = new Wiring();
    w.add(t, [node]);
    return [w.term(t.rows, t.cols)];
  }
  return sum.terms.map(by => {
    const w = new Wiring();
    w.add(t);
    w.joinAll(at, by.rows, w.add(by));
    return w.term(t.rows, t.cols);
  });
};

const clearMatrix = (t: Term, sum: Sum, atom: FunctionAtom, { places, half }: Clear): Term[] | null => {
  const open = openIndices(t);
  const at = places.map(k => open[k]!);
  if (at.some(i => i === undefined)) return null;
  const { split } = sum;
  const { legs: degree, open: openness } = degrees(t);
  const ends = (legs: readonly number[]): readonly [readonly number[], readonly number[]] =>
    half === 0 ? [legs.slice(0, split), legs.slice(split)] : [legs.slice(split), legs.slice(0, split)];
  const alone = at.every(i => degree[i] === 1 && openness[i] === 1);
  const node = alone
    ? t.nodes.findIndex(n => n.atom === atom && ends(n.legs)[0].every((i, k) => i === at[k]))
    : -1;
  if (node >= 0) {
    const w = new Wiring();
    w.add(t, [node]);
    for (const i of at) w.forget(i);
    const [, far] = ends(t.nodes[node]!.legs);
    return [reopened(w, t, replaced(open, places, far))];
  }
  return sum.terms.map(by => {
    const w = new Wiring();
    w.add(t);
    const offset = w.add(by);
    const slots = by.rows.map(i => i + offset);
    const [rows, cols] = [slots.slice(0, split), slots.slice(split)];
    const [outer, inner] = half === 0 ? [rows, cols] : [cols, rows];
    w.joinAll(at, inner);
    return reopened(w, t, replaced(open, places, outer));
  });
};
const replaced = (open: readonly number[], places: readonly number[], by: readonly number[]): number[] => {
  const result = [...open];
  places.forEach((place, k) => {
    result[place] = by[k]!;
  });
  return result;
};
