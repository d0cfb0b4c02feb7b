// What a text says of a matrix and nothing uses: a claim that is false without it is asked back, never called false.

import { expect, test } from 'vitest';
import { elaborate, judge, read } from '../../src/index.ts';

const verdict = async (text: string): Promise<string[]> => {
  const { claims } = await judge(elaborate(read(text)), { repairs: false, runs: 5 });
  return claims.map(c => c.verdict.name);
};
const A = 'Let $A \\in \\mathbb R^{n\\times n}$';
test.each([
  [`${A} be strictly lower triangular.`, '\\operatorname{tr}(A A) = 0 \\cdot n'],
  [`${A} be unit lower triangular.`, '\\det(A) = 1'],
  [`${A} be unitriangular.`, '\\det(A) = 1'],
  [`${A} be lower triangular with unit diagonal.`, '\\operatorname{tr}(A) = n'],
  [`${A} be lower triangular with ones on the diagonal.`, '\\operatorname{tr}(A) = n'],
  [`${A} have zero diagonal.`, '\\operatorname{diag}(A) = 0 \\cdot \\mathbf 1'],
  [`${A} be a matrix with zeros on its diagonal.`, '\\operatorname{diag}(A) = 0 \\cdot \\mathbf 1'],
  [`${A} be a symmetric hollow matrix.`, '\\operatorname{diag}(A) = 0 \\cdot \\mathbf 1'],
  [`${A} be a scalar matrix and $B \\in \\mathbb R^{n\\times n}$.`, 'AB = BA'],
  [`${A} be a skew-diagonal matrix.`, 'A = I \\odot A'],
  [`${A} be a matrix whose rows sum to one.`, 'A \\mathbf 1 = \\mathbf 1'],
  [`${A} have columns that sum to zero.`, '\\mathbf 1^\\top A = 0 \\cdot \\mathbf 1^\\top'],
  [`${A} be trace-free.`, 'A + \\operatorname{tr}(A) I = A'],
])('asked back: %s %s', async (where, claim) => {
  expect(await verdict(`${where}\n\n$$${claim}$$\n`)).toEqual(['unreadable']);
});
test.each([
  ['Let $A$ be a positive diagonal $n\\times n$ matrix.', '\\det(A) = \\operatorname{tr}(A)'],
  [`${A} be lower triangular.`, '\\det(A) = 1'],
  [`${A} be block diagonal.`, 'A = I \\odot A'],
  ['Let $A$ be a block triangular $n\\times n$ matrix.', '\\det(A) = \\det(I \\odot A)'],
  [`${A} and $B \\in \\mathbb R^{n\\times n}$. The unit vectors are written $e_i$.`, 'AB = BA'],
  [`${A} and $B \\in \\mathbb R^{n\\times n}$. Zero entries on the diagonal of $C$ do no harm.`, 'AB = BA'],
])('false all the same: %s %s', async (where, claim) => {
  expect(await verdict(`${where}\n\n$$${claim}$$\n`)).toEqual(['refuted']);
});
