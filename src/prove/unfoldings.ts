// How a function of a settled argument may unfold: candidates for the kernel to accept or refuse. Search code.

import { equal, ONE } from '../number/rational.ts';
import type { Board, FunctionAtom, Sum } from './board.ts';
import { EXP } from './exponential.ts';
import { exponentialUnfoldings } from './exponentials.ts';
import { degrees, type Term } from './network.ts';
import type { Unfold, UnfoldRule } from './unfold.ts';

const ROOTED: ReadonlySet<string> = new Set(['abs', 'relu']);
const SIGNED: ReadonlySet<string> = new Set(
  'exp sin cos tan tanh sinh cosh arctan sign abs sigmoid step'.split(' '),
);

/** Candidate steps, most simplifying first. `lead` is the argument's leading term. */
export const unfoldings = (board: Board, { fn, order, argument }: FunctionAtom, lead: number): Unfold[] => {
  const sum = board.sums[argument]!;
  const steps: Unfold[] = [];
  const step = (rule: UnfoldRule, more: Partial<Unfold> = {}): void => {
    steps.push({ rule, fn, order, argument, ...more });
  };
  if (sum.kind === 'entries')
    sum.dims.forEach((_, slot) => {
      if (sum.terms.every(t => isLone(t, slot))) step('drop slot', { slot });
    });
  if (order > 0) return steps;
  const first = sum.terms[lead];
  const single = sum.terms.length === 1 ? first : undefined;
  if (sum.kind === 'entries') {
    if (ROOTED.has(fn)) step('definition');
    if (fn === 'exp') step('exponential of sum');
    if (!first || (single && !single.nodes.length)) step('constant');
    if (single?.nodes.length === 1) step('composite');
    if (single && (fn === 'reciprocal' || fn === 'log')) {
      const [part, ...rest] = groups(single);
      const plain = equal(single.scalar, ONE) && !single.sizes.length;
      if (part && (rest.length || !plain)) step('split entries', { part, coefficient: false });
    }
    if (single && fn === 'sqrt')
      single.nodes.forEach(({ atom, legs }, p) => {
        const q = single.nodes.findIndex(
          (n, k) => k > p && n.atom === atom && n.legs.every((i, at) => i === legs[at]),
        );
        if (q > p) step('root of square', { part: [p, q] });
      });
    if (single?.nodes.length === 1 && fn === 'log') logarithm(board, single, step);
    if (!single && fn === 'reciprocal')
      for (const denominator of denominators(sum)) step('common denominator', denominator);
    if (first && !equal(first.scalar, ONE) && (fn === 'reciprocal' || fn === 'sqrt'))
      step('scale', { by: first.scalar });
    if (first && first.scalar.num < 0n && SIGNED.has(fn)) step('parity');
    return steps;
  }
  if (sum.kind === 'matrix' && fn === EXP) {
    exponentialUnfoldings(sum, step);
    return steps;
  }
  if (sum.kind !== 'matrix' || (fn !== 'inverse' && fn !== 'determinant')) return steps;
  if (single?.nodes.length === 1) step(fn === 'inverse' ? 'inverse of inverse' : 'determinant of inverse');
  if (single?.nodes.length === 1)
    step(fn === 'inverse' ? 'inverse of exponential' : 'determinant of exponential');
  if (single?.nodes.length === 1 && fn === 'inverse') step('inverse of orthogonal');
  step(fn === 'inverse' ? 'inverse of diagonal' : 'determinant of identity');
  if (fn === 'determinant') step('determinant of triangular');
  if (fn === 'determinant' && sum.terms.length === 2) step('determinant lemma');
  if (first && !equal(first.scalar, ONE)) step('scale', { by: first.scalar });
  if (single) {
    for (const split of tensorSplits(single, sum)) step('split tensor', split);
    for (const split of productSplits(single, sum)) step('split product', split);
  }
  return steps;
};

const isLone = (t: Term, slot: number): boolean => {
  const i = t.rows[slot]!;
  return t.rows.filter(r => r === i).length === 1 && t.nodes.every(n => !n.legs.includes(i));
};

/** Reciprocals in the argument's terms at some of its slots. */
const denominators = (sum: Sum): Pick<Unfold, 'denominator' | 'rows'>[] =>
  sum.terms.flatMap(t =>
    t.nodes.flatMap(({ atom, legs }) => {
      const rows = legs.map(i => t.rows.indexOf(i));
      return atom.kind === 'function' && atom.fn === 'reciprocal' && !rows.includes(-1)
        ? [{ denominator: atom.argument, rows }]
        : [];
    }),
  );

/** Nodes grouped by the indices that count. */
const connected = (t: Term, counts: (index: number) => boolean): number[][] => {
  const found: { nodes: number[]; indices: Set<number> }[] = [];
  t.nodes.forEach(({ legs }, k) => {
    const own = new Set(legs.filter(counts));
    const touching = found.filter(g => [...own].some(i => g.indices.has(i)));
    const merged = { nodes: [...touching.flatMap(g => g.nodes), k], indices: own };
    for (const g of touching) {
      for (const i of g.indices) own.add(i);
      found.splice(found.indexOf(g), 1);
    }
    found.push(merged);
  });
  return found.map(g => g.nodes);
};
/** Groups that share open indices only. */
const groups = (t: Term): number[][] => connected(t, i => !t.rows.includes(i));

type Split = Pick<Unfold, 'part' | 'rows' | 'cols' | 'coefficient' | 'inner'>;
const logarithm = (board: Board, single: Term, step: (rule: UnfoldRule, more?: Split) => void): void => {
  const { atom } = single.nodes[0]!;
  if (atom.kind !== 'function' || atom.fn !== 'determinant') return;
  const of = board.sums[atom.argument]!;
  step('logarithm of diagonal determinant');
  const term = of.terms[0];
  const more = of.terms[1];
  if (!term || more) return;
  for (const split of tensorSplits(term, of)) step('logarithm of determinant', split);
};

/** Ways to part a matrix into a Kronecker product of two, or into a number and a matrix. */
const tensorSplits = (t: Term, sum: Sum): Split[] => {
  const none = { rows: [], cols: [] };
  const splits: Split[] = [];
  if (t.sizes.length || !equal(t.scalar, ONE)) splits.push({ ...none, part: [], coefficient: true });
  const rows = t.rows.slice(0, sum.split);
  const cols = t.rows.slice(sum.split);
  const parts = connected(t, () => true).map(nodes => ({
    nodes,
    indices: new Set(nodes.flatMap(k => [...t.nodes[k]!.legs])),
  }));
  const legs = degrees(t).legs;
  for (const i of new Set(t.rows)) if (!legs[i]) parts.push({ nodes: [], indices: new Set([i]) });
  if (parts.length < 2) return splits;
  const positions = (of: readonly number[], indices: ReadonlySet<number>): number[] =>
    of.flatMap((i, k) => (indices.has(i) ? [k] : []));
  for (const { nodes, indices } of parts)
    splits.push({
      part: nodes,
      coefficient: false,
      rows: positions(rows, indices),
      cols: positions(cols, indices),
    });
  return splits;
};

/** Ways to part a matrix with one row and one column index into a product of two square ones. */
const productSplits = (t: Term, sum: Sum): Split[] => {
  const row = t.rows[0];
  const col = t.rows[1];
  if (sum.split !== 1 || t.rows.length !== 2 || row === undefined || col === undefined) return [];
  if (row === col) {
    const [part, ...rest] = connected(t, i => i !== row);
    return part && rest.length ? [{ part, inner: [row] }] : [];
  }
  return t.indices.flatMap((dim, inner) => {
    if (dim !== sum.dims[0]) return [];
    const part: number[] = [];
    for (const nodes of connected(t, i => i !== inner)) {
      const touches = (i: number): boolean => i !== inner && nodes.some(k => t.nodes[k]!.legs.includes(i));
      if (touches(row) || (!touches(col) && inner !== col)) part.push(...nodes);
    }
    return part.length && part.length < t.nodes.length ? [{ part, inner: [inner] }] : [];
  });
};
