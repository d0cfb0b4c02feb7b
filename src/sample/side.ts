// Sides of a statement that are a differential or a derivative, possibly under operators that only rearrange entries: what is
// differentiated, and what the other side then says of its derivative along a direction.

import { differential, product, symbol, transpose, unvec, vec } from '../expression/build.ts';
import type { Expression } from '../expression/expression.ts';
import type { Statement } from '../expression/judgement.ts';

export type Sides = Pick<Statement, 'lhs' | 'rhs'>;

/** ∂F/∂X = J, with J arranged back. */
export interface DerivativeSide {
  readonly node: Extract<Expression, { op: 'derivative' }>;
  /** J·vec(dX), which is vec(dF) if the claim is true. */
  readonly claimed: Expression;
}

export const derivativeSide = ({ lhs, rhs }: Sides): DerivativeSide | null => {
  const found = derivativeIn(lhs, rhs) ?? derivativeIn(rhs, lhs);
  if (!found) return null;
  const { node, array } = found;
  const jacobian = node.layout === 'gradient' ? transpose(vec(array)) : array;
  const numerator = node.layout === 'denominator' ? transpose(jacobian) : jacobian;
  const direction = differential(symbol(node.by), [node.by.name]);
  return { node, claimed: product(numerator, vec(direction)) };
};
const derivativeIn = (
  e: Expression,
  array: Expression,
): { readonly node: DerivativeSide['node']; readonly array: Expression } | null => {
  switch (e.op) {
    case 'derivative':
      return { node: e, array };
    case 'transpose':
      return derivativeIn(e.of, transpose(array));
    case 'vec':
      return derivativeIn(e.of, unvec(array, e.of.shape));
    case 'unvec':
      return derivativeIn(e.of, vec(array));
    default:
      return null;
  }
};
/** The claim along the direction of X only. */
export const alongDirection = ({ node, claimed }: DerivativeSide): Sides => ({
  lhs: vec(differential(node.of, [node.by.name])),
  rhs: claimed,
});

/** A side that is dG: the differential is taken out from under linear operators. */
export interface DifferentialSide {
  readonly of: Expression;
  readonly wrt: readonly string[];
  readonly other: Expression;
}

export const differentialSide = ({ lhs, rhs }: Sides): DifferentialSide | null => {
  const left = differentialIn(lhs);
  const right = differentialIn(rhs);
  return left ? { ...left, other: rhs } : right && { ...right, other: lhs };
};
const differentialIn = (e: Expression): Omit<DifferentialSide, 'other'> | null => {
  switch (e.op) {
    case 'differential':
      return e.of.op === 'symbol' ? null : e;
    case 'vec':
    case 'transpose':
    case 'trace':
    case 'unvec':
    case 'diag':
    case 'diagonal': {
      const inner = differentialIn(e.of);
      return inner && { of: { ...e, of: inner.of }, wrt: inner.wrt };
    }
    default:
      return null;
  }
};
