// Canonical labelling of paths and cycles, which most connected components are: they are written down along the way, a path from one of
// its ends, a cycle from one of its places, whichever comes out least. Search code: nothing here is trusted.

import { mix } from './hash.ts';
import type { Term } from './network.ts';

/** A connected component of a term. */
export interface Part {
  readonly indices: readonly number[];
  readonly nodes: readonly number[];
}
/** A component in its canonical order: the same key, the same component. */
export interface Labelled extends Part {
  readonly key: string;
}

/** Indices and the nodes between them as they come, with codes: the node by which an index is left, early atoms first, and the index. */
interface Walk extends Part {
  readonly codes: readonly number[];
}

/** A leg is written 2·node + position; −1 is none. */
export class Chains {
  readonly #term: Term;
  /** By index: the two legs on it that belong to nodes with two legs. */
  readonly #first: Int32Array;
  readonly #second: Int32Array;
  /** By index: nodes with no other leg, and its colour with theirs. */
  readonly #single = new Map<number, number[]>();
  readonly #labels: Int32Array;
  /** By index: no part of a chain. It is on a node with more legs or whose turning changes a sign, or joins more than two nodes. */
  readonly #rough: Uint8Array;
  constructor(term: Term, colours: Int32Array) {
    this.#term = term;
    this.#first = new Int32Array(colours.length).fill(-1);
    this.#second = new Int32Array(colours.length).fill(-1);
    this.#labels = colours.slice();
    this.#rough = new Uint8Array(colours.length);
    for (let k = 0; k < term.nodes.length; k++) this.#add(k);
  }
  #add(k: number): void {
    const { atom, legs } = this.#term.nodes[k]!;
    if (legs.length > 2 || atom.mirror < 0) for (const i of legs) this.#rough[i] = 1;
    else if (legs.length === 2) {
      this.#join(legs[0]!, 2 * k);
      this.#join(legs[1]!, 2 * k + 1);
    } else if (legs.length === 1) {
      const i = legs[0]!;
      this.#labels[i]! += mix(atom.id, 1);
      const others = this.#single.get(i);
      if (others) others.push(k);
      else this.#single.set(i, [k]);
    }
  }
  #join(i: number, leg: number): void {
    if (this.#first[i]! < 0) this.#first[i] = leg;
    else if (this.#second[i]! < 0) this.#second[i] = leg;
    else this.#rough[i] = 1;
  }

  /** Null for what is neither a path nor a cycle. */
  label({ indices }: Part): Labelled | null {
    if (!indices.length || indices.some(i => this.#rough[i])) return null;
    const end = indices.find(i => this.#second[i]! < 0);
    const start = end ?? indices[0]!;
    const there = this.#walk(start, this.#first[start]!);
    const last = there.indices.at(-1)!;
    const back =
      end === undefined ? this.#walk(start, this.#second[start]!) : this.#walk(last, this.#first[last]!);
    const ways = end === undefined ? [fromLeast(there), fromLeast(back)] : [there, back];
    const { codes, ...way } = compare(ways[0]!.codes, ways[1]!.codes) <= 0 ? ways[0]! : ways[1]!;
    const singles = this.#single.size ? way.indices.flatMap(i => this.#on(i)) : [];
    return {
      key: `${end === undefined ? 'cycle' : 'path'} ${codes}`,
      indices: way.indices,
      nodes: [...way.nodes, ...singles],
    };
  }
  #on(i: number): readonly number[] {
    const { nodes } = this.#term;
    return this.#single.get(i)?.sort((a, b) => nodes[a]!.atom.id - nodes[b]!.atom.id) ?? [];
  }

  /** From an index by a leg on it to the end of a path, or once round a cycle. */
  #walk(from: number, by: number): Walk {
    const walk: { indices: number[]; nodes: number[]; codes: number[] } = {
      indices: [],
      nodes: [],
      codes: [],
    };
    let i = from;
    let leg = by;
    do {
      walk.indices.push(i);
      if (leg < 0) {
        walk.codes.push(this.#labels[i]! >>> 0);
        break;
      }
      const { atom, legs } = this.#term.nodes[leg >> 1]!;
      walk.nodes.push(leg >> 1);
      const way = 2 * atom.id + (atom.mirror ? 0 : leg & 1);
      walk.codes.push((way + 1) * 2 ** 32 + (this.#labels[i]! >>> 0));
      const arrived = leg ^ 1;
      i = legs[arrived & 1]!;
      leg = this.#first[i] === arrived ? this.#second[i]! : this.#first[i]!;
    } while (leg !== by);
    return walk;
  }
}

export const compare = (a: readonly number[], b: readonly number[]): number => {
  if (a.length !== b.length) return a.length - b.length;
  for (let k = 0; k < a.length; k++) if (a[k] !== b[k]) return a[k]! - b[k]!;
  return 0;
};

/** The walk round a cycle from where its codes are least. */
const fromLeast = ({ indices, nodes, codes }: Walk): Walk => {
  const at = leastRotation(codes);
  const turned = (of: readonly number[]): number[] => [...of.slice(at), ...of.slice(0, at)];
  return { indices: turned(indices), nodes: turned(nodes), codes: turned(codes) };
};
/** Two candidates run against each other: where one loses, none of the places that it has passed is least (Duval 1983). */
const leastRotation = (of: readonly number[]): number => {
  const n = of.length;
  let a = 0;
  let b = 1;
  let same = 0;
  while (a < n && b < n && same < n) {
    const difference = of[(a + same) % n]! - of[(b + same) % n]!;
    if (difference === 0) {
      same++;
      continue;
    }
    if (difference > 0) a += same + 1;
    else b += same + 1;
    if (a === b) b++;
    same = 0;
  }
  return Math.min(a, b);
};
