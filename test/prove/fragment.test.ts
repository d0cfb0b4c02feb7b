// Every operator of the multilinear fragment, as a person writes it: a true claim is proved, and with one slip in it it is refuted.

import { expect, test } from 'vitest';
import { type Row, told, verdictsOf } from './written.ts';

const mn = 'Let $A \\in \\mathbb R^{m\\times n}$.';
const nn = 'Let $A \\in \\mathbb R^{n\\times n}$.';
const two = 'Let $A, B \\in \\mathbb R^{m\\times n}$.';
const chain =
  'Let $A \\in \\mathbb R^{m\\times n}$, $B \\in \\mathbb R^{n\\times p}$ and $C \\in \\mathbb R^{p\\times m}$.';
const pair = 'Let $x \\in \\mathbb R^m$ and $y \\in \\mathbb R^n$.';
const sameCols = 'Let $A \\in \\mathbb R^{m\\times n}$ and $B \\in \\mathbb R^{p\\times n}$';
const sameRows = 'Let $A \\in \\mathbb R^{m\\times n}$ and $B \\in \\mathbb R^{m\\times p}$';
const single = `${nn.slice(0, -1)} and let $E_{ij}$ be the single-entry matrix.`;
const halves = `${nn.slice(0, -1)}, $D_n$ the duplication matrix and $L_n$ the elimination matrix.`;

const ROWS: Row[] = [
  ['product', chain, '(ABC)^\\top = C^\\top B^\\top A^\\top', '(ABC)^\\top = -C^\\top B^\\top A^\\top'],
  ['sum', two, '(A + B)^\\top A = A^\\top A + B^\\top A', '(A + B)^\\top A = A^\\top A + A^\\top B'],
  [
    'rational coefficients',
    mn,
    '\\tfrac12 (A + \\tfrac13 A) = \\tfrac23 A',
    '\\tfrac12 (A + \\tfrac13 A) = \\tfrac56 A',
  ],
  ['transpose', nn, '(A A^\\top)^\\top = A A^\\top', '(A A^\\top)^\\top = A^\\top A'],
  [
    '⊗',
    `${mn.slice(0, -1)} and $B \\in \\mathbb R^{p\\times q}$.`,
    '(A \\otimes B)^\\top = A^\\top \\otimes B^\\top',
    '(A \\otimes B)^\\top = B^\\top \\otimes A^\\top',
  ],
  [
    '⊙',
    two,
    '\\operatorname{diag}(A B^\\top) = (A \\odot B) \\mathbf 1',
    '\\operatorname{diag}(A B^\\top) = (A \\odot A) \\mathbf 1',
  ],
  [
    'Khatri–Rao, column-wise',
    `${sameCols}, where $\\ast$ is the Khatri–Rao product.`,
    '(A \\ast B)^\\top (A \\ast B) = (A^\\top A) \\odot (B^\\top B)',
    '(A \\ast B)^\\top (A \\ast B) = (A^\\top A) (B^\\top B)',
  ],
  [
    'Khatri–Rao, row-wise',
    `${sameRows}, where $\\bullet$ is the face-splitting product.`,
    '(A \\bullet B) (A \\bullet B)^\\top = (A A^\\top) \\odot (B B^\\top)',
    '(A \\bullet B) (A \\bullet B)^\\top = (A A^\\top) + (B B^\\top)',
  ],
  [
    'vec',
    chain,
    '\\operatorname{vec}(ABC) = (C^\\top \\otimes A) \\operatorname{vec}(B)',
    '\\operatorname{vec}(ABC) = (A \\otimes C^\\top) \\operatorname{vec}(B)',
  ],
  [
    'vec⁻¹',
    mn,
    '\\operatorname{vec}^{-1}_{m,n}(\\operatorname{vec}(A) + \\operatorname{vec}(A)) = 2A',
    '\\operatorname{vec}^{-1}_{m,n}(\\operatorname{vec}(A) + \\operatorname{vec}(A)) = A',
  ],
  [
    'unvec of a vector',
    'Let $A \\in \\mathbb R^{m\\times n}$, $B \\in \\mathbb R^{p\\times q}$ and $x \\in \\mathbb R^{np}$.',
    '\\operatorname{unvec}((B^\\top \\otimes A) x) = A \\operatorname{unvec}_{n\\times p}(x) B',
    '\\operatorname{unvec}((B^\\top \\otimes A) x) = -A \\operatorname{unvec}_{n\\times p}(x) B',
  ],
  [
    'mat',
    nn,
    '\\operatorname{mat}(\\operatorname{vec}(A)) = A',
    '\\operatorname{mat}(\\operatorname{vec}(A)) = A^\\top',
  ],
  [
    'vech',
    `${nn.slice(0, -1)} be symmetric, and $D_n$ the duplication matrix.`,
    'D_n \\operatorname{vech}(A) = \\operatorname{vec}(A)',
    'D_n \\operatorname{vech}(A) = 2 \\operatorname{vec}(A)',
  ],
  ['duplication matrix', halves, 'K_{nn} D_n = D_n', 'K_{nn} D_n = -D_n'],
  [
    'D_n L_n of any A',
    halves,
    'L_n D_n \\operatorname{vech}(A) = \\operatorname{vech}(A)',
    'D_n L_n \\operatorname{vec}(A) = \\operatorname{vec}(A)',
  ],
  ['elimination matrix', halves, 'L_n L_n^\\top = I', 'L_n^\\top L_n = I'],
  [
    'commutation matrix',
    mn,
    'K_{mn} \\operatorname{vec}(A) = \\operatorname{vec}(A^\\top)',
    'K_{nm} \\operatorname{vec}(A^\\top) = -\\operatorname{vec}(A)',
  ],
  [
    'commutation of ⊗',
    `${mn.slice(0, -1)} and $B \\in \\mathbb R^{p\\times q}$.`,
    'K_{pm} (A \\otimes B) K_{nq} = B \\otimes A',
    'K_{pm} (A \\otimes B) K_{nq} = 2 (B \\otimes A)',
  ],
  [
    'diag of a vector',
    'Let $A \\in \\mathbb R^{m\\times n}$ and $v \\in \\mathbb R^n$.',
    'A \\operatorname{diag}(v) = A \\odot (\\mathbf 1_m v^\\top)',
    'A \\operatorname{diag}(v) = A v \\mathbf 1_n^\\top',
  ],
  [
    'diag of a matrix',
    `${nn.slice(0, -1)} and $v \\in \\mathbb R^n$.`,
    '\\operatorname{diag}(A \\operatorname{diag}(v)) = \\operatorname{diag}(A) \\odot v',
    '\\operatorname{diag}(A \\operatorname{diag}(v)) = A v',
  ],
  [
    'diagonal part',
    nn,
    '\\operatorname{diag}(\\operatorname{diag}(A)) = I \\odot A',
    '\\operatorname{diag}(\\operatorname{diag}(A)) = A',
  ],
  [
    'trace',
    chain,
    '\\operatorname{tr}(ABC) = \\operatorname{tr}(CAB)',
    '\\operatorname{tr}(ABC) = 2\\operatorname{tr}(CAB)',
  ],
  [
    'Frobenius product',
    two,
    'A : B = \\operatorname{tr}(A^\\top B)',
    'A : B = \\operatorname{tr}(A A^\\top)',
  ],
  [
    'inner and outer product',
    pair,
    '\\operatorname{tr}(x y^\\top A) = y^\\top A x',
    '\\operatorname{tr}(x x^\\top) = (\\mathbf 1^\\top x)^2',
  ],
  [
    'outer product',
    pair,
    '\\operatorname{vec}(x y^\\top) = y \\otimes x',
    '\\operatorname{vec}(x y^\\top) = x \\otimes y',
  ],
  ['I', mn, '(I_m + A A^\\top) A = A (I_n + A^\\top A)', '(I_m + A A^\\top) A = A (I_n - A^\\top A)'],
  [
    '1',
    'Let $x, y \\in \\mathbb R^n$.',
    'x y^\\top \\mathbf 1 = (\\mathbf 1^\\top y) x',
    'x y^\\top \\mathbf 1 = (\\mathbf 1^\\top x) y',
  ],
  ['0', mn, 'A \\mathbf 0_n = \\mathbf 0_m', 'A \\mathbf 1_n = \\mathbf 0_m'],
  ['unit vectors', nn, 'e_i^\\top A e_j = A_{ij}', 'e_i^\\top A e_j = A_{ji}'],
  ['unit vectors by position', nn, 'e_1^\\top A e_2 = A_{12}', 'e_1^\\top A e_2 = A_{21}'],
  ['Σ e_i e_iᵀ', mn, '\\sum_i e_i e_i^\\top A = A', '\\sum_i e_i e_i^\\top A = 2A'],
  ['single-entry matrix J^{ij}', mn, 'A = \\sum_{i,j} A_{ij} J^{ij}', 'A = -\\sum_{i,j} A_{ij} J^{ij}'],
  ['J^{ij} J^{kl}', nn, 'J^{ij} J^{kl} = \\delta_{jk} J^{il}', 'J^{ij} J^{kl} = \\delta_{ik} J^{jl}'],
  [
    'single-entry matrix E_{ij}',
    single,
    '\\operatorname{tr}(A E_{ij}) = A_{ji}',
    '\\operatorname{tr}(A E_{ij}) = A_{ij}',
  ],
  ['E_{12}', single, 'E_{12} A e_1 = A_{21} e_1', 'E_{12} A e_1 = A_{12} e_1'],
  [
    'E_{ij} = e_i e_jᵀ',
    `${mn.slice(0, -1)} and $E_{ij} = e_i e_j^\\top$.`,
    'K_{mn} = \\sum_{i=1}^m \\sum_{j=1}^n E_{ij} \\otimes E_{ij}^\\top',
    'K_{mn} = -\\sum_{i=1}^m \\sum_{j=1}^n E_{ij} \\otimes E_{ij}^\\top',
  ],
  [
    'derivative by an entry',
    'Let $X \\in \\mathbb R^{n\\times n}$ and $A \\in \\mathbb R^{m\\times n}$.',
    '\\frac{\\partial A X}{\\partial X_{ij}} = A J^{ij}',
    '\\frac{\\partial A X}{\\partial X_{ij}} = A J^{ji}',
  ],
  ['small powers', nn, '(A + I)^3 = A^3 + 3A^2 + 3A + I', '(A + I)^3 = A^3 + A^2 + A + I'],
  [
    'powers do not commute',
    two.replaceAll('m', 'n'),
    '(A + B)^2 = A^2 + AB + BA + B^2',
    '(A + B)^2 = A^2 + 2AB + B^2',
  ],
  [
    'Σ over an index',
    chain,
    '\\operatorname{tr}(ABC) = \\sum_{i,j,k} A_{ij} B_{jk} C_{ki}',
    '\\operatorname{tr}(ABC) = -\\sum_{i,j,k} A_{ij} B_{jk} C_{ki}',
  ],
  ['δ_{ij}', nn, '\\sum_j \\delta_{ij} A_{jk} = A_{ik}', '\\sum_j \\delta_{ij} A_{jk} = A_{ki}'],
  [
    'free indices on both sides',
    nn,
    '(A - A^\\top)_{ij} = A_{ij} - A_{ji}',
    '(A - A^\\top)_{ij} = A_{ji} - A_{ij}',
  ],
  [
    'index beside matrix notation',
    chain,
    '(ABC)_{ij} = \\sum_k (AB)_{ik} C_{kj}',
    '(ABC)_{ij} = -\\sum_k (AB)_{ik} C_{kj}',
  ],
  [
    'entries of a vector',
    `${mn.slice(0, -1)} and $x \\in \\mathbb R^n$.`,
    '(Ax)_i = \\sum_j A_{ij} x_j',
    '(Ax)_i = \\sum_j A_{ij} x_j^2',
  ],
  [
    'block row',
    `${sameRows}.`,
    '\\begin{bmatrix} A & B \\end{bmatrix} \\begin{bmatrix} A & B \\end{bmatrix}^\\top = A A^\\top + B B^\\top',
    '\\begin{bmatrix} A & B \\end{bmatrix} \\begin{bmatrix} A & B \\end{bmatrix}^\\top = A A^\\top - B B^\\top',
  ],
  [
    'block matrix',
    `${sameRows}.`,
    '\\begin{bmatrix} A & B \\end{bmatrix}^\\top \\begin{bmatrix} A & B \\end{bmatrix} = \\begin{bmatrix} A^\\top A & A^\\top B \\\\ B^\\top A & B^\\top B \\end{bmatrix}',
    '\\begin{bmatrix} A & B \\end{bmatrix}^\\top \\begin{bmatrix} A & B \\end{bmatrix} = \\begin{bmatrix} A^\\top A & A^\\top B \\\\ B^\\top A & -B^\\top B \\end{bmatrix}',
  ],
  [
    'block vector',
    'Let $A \\in \\mathbb R^{m\\times n}$, $B \\in \\mathbb R^{m\\times p}$, $x \\in \\mathbb R^n$ and $z \\in \\mathbb R^p$.',
    '\\begin{bmatrix} A & B \\end{bmatrix} \\begin{bmatrix} x \\\\ z \\end{bmatrix} = A x + B z',
    '\\begin{bmatrix} A & B \\end{bmatrix} \\begin{bmatrix} x \\\\ z \\end{bmatrix} = A x - B z',
  ],
  [
    'tr I_n',
    mn,
    '\\operatorname{tr}(I_n \\otimes A^\\top A) = n \\|A\\|_F^2',
    '\\operatorname{tr}(I_n \\otimes A^\\top A) = m \\|A\\|_F^2',
  ],
  ['1ᵀ1', mn, '\\mathbf 1_n^\\top \\mathbf 1_n = n', '\\mathbf 1_n^\\top \\mathbf 1_n = n^2'],
  ['tr K', mn, '\\operatorname{tr}(K_{nn}) = n', '\\operatorname{tr}(K_{nn}) = n^2'],
];

told(ROWS);

test.each([
  [mn, 'A = \\sum_{i,j} A_{ij} E_{ij}', 'is E_{ij} an entry of E?'],
  [`${sameRows}.`, '(A \\bullet B) (A \\bullet B)^\\top = (A A^\\top) \\odot (B B^\\top)', 'what is •?'],
  [`${mn.slice(0, -1)} and $J = A^\\top A$.`, 'J^{ij} A = e_i e_j^\\top A', 'J is something else'],
  [
    'Let $x \\in \\mathbb R^{mn}$.',
    '\\|\\operatorname{unvec}(x)\\|_F = \\|x\\|',
    'which sizes has unvec(x)?',
  ],
])('asked back: %s %s (%s)', async (where, claim) =>
  expect(await verdictsOf(where, claim)).toEqual(['unreadable']),
);
