// One statement, three judges: their answers become evidence and one finding, or a contradiction, which is a bug of ours.
//   a proof is checked against exact trials and samples; exact equality against samples; an exact counterexample settles
//   strongest first: proved, verified, supported; a difference found by any judge refutes, unless another one contradicts it

import type { Different, Statement } from '../expression/judgement.ts';
import { stream } from '../number/random.ts';
import type { Rational } from '../number/rational.ts';
import { prove } from '../prove/index.ts';
import { refute, replay as replayExactly } from '../refute/index.ts';
import { verify } from '../verify/index.ts';
import { conclude } from './conclude.ts';
import { domainOf, structureOf } from './conditions.ts';
import { fromDifferent, toInstance, toSample } from './counterexample.ts';
import type { Counterexample, Evidence, VerdictName } from './verdict.ts';

export const DEFAULT_RUNS = 100;
/** Beside a proof the other judges are a guard against our own errors: fewer instances, and one exact trial at each shape. */
const GUARD_RUNS = 25;
const GUARD_LOG2_ERROR = -20;

export interface JudgeOptions {
  /** The master seed, a text. */
  readonly seed: string;
  /** Floating-point instances per claim; by default 100, and 25 as a guard beside a proof. */
  readonly runs?: number | undefined;
  /** A counterexample of an earlier run, tried before anything random. */
  readonly stored?: Counterexample | undefined;
}

export interface Finding {
  readonly name: Exclude<VerdictName, 'misfit'>;
  readonly evidence: Evidence;
  readonly given: readonly string[];
  readonly counterexample?: Counterexample;
  readonly vacuous: boolean;
  /** What the judges said, when they contradict each other. */
  readonly contradiction: readonly string[] | null;
}

/** Judges one statement; `id` names its random streams. */
export const judgeStatement = async (
  statement: Statement,
  id: string,
  options: JudgeOptions,
): Promise<Finding> => {
  const { sample } = await import('../sample/index.ts');
  const abstained: string[] = [];
  const evidence: { -readonly [K in keyof Evidence]: Evidence[K] } = { abstained };
  const says: string[] = [];

  const known = options.stored && again(statement, options.stored);

  const started = performance.now();
  const proof = prove(statement);
  if (proof.outcome === 'proved') {
    evidence.proof = {
      terms: proof.terms,
      rewrites: proof.rewrites,
      milliseconds: performance.now() - started,
    };
    says.push('prove: both sides have one normal form');
  } else if (proof.outcome === 'abstained') abstained.push(`prove: ${proof.reason}`);
  else abstained.push('prove: the normal forms differ');

  // A proof says what it used; the other judges drew every instance with the declared structure.
  const assumed = proof.outcome === 'proved' ? proof.given : structureOf(statement);
  const given = [...new Set([...domainOf(statement), ...assumed])];

  const guard = proof.outcome === 'proved';
  const exact = verify(
    statement,
    stream(options.seed, `${id}/verify`),
    guard ? { log2Error: GUARD_LOG2_ERROR } : {},
  );
  if (exact.outcome === 'equal') {
    evidence.trials = { count: exact.count, shapes: exact.shapes, primes: exact.primes };
    evidence.log2ErrorProbability = exact.log2ErrorProbability;
    says.push(`verify: equal in ${exact.count} exact trials`);
  } else if (exact.outcome === 'abstained') abstained.push(`verify: ${exact.reason}`);

  const exactly =
    known ??
    (exact.outcome === 'equal' || proof.outcome === 'proved'
      ? null
      : refute(statement, stream(options.seed, `${id}/refute`)));
  const vacuous = proof.outcome === 'proved' && proof.vacuous;
  const answers = { prove: proof.outcome, verify: exact.outcome, refuted: exactly !== null } as const;
  if (exactly) says.push('refute: an exact counterexample');
  if (exact.outcome === 'different') says.push('verify: different in an exact trial');
  if (exactly || (exact.outcome === 'different' && proof.outcome === 'proved')) {
    const { name, contradiction } = conclude({ ...answers, sample: 'not asked' });
    const counterexample = exactly ? { counterexample: fromDifferent(exactly, true) } : {};
    return { name, evidence, given, vacuous, ...counterexample, contradiction: contradiction ? says : null };
  }

  const seed = stream(options.seed, `${id}/sample`)();
  const example = options.stored && !options.stored.exact ? toSample(statement, options.stored) : null;
  const sampled = sample(statement, seed, {
    runs: options.runs ?? (guard ? GUARD_RUNS : DEFAULT_RUNS),
    ...(example ? { examples: [example] } : {}),
  });
  if (sampled.outcome === 'agree') {
    evidence.samples = sampled.samples;
    if (sampled.finiteDifferences) evidence.finiteDifferences = sampled.finiteDifferences;
    says.push(`sample: ${sampled.samples.instances} instances agree`);
  } else if (sampled.outcome === 'abstained') abstained.push(`sample: ${sampled.reason}`);
  else says.push('sample: an instance on which both sides differ');

  const { name, contradiction } = conclude({ ...answers, sample: sampled.outcome });
  const counterexample =
    sampled.outcome === 'different' ? { counterexample: fromDifferent(sampled, false) } : {};
  return { name, evidence, given, vacuous, ...counterexample, contradiction: contradiction ? says : null };
};

/** A stored counterexample that still refutes, exactly. */
const again = (statement: Statement, stored: Counterexample): Different<Rational> | null => {
  const instance = stored.exact ? toInstance(statement, stored) : null;
  if (!instance) return null;
  const { lhs, rhs, differ } = replayExactly(statement, instance);
  return differ ? { outcome: 'different', instance, lhs, rhs } : null;
};
