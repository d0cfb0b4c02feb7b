import { expect, test } from 'vitest';
import {
  type Dimension,
  dimension,
  fits,
  identical,
  shape,
  shapeText,
  sizeOf,
  vecShape,
} from '../../src/expression/dimension.ts';

test.each<[Dimension, Dimension, boolean, boolean]>([
  [[], [], true, true],
  [['n'], ['n'], true, true],
  [['n'], ['m'], false, false],
  [['m', 'n'], ['n', 'm'], true, false],
  [[3, 'k'], ['k', 3], true, false],
  [[6], [2, 3], true, false],
  [[2, 'n'], [3, 'n'], false, false],
  [['n', 'n'], ['n'], false, false],
])('%j and %j: fits %s, identical %s', (a, b, fit, same) => {
  expect([fits(a, b), identical(a, b)]).toEqual([fit, same]);
});

test('vec lists columns first', () => expect(shapeText(vecShape(shape(['m'], ['n'])))).toBe('n·m×1'));
test('sizes multiply', () => expect(sizeOf([3, 'k', 'k'], new Map([['k', 4]]))).toBe(48));
test('a size without a value is refused', () =>
  expect(() => sizeOf(['n'], new Map())).toThrow('dimension n'));
test.each([0, -1, 1.5])('%d is no dimension', n => expect(() => dimension(n)).toThrow('positive integer'));
test('factors of 1 vanish', () => expect(dimension('n', 1)).toEqual(['n']));
