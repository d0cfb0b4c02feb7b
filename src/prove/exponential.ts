// The exponential of a matrix. Part of what is trusted. Higham 2008, ch. 10; Horn & Johnson 1991, ch. 6.
//   of a diagonal matrix   e^diag(x) = diag(exp x), and so e^0 = I
//   inverse, determinant   (e^M)⁻¹ = e^−M      det e^M = exp(tr M)
//   of a similarity        e^(X R X⁻¹) = X e^R X⁻¹, also with Q R Qᵀ for an orthogonal Q
//   beside an identity     e^(M ⊗ I) = e^M ⊗ I
//   of a sum, meet         e^(M+N) = e^M e^N   when M N = N M, which the step shows
//   through                e^(W R) W = W e^(R W)
//   series                 e^M = Σ M^j/j! (j < n) + M^n φ_n(M), n the size of M: what is left of a nilpotent M
//   differential           d e^M = e^M dM      when dM is a number times M, and under a trace for every dM

import { identical } from '../expression/dimension.ts';
import { has } from '../expression/symbol.ts';
import { equal, ONE, rational } from '../number/rational.ts';
import { type Board, type FunctionAtom, isSquare, type Sum } from './board.ts';
import { LARGEST } from './fixed.ts';
import { collected, type Matching } from './matching.ts';
import {
  type Atom,
  constant,
  degrees,
  isBetween,
  type Node,
  negated,
  reach,
  type Term,
  times,
  Wiring,
} from './network.ts';
import { chained, joinedEnds, split, transposed, unsplit } from './operators.ts';
import { applied, group, inverseDims, only, single, type Unfold } from './parts.ts';

export const EXP = 'matrix exp';
const REMAINDER = 'matrix exp remainder';

/** Of two exponentials side by side, or of two groups of an exponent's terms; `matching` shows that they commute. */
export interface Meet {
  readonly rule: 'exponentials meet';
  readonly sum: number;
  readonly term: number;
  readonly nodes: readonly [number, number];
  /** Which half of each node's legs they share: 1 for the columns. */
  readonly halves: readonly [number, number];
  readonly matching: Matching;
}
/** An exponential gives way to the matrix behind it. */
export interface Through {
  readonly rule: 'exponential passes';
  readonly sum: number;
  readonly term: number;
  readonly node: number;
  /** The node of W. */
  readonly by: number;
}
export type Exponential = Meet | Through;

const matrices = ({ terms, split: at }: Sum, flipped = false): Term[] =>
  terms.map(t => (flipped ? transposed(split(t, at)) : split(t, at)));
export const slots = (terms: readonly Term[]): Term[] => terms.map(unsplit);
const products = (a: readonly Term[], b: readonly Term[]): Term[] =>
  a.flatMap(s => b.map(t => chained([s, t])));

/** M N − N M. */
export const commutator = (m: readonly Term[], n: readonly Term[]): Term[] => [
  ...products(m, n),
  ...negated(products(n, m)),
];
/** The square argument of an exponential, as matrices; turned where the node is read from its columns. */
export const exponent = (board: Board, atom: Atom | undefined, flipped = false): Term[] | null => {
  if (atom?.kind !== 'function' || atom.fn !== EXP || atom.order !== 0) return null;
  const sum = board.sums[atom.argument]!;
  return isEndomorphism(sum) ? matrices(sum, flipped) : null;
};
const isEndomorphism = ({ kind, split: at, dims }: Sum): boolean =>
  kind === 'matrix' && identical(dims.slice(0, at), dims.slice(at));
export const halfOf = ({ legs }: Node, half: number): readonly number[] => {
  const at = legs.length / 2;
  return half === 0 ? legs.slice(0, at) : legs.slice(at);
};
export const rewriteExponential = (board: Board, term: Term, step: Exponential): Term[] | null =>
  step.rule === 'exponentials meet' ? met(board, term, step) : passed(board, term, step);

const met = (board: Board, term: Term, { nodes: [a, b], halves, matching }: Meet): Term[] | null => {
  const [first, second] = [term.nodes[a], term.nodes[b]];
  if (!first || !second || a === b || !halves.every(h => h === 0 || h === 1)) return null;
  const m = exponent(board, first.atom, halves[0] === 0);
  const n = exponent(board, second.atom, halves[1] === 1);
  if (!m || !n) return null;
  const shared = halfOf(first, halves[0]);
  const other = halfOf(second, halves[1]);
  if (other.length !== shared.length || !shared.every((i, k) => i === other[k]) || !isBetween(term, shared))
    return null;
  if (collected(board, slots(commutator(m, n)), matching)?.length !== 0) return null;
  const { dims, split: at } = board.sums[(first.atom as FunctionAtom).argument]!;
  const argument = board.argument('matrix', dims, at, slots([...m, ...n]));
  const w = new Wiring();
  w.add(term, [a, b]);
  for (const i of shared) w.forget(i);
  w.node(board.function(EXP, argument), [...halfOf(first, 1 - halves[0]), ...halfOf(second, 1 - halves[1])]);
  return [w.term(term.rows, term.cols)];
};

/** The exponent's term W R as R W, its W being a node alone on the row. */
const turnedAround = (t: Term, atom: Node['atom']): Term | null => {
  const [row, ...more] = t.rows;
  const at = t.nodes.findIndex(n => n.atom === atom && n.legs.length === 2 && n.legs[0] === row);
  const node = t.nodes[at];
  if (!node || row === undefined || more.length || t.cols.length !== 1) return null;
  const { legs, open } = degrees(t);
  const inner = node.legs[1]!;
  if (legs[row] !== 1 || open[row] !== 1 || inner === row) return null;
  const w = new Wiring();
  w.add(t, [at]);
  w.forget(row);
  const end = w.index(t.indices[inner]!);
  w.node(atom, [t.cols[0]!, end]);
  return w.term([inner], [end]);
};
const passed = (board: Board, term: Term, { node, by }: Through): Term[] | null => {
  const [e, w] = [term.nodes[node], term.nodes[by]];
  const m = exponent(board, e?.atom);
  if (!e || !w || !m?.length || node === by || e.legs.length !== 2 || w.legs.length !== 2) return null;
  const [[row, shared], [start, end]] = [e.legs as [number, number], w.legs as [number, number]];
  if (shared !== start || shared === row || shared === end || !isBetween(term, [shared])) return null;
  const around = m.map(t => turnedAround(t, w.atom));
  if (!around.every(t => t !== null)) return null;
  const dim = term.indices[end]!;
  const argument = board.argument('matrix', [dim, dim], 1, slots(around));
  const out = new Wiring();
  out.add(term, [node, by]);
  out.forget(shared);
  const inner = out.index(dim);
  out.node(w.atom, [row, inner]);
  out.node(board.function(EXP, argument), [inner, end]);
  return [out.term(term.rows, term.cols)];
};

/** What the exponential of an argument, its inverse or its determinant is; null where the rule does not apply. */
export const unfoldExponential = (board: Board, sum: Sum, step: Unfold): Term[] | null => {
  switch (step.rule) {
    case 'inverse of exponential':
    case 'determinant of exponential':
      return ofExponential(board, sum, step);
    case 'exponential of diagonal':
      return step.fn === EXP ? ofDiagonal(board, sum) : null;
    case 'exponential beside identity':
      return step.fn === EXP ? besideIdentity(board, sum, step) : null;
    case 'exponential of similarity':
      return step.fn === EXP ? ofSimilarity(board, sum, step) : null;
    case 'exponential series':
      return step.fn === EXP ? series(board, sum) : null;
    default:
      return null;
  }
};

const ofExponential = (board: Board, sum: Sum, { fn }: Unfold): Term[] | null => {
  const inner = only(sum);
  if (!inner || inner.atom.fn !== EXP || sum.kind !== 'matrix' || !equal(inner.term.scalar, ONE)) return null;
  const of = board.sums[inner.atom.argument]!;
  if (!isEndomorphism(of)) return null;
  if (fn === 'determinant') {
    const trace = matrices(of).map(t => joinedEnds(t, false));
    return [applied(board, 'exp', board.argument('entries', [], 0, trace), [])];
  }
  if (fn !== 'inverse') return null;
  const argument = board.argument('matrix', of.dims, of.split, negated(slots(matrices(of, inner.swapped))));
  return [applied(board, EXP, argument, inverseDims(sum))];
};
const ofDiagonal = (board: Board, sum: Sum): Term[] | null => {
  const half = sum.split;
  if (
    !isEndomorphism(sum) ||
    !sum.terms.every(t => t.rows.every((i, k) => k >= half || i === t.rows[k + half]))
  )
    return null;
  const dims = sum.dims.slice(0, half);
  const terms = sum.terms.map(t => ({ ...t, rows: t.rows.slice(0, half) }));
  const value = applied(board, 'exp', board.argument('entries', dims, half, terms), dims);
  return [{ ...value, rows: [...value.rows, ...value.rows] }];
};
/** `slot` is the place of the identity's index among the rows. */
const besideIdentity = (board: Board, sum: Sum, { slot = -1 }: Unfold): Term[] | null => {
  const half = sum.split;
  if (!isEndomorphism(sum) || half < 2 || !(slot >= 0 && slot < half)) return null;
  const isLone = (t: Term): boolean => {
    const i = t.rows[slot]!;
    const { legs, open } = degrees(t);
    return t.rows[slot + half] === i && !legs[i] && open[i] === 2;
  };
  if (!sum.terms.every(isLone)) return null;
  const without = <T>(of: readonly T[]): T[] => of.filter((_, k) => k !== slot && k !== slot + half);
  const terms = sum.terms.map(t => {
    const w = new Wiring();
    w.add(t);
    w.forget(t.rows[slot]!);
    return w.term(without(t.rows));
  });
  const dims = without(sum.dims);
  const w = new Wiring();
  const legs = w.indices(sum.dims);
  w.join(legs[slot]!, legs[slot + half]!);
  w.node(board.function(EXP, board.argument('matrix', dims, half - 1, terms)), without(legs));
  return [w.term(legs)];
};
/** `part` names the nodes of X and X⁻¹. */
const ofSimilarity = (board: Board, sum: Sum, { part = [] }: Unfold): Term[] | null => {
  const t = single(sum);
  const [p, q, ...more] = part;
  const [x, y] = [t?.nodes[p ?? -1], t?.nodes[q ?? -1]];
  if (!t || !x || !y || p === q || more.length || !isEndomorphism(sum) || sum.split !== 1) return null;
  const [row, col] = t.rows as [number, number];
  const ends = inverseEnds(board, x, y);
  if (!ends) return null;
  const [inner, outer] = ends;
  const { legs, open } = degrees(t);
  const isEnd = (i: number): boolean => legs[i] === 1 && open[i] === 1;
  if (x.legs[0] !== row || outer !== col || row === col || !isEnd(row) || !isEnd(col)) return null;
  const middle = [x.legs[1]!, inner];
  if (middle.includes(row) || middle.includes(col)) return null;
  const rest = new Set(t.nodes.flatMap((n, k) => (k === p || k === q ? [] : [...n.legs])));
  const argument = board.argument(
    'matrix',
    middle.map(i => t.indices[i]!),
    1,
    [group(t, [p!, q!], middle, rest)],
  );
  if (!isEndomorphism(board.sums[argument]!)) return null;
  const w = new Wiring();
  const [r, i, j, c] = w.indices([
    sum.dims[0]!,
    t.indices[middle[0]!]!,
    t.indices[middle[1]!]!,
    sum.dims[1]!,
  ]);
  w.node(x.atom, [r!, i!]);
  w.node(board.function(EXP, argument), [i!, j!]);
  w.node(y.atom, y.legs[0] === outer ? [c!, j!] : [j!, c!]);
  return [w.term([r!, c!])];
};
/** The indices of y where it is the inverse of x: the one towards x's columns, and the one towards x's rows. */
const inverseEnds = (board: Board, x: Node, y: Node): readonly [number, number] | null => {
  if (x.legs.length !== 2 || y.legs.length !== 2 || x.legs[0] === x.legs[1] || y.legs[0] === y.legs[1])
    return null;
  if (y.atom === x.atom && x.atom.kind === 'symbol' && x.atom.as === 'value') {
    const { symbol } = x.atom;
    if (!isSquare(symbol) || !has(symbol, 'orthogonal')) return null;
    board.given.add(`${symbol.name} orthogonal`);
    return [y.legs[1]!, y.legs[0]!];
  }
  if (y.atom.kind !== 'function' || y.atom.fn !== 'inverse') return null;
  const of = board.sums[y.atom.argument]!;
  const t = single(of);
  const [node, ...more] = t?.nodes ?? [];
  if (!t || !node || more.length || t.sizes.length || !equal(t.scalar, ONE) || node.atom !== x.atom)
    return null;
  return node.legs.length === 2 && node.legs.every((i, k) => t.rows[k] === i)
    ? [y.legs[0]!, y.legs[1]!]
    : null;
};
const series = (board: Board, sum: Sum): Term[] | null => {
  const [n, m] = sum.dims;
  if (!isEndomorphism(sum) || sum.split !== 1 || typeof n !== 'number' || n !== m || n > LARGEST) return null;
  const of = matrices(sum);
  let power: Term[] = [{ ...constant(ONE, [n]), cols: [0] }];
  const result: Term[] = [];
  let factorial = 1;
  for (let j = 0; j < n; j++) {
    if (j) factorial *= j;
    result.push(...power.map(t => times(t, rational(1, factorial))));
    power = products(power, of);
  }
  const argument = board.sums.indexOf(sum);
  const rest = split(applied(board, `${REMAINDER} ${n}`, argument, sum.dims), 1);
  return slots([...result, ...products(power, [rest])]);
};

/** d e^M for one term of dM, its rows the node's legs; null where it is not known. */
export const exponentialRule = (board: Board, atom: FunctionAtom, d: Term, inTrace: boolean): Term | null => {
  const of = exponent(board, atom);
  const sum = board.sums[atom.argument]!;
  if (!of) return null;
  const [only, ...more] = of;
  const direction = split(d, sum.split);
  if (!inTrace && (!only || more.length || !isMultiple(only, direction))) return null;
  const w = new Wiring();
  const own = w.indices(sum.dims);
  w.node(atom, own);
  return unsplit(chained([split(w.term(own), sum.split), direction]));
};
/** Whether two terms are numbers times one matrix: alike in all that is joined to the open indices, node by node. */
const isMultiple = (a: Term, b: Term): boolean => {
  const [m, n] = [opened(a), opened(b)];
  const to = new Map<number, number>();
  const back = new Map<number, number>();
  const pairs = [
    ...a.rows.map((i, k) => [i, b.rows[k]!] as const),
    ...a.cols.map((i, k) => [i, b.cols[k]!] as const),
    ...m.flatMap((node, k) => node.legs.map((i, p) => [i, n[k]?.legs[p] ?? -1] as const)),
  ];
  return (
    m.length === n.length &&
    m.every((node, k) => node.atom === n[k]!.atom) &&
    pairs.every(([i, j]) => {
      if ((to.get(i) ?? j) !== j || (back.get(j) ?? i) !== i) return false;
      to.set(i, j);
      back.set(j, i);
      return true;
    })
  );
};
/** Nodes in reach of the open indices. */
const opened = (t: Term): Node[] => {
  const reached = reach(t, [...t.rows, ...t.cols]);
  return t.nodes.filter(n => n.legs.some(i => reached.has(i)));
};
/** The node is a matrix whose rows are joined to its own columns, and to nothing else. */
export const isTraced = (term: Term, node: Node): boolean => {
  const [rows, cols] = [halfOf(node, 0), halfOf(node, 1)];
  return rows.every((i, k) => i === cols[k]) && isBetween(term, rows);
};
