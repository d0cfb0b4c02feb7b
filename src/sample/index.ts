// The sampling judge: both sides of a statement at random floating-point instances, derivatives by finite differences.
//   agree      ⇒ every instance tried agreed within a derived bound of its errors
//   different  ⇒ a shrunk instance on which both sides are apart by far more than that bound, checked again with other steps
//   abstained: anything else, with the reason
// The seed decides everything: the same seed draws the same instances on every machine.

import { type Arbitrary, check, pre, property } from 'fast-check';
import type {
  Abstained,
  Different,
  Entries,
  FiniteDifferencesEvidence,
  Instance,
  SamplesEvidence,
  Statement,
} from '../expression/judgement.ts';
import { Instances } from './arbitrary.ts';
import { toEntries, Undefined } from './bounded.ts';
import { type Comparison, compare } from './compare.ts';
import { needsOf } from './needs.ts';
import { type Drawn, fromInstance, pointOf, toInstance } from './point.ts';
import { taylor } from './taylor.ts';

export type { Drawn, Grid } from './point.ts';

export interface SampleOptions {
  /** Instances to try: 100 unless said. */
  readonly runs?: number | undefined;
  /** Largest size of a dimension: 8 unless said. */
  readonly maxSize?: number | undefined;
  /** Counterexamples of earlier runs, tried first. */
  readonly examples?: readonly Instance<number>[] | undefined;
}
export interface Sampled {
  readonly outcome: 'agree';
  readonly samples: SamplesEvidence;
  readonly finiteDifferences?: FiniteDifferencesEvidence;
}

const DEFAULT_RUNS = 100;
const DEFAULT_SIZE = 8;
/** Draws outside the domain, for each one inside. */
const SKIPS = 20;
/** Fewer instances than this (or than asked for) support nothing. */
const FEWEST = 20;
/** Simpler instances that are tried once one has been found on which both sides differ. */
const SHRINKS = 2000;
/** Below this observed order, a remainder does not fall as a derivative's. */
const LEAST_ORDER = 1.5;

/** Instances of a statement: every size from 1 to maxSize, structure kept; shrinks shapes first, then entries. */
export const instances = (
  statement: Statement,
  options: Pick<SampleOptions, 'maxSize'> = {},
): Arbitrary<Drawn> => new Instances(statement, options.maxSize ?? DEFAULT_SIZE);

/** Judges a statement by floating-point samples; `seed` is a 32-bit integer. */
export const sample = (
  statement: Statement,
  seed: number,
  options: SampleOptions = {},
): Sampled | Different<number> | Abstained => {
  const needs = needsOf(statement);
  if (needs.refusal) return abstained(needs.refusal);
  const runs = options.runs ?? DEFAULT_RUNS;
  const seen = new Seen(statement);
  const trial = property(instances(statement, options), drawn => {
    const compared = seen.look(drawn);
    pre(compared !== null);
    return compared?.outcome !== 'differ';
  });
  try {
    const result = check(trial, {
      seed,
      numRuns: runs,
      maxSkipsPerRun: SKIPS,
      examples: (options.examples ?? []).map(e => [fromInstance(e)]),
    });
    if (result.counterexample) return confirmed(statement, result.counterexample[0]);
  } catch (e) {
    if (e instanceof Undefined) return abstained(e.reason);
    throw e;
  }
  if (seen.unclear) return abstained(seen.unclear);
  if (seen.count < Math.min(runs, FEWEST) || !seen.largest)
    return abstained(`only ${seen.count} of ${runs} instances could be evaluated: ${seen.undefined}`);
  const samples = { instances: seen.count, worst: seen.worst, largestShape: shapeText(seen.largest) };
  if (!needs.differences) return { outcome: 'agree', samples };
  const remainder = taylor(statement, pointOf(statement, seen.largest), seed);
  if (remainder?.order != null && remainder.order < LEAST_ORDER)
    return abstained(`Taylor's remainder falls as the step to the power ${remainder.order}`);
  const { steps, remainders, order } = remainder ?? { steps: [], remainders: [], order: null };
  return {
    outcome: 'agree',
    samples,
    finiteDifferences: { instances: seen.count, steps, remainders, order, worst: seen.worst },
  };
};

/** What the trials showed so far. */
class Seen {
  count = 0;
  worst = 0;
  largest: Drawn | null = null;
  unclear: string | null = null;
  undefined = 'none was drawn inside the domain';
  #shrinks = 0;
  #differs = false;
  readonly #statement: Statement;
  constructor(statement: Statement) {
    this.#statement = statement;
  }

  /** Null outside the domain, and when enough simpler instances have been tried. */
  look(drawn: Drawn): Comparison | null {
    if (this.#differs && this.#shrinks++ > SHRINKS) return null;
    try {
      const compared = compare(this.#statement, pointOf(this.#statement, drawn));
      this.count++;
      this.worst = Math.max(this.worst, compared.ratio);
      if (!this.largest || volume(drawn) > volume(this.largest)) this.largest = drawn;
      if (compared.outcome === 'differ') this.#differs = true;
      if (compared.outcome === 'unclear')
        this.unclear = `both sides differ by ${compared.ratio.toPrecision(2)} of their error bound, too little to be sure`;
      return compared;
    } catch (e) {
      if (!(e instanceof Undefined)) throw e;
      this.undefined = e.reason;
      return null;
    }
  }
}

/** A difference stands when other steps of the finite differences show it too. */
const confirmed = (statement: Statement, drawn: Drawn): Different<number> | Abstained => {
  const { lhs, rhs, outcome } = compare(statement, pointOf(statement, drawn));
  const second = compare(statement, pointOf(statement, drawn, 0.7));
  if (outcome !== 'differ' || second.outcome !== 'differ')
    return abstained('a difference was found, but not confirmed with other steps');
  return { outcome: 'different', instance: toInstance(drawn), lhs: toEntries(lhs), rhs: toEntries(rhs) };
};

export interface Replayed {
  readonly lhs: Entries<number>;
  readonly rhs: Entries<number>;
  /** How far apart equal sides may come out. */
  readonly bound: Entries<number>;
  readonly differ: boolean;
}
/** Both sides on one instance. @throws RangeError when the instance lacks a symbol or lies outside the domain */
export const replay = (statement: Statement, instance: Instance<number>): Replayed => {
  try {
    const { lhs, rhs, bound, outcome } = compare(statement, pointOf(statement, fromInstance(instance)));
    const errors: Entries<number> = { rows: lhs.rows, cols: lhs.cols, data: Array.from(bound) };
    return { lhs: toEntries(lhs), rhs: toEntries(rhs), bound: errors, differ: outcome === 'differ' };
  } catch (e) {
    if (e instanceof Undefined) throw new RangeError(`the instance cannot be evaluated: ${e.reason}`);
    throw e;
  }
};

const abstained = (reason: string): Abstained => ({ outcome: 'abstained', reason });
const volume = (d: Drawn): number => [...d.dimensions.values()].reduce((v, n) => v * n, 1);
const shapeText = (d: Drawn): string =>
  [...d.dimensions].map(([name, n]) => `${name}=${n}`).join(', ') || 'the only shape';
