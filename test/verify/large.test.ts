// Exact trials at one size: they agree with what the catalogue knows, and see every mistake that is one at that size.

import { describe, expect, test } from 'vitest';
import { rows as commutation } from '../../properties/commutation.ts';
import { rows as determinants } from '../../properties/determinant.ts';
import { rows as differentials } from '../../properties/differentials.ts';
import { rows as gradients } from '../../properties/gradients.ts';
import { rows as hadamard } from '../../properties/hadamard-diag.ts';
import { rows as inverses } from '../../properties/inverse.ts';
import { rows as jacobians } from '../../properties/jacobians.ts';
import { rows as mistakes } from '../../properties/mistakes.ts';
import { rows as kronecker } from '../../properties/vec-and-kronecker.ts';
import { type IdentityRow, identity } from '../../src/elaborate/identity.ts';
import type { Statement } from '../../src/expression/judgement.ts';
import { stream } from '../../src/number/random.ts';
import { verifyAt } from '../../src/verify/large/index.ts';
import { Modular, type Residues } from '../../src/verify/large/residues.ts';

const statementOf = (row: IdentityRow): Statement | null => {
  const content = identity(row).claims[0]!.readings[0]!.content;
  return 'statement' in content ? content.statement : null;
};
const PRIMES = [5, 3, 7, 2, 11];
const outcome = (row: IdentityRow): string => {
  const statement = statementOf(row);
  if (!statement) return 'no statement';
  const sizes = new Map(statement.dimensions.map((name, k) => [name, PRIMES[k % PRIMES.length]!]));
  return verifyAt(statement, sizes, stream('large', row.name)).outcome;
};
const CHAPTERS = {
  hadamard,
  jacobians,
  gradients,
  differentials,
  inverses,
  determinants,
  kronecker,
  commutation,
};

describe.each(Object.entries(CHAPTERS))('%s', (_, rows) => {
  const outcomes = rows.map(row => [row.name, outcome(row)] as const);
  test('no identity is found different', () => {
    expect(outcomes.filter(([, o]) => o === 'different')).toEqual([]);
  });
  test('most identities are found equal', () => {
    expect(outcomes.filter(([, o]) => o === 'equal').length).toBeGreaterThan(rows.length / 4);
  });
});

test('no mistake is found equal', () => {
  const outcomes = mistakes.map(row => [row.name, outcome(row)] as const);
  expect(outcomes.filter(([, o]) => o === 'equal')).toEqual([]);
  expect(outcomes.filter(([, o]) => o === 'different').length).toBeGreaterThan(mistakes.length / 3);
});

test('A ⊗ B that is applied is the one that is stored', () => {
  const m = new Modular(1000003);
  const random = stream('large', 'kronecker');
  const drawn = (rows: number, cols: number): Residues => ({
    rows,
    cols,
    data: Float64Array.from({ length: rows * cols }, (_, k) => (k % 3 ? random() % m.p : 0)),
  });
  const [a, b, x] = [drawn(3, 2), drawn(5, 4), drawn(8, 3)];
  expect(m.kroneckerTimes(a, b, x)).toEqual(m.product(m.kronecker(a, b), x));
});
