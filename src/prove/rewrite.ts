// Steps of a certificate, and what each does to the board. Part of what is trusted: a step that does not apply changes nothing
// and is refused. Each rule's own file says what it states.

import type { Board, Sum } from './board.ts';
import { type Cancel, cancelled } from './cancel.ts';
import { type Clear, cleared } from './clear.ts';
import { type Exponential, rewriteExponential } from './exponential.ts';
import { atPositions, type Positions } from './fixed.ts';
import { collected, type Matching } from './matching.ts';
import { type Atom, negated, substituted, type Term, Wiring } from './network.ts';
import { type Occurrence, rewriteOccurrence } from './occurrence.ts';
import { isProjection, type Projection, projected } from './projections.ts';
import { type Unfold, unfolded } from './unfold.ts';

/** Like terms of one sum. */
export interface Collect {
  readonly rule: 'collect';
  readonly sum: number;
  readonly matching: Matching;
}
/** Argument `sum`, its slots taken in another order, is argument `as`; the matching is of the first minus the second. */
export interface Same {
  readonly rule: 'same';
  readonly sum: number;
  readonly as: number;
  readonly slots: readonly number[];
  readonly matching: Matching;
}
/** An argument is its own transpose. */
export interface Symmetric {
  readonly rule: 'symmetric';
  readonly sum: number;
  readonly matching: Matching;
}
/** An entrywise function at (i, i) is the function of the argument's diagonal. */
export interface MergeSlots {
  readonly rule: 'merge slots';
  readonly sum: number;
  readonly term: number;
  readonly node: number;
  readonly slots: readonly [number, number];
}
export type Step =
  | Exponential
  | Projection
  | Positions
  | Occurrence
  | Unfold
  | Cancel
  | Collect
  | Same
  | Symmetric
  | MergeSlots
  | Clear;

/** Takes a step on the board; false when it does not apply. @throws Beyond where dimensions do not fit */
export const advance = (board: Board, step: Step): boolean => {
  switch (step.rule) {
    case 'collect': {
      const sum = board.sums[step.sum];
      const terms = sum && collected(board, sum.terms, step.matching);
      if (!sum || !terms) return false;
      sum.terms = terms;
      return true;
    }
    case 'same':
      return identify(board, step);
    case 'symmetric': {
      const sum = board.sums[step.sum];
      const turn = sum && turned(sum);
      if (!sum || !turn || !vanishes(board, sum.terms, permuted(sum.terms, turn), step.matching))
        return false;
      sum.symmetric = true;
      for (const atom of board.functionsOf(step.sum)) if (atom.fn !== 'determinant') atom.mirror = 1;
      return true;
    }
    case 'cancel':
      return replaceTerm(board, step, term => cancelled(board, term, step));
    case 'clear': {
      const sides = cleared(board, step);
      sides?.forEach((terms, k) => {
        board.sums[k]!.terms = terms;
      });
      return sides !== null;
    }
    case 'positions':
      return replaceTerm(board, step, term => atPositions(board, term, step.index));
    case 'exponentials meet':
    case 'exponential passes':
      return replaceTerm(board, step, term => rewriteExponential(board, term, step));
    case 'projection':
    case 'projected':
      return replaceTerm(board, step, term => projected(board, term, step));
    case 'merge slots':
      return replaceTerm(board, step, term => mergedSlots(board, term, step));
    default:
      return 'halves' in step
        ? replaceTerm(board, step, term => rewriteOccurrence(board, term, step))
        : unfold(board, step);
  }
};

const replaceTerm = (
  board: Board,
  { sum, term }: { readonly sum: number; readonly term: number },
  by: (term: Term) => Term[] | null,
): boolean => {
  const of = board.sums[sum];
  const terms = of?.terms[term] && by(of.terms[term]);
  if (!of || !terms) return false;
  of.terms = of.terms.toSpliced(term, 1, ...terms);
  return true;
};

/** Slot order that swaps the halves, where both halves have the same dimensions. */
export const turned = (sum: Sum): readonly number[] | null => {
  const half = sum.dims.length / 2;
  if (sum.kind === 'side' || sum.kind === 'definition' || !half || !Number.isInteger(half)) return null;
  if (sum.kind === 'matrix' && sum.split !== half) return null;
  if (!sum.dims.every((d, k) => d === sum.dims[(k + half) % sum.dims.length])) return null;
  return sum.dims.map((_, k) => (k + half) % sum.dims.length);
};
/** The terms with their slots in another order. */
export const permuted = (terms: readonly Term[], slots: readonly number[]): Term[] =>
  terms.map(t => ({ ...t, rows: slots.map(k => t.rows[k]!) }));
const vanishes = (board: Board, a: readonly Term[], b: readonly Term[], matching: Matching): boolean =>
  collected(board, [...a, ...negated(b)], matching)?.length === 0;

const isOrder = (slots: readonly number[], size: number): boolean =>
  slots.length === size && slots.every(k => k >= 0 && k < size) && new Set(slots).size === size;

const identify = (board: Board, { sum: from, as, slots, matching }: Same): boolean => {
  const [a, b] = [board.sums[from], board.sums[as]];
  if (!a || !b || from === as || a.kind !== b.kind || a.kind === 'side' || a.kind === 'definition')
    return false;
  if (!isOrder(slots, a.dims.length) || b.dims.length !== a.dims.length) return false;
  if (!slots.every((k, at) => a.dims[k] === b.dims[at])) return false;
  const straight = slots.every((k, at) => k === at);
  const swapped = slots.every((k, at) => k === (at + a.split) % a.dims.length);
  if (a.kind === 'matrix') {
    if (!straight && !swapped) return false;
    if (b.split !== (straight ? a.split : a.dims.length - a.split)) return false;
  }
  if (!straight && board.functionsOf(from).some(isProjection)) return false;
  if (!vanishes(board, permuted(a.terms, slots), b.terms, matching)) return false;
  const atoms = new Map<Atom, Atom>(board.functionsOf(from).map(x => [x, board.function(x.fn, as, x.order)]));
  board.replaceNodes(node => {
    const atom = atoms.get(node.atom);
    if (!atom || node.atom.kind !== 'function') return node;
    const { legs } = node;
    if (straight || node.atom.fn === 'determinant') return { atom, legs };
    if (a.kind === 'entries') return { atom, legs: slots.map(k => legs[k]!) };
    const half = node.atom.fn.startsWith('matrix') ? a.split : a.dims.length - a.split;
    return { atom, legs: [...legs.slice(half), ...legs.slice(0, half)] };
  });
  return true;
};

const unfold = (board: Board, step: Unfold): boolean => {
  const atom = board.function(step.fn, step.argument, step.order);
  let number = board.definitions.get(atom);
  if (number === undefined) {
    const terms = unfolded(board, step);
    if (!terms) return false;
    number = board.argument('definition', [], 0, terms);
    board.definitions.set(atom, number);
  }
  const by = board.sums[number]!.terms;
  // Arguments that were found to be the same since may have made it a definition by itself.
  if (by.some(t => t.nodes.some(n => n.atom === atom))) return false;
  for (const sum of board.sums)
    if (sum !== board.sums[number]) sum.terms = sum.terms.flatMap(t => without(t, atom, by));
  return true;
};
/** Every occurrence of an atom replaced. */
const without = (term: Term, atom: Atom, by: readonly Term[]): Term[] => {
  const at = term.nodes.findIndex(n => n.atom === atom);
  return at < 0 ? [term] : by.flatMap(b => without(substituted(term, at, b), atom, by));
};

const mergedSlots = (board: Board, term: Term, { node, slots: [p, q] }: MergeSlots): Term[] | null => {
  const of = term.nodes[node];
  if (of?.atom.kind !== 'function' || p >= q || of.legs[p] === undefined) return null;
  const { atom, legs } = of;
  const sum = board.sums[atom.argument]!;
  if (sum.kind !== 'entries' || legs[p] !== legs[q]) return null;
  const terms = sum.terms.map(t => {
    const w = new Wiring();
    w.add(t);
    w.join(t.rows[p]!, t.rows[q]!);
    return w.term(t.rows.toSpliced(q, 1));
  });
  const dims = sum.dims.toSpliced(q, 1);
  const argument = board.argument('entries', dims, dims.length, terms);
  const merged = { atom: board.function(atom.fn, argument, atom.order), legs: legs.toSpliced(q, 1) };
  return [{ ...term, nodes: term.nodes.with(node, merged) }];
};
