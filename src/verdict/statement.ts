// One statement, three judges: their answers become evidence and one finding, or a contradiction, which is a bug of ours.
//   a proof is checked against exact trials and samples; exact equality against samples; an exact counterexample settles
//   strongest first: proved, verified, supported; a difference found by any judge refutes, unless another one contradicts it

import { type Convention, conventionsOf, conventionTexts } from '../expression/convention.ts';
import type { Different, Statement } from '../expression/judgement.ts';
import { stream } from '../number/random.ts';
import type { Rational } from '../number/rational.ts';
import { prove } from '../prove/index.ts';
import { refute, replay as replayExactly } from '../refute/index.ts';
import { verify } from '../verify/index.ts';
import { conclude } from './conclude.ts';
import { domainOf, structureOf } from './conditions.ts';
import { fromDifferent, toInstance, toSample } from './counterexample.ts';
import { type Counterexample, type Evidence, holds, VERDICTS, type VerdictName } from './verdict.ts';

export const DEFAULT_RUNS = 100;
/** Beside a proof the other judges are a guard against our own errors: fewer instances, and one exact trial at each shape. */
const GUARD_RUNS = 25;
const GUARD_LOG2_ERROR = -20;
/** Sizes up to which a counterexample to different networks is looked for. */
const LARGEST = 8;

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
  /** True for no reason: both sides are one expression, or no instance was found that has values. */
  readonly vacuous: 'same' | 'empty' | null;
  /** What derivatives by a variable with structure were taken to mean. */
  readonly convention: Convention | null;
  /** The findings in the other conventions in which the statement holds. */
  readonly otherwise: readonly Finding[];
  /** What the judges said, when they contradict each other. */
  readonly contradiction: readonly string[] | null;
}

/** Judges one statement, in every convention that it may be meant in; `id` names its random streams. */
export const judgeStatement = async (
  statement: Statement,
  id: string,
  options: JudgeOptions,
): Promise<Finding> => {
  const findings: Finding[] = [];
  for (const convention of conventionsOf(statement))
    findings.push(await judgeIn(convention, statement, id, options));
  const [first] = findings;
  if (!first) return judgeIn(null, statement, id, options);
  const contradicted = findings.find(f => f.contradiction);
  if (contradicted) return contradicted;
  const [best, ...otherwise] = findings
    .filter(f => holds(f.name))
    .sort((a, b) => VERDICTS.indexOf(a.name) - VERDICTS.indexOf(b.name));
  if (best) return { ...best, otherwise };
  const exactly =
    (options.stored && again(statement, options.stored)) ??
    refute(statement, stream(options.seed, `${id}/refute`));
  const name = exactly || findings.every(f => f.name === 'refuted') ? 'refuted' : 'unreadable';
  const counterexample = exactly ? { counterexample: fromDifferent(exactly, true) } : {};
  const given = [
    ...domainOf(statement, false),
    ...structureOf(statement),
    ...conventionTexts(statement, null),
  ];
  return { ...first, name, given, convention: null, ...counterexample };
};

/** In one convention, without looking for a counterexample to it; or in none, where none is asked for. */
const judgeIn = async (
  convention: Convention | null,
  statement: Statement,
  id: string,
  options: JudgeOptions,
): Promise<Finding> => {
  const { sample } = await import('../sample/index.ts');
  const abstained: string[] = [];
  const evidence: { -readonly [K in keyof Evidence]: Evidence[K] } = { abstained };
  const says: string[] = [];

  const known = (!convention && options.stored && again(statement, options.stored)) || null;

  const started = performance.now();
  const proof = prove(statement, convention ? { constrained: convention } : {});
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
  const meant = convention ? conventionTexts(statement, convention) : [];
  const given = [...new Set([...domainOf(statement, proof.outcome === 'proved'), ...assumed, ...meant])];
  const about = { given, convention, otherwise: [] };

  const guard = proof.outcome === 'proved';
  const exact = verify(statement, stream(options.seed, `${id}/verify`), {
    constrained: convention,
    ...(guard && { log2Error: GUARD_LOG2_ERROR }),
  });
  if (exact.outcome === 'equal') {
    evidence.trials = { count: exact.count, shapes: exact.shapes, primes: exact.primes };
    evidence.log2ErrorProbability = exact.log2ErrorProbability;
    says.push(`verify: equal in ${exact.count} exact trials`);
  } else if (exact.outcome === 'abstained') abstained.push(`verify: ${exact.reason}`);

  // Different networks differ at large enough sizes, whatever small ones say.
  const largest = proof.outcome === 'unequal' && proof.complete ? Math.min(proof.largest, LARGEST) : 0;
  const isSettled = proof.outcome === 'proved' || (exact.outcome === 'equal' && !largest);
  const exactly =
    known ??
    (isSettled || convention ? null : refute(statement, stream(options.seed, `${id}/refute`), { largest }));
  const isBeyond = exactly && exact.outcome === 'equal' && !exact.shapes.includes(sizesOf(exactly));
  if (isBeyond) {
    abstained.push(`verify: equal at ${exact.shapes.join('; ')} only`);
    delete evidence.trials;
    delete evidence.log2ErrorProbability;
  }
  const verified = isBeyond ? 'abstained' : exact.outcome;
  const answers = { prove: proof.outcome, verify: verified, refuted: exactly !== null } as const;
  if (exactly) says.push('refute: an exact counterexample');
  if (exact.outcome === 'different') says.push('verify: different in an exact trial');
  if (exactly || (exact.outcome === 'different' && proof.outcome === 'proved')) {
    const { name, contradiction } = conclude({ ...answers, sample: 'not asked' });
    const counterexample = exactly ? { counterexample: fromDifferent(exactly, true) } : {};
    return {
      name,
      evidence,
      ...about,
      vacuous: null,
      ...counterexample,
      contradiction: contradiction ? says : null,
    };
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

  const none = [exact, sampled].filter(a => a.outcome === 'abstained' && a.empty).length;
  const isEmpty = none > 0 && exact.outcome === 'abstained' && sampled.outcome === 'abstained';
  const isSame = proof.outcome === 'proved' && proof.vacuous;
  const vacuous = isEmpty ? 'empty' : isSame ? 'same' : null;
  const { name, contradiction } = conclude({ ...answers, sample: sampled.outcome });
  const counterexample =
    sampled.outcome === 'different' ? { counterexample: fromDifferent(sampled, false) } : {};
  return { name, evidence, ...about, vacuous, ...counterexample, contradiction: contradiction ? says : null };
};

/** "k=2, n=3", as the exact judge lists its shapes. */
const sizesOf = ({ instance: { dimensions } }: Different<Rational>): string =>
  [...dimensions].map(([name, size]) => `${name}=${size}`).join(', ');

/** A stored counterexample that still refutes, exactly. */
const again = (statement: Statement, stored: Counterexample): Different<Rational> | null => {
  const instance = stored.exact ? toInstance(statement, stored) : null;
  if (!instance) return null;
  const { lhs, rhs, differ } = replayExactly(statement, instance);
  return differ ? { outcome: 'different', instance, lhs, rhs } : null;
};
