// Sums of sizes and triangular numbers: equal exactly when their polynomials are, and one object for each text.

import { describe, expect, test } from 'vitest';
import {
  type Dimension,
  dimensionNames,
  dimensionText,
  fits,
  identical,
  sizeOf,
  summed,
  times,
  triangular,
} from '../../src/expression/dimension.ts';

const [m, n]: Dimension[] = [['m'], ['n']] as const;
const sizes = new Map([
  ['m', 2],
  ['n', 3],
]);

describe('a size, its text and its value for m = 2, n = 3', () => {
  test.each<[Dimension, string, number]>([
    [triangular(n!), 'n(n+1)/2', 6],
    [triangular([4]), '10', 10],
    [triangular([]), '1', 1],
    [summed(m!, n!), '(m+n)', 5],
    [summed(n!, n!), '2·n', 6],
    [summed(n!, []), '(n+1)', 4],
    [summed([2], [3]), '5', 5],
    [times(m!, summed(m!, n!)), 'm·(m+n)', 10],
  ])('%o is %s', (dim, text, value) => {
    expect(dimensionText(dim)).toBe(text);
    expect(sizeOf(dim, sizes)).toBe(value);
  });
});

describe('fits', () => {
  test.each<[Dimension, Dimension, boolean]>([
    [summed(m!, n!), summed(n!, m!), true],
    [times(m!, summed(m!, n!)), summed(times(m!, m!), times(n!, m!)), true],
    [triangular(n!), triangular(n!), true],
    [summed(triangular(n!), triangular(n!)), summed(times(n!, n!), n!), true],
    [summed(m!, n!), summed(m!, m!), false],
    [triangular(n!), triangular(m!), false],
    [triangular(n!), n!, false],
  ])('%o and %o: %s', (a, b, expected) => {
    expect(fits(a, b)).toBe(expected);
  });
});

test('the same text is the same index tuple, another order is not', () => {
  expect(identical(summed(m!, n!), summed(['m'], ['n']))).toBe(true);
  expect(identical(summed(m!, n!), summed(n!, m!))).toBe(false);
});
test('names inside of compounds', () => {
  expect(dimensionNames(summed(m!, n!), triangular(m!))).toEqual(['m', 'n']);
});
