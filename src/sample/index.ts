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
import { Undefined } from './bounded.ts';
import { type Comparison, compare, probe, SAFETY } from './compare.ts';
import { fits } from './draw.ts';
import { Memory } from './memory.ts';
import { type Needs, needsOf } from './needs.ts';
import { type Drawn, fromInstance, type Point, pointOf, toInstance } from './point.ts';
import { taylor } from './taylor.ts';

export type { Grid } from './memory.ts';
export type { Drawn } from './point.ts';

export interface SampleOptions {
  /** Instances to try: 100 unless said. */
  readonly runs?: number | undefined;
  /** Largest size of a dimension: 8 unless said. */
  readonly maxSize?: number | undefined;
  /** Counterexamples of earlier runs, tried first; those of other shapes are ignored. */
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
/** A second opinion takes its first step shorter by this. */
const OTHER_STEPS = 0.7;
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
  const seen = new Seen(statement, needs);
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
      examples: (options.examples ?? [])
        .map(fromInstance)
        .filter(example => fits(statement, needs, example))
        .map(example => [example]),
    });
    if (result.counterexample) return differentAt(statement, needs, result.counterexample[0]);
  } catch (e) {
    if (e instanceof Undefined) return abstained(e.reason);
    throw e;
  }
  if (seen.unclear) return abstained(seen.unclear);
  if (2 * seen.imprecise > seen.count)
    return abstained(`${seen.imprecise} of ${seen.imprecise + seen.count} instances: ${seen.undefined}`);
  if (seen.count < Math.min(runs, FEWEST) || !seen.largest)
    return abstained(`only ${seen.count} of ${runs} instances could be evaluated: ${seen.undefined}`);
  const samples = { instances: seen.count, worst: seen.worst, largestShape: shapeText(seen.largest) };
  if (!needs.differences) return { outcome: 'agree', samples };
  const remainder = taylor(statement, pointOf(statement, seen.largest));
  const { steps, remainders, order } = remainder ?? { steps: [], remainders: [], order: null };
  if (order !== null && order < LEAST_ORDER)
    return abstained(`Taylor's remainder falls as the step to the power ${order}`);
  const finiteDifferences = { instances: seen.count, steps, remainders, order, worst: seen.worst };
  return { outcome: 'agree', samples, finiteDifferences };
};

type Outcome = Pick<Comparison, 'ratio' | 'outcome'>;

/** What the trials showed so far. */
class Seen {
  count = 0;
  worst = 0;
  largest: Drawn | null = null;
  unclear: string | null = null;
  undefined = 'none was drawn inside the domain';
  /** Instances in the domain that floating point could not decide: where they prevail, the others are no fair sample. */
  imprecise = 0;
  #shrinks = 0;
  #differs = false;
  readonly #statement: Statement;
  readonly #needs: Needs;
  readonly #memory = new Memory();
  constructor(statement: Statement, needs: Needs) {
    this.#statement = statement;
    this.#needs = needs;
  }

  /** Null outside the domain, and when enough simpler instances have been tried. */
  look(drawn: Drawn): Outcome | null {
    if (this.#differs && this.#shrinks++ > SHRINKS) return null;
    try {
      const compared = this.#compare(drawn);
      this.count++;
      this.worst = Math.max(this.worst, compared.ratio);
      if (!this.largest || volume(drawn) > volume(this.largest)) this.largest = drawn;
      if (compared.outcome === 'differ') this.#differs = true;
      if (compared.outcome === 'unclear')
        this.unclear = `both sides differ by ${compared.ratio.toPrecision(2)} times their error bound, too little to be sure`;
      return compared;
    } catch (e) {
      if (!(e instanceof Undefined)) throw e;
      this.undefined = e.reason;
      if (e.kind === 'precision') this.imprecise++;
      return null;
    }
  }

  /** A derivative along its direction; where that shows a difference, entry by entry, and again with other steps. */
  #compare(drawn: Drawn): Outcome {
    const { probed } = this.#needs;
    const at = this.#point(drawn);
    if (probed && at.directions.has(probed.node.by.name)) {
      const compared = probe(probed, at);
      if (compared.outcome !== 'differ') return compared;
    }
    const first = compare(this.#statement, this.#point(drawn));
    if (first.outcome !== 'differ' || !this.#needs.differences) return first;
    const { ratio, outcome } = compare(this.#statement, this.#point(drawn, OTHER_STEPS));
    return outcome === 'differ' ? first : { ratio, outcome: 'unclear' };
  }
  #point(drawn: Drawn, stride = 1): Point {
    this.#memory.release(0);
    return pointOf(this.#statement, drawn, this.#memory, stride);
  }
}

const differentAt = (statement: Statement, needs: Needs, drawn: Drawn): Different<number> => {
  const at = pointOf(statement, drawn);
  const { lhs, rhs } = compare(statement, at);
  const instance = toInstance(drawn, name => needs.moving.has(name));
  return { outcome: 'different', instance, lhs: at.memory.entries(lhs), rhs: at.memory.entries(rhs) };
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
    const at = pointOf(statement, fromInstance(instance));
    const { lhs, rhs, outcome } = compare(statement, at);
    const { memory: m } = at;
    const errors = Array.from(
      { length: lhs.rows * lhs.cols },
      (_, i) => SAFETY * (m.bound[lhs.at + i]! + m.bound[rhs.at + i]!),
    );
    const bound = { rows: lhs.rows, cols: lhs.cols, data: errors };
    return { lhs: m.entries(lhs), rhs: m.entries(rhs), bound, differ: outcome === 'differ' };
  } catch (e) {
    if (e instanceof Undefined) throw new RangeError(`the instance cannot be evaluated: ${e.reason}`);
    throw e;
  }
};

const abstained = (reason: string): Abstained => ({ outcome: 'abstained', reason });
const volume = (d: Drawn): number => [...d.dimensions.values()].reduce((v, n) => v * n, 1);
const shapeText = (d: Drawn): string =>
  [...d.dimensions].map(([name, n]) => `${name}=${n}`).join(', ') || 'the only shape';
