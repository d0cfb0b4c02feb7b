// Every notation that people write, in a line that is true and in the same line with a slip.

/** What it is, the sentence before, a true line, and one with a slip ("" where the notation claims nothing). */
export type Row = readonly [name: string, before: string, truth: string, slip: string];
const r = String.raw;
const square = r`Let $A, B, X$ be $n\times n$ matrices and $x, y$ $n$-vectors.`;
const f = r`Let $f(x) = x^\top Ax$ with an $n\times n$ matrix $A$, $x\in\mathbb{R}^n$.`;
const F = r`Let $A\in\mathbb{R}^{m\times n}$, $X\in\mathbb{R}^{n\times p}$ and $f(X) = \|AX\|_F^2$.`;

export const NOTATIONS: readonly Row[] = [
  // a number in front
  [
    'a number under a d',
    r`Let $x\in\mathbb{R}^n$.`,
    r`d\tfrac12\|x\|^2 = x^\top dx`,
    r`d\tfrac12\|x\|^2 = 2x^\top dx`,
  ],
  [
    'a number, or a transposed vector, before a function under ∇',
    r`Let $x\in\mathbb{R}^n$ have positive entries; functions act elementwise.`,
    r`\nabla_x\tfrac12\log(x^\top x) + \nabla_xx^\top\log x = \frac{x}{x^\top x} + \log x+\mathbf 1`,
    r`\nabla_x\tfrac12\log(x^\top x) + \nabla_xx^\top\log x = \frac{x}{x^\top x} + \log x`,
  ],
  // letters
  [
    'bold letters',
    r`Let $\mathbf{A}, \mathbf{B}$ be $n\times n$ matrices.`,
    r`(\mathbf{A}\mathbf{B})^\top = \mathbf{B}^\top\mathbf{A}^\top`,
    r`(\mathbf{A}\mathbf{B})^\top = \mathbf{A}^\top\mathbf{B}^\top`,
  ],
  [
    'a letter once bold and once plain',
    r`Let $\mathbf{A}, \mathbf{B}$ be $n\times n$ matrices.`,
    r`(AB)^\top = \mathbf{B}^\top A^\top`,
    r`(AB)^\top = A^\top \mathbf{B}^\top`,
  ],
  [
    'a bold and a plain letter declared apart',
    r`Let $\mathbf{a}\in\mathbb{R}^n$ and $a\in\mathbb{R}$.`,
    r`\|a\mathbf{a}\|^2 = a^2\|\mathbf{a}\|^2`,
    r`\|a\mathbf{a}\|^2 = a\|\mathbf{a}\|^2`,
  ],
  [
    'upright letters',
    r`Let $\mathrm{A}, \mathrm{B}$ be $n\times n$ matrices.`,
    r`(\mathrm{A}\mathrm{B})^\top = \mathrm{B}^\top\mathrm{A}^\top`,
    r`(\mathrm{A}\mathrm{B})^\top = \mathrm{A}^\top\mathrm{B}^\top`,
  ],
  [
    'calligraphic letters',
    r`Let $\mathcal{L}(w) = \|w\|^2$ with $w\in\mathbb{R}^n$.`,
    r`\nabla\mathcal{L}(w) = 2w`,
    r`\nabla\mathcal{L}(w) = w`,
  ],
  [
    r`\boldsymbol`,
    r`Let $\boldsymbol{\beta}\in\mathbb{R}^p$ and $\mathbf{X}\in\mathbb{R}^{n\times p}$.`,
    r`\|\mathbf{X}\boldsymbol{\beta}\|^2 = \boldsymbol{\beta}^\top\mathbf{X}^\top\mathbf{X}\boldsymbol{\beta}`,
    r`\|\mathbf{X}\boldsymbol{\beta}\|^2 = \boldsymbol{\beta}^\top\mathbf{X}\mathbf{X}^\top\boldsymbol{\beta}`,
  ],
  // scripts
  ...[
    '^T',
    r`^\top`,
    r`^\mathsf{T}`,
    r`^{\mathsf T}`,
    r`^\intercal`,
    r`^{\mathrm{T}}`,
    "'",
    '^t',
    r`^{\!\top}`,
    'ᵀ',
    '⊤'.replace('⊤', '^⊤'),
  ].map((t): Row => [`transpose ${t}`, square, `(AB)${t} = B${t} A${t}`, `(AB)${t} = A${t} B${t}`]),
  [
    '^{-T}',
    r`Let $A, B$ be invertible $n\times n$ matrices.`,
    r`(AB)^{-T} = A^{-T}B^{-T}`,
    r`(AB)^{-T} = B^{-T}A^{-T}`,
  ],
  [
    '^{-1}',
    r`Let $A, B$ be invertible $n\times n$ matrices.`,
    r`(AB)^{-1} = B^{-1}A^{-1}`,
    r`(AB)^{-1} = A^{-1}B^{-1}`,
  ],
  ['^2', square, r`(A+B)^2 = A^2 + AB + BA + B^2`, r`(A+B)^2 = A^2 + 2AB + B^2`],
  // functions
  ...[r`\operatorname{vec}`, r`\mathrm{vec}`, r`\text{vec}`, 'vec', r`{\rm vec}`, r`\mbox{vec}`].map(
    (v): Row => [v, square, `${v}(AXB) = (B^T\\otimes A)${v}(X)`, `${v}(AXB) = (A\\otimes B^T)${v}(X)`],
  ),
  ...[r`\mathrm{tr}`, r`\operatorname{tr}`, r`\text{Tr}`, 'tr', r`\operatorname{trace}`, r`{\rm Tr}`].map(
    (t): Row => [t, square, `${t}(AB) = ${t}(BA)`, `${t}(AB) = ${t}(A)${t}(B)`],
  ),
  [r`\text{diag}`, square, r`\text{diag}(x)y = x\odot y`, r`\text{diag}(x)y = xy^T`],
  [r`\det`, square, r`\det(AB) = \det A\det B`, r`\det(A+B) = \det A + \det B`],
  ['|X|', square, r`|AX| = |A||X|`, r`|2X| = 2|X|`],
  [
    r`\|x\|_2^2`,
    square,
    r`\|x+y\|_2^2 = \|x\|_2^2 + 2x^Ty + \|y\|_2^2`,
    r`\|x+y\|_2^2 = \|x\|_2^2 + \|y\|_2^2`,
  ],
  [r`\lVert x\rVert`, square, r`\lVert x\rVert^2 = x^Tx`, r`\lVert x\rVert = x^Tx`],
  [r`\|A\|_F`, square, r`\|A\|_F^2 = \operatorname{tr}(A^TA)`, r`\|A\|_F^2 = \operatorname{tr}(A^2)`],
  [
    r`\langle A, B\rangle`,
    square,
    r`\langle A, B\rangle = \operatorname{tr}(A^TB)`,
    r`\langle A, B\rangle = \operatorname{tr}(AB)`,
  ],
  ['A:B', square, r`A:B = \operatorname{tr}(A^TB)`, r`A:BX = AX^T:B^T`],
  [r`\circ`, square, r`A\circ B = B\circ A`, r`A\circ B = AB`],
  [r`\odot`, square, r`A\odot B = B\odot A`, r`A\odot B = AB`],
  [
    '* said to be Hadamard',
    r`Let $A, B$ be $n\times n$ matrices; $*$ is the elementwise product.`,
    r`A * B = B * A`,
    r`A * B = AB`,
  ],
  [r`\otimes`, square, r`(A\otimes B)(X\otimes A) = AX\otimes BA`, r`A\otimes B = B\otimes A`],
  // derivatives
  [
    r`\frac{\partial f}{\partial X}`,
    F,
    r`\frac{\partial f}{\partial X} = 2A^\top AX`,
    r`\frac{\partial f}{\partial X} = 2AX`,
  ],
  [r`\partial f/\partial X`, F, r`\partial f/\partial X = 2A^\top AX`, r`\partial f/\partial X = A^\top AX`],
  [r`\nabla_x f`, f, r`\nabla_x f = (A + A^\top)x`, r`\nabla_x f = Ax`],
  [r`\nabla f(x)`, f, r`\nabla f(x) = (A + A^\top)x`, r`\nabla f(x) = A^\top x`],
  [r`\nabla^2 f`, f, r`\nabla^2 f(x) = A + A^\top`, r`\nabla^2 f(x) = A`],
  [
    r`\mathrm dX`,
    square,
    r`\mathrm d(X^2) = X\,\mathrm dX + \mathrm dX\,X`,
    r`\mathrm d(X^2) = 2X\,\mathrm dX`,
  ],
  ['dX', square, r`d(X^TX) = dX^T\,X + X^T\,dX`, r`d(X^TX) = 2X^T\,dX`],
  [
    r`\partial X`,
    square,
    r`\partial(X^{-1}) = -X^{-1}(\partial X)X^{-1}`,
    r`\partial(X^{-1}) = -X^{-2}\,\partial X`,
  ],
  [r`\delta X`, square, r`\delta(AX) = A\,\delta X`, r`\delta(AX) = \delta X\,A`],
  ['Df(x)[h]', f, r`Df(x)[h] = x^\top(A + A^\top)h`, r`Df(x)[h] = x^\top Ah`],
  [
    'second derivative along two directions',
    f,
    r`D^2f(x)[h,k] = h^\top(A + A^\top)k`,
    r`D^2f(x)[h,k] = h^\top Ak`,
  ],
  [
    r`\frac{\partial^2 f}{\partial x\partial x^\top}`,
    f,
    r`\frac{\partial^2 f}{\partial x\,\partial x^\top} = A + A^\top`,
    r`\frac{\partial^2 f}{\partial x\,\partial x^\top} = 2A`,
  ],
  // indices
  [
    r`\sum_{i=1}^N x_ix_i^T`,
    r`Let $x_i\in\mathbb{R}^n$ for $i=1,\dots,N$, and $A\in\mathbb{R}^{n\times n}$.`,
    r`\sum_{i=1}^N x_i^TAx_i = \operatorname{tr}\left(A\sum_{i=1}^N x_ix_i^T\right)`,
    r`\sum_{i=1}^N x_i^TAx_i = \operatorname{tr}\left(\sum_{i=1}^N x_ix_i^T\right)`,
  ],
  [
    'A_{ij}',
    square,
    r`\operatorname{tr}(AB) = \sum_{i,j}A_{ij}B_{ji}`,
    r`\operatorname{tr}(AB) = \sum_{i,j}A_{ij}B_{ij}`,
  ],
  ['[AB]_{ij}', square, r`[AB]_{ij} = \sum_k A_{ik}B_{kj}`, r`[AB]_{ij} = \sum_k A_{ki}B_{kj}`],
  ['(AB)_{ij}', square, r`(AB)_{ij} = \sum_k A_{ik}B_{kj}`, r`(AB)_{ij} = A_{ij}B_{ij}`],
  // constants
  [
    r`\mathbf 1_n`,
    r`Let $x\in\mathbb{R}^n$.`,
    r`\mathbf 1_n^\top x = \sum_{i=1}^n x_i`,
    r`\mathbf 1_n^\top x = x^\top x`,
  ],
  [
    r`\mathbb 1`,
    r`Let $A, B\in\mathbb{R}^{m\times n}$.`,
    r`\mathbb 1^\top(A\odot B)\mathbb 1 = \operatorname{tr}(A^\top B)`,
    r`\mathbb 1^\top(A\odot B)\mathbb 1 = \operatorname{tr}(A^\top A)`,
  ],
  [
    'e, the vector of ones',
    r`Let $x\in\mathbb{R}^n$ and let $e$ be the vector of all ones.`,
    r`e^Tx = \sum_i x_i`,
    r`e^Tx = n\sum_i x_i`,
  ],
  ['I_n', square, r`I_nA = A`, r`I_n + A = A`],
  ['I', square, r`(A+I)(A-I) = A^2 - I`, r`(A+I)^2 = A^2 + I`],
  ['0', square, r`A - A = 0`, r`A + A = 0`],
  ['decimals', square, r`0.5\,(A + A) = A`, r`0.5\,(A + A) = 2A`],
  ['fractions', square, r`\tfrac12(A + A) = \frac{1}{3}\cdot 3A`, r`\tfrac12(A + A) = \frac{1}{2}A`],
  // brackets and products
  [r`\left[ \right]`, square, r`\left[A + B\right]x = Ax + Bx`, r`\left[A + B\right]x = Ax + B`],
  [
    r`\Big( \Big)`,
    square,
    r`\Big(A\big(B + X\big)\Big)^T = B^TA^T + X^TA^T`,
    r`\Big(A\big(B + X\big)\Big)^T = A^TB^T + A^TX^T`,
  ],
  [r`\cdot`, square, r`A\cdot(B\cdot x) = AB\cdot x`, r`A\cdot B = B\cdot A`],
  ['implicit products', square, r`2ABx = A(B(2x))`, r`2ABx = 4A(B(2x))`],
  // words and signs
  [
    r`\quad\text{where}`,
    r`Let $A\in\mathbb{R}^{m\times n}$ and $b\in\mathbb{R}^m$.`,
    r`\nabla_x\|r\|^2 = 2A^\top r \quad\text{where}\quad r = Ax - b`,
    r`\nabla_x\|r\|^2 = 2Ar \quad\text{where}\quad r = Ax - b`,
  ],
  [
    r`\implies`,
    square,
    r`f = x^TAx \implies df = x^T(A + A^T)\,dx`,
    r`f = x^TAx \implies df = 2x^TA\,dx + x^TA^Tdx`,
  ],
  [
    r`\therefore`,
    f,
    r`\therefore\nabla f(x) = (A + A^\top)x`,
    r`\therefore\nabla f(x) = x^\top(A + A^\top)x`,
  ],
  [':=', square, r`C := AB,\quad C^T = B^TA^T`, r`C := AB,\quad C^T = A^TB^T`],
  [r`\equiv`, square, r`(AB)^T \equiv B^TA^T`, r`(AB)^T \equiv A^TB^T`],
  [r`\approx, no claim`, square, r`A \approx B, \quad A + B = B + A`, r`A \approx B, \quad A + B = B - A`],
  [r`\tag`, square, r`(AB)^T = B^TA^T \tag{3}`, r`(AB)^T = A^TB^T \tag{3}`],
  [r`\label`, square, r`(AB)^T = B^TA^T \label{eq:t}`, r`(AB)^T = A^TB^T \label{eq:t}`],
  [
    r`\underbrace`,
    square,
    r`(A + B)x = \underbrace{Ax}_{\text{first}} + Bx`,
    r`(A + B)x = \underbrace{Ax}_{\text{first}} - Bx`,
  ],
  [
    r`\color`,
    square,
    r`(A + {\color{red}B})x = Ax + {\color{red}Bx}`,
    r`(A + {\color{red}B})x = Ax - {\color{red}Bx}`,
  ],
  [
    r`\textcolor`,
    square,
    r`(A + \textcolor{red}{B})x = Ax + \textcolor{red}{Bx}`,
    r`(A + \textcolor{red}{B})x = Ax - \textcolor{red}{Bx}`,
  ],
  // environments
  ...['aligned', 'split', 'gathered'].map(
    (e): Row => [
      e,
      square,
      `\\begin{${e}}(AB)^T &= B^TA^T\\end{${e}}`.replace(/&(?=.*gathered)/, ''),
      `\\begin{${e}}(AB)^T &= A^TB^T\\end{${e}}`.replace(/&(?=.*gathered)/, ''),
    ],
  ),
  [
    'cases',
    square,
    r`\begin{cases}(AB)^T = B^TA^T\\ A + B = B + A\end{cases}`,
    r`\begin{cases}(AB)^T = A^TB^T\\ A + B = B + A\end{cases}`,
  ],
  [
    'array',
    square,
    r`\begin{array}{rcl}(AB)^T &=& B^TA^T\end{array}`,
    r`\begin{array}{rcl}(AB)^T &=& A^TB^T\end{array}`,
  ],
];

/** The same, where the formula brings its own dollars or environment. */
export const LAYOUTS: readonly Row[] = [
  ...[
    'align',
    'align*',
    'gather',
    'gather*',
    'eqnarray',
    'eqnarray*',
    'equation',
    'equation*',
    'multline*',
    'alignat*',
  ].map((e): Row => {
    const [open, sign] = [
      `\\begin{${e}}${e === 'alignat*' ? '{2}' : ''}`,
      /eqnarray/.test(e) ? '&=&' : /gather|equation|multline/.test(e) ? '=' : '&=',
    ];
    return [e, square, `${open}(AB)^T ${sign} B^TA^T\\end{${e}}`, `${open}(AB)^T ${sign} A^TB^T\\end{${e}}`];
  }),
  [r`\[ \]`, square, r`\[(AB)^T = B^TA^T\]`, r`\[(AB)^T = A^TB^T\]`],
  ['$$ on lines of its own', square, '$$\n(AB)^T\n= B^TA^T\n$$', '$$\n(AB)^T\n= A^TB^T\n$$'],
  ['$ on one line', square, 'So $(AB)^T = B^TA^T$.', 'So $(AB)^T = A^TB^T$.'],
  [r`\( \)`, square, r`So \((AB)^T = B^TA^T\).`, r`So \((AB)^T = A^TB^T\).`],
  [
    'a row that begins with =',
    square,
    r`$$\begin{aligned}(ABX)^T &= X^T(AB)^T\\ &= X^TB^TA^T\end{aligned}$$`,
    r`$$\begin{aligned}(ABX)^T &= X^T(AB)^T\\ &= X^TA^TB^T\end{aligned}$$`,
  ],
  [
    r`\newcommand`,
    String.raw`\newcommand{\trans}{^{\mathsf T}}\newcommand{\mat}[1]{\mathbf{#1}} Let $\mat A, \mat B$ be $n\times n$ matrices.`,
    r`$$(\mat A\mat B)\trans = \mat B\trans\mat A\trans$$`,
    r`$$(\mat A\mat B)\trans = \mat A\trans\mat B\trans$$`,
  ],
  [
    r`\def`,
    String.raw`$\def\A{{\bf A}}\def\B{{\bf B}}$ Let $\A, \B$ be $n\times n$ matrices.`,
    r`$$(\A\B)^T = \B^T\A^T$$`,
    r`$$(\A\B)^T = \A^T\B^T$$`,
  ],
  [
    r`\DeclareMathOperator`,
    String.raw`\DeclareMathOperator{\Trace}{tr} Let $A, B$ be $n\times n$ matrices.`,
    r`$$\Trace(AB) = \Trace(BA)$$`,
    r`$$\Trace(AB) = \Trace(A)$$`,
  ],
  [r`\eqalign`, square, r`$$\eqalign{(AB)^T &= B^TA^T \cr}$$`, r`$$\eqalign{(AB)^T &= A^TB^T \cr}$$`],
  ['fenced math', square, '```math\n(AB)^T = B^TA^T\n```', '```math\n(AB)^T = A^TB^T\n```'],
];

/** With both lines between double dollars. */
export const displayed = ([name, before, truth, slip]: Row): Row => [
  name,
  before,
  `$$${truth}$$`,
  `$$${slip}$$`,
];
