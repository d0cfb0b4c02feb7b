// Somebody's derivative at one instance: what their code says, what the formula says, and what the differences of the function say.

import { type Drawn, type Grid, replay } from '../sample/index.ts';
import { type Columns, type Comparison, compare } from './compare.ts';
import { NumbersError, taken } from './numbers.ts';
import { probe } from './probe.ts';
import { argumentsOf, columnsOf, expectedSize, messageOf, type Size, type Task } from './task.ts';

/** The sides that are held against each other. */
export type Side = 'differences' | 'code' | 'formula';
export interface Disagreement {
  readonly between: readonly [Side, Side];
  readonly comparison: Comparison;
}
export interface Sides {
  /** Of the derivative, and of the function's value. */
  readonly shape: Size;
  readonly size: Size;
  readonly differences: Columns;
  readonly code: Columns | null;
  readonly formula: Columns | null;
}
export type Look =
  /** The instance is of no use: outside the domain, at a kink, too noisy. */
  | { readonly outcome: 'skipped'; readonly why: string }
  | { readonly outcome: 'unclear'; readonly why: string }
  /** The worst gap in units of its allowance. */
  | { readonly outcome: 'agree'; readonly ratio: number }
  /** Code or formula give nothing that can be compared. */
  | { readonly outcome: 'broken'; readonly why: string; readonly thrown: boolean }
  | { readonly outcome: 'differ'; readonly disagreements: readonly Disagreement[]; readonly sides: Sides };

/** A second opinion takes other steps. */
const OTHER_STEPS = 0.7;

/** What an instance shows. @throws NumbersError when the function itself gives no numbers, or not the same twice */
export const look = (task: Task, drawn: Drawn): Look => {
  const probed = probe(task, drawn);
  if (typeof probed === 'string') return { outcome: 'skipped', why: probed };
  const { size, directions } = probed;
  // The differences come first: where the function has no derivative, its code may do anything.
  const differences = probed.differences(1);
  if (typeof differences === 'string') return { outcome: 'skipped', why: differences };
  const shape = expectedSize(task, drawn.values.get(task.subject.variable.name)!, size);
  const code = task.derivative && codeAt(task, task.derivative, drawn, shape);
  if (code && 'why' in code) return { outcome: 'broken', ...code };
  const formula = task.subject.formula === null ? null : formulaAt(task, drawn);
  if (typeof formula === 'string') return { outcome: 'skipped', why: formula };
  if (formula && (formula.value.rows !== shape.rows || formula.value.cols !== shape.cols))
    return {
      outcome: 'broken',
      thrown: false,
      why: `the formula is ${formula.value.rows}×${formula.value.cols}, and must be ${shape.rows}×${shape.cols}`,
    };
  const sides: Sides = {
    shape,
    size,
    differences,
    code: code && columnsOf(code, task, directions),
    formula: formula && columnsOf(formula.value, task, directions, formula.error),
  };

  const pairs = compared(sides);
  const apart = pairs.filter(p => p.comparison.outcome === 'differ');
  if (apart.length === 0) {
    const ratio = Math.max(0, ...pairs.map(p => p.comparison.ratio));
    if (pairs.every(p => p.comparison.outcome === 'agree')) return { outcome: 'agree', ratio };
    return {
      outcome: 'unclear',
      why: `a gap of ${ratio.toPrecision(2)} times its allowance is too little to be sure`,
    };
  }
  const again = probed.differences(OTHER_STEPS);
  if (typeof again === 'string') return { outcome: 'skipped', why: again };
  const still = compared({ ...sides, differences: again });
  const disagreements = apart.filter(p =>
    still.some(q => q.between.join() === p.between.join() && q.comparison.outcome === 'differ'),
  );
  return disagreements.length
    ? { outcome: 'differ', disagreements, sides }
    : { outcome: 'unclear', why: 'other steps of the differences say otherwise' };
};

const compared = ({ differences, code, formula }: Sides): Disagreement[] => {
  const pairs: Disagreement[] = [];
  if (code) pairs.push({ between: ['differences', 'code'], comparison: compare(differences, code) });
  if (formula) pairs.push({ between: ['differences', 'formula'], comparison: compare(differences, formula) });
  if (code && formula) pairs.push({ between: ['formula', 'code'], comparison: compare(formula, code) });
  return pairs;
};

/** What the derivative's code returns, or what is wrong with it. */
const codeAt = (
  task: Task,
  derivative: NonNullable<Task['derivative']>,
  drawn: Drawn,
  shape: Size,
): Grid | { readonly why: string; readonly thrown: boolean } => {
  const x = drawn.values.get(task.subject.variable.name)!;
  let result: unknown;
  try {
    result = derivative(...argumentsOf(task, drawn, x));
  } catch (error) {
    const why = `the ${task.kind} throws where the function has a derivative: ${messageOf(error)}`;
    return { why, thrown: true };
  }
  try {
    return taken(result, `the ${task.kind}`, shape);
  } catch (error) {
    if (error instanceof NumbersError) return { why: error.message, thrown: false };
    throw error;
  }
};

/** The formula's value with a bound of its rounding, or why it has none. */
const formulaAt = (
  { subject }: Task,
  drawn: Drawn,
): { readonly value: Grid; readonly error: number } | string => {
  const values = new Map([...drawn.values].map(([name, g]) => [name, { ...g, data: Array.from(g.data) }]));
  const { dimensions, indices } = drawn;
  try {
    const { lhs, bound } = replay(subject.statement, { dimensions, values, directions: new Map(), indices });
    return { value: { ...lhs, data: Float64Array.from(lhs.data) }, error: Math.max(0, ...bound.data) };
  } catch (error) {
    if (error instanceof RangeError) return `the formula has no value there: ${error.message}`;
    throw error;
  }
};
