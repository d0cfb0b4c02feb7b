// Rewrites of a function by what its argument is, one file for matrices and one for entries. Part of what is trusted.
// An atom is unfolded everywhere at once.

import { isZero, ONE, type Rational, reciprocal } from '../number/rational.ts';
import type { Board, Sum } from './board.ts';
import { unfoldDeterminant } from './determinants.ts';
import { unfoldExponential } from './exponential.ts';
import { leibniz } from './fixed.ts';
import { Beyond, constant, type Term, times } from './network.ts';
import { applied, inverseDims, numeric, powerOf, type Unfold } from './parts.ts';
import { determinantOfTriangular, logDeterminantOfDiagonal } from './triangular.ts';
import {
  commonDenominator,
  composite,
  definition,
  dropped,
  exponentialOfSum,
  parity,
  rootOfSquare,
  splitEntries,
  squareRoot,
  valueAtConstant,
} from './unfold-entries.ts';
import {
  determinantOfInverse,
  inverseDiagonal,
  inverseOrthogonal,
  inverseTwice,
  isIdentity,
  logDeterminant,
  splitProduct,
  splitTensor,
} from './unfold-matrix.ts';

export type { Unfold, UnfoldRule } from './parts.ts';

/** What the function is, as terms whose rows are its legs; null when the rule does not apply. */
export const unfolded = (board: Board, step: Unfold): Term[] | null => {
  const sum = board.sums[step.argument];
  if (!sum || sum.kind === 'side' || sum.kind === 'definition') return null;
  const atom = board.function(step.fn, step.argument, step.order);
  if (atom.kind !== 'function' || step.order !== 0)
    return step.rule === 'drop slot' ? dropped(board, sum, step) : null;
  switch (step.rule) {
    case 'scale':
      return scaled(board, sum, step);
    case 'split product':
      return splitProduct(board, sum, step);
    case 'split tensor':
      return splitTensor(board, sum, step);
    case 'split entries':
      return splitEntries(board, sum, step);
    case 'inverse of inverse':
      return inverseTwice(board, sum, step);
    case 'inverse of diagonal':
      return inverseDiagonal(board, sum, step);
    case 'inverse of orthogonal':
      return inverseOrthogonal(board, sum, step);
    case 'determinant of identity':
      return isIdentity(sum) && step.fn === 'determinant' ? [constant(ONE, [])] : null;
    case 'determinant of inverse':
      return determinantOfInverse(board, sum, step);
    case 'Leibniz formula':
      return step.fn === 'determinant' ? leibniz(board, sum) : null;
    case 'determinant lemma':
    case 'determinant turned':
    case 'determinant factored':
      return unfoldDeterminant(board, sum, step);
    case 'inverse of exponential':
    case 'determinant of exponential':
    case 'exponential of diagonal':
    case 'exponential beside identity':
    case 'exponential of similarity':
    case 'exponential series':
      return unfoldExponential(board, sum, step);
    case 'logarithm of determinant':
      return logDeterminant(board, sum, step);
    case 'determinant of triangular':
      return determinantOfTriangular(board, sum, step);
    case 'logarithm of diagonal determinant':
      return logDeterminantOfDiagonal(board, sum, step);
    case 'composite':
      return composite(board, sum, step);
    case 'exponential of sum':
      return exponentialOfSum(board, sum, step);
    case 'common denominator':
      return commonDenominator(board, sum, step);
    case 'constant':
      return valueAtConstant(sum, step);
    case 'parity':
      return parity(board, sum, step);
    case 'root of square':
      return rootOfSquare(board, sum, step);
    case 'drop slot':
      return dropped(board, sum, step);
    case 'definition':
      return definition(board, sum, step);
    default: {
      const unknown: never = step.rule;
      throw new Beyond(`the rule ${unknown} is not known`);
    }
  }
};

/** f(c·M) for f with a rule for multiples; `by` is c. */
const scaled = (board: Board, sum: Sum, { fn, by }: Unfold): Term[] | null => {
  if (!by || isZero(by)) return null;
  const terms = sum.terms.map(t => times(t, reciprocal(by)));
  const argument = (): number => board.argument(sum.kind as 'matrix', sum.dims, sum.split, terms);
  if (sum.kind === 'matrix') {
    if (fn === 'inverse') return [times(applied(board, fn, argument(), inverseDims(sum)), reciprocal(by))];
    const n = numeric(sum.dims.slice(0, sum.split));
    if (fn !== 'determinant' || n === null) return null;
    return [times(applied(board, fn, argument(), []), powerOf(by, n))];
  }
  const result = (factor: Rational): Term[] => [times(applied(board, fn, argument(), sum.dims), factor)];
  if (fn === 'reciprocal') return result(reciprocal(by));
  if (fn === 'sqrt') {
    const root = squareRoot(by);
    return root && result(root);
  }
  return null;
};
