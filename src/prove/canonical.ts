// Canonical labelling of a term: small coloured hypergraphs, connected components apart. Search code: nothing here is trusted.
// Paths and cycles are read off (chain.ts); what follows is for all others.
//   the same term up to the names of closed indices, the order of nodes and mirrored legs  ⇒  the same key
//   the same key  ⇒  positions that give the matching, which the kernel checks
// Colours are hashes, refined from node to index and back; ties are individualised, and automorphisms that were found prune
// the search (McKay 1981). A collision of hashes costs time or a proof, never soundness.

import { Chains, compare, type Labelled, type Part } from './chain.ts';
import { hashFactor, hashText, mix } from './hash.ts';
import { type Atom, Beyond, type Term } from './network.ts';

export interface Canonical {
  readonly key: string;
  /** Position of each index and of each node in the canonical order. */
  readonly indices: readonly number[];
  readonly nodes: readonly number[];
  /** Parity of the skew nodes whose legs the canonical order swaps. */
  readonly sign: 1 | -1;
  /** A matching of the term with its own negative: then the term is 0. */
  readonly odd: { readonly indices: readonly number[]; readonly nodes: readonly number[] } | null;
  /** Leaves of the search tree that were visited. */
  readonly leaves: number;
}

const MAX_LEAVES = 5000;

/** The colours of open indices differ, so every symmetry keeps them. */
const initialColours = (t: Term): Int32Array => {
  const colours = new Int32Array(t.indices.length);
  for (let i = 0; i < colours.length; i++) colours[i] = hashFactor(t.indices[i]!);
  t.rows.forEach((i, k) => {
    colours[i] = mix(colours[i]!, 1000 + k);
  });
  t.cols.forEach((i, k) => {
    colours[i] = mix(colours[i]!, 2000 + k);
  });
  for (const [name, i] of t.named) colours[i] = mix(colours[i]!, mix(hashText(name), 3));
  return colours;
};

/** Indices and nodes in the order that a labelling gives them. */
interface Leaf extends Part {
  readonly code: readonly number[];
  readonly path: readonly number[];
}

/** One connected component and the search for its least leaf. */
class Component {
  readonly indices: readonly number[];
  readonly nodes: readonly number[];
  leaves = 0;
  readonly generators: Int32Array[] = [];
  readonly #term: Term;
  readonly #initial: Int32Array;
  #first: Leaf | null = null;
  #best: Leaf | null = null;

  constructor(term: Term, { indices, nodes }: Part, initial: Int32Array) {
    this.#term = term;
    this.indices = indices;
    this.nodes = nodes;
    this.#initial = initial;
  }

  search(): Labelled {
    const colours = this.#initial.slice();
    this.#refine(colours);
    this.#visit(colours, []);
    const { indices, nodes, code } = this.#best!;
    return { indices, nodes, key: code.join(',') };
  }

  #nodeHash(atom: Atom, legs: readonly number[], colours: Int32Array): number {
    if (!atom.mirror) {
      let h = atom.id;
      for (const i of legs) h = mix(h, colours[i]!);
      return h;
    }
    const half = legs.length / 2;
    let a = 1;
    let b = 1;
    for (let k = 0; k < half; k++) {
      a = mix(a, colours[legs[k]!]!);
      b = mix(b, colours[legs[k + half]!]!);
    }
    return mix(atom.id, (a + b) | 0);
  }

  /** Until no cell splits. */
  #refine(colours: Int32Array): void {
    const sums = new Int32Array(colours.length);
    let count = 0;
    for (let round = 0; ; round++) {
      for (const i of this.indices) sums[i] = colours[i]!;
      for (const k of this.nodes) {
        const { atom, legs } = this.#term.nodes[k]!;
        const h = this.#nodeHash(atom, legs, colours);
        const period = atom.mirror ? legs.length / 2 : legs.length;
        for (let p = 0; p < legs.length; p++) sums[legs[p]!] = (sums[legs[p]!]! + mix(h, p % period)) | 0;
      }
      for (const i of this.indices) colours[i] = mix(sums[i]!, round);
      const next = this.#cells(colours);
      if (next === this.indices.length || next <= count) return;
      count = next;
    }
  }
  #cells(colours: Int32Array): number {
    const { length } = this.indices;
    if (length < 2) return length;
    const sorted = new Int32Array(length);
    for (let k = 0; k < length; k++) sorted[k] = colours[this.indices[k]!]!;
    sorted.sort();
    let cells = 1;
    for (let k = 1; k < length; k++) if (sorted[k] !== sorted[k - 1]) cells++;
    return cells;
  }

  /** Returns the depth to return to: after an automorphism, the rest of a subtree is equivalent to what was seen. */
  #visit(colours: Int32Array, path: readonly number[]): number {
    const cell = this.#target(colours);
    if (!cell) return this.#leaf(colours, path);
    const tried: number[] = [];
    for (const v of cell) {
      if (tried.length && this.#equivalent(v, tried, path)) continue;
      tried.push(v);
      const next = colours.slice();
      next[v] = mix(next[v]!, 0x5bd1e995);
      this.#refine(next);
      const depth = this.#visit(next, [...path, v]);
      if (depth < path.length) return depth;
    }
    return path.length;
  }

  /** The smallest cell with more than one index, ties by colour. */
  #target(colours: Int32Array): number[] | null {
    const sorted = this.indices.slice().sort((a, b) => colours[a]! - colours[b]!);
    let best: number[] | null = null;
    for (let from = 0; from < sorted.length; ) {
      let to = from + 1;
      while (to < sorted.length && colours[sorted[to]!] === colours[sorted[from]!]) to++;
      if (to - from > 1 && (!best || to - from < best.length)) best = sorted.slice(from, to);
      from = to;
    }
    return best;
  }

  #equivalent(v: number, tried: readonly number[], path: readonly number[]): boolean {
    const parent = new Map<number, number>();
    const root = (x: number): number => {
      let r = x;
      for (let up = parent.get(r); up !== undefined && up !== r; up = parent.get(r)) r = up;
      return r;
    };
    for (const g of this.generators) {
      if (!path.every(p => g[p] === p)) continue;
      for (const i of this.indices) {
        const a = root(i);
        const b = root(g[i]!);
        if (a !== b) parent.set(a, b);
      }
    }
    return tried.some(u => root(u) === root(v));
  }

  #leaf(colours: Int32Array, path: readonly number[]): number {
    if (++this.leaves > MAX_LEAVES) throw new Beyond(`the budget of ${MAX_LEAVES} labellings was spent`);
    const leaf = this.#read(colours, path);
    for (const known of this.#first === this.#best ? [this.#best] : [this.#first, this.#best])
      if (known && compare(leaf.code, known.code) === 0) {
        const g = new Int32Array(colours.length);
        known.indices.forEach((i, k) => {
          g[i] = leaf.indices[k]!;
        });
        this.generators.push(g);
        let common = 0;
        while (common < path.length && path[common] === known.path[common]) common++;
        return common;
      }
    this.#first ??= leaf;
    if (!this.#best || compare(leaf.code, this.#best.code) < 0) this.#best = leaf;
    return path.length;
  }

  #read(colours: Int32Array, path: readonly number[]): Leaf {
    const indices = this.indices.slice().sort((a, b) => colours[a]! - colours[b]!);
    const position = new Int32Array(colours.length);
    indices.forEach((i, k) => {
      position[i] = k;
    });
    const codes = this.nodes.map(k => {
      const { atom, legs } = this.#term.nodes[k]!;
      return { k, code: [atom.id, ...oriented(atom, legs, position).legs] };
    });
    codes.sort((a, b) => compare(a.code, b.code));
    const code = indices.map(i => this.#initial[i]!);
    for (const c of codes) for (const x of c.code) code.push(x);
    return { indices, nodes: codes.map(c => c.k), code, path };
  }
}

/** The legs' positions, the lesser half of a mirrored node first. */
const oriented = (
  atom: Atom,
  legs: readonly number[],
  position: Int32Array | readonly number[],
): { legs: number[]; flipped: boolean } => {
  const at = legs.map(i => position[i]!);
  if (!atom.mirror) return { legs: at, flipped: false };
  const half = at.length / 2;
  const a = at.slice(0, half);
  const b = at.slice(half);
  return compare(b, a) < 0 ? { legs: [...b, ...a], flipped: true } : { legs: at, flipped: false };
};

const partsOf = (t: Term): Part[] => {
  const parent = Int32Array.from(t.indices, (_, i) => i);
  const root = (i: number): number => {
    let r = i;
    while (parent[r] !== r) r = parent[r]!;
    return r;
  };
  for (const { legs } of t.nodes)
    for (let p = 1; p < legs.length; p++) parent[root(legs[p]!)] = root(legs[0]!);
  const parts: { indices: number[]; nodes: number[] }[] = [];
  const byRoot = new Map<number, (typeof parts)[number]>();
  for (let i = 0; i < t.indices.length; i++) {
    const r = root(i);
    const part = byRoot.get(r);
    if (part) part.indices.push(i);
    else byRoot.set(r, parts[parts.push({ indices: [i], nodes: [] }) - 1]!);
  }
  t.nodes.forEach(({ legs }, k) => {
    if (legs.length) byRoot.get(root(legs[0]!))!.nodes.push(k);
    else parts.push({ indices: [], nodes: [k] });
  });
  return parts;
};

/** The canonical form of a term without its coefficient. @throws Beyond when the search grows beyond its budget */
export const canonical = (t: Term): Canonical => {
  const initial = initialColours(t);
  const chains = new Chains(t, initial);
  const searched: Component[] = [];
  const components = partsOf(t).map((part): Labelled => {
    const known = chains.label(part);
    if (known) return known;
    const component = new Component(t, part, initial);
    searched.push(component);
    return component.search();
  });
  components.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  const indices: number[] = new Array(t.indices.length);
  const nodes: number[] = new Array(t.nodes.length);
  let i = 0;
  let k = 0;
  for (const c of components) {
    for (const index of c.indices) indices[index] = i++;
    for (const node of c.nodes) nodes[node] = k++;
  }
  let sign: 1 | -1 = 1;
  let skew = false;
  for (const { atom, legs } of t.nodes)
    if (atom.mirror < 0) {
      skew = true;
      if (oriented(atom, legs, indices).flipped) sign = sign === 1 ? -1 : 1;
    }
  return {
    key: components.map(c => c.key).join('|'),
    indices,
    nodes,
    sign,
    odd: skew ? oddSymmetry(t, searched) : null,
    leaves: components.length - searched.length + searched.reduce((sum, c) => sum + c.leaves, 0),
  };
};

/** Among the symmetries that generate all others, one that turns an odd number of skew nodes. */
const oddSymmetry = (t: Term, components: readonly Component[]): Canonical['odd'] => {
  for (const c of components)
    for (const g of c.generators) {
      const indices = t.indices.map((_, i) => (c.indices.includes(i) ? g[i]! : i));
      const nodes = t.nodes.map((_, k) => k);
      let odd = false;
      const free = new Set(c.nodes);
      for (const k of c.nodes) {
        const { atom, legs } = t.nodes[k]!;
        const image = oriented(atom, legs, indices);
        const to = [...free].find(
          n =>
            t.nodes[n]!.atom === atom &&
            compare(oriented(atom, t.nodes[n]!.legs, identityOf(t)).legs, image.legs) === 0,
        );
        if (to === undefined) break;
        free.delete(to);
        nodes[k] = to;
        const turned = oriented(atom, t.nodes[to]!.legs, identityOf(t)).flipped !== image.flipped;
        if (atom.mirror < 0 && turned) odd = !odd;
      }
      if (odd && !free.size) return { indices, nodes };
    }
  return null;
};
const identityOf = (t: Term): number[] => t.indices.map((_, i) => i);
