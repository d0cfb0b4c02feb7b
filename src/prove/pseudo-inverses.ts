// What pseudo-inverses are, as expressions: of products, multiples and matrices of known rank. Part of what is trusted.
// Ben-Israel & Greville 2003, ch. 1; Magnus & Neudecker 2019, ch. 2.

import {
  commutation,
  elimination,
  identity,
  inverse,
  kronecker,
  number,
  product,
  pseudoInverse,
  scale,
  sum,
  transpose,
} from '../expression/build.ts';
import { identical, times } from '../expression/dimension.ts';
import type { Expression } from '../expression/expression.ts';
import { has, type Structure } from '../expression/symbol.ts';
import { isZero, rational } from '../number/rational.ts';
import { sameTree } from './same.ts';

/** What the pseudo-inverse of an expression is; null where nothing is known. Conditions that it rests on are added to `given`. */
export const pseudoInverseRule = (of: Expression, given: Set<string>): Expression | null => {
  if (of.op === 'transpose') return transpose(pseudoInverse(of.of));
  if (of.op === 'kronecker') return kronecker(pseudoInverse(of.left), pseudoInverse(of.right));
  if (of.op === 'duplication')
    return product(
      elimination(of.n),
      scale(number(rational(1, 2)), sum(identity(times(of.n, of.n)), commutation(of.n, of.n))),
    );
  if (of.op === 'pseudoInverse') return of.of;
  if (of.op === 'scale' && isNonzero(of.by)) return scale(inverse(of.by), pseudoInverse(of.of));
  if (of.op === 'product') return pseudoInverseOfProduct(of.factors, given);
  if (of.op !== 'symbol') return null;
  const is = (...structures: Structure[]): boolean => {
    const found = structures.every(s => has(of.symbol, s));
    if (found) given.add(`${of.symbol.name} ${structures.map(s => s.replaceAll('-', ' ')).join(' ')}`);
    return found;
  };
  const square = identical(of.shape.rows, of.shape.cols);
  if (square && is('symmetric', 'idempotent')) return of;
  if (is('orthonormal-columns') || (square && (is('orthogonal') || is('permutation')))) return transpose(of);
  if (square && (is('invertible') || is('positive-definite'))) return inverse(of);
  const flipped = transpose(of);
  if (is('full-column-rank')) return product(inverse(product(flipped, of)), flipped);
  return is('full-row-rank') ? product(flipped, inverse(product(of, flipped))) : null;
};

const isNonzero = (e: Expression): boolean =>
  e.op === 'number' ? !isZero(e.value) : e.op === 'symbol' && has(e.symbol, 'nonzero');
/** (XᵀX)⁺ = X⁺X⁺ᵀ, (XXᵀ)⁺ = X⁺ᵀX⁺, and (QY)⁺ = Y⁺Qᵀ, (YQ)⁺ = QᵀY⁺ for an orthogonal Q. */
const pseudoInverseOfProduct = (factors: readonly Expression[], given: Set<string>): Expression | null => {
  const [first, second, ...more] = factors;
  const [head, last] = [first!, factors.at(-1)!];
  if (!more.length && second && head.op === 'transpose' && sameTree(head.of, second))
    return product(pseudoInverse(second), transpose(pseudoInverse(second)));
  if (!more.length && second?.op === 'transpose' && sameTree(second.of, head))
    return product(transpose(pseudoInverse(head)), pseudoInverse(head));
  const isOrthogonal = (e: Expression): boolean => {
    const found = e.op === 'symbol' && has(e.symbol, 'orthogonal') && identical(e.shape.rows, e.shape.cols);
    if (found) given.add(`${e.symbol.name} orthogonal`);
    return found;
  };
  if (isOrthogonal(head)) return product(pseudoInverse(product(...factors.slice(1))), transpose(head));
  if (isOrthogonal(last)) return product(transpose(last), pseudoInverse(product(...factors.slice(0, -1))));
  return null;
};
