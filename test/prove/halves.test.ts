// vech, the duplication and the elimination matrix, proved for every n. Magnus & Neudecker 2019, ch. 3.8, and their 1980 paper.

import { describe, expect, test } from 'vitest';
import * as make from '../../src/expression/build.ts';
import type { Expression } from '../../src/expression/expression.ts';
import type { Statement } from '../../src/expression/judgement.ts';
import type { Sym } from '../../src/expression/symbol.ts';
import { stream } from '../../src/number/random.ts';
import { rational } from '../../src/number/rational.ts';
import { prove } from '../../src/prove/index.ts';
import { verify } from '../../src/verify/index.ts';
import { sym } from './claims.ts';

const symbols: Sym[] = [sym('A', 'n', 'n'), sym('B', 'n', 'n'), sym('S', 'n', 'n', 'symmetric')];
const [A, B, S] = symbols.map(make.symbol) as [Expression, Expression, Expression];
const n = ['n'];
const { product: mul, sum, transpose: T, vec, vech } = make;
const D = make.duplication(n);
const L = make.elimination(n);
const K = make.commutation(n, n);
const I = make.identity(['n', 'n']);
const N = make.scale(make.number(rational(1, 2)), sum(I, K));
const half = make.identity(make.elimination(n).shape.rows);

const statement = (lhs: Expression, rhs: Expression): Statement => ({ lhs, rhs, symbols, dimensions: n });

const PROVED: readonly [string, Expression, Expression][] = [
  ['vec S = D vech S', vec(S), mul(D, vech(S))],
  ['L vec A = vech A', mul(L, vec(A)), vech(A)],
  ['L D = I', mul(L, D), half],
  ['L Lᵀ = I', mul(L, T(L)), half],
  ['K D = D', mul(K, D), D],
  ['N D = D', mul(N, D), D],
  ['D L N = N', mul(D, L, N), N],
  ['D L vec S = vec S', mul(D, L, vec(S)), vec(S)],
  ['D vech A for A + Aᵀ', mul(D, vech(sum(A, T(A)))), vec(sum(A, T(A)))],
  ['D⁺ D = I', mul(make.pseudoInverse(D), D), half],
  ['D D⁺ = N', mul(D, make.pseudoInverse(D)), N],
  ['D⁺ = (DᵀD)⁻¹ Dᵀ', make.pseudoInverse(D), mul(make.inverse(mul(T(D), D)), T(D))],
  [
    'D⁺ vec A = vech of the symmetric part',
    mul(make.pseudoInverse(D), vec(A)),
    make.scale(make.number(rational(1, 2)), vech(sum(A, T(A)))),
  ],
  ['tr S² = vech(S)ᵀ DᵀD vech(S)', make.trace(mul(S, S)), mul(T(vech(S)), T(D), D, vech(S))],
  ['vech of a Hadamard product', vech(make.hadamard(A, B)), make.hadamard(vech(A), vech(B))],
  ['D Dᵀ vec I', mul(D, T(D), vec(make.identity(n))), vec(make.identity(n))],
  [
    'Dᵀ vec A',
    mul(T(D), vec(A)),
    vech(sum(A, T(A), make.scale(make.number(-1), make.diag(make.diagonal(A))))),
  ],
  ['1ᵀ vech 11ᵀ', mul(T(vech(make.ones(S.shape))), vech(make.ones(S.shape))), make.size(half.shape.rows)],
  ['d vech A = L vec dA', make.differential(vech(A), ['A']), mul(L, vec(make.differential(A, ['A'])))],
  ['∂ vech A / ∂ vec A = L', make.derivative(vech(A), symbols[0]!, 'numerator'), L],
  [
    'D⁺ (A ⊗ A) D of a product',
    mul(make.pseudoInverse(D), make.kronecker(mul(A, B), mul(A, B)), D),
    mul(make.pseudoInverse(D), make.kronecker(A, A), D, make.pseudoInverse(D), make.kronecker(B, B), D),
  ],
];
const FALSE: readonly [string, Expression, Expression][] = [
  ['vec A = D vech A', vec(A), mul(D, vech(A))],
  ['D L = I', mul(D, L), I],
  ['D L = N', mul(D, L), N],
  ['DᵀD = I', mul(T(D), D), half],
  ['D = Lᵀ', D, T(L)],
  ['vech A = vech Aᵀ', vech(A), vech(T(A))],
  ['D⁺ = L', make.pseudoInverse(D), L],
  ['Dᵀ vec A = vech A + vech Aᵀ', mul(T(D), vec(A)), sum(vech(A), vech(T(A)))],
];

describe('proved for every n, and found equal by exact trials', () => {
  test.each(PROVED)('%s', (_, lhs, rhs) => {
    expect(prove(statement(lhs, rhs))).toMatchObject({ outcome: 'proved' });
    expect(verify(statement(lhs, rhs), stream('halves', 'test'))).toMatchObject({ outcome: 'equal' });
  });
});
describe('neither proved nor found equal', () => {
  test.each(FALSE)('%s', (_, lhs, rhs) => {
    expect(prove(statement(lhs, rhs)).outcome).not.toBe('proved');
    expect(verify(statement(lhs, rhs), stream('halves', 'test'))).toMatchObject({ outcome: 'different' });
  });
});
