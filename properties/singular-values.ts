// Singular values and singular vectors, and their derivatives.

import type { IdentityRow } from '../src/elaborate/identity.ts';

export const rows: readonly IdentityRow[] = [
  {
    name: 'a matrix takes a right singular vector to the left one',
    where: 'X: m×n, σ: singular value of X, u: left singular vector of σ, v: right singular vector of σ',
    claim: 'X v = σ u',
    source: 'Horn & Johnson 2013, ch. 2',
  },
  {
    name: 'a transpose takes a left singular vector to the right one',
    where: 'X: m×n, σ: singular value of X, u: left singular vector of σ, v: right singular vector of σ',
    claim: 'Xᵀ u = σ v',
    source: 'Horn & Johnson 2013, ch. 2',
  },
  {
    name: 'a singular value as a bilinear form',
    where: 'X: m×n, σ: singular value of X, u: left singular vector of σ, v: right singular vector of σ',
    claim: 'uᵀ X v = σ',
    source: 'Horn & Johnson 2013, ch. 2',
  },
  {
    name: 'singular value decomposition as a sum',
    where:
      'X: full-column-rank m×n, σ: singular values of X, u: left singular vectors of σ, v: right singular vectors of σ',
    claim: 'X = ∑_i σ_i u_i v_iᵀ',
    source: 'Horn & Johnson 2013, ch. 2',
  },
  {
    name: 'squared Frobenius norm by singular values',
    where:
      'X: full-column-rank m×n, σ: singular values of X, u: left singular vectors of σ, v: right singular vectors of σ',
    claim: '‖X‖_F² = ∑_i σ_i²',
    source: 'Horn & Johnson 2013, ch. 5',
  },
  {
    name: 'squared singular values as eigenvalues of the Gram matrix',
    where: 'X: full-column-rank m×n',
    claim: 'σ_i(X)² = λ_i(Xᵀ X)',
    source: 'Horn & Johnson 2013, ch. 2',
  },
  {
    name: 'differential of a singular value',
    where: 'X: m×n, σ: singular value of X, u: left singular vector of σ, v: right singular vector of σ',
    claim: 'dσ = uᵀ dX v',
    source: 'Giles 2008, §3.2',
  },
  {
    name: 'gradient of a singular value',
    where: 'X: m×n, σ: singular value of X, u: left singular vector of σ, v: right singular vector of σ',
    claim: '∂σ/∂X = u vᵀ',
    layout: 'gradient',
    source: 'Giles 2008, §3.2',
  },
  {
    name: 'gradient of each of distinct singular values',
    where:
      'X: full-column-rank m×n, σ: singular values of X, u: left singular vectors of σ, v: right singular vectors of σ',
    claim: '∂σ_i/∂X = u_i v_iᵀ',
    layout: 'gradient',
    source: 'Giles 2008, §3.2',
  },
];
