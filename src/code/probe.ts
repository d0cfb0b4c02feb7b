// The function under test around one instance: its value, and its derivative by finite differences along every direction.

import type { Drawn, Grid } from '../sample/index.ts';
import { type Columns, largest } from './compare.ts';
import { NumbersError, taken } from './numbers.ts';
import { type Line, noiseOf, slopeOf } from './slope.ts';
import { argumentsOf, columnMajor, directionsOf, messageOf, type Size, type Task } from './task.ts';

export interface Probe {
  /** Of the function's value. */
  readonly size: Size;
  readonly directions: readonly Grid[];
  /** First steps are multiplied by the stride: a second opinion takes others. A text says why there are none. */
  readonly differences: (stride: number) => Columns | string;
}

/** An error of the differences above this part of the derivative, or of the function's size over the reach, tells nothing. */
const DULL = 1e-3;

/** A sentence fragment where the instance is of no use. @throws NumbersError when the function gives no numbers, or not the same twice */
export const probe = (task: Task, drawn: Drawn): Probe | string => {
  const { f, kind, subject } = task;
  const x = drawn.values.get(subject.variable.name)!;
  let why = 'it is not defined there';
  const at = (value: Grid): Grid | null => {
    let result: unknown;
    try {
      result = f(...argumentsOf(task, drawn, value));
    } catch (error) {
      why = `it throws: ${messageOf(error)}`;
      return null;
    }
    const grid = taken(result, 'the function');
    return grid.data.every(Number.isFinite) ? grid : null;
  };
  const here = at(x);
  if (!here) return why;
  if (!at(x)?.data.every((y, i) => y === here.data[i]))
    throw new NumbersError(
      'the function gives different values for the same input: it depends on chance or on earlier calls',
    );
  const { rows, cols } = here;
  if (kind === 'gradient' && rows * cols !== 1)
    throw new NumbersError(
      `the function is ${rows}×${cols}, and a gradient is that of a scalar function: use expectJacobian`,
    );
  const directions = directionsOf(subject.variable, x);
  if (directions.length === 0) return `${subject.variable.name} cannot move there`;

  const along =
    (v: Grid): Line =>
    t => {
      const there = at({ ...x, data: x.data.map((y, i) => y + t * v.data[i]!) });
      if (there && (there.rows !== rows || there.cols !== cols))
        throw new NumbersError(
          `the function is ${rows}×${cols} at one value and ${there.rows}×${there.cols} at another one`,
        );
      return there && columnMajor(there);
    };
  const reach = reachOf(x);
  const noise = noiseOf(along(mixed(directions, x)), reach);
  const differences = (stride: number): Columns | string => {
    const columns: Float64Array[] = [];
    const errors: number[] = [];
    for (const v of directions) {
      const slope = slopeOf(along(v), reach * stride, noise);
      if (typeof slope === 'string') return slope;
      columns.push(slope.value);
      errors.push(slope.error);
    }
    const scale = Math.max(largest(columns), largest([here.data]) / reach);
    return Math.max(...errors) > DULL * scale ? 'its differences are too noisy to tell' : { columns, errors };
  };
  return { size: { rows, cols }, directions, differences };
};

/** A power of two near the size of the value. */
const reachOf = ({ data }: Grid): number => 2 ** Math.round(Math.log2(Math.max(2 ** -3, largest([data]))));

/** One direction with a part of each: along it the noise of the function is measured. */
const mixed = (directions: readonly Grid[], x: Grid): Grid => ({
  ...x,
  data: x.data.map((_, i) => directions.reduce((sum, v, k) => sum + v.data[i]! / (1 + (k % 3)), 0)),
});
