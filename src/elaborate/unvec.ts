// Inverse vec: the matrix whose columns, on top of each other, are a vector. Its sizes are written, vec⁻¹_{m,n}(x), or found.
//   the factors of vec A and of ⊗ come in an order, which tells rows from columns; those of a declared ℝ^{mn} do not, and follow the matrix

import * as make from '../expression/build.ts';
import type { Expression } from '../expression/expression.ts';
import type { Syntax } from '../latex/syntax.ts';
import type { Builder } from './build.ts';
import type { Inference } from './infer.ts';
import { bindSize } from './infer-entries.ts';
import { placed, unreadable } from './refusal.ts';
import { isVariable, type ShapeTerm, type Term } from './unify.ts';
import { inner } from './walk.ts';

type Call = Extract<Syntax, { kind: 'call' }>;

export const unvec = (i: Inference, s: Call): ShapeTerm => {
  const u = i.scope.unifier;
  const [x, rows, cols] = s.args;
  const shape = i.shapeOf(s);
  if (!x) return shape;
  if (rows && cols) {
    bindSize(i, shape.rows, rows);
    bindSize(i, shape.cols, cols);
  }
  const of = i.infer(x);
  u.toUnit(of.cols);
  const stacked: Term = [...shape.cols, ...shape.rows];
  const tells = isOrdered(i, x) || u.resolve(of.rows).length === 1 || isClosed(i, stacked);
  if (tells) u.unify(of.rows, stacked);
  if (isClosed(i, stacked)) i.reorder(x, stacked);
  return shape;
};

/** @throws Refusal where nothing tells the sizes of the matrix */
export const built = (b: Builder, s: Call): Expression => {
  const [x, ...sizes] = s.args;
  const shape = b.inference.shapeOf(s);
  if (!x || (sizes.length !== 0 && sizes.length !== 2))
    throw unreadable('P041', s.span, `an inverse vec of ${s.args.length} arguments`);
  if (!isClosed(b.inference, [...shape.rows, ...shape.cols]))
    throw unreadable('H003', s.span, 'the size of this matrix is not known', {
      expected: 'rows and columns of an inverse vec',
      fix: 'write them below: \\operatorname{vec}^{-1}_{m,n}(…)',
    });
  return placed(s.span, () => make.unvec(b.build(x), b.namer.shape(shape)));
};

const isClosed = (i: Inference, t: Term): boolean => !i.scope.unifier.resolve(t).some(isVariable);

/** The leading factor or a term is a vec or a ⊗, whose rows come in an order. */
const isOrdered = (i: Inference, s: Syntax): boolean => {
  const of = inner(s);
  switch (of.kind) {
    case 'call':
      return of.fn === 'vec';
    case 'binary':
      return of.operator === 'kronecker' || of.operator === 'khatriRao';
    case 'transpose':
    case 'differential':
      return isOrdered(i, of.of);
    case 'sum':
      return of.terms.every(t => isOrdered(i, t.of));
    case 'product': {
      const first = of.factors.find(f => !i.isScalar(i.infer(f)));
      return first !== undefined && isOrdered(i, first);
    }
    case 'name': {
      const definition = i.scope.find(of.name, of.font)?.definition;
      return definition ? isOrdered(i, definition.body) : false;
    }
    default:
      return false;
  }
};
