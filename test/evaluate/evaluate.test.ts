// Every operator against matrices worked out by hand, in rational numbers; differentials and derivatives against their definitions.

import { describe, expect, test } from 'vitest';
import { evaluate, NotEvaluable, Singular, standIn } from '../../src/evaluate/index.ts';
import * as make from '../../src/expression/build.ts';
import { dimension, type Shape, shape } from '../../src/expression/dimension.ts';
import type { Expression } from '../../src/expression/expression.ts';
import type { Entries, Instance } from '../../src/expression/judgement.ts';
import { PrimeField } from '../../src/number/prime.ts';
import { fromText, type Rational, toText } from '../../src/number/rational.ts';
import { RATIONALS } from '../../src/number/rational-field.ts';
import { sym } from './statements.ts';

/** "1 2; 3 4" */
const entries = (text: string): Entries<Rational> => {
  const rows = text.split(';').map(row => row.trim().split(/\s+/).map(fromText));
  return { rows: rows.length, cols: rows[0]!.length, data: rows.flat() };
};
const shown = ({ rows, cols, data }: Entries<Rational>): string =>
  Array.from({ length: rows }, (_, r) =>
    data
      .slice(r * cols, (r + 1) * cols)
      .map(toText)
      .join(' '),
  ).join('; ');

const instance: Instance<Rational> = {
  dimensions: new Map([
    ['m', 2],
    ['n', 3],
  ]),
  values: new Map(
    Object.entries({
      A: '1 2 3; 4 5 6',
      B: '1 0 2; 0 1 1',
      M: '1 2; 3 4',
      N: '0 1; 1 1',
      x: '1; 2; 3',
      v: '2; 5',
      s: '3',
      Z: '1 2; 2 4',
    }).map(([name, text]) => [name, entries(text)]),
  ),
  directions: new Map(
    Object.entries({ A: '1 0 0; 0 0 1', M: '0 1; 0 0', Z: '0 1; 0 0', x: '1; 0; -1', v: '1; 1', s: '1' }).map(
      ([name, text]) => [name, entries(text)],
    ),
  ),
  indices: new Map([
    ['i', 2],
    ['j', 3],
  ]),
};
const [m, n] = [['m'], ['n']];
const S = {
  A: sym('A', 'm', 'n'),
  B: sym('B', 'm', 'n'),
  M: sym('M', 'm', 'm'),
  N: sym('N', 'm', 'm'),
  Z: sym('Z', 'm', 'm'),
  x: sym('x', 'n'),
  v: sym('v', 'm'),
  s: sym('s', 1),
};
const [A, B, M, N, Z] = [S.A, S.B, S.M, S.N, S.Z].map(make.symbol) as [
  Expression,
  Expression,
  Expression,
  Expression,
  Expression,
];
const [x, v, s] = [S.x, S.v, S.s].map(make.symbol) as [Expression, Expression, Expression];
const [i, j] = [
  { name: 'i', dim: 'm' },
  { name: 'j', dim: 'n' },
];
const two = (rows: 2 | 1 = 2): Shape => shape(dimension(rows), dimension(2));
const d = (e: Expression, ...wrt: string[]): Expression => make.differential(e, wrt);
const { product: p, transpose: t, elementwise: fn } = make;
const [c0, c1, c2, c3, c4, c5, c6] = standIn('f') as [number, number, number, number, number, number, number];

describe('values', () => {
  const cases: [string, Expression, string][] = [
    ['symbol', A, '1 2 3; 4 5 6'],
    ['number', make.number(fromText('-7/3')), '-7/3'],
    ['size m·n', make.size(['m', 'n']), '6'],
    ['identity', make.identity(m), '1 0; 0 1'],
    ['ones', make.ones(shape(m, n)), '1 1 1; 1 1 1'],
    ['zeros', make.zeros(shape(n)), '0; 0; 0'],
    ['unit e₂', make.unit(n, 2), '0; 1; 0'],
    ['unit e_j', make.unit(n, j), '0; 0; 1'],
    ['K for 2×1', make.commutation(m, []), '1 0; 0 1'],
    ['K for 2×2', make.commutation(m, m), '1 0 0 0; 0 0 1 0; 0 1 0 0; 0 0 0 1'],
    ['K vec A = vec Aᵀ', p(make.commutation(m, n), make.vec(A)), '1; 2; 3; 4; 5; 6'],
    ['sum', make.sum(A, B, B), '3 2 7; 4 7 8'],
    ['product of three', p(M, A, x), '78; 170'],
    ['product to the right', p(t(x), t(A), M), '110 156'],
    ['scale', make.scale(s, M), '3 6; 9 12'],
    ['transpose', t(A), '1 4; 2 5; 3 6'],
    ['Hadamard', make.hadamard(A, B), '1 0 6; 0 5 6'],
    ['Kronecker', make.kronecker(M, t(v)), '2 5 4 10; 6 15 8 20'],
    ['Khatri–Rao', make.khatriRao(M, N), '0 2; 1 2; 0 4; 3 4'],
    ['vec, column by column', make.vec(A), '1; 4; 2; 5; 3; 6'],
    ['inverse vec', make.unvec(make.vec(A), shape(m, n)), '1 2 3; 4 5 6'],
    ['inverse vec to another shape', make.unvec(make.vec(A), shape(n, m)), '1 5; 4 3; 2 6'],
    ['diag', make.diag(v), '2 0; 0 5'],
    ['diagonal', make.diagonal(M), '1; 4'],
    ['trace', make.trace(M), '5'],
    ['inverse', make.inverse(M), '-2 1; 3/2 -1/2'],
    ['inverse with a row swap', make.inverse(N), '-1 1; 1 0'],
    ['pseudoinverse of a tall matrix', make.pseudoInverse(x), '1/14 1/7 3/14'],
    ['pseudoinverse of a wide matrix', make.pseudoInverse(t(x)), '1/14; 1/7; 3/14'],
    ['pseudoinverse', make.pseudoInverse(B), '1/3 -1/3; -1/3 5/6; 1/3 1/6'],
    ['pseudoinverse of rank 1', make.pseudoInverse(Z), '1/25 2/25; 2/25 4/25'],
    ['pseudoinverse of 0', make.pseudoInverse(make.zeros(shape(m, n))), '0 0; 0 0; 0 0'],
    ['determinant', make.determinant(M), '-2'],
    ['determinant 0', make.determinant(Z), '0'],
    ['determinant of 4×4', make.determinant(make.kronecker(M, M)), '16'],
    ['determinant of 3×3', make.determinant(make.sum(make.diag(x), p(x, t(x)))), '42'],
    ['power 0', make.power(M, 0), '1 0; 0 1'],
    ['power 5', make.power(M, 5), '1069 1558; 2337 3406'],
    ['reciprocal', fn('reciprocal', v), '1/2; 1/5'],
    ['reciprocal″', fn('reciprocal', v, 2), '1/4; 2/125'],
    ['abs', fn('abs', make.negative(v)), '2; 5'],
    ['abs′', fn('abs', make.negative(v), 1), '-1; -1'],
    ['sign', fn('sign', make.difference(v, make.diagonal(M))), '1; 1'],
    ['relu', fn('relu', make.negative(v)), '0; 0'],
    ['relu′', fn('relu', v, 1), '1; 1'],
    [
      'generic f at 2',
      fn('f', make.number(2)),
      `${c0 + 2 * c1 + 4 * c2 + 8 * c3 + 16 * c4 + 32 * c5 + 64 * c6}`,
    ],
    ['generic f′ at 1', fn('f', make.number(1), 1), `${c1 + 2 * c2 + 3 * c3 + 4 * c4 + 5 * c5 + 6 * c6}`],
    ['entry at fixed positions', make.entry(A, 2, 3), '6'],
    ['entry at indices', make.entry(A, i, j), '6'],
    [
      'sum over an index',
      make.sumOver({ name: 'l', dim: 'n' }, make.entry(A, 1, { name: 'l', dim: 'n' })),
      '6',
    ],
    [
      'sum of matrices over an index',
      make.sumOver({ name: 'l', dim: 'n' }, make.scale(make.entry(x, { name: 'l', dim: 'n' }, 1), M)),
      '6 12; 18 24',
    ],
    ['blocks', make.block([[s, make.number(1)]], two(1)), '3 1'],
    [
      'blocks of matrices',
      make.block(
        [
          [M, v],
          [t(v), s],
        ],
        shape(n, n),
      ),
      '1 2 2; 3 4 5; 2 5 3',
    ],
    ['quotient', make.quotient(v, s), '2/3; 5/3'],
  ];
  test.each(cases)('%s', (_, e, text) => expect(shown(evaluate(e, RATIONALS, instance))).toBe(text));
});

describe('differentials', () => {
  const cases: [string, Expression, string][] = [
    ['dA', d(A, 'A'), '1 0 0; 0 0 1'],
    ['dA when A is constant', d(A, 'x'), '0 0 0; 0 0 0'],
    ['d(Ax)', d(p(A, x), 'x'), '-2; -2'],
    ['d(Ax) in both', d(p(A, x), 'x', 'A'), '-1; 1'],
    ['d(xᵀx)', d(p(t(x), x), 'x'), '-4'],
    ['d²(xᵀx)', d(d(p(t(x), x), 'x'), 'x'), '4'],
    ['d(dx) = 0', d(d(x, 'x'), 'x'), '0; 0; 0'],
    ['d(s³)', d(make.power(s, 3), 's'), '27'],
    ['d²(s³)', d(d(make.power(s, 3), 's'), 's'), '18'],
    ['d³(s³)', d(d(d(make.power(s, 3), 's'), 's'), 's'), '6'],
    ['d(1/s)', d(make.inverse(s), 's'), '-1/9'],
    ['d M⁻¹', d(make.inverse(M), 'M'), '3 -1; -9/4 3/4'],
    ['d det M', d(make.determinant(M), 'M'), '-3'],
    ['d det at a singular matrix', d(make.determinant(Z), 'Z'), '-2'],
    [
      'd of a sum over an index',
      d(make.sumOver({ name: 'l', dim: 'n' }, make.power(make.entry(x, { name: 'l', dim: 'n' }, 1), 2)), 'x'),
      '-4',
    ],
    ['d |v|', d(fn('abs', make.negative(v)), 'v'), '1; 1'],
  ];
  test.each(cases)('%s', (_, e, text) => expect(shown(evaluate(e, RATIONALS, instance))).toBe(text));
});

describe('derivatives', () => {
  const quadratic = p(t(v), M, v);
  const cases: [string, Expression, string][] = [
    ['gradient of vᵀMv', make.derivative(quadratic, S.v, 'gradient'), '29; 50'],
    ['numerator layout of vᵀMv', make.derivative(quadratic, S.v, 'numerator'), '29 50'],
    ['denominator layout of vᵀMv', make.derivative(quadratic, S.v, 'denominator'), '29; 50'],
    ['gradient by a matrix has its shape', make.derivative(quadratic, S.M, 'gradient'), '4 10; 10 25'],
    [
      'numerator layout by a matrix is vec, column by column',
      make.derivative(p(t(v), A, x), S.A, 'numerator'),
      '2 5 4 10 6 15',
    ],
    ['Jacobian of Ax', make.derivative(p(A, x), S.x, 'numerator'), '1 2 3; 4 5 6'],
    ['Jacobian of Ax, denominator layout', make.derivative(p(A, x), S.x, 'denominator'), '1 4; 2 5; 3 6'],
    ['Jacobian of Mᵀ is K', make.derivative(t(M), S.M, 'numerator'), '1 0 0 0; 0 0 1 0; 0 1 0 0; 0 0 0 1'],
    ['by a scalar', make.derivative(make.scale(make.power(s, 2), v), S.s, 'numerator'), '12; 30'],
    ['Hessian', make.derivative(make.derivative(quadratic, S.v, 'gradient'), S.v, 'numerator'), '2 5; 5 8'],
    ['of a constant', make.derivative(quadratic, S.x, 'gradient'), '0; 0; 0'],
    ['the differential of a gradient', d(make.derivative(quadratic, S.v, 'gradient'), 'v'), '7; 13'],
  ];
  test.each(cases)('%s', (_, e, text) => expect(shown(evaluate(e, RATIONALS, instance))).toBe(text));
});

describe('what has no value', () => {
  const prime = new PrimeField(2_147_479_549);
  const empty = { ...instance, values: new Map(), directions: new Map(), indices: new Map() };
  const value = (e: Expression) => () => evaluate(e, RATIONALS, instance);
  test.each([
    ['the inverse of a singular matrix', make.inverse(Z), 'a singular matrix'],
    [
      'the differential of a pseudoinverse whose rank changes',
      d(make.pseudoInverse(Z), 'Z'),
      'a matrix whose rank changes',
    ],
    ['1/0', fn('reciprocal', make.zeros(shape(m))), 'division by zero'],
    ['|0|', fn('abs', make.number(0)), 'abs at 0'],
    ['relu at its kink', fn('relu', make.zeros(shape(m))), 'relu at 0'],
    ['e₄ in three dimensions', make.unit(n, 4), 'no position 4 in 3'],
    ['A_32', make.entry(A, 3, 2), 'no position 3 in 2'],
  ])('%s is singular', (_, e, message) => {
    expect(value(e)).toThrow(Singular);
    expect(value(e)).toThrow(message);
  });
  test.each([
    ['exp', fn('exp', v), 'exp has no exact values'],
    ['√', fn('sqrt', s), 'sqrt has no exact values'],
    ['the matrix exponential', make.matrixFunction('exp', M), 'the matrix function exp has no exact values'],
    [
      'a derivative by a symmetric matrix',
      make.derivative(make.trace(M), { ...S.M, structure: ['symmetric'] }, 'gradient'),
      'the derivative by M, whose entries do not vary freely (symmetric)',
    ],
  ])('%s is not evaluable', (_, e, message) => {
    expect(value(e)).toThrow(NotEvaluable);
    expect(value(e)).toThrow(message);
  });
  test('a pseudoinverse without full rank, where that is asked for', () =>
    expect(() => evaluate(make.pseudoInverse(Z), RATIONALS, instance, { fullRank: true })).toThrow(
      'a matrix without full rank',
    ));
  test('|x| is not evaluable modulo p', () =>
    expect(() => evaluate(fn('abs', make.number(1)), prime, { ...empty, dimensions: new Map() })).toThrow(
      'abs needs ordered numbers',
    ));
  test.each([
    [A, 'the instance has no value of A'],
    [d(A, 'A'), 'the instance has no direction dA'],
    [make.unit(n, j), 'the instance has no value of the index j'],
  ])('a gap in the instance is the caller’s mistake', (e, message) =>
    expect(() => evaluate(e, RATIONALS, empty)).toThrow(message),
  );
  test('symbols may be called __proto__', () => {
    const strange = make.symbol(sym('__proto__', 1));
    const at = { ...empty, values: new Map([['__proto__', entries('5')]]) };
    expect(shown(evaluate(make.power(strange, 2), RATIONALS, at))).toBe('25');
    expect(() => evaluate(make.symbol(sym('constructor', 1)), RATIONALS, at)).toThrow(RangeError);
  });
});

test('what is shared, and what does not vary, is evaluated once', () => {
  let calls = 0;
  const counted = {
    elementwise: <N>(_k: unknown, _fn: string, _order: number, value: N): N => {
      calls++;
      return value;
    },
  };
  const once = fn('f', s);
  const l = { name: 'l', dim: 'n' };
  evaluate(make.sum(once, make.scale(once, once)), RATIONALS, instance, counted);
  expect(calls).toBe(1);
  evaluate(make.sumOver(l, make.scale(once, make.entry(x, l, 1))), RATIONALS, instance, counted);
  expect(calls).toBe(2);
  evaluate(make.derivative(make.scale(once, A), S.A, 'numerator'), RATIONALS, instance, counted);
  expect(calls).toBe(3);
});

describe('modulo p and over the rationals, values agree', () => {
  const prime = new PrimeField(2_147_479_549);
  const reduced = (e: Entries<Rational>): Entries<number> => ({
    ...e,
    data: e.data.map(q => prime.fromRational(q)!),
  });
  const modular: Instance<number> = {
    ...instance,
    values: new Map([...instance.values].map(([name, e]) => [name, reduced(e)])),
    directions: new Map([...instance.directions].map(([name, e]) => [name, reduced(e)])),
  };
  test.each([
    ['a rational function', p(make.inverse(M), A, make.pseudoInverse(A))],
    ['a second differential', d(d(make.determinant(make.inverse(M)), 'M'), 'M')],
    ['a Jacobian', make.derivative(make.kronecker(make.inverse(M), p(A, x)), S.M, 'numerator')],
    ['a generic function', d(fn('f', p(A, x)), 'x')],
  ])('%s', (_, e) => expect(evaluate(e, prime, modular)).toEqual(reduced(evaluate(e, RATIONALS, instance))));
});
