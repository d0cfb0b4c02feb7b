// Every function of the list is answered rightly, its known answer is right too, and ours are no longer than it for at least 80 %.

import { expect, test } from 'vitest';
import { ask } from '../../src/derive/ask.ts';
import { derivativeOf, differentialOf, questionOf } from '../../src/derive/derivative.ts';
import { stated } from '../../src/elaborate/statement.ts';
import * as make from '../../src/expression/build.ts';
import { isScalar } from '../../src/expression/dimension.ts';
import type { Expression, Layout } from '../../src/expression/expression.ts';
import { prove } from '../../src/prove/index.ts';
import { FUNCTIONS } from './functions.ts';
import { measured } from './measured.ts';

const proves = (lhs: Expression, rhs: Expression): void =>
  expect(prove(stated(lhs, rhs)).outcome).toBe('proved');
const named = FUNCTIONS.map(row => [`${row[0]} by ${row[1]}`, row] as const);

test.each(named)('%s', (_, row) => {
  const [text, wrt, where] = row;
  const question = ask({ function: text, wrt, where });
  if ('outcome' in question) throw new Error(question.problem.message);
  const { of, by } = question;
  const layouts: Layout[] = isScalar(of.shape) ? ['gradient', 'numerator'] : ['numerator', 'denominator'];
  for (const layout of layouts) proves(questionOf(of, by, layout), derivativeOf(of, by, layout));
  proves(make.differential(of, [by.name]), differentialOf(of, by));
});

test.each(named)('the known answer of %s is right', (_, row) => {
  const { fact } = measured(row);
  proves(fact.lhs, fact.rhs);
});

test('our answers are no longer than the known ones for at least 80 %', () => {
  const longer = FUNCTIONS.filter(row => {
    const { own, best } = measured(row);
    return own > best;
  });
  expect(longer.length).toBeLessThanOrEqual(0.2 * FUNCTIONS.length);
});
