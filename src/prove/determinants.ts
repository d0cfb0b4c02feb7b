// Determinants of sums, for every size. Part of what is trusted. Harville 1997, ch. 18; Horn & Johnson 2013, §0.8.
//   determinant lemma      det(I + u vᵀ) = 1 + vᵀu
//   determinant turned     det(I + P Q) = det(I + Q P), P and Q of any shape (Sylvester)
//   determinant factored   det(D + N) = det D · det(I + D⁻¹N) for an invertible D

import { identical } from '../expression/dimension.ts';
import { has } from '../expression/symbol.ts';
import { equal, ONE } from '../number/rational.ts';
import { type Board, isSquare, type Sum } from './board.ts';
import { constant, reach, type Term, Wiring } from './network.ts';
import { chained, joinedEnds, split, unsplit } from './operators.ts';
import { applied, inverseDims, partsOfTerm, type Unfold } from './parts.ts';

export const unfoldDeterminant = (board: Board, sum: Sum, step: Unfold): Term[] | null => {
  if (step.fn !== 'determinant' || sum.kind !== 'matrix' || 2 * sum.split !== sum.dims.length) return null;
  switch (step.rule) {
    case 'determinant lemma':
      return lemma(sum);
    case 'determinant turned': {
      const term = turnedProduct(sum, step);
      if (!term) return null;
      const dims = term.rows.map(i => term.indices[i]!);
      const half = dims.slice(0, dims.length / 2);
      const one = { ...constant(ONE, half), rows: [...half.keys(), ...half.keys()] };
      return [applied(board, 'determinant', board.argument('matrix', dims, half.length, [one, term]), [])];
    }
    case 'determinant factored':
      return factored(board, sum, step);
    default:
      return null;
  }
};

/** The other term of I + N; null when the sum is no such one. */
export const besideIdentity = ({ split: at, terms }: Sum): Term | null => {
  const [first, second, ...more] = terms;
  if (!first || !second || more.length) return null;
  if (isIdentityTerm(first, at)) return second;
  return isIdentityTerm(second, at) ? first : null;
};
const isIdentityTerm = (t: Term, at: number): boolean =>
  t.nodes.length === 0 &&
  t.sizes.length === 0 &&
  equal(t.scalar, ONE) &&
  new Set(t.rows).size === at &&
  t.rows.slice(0, at).every((i, k) => i === t.rows[k + at]);

const lemma = (sum: Sum): Term[] | null => {
  const outer = besideIdentity(sum);
  return outer && isOuter(outer, sum.split)
    ? [constant(ONE, []), joinedEnds(split(outer, sum.split), false)]
    : null;
};
/** Nothing joins the rows to the columns. */
const isOuter = (t: Term, at: number): boolean => {
  const reached = reach(t, t.rows.slice(0, at));
  return t.rows.slice(at).every(i => !reached.has(i));
};

/** Q P for N = P Q, `part` naming the nodes of P and `inner` the indices between; null when they do not part N so. */
export const turnedProduct = (sum: Sum, { part, inner }: Unfold): Term | null => {
  const of = besideIdentity(sum);
  const parts = of && partsOfTerm(of, part);
  if (!parts || !inner?.length || new Set(inner).size !== inner.length) return null;
  const { term, inPart, inRest } = parts;
  if (!inner.every(i => term.indices[i] !== undefined)) return null;
  const [rows, cols] = [term.rows.slice(0, sum.split), term.rows.slice(sum.split)];
  const shared = new Set(inner);
  for (let i = 0; i < term.indices.length; i++) {
    const [isRow, isCol] = [rows.includes(i), cols.includes(i)];
    if (shared.has(i) ? isRow || isCol : inPart.has(i) && inRest.has(i)) return null;
    if ((isRow && (isCol || inRest.has(i))) || (isCol && inPart.has(i))) return null;
  }
  // P's legs on the inner indices end in new ones; rows and columns are joined.
  const w = new Wiring();
  w.add({ ...term, nodes: term.nodes.filter((_, k) => !parts.part.includes(k)) });
  const ends = inner.map(i => w.index(term.indices[i]!));
  for (const k of parts.part) {
    const { atom, legs } = term.nodes[k]!;
    w.node(
      atom,
      legs.map(i => (inner.includes(i) ? ends[inner.indexOf(i)]! : i)),
    );
  }
  w.joinAll(rows, cols);
  return w.term([...inner, ...ends]);
};

/** `slot` is the number of the term D. */
const factored = (board: Board, sum: Sum, { slot = -1 }: Unfold): Term[] | null => {
  const d = sum.terms[slot];
  const [node, ...more] = d?.nodes ?? [];
  if (!d || !node || more.length || sum.terms.length < 2 || d.sizes.length || !equal(d.scalar, ONE))
    return null;
  const half = sum.split;
  if (!identical(sum.dims.slice(0, half), sum.dims.slice(half))) return null;
  if (d.indices.length !== 2 * half || !node.legs.every((i, k) => d.rows[k] === i)) return null;
  const { atom } = node;
  if (atom.kind === 'symbol') {
    const { symbol } = atom;
    const isInvertible = isSquare(symbol) && (has(symbol, 'invertible') || has(symbol, 'positive-definite'));
    if (atom.as !== 'value' || !isInvertible) return null;
    board.given.add(`${symbol.name} invertible`);
  } else if (atom.kind !== 'function' || atom.fn !== 'inverse') return null;
  const own = board.argument('matrix', sum.dims, half, [d]);
  const inverse = split(applied(board, 'inverse', own, inverseDims(sum)), half);
  const one = constant(ONE, sum.dims.slice(0, half));
  const terms = sum.terms.flatMap((t, k) => {
    if (k === slot) return [{ ...one, rows: [...one.rows, ...one.rows] }];
    return [unsplit(chained([inverse, split(t, half)]))];
  });
  const w = new Wiring();
  w.node(board.function('determinant', own), []);
  w.node(board.function('determinant', board.argument('matrix', sum.dims, half, terms)), []);
  return [w.term([])];
};
