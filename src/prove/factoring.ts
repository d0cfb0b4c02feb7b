// How determinants of sums in what does not cancel may be rewritten: candidates for the kernel to accept or refuse. Search code.

import type { Board, Sum } from './board.ts';
import { canonical } from './canonical.ts';
import { besideIdentity, turnedProduct } from './determinants.ts';
import { type Atom, reach, type Term } from './network.ts';
import type { Unfold } from './unfold.ts';

/** Determinants of I + N in the turn of N whose key is least, and others with each invertible term factored out. */
export const determinants = (board: Board, terms: readonly Term[]): Unfold[] =>
  [...atomsIn(board, terms)].flatMap(atom => {
    if (atom.kind !== 'function' || atom.fn !== 'determinant') return [];
    const { argument } = atom;
    const sum = board.sums[argument]!;
    const step = (rule: Unfold['rule'], more: Partial<Unfold>): Unfold => ({
      rule,
      fn: 'determinant',
      order: 0,
      argument,
      ...more,
    });
    const beside = sum.kind === 'matrix' && besideIdentity(sum);
    if (beside) {
      const turn = leastTurn(sum, beside);
      return turn ? [step('determinant turned', turn)] : [];
    }
    return sum.terms.map((_, slot) => step('determinant factored', { slot }));
  });

/** Those of arguments, too. */
const atomsIn = (board: Board, terms: readonly Term[], found = new Set<Atom>()): ReadonlySet<Atom> => {
  for (const { nodes } of terms)
    for (const { atom } of nodes) {
      if (found.has(atom)) continue;
      found.add(atom);
      if (atom.kind === 'function') atomsIn(board, board.sums[atom.argument]!.terms, found);
    }
  return found;
};

type Turn = Required<Pick<Unfold, 'part' | 'inner'>>;
const leastTurn = (sum: Sum, n: Term): Turn | null => {
  let best: { readonly key: string; readonly turn: Turn | null } = { key: canonical(n).key, turn: null };
  n.indices.forEach((_, i) => {
    const turn = { inner: [i], part: before(n, n.rows.slice(0, sum.split), i) };
    const term = turnedProduct(sum, { rule: 'determinant turned', fn: '', order: 0, argument: 0, ...turn });
    const key = term && canonical(term).key;
    if (key !== null && key < best.key) best = { key, turn };
  });
  return best.turn;
};
/** Nodes in reach of the rows when the index is cut. */
const before = (t: Term, rows: readonly number[], cut: number): number[] => {
  const reached = reach(t, rows, cut);
  return t.nodes.flatMap(({ legs }, k) => (legs.some(i => reached.has(i)) ? [k] : []));
};
