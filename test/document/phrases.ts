// What prose declares, and what varies: a line that holds because of the sentence before it, and the same line with a slip.

import type { Row } from './notations.ts';

const r = String.raw;

export const PHRASES: readonly Row[] = [
  [
    r`\in\mathbb{R}^{m\times n}`,
    r`Let $A\in\mathbb{R}^{m\times n}$, $B\in\mathbb{R}^{n\times p}$.`,
    r`(AB)^\top = B^\top A^\top`,
    r`(AB)^\top = A^\top B^\top`,
  ],
  [
    'a list of members',
    r`For $A, B \in \mathbb{R}^{n\times n}$ and $x, y \in \mathbb{R}^n$.`,
    r`x^\top ABy = y^\top B^\top A^\top x`,
    r`x^\top ABy = y^\top A^\top B^\top x`,
  ],
  [
    'an m × n matrix',
    r`Let $A$ be an $m\times n$ matrix.`,
    r`\operatorname{tr}(A^\top A) = \operatorname{tr}(AA^\top)`,
    r`A^\top A = AA^\top`,
  ],
  [
    'an m by n matrix',
    r`Let $A$ be an $m$ by $n$ matrix.`,
    r`\operatorname{tr}(A^\top A) = \operatorname{tr}(AA^\top)`,
    r`A^\top A = AA^\top`,
  ],
  [
    'what is said of a matrix and not of a vector beside it',
    r`For symmetric positive definite $\Sigma \in \mathbb{R}^{n\times n}$ and $u \in \mathbb{R}^n$.`,
    r`\nabla_u (u^\top\Sigma u) = 2\Sigma u`,
    r`\nabla_u (u^\top\Sigma^2 u) = 2\Sigma u`,
  ],
  ['n-vector', r`Let $x$ and $y$ be $n$-vectors.`, r`x^\top y = y^\top x`, r`xy^\top = yx^\top`],
  [
    'column vector',
    r`Let $x$, $y$ be column vectors of length $n$.`,
    r`x^\top y = y^\top x`,
    r`xy^\top = yx^\top`,
  ],
  [
    'square',
    r`Let $A$ be a square matrix.`,
    r`\operatorname{tr}(A^\top) = \operatorname{tr}(A)`,
    r`A^\top = A`,
  ],
  [
    'square, of the same size',
    r`Let $A$ and $B$ be square matrices of the same size.`,
    r`\operatorname{tr}(AB) = \operatorname{tr}(BA)`,
    r`AB = BA`,
  ],
  [
    'symmetric',
    r`Let $A$ be a symmetric $n\times n$ matrix and $f(x) = x^\top Ax$.`,
    r`\nabla f(x) = 2Ax`,
    r`\nabla f(x) = Ax`,
  ],
  [
    'symmetric, said after',
    r`Let $f(x) = x^\top Ax$ where $A$ is symmetric.`,
    r`\nabla f(x) = 2Ax`,
    r`\nabla f(x) = Ax`,
  ],
  [
    'A = Aᵀ',
    r`Let $A$ be $n\times n$ with $A = A^\top$, and $f(x) = x^\top Ax$.`,
    r`\nabla f(x) = 2Ax`,
    r`\nabla f(x) = Ax`,
  ],
  ['diagonal', r`Let $D$ and $E$ be diagonal $n\times n$ matrices.`, r`DE = ED`, r`DE = D + E`],
  [
    'invertible',
    r`Let $A$, $B$ be invertible $n\times n$ matrices.`,
    r`(AB)^{-1} = B^{-1}A^{-1}`,
    r`(A+B)^{-1} = A^{-1} + B^{-1}`,
  ],
  [
    'nonsingular',
    r`Suppose $A$ is nonsingular of size $n\times n$.`,
    r`(A^{-1})^\top = (A^\top)^{-1}`,
    r`A^{-1} = A^\top`,
  ],
  [
    'orthogonal',
    r`Let $Q$ be an orthogonal $n\times n$ matrix and $x\in\mathbb{R}^n$.`,
    r`\|Qx\| = \|x\|`,
    r`Qx = x`,
  ],
  [
    'QᵀQ = I',
    r`Let $Q\in\mathbb{R}^{n\times n}$ satisfy $Q^\top Q = I$, $x\in\mathbb{R}^n$.`,
    r`\|Qx\|^2 = \|x\|^2`,
    r`\|Qx\|^2 = 2\|x\|^2`,
  ],
  [
    'positive definite',
    r`Let $\Sigma$ be a positive definite $n\times n$ matrix and $f(x) = x^\top\Sigma^{-1}x$.`,
    r`\nabla f(x) = 2\Sigma^{-1}x`,
    r`\nabla f(x) = 2\Sigma x`,
  ],
  [
    'symmetric, positive definite',
    r`Let $X$ be a symmetric $n\times n$ matrix, positive definite.`,
    r`X^\top X^{-1} = I`,
    r`X^\top X = I`,
  ],
  [
    'Q ≻ 0',
    r`Let $Q\succ 0$ be an $n\times n$ matrix and $f(x) = x^\top Qx$.`,
    r`\nabla f(x) = 2Qx`,
    r`\nabla f(x) = Qx`,
  ],
  [
    'constant',
    r`Let $f(X) = \operatorname{tr}(AXB)$, where the $n\times n$ matrices $A$ and $B$ are constant.`,
    r`df = \operatorname{tr}(A\,dX\,B)`,
    r`df = \operatorname{tr}(A\,dX) + B`,
  ],
  [
    'fixed',
    r`For fixed matrices $A$ and $B$ of size $n\times n$, and an $n\times n$ matrix $X$:`,
    r`d(AXB) = A\,dX\,B`,
    r`d(AXB) = dA\,XB + dX`,
  ],
  [
    'does not depend on X',
    r`Let $A$ and $X$ be $n\times n$ matrices, where $A$ does not depend on $X$.`,
    r`d(AX) = A\,dX`,
    r`d(AX) = dX\,A`,
  ],
  [
    'with respect to X',
    r`Let $A$, $X$ be $n\times n$. We differentiate $f = \operatorname{tr}(AX)$ with respect to $X$.`,
    r`\nabla f = A^\top`,
    r`\nabla f = A`,
  ],
  [
    'w.r.t.',
    r`Take the derivative of $f = x^\top Ax$ w.r.t. $x$, with an $n\times n$ matrix $A$.`,
    r`\nabla f = (A + A^\top)x`,
    r`\nabla f = Ax`,
  ],
  [
    'elementwise',
    r`Let $g$ be a differentiable function that acts elementwise, and $x\in\mathbb{R}^n$.`,
    r`dg(x) = g'(x)\odot dx`,
    r`dg(x) = g(x)\odot dx`,
  ],
  [
    'componentwise',
    r`Let $x\in\mathbb{R}^n$ and apply $\sigma$ componentwise.`,
    r`d\sigma(x) = \sigma'(x)\odot dx`,
    r`d\sigma(x) = \sigma(x)\odot dx`,
  ],
  [
    'where Y = AX',
    r`Let $f(X) = \|Y\|_F^2$ where $Y = AX$, $A\in\mathbb{R}^{m\times n}$, $X\in\mathbb{R}^{n\times p}$.`,
    r`\frac{\partial f}{\partial X} = 2A^\top Y`,
    r`\frac{\partial f}{\partial X} = 2AY`,
  ],
  [
    'rows',
    r`Let $X\in\mathbb{R}^{n\times p}$ have rows $x_i^\top$.`,
    r`X^\top X = \sum_i x_ix_i^\top`,
    r`XX^\top = \sum_i x_ix_i^\top`,
  ],
  [
    'columns',
    r`The columns of the $n\times p$ matrix $X$ are $x_1,\dots,x_p$.`,
    r`XX^\top = \sum_i x_ix_i^\top`,
    r`X^\top X = \sum_i x_ix_i^\top`,
  ],
  [
    'full column rank',
    r`If $A$ has full column rank and $A^+ = (A^\top A)^{-1}A^\top$, then`,
    r`A^+A = I`,
    r`A^+A = A`,
  ],
];

/** What varies, and what a d or a ∂ says of the rest. */
export const VARIES: readonly Row[] = [
  ['F(X)', r`Let $F(X) = AXB$ with $n\times n$ matrices $A$, $B$.`, r`dF = A\,dX\,B`, r`dF = dA\,XB`],
  [
    r`\partial/\partial X`,
    r`Let $A$, $X$ be $n\times n$ matrices.`,
    r`\frac{\partial}{\partial X}\operatorname{tr}(AX) = A^\top`,
    r`\frac{\partial}{\partial A}\operatorname{tr}(AX) = X`,
  ],
  [r`\nabla_x`, r`Let $x, y\in\mathbb{R}^n$.`, r`\nabla_x(x^\top y) = y`, r`\nabla_y(x^\top y) = y`],
  ['a dX in sight', r`Let $A$ and $X$ be $n\times n$ matrices.`, r`d(AX) = A\,dX`, r`d(AX) = 2A\,dX`],
  [
    'no dB: B is constant',
    r`Let $X$, $B$ be $n\times n$ matrices, $B$ constant.`,
    r`d(XB) = dX\,B + X\,dB`,
    r`d(XB) = B\,dX`,
  ],
  [
    'constants have differential zero',
    r`Let $A$ be a constant $n\times n$ matrix and $X$ an $n\times n$ variable matrix.`,
    r`d(A + X) = dX`,
    r`d(A + X) = A + dX`,
  ],
  [
    'second differentials',
    r`Let $X$ be an $n\times n$ matrix.`,
    r`d^2(X^2) = 2\,dX\,dX`,
    r`d^2(X^2) = dX\,dX`,
  ],
  [
    'independent variables',
    r`Let $f(X,Y) = \operatorname{tr}(X^\top Y)$ for $X, Y\in\mathbb{R}^{m\times n}$.`,
    r`df = \operatorname{tr}(dX^\top Y) + \operatorname{tr}(X^\top dY)`,
    r`df = \operatorname{tr}(dX^\top dY)`,
  ],
  [
    'a parameter',
    r`Let $A(t)$ be an invertible $n\times n$ matrix that depends on $t\in\mathbb{R}$.`,
    r`\frac{dA^{-1}}{dt} = -A^{-1}\frac{dA}{dt}A^{-1}`,
    r`\frac{dA^{-1}}{dt} = -A^{-2}\frac{dA}{dt}`,
  ],
  [
    'by a letter that is defined',
    r`Let $f = \|r\|^2$ with $r = Ax - b$, $A\in\mathbb{R}^{m\times n}$.`,
    r`\frac{\partial f}{\partial r} = 2r`,
    r`\frac{\partial f}{\partial r} = r`,
  ],
  [
    'of a loss that nothing defines',
    r`Let $Y = XW$, where $X\in\mathbb{R}^{N\times D}$, $W\in\mathbb{R}^{D\times M}$, and $G = \frac{\partial L}{\partial Y}$.`,
    r`\frac{\partial L}{\partial W} = X^\top G`,
    r`\frac{\partial L}{\partial W} = GX^\top`,
  ],
  ["a rank said with 'with'", r`Let $A$ be $m\times n$ with full column rank.`, r`A^+ A = I`, r`A A^+ = I`],
  ["a rank said with 'of'", r`Let $A$ ($m\times n$) be of full column rank.`, r`A^+ A = I`, r`A A^+ = I`],
  [
    'a rank said behind a shape in brackets',
    r`Let $A$ ($m\times n$) have full column rank.`,
    r`A^+ A = I`,
    r`A A^+ = I`,
  ],
  [
    'a structure said behind a comma',
    r`Let $A$ be $n\times n$, symmetric and invertible.`,
    r`A^{-\top} = A^{-1}`,
    r`A^\top = A^{-1}`,
  ],
];
