// False derivatives and differentials are answered: ∂F/∂X = wrong gets what ∂F/∂X is, dF = wrong what dF is, if that is found and a
// judge confirms it. Where no edit repairs the line, the answer does.

import { stated } from '../elaborate/statement.ts';
import type { Written } from '../elaborate/written.ts';
import { ShapeError, sum, zeros } from '../expression/build.ts';
import type { Expression } from '../expression/expression.ts';
import { asksToDifferentiate, contains } from '../expression/expression.ts';
import { toLatex, toUnicode } from '../latex/print.ts';
import { Beyond } from '../prove/network.ts';
import { bare, piecesIn } from '../repair/make.ts';
import { Author } from '../repair/text.ts';
import { judgeStatement } from '../verdict/statement.ts';
import { Turns } from '../verdict/turns.ts';
import {
  type Answer,
  holds,
  type Judged,
  type JudgedDocument,
  type Repair,
  type Verdict,
  type VerdictName,
} from '../verdict/verdict.ts';
import { derivativeOf, differentialOf } from './derivative.ts';
import { rebuilt } from './rebuild.ts';
import { simplified } from './tidy.ts';

/** The same document; each false claim whose left side alone is a derivative has an answer where one is found. */
export const withAnswers = async (
  document: JudgedDocument,
  { seed, signal }: { readonly seed: string; readonly signal?: AbortSignal },
): Promise<JudgedDocument> => {
  const claims: Judged[] = [];
  const turns = new Turns();
  for (const [i, judged] of document.claims.entries()) {
    await turns.give();
    if (signal?.aborted) return { ...document, claims: [...claims, ...document.claims.slice(i)] };
    const { claim, verdict } = judged;
    const isFalse = verdict.name === 'refuted' || verdict.name === 'misfit';
    const answered = isFalse ? await answerTo(judged, seed) : null;
    claims.push(answered ? { claim, verdict: { ...verdict, ...answered } } : judged);
  }
  return { ...document, claims };
};

const answerTo = async (
  { claim, verdict }: Judged,
  seed: string,
): Promise<Pick<Verdict, 'answer' | 'repair'> | null> => {
  const reading = claim.readings.find(r => r.layout === verdict.layout) ?? claim.readings[0];
  const written = reading?.written;
  const asked = written?.expression(written.left);
  if (!written || !asked || !asksToDifferentiate(asked) || isByTime(asked, written)) return null;
  const right = written.expression(written.right);
  if (right && asked.op !== 'differential' && asksToDifferentiate(right)) return null;
  if (verdict.repair && piecesIn(written.left) > SHORT) return null;
  const found = solved(asked);
  if (!found) return null;
  const { name, contradiction } = await judgeStatement(stated(asked, found), `${claim.id}/answer`, { seed });
  if (!holds(name) || contradiction) return null;
  const answer: Answer = { latex: toLatex(found), unicode: toUnicode(found), verdict: name };
  return { answer, repair: verdict.repair ?? repairBy(found, name, written) };
};

/** Beside a repaired line, questions of more pieces are not answered once more: that costs much and shows little. */
const SHORT = 10;

/** The line with the answer on its right side, in the author's notation. */
const repairBy = (answer: Expression, verdict: VerdictName, written: Written): Repair => {
  const { left, right } = written;
  const author = new Author(written.text, [left, right]);
  const { latex, transpose, inverseTranspose } = author.notation;
  const replacement = latex
    ? toLatex(answer).replaceAll('^{\\top}', transpose).replaceAll('^{-\\top}', inverseTranspose)
    : toUnicode(answer);
  return {
    text: `${author.text(left)} = ${replacement}`,
    verdict,
    edits: [{ slip: 'derived anew', from: author.text(right), to: replacement }],
    side: 'right',
    span: right.span,
    replacement,
  };
};

/** dA/dt of an A that moves with t: the answer would say dA for it. */
const isByTime = (asked: Expression, { left }: Written): boolean =>
  asked.op === 'differential' && bare(left).kind === 'derivative';

const solved = (of: Expression): Expression | null => {
  try {
    return without(simplified(of));
  } catch (error) {
    // No answer is better than no report.
    if (error instanceof Beyond || error instanceof ShapeError) return null;
    throw error;
  }
};
/** Every derivative in it carried out, innermost first; of differentials only those of letters are left. @throws Beyond */
const without = (e: Expression): Expression => {
  // By a scalar: the array of the function's shape.
  if (e.op === 'unvec' && e.of.op === 'derivative') {
    const of = without(e.of.of);
    if (e.of.by.shape.rows.length + e.of.by.shape.cols.length === 0)
      return derivativeOf(of, e.of.by, 'numerator');
  }
  const of = rebuilt(e, without);
  if (of.op === 'differential' && of.of.op !== 'symbol') {
    if (contains(of.of, inner => inner.op === 'differential'))
      throw new Beyond('a differential of a differential');
    const { symbols } = stated(of.of, of.of);
    const moving = symbols.filter(s => of.wrt.includes(s.name));
    return moving.length ? sum(...moving.map(by => differentialOf(of.of, by))) : zeros(of.shape);
  }
  return of.op === 'derivative' ? derivativeOf(of.of, of.by, of.layout) : of;
};
