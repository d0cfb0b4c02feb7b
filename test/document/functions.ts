// Every function that derivations use: a derivative that is right, and the same with a slip.

import type { Row } from './notations.ts';

const r = String.raw;
const each = r`Let $x, a\in\mathbb{R}^n$. Functions of vectors act elementwise.`;
const positive = r`Let $x, a\in\mathbb{R}^n$ have positive entries. Functions of vectors act elementwise.`;
const square = r`Let $X$ be an invertible $n\times n$ matrix and $A$ a constant $n\times n$ matrix.`;
const tall = r`Let $X\in\mathbb{R}^{m\times n}$ and $A\in\mathbb{R}^{m\times n}$, where $A$ is constant.`;

const symmetric = r`Let $A$ be a symmetric $n\times n$ matrix and $c\in\mathbb{R}$.`;
const pair = r`Let $A$ be a symmetric $n\times n$ matrix with a simple eigenvalue $\lambda$ and unit eigenvector $q$, so that $Aq=\lambda q$.`;

export const FUNCTIONS: readonly Row[] = [
  ['exp', each, r`\nabla_x(a^\top\exp(x)) = a\odot\exp(x)`, r`\nabla_x(a^\top\exp(x)) = \exp(a\odot x)`],
  [
    'exp as a power of e',
    each,
    r`\frac{\partial e^{a^\top x}}{\partial x} = e^{a^\top x}a`,
    r`\frac{\partial e^{a^\top x}}{\partial x} = e^{a^\top x}x`,
  ],
  ['log', positive, r`\nabla_x(a^\top\log(x)) = a\oslash x`, r`\nabla_x(a^\top\log(x)) = x\oslash a`],
  ['ln', positive, r`d\ln(a^\top x) = \frac{a^\top dx}{a^\top x}`, r`d\ln(a^\top x) = \frac{dx}{a^\top x}`],
  [
    'sigmoid',
    each,
    r`d\,\mathrm{sigmoid}(x) = \mathrm{sigmoid}(x)\odot(1-\mathrm{sigmoid}(x))\odot dx`,
    r`d\,\mathrm{sigmoid}(x) = \mathrm{sigmoid}(x)\odot(1+\mathrm{sigmoid}(x))\odot dx`,
  ],
  [
    'σ, the sigmoid',
    r`Let $x\in\mathbb{R}^n$, and $\sigma$ be the logistic sigmoid, applied elementwise.`,
    r`\frac{\partial\sigma(x)}{\partial x} = \operatorname{diag}(\sigma(x)\odot(1-\sigma(x)))`,
    r`\frac{\partial\sigma(x)}{\partial x} = \operatorname{diag}(\sigma(x)\odot\sigma(x))`,
  ],
  [
    'tanh',
    each,
    r`d\tanh(x) = (1-\tanh(x)\odot\tanh(x))\odot dx`,
    r`d\tanh(x) = (1+\tanh(x)\odot\tanh(x))\odot dx`,
  ],
  [
    'relu',
    each,
    r`\nabla_x\|\mathrm{relu}(x)\|^2 = 2\,\mathrm{relu}(x)`,
    r`\nabla_x\|\mathrm{relu}(x)\|^2 = 2x`,
  ],
  [
    'softplus',
    each,
    r`d\,\mathrm{softplus}(x) = \mathrm{sigmoid}(x)\odot dx`,
    r`d\,\mathrm{softplus}(x) = \tanh(x)\odot dx`,
  ],
  [
    'softmax',
    each,
    r`d\,\mathrm{softmax}(x) = \left(\operatorname{diag}(\mathrm{softmax}(x))-\mathrm{softmax}(x)\mathrm{softmax}(x)^\top\right)dx`,
    r`d\,\mathrm{softmax}(x) = \operatorname{diag}(\mathrm{softmax}(x))\,dx`,
  ],
  [
    'log-sum-exp by its sum',
    each,
    r`\nabla_x\log\left(\sum_{i=1}^ne^{x_i}\right) = \mathrm{softmax}(x)`,
    r`\nabla_x\log\left(\sum_{i=1}^ne^{x_i}\right) = \exp(x)`,
  ],
  [
    'logsumexp',
    each,
    r`\nabla_x\operatorname{logsumexp}(x) = \mathrm{softmax}(x)`,
    r`\nabla_x\operatorname{logsumexp}(x) = \exp(x)`,
  ],
  [
    'LSE',
    each,
    r`\nabla_x\operatorname{LSE}(x) = \mathrm{softmax}(x)`,
    r`\nabla_x\operatorname{LSE}(x) = \exp(x)`,
  ],
  [
    'abs',
    each,
    r`\nabla_x(a^\top|x|) = a\odot\operatorname{sign}(x)`,
    r`\nabla_x(a^\top|x|) = \operatorname{sign}(a)\odot x`,
  ],
  [
    'abs of a number',
    each,
    r`\nabla_x|a^\top x| = \operatorname{sign}(a^\top x)\,a`,
    r`\nabla_x|a^\top x| = \operatorname{sign}(a^\top x)\,x`,
  ],
  ['1-norm', each, r`\nabla_x\|x\|_1 = \operatorname{sign}(x)`, r`\nabla_x\|x\|_1 = x`],
  ['sign', each, r`x = \operatorname{sign}(x)\odot|x|`, r`x = \operatorname{sign}(x)\odot x`],
  [
    'sqrt',
    positive,
    r`\nabla_x(\mathbf 1^\top\sqrt{x}) = \frac12\mathbf 1\oslash\sqrt{x}`,
    r`\nabla_x(\mathbf 1^\top\sqrt{x}) = \mathbf 1\oslash\sqrt{x}`,
  ],
  [
    'sqrt of a number',
    each,
    r`\nabla_x\sqrt{x^\top x+1} = \frac{x}{\sqrt{x^\top x+1}}`,
    r`\nabla_x\sqrt{x^\top x+1} = \frac{x}{2\sqrt{x^\top x+1}}`,
  ],
  ['sin', each, r`d\sin(x) = \cos(x)\odot dx`, r`d\sin(x) = -\cos(x)\odot dx`],
  ['cos', each, r`d\cos(x) = -\sin(x)\odot dx`, r`d\cos(x) = \sin(x)\odot dx`],
  ['powers, elementwise', each, r`d(x^{\circ 3}) = 3x^{\circ 2}\odot dx`, r`d(x^{\circ 3}) = 3x\odot dx`],
  [
    'powers, elementwise because the text says so',
    r`Let $x\in\mathbb{R}^n$. Powers are taken elementwise.`,
    r`\nabla_x(\mathbf 1^\top x^3) = 3x^2`,
    r`\nabla_x(\mathbf 1^\top x^3) = 2x^2`,
  ],
  [
    'powers of a number',
    each,
    r`\nabla_x(a^\top x)^3 = 3(a^\top x)^2a`,
    r`\nabla_x(a^\top x)^3 = 3(a^\top x)^2x`,
  ],
  ['powers of a matrix', square, r`d(X^3) = dX\,X^2+X\,dX\,X+X^2dX`, r`d(X^3) = 3X^2dX`],
  [
    'matrix exponential',
    r`Let $A\in\mathbb{R}^{n\times n}$ be constant, $t\in\mathbb{R}$, and $e^{tA}$ the matrix exponential.`,
    r`\frac{d}{dt}e^{tA} = Ae^{tA}`,
    r`\frac{d}{dt}e^{tA} = tAe^{tA}`,
  ],
  [
    'trace of the matrix exponential',
    r`Let $X\in\mathbb{R}^{n\times n}$ and let $\exp$ be the matrix exponential.`,
    r`\frac{\partial\operatorname{tr}(\exp(X))}{\partial X} = \exp(X)^\top`,
    r`\frac{\partial\operatorname{tr}(\exp(X))}{\partial X} = \exp(X)`,
  ],
  ['inverse', square, r`dX^{-1} = -X^{-1}dX\,X^{-1}`, r`dX^{-1} = -X^{-2}dX`],
  [
    'pseudo-inverse, its differential',
    r`Let $X\in\mathbb{R}^{m\times n}$ have full column rank.`,
    r`dX^+ = -X^+dX\,X^+ + (X^\top X)^{-1}dX^\top(I-XX^+)`,
    r`dX^+ = -X^+dX\,X^+`,
  ],
  ['det', square, r`d\det X = \det(X)\operatorname{tr}(X^{-1}dX)`, r`d\det X = \operatorname{tr}(X^{-1}dX)`],
  [
    'log det',
    square,
    r`\frac{\partial\log\det X}{\partial X} = X^{-\top}`,
    r`\frac{\partial\log\det X}{\partial X} = X^{-1}`,
  ],
  [
    'log |det X|',
    square,
    r`\frac{\partial\log|\det X|}{\partial X} = X^{-\top}`,
    r`\frac{\partial\log|\det X|}{\partial X} = X^{-1}`,
  ],
  [
    'trace',
    tall,
    r`\frac{\partial\operatorname{tr}(A^\top X)}{\partial X} = A`,
    r`\frac{\partial\operatorname{tr}(A^\top X)}{\partial X} = A^\top`,
  ],
  ['2-norm', each, r`\nabla_x\|x-a\|_2 = \frac{x-a}{\|x-a\|_2}`, r`\nabla_x\|x-a\|_2 = \frac{x-a}{\|x\|_2}`],
  ['2-norm squared', each, r`\nabla_x\|x-a\|_2^2 = 2(x-a)`, r`\nabla_x\|x-a\|_2^2 = x-a`],
  [
    'Frobenius norm',
    tall,
    r`\frac{\partial\|X-A\|_F}{\partial X} = \frac{X-A}{\|X-A\|_F}`,
    r`\frac{\partial\|X-A\|_F}{\partial X} = \frac{2(X-A)}{\|X-A\|_F}`,
  ],
  [
    'Frobenius norm squared',
    tall,
    r`\frac{\partial\|X-A\|_F^2}{\partial X} = 2(X-A)`,
    r`\frac{\partial\|X-A\|_F^2}{\partial X} = X-A`,
  ],
  [
    'nuclear norm',
    r`Let $X\in\mathbb{R}^{m\times n}$ have full column rank.`,
    r`\frac{\partial\|X\|_*}{\partial X} = X(X^\top X)^{-1/2}`,
    r`\frac{\partial\|X\|_*}{\partial X} = X(X^\top X)^{-1}`,
  ],
  ['max', each, r`\max(x,a)+\min(x,a) = x+a`, r`\max(x,a)-\min(x,a) = x+a`],
  [
    'max of the entries',
    each,
    r`\nabla_x(\max(0,x)^\top\mathbf 1) = \frac12(1+\operatorname{sign}(x))`,
    r`\nabla_x(\max(0,x)^\top\mathbf 1) = 1+\operatorname{sign}(x)`,
  ],
  ['min', each, r`\min(x,a) = -\max(-x,-a)`, r`\min(x,a) = \max(-x,-a)`],
  ['max of all entries', each, r`\max(-x) = -\min(x)`, r`\max(-x) = -\max(x)`],
  [
    'max over an index',
    each,
    r`\max_{1\le i\le n}(x_i+1) = \max_ix_i+1`,
    r`\max_{1\le i\le n}(-x_i) = -\max_ix_i`,
  ],
  ['the ∞-norm', each, r`\|x\|_\infty = \max_i|x_i|`, r`\|x\|_\infty = |\max_ix_i|`],
  ['the 1- and ∞-norm of a matrix', tall, r`\|A^\top\|_1 = \|A\|_\infty`, r`\|A\|_1 = \|A\|_\infty`],
  ['spectral norm', tall, r`\|A\|_2^2 = \lambda_{\max}(A^\top A)`, r`\|A\|_2 = \lambda_{\max}(A^\top A)`],
  ['singular values', tall, r`\|A\|_* = \sum_{i=1}^n\sigma_i(A)`, r`\|A\|_F = \sum_{i=1}^n\sigma_i(A)`],
  [
    'eigenvalues of a symmetric matrix',
    symmetric,
    r`\operatorname{tr}(A^2) = \sum_i\lambda_i(A)^2`,
    r`\operatorname{tr}(A^2) = \Bigl(\sum_i\lambda_i(A)\Bigr)^2`,
  ],
  [
    'largest eigenvalue',
    symmetric,
    r`\lambda_{\max}(A+cI) = \lambda_{\max}(A)+c`,
    r`\lambda_{\max}(A+cI) = c\lambda_{\max}(A)`,
  ],
  [
    'smallest eigenvalue',
    symmetric,
    r`\lambda_{\min}(-A) = -\lambda_{\max}(A)`,
    r`\lambda_{\min}(-A) = \lambda_{\max}(A)`,
  ],
  ['differential of an eigenvalue', pair, r`d\lambda = q^\top dA\,q`, r`d\lambda = q^\top A\,dq`],
  [
    'an eigenpair by its equation',
    r`Let $A$ be symmetric, $n\times n$, with $Av = \lambda v$ and $v^\top v = 1$.`,
    r`d\lambda = v^\top(dA)v`,
    r`d\lambda = 2v^\top(dA)v`,
  ],
  [
    'the largest eigenvalue and its eigenvector, in words',
    r`Let $A\in\mathbb{R}^{n\times n}$ be symmetric, and let $v$ be the unit eigenvector belonging to its largest eigenvalue $\lambda_{\max}(A)$.`,
    r`d\lambda_{\max}(A) = v^\top dA\,v`,
    r`d\lambda_{\max}(A) = v^\top dA\,Av`,
  ],
  [
    'eigenpairs with an index',
    r`Let $A\in\mathbb{R}^{n\times n}$ be symmetric with distinct eigenvalues $\lambda_i$ and orthonormal eigenvectors $v_i$, that is $Av_i = \lambda_iv_i$.`,
    r`A = \sum_{i=1}^n\lambda_iv_iv_i^\top`,
    r`A = \sum_{i=1}^n\lambda_i^2v_iv_i^\top`,
  ],
  [
    'the gradient of a singular value',
    r`Let $X\in\mathbb{R}^{m\times n}$ with largest singular value $\sigma$, and let $u$ and $v$ be the corresponding left and right singular vectors.`,
    r`\frac{\partial\sigma}{\partial X} = uv^\top`,
    r`\frac{\partial\sigma}{\partial X} = 2\sigma uv^\top`,
  ],
];

/** Letters of which the text says too little: no verdict, and the message says why. */
export const OPEN: readonly Row[] = [
  [
    'an eigenvector of which nothing is said',
    symmetric,
    r`d\lambda_{\max}(A) = v^\top dA\,v`,
    r`d\lambda_{\max}(A) = 2v^\top dA\,v`,
  ],
  [
    'an eigenvector of any length',
    r`Let $A$ be a symmetric $n\times n$ matrix, $\lambda$ a simple eigenvalue of $A$ and $v$ its eigenvector.`,
    r`d\lambda = v^\top dA\,v`,
    r`d\lambda = 2v^\top dA\,v`,
  ],
];
