// Counterexamples: found for every false statement, exact, with their structure, locally minimal, the same for the same stream.

import { describe, expect, test } from 'vitest';
import * as make from '../../src/expression/build.ts';
import type { Expression } from '../../src/expression/expression.ts';
import type { Different, Entries, Instance } from '../../src/expression/judgement.ts';
import type { Sym } from '../../src/expression/symbol.ts';
import { stream } from '../../src/number/random.ts';
import { type Rational, rational, toText } from '../../src/number/rational.ts';
import { refute, replay } from '../../src/refute/index.ts';
import { FALSE, statement, sym, TRUE } from '../evaluate/statements.ts';
import { checked, shown } from './minimal.ts';

const { symbol: of, product: p, transpose: t } = make;
const found = (lhs: Expression, rhs: Expression, seed = 'refute'): Different<Rational> | null =>
  refute(statement(lhs, rhs), stream(seed, 'test'));

describe('false statements get a counterexample', () => {
  test.each(FALSE)('%s', (_, lhs, rhs) => {
    for (const seed of ['one', 'two', 'three']) {
      const s = statement(lhs, rhs);
      const counterexample = refute(s, stream(seed, 'test'));
      expect(counterexample).not.toBe(null);
      const { instance, lhs: left, rhs: right } = counterexample!;
      expect(replay(s, instance)).toEqual({ lhs: left, rhs: right, differ: true, refusal: null });
    }
  });
});
describe('counterexamples are locally minimal', () => {
  test.each(FALSE)('%s', (_, lhs, rhs) => {
    for (const seed of ['one', 'two', 'three'])
      expect(checked(statement(lhs, rhs), seed)?.simpler.map(shown)).toEqual([]);
  });
  const [U, A] = [sym('U', 'n', 'k', 'orthonormal-columns'), sym('A', 'm', 'n')];
  const k = ['k'];
  const [x, one] = [of(sym('x', 'n')), make.ones({ rows: k, cols: [] })];
  test.each([
    ['orthonormal columns need as many rows', p(t(one), t(of(U)), of(U), one), make.number(1)],
    ['the derivative of a norm', make.derivative(make.norm(x), sym('x', 'n'), 'gradient'), x],
    ['a power of a norm', make.trace(p(of(A), t(of(A)))), make.norm(of(A))],
  ])('%s', (_, lhs, rhs) => {
    for (const seed of ['one', 'two', 'three'])
      expect(checked(statement(lhs, rhs), seed)?.simpler.map(shown)).toEqual([]);
  });
});
describe('true statements get none', () => {
  test.each(TRUE)('%s', (_, lhs, rhs) => expect(found(lhs, rhs)).toBe(null));
});

describe('counterexamples are what a person would write', () => {
  const shown = (lhs: Expression, rhs: Expression): string => {
    const c = found(lhs, rhs);
    const matrix = (e: Entries<Rational>): string => `[${e.data.map(toText).join(' ')}]`;
    if (!c) return 'none';
    const sizes = [...c.instance.dimensions].map(([name, size]) => `${name}=${size}`);
    const values = [...c.instance.values].map(([name, e]) => `${name}=${matrix(e)}`);
    return [...sizes, ...values, `left ${matrix(c.lhs)}`, `right ${matrix(c.rhs)}`].join(', ');
  };
  const [x, M] = [of(sym('x', 'n')), of(sym('M', 'n', 'n'))];
  const relu = make.elementwise('relu', x);
  test.each([
    ['xᵀx = 0', p(t(x), x), make.number(0), 'n=1, x=[1], left [1], right [0]'],
    ['relu x = x', relu, x, 'n=1, x=[-1], left [0], right [-1]'],
    ['|x| = x', make.elementwise('abs', x), x, 'n=1, x=[-1], left [1], right [-1]'],
    ['tr M = n', make.trace(M), make.size(['n']), 'n=1, M=[0], left [0], right [1]'],
    ['M² = M', make.power(M, 2), M, 'n=1, M=[-1], left [1], right [-1]'],
  ])('%s', (_, lhs, rhs, text) => expect(shown(lhs, rhs)).toBe(text));
});

describe('structure is kept', () => {
  const n = ['n'];
  const cases: [string, Sym, (e: Expression) => [Expression, Expression]][] = [
    ['positive', sym('w', 'n', 1, 'positive'), w => [w, make.hadamard(w, w)]],
    ['diagonal and positive', sym('W', 'n', 'n', 'diagonal', 'positive'), w => [w, make.identity(n)]],
    ['symmetric and invertible', sym('S', 'n', 'n', 'symmetric', 'invertible'), s => [make.inverse(s), s]],
    ['positive definite', sym('Y', 'n', 'n', 'positive-definite'), y => [y, make.diag(make.diagonal(y))]],
    ['skew and invertible', sym('K', 'n', 'n', 'skew', 'invertible'), k => [make.inverse(k), k]],
    ['orthogonal', sym('Q', 'n', 'n', 'orthogonal'), q => [make.determinant(q), make.number(1)]],
    ['orthogonal and diagonal', sym('D', 'n', 'n', 'orthogonal', 'diagonal'), q => [q, make.identity(n)]],
    ['a permutation, symmetric', sym('R', 'n', 'n', 'permutation', 'symmetric'), r => [r, make.identity(n)]],
    ['idempotent', sym('P', 'n', 'n', 'idempotent'), q => [q, t(q)]],
    ['lower triangular', sym('L', 'n', 'n', 'lower-triangular'), l => [l, t(l)]],
    [
      'of full row rank',
      sym('F', 'n', 'm', 'full-row-rank'),
      f => [p(make.pseudoInverse(f), f), make.identity(['m'])],
    ],
    ['of length 1 and positive', sym('u', 'n', 1, 'unit', 'positive'), u => [p(u, t(u)), make.identity(n)]],
  ];
  test.each(cases)('%s', (_, s, sides) => {
    const [lhs, rhs] = sides(of(s));
    const st = statement(lhs, rhs);
    for (const seed of ['one', 'two', 'three']) {
      const c = refute(st, stream(seed, 'test'));
      expect(c && replay(st, c.instance)).toMatchObject({ differ: true, refusal: null });
    }
  });
});

describe('the same stream gives the same counterexample', () => {
  const M = of(sym('M', 'n', 'n'));
  test('twice', () => expect(found(t(M), M)).toEqual(found(t(M), M)));
});

describe('a start is shrunk', () => {
  const M = sym('M', 'n', 'n');
  const s = statement(t(of(M)), of(M));
  const entries = (rows: number, ...data: number[]): Entries<Rational> => ({
    rows,
    cols: data.length / rows,
    data: data.map(x => rational(x)),
  });
  const from = (value: Entries<Rational>, n: number): Instance<Rational> => ({
    dimensions: new Map([['n', n]]),
    values: new Map([['M', value]]),
    directions: new Map(),
    indices: new Map(),
  });
  test('from a large instance', () => {
    const start = from(entries(4, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16), 4);
    const c = refute(s, stream('start', 'test'), { from: start });
    expect(c?.instance.dimensions).toEqual(new Map([['n', 2]]));
    expect(c?.instance.values.get('M')?.data.filter(x => x.num !== 0n)).toEqual([rational(1)]);
  });
  test('a start that does not refute is left behind', () => {
    const c = refute(s, stream('start', 'test'), { from: from(entries(1, 5), 1) });
    expect(c?.instance.dimensions).toEqual(new Map([['n', 2]]));
  });
  test('without a budget nothing is found', () =>
    expect(refute(s, stream('start', 'test'), { budget: 0 })).toBe(null));
});

test('nothing is drawn that is too large to evaluate', () => {
  const B = of(sym('B', 10 ** 9, 10 ** 9));
  expect(found(t(B), B)).toBe(null);
});

describe('replay', () => {
  const W = sym('W', 'n', 'n', 'diagonal');
  const X = sym('X', 'n', 'n', 'symmetric');
  const s = statement(p(of(W), make.differential(of(X), ['X'])), p(of(X), of(W)));
  const at = (change: Partial<Record<'W' | 'X' | 'dX', number[]>> = {}, n = 2): Instance<Rational> => {
    const entries = (data: number[]): Entries<Rational> => ({
      rows: 2,
      cols: 2,
      data: data.map(x => rational(x)),
    });
    return {
      dimensions: new Map([['n', n]]),
      values: new Map([
        ['W', entries(change.W ?? [1, 0, 0, 2])],
        ['X', entries(change.X ?? [1, 2, 2, 3])],
      ]),
      directions: new Map([['X', entries(change.dX ?? [0, 1, 1, 0])]]),
      indices: new Map(),
    };
  };
  test('an instance that refutes', () =>
    expect(replay(s, at())).toMatchObject({ differ: true, refusal: null }));
  test('an instance that does not', () => {
    const same = at({ W: [1, 0, 0, 1], dX: [1, 2, 2, 3] });
    expect(replay(s, same)).toMatchObject({ differ: false, refusal: null });
  });
  test.each([
    ['W is not diagonal', at({ W: [1, 1, 0, 2] })],
    ['X is not symmetric', at({ X: [1, 1, 0, 2] })],
    ['dX leaves the structure of X', at({ dX: [1, 1, 0, 2] })],
    ['W has no value of its shape', at({}, 3)],
    ['the dimension n has no size', at({}, 0.5)],
    ['W has no value of its shape', { ...at(), values: new Map() }],
    ['dX has no value of its shape', { ...at(), directions: new Map() }],
  ])('refuses: %s', (refusal, instance) =>
    expect(replay(s, instance)).toEqual({
      lhs: { rows: 0, cols: 0, data: [] },
      rhs: { rows: 0, cols: 0, data: [] },
      differ: false,
      refusal,
    }),
  );
  test('refuses a singular matrix and a missing index', () => {
    const x = sym('x', 1);
    const zero = { rows: 1, cols: 1, data: [rational(0)] };
    const instance = { ...at(), values: new Map([['x', zero]]) };
    expect(replay(statement(make.inverse(of(x)), of(x)), instance).refusal).toBe('a singular matrix');
    const i = { name: 'i', dim: 'n' };
    expect(replay(statement(make.entry(make.identity(['n']), i, i), make.number(0)), at()).refusal).toBe(
      'the index i is out of range',
    );
  });
});
