// Beyond polynomials, as a person writes it: inverses, determinants, norms, entrywise functions, differentials, Hessians, definitions.

import { describe, expect, test } from 'vitest';
import { type Row, told, verdictsOf } from './written.ts';

const X = 'Let $X \\in \\mathbb R^{n\\times n}$ be invertible and $a, b \\in \\mathbb R^n$.';
const AB = 'Let $A, B \\in \\mathbb R^{n\\times n}$ be invertible.';
const Ax =
  'Let $A \\in \\mathbb R^{m\\times n}$, $x \\in \\mathbb R^n$, $b \\in \\mathbb R^m$ and let $\\sigma$ be the sigmoid.';
const softmax = 'Let $x \\in \\mathbb R^n$ and $p = \\operatorname{softmax}(x)$.';
const lse = 'Let $x \\in \\mathbb R^n$ and $f(x) = \\log \\mathbf 1^\\top \\exp(x)$, entry by entry.';
const layer =
  'Let $W \\in \\mathbb R^{m\\times n}$, $x \\in \\mathbb R^n$, $y \\in \\mathbb R^m$, $z = Wx$, $r = z - y$ and $L = \\tfrac12 \\|r\\|^2$.';
const S = 'Let $X \\in \\mathbb R^{n\\times n}$ be symmetric and invertible.';

const ROWS: Row[] = [
  ['inverse of a product', AB, '(AB)^{-1} = B^{-1} A^{-1}', '(AB)^{-1} = A^{-1} B^{-1}'],
  ['inverse of an inverse', AB, '(A^{-1} B)^{-1} = B^{-1} A', '(A^{-1} B)^{-1} = A B^{-1}'],
  [
    'inverse of a sum',
    AB,
    '(A + B)^{-1} = A^{-1} - A^{-1} (A^{-1} + B^{-1})^{-1} A^{-1}',
    '(A + B)^{-1} = A^{-1} + B^{-1}',
  ],
  ['determinant', AB, '\\det(A^{-1}) = \\frac{1}{\\det(A)}', '\\det(A^{-1}) = -\\frac{1}{\\det(A)}'],
  [
    'log det of a product',
    'Let $A, B \\in \\mathbb R^{n\\times n}$ be positive definite.',
    '\\log\\det(A B^{-1}) = \\log\\det A - \\log\\det B',
    '\\log\\det(A B^{-1}) = \\log\\det A + \\log\\det B',
  ],
  [
    'log det of ⊗',
    'Let $A \\in \\mathbb R^{m\\times m}$ and $B \\in \\mathbb R^{n\\times n}$ be positive definite.',
    '\\log\\det(A \\otimes B) = n \\log\\det A + m \\log\\det B',
    '\\log\\det(A \\otimes B) = m \\log\\det A + n \\log\\det B',
  ],
  ['dX⁻¹', X, 'd(X^{-1}) = -X^{-1}\\, dX\\, X^{-1}', 'd(X^{-1}) = X^{-1}\\, dX\\, X^{-1}'],
  [
    'd²X⁻¹',
    X,
    'd^2(X^{-1}) = 2 X^{-1}\\, dX\\, X^{-1}\\, dX\\, X^{-1}',
    'd^2(X^{-1}) = X^{-1}\\, dX\\, X^{-1}\\, dX\\, X^{-1}',
  ],
  [
    'd log det',
    X,
    'd\\log\\det X = \\operatorname{tr}(X^{-1} dX)',
    'd\\log\\det X = \\operatorname{tr}(X^{-\\top} dX)',
  ],
  [
    'gradient through an inverse',
    X,
    '\\frac{\\partial a^\\top X^{-1} b}{\\partial X} = -X^{-\\top} a b^\\top X^{-\\top}',
    '\\frac{\\partial a^\\top X^{-1} b}{\\partial X} = -X^{-\\top} b a^\\top X^{-\\top}',
  ],
  [
    'by a symmetric matrix',
    S,
    '\\frac{\\partial \\log\\det X}{\\partial X} = X^{-1}',
    '\\frac{\\partial \\log\\det X}{\\partial X} = 3 X^{-1}',
  ],
  [
    'norm',
    Ax,
    '\\nabla_x \\|Ax - b\\| = \\frac{A^\\top (Ax - b)}{\\|Ax - b\\|}',
    '\\nabla_x \\|Ax - b\\| = \\frac{2 A^\\top (Ax - b)}{\\|Ax - b\\|}',
  ],
  [
    'scalar division',
    'Let $x \\in \\mathbb R^n$.',
    '\\nabla_x \\frac{x^\\top x}{1 + x^\\top x} = \\frac{2x}{(1 + x^\\top x)^2}',
    '\\nabla_x \\frac{x^\\top x}{1 + x^\\top x} = \\frac{2x}{1 + x^\\top x}',
  ],
  [
    'sigmoid',
    Ax,
    '\\frac{\\partial \\sigma(Ax)}{\\partial x} = \\operatorname{diag}(\\sigma(Ax) \\odot (\\mathbf 1 - \\sigma(Ax))) A',
    '\\frac{\\partial \\sigma(Ax)}{\\partial x} = \\operatorname{diag}(\\mathbf 1 - \\sigma(Ax)) A',
  ],
  [
    'tanh',
    Ax,
    '\\frac{\\partial \\tanh(Ax)}{\\partial x} = \\operatorname{diag}(\\mathbf 1 - \\tanh(Ax) \\odot \\tanh(Ax)) A',
    '\\frac{\\partial \\tanh(Ax)}{\\partial x} = \\operatorname{diag}(\\mathbf 1 - \\tanh(Ax)) A',
  ],
  [
    'softmax',
    softmax,
    '\\frac{\\partial p}{\\partial x} = \\operatorname{diag}(p) - p p^\\top',
    '\\frac{\\partial p}{\\partial x} = \\operatorname{diag}(p) + p p^\\top',
  ],
  [
    'Hessian of log-sum-exp',
    lse,
    '\\nabla^2 f(x) = \\operatorname{diag}(\\operatorname{softmax}(x)) - \\operatorname{softmax}(x) \\operatorname{softmax}(x)^\\top',
    '\\nabla^2 f(x) = \\operatorname{diag}(\\operatorname{softmax}(x))',
  ],
  [
    'chain of definitions',
    layer,
    '\\frac{\\partial L}{\\partial W} = r x^\\top',
    '\\frac{\\partial L}{\\partial W} = 2 r x^\\top',
  ],
  [
    'square of a trace',
    'Let $X \\in \\mathbb R^{m\\times n}$.',
    '\\frac{\\partial \\operatorname{tr}(X^\\top X)^2}{\\partial X} = 4 \\|X\\|_F^2 X',
    '\\frac{\\partial \\operatorname{tr}(X^\\top X)^2}{\\partial X} = 2 \\|X\\|_F^2 X',
  ],
];
told(ROWS);

const scaled = 'Let $A \\in \\mathbb R^{n\\times n}$ be invertible and let $c$ be a scalar.';
const kron = 'Let $A \\in \\mathbb R^{m\\times m}$ and $B \\in \\mathbb R^{n\\times n}$.';
describe.each<Row>([
  ['of a multiple', scaled, '\\det(cA) = c^n \\det(A)', '\\det(cA) = c^{n-1} \\det(A)'],
  ['of the negative', scaled, '\\det(-A) = (-1)^n \\det(A)', '\\det(-A) = (-1)^{n+1} \\det(A)'],
  [
    'of a Kronecker product',
    kron,
    '\\det(A \\otimes B) = \\det(A)^n \\det(B)^m',
    '\\det(A \\otimes B) = \\det(A)^m \\det(B)^n',
  ],
  [
    'of the adjugate',
    scaled,
    '\\det(\\operatorname{adj}(A)) = \\det(A)^{n-1}',
    '\\det(\\operatorname{adj}(A)) = \\det(A)^n',
  ],
])('a size in an exponent, determinant %s', (_, where, right, slip) => {
  test(`supported: ${right}`, async () => expect(await verdictsOf(where, right)).toEqual(['supported']));
  test(`refuted: ${slip}`, async () => expect(await verdictsOf(where, slip)).toEqual(['refuted']));
});
