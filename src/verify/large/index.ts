// Verifying at one size of one's choice, however large: equal at random points, different, or abstained with the reason.
//   both sides are multiplied by one random vector (Freivalds 1979), a derivative is taken along one random direction
//   equal: a claim that is false at this size would have passed with probability at most 2^log2ErrorProbability
//   operators are applied factor by factor: a side costs what evaluating it once on a vector costs

import { type Needs, NotEvaluable, needsOf, Singular, type Sizes } from '../../evaluate/index.ts';
import type { Expression } from '../../expression/expression.ts';
import type { Abstained, Statement } from '../../expression/judgement.ts';
import { LEAST_PRIME, randomPrime } from '../../number/prime.ts';
import type { Random } from '../../number/random.ts';
import { log2ErrorOf } from '../degree.ts';
import { Draw, sizesOf } from './draw.ts';
import { type Point, Walk } from './evaluate.ts';
import { Modular, type Residues } from './residues.ts';

export interface VerifiedAt {
  readonly outcome: 'equal';
  readonly points: number;
  readonly primes: readonly string[];
  readonly log2ErrorProbability: number;
}
export interface DifferentAt {
  readonly outcome: 'different';
}
type Derivative = Extract<Expression, { op: 'derivative' }>;

const POINTS = 2;
const MOST_DRAWS = 4;

/**
 * Both sides at the given sizes (every dimension name of the statement has one).
 * Abstains for functions without exact values, for structures that no linear pattern has, and for derivatives by a variable with structure.
 */
export const verifyAt = (
  statement: Statement,
  sizes: Sizes,
  random: Random,
  points = POINTS,
): VerifiedAt | DifferentAt | Abstained => {
  try {
    const primes: string[] = [];
    const needs = needsOf(statement);
    for (let point = 0; point < points; point++) {
      const p = randomPrime(random);
      primes.push(String(p));
      const same = tryPoint(statement, needs, sizes, random, new Modular(p));
      if (same === null) return abstained('both sides are undefined at every point tried');
      if (!same) return { outcome: 'different' };
    }
    const degree = log2ErrorOf(statement, sizes);
    // The vector or direction adds one to the degree.
    const each = Math.log2(2 ** degree + 1 / LEAST_PRIME);
    return { outcome: 'equal', points, primes, log2ErrorProbability: each * points };
  } catch (error) {
    if (error instanceof NotEvaluable) return abstained(error.message);
    throw error;
  }
};
const abstained = (reason: string): Abstained => ({ outcome: 'abstained', reason });

/** Whether both sides agree at one point; null where none was found at which both have a value. */
const tryPoint = (
  statement: Statement,
  needs: Needs,
  sizes: Sizes,
  random: Random,
  m: Modular,
): boolean | null => {
  for (let attempt = 0; attempt < MOST_DRAWS; attempt++) {
    try {
      return agree(statement, needs, sizes, new Draw(random, m.p), m);
    } catch (error) {
      if (!(error instanceof Singular)) throw error;
    }
  }
  return null;
};

const agree = (
  { lhs, rhs, symbols }: Statement,
  { moving, free }: Needs,
  sizes: Sizes,
  draw: Draw,
  m: Modular,
): boolean => {
  if (free.size) throw new NotEvaluable('claims with a free index are tried at small sizes only');
  const values = new Map(symbols.map(s => [s.name, draw.symbol(s, sizes)]));
  const derivative = [lhs, rhs].find((e): e is Derivative => e.op === 'derivative');
  const directions = new Map<string, Residues>();
  for (const s of derivative ? [derivative.by] : moving) {
    if (derivative && s.structure.some(x => x !== 'invertible'))
      throw new NotEvaluable(`${s.name} has a structure, and its derivative is tried at small sizes only`);
    const { diagonal, of } = draw.symbol(s, sizes);
    directions.set(s.name, diagonal ? m.diag(of) : of);
  }
  const at: Point = { sizes, values, directions };
  const walk = new Walk(m, at, derivative !== undefined);
  const side = derivative
    ? along(walk, derivative, directions.get(derivative.by.name)!, m)
    : times(walk, draw, lhs, sizes);
  return m.same(side(lhs), side(rhs));
};

/** A side times one random vector. */
const times = (
  walk: Walk,
  draw: Draw,
  { shape }: Expression,
  sizes: Sizes,
): ((e: Expression) => Residues) => {
  const [, cols] = sizesOf(shape, sizes);
  const vector = draw.matrix(cols, 1);
  return e => walk.apply(e, vector);
};
/** What a side says of the derivative along a direction V: J vec V, or the inner product of a gradient with V. */
const along = (
  walk: Walk,
  { by, layout }: Derivative,
  direction: Residues,
  m: Modular,
): ((e: Expression) => Residues) => {
  return e => {
    if (e.op === 'derivative') {
      if (e.by.name !== by.name || e.layout !== layout) throw new NotEvaluable('two kinds of derivatives');
      const moved = walk.tangent(e.of);
      const flat = moved ?? m.times(m.filled(1, 1, 0), walk.value(e.of));
      return layout === 'gradient' ? flat : m.vec(flat);
    }
    if (layout === 'gradient') return m.filled(1, 1, m.sum(m.times(walk.value(e), direction)));
    return walk.apply(e, m.vec(direction), layout === 'denominator');
  };
};
