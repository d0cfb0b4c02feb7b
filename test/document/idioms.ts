// Idioms that are put in plain terms, in a line that is true and in the same line with a slip.

import type { Row } from './notations.ts';

const r = String.raw;
const cell = r`$c_t = f_t\odot c_{t-1} + i_t\odot g_t$ and $h_t = o_t\odot\tanh(c_t)$, all in $\mathbb{R}^n$.`;
const newton = r`We minimise $f(x) = \frac12 x^\top Ax - b^\top x$ with $A\in\mathbb{R}^{n\times n}$ symmetric positive definite. The step is $x_{k+1} = x_k - A^{-1}(Ax_k - b)$.`;
const layers = r`Let $a^{(l)} = \sigma(z^{(l)})$ and $z^{(l)} = W^{(l)}a^{(l-1)} + b^{(l)}$ where $\sigma$ acts elementwise, and $C = \frac12\|a^{(L)} - y\|^2$.`;
const process = r`Let $K = K(\theta)$ be a symmetric positive definite $n\times n$ matrix and $y\in\mathbb{R}^n$. $$\log p(y\mid X,\theta) = -\tfrac12 y^\top K^{-1}y - \tfrac12\log|K|$$`;
const motion = r`Suppose $A(t)$ is invertible for all $t$.`;
const scores = r`With $(x_i, y_i)$, $x_i\in\mathbb{R}^p$, $\pi_i = \frac{1}{1+e^{-x_i^T\beta}}$ let $\ell(\beta) = \sum_{i=1}^n\left[y_i x_i^T\beta - \log(1+e^{x_i^T\beta})\right]$.`;
const kalman = r`Let $P^-\in\mathbb{R}^{n\times n}$ be the symmetric prior covariance, $R$ ($m\times m$) the symmetric measurement noise covariance, $H\in\mathbb{R}^{m\times n}$, $K\in\mathbb{R}^{n\times m}$ and $P = (I-KH)P^-(I-KH)^T + KRK^T$.`;
const sample = r`Let $x_1,\dots,x_N \in \mathbb{R}^d$ and $\ell(\mu,\Sigma \mid x_1,\dots,x_N) = -\frac12\sum_{i=1}^N (x_i-\mu)^\top\Sigma^{-1}(x_i-\mu)$ with $\Sigma \succ 0$ symmetric.`;

export const IDIOMS: readonly Row[] = [
  [
    'letters of one time and the next',
    cell,
    r`\frac{\partial c_t}{\partial f_t} = \operatorname{diag}(c_{t-1})`,
    r`\frac{\partial c_t}{\partial f_t} = \operatorname{diag}(c_t)`,
  ],
  [
    'iterates beside the variable',
    newton,
    r`x_k - A^{-1}(Ax_k - b) = A^{-1}b`,
    r`x_k - A(Ax_k - b) = A^{-1}b`,
  ],
  [
    'a layer that is one of many',
    layers,
    r`\frac{\partial C}{\partial z^{(L)}} = (a^{(L)} - y)\odot\sigma'(z^{(L)})`,
    r`\frac{\partial C}{\partial z^{(L)}} = (y - a^{(L)})\odot\sigma'(z^{(L)})`,
  ],
  [
    'a density under its logarithm, and a parameter',
    process,
    r`\frac{\partial}{\partial\theta_j}\log p(y\mid X,\theta) = \tfrac12 y^\top K^{-1}\frac{\partial K}{\partial\theta_j}K^{-1}y - \tfrac12\operatorname{tr}\left(K^{-1}\frac{\partial K}{\partial\theta_j}\right)`,
    r`\frac{\partial}{\partial\theta_j}\log p(y\mid X,\theta) = \tfrac12 y^\top K^{-1}\frac{\partial K}{\partial\theta_j}K^{-1}y`,
  ],
  [
    'a dot and d/dt',
    motion,
    r`\frac{d}{dt}A^{-1} = -A^{-1}\dot A A^{-1}`,
    r`\frac{d}{dt}A^{-1} = -\dot A A^{-2}`,
  ],
  [
    'numbers π_i, by their formula',
    scores,
    r`\frac{\partial\ell}{\partial\beta} = \sum_{i=1}^n x_i(y_i-\pi_i)`,
    r`\frac{\partial\ell}{\partial\beta} = \sum_{i=1}^n x_i(y_i+\pi_i)`,
  ],
  [
    'a minus above, and a covariance behind its size',
    kalman,
    r`\frac{\partial\operatorname{tr}(P)}{\partial K} = -2(I-KH)P^-H^T + 2KR`,
    r`\frac{\partial\operatorname{tr}(P)}{\partial K} = 2(I-KH)P^-H^T + 2KR`,
  ],
  [
    'a likelihood under a bar',
    sample,
    r`\frac{\partial \ell}{\partial\mu} = \sum_{i=1}^N \Sigma^{-1}(x_i-\mu)`,
    r`\frac{\partial \ell}{\partial\mu} = -\sum_{i=1}^N \Sigma^{-1}(x_i-\mu)`,
  ],
  [
    'entries of A before a norm',
    r`Let $A\in\mathbb{R}^{m\times n}$. I know that`,
    r`\|A\|_F^2 = \sum_{i=1}^m\sum_{j=1}^n |a_{ij}|^2`,
    r`\|A\|_F^2 = 2\sum_{i=1}^m\sum_{j=1}^n |a_{ij}|^2`,
  ],
  [
    'a structure said in words and again as an equation',
    r`Let $R$ be an orthogonal $d\times d$ matrix and $A, B\in\mathbb{R}^{d\times n}$. Since $R^TR = I$,`,
    r`\|RA-B\|_F^2 = \|A\|_F^2 + \|B\|_F^2 - 2\langle R, BA^T\rangle_F`,
    r`\|RA-B\|_F^2 = \|A\|_F^2 + \|B\|_F^2 - 2\langle R, AB^T\rangle_F`,
  ],
  [
    'an error that is what is left of y',
    r`Let $y = X\beta + \varepsilon$ with $X\in\mathbb{R}^{n\times p}$, $\beta\in\mathbb{R}^p$ and $S(\beta) = (y-X\beta)^\top(y-X\beta)$.`,
    r`\frac{\partial S}{\partial\beta} = -2X^\top(y-X\beta)`,
    r`\frac{\partial S}{\partial\beta} = -2X^\top(\varepsilon + X\beta)`,
  ],
  [
    'the matrices on which a function is defined',
    r`Let $f(X) = -\log\det X$ on the positive definite $n\times n$ matrices.`,
    r`\nabla f(X) = -X^{-1}`,
    r`\nabla f(X) = X^{-1}`,
  ],
];
