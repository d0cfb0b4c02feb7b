// Our elimination against ml-matrix's, on random matrices: those of doubles, of small integers with many zeros, and singular ones.

import { determinant, inverse, Matrix } from 'ml-matrix';
import { describe, expect, test } from 'vitest';
import { below, type Random, stream } from '../../src/number/random.ts';
import { factored, solvedIdentity } from '../../src/sample/lu.ts';
import { type Bounded, Memory } from '../../src/sample/memory.ts';

const COUNT = 200;
const SIZES = [1, 2, 3, 4, 5, 8, 13];
const KINDS: readonly [name: string, entry: (random: Random) => number][] = [
  ['doubles', random => random() / 2 ** 31 - 1],
  ['small integers with zeros', random => Math.max(0, below(random, 7) - 3) - below(random, 2)],
];

const squares = (n: number, entry: (random: Random) => number): Matrix[] => {
  const random = stream('elimination', `${n}`);
  return Array.from({ length: COUNT }, () => {
    const made = new Matrix(n, n);
    for (let k = 0; k < n * n; k++) made.set(Math.floor(k / n), k % n, entry(random));
    return made;
  });
};
const loaded = (m: Memory, a: Matrix): Bounded =>
  m.load({ rows: a.rows, cols: a.columns, data: Float64Array.from(a.to1DArray()) });

describe.each(KINDS)('%s', (_, entry) => {
  test.each(SIZES)('of size %i have the determinant and the inverse that ml-matrix gives', n => {
    for (const a of squares(n, entry)) {
      const m = new Memory();
      const lu = factored(m, loaded(m, a));
      const wanted = determinant(a);
      expect(Math.abs(lu.determinant - wanted)).toBeLessThanOrEqual(1e-12 * (1 + Math.abs(wanted)));
      if (Math.abs(wanted) < 1e-6) continue;
      const ours = m.entries(solvedIdentity(m, lu)).data;
      const theirs = inverse(a).to1DArray();
      const size = Math.max(...theirs.map(Math.abs));
      for (const [k, x] of theirs.entries()) expect(Math.abs(ours[k]! - x)).toBeLessThan(1e-9 * size * size);
    }
  });
  test.each(SIZES)('of size %i are P⁻¹LU', n => {
    for (const a of squares(n, entry)) {
      const m = new Memory();
      const { factors, order } = factored(m, loaded(m, a));
      const lu = Matrix.from1DArray(n, n, [...m.entries(factors).data]);
      const lower = lu.clone();
      const upper = lu.clone();
      for (let i = 0; i < n; i++)
        for (let j = 0; j < n; j++) {
          if (i <= j) lower.set(i, j, i === j ? 1 : 0);
          if (i > j) upper.set(i, j, 0);
        }
      const again = lower.mmul(upper);
      for (let i = 0; i < n; i++)
        for (let j = 0; j < n; j++) expect(again.get(i, j)).toBeCloseTo(a.get(order[i]!, j), 12);
    }
  });
});

test.each([
  ['zeros', [0, 0, 0, 0]],
  ['equal rows', [1, 2, 1, 2]],
  ['a zero column', [0, 3, 0, 1]],
])('a matrix of %s has determinant 0', (_, data) => {
  const m = new Memory();
  expect(factored(m, m.load({ rows: 2, cols: 2, data: Float64Array.from(data) })).determinant).toBe(0);
});
