// What undoes the exponential, the logarithm and the square root of a matrix, as expressions. Part of what is trusted.
// Higham 2008, ch. 1: the principal logarithm and root, where A has them.
//   e^log A = A     √A √A = A     tr log A = log det A     det e^M = exp tr M     det √A = √det A

import { determinant, elementwise, power, product, trace } from '../expression/build.ts';
import type { Expression } from '../expression/expression.ts';
import { sameTree } from './same.ts';

/** What an expression is by a rule above; null where there is none. */
export const matrixFunctionRule = (e: Expression): Expression | null => {
  switch (e.op) {
    case 'product':
      return productRule(e.factors);
    case 'power': {
      const root = argumentOf('sqrt', e.of);
      if (!root || e.exponent < 2) return null;
      const whole = power(root, Math.floor(e.exponent / 2));
      return e.exponent % 2 ? product(whole, e.of) : whole;
    }
    case 'matrixFunction':
      return e.fn === 'exp' ? argumentOf('log', e.of) : null;
    case 'trace': {
      const of = argumentOf('log', e.of);
      return of && elementwise('log', determinant(of));
    }
    case 'determinant': {
      const exponent = argumentOf('exp', e.of);
      if (exponent) return elementwise('exp', trace(exponent));
      const root = argumentOf('sqrt', e.of);
      return root && elementwise('sqrt', determinant(root));
    }
    default:
      return null;
  }
};

const argumentOf = (fn: 'exp' | 'log' | 'sqrt', e: Expression): Expression | null =>
  e.op === 'matrixFunction' && e.fn === fn ? e.of : null;
/** The first two factors √A √A that meet become A. */
const productRule = (factors: readonly Expression[]): Expression | null => {
  const at = factors.findIndex((f, k) => {
    const next = factors[k + 1];
    return argumentOf('sqrt', f) && next && sameTree(f, next);
  });
  const root = at < 0 ? null : argumentOf('sqrt', factors[at]!);
  return root && product(...factors.slice(0, at), root, ...factors.slice(at + 2));
};
