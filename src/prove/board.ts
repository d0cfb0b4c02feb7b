// The board a proof is played on: the two sides and the arguments of functions, all sums of terms, and the atoms in them.
// Part of what is trusted. Sums 0 and 1 are the two sides. An argument's open indices are all listed in its terms' rows: its slots.

import {
  type Dimension,
  type Factor,
  type Shape,
  shapeText,
  times,
  triangular,
} from '../expression/dimension.ts';
import { has, type Sym } from '../expression/symbol.ts';
import type { Atom, Node, Term } from './network.ts';

export interface Sum {
  /** `entries`: functions act entry by entry; `matrix`: on a matrix whose rows are the first `split` slots;
   *  `definition`: what an unfolded function is, its legs being the slots. */
  readonly kind: 'side' | 'entries' | 'matrix' | 'definition';
  readonly split: number;
  readonly dims: Dimension;
  terms: readonly Term[];
  /** Transposing the argument changes nothing. */
  symmetric: boolean;
}

export type FunctionAtom = Atom & { kind: 'function' };

export class Board {
  readonly sums: Sum[] = [
    { kind: 'side', split: 0, dims: [], terms: [], symmetric: false },
    { kind: 'side', split: 0, dims: [], terms: [], symmetric: false },
  ];
  /** Conditions that were used, such as "Q orthogonal". */
  readonly given = new Set<string>();
  /** Back to so many conditions. */
  forget(conditions: number): void {
    for (const g of [...this.given].slice(conditions)) this.given.delete(g);
  }
  /** The sums that unfolded functions are. */
  readonly definitions = new Map<Atom, number>();
  readonly #atoms = new Map<string, Atom>();
  #count = 0;

  #intern(key: string, make: (id: number) => Atom): Atom {
    let atom = this.#atoms.get(key);
    if (!atom) this.#atoms.set(key, (atom = make(this.#count++)));
    return atom;
  }
  symbol(symbol: Sym, as: 'value' | 'direction' | 'slot' = 'value'): Atom {
    return this.#intern(`${as} ${symbol.name}`, id => ({
      id,
      kind: 'symbol',
      symbol,
      as,
      mirror: as === 'slot' ? 0 : mirrorOf(symbol),
    }));
  }
  /** The E of halves.ts for n×n matrices. */
  halving(n: Dimension): Atom {
    return this.#constant('halving', 'E', { rows: times(n, n), cols: triangular(n) }, 0);
  }
  /** The sign of i − j for positions in one dimension. */
  order(dim: Factor): Atom {
    return this.#constant('order', 'sgn', { rows: [dim], cols: [dim] }, -1);
  }
  /** S_k of blocks.ts: where part k, counted from 0, is in a dimension that is a sum. */
  part(whole: Dimension, k: number, part: Dimension): Atom {
    return this.#constant('part', `S${k + 1}`, { rows: whole, cols: part }, 0);
  }
  #constant(as: 'halving' | 'order' | 'part', name: string, shape: Shape, mirror: 0 | -1): Atom {
    const symbol: Sym = { name, latex: name, shape, structure: mirror ? ['skew'] : [] };
    return this.#intern(`${as} ${name} of ${shapeText(shape)}`, id => ({
      id,
      kind: 'symbol',
      symbol,
      as,
      mirror,
    }));
  }
  unit(position: number): Atom {
    return this.#intern(`unit ${position}`, id => ({ id, kind: 'unit', position, mirror: 0 }));
  }
  function(fn: string, argument: number, order = 0): Atom {
    const sum = this.sums[argument]!;
    return this.#intern(`function ${fn} ${order} ${argument}`, id => ({
      id,
      kind: 'function',
      fn,
      order,
      argument,
      mirror: fn.endsWith('projection') || (sum.symmetric && fn !== 'determinant') ? 1 : 0,
    }));
  }
  /** A new argument; its number. */
  argument(
    kind: 'entries' | 'matrix' | 'definition',
    dims: Dimension,
    split: number,
    terms: readonly Term[],
  ): number {
    return this.sums.push({ kind, split, dims, terms, symmetric: false }) - 1;
  }
  /** Replaces nodes of the terms of all sums. */
  replaceNodes(by: (node: Node) => Node): void {
    for (const sum of this.sums)
      sum.terms = sum.terms.map(t => {
        const nodes = t.nodes.map(by);
        return nodes.every((n, k) => n === t.nodes[k]) ? t : { ...t, nodes };
      });
  }
  /** Every function atom of an argument. */
  functionsOf(argument: number): FunctionAtom[] {
    return [...this.#atoms.values()].filter(
      (a): a is FunctionAtom => a.kind === 'function' && a.argument === argument,
    );
  }
}

/** Square with one index tuple for both sides, so that legs may be compared half by half. */
export const isSquare = ({ shape: { rows, cols } }: Sym): boolean =>
  rows.length > 0 && rows.length === cols.length && rows.every((f, i) => f === cols[i]);

const mirrorOf = (s: Sym): Atom['mirror'] => {
  if (!isSquare(s) || isDiagonal(s)) return 0;
  if (has(s, 'symmetric') || has(s, 'positive-definite')) return 1;
  return has(s, 'skew') ? -1 : 0;
};
export const isDiagonal = (s: Sym): boolean => has(s, 'diagonal') && isSquare(s);
