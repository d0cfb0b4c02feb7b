// Our answer to a function beside the known one: operators of each, and the statement that the known one makes.

import { ask, readFunction } from '../../src/derive/ask.ts';
import { derivativeOf, questionOf } from '../../src/derive/derivative.ts';
import { lengthOf } from '../../src/derive/measure.ts';
import { stated } from '../../src/elaborate/statement.ts';
import { isScalar } from '../../src/expression/dimension.ts';
import type { Statement } from '../../src/expression/judgement.ts';
import type { Row } from './functions.ts';

/** @throws Error when the function or the known answer cannot be read */
export const measured = ([text, wrt, where, known]: Row): { own: number; best: number; fact: Statement } => {
  const question = ask({ function: text, wrt, where });
  const answer = readFunction(known, where);
  for (const read of [question, answer])
    if ('outcome' in read) throw new Error(`${text}: ${read.problem.message}`);
  if ('outcome' in question || 'outcome' in answer) throw new Error(text);
  const layout = isScalar(question.of.shape) ? 'gradient' : 'numerator';
  return {
    own: lengthOf(derivativeOf(question.of, question.by, layout)),
    best: lengthOf(answer.of),
    fact: stated(questionOf(question.of, question.by, layout), answer.of),
  };
};
