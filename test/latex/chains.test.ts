// Rows, columns and words → chains: where a statement ends, and where it goes on.

import { expect, test } from 'vitest';
import { collectMacros, parseMathematics } from '../../src/latex/index.ts';
import { lettersOf, lines, parse } from './read.ts';

test.each([
  ['A = B \\\\ &= C', ['A = B = C']],
  ['A =\\\\ &= C', ['A = C']],
  ['A =\\\\ C', ['A = C']],
  ['A &= B \\\\ C &= D', ['A = B', 'C = D']],
  ['A &= B \\\\ &\\quad + C \\\\ &= D', ['A = (+ B C) = D']],
  ['A &= B + \\\\ & C', ['A = (+ B C)']],
  ['A &= f(B \\\\ &\\quad + C)', ['A = (f (+ B C))']],
  ['A &= B & C &= D', ['A = B', 'C = D']],
  ['A &= B &= C', ['A = B = C']],
  ['Y &= WX &\\implies dY &= W dX', ['Y = (* W X)', 'implies | (d Y) = (* W (d X))']],
  ['\\begin{array}{rcl} A &=& B \\\\ &\\Leftrightarrow& C = D \\end{array}', ['A = B', 'iff | C = D']],
  ['\\begin{eqnarray*} A &=& B \\nonumber\\\\ &=& C \\label{x} \\end{eqnarray*}', ['A = B = C']],
  ['\\eqalign{A &= B \\cr\\cr C &= D \\cr}', ['A = B', 'C = D']],
  ['\\begin{alignat}{2} A &= B \\\\[2pt] &= C \\end{alignat}', ['A = B = C']],
  ['\\begin{equation}\\begin{split} A &= B \\end{split}\\end{equation}', ['A = B']],
  ['\\begin{gather} A = B \\\\ C = D \\end{gather}', ['A = B', 'C = D']],
  ['\\begin{cases} A = B \\\\ C = D\\end{cases}', ['A = B', 'C = D']],
  ['A = B, \\quad C = D.', ['A = B', 'C = D']],
  ['A = B \\quad\\text{where } B = C', ['A = B', 'where | B = C']],
  ['A \\text{ (by 1)} = B', ['A = B']],
  ['A = B \\quad (1)', ['A = B']],
  ['A = B \\tag{3} \\quad (x \\ne 0)', ['A = B']],
  ['x_i = y_i, \\quad i = 1, \\ldots, n', ['(_ x i) = (_ y i)']],
  [
    '\\therefore A := B \\stackrel{?}{=} C \\overset{def}{=} D \\approx E',
    ['therefore | A := B = C := D ≈ E'],
  ],
  ['A =?= B', ['A = B']],
  ['= B \\\\ = C', ['continues | … = B = C']],
  ['A, B \\in \\mathbb{R}^{m \\times n}', ['A', 'B ∈ (^ R (* m n))']],
  ['f: \\mathbb{R}^n \\to \\mathbb{R}', ['f other (^ R n) → R']],
  ['a = \\cdots = b', ['a = b']],
  ['a = b \\quad x, y \\in z', ['a = b', 'x', 'y ∈ z']],
  ['a = b ≤ \\ldots', ['a = b ≤ \\ldots']],
])('%s', (text, chains) => {
  expect(lines(text)).toEqual(chains);
});

test('a relation sign has its exact place, and a macro the place of its use', () => {
  const text = 'text $\\def\\eq{=} A \\eq \\def\\x{B}\r\n  \\x = C$';
  const span = { start: 6, end: text.length - 1 };
  const context = { macros: collectMacros(text).macros, letters: lettersOf({}) };
  const conventions = { star: 'product', odot: 'hadamard', circ: 'auto', primeIsTranspose: true } as const;
  const { chain } = parseMathematics(text, span, { ...context, conventions }).chains[0]!;
  const written = (s: { start: number; end: number }): string => text.slice(s.start, s.end);
  expect(chain.relations.map(r => written(r.span))).toEqual(['\\eq', '=']);
  expect(chain.items.map(i => written(i.span))).toEqual(['A', '\\x', 'C']);
});

test('a name keeps the letters of its author', () => {
  const latex = (text: string): string[] =>
    parse(text).chains.flatMap(c => c.chain.items.map(i => (i.kind === 'name' ? i.latex : '')));
  expect(latex('\\mathbf{X} = {\\bf Y} = \\hat{\\boldsymbol\\beta} = W_{\\text{out}} = \\Sigma')).toEqual([
    '\\mathbf{X}',
    'Y',
    '\\hat{\\boldsymbol{\\beta}}',
    'W_{\\text{out}}',
    '\\Sigma',
  ]);
});

test('fonts are told apart from names', () => {
  const fonts = parse('\\mathbf{X} = X = \\mathcal{X} = \\mathrm{X} = \\mathbb{X}').chains[0]!.chain.items;
  expect(fonts.map(i => (i.kind === 'name' ? i.font : ''))).toEqual([
    'bold',
    'plain',
    'calligraphic',
    'upright',
    'blackboard',
  ]);
});
