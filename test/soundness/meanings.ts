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
    refuted    | \|A\|^2 = \operatorname{tr}(A^TA)
    refuted    | \|A\| = \sqrt{\operatorname{tr}(A^TA)}
    proved     | \|A\|^2 = \lambda_{\max}(A^TA)
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
  [
    '⊗ as the outer product of vectors',
    r`For $a\in\mathbb{R}^m$, $b\in\mathbb{R}^n$ let $a\otimes b$ denote the outer product, with $x\in\mathbb{R}^n$ and $A, B\in\mathbb{R}^{n\times n}$.`,
    r`
    proved     | (a\otimes b)x = (b^Tx)a
    proved     | (a\otimes b)^T = b\otimes a
    misfit     | (a\otimes b)^T = a\otimes b
    unreadable | (A\otimes B)^T = A^T\otimes B^T`,
  ],
  [
    '⊗ of vectors, where nothing is said',
    r`Let $a,c\in\mathbb{R}^m$ and $b,d\in\mathbb{R}^n$.`,
    r`
    unreadable | (a\otimes b)d = (b^Td)a
    proved     | (a\otimes b)^T(c\otimes d) = (a^Tc)(b^Td)
    misfit     | (a\otimes b)(c\otimes d) = (a^Tc)(b^Td)`,
  ],
  [
    'a dot is looser than products without a sign',
    r`Let $x,y\in\mathbb{R}^n$ and $A,B\in\mathbb{R}^{n\times n}$.`,
    r`
    proved  | x\cdot Ax = x^TAx
    proved  | x\cdot A\cdot x = x^TAx
    proved  | A\cdot x\cdot y = y^TAx
    proved  | Ax\cdot By = x^TA^TBy
    proved  | Ax\cdot y\,x = xy^TAx
    proved  | Ax\cdot y = A^Ty\cdot x
    refuted | x\cdot Ay = Ax\cdot y
    proved  | A\cdot Bx = ABx
    proved  | 2x\cdot y = 2x^Ty
    proved  | \nabla_x(x\cdot Ax) = (A+A^T)x
    misfit  | x\cdot y = xy^T`,
  ],
  [
    'the dot of a definition',
    r`Let $x,y\in\mathbb{R}^n$ and $\alpha=x\cdot y$, $B\in\mathbb{R}^{m\times m}$.`,
    r`
    proved | \alpha B = Bx^Ty
    proved | \nabla_x\alpha^2 = 2\alpha y`,
  ],
  [
    'A · B as an inner product of matrices',
    r`For $A,B\in\mathbb{R}^{n\times n}$ we write $A\cdot B=\operatorname{tr}(A^TB)$.`,
    r`
    proved   | A\cdot B = B\cdot A
    proved   | \nabla_A(A\cdot B) = B
    not-true | \nabla_A(A\cdot B) = A`,
  ],
  [
    'A · B of matrices that have no product',
    r`Let $A,B\in\mathbb{R}^{m\times n}$.`,
    r`
    proved | A\cdot B = \operatorname{tr}(A^TB)
    misfit | A\cdot B = \operatorname{tr}(AB)`,
  ],
  [
    'equations that are claimed only together',
    r`Let $A,B\in\mathbb{R}^{n\times n}$ and $x,y\in\mathbb{R}^n$.`,
    r`
    unreadable unreadable | AB=BA \implies (AB)^2=A^2B^2
    unreadable unreadable | x^Ty=0\Rightarrow \|x+y\|^2=\|x\|^2+\|y\|^2
    unreadable unreadable | AB=0\iff B^TA^T=0
    proved proved | AA^{-1}=I \Rightarrow (A^{-1})^TA^T=I
    proved refuted | d\operatorname{tr}(A^2)=2\operatorname{tr}(A\,dA)\Rightarrow \nabla_A\operatorname{tr}(A^2)=2A`,
  ],
  [
    'a condition behind a claim',
    r`Let $A,B\in\mathbb{R}^{n\times n}$.`,
    r`
    prose      | We have
    unreadable | (A+B)^2=A^2+2AB+B^2
    prose      | whenever $AB=BA$.`,
  ],
  [
    'what is supposed is not proved by itself',
    r`Let $A,B\in\mathbb{R}^{n\times n}$. If $AB=BA$, then $A^2B=BA^2$. Suppose $AB=BA$.`,
    r`
    proved | \operatorname{tr}(AB) = \operatorname{tr}(BA)`,
  ],
  [
    'derivatives at a point',
    r`Let $f(x)=\|x\|^2$ and $g(t)=\|a+tb\|^2$ with $x,a,b\in\mathbb{R}^n$ and $t\in\mathbb{R}$.`,
    r`
    proved     | \nabla f(a) = 2a
    refuted    | \nabla f(a) = 2b
    proved     | \nabla^2 f(a) = 2I
    proved     | g'(t) = 2b^T(a+tb)
    unreadable | g'(0) = 2a^Tb
    unreadable | f'(a) = 2a`,
  ],
];
