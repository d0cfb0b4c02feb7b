// Proofs to read: text → the lines that explain its first claim. True claims name what both sides have, false ones what does not cancel.

import { describe, expect, test } from 'vitest';
import { elaborate, read } from '../../src/index.ts';
import { explain } from '../../src/prove/index.ts';
import { explanationLines, refusalLines } from '../../src/report/explanation.ts';

const explained = (text: string): string[] => {
  const [claim] = elaborate(read(text)).claims;
  const { content, layout } = claim!.readings[0]!;
  if (!('statement' in content)) return refusalLines(claim!, claim!.readings[0]!);
  return explanationLines(claim!, explain(content.statement), layout);
};
const LETTERS = `Let $A$, $B$ and $X$ be $n \\times n$, $W$ diagonal, $S$ symmetric and $Q$ orthogonal, all $n \\times n$,
and $x, y \\in \\mathbb{R}^n$.`;
const lines = (claim: string): string[] => explained(`${LETTERS}\n\n$$ ${claim} $$\n`);

const EQUAL = 'so both sides are equal, for all sizes';
const FALSE = /^these terms are independent functions of the entries: the claim is false/;
const OPEN =
  'whether these terms differ in value, their form does not tell: `rederive check` tries instances';

describe('a true claim', () => {
  test.each([
    ['\\operatorname{tr}(AX) = \\operatorname{tr}(XA)', 'the value', ['Σ_{ab} A_{ab} X_{ba}'], []],
    ['(AB)^\\top x = B^\\top A^\\top x', 'entry (i)', ['Σ_{ab} B_{ai} A_{ba} x_b'], []],
    ['\\nabla_X \\operatorname{tr}(A^\\top X) = A', 'entry (i, j)', ['A_{ij}'], []],
    ['\\nabla_x (x^\\top S x) = 2 S x', 'entry (i)', ['2 Σ_a S_{ia} x_a'], ['given S symmetric']],
    ['Q^\\top Q = I', 'entry (i, j)', ['δ_{ij}'], ['using QᵀQ = I', 'given Q orthogonal']],
    ['A^{-1} A x = x', 'entry (i)', ['x_i'], ['using M M⁻¹ = I', 'given A invertible']],
    ['\\operatorname{diag}(x) y = x \\odot y', 'entry (i)', ['x_i y_i'], []],
    ['x^\\top A y = \\sum_{i,j} A_{ij} x_i y_j', 'the value', ['Σ_{ab} A_{ab} x_a y_b'], []],
    [
      '(A + B)^2 = A^2 + AB + BA + B^2',
      'entry (i, j)',
      ['Σ_a A_{ia} A_{aj}', 'Σ_a A_{ia} B_{aj}', 'Σ_a B_{ia} A_{aj}', 'Σ_a B_{ia} B_{aj}'],
      [],
    ],
  ] as const)('%s', (claim, entry, terms, others) => {
    const [, header, ...rest] = lines(claim).map(l => l.trim());
    const count = terms.length === 1 ? '1 term' : `${terms.length} terms`;
    expect([header, ...rest]).toEqual([
      `${entry} of both sides has ${count} in common:`,
      ...terms,
      ...others,
      EQUAL,
    ]);
  });
});

describe('a false polynomial claim says what does not cancel', () => {
  test.each([
    ['AB = BA', ['Σ_a A_{ia} B_{aj}'], ['Σ_a B_{ia} A_{aj}']],
    ['(A + I)^2 = A^2 + A + I', ['A_{ij}  (2 A_{ij} against A_{ij})'], []],
    ['A + I = A', ['δ_{ij}'], []],
    ['\\operatorname{tr}(A) = \\operatorname{tr}(A) + \\operatorname{tr}(I_n)', [], ['n']],
    ['W A X + A X = A X', ['Σ_a A_{ia} X_{aj} W_{ii}'], []],
    [
      '\\nabla_X \\operatorname{tr}(X^T A X B) = (A + A^T) X B',
      ['Σ_{ab} A_{ai} X_{ab} B_{jb}'],
      ['Σ_{ab} A_{ai} X_{ab} B_{bj}'],
    ],
    [
      '\\nabla_x (x^\\top A x) = 2 A x',
      ['Σ_a A_{ai} x_a'],
      ['Σ_a A_{ia} x_a  (Σ_a A_{ia} x_a against 2 Σ_a A_{ia} x_a)'],
    ],
    ['\\operatorname{tr}(S^2) = \\operatorname{tr}(S)^2', ['Σ_{ab} S_{ab} S_{ab}'], ['Σ_{ab} S_{aa} S_{bb}']],
    ['(AB)_{ij} = \\sum_k A_{ik} B_{jk}', ['Σ_a A_{ia} B_{aj}'], ['Σ_a A_{ia} B_{ja}']],
    ['x y^\\top = y x^\\top', ['x_i y_j'], ['y_i x_j']],
    ['\\operatorname{diag}(x) A = A \\operatorname{diag}(x)', ['A_{ij} x_i'], ['A_{ij} x_j']],
    ['A - 2B = A + B', ['−3 B_{ij}  (−2 B_{ij} against B_{ij})'], []],
  ] as const)('%s', (claim, left, right) => {
    const said = lines(claim).map(l => l.trim());
    const extra = (side: string): string[] =>
      said.flatMap(l => (l.startsWith(`the ${side} side has an extra`) ? [l.split('extra  ')[1]!] : []));
    expect([extra('left'), extra('right')]).toEqual([left, right]);
    expect(said.at(-1)).toMatch(FALSE);
  });
});

test.each([
  [
    'a convention is named',
    '\\frac{\\partial \\operatorname{tr}(BS)}{\\partial S} = B^\\top',
    [/gradient layout, free convention/, /^given ∂\/∂S in the free convention$/, EQUAL],
  ],
  [
    'what is proved by clearing denominators is explained so',
    '(A + B)^{-1} = A^{-1} - A^{-1} (A^{-1} + B^{-1})^{-1} A^{-1}',
    [/both sides multiplied by what is inverted/, EQUAL],
  ],
  [
    'letters inside a function are not those around it',
    'B\\|Ax\\| = A\\|Bx\\|',
    [/Σ_\{abc\} A_\{ab\} A_\{ac\} x_b x_c|Σ_\{abc\} A_\{ab\}/, OPEN],
  ],
  [
    'beyond polynomials the form does not decide',
    '\\log\\det(A^{-1}) = \\log\\det(A)',
    [/an extra {2}−2 log/, OPEN],
  ],
  ['both sides vanish', 'A - A = 0', [/both sides vanish/, EQUAL]],
  ['what cannot be read is said', '(AB)_{ij} = f(A)', [/f/]],
])('%s: %s', (_, claim, expected) => {
  const said = lines(claim).map(l => l.trim());
  for (const e of expected)
    expect(
      said.some(l => (typeof e === 'string' ? l === e : e.test(l))),
      said.join('\n'),
    ).toBe(true);
});

test('what the prover cannot write in indices is said', () => {
  const vectors = 'Let $x \\in \\mathbb{R}^n$ and $A \\in \\mathbb{R}^{m \\times n}$.\n\n';
  expect(explained(`${vectors}$$ A \\otimes x = x \\otimes A $$`).join('\n')).toContain('no index notation');
});
