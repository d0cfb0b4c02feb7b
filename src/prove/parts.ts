// What unfolding rules share: the step, functions applied to new arguments, and the parting of a product in two groups of nodes.
// Part of what is trusted.

import type { Dimension } from '../expression/dimension.ts';
import { ONE, type Rational, rational } from '../number/rational.ts';
import type { Board, FunctionAtom, Sum } from './board.ts';
import { type Term, Wiring } from './network.ts';

export type UnfoldRule =
  | 'scale'
  | 'split product'
  | 'split tensor'
  | 'split entries'
  | 'inverse of inverse'
  | 'inverse of diagonal'
  | 'inverse of orthogonal'
  | 'determinant of identity'
  | 'determinant of inverse'
  | 'determinant of triangular'
  | 'logarithm of determinant'
  | 'logarithm of diagonal determinant'
  | 'composite'
  | 'exponential of sum'
  | 'common denominator'
  | 'constant'
  | 'parity'
  | 'root of square'
  | 'drop slot'
  | 'Leibniz formula'
  | 'determinant lemma'
  | 'determinant turned'
  | 'determinant factored'
  | 'inverse of exponential'
  | 'determinant of exponential'
  | 'exponential of diagonal'
  | 'exponential beside identity'
  | 'exponential of similarity'
  | 'exponential series'
  | 'definition';

export interface Unfold {
  readonly rule: UnfoldRule;
  readonly fn: string;
  readonly order: number;
  readonly argument: number;
  /** The group of nodes that is split off. */
  readonly part?: readonly number[];
  /** Whether that group takes the coefficient. */
  readonly coefficient?: boolean;
  /** What a reciprocal in the argument is taken of, its slots being the slots listed in `rows`. */
  readonly denominator?: number;
  /** Inner indices of a matrix product, or positions of rows and columns that the group takes. */
  readonly inner?: readonly number[];
  readonly rows?: readonly number[];
  readonly cols?: readonly number[];
  readonly slot?: number;
  readonly by?: Rational;
}

/** A function of an argument with its legs as rows; `legs` defaults to the argument's slots. */
export const applied = (board: Board, fn: string, argument: number, dims: Dimension): Term => {
  const w = new Wiring();
  const legs = w.indices(dims);
  w.node(board.function(fn, argument), legs);
  return w.term(legs);
};
/** Slots of an inverse: the columns of its argument, then the rows. */
export const inverseDims = (sum: Sum): Dimension => [
  ...sum.dims.slice(sum.split),
  ...sum.dims.slice(0, sum.split),
];

export const single = (sum: Sum): Term | null => (sum.terms.length === 1 ? sum.terms[0]! : null);
export const numeric = (dims: Dimension): number | null => {
  let product = 1;
  for (const f of dims) {
    if (typeof f !== 'number') return null;
    product *= f;
  }
  return product <= 16 ? product : null;
};
export const repeated = (count: number, fill: (w: Wiring) => void): Term => {
  const w = new Wiring();
  for (let k = 0; k < count; k++) fill(w);
  return w.term([]);
};
export const powerOf = (x: Rational, n: number): Rational =>
  Array.from({ length: n }).reduce<Rational>(acc => rational(acc.num * x.num, acc.den * x.den), ONE);

export interface Parts {
  readonly term: Term;
  readonly part: readonly number[];
  readonly rest: readonly number[];
  /** Indices with a leg in the part, or in the rest. */
  readonly inPart: ReadonlySet<number>;
  readonly inRest: ReadonlySet<number>;
}
export const partsOf = (sum: Sum, nodes: readonly number[] | undefined): Parts | null => {
  const term = single(sum);
  return term && partsOfTerm(term, nodes);
};
export const partsOfTerm = (term: Term, nodes: readonly number[] | undefined): Parts | null => {
  if (!nodes || new Set(nodes).size !== nodes.length) return null;
  if (nodes.some(k => !term.nodes[k])) return null;
  const rest = term.nodes.map((_, k) => k).filter(k => !nodes.includes(k));
  const touched = (of: readonly number[]): Set<number> => new Set(of.flatMap(k => [...term.nodes[k]!.legs]));
  return { term, part: nodes, rest, inPart: touched(nodes), inRest: touched(rest) };
};
export const bare = (t: Term): Term => ({ ...t, scalar: ONE, sizes: [] });
/** The term without the other group: its open indices, and no index that only the other group touches. */
export const group = (
  t: Term,
  without: readonly number[],
  rows: readonly number[],
  own: ReadonlySet<number>,
): Term => {
  const w = new Wiring();
  w.add(t, without);
  t.indices.forEach((_, i) => {
    if (!rows.includes(i) && !own.has(i)) w.forget(i);
  });
  return w.term(rows);
};

/** The one function node that the argument consists of, its legs being the slots in order, or with halves swapped. */
export const only = (sum: Sum): { term: Term; atom: FunctionAtom; swapped: boolean } | null => {
  const term = single(sum);
  const node = term?.nodes[0];
  if (!term || !node || term.nodes.length !== 1 || term.sizes.length) return null;
  if (node.atom.kind !== 'function' || node.atom.order !== 0) return null;
  if (new Set(term.rows).size !== term.rows.length || node.legs.length !== term.rows.length) return null;
  const half = node.legs.length / 2;
  const turned = [...node.legs.slice(half), ...node.legs.slice(0, half)];
  const straight = node.legs.every((i, k) => term.rows[k] === i);
  if (sum.kind === 'matrix' && 2 * sum.split !== sum.dims.length) return null;
  if (!straight && !(sum.kind === 'matrix' && turned.every((i, k) => term.rows[k] === i))) return null;
  return { term, atom: node.atom, swapped: !straight };
};
