// Half-vectorisation in networks. Part of what is trusted. E(j,i,t) is 1 where t is the place of (i,j), i ≥ j, in vech, else 0:
//   L = Eᵀ      D(ji,t) = E(j,i,t) + E(i,j,t) − δ(i,j) E(i,i,t)      Magnus & Neudecker 1980
//   same place    E(j,i,t) E(l,k,t) = δ(j,l) δ(i,k) E(j,i,t)         same pair     E(j,i,t) E(j,i,u) = δ(t,u) E(j,i,t)
//   crossed pair  E(j,i,t) E(i,j,u) = δ(i,j) E(i,i,t) E(i,i,u)       all pairs     Σ_ij E(j,i,t) = 1
//   all places    Σ_t E(j,i,t) = ½(1 + δ(i,j) + G(i,j)), where G(i,j) is the sign of i − j, which is skew

import { type Dimension, triangular } from '../expression/dimension.ts';
import { MINUS_ONE, rational } from '../number/rational.ts';
import type { Board } from './board.ts';
import { type Atom, Beyond, degrees, type Node, type Term, Wiring } from './network.ts';

const RULES = ['same place', 'same pair', 'crossed pair', 'all places', 'all pairs'] as const;
export type HalfRule = (typeof RULES)[number];
export const isHalfRule = (rule: string): rule is HalfRule => RULES.some(r => r === rule);

/** L of n as a network. @throws Beyond for an n that is a product */
export const eliminationTerm = (board: Board, n: Dimension): Term => {
  const [w, [j, i, t]] = [new Wiring(), [0, 1, 2] as const];
  layIndices(w, n);
  w.node(board.halving(n), [j, i, t]);
  return w.term([t], [j, i]);
};
/** D of n: E on both sides of the diagonal. @throws Beyond for an n that is a product */
export const duplicationTerms = (board: Board, n: Dimension): Term[] => {
  const atom = board.halving(n);
  const [j, i, t] = [0, 1, 2] as const;
  const half = (legs: readonly number[], onDiagonal: boolean): Term => {
    const w = new Wiring();
    layIndices(w, n);
    w.node(atom, legs);
    if (onDiagonal) {
      w.join(i, j);
      w.times(MINUS_ONE);
    }
    return w.term([j, i], [t]);
  };
  return [half([j, i, t], false), half([i, j, t], false), half([i, i, t], true)];
};
const layIndices = (w: Wiring, n: Dimension): void => {
  const [of, ...more] = n;
  const [half] = triangular(n);
  if (of === undefined || half === undefined || more.length)
    throw new Beyond('half-vectorisation of a composite dimension');
  for (const dim of [of, of, half]) w.index(dim);
};

export const isHalving = (atom: Atom): boolean => atom.kind === 'symbol' && atom.as === 'halving';

/** The terms that take the term's place; null when the rule does not apply to these nodes. */
export const halved = (
  board: Board,
  term: Term,
  rule: HalfRule,
  first: number,
  second?: number,
): Term[] | null => {
  const a = term.nodes[first];
  if (!a || !isHalving(a.atom)) return null;
  if (rule === 'all places' || rule === 'all pairs') return summed(board, term, rule, first, a);
  const b = second === undefined ? undefined : term.nodes[second];
  if (!b || second === undefined || first === second || b.atom !== a.atom) return null;
  const [j, i, t] = a.legs as [number, number, number];
  const [l, k, u] = b.legs as [number, number, number];
  const w = new Wiring();
  switch (rule) {
    case 'same place':
      if (t !== u) return null;
      w.add(term, [second]);
      w.joinAll([j, i], [l, k]);
      break;
    case 'same pair':
      if (j !== l || i !== k) return null;
      w.add(term, [second]);
      w.join(t, u);
      break;
    case 'crossed pair':
      if (i === j || j !== k || i !== l) return null;
      w.add(term);
      w.join(i, j);
      break;
    default:
      return null;
  }
  return [w.term(term.rows, term.cols)];
};

const summed = (
  board: Board,
  term: Term,
  rule: 'all places' | 'all pairs',
  at: number,
  { legs }: Node,
): Term[] | null => {
  const [j, i, t] = legs as [number, number, number];
  const { legs: on, open } = degrees(term);
  const isAlone = (index: number): boolean => on[index] === 1 && open[index] === 0;
  if (rule === 'all pairs') {
    if (!isAlone(i) || !isAlone(j)) return null;
    const w = new Wiring();
    w.add(term, [at]);
    w.forget(i);
    w.forget(j);
    return [w.term(term.rows, term.cols)];
  }
  if (!isAlone(t)) return null;
  return (['one', 'diagonal', 'sign'] as const).map(part => {
    const w = new Wiring();
    w.add(term, [at]);
    w.forget(t);
    w.times(rational(1, 2));
    if (part === 'diagonal') w.join(i, j);
    if (part === 'sign') w.node(board.order(term.indices[i]!), [i, j]);
    return w.term(term.rows, term.cols);
  });
};

/** Which rules may apply to a node, most simplifying first. */
export const halfRules = (term: Term, at: number): { rule: HalfRule; nodes: number[] }[] => {
  const { atom } = term.nodes[at]!;
  const others = term.nodes.flatMap((n, k) => (k > at && n.atom === atom ? [k] : []));
  const pairs = (['same place', 'same pair', 'crossed pair'] as const).flatMap(rule =>
    others.map(k => ({ rule, nodes: [at, k] })),
  );
  return [...pairs, { rule: 'all places', nodes: [at] }, { rule: 'all pairs', nodes: [at] }];
};
