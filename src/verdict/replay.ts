// A stored counterexample, evaluated again: does the claim still fail on it?

import type { Elaborated } from '../elaborate/claim.ts';
import { replay as replayExactly } from '../refute/index.ts';
import { fromDifferent, toInstance } from './counterexample.ts';
import type { Counterexample } from './verdict.ts';

export interface Replayed {
  /** Both sides differ. */
  readonly differ: boolean;
  readonly counterexample: Counterexample;
}

/**
 * Evaluates the claim of this id on the counterexample, under the reading that it was found for.
 * @throws RangeError when the document has no such claim or the counterexample does not belong to it
 */
export const replay = async (of: Elaborated, id: string, stored: Counterexample): Promise<Replayed> => {
  const claim = of.claims.find(c => c.id === id);
  if (!claim)
    throw new RangeError(`the document has no claim ${id}; it has ${of.claims.map(c => c.id).join(', ')}`);
  const statements = claim.readings.flatMap(r => ('statement' in r.content ? [r.content.statement] : []));
  const results: Replayed[] = [];
  for (const statement of statements) {
    const instance = toInstance(statement, stored);
    if (!instance) continue;
    if (stored.exact) {
      const { lhs, rhs, differ } = replayExactly(statement, instance);
      results.push({
        differ,
        counterexample: fromDifferent({ outcome: 'different', instance, lhs, rhs }, true),
      });
    }
  }
  const [first] = results;
  if (!first) throw new RangeError(`the counterexample does not belong to claim ${id}`);
  return results.find(r => r.differ) ?? first;
};
