// Matchings: which terms of a sum are the same network, checked index by index. Part of what is trusted.

import { add, isZero, MINUS_ONE, multiply, type Rational } from '../number/rational.ts';
import type { Board } from './board.ts';
import type { Term } from './network.ts';

/** Where each node and each index of one term goes in another one. */
export interface Bijection {
  readonly nodes: readonly number[];
  readonly indices: readonly number[];
}
/** Terms that are one network, the representative among them; `odd` shows that this network is its own negative. */
export interface Class {
  readonly representative: number;
  readonly members: readonly (Bijection & { readonly term: number })[];
  readonly odd?: Bijection;
}
export type Matching = readonly Class[];

const isPermutation = (of: readonly number[], size: number): boolean => {
  if (of.length !== size) return false;
  const seen = new Uint8Array(size);
  for (const x of of) {
    if (seen[x] !== 0) return false;
    seen[x] = 1;
  }
  return true;
};
const maps = (from: readonly number[], to: readonly number[], by: readonly number[]): boolean => {
  if (from.length !== to.length) return false;
  for (let k = 0; k < to.length; k++) if (by[from[k]!] !== to[k]) return false;
  return true;
};

/** +1 or −1 when the bijection makes one term the other up to sign, coefficients aside; 0 when it does not. */
export const compareTerms = (a: Term, b: Term, { nodes, indices }: Bijection): -1 | 0 | 1 => {
  if (a.indices.length !== b.indices.length || a.nodes.length !== b.nodes.length) return 0;
  if (!isPermutation(indices, b.indices.length) || !isPermutation(nodes, b.nodes.length)) return 0;
  for (let i = 0; i < indices.length; i++) if (b.indices[indices[i]!] !== a.indices[i]) return 0;
  if (!maps(a.rows, b.rows, indices) || !maps(a.cols, b.cols, indices)) return 0;
  if (a.named.length !== b.named.length) return 0;
  for (let k = 0; k < a.named.length; k++) {
    const [name, i] = a.named[k]!;
    const [other, j] = b.named[k]!;
    if (name !== other || indices[i] !== j) return 0;
  }
  let sign: 1 | -1 = 1;
  for (let k = 0; k < a.nodes.length; k++) {
    const m = a.nodes[k]!;
    const n = b.nodes[nodes[k]!]!;
    if (m.atom !== n.atom) return 0;
    if (maps(m.legs, n.legs, indices)) continue;
    if (m.atom.mirror === 0) return 0;
    const half = m.legs.length / 2;
    if (!maps([...m.legs.slice(half), ...m.legs.slice(0, half)], n.legs, indices)) return 0;
    if (m.atom.mirror < 0) sign = sign === 1 ? -1 : 1;
  }
  return sign;
};

/** The sum with like terms collected as the matching says; null when it does not hold or leaves a term out. */
export const collected = (board: Board, terms: readonly Term[], matching: Matching): Term[] | null => {
  const seen = new Uint8Array(terms.length);
  const result: Term[] = [];
  for (const { representative, members, odd } of matching) {
    const model = terms[representative];
    if (!model) return null;
    const totals = new Map<string, { scalar: Rational; sizes: readonly string[] }>();
    for (const member of members) {
      const term = terms[member.term];
      if (!term || seen[member.term]) return null;
      seen[member.term] = 1;
      const sign = compareTerms(term, model, member);
      if (sign === 0) return null;
      const key = term.sizes.length ? JSON.stringify(term.sizes) : '';
      const scalar = sign === 1 ? term.scalar : multiply(MINUS_ONE, term.scalar);
      const total = totals.get(key);
      totals.set(key, { scalar: total ? add(total.scalar, scalar) : scalar, sizes: term.sizes });
    }
    for (const { atom } of model.nodes)
      if (atom.mirror && atom.kind === 'symbol')
        board.given.add(`${atom.symbol.name} ${atom.mirror > 0 ? 'symmetric' : 'skew-symmetric'}`);
    if (odd) {
      if (compareTerms(model, model, odd) !== -1) return null;
      continue;
    }
    for (const { scalar, sizes } of totals.values())
      if (!isZero(scalar)) result.push({ ...model, scalar, sizes });
  }
  return seen.every(s => s === 1) ? result : null;
};
