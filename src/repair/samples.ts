// What floating point can say of candidates where exp, log or a root stands in the way of exact judges.

import { children, type Expression } from '../expression/expression.ts';
import { FUNCTIONS } from '../expression/functions.ts';
import type { Statement } from '../expression/judgement.ts';
import type { Random } from '../number/random.ts';
import { sample } from '../sample/index.ts';
import type { Candidate } from './candidates.ts';
import { keyOf } from './make.ts';
import type { View } from './view.ts';

/** Instances: to look at a candidate, and to offer it. */
const FIRST_LOOK = 3;
const INSTANCES = 50;
const LARGEST = 4;

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
    if (agrees(statement, random, FIRST_LOOK) && agrees(statement, random, INSTANCES)) return candidate;
  }
  return null;
};
/** Some function in it has values that only floating point knows; finite differences of every candidate cost too much. */
const mayBeSampled = ({ lhs, rhs }: Statement): boolean =>
  ![lhs, rhs].every(exact) && ![lhs, rhs].some(differentiates);
const exact = (e: Expression): boolean =>
  e.op !== 'matrixFunction' &&
  (e.op !== 'elementwise' || FUNCTIONS.get(e.fn)?.exact !== false) &&
  children(e).every(exact);
const differentiates = (e: Expression): boolean =>
  e.op === 'derivative' || e.op === 'differential' || children(e).some(differentiates);
const agrees = (statement: Statement, random: Random, runs: number): boolean =>
  sample(statement, random(), { runs, maxSize: LARGEST, shrinking: false }).outcome === 'agree';
