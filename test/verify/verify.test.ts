// The exact judge on true and false statements, what it lists as evidence, and when it abstains.

import { describe, expect, test } from 'vitest';
import {} from '../../src/expression/dimension.ts';
import type { Expression } from '../../src/expression/expression.ts';
import { stream } from '../../src/number/random.ts';
import { verify } from '../../src/verify/index.ts';
import { FALSE, statement, TRUE } from '../evaluate/statements.ts';

const judged = (lhs: Expression, rhs: Expression, seed = 'verify') =>
  verify(statement(lhs, rhs), stream(seed, 'test'));

describe('true statements are equal', () => {
  test.each(TRUE)('%s', (_, lhs, rhs) => {
    const answer = judged(lhs, rhs);
    expect(answer).toMatchObject({ outcome: 'equal' });
    if (answer.outcome === 'equal') expect(answer.log2ErrorProbability).toBeLessThan(-100);
  });
});
describe('false statements are different', () => {
  test.each(FALSE)('%s', (_, lhs, rhs) => expect(judged(lhs, rhs).outcome).toBe('different'));
});
