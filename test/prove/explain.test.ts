// What a reader sees: both sides in index notation, terms that do not cancel, conditions and rewrites, vacuous claims.

import { expect, test } from 'vitest';
import * as make from '../../src/expression/build.ts';
import type { Expression } from '../../src/expression/expression.ts';
import { explain, prove } from '../../src/prove/index.ts';
import { statement, sym } from './claims.ts';

const { product: mul, hadamard: had, transpose: T, sum, scale, number, trace: tr } = make;
type E = Expression;
const [A, B, S, Q, W, x] = [
  sym('A', 'n', 'n'),
  sym('B', 'n', 'n'),
  sym('S', 'n', 'n', 'symmetric'),
  sym('Q', 'n', 'n', 'orthogonal'),
  sym('W', 'n', 'n', 'diagonal'),
  sym('x', 'n'),
].map(make.symbol) as [E, E, E, E, E, E];
const two = (e: E): E => scale(number(2), e);
const X = sym('A', 'n', 'n');

const leftover = (name: string, lhs: E, rhs: E, left: string[], right: string[]): void =>
  test(name, () => {
    const explained = explain(statement(lhs, rhs));
    const rows = 'rows' in explained ? explained.rows.filter(row => !row.agrees) : [];
    expect(rows.flatMap(row => row.left ?? [])).toEqual(left);
    expect(rows.flatMap(row => row.right ?? [])).toEqual(right);
  });
leftover('a lost factor 2', two(mul(A, B)), mul(A, B), ['2 Σ_a A_{ia} B_{aj}'], ['Σ_a A_{ia} B_{aj}']);
leftover('a lost transpose', mul(A, x), mul(T(A), x), ['Σ_a A_{ia} x_a'], ['Σ_a A_{ai} x_a']);
leftover('a lost term', sum(A, W), A, ['W_{ii} δ_{ij}'], []);
leftover('a size', tr(make.identity(['n'])), number(1), ['n'], ['1']);
leftover(
  'a differential',
  make.differential(had(A, A), ['A']),
  had(A, make.differential(A, ['A'])),
  ['2 A_{ij} dA_{ij}'],
  ['A_{ij} dA_{ij}'],
);
leftover('an inverse', make.inverse(A), A, ['[A_{αβ}]⁻¹_{ij}'], ['A_{ij}']);
leftover('an entrywise function', make.elementwise('φ', mul(A, x), 1), x, ['φ′(Σ_a A_{ia} x_a)'], ['x_i']);
leftover('a picked entry', scale(make.entry(A, 1, 2), x), x, ['x_i A_{12}'], ['x_i']);
leftover('a unit vector', make.unit(['n'], 2), make.zeros({ rows: ['n'], cols: [] }), ['δ_{i2}'], []);
leftover(
  'a free index',
  make.entry(A, { name: 'i', dim: 'n' }, { name: 'j', dim: 'n' }),
  make.entry(B, { name: 'i', dim: 'n' }, { name: 'j', dim: 'n' }),
  ['A_{ij}'],
  ['B_{ij}'],
);
leftover(
  'a free index beside open ones',
  scale(make.entry(x, { name: 'i', dim: 'n' }, 1), mul(A, x)),
  make.zeros({ rows: ['n'], cols: [] }),
  ['Σ_a A_{ja} x_a x_i'],
  [],
);

test('both sides of a true claim are the same text', () => {
  const lhs = make.derivative(tr(mul(T(A), S, A)), X, 'gradient');
  const answer = explain(statement(lhs, two(mul(S, A))));
  expect(answer).toEqual({
    open: ['i', 'j'],
    rows: [{ left: '2 Σ_a S_{ia} A_{aj}', right: '2 Σ_a S_{ia} A_{aj}', agrees: true, extra: null }],
    rewrites: [],
    given: ['S symmetric'],
    convention: null,
    decided: 'proved',
    largest: 3,
  });
});
test('the order of writing does not show', () => {
  const rows = (e: E): unknown => explain(statement(e, e));
  expect(rows(tr(mul(A, B, S)))).toEqual(rows(tr(mul(S, T(mul(T(B), T(A)))))));
});

const proof = (lhs: E, rhs: E) => {
  const answer = prove(statement(lhs, rhs));
  if (answer.outcome !== 'proved') throw new Error(JSON.stringify(answer));
  return answer;
};
test('conditions and rewrites are named', () => {
  const answer = proof(mul(T(Q), S, make.inverse(S), Q), make.identity(['n']));
  expect(answer.given).toEqual(expect.arrayContaining(['S invertible', 'Q orthogonal']));
  expect(answer.rewrites).toEqual(expect.arrayContaining(['M M⁻¹ = I', 'QᵀQ = I']));
});
test('symmetry that was used is named, symmetry that was not is not', () => {
  expect(proof(T(S), S).given).toEqual(['S symmetric']);
  expect(proof(mul(A, B), make.transpose(mul(T(B), T(A)))).given).toEqual([]);
});
test('vacuous: literally the same on both sides', () => {
  expect(proof(mul(A, B), mul(A, B)).vacuous).toBe(true);
  expect(proof(sum(A, B), sum(B, A)).vacuous).toBe(false);
  expect(proof(make.unit(['n'], 1), make.unit(['n'], 1)).vacuous).toBe(true);
});
test('complete where different normal forms mean different values', () => {
  const complete = (lhs: E, rhs: E): unknown => {
    const answer = prove(statement(lhs, rhs));
    return answer.outcome === 'unequal' && answer.complete;
  };
  expect(complete(mul(A, B), mul(B, A))).toBe(true);
  expect(complete(mul(A, S), mul(W, A))).toBe(true);
  expect(complete(mul(A, Q), mul(Q, A))).toBe(false);
  expect(complete(make.inverse(A), A)).toBe(false);
  expect(complete(make.ones({ rows: [3], cols: [] }), make.zeros({ rows: [3], cols: [] }))).toBe(false);
});
test('a spent budget is said', () => {
  const big = make.power(sum(A, B), 8);
  expect(prove(statement(big, big), { budget: 100 })).toEqual({
    outcome: 'abstained',
    reason: 'the budget of 100 terms was spent',
  });
});
