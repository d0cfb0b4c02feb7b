// Verifying: statement → equal at random points in exact arithmetic, different, or abstained with the reason.
//   equal: at each listed shape, for every component of every structure and every value of free indices, both sides agreed in so many
//     independent trials that a false claim would have passed with probability at most 2^log2ErrorProbability; other shapes are not covered
//   different: at one point they differ, so they differ over ℚ too, as far as the structures' stand-ins go (see evaluate/structure.ts)
//   functions without exact values (exp, log, …) are known by their derivatives only: equal stands, different becomes abstained
//   a derivative is taken by exact finite differences, or by dual numbers where these do not apply

import {
  type Along,
  type Component,
  componentsOf,
  costOf,
  countComponents,
  draw,
  evaluation,
  instanceOf,
  type Needs,
  NotEvaluable,
  needsOf,
  Singular,
  type Sizes,
  sameMatrix,
} from '../evaluate/index.ts';
import type { Convention } from '../expression/convention.ts';
import type { Abstained, Statement } from '../expression/judgement.ts';
import { PrimeField, randomPrime } from '../number/prime.ts';
import type { Random } from '../number/random.ts';
import { log2ErrorOf } from './degree.ts';
import { byDifferences } from './differences.ts';
import { formalFunctions, formally } from './formal.ts';
import { hasShapes, shapesOf, shapeText } from './shapes.ts';

export { formally } from './formal.ts';
export { type DifferentAt, type VerifiedAt, verifyAt } from './large/index.ts';

export interface Verified {
  readonly outcome: 'equal';
  /** Points at which both sides were compared. */
  readonly count: number;
  /** "k=2, n=3": nothing is promised of other ones. */
  readonly shapes: readonly string[];
  readonly primes: readonly string[];
  /**
   * log₂ of an upper bound, at the worst of the listed shapes, for the probability that a claim that is false at that shape passed all of
   * its trials: per trial degree/p (Schwartz–Zippel) plus the share of primes modulo which the difference may vanish altogether,
   * multiplied over the trials. The probability is over the random stream; the claim is about real matrices with the stated structures
   * for which both sides are defined.
   */
  readonly log2ErrorProbability: number;
}
export interface Unequal {
  readonly outcome: 'different';
  readonly sizes: Sizes;
}
export interface VerifyOptions {
  /** At least so many trials at each shape; as many as the error bound needs are made in any case. */
  readonly trials?: number;
  /** log₂ of the error probability to stay below at each shape: −100 unless said. */
  readonly log2Error?: number;
  /** Multiplications, over all shapes; a shape that would take more is left out. */
  readonly work?: number;
  /** What derivatives by a variable with structure mean; without it there is no answer about them. */
  readonly constrained?: Convention | null;
}

const LOG2_ERROR = -100;
const MOST_TRIALS = 16;
/** Tries to find a point at which both sides have values. */
const MOST_DRAWS = 4;
const MOST_WORK = 4_000_000;

export const verify = (
  statement: Statement,
  random: Random,
  options: VerifyOptions = {},
): Verified | Unequal | Abstained => {
  try {
    return tryShapes(statement, needsOf(statement), random, options);
  } catch (error) {
    if (error instanceof NotEvaluable) return abstained(error.message);
    throw error;
  }
};
const abstained = (reason: string): Abstained => ({ outcome: 'abstained', reason });

const tryShapes = (
  statement: Statement,
  needs: Needs,
  random: Random,
  {
    trials: least = 1,
    log2Error = LOG2_ERROR,
    work: most = MOST_WORK,
    constrained: convention = null,
  }: VerifyOptions,
): Verified | Unequal | Abstained => {
  const fields = new Fields(random);
  const formal = formalFunctions(statement);
  const shapes: string[] = [];
  let isEmpty = !hasShapes(needs);
  let [count, worst, left] = [0, Number.NEGATIVE_INFINITY, most];
  let [reason, isWide] = ['there is no instance at small sizes', false];
  for (const sizes of shapesOf(needs)) {
    const perTrial = log2ErrorOf(statement, sizes);
    const trials = Math.max(least, Math.floor(log2Error / perTrial) + 1);
    if (!(perTrial < 0) || trials > Math.max(least, MOST_TRIALS)) {
      reason = 'the degree is too high for exact trials';
      continue;
    }
    const cost = costOf(statement.lhs, sizes) + costOf(statement.rhs, sizes);
    const work = cost * trials * countComponents(needs, sizes);
    if (work > left) {
      reason = 'exact trials would take too long';
      continue;
    }
    left -= work;
    const along = byDifferences();
    let compared = 0;
    for (const component of componentsOf(needs, sizes)) {
      const passed = tryComponent(
        { statement, needs, sizes, component, along, convention, fullRank: false },
        trials,
        fields,
      );
      if (passed === 'different')
        return formal.length > 0
          ? abstained(`more would have to be known of ${formal.join(', ')} than derivatives`)
          : { outcome: 'different', sizes };
      if (passed === 'undefined') continue;
      if (passed === 'unclear') return abstained('too many random points have no value');
      compared += trials;
    }
    if (compared === 0) {
      isEmpty = true;
      reason = 'both sides are undefined at every instance tried';
      continue;
    }
    count += compared;
    worst = Math.max(worst, perTrial * trials);
    isWide ||= ![...sizes.values()].includes(1);
    shapes.push(shapeText(sizes));
  }
  if (shapes.length === 0) return { ...abstained(reason), empty: isEmpty };
  if (!isWide) return { ...abstained(`${reason}, beside those with a size of 1`), empty: isEmpty };
  return { outcome: 'equal', count, shapes, primes: fields.used(), log2ErrorProbability: worst };
};

/** Random prime fields, one for each trial of a shape; trials of different shapes share them. */
class Fields {
  readonly random: Random;
  readonly #fields: PrimeField[] = [];

  constructor(random: Random) {
    this.random = random;
  }
  forTrial(trial: number): PrimeField {
    return (this.#fields[trial] ??= new PrimeField(randomPrime(this.random)));
  }
  used(): string[] {
    return this.#fields.map(f => String(f.p));
  }
}

interface Place {
  readonly statement: Statement;
  readonly needs: Needs;
  readonly sizes: Sizes;
  readonly component: Component;
  readonly along: Along;
  readonly convention: Convention | null;
  readonly fullRank: boolean;
}
type Passed = 'equal' | 'different' | 'undefined' | 'unclear';

/**
 * 'undefined' where no trial found a point at which both sides have values; 'unclear' where only some did. A statement with
 * pseudoinverses is about matrices of full rank, unless there are none.
 */
const tryComponent = (place: Place, trials: number, fields: Fields): Passed => {
  const passed = tryTrials({ ...place, fullRank: place.needs.pseudoInverses }, trials, fields);
  return passed === 'undefined' && place.needs.pseudoInverses ? tryTrials(place, trials, fields) : passed;
};
const tryTrials = (place: Place, trials: number, fields: Fields): Passed => {
  let undefinedTrials = 0;
  for (let trial = 0; trial < trials; trial++) {
    const outcome = tryOnce(place, fields.forTrial(trial), fields.random);
    if (outcome === 'different') return 'different';
    if (outcome === 'undefined') undefinedTrials++;
  }
  return undefinedTrials === 0 ? 'equal' : undefinedTrials === trials ? 'undefined' : 'unclear';
};

const tryOnce = (place: Place, field: PrimeField, random: Random): Exclude<Passed, 'unclear'> => {
  const { needs, along, convention, fullRank } = place;
  for (let attempt = 0; attempt < MOST_DRAWS; attempt++) {
    const instance = instanceOf(
      needs,
      field,
      draw(needs, place.sizes, place.component, () => field.random(random)),
    );
    if (!instance) continue;
    try {
      const elementwise = formally(field, random);
      const at = evaluation(field, instance, { elementwise, along, convention, fullRank });
      const { lhs, rhs } = place.statement;
      return sameMatrix(field, at.of(lhs), at.of(rhs)) ? 'equal' : 'different';
    } catch (error) {
      if (!(error instanceof Singular)) throw error;
    }
  }
  return 'undefined';
};
