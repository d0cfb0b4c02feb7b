// Whole documents: formats, roles of chains, and what is told when nothing can be read.

import { describe, expect, test } from 'vitest';
import type { Document } from '../../src/document/document.ts';
import { placeOf, type ReadOptions, read, readClaim } from '../../src/document/index.ts';

const roles = (text: string, options: ReadOptions = {}): string[] =>
  read(text, options).passages.map(p => {
    const formula = text.slice(p.span.start, p.span.end).replace(/\s+/g, ' ').trim();
    return `${p.role}: ${formula}`;
  });
const reads = (name: string, text: string, ...expected: string[]): void =>
  test(name, () => expect(roles(text)).toEqual(expected));
const codes = (d: Document): string[] => d.problems.map(p => p.code);

describe('definitions and claims', () => {
  reads(
    'let, put, set',
    'Let $y = Ax$. Put $z = By$. Set $w := Cz$.',
    'define: y = Ax',
    'define: z = By',
    'define: w := Cz',
  );
  reads(
    'with … and …',
    'With $y = Ax-b$ and $u:v = u^Tv$: $$f = y:y$$',
    'define: y = Ax-b',
    'define: u:v = u^Tv',
    'define: f = y:y',
  );
  reads('where, behind the formula', '$$f = y^Ty$$ where $y = Ax$.', 'define: f = y^Ty', 'define: y = Ax');
  reads('a declared letter on its own is defined', 'Let $z$ be $m\\times 1$. $$z = Wa$$', 'define: z = Wa');
  reads(
    'a defined letter claims',
    'Let $f = x^Tx$. $$f = \\operatorname{tr}(xx^T)$$',
    'define: f = x^Tx',
    'claim: f = \\operatorname{tr}(xx^T)',
  );
  reads(
    'differentials claim',
    'With $B = C$, $dX^{-1} = -X^{-1} dX X^{-1}$.',
    'define: B = C',
    'claim: dX^{-1} = -X^{-1} dX X^{-1}',
  );
  reads(
    'a display behind "with …," is a claim',
    'With $B = \\operatorname{diag}(b)$, $$x^TBb = b^TBx$$',
    'define: B = \\operatorname{diag}(b)',
    'claim: x^TBb = b^TBx',
  );
  reads('the other way round', 'Setting $11^T = J$, $$da = d(Jx)$$', 'define: 11^T = J', 'claim: da = d(Jx)');
});

describe('customs of notation', () => {
  const json = (d: Document, i: number): string =>
    JSON.stringify(d.passages[i]!.chain.items, (_, v) => (typeof v === 'bigint' ? `${v}` : v));
  test('F: X ↦ … defines F', () => {
    const d = read('for $F:X\\mapsto X^TAXB$ one has $$D_V F(X) = V^TAXB + X^TAVB$$');
    expect(d.passages.map(p => p.role)).toEqual(['define', 'claim']);
    expect(d.passages[0]!.chain.items[0]).toMatchObject({ kind: 'call', fn: 'F' });
  });
  test('D_x = diag(x) defines D_y as well', () => {
    const d = read('Let $x, y \\in \\mathbb{R}^n$; write $D_x = \\operatorname{diag}(x)$. $$D_x y = D_y x$$');
    expect(d.passages.map(p => p.role)).toEqual(['define', 'define', 'claim']);
  });
  test('a_{ij} is an entry of A', () =>
    expect(
      json(read('Let $A$ be $n\\times n$. $$\\operatorname{tr}(AA) = \\sum_i a_{ii}$$'), 0),
    ).not.toContain('"a"'));
  test('what rests on a definition that cannot be read is no claim', () =>
    expect(read('$$f = A : Z$$ $$\\nabla f = Z A$$ where $Z = \\{ ( \\}$').passages.map(p => p.role)).toEqual(
      ['define', 'condition'],
    ));
});

describe('conditions', () => {
  reads(
    'a derivative that is zero',
    '$$\\frac{\\partial f}{\\partial w} = 0$$',
    'condition: \\frac{\\partial f}{\\partial w} = 0',
  );
  reads(
    'what follows from it',
    '$$\\frac{\\partial f}{\\partial w} = X^T(Xw - y) = 0$$ so $$X^TXw = X^Ty$$ and $$d(w^Tw) = 2w^Tdw$$',
    'claim: \\frac{\\partial f}{\\partial w} = X^T(Xw - y)',
    'condition: \\frac{\\partial f}{\\partial w} = X^T(Xw - y) = 0',
    'condition: X^TXw = X^Ty',
    'claim: d(w^Tw) = 2w^Tdw',
  );
  reads(
    'setting to zero',
    'Setting the derivative to zero gives $$X^TXw = X^Ty$$',
    'condition: X^TXw = X^Ty',
  );
  reads(
    'a solution',
    'with respect to $w$: the solution is $$2w = w + w$$ $$w = (X^TX)^{-1}X^Ty$$',
    'claim: 2w = w + w',
    'condition: w = (X^TX)^{-1}X^Ty',
  );
  reads('if and when', 'If $C = 0$ then. When $p = 2$ it is.', 'condition: C = 0', 'condition: p = 2');
  reads(
    'constraints',
    'subject to $Ax = b$ or with $\\|x\\| = 1$',
    'condition: Ax = b',
    'condition: \\|x\\| = 1',
  );
  reads('what a letter is like', 'since $A = A^T$', 'condition: A = A^T');
  reads('if introduces a new letter', 'If $y = Ax$, $dy = A\\,dx$', 'define: y = Ax', 'claim: dy = A\\,dx');
});

describe('what is no passage', () => {
  reads(
    'declarations, names, sizes',
    'Let $A \\in \\mathbb{R}^{m\\times n}$, $x, y$ and $m\\times n$, $f:\\mathbb R^n\\to\\mathbb R$',
  );
  reads('a set at the end of a chain', '$$B = AA^T \\in \\mathbb{R}^{m\\times m}$$', 'define: B = AA^T');
});

test('a display that begins with a relation goes on from the one before', () => {
  const { passages } = read(
    '$$\\operatorname{tr}(AB) = \\operatorname{tr}(BA)$$\n\n$$= \\operatorname{tr}(A^TB^T)$$',
  );
  expect(passages.map(p => p.chain.items.length)).toEqual([2, 2]);
  expect(passages[1]!.chain.items[0]).toEqual(passages[0]!.chain.items[1]);
});
test('a display that begins with a relation and has nothing before it is unreadable', () =>
  expect(read('$$= AB$$').unreadable.map(u => u.problem.code)).toEqual(['P090']));

describe('letters with another meaning later on', () => {
  test('get a name of their own', () => {
    const d = read('Let $X$ be $m\\times n$. $$d(X) = dX$$ Now let $X$ be $n\\times n$. $$d(X) = dX$$');
    expect(d.declarations.map(x => x.name)).toEqual(['X', 'X⁽²⁾']);
    expect(
      JSON.stringify(d.passages[1]!.chain.items, (_, v) => (typeof v === 'bigint' ? `${v}` : v)),
    ).toContain('"X⁽²⁾"');
  });
  test('so does what was defined by them, under a condition', () => {
    const d = read(
      'Let $A$ be $n\\times n$ and $f(x) = x^TAx$. $$df = 2x^TA\\,dx$$ If $A$ is symmetric, $$df = 2x^TA\\,dx$$',
    );
    const names = d.passages.map(p =>
      JSON.stringify(p.chain.items, (_, v) => (typeof v === 'bigint' ? `${v}` : v)),
    );
    expect(names.map(n => n.includes('A⁽²⁾') || n.includes('f⁽²⁾'))).toEqual([false, false, true, true]);
  });
});

describe('formats', () => {
  test('LaTeX by the path', () => {
    const text =
      '\\documentclass{article}\\begin{document} % $a = b$\n\\[ d(AX) = A\\,dX \\] \\end{document}';
    expect(roles(text, { path: 'notes.tex' })).toEqual(['claim: d(AX) = A\\,dX']);
  });
  test('a notebook: places are cell and line', () => {
    const cells = [
      { cell_type: 'markdown', source: ['Let $A \\in \\mathbb{R}^{n\\times n}$.\n', 'Text.'] },
      { cell_type: 'code', source: '$$x = y$$' },
      { cell_type: 'markdown', source: 'Then\n$$d(AX) = A\\,dX$$' },
    ];
    const d = read(JSON.stringify({ cells }), { path: 'a.ipynb' });
    expect(d.declarations.map(x => x.name)).toEqual(['A']);
    expect(d.passages).toHaveLength(1);
    expect(placeOf(d, d.passages[0]!.span.start)).toEqual({ cell: 3, line: 2, column: 3 });
  });
  test.each(['', '{', '[]', 'null', '{"cells": 3}'])('a broken notebook: %s', text =>
    expect(codes(read(text, { format: 'notebook' }))).toEqual(['F011']),
  );
});

describe('nothing to read', () => {
  test('an empty document', () => expect(codes(read(' \n'))).toEqual(['F005']));
  test('binary data', () => expect(codes(read('PNG\0\u0001'))).toEqual(['F004']));
  test('no mathematics', () => expect(codes(read('Only words.'))).toEqual(['F007']));
});

test('what is displayed and cannot be read is listed', () => {
  const d = read('$$AB \\odto C = D$$ and $$ E = \n\nmore');
  expect(d.unreadable).toHaveLength(2);
});

test('a claim with declarations', () => {
  const d = readClaim('vec(A B C) = (Cᵀ ⊗ A) vec(B)', 'A: m×n, B: n×p, C: p×q');
  expect(d.passages.map(p => [p.role, p.chain.relations.length])).toEqual([['claim', 1]]);
  expect(d.declarations).toHaveLength(3);
});
test('any text is read without an exception', () => {
  for (const text of [
    '$',
    '$$',
    '$\\',
    '$$\\begin{align}',
    '\\begin{align}&\\\\&\\end{align}',
    '$_^{}$',
    '$\\frac$',
    '```math',
    '`',
  ])
    for (const format of ['markdown', 'latex', 'notebook', 'text'] as const)
      expect(read(text, { format }).path).toBe('');
});
