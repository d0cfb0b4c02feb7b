// Norms of matrices other than Frobenius's: spectral, nuclear, sums of rows and columns, largest entry; and their derivatives.

import type { IdentityRow } from '../src/elaborate/identity.ts';

export const rows: readonly IdentityRow[] = [
  // largest entries and largest sums
  {
    name: '∞-norm of a vector as its largest entry',
    where: 'x: n',
    claim: '‖x‖_∞ = max(abs(x))',
    source: 'Matrix Cookbook 2012, eq. 528',
  },
  {
    name: 'one-norm of a matrix as its largest sum of a column',
    where: 'A: m×n',
    claim: '‖A‖_1 = \\max_j ∑_i abs(A_{ij})',
    source: 'Matrix Cookbook 2012, eq. 537',
  },
  {
    name: '∞-norm of a matrix as its largest sum of a row',
    where: 'A: m×n',
    claim: '‖A‖_∞ = \\max_i ∑_j abs(A_{ij})',
    source: 'Matrix Cookbook 2012, eq. 540',
  },
  {
    name: 'max norm of a matrix as its largest entry',
    where: 'A: m×n',
    claim: '‖A‖_{max} = \\max_{i,j} abs(A_{ij})',
    source: 'Matrix Cookbook 2012, eq. 542',
  },
  {
    name: 'one-norm of a transpose',
    where: 'A: m×n',
    claim: '‖Aᵀ‖_1 = ‖A‖_∞',
    source: 'Horn & Johnson 2013, ch. 5',
  },
  {
    name: 'homogeneity of the ∞-norm',
    where: 'c: scalar, x: n',
    claim: '‖c x‖_∞ = abs(c) ‖x‖_∞',
    source: 'Matrix Cookbook 2012, eq. 531',
  },
  // spectral norm
  {
    name: 'spectral norm as the root of an eigenvalue',
    where: 'A: m×n',
    claim: '‖A‖_2 = \\sqrt{λ_{\\max}(Aᵀ A)}',
    source: 'Matrix Cookbook 2012, eq. 538',
  },
  {
    name: 'spectral norm as a singular value',
    where: 'A: m×n',
    claim: '‖A‖_2 = σ_1(A)',
    source: 'Horn & Johnson 2013, ch. 5',
  },
  {
    name: 'spectral norm of a transpose',
    where: 'A: m×n',
    claim: '‖Aᵀ‖_2 = ‖A‖_2',
    source: 'Horn & Johnson 2013, ch. 5',
  },
  {
    name: 'spectral norm under orthogonal matrices',
    where: 'Q: orthogonal m×m, A: m×n, P: orthogonal n×n',
    claim: '‖Q A P‖_2 = ‖A‖_2',
    source: 'Horn & Johnson 2013, ch. 5',
  },
  {
    name: 'spectral norm of a Gram matrix',
    where: 'A: m×n',
    claim: '‖A Aᵀ‖_2 = ‖A‖_2²',
    source: 'Horn & Johnson 2013, ch. 5',
  },
  {
    name: 'spectral norm of an outer product',
    where: 'x: m, y: n',
    claim: '‖x yᵀ‖_2 = ‖x‖ ‖y‖',
    source: 'Horn & Johnson 2013, ch. 5',
  },
  {
    name: 'spectral norm of a Kronecker product',
    where: 'A: m×n, B: p×q',
    claim: '‖A ⊗ B‖_2 = ‖A‖_2 ‖B‖_2',
    source: 'Horn & Johnson 1991, ch. 4',
  },
  {
    name: 'spectral norm of a diagonal matrix',
    where: 'a: n',
    claim: '‖diag(a)‖_2 = ‖a‖_∞',
    source: 'Horn & Johnson 2013, ch. 5',
  },
  {
    name: 'spectral norm of an inverse',
    where: 'A: invertible n×n',
    claim: '‖A⁻¹‖_2 = \\frac{1}{σ_{\\min}(A)}',
    source: 'Golub & Van Loan 2013, §2.6',
  },
  {
    name: 'spectral norm of a positive-definite matrix',
    where: 'S: positive-definite n×n',
    claim: '‖S‖_2 = λ_{\\max}(S)',
    source: 'Horn & Johnson 2013, ch. 5',
  },
  {
    name: 'condition number of a positive-definite matrix',
    where: 'S: positive-definite n×n',
    claim: '‖S‖_2 ‖S⁻¹‖_2 = \\frac{λ_{\\max}(S)}{λ_{\\min}(S)}',
    source: 'Matrix Cookbook 2012, eq. 545',
  },
  {
    name: 'gradient of the spectral norm',
    where:
      'X: m×n, σ: largest singular value of X, u: left singular vector of σ, v: right singular vector of σ',
    claim: '∂(‖X‖_2)/∂X = u vᵀ',
    layout: 'gradient',
    source: 'Giles 2008, §3.2',
  },
  {
    name: 'gradient of the squared spectral norm',
    where:
      'X: m×n, σ: largest singular value of X, u: left singular vector of σ, v: right singular vector of σ',
    claim: '∂(‖X‖_2²)/∂X = 2 σ u vᵀ',
    layout: 'gradient',
    source: 'Giles 2008, §3.2',
  },
  // nuclear norm
  {
    name: 'nuclear norm as the sum of singular values',
    where: 'A: full-column-rank m×n',
    claim: '‖A‖_* = ∑_i σ_i(A)',
    source: 'Matrix Cookbook 2012, eq. 543',
  },
  {
    name: 'nuclear norm as the trace of a root',
    where: 'A: full-column-rank m×n',
    claim: '‖A‖_* = tr((Aᵀ A)^{1/2})',
    source: 'Horn & Johnson 2013, ch. 5',
  },
  {
    name: 'nuclear norm of a decomposition',
    where: 'U: orthonormal-columns m×n, s: nonzero n, V: orthogonal n×n',
    claim: '‖U diag(s) Vᵀ‖_* = 1_nᵀ abs(s)',
    source: 'Horn & Johnson 2013, ch. 5',
  },
  {
    name: 'gradient of the nuclear norm',
    where: 'A: full-column-rank m×n',
    claim: '∂(‖A‖_*)/∂A = A (Aᵀ A)^{-1/2}',
    layout: 'gradient',
    source: 'Watson 1992, the subdifferential at full rank',
  },
  {
    name: 'gradient of the nuclear norm by singular vectors',
    where:
      'X: full-column-rank m×n, σ: singular values of X, u: left singular vectors of σ, v: right singular vectors of σ',
    claim: '∂(‖X‖_*)/∂X = ∑_i u_i v_iᵀ',
    layout: 'gradient',
    source: 'Watson 1992, the subdifferential at full rank',
  },
];
