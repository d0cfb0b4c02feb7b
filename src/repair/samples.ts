// What floating point can say of candidates where exp, log, a root or an eigenvalue stands in the way of exact judges.

import * as make from '../expression/build.ts';
import { differentiates, type Expression } from '../expression/expression.ts';
import { FUNCTIONS } from '../expression/functions.ts';
import type { Statement } from '../expression/judgement.ts';
import type { Random } from '../number/random.ts';
import { type SampleOptions, sample } from '../sample/index.ts';
import type { Candidate } from './candidates.ts';
import { keyOf } from './make.ts';
import { agree, type Point } from './points.ts';
import { somewhere } from './verdict.ts';
import type { View } from './view.ts';

/** Instances: to look at a candidate, and to offer it. */
const FIRST_LOOK = 3;
const INSTANCES = 50;
const LARGEST = 4;
/** "same" modulo primes, "agree" in floating point. */
export type Looked = 'same' | ReturnType<typeof sample>['outcome'];

/** The first that no judge could decide exactly, and that holds at random instances. */
export const supported = (
  candidates: readonly Candidate[],
  views: Readonly<Record<Candidate['which'], View>>,
  random: Random,
): Candidate | null => {
  const claim = views.right.written.statement();
  if (claim && !mayBeSampled(claim)) return null;
  for (const candidate of candidates) {
    const view = views[candidate.which];
    const [lhs, rhs] = view.sides(candidate);
    const statement = view.statement(candidate);
    if (!statement || !mayBeSampled(statement) || keyOf(lhs) === keyOf(rhs)) continue;
    const looked = look(statement, random, { runs: FIRST_LOOK, maxSize: LARGEST });
    if (looked === 'agree' && isSupported(statement, random)) return candidate;
  }
  return null;
};

/** Has eigenvalues or functions of matrices: nothing is known of it modulo a prime. */
export const hasNoResidues = (statement: Statement): boolean =>
  somewhere(statement, e => e.op === 'eigen' || e.op === 'matrixFunction');
/** What a few instances say: most false candidates differ where all sizes are 1, and one that has no value there has seldom any. */
export const firstLook = (statement: Statement, points: readonly Point[], random: Random): Looked => {
  if (somewhere(statement, e => e.op === 'eigen' && !isSymmetric(e.of, statement, points)))
    return 'different';
  const smallest = look(statement, random, { runs: 1, maxSize: 1 });
  if (smallest === 'different') return smallest;
  const wider = look(statement, random, { runs: FIRST_LOOK, maxSize: LARGEST });
  return wider === 'abstained' ? smallest : wider;
};
/** Of what is symmetric by chance, eigenvalues are known at few instances, and those are of a kind. */
const isSymmetric = (of: Expression, statement: Statement, points: readonly Point[]): boolean =>
  of.op === 'diag' || agree({ ...statement, lhs: of, rhs: make.transpose(of) }, points);
export const isSupported = (statement: Statement, random: Random): boolean =>
  look(statement, random, { runs: INSTANCES, maxSize: LARGEST }) === 'agree';

/** Some function in it has values that only floating point knows; finite differences of every candidate cost too much. */
const mayBeSampled = (statement: Statement): boolean =>
  somewhere(statement, isInexact) &&
  !hasNoResidues(statement) &&
  ![statement.lhs, statement.rhs].some(differentiates);
const isInexact = (e: Expression): boolean => e.op === 'elementwise' && FUNCTIONS.get(e.fn)?.exact === false;
const look = (statement: Statement, random: Random, options: SampleOptions): Looked =>
  sample(statement, random(), { ...options, shrinking: false }).outcome;
