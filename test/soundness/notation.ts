// Notation that people use, with true and false statements in it: what is newly read must be read as it was meant. Rows as in documents.ts.

import type { Row } from './documents.ts';

const r = String.raw;

export const NOTATION: readonly Row[] = [
  [
    'derivatives of arrays by one entry',
    r`Let $x \in \mathbb{R}^n$, $A \in \mathbb{R}^{m\times n}$, $X \in \mathbb{R}^{n\times p}$.`,
    r`
    true | \frac{\partial x}{\partial x_k} = e_k
    true | \frac{\partial (Ax)}{\partial x_k} = A e_k
    refuted | \frac{\partial (xx^T)}{\partial x_k} = 2 e_k x^T
    true | \frac{\partial (xx^T)}{\partial x_k} = e_k x^T + x e_k^T
    true | \frac{\partial (AX)}{\partial X_{ij}} = A e_i e_j^T
    misfit | \frac{\partial (AX)}{\partial X_{ij}} = A e_j e_i^T
    refuted | \frac{\partial (X^TX)}{\partial X_{ij}} = 2 e_j e_i^T X
    true | \frac{\partial (X^TX)}{\partial X_{ij}} = e_j e_i^T X + X^T e_i e_j^T`,
  ],
  [
    'second derivatives by two entries',
    r`Let $S, X \in \mathbb{R}^{n\times n}$ and $l = \operatorname{tr}(SX^2)$.`,
    r`
    true | \frac{\partial^2 l}{\partial X_{ij}\partial X_{kl}} = S_{li}\delta_{jk} + S_{jk}\delta_{li}
    refuted | \frac{\partial^2 l}{\partial X_{ij}\partial X_{kl}} = S_{il}\delta_{jk} + S_{jk}\delta_{li}`,
  ],
  [
    'an index above the sum',
    r`Let $X \in \mathbb{R}^{m\times n}$, $W \in \mathbb{R}^{h\times n}$, $Y = XW^T$.`,
    r`
    true | Y_{ij} = \sum^k X_{ik} W_{jk}
    misfit | Y_{ij} = \sum^k X_{ik} W_{kj}
    unreadable | Y_{ij} = \sum^k X_{ij}`,
  ],
  [
    'the Jacobian D, once it is defined',
    r`Let $A \in \mathbb{R}^{n\times n}$. Here $\mathrm{D}F(X) \triangleq \frac{\partial \operatorname{vec}(F(X))}{\partial (\operatorname{vec}(X))^{\top}}$.`,
    r`
    true | \mathrm{D}\operatorname{tr}(A^2) = 2\operatorname{vec}(A^T)^T
    misfit | \mathrm{D}\operatorname{tr}(A^2) = 2\operatorname{vec}(A^T)`,
  ],
  [
    'the Jacobian D, undefined',
    r`Let $A \in \mathbb{R}^{n\times n}$.`,
    r`
    unreadable | \mathrm{D}\operatorname{tr}(A^2) = 2A^T`,
  ],
  [
    'free indices are no slips of the pen',
    r`Let $x \in \mathbb{R}^n$, $A \in \mathbb{R}^{n\times n}$, $f = x^TAx$.`,
    r`
    true | \frac{\partial f}{\partial x_k} = \sum_i x_i A_{ik} + \sum_j A_{kj} x_j
    refuted | \frac{\partial f}{\partial x_k} = \sum_i x_i A_{ik} + \sum_j A_{jk} x_j`,
  ],
  [
    'layouts that fit in no way',
    r`Let $y \in \mathbb{R}^n$, $X \in \mathbb{R}^{n\times p}$, $b \in \mathbb{R}^p$.`,
    r`
    misfit | -\frac{\partial}{\partial b} Xb = -Xb
    misfit | \frac{\partial (Xb)}{\partial b}\, y\, y^T = X\, b
    not-false | \Big[\frac{\partial (y - Xb)}{\partial b}\Big](y - Xb) = -X^T(y - Xb)`,
  ],
  [
    'shapes that nobody declared, false in every case',
    r`Let $W = (X^TX)^{-1}$ and $f = \operatorname{tr}(BAXW)$.`,
    r`
    refuted | \operatorname{tr}((BA)^T W) = \operatorname{tr}(B^T A^T W)
    not-false | (BA)^T W = A^T B^T W`,
  ],
  [
    'shapes that nobody declared, right where they are equal',
    r`Let $C = AB$.`,
    r`
    not-false | C^{-1} = B^{-1}A^{-1}
    not-true | C^{-1} = A^{-1}B^{-1}`,
  ],
  [
    'a number for a gradient',
    r`Let $W \in \mathbb{R}^{m\times n}$, $L = \tfrac12\|Wx\|^2$.`,
    r`
    misfit | \nabla_W L = \tfrac12\|Wx\|^2
    true | \nabla_W L = Wxx^T`,
  ],
  [
    'powers of any whole order',
    r`Let $X, A \in \mathbb{R}^{m\times m}$.`,
    r`
    true | \frac{\partial}{\partial X}\operatorname{tr}(X^k) = k (X^{k-1})^T
    refuted | \frac{\partial}{\partial X}\operatorname{tr}(X^k) = k X^{k-1}
    refuted | \frac{\partial}{\partial X}\operatorname{tr}(X^k) = 2 (X^{k-1})^T
    true | d\operatorname{tr}(X^k) = k\operatorname{tr}(X^{k-1}\,dX)
    true | d(X^k) = \sum_{i=0}^{k-1} X^i\,dX\,X^{k-1-i}
    refuted | d(X^k) = \sum_{i=0}^{k} X^i\,dX\,X^{k-i}
    refuted | d(X^k) = k X^{k-1}\,dX
    true | X^j X^k = X^{j+k}
    refuted | X^j X^k = X^{2j}
    refuted | A^k X^k = X^k A^k`,
  ],
  [
    'letters in words such as k^{th}',
    r`Let $x, h \in \mathbb{R}^n$, $A \in \mathbb{R}^{n\times n}$; the $k^{th}$ element is not meant here.`,
    r`
    true | (x+h)^TA(x+h) = x^TAx + x^TAh + h^TAx + h^TAh`,
  ],
  [
    'powers of the order of a matrix',
    r`Let $A \in \mathbb{R}^{n\times n}$ and $x \in \mathbb{R}^n$.`,
    r`
    unreadable | A^n = 0
    unreadable | x^{k+1} = x^k`,
  ],
  [
    'powers of some orders',
    r`Let $A \in \mathbb{R}^{n\times n}$ be skew-symmetric and $k$ odd.`,
    r`
    not-false | \operatorname{tr}(A^k) = 0`,
  ],
  [
    'steps of an iteration',
    r`Let $A, X \in \mathbb{R}^{n\times n}$.`,
    r`
    not-false | X^{k+1} = 2X^k - X^k A X^k`,
  ],
  [
    'e to the power of a matrix',
    r`Let $A, B \in \mathbb{R}^{n\times n}$.`,
    r`
    true | e^{A}A = Ae^{A}
    not-true | e^{A}B = Be^{A}
    not-true | e^{A+B} = e^{A}e^{B}`,
  ],
  [
    'a scalar with the name of a size',
    r`Let $X \in \mathbb{R}^{p\times p}$.`,
    r`
    refuted | \frac{\partial \operatorname{tr}(X^2)}{\partial X} = nX^T`,
  ],
  [
    'equations to first order',
    r`Let $A, X, H \in \mathbb{R}^{n\times n}$, $x, h \in \mathbb{R}^n$.`,
    r`
    true | \log\det(X+H) = \log\det X + \operatorname{tr}(X^{-1}H) + O(\|H\|^2)
    refuted | \det(X+H) = \det X + \operatorname{tr}(X^{-1}H) + O(\|H\|^2)
    true | (X+H)^{-1} = X^{-1} - X^{-1}HX^{-1} + o(\|H\|)
    refuted | (X+H)^{-1} = X^{-1} - X^{-2}H + o(\|H\|)
    refuted | (X+H)^{-1} = X^{-1} - X^{-1}HX^{-1}
    true | (x+h)^TA(x+h) = x^TAx + x^T(A+A^T)h + \mathcal{O}(\|h\|^2)
    refuted | (x+h)^TA(x+h) = x^TAx + 2x^TAh + O(\|h\|^2)
    refuted true | (x+h)^T(x+h) = x^Tx + 2x^Th = (x+h)^T(x+h) + O(\|h\|^2)
    true | \|A(x+h)\|^2 - \|Ax\|^2 - 2\langle A^TAx, h\rangle = O(\|h\|^2)
    true | h^TAh = O(\|h\|^2)
    refuted | x^TAh = O(\|h\|^2)
    unreadable | (x+h)^T(x+h) = x^Tx + O(\|h\|^3)
    unreadable | \exp(X+H)X = X + O(\|H\|^2)`,
  ],
  [
    'what follows from a derivative that is zero',
    r`Let $X \in \mathbb{R}^{m\times n}$, $y \in \mathbb{R}^m$, $w \in \mathbb{R}^n$ and $L(w) = \|Xw-y\|^2$.`,
    r`
    true | \nabla L = 2X^T(Xw - y)
    prose | Setting it to zero gives
    true | X^TXw = X^Ty
    prose | and therefore
    true | w = (X^TX)^{-1}X^Ty`,
  ],
  [
    'what does not follow is a condition, and so is what follows from it',
    r`Let $X \in \mathbb{R}^{m\times n}$, $y \in \mathbb{R}^m$, $w \in \mathbb{R}^n$ and $L(w) = \|Xw-y\|^2$.`,
    r`
    true | \nabla L = 2X^T(Xw - y)
    prose | Setting it to zero gives $$X^TXw = 2X^Ty$$ and therefore $$w = 2(X^TX)^{-1}X^Ty$$ At any point
    true | \nabla L = 2X^TXw - 2X^Ty`,
  ],
  [
    'what follows from the right',
    r`Let $K, P, R \in \mathbb{R}^{n\times n}$ and $f(K) = \operatorname{tr}(KRK^T) - 2\operatorname{tr}(KP)$ with $R$ symmetric and invertible.`,
    r`
    true | \frac{\partial f}{\partial K} = 2KR - 2P^T
    prose | Setting this to zero,
    true | KR = P^T
    prose | so
    true | K = P^TR^{-1}`,
  ],
  [
    'arrays by their entries',
    r`Let $A \in \mathbb{R}^{m\times n}$, $B \in \mathbb{R}^{n\times m}$, $x, y \in \mathbb{R}^n$, $f = x^TBAy$.`,
    r`
    true | (A_{ij})_{i,j} = A
    true | (A_{ij})_{ji} = A^T
    misfit | (A_{ij})_{ji} = A
    true | [x_i y_j]_{ij} = xy^T
    refuted | [x_i y_j]_{ij} = yx^T
    true | [AB]_{ij} = \sum_k A_{ik}B_{kj}
    true | \Big[\frac{\partial f}{\partial x_i}\Big]_i = BAy
    true | \Big(\frac{\partial f}{\partial A_{ij}}\Big)_{i,j\in\{1,\ldots,n\}} = B^Txy^T
    refuted | \Big(\frac{\partial f}{\partial A_{ij}}\Big)_{i,j} = 2B^Txy^T`,
  ],
  [
    'the gradient of what was mentioned',
    r`Let $A \in \mathbb{R}^{m\times n}$, $x \in \mathbb{R}^n$, $b \in \mathbb{R}^m$. Minimise $$\|Ax-b\|_2^2$$ with respect to $x$:`,
    r`
    true | \nabla_x = 2A^T(Ax-b)
    refuted | \nabla_x = A^T(Ax-b)
    true | \frac{\partial}{\partial x} = 2A^TAx - 2A^Tb`,
  ],
  [
    'the gradient of nothing in sight',
    r`Let $A \in \mathbb{R}^{m\times n}$, $x \in \mathbb{R}^n$. Consider $$\|A\|_F^2$$ here:`,
    r`
    unreadable | \nabla_x = 2A^TAx`,
  ],
  [
    'vectors with an index that nothing declares',
    r`Let $S = \sum_i x_i x_i^T$.`,
    r`
    true | \operatorname{tr}(S) = \sum_i x_i^T x_i
    refuted | S^2 = \sum_i x_i x_i^T x_i x_i^T
    true | S^T = S`,
  ],
];
