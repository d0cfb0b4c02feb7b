// Part of what is trusted. Networks: a value is a sum of terms, a term a coefficient times occurrences of atoms (nodes) joined at indices.
//   an index carries one factor of a dimension and any number of legs; it is open (listed in rows, cols or named) or summed over
//   an open index may be listed several times: rows = cols = (i) is a diagonal matrix
//   a summed index without a leg is a factor, its size; a named index without a leg is left out
//   the coefficient is a rational times a product of dimension names, so a sum's coefficients are polynomials in them

import type { Dimension, Factor } from '../expression/dimension.ts';
import type { Sym } from '../expression/symbol.ts';
import { multiply, negate, ONE, type Rational, rational } from '../number/rational.ts';

/** What a node is an occurrence of. `mirror` 1: its two halves of legs may be swapped; −1: swapping them flips the sign. */
export type Atom = { readonly id: number; mirror: -1 | 0 | 1 } & (
  | {
      readonly kind: 'symbol';
      readonly symbol: Sym;
      /** The symbol itself, its direction dX, or the occurrence that a derivative takes away; or one of the constants of halves.ts and blocks.ts. */
      readonly as: 'value' | 'direction' | 'slot' | 'halving' | 'order' | 'part';
    }
  /** The unit vector e_position. */
  | { readonly kind: 'unit'; readonly position: number }
  /** A function that is not multilinear, of the argument numbered `argument` on the board. */
  | { readonly kind: 'function'; readonly fn: string; readonly order: number; readonly argument: number }
);

export interface Node {
  readonly atom: Atom;
  /** Row indices, then column indices. */
  readonly legs: readonly number[];
}

export interface Term {
  readonly scalar: Rational;
  /** Names of dimensions that multiply, sorted. */
  readonly sizes: readonly string[];
  /** The dimension of every index. */
  readonly indices: readonly Factor[];
  readonly nodes: readonly Node[];
  readonly rows: readonly number[];
  readonly cols: readonly number[];
  /** Free indices of index notation, sorted by name. */
  readonly named: readonly (readonly [name: string, index: number])[];
}

/** A matrix of this shape; the dimensions' factors are in the order of the terms' index tuples. */
export interface Value {
  readonly rows: Dimension;
  readonly cols: Dimension;
  readonly terms: readonly Term[];
}

/** What networks cannot express, or a spent budget: the prover abstains with this reason. */
export class Beyond extends Error {}

const NO_NAMES: ReadonlyMap<string, number> = new Map();
const NONE: [string, number][] = [];
export const MISFIT = 'dimensions fit by their product only, not factor by factor';

/** Builds one term out of others: add them, join indices, say which are open. */
export class Wiring {
  readonly #dims: Factor[] = [];
  readonly #parent: number[] = [];
  readonly #nodes: Node[] = [];
  readonly #named: [string, number][] = [];
  readonly #forgotten = new Set<number>();
  #scalar = ONE;
  #sizes: string[] = [];

  /** A new index. */
  index(dim: Factor): number {
    this.#parent.push(this.#dims.length);
    return this.#dims.push(dim) - 1;
  }
  indices(dims: Dimension): number[] {
    return dims.map(d => this.index(d));
  }
  node(atom: Atom, legs: readonly number[]): void {
    this.#nodes.push({ atom, legs });
  }
  name(name: string, index: number): void {
    this.#named.push([name, index]);
  }
  times(by: Rational): void {
    if (by !== ONE) this.#scalar = this.#scalar === ONE ? by : multiply(this.#scalar, by);
  }
  /** Multiplies by the size of an index. */
  size(dim: Factor): void {
    if (typeof dim === 'number') this.times(rational(dim));
    else if (typeof dim === 'object')
      throw new Beyond(`the size ${dim} as a factor, which is no product of names`);
    else this.#sizes = [...this.#sizes, dim].sort();
  }
  /** This summed index disappears with the nodes on it: it is no factor. */
  forget(index: number): void {
    this.#forgotten.add(index);
  }
  /** Copies a term's indices, nodes (all but those left out) and names; index i becomes offset + i. */
  add(term: Term, without: readonly number[] = []): number {
    const offset = this.#dims.length;
    for (let i = 0; i < term.indices.length; i++) this.index(term.indices[i]!);
    for (let k = 0; k < term.nodes.length; k++) {
      const { atom, legs } = term.nodes[k]!;
      if (!without.includes(k)) this.#nodes.push({ atom, legs: offset ? legs.map(i => i + offset) : legs });
    }
    for (const [name, i] of term.named) this.#named.push([name, i + offset]);
    this.times(term.scalar);
    if (term.sizes.length) this.#sizes = [...this.#sizes, ...term.sizes].sort();
    return offset;
  }
  join(a: number, b: number): void {
    const x = this.#root(a);
    const y = this.#root(b);
    if (this.#dims[x] !== this.#dims[y]) throw new Beyond(MISFIT);
    this.#parent[y] = x;
  }
  /** Each index of a tuple with that of another one, which was added at this offset. */
  joinAll(a: readonly number[], b: readonly number[], offset = 0): void {
    if (a.length !== b.length) throw new Beyond(MISFIT);
    for (let k = 0; k < a.length; k++) this.join(a[k]!, b[k]! + offset);
  }
  #root(i: number): number {
    let root = i;
    while (this.#parent[root] !== root) root = this.#parent[root]!;
    return root;
  }

  /** The term with these open tuples. A name that occurs twice is one index. */
  term(rows: readonly number[], cols: readonly number[] = []): Term {
    const byName = this.#unified();
    const dims = this.#dims;
    const numbers = new Array<number>(dims.length).fill(-1);
    const indices: Factor[] = [];
    const number = (i: number): number => {
      const root = this.#root(i);
      if (numbers[root]! < 0) numbers[root] = indices.push(dims[root]!) - 1;
      return numbers[root]!;
    };
    const ownRows = rows.map(number);
    const ownCols = cols.map(number);
    const nodes = this.#nodes.map(n => ({ atom: n.atom, legs: n.legs.map(number) }));
    const named = this.#visible(byName, i => numbers[i]! >= 0).map(([name, i]) => [name, number(i)] as const);
    for (let i = 0; i < dims.length; i++)
      if (numbers[i]! < 0 && this.#parent[i] === i && !this.#isFree(byName, i) && !this.#forgotten.has(i))
        this.size(dims[i]!);
    return { scalar: this.#scalar, sizes: this.#sizes, indices, nodes, rows: ownRows, cols: ownCols, named };
  }
  /** One index for each name. */
  #unified(): ReadonlyMap<string, number> {
    if (!this.#named.length) return NO_NAMES;
    const byName = new Map<string, number>();
    for (const [name, i] of this.#named) {
      const other = byName.get(name);
      if (other === undefined) byName.set(name, i);
      else this.join(other, i);
    }
    return byName;
  }
  #isFree(byName: ReadonlyMap<string, number>, root: number): boolean {
    for (const i of byName.values()) if (this.#root(i) === root) return true;
    return false;
  }
  /** Names whose index has a leg, is listed elsewhere, or has two names. */
  #visible(byName: ReadonlyMap<string, number>, used: (root: number) => boolean): [string, number][] {
    if (!byName.size) return NONE;
    const roots = [...byName].map(([name, i]) => [name, this.#root(i)] as [string, number]);
    return roots
      .filter(([name, i]) => used(i) || roots.some(([other, j]) => j === i && other !== name))
      .sort(([a], [b]) => (a < b ? -1 : 1));
  }
}

/** Every open tuple of a term that is one number: what a constant on these dimensions looks like. */
export const constant = (scalar: Rational, rows: Dimension, cols: Dimension = []): Term => ({
  scalar,
  sizes: [],
  indices: [...rows, ...cols],
  nodes: [],
  rows: rows.map((_, i) => i),
  cols: cols.map((_, i) => rows.length + i),
  named: [],
});

export const times = (t: Term, by: Rational): Term => ({ ...t, scalar: multiply(t.scalar, by) });
export const negated = (terms: readonly Term[]): Term[] =>
  terms.map(t => ({ ...t, scalar: negate(t.scalar) }));
/** A node gives way to a term whose rows are the node's legs. */
export const substituted = (term: Term, node: number, by: Term): Term => {
  const w = new Wiring();
  w.add(term, [node]);
  w.joinAll(term.nodes[node]!.legs, by.rows, w.add(by));
  return w.term(term.rows, term.cols);
};

/** Entrywise product of terms with the same open tuples; summed over them where they do not stay open. */
export const entrywise = (left: Term, right: Term, open = true): Term => {
  const w = new Wiring();
  w.add(left);
  const offset = w.add(right);
  w.joinAll(left.rows, right.rows, offset);
  w.joinAll(left.cols, right.cols, offset);
  return open ? w.term(left.rows, left.cols) : w.term([]);
};

/** How many legs and open places each index has. */
export const degrees = (term: Term): { readonly legs: Int32Array; readonly open: Int32Array } => {
  const legs = new Int32Array(term.indices.length);
  const open = new Int32Array(term.indices.length);
  for (const n of term.nodes) for (const i of n.legs) legs[i]!++;
  for (const i of term.rows) open[i]!++;
  for (const i of term.cols) open[i]!++;
  for (const [, i] of term.named) open[i]!++;
  return { legs, open };
};
/** These indices join two nodes, and nothing else is on them. */
export const isBetween = (term: Term, shared: readonly number[]): boolean => {
  const { legs, open } = degrees(term);
  return (
    shared.length > 0 &&
    new Set(shared).size === shared.length &&
    shared.every(i => legs[i] === 2 && !open[i])
  );
};
/** Indices in reach of the ones given along nodes, without going through the one that is cut. */
export const reach = ({ nodes }: Term, from: readonly number[], cut = -1): ReadonlySet<number> => {
  const reached = new Set(from);
  for (let size = -1; size !== reached.size; ) {
    size = reached.size;
    for (const { legs } of nodes)
      if (legs.some(i => i !== cut && reached.has(i))) for (const i of legs) if (i !== cut) reached.add(i);
  }
  return reached;
};
