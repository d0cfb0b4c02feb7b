// Triangular matrices: an entry that is not 0 puts its indices in order, i ≥ j for L(i,j). Part of what is trusted.
//   one place      indices that are in order all round a cycle are equal: L(i,j) M(j,i) = L(i,i) M(i,i) δ(i,j)
//   beyond         L(p,q) = 0 at known positions p < q
//   sign of place  sgn(i − j) L(i,k) M(k,j) = L(i,k) M(k,j) − δ(i,j) L(i,k) M(k,i)
//   of a diagonal  L⁻¹(i,i) = 1/L(i,i);  det L = det (I ⊙ L);  log det D = Σ_i log D(i,i) for a diagonal D
// A matrix is triangular when, in each of its terms, entries of triangular matrices lead from its rows to its columns; then its inverse
// is, too. Horn & Johnson 2013, §0.9.3.

import { has } from '../expression/symbol.ts';
import { MINUS_ONE, ONE } from '../number/rational.ts';
import { type Board, isDiagonal, isSquare, type Sum } from './board.ts';
import { licenses } from './licences.ts';
import { type Node, type Term, Wiring } from './network.ts';
import { applied, only, type Unfold } from './parts.ts';

const RULES = ['one place', 'beyond', 'sign of place', 'diagonal of inverse'] as const;
export type TriangularRule = (typeof RULES)[number];

export const isTriangularRule = (rule: string): rule is TriangularRule => RULES.some(r => r === rule);

/** The first index is not less than the second one, wherever the node is not 0. */
interface Order {
  readonly greater: number;
  readonly less: number;
  readonly given: readonly string[];
}
type Direction = 'lower' | 'upper';
const WORDS = { lower: 'lower triangular', upper: 'upper triangular' } as const;
const DIRECTIONS: readonly Direction[] = ['lower', 'upper'];

/** What a node says about the order of its two indices. */
export const ordersOf = (board: Board, { atom, legs }: Node): Order[] => {
  const [row, col, more] = legs;
  if (row === undefined || col === undefined || more !== undefined || atom.kind === 'unit') return [];
  const order = (to: Direction, given: readonly string[]): Order =>
    to === 'lower' ? { greater: row, less: col, given } : { greater: col, less: row, given };
  if (atom.kind === 'function') {
    if (atom.fn !== 'inverse' || atom.order !== 0) return [];
    return DIRECTIONS.flatMap(to => {
      const given = triangular(board, atom.argument, to);
      return given ? [order(to, given)] : [];
    });
  }
  const { symbol, as } = atom;
  if (!licenses(symbol, 'one place')) return [];
  if ((as !== 'value' && as !== 'direction') || !isSquare(symbol) || isDiagonal(symbol)) return [];
  return DIRECTIONS.flatMap(to =>
    has(symbol, `${to}-triangular`) ? [order(to, [`${symbol.name} ${WORDS[to]}`])] : [],
  );
};

/** Conditions under which an argument is a triangular matrix; null when it is not seen to be one. */
const triangular = (board: Board, argument: number, to: Direction): readonly string[] | null => {
  const { kind, split, dims, terms } = board.sums[argument]!;
  if (kind !== 'matrix' || split !== 1 || dims.length !== 2 || dims[0] !== dims[1]) return null;
  const given = new Set<string>();
  for (const { nodes, rows } of terms) {
    const [row, col] = rows as [number, number];
    const [greatest, least] = to === 'lower' ? [row, col] : [col, row];
    const path = descent(
      nodes.map(n => (n.atom.kind === 'symbol' ? ordersOf(board, n) : [])),
      greatest,
      least,
    );
    if (!path) return null;
    for (const step of path) for (const g of step.given) given.add(g);
  }
  return [...given];
};
/** Steps from one index down to another one; none where they are the same. */
const descent = (orders: readonly Order[][], from: number, to: number): Order[] | null => {
  const reached = new Map<number, Order[]>([[from, []]]);
  for (const [index, path] of reached)
    for (const order of orders.flat())
      if (order.greater === index && !reached.has(order.less)) reached.set(order.less, [...path, order]);
  return reached.get(to) ?? null;
};

/** The terms that take the term's place; null when the rule does not apply there. */
export const triangulated = (
  board: Board,
  term: Term,
  rule: TriangularRule,
  at: readonly number[],
): Term[] | null => {
  const nodes = at.map(k => term.nodes[k]);
  if (nodes.some(n => !n) || !nodes.length) return null;
  switch (rule) {
    case 'one place':
      return joined(board, term, nodes as Node[]);
    case 'beyond':
      return beyond(board, term, nodes[0]!);
    case 'sign of place':
      return signed(board, term, at[0]!, nodes as Node[]);
    case 'diagonal of inverse':
      return onDiagonal(board, term, at[0]!);
  }
};
/** Where nodes lead that each go down from where the one before it ends, and what that takes as given; null where one does not. */
const walkedDown = (board: Board, nodes: readonly Node[], from: number, given: string[]): number | null => {
  let end = from;
  for (const n of nodes) {
    const order = ordersOf(board, n).find(o => o.greater === end && o.less !== end);
    if (!order) return null;
    end = order.less;
    given.push(...order.given);
  }
  return end;
};
/** The nodes in the order of the cycle. */
const joined = (board: Board, term: Term, cycle: readonly Node[]): Term[] | null => {
  const w = new Wiring();
  w.add(term);
  for (const { greater } of ordersOf(board, cycle[0]!)) {
    const given: string[] = [];
    if (walkedDown(board, cycle, greater, given) !== greater) continue;
    for (const { legs } of cycle) for (const i of legs) w.join(greater, i);
    for (const g of given) board.given.add(g);
    return [w.term(term.rows, term.cols)];
  }
  return null;
};
/** A sign, then the nodes of a way down between its two indices. */
const signed = (board: Board, term: Term, at: number, [sign, ...way]: readonly Node[]): Term[] | null => {
  if (sign?.atom.kind !== 'symbol' || sign.atom.as !== 'order') return null;
  const [i, j] = sign.legs as [number, number];
  const [down, up]: [string[], string[]] = [[], []];
  const isDown = walkedDown(board, way, i, down) === j;
  if (!isDown && walkedDown(board, way, j, up) !== i) return null;
  for (const g of isDown ? down : up) board.given.add(g);
  return [false, true].map(onDiagonal => {
    const w = new Wiring();
    w.add(term, [at]);
    if (isDown === onDiagonal) w.times(MINUS_ONE);
    if (onDiagonal) w.join(i, j);
    return w.term(term.rows, term.cols);
  });
};
const positionOf = (term: Term, index: number): number | null => {
  const pin = term.nodes.find(n => n.atom.kind === 'unit' && n.legs[0] === index)?.atom;
  return pin?.kind === 'unit' ? pin.position : null;
};
const beyond = (board: Board, term: Term, node: Node): Term[] | null => {
  for (const { greater, less, given } of ordersOf(board, node)) {
    const [p, q] = [positionOf(term, greater), positionOf(term, less)];
    if (p === null || q === null || p >= q) continue;
    for (const g of given) board.given.add(g);
    return [];
  }
  return null;
};
const onDiagonal = (board: Board, term: Term, at: number): Term[] | null => {
  const node = term.nodes[at]!;
  const [order] = ordersOf(board, node);
  if (!order || node.atom.kind !== 'function' || order.greater !== order.less) return null;
  const { dims, terms } = board.sums[node.atom.argument]!;
  const argument = board.argument('entries', dims.slice(0, 1), 1, diagonals(terms));
  for (const g of order.given) board.given.add(g);
  const atom = board.function('reciprocal', argument);
  return [{ ...term, nodes: term.nodes.with(at, { atom, legs: [order.greater] }) }];
};
/** Terms of a matrix on its diagonal, with one open index. */
const diagonals = (terms: readonly Term[]): Term[] =>
  terms.map(t => {
    const w = new Wiring();
    w.add(t);
    w.join(t.rows[0]!, t.rows[1]!);
    return w.term([t.rows[0]!]);
  });

const isOnDiagonal = ({ terms }: Sum): boolean => terms.every(t => t.rows[0] === t.rows[1]);
/** The determinant of a triangular matrix is that of its diagonal. */
export const determinantOfTriangular = (board: Board, sum: Sum, { fn, argument }: Unfold): Term[] | null => {
  if (fn !== 'determinant' || sum.kind !== 'matrix' || sum.dims.length !== 2 || isOnDiagonal(sum))
    return null;
  for (const to of DIRECTIONS) {
    const given = triangular(board, argument, to);
    if (!given) continue;
    for (const g of given) board.given.add(g);
    const terms = diagonals(sum.terms).map(t => ({ ...t, rows: [t.rows[0]!, t.rows[0]!] }));
    return [applied(board, 'determinant', board.argument('matrix', sum.dims, 1, terms), [])];
  }
  return null;
};
/** log det D = Σ_i log D(i,i). */
export const logDeterminantOfDiagonal = (board: Board, sum: Sum, { fn }: Unfold): Term[] | null => {
  const inner = only(sum);
  if (!inner || fn !== 'log' || sum.kind !== 'entries' || inner.atom.fn !== 'determinant') return null;
  const of = board.sums[inner.atom.argument]!;
  const { num, den } = inner.term.scalar;
  if (num !== ONE.num || den !== ONE.den || of.kind !== 'matrix' || of.dims.length !== 2 || !isOnDiagonal(of))
    return null;
  const w = new Wiring();
  const [i] = w.indices(of.dims.slice(0, 1));
  w.node(board.function('log', board.argument('entries', of.dims.slice(0, 1), 1, diagonals(of.terms))), [i!]);
  return [w.term([])];
};
