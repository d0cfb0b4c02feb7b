// Posts without delimiters: which lines are formulas, which are prose, and which are told because they look like formulas.

import { expect, test } from 'vitest';
import { bareRegions } from '../../src/document/bare.ts';
import { elaborate, judge, read } from '../../src/index.ts';

const displays = (text: string): string[] =>
  bareRegions(text).map(r => `${r.broken ? '?' : ''}${text.slice(r.content.start, r.content.end)}`);

test.each([
  ['dF = 2 W (AX ⊙ A dX) 1₃', ['dF = 2 W (AX ⊙ A dX) 1₃']],
  ['    vec(dF) = (1₃ᵀ ⊗ W) vec(dX).', ['vec(dF) = (1₃ᵀ ⊗ W) vec(dX)']],
  ['1. tr(AB) = tr(BA)', ['tr(AB) = tr(BA)']],
  ["> - X' = X", ["X' = X"]],
  ['then we get ∇f(x) = 2Ax', ['∇f(x) = 2Ax']],
  ['i = i + 1', ['i = i + 1']],
  ["f = x'x\n  = ‖x‖²", ["f = x'x\n  = ‖x‖²"]],
  ["df/dbeta = -2X'(y - Xbeta)", ["?df/dbeta = -2X'(y - Xbeta)"]],
  ['where X ∈ ℝ^{n×p} and a, b ∈ ℝⁿ.', ['X ∈ ℝ^{n×p}', 'a, b ∈ ℝⁿ']],
  ['The cost is n = 3 flops', []],
  ['I set a = b to be safe', []],
  ['if a == b then', []],
  ['See https://example.org/?a=b', []],
  ['is A = B?', []],
  ['no equation here', []],
  ["(a) f(x) = x'Ax + b'x. Then", ["f(x) = x'Ax + b'x"]],
  ["(c) g(x) = (x'Ax)^2 has", ["g(x) = (x'Ax)^2"]],
  ['f(w) = ||y - Xw||^2 where w is a p-vector', ['f(w) = ||y - Xw||^2']],
  ['f(w) = w where w = 1', ['?f(w) = w where w = 1']],
  ['grad f(x) = 2 lambda x', ['grad f(x) = 2 lambda x']],
])('%j holds %j', (text, formulas) => expect(displays(text)).toEqual(formulas));

test('a post without delimiters is judged line by line', async () => {
  const text = `Hi, X is an n×p matrix, y is an n-vector and w is a p-vector.

L(w) = ‖Xw − y‖²
     = (Xw − y)ᵀ(Xw − y)

so ∇L(w) = 2Xᵀ(Xw − y)
and ∇L(w) = Xᵀ(Xw − y)
w = w − ∇L(w)
grad = 2Xᵀ(Xw − y)`;
  const { claims } = await judge(elaborate(read(text)));
  const lineOf = (at: number): number => text.slice(0, at).split('\n').length;
  expect(claims.map(c => [lineOf(c.claim.span.start), c.verdict.name])).toEqual([
    [4, 'proved'],
    [6, 'proved'],
    [7, 'refuted'],
    [8, 'unreadable'],
    [9, 'unreadable'],
  ]);
});

test('letters and the gradient may be spelled out', async () => {
  const text = `Let x in R^n and lambda > 0.

f(x) = lambda x'x
grad f(x) = 2 lambda x
grad f(x) = lambda x`;
  const { claims } = await judge(elaborate(read(text)));
  expect(claims.map(c => c.verdict.name)).toEqual(['proved', 'refuted']);
});

test('where a formula is marked, no line is taken for one', () => {
  expect(read('Let $x \\in \\mathbb{R}^n$.\n\nx = 2x').passages.length).toBe(0);
});
