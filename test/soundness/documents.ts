// Adversarial documents: what tempts a reader or a judge into a wrong verdict, by what is tried. Text, then every claim behind its verdict.
//   true: proved, verified or supported; not-true: anything else; not-false: neither refuted nor a misfit; a chain has a verdict for each link
//   "prose" marks a line that stands between the claims

export type Row = readonly [attempt: string, prose: string, claims: string];

const r = String.raw;

export const DOCUMENTS: readonly Row[] = [
  [
    'chains',
    r`Let $A, B, C \in \mathbb{R}^{n\times n}$.`,
    r`
    proved refuted | (A+B)^2 = A^2 + AB + BA + B^2 = A^2 + 2AB + B^2
    refuted proved proved | \operatorname{tr}(ABC) = \operatorname{tr}(ACB) = \operatorname{tr}(CBA) = \operatorname{tr}(BAC)
    refuted refuted | AB = BA = AB
    proved refuted | \begin{aligned}(A-B)(A+B) &= A^2 + AB - BA - B^2 \\ &= A^2 - B^2\end{aligned}`,
  ],
  [
    'definitions',
    r`Let $A, B \in \mathbb{R}^{n\times n}$. Define $S := A + A^T$.`,
    r`
    proved | S^T = S
    refuted | S^2 = A^2 + (A^T)^2`,
  ],
  [
    'definitions',
    r`Let $X \in \mathbb{R}^{n\times p}$ and let $H = X(X^TX)^{-1}X^T$.`,
    r`
    proved | H^2 = H
    proved | H^T = H
    proved | HX = X
    misfit | HX = H
    refuted | H = H + X X^T`,
  ],
  [
    'definitions',
    r`Let $x \in \mathbb{R}^n$, $A \in \mathbb{R}^{m\times n}$. Let $y = Ax$ and $f = y^Ty$.`,
    r`
    proved | \nabla_x f = 2A^TAx
    proved | \nabla_x f = 2A^Ty
    misfit | \nabla_x f = 2Ay`,
  ],
  [
    'macros',
    r`\newcommand{\tr}{\operatorname{tr}}\newcommand{\T}{^{\mathsf T}}\newcommand{\turned}[2]{#2#1} Let $A, B \in \mathbb{R}^{n\times n}$.`,
    r`
    proved | \tr(A\T B) = \tr(B\T A)
    refuted | \turned{A}{B} = AB
    proved | \turned{A}{B} = BA`,
  ],
  [
    'transposes of products',
    r`Let $A \in \mathbb{R}^{m\times n}$, $B \in \mathbb{R}^{n\times p}$.`,
    r`
    proved | (AB)^T = B^T A^T
    misfit | (AB)^T = A^T B^T`,
  ],
  [
    'transposes of square products',
    r`Let $A, B, C \in \mathbb{R}^{n\times n}$.`,
    r`
    proved | (AB)^T = B^T A^T
    refuted | (AB)^T = A^T B^T`,
  ],
  [
    'three factors in the wrong order',
    r`Let $A, B, C \in \mathbb{R}^{n\times n}$.`,
    r`
    proved | (ABC)^T = C^T B^T A^T
    refuted | (ABC)^T = B^T C^T A^T`,
  ],
  [
    'a transposed sum keeps its order',
    r`Let $A, B, C \in \mathbb{R}^{n\times n}$.`,
    r`
    proved | (A + B^T)^T = A^T + B
    refuted | (A + B^T)^T = A^T + B^T`,
  ],
  [
    'AᵀA is symmetric, A² is not',
    r`Let $A, B, C \in \mathbb{R}^{n\times n}$.`,
    r`
    proved | (A^T A)^T = A^T A
    refuted | (A^2)^T = A^2`,
  ],
  [
    'a script T twice',
    r`Let $A, B, C \in \mathbb{R}^{n\times n}$.`,
    r`
    proved | {A^T}^T = A
    refuted | (A^T)^T = A^T`,
  ],
  [
    'traces are cyclic, no more',
    r`Let $A, B, C \in \mathbb{R}^{n\times n}$.`,
    r`
    proved | \operatorname{tr}(ABC) = \operatorname{tr}(CAB)
    refuted | \operatorname{tr}(ABC) = \operatorname{tr}(ACB)`,
  ],
  [
    'traces of two matrices commute, of squares do not',
    r`Let $A, B, C \in \mathbb{R}^{n\times n}$.`,
    r`
    proved | \operatorname{tr}(ABAB) = \operatorname{tr}(BABA)
    refuted | \operatorname{tr}(ABAB) = \operatorname{tr}(A^2B^2)`,
  ],
  [
    'the trace of a product is no product of traces',
    r`Let $A, B, C \in \mathbb{R}^{n\times n}$.`,
    r`
    refuted | \operatorname{tr}(AB) = \operatorname{tr}(A)\operatorname{tr}(B)
    proved | \operatorname{tr}(A \otimes B) = \operatorname{tr}(A)\operatorname{tr}(B)`,
  ],
  [
    'the trace without brackets',
    r`Let $A, B, C \in \mathbb{R}^{n\times n}$.`,
    r`
    proved | \operatorname{tr} AB = \operatorname{tr} BA`,
  ],
  [
    'the trace of a product of transposes',
    r`Let $A, B, C \in \mathbb{R}^{n\times n}$.`,
    r`
    proved | \operatorname{tr}(A^T B) = \operatorname{tr}(A B^T)
    refuted | \operatorname{tr}(A^T B) = \operatorname{tr}(AB)`,
  ],
  [
    'a trace as long as Cauchy–Schwarz would be equal',
    r`Let $A, B, C \in \mathbb{R}^{n\times n}$.`,
    r`
    refuted | \operatorname{tr}(A^T A) = \operatorname{tr}(A)^2`,
  ],
  [
    'the trace of the identity',
    r`Let $A, B, C \in \mathbb{R}^{n\times n}$.`,
    r`
    refuted | \operatorname{tr}(I_n) = 1`,
  ],
  [
    'the trace of a projection is its rank',
    r`Let $P \in \mathbb{R}^{n\times n}$ be idempotent.`,
    r`
    proved | P^3 = P
    refuted | P^T = P`,
  ],
  [
    'commutes at n = 1 only',
    r`Let $A, B, C \in \mathbb{R}^{n\times n}$.`,
    r`
    refuted | AB = BA`,
  ],
  [
    'symmetric at n = 1 only',
    r`Let $A, B, C \in \mathbb{R}^{n\times n}$.`,
    r`
    refuted | A^T = A`,
  ],
  [
    'outer and inner product',
    r`Let $x, y \in \mathbb{R}^n$ and $A \in \mathbb{R}^{n\times n}$.`,
    r`
    proved | x^T y = y^T x
    refuted | x y^T = y x^T
    proved | \operatorname{tr}(x y^T) = x^T y`,
  ],
  [
    'the determinant of a multiple',
    r`Let $A, B, C \in \mathbb{R}^{n\times n}$.`,
    r`
    refuted | \det(2A) = 2\det(A)`,
  ],
  [
    'a determinant of a sum',
    r`Let $A, B, C \in \mathbb{R}^{n\times n}$.`,
    r`
    refuted | \det(A + B) = \det(A) + \det(B)`,
  ],
  [
    'diagonals at n = 1 only',
    r`Let $A, B, C \in \mathbb{R}^{n\times n}$.`,
    r`
    refuted | A \odot I = A`,
  ],
  [
    'a declared n = 1',
    r`Let $A, B \in \mathbb{R}^{1\times 1}$.`,
    r`
    proved | AB = BA`,
  ],
  [
    'products of symmetric matrices',
    r`Let $A, B \in \mathbb{R}^{n\times n}$ be symmetric.`,
    r`
    proved | (AB)^T = BA
    refuted | (AB)^T = AB
    proved | (ABA)^T = ABA`,
  ],
  [
    'diagonal matrices commute',
    r`Let $D, E \in \mathbb{R}^{n\times n}$ be diagonal and $A \in \mathbb{R}^{n\times n}$.`,
    r`
    proved | DE = ED
    refuted | DA = AD
    proved | DE = D \odot E`,
  ],
  [
    'orthogonal matrices',
    r`Let $Q \in \mathbb{R}^{n\times n}$ be orthogonal.`,
    r`
    proved | QQ^T = I
    refuted | Q^2 = I
    proved | Q^{-1} = Q^T
    refuted | \det(Q) = 1`,
  ],
  [
    'orthonormal columns',
    r`Let $Q \in \mathbb{R}^{m\times n}$ have orthonormal columns.`,
    r`
    refuted | Q Q^T = I_m`,
  ],
  [
    'skew-symmetric',
    r`Let $K \in \mathbb{R}^{n\times n}$ be skew-symmetric and $x \in \mathbb{R}^n$.`,
    r`
    proved | x^T K x = 0
    proved | \operatorname{tr}(K) = 0
    refuted | K^2 = -K
    proved | (K^2)^T = K^2`,
  ],
  [
    'a quadratic form sees the symmetric part',
    r`Let $x, y \in \mathbb{R}^n$ and $A \in \mathbb{R}^{n\times n}$.`,
    r`
    proved | x^T A x = x^T A^T x
    refuted | x^T A y = x^T A^T y`,
  ],
  [
    'ones of a fixed size',
    r``,
    r`
    proved | \mathbf{1}_3^T \mathbf{1}_3 = 3
    refuted | \mathbf{1}_3^T \mathbf{1}_3 = 9`,
  ],
  [
    'sums by ones',
    r`Let $A, B, C \in \mathbb{R}^{n\times n}$.`,
    r`
    proved | \mathbf{1}^T A \mathbf{1} = \sum_{i=1}^n \sum_{j=1}^n A_{ij}
    refuted | \mathbf{1}^T A \mathbf{1} = \operatorname{tr}(A)`,
  ],
  [
    'a Hadamard product with all ones',
    r`Let $A \in \mathbb{R}^{m\times n}$, $B \in \mathbb{R}^{n\times p}$.`,
    r`
    proved | A \odot \mathbf{1}\mathbf{1}^T = A`,
  ],
  [
    'the identity is not all ones',
    r`Let $A, B, C \in \mathbb{R}^{n\times n}$.`,
    r`
    proved | A \odot I = \operatorname{diag}(\operatorname{diag}(A))
    proved | AI = A`,
  ],
  [
    'identity of a fixed size',
    r`Let $X \in \mathbb{R}^{n \times 3}$.`,
    r`
    proved | X I_3 = X
    misfit | I_3 X = X`,
  ],
  [
    'vec of a product of three',
    r`Let $A \in \mathbb{R}^{m\times n}$, $X \in \mathbb{R}^{n\times p}$, $B \in \mathbb{R}^{p\times q}$.`,
    r`
    proved | \operatorname{vec}(AXB) = (B^T \otimes A)\operatorname{vec}(X)
    refuted | \operatorname{vec}(AXB) = (A \otimes B^T)\operatorname{vec}(X)`,
  ],
  [
    'vec of square products',
    r`Let $A, B, C \in \mathbb{R}^{n\times n}$.`,
    r`
    proved | \operatorname{vec}(ABC) = (C^T \otimes A)\operatorname{vec}(B)
    refuted | \operatorname{vec}(ABC) = (C \otimes A)\operatorname{vec}(B)
    refuted | \operatorname{vec}(ABC) = (A \otimes C^T)\operatorname{vec}(B)`,
  ],
  [
    'Kronecker products do not commute',
    r`Let $A, B, C \in \mathbb{R}^{n\times n}$.`,
    r`
    refuted | A \otimes B = B \otimes A`,
  ],
  [
    'Kronecker products of vectors',
    r`Let $x, y \in \mathbb{R}^n$ and $A \in \mathbb{R}^{n\times n}$.`,
    r`
    refuted | x \otimes y = y \otimes x
    proved | \operatorname{vec}(x y^T) = y \otimes x
    refuted | \operatorname{vec}(x y^T) = x \otimes y
    proved | x \otimes y^T = x y^T
    proved | x^T \otimes y = y x^T`,
  ],
  [
    'the mixed product',
    r`Let $A, B, C \in \mathbb{R}^{n\times n}$.`,
    r`
    proved | (A \otimes B)(C \otimes A) = AC \otimes BA
    refuted | (A \otimes B)(C \otimes A) = CA \otimes BA
    proved | (A \otimes B)^T = A^T \otimes B^T
    refuted | (A \otimes B)^T = B^T \otimes A^T`,
  ],
  [
    'vec of a transpose',
    r`Let $A \in \mathbb{R}^{m\times n}$.`,
    r`
    proved | K_{mn}\operatorname{vec}(A) = \operatorname{vec}(A^T)
    refuted | K_{nm}\operatorname{vec}(A) = \operatorname{vec}(A^T)
    refuted | \operatorname{vec}(A^T) = \operatorname{vec}(A)`,
  ],
  [
    'traces by vec',
    r`Let $A, B, C \in \mathbb{R}^{n\times n}$.`,
    r`
    proved | \operatorname{tr}(A^T B) = \operatorname{vec}(A)^T \operatorname{vec}(B)
    refuted | \operatorname{tr}(AB) = \operatorname{vec}(A)^T \operatorname{vec}(B)`,
  ],
  [
    'a product binds more tightly than ⊙',
    r`Let $A, B, C \in \mathbb{R}^{n\times n}$.`,
    r`
    proved | AB \odot C = (AB) \odot C
    refuted | AB \odot C = A (B \odot C)`,
  ],
  [
    'a sum binds less tightly than ⊙',
    r`Let $A, B, C \in \mathbb{R}^{n\times n}$.`,
    r`
    proved | A \odot B + C = (A \odot B) + C
    refuted | A \odot B + C = A \odot (B + C)`,
  ],
  [
    'Hadamard against product',
    r`Let $A, B, C \in \mathbb{R}^{n\times n}$.`,
    r`
    proved | A \odot B = B \odot A
    refuted | A \odot B = AB
    proved | (A \odot B)^T = A^T \odot B^T
    refuted | (A \odot B)C = AC \odot BC`,
  ],
  [
    'Hadamard with a diagonal',
    r`Let $x, y \in \mathbb{R}^n$ and $A \in \mathbb{R}^{n\times n}$.`,
    r`
    proved | \operatorname{diag}(x) y = x \odot y
    proved | x^T \operatorname{diag}(y) x = x^T (y \odot x)
    misfit | \operatorname{diag}(x) A = x^T \odot A
    proved | \operatorname{diag}(x) A \operatorname{diag}(y) = A \odot (x y^T)
    refuted | \operatorname{diag}(x) A \operatorname{diag}(y) = A \odot (y x^T)`,
  ],
  [
    'the diagonal of a product',
    r`Let $A, B, C \in \mathbb{R}^{n\times n}$.`,
    r`
    proved | \operatorname{diag}(A B^T) = (A \odot B)\mathbf{1}
    refuted | \operatorname{diag}(A B) = (A \odot B)\mathbf{1}`,
  ],
  [
    'inverses of products',
    r`Let $A, B \in \mathbb{R}^{n\times n}$ be invertible.`,
    r`
    proved | (AB)^{-1} = B^{-1}A^{-1}
    refuted | (AB)^{-1} = A^{-1}B^{-1}
    proved | (A^T)^{-1} = (A^{-1})^T
    refuted | (A+B)^{-1} = A^{-1} + B^{-1}
    refuted | A^{-1}BA = B`,
  ],
  [
    'inverses of sums',
    r`Let $A, B \in \mathbb{R}^{n\times n}$ be invertible.`,
    r`
    proved | A^{-1} + B^{-1} = A^{-1}(A + B)B^{-1}
    proved | A^{-1} - B^{-1} = A^{-1}(B - A)B^{-1}
    refuted | A^{-1} - B^{-1} = A^{-1}(A - B)B^{-1}`,
  ],
  [
    'logarithms of determinants',
    r`Let $A, B \in \mathbb{R}^{n\times n}$ be positive definite.`,
    r`
    proved | \log\det(A^{-1}) = -\log\det(A)
    refuted | \log\det(A) = \operatorname{tr}(A)
    refuted | \log\det(A+B) = \log\det(A) + \log\det(B)`,
  ],
  [
    'the differential of a log determinant',
    r`Let $X \in \mathbb{R}^{n\times n}$ be invertible.`,
    r`
    proved | d \log\det(X) = \operatorname{tr}(X^{-1} dX)
    refuted | d\det(X) = \operatorname{tr}(X^{-1} dX)
    refuted | d \log\det(X) = \operatorname{tr}(X^{-T} dX)`,
  ],
  [
    'd of a constant',
    r`Let $A \in \mathbb{R}^{m\times n}$ be constant and $X \in \mathbb{R}^{n\times p}$ a variable.`,
    r`
    proved | d(AX) = A\,dX
    misfit | d(AX) = (dX)A`,
  ],
  [
    'd of an inverse',
    r`Let $X \in \mathbb{R}^{n\times n}$ be invertible.`,
    r`
    proved | d(X^{-1}) = -X^{-1}(dX)X^{-1}
    refuted | d(X^{-1}) = -X^{-2}\,dX
    refuted | d(X^{-1}) = X^{-1}(dX)X^{-1}`,
  ],
  [
    'd of a square',
    r`Let $X \in \mathbb{R}^{n\times n}$.`,
    r`
    refuted | d(X^2) = 2X\,dX
    proved | d(X^2) = (dX)X + X\,dX
    proved | d\operatorname{tr}(X^2) = 2\operatorname{tr}(X\,dX)`,
  ],
  [
    'd² is the second differential',
    r`Let $x \in \mathbb{R}^n$ be a variable and $A \in \mathbb{R}^{n\times n}$ constant.`,
    r`
    proved | d^2(x^T A x) = 2\,dx^T A\,dx
    refuted | d^2(x^T A x) = dx^T A\,dx`,
  ],
  [
    'd of a transpose',
    r`Let $X \in \mathbb{R}^{m\times n}$.`,
    r`
    proved | d(X^T) = (dX)^T
    refuted | d(X^T X) = 2X^T dX
    proved | d(X^T X) = (dX)^T X + X^T dX`,
  ],
  [
    'the gradient of a quadratic form',
    r`Let $x, y \in \mathbb{R}^n$ and $A \in \mathbb{R}^{n\times n}$.`,
    r`
    proved | \nabla_x (x^T A x) = (A + A^T)x
    refuted | \nabla_x (x^T A x) = 2Ax`,
  ],
  [
    'a gradient and the Jacobian of one document',
    r`Let $x \in \mathbb{R}^n$, $A \in \mathbb{R}^{m\times n}$.`,
    r`
    proved | \frac{\partial (Ax)}{\partial x} = A`,
  ],
  [
    'layouts are kept through a document',
    r`Let $x \in \mathbb{R}^n$, $A \in \mathbb{R}^{n\times n}$.`,
    r`
    proved | \frac{\partial (Ax)}{\partial x} = A
    refuted | \frac{\partial (A^2x)}{\partial x} = (A^2)^T`,
  ],
  [
    'gradients by a matrix',
    r`Let $X \in \mathbb{R}^{m\times n}$, $A \in \mathbb{R}^{m\times n}$, $S \in \mathbb{R}^{m \times m}$.`,
    r`
    proved | \frac{\partial \operatorname{tr}(A^T X)}{\partial X} = A
    proved | \frac{\partial \operatorname{tr}(X^T S X)}{\partial X} = (S + S^T) X
    refuted | \frac{\partial \operatorname{tr}(X^T S X)}{\partial X} = 2SX`,
  ],
  [
    'least squares',
    r`Let $x \in \mathbb{R}^n$, $A \in \mathbb{R}^{m\times n}$, $b \in \mathbb{R}^m$.`,
    r`
    proved | \nabla_x \|Ax - b\|^2 = 2A^T(Ax - b)
    refuted | \nabla_x \|Ax - b\|^2 = A^T(Ax - b)
    misfit | \nabla_x \|Ax - b\|^2 = 2A(Ax-b)`,
  ],
  [
    'a norm without its square',
    r`Let $x \in \mathbb{R}^n$ be nonzero.`,
    r`
    proved | \nabla_x \|x\| = \frac{x}{\|x\|}
    refuted | \nabla_x \|x\| = x
    misfit | \nabla_x \|x\|^2 = 2\|x\|`,
  ],
  [
    'sums over an index',
    r`Let $A, B, C \in \mathbb{R}^{n\times n}$.`,
    r`
    proved | (AB)_{ij} = \sum_{k=1}^n A_{ik} B_{kj}
    refuted | (AB)_{ij} = \sum_{k=1}^n A_{ik} B_{jk}
    refuted | (AB)_{ij} = A_{ij} B_{ij}`,
  ],
  [
    'one name in two sums',
    r`Let $x, y \in \mathbb{R}^n$ and $A \in \mathbb{R}^{n\times n}$.`,
    r`
    proved | \sum_{i=1}^n x_i + \sum_{i=1}^n y_i = \sum_{i=1}^n (x_i + y_i)
    refuted | \left(\sum_{i=1}^n x_i\right)\left(\sum_{i=1}^n y_i\right) = \sum_{i=1}^n x_i y_i
    proved | \left(\sum_{i=1}^n x_i\right)\left(\sum_{i=1}^n x_i\right) = \sum_{i=1}^n\sum_{j=1}^n x_i x_j`,
  ],
  [
    'a double sum of diagonal entries',
    r`Let $A, B, C \in \mathbb{R}^{n\times n}$.`,
    r`
    proved | \sum_{i=1}^n A_{ii} = \operatorname{tr}(A)
    refuted | \sum_{i=1}^n\sum_{j=1}^n A_{ii} = \operatorname{tr}(A)
    proved | \sum_{i=1}^n\sum_{j=1}^n A_{ij}A_{ji} = \operatorname{tr}(A^2)
    refuted | \sum_{i=1}^n\sum_{j=1}^n A_{ij}A_{ij} = \operatorname{tr}(A^2)`,
  ],
  [
    'the pseudo-inverse of an idempotent matrix',
    r`Let $A \in \mathbb{R}^{n\times n}$ be idempotent.`,
    r`
    refuted | A^+ = A`,
  ],
  [
    'the pseudo-inverse of a projection',
    r`Let $P \in \mathbb{R}^{n\times n}$ be a symmetric idempotent matrix.`,
    r`
    true | P^+ = P
    refuted | P^+ P = I`,
  ],
  [
    'the pseudo-inverse of any matrix',
    r`Let $A \in \mathbb{R}^{m\times n}$.`,
    r`
    true | A A^+ A = A
    refuted | A^+ A = I_n
    refuted | A A^+ = I_m
    proved | (A^+)^T = (A^T)^+`,
  ],
  [
    'the pseudo-inverse of a product',
    r`Let $A \in \mathbb{R}^{m\times n}$, $B \in \mathbb{R}^{n\times p}$.`,
    r`
    refuted | (AB)^+ = B^+ A^+`,
  ],
  [
    'the pseudo-inverse of an outer product',
    r`Let $x, y \in \mathbb{R}^n$ and $A \in \mathbb{R}^{n\times n}$.`,
    r`
    true | (x y^T)^+ = \frac{y x^T}{(x^Tx)(y^Ty)}
    refuted | (x y^T)^+ = y x^T`,
  ],
  [
    'the pseudo-inverse of a diagonal matrix',
    r`Let $D \in \mathbb{R}^{n\times n}$ be diagonal.`,
    r`
    true | D D^+ = D^+ D`,
  ],
  [
    'the pseudo-inverse of a skew matrix',
    r`Let $K \in \mathbb{R}^{n\times n}$ be skew-symmetric.`,
    r`
    refuted | K^+ K = I
    true | K K^+ = K^+ K`,
  ],
  [
    'the differential of a pseudo-inverse',
    r`Let $A \in \mathbb{R}^{m\times n}$.`,
    r`
    refuted | d(A^+) = -A^+ (dA) A^+`,
  ],
  [
    'a letter d that is declared',
    r`Let $d, x \in \mathbb{R}^n$.`,
    r`
    proved | d^T x = x^T d
    refuted | d x^T = x d^T`,
  ],
  [
    'a letter T that is declared',
    r`Let $T, A \in \mathbb{R}^{n\times n}$.`,
    r`
    refuted | TA = AT`,
  ],
  [
    'a letter e that is declared',
    r`Let $e \in \mathbb{R}^n$ and $A \in \mathbb{R}^{n\times n}$.`,
    r`
    proved | e^T A e = e^T A^T e`,
  ],
  [
    'a letter K that is declared',
    r`Let $K \in \mathbb{R}^{m\times n}$ and $X \in \mathbb{R}^{n\times m}$.`,
    r`
    proved | \operatorname{tr}(KX) = \operatorname{tr}(XK)
    misfit | KX = XK`,
  ],
  [
    'a letter D that is declared',
    r`Let $D, A \in \mathbb{R}^{n\times n}$.`,
    r`
    refuted | DA = AD
    proved | \operatorname{tr}(DA) = \operatorname{tr}(AD)`,
  ],
  [
    'a letter n that is a vector',
    r`Let $n, v \in \mathbb{R}^3$.`,
    r`
    proved | n^T v = v^T n
    refuted | n v^T = v n^T`,
  ],
  [
    'a product that does not fit',
    r`Let $A \in \mathbb{R}^{m\times n}$, $B \in \mathbb{R}^{n\times p}$.`,
    r`
    misfit | BA = AB
    misfit | A + B = B + A`,
  ],
  [
    'a scalar beside a matrix',
    r`Let $A \in \mathbb{R}^{m\times n}$, $B \in \mathbb{R}^{n\times p}$.`,
    r`
    misfit | A^T A = \|A\|^2`,
  ],
  [
    'a letter that nothing introduces',
    r`Let $A, B, C \in \mathbb{R}^{n\times n}$.`,
    r`
    not-true | AZ = ZA`,
  ],
  [
    'a letter that nothing introduces, in a truth',
    r`Let $A, B, C \in \mathbb{R}^{n\times n}$.`,
    r`
    proved | A(B + Z) = AB + AZ`,
  ],
  [
    'a renamed letter',
    r`Let $\mathbf{A} \in \mathbb{R}^{n\times n}$ and $A \in \mathbb{R}^{n\times n}$.`,
    r`
    refuted | \mathbf{A}A = A\mathbf{A}`,
  ],
  [
    'what is denied, or said of something else',
    r`Let $A \in \mathbb{R}^{n\times n}$ be a matrix that is not symmetric.`,
    r`
    refuted | A^T = A`,
  ],
  [
    'what is denied, or said of something else',
    r`Let $A \in \mathbb{R}^{n\times n}$ be a not necessarily symmetric matrix.`,
    r`
    refuted | A^T = A`,
  ],
  [
    'what is denied, or said of something else',
    r`Let $A \in \mathbb{R}^{n\times n}$ be non-symmetric.`,
    r`
    refuted | A^T = A`,
  ],
  [
    'what is denied, or said of something else',
    r`Let $A \in \mathbb{R}^{n\times n}$ be asymmetric.`,
    r`
    refuted | A^T = A`,
  ],
  [
    'what is denied, or said of something else',
    r`Let $A \in \mathbb{R}^{n\times n}$ be neither symmetric nor diagonal.`,
    r`
    refuted | A^T = A`,
  ],
  [
    'what is denied, or said of something else',
    r`Let $A \in \mathbb{R}^{n\times n}$. Note that $A$ need not be symmetric.`,
    r`
    refuted | A^T = A`,
  ],
  [
    'what is denied, or said of something else',
    r`Let $A \in \mathbb{R}^{n\times n}$ be any matrix, symmetric or not.`,
    r`
    refuted | A^T = A`,
  ],
  [
    'what is denied, or said of something else',
    r`Let $A \in \mathbb{R}^{n\times n}$ be skew-symmetric.`,
    r`
    refuted | A^T = A`,
  ],
  [
    'what is denied, or said of something else',
    r`Let $A \in \mathbb{R}^{n\times n}$. Its symmetric part is $\frac{1}{2}(A + A^T)$.`,
    r`
    refuted | A^T = A`,
  ],
  [
    'what is denied, or said of something else',
    r`Let $A \in \mathbb{R}^{n\times n}$. The matrix $A^TA$ is symmetric.`,
    r`
    refuted | A^T = A`,
  ],
  [
    'what is denied, or said of something else',
    r`Let $A \in \mathbb{R}^{n\times n}$, where $A + A^T$ is symmetric.`,
    r`
    refuted | A^T = A`,
  ],
  [
    'what is denied, or said of something else',
    r`Let $A \in \mathbb{R}^{n\times n}$ be unsymmetric.`,
    r`
    refuted | A^T = A`,
  ],
  [
    'what is denied, or said of something else',
    r`Let $A \in \mathbb{R}^{n\times n}$. Is $A$ symmetric? No.`,
    r`
    refuted | A^T = A`,
  ],
  [
    'what is denied, or said of something else',
    r`Let $A \in \mathbb{R}^{n\times n}$ be a general matrix and $S \in \mathbb{R}^{n\times n}$ a symmetric matrix.`,
    r`
    refuted | A^T = A`,
  ],
  [
    'what is denied, or said of something else',
    r`Let $S \in \mathbb{R}^{n\times n}$ be symmetric and let $A \in \mathbb{R}^{n\times n}$.`,
    r`
    refuted | A^T = A`,
  ],
  [
    'what is denied, or said of something else',
    r`Let $A \in \mathbb{R}^{n\times n}$ and let $S \in \mathbb{R}^{n\times n}$ be symmetric.`,
    r`
    refuted | A^T = A`,
  ],
  [
    'what is denied, or said of something else',
    r`Let $A \in \mathbb{R}^{n\times n}$ have a symmetric inverse image $S$.`,
    r`
    refuted | A^T = A`,
  ],
  [
    'what is denied, or said of something else',
    r`Let $A$ and the symmetric $S$ be $n\times n$ matrices.`,
    r`
    not-true | A^T = A`,
  ],
  [
    'what is denied, or said of something else',
    r`Let $A \in \mathbb{R}^{n\times n}$ be symmetric only if $n=1$.`,
    r`
    refuted | A^T = A`,
  ],
  [
    'what is denied, or said of something else',
    r`Let $A \in \mathbb{R}^{n\times n}$ be diagonalizable.`,
    r`
    refuted | A^T = A`,
  ],
  [
    'what is denied, or said of something else',
    r`Let $A \in \mathbb{R}^{n\times n}$ be block diagonal.`,
    r`
    refuted | A^T = A`,
  ],
  [
    'what is denied, or said of something else',
    r`Let $A \in \mathbb{R}^{n\times n}$ have a positive diagonal.`,
    r`
    refuted | A^T = A`,
  ],
  [
    'what is denied, or said of something else',
    r`Let $A \in \mathbb{R}^{n\times n}$ be diagonally dominant.`,
    r`
    refuted | A^T = A`,
  ],
  [
    'what is denied, or said of something else',
    r`Let $A \in \mathbb{R}^{n\times n}$ be persymmetric.`,
    r`
    not-true | A^T = A`,
  ],
  [
    'what is denied, or said of something else',
    r`Let $A \in \mathbb{R}^{n\times n}$ be tridiagonal.`,
    r`
    not-true | A^T = A`,
  ],
  [
    'what is denied, or said of something else',
    r`Let $A \in \mathbb{R}^{n\times n}$. We don't require $A$ to be symmetric.`,
    r`
    refuted | A^T = A`,
  ],
  [
    'what is denied, or said of something else',
    r`Let $A \in \mathbb{R}^{n\times n}$. Here $A$ is no longer symmetric.`,
    r`
    refuted | A^T = A`,
  ],
  [
    'what is denied, or said of something else',
    r`Let $A \in \mathbb{R}^{n\times n}$ without assuming that $A$ is invertible or symmetric.`,
    r`
    refuted | A^T = A`,
  ],
  [
    'what is denied, or said of something else',
    r`Let $A \in \mathbb{R}^{n\times n}$. $A$ is rarely symmetric.`,
    r`
    refuted | A^T = A`,
  ],
  [
    'what is denied, or said of something else',
    r`Let $A \in \mathbb{R}^{n\times n}$. Remember: the matrix $A$ isn't symmetric.`,
    r`
    refuted | A^T = A`,
  ],
  [
    'symmetric by another word, and declared anew',
    r`Let $A \in \mathbb{R}^{n\times n}$ be a real symmetric matrix.`,
    r`
    proved | A^T = A`,
  ],
  [
    'symmetric by another word, and declared anew',
    r`Let $A \in \mathbb{R}^{n\times n}$ be positive definite.`,
    r`
    proved | A^T = A`,
  ],
  [
    'symmetric by another word, and declared anew',
    r`Let $A$ be an $n\times n$ covariance matrix.`,
    r`
    proved | A^T = A`,
  ],
  [
    'symmetric by another word, and declared anew',
    r`Let $A \in \mathbb{S}^n$.`,
    r`
    proved | A^T = A`,
  ],
  [
    'symmetric by another word, and declared anew',
    r`Let $A \in \mathbb{S}^n_{++}$.`,
    r`
    proved | A^T = A`,
  ],
  [
    'symmetric by another word, and declared anew',
    r`Let $A \in \mathbb{R}^{n\times n}$ be positive semidefinite.`,
    r`
    proved | A^T = A`,
  ],
  [
    'symmetric by another word, and declared anew',
    r`Let $A \in \mathbb{R}^{n\times n}$ be symmetric.`,
    r`
    proved | A^T = A
    prose | Now let $A \in \mathbb{R}^{n\times n}$ be an arbitrary matrix.`,
  ],
  [
    'symmetric by another word, and declared anew',
    r`Let $A \in \mathbb{R}^{n\times n}$ be diagonal.`,
    r`
    proved | A^T = A
    prose | Let $A \in \mathbb{R}^{m\times n}$ and $x \in \mathbb{R}^n$.
    not-true | (Ax)^T = x^TA`,
  ],
  [
    'symmetric by another word, and declared anew',
    r`Let $A \succeq 0$ be an $n\times n$ matrix.`,
    r`
    not-true | A^+A = I
    proved | A^T = A`,
  ],
  [
    'symmetric by another word, and declared anew',
    r`Let $A \in \mathbb{R}^{n\times n}$ be symmetric.`,
    r`
    proved | A^T = A
    prose | From now on $A$ is an arbitrary $n\times n$ matrix.`,
  ],
  [
    'symmetric by another word, and declared anew',
    r`Let $A \in \mathbb{R}^{n\times n}$ be negative definite.`,
    r`
    not-true | \log\det(A) = \operatorname{tr}(A)`,
  ],
  [
    'symmetric by another word, and declared anew',
    r`Let $A \in \mathbb{S}^n$ and $x \in \mathbb{R}^n$.`,
    r`
    proved | \nabla_x (x^TAx) = 2Ax`,
  ],
  [
    'symmetric by another word, and declared anew',
    r`Let $A = A^T \in \mathbb{R}^{n\times n}$ and $x\in\mathbb{R}^n$.`,
    r`
    not-false | \nabla_x (x^TAx) = 2Ax`,
  ],
  [
    'conditions',
    r`Let $A, B, C \in \mathbb{R}^{n\times n}$.`,
    r`
    prose | If $A$ is symmetric,
    proved | A^T = A
    prose | In general, however,
    refuted | A^TB = AB`,
  ],
  [
    'complex matrices',
    r`Let $A \in \mathbb{C}^{n\times n}$.`,
    r`
    not-true | A^* = A^T`,
  ],
  [
    'complex matrices',
    r`Let $A \in \mathbb{C}^{n\times n}$ be Hermitian.`,
    r`
    not-true | A^T = A`,
  ],
  [
    'complex matrices',
    r`Let $X \in \mathbb{C}^{n\times n}$ be unitary.`,
    r`
    unreadable | X^{-1} = X^T`,
  ],
  [
    'norms, roots and functions',
    r`Let $x, y \in \mathbb{R}^n$ and $A \in \mathbb{R}^{n\times n}$. Let $c \in \mathbb{R}$.`,
    r`
    refuted | \|cx\| = c\|x\|
    true | \|cx\| = |c|\|x\|
    proved | \|-x\| = \|x\|
    refuted | \|x+y\| = \|x\| + \|y\|`,
  ],
  [
    'norms, roots and functions',
    r`Let $x, y \in \mathbb{R}^n$ and $A \in \mathbb{R}^{n\times n}$.`,
    r`
    refuted | \sqrt{(x^Ty)^2} = x^Ty
    true | \sqrt{(x^Tx)^2} = x^Tx
    true | \|xy^T\|_F = \|x\|\|y\|`,
  ],
  [
    'norms, roots and functions',
    r`Let $a, b \in \mathbb{R}$.`,
    r`
    refuted | \sqrt{a^2} = a
    true | \sqrt{a^2} = |a|
    proved | |a|^2 = a^2
    true | |ab| = |a||b|
    refuted | |a+b| = |a|+|b|
    true | \sqrt{a^4} = a^2
    refuted | \sqrt{a^6} = a^3
    refuted | \frac{a}{|a|} = 1`,
  ],
  [
    'norms, roots and functions',
    r`Let $A, B, C \in \mathbb{R}^{n\times n}$.`,
    r`
    refuted | \sqrt{\det(A)^2} = \det(A)
    refuted | \sqrt{\det(A^TA)} = \det(A)
    true | \sqrt{\det(A^TA)} = |\det(A)|`,
  ],
  [
    'norms, roots and functions',
    r`Let $A, B \in \mathbb{R}^{n\times n}$ be symmetric positive definite.`,
    r`
    not-false | A^{1/2}A^{1/2} = A
    not-false | (A^2)^{1/2} = A
    not-true | (AB)^{1/2} = A^{1/2}B^{1/2}
    not-false | (A^{1/2})^{-1} = (A^{-1})^{1/2}
    not-true | A^{1/2}BA^{1/2} = AB`,
  ],
  [
    'norms, roots and functions',
    r`Let $A \in \mathbb{R}^{n\times n}$ be symmetric.`,
    r`
    not-true | (A^2)^{1/2} = A`,
  ],
  [
    'norms, roots and functions',
    r`Let $a, b > 0$.`,
    r`
    proved | \log(ab) = \log a + \log b
    refuted | \log(a+b) = \log a + \log b
    proved | \log(a/b) = \log a - \log b
    proved | \log a^2 = 2\log a
    refuted | \log a^2 = (\log a)^2`,
  ],
  [
    'norms, roots and functions',
    r`Let $x, y \in \mathbb{R}^n$ and $A \in \mathbb{R}^{n\times n}$.`,
    r`
    proved | \exp(x+y) = \exp(x)\odot\exp(y)
    refuted | \exp(x+y) = \exp(x)+\exp(y)
    proved | \exp(2x) = \exp(x)\odot\exp(x)`,
  ],
  [
    'norms, roots and functions',
    r`Let $A, B, C \in \mathbb{R}^{n\times n}$.`,
    r`
    not-true | e^{A+B} = e^A e^B
    true | e^{2A} = e^A e^A
    true | \det(e^A) = e^{\operatorname{tr}(A)}
    proved | (e^A)^T = e^{A^T}
    not-true | e^{A}B = Be^{A}
    true | e^{A}A = Ae^{A}`,
  ],
  [
    'norms, roots and functions',
    r`Let $x \in \mathbb{R}^n$.`,
    r`
    refuted | \operatorname{relu}(x) = x
    proved | \operatorname{relu}(x) - \operatorname{relu}(-x) = x
    true | \operatorname{relu}(2x) = 2\operatorname{relu}(x)
    refuted | \operatorname{relu}(-x) = -\operatorname{relu}(x)`,
  ],
  [
    'norms, roots and functions',
    r`Let $x, y \in \mathbb{R}^n$ and $A \in \mathbb{R}^{n\times n}$.`,
    r`
    refuted | \|x\|_1 = \mathbf{1}^Tx
    not-true | \|x\|_\infty = \|x\|_2
    proved | \|x\|_2^2 = x^Tx
    not-true | \|A\|_* = \operatorname{tr}(A)
    refuted | \|x\|_1^2 = x^Tx
    refuted | \|A\|_F = \operatorname{tr}(A^TA)`,
  ],
  [
    'norms, roots and functions',
    r`Let $A, B, C \in \mathbb{R}^{n\times n}$.`,
    r`
    proved | |AB| = |A||B|
    proved | |A| = |A^T|
    refuted | |2A| = 2|A|
    refuted | |-A| = |A|
    proved | |A^{-1}| = \frac{1}{|A|}`,
  ],
  [
    'norms, roots and functions',
    r`Let $A, B, C \in \mathbb{R}^{n\times n}$.`,
    r`
    not-true | \|A\|_2 = \|A\|_F
    not-true | \|A\|_2 = \sqrt{\operatorname{tr}(A^TA)}`,
  ],
  [
    'norms, roots and functions',
    r`Let $x \in \mathbb{R}^n$ and let $\sigma$ be the sigmoid function.`,
    r`
    proved | \sigma(-x) = \mathbf{1} - \sigma(x)
    proved | \frac{\partial \sigma(x)}{\partial x} = \operatorname{diag}(\sigma(x)\odot(\mathbf{1}-\sigma(x)))
    refuted | \sigma(x+x) = 2\sigma(x)`,
  ],
  [
    'algebra',
    r`Let $A, B, C \in \mathbb{R}^{n\times n}$.`,
    r`
    refuted | (AB-BA)^2C = C(AB-BA)^2`,
  ],
  [
    'algebra',
    r`Let $A, B, C \in \mathbb{R}^{n\times n}$.`,
    r`
    refuted | A^2 = \operatorname{tr}(A)A - \det(A) I`,
  ],
  [
    'algebra',
    r`Let $A, B, C \in \mathbb{R}^{n\times n}$.`,
    r`
    refuted | A^3 = \operatorname{tr}(A)A^2 - \frac{1}{2}(\operatorname{tr}(A)^2 - \operatorname{tr}(A^2))A + \det(A)I`,
  ],
  [
    'algebra',
    r`Let $x, y \in \mathbb{R}^n$ and $A \in \mathbb{R}^{n\times n}$.`,
    r`
    proved | \langle x, Ay\rangle = \langle A^Tx, y\rangle
    refuted | \langle x, Ay\rangle = \langle Ax, y\rangle
    refuted | \langle A, A\rangle = \operatorname{tr}(A^2)
    proved | \langle A, A\rangle = \|A\|_F^2`,
  ],
  [
    'algebra',
    r`Let $x, y \in \mathbb{R}^n$ and $A \in \mathbb{R}^{n\times n}$.`,
    r`
    proved | A^{-2} = A^{-1}A^{-1}
    proved | A^{-T} = (A^{-1})^T
    proved | A^0 = I
    proved | A^{2}A^{3} = A^5
    refuted | A^{2}A^{3} = A^6
    proved | (A^2)^3 = A^6
    proved | (A^T)^2 = (A^2)^T`,
  ],
  [
    'algebra',
    r`Let $x, y \in \mathbb{R}^n$ and $A \in \mathbb{R}^{n\times n}$.`,
    r`
    not-true | \frac{x}{y} = y^{-1}x
    not-true | \frac{x}{x^Tx} = \frac{1}{x}`,
  ],
  [
    'algebra',
    r`Let $A, B, C \in \mathbb{R}^{n\times n}$.`,
    r`
    not-false | \begin{bmatrix}A & B\end{bmatrix}\begin{bmatrix}B\\ C\end{bmatrix} = AB + BC
    not-true | \begin{bmatrix}A & B\end{bmatrix}\begin{bmatrix}B\\ C\end{bmatrix} = AB + CB
    not-true | \begin{bmatrix}A & B\end{bmatrix}^T = \begin{bmatrix}A^T & B^T\end{bmatrix}
    not-false | \begin{bmatrix}A & B\end{bmatrix}^T = \begin{bmatrix}A^T \\ B^T\end{bmatrix}
    not-false | \det\begin{bmatrix}A & 0\\ 0 & B\end{bmatrix} = \det(A)\det(B)
    not-true | \det\begin{bmatrix}A & B\\ C & A\end{bmatrix} = \det(A^2 - BC)`,
  ],
  [
    'algebra',
    r`Let $A, B, C \in \mathbb{R}^{n\times n}$.`,
    r`
    proved | (A\otimes B)^{-1} = A^{-1}\otimes B^{-1}
    proved | \operatorname{tr}(A\otimes B) = \operatorname{tr}(B\otimes A)
    not-true | A\otimes B + C = A \otimes (B+C)
    not-true | A \otimes B C = (A\otimes B)C
    proved | A\otimes BC = A\otimes(BC)
    proved | A \oplus B = A\otimes I + I \otimes B`,
  ],
  [
    'algebra',
    r`Let $A\in\mathbb{R}^{m\times n}$, $B\in\mathbb{R}^{p\times q}$.`,
    r`
    proved | K_{pm}(A\otimes B)K_{nq} = B\otimes A
    refuted | K_{mp}(A\otimes B)K_{nq} = B\otimes A`,
  ],
  [
    'algebra',
    r`Let $A \in \mathbb{R}^{n\times n}$ and $C \in \mathbb{R}^{k\times k}$ be invertible, $U \in \mathbb{R}^{n\times k}$, $V \in \mathbb{R}^{k\times n}$.`,
    r`
    proved | (A+UCV)^{-1} = A^{-1} - A^{-1}U(C^{-1}+VA^{-1}U)^{-1}VA^{-1}
    refuted | (A+UCV)^{-1} = A^{-1} - A^{-1}U(C+VA^{-1}U)^{-1}VA^{-1}
    true | \det(A + UV) = \det(A)\det(I + VA^{-1}U)
    refuted | \det(A + UV) = \det(A)\det(I + UV)
    proved | (I + UV)^{-1}U = U(I+VU)^{-1}`,
  ],
  [
    'algebra',
    r``,
    r`
    refuted | \det(2I_3)=6
    proved | I_2\otimes I_3 = I_6
    not-true | I_2 \otimes I_3 = I_5
    proved | \mathbf{1}_2\otimes\mathbf{1}_3 = \mathbf{1}_6`,
  ],
  [
    'algebra',
    r`Let $a \in \mathbb{R}$, $x, y, z \in \mathbb{R}^n$, $A \in \mathbb{R}^{n\times n}$.`,
    r`
    proved | xy^Tz = y^Tz\,x
    refuted | xy^Tz = x^Tyz
    proved | aAx = Aax
    proved | x^T A y z = z y^T A^T x
    refuted | x^Ty\,z = x\,y^Tz
    refuted | (aA)^{-1} = aA^{-1}
    proved | (aA)^{-1}=\frac{1}{a}A^{-1}`,
  ],
  [
    'algebra',
    r`Let $A, B, C \in \mathbb{R}^{n\times n}$.`,
    r`
    proved | A^{\circ 2} = A\odot A
    refuted | A^{\odot 2} = A^2
    refuted | (A \odot B)^{-1} = A^{-1}\odot B^{-1}
    refuted | \operatorname{tr}(A\odot B) = \operatorname{tr}(AB)
    proved | \mathbf{1}^T(A\odot B)\mathbf{1} = \operatorname{tr}(A^TB)
    proved | \operatorname{tr}(A^T(B\odot C)) = \operatorname{tr}((A\odot B)^TC)
    refuted | A\odot BC = (A \odot B)C`,
  ],
  [
    'algebra',
    r`Let $A, B, C \in \mathbb{R}^{n\times n}$.`,
    r`
    refuted | \operatorname{diag}(A)^T\operatorname{diag}(B) = \operatorname{tr}(AB)
    refuted | \operatorname{diag}(AB) = \operatorname{diag}(BA)`,
  ],
  [
    'algebra',
    r`Let $X \in \mathbb{R}^{m\times n}$, $\Sigma \in \mathbb{R}^{n\times n}$ symmetric positive definite and $\mu \in \mathbb{R}^n$.`,
    r`
    not-false | \nabla_\mu (x-\mu)^T\Sigma^{-1}(x-\mu) = -2\Sigma^{-1}(x-\mu)
    not-true | \nabla_\mu (x-\mu)^T\Sigma^{-1}(x-\mu) = 2\Sigma^{-1}(x-\mu)`,
  ],
  [
    'algebra',
    r`Let $n, N \in \mathbb{N}$, $N \in \mathbb{R}^{n\times n}$, $M \in \mathbb{R}^{n \times n}$.`,
    r`
    refuted | NM = MN`,
  ],
  [
    'algebra',
    r`Let $a\in\mathbb{R}$, $x \in \mathbb{R}^n$, $A\in\mathbb{R}^{n\times n}$.`,
    r`
    proved | aA = (aI)A
    proved | x^Tx A = (x^Tx I)A
    proved | x^Tx I A = x^Tx A
    proved | A x^Tx = x^Tx I A`,
  ],
  [
    'algebra',
    r`Let $A, B, C \in \mathbb{R}^{n\times n}$.`,
    r`
    proved | \operatorname{diag}(A)^T\operatorname{diag}(B) = \operatorname{tr}(A \odot B)`,
  ],
  [
    'algebra',
    r`Let $x, y \in \mathbb{R}^n$ and $A \in \mathbb{R}^{n\times n}$.`,
    r`
    proved | x^T\mathbf{1} = \mathbf{1}^Tx
    proved | \mathbf{1}^TA\mathbf{1} = \mathbf{1}^TA^T\mathbf{1}
    refuted | A\mathbf{1}\mathbf{1}^T = \mathbf{1}\mathbf{1}^TA`,
  ],
  [
    'structure',
    r`Let $A, B \in \mathbb{R}^{n\times n}$ be orthogonal.`,
    r`
    refuted | (AB-BA)^2A = A(AB-BA)^2`,
  ],
  [
    'structure',
    r`Let $K \in \mathbb{R}^{n\times n}$ be skew-symmetric.`,
    r`
    refuted | \det(K) = 0
    refuted | K^T = K
    proved | \det(I + K) = \det(I - K)
    proved | \operatorname{tr}(K^3) = 0
    refuted | \operatorname{tr}(K^2)=0`,
  ],
  [
    'structure',
    r`Let $Q \in \mathbb{R}^{n\times n}$ be orthogonal.`,
    r`
    true | \det(Q)^2 = 1
    refuted | Q^T = Q
    proved | (I+Q)^{-1}(I - Q) = -((I+Q)^{-1}(I-Q))^T`,
  ],
  [
    'structure',
    r`Let $v \in \mathbb{R}^n$ be a unit vector and $H = I - 2vv^T$.`,
    r`
    proved | HH = I
    proved | H^T = H
    proved | Hv = -v
    refuted | Hv = v`,
  ],
  [
    'structure',
    r`Let $v \in \mathbb{R}^n$ and $H = I - 2vv^T$.`,
    r`
    refuted | HH = I`,
  ],
  [
    'structure',
    r`Let $L, M \in \mathbb{R}^{n\times n}$ be lower triangular.`,
    r`
    true | \operatorname{diag}(LM) = \operatorname{diag}(L)\odot\operatorname{diag}(M)
    refuted | LM = ML
    proved | \det(LM) = \det(ML)`,
  ],
  [
    'structure',
    r`Let $L \in \mathbb{R}^{n\times n}$ be lower triangular and $U \in \mathbb{R}^{n\times n}$ upper triangular.`,
    r`
    refuted | \operatorname{diag}(LU) = \operatorname{diag}(L)\odot\operatorname{diag}(U)
    refuted | \operatorname{diag}(UL) = \operatorname{diag}(L)\odot\operatorname{diag}(U)`,
  ],
  [
    'structure',
    r`Let $A \in \mathbb{R}^{n\times n}$ be symmetric and $B \in \mathbb{R}^{n\times n}$.`,
    r`
    not-false | D_n \operatorname{vech}(A) = \operatorname{vec}(A)
    not-true | D_n \operatorname{vech}(B) = \operatorname{vec}(B)`,
  ],
  [
    'structure',
    r`Let $A, B, C \in \mathbb{R}^{n\times n}$.`,
    r`
    proved | \frac{A}{2} = \frac{1}{2}A
    refuted | \frac{\operatorname{tr}(AB)}{\operatorname{tr}(A)} = \operatorname{tr}(B)`,
  ],
  [
    'structure',
    r`Let $u, v \in \mathbb{R}^{n}$ be orthonormal vectors.`,
    r`
    not-true | u^Tv = 1`,
  ],
  [
    'structure',
    r`Let $A \in \mathbb{R}^{m\times n}$ be of full column rank.`,
    r`
    refuted | AA^+ = I_m`,
  ],
  [
    'index notation',
    r`Let $A, B, C \in \mathbb{R}^{n\times n}$.`,
    r`
    refuted | A_{ij}^2 = (A^2)_{ij}
    proved | (A^T)_{ij} = A_{ji}
    proved | A^T_{ij} = A_{ji}
    refuted | A^T_{ij} = A_{ij}
    refuted | A^{-1}_{ij} = 1/A_{ij}
    proved | (A\odot A)_{ij} = A_{ij}^2`,
  ],
  [
    'index notation',
    r`Let $x, y \in \mathbb{R}^n$ and $A \in \mathbb{R}^{n\times n}$.`,
    r`
    not-true | \sum_{i=2}^n x_i = \mathbf{1}^T x
    not-true | \sum_{i\neq j} x_i x_j = (\mathbf{1}^Tx)^2
    not-false | \sum_{i\neq j} x_i x_j = (\mathbf{1}^Tx)^2 - x^Tx
    not-true | \sum_{i<j} A_{ij} = \mathbf{1}^TA\mathbf{1}`,
  ],
  [
    'index notation',
    r`Let $x, y \in \mathbb{R}^n$ and $A \in \mathbb{R}^{n\times n}$.`,
    r`
    not-false | \sum_{i=1}^{0} x_i = 0
    proved | \sum_{i=1}^{n} 1 = n
    proved | \sum_{i=1}^{n} x = nx
    proved | \sum_{i=1}^n x_i y_i = x^Ty
    not-true | \sum_{i=1}^n x_i\sum_{i=1}^n y_i = x^Ty
    not-false | \sum_{i=1}^n i = \frac{n(n+1)}{2}`,
  ],
  [
    'index notation',
    r`Let $x, y \in \mathbb{R}^n$ and $A \in \mathbb{R}^{n\times n}$.`,
    r`
    not-false | \prod_{i=1}^n x_i = \det(\operatorname{diag}(x))
    not-true | \prod_{i=1}^n x_i = x^Tx`,
  ],
  [
    'index notation',
    r`Let $x, y \in \mathbb{R}^n$ and $A \in \mathbb{R}^{n\times n}$.`,
    r`
    proved | \sum_{j=1}^n \delta_{ij}x_j = x_i
    proved | \frac{\partial x_i}{\partial x_j} = \delta_{ij}
    proved | \frac{\partial (Ax)_i}{\partial x_j} = A_{ij}
    refuted | \frac{\partial (Ax)_i}{\partial x_j} = A_{ji}`,
  ],
  [
    'index notation',
    r`Let $A, B, C \in \mathbb{R}^{n\times n}$.`,
    r`
    proved | e_i^TAe_j = A_{ij}
    refuted | e_i^TAe_j = A_{ji}
    proved | \sum_{i=1}^n e_ie_i^T = I
    refuted | \sum_{i=1}^n e_i^Te_i = 1
    proved | \sum_{i=1}^n e_i e_i^T A e_i e_i^T = A \odot I`,
  ],
  [
    'index notation',
    r`Let $x\in\mathbb{R}^n$.`,
    r`
    misfit | \sum_{i=1}^{m} x_i = \mathbf{1}^Tx`,
  ],
  [
    'index notation',
    r`Let $x\in\mathbb{R}^n$.`,
    r`
    unreadable | \sum_{i=1}^{3} x_i = \mathbf{1}^Tx`,
  ],
  [
    'notation',
    r`Let $a, b \in \mathbb{R}^3$.`,
    r`
    not-true | a \times b = b \times a`,
  ],
  [
    'notation',
    r`Let $A_1, A_2 \in \mathbb{R}^{n\times n}$ and $x_1, x_2 \in \mathbb{R}^n$.`,
    r`
    refuted | A_1A_2 = A_2A_1
    proved | x_1^Tx_2 = x_2^Tx_1
    refuted | x_1x_2^T = x_2x_1^T
    refuted | A_1^TA_2 = A_2^TA_1`,
  ],
  [
    'notation',
    r`Let $\hat{A}, \tilde{A}, A \in \mathbb{R}^{n\times n}$.`,
    r`
    refuted | \hat{A}\tilde{A} = \tilde{A}\hat{A}
    proved | \operatorname{tr}(\hat{A}A) = \operatorname{tr}(A\hat{A})`,
  ],
  [
    'notation',
    r`Let $A, B, C \in \mathbb{R}^{n\times n}$.`,
    r`
    prose | The following is a common mistake:
    refuted | (A+B)^2 = A^2+2AB+B^2
    prose | The correct identity is
    proved | (A+B)^2 = A^2+AB+BA+B^2`,
  ],
  [
    'notation',
    r`Let $A, B, C \in \mathbb{R}^{n\times n}$.`,
    r`
    not-false | (A \pm B)^T = A^T \pm B^T
    not-true | (A\pm B)^2 = A^2 \pm B^2`,
  ],
  [
    'notation',
    r`Let $m, n \in \mathbb{R}^k$.`,
    r`
    proved | m^Tn = n^Tm
    refuted | mn^T = nm^T
    proved | \operatorname{tr}(mn^T) = m^Tn`,
  ],
  [
    'notation',
    r`Let $i, j \in \mathbb{R}^3$ be vectors.`,
    r`
    proved | i^Tj = j^Ti
    refuted | ij^T = ji^T`,
  ],
  [
    'notation',
    r`Let $d \in \mathbb{R}$ and $x \in \mathbb{R}^n$.`,
    r`
    proved | d x^T x = x^T x d`,
  ],
  [
    'notation',
    r`Let $e$ be the all-ones vector in $\mathbb{R}^n$ and $A \in\mathbb{R}^{n\times n}$.`,
    r`
    refuted | e^TAe = \operatorname{tr}(A)
    proved | e^TAe = \sum_{i=1}^n\sum_{j=1}^nA_{ij}`,
  ],
  [
    'notation',
    r`Let $J$ be the $n \times n$ matrix of ones and $A\in\mathbb{R}^{n\times n}$.`,
    r`
    proved | A\odot J = A
    refuted | JA = AJ
    proved | J^2 = nJ
    refuted | J^2 = J`,
  ],
  [
    'notation',
    r`Let $H \in \mathbb{R}^{n\times n}$ and $x\in\mathbb{R}^n$.`,
    r`
    proved | x^THx = x^TH^Tx
    misfit | HxH = x`,
  ],
  [
    'notation',
    r`Let $d \in \mathbb{R}$ and $x \in \mathbb{R}^n$.`,
    r`
    proved | dx + dx = 2dx`,
  ],
  [
    'notation',
    r`Let $d$ be a scalar and $A \in \mathbb{R}^{n \times n}$.`,
    r`
    not-false | \det(dA) = d^n\det(A)`,
  ],
  [
    'notation',
    r`Let $A \in \mathbb{R}^{d \times d}$ and $x \in \mathbb{R}^d$.`,
    r`
    proved | d(Ax) = A\,dx + dA\,x`,
  ],
  [
    'differentials',
    r`Let $x, y\in\mathbb{R}^n$, $A\in\mathbb{R}^{n\times n}$ constant.`,
    r`
    proved | d(x^Ty) = dx^Ty + x^Tdy
    refuted | dx^T A x = 2x^TA\,dx
    refuted | d(x^TAx) = 2x^TA\,dx
    proved | d(x^T A x) = x^T(A + A^T)dx`,
  ],
  [
    'differentials',
    r`Let $A, B \in \mathbb{R}^{n\times n}$ be variables.`,
    r`
    proved | d(AB) = (dA)B + A(dB)
    refuted | d(AB) = dA\,dB
    proved | d(A\otimes B) = dA\otimes B + A\otimes dB
    refuted | d(A\otimes B) = dA\otimes B + B\otimes dA
    proved | d(A\odot B) = dA \odot B + A\odot dB
    proved | d \operatorname{vec}(A) = \operatorname{vec}(dA)
    refuted | d(ABA) = 2AB\,dA + A(dB)A
    proved | d(A^{-1}B) = -A^{-1}(dA)A^{-1}B + A^{-1}dB
    proved | d^2(A^{-1}) = 2A^{-1}(dA)A^{-1}(dA)A^{-1}
    proved | d^2(AB) = 2\,dA\,dB
    proved | d(d(AB)) = 2\,dA\,dB`,
  ],
  [
    'differentials',
    r`Let $A\in\mathbb{R}^{n\times n}$ depend on $x \in \mathbb{R}$, and $B\in\mathbb{R}^{n\times n}$ be constant.`,
    r`
    refuted | \frac{d(AB)}{dx} = A\frac{dB}{dx}
    refuted | \frac{d A^2}{dx} = 2A\frac{dA}{dx}
    proved | \frac{d A^{-1}}{dx} = -A^{-1}\frac{dA}{dx}A^{-1}
    proved | \frac{d\log\det A}{dx} = \operatorname{tr}(A^{-1}\frac{dA}{dx})
    refuted | \frac{d \det A}{dx} = \operatorname{tr}(\frac{dA}{dx})`,
  ],
  [
    'differentials',
    r`Let $x\in\mathbb{R}^n$.`,
    r`
    refuted | d(xx^T) = 2x(dx)^T`,
  ],
  [
    'differentials',
    r`Let $x\in\mathbb{R}^n$.`,
    r`
    proved | d(xx^T) = dx\,x^T + x\,dx^T`,
  ],
  [
    'differentials',
    r`Let $x, y\in\mathbb{R}^n$, $A\in\mathbb{R}^{n\times n}$ constant.`,
    r`
    proved | d(x^Tx) = 2x^Tdx`,
  ],
  [
    'differentials',
    r`Let $A\in\mathbb{R}^{n\times n}$ depend on $t$ and let $B\in\mathbb{R}^{n\times n}$ be constant.`,
    r`
    proved | \frac{d(AB)}{dt} = \frac{dA}{dt}B`,
  ],
  [
    'differentials',
    r`Let $A\in\mathbb{R}^{n\times n}$ depend on $x \in \mathbb{R}$. $B\in\mathbb{R}^{n\times n}$ is constant.`,
    r`
    proved | \frac{d(AB)}{dx} = \frac{dA}{dx}B`,
  ],
  [
    'differentials',
    r`Let $X\in\mathbb{R}^{n\times n}$ and let $A\in\mathbb{R}^{n\times n}$ be a constant matrix.`,
    r`
    proved | d(AX) = A\,dX`,
  ],
  [
    'derivatives',
    r`Let $X \in \mathbb{R}^{n\times n}$, $a, b \in \mathbb{R}^n$.`,
    r`
    proved | \frac{\partial a^TXb}{\partial X} = ab^T
    proved | \frac{\partial a^TX^Tb}{\partial X} = ba^T
    refuted | \frac{\partial a^TXb}{\partial X} = ba^T
    proved | \frac{\partial \operatorname{tr}(X)}{\partial X} = I
    proved | \frac{\partial \operatorname{tr}(X^2)}{\partial X} = 2X^T
    refuted | \frac{\partial \operatorname{tr}(X^2)}{\partial X} = 2X
    proved | \frac{\partial a^TX^{-1}b}{\partial X} = -X^{-T}ab^TX^{-T}
    refuted | \frac{\partial a^TX^{-1}b}{\partial X} = -X^{-1}ab^TX^{-1}
    proved | \frac{\partial \log\det X}{\partial X} = X^{-T}
    proved | \frac{\partial \det X}{\partial X} = \det(X)X^{-T}
    refuted | \frac{\partial \log\det X}{\partial X} = X^{-1}`,
  ],
  [
    'derivatives',
    r`Let $x, y \in \mathbb{R}^n$ and $A \in \mathbb{R}^{n\times n}$.`,
    r`
    proved | \nabla^2 (x^TAx) = A + A^T
    refuted | \nabla^2 (x^TAx) = 2A
    proved | \nabla_x^2 (x^Tx)^2 = 4x^Tx I + 8xx^T
    proved | \frac{\partial^2 x^TAx}{\partial x\partial x^T} = A + A^T`,
  ],
  [
    'derivatives',
    r`Let $x \in \mathbb{R}^n$, $A \in \mathbb{R}^{m\times n}$, $b \in \mathbb{R}^m$ and let $\sigma$ be an elementwise function.`,
    r`
    proved | \frac{\partial \sigma(Ax+b)}{\partial x} = \operatorname{diag}(\sigma'(Ax+b))A
    misfit | \frac{\partial \sigma(Ax+b)}{\partial x} = A\operatorname{diag}(\sigma'(Ax+b))
    proved | \frac{\partial \sigma(Ax+b)}{\partial b} = \operatorname{diag}(\sigma'(Ax+b))
    misfit | \frac{\partial \sigma(Ax+b)}{\partial x} = \operatorname{diag}(\sigma'(x))A`,
  ],
  [
    'derivatives',
    r`Let $x \in \mathbb{R}^n$ and $s = \operatorname{softmax}(x)$.`,
    r`
    proved | \frac{\partial s}{\partial x} = \operatorname{diag}(s) - ss^T
    refuted | \frac{\partial s}{\partial x} = \operatorname{diag}(s)
    proved | \mathbf{1}^Ts = 1
    refuted | s^Ts = 1`,
  ],
  [
    'pseudo-inverses',
    r`Let $A \in \mathbb{R}^{m\times n}$ have full column rank.`,
    r`
    true | A^+ = (A^TA)^{-1}A^T
    refuted | AA^+ = I_m`,
  ],
  [
    'pseudo-inverses',
    r`Let $u, v \in \mathbb{R}^n$ and $A = uv^T$.`,
    r`
    refuted | A^+A = I
    true | AA^+A = A
    true | \operatorname{tr}(A^+A) = 1`,
  ],
  [
    'pseudo-inverses',
    r`Let $X \in \mathbb{R}^{m\times n}$ and $C = I_n - \frac{1}{n}\mathbf{1}\mathbf{1}^T$.`,
    r`
    true | C^+ = C
    refuted | C^+C = I
    proved | C^2 = C
    refuted | C = I`,
  ],
  [
    'pseudo-inverses',
    r`Let $A \in \mathbb{R}^{m\times n}$, $m < n$.`,
    r`
    refuted | A^+A = I_n`,
  ],
  [
    'pseudo-inverses',
    r`Let $x \in \mathbb{R}^n$.`,
    r`
    refuted | (xx^T)^{-1} = xx^T
    refuted | \det(xx^T) = 0
    true | \det(I + xx^T) = 1 + x^Tx`,
  ],
  [
    'structure',
    r`Let $P \in \mathbb{R}^{n\times n}$ be idempotent.`,
    r`
    refuted | \operatorname{tr}(P)^2 = \operatorname{tr}(P)
    refuted | \det(P) = 0
    refuted | \det(I - P) = 0
    true | \det(P)^2 = \det(P)
    proved | (I - P)^2 = I - P
    proved | (I-2P)^2 = I
    proved | (I+P)^{-1} = I - \frac12 P`,
  ],
  [
    'structure',
    r`Let $\alpha, \beta \in \mathbb{R}$ and $\Lambda \in \mathbb{R}^{n\times n}$ be diagonal, $V \in \mathbb{R}^{n\times n}$ orthogonal and $A = V\Lambda V^T$.`,
    r`
    proved | A^T = A
    refuted | A^2 = V\Lambda^2V
    refuted | AV = \Lambda V`,
  ],
  [
    'structure',
    r`Let $U \in \mathbb{R}^{m\times m}$ and $V \in \mathbb{R}^{n\times n}$ be orthogonal, $S \in \mathbb{R}^{m\times n}$, and $A = USV^T$.`,
    r`
    proved | A^TA = VS^TSV^T
    misfit | A^TA = VSS^TV^T
    proved | \operatorname{tr}(A^TA) = \operatorname{tr}(S^TS)`,
  ],
  [
    'structure',
    r`Let $P, R \in \mathbb{R}^{n\times n}$ be projection matrices.`,
    r`
    refuted | (PR)^2 = PR
    refuted | PR = RP
    refuted | (P + R)^2 = P + R`,
  ],
  [
    'structure',
    r`Let $P, R \in \mathbb{R}^{n\times n}$ be permutation matrices.`,
    r`
    proved | P^TP = I`,
  ],
  [
    'structure',
    r`Let $P, R \in \mathbb{R}^{n\times n}$ be orthogonal matrices.`,
    r`
    proved | P^TP = I`,
  ],
  [
    'structure',
    r`Let $A, B \in \mathbb{R}^{n\times n}$ be identity matrices.`,
    r`
    proved | AB = I`,
  ],
  [
    'structure',
    r`Let $A \in \mathbb{R}^{n\times n}$ (symmetric).`,
    r`
    proved | A^T = A`,
  ],
  [
    'structure',
    r`Let $A = A^T$ be $n \times n$.`,
    r`
    not-false | A^TA = A^2`,
  ],
  [
    'structure',
    r`For symmetric $A \in \mathbb{R}^{n\times n}$ we have`,
    r`
    proved | A^T = A`,
  ],
  [
    'structure',
    r`Let $A \in \mathbb{R}^{n\times n}$. For orthogonal $A$:`,
    r`
    proved | A^TA = I`,
  ],
  [
    'structure',
    r`Let $A \in \mathbb{R}^{n\times n}$. When $A$ is symmetric, we get`,
    r`
    proved | A^T = A`,
  ],
  [
    'structure',
    r`Let $A \in \mathbb{R}^{n\times n}$. Since $A$ is symmetric, we get`,
    r`
    proved | A^T = A`,
  ],
  [
    'structure',
    r`Let $A$ be an $n\times n$ matrix. Here $A$ and $B$ are symmetric $n \times n$ matrices.`,
    r`
    proved | A^T = A
    proved | B^T = B`,
  ],
  [
    'structure',
    r`Let $P \in \mathbb{R}^{n\times n}$ be idempotent.`,
    r`
    refuted | \det(I - P) = 0`,
  ],
  [
    'structure',
    r`Let $P \in \mathbb{R}^{n\times n}$ be idempotent and symmetric.`,
    r`
    refuted | \det(I - P) = 0`,
  ],
  [
    'structure',
    r`Let $P \in \mathbb{R}^{n\times n}$ be idempotent.`,
    r`
    proved | P(\operatorname{tr}(P) - \operatorname{tr}(P)) = 0`,
  ],
  [
    'structure',
    r`Let $P \in \mathbb{R}^{n\times n}$ be idempotent and diagonal.`,
    r`
    refuted | \det(I - P) = 0`,
  ],
  [
    'structure',
    r`Let $R \in \mathbb{R}^{n\times n}$ be symmetric and orthogonal.`,
    r`
    proved | R^2 = I
    refuted | \det(R) = 1
    refuted | \det(R) = -1
    refuted | \det(I - R) = 0
    refuted | \det(I+R) = 0`,
  ],
  [
    'structure',
    r`Let $Q \in \mathbb{R}^{n\times n}$ be orthogonal.`,
    r`
    refuted | \det(I - Q)\det(I+Q) = 0
    refuted | \det(Q - I) = 0
    refuted | \det(Q + I) = 0`,
  ],
  [
    'structure',
    r`Let $P \in \mathbb{R}^{n\times n}$ be a permutation matrix.`,
    r`
    refuted | \det(P) = 1
    true | \det(I - P) = 0
    proved | P\mathbf{1} = \mathbf{1}
    refuted | P^T = P`,
  ],
  [
    'structure',
    r`Let $D \in \mathbb{R}^{n\times n}$ be diagonal and orthogonal.`,
    r`
    proved | D^2 = I
    refuted | \det(D) = 1`,
  ],
  [
    'structure',
    r`Let $A, B, C \in \mathbb{R}^{2\times 2}$.`,
    r`
    true | (AB-BA)^2C = C(AB-BA)^2
    refuted | AB = BA
    true | A^2 = \operatorname{tr}(A)A - \det(A)I_2`,
  ],
  [
    'structure',
    r`Let $x \in \mathbb{R}^{1}$ and $A \in \mathbb{R}^{1\times 1}$.`,
    r`
    proved | xA = Ax
    proved | x^T = x`,
  ],
  [
    'structure',
    r`Let $K \in \mathbb{R}^{3\times 3}$ be skew-symmetric.`,
    r`
    true | \det(K) = 0`,
  ],
  [
    'symmetric by another word, and declared anew',
    r`Let $A \in \mathbb{R}^{n\times n}$ be positive definite.`,
    r`
    true | |\det(A)| = \det(A)
    true | \sqrt{\det(A)^2} = \det(A)
    proved | \log\det(A^2) = 2\log\det(A)
    true | \sqrt{\det(A^2)} = \det(A)
    refuted | \det(A) = 1`,
  ],
  [
    'symmetric by another word, and declared anew',
    r`Let $x \in \mathbb{R}^n_{++}$.`,
    r`
    true | \sqrt{x\odot x} = x
    proved | \log(x\odot x) = 2\log(x)
    true | \exp(\log(x)) = x`,
  ],
  [
    'notation',
    r`Let $x \in \mathbb{R}^n$.`,
    r`
    proved | \log(\exp(x)) = x
    refuted | \sqrt{x \odot x} = x
    proved | \tanh(-x) = -\tanh(x)
    refuted | \cos(-x) = -\cos(x)
    proved | \sin(x)\odot\sin(x) + \cos(x)\odot\cos(x) = \mathbf{1}`,
  ],
  [
    'precedence',
    r`Let $A, B, C \in \mathbb{R}^{n\times n}$.`,
    r`
    refuted | A^T = A \text{ in general}`,
  ],
  [
    'precedence',
    r`Let $x, y \in \mathbb{R}^n$ and $A \in \mathbb{R}^{n\times n}$.`,
    r`
    proved | \mathbf{1}\mathbf{1}^Tx = (\mathbf{1}^Tx)\mathbf{1}
    refuted | \mathbf{1}x^T = x\mathbf{1}^T
    refuted | \mathbf{1}\mathbf{1}^T\mathbf{1} = \mathbf{1}`,
  ],
  [
    'precedence',
    r`Let $A, B, C \in \mathbb{R}^{n\times n}$.`,
    r`
    refuted | \operatorname{tr}(A)^2 = \operatorname{tr}(A^2)
    proved | \operatorname{tr}^2(A) = \operatorname{tr}(A)\operatorname{tr}(A)
    not-false | \det{}^2(A) = \det(A^2)
    refuted | \operatorname{tr} A^2 = (\operatorname{tr} A)^2
    misfit | \operatorname{tr} A + B = B + \operatorname{tr} A
    proved | \operatorname{tr} A + \operatorname{tr} B = \operatorname{tr}(A+B)`,
  ],
  [
    'precedence',
    r`Let $A, B, C \in \mathbb{R}^{n\times n}$.`,
    r`
    refuted | -A^2 = (-A)^2
    proved | (-A)^2 = A^2
    proved | 2A^T = (2A)^T
    refuted | AB^T = (AB)^T
    refuted | A - B - C = A - (B - C)
    proved | A - B - C = A - (B + C)
    proved | A - (B - C) = A - B + C
    refuted | -(A+B)^T = -A^T + B^T`,
  ],
  [
    'precedence',
    r`Let $a, b, c \in \mathbb{R}$ be nonzero.`,
    r`
    proved | a/b/c = \frac{a}{bc}
    proved | \frac{1}{2}a = a/2
    proved | \log ab = \log a + \log b
    refuted | \sin a + b = \sin(a + b)
    proved | \exp(a)^2 = \exp(2a)
    proved | \sin^2 a + \cos^2 a = 1
    not-true | \sin^{-1}(a) = \frac{1}{\sin(a)}
    refuted | a^{-1} + b^{-1} = (a+b)^{-1}
    refuted | (a+b)^2 = a^2 + b^2`,
  ],
  [
    'precedence',
    r`Let $A, B, C \in \mathbb{R}^{n\times n}$.`,
    r`
    proved | \operatorname{vec}(A) + \operatorname{vec}(B) = \operatorname{vec}(A+B)
    proved | \operatorname{vec}(A \odot B) = \operatorname{vec}(A)\odot\operatorname{vec}(B)
    misfit | \operatorname{vec}(AB) = \operatorname{vec}(A)\operatorname{vec}(B)
    refuted | \operatorname{vec}(A)^T\operatorname{vec}(B) = \operatorname{tr}(AB)
    proved | \operatorname{vec}(AB) = (I\otimes A)\operatorname{vec}(B)
    refuted | \operatorname{vec}(AB) = (A\otimes I)\operatorname{vec}(B)
    proved | \operatorname{vec}(AB) = (B^T\otimes I)\operatorname{vec}(A)
    refuted | \operatorname{vec}(AB) = (B\otimes I)\operatorname{vec}(A)`,
  ],
  [
    'algebra',
    r`Let $A \in \mathbb{R}^{n\times n}$ be symmetric and invertible, $B\in\mathbb{R}^{n\times n}$.`,
    r`
    proved | (A^{-1})^T = A^{-1}
    proved | (A^{-1}B)^T = B^TA^{-1}
    refuted | (A^{-1}B)^T = BA^{-1}
    proved | (AB)^{-1} = B^{-1}A^{-1}
    true | (A + B)^{-1} = A^{-1} - A^{-1}B(A+B)^{-1}
    refuted | (A + B)^{-1} = A^{-1} - A^{-1}BA^{-1}`,
  ],
  [
    'algebra',
    r`Let $A, B, C \in \mathbb{R}^{n\times n}$.`,
    r`
    refuted | \det(A + I) = \det(A) + 1
    proved | \det(AB) = \det(BA)
    true | \det(I + AB) = \det(I + BA)
    refuted | \det(A^T) = -\det(A)
    refuted | \det(-A) = -\det(A)
    proved | \det(A^{-1}) = \det(A)^{-1}
    proved | \det(A^3) = \det(A)^3
    proved | \log\det(AB) = \log\det(A) + \log\det(B)
    proved | \log\det(AB) = \log\det(BA)`,
  ],
  [
    'algebra',
    r`Let $a \in \mathbb{R}^m$, $b \in \mathbb{R}^n$.`,
    r`
    proved | a\otimes b = \operatorname{vec}(ba^T)
    refuted | a \otimes b = \operatorname{vec}(ab^T)
    refuted | a\otimes b = b \otimes a
    proved | (a\otimes b)^T(a \otimes b) = a^Ta\,b^Tb
    proved | a^T\otimes b = ba^T
    misfit | a\otimes b^T = ba^T`,
  ],
  [
    'algebra',
    r`Let $x \in \mathbb{R}^n$ and $a\in\mathbb{R}$.`,
    r`
    proved | \frac{ax}{a} = x
    proved | \frac{x x^T x}{x^Tx} = x
    proved | a^{-1}a = 1`,
  ],
  [
    'algebra',
    r`Let $a, b \in \mathbb{R}^n$.`,
    r`
    refuted | (a^Ta)(b^Tb) = (a^Tb)^2
    proved | (a^Tb)^2 = a^Tbb^Ta`,
  ],
  [
    'derivatives',
    r`Let $x \in \mathbb{R}^n$, $A \in \mathbb{R}^{m\times n}$.`,
    r`
    proved | \frac{\partial Ax}{\partial x} = A^T
    proved | \frac{\partial Ax}{\partial x^T} = A
    proved | \frac{\partial x^Tx}{\partial x} = 2x`,
  ],
  [
    'derivatives',
    r`Let $x \in \mathbb{R}^n$.`,
    r`
    proved | \frac{\partial x^Tx}{\partial x} = 2x^T`,
  ],
  [
    'derivatives',
    r`Let $X \in \mathbb{R}^{m\times n}$, $A \in \mathbb{R}^{p\times m}$, $B \in \mathbb{R}^{n\times q}$.`,
    r`
    proved | \frac{\partial \operatorname{vec}(AXB)}{\partial \operatorname{vec}(X)^T} = B^T\otimes A
    refuted | \frac{\partial \operatorname{vec}(AXB)}{\partial \operatorname{vec}(X)^T} = A \otimes B^T
    proved | \frac{\partial \operatorname{vec}(X^T)}{\partial \operatorname{vec}(X)^T} = K_{mn}
    refuted | \frac{\partial \operatorname{vec}(X^T)}{\partial \operatorname{vec}(X)^T} = K_{nm}`,
  ],
  [
    'definitions',
    r`Let $x \in \mathbb{R}^n$, $A, B \in \mathbb{R}^{n\times n}$. Let $y = Ax$.`,
    r`
    proved | y^Ty = x^TA^TAx
    prose | Now let $y = Bx$.
    refuted | y^Ty = x^TA^TAx
    proved | y^Ty = x^TB^TBx`,
  ],
  [
    'definitions',
    r`Let $x \in \mathbb{R}^n$ and $A \in \mathbb{R}^{n\times n}$.`,
    r`
    proved | x^TBx = 0
    refuted | x^TBx = 2x^TAx
    prose | where $B = A - A^T$.`,
  ],
  // what the text supposes, says anew, denies, or says of letters without a judge for it
  [
    'defined after it was used',
    r`Let $A, B \in \mathbb{R}^{n\times n}$.`,
    r`
    refuted | AB = BA
    prose | $$A = B$$`,
  ],
  [
    'defined after it was used',
    r`Let $A, B \in \mathbb{R}^{n\times n}$.`,
    r`
    refuted | AB = BA
    prose | For example, with $A = I$ this is clear.`,
  ],
  [
    'defined after it was used',
    r`Let $A, B \in \mathbb{R}^{n\times n}$.`,
    r`
    refuted | AB = BA
    prose | Let $A = I$. Then
    proved | AB = B`,
  ],
  [
    'complex letters',
    r`Let $x \in \mathbb{C}^n$.`,
    r`
    unreadable | \|x\|^2 = x^T x`,
  ],
  [
    'complex letters',
    r`Let $A$ be a complex $n\times n$ matrix and $B \in \mathbb{R}^{n\times n}$.`,
    r`
    unreadable | \operatorname{tr}(A^T A) = \|A\|_F^2
    proved | \operatorname{tr}(B^T) = \operatorname{tr}(B)`,
  ],
  [
    'denied',
    r`Let $A \in \mathbb{R}^{n\times n}$, $x \in \mathbb{R}^n$. We do not assume that $A$ is symmetric.`,
    r`
    refuted | \nabla_x(x^T A x) = 2Ax`,
  ],
  [
    'denied',
    r`Let $A \in \mathbb{R}^{n\times n}$, $x \in \mathbb{R}^n$. If $A$ were symmetric we could simplify. In general,`,
    r`
    refuted | \nabla_x(x^T A x) = 2Ax`,
  ],
  [
    'declared anew',
    r`Let $A \in \mathbb{R}^{n\times n}$ be symmetric and $x \in \mathbb{R}^n$.`,
    r`
    proved | \nabla_x(x^T A x) = 2Ax
    prose | Now let $A$ be an arbitrary matrix.
    refuted | \nabla_x(x^T A x) = 2Ax`,
  ],
  [
    'supposed',
    r`Let $A, B \in \mathbb{R}^{n\times n}$. Assume $AB = BA$.`,
    r`
    unreadable | (A+B)^2 = A^2 + 2AB + B^2
    proved | (A+B)^2 = A^2 + AB + BA + B^2`,
  ],
  [
    'supposed',
    r`Let $A \in \mathbb{R}^{n\times n}$, $x \in \mathbb{R}^n$. Assume $A^T = A$.`,
    r`
    proved | \nabla_x(x^T A x) = 2Ax
    refuted | \nabla_x(x^T A x) = Ax`,
  ],
  [
    'supposed',
    r`Let $P \in \mathbb{R}^{n\times n}$ satisfy $P^2 = P$.`,
    r`
    proved | (I-P)^2 = I-P
    refuted | P^T = P`,
  ],
  [
    'supposed',
    r`Let $U \in \mathbb{R}^{m\times n}$ with $U^T U = I$.`,
    r`
    proved | (UU^T)^2 = UU^T
    refuted | UU^T = I`,
  ],
  [
    'supposed',
    r`Let $x \in \mathbb{R}^n$ with $\|x\| = 1$.`,
    r`
    proved | (xx^T)^2 = xx^T`,
  ],
  [
    'supposed',
    r`Let $x, y \in \mathbb{R}^n$ with $x^T y = 0$.`,
    r`
    not-false | \|x+y\|^2 = \|x\|^2 + \|y\|^2`,
  ],
  [
    'semidefinite is not definite',
    r`Let $A$ be a positive semidefinite $n\times n$ matrix.`,
    r`
    proved | A^T = A`,
  ],
  [
    'orthogonal vectors',
    r`Let $u, v \in \mathbb{R}^n$ be orthogonal.`,
    r`
    not-false | u^T v = 0
    not-true | u^T u = 1`,
  ],
  [
    'orthogonal and not square',
    r`Let $Q \in \mathbb{R}^{m\times n}$ be orthogonal.`,
    r`
    not-true | QQ^T = I_m`,
  ],
  [
    'words that no judge uses',
    r`Let $A$ be a nilpotent $n\times n$ matrix.`,
    r`
    not-false | A^2 = 0
    proved | A A^2 = A^2 A`,
  ],
  [
    'structure behind the name',
    r`Let $A \in \mathbb{R}^{m\times n}$ with orthonormal columns, $u, v \in \mathbb{R}^n$ of unit norm.`,
    r`
    proved | A^T A = I_n
    proved | \|u-v\|^2 = 2 - 2u^T v`,
  ],
  [
    'structure behind the name',
    r`Let $A \in \mathbb{R}^{n\times n}$ symmetric and $x \in \mathbb{R}^n$.`,
    r`
    proved | \nabla_x(x^T A x) = 2Ax`,
  ],
  [
    'what varies',
    r`Let $x \in \mathbb{R}^n$.`,
    r`
    refuted | d(xx^T) = 2x\,dx^T
    proved | d(xx^T) = dx\,x^T + x\,dx^T`,
  ],
  [
    'what varies',
    r`Let $X$ and $Y$ be variables in $\mathbb{R}^{n\times n}$.`,
    r`
    refuted | d(XY) = X\,dY
    proved | d(XY) = dX\,Y + X\,dY`,
  ],
  [
    'what varies',
    r`Let $A, B \in \mathbb{R}^{n\times n}$.`,
    r`
    unreadable | d(AB) = 0`,
  ],
  [
    'what varies',
    r`Let $A, B \in \mathbb{R}^{n\times n}$ be constant.`,
    r`
    proved | d(AB) = 0`,
  ],
];
