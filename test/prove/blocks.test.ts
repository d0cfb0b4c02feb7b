// Block matrices whose blocks have different shapes, proved for all sizes of the blocks, and what is false of them.

import { describe, expect, test } from 'vitest';
import * as make from '../../src/expression/build.ts';
import { type Dimension, summed } from '../../src/expression/dimension.ts';
import type { Expression } from '../../src/expression/expression.ts';
import type { Statement } from '../../src/expression/judgement.ts';
import type { Sym } from '../../src/expression/symbol.ts';
import { stream } from '../../src/number/random.ts';
import { prove } from '../../src/prove/index.ts';
import { verify } from '../../src/verify/index.ts';
import { sym } from './claims.ts';

const [m, n]: Dimension[] = [['m'], ['n']];
const symbols: Sym[] = [
  sym('A', 'm', 'm'),
  sym('B', 'm', 'n'),
  sym('C', 'n', 'm'),
  sym('D', 'n', 'n'),
  sym('x', 'm'),
  sym('y', 'n'),
];
const [A, B, C, D, x, y] = symbols.map(make.symbol) as Expression[] as [
  Expression,
  Expression,
  Expression,
  Expression,
  Expression,
  Expression,
];
const { product: mul, sum, transpose: T, trace } = make;
const zero = (rows: Dimension, cols: Dimension): Expression => make.zeros({ rows, cols });
const block = (...rows: Expression[][]): Expression =>
  make.block(rows, {
    rows: summed(...rows.map(row => row[0]!.shape.rows)),
    cols: summed(...rows[0]!.map(of => of.shape.cols)),
  });
const M = block([A, B], [C, D]);
const [Im, In] = [make.identity(m!), make.identity(n!)];
const I = make.identity(M.shape.rows);
const square = (of: Expression): Expression => make.power(of, 2);

const PROVED: readonly [string, Expression, Expression][] = [
  ['transpose', T(M), block([T(A), T(C)], [T(B), T(D)])],
  ['sum', sum(M, M), block([sum(A, A), sum(B, B)], [sum(C, C), sum(D, D)])],
  [
    'product',
    mul(M, M),
    block(
      [sum(square(A), mul(B, C)), sum(mul(A, B), mul(B, D))],
      [sum(mul(C, A), mul(D, C)), sum(mul(C, B), square(D))],
    ),
  ],
  ['trace', trace(M), sum(trace(A), trace(D))],
  ['identity', block([Im, zero(m!, n!)], [zero(n!, m!), In]), I],
  ['identity times', mul(I, M), M],
  ['trace of the identity', trace(I), make.size(I.shape.rows)],
  [
    'quadratic form',
    mul(T(block([x], [y])), M, block([x], [y])),
    sum(mul(T(x), A, x), mul(T(x), B, y), mul(T(y), C, x), mul(T(y), D, y)),
  ],
  ['row of blocks', mul(block([A, B]), T(block([A, B]))), sum(mul(A, T(A)), mul(B, T(B)))],
  ['column of blocks', mul(T(block([A], [C])), block([A], [C])), sum(mul(T(A), A), mul(T(C), C))],
  [
    'Hadamard product',
    make.hadamard(M, M),
    block([make.hadamard(A, A), make.hadamard(B, B)], [make.hadamard(C, C), make.hadamard(D, D)]),
  ],
  [
    'differential',
    make.differential(M, ['A']),
    block([make.differential(A, ['A']), zero(m!, n!)], [zero(n!, m!), zero(n!, n!)]),
  ],
];
const FALSE: readonly [string, Expression, Expression][] = [
  ['blocks that are not swapped', T(M), block([T(A), B], [C, T(D)])],
  ['trace of one block', trace(M), trace(A)],
  ['one product too few', mul(block([A, B]), T(block([A, B]))), mul(A, T(A))],
  ['one block differs', M, block([A, B], [C, T(D)])],
  [
    'blocks that do not commute',
    mul(M, block([A, zero(m!, n!)], [zero(n!, m!), D])),
    mul(block([A, zero(m!, n!)], [zero(n!, m!), D]), M),
  ],
];
const statement = (lhs: Expression, rhs: Expression): Statement => ({
  lhs,
  rhs,
  symbols,
  dimensions: ['m', 'n'],
});

describe('proved for all sizes, and found equal by exact trials', () => {
  test.each(PROVED)('%s', (_, lhs, rhs) => {
    expect(prove(statement(lhs, rhs))).toMatchObject({ outcome: 'proved' });
    expect(verify(statement(lhs, rhs), stream('blocks', 'test'))).toMatchObject({ outcome: 'equal' });
  });
});
describe('neither proved nor found equal', () => {
  test.each(FALSE)('%s', (_, lhs, rhs) => {
    expect(prove(statement(lhs, rhs)).outcome).not.toBe('proved');
    expect(verify(statement(lhs, rhs), stream('blocks', 'test'))).toMatchObject({ outcome: 'different' });
  });
});
