// Lists, matrices and sums with dots, in a line that is true and in the same line with a slip.

import type { Row } from './notations.ts';

const r = String.raw;
const vector = r`Let $x = (x_1, x_2, \dots, x_n)^T$ and $g(x) = \frac12\sum_{i=1}^n x_i^2$.`;
const columns = r`Let $A = [a_1, a_2, \ldots, a_n]\in\mathbb{R}^{m\times n}$ and $B\in\mathbb{R}^{p\times m}$, $x\in\mathbb{R}^n$.`;
const rows = r`Let $A = \begin{bmatrix} a_1^T \\ a_2^T \\ \vdots \\ a_m^T\end{bmatrix}\in\mathbb{R}^{m\times n}$ and $x\in\mathbb{R}^n$.`;

export const LISTS: readonly Row[] = [
  [
    'a list that names the entries of a vector',
    vector,
    r`\nabla g = (x_1, \dots, x_n)^T`,
    r`\nabla g = (2x_1, \dots, 2x_n)^T`,
  ],
  [
    'a function given by a list',
    r`Let $x = (x_1, \dots, x_n)$ and $f(x) = (e^{x_1}, e^{x_2}, \dots, e^{x_n})$.`,
    r`\frac{\partial f}{\partial x} = \operatorname{diag}(e^{x_1}, \dots, e^{x_n})`,
    r`\frac{\partial f}{\partial x} = \operatorname{diag}(x_1, \dots, x_n)`,
  ],
  [
    'columns side by side',
    columns,
    r`BA = [Ba_1, Ba_2, \ldots, Ba_n]`,
    r`BA = [2Ba_1, 2Ba_2, \ldots, 2Ba_n]`,
  ],
  [
    'columns in a matrix',
    columns,
    r`BA = \begin{pmatrix} Ba_1 & \cdots & Ba_n \end{pmatrix}`,
    r`BA = \begin{pmatrix} -Ba_1 & \cdots & -Ba_n \end{pmatrix}`,
  ],
  [
    'columns of a matrix that a list names',
    columns,
    r`AA^T = \sum_{i=1}^n a_ia_i^T`,
    r`AA^T = 2\sum_{i=1}^n a_ia_i^T`,
  ],
  [
    'rows of a matrix that a list names',
    rows,
    r`A^TA = \sum_{i=1}^m a_ia_i^T`,
    r`A^TA = 2\sum_{i=1}^m a_ia_i^T`,
  ],
  [
    'rows that a product with a list names',
    r`Let $A\in\mathbb{R}^{m\times n}$ and $x\in\mathbb{R}^n$. $$Ax = \begin{bmatrix} a_1^Tx \\ \vdots \\ a_m^Tx\end{bmatrix}$$`,
    r`\|Ax\|^2 = \sum_{i=1}^m (a_i^Tx)^2`,
    r`\|Ax\|^2 = \sum_{i=1}^m a_i^Tx`,
  ],
  [
    'a matrix by its corners',
    r`Let $A\in\mathbb{R}^{m\times n}$.`,
    r`A = \begin{bmatrix} a_{11} & a_{12} & \cdots & a_{1n} \\ a_{21} & a_{22} & \cdots & a_{2n} \\ \vdots & \vdots & \ddots & \vdots \\ a_{m1} & a_{m2} & \cdots & a_{mn} \end{bmatrix}`,
    r`A^T = \begin{bmatrix} a_{11} & \cdots & a_{1n} \\ \vdots & & \vdots \\ a_{m1} & \cdots & a_{mn} \end{bmatrix}`,
  ],
  [
    'a sum with dots',
    r`Let $x, y\in\mathbb{R}^n$.`,
    r`x^Ty = x_1y_1 + x_2y_2 + \cdots + x_ny_n`,
    r`x^Ty = x_1x_1 + \cdots + x_nx_n`,
  ],
  [
    'a sum with dots behind another term',
    r`Let $x\in\mathbb{R}^n$ and $c\in\mathbb{R}$.`,
    r`c + x^Tx = c + x_1^2 + \dots + x_n^2`,
    r`c + x^Tx = c + x_1 + \dots + x_n`,
  ],
  [
    'a Kronecker product of a row',
    r`Let $d\in\mathbb{R}^m$ and $a\in\mathbb{R}^n$.`,
    r`d^T \otimes a^T = [d_1 a^T, d_2 a^T, \ldots, d_m a^T]`,
    r`a^T \otimes d^T = [d_1 a^T, d_2 a^T, \ldots, d_m a^T]`,
  ],
];
