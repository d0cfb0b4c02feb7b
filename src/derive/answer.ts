// The answer to a question, judged: nothing is given as an answer that the judges have not confirmed against the input.
//   a derivative that one of them refutes, or about which two contradict each other, is a bug of ours (outcome "wrong")

import { stated } from '../elaborate/statement.ts';
import * as make from '../expression/build.ts';
import { isScalar } from '../expression/dimension.ts';
import type { Expression, Layout } from '../expression/expression.ts';
import type { Sym } from '../expression/symbol.ts';
import { toLatex, toUnicode } from '../latex/print.ts';
import { Beyond } from '../prove/network.ts';
import { type Finding, judgeStatement } from '../verdict/statement.ts';
import { type Evidence, holds, VERDICTS, type VerdictName } from '../verdict/verdict.ts';
import { type Asked, ask, type Refused } from './ask.ts';
import { codes } from './code.ts';
import { derivativeOf, differentialOf, questionOf } from './derivative.ts';

export interface Written {
  readonly latex: string;
  readonly unicode: string;
}
export interface Coded extends Written {
  /** One expression; null where the language has no word for a part of it. */
  readonly numpy: string | null;
  readonly javascript: string | null;
}
export interface Derived {
  readonly outcome: 'derived';
  readonly function: Written;
  readonly wrt: Written;
  readonly differential?: Written;
  readonly derivative: Coded & { readonly layout: Layout };
  readonly hessian?: Coded;
  /** The weakest verdict of the three. */
  readonly verdict: VerdictName;
  /** What the derivative's verdict rests on. */
  readonly evidence: Evidence;
  readonly given: readonly string[];
  /** What is left out, and why. */
  readonly notes: readonly string[];
}
/** No answer that could be confirmed, and why. */
export interface Unanswered {
  readonly outcome: 'unanswered';
  readonly reason: string;
}
/** Something was derived that a judge refutes: a bug of ours. */
export interface Wrong {
  readonly outcome: 'wrong';
  readonly claim: string;
  readonly says: readonly string[];
}
export interface DeriveOptions {
  /** By default gradient for scalar functions, else numerator. */
  readonly layout?: Layout | undefined;
  readonly seed?: string | undefined;
}

/** Differential, derivative and (of a scalar function) Hessian of a function that is given as text. */
export const derive = async (
  asked: Asked,
  { layout: wanted, seed = 'rederive' }: DeriveOptions = {},
): Promise<Derived | Refused | Unanswered | Wrong> => {
  const question = ask(asked);
  if ('outcome' in question) return question;
  const { of, by } = question;
  const layout = wanted ?? (isScalar(of.shape) ? 'gradient' : 'numerator');
  if (layout === 'gradient' && !isScalar(of.shape) && !isScalar(by.shape))
    return {
      outcome: 'refused',
      path: 'function',
      text: question.text,
      problem: {
        severity: 'error',
        code: 'Q007',
        message: 'only a scalar function has a gradient',
        span: { start: 0, end: question.text.length },
        fix: 'take --layout numerator or denominator',
      },
    };
  const judge = (lhs: Expression, rhs: Expression, name: string): Promise<Finding> =>
    judgeStatement(stated(lhs, rhs), `derive/${toUnicode(of)}/${by.name}/${name}`, { seed });

  const answer = found(() => derivativeOf(of, by, layout));
  if (typeof answer === 'string') return { outcome: 'unanswered', reason: answer };
  const finding = await judge(questionOf(of, by, layout), answer, layout);
  if (isWrong(finding)) return wrong(questionOf(of, by, layout), answer, finding);
  if (!holds(finding.name))
    return {
      outcome: 'unanswered',
      reason: `no judge could confirm ${toUnicode(answer)}: ${finding.evidence.abstained.join('; ')}`,
    };

  const gradient = (): Expression => (layout === 'gradient' ? answer : derivativeOf(of, by, 'gradient'));
  const notes: string[] = [];
  const names: VerdictName[] = [finding.name];
  const second = async (
    what: string,
    lhs: Expression,
    make: () => Expression,
  ): Promise<Expression | Wrong | null> => {
    const made = found(make);
    if (typeof made === 'string') {
      notes.push(`no ${what}: ${made}`);
      return null;
    }
    const judged = await judge(lhs, made, what);
    if (isWrong(judged)) return wrong(lhs, made, judged);
    if (!holds(judged.name)) {
      notes.push(`no ${what}: no judge could confirm it`);
      return null;
    }
    names.push(judged.name);
    return made;
  };
  const differential = await second('differential', make.differential(of, [by.name]), () =>
    differentialOf(of, by, gradient),
  );
  if (differential && 'outcome' in differential) return differential;
  const hessian = isScalar(of.shape)
    ? await second('Hessian', hessianQuestion(of, by), () => derivativeOf(gradient(), by, hessianLayout(by)))
    : null;
  if (hessian && 'outcome' in hessian) return hessian;
  return {
    outcome: 'derived',
    function: written(of),
    wrt: written(make.symbol(by)),
    ...(differential && { differential: written(differential) }),
    derivative: { layout, ...coded(answer, of, by) },
    ...(hessian && { hessian: coded(hessian, of, by) }),
    verdict: VERDICTS.findLast(v => names.includes(v))!,
    evidence: finding.evidence,
    given: [...new Set([...finding.given, ...question.given])],
    notes,
  };
};

/** The Jacobian of the gradient. */
const hessianLayout = (by: Sym): Layout => (isScalar(by.shape) ? 'gradient' : 'numerator');
const hessianQuestion = (of: Expression, by: Sym): Expression =>
  questionOf(make.derivative(of, by, 'gradient'), by, hessianLayout(by));
const found = (find: () => Expression): Expression | string => {
  try {
    return find();
  } catch (error) {
    if (error instanceof Beyond) return error.message;
    throw error;
  }
};
const isWrong = (f: Finding): boolean => f.name === 'refuted' || f.contradiction !== null;
const wrong = (lhs: Expression, rhs: Expression, f: Finding): Wrong => ({
  outcome: 'wrong',
  claim: `${toUnicode(lhs)} = ${toUnicode(rhs)}`,
  says: f.contradiction ?? ['a judge refutes it'],
});
const written = (e: Expression): Written => ({ latex: toLatex(e), unicode: toUnicode(e) });
const coded = (e: Expression, of: Expression, by: Sym): Coded => ({
  ...written(e),
  ...codes(e, stated(of, make.symbol(by)).symbols),
});
