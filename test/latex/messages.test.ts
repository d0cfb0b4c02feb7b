// Broken formula → where and what; the lines around it are read all the same.

import { expect, test } from 'vitest';
import { type Known, lines, parse } from './read.ts';

const refuses = (cases: readonly (readonly [string, string, Known?])[]): void => {
  test.each(cases.map(([formula, message, known = {}]) => ({ formula, message, known })))('$formula', c => {
    expect(lines(c.formula, c.known)[0]).toBe(`!${c.message}`);
  });
};

refuses([
  ['A \\odto B = C', 'T040 1:3 unknown command `\\odto`'],
  ['\\left[A + B = C', 'T027 1:1 `\\left[` opened here is never closed'],
  ['A (B = C', 'T027 1:3 `(` opened here is never closed'],
  ['A B) = C', 'T023 1:4 `)` closes a bracket that was not opened'],
  ['[0, 1) = C', 'T023 1:6 `)` closes a bracket that was not opened'],
  ['x^{2 = C', 'T026 1:3 `{` opened here is never closed'],
  ['A} = C', 'T025 1:2 this `}` closes nothing'],
  ['A^ = C', 'T022 1:2 nothing stands in this superscript'],
  ['\\begin{align} A = B', 'T027 1:1 `\\begin{align}` opened here is never closed'],
  ['\\begin{algin} A = B \\end{algin}', 'T041 1:1 unknown environment `algin`'],
  ['A \\odot = C', 'P003 1:3 `\\odot` has nothing on its right'],
  ['A = \\otimes C', 'P003 1:5 `\\otimes` has nothing on its left'],
  ['A + = C', 'P003 1:3 `+` has nothing on its right'],
  ['A = ', 'P001 1:3 an expression is missing here'],
  ['A \\pm B = C', 'P002 1:3 ± says two things at once'],
  ['a = b \\cdots b', 'P009 1:7 “…” cannot be judged'],
  ['\\prod_k a_k = b', 'P003 1:1 `\\prod`: a product over an index'],
  [
    'f(x) = \\begin{cases} 1 & x > 0 \\\\ 0 & x = 0\\end{cases}',
    'P004 1:8 a definition by cases cannot be judged',
  ],
  ['f(x)|_{x=0} = 1', 'P007 1:5 a value at a point, `|_{…}`, cannot be judged'],
  ['A &= B & C', 'P008 1:10 what does `&` separate here? no relation stands before or after it'],
  ['A x2 = 0', 'P012 1:4 a number directly after a factor'],
  ['A^{ij} = 0', 'P013 1:2 upper indices, or a power?'],
  ['A = [a, b]', 'P014 1:7 a list, where one expression is expected'],
  ['\\frac{1}{\\partial X} f = 0', 'P015 1:10 a differential in a denominator, without one above it'],
  ['\\sum^k x = 0', 'P030 1:5 a sum without its index below'],
  ['\\sum_{i<j} x_i = 0', 'P031 1:5 a sum under a condition'],
  ['\\sum_i x_{i+1} = 0', 'P035 1:9 an index that is computed from i'],
  ['X_{i,:} = 0', 'P036 1:2 a slice'],
  ['\\max_i x = 0', 'P040 1:5 max over what is no index of its argument'],
  ['\\max_{\\|x\\|=1} f(x) = 0', 'P040 1:5 a script on the function max'],
  ['\\mathbb{E}[x] = \\mu', 'P049 1:1 an expectation'],
  ['\\nabla = 2V', 'P061 1:1 the gradient of what?'],
  ['A\\frac{\\partial}{\\partial w} = 2V', 'P061 1:2 the derivative of what?'],
  ['\\mathrm{D}\\sqrt{A} = B', 'P065 1:1 a derivative D without its variable'],
  ['\\frac{\\partial f}{\\partial x}(x) = 0', 'A029 1:30 the derivative at a point, or a product?'],
  ['A \\otimes B \\odot C = D', 'A001 1:13 which product comes first here?'],
  ['1/2n = y', 'A002 1:4 is this letter in the denominator?'],
  [
    'A^T = 0',
    'A010 1:3 `^T` could be a transpose or a power: `T` is declared as a symbol',
    { declared: 'T' },
  ],
  [
    "x'' A = 0",
    'A023 1:2 is this prime a transpose or a derivative?',
    { conventions: { primeIsTranspose: false } },
  ],
  ["G = \\phi'", 'A024 1:5 ϕ′ stands without an argument'],
  ['x^* = 0', 'A026 1:2 `^*`: a transpose, or another letter?'],
  ['\\operatorname{tr} A\\, dX = 0', 'A027 1:23 is this differential inside tr?'],
  ['-\\sum_i x_i + x_i = 0', 'A031 1:17 does the sum over i end before this term?'],
  ['A_{ij}^{-1} = 0', 'A032 1:7 of the entry, or of the matrix?'],
  ['\\def\\a{\\a\\a} \\a = 1', 'T013 1:14 the macro `\\a` is not expanded: it expands without end'],
  ['\\def\\a#1#2{#1} A = \\a{b}', 'T014 1:20 the macro `\\a` has too few arguments here'],
]);

test('the fix names what was meant', () => {
  const fix = (text: string): string | undefined => parse(text).failures[0]?.problem.fix;
  expect(fix('A \\odto B = C')).toContain('did you mean `\\odot`?');
  expect(fix('\\newcommand{\\Mean}{m} \\Meen = C')).toContain('did you mean `\\Mean`?');
  expect(fix('\\left[A = C')).toBe('add `\\right]`');
});

test('one expression that cannot be read costs the relations beside it, not the others', () => {
  expect(lines('A = B \\\\ &= \\int \\\\ &= C \\\\ &= D \\\\ E = F')).toEqual([
    'A = B',
    'C = D',
    'E = F',
    '!P003 1:13 `\\int`: an integral',
    '!P003 1:13 `\\int`: an integral',
  ]);
  const relations = parse('A = B \\\\ &= \\int \\\\ &= C').failures.map(f => f.relation.start);
  expect(relations).toEqual([10, 21]);
});

test('a mention is never an error, unless a relation is lost in it', () => {
  expect(lines('A +')).toEqual([]);
  expect(lines('(A = B)')).toEqual(['!P010 1:4 a relation inside an expression']);
});

test('what was read with a doubt is told', () => {
  const codes = (text: string): string[] => parse(text).problems.map(p => p.code);
  expect(codes('tr AB = 0')).toEqual(['A025']);
  expect(codes('vec{XBX} = 0')).toEqual(['A019']);
  expect(codes('{AB}^T = 0')).toEqual(['A023']);
  expect(codes('{A}^T = {dX}^T')).toEqual([]);
});

test('columns count characters, offsets code units', () => {
  expect(lines('𝐀𝐁\r\n\t + \\foo = 𝐂')).toEqual(['!T040 2:5 unknown command `\\foo`']);
});
