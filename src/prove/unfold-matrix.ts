// Inverses and determinants by what their argument is: (AB)⁻¹ = B⁻¹A⁻¹, det(AB) = det A det B, (A ⊗ B)⁻¹ = A⁻¹ ⊗ B⁻¹, …
// Part of what is trusted. Magnus & Neudecker 2019, ch. 1 and 2.

import { type Dimension, identical } from '../expression/dimension.ts';
import { has } from '../expression/symbol.ts';
import { equal, ONE, reciprocal } from '../number/rational.ts';
import { type Board, isSquare, type Sum } from './board.ts';
import { licenses } from './licences.ts';
import { type Atom, type Term, times, Wiring } from './network.ts';
import {
  applied,
  bare,
  group,
  inverseDims,
  numeric,
  only,
  partsOf,
  repeated,
  single,
  type Unfold,
} from './parts.ts';

/** M = P·Q with square P and Q: M⁻¹ = Q⁻¹P⁻¹, det M = det P · det Q. */
export const splitProduct = (board: Board, sum: Sum, step: Unfold): Term[] | null => {
  const parts = partsOf(sum, step.part);
  const { inner } = step;
  if (!parts || !inner || sum.kind !== 'matrix' || new Set(inner).size !== inner.length) return null;
  const { term, part, rest, inPart, inRest } = parts;
  const [rows, cols] = [term.rows.slice(0, sum.split), term.rows.slice(sum.split)];
  const dims = sum.dims.slice(0, sum.split);
  if (!identical(dims, sum.dims.slice(sum.split))) return null;
  if (
    !identical(
      dims,
      inner.map(i => term.indices[i]!),
    )
  )
    return null;
  const shared = new Set(inner);
  for (let i = 0; i < term.indices.length; i++) {
    if (shared.has(i)) continue;
    const [isRow, isCol] = [rows.includes(i), cols.includes(i)];
    if (isRow && (isCol || inRest.has(i))) return null;
    if (isCol && inPart.has(i)) return null;
    if (inPart.has(i) && inRest.has(i)) return null;
  }
  const p = group(term, rest, [...rows, ...inner], inPart);
  const q = group(bare(term), part, [...inner, ...cols], inRest);
  const [left, right] = [p, q].map(t => board.argument('matrix', sum.dims, sum.split, [t])) as [
    number,
    number,
  ];
  if (step.fn === 'determinant')
    return [
      repeated(1, w => {
        w.node(board.function('determinant', left), []);
        w.node(board.function('determinant', right), []);
      }),
    ];
  if (step.fn !== 'inverse') return null;
  const w = new Wiring();
  const [c, s, r] = [w.indices(dims), w.indices(dims), w.indices(dims)];
  w.node(board.function('inverse', right), [...c, ...s]);
  w.node(board.function('inverse', left), [...s, ...r]);
  return [w.term([...c, ...r])];
};

interface Tensor {
  /** Argument numbers and dimensions of the two square factors. */
  readonly first: number;
  readonly second: number;
  readonly firstDims: Dimension;
  readonly secondDims: Dimension;
  readonly rows: readonly number[];
  readonly cols: readonly number[];
}
/** M = P ⊗ Q up to the order of positions, P and Q square; a P without open positions is a scalar. */
const tensor = (board: Board, sum: Sum, step: Unfold): Tensor | null => {
  const parts = partsOf(sum, step.part);
  const { rows = [], cols = [], coefficient } = step;
  if (!parts || sum.kind !== 'matrix') return null;
  const { term, part, rest, inPart, inRest } = parts;
  if ([...inPart].some(i => inRest.has(i))) return null;
  const count = sum.dims.length - sum.split;
  const valid = (of: readonly number[], n: number): boolean =>
    new Set(of).size === of.length && of.every(k => Number.isInteger(k) && k >= 0 && k < n);
  if (!valid(rows, sum.split) || !valid(cols, count)) return null;
  const at = [...rows, ...cols.map(k => k + sum.split)];
  const others = sum.dims.map((_, k) => k).filter(k => !at.includes(k));
  const [mine, theirs] = [at, others].map(ks => ks.map(k => term.rows[k]!)) as [number[], number[]];
  if (mine.some(i => theirs.includes(i) || inRest.has(i)) || theirs.some(i => inPart.has(i))) return null;
  const dimsOf = (of: readonly number[]): Dimension => of.map(k => sum.dims[k]!);
  const firstDims = dimsOf(rows);
  const secondDims = dimsOf(others.filter(k => k < sum.split));
  if (!identical(firstDims, dimsOf(cols.map(k => k + sum.split)))) return null;
  if (!identical(secondDims, dimsOf(others.filter(k => k >= sum.split)))) return null;
  const [p, q] = [coefficient ? term : bare(term), coefficient ? bare(term) : term];
  const first = group(p, rest, mine, inPart);
  const second = group(q, part, theirs, inRest);
  const kind = (dims: Dimension): 'entries' | 'matrix' => (dims.length ? 'matrix' : 'entries');
  return {
    first: board.argument(kind(firstDims), [...firstDims, ...firstDims], firstDims.length, [first]),
    second: board.argument(kind(secondDims), [...secondDims, ...secondDims], secondDims.length, [second]),
    firstDims,
    secondDims,
    rows,
    cols,
  };
};
/** A function of a square factor; a factor without open indices is a number: its own determinant, inverted entrywise. */
const nodeOf = (board: Board, fn: 'inverse' | 'determinant', argument: number): Atom =>
  board.function(board.sums[argument]!.kind === 'entries' ? 'reciprocal' : fn, argument);

export const splitTensor = (board: Board, sum: Sum, step: Unfold): Term[] | null => {
  if (step.fn === 'inverse') {
    const t = tensor(board, sum, step);
    if (!t) return null;
    const w = new Wiring();
    const legs = w.indices(inverseDims(sum));
    const count = sum.dims.length - sum.split;
    const [c, r] = [legs.slice(0, count), legs.slice(count)];
    const rest = (of: readonly number[], without: readonly number[]): number[] =>
      of.filter((_, k) => !without.includes(k));
    w.node(nodeOf(board, 'inverse', t.first), [...t.cols.map(k => c[k]!), ...t.rows.map(k => r[k]!)]);
    w.node(nodeOf(board, 'inverse', t.second), [...rest(c, t.cols), ...rest(r, t.rows)]);
    return [w.term(legs)];
  }
  if (step.fn !== 'determinant' || numeric(sum.dims.slice(0, sum.split)) === null) return null;
  const t = tensor(board, sum, step);
  if (!t) return null;
  const factors = (argument: number, count: number): Term[] => {
    const of = board.sums[argument]!;
    if (of.kind === 'matrix')
      return [repeated(count, w => w.node(board.function('determinant', argument), []))];
    return [repeated(count, w => void w.add(of.terms[0]!))];
  };
  const [a, b] = [factors(t.first, numeric(t.secondDims)!)[0]!, factors(t.second, numeric(t.firstDims)!)[0]!];
  return [
    repeated(1, w => {
      w.add(a);
      w.add(b);
    }),
  ];
};

export const inverseTwice = (board: Board, sum: Sum, { fn }: Unfold): Term[] | null => {
  const inner = only(sum);
  if (!inner || fn !== 'inverse' || sum.kind !== 'matrix' || inner.atom.fn !== 'inverse') return null;
  const of = board.sums[inner.atom.argument]!;
  if (of.kind !== 'matrix') return null;
  const by = reciprocal(inner.term.scalar);
  const half = of.split;
  return of.terms.map(t =>
    times(inner.swapped ? { ...t, rows: [...t.rows.slice(half), ...t.rows.slice(0, half)] } : t, by),
  );
};
/** A sum of diagonal matrices is inverted entry by entry. */
export const inverseDiagonal = (board: Board, sum: Sum, { fn }: Unfold): Term[] | null => {
  const half = sum.split;
  if (fn !== 'inverse' || sum.kind !== 'matrix' || !sum.terms.length) return null;
  const isDiagonal = (t: Term): boolean =>
    2 * half === t.rows.length && t.rows.every((i, k) => k >= half || i === t.rows[k + half]);
  if (!sum.terms.every(isDiagonal)) return null;
  const dims = sum.dims.slice(0, half);
  const terms = sum.terms.map(t => ({ ...t, rows: t.rows.slice(0, half) }));
  const value = applied(board, 'reciprocal', board.argument('entries', dims, half, terms), dims);
  return [{ ...value, rows: [...value.rows, ...value.rows] }];
};
/** Q⁻¹ = Qᵀ. */
export const inverseOrthogonal = (board: Board, sum: Sum, { fn }: Unfold): Term[] | null => {
  const t = single(sum);
  const node = t?.nodes[0];
  const half = sum.split;
  if (!t || node?.atom.kind !== 'symbol' || node.atom.as !== 'value' || t.nodes.length !== 1) return null;
  if (fn !== 'inverse' || t.sizes.length || !equal(t.scalar, ONE)) return null;
  const { symbol } = node.atom;
  if (!isSquare(symbol) || !licenses(symbol, 'inverse of orthogonal')) return null;
  if (t.indices.length !== 2 * half || new Set(t.rows).size !== 2 * half || has(symbol, 'diagonal'))
    return null;
  const turned = [...node.legs.slice(half), ...node.legs.slice(0, half)];
  if (![node.legs, turned].some(legs => legs.every((i, k) => t.rows[k] === i))) return null;
  board.given.add(`${symbol.name} orthogonal`);
  return [{ ...t, rows: [...t.rows.slice(half), ...t.rows.slice(0, half)] }];
};
export const isIdentity = (sum: Sum): boolean => {
  const t = single(sum);
  if (!t || sum.kind !== 'matrix' || t.nodes.length || t.sizes.length || !equal(t.scalar, ONE)) return false;
  const half = sum.split;
  const rows = t.rows.slice(0, half);
  return new Set(rows).size === half && t.rows.every((i, k) => i === rows[k % half]);
};
export const determinantOfInverse = (board: Board, sum: Sum, { fn }: Unfold): Term[] | null => {
  const inner = only(sum);
  if (!inner || fn !== 'determinant' || inner.atom.fn !== 'inverse' || !equal(inner.term.scalar, ONE))
    return null;
  if (board.sums[inner.atom.argument]!.kind !== 'matrix') return null;
  const of = applied(board, 'determinant', inner.atom.argument, []);
  return [applied(board, 'reciprocal', board.argument('entries', [], 0, [of]), [])];
};

/** log det(P ⊗ Q) = q·log det P + p·log det Q, p and q their sizes; a scalar P is its own determinant. */
export const logDeterminant = (board: Board, sum: Sum, step: Unfold): Term[] | null => {
  const inner = only(sum);
  if (!inner || step.fn !== 'log' || sum.kind !== 'entries' || inner.atom.fn !== 'determinant') return null;
  if (!equal(inner.term.scalar, ONE)) return null;
  const of = board.sums[inner.atom.argument]!;
  const t = of.kind === 'matrix' ? tensor(board, of, step) : null;
  if (!t) return null;
  const log = (argument: number, sizes: Dimension): Term => {
    const scalar = board.sums[argument]!.kind === 'entries';
    const logged = scalar
      ? argument
      : board.argument('entries', [], 0, [applied(board, 'determinant', argument, [])]);
    const w = new Wiring();
    for (const f of sizes) w.size(f);
    w.node(board.function('log', logged), []);
    return w.term([]);
  };
  return [log(t.first, t.secondDims), log(t.second, t.firstDims)];
};
