// The exponential, logarithm and square root of a matrix.

import type { IdentityRow } from '../src/elaborate/identity.ts';

export const rows: readonly IdentityRow[] = [
  // algebra
  {
    name: 'inverse of a matrix exponential',
    where: 'A: n×n',
    claim: '(e^A)⁻¹ = e^{−A} \\quad \\text{(matrix exponential)}',
    source: 'Matrix Cookbook 2012, eq. 499',
  },
  {
    name: 'a matrix exponential times that of the negative',
    where: 'A: n×n',
    claim: 'e^A e^{−A} = I_n \\quad \\text{(matrix exponential)}',
    source: 'Matrix Cookbook 2012, eqs. 495 and 499',
  },
  {
    name: 'matrix exponentials of multiples of one matrix',
    where: 'A: n×n, s: scalar, t: scalar',
    claim: 'e^{s A} e^{t A} = e^{(s + t) A} \\quad \\text{(matrix exponential)}',
    source: 'Matrix Cookbook 2012, eqs. 496 and 498, for multiples of one matrix',
  },
  {
    name: 'matrix exponential of a transpose',
    where: 'A: n×n',
    claim: 'e^{Aᵀ} = (e^A)ᵀ \\quad \\text{(matrix exponential)}',
    source: 'Horn & Johnson 1991, ch. 6',
  },
  {
    name: 'matrix exponential of a similarity',
    where: 'U: invertible n×n, B: n×n',
    claim: 'e^{U B U⁻¹} = U e^B U⁻¹ \\quad \\text{(matrix exponential)}',
    source: 'Matrix Cookbook 2012, eq. 491, f the exponential',
  },
  {
    name: 'push-through of the matrix exponential',
    where: 'A: m×n, B: n×m',
    claim: 'e^{A B} A = A e^{B A} \\quad \\text{(matrix exponential)}',
    source: 'Matrix Cookbook 2012, eq. 493, f the exponential',
  },
  {
    name: 'a matrix commutes with its exponential',
    where: 'A: n×n',
    claim: 'e^A A = A e^A \\quad \\text{(matrix exponential)}',
    source: 'Matrix Cookbook 2012, eq. 500',
  },
  {
    name: 'matrix exponential of a skew matrix is orthogonal',
    where: 'S: skew n×n',
    claim: 'e^S (e^S)ᵀ = I_n \\quad \\text{(matrix exponential)}',
    source: 'Horn & Johnson 1991, ch. 6',
  },
  {
    name: 'matrix exponential of a Kronecker sum',
    where: 'A: m×m, B: n×n',
    claim: 'e^{A ⊗ I_n + I_m ⊗ B} = e^A ⊗ e^B \\quad \\text{(matrix exponential)}',
    source: 'Horn & Johnson 1991, ch. 6',
  },
  {
    name: 'matrix exponential of a diagonal matrix',
    where: 'x: n',
    claim: 'e^{diag(x)} = diag(exp(x)) \\quad \\text{(matrix exponential)}',
    source: 'Horn & Johnson 1991, ch. 6',
  },
  {
    name: 'determinant of a matrix exponential',
    where: 'A: n×n',
    claim: 'det(e^A) = e^{tr(A)}',
    source: 'Matrix Cookbook 2012, eq. 502',
  },
  {
    name: 'matrix exponential of a diagonalisable matrix',
    where: 'S: invertible n×n, λ: n',
    claim: 'e^{S diag(λ) S⁻¹} = S diag(exp(λ)) S⁻¹ \\quad \\text{(matrix exponential)}',
    source: 'Horn & Johnson 1991, ch. 6',
  },
  {
    name: 'the matrix exponential is half of it twice',
    where: 'A: n×n',
    claim: 'e^A = e^{½ A} e^{½ A} \\quad \\text{(matrix exponential)}',
    source: 'Horn & Johnson 1991, ch. 6',
  },
  // series that end
  {
    name: 'matrix exponential of a nilpotent matrix of size two',
    where: 'a: scalar',
    claim:
      'e^{\\begin{bmatrix} 0 & a \\\\ 0 & 0 \\end{bmatrix}} = \\begin{bmatrix} 1 & a \\\\ 0 & 1 \\end{bmatrix} \\quad \\text{(matrix exponential)}',
    source: 'Matrix Cookbook 2012, eq. 494, where the series ends',
  },
  {
    name: 'matrix exponential of a nilpotent matrix of size three',
    where: 'a: scalar, b: scalar, c: scalar',
    claim:
      'e^{\\begin{bmatrix} 0 & a & b \\\\ 0 & 0 & c \\\\ 0 & 0 & 0 \\end{bmatrix}} = \\begin{bmatrix} 1 & a & b + ½ a c \\\\ 0 & 1 & c \\\\ 0 & 0 & 1 \\end{bmatrix} \\quad \\text{(matrix exponential)}',
    source: 'Matrix Cookbook 2012, eq. 494, where the series ends',
  },
  {
    name: 'matrix exponential of the negative of a nilpotent matrix',
    where: 'a: scalar, b: scalar, c: scalar',
    claim:
      'e^{−\\begin{bmatrix} 0 & a & b \\\\ 0 & 0 & c \\\\ 0 & 0 & 0 \\end{bmatrix}} = \\begin{bmatrix} 1 & −a & ½ a c − b \\\\ 0 & 1 & −c \\\\ 0 & 0 & 1 \\end{bmatrix} \\quad \\text{(matrix exponential)}',
    source: 'Matrix Cookbook 2012, eq. 495, where the series ends',
  },
  {
    name: 'matrix exponential of a multiple of a nilpotent matrix',
    where: 'a: scalar, b: scalar, c: scalar, t: scalar',
    claim:
      'e^{t \\begin{bmatrix} 0 & a & b \\\\ 0 & 0 & c \\\\ 0 & 0 & 0 \\end{bmatrix}} = \\begin{bmatrix} 1 & t a & t b + ½ t² a c \\\\ 0 & 1 & t c \\\\ 0 & 0 & 1 \\end{bmatrix} \\quad \\text{(matrix exponential)}',
    source: 'Matrix Cookbook 2012, eq. 496, where the series ends',
  },
  // derivatives
  {
    name: 'derivative of a matrix exponential by its parameter',
    where: 'A: n×n, t: scalar',
    claim: '∂e^{t A}/∂t = A e^{t A} \\quad \\text{(matrix exponential)}',
    source: 'Matrix Cookbook 2012, eq. 500',
  },
  {
    name: 'derivative of a matrix exponential by its parameter, factors exchanged',
    where: 'A: n×n, t: scalar',
    claim: '∂e^{t A}/∂t = e^{t A} A \\quad \\text{(matrix exponential)}',
    source: 'Matrix Cookbook 2012, eq. 500',
  },
  {
    name: 'derivative of the trace of a matrix exponential by its parameter',
    where: 'A: n×n, t: scalar',
    claim: '∂tr(e^{t A})/∂t = tr(A e^{t A})',
    source: 'Matrix Cookbook 2012, eq. 501',
  },
  {
    name: 'gradient of the trace of a matrix exponential',
    where: 'X: n×n',
    claim: '∂tr(e^X)/∂X = (e^X)ᵀ',
    layout: 'gradient',
    source: 'Magnus & Neudecker 2019, ch. 9',
  },
  {
    name: 'gradient of the determinant of a matrix exponential',
    where: 'X: n×n',
    claim: '∂det(e^X)/∂X = e^{tr(X)} I_n',
    layout: 'gradient',
    source: 'Magnus & Neudecker 2019, ch. 9',
  },
  {
    name: 'derivative of a solution of a linear system of differential equations',
    where: 'A: n×n, b: n, t: scalar',
    claim: '∂(e^{t A} b)/∂t = A e^{t A} b \\quad \\text{(matrix exponential)}',
    source: 'Horn & Johnson 1991, ch. 6',
  },
  // logarithm and square root
  {
    name: 'matrix exponential of a matrix logarithm',
    where: 'A: positive-definite n×n',
    claim: 'e^{\\log(A)} = A \\quad \\text{(matrix exponential, matrix logarithm)}',
    source: 'Horn & Johnson 1991, ch. 6',
  },
  {
    name: 'trace of a matrix logarithm',
    where: 'A: positive-definite n×n',
    claim: 'log(det(A)) = tr(log(A))',
    source: 'Horn & Johnson 1991, ch. 6',
  },
  {
    name: 'square of a matrix square root',
    where: 'A: positive-definite n×n',
    claim: '√A √A = A',
    source: 'Horn & Johnson 2013, ch. 7',
  },
  {
    name: 'determinant of a matrix square root',
    where: 'A: positive-definite n×n',
    claim: 'det(√A) √A √A = det(√A) A',
    source: 'Horn & Johnson 2013, ch. 7',
  },
];
