// Eigenvalues and eigenvectors, through decompositions that vary, and their derivatives.

import type { IdentityRow } from '../src/elaborate/identity.ts';

export const rows: readonly IdentityRow[] = [
  // functions of diagonalisable matrices
  {
    name: 'trace as the sum of eigenvalues',
    where: 'S: invertible n×n, λ: n',
    claim: 'tr(S diag(λ) S⁻¹) = ∑_i λ_i',
    source: 'Matrix Cookbook 2012, eq. 12, for diagonalisable A',
  },
  {
    name: 'trace of a symmetric matrix as the sum of eigenvalues',
    where: 'Q: orthogonal n×n, λ: n',
    claim: 'tr(Q diag(λ) Qᵀ) = 1_nᵀ λ',
    source: 'Matrix Cookbook 2012, eq. 12, for symmetric A',
  },
  {
    name: 'determinant by eigenvalues',
    where: 'S: invertible n×n, λ: n',
    claim: 'det(S diag(λ) S⁻¹) = det(diag(λ))',
    source: 'Matrix Cookbook 2012, eq. 18, for diagonalisable A',
  },
  {
    name: 'characteristic polynomial by eigenvalues',
    where: 'S: invertible n×n, λ: n, t: scalar',
    claim: 'det(S diag(λ) S⁻¹ − t I_n) = det(diag(λ) − t I_n)',
    source: 'Horn & Johnson 2013, ch. 1',
  },
  {
    name: 'eigenvector equation of a decomposition',
    where: 'S: invertible n×n, λ: n',
    claim: '(S diag(λ) S⁻¹) S = S diag(λ)',
    source: 'Horn & Johnson 2013, ch. 1',
  },
  {
    name: 'one eigenvector of a decomposition',
    where: 'Q: orthogonal n×n, λ: n',
    claim: '[(Q diag(λ) Qᵀ) Q]_{ij} = λ_j Q_{ij}',
    source: 'Horn & Johnson 2013, ch. 1',
  },
  {
    name: 'square of a diagonalisable matrix',
    where: 'S: invertible n×n, λ: n',
    claim: '(S diag(λ) S⁻¹)² = S diag(λ ⊙ λ) S⁻¹',
    source: 'Matrix Cookbook 2012, eq. 491, f the square',
  },
  {
    name: 'cube of a similarity',
    where: 'U: invertible n×n, B: n×n',
    claim: '(U B U⁻¹)³ = U B³ U⁻¹',
    source: 'Matrix Cookbook 2012, eq. 491, f the cube',
  },
  {
    name: 'inverse of a diagonalisable matrix',
    where: 'S: invertible n×n, λ: nonzero n',
    claim: '(S diag(λ) S⁻¹)⁻¹ = S diag(λ)⁻¹ S⁻¹',
    source: 'Horn & Johnson 2013, ch. 1',
  },
  {
    name: 'sum of squares of eigenvalues of a symmetric matrix',
    where: 'Q: orthogonal n×n, λ: n',
    claim: '‖Q diag(λ) Qᵀ‖_F² = λᵀ λ',
    source: 'Horn & Johnson 2013, ch. 1',
  },
  {
    name: 'sum of squares of eigenvalues',
    where: 'S: invertible n×n, λ: n',
    claim: 'tr((S diag(λ) S⁻¹)²) = λᵀ λ',
    source: 'Horn & Johnson 2013, ch. 1',
  },
  {
    name: 'sum of cubes of eigenvalues',
    where: 'S: invertible n×n, λ: n',
    claim: 'tr((S diag(λ) S⁻¹)³) = λᵀ (λ ⊙ λ)',
    source: 'Horn & Johnson 2013, ch. 1',
  },
  {
    name: 'quadratic form in the coordinates of the eigenvectors',
    where: 'Q: orthogonal n×n, λ: n, x: n',
    claim: 'xᵀ Q diag(λ) Qᵀ x = λᵀ ((Qᵀ x) ⊙ (Qᵀ x))',
    source: 'Horn & Johnson 2013, ch. 4',
  },
  {
    name: 'deflation by an eigenvector',
    where: 'Q: orthogonal n×n, λ: n',
    claim: '[(Q diag(λ) Qᵀ − λ_j Q e_j e_jᵀ Qᵀ) Q]_{ij} = 0',
    source: 'Horn & Johnson 2013, ch. 1',
  },
  {
    name: 'eigenvalues shift with the identity',
    where: 'S: invertible n×n, λ: n, t: scalar',
    claim: 'S diag(λ) S⁻¹ + t I_n = S diag(λ + t 1_n) S⁻¹',
    source: 'Horn & Johnson 2013, ch. 1',
  },
  // Kronecker products
  {
    name: 'the Kronecker factors exchanged by a similarity',
    where: 'A: m×m, B: n×n',
    claim: 'K_{nm} (A ⊗ B) K_{mn} = B ⊗ A',
    source: 'Matrix Cookbook 2012, eq. 517, the similarity behind it',
  },
  {
    name: 'eigenvalues of a Kronecker product',
    where: 'S: invertible m×m, T: invertible n×n, a: m, b: n',
    claim: '(S diag(a) S⁻¹) ⊗ (T diag(b) T⁻¹) = (S ⊗ T) diag(a ⊗ b) (S ⊗ T)⁻¹',
    source: 'Matrix Cookbook 2012, eqs. 518 and 519, for diagonalisable factors',
  },
  {
    name: 'eigenvalues of a Kronecker sum',
    where: 'S: invertible m×m, T: invertible n×n, a: m, b: n',
    claim: '(S diag(a) S⁻¹) ⊗ I_n + I_m ⊗ (T diag(b) T⁻¹) = (S ⊗ T) diag(a ⊗ 1_n + 1_m ⊗ b) (S ⊗ T)⁻¹',
    source: 'Horn & Johnson 1991, ch. 4',
  },
  // derivatives
  {
    name: 'differential of the eigenvalues of a symmetric matrix',
    where: 'Q: orthogonal n×n, λ: n',
    claim: 'diag(Qᵀ d(Q diag(λ) Qᵀ) Q) = dλ',
    source: 'Matrix Cookbook 2012, eq. 67',
  },
  {
    name: 'differential of the eigenvalues of a diagonalisable matrix',
    where: 'S: invertible n×n, λ: n',
    claim: 'diag(S⁻¹ d(S diag(λ) S⁻¹) S) = dλ',
    source: 'Magnus & Neudecker 2019, ch. 8',
  },
  {
    name: 'differential of a diagonalisable matrix in the basis of its eigenvectors',
    where: 'S: invertible n×n, λ: n',
    claim: 'S⁻¹ d(S diag(λ) S⁻¹) S = diag(dλ) + S⁻¹ dS diag(λ) − diag(λ) S⁻¹ dS',
    source: 'Magnus & Neudecker 2019, ch. 8',
  },
  {
    name: 'differential of an eigenvector, multiplied out',
    where: 'S: invertible n×n, λ: n',
    claim: 'S⁻¹ d(S diag(λ) S⁻¹) S − diag(dλ) = (S⁻¹ dS) diag(λ) − diag(λ) (S⁻¹ dS)',
    source: 'Matrix Cookbook 2012, eq. 68, multiplied by what stands before the differential',
  },
  {
    name: 'an orthogonal matrix moves by a skew one',
    where: 'Q: orthogonal n×n',
    claim: 'Qᵀ dQ + (dQ)ᵀ Q = 0',
    source: 'Magnus & Neudecker 2019, ch. 8',
  },
  {
    name: 'gradient of an eigenvalue as a quotient of forms',
    where: 'A: n×n, u: n, v: n',
    claim: '∂(\\frac{uᵀ A v}{uᵀ v})/∂A = \\frac{u vᵀ}{uᵀ v}',
    layout: 'gradient',
    source: 'Magnus & Neudecker 2019, ch. 8',
  },
  {
    name: 'the Rayleigh quotient is stationary at eigenvectors, multiplied out',
    where: 'A: symmetric n×n, x: n',
    claim: '½ (xᵀ x)² ∂(\\frac{xᵀ A x}{xᵀ x})/∂x = (xᵀ x) A x − (xᵀ A x) x',
    layout: 'gradient',
    source: 'Horn & Johnson 2013, ch. 4',
  },
  {
    name: 'variance along a principal direction',
    where: 'Q: orthogonal n×n, λ: n',
    claim: 'diag(Qᵀ Q diag(λ) Qᵀ Q) = λ',
    source: 'Bishop 2006, §12.1',
  },
  {
    name: 'whitening by a decomposition',
    where: 'Q: orthogonal n×n, λ: nonzero n',
    claim: 'diag(λ)⁻¹ Qᵀ Q diag(λ) Qᵀ Q = I_n',
    source: 'Bishop 2006, §12.1',
  },
  {
    name: 'the residual of principal components',
    where: 'Q: orthogonal n×n, λ: n, W: diagonal idempotent n×n',
    claim: 'tr((I_n − Q W Qᵀ) Q diag(λ) Qᵀ (I_n − Q W Qᵀ)) = tr((I_n − W) diag(λ))',
    source: 'Bishop 2006, §12.1',
  },
  {
    name: 'differential of a trace of powers by eigenvalues',
    where: 'Q: orthogonal n×n, λ: n',
    claim: 'd(tr((Q diag(λ) Qᵀ)³)) = 3 (λ ⊙ λ)ᵀ dλ',
    source: 'Magnus & Neudecker 2019, ch. 8',
  },
];
