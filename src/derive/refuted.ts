// Refuted derivatives are answered: ∂F/∂X = wrong gets what ∂F/∂X is, if that is found and a judge confirms it.

import { stated } from '../elaborate/statement.ts';
import { ShapeError } from '../expression/build.ts';
import type { Expression } from '../expression/expression.ts';
import { children } from '../expression/expression.ts';
import { toLatex, toUnicode } from '../latex/print.ts';
import { Beyond } from '../prove/network.ts';
import { judgeStatement } from '../verdict/statement.ts';
import { type Answer, holds, type Judged, type JudgedDocument } from '../verdict/verdict.ts';
import { derivativeOf } from './derivative.ts';
import { rebuilt } from './rebuild.ts';
import { simplified } from './tidy.ts';

/** The same document; each refuted claim whose left side alone is a derivative has an answer where one is found. */
export const withAnswers = async (
  document: JudgedDocument,
  { seed }: { readonly seed: string },
): Promise<JudgedDocument> => {
  const claims: Judged[] = [];
  for (const judged of document.claims) {
    const answer = judged.verdict.name === 'refuted' ? await answerTo(judged, seed) : null;
    claims.push(answer ? { ...judged, verdict: { ...judged.verdict, answer } } : judged);
  }
  return { ...document, claims };
};

const answerTo = async ({ claim, verdict }: Judged, seed: string): Promise<Answer | null> => {
  const reading = claim.readings.find(r => r.layout === verdict.layout) ?? claim.readings[0];
  if (!reading || !('statement' in reading.content)) return null;
  const { lhs, rhs } = reading.content.statement;
  if (!asks(lhs) || asks(rhs)) return null;
  const answer = solved(lhs);
  if (!answer) return null;
  const { name, contradiction } = await judgeStatement(stated(lhs, answer), `${claim.id}/answer`, { seed });
  if (!holds(name) || contradiction) return null;
  return { latex: toLatex(answer), unicode: toUnicode(answer), verdict: name };
};

const asks = (e: Expression): boolean =>
  e.op === 'derivative' || e.op === 'differential' || children(e).some(asks);

const solved = (of: Expression): Expression | null => {
  try {
    return without(simplified(of));
  } catch (error) {
    // No answer is better than no report.
    if (error instanceof Beyond || error instanceof ShapeError) return null;
    throw error;
  }
};
/** Every derivative in it carried out, innermost first. @throws Beyond */
const without = (e: Expression): Expression => {
  // By a scalar: the array of the function's shape.
  if (e.op === 'unvec' && e.of.op === 'derivative') {
    const of = without(e.of.of);
    if (e.of.by.shape.rows.length + e.of.by.shape.cols.length === 0)
      return derivativeOf(of, e.of.by, 'numerator');
  }
  const of = rebuilt(e, without);
  if (of.op === 'differential') throw new Beyond('a differential is no derivative');
  return of.op === 'derivative' ? derivativeOf(of.of, of.by, of.layout) : of;
};
