// Degrees: F(X + tV) as a polynomial in t. Where it is one, finitely many points give its derivative without truncation error.

import type { Dimension } from '../expression/dimension.ts';
import type { Expression } from '../expression/expression.ts';
import { children } from '../expression/expression.ts';

type Degree = number | null;
const most = (degrees: readonly Degree[]): Degree =>
  degrees.reduce<Degree>((max, d) => (max === null || d === null ? null : Math.max(max, d)), 0);
const total = (degrees: readonly Degree[]): Degree =>
  degrees.reduce<Degree>((sum, d) => (sum === null || d === null ? null : sum + d), 0);

/** An upper bound for the degree in t when the named symbols move on straight lines; null when it is no polynomial. */
export const degree = (
  e: Expression,
  moving: ReadonlySet<string>,
  sizeOf: (dimension: Dimension) => number,
): Degree => {
  const of = (x: Expression): Degree => degree(x, moving, sizeOf);
  switch (e.op) {
    case 'symbol':
      return moving.has(e.symbol.name) ? 1 : 0;
    case 'number':
    case 'size':
    case 'identity':
    case 'ones':
    case 'zeros':
    case 'unit':
    case 'commutation':
    case 'duplication':
    case 'elimination':
      return 0;
    case 'add':
    case 'block':
      return most(children(e).map(of));
    case 'product':
    case 'scale':
    case 'hadamard':
    case 'kronecker':
    case 'khatriRao':
      return total(children(e).map(of));
    case 'transpose':
    case 'vec':
    case 'unvec':
    case 'diag':
    case 'diagonal':
    case 'trace':
    case 'entry':
    case 'sum':
    case 'differential':
    case 'derivative':
      return of(e.of);
    case 'power':
      return multiple(of(e.of), e.exponent);
    case 'determinant':
      return multiple(of(e.of), sizeOf(e.of.shape.rows));
    case 'inverse':
    case 'pseudoInverse':
    case 'elementwise':
    case 'matrixFunction':
    case 'eigen':
      return of(e.of) === 0 ? 0 : null;
    default: {
      const unknown: never = e;
      throw new TypeError(`unknown operator ${String(unknown)}`);
    }
  }
};
const multiple = (d: Degree, times: number): Degree => (d === null ? null : d * times);
