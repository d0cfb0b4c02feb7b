// Eigenvalues and eigenvectors of a symmetric matrix: what holds for every orthogonal Q and every λ behind it is proved, what does not is
// not, and neither is what would need a second motion of the eigenvectors.

import { describe, expect, test } from 'vitest';
import { identity } from '../../src/elaborate/identity.ts';
import { prove } from '../../src/prove/index.ts';

const where = 'A: symmetric n×n, B: n×n, λ: eigenvalue of A, v: unit eigenvector of λ';
const whereAll = 'A: symmetric n×n, λ: eigenvalues of A, v: unit eigenvectors of λ';
const proved = (claim: string, declared = where): string => {
  const { content } = identity({ name: 'a claim', where: declared, claim, source: 'test' }).claims[0]!
    .readings[0]!;
  if (!('statement' in content)) throw new TypeError(`${claim} is no statement`);
  return prove(content.statement).outcome;
};

describe('proved', () => {
  test.each([
    'A v = λ v',
    'vᵀ A = λ vᵀ',
    'vᵀ v = 1',
    'vᵀ A A v = λ²',
    'vᵀ B v = vᵀ Bᵀ v',
    'dλ = vᵀ dA v',
    'vᵀ dv = 0',
    'dvᵀ v = 0',
    'dA v + A dv = dλ v + λ dv',
    'vᵀ A dv = 0',
    'd(v vᵀ) = dv vᵀ + v dvᵀ',
    'd(vᵀ B v) = vᵀ (B + Bᵀ) dv',
    'd(A³) v = λ² dA v + λ A dA v + A² dA v',
    'd(λ²) = 2 λ vᵀ dA v',
  ])('%s', claim => expect(proved(claim)).toBe('proved'));
  test.each(['v_iᵀ v_j = δ_{ij}', 'A = ∑_i λ_i v_i v_iᵀ', 'tr(A) = ∑_i λ_i', 'dλ_i = v_iᵀ dA v_i'])(
    '%s',
    claim => expect(proved(claim, whereAll)).toBe('proved'),
  );
});

describe('not proved', () => {
  test.each([
    'v vᵀ = I_n',
    'vᵀ B v = λ',
    'A v = v',
    'dλ = 2 vᵀ dA v',
    'dλ = vᵀ dA v + vᵀ B v',
    'dv = dA v',
    'd(A v) = dA v',
    'd(vᵀ B v) = 2 vᵀ B dv',
    'dλ v = λ dv',
    // second differentials are beyond
    'd(dλ) = 0',
    'd(dλ) = d(vᵀ dA v)',
  ])('%s', claim => expect(proved(claim)).not.toBe('proved'));
  test.each(['v_iᵀ v_j = 1', 'λ_i = λ_j', 'v_iᵀ dv_j = 0', 'dλ_i = v_jᵀ dA v_j'])('%s', claim =>
    expect(proved(claim, whereAll)).not.toBe('proved'),
  );
});
