// What is offered is true: proved, or verified in exact arithmetic, in some convention where a derivative asks for one.

import { conventionsOf } from '../expression/convention.ts';
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
  const proof = prove(statement);
  if (proof.outcome === 'proved') return { name: 'proved', vacuous: proof.vacuous };
  const conventions = conventionsOf(statement);
  const equal = (conventions.length ? conventions : [null]).some(
    constrained => verify(statement, random, { constrained }).outcome === 'equal',
  );
  return equal ? { name: 'verified', vacuous: false } : null;
};
