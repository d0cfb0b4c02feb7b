// Rewrites that structure licenses, on one or two occurrences in a term. Part of what is trusted.
//   orthonormal   Q(i,a) Q(i,b) = δ(a,b), i summed      Q orthogonal, a permutation, or (on its rows) with orthonormal columns
//   idempotent    P(a,i) P(i,b) = P(a,b), i summed
//   permutation   P(i,a) P(i,b) = P(i,a) δ(a,b)          Σ_i P(i,a) = 1
//   unit          u(i) u(i) = 1, i summed                 skew  K(i,i) = 0
//   pinned        e_k(i) x(i) y(i) = e_k(i) x(i) · e_k(j) y(j)      e_k(i) e_l(i) = 0      Σ_i e_k(i) = 1
//   triangular    one place, beyond, diagonal of inverse: see triangular.ts
//   squared       functions whose square is known: √v √v = v, det Q det Q = 1 for an orthogonal Q, …

import { has } from '../expression/symbol.ts';
import { MINUS_ONE, ONE } from '../number/rational.ts';
import { type BlockRule, isBlockRule, rejoined } from './blocks.ts';
import { type Board, isDiagonal, isSquare } from './board.ts';
import { type HalfRule, halved, isHalfRule } from './halves.ts';
import { licenses } from './licences.ts';
import {
  type Atom,
  constant,
  degrees,
  entrywise,
  type Node,
  substituted,
  type Term,
  Wiring,
} from './network.ts';
import { baseOf } from './projections.ts';
import { isTriangularRule, type TriangularRule, triangulated } from './triangular.ts';

export type OccurrenceRule =
  | 'orthonormal'
  | 'idempotent'
  | 'permutation'
  | 'permutation sum'
  | 'unit vector'
  | 'skew loop'
  | 'pinned'
  | 'squared'
  | HalfRule
  | BlockRule
  | TriangularRule;

/** Which nodes, and the half of each (0: rows, 1: columns) on the shared indices. */
export interface Occurrence {
  readonly rule: OccurrenceRule;
  readonly sum: number;
  readonly term: number;
  readonly nodes: readonly number[];
  readonly halves: readonly number[];
}

type SymbolAtom = Atom & { kind: 'symbol' };
const halfOf = (node: Node, half: number): readonly number[] => {
  const split = (node.atom as SymbolAtom).symbol.shape.rows.length;
  return half === 0 ? node.legs.slice(0, split) : node.legs.slice(split);
};
const same = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((i, k) => i === b[k]);
const isValue = (atom: Atom): atom is SymbolAtom => atom.kind === 'symbol' && atom.as === 'value';

/** The terms that take the term's place; null when the rule does not apply there. */
export const rewriteOccurrence = (board: Board, term: Term, step: Occurrence): Term[] | null => {
  const [first, second] = step.nodes;
  const a = term.nodes[first!];
  if (first === undefined || !a) return null;
  if (step.rule === 'pinned') return pinned(term, step.nodes);
  if (isTriangularRule(step.rule)) return triangulated(board, term, step.rule, step.nodes);
  const b = second === undefined ? undefined : term.nodes[second];
  if (isBlockRule(step.rule)) return rejoined(term, step.rule, first, second);
  if (second !== undefined && (!b || first === second || b.atom !== a.atom)) return null;
  if (step.rule === 'squared') return b ? squared(board, term, first, second!) : null;
  const { atom } = a;
  if (isHalfRule(step.rule)) return halved(board, term, step.rule, first, second);
  if (atom.kind !== 'symbol' || !licenses(atom.symbol, step.rule)) return null;
  if (step.rule === 'skew loop') return atom.mirror < 0 && same(halfOf(a, 0), halfOf(a, 1)) ? [] : null;
  if (!isValue(atom)) return null;
  if (isDiagonal(atom.symbol))
    return step.rule === 'orthonormal' && b ? diagonalSigns(board, term, step) : null;
  const { symbol } = atom;
  const [p, q] = [step.halves[0] === 1 ? 1 : 0, step.halves[1] === 1 ? 1 : 0];
  const shared = halfOf(a, p);
  const degree = degrees(term);
  const isPrivate = (legs: number): boolean =>
    new Set(shared).size === shared.length &&
    shared.every(i => degree.legs[i] === legs && degree.open[i] === 0);
  const w = new Wiring();
  const done = (): Term[] => [w.term(term.rows, term.cols)];
  const given = (what: string): void => {
    board.given.add(`${symbol.name} ${what}`);
  };

  if (step.rule === 'permutation sum') {
    if (!isSquare(symbol) || !isPrivate(1)) return null;
    w.add(term, [first]);
    for (const i of shared) w.forget(i);
    given('a permutation matrix');
    return done();
  }
  if (!b || !same(shared, halfOf(b, q)) || !shared.length) return null;
  const [outer, other] = [halfOf(a, 1 - p), halfOf(b, 1 - q)];
  w.add(term, [first, second!]);
  switch (step.rule) {
    case 'orthonormal': {
      const square = isSquare(symbol) && (has(symbol, 'orthogonal') || has(symbol, 'permutation'));
      const tall = has(symbol, 'orthonormal-columns') && p === 0;
      if (!(square || tall) || !(p === q || (square && atom.mirror === 1)) || !isPrivate(2)) return null;
      given(square ? 'orthogonal' : 'with orthonormal columns');
      for (const i of shared) w.forget(i);
      w.joinAll(outer, other);
      return done();
    }
    case 'unit vector':
      if (!isPrivate(2) || outer.length) return null;
      given('of length 1');
      for (const i of shared) w.forget(i);
      return done();
    case 'permutation':
      if (!isSquare(symbol) || p !== q) return null;
      given('a permutation matrix');
      w.node(atom, a.legs);
      w.joinAll(outer, other);
      return done();
    case 'idempotent':
      if (!isSquare(symbol) || !isPrivate(2)) return null;
      if (p === q && atom.mirror !== 1) return null;
      given('idempotent');
      for (const i of shared) w.forget(i);
      w.node(atom, p === 0 && atom.mirror !== 1 ? [...other, ...outer] : [...outer, ...other]);
      return done();
    default:
      return null;
  }
};

/** D(i) D(i) = 1 for an orthogonal D, whatever else is on i. */
const diagonalSigns = (board: Board, term: Term, { nodes: [first, second] }: Occurrence): Term[] | null => {
  const [a, b] = [term.nodes[first!]!, term.nodes[second!]!];
  const { symbol } = a.atom as SymbolAtom;
  if (!has(symbol, 'orthogonal') || !same(a.legs, b.legs)) return null;
  board.given.add(`${symbol.name} orthogonal`);
  const w = new Wiring();
  w.add(term, [first!, second!]);
  return [w.term(term.rows, term.cols)];
};

/** Everything on the indices of unit vectors is taken at their positions, apart. */
const pinned = (term: Term, nodes: readonly number[]): Term[] | null => {
  const units = new Map<number, Unit>();
  for (const k of nodes) {
    const node = term.nodes[k];
    if (!node || !isUnit(node.atom)) return null;
    units.set(node.legs[0]!, node.atom);
  }
  const w = new Wiring();
  w.add({ ...term, nodes: [], named: [] });
  const apart = (i: number): number => {
    const unit = units.get(i);
    if (!unit) return i;
    const own = w.index(term.indices[i]!);
    w.node(unit, [own]);
    return own;
  };
  for (const { atom, legs } of term.nodes) {
    const pin = isUnit(atom) && units.get(legs[0]!);
    if (!pin) w.node(atom, legs.map(apart));
    else if (pin.position !== atom.position) return [];
  }
  for (const [name, i] of term.named) w.name(name, apart(i));
  for (const at of units.keys()) w.forget(at);
  return [w.term(term.rows.map(apart), term.cols.map(apart))];
};
type Unit = Atom & { kind: 'unit' };
const isUnit = (atom: Atom): atom is Unit => atom.kind === 'unit';

/** What the square of a function is, entry by entry. */
const squared = (board: Board, term: Term, first: number, second: number): Term[] | null => {
  const [a, b] = [term.nodes[first]!, term.nodes[second]!];
  const { atom } = a;
  if (atom.kind !== 'function' || atom.order !== 0) return null;
  const sum = board.sums[atom.argument]!;
  const base = atom.fn === 'determinant' ? baseOf(board, atom.argument) : null;
  if (base?.kind === 'symbol') {
    const { symbol } = base;
    if (!isSquare(symbol) || !(has(symbol, 'orthogonal') || has(symbol, 'permutation'))) return null;
    board.given.add(`${symbol.name} orthogonal`);
    const w = new Wiring();
    w.add(term, [first, second]);
    return [w.term(term.rows, term.cols)];
  }
  const half = a.legs.length / 2;
  const turned = [...b.legs.slice(half), ...b.legs.slice(0, half)];
  if (sum.kind !== 'entries' || !(same(a.legs, b.legs) || (atom.mirror === 1 && same(a.legs, turned))))
    return null;
  const applied = (fn: string, sign: 1 | -1): Term => {
    const w = new Wiring();
    const slots = w.indices(sum.dims);
    if (sign < 0) w.times(MINUS_ONE);
    w.node(board.function(fn, atom.argument), slots);
    return w.term(slots);
  };
  const unit = constant(ONE, sum.dims);
  const square = (fn: string, sign: 1 | -1): Term => entrywise(applied(fn, sign), applied(fn, 1));
  const values = (): readonly Term[] | null => {
    switch (atom.fn) {
      case 'sqrt':
        return sum.terms;
      case 'sign':
        return [unit];
      case 'step':
        return [applied('step', 1)];
      case 'sin':
        return [unit, square('cos', -1)];
      case 'cosh':
        return [unit, square('sinh', 1)];
      default:
        return null;
    }
  };
  const rest = { ...term, nodes: term.nodes.toSpliced(second, 1) };
  const at = second < first ? first - 1 : first;
  return values()?.map(v => substituted(rest, at, v)) ?? null;
};
