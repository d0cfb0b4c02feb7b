// Equations that say what a letter is like, and words that nothing uses.

import { expect, test } from 'vitest';
import { read } from '../../src/document/index.ts';

const structureOf = (text: string, name: string): readonly string[] =>
  read(text).declarations.find(d => d.name === name)?.structure ?? [];
const unusedOf = (text: string, name: string): readonly string[] =>
  read(text).declarations.find(d => d.name === name)?.unused ?? [];
const MATRIX = 'Let $A \\in \\mathbb{R}^{n\\times n}$ and $x \\in \\mathbb{R}^n$.';

test.each([
  ['Assume $A^T = A$.', 'A', ['symmetric']],
  ['Suppose $A = A^\\top$.', 'A', ['symmetric']],
  ['Suppose that $A^T = -A$.', 'A', ['skew']],
  ['Let $A^2 = A$.', 'A', ['idempotent']],
  ['Assume $A^T A = I$.', 'A', ['orthonormal-columns']],
  ['Assume $\\|x\\| = 1$.', 'x', ['unit']],
  ['Assume $x^T x = 1$.', 'x', ['unit']],
  ['Assume $\\|x\\|^2 = 1$.', 'x', ['unit']],
  ['If $A^T = A$, this is simple.', 'A', []],
  ['Assume $A^T = 2A$.', 'A', []],
  ['Assume $A A = I$.', 'A', []],
])('%s: %s is %j', (said, name, structure) => {
  expect(structureOf(`${MATRIX} ${said}\n\n$$A = A$$`, name)).toEqual(structure);
});

test('what is supposed after a claim says nothing of the claim', () => {
  expect(structureOf(`${MATRIX}\n\n$$A^T x = A x$$\n\nNow assume $A^T = A$.`, 'A')).toEqual([]);
});

test.each([
  ['Let $A$ be a nilpotent $n\\times n$ matrix.', 'A', ['nilpotent']],
  ['Let $A$ be a Hankel matrix.', 'A', ['hankel']],
  ['Let $u, v \\in \\mathbb{R}^n$ be orthogonal.', 'u', ['orthogonal']],
  ['Let $A \\in \\mathbb{R}^{n\\times n}$ be orthogonal.', 'A', []],
])('%s: of %s, %j is not used', (text, name, unused) => {
  expect(unusedOf(text, name)).toEqual(unused);
});

test.each([
  ['Let $y \\in \\mathbb{R}^n$ with $1^T y = 1$.', true],
  ['Let $y \\in \\mathbb{R}^n$ with $y^T \\mathbf{1} = 1$.', true],
  ['Let $y \\in \\mathbb{R}^n$ with $\\sum_i y_i = 1$.', true],
  ['Let $y$ be a one-hot vector.', true],
  ['Let $z \\in \\mathbb{R}^n$, $y$ one-hot.', true],
  ['Let $y \\in \\mathbb{R}^n$ be a probability vector.', true],
  ['Let $y \\in \\mathbb{R}^n$ with $1^T y = 2$.', false],
  ['Let $y \\in \\mathbb{R}^n$ with $\\sum_i y_i^2 = 1$.', false],
  ['Let $y \\in \\mathbb{R}^n$ with $\\sum_i y_j = 1$.', false],
])('%s: the entries of y add up to 1: %s', (text, sums) => {
  const found = read(`${text}\n\n$$y = y$$`).declarations;
  expect(found.find(d => d.name === 'y')?.unitSum ?? false).toBe(sums);
  expect(found.find(d => d.name === 'z')?.unitSum ?? false).toBe(false);
});
