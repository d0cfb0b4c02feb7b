// Documents whose words or letters mean something else than usual or than before; each once led to a wrong verdict. Rows as in documents.ts.

import type { Row } from './documents.ts';

const r = String.raw;

export const MEANINGS: readonly Row[] = [
  [
    'letters of an answer have the same size, whatever they had in the question',
    r`Let $A\in\mathbb{R}^{m\times m}$, $B\in\mathbb{R}^{n\times n}$ and $X\in\mathbb{R}^{m\times n}$.`,
    r`
    proved | \operatorname{vec}(AXB) = (B^T\otimes A)\operatorname{vec}(X)
    prose  | Let $A, B$ be any matrices of the same size.
    proved | A:B = \operatorname{tr}(BA^T)
    misfit | A:B = \operatorname{tr}(AB)`,
  ],
  [
    'letters of the same size, and later of another one in common',
    r`Let $A$ be $m\times n$ and $B$ be $n\times p$.`,
    r`
    proved  | (AB)^T = B^TA^T
    prose   | Now let $A$ and $B$ be square matrices of the same size.
    proved  | \det(AB) = \det(BA)
    refuted | AB = BA`,
  ],
  [
    'vec by rows',
    r`Here $\operatorname{vec}$ stacks the rows of a matrix (row-major). Let $A\in\mathbb{R}^{m\times n}$, $X\in\mathbb{R}^{n\times p}$, $B\in\mathbb{R}^{p\times q}$.`,
    r`
    proved     | \operatorname{vec}(AXB) = (A\otimes B^T)\operatorname{vec}(X)
    refuted    | \operatorname{vec}(AXB) = (B^T\otimes A)\operatorname{vec}(X)
    proved     | \frac{\partial\operatorname{vec}(AX)}{\partial\operatorname{vec}(X)} = A\otimes I
    unreadable | \frac{\partial(AX)}{\partial X} = A\otimes I`,
  ],
  [
    'unvec by rows',
    r`Let $\operatorname{vec}(X)$ list the entries of $X$ row by row, with $X\in\mathbb{R}^{m\times n}$ and $x \in \mathbb{R}^{mn}$.`,
    r`
    proved | \operatorname{unvec}_{m,n}(\operatorname{vec}(X)) = X
    proved | \operatorname{vec}(\operatorname{unvec}_{m,n}(x)) = x`,
  ],
  [
    'rows of which nothing is said for vec',
    r`Unlike NumPy, which is row-major, $\operatorname{vec}$ stacks the columns. The matrix $A\in\mathbb{R}^{m\times n}$ has $m$ rows, and $X\in\mathbb{R}^{n\times p}$.`,
    r`
    proved | \operatorname{vec}(AX) = (I\otimes A)\operatorname{vec}(X)`,
  ],
  [
    'the spectral norm',
    r`Let $\|\cdot\|$ denote the spectral norm, $A\in\mathbb{R}^{m\times n}$ and $x\in\mathbb{R}^n$.`,
    r`
    unreadable | \|A\|^2 = \operatorname{tr}(A^TA)
    unreadable | \|A\| = \sqrt{\operatorname{tr}(A^TA)}
    proved     | \|A\|_F^2 = \operatorname{tr}(A^TA)
    proved     | \|x\|^2 = x^Tx`,
  ],
  [
    'an arbitrary norm',
    r`Let $\|\cdot\|$ be an arbitrary norm on $\mathbb{R}^n$ and $x\in\mathbb{R}^n$.`,
    r`
    unreadable | \|x\|^2 = x^Tx
    proved     | \|x\|_2^2 = x^Tx`,
  ],
  [
    'the usual norm, beside the name of another one',
    r`The spectral norm is not used: $\|A\|$ is the Frobenius norm of $A\in\mathbb{R}^{m\times n}$.`,
    r`
    proved | \|A\|^2 = \operatorname{tr}(A^TA)`,
  ],
  [
    'derivatives by vec(Xᵀ)',
    r`Let $X\in\mathbb{R}^{m\times n}$, $A\in\mathbb{R}^{p\times m}$, $B\in\mathbb{R}^{n\times m}$.`,
    r`
    proved  | \frac{\partial\operatorname{vec}(X^T)}{\partial\operatorname{vec}(X^T)} = I
    proved  | \frac{\partial\operatorname{vec}(X)}{\partial\operatorname{vec}(X^T)} = K_{n,m}
    refuted | \frac{\partial\operatorname{vec}(X)}{\partial\operatorname{vec}(X^T)} = K_{m,n}
    proved  | \frac{\partial\operatorname{vec}(X^TA^T)}{\partial\operatorname{vec}(X^T)} = A\otimes I
    proved  | \frac{\partial\operatorname{vec}(X^TA^T)}{\partial\operatorname{vec}(X^T)^T} = A\otimes I
    proved  | \frac{\partial\operatorname{tr}(BX)}{\partial\operatorname{vec}(X^T)} = \operatorname{vec}(B)
    refuted | \frac{\partial\operatorname{tr}(BX)}{\partial\operatorname{vec}(X^T)} = \operatorname{vec}(B^T)`,
  ],
  [
    'I and 1 have the size that fits a derivative',
    r`Let $X\in\mathbb{R}^{m\times n}$, $A\in\mathbb{R}^{p\times m}$ and $x\in\mathbb{R}^n$.`,
    r`
    proved  | \frac{\partial\operatorname{vec}(AX)}{\partial\operatorname{vec}(X)} = I\otimes A
    refuted | \frac{\partial\operatorname{vec}(AX)}{\partial\operatorname{vec}(X)} = A\otimes I
    misfit  | \frac{\partial\operatorname{vec}(AX)}{\partial\operatorname{vec}(X)} = I
    proved  | \frac{\partial\operatorname{vec}(X)}{\partial\operatorname{vec}(X)} = I
    proved  | \frac{\partial(\mathbf 1^Tx)}{\partial x} = \mathbf 1`,
  ],
];
