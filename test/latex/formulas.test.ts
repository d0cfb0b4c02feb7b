// Formula → tree: what people write, in TeX and in plain Unicode.

import { expect, test } from 'vitest';
import { type Known, lines } from './read.ts';

const reads = (name: string, cases: readonly (readonly [string, string, Known?])[]): void => {
  const rows = cases.map(([formula, tree, known = {}]) => ({ formula, trees: tree.split(' ;; '), known }));
  test.each(rows)(`${name}: $formula`, ({ formula, trees, known }) => {
    expect(lines(formula, known)).toEqual(trees);
  });
};

reads('transposes and inverses', [
  ['A^T = A^\\top', '(T A) = (T A)'],
  [
    'x^{\\rm T} y = x^{\\text{T}}y = x^t y = x^\\intercal y',
    '(* (T x) y) = (* (T x) y) = (* (T x) y) = (* (T x) y)',
  ],
  ["X'X = X^{\\mathsf T}X", "(* (' X) X) = (* (T X) X)"],
  ['X^{-T} = X⁻ᵀ', '(T (^ X -1)) = (T (^ X -1))'],
  ['X^-1 X = I', '(* (^ X -1) X) = (I)'],
  ['X^{-2T} = {X^{-2}}^T', '(T (^ X -2)) = (T (^ X -2))'],
  ['X^+ = X^\\dagger', '(pinv X) = (pinv X)'],
  ['(AB)^* = B', '(T (* A B)) = B'],
  ['X^{\\circ 2} = X^{\\odot 2}', '(.^ X 2) = (.^ X 2)'],
  ['\\mathbf{X X}^T = 0', '(* X (T X)) = 0'],
  ['A^{-1}(t) = 0', '(^ (A t) -1) = 0'],
]);

reads('products', [
  ['A\\odot B:C = 2M:dM', '(: (⊙ A B) C) = (: (* 2 M) (d M))'],
  ['A\\,B\\;C\\!D = A \\cdot B \\times C*D', '(* A B C D) = (* A B C D)'],
  ['W(AX ⊙ AX)1_3 = 0', '(* W (⊙ (* A X) (* A X)) (ones 3)) = 0'],
  ['\\Phi A \\otimes B C = D', '(⊗ (* Φ A) (* B C)) = D'],
  ['A.*B = C./D', '(⊙ A B) = (./ C D)'],
  ['A*B = C', '(⊙ A B) = C', { conventions: { star: 'hadamard' } }],
  ['A \\odot B = C', '(∗ A B) = C', { conventions: { odot: 'khatriRao' } }],
  ['f \\circ g = h', '(∘ f g) = h'],
  ['A \\circ B = C', '(⊙ A B) = C'],
  ['n(x+y) = 0', '(* n (+ x y)) = 0', { scalars: 'n' }],
  ['\\sqrt{A}^{\\top} \\oplus B = 0', '(⊕ (T (sqrt A)) B) = 0'],
]);

reads('numbers and fractions', [
  ['½ x = \\frac12 x', '(* 1/2 x) = (* 1/2 x)'],
  ['1/2 x = 0.25 x + .5', '(* 1/2 x) = (+ (* 1/4 x) 1/2)'],
  ['x/\\|x\\| = \\frac{x}{n}', '(/ x (norm x)) = (/ x n)'],
  ['{a \\over b} = c', '(/ a b) = c'],
  ['A = B.', 'A = B'],
]);

reads('ones, zeros, identities', [
  ['\\mathbf{1}_{3}^{T} = 1_n^T', '(T (ones 3)) = (T (ones n))'],
  ['\\mathbf{0}_{m\\times n} = 0_{m,n}', '(zeros m n) = (zeros m n)'],
  ['{\\tt11}^T = \\mathbb 1\\vec{1}^T', '(* (ones) (T (ones))) = (* (ones) (T (ones)))'],
  ['1ᵀ x = 1 1ᵀ', '(* (T (ones)) x) = (* (ones) (T (ones)))'],
  ['11^T = J', '(* 1 (T 1)) = J', { declared: '1' }],
  ['I_{n\\times n} = I_n = I_{nn} = I_{n^2}', '(I n n) = (I n) = (I n n) = (I (* n n))'],
  ['I = I_3', 'I = I_3', { declared: 'I' }],
]);

reads('names', [
  ['\\hat x = \\dot S + \\tilde{\\mathbf{y}}', 'x̂ = (+ Ṡ ỹ)'],
  ['W_{out} = W_\\text{out} = W_{\\rm out}', 'W_out = W_out = W_out'],
  ['P_{k+1|k} = X^{(1)}', 'P_k+1|k = X^(1)'],
  ['x₁ = A_{11}', 'x_1 = A_11'],
  ['Wout X = 0', '(* Wout X) = 0', { declared: 'Wout' }],
  ['\\Delta X^T = ∆x', '(T ΔX) = Δx'],
  ['\\text{SSE} = NLL', 'SSE = (* N L L)'],
  ['𝐀𝐱 = 𝟏', '(* A x) = (ones)'],
  ['{\\cal L} = \\mathcal{L}', 'L = L'],
  ['\\text{constructor} = \\mathrm{toString}', 'constructor = toString'],
]);

reads('indices and sums', [
  ['A_{ij} = [AB]_{ij}', '(_ A i j) = (_ (* A B) i j)'],
  ['[AB]_{12} = \\sum_k A_{1k}B_{k2}', '(_ (* A B) 1 2) = (Σ k (* (_ A 1 k) (_ B k 2)))'],
  ['A^{-1}_{ij} = X^T_{ji}', '(_ (^ A -1) i j) = (_ (T X) j i)'],
  ['x_i^T = \\mathbf{x}^\\top_i', '(T (_ x i)) = (T (_ x i))'],
  ['K_{mn} e_i = x^{(i)}', '(* (_ K m n) (_ e i)) = (_ x i)'],
  ['\\sum_{i=1}^n x_i x_i^T A + b = 0', '(+ (Σ i from 1 to n (* (_ x i) (T (_ x i)) A)) b) = 0'],
  ['\\sum_{i,j} A_{ij} x_i x_j = Σᵢ xᵢ', '(Σ i,j (* (_ A i j) (_ x i) (_ x j))) = (Σ i (_ x i))'],
  ["\\sum_{j'} A_{ij'} = \\sum_u x_u", '(Σ j′ (_ A i j′)) = (Σ u (_ x u))'],
  ['\\Sigma_{ii} = σ', '(_ Σ i i) = σ'],
]);

reads('functions', [
  ['vec(A B C) = (Cᵀ ⊗ A) vec(B)', '(vec (* A B C)) = (* (⊗ (T C) A) (vec B))'],
  ['vec X^T = vec(X)^T', '(vec (T X)) = (T (vec X))'],
  ['\\mathbf{vec \\left(AX\\right)} = {\\rm vec}(X)', '(vec (* A X)) = (vec X)'],
  ['vec{XBX} = \\vec(AB)', '(vec (* X B X)) = (vec (* A B))'],
  ['\\log\\det X = \\operatorname{tr}\\log X', '(log (det X)) = (tr (log X))'],
  ['tr AX^\\top = \\text{trace}(X)', '(tr (* A (T X))) = (tr X)'],
  ['{\\rm Diag}(x) = \\operatorname{diag}\\{x\\}', '(Diag x) = (diag x)'],
  ['e^{-x} = \\exp(-x)', '(exp (+ -x)) = (exp (+ -x))'],
  ['\\ln x = \\sin^2 x', '(log x) = (^ (sin x) 2)'],
  ["\\sigma'(x) = \\sigma(x)(1-\\sigma(x))", '(σ′ x) = (* (σ x) (+ 1 -(σ x)))'],
  ['F(X) = W(X+Y)', '(F X) = (* W (+ X Y))'],
  ['Q(x) = x \\\\ Q(x+h) = y', '(Q x) = x ;; (Q (+ x h)) = y'],
  ['H(X,Y) := SS(X)', '(H X Y) := (* S (S X))'],
  ['SS(\\beta) = 1', '(SS β) = 1'],
  ['\\operatorname{tr}(A+H)^T(A+H) = 0', '(tr (* (T (+ A H)) (+ A H))) = 0'],
  ['f(A - B) = 0', '(* f (+ A -B)) = 0', { declared: 'f' }],
]);

reads('norms, bars, inner products', [
  ['\\|x\\|^2_2 = \\left\\lVert x\\right\\rVert_{F}^2', '(^ (norm2 x) 2) = (^ (normF x) 2)'],
  ['||A||_F^2 = ‖A‖²', '(^ (normF A) 2) = (^ (norm A) 2)'],
  ['|A||B| = |AB|', '(* (bars A) (bars B)) = (bars (* A B))'],
  ['|x|_2 = \\left|x\\right|', '(norm2 x) = (bars x)'],
  ['\\langle A, B\\rangle = ⟨A,B⟩_F', '(inner A B) = (inner A B)'],
  ['<Ax,x> = \\frac{<x,y>}{2}', '(inner (* A x) x) = (/ (inner x y) 2)'],
]);

reads('differentials', [
  ['d \\mathbf{W} \\left[AX\\right] = dX^{-1}', '(* (d W) (* A X)) = (d (^ X -1))'],
  ['\\mathrm{d}X\\,A = \\partial(X^{-1})', '(* (d X) A) = (d (^ X -1))'],
  ['d\\log\\det X = d\\,(A:B)', '(d (log (det X))) = (d (: A B))'],
  ['d^2 f = \\delta X', '(d2 f) = (d X)'],
  ['d x = 0', '(* d x) = 0', { declared: 'd x' }],
  ['dX = d\\log X', '(d X) = (d (log X))', { scalars: 'd' }],
  ['df(C)E = 0', '(along (f C) E) = 0', { functions: 'f' }],
]);

reads('derivatives', [
  ['\\frac{\\partial F}{\\partial X} = ∂f/∂X', '(D F X) = (D f X)'],
  ['\\frac{d}{dW}(aW)\\odot(bW) = 0', '(D (⊙ (* a W) (* b W)) W) = 0'],
  ['d/dX tr(X) = df/dX', '(D (tr X) X) = (D f X)'],
  [
    '\\frac{\\partial\\, \\mathrm{vec}(F)}{\\partial\\, (\\mathrm{vec}X)^T} = J',
    '(D (vec F) (T (vec X))) = J',
  ],
  ['\\frac{\\partial^2 f}{\\partial x\\,\\partial x^T} = \\frac{d^2f}{dx^2}', '(D f x (T x)) = (D f x x)'],
  ['\\frac{\\delta\\alpha}{\\delta x_k} = 0', '(D α (_ x k)) = 0'],
  ['\\frac{d}{n} = 1', '(/ d n) = 1'],
  ['\\nabla_X f = \\nabla f(x)^T h', '(∇ f X) = (* (T (∇ (f x))) h)'],
  ['\\nabla^2 f(x) = \\nabla_A \\text{tr}(AB)', '(∇2 (f x)) = (∇ (tr (* A B)) A)'],
  ['Df(x)[h] = D_h f(x)', '(along (f x) h) = (along (f x) h)'],
  ['\\nabla f(X)[H] = 0', '(along (f X) H) = 0'],
]);

reads('matrices and boxes', [
  ['\\pmatrix{a & b\\cr c & d} = \\begin{bmatrix} a & b \\\\ c & d\\end{bmatrix}', '[a b; c d] = [a b; c d]'],
  ['\\left[ {\\begin{array}{cc} 1 & x_1 \\\\ 0 & 2 \\end{array}} \\right] = M', '[1 x_1; 0 2] = M'],
  ['\\underbrace{A + B}_{=C} x = \\color{red}{A}\\textcolor{blue}{B}', '(* (+ A B) x) = (* A B)'],
  ['\\underset{n \\times n}{A} = \\boxed{B}', 'A = B'],
]);

reads('macros', [
  [
    '\\def\\LR#1{\\left(#1\\right)}\\newcommand{\\tr}[2][X]{\\operatorname{tr}(#1 #2)} \\LR{A} = \\tr{B} + \\tr[Y]{B}',
    'A = (+ (tr (* X B)) (tr (* Y B)))',
  ],
  ['\\DeclareMathOperator{\\Tr}{Tr}\\let\\ot\\otimes \\Tr(A \\ot B) = 0', '(tr (⊗ A B)) = 0'],
  ['\\def\\A{A^{-1}} \\A = 1 \\def\\A{B} \\\\ \\A = 2', '(^ A -1) = 1 ;; B = 2'],
]);
