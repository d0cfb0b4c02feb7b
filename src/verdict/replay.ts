// A stored counterexample, evaluated again: does the claim still fail on it?

import type { Elaborated } from '../elaborate/claim.ts';
import type { Statement } from '../expression/judgement.ts';
import { replay as replayExactly } from '../refute/index.ts';
import { fromDifferent, toInstance, toSample } from './counterexample.ts';
import type { Counterexample } from './verdict.ts';

export interface Replayed {
  /** Both sides differ. */
  readonly differ: boolean;
  readonly counterexample: Counterexample;
}

/**
 * Evaluates the claim of this id on the counterexample, under each reading that it fits; the first one that differs counts.
 * @throws RangeError when the document has no such claim or the counterexample does not belong to it
 */
export const replay = async (of: Elaborated, id: string, stored: Counterexample): Promise<Replayed> => {
  const claim = of.claims.find(c => c.id === id);
  if (!claim)
    throw new RangeError(`the document has no claim ${id}; it has ${of.claims.map(c => c.id).join(', ')}`);
  let first: Replayed | null = null;
  for (const { content } of claim.readings) {
    const again = 'statement' in content ? await evaluated(content.statement, stored) : null;
    if (again?.differ) return again;
    first ??= again;
  }
  if (!first) throw new RangeError(`the counterexample does not belong to claim ${id}`);
  return first;
};

const evaluated = async (statement: Statement, stored: Counterexample): Promise<Replayed | null> => {
  if (stored.exact) {
    const instance = toInstance(statement, stored);
    if (!instance) return null;
    const { lhs, rhs, differ, refusal } = replayExactly(statement, instance);
    if (refusal) throw new RangeError(`it shows nothing about the claim: ${refusal}`);
    return { differ, counterexample: fromDifferent({ outcome: 'different', instance, lhs, rhs }, true) };
  }
  const instance = toSample(statement, stored);
  if (!instance) return null;
  const { replay: replaySample } = await import('../sample/index.ts');
  const { lhs, rhs, differ } = replaySample(statement, instance);
  return { differ, counterexample: fromDifferent({ outcome: 'different', instance, lhs, rhs }, false) };
};
