// The pseudo-inverse of a symbol A by the four Penrose conditions (Penrose 1955). Part of what is trusted.
//   projection   A A⁺ = P and A⁺ A = Q are symmetric; of a symmetric A they are one matrix
//   projected    P A = A   A Q = A   A⁺ P = A⁺   Q A⁺ = A⁺   P P = P   Q Q = Q

import { equal, ONE } from '../number/rational.ts';
import type { Board, FunctionAtom } from './board.ts';
import { type Atom, isBetween, type Node, type Term, Wiring } from './network.ts';
import { single } from './parts.ts';

export interface Projection {
  readonly rule: 'projection' | 'projected';
  readonly sum: number;
  readonly term: number;
  /** A and A⁺ in any order; or a projection and what it fixes. */
  readonly nodes: readonly [number, number];
  /** Which half of each one's legs they share: 1 for the columns. */
  readonly halves: readonly [number, number];
}
export const COLUMNS = 'column projection';
export const ROWS = 'row projection';
export const isProjection = (atom: Atom): atom is FunctionAtom =>
  atom.kind === 'function' && (atom.fn === COLUMNS || atom.fn === ROWS);

/** The symbol's atom that an argument is, or null. */
export const baseOf = (board: Board, argument: number): Atom | null => {
  const sum = board.sums[argument]!;
  const t = single(sum);
  const [node, ...more] = t?.nodes ?? [];
  if (!t || !node || more.length || sum.kind !== 'matrix' || t.sizes.length || !equal(t.scalar, ONE))
    return null;
  const isStraight = node.legs.length === t.rows.length && node.legs.every((i, k) => t.rows[k] === i);
  const isOpen = new Set(t.rows).size === t.rows.length && t.indices.length === t.rows.length;
  return node.atom.kind === 'symbol' && node.atom.as === 'value' && isStraight && isOpen ? node.atom : null;
};

/** The rows' legs of a node that stands for A, A⁺ or a projection, and the columns'. */
const ends = (
  board: Board,
  { atom, legs }: Node,
  argument: number,
): readonly [readonly number[], readonly number[]] => {
  const { split, dims } = board.sums[argument]!;
  const rows =
    atom.kind !== 'function' ? split : atom.fn === 'pseudo-inverse' ? dims.length - split : legs.length / 2;
  return [legs.slice(0, rows), legs.slice(rows)];
};
type Part = 'A' | 'A⁺' | 'P' | 'Q';
const partOf = ({ atom }: Node, argument: number, base: Atom): Part | null => {
  if (atom === base) return 'A';
  if (atom.kind !== 'function' || atom.order !== 0 || atom.argument !== argument) return null;
  if (atom.fn === 'pseudo-inverse') return 'A⁺';
  return atom.fn === COLUMNS ? 'P' : atom.fn === ROWS ? 'Q' : null;
};
/** The half of A or A⁺ that P, or Q, projects on. */
const SIDE: Readonly<Record<string, number>> = { 'P A': 0, 'Q A': 1, 'P A⁺': 1, 'Q A⁺': 0 };

/** The term that takes the term's place; null when the rule does not apply there. */
export const projected = (board: Board, term: Term, step: Projection): Term[] | null => {
  const [a, b] = step.nodes;
  const [x, y] = [term.nodes[a], term.nodes[b]];
  if (!x || !y || a === b || !step.halves.every(h => h === 0 || h === 1)) return null;
  const of = [x.atom, y.atom].find(n => n.kind === 'function');
  if (of?.kind !== 'function') return null;
  const { argument } = of;
  const base = baseOf(board, argument);
  if (!base) return null;
  const [first, second] = [partOf(x, argument, base), partOf(y, argument, base)];
  if (!first || !second) return null;
  const [p, q] = step.halves;
  const [mine, theirs] = [ends(board, x, argument), ends(board, y, argument)];
  const [shared, other] = [mine[p]!, theirs[q]!];
  if (shared.length !== other.length || !shared.every((i, k) => i === other[k]) || !isBetween(term, shared))
    return null;
  const symmetric = base.mirror === 1;
  const w = new Wiring();
  w.add(term, [a, b]);
  for (const i of shared) w.forget(i);
  const [outer, far] = [mine[1 - p]!, theirs[1 - q]!];
  const done = (): Term[] => [w.term(term.rows, term.cols)];
  if (step.rule === 'projection') {
    if (first !== 'A' || second !== 'A⁺' || !(symmetric || p !== q)) return null;
    const columns = symmetric || p === 1;
    w.node(
      board.function(columns ? COLUMNS : ROWS, argument),
      columns ? [...outer, ...far] : [...far, ...outer],
    );
    return done();
  }
  if (first !== 'P' && first !== 'Q') return null;
  const fixes =
    second === first ||
    SIDE[`${first} ${second}`] === q ||
    (symmetric && (second === 'A' || second === 'A⁺'));
  if (!fixes) return null;
  w.node(y.atom, q === 0 ? [...outer, ...far] : [...far, ...outer]);
  return done();
};
