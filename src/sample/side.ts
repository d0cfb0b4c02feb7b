// Sides of a statement that are a differential or a derivative, possibly under operators that only rearrange entries: what is
// differentiated, and what the other side then says of its derivative along a direction.

import type { Expression } from '../expression/expression.ts';
import type { Statement } from '../expression/judgement.ts';
import { product, transpose, unvec, vec } from './bounded.ts';
import { applied, evaluate } from './evaluate.ts';
import type { Bounded } from './memory.ts';
import { colsOf, type Point, rowsOf } from './point.ts';

/** A side that is ∂F/∂X, rearranged. */
export interface DerivativeSide {
  readonly node: Extract<Expression, { op: 'derivative' }>;
  readonly other: Expression;
  /** J·vec V as vec of F's shape, where J is the other side, arranged back into numerator layout. */
  readonly along: (v: Bounded, p: Point) => Bounded;
}

export const derivativeSide = ({ lhs, rhs }: Statement): DerivativeSide | null => {
  for (const [side, other] of [
    [lhs, rhs],
    [rhs, lhs],
  ] as const) {
    const found = derivativeIn(side);
    if (!found) continue;
    const { node, undo } = found;
    return {
      node,
      other,
      along: (v, p) => {
        const direction = vec(p.memory, v);
        if (side === node && node.layout !== 'gradient')
          return applied(other, direction, p, node.layout === 'denominator');
        return product(p.memory, numerator(node.layout, undo(evaluate(other, p), p), p), direction);
      },
    };
  }
  return null;
};
const numerator = (
  layout: 'numerator' | 'denominator' | 'gradient',
  array: Bounded,
  { memory }: Point,
): Bounded =>
  layout === 'numerator' ? array : transpose(memory, layout === 'gradient' ? vec(memory, array) : array);

type Undo = (value: Bounded, p: Point) => Bounded;
const derivativeIn = (
  e: Expression,
): { readonly node: DerivativeSide['node']; readonly undo: Undo } | null => {
  if (e.op === 'derivative') return { node: e, undo: value => value };
  if (e.op !== 'vec' && e.op !== 'transpose' && e.op !== 'unvec') return null;
  const inner = derivativeIn(e.of);
  if (!inner) return null;
  const own: Undo = (value, { memory, sizes }) => {
    if (e.op === 'transpose') return transpose(memory, value);
    return e.op === 'unvec'
      ? vec(memory, value)
      : unvec(memory, value, rowsOf(e.of.shape, sizes), colsOf(e.of.shape, sizes));
  };
  return { node: inner.node, undo: (value, p) => inner.undo(own(value, p), p) };
};

/** A side that is dG: the differential is taken out from under linear operators. */
export interface DifferentialSide {
  readonly of: Expression;
  readonly wrt: readonly string[];
  readonly other: Expression;
}

export const differentialSide = ({ lhs, rhs }: Statement): DifferentialSide | null => {
  const [left, right] = [differentialIn(lhs), differentialIn(rhs)];
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
