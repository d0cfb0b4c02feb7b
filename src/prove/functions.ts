// Elementwise functions: their derivatives as polynomials in functions of the same argument, one row each.
// Part of what is trusted. A function without a row is generic: its derivative is the function of the next order.

import { multiply, ONE, type Rational, rational } from '../number/rational.ts';

export interface Applied {
  readonly fn: string;
  readonly order: number;
}
/** Σ scalar · product of functions, all of one argument, entry by entry. */
export type Polynomial = readonly { readonly scalar: Rational; readonly factors: readonly Applied[] }[];

const row = (...terms: readonly [number, ...string[]][]): Polynomial =>
  terms.map(([scalar, ...fns]) => ({
    scalar: rational(scalar),
    factors: fns.map(fn => ({ fn, order: 0 })),
  }));

/** `step` is the derivative of relu: 0 below 0 and 1 above. Gradshteyn & Ryzhik 0.4; Bishop 2006, 4.88 (sigmoid). */
const DERIVATIVES: ReadonlyMap<string, Polynomial> = new Map([
  ['exp', row([1, 'exp'])],
  ['log', row([1, 'reciprocal'])],
  ['reciprocal', row([-1, 'reciprocal', 'reciprocal'])],
  ['sqrt', [{ scalar: rational(1, 2), factors: row([1, 'reciprocal', 'sqrt'])[0]!.factors }]],
  ['sigmoid', row([1, 'sigmoid'], [-1, 'sigmoid', 'sigmoid'])],
  ['softplus', row([1, 'sigmoid'])],
  ['tanh', row([1], [-1, 'tanh', 'tanh'])],
  ['sinh', row([1, 'cosh'])],
  ['cosh', row([1, 'sinh'])],
  ['sin', row([1, 'cos'])],
  ['cos', row([-1, 'sin'])],
  ['tan', row([1], [1, 'tan', 'tan'])],
  ['abs', row([1, 'sign'])],
  ['sign', row()],
  ['relu', row([1, 'step'])],
  ['step', row()],
]);

const derivative = ({ fn, order }: Applied): Polynomial =>
  DERIVATIVES.get(fn) ?? [{ scalar: ONE, factors: [{ fn, order: order + 1 }] }];

/** The function of this order, with named functions differentiated as far as their rows go. */
export const polynomial = (fn: string, order: number): Polynomial => {
  let terms: Polynomial = [{ scalar: ONE, factors: [{ fn, order: 0 }] }];
  for (let k = 0; k < order; k++)
    terms = terms.flatMap(t =>
      t.factors.flatMap((factor, i) =>
        derivative(factor).map(d => ({
          scalar: multiply(t.scalar, d.scalar),
          factors: t.factors.toSpliced(i, 1, ...d.factors),
        })),
      ),
    );
  return terms;
};
/** f^(order+1) as a polynomial, for an atom that is already f^(order). */
export const derived = (fn: string, order: number): Polynomial => derivative({ fn, order });
