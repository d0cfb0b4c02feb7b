// Differentials of what is not multilinear, one row each. Magnus & Neudecker 2019, ch. 8 and 9; Gradshteyn & Ryzhik 0.4.

import * as make from '../expression/build.ts';
import { isScalar } from '../expression/dimension.ts';
import type { Expression } from '../expression/expression.ts';
import { rational } from '../number/rational.ts';
import { Beyond } from '../prove/network.ts';

/** Says what an expression, or a differential in it, is on the board at hand. */
export type Place = (e: Expression) => Expression;
/** One term of a differential. */
export type Build = (place: Place) => Expression;

const d = (of: Expression): Expression => make.differential(of, []);

/** The terms of the differential of e. @throws Beyond for an operator without a rule */
export const slopeOf = (e: Expression): readonly Build[] => {
  switch (e.op) {
    case 'inverse': {
      if (isScalar(e.shape)) return [at => make.negative(make.product(at(e), at(e), at(d(e.of))))];
      return [at => make.negative(make.product(at(e), at(d(e.of)), at(e)))];
    }
    case 'determinant':
      return [at => make.scale(at(e), make.trace(make.product(at(make.inverse(e.of)), at(d(e.of)))))];
    case 'trace': {
      // d tr f(M) = tr(f′(M) dM) for a function of the matrix M.
      if (e.of.op !== 'matrixFunction') break;
      const { fn, of } = e.of;
      const slope = fn === 'exp' ? e.of : make.inverse(fn === 'log' ? of : e.of);
      return [
        at =>
          make.scale(
            make.number(rational(1, fn === 'sqrt' ? 2 : 1)),
            make.trace(make.product(at(slope), at(d(of)))),
          ),
      ];
    }
    case 'elementwise': {
      const slope = derivativeOf(e);
      return slope ? [at => make.hadamard(at(slope), at(d(e.of)))] : [];
    }
    default:
  }
  throw new Beyond(
    `the differential of ${e.op === 'matrixFunction' ? `the matrix ${e.fn}` : e.op} is not known`,
  );
};

type Of = Expression & { op: 'elementwise' };
const square = (e: Expression): Expression => make.hadamard(e, e);
const one = (e: Expression): Expression => make.ones(e.shape);
const over = (e: Expression): Expression =>
  isScalar(e.shape) ? make.inverse(e) : make.elementwise('reciprocal', e);

/** f′ of the argument x, where f(x) is e; null is zero. A function without a row keeps its primes. */
const DERIVATIVES: Readonly<Record<string, (x: Expression, e: Expression) => Expression | null>> = {
  exp: (_, e) => e,
  log: x => over(x),
  reciprocal: (_, e) => make.negative(square(e)),
  sqrt: (_, e) => make.scale(make.number(rational(1, 2)), over(e)),
  sigmoid: (_, e) => make.hadamard(e, make.difference(one(e), e)),
  softplus: x => make.elementwise('sigmoid', x),
  tanh: (_, e) => make.difference(one(e), square(e)),
  sinh: x => make.elementwise('cosh', x),
  cosh: x => make.elementwise('sinh', x),
  sin: x => make.elementwise('cos', x),
  cos: x => make.negative(make.elementwise('sin', x)),
  tan: (_, e) => make.sum(one(e), square(e)),
  arctan: x => over(make.sum(one(x), square(x))),
  abs: x => make.elementwise('sign', x),
  sign: () => null,
};
const derivativeOf = (e: Of): Expression | null => {
  const row = Object.hasOwn(DERIVATIVES, e.fn) && e.order === 0 ? DERIVATIVES[e.fn] : null;
  return row ? row(e.of, e) : make.elementwise(e.fn, e.of, e.order + 1);
};
