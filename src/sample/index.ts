// The sampling judge: both sides of a statement at random floating-point instances, derivatives by finite differences.
//   agree      ⇒ every instance tried agreed within a derived bound of its errors
//   different  ⇒ a shrunk instance on which both sides are apart by far more than that bound, checked again with other steps
//   abstained: anything else, with the reason
// The seed decides everything: the same seed draws the same instances on every machine.

import { type Arbitrary, Value } from 'fast-check';
import type {
  Abstained,
  Different,
  Entries,
  FiniteDifferencesEvidence,
  Instance,
  SamplesEvidence,
  Statement,
} from '../expression/judgement.ts';
import { Instances, randomOf } from './arbitrary.ts';
import { Undefined } from './bounded.ts';
import { Comparing, SAFETY } from './compare.ts';
import { fits } from './draw.ts';
import { Layout } from './layout.ts';
import { type Needs, needsOf } from './needs.ts';
import { type Drawn, fromInstance, pointOf, readRegister, toInstance } from './point.ts';
import { subjectOf, taylor } from './taylor.ts';
import { Trials } from './trials.ts';

export { type Curve, type CurvePoint, differenceCurve, errorRatios } from './curve.ts';
export type { Grid } from './memory.ts';
export type { Drawn } from './point.ts';
export { tangent } from './structure.ts';

export interface SampleOptions {
  /** Instances to try: 100 unless said. */
  readonly runs?: number | undefined;
  /** Largest size of a dimension: 8 unless said. */
  readonly maxSize?: number | undefined;
  /** Counterexamples of earlier runs, tried first; those of other shapes are ignored. */
  readonly examples?: readonly Instance<number>[] | undefined;
  /** Whether an instance on which the sides differ is made simpler; so it is if not said. */
  readonly shrinking?: boolean | undefined;
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
  const maxSize = options.maxSize ?? DEFAULT_SIZE;
  const layout = new Layout(statement);
  const trials = new Trials(statement, needs, layout);
  const arbitrary = new Instances(statement, maxSize, needs, layout);
  const examples = (options.examples ?? []).map(fromInstance).filter(e => fits(statement, needs, e));
  try {
    const found = search(arbitrary, trials, examples, seed, runs);
    const shown =
      found && (options.shrinking === false ? found.value : least(arbitrary, trials, needs, found));
    if (shown) return different(statement, needs, shown);
  } catch (e) {
    if (e instanceof Undefined) return abstained(e.reason);
    throw e;
  }
  if (trials.unclear) return abstained(trials.unclear);
  if (2 * trials.imprecise > trials.count)
    return abstained(
      `${trials.imprecise} of ${trials.imprecise + trials.count} instances: ${trials.refused}`,
    );
  const empty = trials.wide === 0 && trials.imprecise === 0;
  if (trials.count < Math.min(runs, FEWEST) || !trials.largest)
    return {
      ...abstained(`only ${trials.count} of ${runs} instances could be evaluated: ${trials.refused}`),
      empty,
    };
  if (trials.wide === 0 && maxSize > 1)
    return {
      ...abstained(`only instances with a size of 1 could be evaluated: ${trials.refused}`),
      empty,
    };
  const samples = { instances: trials.count, worst: trials.worst, largestShape: shapeText(trials.largest) };
  if (!needs.differences) return { outcome: 'agree', samples };
  const subject = subjectOf(statement, layout);
  const remainder = subject && taylor(subject, pointOf(layout, trials.largest));
  const { steps, remainders, order } = remainder ?? { steps: [], remainders: [], order: null };
  if (order !== null && order < LEAST_ORDER)
    return abstained(`Taylor's remainder falls as the step to the power ${order}`);
  const finiteDifferences = { instances: trials.count, steps, remainders, order, worst: trials.worst };
  return { outcome: 'agree', samples, finiteDifferences };
};

/** The first instance on which both sides differ, of the examples and of `runs` draws inside the domain. */
const search = (
  arbitrary: Arbitrary<Drawn>,
  trials: Trials,
  examples: readonly Drawn[],
  seed: number,
  runs: number,
): Value<Drawn> | null => {
  for (const example of examples) {
    const value = new Value(example, undefined);
    if (trials.look(value.value)?.outcome === 'differ') return value;
  }
  const random = randomOf(seed);
  // Of so many draws one is small, ever fewer, as fast-check has it: 2 + ⌊log₁₀(run + 1)⌋.
  let frequency = 2;
  for (let draws = 0; trials.count < runs && draws < (SKIPS + 1) * runs; draws++) {
    if (trials.count + 1 >= 10 ** (frequency - 1)) frequency++;
    const value = arbitrary.generate(random, frequency);
    if (trials.look(value.value)?.outcome === 'differ') return value;
  }
  return null;
};
/** Shrunk along the direction of a derivative, which is quick, and then entry by entry: a direction may not see a difference. */
const least = (arbitrary: Arbitrary<Drawn>, trials: Trials, needs: Needs, found: Value<Drawn>): Drawn => {
  const { dimensions, values, indices, directions } = shrunk(arbitrary, trials, found);
  const moving = new Map([...directions].filter(([name]) => needs.moving.has(name)));
  const bare = { dimensions, values, indices, directions: moving };
  return needs.probed ? shrunk(arbitrary, trials, new Value(bare, undefined)) : { ...bare, directions };
};
/** Ever simpler instances, as long as both sides differ. */
const shrunk = (arbitrary: Arbitrary<Drawn>, trials: Trials, found: Value<Drawn>): Drawn => {
  for (const simpler of arbitrary.shrink(found.value, found.context))
    if (trials.look(simpler.value)?.outcome === 'differ') return shrunk(arbitrary, trials, simpler);
  return found.value;
};

const different = (statement: Statement, needs: Needs, drawn: Drawn): Different<number> => {
  const layout = new Layout(statement);
  const compare = new Comparing(statement, layout);
  const at = pointOf(layout, drawn);
  const { lhs, rhs } = compare.at(at);
  const [left, right] = [lhs, rhs].map(side => at.memory.entries(readRegister(at.memory, side)));
  const instance = toInstance(drawn, name => needs.moving.has(name));
  return { outcome: 'different', instance, lhs: left!, rhs: right! };
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
    const layout = new Layout(statement);
    const compare = new Comparing(statement, layout);
    const at = pointOf(layout, fromInstance(instance));
    const { memory: m } = at;
    const compared = compare.at(at);
    const lhs = readRegister(m, compared.lhs);
    const rhs = readRegister(m, compared.rhs);
    const left = m.bounds(lhs);
    const right = m.bounds(rhs);
    const bound = { ...left, data: left.data.map((x, k) => SAFETY * (x + right.data[k]!)) };
    return { lhs: m.entries(lhs), rhs: m.entries(rhs), bound, differ: compared.outcome === 'differ' };
  } catch (e) {
    if (e instanceof Undefined) throw new RangeError(`the instance cannot be evaluated: ${e.reason}`);
    throw e;
  }
};

const abstained = (reason: string): Abstained => ({ outcome: 'abstained', reason });
const shapeText = (d: Drawn): string =>
  [...d.dimensions].map(([name, n]) => `${name}=${n}`).join(', ') || 'the only shape';
