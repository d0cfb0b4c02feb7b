// The same operator on other operands, and what an expression depends on.

import * as make from '../expression/build.ts';
import { children, type Expression, type NamedIndex } from '../expression/expression.ts';

/** e with each operand replaced. @throws ShapeError when the new operands cannot fit */
export const rebuilt = (e: Expression, by: (of: Expression) => Expression): Expression => {
  const old = children(e);
  const now = old.map(by);
  if (now.every((c, k) => c === old[k])) return e;
  const [a, b] = [now[0]!, now[1]!];
  switch (e.op) {
    case 'symbol':
    case 'number':
    case 'size':
    case 'identity':
    case 'ones':
    case 'zeros':
    case 'unit':
    case 'commutation':
    case 'duplication':
    case 'elimination':
      return e;
    case 'add':
      return make.sum(...now);
    case 'product':
      return make.product(...now);
    case 'scale':
      return make.scale(a, b);
    case 'hadamard':
      return make.hadamard(a, b);
    case 'kronecker':
      return make.kronecker(a, b);
    case 'khatriRao':
      return make.khatriRao(a, b);
    case 'transpose':
      return make.transpose(a);
    case 'vec':
      return make.vec(a);
    case 'diag':
      return make.diag(a);
    case 'diagonal':
      return make.diagonal(a);
    case 'trace':
      return make.trace(a);
    case 'inverse':
      return make.inverse(a);
    case 'pseudoInverse':
      return make.pseudoInverse(a);
    case 'determinant':
      return make.determinant(a);
    case 'unvec':
      return make.unvec(a, e.shape);
    case 'power':
      return make.power(a, e.exponent);
    case 'elementwise':
      return make.elementwise(e.fn, a, e.order);
    case 'matrixFunction':
      return make.matrixFunction(e.fn, a);
    case 'eigen':
      return make.eigen(e.part, a, e.index);
    case 'entry':
      return make.entry(a, e.row, e.col);
    case 'sum':
      return make.sumOver(e.index, a);
    case 'block': {
      const left = [...now];
      return make.block(
        e.blocks.map(row => row.map(() => left.shift()!)),
        e.shape,
      );
    }
    case 'differential':
      return make.differential(a, e.wrt);
    case 'derivative':
      return make.derivative(a, e.by, e.layout);
    default: {
      const never: never = e;
      return never;
    }
  }
};

export const dependsOn = (e: Expression, name: string): boolean =>
  e.op === 'symbol' ? e.symbol.name === name : children(e).some(c => dependsOn(c, name));

/** Indices that no Σ inside binds, by name. */
export const freeIndices = (e: Expression): ReadonlyMap<string, NamedIndex> => {
  const free = new Map(children(e).flatMap(c => [...freeIndices(c)]));
  const own = e.op === 'entry' ? [e.row, e.col] : e.op === 'unit' || e.op === 'eigen' ? [e.index] : [];
  for (const i of own) if (typeof i !== 'number') free.set(i.name, i);
  if (e.op === 'sum') free.delete(e.index.name);
  return free;
};
