// Eigenvalues and eigenvectors of a symmetric symbol A: it is written as Q diag(λ) Qᵀ. Part of what is trusted.
// Magnus & Neudecker 2019, ch. 8.9; Kato 1995, ch. 2: where the eigenvalues of A are simple, Q and λ move smoothly with A, and dQ = QΩ with a
// skew Ω. Q is written as Q T with T = I, dT = Ω, which tells first differentials alone.
//   what holds for all orthogonal Q and all λ holds for every A whose eigenvalues are simple; such A are dense, and both sides of a claim
//   are continuous wherever the eigenvalues that it names are simple

import { diag, entry, product, transpose, unit } from '../expression/build.ts';
import { shape } from '../expression/dimension.ts';
import { differentiates, type Expression } from '../expression/expression.ts';
import type { Structure, Sym } from '../expression/symbol.ts';
import type { Board } from './board.ts';
import type { Variation } from './leibniz.ts';
import type { Behind } from './matrix-functions.ts';
import { Beyond, type Term, Wiring } from './network.ts';

type Of<K extends Expression['op']> = Extract<Expression, { readonly op: K }>;
export interface Decomposition {
  readonly fn: 'eigen';
  readonly whole: Expression;
  readonly vectors: Expression;
  readonly values: Of<'symbol'>;
  /** T, and its differential. */
  readonly turn: Sym;
  readonly motion: Sym;
}

export const decomposition = (of: Sym): Decomposition => {
  const own = (name: string, latex: string, structure: readonly Structure[], cols = of.shape.cols): Sym => ({
    name: `${name} of ${of.name}`,
    latex: `${latex}_{${of.latex}}`,
    shape: shape(of.shape.rows, cols),
    structure,
  });
  const turn = own('turn', 'T', []);
  const motion = own('motion of the eigenvectors', '\\Omega', ['skew']);
  const vectors = product(symbolic(own('eigenvectors', 'Q', ['orthogonal'])), symbolic(turn));
  const values = symbolic(own('eigenvalues', '\\lambda', [], []));
  return {
    fn: 'eigen',
    whole: product(vectors, diag(values), transpose(vectors)),
    vectors,
    values,
    turn,
    motion,
  };
};
const symbolic = (symbol: Sym): Of<'symbol'> => ({ op: 'symbol', shape: symbol.shape, symbol });
/** λ_i, or Q e_i. */
export const eigenPart = ({ vectors, values }: Decomposition, { part, index }: Of<'eigen'>): Expression =>
  part === 'value' ? entry(values, index, 1) : product(vectors, unit(vectors.shape.cols, index));

type Made = ReadonlyMap<string, Behind>;
/** What takes a node's place in d(of) when these symbols vary. @throws Beyond for a second differential of a decomposed symbol */
export const variation = (board: Board, { of, wrt }: Of<'differential'>, made: Made): Variation => {
  const moves = new Map<string, Sym | null>();
  for (const name of wrt) {
    const behind = made.get(name);
    if (behind?.fn !== 'eigen') moves.set(name, null);
    else {
      if (differentiates(of)) throw new Beyond('a second differential of eigenvalues or eigenvectors');
      moves.set(behind.values.symbol.name, null).set(behind.turn.name, behind.motion);
    }
  }
  return ({ symbol, as }) => {
    const to = as === 'value' ? moves.get(symbol.name) : undefined;
    if (to === undefined) return null;
    return to ? board.symbol(to) : board.symbol(symbol, 'direction');
  };
};

/** The terms of all sums at T = I. */
export const atRest = (board: Board, made: Made): void => {
  const turns = new Set([...made.values()].flatMap(of => (of.fn === 'eigen' ? [of.turn.name] : [])));
  if (turns.size) for (const sum of board.sums) sum.terms = sum.terms.map(t => unturned(t, turns));
};
const unturned = (term: Term, turns: ReadonlySet<string>): Term => {
  const found = term.nodes.flatMap(({ atom }, k) =>
    atom.kind === 'symbol' && atom.as === 'value' && turns.has(atom.symbol.name) ? [k] : [],
  );
  const w = new Wiring();
  w.add(term, found);
  for (const k of found) {
    const { legs } = term.nodes[k]!;
    w.joinAll(legs.slice(0, legs.length / 2), legs.slice(legs.length / 2));
  }
  return found.length ? w.term(term.rows, term.cols) : term;
};
