// From text to claims: what a line is taken to say, and with which doubt or message where that is not certain.

import { describe, expect, test } from 'vitest';
import { read } from '../../src/document/index.ts';
import { elaborate } from '../../src/elaborate/index.ts';
import { toUnicode } from '../../src/latex/print.ts';

const firstReadings = (text: string) =>
  elaborate(read(text, { path: 'text.md' })).claims.map(c => c.readings[0]!);

const said = (text: string): string[] =>
  firstReadings(text).map(({ content }) => {
    if ('statement' in content)
      return `${toUnicode(content.statement.lhs)} = ${toUnicode(content.statement.rhs)}`;
    return 'misfit' in content ? content.misfit.message : content.unreadable.message;
  });
const doubts = (text: string): string[] => firstReadings(text).flatMap(r => [...(r.doubts ?? [])]);

const SQUARE = 'Let $A \\in \\mathbb{R}^{n\\times n}$.\n\n';

describe('functions of a square matrix', () => {
  test.each([
    ['$$\\sqrt{A}\\sqrt{A} = A$$', 0],
    ['$$\\operatorname{tr}(\\log(A)) = \\log\\det(A)$$', 1],
  ])('are read from their context: %s', (claim, count) => {
    expect(said(SQUARE + claim)[0]).not.toContain('entry by entry');
    expect(doubts(SQUARE + claim)).toHaveLength(count);
  });
  test('are asked back where nothing tells', () => {
    expect(said(`${SQUARE}$$\\exp(A)A = A\\exp(A)$$`)).toEqual([
      'exp of a square matrix: of the matrix, or entry by entry?',
    ]);
  });
});

test('a power of 1 is no power', () => {
  const definite = 'Let $A \\in \\mathbb{R}^{n\\times n}$ be positive definite.\n\n';
  expect(said(`${definite}$$A^{1/2} (A^{1/2})^{-1} A^1 = A^{-1/2} A^{3/2}$$`)).toEqual([
    'A^½ (A^½)⁻¹ A = (A^½)⁻¹ (A^½)³',
  ]);
});

describe('a parameter', () => {
  const dependent = 'Let $K \\in \\mathbb{R}^{n\\times n}$ depend on $t$.\n\n';
  test('makes K(t) a matrix and a prime its derivative', () => {
    const [claim] = said(`${dependent}$$\\frac{d}{dt}(K(t)^2) = K'(t)K(t) + K(t)K'(t)$$`);
    expect(claim).toBe('d K² = dK K + K dK');
  });
  test('leaves a doubt where the line may be a differential equation', () => {
    expect(doubts(`${dependent}$$\\frac{dK}{dt} = 2K$$`)).toContain(
      'it may be an equation that says how a letter depends on its parameter',
    );
    expect(doubts(`${dependent}$$\\frac{dK^{-1}}{dt} = -K^{-1}\\frac{dK}{dt}K^{-1}$$`)).toEqual([]);
  });
});

describe('a scalar L = f(D) of which nothing else is said', () => {
  const loss =
    'With $X \\in \\mathbb{R}^{m\\times n}$, $W \\in \\mathbb{R}^{h\\times m}$, $D = WX$ and $L = f(D)$ a scalar,\n\n';
  test('has a first derivative', () => {
    expect(
      said(`${loss}$$\\frac{\\partial L}{\\partial W} = \\frac{\\partial L}{\\partial D}X^T$$`)[0],
    ).toContain('∂L/∂D');
  });
  test('has no value and no second derivative', () => {
    expect(said(`${loss}$$d\\,\\frac{\\partial L}{\\partial W} = 0$$`)).toEqual([
      'a second derivative of a function about which nothing is said',
    ]);
    expect(said(`${loss}$$L^2 = 0$$`)).toEqual(['the function f is not known']);
  });
});

test('the n of 11ᵀ/n is the size of 1', () => {
  const text = '$$C = I - \\frac{\\mathbf{1}\\mathbf{1}^T}{n}$$\n\n$$C\\mathbf{1} = 0$$';
  expect(doubts(text)).toEqual([]);
});

test.each([
  ['$$df = (B^T \\otimes A)dx$$', ['f is taken for vec F: define it']],
  ['$$df = \\operatorname{vec}(dF)$$', []],
])(
  'small letters are the vec of their capitals, in doubt unless the text shows it: %s',
  (claim, expected) => {
    const text = `With $F = AXB$, vectorizing gives\n\n${claim}`;
    expect(doubts(text).filter(d => d.startsWith('f is'))).toEqual(expected);
  },
);
