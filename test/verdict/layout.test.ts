import { expect, test } from 'vitest';
import type { Layout } from '../../src/expression/expression.ts';
import { convention, under } from '../../src/verdict/layout.ts';

const claim = (kind: 'scalar' | 'other', held: Partial<Record<Layout, boolean>>) =>
  (Object.entries(held) as [Layout, boolean][]).map(([layout, holds]) => ({ layout, kind, holds }));

const gradientOnly = claim('scalar', { gradient: true, numerator: false });
const rowOnly = claim('scalar', { gradient: false, numerator: true });
const jacobian = claim('other', { numerator: true, denominator: false });
const transposedJacobian = claim('other', { numerator: false, denominator: true });
const symmetricJacobian = claim('other', { numerator: true, denominator: true });
const falseClaim = claim('other', { numerator: false, denominator: false });

test.each([
  ['no derivative at all', 'other', [], null],
  ['one Jacobian', 'other', [jacobian], 'numerator'],
  ['one transposed Jacobian', 'other', [transposedJacobian], 'denominator'],
  ['a tie goes to numerator', 'other', [jacobian, transposedJacobian], 'numerator'],
  ['what most claims hold in', 'other', [jacobian, transposedJacobian, transposedJacobian], 'denominator'],
  [
    'claims that hold in both decide nothing',
    'other',
    [symmetricJacobian, transposedJacobian],
    'denominator',
  ],
  ['claims that hold nowhere decide nothing', 'other', [falseClaim, transposedJacobian], 'denominator'],
  ['scalar functions prefer gradients', 'scalar', [gradientOnly, rowOnly], 'gradient'],
  ['scalar functions as rows', 'scalar', [rowOnly], 'numerator'],
  ['the other kind has no say', 'scalar', [transposedJacobian, rowOnly], 'numerator'],
] as const)('%s', (_, kind, claims, layout) => {
  expect(convention(kind, claims)).toBe(layout);
});

test("a vector's gradient is its denominator layout", () => {
  expect(under(gradientOnly, 'denominator').layout).toBe('gradient');
});
