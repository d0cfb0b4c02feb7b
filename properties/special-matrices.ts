// Single-entry, Toeplitz, shift, permutation, nilpotent and orthogonal skew matrices.

import type { IdentityRow } from '../src/elaborate/identity.ts';

export const rows: readonly IdentityRow[] = [
  // single-entry matrices J = e_i e_jᵀ
  {
    name: 'a single-entry matrix picks an entry',
    where: 'x: 4',
    claim:
      '\\begin{bmatrix} 0 & 0 & 0 & 0 \\\\ 0 & 0 & 1 & 0 \\\\ 0 & 0 & 0 & 0 \\\\ 0 & 0 & 0 & 0 \\end{bmatrix} x = \\begin{bmatrix} 0 \\\\ [x]_3 \\\\ 0 \\\\ 0 \\end{bmatrix}',
    source: 'Matrix Cookbook 2012, eq. 443, what the example of J does to a vector',
  },
  {
    name: 'a single-entry matrix on the right moves a column',
    where: 'A: n×m',
    claim: '[A e_i e_jᵀ]_{kl} = A_{ki} δ_{jl}',
    source: 'Matrix Cookbook 2012, eq. 444',
  },
  {
    name: 'a single-entry matrix on the left moves a row',
    where: 'A: m×n',
    claim: '[e_i e_jᵀ A]_{kl} = δ_{ik} A_{jl}',
    source: 'Matrix Cookbook 2012, eq. 445',
  },
  {
    name: 'product of single-entry matrices',
    where: 'A: n×n',
    claim: '[e_i e_jᵀ e_k e_lᵀ A]_{rs} = δ_{ir} δ_{jk} A_{ls}',
    source: 'Matrix Cookbook 2012, §9.7',
  },
  {
    name: 'a single-entry matrix times its transpose',
    where: 'A: n×n',
    claim: '[e_i e_jᵀ e_j e_iᵀ A]_{kl} = [e_i e_iᵀ A]_{kl}',
    source: 'Matrix Cookbook 2012, §9.7',
  },
  {
    name: 'structure matrix of a symmetric matrix',
    where: 'X: symmetric n×n',
    claim: '∂X_{kl}/∂X_{ij} = δ_{ik} δ_{jl} + δ_{jk} δ_{il} − δ_{ij} δ_{ik} δ_{jl}',
    source: 'Matrix Cookbook 2012, eqs. 134 and 458',
  },
  // Toeplitz matrices, of size three
  {
    name: 'a Toeplitz matrix by its diagonals',
    where: 'a: scalar, b: scalar, c: scalar, p: scalar, q: scalar',
    claim:
      '\\begin{bmatrix} a & b & c \\\\ p & a & b \\\\ q & p & a \\end{bmatrix} = a \\begin{bmatrix} 1 & 0 & 0 \\\\ 0 & 1 & 0 \\\\ 0 & 0 & 1 \\end{bmatrix} + b \\begin{bmatrix} 0 & 1 & 0 \\\\ 0 & 0 & 1 \\\\ 0 & 0 & 0 \\end{bmatrix} + c \\begin{bmatrix} 0 & 0 & 1 \\\\ 0 & 0 & 0 \\\\ 0 & 0 & 0 \\end{bmatrix} + p \\begin{bmatrix} 0 & 0 & 0 \\\\ 1 & 0 & 0 \\\\ 0 & 1 & 0 \\end{bmatrix} + q \\begin{bmatrix} 0 & 0 & 0 \\\\ 0 & 0 & 0 \\\\ 1 & 0 & 0 \\end{bmatrix}',
    source: 'Matrix Cookbook 2012, eq. 465, n = 3',
  },
  {
    name: 'a Toeplitz matrix is persymmetric',
    where: 'a: scalar, b: scalar, c: scalar, p: scalar, q: scalar',
    claim:
      '\\begin{bmatrix} 0 & 0 & 1 \\\\ 0 & 1 & 0 \\\\ 1 & 0 & 0 \\end{bmatrix} \\begin{bmatrix} a & b & c \\\\ p & a & b \\\\ q & p & a \\end{bmatrix}ᵀ \\begin{bmatrix} 0 & 0 & 1 \\\\ 0 & 1 & 0 \\\\ 1 & 0 & 0 \\end{bmatrix} = \\begin{bmatrix} a & b & c \\\\ p & a & b \\\\ q & p & a \\end{bmatrix}',
    source: 'Matrix Cookbook 2012, eq. 465, n = 3',
  },
  {
    name: 'a symmetric Toeplitz matrix is symmetric',
    where: 'a: scalar, b: scalar, c: scalar',
    claim:
      '\\begin{bmatrix} a & b & c \\\\ b & a & b \\\\ c & b & a \\end{bmatrix}ᵀ = \\begin{bmatrix} a & b & c \\\\ b & a & b \\\\ c & b & a \\end{bmatrix}',
    source: 'Matrix Cookbook 2012, eq. 466, n = 3',
  },
  {
    name: 'a circulant matrix commutes with the cyclic shift',
    where: 'a: scalar, b: scalar, c: scalar',
    claim:
      '\\begin{bmatrix} a & b & c \\\\ c & a & b \\\\ b & c & a \\end{bmatrix} \\begin{bmatrix} 0 & 1 & 0 \\\\ 0 & 0 & 1 \\\\ 1 & 0 & 0 \\end{bmatrix} = \\begin{bmatrix} 0 & 1 & 0 \\\\ 0 & 0 & 1 \\\\ 1 & 0 & 0 \\end{bmatrix} \\begin{bmatrix} a & b & c \\\\ c & a & b \\\\ b & c & a \\end{bmatrix}',
    source: 'Matrix Cookbook 2012, eq. 467, n = 3',
  },
  {
    name: 'upper triangular Toeplitz matrices commute',
    where: 'a: scalar, b: scalar, c: scalar, p: scalar, q: scalar, r: scalar',
    claim:
      '\\begin{bmatrix} a & b & c \\\\ 0 & a & b \\\\ 0 & 0 & a \\end{bmatrix} \\begin{bmatrix} p & q & r \\\\ 0 & p & q \\\\ 0 & 0 & p \\end{bmatrix} = \\begin{bmatrix} p & q & r \\\\ 0 & p & q \\\\ 0 & 0 & p \\end{bmatrix} \\begin{bmatrix} a & b & c \\\\ 0 & a & b \\\\ 0 & 0 & a \\end{bmatrix}',
    source: 'Matrix Cookbook 2012, eq. 468, n = 3',
  },
  {
    name: 'product of lower triangular Toeplitz matrices is one',
    where: 'a: scalar, b: scalar, c: scalar, p: scalar, q: scalar, r: scalar',
    claim:
      '\\begin{bmatrix} a & 0 & 0 \\\\ b & a & 0 \\\\ c & b & a \\end{bmatrix} \\begin{bmatrix} p & 0 & 0 \\\\ q & p & 0 \\\\ r & q & p \\end{bmatrix} = \\begin{bmatrix} a p & 0 & 0 \\\\ b p + a q & a p & 0 \\\\ c p + b q + a r & b p + a q & a p \\end{bmatrix}',
    source: 'Matrix Cookbook 2012, eq. 469, n = 3',
  },
  {
    name: 'linear trace of a Toeplitz matrix by its main diagonal',
    where: 'A: 3×3, a: scalar, b: scalar, c: scalar, p: scalar, q: scalar',
    claim:
      '∂tr(A \\begin{bmatrix} a & b & c \\\\ p & a & b \\\\ q & p & a \\end{bmatrix})/∂a = A_{11} + A_{22} + A_{33}',
    source: 'Matrix Cookbook 2012, eq. 143, n = 3, the main diagonal',
  },
  {
    name: 'linear trace of a Toeplitz matrix by its first superdiagonal',
    where: 'A: 3×3, a: scalar, b: scalar, c: scalar, p: scalar, q: scalar',
    claim:
      '∂tr(A \\begin{bmatrix} a & b & c \\\\ p & a & b \\\\ q & p & a \\end{bmatrix})/∂b = A_{21} + A_{32}',
    source: 'Matrix Cookbook 2012, eq. 143, n = 3, the first superdiagonal',
  },
  {
    name: 'linear trace of a Toeplitz matrix by its corner',
    where: 'A: 3×3, a: scalar, b: scalar, c: scalar, p: scalar, q: scalar',
    claim: '∂tr(A \\begin{bmatrix} a & b & c \\\\ p & a & b \\\\ q & p & a \\end{bmatrix})/∂c = A_{31}',
    source: 'Matrix Cookbook 2012, eq. 143, n = 3, the corner',
  },
  {
    name: 'linear trace of a Toeplitz matrix, factors exchanged, by its first subdiagonal',
    where: 'A: 3×3, a: scalar, b: scalar, c: scalar, p: scalar, q: scalar',
    claim:
      '∂tr(\\begin{bmatrix} a & b & c \\\\ p & a & b \\\\ q & p & a \\end{bmatrix} A)/∂p = A_{12} + A_{23}',
    source: 'Matrix Cookbook 2012, eq. 143, n = 3, the first subdiagonal',
  },
  {
    name: 'linear trace of a symmetric Toeplitz matrix by its first superdiagonal',
    where: 'A: 3×3, a: scalar, b: scalar, c: scalar',
    claim:
      '∂tr(A \\begin{bmatrix} a & b & c \\\\ b & a & b \\\\ c & b & a \\end{bmatrix})/∂b = A_{12} + A_{23} + A_{21} + A_{32}',
    source: 'Matrix Cookbook 2012, eq. 144, n = 3, the first superdiagonal',
  },
  {
    name: 'linear trace of a symmetric Toeplitz matrix by its corner',
    where: 'A: 3×3, a: scalar, b: scalar, c: scalar',
    claim:
      '∂tr(A \\begin{bmatrix} a & b & c \\\\ b & a & b \\\\ c & b & a \\end{bmatrix})/∂c = A_{13} + A_{31}',
    source: 'Matrix Cookbook 2012, eq. 144, n = 3, the corner',
  },
  {
    name: 'linear trace of a combination of shifts by its weight',
    where: 'A: n×n, L: n×n, M: n×n, α: scalar, β: scalar',
    claim: '∂tr(A (α L + β M))/∂β = tr(A M)',
    source: 'Matrix Cookbook 2012, eq. 143, by any shift matrices',
  },
  // permutations and shifts
  {
    name: 'a transposition permutes a vector',
    where: 'x: 3',
    claim:
      '\\begin{bmatrix} 0 & 1 & 0 \\\\ 1 & 0 & 0 \\\\ 0 & 0 & 1 \\end{bmatrix} x = \\begin{bmatrix} [x]_2 \\\\ [x]_1 \\\\ [x]_3 \\end{bmatrix}',
    source: 'Matrix Cookbook 2012, eq. 477',
  },
  {
    name: 'a transposition on the right swaps columns',
    where: 'A: 3×3',
    claim: '[A \\begin{bmatrix} 0 & 1 & 0 \\\\ 1 & 0 & 0 \\\\ 0 & 0 & 1 \\end{bmatrix}]_{i1} = A_{i2}',
    source: 'Matrix Cookbook 2012, eq. 479, the first column',
  },
  {
    name: 'a transposition on the left swaps rows',
    where: 'A: 3×3',
    claim: '[\\begin{bmatrix} 0 & 1 & 0 \\\\ 1 & 0 & 0 \\\\ 0 & 0 & 1 \\end{bmatrix} A]_{2j} = A_{1j}',
    source: 'Matrix Cookbook 2012, eq. 479, the second row',
  },
  {
    name: 'the lag operator shifts a vector',
    where: 'x: 4',
    claim:
      '\\begin{bmatrix} 0 & 0 & 0 & 0 \\\\ 1 & 0 & 0 & 0 \\\\ 0 & 1 & 0 & 0 \\\\ 0 & 0 & 1 & 0 \\end{bmatrix} x = \\begin{bmatrix} 0 \\\\ [x]_1 \\\\ [x]_2 \\\\ [x]_3 \\end{bmatrix}',
    source: 'Matrix Cookbook 2012, eqs. 480 and 481',
  },
  {
    name: 'the lag operator shifts twice',
    where: 'x: 4',
    claim:
      '\\begin{bmatrix} 0 & 0 & 0 & 0 \\\\ 1 & 0 & 0 & 0 \\\\ 0 & 1 & 0 & 0 \\\\ 0 & 0 & 1 & 0 \\end{bmatrix}² x = \\begin{bmatrix} 0 \\\\ 0 \\\\ [x]_1 \\\\ [x]_2 \\end{bmatrix}',
    source: 'Matrix Cookbook 2012, eq. 481',
  },
  {
    name: 'the recurrent shift wraps a vector',
    where: 'x: 4',
    claim:
      '\\begin{bmatrix} 0 & 0 & 0 & 1 \\\\ 1 & 0 & 0 & 0 \\\\ 0 & 1 & 0 & 0 \\\\ 0 & 0 & 1 & 0 \\end{bmatrix} x = \\begin{bmatrix} [x]_4 \\\\ [x]_1 \\\\ [x]_2 \\\\ [x]_3 \\end{bmatrix}',
    source: 'Matrix Cookbook 2012, eqs. 482 and 483',
  },
  {
    name: 'the recurrent shift wraps twice',
    where: 'x: 4',
    claim:
      '\\begin{bmatrix} 0 & 0 & 0 & 1 \\\\ 1 & 0 & 0 & 0 \\\\ 0 & 1 & 0 & 0 \\\\ 0 & 0 & 1 & 0 \\end{bmatrix}² x = \\begin{bmatrix} [x]_3 \\\\ [x]_4 \\\\ [x]_1 \\\\ [x]_2 \\end{bmatrix}',
    source: 'Matrix Cookbook 2012, eq. 483',
  },
  {
    name: 'the recurrent shift is orthogonal',
    where: '',
    claim:
      '\\begin{bmatrix} 0 & 0 & 0 & 1 \\\\ 1 & 0 & 0 & 0 \\\\ 0 & 1 & 0 & 0 \\\\ 0 & 0 & 1 & 0 \\end{bmatrix}ᵀ \\begin{bmatrix} 0 & 0 & 0 & 1 \\\\ 1 & 0 & 0 & 0 \\\\ 0 & 1 & 0 & 0 \\\\ 0 & 0 & 1 & 0 \\end{bmatrix} = \\begin{bmatrix} 1 & 0 & 0 & 0 \\\\ 0 & 1 & 0 & 0 \\\\ 0 & 0 & 1 & 0 \\\\ 0 & 0 & 0 & 1 \\end{bmatrix}',
    source: 'Matrix Cookbook 2012, eq. 484',
  },
  // transition, nilpotent, unipotent and orthogonal matrices
  {
    name: 'a transition matrix of equal rows is idempotent',
    where: 'x: n',
    claim: '(1_n softmax(x)ᵀ)² = 1_n softmax(x)ᵀ',
    source: 'Matrix Cookbook 2012, eq. 473, with a softmax for the row',
  },
  {
    name: 'powers of a transition matrix of equal rows',
    where: 'x: n',
    claim: '(1_n softmax(x)ᵀ)³ = 1_n softmax(x)ᵀ',
    source: 'Matrix Cookbook 2012, eq. 473, with a softmax for the row',
  },
  {
    name: 'the invariant distribution of equal rows',
    where: 'x: n',
    claim: 'softmax(x)ᵀ (1_n softmax(x)ᵀ) = softmax(x)ᵀ',
    source: 'Matrix Cookbook 2012, eq. 474, with a softmax for the row',
  },
  {
    name: 'commuting idempotent factors',
    where: 'A: idempotent m×m, B: idempotent n×n',
    claim: '((A ⊗ I_n) (I_m ⊗ B))² = (A ⊗ I_n) (I_m ⊗ B)',
    source: 'Matrix Cookbook 2012, eq. 422, for factors that act on different indices',
  },
  {
    name: 'a nilpotent matrix from a projection',
    where: 'P: idempotent n×n, A: n×n',
    claim: '((I_n − P) A P)² = 0',
    source: 'Matrix Cookbook 2012, §9.5',
  },
  {
    name: 'square of a scalar plus a nilpotent matrix',
    where: 'P: idempotent n×n, A: n×n, s: scalar, t: scalar',
    claim: '(s I_n + t P A (I_n − P))² = s² I_n + 2 s t P A (I_n − P)',
    source: 'Matrix Cookbook 2012, eq. 428, f the square',
  },
  {
    name: 'cube of a scalar plus a nilpotent matrix',
    where: 'P: idempotent n×n, A: n×n, s: scalar, t: scalar',
    claim: '(s I_n + t P A (I_n − P))³ = s³ I_n + 3 s² t P A (I_n − P)',
    source: 'Matrix Cookbook 2012, eq. 428, f the cube',
  },
  {
    name: 'inverse of I plus a nilpotent matrix',
    where: 'P: idempotent n×n, A: n×n',
    claim: '(I_n + P A (I_n − P)) (I_n − P A (I_n − P)) = I_n',
    source: 'Matrix Cookbook 2012, eq. 428, f the reciprocal',
  },
  {
    name: 'an orthogonal symmetric matrix is its own inverse',
    where: 'Q: symmetric orthogonal n×n',
    claim: 'Q Q = I_n',
    source: 'Matrix Cookbook 2012, eqs. 430 and 432',
  },
  {
    name: 'an orthogonal symmetric matrix and its transpose',
    where: 'Q: symmetric orthogonal n×n',
    claim: 'Qᵀ = Q',
    source: 'Matrix Cookbook 2012, eq. 431',
  },
  {
    name: 'fourth power of an orthogonal symmetric matrix',
    where: 'Q: symmetric orthogonal n×n',
    claim: 'Q⁴ = I_n',
    source: 'Matrix Cookbook 2012, eqs. 432 and 433, k = 4',
  },
  {
    name: 'fifth power of an orthogonal symmetric matrix',
    where: 'Q: symmetric orthogonal n×n',
    claim: 'Q⁵ = Q',
    source: 'Matrix Cookbook 2012, eqs. 432 and 433, k = 5',
  },
  // orthogonal skew matrices
  {
    name: 'an orthogonal skew matrix is orthogonal',
    where: 'P: symmetric orthogonal n×n',
    claim:
      '(\\begin{bmatrix} 0 & 1 \\\\ −1 & 0 \\end{bmatrix} ⊗ P)ᵀ (\\begin{bmatrix} 0 & 1 \\\\ −1 & 0 \\end{bmatrix} ⊗ P) = I_2 ⊗ I_n',
    source: 'Matrix Cookbook 2012, eq. 434, for the quarter turn times an orthogonal symmetric matrix',
  },
  {
    name: 'an orthogonal skew matrix is skew',
    where: 'P: symmetric orthogonal n×n',
    claim:
      '(\\begin{bmatrix} 0 & 1 \\\\ −1 & 0 \\end{bmatrix} ⊗ P)ᵀ = −(\\begin{bmatrix} 0 & 1 \\\\ −1 & 0 \\end{bmatrix} ⊗ P)',
    source: 'Matrix Cookbook 2012, eq. 435, for the quarter turn times an orthogonal symmetric matrix',
  },
  {
    name: 'square of an orthogonal skew matrix',
    where: 'P: symmetric orthogonal n×n',
    claim: '(\\begin{bmatrix} 0 & 1 \\\\ −1 & 0 \\end{bmatrix} ⊗ P)² = −(I_2 ⊗ I_n)',
    source: 'Matrix Cookbook 2012, eqs. 436 and 437, k = 2',
  },
  {
    name: 'cube of an orthogonal skew matrix',
    where: 'P: symmetric orthogonal n×n',
    claim:
      '(\\begin{bmatrix} 0 & 1 \\\\ −1 & 0 \\end{bmatrix} ⊗ P)³ = −(\\begin{bmatrix} 0 & 1 \\\\ −1 & 0 \\end{bmatrix} ⊗ P)',
    source: 'Matrix Cookbook 2012, eqs. 436 and 437, k = 3',
  },
  {
    name: 'an orthogonal skew matrix turned four times',
    where: 'P: symmetric orthogonal n×n',
    claim: '(\\begin{bmatrix} 0 & 1 \\\\ −1 & 0 \\end{bmatrix} ⊗ P)⁴ = I_2 ⊗ I_n',
    source: 'Matrix Cookbook 2012, eqs. 436 and 437, k = 4',
  },
];
