// Dimensions that are numbers: an index runs over known positions, a determinant has a formula. Part of what is trusted.
//   positions          T = Σ_p e_p(i) T                            for an index i of dimension 1..4
//   Leibniz formula    det M = Σ_σ sgn σ · M(1,σ1) ⋯ M(n,σn)       for n up to 4. Horn & Johnson 2013, §0.3

import { MINUS_ONE, ONE } from '../number/rational.ts';
import type { Board, Sum } from './board.ts';
import { constant, type Term, Wiring } from './network.ts';

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
  const isSquare = kind === 'matrix' && split === 1 && dims.length === 2 && n === m;
  if (!isSquare || typeof n !== 'number' || n > LARGEST) return null;
  const result: Term[] = [];
  for (const { order, even } of permutations(Array.from({ length: n }, (_, i) => i))) {
    let partial: Term[] = [constant(even ? ONE : MINUS_ONE, [])];
    order.forEach((col, row) => {
      const here = terms.filter(t => hasEntry(t, row + 1, col + 1));
      partial = partial.flatMap(t => here.map(of => withEntry(board, t, of, row + 1, col + 1)));
    });
    result.push(...partial);
    if (result.length > MOST_TERMS) return null;
  }
  return result;
};
/** A diagonal term has none off its diagonal, and a unit vector holds an index at its position. */
const hasEntry = ({ rows: [i, j], nodes }: Term, row: number, col: number): boolean =>
  (i !== j || row === col) &&
  nodes.every(({ atom, legs: [at] }) => {
    const place = at === i ? row : at === j ? col : null;
    return atom.kind !== 'unit' || place === null || atom.position === place;
  });

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
