// Refuting: statement → a small exact counterexample, or null when none was found.
//   a counterexample has every structure exactly, its directions are tangent, and both sides are defined and differ over ℚ
//   it is locally minimal in the order of shrink.ts · null says nothing about truth
//   the same stream gives the same counterexample on every machine: work is counted, not timed

import { familyOf, type Needs, NotEvaluable, needsOf } from '../evaluate/index.ts';
import type { Different, Instance, Statement } from '../expression/judgement.ts';
import type { Random } from '../number/random.ts';
import type { Rational } from '../number/rational.ts';
import { search } from './search.ts';
import { shrink } from './shrink.ts';
import { Bench, type State } from './trial.ts';

export { type Replayed, replay } from './replay.ts';

export interface RefuteOptions {
  /** Tried first, then its sizes, if no symbol has a structure that sums leave (orthogonal, idempotent, …). */
  readonly from?: Instance<Rational>;
  /** Multiplications that may be spent looking; four times as many on shrinking. */
  readonly budget?: number;
  /** Equal sizes up to this one are tried as well, where the small ones show nothing. */
  readonly largest?: number;
  /** Whether the counterexample is made smaller; so it is if not said. */
  readonly shrinking?: boolean;
}
const BUDGET = 300_000;

/** A generic function stands for the polynomial with the coefficients of `standIn`. */
export const refute = (
  statement: Statement,
  random: Random,
  { from, budget = BUDGET, largest = 0, shrinking = true }: RefuteOptions = {},
): Different<Rational> | null => {
  try {
    const needs = needsOf(statement);
    const start = from ? stateOf(needs, from) : null;
    for (const fullRank of needs.pseudoInverses ? [true, false] : [false]) {
      const looking = new Bench(statement, needs, budget, fullRank);
      const found =
        (start && looking.try(start)) ?? search(looking, random, start ? [start.sizes] : [], largest);
      if (found && !shrinking) return found.different;
      if (found) return shrink(new Bench(statement, needs, 4 * budget, false), found).different;
    }
    return null;
  } catch (error) {
    if (error instanceof NotEvaluable) return null;
    throw error;
  }
};

/** The recipe of an instance, or null where values are not their own parameters or the instance lacks something. */
const stateOf = (
  needs: Needs,
  { dimensions, values, directions, indices }: Instance<Rational>,
): State | null => {
  const complete =
    needs.symbols.every(s => familyOf(s) === 'linear' && values.has(s.name)) &&
    needs.moving.every(s => directions.has(s.name)) &&
    needs.dimensions.every(name => dimensions.has(name)) &&
    [...needs.free.keys()].every(name => indices.has(name));
  if (!complete) return null;
  const keys = new Map(needs.symbols.map(s => [s.name, new Array<number>(values.get(s.name)!.rows).fill(0)]));
  return { sizes: dimensions, keys, indices, parameters: values, directions };
};
