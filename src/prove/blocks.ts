// Block matrices in networks: [A B; C D] = Σ S_r(s,i) A_rc(i,j) S_c(t,j). Part of what is trusted.
// S_k(s,i) is 1 where s is position i of part k of a dimension that is a sum, else 0.
//   parts meet    S_k(s,i) S_k(s,j) = δ(i,j) S_k(s,i)      S_k(s,i) S_l(s,j) = 0
//   places meet   S_k(s,i) S_k(t,i) = δ(s,t) S_k(s,i)      whole part     Σ_s S_k(s,i) = 1

import { type Dimension, identical } from '../expression/dimension.ts';
import type { Board } from './board.ts';
import { Beyond, degrees, MISFIT, type Term, Wiring } from './network.ts';

const RULES = ['parts meet', 'places meet', 'whole part'] as const;
export type BlockRule = (typeof RULES)[number];
export const isBlockRule = (rule: string): rule is BlockRule => RULES.some(r => r === rule);

/** The parts of a dimension that is a sum, in order; null for others. */
export const partsOf = (dim: Dimension): readonly Dimension[] | null => {
  const [only, ...more] = dim;
  return typeof only === 'object' && only.kind === 'sum' && !more.length ? only.parts : null;
};

/** S_k as a matrix, whole×part. @throws Beyond where the part has other factors */
export const partTerm = (board: Board, whole: Dimension, k: number, part: Dimension): Term => {
  const own = partsOf(whole)?.[k];
  const [dim] = whole;
  if (!own || dim === undefined || !identical(own, part)) throw new Beyond(MISFIT);
  const w = new Wiring();
  const s = w.index(dim);
  const legs = w.indices(part);
  w.node(board.part(whole, k, part), [s, ...legs]);
  return w.term([s], legs);
};

/** The terms that take the term's place; null when the rule does not apply to these nodes. */
export const rejoined = (term: Term, rule: BlockRule, first: number, second?: number): Term[] | null => {
  const a = term.nodes[first];
  const [s, ...place] = a?.legs ?? [];
  if (a?.atom.kind !== 'symbol' || a.atom.as !== 'part' || s === undefined) return null;
  const w = new Wiring();
  if (rule === 'whole part') {
    const { legs, open } = degrees(term);
    if (legs[s] !== 1 || open[s] !== 0) return null;
    w.add(term, [first]);
    w.forget(s);
    return [w.term(term.rows, term.cols)];
  }
  const b = second === undefined ? undefined : term.nodes[second];
  if (b?.atom.kind !== 'symbol' || b.atom.as !== 'part' || first === second) return null;
  const [t, ...other] = b.legs;
  w.add(term, [second!]);
  if (rule === 'parts meet') {
    if (t !== s) return null;
    if (b.atom !== a.atom) return [];
    w.joinAll(place, other);
  } else {
    if (b.atom !== a.atom || t === undefined || !place.every((i, k) => i === other[k])) return null;
    w.join(s, t);
  }
  return [w.term(term.rows, term.cols)];
};

/** Which rules may apply to a node, most simplifying first. */
export const blockRules = (term: Term, at: number): { rule: BlockRule; nodes: number[] }[] => {
  const others = term.nodes.flatMap((n, k) =>
    k > at && n.atom.kind === 'symbol' && n.atom.as === 'part' ? [k] : [],
  );
  const pairs = (['parts meet', 'places meet'] as const).flatMap(rule =>
    others.map(k => ({ rule, nodes: [at, k] })),
  );
  return [...pairs, { rule: 'whole part', nodes: [at] }];
};
