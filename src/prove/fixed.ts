// Dimensions that are numbers: an index runs over known positions, a determinant has a formula. Part of what is trusted.
//   positions          T = Σ_p e_p(i) T                            for an index i of dimension 1..4
//   Leibniz formula    det M = Σ_σ sgn σ · M(1,σ1) ⋯ M(n,σn)       for n up to 4. Horn & Johnson 2013, §0.3
//   determinant lemma  det(I + u vᵀ) = 1 + vᵀu                     for every n. Harville 1997, ch. 18

import { MINUS_ONE, ONE } from '../number/rational.ts';
import type { Board, Sum } from './board.ts';
import { constant, type Term, Wiring } from './network.ts';
import { joinedEnds } from './operators.ts';

export interface Positions {
  readonly rule: 'positions';
  readonly sum: number;
  readonly term: number;
  readonly index: number;
}
/** The largest dimension that is taken apart. */
export const LARGEST = 4;
/** Terms that a formula may have. */
const MOST_TERMS = 3000;

/** One term for each position of an index. */
export const atPositions = (board: Board, term: Term, index: number): Term[] | null => {
  const dim = term.indices[index];
  if (typeof dim !== 'number' || dim > LARGEST) return null;
  return Array.from({ length: dim }, (_, p) => {
    const w = new Wiring();
    w.add(term);
    w.node(board.unit(p + 1), [index]);
    return w.term(term.rows, term.cols);
  });
};

const permutations = (
  of: readonly number[],
): { readonly order: readonly number[]; readonly even: boolean }[] =>
  of.length === 0
    ? [{ order: [], even: true }]
    : of.flatMap((x, k) =>
        permutations(of.toSpliced(k, 1)).map(({ order, even }) => ({
          order: [x, ...order],
          even: even === (k % 2 === 0),
        })),
      );

/** The determinant of an argument of known size, multiplied out. */
export const leibniz = (board: Board, { kind, split, dims, terms }: Sum): Term[] | null => {
  const [n, m] = dims;
  if (
    kind !== 'matrix' ||
    split !== 1 ||
    dims.length !== 2 ||
    typeof n !== 'number' ||
    n !== m ||
    n > LARGEST
  )
    return null;
  const result: Term[] = [];
  for (const { order, even } of permutations(Array.from({ length: n }, (_, i) => i))) {
    let partial: Term[] = [constant(even ? ONE : MINUS_ONE, [])];
    order.forEach((col, row) => {
      const here = terms.filter(t => isAt(t, t.rows[0]!, row + 1) && isAt(t, t.rows[1]!, col + 1));
      partial = partial.flatMap(t => here.map(of => withEntry(board, t, of, row + 1, col + 1)));
    });
    result.push(...partial);
    if (result.length > MOST_TERMS) return null;
  }
  return result;
};
/** No unit vector holds the index at another position. */
const isAt = ({ nodes }: Term, index: number, position: number): boolean =>
  nodes.every(({ atom, legs }) => atom.kind !== 'unit' || legs[0] !== index || atom.position === position);

/** A number times one entry of a matrix term. */
const withEntry = (board: Board, t: Term, of: Term, row: number, col: number): Term => {
  const w = new Wiring();
  w.add(t);
  const offset = w.add(of);
  const [i, j] = [of.rows[0]! + offset, of.rows[1]! + offset];
  w.node(board.unit(row), [i]);
  w.node(board.unit(col), [j]);
  return w.term([]);
};

/** det(I + u vᵀ): one term is the identity, in the other one nothing joins the rows to the columns. */
export const determinantLemma = ({ kind, split, dims, terms }: Sum): Term[] | null => {
  if (kind !== 'matrix' || 2 * split !== dims.length || terms.length !== 2) return null;
  const at = terms.findIndex(t => isIdentityTerm(t, split));
  const outer = terms[1 - at];
  if (at < 0 || !outer || !isOuter(outer, split)) return null;
  const closed = joinedEnds(
    { ...outer, rows: outer.rows.slice(0, split), cols: outer.rows.slice(split) },
    false,
  );
  return [constant(ONE, []), closed];
};
const isIdentityTerm = (t: Term, split: number): boolean =>
  t.nodes.length === 0 &&
  t.sizes.length === 0 &&
  t.scalar.num === 1n &&
  t.scalar.den === 1n &&
  new Set(t.rows).size === split &&
  t.rows.slice(0, split).every((i, k) => i === t.rows[k + split]);
const isOuter = (t: Term, split: number): boolean => {
  const part = t.indices.map((_, i) => i);
  const root = (i: number): number => (part[i] === i ? i : root(part[i]!));
  for (const { legs } of t.nodes) for (const i of legs) part[root(i)] = root(legs[0]!);
  const rows = new Set(t.rows.slice(0, split).map(root));
  return t.rows.slice(split).every(i => !rows.has(root(i)));
};
