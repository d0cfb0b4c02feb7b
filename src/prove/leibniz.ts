// The differential: in each term, every node that varies in turn gives way to its differential (Leibniz); all operators at once.
// Part of what is trusted. Functions of an argument M have rules of their own (Magnus & Neudecker 2019, ch. 8):
//   d e^M as exponential.ts says      dM⁻¹ = −M⁻¹ dM M⁻¹   d det M = det M · tr(M⁻¹ dM)   df(M) = f′(M) ⊙ dM entry by entry

import { MINUS_ONE } from '../number/rational.ts';
import type { Board } from './board.ts';
import { EXP, exponentialRule, isTraced } from './exponential.ts';
import { derived } from './functions.ts';
import { type Atom, Beyond, constant, entrywise, substituted, type Term, Wiring } from './network.ts';

/** What takes a node's place when it varies; null for a constant. */
export type Variation = (atom: Atom & { kind: 'symbol' }) => Atom | null;

/** The differential of a sum of terms. @throws Beyond for a function whose differential is not known */
export const differentiate = (board: Board, terms: readonly Term[], vary: Variation): Term[] => {
  const known = new Map<number, Term[]>();
  const argument = (number: number): Term[] => {
    const found = known.get(number);
    if (found) return found;
    const made = all(board.sums[number]!.terms);
    known.set(number, made);
    return made;
  };
  const all = (of: readonly Term[]): Term[] => of.flatMap(one);
  const one = (term: Term): Term[] =>
    term.nodes.flatMap((node, k) => {
      const { atom, legs } = node;
      if (atom.kind === 'unit') return [];
      if (atom.kind === 'symbol') {
        const varied = vary(atom);
        return varied ? [{ ...term, nodes: term.nodes.with(k, { atom: varied, legs }) }] : [];
      }
      const inner = argument(atom.argument);
      if (!inner.length) return [];
      return inner
        .flatMap(d => functionRule(board, atom, d, isTraced(term, node)))
        .map(replacement => substituted(term, k, replacement));
    });
  return all(terms);
};

/** The differential of a function along one term of its argument's differential; rows are the node's legs. */
const functionRule = (board: Board, atom: Atom & { kind: 'function' }, d: Term, inTrace: boolean): Term[] => {
  const { fn, order, argument } = atom;
  const sum = board.sums[argument]!;
  if (sum.kind === 'entries')
    return derived(fn, order).map(({ scalar, factors }) => {
      const w = new Wiring();
      const slots = w.indices(sum.dims);
      w.times(scalar);
      for (const f of factors) w.node(board.function(f.fn, argument, f.order), slots);
      return entrywise(w.term(slots), d);
    });
  if (fn === EXP && order === 0) {
    const rule = exponentialRule(board, atom, d, inTrace);
    if (rule) return [rule];
  }
  const w = new Wiring();
  const offset = w.add(d);
  const rows = d.rows.slice(0, sum.split).map(i => i + offset);
  const cols = d.rows.slice(sum.split).map(i => i + offset);
  const inverse = board.function('inverse', argument);
  switch (fn) {
    case 'inverse': {
      const outer = constant(MINUS_ONE, sum.dims);
      const to = w.add(outer);
      const legs = outer.rows.map(i => i + to);
      w.node(inverse, [...legs.slice(0, sum.split), ...rows]);
      w.node(inverse, [...cols, ...legs.slice(sum.split)]);
      return [w.term(legs)];
    }
    case 'determinant':
      w.node(atom, []);
      w.node(inverse, [...cols, ...rows]);
      return [w.term([])];
    default:
      throw new Beyond(`the differential of ${fn} is not known`);
  }
};
