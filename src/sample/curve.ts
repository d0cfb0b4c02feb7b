// What a plot shows of a statement's samples: errors in units of their bound, and the error of finite differences against the step.
//   a right derivative's central differences err as h², extrapolated (Richardson 1911) as h⁴, until rounding takes over as 1/h

import { sample as draw } from 'fast-check';
import type { Statement } from '../expression/judgement.ts';
import { Instances } from './arbitrary.ts';
import { plus, scaled, Undefined } from './bounded.ts';
import { Layout } from './layout.ts';
import type { Bounded } from './memory.ts';
import { needsOf } from './needs.ts';
import { moved, type Point, pointOf } from './point.ts';
import { type Subject, subjectOf } from './taylor.ts';
import { Trials } from './trials.ts';

export interface CurvePoint {
  readonly step: number;
  readonly error: number;
  /** What rounding alone can make of it. */
  readonly noise: number;
}
export interface Curve {
  readonly central: readonly CurvePoint[];
  readonly extrapolated: readonly CurvePoint[];
}

const STEPS = Array.from({ length: 40 }, (_, i) => 2 ** -(i + 1));
const SIZE = 4;
const CANDIDATES = 12;

/** Worst error of each of so many instances, in units of its bound; instances outside the domain are left out. */
export const errorRatios = (statement: Statement, seed: number, count: number): number[] => {
  const needs = needsOf(statement);
  if (needs.refusal) return [];
  const trials = new Trials(statement, needs);
  return guarded(() =>
    draw(new Instances(statement, 2 * SIZE), { seed, numRuns: count }).flatMap(
      drawn => trials.look(drawn)?.ratio ?? [],
    ),
  );
};

/** The largest of a few small instances; null unless one side is a derivative or a differential. */
export const differenceCurve = (statement: Statement, seed: number): Curve | null => {
  const layout = new Layout(statement);
  const subject = subjectOf(statement, layout);
  if (!subject || needsOf(statement).refusal) return null;
  const entries = (of: ReadonlyMap<string, number>): number => [...of.values()].reduce((a, b) => a * b, 1);
  const drawn = guarded(() => draw(new Instances(statement, SIZE), { seed, numRuns: CANDIDATES })).sort(
    (a, b) => entries(b.dimensions) - entries(a.dimensions),
  );
  for (const instance of drawn) {
    const [curve] = guarded(() => {
      return [curveAt(subject, pointOf(layout, instance))];
    });
    if (curve?.central.length) return curve;
  }
  return null;
};
const guarded = <T>(of: () => T[]): T[] => {
  try {
    return of();
  } catch (e) {
    if (e instanceof Undefined) return [];
    throw e;
  }
};

const curveAt = (subject: Subject, at: Point): Curve => {
  const { memory: m } = at;
  const along = subject.along(at);
  const claimed = subject.claimed(at);
  const central: CurvePoint[] = [];
  const extrapolated: CurvePoint[] = [];
  let before: Bounded | null = null;
  for (const step of STEPS) {
    const slope = scaled(
      m,
      1 / (2 * step),
      plus(m, subject.of(moved(at, along, step)), -1, subject.of(moved(at, along, -step))),
    );
    const point = (value: Bounded): CurvePoint => {
      const rest = plus(m, value, -1, claimed);
      return { step, error: m.largest(rest), noise: m.largestBound(rest) };
    };
    central.push(point(slope));
    // (4 D(h/2) − D(h))/3
    if (before) extrapolated.push(point(plus(m, scaled(m, 4 / 3, slope), -1 / 3, before)));
    before = slope;
  }
  return { central, extrapolated };
};
