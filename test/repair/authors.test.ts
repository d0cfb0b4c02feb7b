// False lines as people write them: the first suggestion is the true line in the author's own notation, and what would have made the
// line right is said where something would.

import { expect, test } from 'vitest';
import { elaborate, judge, read } from '../../src/index.ts';

/** What the author wrote, the side that is offered instead, and each condition under which the line is right. */
const LINES: readonly (readonly [text: string, offered: string, ...rightIf: string[]])[] = [
  [
    String.raw`Let $\mathbf{X}\in\mathbb{R}^{n\times n}$ be invertible. Then $$\frac{\partial}{\partial \mathbf{X}}\log\det\mathbf{X} = \mathbf{X}^{-1}.$$`,
    String.raw`\mathbf{X}^{-\top}`,
    'X is symmetric',
  ],
  [
    String.raw`For $A\in\mathbb{R}^{n\times n}$ and $x\in\mathbb{R}^n$: $$\nabla_x\, x^TAx = 2Ax$$`,
    '(A + A^T) x',
    'A is symmetric',
  ],
  [
    String.raw`Let $y$ be $n\times 1$, $X$ be $n\times k$, $\beta$ be $k\times 1$. A prime denotes the transpose. With $S(\beta) = (y-X\beta)'(y-X\beta)$ we get $$\frac{\partial S}{\partial\beta} = 2X'(y-X\beta).$$`,
    String.raw`-2X'(y-X\beta)`,
  ],
  [
    String.raw`Let $\mathbf{A}\in\mathbb{R}^{m\times n}$, $\mathbf{X}\in\mathbb{R}^{n\times p}$, $\mathbf{B}\in\mathbb{R}^{p\times q}$. $$\operatorname{vec}(\mathbf{A}\mathbf{X}\mathbf{B}) = (\mathbf{A}\otimes\mathbf{B}^\top)\operatorname{vec}(\mathbf{X})$$`,
    String.raw`(\mathbf{B}^\top \otimes \mathbf{A})\operatorname{vec}(\mathbf{X})`,
    'vec stacks rows',
  ],
  ['Let X be an invertible n×n matrix.\n\nd(X^{-1}) = X^{-1} dX X^{-1}', '−X^{-1} dX X^{-1}'],
  ['Let A be n×m and X be m×n.\n\n∂tr(A X)/∂X = A', 'Aᵀ'],
  [
    String.raw`Let $A$ be a constant $n\times n$ matrix and $X \in \mathbb R^{n\times n}$. $$\mathrm{d}\,\mathrm{tr}(X^{\mathsf T}AX) = \mathrm{tr}(X^{\mathsf T}A\,\mathrm{d}X)$$`,
    String.raw`\mathrm{tr}(X^{\mathsf T}(A + A^{\mathsf T})\,\mathrm{d}X)`,
  ],
  [
    String.raw`For $\mathbf{a},\mathbf{b}\in\mathbb{R}^n$ and invertible $\mathbf{X}\in\mathbb{R}^{n\times n}$, $$\frac{\partial\, \mathbf{a}^\top\mathbf{X}^{-1}\mathbf{b}}{\partial\mathbf{X}} = \mathbf{X}^{-\top}\mathbf{a}\mathbf{b}^\top\mathbf{X}^{-\top}$$`,
    String.raw`-\mathbf{X}^{-\top}\mathbf{a}\mathbf{b}^\top\mathbf{X}^{-\top}`,
  ],
  [
    String.raw`Let $W\in\mathbb R^{m\times n}$, $x\in\mathbb R^n$, $y\in\mathbb R^m$, $L = \frac12\|Wx-y\|^2$. Then $$\nabla_W L = 2(Wx-y)x^T.$$`,
    '(Wx-y) x^T',
  ],
  [
    String.raw`Let $\sigma$ be applied elementwise, $z\in\mathbb R^n$, $c \in\mathbb{R}^n$ constant. $$d(c^\top\sigma(z)) = c^\top\sigma'(z)\,dz$$`,
    String.raw`c^\top (\sigma'(z) \odot dz)`,
  ],
  [
    String.raw`Let $X$ be an invertible $n\times n$ matrix. $$d\det X = \det(X)\,\mathrm{tr}(X\,dX)$$`,
    String.raw`\det(X)\,\mathrm{tr}(X^{-1}\,dX)`,
  ],
  [
    String.raw`Let $X\in\mathbb{R}^{n\times n}$. $$dX^3 = 3X^2\,dX$$`,
    'X^2 dX + X dX X + dX X^2',
    'X and dX commute',
  ],
  [
    String.raw`Let $X\in\mathbb{R}^{n\times n}$. $$\frac{\partial}{\partial X}\operatorname{tr}(X^3) = 3X^2$$`,
    String.raw`3 (X^\top)^2`,
    'X is symmetric',
  ],
  [
    'Suppose A and B are n x n matrices.\n\n(A - B)(A + B) = A^2 - B^2',
    'A^2 + A B - B A - B^2',
    'A and B commute',
  ],
  [
    String.raw`Let $\mathbf A\in\mathbb R^{m\times n}$ and $\mathbf B\in\mathbb R^{n\times p}$. $(\mathbf A\mathbf B)^{\top} = \mathbf A^{\top}\mathbf B^{\top}$.`,
    String.raw`\mathbf B^{\top} \mathbf A^{\top}`,
  ],
  [
    String.raw`A prime is a transpose. Let $A$, $B$ be invertible $n\times n$. $$(AB)^{-1} = A^{-1}B^{-1}$$`,
    'B^{-1} A^{-1}',
    'A and B commute',
  ],
  [
    String.raw`Let $X$ be $m\times n$. $$\mathrm{vec}(X^T) = K_{nm}\,\mathrm{vec}(X)$$`,
    String.raw`K_{mn}\,\mathrm{vec}(X)`,
    'vec stacks rows',
  ],
  [
    String.raw`Let $X\in\mathbb R^{n\times p}$, $y\in\mathbb R^n$, $w\in\mathbb R^p$, $\lambda\in\mathbb{R}$ and $J(w) = \|Xw-y\|_2^2+\lambda\|w\|_2^2$. Then
$$\nabla_w J = 2X^\top(Xw-y)+\lambda w$$`,
    String.raw`2X^\top(Xw-y)+2 \lambda w`,
  ],
  [
    String.raw`Let $A\in\mathbb{R}^{n\times n}$ and $x\in\mathbb{R}^n$.
\begin{align}
d(x^\top A x) &= dx^\top A x + x^\top A\,dx\\
&= 2x^\top A\,dx\\
&= x^\top(A+A^\top)\,dx
\end{align}`,
    String.raw`x^\top (A + A^\top) dx`,
    'A is symmetric',
  ],
  [
    String.raw`Let $A\in\mathbb{R}^{n\times n}$ and $x\in\mathbb{R}^n$.
\begin{align}
d(x^\top A x) &= dx^\top A x + x^\top A\,dx\\
&= 2x^\top A\,dx\\
&= 2(A^\top x)^\top dx
\end{align}`,
    String.raw`x^\top (A + A^\top) dx`,
    'A is symmetric',
  ],
  [
    String.raw`$A\in\mathbb R^{p\times m}$, $X\in\mathbb R^{m\times n}$, $B\in\mathbb R^{n\times p}$. $$\frac{\partial \operatorname{tr}(AXB)}{\partial X} = BA$$`,
    String.raw`(BA)^\top`,
  ],
  [
    String.raw`Let $\Sigma\in\mathbb{R}^{n\times n}$ be invertible and $S\in\mathbb{R}^{n\times n}$ constant. $$\mathrm{d}\,\mathrm{tr}(\Sigma^{-1}S) = -\mathrm{tr}(\Sigma^{-2}S\,\mathrm{d}\Sigma)$$`,
    String.raw`-\mathrm{tr}(\Sigma^{-1} S \Sigma^{-1} \mathrm{d}\Sigma)`,
    'Σ and dΣ commute',
  ],
  [
    String.raw`Let $s = \operatorname{softmax}(z)$ with $z\in\mathbb R^n$. $$\frac{\partial s}{\partial z} = \operatorname{diag}(s)$$`,
    String.raw`\operatorname{diag}(s) - s s^\top`,
  ],
  [
    String.raw`Let $A\in\mathbb R^{n\times n}$, $\mathbf 1\in\mathbb R^n$. $$\mathbf 1^\top A\mathbf 1 = \operatorname{tr}(A)$$`,
    String.raw`\mathbf 1^\top \operatorname{diag}(A)`,
    'A is diagonal',
  ],
  [String.raw`For $x,y\in\mathbb R^n$, $\operatorname{diag}(x)\,y = x y^\top$.`, String.raw`x \odot y`],
  [
    String.raw`Let $A\in\mathbb R^{m\times n}$, $B\in\mathbb R^{p\times q}$, $C\in\mathbb R^{n\times r}$, $D\in\mathbb R^{q\times s}$. $$(A\otimes B)(C\otimes D) = (AC)\otimes(DB)$$`,
    String.raw`(AC)\otimes(B D)`,
  ],
  ['Let A be m×n and B be p×q.\n\n(A ⊗ B)ᵀ = Bᵀ ⊗ Aᵀ', 'Aᵀ ⊗ Bᵀ'],
  [String.raw`Let $x\in\mathbb R^n$. $$d(xx^T) = 2x\,dx^T$$`, String.raw`x\,dx^T + dx x^T`],
  [
    String.raw`Let $A$ be $m\times n$, $b\in\mathbb R^m$, $x\in\mathbb R^n$, $f(x) = \|Ax-b\|^2$. The Hessian is $$\nabla^2 f(x) = 2AA^T.$$`,
    '2 A^T A',
  ],
  [
    String.raw`Let $A$ be an invertible $n\times n$ matrix and $u,v\in\mathbb R^n$. $$(A+uv^T)^{-1} = A^{-1} + \frac{A^{-1}uv^TA^{-1}}{1+v^TA^{-1}u}$$`,
    String.raw`A^{-1} - \frac{A^{-1}uv^TA^{-1}}{1+v^TA^{-1}u}`,
  ],
  [
    String.raw`$A,B,C\in\mathbb R^{n\times n}$. $$\operatorname{tr}(ABC) = \operatorname{tr}(ACB)$$`,
    String.raw`\operatorname{tr}(C A B)`,
    'A and B commute',
    'A and C commute',
    'B and C commute',
  ],
  [
    String.raw`Let $X\in\mathbb R^{m\times n}$ have full column rank. $$\frac{\partial}{\partial X}\ln\det(X^TX) = 2(X^TX)^{-1}X^T$$`,
    '2 X (X^T X)^{-1}',
  ],
  [
    String.raw`Let $X\in\mathbb R^{n\times p}$ have full column rank and $H = X(X'X)^{-1}X'$. Then $\operatorname{tr}(H) = n$.`,
    'p',
    'n = p',
  ],
  [
    String.raw`Let $W_1\in\mathbb R^{h\times d}$, $W_2\in\mathbb R^{k\times h}$, $x\in\mathbb R^d$, $t\in\mathbb R^k$ and $L = \tfrac12\|W_2W_1x - t\|^2$. With $e = W_2W_1x-t$: $$\frac{\partial L}{\partial W_1} = W_2 e\,x^\top$$`,
    String.raw`W_2^\top e\,x^\top`,
  ],
  [
    String.raw`Let $A$ be a $3\times 3$ matrix and $c$ a scalar. $$\det(cA) = c\det(A)$$`,
    String.raw`c^3\det(A)`,
  ],
  ['Let x be an n-vector and a an n-vector.\n\nd(aᵀ(x ⊙ x)) = 2 aᵀ x dx', '2 aᵀ (x ⊙ dx)'],
  [
    String.raw`Let $\mathbf{P}$ be symmetric $n\times n$, $\mathbf{q}\in\mathbb{R}^n$. The gradient of $f(\mathbf{x})=\tfrac12\mathbf{x}^\top\mathbf{P}\mathbf{x}+\mathbf{q}^\top\mathbf{x}$ is $$\nabla f(\mathbf{x}) = \mathbf{P}\mathbf{x}-\mathbf{q}.$$`,
    String.raw`\mathbf{P}\mathbf{x} + \mathbf{q}`,
  ],
  [
    String.raw`Let $A\in\mathbb R^{m\times n}$, $B\in\mathbb R^{n\times p}$. $$(AB)_{ij} = \sum_k A_{ik}B_{jk}$$`,
    String.raw`\sum_k A_{ik}B_{kj}`,
  ],
  [
    String.raw`Let $M\in\mathbb R^{n\times n}$ and $v\in\mathbb R^n$. $$\mathrm d(v^\intercal Mv) = v^\intercal M\,\mathrm dv$$`,
    String.raw`v^\intercal M\,\mathrm dv + \mathrm d v^\intercal M v`,
  ],
  [
    String.raw`Let $\bm{W}\in\mathbb{R}^{m\times n}$, $\bm{x}\in\mathbb{R}^{n}$ and $\bm{y} = \bm{W}\bm{x}$. Then $$\frac{\partial \bm{y}}{\partial \bm{x}} = 2\bm{W}.$$`,
    String.raw`\bm{W}`,
  ],
  [
    String.raw`$\boldsymbol\Sigma$ is a symmetric positive definite $n\times n$ matrix, $\boldsymbol\mu,\mathbf x\in\mathbb{R}^n$. $$\nabla_{\boldsymbol\mu}\left(-\tfrac12(\mathbf x-\boldsymbol\mu)^\top\boldsymbol\Sigma^{-1}(\mathbf x-\boldsymbol\mu)\right) = -\boldsymbol\Sigma^{-1}(\mathbf x-\boldsymbol\mu)$$`,
    String.raw`\boldsymbol\Sigma^{-1}(\mathbf x-\boldsymbol\mu)`,
  ],
  [
    String.raw`Let $A(t)$ be invertible, $n\times n$, differentiable in the scalar $t$. $$\frac{dA^{-1}}{dt} = -A^{-2}\frac{dA}{dt}$$`,
    String.raw`-A^{-1} \frac{dA}{dt} A^{-1}`,
    'A is diagonal',
  ],
  [
    String.raw`Let $X\in\mathbb{R}^{n\times n}$ be invertible. $$\frac{\partial\det X}{\partial X} = \det(X)X^{-1}$$`,
    String.raw`\det(X) X^{-\top}`,
    'X is symmetric',
  ],
  [
    String.raw`Let $X$ be $m\times n$, $a$ an $n$-vector and $b$ an $m$-vector. $$\nabla_X\, b^TXa = ab^T$$`,
    'b a^T',
  ],
  [
    String.raw`With $A, B$ of size $m\times n$: $$\|A+B\|_F^2 = \|A\|_F^2+\|B\|_F^2+\operatorname{tr}(A^TB)$$`,
    String.raw`\|A\|_F^2+\|B\|_F^2+2 \operatorname{tr}(A^T B)`,
  ],
  [
    String.raw`Let $X\in\mathbb R^{m\times n}$. $$\mathrm{d}(X^\top X) = 2X^\top\mathrm{d}X$$`,
    String.raw`X^\top \mathrm{d}X + \mathrm{d}X^\top X`,
  ],
  [
    String.raw`Let $A$ be $m\times n$ and $B$ be $n\times p$. $$\operatorname{vec}(AB) = (I_m\otimes A)\operatorname{vec}B$$`,
    String.raw`(I_p\otimes A)\operatorname{vec}B`,
    'p = m',
  ],
  [
    String.raw`Let $A$ be $m\times n$ and $B$ be $n\times p$. $$\operatorname{vec}(AB) = (B\otimes I_m)\operatorname{vec}A$$`,
    String.raw`(B^\top\otimes I_m)\operatorname{vec}A`,
  ],
  ['A is m×m, B is n×n.\n\ntr(A ⊗ B) = tr(A) + tr(B)', 'tr(A) tr(B)'],
  [
    String.raw`Let $x\in\mathbb{R}^n$, $A\in\mathbb{R}^{m\times n}$, $b\in\mathbb{R}^m$. $$\|Ax-b\|^2 = x^TA^TAx - b^TAx + b^Tb$$`,
    'x^TA^TAx - 2 b^T A x + b^Tb',
  ],
  [
    String.raw`Let $\sigma(z) = 1/(1+e^{-z})$ for scalar $z$. $$\frac{d\sigma}{dz} = \sigma(z)(1+\sigma(z))$$`,
    String.raw`\sigma(z)(1 - \sigma(z))`,
  ],
  [
    String.raw`$A\in\mathbb R^{m\times n}$, $x\in\mathbb R^n$, $b\in\mathbb R^m$, $r = Ax-b$.
\begin{align*}
\nabla_x \tfrac12 r^Tr &= A r\\
&= A^T(Ax-b)
\end{align*}`,
    'A^T r',
  ],
  [String.raw`$A$ is $m\times n$, $B$ is $n\times m$. $$A(I+BA)^{-1} = (I+BA)^{-1}A$$`, '(I_m+A B)^{-1}A'],
  [
    String.raw`Let $A,B\in\mathbb R^{m\times n}$. $$\operatorname{tr}(A^\mathsf{T}B) = \mathbf 1^\mathsf{T}(A\odot B)$$`,
    String.raw`\mathbf 1^\mathsf{T} (A\odot B) \mathbf 1_n`,
  ],
  [
    String.raw`$[A,B]=AB-BA$ and $A,B\in\mathbb R^{n\times n}$: $(AB)^T - (BA)^T = A^TB^T - B^TA^T$. `,
    'B^TA^T - A^TB^T',
    'A and B commute',
  ],
  ['u, v: n\n\ndet(I_n + u vᵀ) = 1 − vᵀ u', '1 + vᵀ u'],
  [
    String.raw`Let $W$ be a diagonal $m\times m$ matrix, $X$ be $m\times n$, $y$ be $m\times 1$, $b$ be $n\times1$. $$\frac{\partial}{\partial b}(y-Xb)'W(y-Xb) = -2XW(y-Xb)$$`,
    "-2X'W(y-Xb)",
  ],
  ["Suppose S is a symmetric n×n matrix and x is an n-vector.\n\nd(x'Sx) = x'S dx", "2 x' S dx"],
  [
    String.raw`Let $\phi$ act elementwise, $W\in\mathbb R^{m\times n}$, $x\in\mathbb R^n$. $$\frac{\partial\phi(Wx)}{\partial x} = W\operatorname{diag}(\phi'(Wx))$$`,
    String.raw`\operatorname{diag}(\phi'(Wx)) W`,
  ],
  [
    String.raw`$L = \|W x + b - t\|^2$, $W\in\mathbb R^{m\times n}$, $x\in\mathbb R^n$, $b,t\in\mathbb R^m$. $$\frac{\partial L}{\partial W} = 2x(Wx+b-t)^T$$`,
    '2 (Wx+b-t) x^T',
  ],
];

test.each(LINES)('%s', async (text, offered, ...rightIf) => {
  const { claims } = await judge(elaborate(read(text)), { runs: 10 });
  const { repair, notes } = claims.find(c => c.verdict.repair)?.verdict ?? { repair: undefined, notes: [] };
  expect(repair?.replacement).toBe(offered);
  expect(notes.filter(n => n.startsWith('right if'))).toEqual(rightIf.map(c => `right if ${c}`));
});

test('a derivative by an entry is not right where X and dX commute', async () => {
  const text = String.raw`$X\in\mathbb R^{n\times n}$: $\frac{\partial X_{ij}}{\partial X_{kl}} = \delta_{il}\delta_{jk}$`;
  const { claims } = await judge(elaborate(read(text)), { runs: 10 });
  expect(claims[0]!.verdict).toMatchObject({ name: 'refuted', notes: [] });
});
