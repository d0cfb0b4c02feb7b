import { describe, expect, test } from 'vitest';
import type { Problem } from '../../src/document/document.ts';
import { located } from '../../src/report/located.ts';
import { beside, differenceOf, draw, firstDifference } from '../../src/report/matrix.ts';
import { readable } from '../../src/report/readable.ts';
import { documentProblems, exitCode, summaryOf, summaryText } from '../../src/report/summary.ts';
import { clean, columns, listed, wrap } from '../../src/report/text.ts';
import type { VerdictName } from '../../src/verdict/verdict.ts';
import { claim, document, entries, judged, misfit, run, verdict } from './fixtures.ts';

describe('LaTeX to read', () => {
  const reads = (latex: string, unicode: string): void =>
    test(unicode, () => expect(readable(latex)).toBe(unicode));
  reads('\\mathbf{W\\left(AX \\odot AX\\right)\\mathbf{1}_{3}}', 'W(AX ⊙ AX)1₃');
  reads(
    '\\left(\\mathbf{1}_{3}^{T} \\otimes \\mathbf{W}\\right) diag\\left(2 \\mathbf{vec \\left(AX\\right)}\\right)',
    '(1₃ᵀ ⊗ W) diag(2 vec(AX))',
  );
  reads('\\frac{\\partial \\mathbf{F}}{\\partial \\mathbf{X}}', '∂F/∂X');
  reads('\\frac{a + b}{2c}', '(a + b)/2c');
  reads('\\left[ A \\right] ^{T}', '[A]ᵀ');
  reads('X^{-1} Y^{-T} Z^+ w^{n+1} v_{ij}', 'X⁻¹ Y⁻ᵀ Z⁺ wⁿ⁺¹ vᵢⱼ');
  reads('\\operatorname{tr}AX^\\top', 'tr AXᵀ');
  reads('\\log\\det(X)', 'log det(X)');
  reads('\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}', '[a, b; c, d]');
  reads('dF &= A - B \\\\', 'dF = A − B');
  reads('x \\in \\mathbb{R}^n', 'x ∈ ℝⁿ');
  reads('\\hat{x} \\unknown{y}', 'x̂ \\unknown y');
  reads('{'.repeat(500), '{'.repeat(500));
  test('a long text takes no long time', () =>
    expect(readable('\\frac{A}{B} + '.repeat(20_000)).length).toBeGreaterThan(20_000));
});

describe('messages point', () => {
  const problem = (start: number, end: number, more: Partial<Problem> = {}): Problem => ({
    severity: 'error',
    code: 'P003',
    message: '`\\odot` has nothing on its right',
    span: { start, end },
    ...more,
  });
  test('at the place, with what to do', () =>
    expect(
      located(
        'a.txt',
        'one\nA \\odot\nthree',
        problem(6, 11, { expected: 'a matrix', note: 'so', fix: 'add it' }),
      ),
    ).toEqual([
      'a.txt:2:3: error[P003]: `\\odot` has nothing on its right',
      '   2 | A \\odot',
      '     |   ^^^^^',
      '     = expected: a matrix',
      '     = note: so',
      '     = fix: add it',
    ]));
  test('in a long line, cut around the place', () => {
    const text = `${'a'.repeat(500)}BAD${'c'.repeat(500)}`;
    const [, source, carets] = located('a', text, problem(500, 503), { width: 60 });
    expect(source).toMatch(/^ {3}1 \| …a+BADc+…$/);
    expect(columns(source!)).toBeLessThanOrEqual(60);
    expect(source!.indexOf('BAD')).toBe(carets!.indexOf('^^^'));
  });
  test('behind letters of two code units and combining marks', () => {
    const text = '𝐀x̂ B';
    const [head, source, carets] = located('a', text, problem(text.indexOf('B'), text.length));
    expect(head).toContain('a:1:5:');
    expect([...source!.replace(/\p{M}/gu, '')].indexOf('B')).toBe(carets!.indexOf('^'));
  });
  test('at the end of the text', () => expect(located('a', 'x', problem(1, 1))).toContain('     |  ^'));
  test('without a text there is only the path', () =>
    expect(located('gone.md', '', problem(0, 0))).toEqual([
      'gone.md: error[P003]: `\\odot` has nothing on its right',
    ]));
  test('a Windows line ends before its return', () =>
    expect(located('a', 'A B\r\nC', problem(2, 3))[1]).toBe('   1 | A B'));
});

describe('matrices are drawn', () => {
  test('with brackets as high as they are', () =>
    expect(draw('A', entries(3, 2, 1, -20, 3, 4, 5, 6))).toEqual([
      '    ⎡1 -20⎤',
      'A = ⎢3   4⎥',
      '    ⎣5   6⎦',
    ]));
  test('on one line when they are rows', () => expect(draw('x', entries(1, 2, 1, 2))).toEqual(['x = [1 2]']));
  test('as numbers when they are', () => expect(draw('a', entries(1, 1, '1/3'))).toEqual(['a = 1/3']));
  test('with six digits', () =>
    expect(draw('a', entries(1, 1, '0.7310585786300049'))).toEqual(['a = 0.731059']));
  test('side by side, and below when there is no room', () => {
    const one = draw('A', entries(2, 1, 1, 2));
    expect(beside([one, ['b = 3']], 80)).toEqual(['A = ⎡1⎤   b = 3', '    ⎣2⎦']);
    expect(beside([one, one], 10)).toHaveLength(5);
  });
  test('the first difference is named', () => {
    expect(firstDifference(entries(2, 2, 1, 2, 3, 4), entries(2, 2, 1, 2, 5, 4))).toEqual({
      row: 2,
      col: 1,
      lhs: '3',
      rhs: '5',
    });
    expect(firstDifference(entries(1, 1, 1), entries(1, 1, 1))).toBeNull();
  });
  test('their difference is exact where they are', () => {
    expect(differenceOf(entries(2, 1, 1, '1/2'), entries(2, 1, '1/3', 2)).data).toEqual(['2/3', '-3/2']);
    expect(differenceOf(entries(1, 2, '0.5', 1), entries(1, 2, '0.25', '1e-3')).data).toEqual([
      '0.25',
      '0.999',
    ]);
  });
});

describe('exit codes', () => {
  const codes = (names: VerdictName[], code: number, min?: VerdictName): void =>
    test(`${names.join(', ') || 'no claims'} ${min ? `with --min ${min} ` : ''}→ ${code}`, () =>
      expect(exitCode(run(document(names.map(n => judged(verdict(n))))), min)).toBe(code));
  codes([], 0);
  codes(['proved', 'verified', 'supported'], 0);
  codes(['proved', 'supported'], 1, 'verified');
  codes(['verified'], 1, 'proved');
  codes(['proved'], 0, 'proved');
  codes(['proved', 'refuted'], 1);
  codes(['misfit'], 1);
  codes(['proved', 'unreadable'], 2);
  codes(['unreadable', 'refuted'], 1);
  const error: Problem = { severity: 'error', code: 'F001', message: '', span: { start: 0, end: 0 } };
  test('a problem of the document → 2', () =>
    expect(exitCode(run(document([], { problems: [error] })))).toBe(2));
  test('a warning → 0', () =>
    expect(exitCode(run(document([], { problems: [{ ...error, severity: 'warning' }] })))).toBe(0));
  test('a contradiction → 70, whatever else', () =>
    expect(
      exitCode(run(document([judged(misfit)], { contradictions: [{ claim: claim(), says: [] }] }))),
    ).toBe(70));
});

test('counts', () => {
  const all = [document([judged(misfit), judged(verdict('proved'))]), document([judged(verdict('proved'))])];
  expect(summaryText(summaryOf(all))).toBe('2 proved, 1 misfit');
  expect(summaryText(summaryOf([]))).toBe('no claims');
});
test('problems of claims are not the document’s', () => {
  const other: Problem = { ...misfit.problem!, message: 'other' };
  expect(documentProblems(document([judged(misfit)], { problems: [misfit.problem!, other] }))).toEqual([
    other,
  ]);
});
test('words are wrapped, never cut', () => {
  expect(wrap('- ', 'aa bb cc', 7)).toEqual(['- aa bb', '  cc']);
  expect(wrap('- ', 'x'.repeat(20), 7)).toEqual([`- ${'x'.repeat(20)}`]);
  expect(listed(['a', 'b', 'c'])).toBe('a, b and c');
  expect(clean('a\u0000\u009b\u007f')).toBe('a␀�␡');
});
