// What prose declares: a sentence, and the letters it tells of, one line each.

import { describe, expect, test } from 'vitest';
import { type Sayings, sayingsOf } from '../../src/document/declarations.ts';
import type { Declaration } from '../../src/document/document.ts';
import type { Eigenpair } from '../../src/document/eigenpairs.ts';
import { readClaim } from '../../src/document/index.ts';
import { merge } from '../../src/document/merge.ts';
import { atomsOf } from '../../src/document/prose.ts';
import { scan } from '../../src/document/regions.ts';
import { declare } from '../../src/document/where.ts';
import { collectMacros } from '../../src/latex/macros.ts';

const hear = (
  text: string,
): { sayings: Sayings; declarations: readonly Declaration[]; problems: string[] } => {
  const { regions, masked } = scan(text, 'markdown');
  const sayings = sayingsOf(atomsOf(text, masked, regions, collectMacros(text).macros));
  const contents = regions.map(r => text.slice(r.content.start, r.content.end));
  const displays = regions.filter(r => r.display).map(r => r.outer.start);
  const { declarations, problems } = merge(sayings.said, {
    text,
    variables: sayings.variables,
    formulas: contents,
    starts: regions.map(r => r.content.start),
    displays,
  });
  return { sayings, declarations, problems: problems.map(p => `${p.code} ${p.message}`) };
};
/** "A: k×n diagonal constant": name, shape or kind, structure, role. */
const line = (d: Declaration): string => {
  const size = (of: readonly unknown[]): string => of.join('·') || '1';
  const shape = d.rows && d.cols ? `${size(d.rows)}×${size(d.cols)}` : (d.kind ?? '');
  return `${d.name}: ${[shape, d.square && 'square', ...d.structure, d.role, d.means].filter(Boolean).join(' ')}`;
};
/** "largest singular value σ of X, v, left u". */
const pairLine = ({ of, place, singular, value, vector, left }: Eigenpair): string => {
  const what = `${place} ${singular ? 'singular value' : 'eigenvalue'} ${value?.name}`;
  const matrix = of.kind === 'name' ? of.name : of.kind;
  return [`${what} of ${matrix}`, vector?.name, left && `left ${left.name}`].filter(Boolean).join(', ');
};
const says = (text: string, ...expected: string[]): void =>
  test(text, () => expect(hear(text).declarations.map(line)).toEqual(expected));
const saysNothing = (text: string): void => says(text);
const varies = (text: string, ...names: string[]): void =>
  test(text, () => expect(hear(text).sayings.variables).toEqual(names));

describe('sets', () => {
  says('Given $\\mathbf{A} \\in \\mathbb{R}^{k \\times n}$,', 'A: k×n');
  says('$A, B \\in \\mathbb{R}^{n\\times n}$', 'A: n×n', 'B: n×n');
  says(
    '$y \\in \\mathbb{R}^n, X \\in \\mathbb{R}^{n \\times p}$ and $\\beta \\in \\mathbb{R}^p$',
    'y: n×1',
    'X: n×p',
    'β: p×1',
  );
  says('for $x\\in R^n$', 'x: n×1');
  says('$\\mathbf{A}\\in \\mathbf{R}^{2\\times2}$', 'A: 2×2');
  says('vectors $x, a$ in $\\mathbb R^n$', 'x: n×1', 'a: n×1');
  says('$x \\in M_{n,1}(\\mathbb{R})$', 'x: n×1');
  says('$\\delta \\in \\mathbb{R}^{mn}$ and $t \\in \\mathbb{R}$', 'δ: m·n×1', 't: 1×1');
  says('$S \\in \\mathbb{S}^n_{++}$', 'S: n×n symmetric positive-definite');
  says('\\newcommand{\\R}{\\mathbb{R}} $A \\in \\R^{m\\times n}$', 'A: m×n');
  says('\\def\\bbR#1{{\\mathbb R}^{#1}} $x\\in\\bbR{n}$', 'x: n×1');
  says('$\\mathbf{W} \\in \\mathbb{R}^{m\\times n}\\ (m < n)$', 'W: m×n');
  says('$A ∈ ℝ^{m×n}$', 'A: m×n');
  says('$f(x) = x^T A x$, $W_{out} \\in \\mathbb{R}^{6}$', 'W_out: 6×1');
});

describe('words before a name', () => {
  says('an $m \\times n$ matrix $A$', 'A: m×n');
  says('diagonal matrix $\\mathbf{W} \\in \\mathbb{R}^{k \\times k}$', 'W: k×k diagonal');
  says(
    'the invertible matrix $X$, for fixed matrices $A$ and $B$, all $n \\times n$?',
    'X: n×n invertible',
    'A: n×n constant',
    'B: n×n constant',
  );
  says('a symmetric positive definite $\\Sigma$', 'Σ: symmetric positive-definite');
  says('a scalar $\\alpha$ and column vectors $u$, $v$', 'α: scalar', 'u: vector', 'v: vector');
  says(
    'For a matrix $A$ ($m$ by $n$), a vector $b$ and the unknown vector $x$:',
    'A: m×n',
    'b: vector',
    'x: vector variable',
  );
  says('a skew-symmetric $3 \\times 3$ matrix $S$', 'S: 3×3 skew');
  says('an orthogonal matrix $Q$', 'Q: matrix orthogonal');
  says('a real $p$-dimensional vector $w$', 'w: p×1');
});

describe('words after a name', () => {
  says(
    '$H$ is an $n \\times 6$ matrix, $w$ is a $6\\times 1$ vector, $v$ a fixed $n$-vector',
    'H: n×6',
    'w: 6×1',
    'v: n×1 constant',
  );
  says(
    'Let $A$ be $p\\times p$, $O$ be $n\\times p$, and $X$ an $n \\times n$ matrix.',
    'A: p×p',
    'O: n×p',
    'X: n×n',
  );
  says('H is a n x 6 matrix, $W_{out}$ is a 6 x 1 vector.', 'H: n×6', 'W_out: 6×1');
  says('Let $X$, $A$, $B$ be real square matrices of the same size.', 'X: n×n', 'A: n×n', 'B: n×n');
  says('All vectors ($\\mathbf{x},\\boldsymbol{\\mu}$) are $n\\times 1$', 'x: n×1', 'μ: n×1');
  says(
    'with $R$ and $P$ of dimension $n \\times n$ and $\\gamma$ of dimension $n \\times r$',
    'R: n×n',
    'P: n×n',
    'γ: n×r',
  );
  says('Let $a$ be a column vector of length $n$', 'a: n×1');
  says('Let $X_{m\\times m}$ be a symmetric matrix of variables', 'X: m×m symmetric');
  says('with $B_{m\\times m}$ symmetric and constant', 'B: m×m symmetric constant');
  says('(all of K, H, P are $n \\times n$)', 'K: n×n', 'H: n×n', 'P: n×n');
  says('$C$ has $m\\times k$ entries', 'C: m×k');
  says('because A is symmetric, I get', 'A: symmetric');
  says('If $A$ has full column rank then', 'A: full-column-rank');
  says('where $Q \\succ 0$ is an $n\\times n$ matrix', 'Q: n×n symmetric positive-definite');
  says('with $P = P^T$ an $n\\times n$ matrix', 'P: n×n');
  says('$X \\in R^{n \\times r}$ (full row rank)', 'X: n×r full-row-rank');
  says('$M$ is constant and $x$ is the variable', 'M: constant', 'x: variable');
  says('$A$ does not depend on $X$', 'A: constant');
  says('$A$ is an $n$ x $n$ matrix not depending on $x$', 'A: n×n constant');
  says('Suppose $x$ is an $n$ x 1 vector', 'x: n×1');
  says('where $A$ is a given $n \\times n$ matrix', 'A: n×n constant');
});

describe('roles', () => {
  says(
    '$\\mathbf{1}_{3}\\in \\mathbb{R}^{3 \\times 1}$ is a vector with all the elements equal to 1',
    '1: 3×1 ones',
  );
  says('$1 \\in M_{n,1}$ is a column vector with all ones', '1: n×1 ones');
  says('$e$ is the vector of all ones', 'e: vector ones');
  says('and $K$ the commutation matrix with', 'K: matrix commutation');
  says('where $\\phi$ is differentiable and acts entry-wise', 'ϕ: function elementwise');
  says('and $\\sigma$ acts on each component', 'σ: function elementwise');
  says('apply $\\sigma(t) = 1/(1+e^{-t})$ elementwise', 'σ: function elementwise');
  says('where $s$ is the sigmoid function', 's: function elementwise sigmoid');
  says('$J: R^m \\rightarrow R$', 'J: function');
});

describe('what declares nothing', () => {
  saysNothing('with $\\mathbf{A}\\mathbf{x}$ diagonal');
  saysNothing('$\\mathbf{A}$ (not necessarily symmetric)');
  saysNothing('A matrix is symmetric');
  saysNothing('which is a $p\\times 1$ where I expected');
  saysNothing('The gradient of $x^TAx$: if $A$ is symmetric then');
  saysNothing('$A$ is symmetric only if');
  saysNothing('Only $i=d$ survives');
  saysNothing('$\\odot$ is Hadamard product (elements-wise product)');
  test('a structure word belongs to its own name only', () =>
    expect(
      hear('$A \\in \\mathbb{R}^{n\\times n}$, diagonal matrix $W$ and $X$').declarations.map(line),
    ).toEqual(['A: n×n', 'W: matrix diagonal']));
});

describe('what varies', () => {
  varies('the gradient of $f$ with respect to $X$', 'X');
  varies('with respect to the invertible matrix $X$, for fixed $A$', 'X');
  varies('with respect to the weight vector w.', 'w');
  varies('the derivative of $f$ w.r.t. $\\gamma$', 'γ');
  varies('the gradient of $f$ in $X$', 'X');
});

describe('contradictions', () => {
  test('are told with both places, and neither shape is used', () => {
    const { declarations, problems } = hear('$A$ is $m\\times n$.\n\nHere $A$ is $n\\times n$.');
    expect(problems).toEqual(['D001 A is declared m×n at 1:2 and n×n at 3:7']);
    expect(declarations[0]?.rows).toBeUndefined();
  });
  test('a size that is no product is told and left out', () => {
    const { declarations, problems } = hear('$B$ is $(d-q) \\times (d-q)$');
    expect(problems[0]).toContain('D003');
    expect(declarations[0]?.rows).toBeUndefined();
  });
});

describe('another meaning of a letter', () => {
  says('Let $X$ be $m\\times n$. $$f = 1$$ Now let $X$ be $n\\times n$.', 'X: m×n', 'X⁽²⁾: n×n');
  says('Let $A$ be $n\\times n$. $$f = 1$$ If $A$ is symmetric then', 'A: n×n', 'A⁽²⁾: n×n symmetric');
  says('Let $A$ be $n\\times n$. For symmetric $A$ one has', 'A: n×n', 'A⁽²⁾: n×n symmetric');
});

describe('declarations written for a machine', () => {
  const machine = (where: string, ...expected: string[]): void =>
    test(where, () => expect(declare(where).map(line)).toEqual(expected));
  machine('A: m×n, W: diagonal k×k, x: n, α: scalar', 'A: m×n', 'W: k×k diagonal', 'x: n×1', 'α: scalar');
  machine(
    'X: invertible n×n, φ: function, K: commutation',
    'X: n×n invertible',
    'φ: function',
    'K: matrix commutation',
  );
  machine('A, B: 2×3; S: positive-definite n×n', 'A: 2×3', 'B: 2×3', 'S: n×n symmetric positive-definite');
  machine(
    'V: m·n×p, u: row n, Q: orthonormal-columns m×n',
    'V: m·n×p',
    'u: 1×n',
    'Q: m×n orthonormal-columns',
  );
  machine(
    'f: elementwise function, i: index, e: ones n',
    'f: function elementwise',
    'i: index',
    'e: n×1 ones',
  );
  machine('__proto__: n, constructor: m×n', '__proto__: n×1', 'constructor: m×n');
  machine('');
  for (const bad of ['A', 'A: m×', 'A: banana', 'A: m×n, A: n×n', 'A: 0×n', ': n', 'λ: eigenvalue of A'])
    test(`"${bad}" is refused`, () => expect(() => declare(bad)).toThrow(SyntaxError));

  const pairs = (where: string, ...expected: string[]): void =>
    test(where, () => expect(readClaim('A = A', where).eigenpairs?.map(pairLine)).toEqual(expected));
  pairs('A: n×n, λ: eigenvalue of A, v: unit eigenvector of λ', 'any eigenvalue λ of A, v');
  pairs('A: n×n, μ: smallest eigenvalue of A', 'smallest eigenvalue μ of A');
  pairs('λ: eigenvalues of A, v: unit eigenvectors of λ, A: n×n', 'each eigenvalue λ of A, v');
  pairs(
    'X: m×n, σ: largest singular value of X, u: left singular vector of σ, v: right singular vector of σ',
    'largest singular value σ of X, v, left u',
  );
  for (const [bad, why] of [
    [
      'A: n×n, v: unit eigenvector of λ',
      '"unit eigenvector of λ" of v: declare λ before it, as "λ: eigenvalue of A"',
    ],
    [
      'A: n×n, σ: singular value of A, v: unit eigenvector of σ',
      'declare σ before it, as "σ: eigenvalue of A"',
    ],
    ['A: n×n, λ: eigenvalue of A, u: left singular vector of λ', 'as "λ: singular value of A"'],
    ['A: n×n, λ: eigenvalue of A, λ: n', 'λ is declared twice'],
    [
      'A: n×n, λ: eigenvalue of A, u, v: unit eigenvector of λ',
      '"unit eigenvector of λ" is said of u and of v',
    ],
    ['A: n×n, λ: eigenvalue of A, v: eigenvector of λ', 'says something that no judge uses'],
    ['A: n×n, λ: eigenvalue of A B', 'says something that no judge uses'],
  ] as const)
    test(`"${bad}" is refused`, () => expect(() => readClaim('A = A', bad)).toThrow(why));
});
