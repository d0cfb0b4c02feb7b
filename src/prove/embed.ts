// Where an argument's leading term occurs beside its inverse: a backtracking match of a small network in a larger one. Search code.

import type { Board } from './board.ts';
import type { Cancel } from './cancel.ts';
import { canonical } from './canonical.ts';
import type { Term } from './network.ts';

/** The term that is rewritten away: the one with the most nodes, ties by canonical key. */
export const leading = (terms: readonly Term[]): number => {
  let best = 0;
  let key = '';
  terms.forEach((t, k) => {
    const own = canonical(t).key;
    const more = t.nodes.length - terms[best]!.nodes.length;
    if (k === 0 || more > 0 || (more === 0 && own > key)) [best, key] = [k, own];
  });
  return best;
};

interface At {
  readonly sum: number;
  readonly term: number;
  readonly node: number;
  readonly lead: number;
}

/** Every place where the leading term stands beside the inverse or reciprocal at a node. */
export function* cancellation(board: Board, term: Term, at: At): Generator<Cancel> {
  const { atom, legs } = term.nodes[at.node]!;
  if (atom.kind !== 'function') return;
  const sum = board.sums[atom.argument]!;
  const w = sum.terms[at.lead];
  if (!w) return;
  const make = (side: Cancel['side'], turned: boolean, found: Embedding): Cancel => ({
    rule: 'cancel',
    ...at,
    side,
    turned,
    nodes: found.nodes,
    indices: found.indices,
  });
  if (sum.kind === 'entries') {
    for (const found of embeddings(w, term, at.node, anchored(w, w.rows, legs)))
      yield make('before', false, found);
    return;
  }
  const half = sum.split;
  for (const turned of atom.mirror === 1 ? [false, true] : [false]) {
    const own = turned ? [...legs.slice(half), ...legs.slice(0, half)] : legs;
    const before = anchored(w, w.rows.slice(half), own.slice(0, half));
    for (const found of embeddings(w, term, at.node, before)) yield make('before', turned, found);
    const after = anchored(w, w.rows.slice(0, half), own.slice(half));
    for (const found of embeddings(w, term, at.node, after)) yield make('after', turned, found);
  }
}

interface Embedding {
  readonly nodes: readonly number[];
  readonly indices: readonly number[];
}
/** Indices of w with their places; null when one index would have two places. */
const anchored = (w: Term, of: readonly number[], to: readonly number[]): (number | undefined)[] | null => {
  const places: (number | undefined)[] = w.indices.map(() => undefined);
  for (let k = 0; k < of.length; k++) {
    const i = of[k]!;
    if (places[i] !== undefined && places[i] !== to[k]) return null;
    places[i] = to[k]!;
  }
  return places;
};

function* embeddings(
  w: Term,
  term: Term,
  without: number,
  anchors: (number | undefined)[] | null,
): Generator<Embedding> {
  if (!anchors) return;
  const order = byConnection(w, anchors);
  const nodes: number[] = w.nodes.map(() => -1);
  function* place(k: number, places: readonly (number | undefined)[]): Generator<Embedding> {
    const small = order[k];
    if (small === undefined) {
      if (places.every(p => p !== undefined)) yield { nodes: [...nodes], indices: places as number[] };
      return;
    }
    const { atom, legs } = w.nodes[small]!;
    for (let large = 0; large < term.nodes.length; large++) {
      const candidate = term.nodes[large]!;
      if (candidate.atom !== atom || large === without || nodes.includes(large)) continue;
      const half = legs.length / 2;
      const turned = [...candidate.legs.slice(half), ...candidate.legs.slice(0, half)];
      for (const to of atom.mirror ? [candidate.legs, turned] : [candidate.legs]) {
        const next = [...places];
        if (!legs.every((i, p) => (next[i] ??= to[p]!) === to[p])) continue;
        nodes[small] = large;
        yield* place(k + 1, next);
        nodes[small] = -1;
      }
    }
  }
  yield* place(0, anchors);
}

/** Nodes next to what is placed come first. */
const byConnection = (w: Term, anchors: readonly (number | undefined)[]): number[] => {
  const reached = new Set(anchors.flatMap((a, i) => (a === undefined ? [] : [i])));
  const left = new Set(w.nodes.keys());
  const order: number[] = [];
  while (left.size) {
    const next = [...left].find(k => w.nodes[k]!.legs.some(i => reached.has(i))) ?? [...left][0]!;
    left.delete(next);
    order.push(next);
    for (const i of w.nodes[next]!.legs) reached.add(i);
  }
  return order;
};
