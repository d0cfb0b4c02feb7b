// Dimensions that are numbers: what is proved by positions and by formulas of determinants, and what is not.

import { expect, test } from 'vitest';
import { identity } from '../../src/elaborate/identity.ts';
import type { Statement } from '../../src/expression/judgement.ts';
import { prove } from '../../src/prove/index.ts';
import { LIMITS, lay } from '../../src/prove/meaning.ts';
import { advance } from '../../src/prove/rewrite.ts';

const statementOf = (where: string, claim: string): Statement => {
  const content = identity({ name: claim, where, claim, source: 'test' }).claims[0]!.readings[0]!.content;
  if (!('statement' in content)) throw new Error(`${claim} is no statement`);
  return content.statement;
};

test.each([
  ['A: 2×2', 'tr(A) = [A]_{11} + [A]_{22}'],
  ['A: 2×2', 'det(A) = [A]_{11} [A]_{22} - [A]_{12} [A]_{21}'],
  ['A: 2×2', 'A^2 - tr(A) A + det(A) I_2 = 0'],
  ['A: 3×3', 'det(I_3 + A) = 1 + det(A) + tr(A) + (1/2) tr(A)^2 - (1/2) tr(A^2)'],
  ['A: 2×2, B: 2×2', 'det(A + B) = det(A) + det(B) + tr(A) tr(B) - tr(A B)'],
  ['S: skew 3×3', 'det(S) = 0'],
  ['S: skew 3×3', 'det(-S) = -det(S)'],
  ['x: 3, y: 3', 'xᵀ y = [x]_1 [y]_1 + [x]_2 [y]_2 + [x]_3 [y]_3'],
  ['u: n, v: n', 'det(I_n + u vᵀ) = 1 + vᵀ u'],
  ['u: n, v: n', 'det(I_n - 2 u vᵀ) = 1 - 2 uᵀ v'],
  ['A: m×n, x: n, y: m', 'det(I_m + A x yᵀ) = 1 + yᵀ A x'],
])('%s: %s is proved', (where, claim) => {
  expect(prove(statementOf(where, claim))).toMatchObject({ outcome: 'proved' });
});

test.each([
  ['A: 2×2', 'tr(A) = [A]_{11} + [A]_{12}'],
  ['A: 2×2', 'det(A) = [A]_{11} [A]_{22} + [A]_{12} [A]_{21}'],
  ['A: 3×3', 'A^2 - tr(A) A + det(A) I_3 = 0'],
  ['A: 2×2, B: 2×2', 'det(A + B) = det(A) + det(B)'],
  ['S: skew 4×4', 'det(S) = 0'],
  ['S: skew n×n', 'det(-S) = -det(S)'],
  ['u: n, v: n', 'det(I_n + u vᵀ) = 1 - vᵀ u'],
  ['A: n×n', 'det(I_n + A) = 1 + tr(A)'],
  ['u: n, v: n', 'det(2 I_n + u vᵀ) = 2 + vᵀ u'],
])('%s: %s is not proved', (where, claim) => {
  expect(prove(statementOf(where, claim)).outcome).not.toBe('proved');
});

test('an index of unknown size is not taken apart, and a size above four has no formula', () => {
  const spread = { rule: 'positions', sum: 0, term: 0, index: 0 } as const;
  const formula = { rule: 'Leibniz formula', fn: 'determinant', order: 0, argument: 2 } as const;
  const applies = (where: string, claim: string, step: typeof spread | typeof formula): boolean =>
    advance(lay(statementOf(where, claim), LIMITS, null), step);
  expect(applies('A: 3×3', 'tr(A) = 0', spread)).toBe(true);
  expect(applies('A: n×n', 'tr(A) = 0', spread)).toBe(false);
  expect(applies('A: 5×5', 'tr(A) = 0', spread)).toBe(false);
  expect(applies('A: 3×3', 'det(A) = 0', formula)).toBe(true);
  expect(applies('A: 5×5', 'det(A) = 0', formula)).toBe(false);
  expect(applies('A: n×n', 'det(A) = 0', formula)).toBe(false);
});
