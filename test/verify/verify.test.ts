// The exact judge on true and false statements, what it lists as evidence, and when it abstains.

import { describe, expect, test } from 'vitest';
import * as make from '../../src/expression/build.ts';
import { dimension, shape } from '../../src/expression/dimension.ts';
import type { Expression } from '../../src/expression/expression.ts';
import { isPrime, LEAST_PRIME } from '../../src/number/prime.ts';
import { stream } from '../../src/number/random.ts';
import { rational } from '../../src/number/rational.ts';
import { verify } from '../../src/verify/index.ts';
import { FALSE, statement, sym, TRUE } from '../evaluate/statements.ts';

const judged = (lhs: Expression, rhs: Expression, seed = 'verify', options = {}) =>
  verify(statement(lhs, rhs), stream(seed, 'test'), options);
const shapes = (lhs: Expression, rhs: Expression): readonly string[] => {
  const answer = judged(lhs, rhs);
  return answer.outcome === 'equal' ? answer.shapes : [answer.outcome];
};
const reason = (lhs: Expression, rhs: Expression): string => {
  const answer = judged(lhs, rhs);
  return answer.outcome === 'abstained' ? answer.reason : answer.outcome;
};
const { symbol: of, product: p, transpose: t, inverse: inv } = make;

describe('true statements are equal', () => {
  test.each(TRUE)('%s', (_, lhs, rhs) => {
    const answer = judged(lhs, rhs);
    expect(answer).toMatchObject({ outcome: 'equal' });
    if (answer.outcome === 'equal') expect(answer.log2ErrorProbability).toBeLessThan(-100);
  });
});
describe('false statements are different', () => {
  test.each(FALSE)('%s', (_, lhs, rhs) => expect(judged(lhs, rhs).outcome).toBe('different'));
});

describe('evidence', () => {
  const [A, B] = [of(sym('A', 'k', 'n')), of(sym('B', 'n', 'm'))];
  const [lhs, rhs] = [t(p(A, B)), p(t(B), t(A))];
  test('lists every shape once, with distinct sizes first', () =>
    expect(shapes(t(A), t(A))).toEqual(['n=2, k=3', 'n=3, k=2', 'n=1, k=3', 'n=2, k=2', 'n=1, k=1']));
  test('lists the primes, one per trial', () => {
    const answer = judged(lhs, rhs);
    if (answer.outcome !== 'equal') throw new Error(answer.outcome);
    expect(answer.count).toBe(answer.shapes.length * answer.primes.length);
    expect(answer.primes.every(prime => Number(prime) > LEAST_PRIME && isPrime(Number(prime)))).toBe(true);
  });
  test('the same stream gives the same evidence, another one other primes', () => {
    expect(judged(lhs, rhs)).toEqual(judged(lhs, rhs));
    expect(judged(lhs, rhs)).not.toEqual(judged(lhs, rhs, 'other'));
  });
  test('more trials on request', () => {
    const answer = judged(lhs, rhs, 'verify', { trials: 9 });
    expect(answer).toMatchObject({ count: 45 });
    if (answer.outcome === 'equal') expect(answer.log2ErrorProbability).toBeLessThan(-250);
  });
  test('says where the statement is false', () => {
    const M = of(sym('M', 'n', 'n'));
    expect(judged(t(M), M)).toEqual({ outcome: 'different', sizes: new Map([['n', 2]]) });
  });
  test('statements without sizes', () =>
    expect(shapes(make.number(1), make.sum(make.number(2), make.number(-1)))).toEqual([
      'all sizes are fixed',
    ]));
  test('sizes keep to what structures need', () => {
    const U = of(sym('U', 'n', 'k', 'orthonormal-columns'));
    expect(shapes(p(t(U), U), make.identity(['k']))).toEqual([
      'k=2, n=3',
      'k=1, n=3',
      'k=2, n=2',
      'k=1, n=1',
      'k=3, n=3',
    ]);
  });
  test('sizes with no instance are not listed: an invertible skew matrix has an even size', () => {
    const K = of(sym('K', 'n', 'n', 'skew', 'invertible'));
    expect(shapes(p(K, inv(K)), make.identity(['n']))).toEqual(['n=2', 'n=4']);
  });
});

describe('no prime is fooled', () => {
  const x = of(sym('x', 1));
  const big = (n: bigint): Expression => make.scale(make.number(n), x);
  const primorial = [2_147_483_647n, 2_147_483_629n, 2_147_479_549n, 1_073_741_827n].reduce((a, b) => a * b);
  test.each([2_147_483_647n, primorial])('%s·x ≠ 0', n =>
    expect(judged(big(n), make.number(0)).outcome).toBe('different'),
  );
  test('a third is a third', () =>
    expect(judged(p(make.number(rational(1, 3)), make.number(3)), make.number(1)).outcome).toBe('equal'));
});

describe('every component of a structure counts', () => {
  const n = ['n'];
  test('det Q = 1 holds for rotations only', () =>
    expect(judged(make.determinant(of(sym('Q', 'n', 'n', 'orthogonal'))), make.number(1)).outcome).toBe(
      'different',
    ));
  test('P = I holds for one rank only', () => {
    const P = of(sym('P', 'n', 'n', 'idempotent', 'invertible'));
    expect(shapes(P, make.identity(n))).toEqual(['n=2', 'n=3', 'n=1', 'n=4']);
    const H = of(sym('P', 'n', 'n', 'idempotent'));
    expect(judged(H, make.identity(n)).outcome).toBe('different');
  });
  test('δ_ij = 0 fails at i = j only', () => {
    const [i, j] = [
      { name: 'i', dim: 'n' },
      { name: 'j', dim: 'n' },
    ];
    expect(judged(make.entry(make.identity(n), i, j), make.number(0)).outcome).toBe('different');
  });
  test('R⁴ = I fails for cycles of three only', () => {
    const R = of(sym('R', 'n', 'n', 'permutation'));
    expect(judged(make.power(R, 4), make.identity(n)).outcome).toBe('different');
    expect(judged(make.power(R, 12), make.identity(n)).outcome).toBe('equal');
  });
});

describe('abstains with the reason', () => {
  const [x, X] = [sym('x', 'n'), sym('X', 'n', 'n')];
  const S = sym('S', 'n', 'n', 'symmetric');
  const Q = sym('Q', 'n', 'n', 'orthogonal');
  const d = (e: Expression, ...wrt: string[]): Expression => make.differential(e, wrt);
  const twice = (e: Expression): Expression => make.sum(e, e);
  test.each([
    ['more would have to be known of exp than derivatives', make.elementwise('exp', of(x))],
    ['the matrix function log has no exact values', make.matrixFunction('log', of(X))],
    [
      'the derivative by S, whose entries do not vary freely (symmetric)',
      make.derivative(make.trace(of(S)), S, 'gradient'),
    ],
    ['a second differential by Q leaves its structure', d(d(of(Q), 'Q'), 'Q')],
    [
      'R cannot vary: there are finitely many matrices like it',
      d(of(sym('R', 'n', 'n', 'permutation')), 'R'),
    ],
    [
      'G is skew, orthogonal, and nothing with all of these is drawn',
      of(sym('G', 'n', 'n', 'skew', 'orthogonal')),
    ],
    [
      'both sides are undefined at every instance tried',
      inv(p(of(x), t(of(sym('x', 'n', 1, 'nonzero'))), make.zeros(shape(['n'], ['n'])))),
    ],
    ['there is no instance at small sizes', of(sym('L', 2, 3, 'symmetric'))],
    ['exact trials would take too long', of(sym('B', 10 ** 9, 10 ** 9))],
    ['there is no instance at small sizes', of(sym('W', 10 ** 9, 10 ** 9, 'permutation'))],
    ['the degree is too high for exact trials', make.determinant(of(sym('B', 10 ** 9, 10 ** 9)))],
    ['the degree is too high for exact trials', make.power(of(X), 2 ** 31)],
    ['exact trials would take too long', make.determinant(make.identity(dimension('n', 'n', 7, 7, 7)))],
  ])('%s', (why, e) => expect(reason(e, twice(e))).toBe(why));
  const ones = make.ones(shape(['n'], []));
  test.each([
    ['there is no instance at small sizes', of(sym('v', 'n', 1, 'symmetric'))],
    ['both sides are undefined at every instance tried', inv(p(of(x), t(ones)))],
    ['both sides are undefined at every instance tried', p(inv(p(of(x), t(ones))), of(sym('A', 'n', 'm')))],
  ])('equality where a size is 1 says too little: %s', (why, e) =>
    expect(reason(e, e)).toBe(`${why}, beside those with a size of 1`),
  );
});
