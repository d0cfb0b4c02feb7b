// A counterexample, looked at again: does it belong to the statement, and do both sides differ on it?

import {
  conforms,
  extent,
  isTangent,
  type Needs,
  NotEvaluable,
  needsOf,
  Singular,
} from '../evaluate/index.ts';
import { dimension, sizeOf } from '../expression/dimension.ts';
import type { Entries, Instance, Statement } from '../expression/judgement.ts';
import type { Rational } from '../number/rational.ts';
import { RATIONALS } from '../number/rational-field.ts';
import { sidesAt } from './sides.ts';

export interface Replayed {
  /** 0×0 where there is a refusal. */
  readonly lhs: Entries<Rational>;
  readonly rhs: Entries<Rational>;
  readonly differ: boolean;
  /** Why the instance shows nothing about the statement, as a sentence fragment. */
  readonly refusal: string | null;
}

/**
 * Evaluates both sides in exact rational arithmetic. An instance that does not belong to the statement (a wrong size, a structure that
 * its value lacks, a direction that leaves it, a side without a value) shows nothing: `differ` is false and `refusal` says why.
 */
export const replay = (statement: Statement, instance: Instance<Rational>): Replayed => {
  const nothing: Entries<Rational> = { rows: 0, cols: 0, data: [] };
  const refused = (refusal: string): Replayed => ({ lhs: nothing, rhs: nothing, differ: false, refusal });
  try {
    const refusal = misplaced(needsOf(statement), instance);
    if (refusal) return refused(refusal);
    return { ...sidesAt(statement, instance, false), refusal: null };
  } catch (error) {
    if (error instanceof NotEvaluable || error instanceof Singular) return refused(error.message);
    throw error;
  }
};

const misplaced = (needs: Needs, instance: Instance<Rational>): string | null => {
  const { dimensions, values, directions, indices } = instance;
  const isSize = (n: number | undefined): boolean => n !== undefined && Number.isSafeInteger(n) && n >= 1;
  for (const name of needs.dimensions)
    if (!isSize(dimensions.get(name))) return `the dimension ${name} has no size`;
  for (const s of needs.symbols) {
    const value = values.get(s.name);
    if (!value || !isWhole(value, extent(s, dimensions))) return `${s.name} has no value of its shape`;
    if (!conforms(RATIONALS, s, value)) return `${s.name} is not ${s.structure.join(', ')}`;
  }
  for (const s of needs.moving) {
    const direction = directions.get(s.name);
    if (!direction || !isWhole(direction, extent(s, dimensions)))
      return `d${s.name} has no value of its shape`;
    if (!isTangent(RATIONALS, s, values.get(s.name)!, direction))
      return `d${s.name} leaves the structure of ${s.name}`;
  }
  for (const [name, dim] of needs.free) {
    const index = indices.get(name);
    if (!isSize(index) || index! > sizeOf(dimension(dim), dimensions))
      return `the index ${name} is out of range`;
  }
  return null;
};
const isWhole = ({ rows, cols, data }: Entries, [height, width]: [number, number]): boolean =>
  rows === height && cols === width && data.length === rows * cols;
