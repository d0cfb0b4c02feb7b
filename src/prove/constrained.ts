// Derivatives by a variable with structure: what is left when its occurrence is taken away, in each convention. Part of what is trusted.
// Magnus & Neudecker 2019, ch. 3.8; Srinivasan & Panda, arXiv 1911.06491, on the symmetric case.

import { type Convention, constraintsOf, conventionText, isConstrained } from '../expression/convention.ts';
import type { Layout } from '../expression/expression.ts';
import { has, type Sym } from '../expression/symbol.ts';
import { MINUS_ONE, multiply, ONE, type Rational, rational } from '../number/rational.ts';
import { type Board, isSquare } from './board.ts';
import { eliminationTerm } from './halves.ts';
import { Beyond, type Term, Wiring } from './network.ts';

/** One of the terms that a convention makes of a derivative: as it is, transposed, on the diagonal, or on one side of it. */
export interface Turn {
  readonly by: Rational;
  readonly kind: 'straight' | 'transposed' | 'diagonal' | 'lower' | 'upper';
}
const STRAIGHT: readonly Turn[] = [{ by: ONE, kind: 'straight' }];
/** X and its transpose vary together: alike (sign 1) or oppositely. */
const symmetricTurns = (convention: Convention, sign: Rational): readonly Turn[] => {
  const half = rational(1, 2);
  switch (convention) {
    case 'free':
      return STRAIGHT;
    case 'projected':
      return [
        { by: half, kind: 'straight' },
        { by: multiply(half, sign), kind: 'transposed' },
      ];
    case 'folded':
      return [
        { by: ONE, kind: 'straight' },
        { by: sign, kind: 'transposed' },
        ...(sign === ONE ? [{ by: MINUS_ONE, kind: 'diagonal' } as const] : []),
      ];
  }
};
type Ends = readonly [rows: readonly number[], cols: readonly number[]];
/** The legs that the variable leaves open, and those of the function, arranged by layout. */
export const opened = (board: Board, of: Term, turn: Turn, [r, c]: Ends, layout: Layout): Term => {
  const w = new Wiring();
  w.add(of);
  w.times(turn.by);
  if (turn.kind === 'diagonal') w.joinAll(r, c);
  if (turn.kind === 'lower' || turn.kind === 'upper') {
    const dims = r.map(i => of.indices[i]!);
    const half = eliminationTerm(board, dims);
    w.joinAll(turn.kind === 'lower' ? [...c, ...r] : [...r, ...c], half.cols, w.add(half));
  }
  const [rows, cols] = turn.kind === 'transposed' ? [c, r] : [r, c];
  if (layout === 'gradient') return w.term(rows, cols);
  const f = [...of.cols, ...of.rows];
  const x = [...cols, ...rows];
  return layout === 'numerator' ? w.term(f, x) : w.term(x, f);
};

/** What the structure of the variable makes of a derivative by it. */
export const turnsOf = (board: Board, by: Sym, constrained: Convention | null): readonly Turn[] => {
  const bound = constraintsOf(by).filter(s => !(s === 'positive-definite' && has(by, 'symmetric')));
  if (!isConstrained(by)) return STRAIGHT;
  const [first, second] = bound;
  if (!constrained || second || !isSquare(by))
    throw new Beyond(`the derivative by a variable that is ${first}`);
  board.given.add(conventionText(by, constrained));
  switch (first) {
    case 'symmetric':
    case 'positive-definite':
      return symmetricTurns(constrained, ONE);
    case 'skew':
      return symmetricTurns(constrained, MINUS_ONE);
    case 'diagonal':
      if (constrained !== 'free') return STRAIGHT;
      break;
    case 'lower-triangular':
    case 'upper-triangular':
    case 'toeplitz':
      if (constrained === 'free') return STRAIGHT;
      if (first !== 'toeplitz') return [{ by: ONE, kind: first === 'lower-triangular' ? 'lower' : 'upper' }];
      break;
    default:
      throw new Beyond(`the derivative by a variable that is ${first}`);
  }
  throw new Beyond(`the ${constrained} derivative by a variable that is ${first}`);
};
