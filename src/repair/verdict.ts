// What is offered is true: proved, or verified in exact arithmetic, in some convention where a derivative asks for one.

import { conventionsOf } from '../expression/convention.ts';
import { contains, type Expression } from '../expression/expression.ts';
import type { Statement } from '../expression/judgement.ts';
import type { Random } from '../number/random.ts';
import { prove } from '../prove/index.ts';
import { verify } from '../verify/index.ts';

export interface Truth {
  readonly name: 'proved' | 'verified';
  /** Both sides say literally the same. */
  readonly vacuous: boolean;
}

export const verdictOn = (statement: Statement, random: Random): Truth | null => {
  if (somewhere(statement, isStill)) return null;
  const proof = prove(statement);
  if (proof.outcome === 'proved') return { name: 'proved', vacuous: proof.vacuous };
  return verified(statement, random) === 'equal' ? { name: 'verified', vacuous: false } : null;
};

/** dA of an A that does not move is zero here; read afresh, it says that A moves. */
const isStill = (e: Expression): boolean =>
  e.op === 'differential' && e.of.op === 'symbol' && !e.wrt.includes(e.of.symbol.name);
export const somewhere = ({ lhs, rhs }: Statement, is: (e: Expression) => boolean): boolean =>
  contains(lhs, is) || contains(rhs, is);

/** Whether it is proved or verified, exact trials first: they cost less than a proof that is not found. */
export const isTrue = (statement: Statement, random: Random): boolean => {
  const outcome = verified(statement, random);
  return outcome === 'equal' || (outcome === 'abstained' && prove(statement).outcome === 'proved');
};

const verified = (statement: Statement, random: Random): 'equal' | 'different' | 'abstained' => {
  const conventions = conventionsOf(statement);
  const outcomes = (conventions.length ? conventions : [null]).map(
    constrained => verify(statement, random, { constrained }).outcome,
  );
  return outcomes.find(o => o === 'equal') ?? outcomes.find(o => o === 'abstained') ?? 'different';
};
