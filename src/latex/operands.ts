// One fold over what was written: the operands of a piece of syntax, in order.

import type { Syntax } from './syntax.ts';

export const operandsOf = (s: Syntax): readonly Syntax[] => {
  switch (s.kind) {
    case 'name':
    case 'number':
      return [];
    case 'constant':
    case 'identity':
      return s.size;
    case 'subscript':
      return [s.of, ...s.subscripts];
    case 'sum':
      return s.terms.map(t => t.of);
    case 'product':
      return s.factors;
    case 'quotient':
      return [s.over, s.under];
    case 'binary':
    case 'inner':
      return [s.left, s.right];
    case 'call':
      return s.args;
    case 'power':
      return [s.of, s.exponent];
    case 'derivative':
    case 'gradient':
      return [s.of, ...s.by];
    case 'directional':
      return [s.of, s.direction];
    case 'summation':
      return [s.of, ...(s.from ? [s.from] : []), ...(s.to ? [s.to] : [])];
    case 'matrix':
      return s.rows.flat();
    case 'transpose':
    case 'pseudoInverse':
    case 'norm':
    case 'bars':
    case 'differential':
    case 'group':
      return [s.of];
  }
};
