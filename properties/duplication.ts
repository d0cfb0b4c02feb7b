// The half-vectorisation vech, the duplication matrix D_n and the elimination matrix L_n: vec(S) = D_n vech(S) for symmetric S, vech(A) = L_n vec(A).

import type { IdentityRow } from '../src/elaborate/identity.ts';

export const rows: readonly IdentityRow[] = [
  // what they do
  {
    name: 'what the duplication matrix does',
    where: 'S: symmetric n×n',
    claim: 'vec(S) = D_n vech(S)',
    source: 'Magnus & Neudecker 2019, ch. 3 §8',
  },
  {
    name: 'what the elimination matrix does',
    where: 'A: n×n',
    claim: 'vech(A) = L_n vec(A)',
    source: 'Magnus & Neudecker 1980',
  },
  {
    name: 'vech of a symmetric part',
    where: 'A: n×n',
    claim: 'D_n vech(A + Aᵀ) = vec(A + Aᵀ)',
    source: 'Magnus & Neudecker 2019, ch. 3 §8',
  },
  {
    name: 'vech is linear',
    where: 'A: n×n, B: n×n, α: scalar',
    claim: 'vech(A + α B) = vech(A) + α vech(B)',
    source: 'Magnus & Neudecker 2019, ch. 3 §8',
  },
  {
    name: 'eliminating what was duplicated',
    where: 'A: n×n',
    claim: 'L_n D_n vech(A) = vech(A)',
    source: 'Magnus & Neudecker 1980',
  },
  {
    name: 'duplicating what was eliminated from a symmetric matrix',
    where: 'S: symmetric n×n',
    claim: 'D_n L_n vec(S) = vec(S) \\quad \\text{(duplication and elimination matrices)}',
    source: 'Magnus & Neudecker 1980',
  },
  {
    name: 'vech of an outer product',
    where: 'x: n',
    claim: 'D_n vech(x xᵀ) = x ⊗ x',
    source: 'Magnus & Neudecker 2019, ch. 3 §8',
  },
  {
    name: 'vech of a diagonal matrix',
    where: 'x: n',
    claim: 'D_n vech(diag(x)) = vec(diag(x))',
    source: 'Magnus & Neudecker 2019, ch. 3 §8',
  },
  // products of the special matrices
  {
    name: 'elimination times duplication is idempotent',
    where: '',
    claim: 'L_n D_n = L_n D_n L_n D_n \\quad \\text{(duplication and elimination matrices)}',
    source: 'Magnus & Neudecker 1980',
  },
  {
    name: 'commuting a duplication matrix',
    where: '',
    claim: 'K_{nn} D_n = D_n \\quad \\text{(duplication matrix)}',
    source: 'Magnus & Neudecker 2019, ch. 3 §8',
  },
  {
    name: 'commuting before eliminating a symmetric part',
    where: 'A: n×n',
    claim: 'L_n K_{nn} vec(A) = vech(Aᵀ)',
    source: 'Magnus & Neudecker 1980',
  },
  {
    name: 'duplication and elimination make the symmetriser',
    where: '',
    claim:
      'D_n L_n (I_n ⊗ I_n + K_{nn}) = I_n ⊗ I_n + K_{nn} \\quad \\text{(duplication and elimination matrices)}',
    source: 'Magnus & Neudecker 1980',
  },
  {
    name: 'transposed duplication of a transpose',
    where: 'A: n×n',
    claim: 'D_nᵀ vec(A) = D_nᵀ vec(Aᵀ) \\quad \\text{(duplication matrix)}',
    source: 'Magnus & Neudecker 2019, ch. 3 §8',
  },
  {
    name: 'duplication transposed and commuted',
    where: '',
    claim: 'D_nᵀ K_{nn} = D_nᵀ \\quad \\text{(duplication matrix)}',
    source: 'Magnus & Neudecker 2019, ch. 3 §8',
  },
  {
    name: 'inner product of symmetric matrices by their halves',
    where: 'S: symmetric n×n, B: symmetric n×n',
    claim: 'vech(S)ᵀ D_nᵀ D_n vech(B) = tr(S B)',
    source: 'Magnus & Neudecker 2019, ch. 3 §8',
  },
  {
    name: 'inner product with a symmetric matrix',
    where: 'A: n×n, S: symmetric n×n',
    claim: '(D_nᵀ vec(A))ᵀ vech(S) = tr(Aᵀ S)',
    source: 'Magnus & Neudecker 2019, ch. 3 §8',
  },
  // congruences
  {
    name: 'vech of a congruence',
    where: 'A: n×n, S: symmetric n×n',
    claim: 'vech(A S Aᵀ) = L_n (A ⊗ A) D_n vech(S)',
    source: 'Magnus & Neudecker 2019, ch. 3 §8',
  },
  {
    name: 'a congruence keeps what the duplication matrix makes',
    where: 'A: n×n',
    claim: 'D_n L_n (A ⊗ A) D_n = (A ⊗ A) D_n \\quad \\text{(duplication and elimination matrices)}',
    source: 'Magnus & Neudecker 2019, ch. 3 §8',
  },
  {
    name: 'congruences multiply through elimination',
    where: 'A: n×n, B: n×n',
    claim:
      'L_n (A ⊗ A) D_n L_n (B ⊗ B) D_n = L_n (A B ⊗ A B) D_n \\quad \\text{(duplication and elimination matrices)}',
    source: 'Magnus & Neudecker 2019, ch. 3 §8',
  },
  {
    name: 'the identity congruence',
    where: 'S: symmetric n×n',
    claim: 'L_n (I_n ⊗ I_n) D_n vech(S) = vech(S)',
    source: 'Magnus & Neudecker 2019, ch. 3 §8',
  },
  {
    name: 'inverse congruence through elimination',
    where: 'A: invertible n×n, X: n×n',
    claim: 'L_n (A⁻¹ ⊗ A⁻¹) D_n L_n (A ⊗ A) D_n vech(X) = vech(X)',
    source: 'Magnus & Neudecker 2019, ch. 3 §8',
  },
  // differentials
  {
    name: 'differential of vech',
    where: 'X: n×n',
    claim: 'd(vech(X)) = vech(dX)',
    source: 'Magnus & Neudecker 2019, ch. 3 §8',
  },
  {
    name: 'differential of a square by its half',
    where: 'X: symmetric n×n',
    claim: 'd(vech(X²)) = L_n (I_n ⊗ X + X ⊗ I_n) D_n vech(dX)',
    source: 'Magnus & Neudecker 2019, ch. 3 §8',
  },
  {
    name: 'differential of an inverse by its half',
    where: 'X: symmetric invertible n×n',
    claim: 'd(vech(X⁻¹)) = −L_n (X⁻¹ ⊗ X⁻¹) D_n vech(dX)',
    source: 'Magnus & Neudecker 2019, ch. 3 §8',
  },
  {
    name: 'differential of a congruence by its half',
    where: 'A: n×n, X: symmetric n×n',
    claim: 'd(vech(A X Aᵀ)) = L_n (A ⊗ A) D_n vech(dX)',
    source: 'Magnus & Neudecker 2019, ch. 3 §8',
  },
  {
    name: 'differential of a log determinant by the half',
    where: 'X: positive-definite n×n',
    claim: 'd(log(det(X))) = (D_nᵀ vec(X⁻¹))ᵀ vech(dX)',
    source: 'Magnus & Neudecker 2019, ch. 3 §8',
  },
  {
    name: 'quadratic form by the half',
    where: 'S: symmetric n×n, x: n',
    claim: 'xᵀ S x = (x ⊗ x)ᵀ D_n vech(S)',
    source: 'Magnus & Neudecker 2019, ch. 3 §8',
  },
];
