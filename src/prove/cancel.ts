// M⁻¹ beside an occurrence of M's leading term: with M = c·w + R, w M⁻¹ = (I − R M⁻¹)/c, and so on its other side and for 1/v.
// The certificate says where w occurs; that it does is checked here. Part of what is trusted.

import { isZero, negate, reciprocal } from '../number/rational.ts';
import type { Board, Sum } from './board.ts';
import { degrees, type Term, times, Wiring } from './network.ts';

export interface Cancel {
  readonly rule: 'cancel';
  readonly sum: number;
  readonly term: number;
  /** The occurrence of the inverse or reciprocal. */
  readonly node: number;
  /** `before`: M M⁻¹; `after`: M⁻¹ M. A reciprocal has no sides. */
  readonly side: 'before' | 'after';
  /** A symmetric inverse read with its legs swapped. */
  readonly turned: boolean;
  /** Which term of the argument is w, and where its nodes and indices are. */
  readonly lead: number;
  readonly nodes: readonly number[];
  readonly indices: readonly number[];
}

/** The terms that take the term's place; null when the certificate does not hold. */
export const cancelled = (board: Board, term: Term, step: Cancel): Term[] | null => {
  const node = term.nodes[step.node];
  if (node?.atom.kind !== 'function' || node.atom.order !== 0) return null;
  const { atom } = node;
  const sum = board.sums[atom.argument]!;
  const w = sum.terms[step.lead];
  if (!w || isZero(w.scalar) || (step.turned && atom.mirror !== 1)) return null;
  const sign = occurs(w, term, step);
  if (sign === 0) return null;
  const sizes = without(term.sizes, w.sizes);
  if (!sizes) return null;
  const rest = { ...term, sizes };
  const half = node.legs.length / 2;
  const legs = step.turned ? [...node.legs.slice(half), ...node.legs.slice(0, half)] : node.legs;
  const place = atom.fn === 'reciprocal' && sum.kind === 'entries' ? entrywisePlace : matrixPlace;
  if (place === matrixPlace && !(atom.fn === 'inverse' && sum.kind === 'matrix')) return null;
  const make = place(sum, w, rest, legs, step);
  if (!make) return null;
  const by = reciprocal(sign === 1 ? w.scalar : negate(w.scalar));
  const others = sum.terms.filter((_, k) => k !== step.lead).map(t => make(t, node.atom));
  return [times(make(null, node.atom), by), ...others.map(t => times(t, negate(by)))];
};

/** Removes one sorted list of names from another. */
const without = (from: readonly string[], names: readonly string[]): string[] | null => {
  const left = [...from];
  for (const name of names) {
    const at = left.indexOf(name);
    if (at < 0) return null;
    left.splice(at, 1);
  }
  return left;
};

/** Whether w's nodes are where the step says, its own summed indices on nothing else; the sign of skew nodes. */
const occurs = (w: Term, term: Term, step: Cancel): -1 | 0 | 1 => {
  const { nodes, indices } = step;
  if (nodes.length !== w.nodes.length || indices.length !== w.indices.length) return 0;
  if (new Set(nodes).size !== nodes.length || nodes.includes(step.node)) return 0;
  if (indices.some((i, k) => term.indices[i] === undefined || term.indices[i] !== w.indices[k])) return 0;
  let sign: 1 | -1 = 1;
  for (let k = 0; k < nodes.length; k++) {
    const [small, large] = [w.nodes[k]!, term.nodes[nodes[k]!]];
    if (!large || large.atom !== small.atom) return 0;
    const legs = small.legs.map(i => indices[i]!);
    if (legs.every((i, p) => i === large.legs[p])) continue;
    const half = legs.length / 2;
    const turned = [...legs.slice(half), ...legs.slice(0, half)];
    if (small.atom.mirror === 0 || !turned.every((i, p) => i === large.legs[p])) return 0;
    if (small.atom.mirror < 0) sign = sign === 1 ? -1 : 1;
  }
  const [own, all] = [degrees(w), degrees(term)];
  for (let i = 0; i < indices.length; i++) {
    if (w.rows.includes(i)) continue;
    const at = indices[i]!;
    if (indices.indexOf(at) !== i || indices.lastIndexOf(at) !== i) return 0;
    if (all.open[at] || all.legs[at] !== own.legs[i]) return 0;
  }
  return sign;
};

/** Builds the term with w and its inverse replaced by 1 (null) or by another term of the argument beside the inverse. */
type Make = (other: Term | null, atom: Term['nodes'][number]['atom']) => Term;
type Place = (sum: Sum, w: Term, term: Term, legs: readonly number[], step: Cancel) => Make | null;

/** Indices of w that are summed over inside it disappear with it. */
const forgetInner = (wiring: Wiring, w: Term, step: Cancel): void => {
  step.indices.forEach((at, i) => {
    if (!w.rows.includes(i)) wiring.forget(at);
  });
};

const entrywisePlace: Place = (_sum, w, term, legs, step) => {
  if (!w.rows.every((i, k) => step.indices[i] === legs[k])) return null;
  return (other, atom) => {
    const wiring = new Wiring();
    wiring.add(term, [...step.nodes, step.node]);
    forgetInner(wiring, w, step);
    if (!other) return wiring.term(term.rows, term.cols);
    const offset = wiring.add(other);
    wiring.node(atom, legs);
    wiring.joinAll(legs, other.rows, offset);
    return wiring.term(term.rows, term.cols);
  };
};

const matrixPlace: Place = (sum, w, term, legs, step) => {
  const half = sum.split;
  if (2 * half !== sum.dims.length) return null;
  const before = step.side === 'before';
  const halves = (rows: readonly number[]): readonly [readonly number[], readonly number[]] =>
    before ? [rows.slice(0, half), rows.slice(half)] : [rows.slice(half), rows.slice(0, half)];
  const [outer, inner] = halves(w.rows);
  const [near, far] = before
    ? [legs.slice(0, half), legs.slice(half)]
    : [legs.slice(half), legs.slice(0, half)];
  if (!inner.every((i, k) => step.indices[i] === near[k])) return null;
  const [own, all] = [degrees(w), degrees(term)];
  const gone = [...new Set(inner)].filter(i => !outer.includes(i));
  for (const i of gone) {
    const at = step.indices[i]!;
    const joins = near.filter(n => n === at).length;
    const hits = step.indices.filter(x => x === at).length;
    if (hits !== 1 || all.open[at] || all.legs[at] !== own.legs[i]! + joins) return null;
    if (far.includes(at)) return null;
  }
  const edge = outer.map(i => step.indices[i]!);
  return (other, atom) => {
    const wiring = new Wiring();
    wiring.add(term, [...step.nodes, step.node]);
    forgetInner(wiring, w, step);
    for (const i of gone) wiring.forget(step.indices[i]!);
    if (!other) {
      wiring.joinAll(edge, far);
      return wiring.term(term.rows, term.cols);
    }
    const offset = wiring.add(other);
    const [otherOuter, otherInner] = halves(other.rows.map(i => i + offset));
    wiring.joinAll(otherOuter, edge);
    wiring.node(atom, before ? [...otherInner, ...far] : [...far, ...otherInner]);
    return wiring.term(term.rows, term.cols);
  };
};
