// What is said of code under test: which of function, code and formula disagree, at which instance, by how much, and what it looks like.

import { isColumn, isScalar } from '../expression/dimension.ts';
import { beside, draw } from '../report/matrix.ts';
import { count, measured } from '../report/words.ts';
import type { Drawn, Grid } from '../sample/index.ts';
import type { Outcome } from './check.ts';
import { type Columns, compare } from './compare.ts';
import type { Disagreement, Look, Side, Sides } from './derivative.ts';
import { sizesText, type Task } from './task.ts';

const WIDTH = 100;

/** One line for a check that passed: what it rests on. */
export const agreementText = (task: Task, o: Outcome & { outcome: 'agree' }): string => {
  const sides = [
    task.derivative && `the ${task.kind}`,
    task.subject.formula !== null && 'the formula',
  ].filter(Boolean);
  const largest = o.largest && ` up to ${o.largest.replaceAll(' ', '')}`;
  return `≈ supported; ${sides.join(' and ')} against finite differences of the function on ${count(o.instances, 'instance')}${largest}, worst error ${measured(o.worst)} of its allowance`;
};

/** For a derivative that has no value where the function has one. */
const DOMAIN =
  "if it is meant for some values only, declare which: { X: 'invertible n×n' }, 'positive n', 'nonzero n'";

/** A failure in full. */
export const failureLines = (
  task: Task,
  drawn: Drawn,
  seen: Look & { outcome: 'differ' | 'broken' },
): string[] => {
  const sizes = sizesText(task, drawn);
  const instance = [
    `at the smallest instance found${sizes && `, ${sizes}`}:`,
    ...indented(
      beside(
        task.subject.arguments.map(s => draw(s.name, texts(drawn.values.get(s.name)!))),
        WIDTH - 2,
      ),
    ),
  ];
  const again = `to see it again: ${task.derivative ? task.kind : 'f'}(${callText(task, drawn)})`;
  if (seen.outcome === 'broken')
    return [`✗ ${seen.why}`, ...(seen.thrown ? [DOMAIN] : []), ...instance, again];
  const { sides, disagreements } = seen;
  const [first] = disagreements;
  const shown = (['differences', 'code', 'formula'] as const).flatMap(side => {
    const matrix = assembled(task, drawn, sides, side);
    return matrix ? [draw(nameOf(task, side), texts(matrix))] : [];
  });
  return [
    `✗ ${verdictOf(task, disagreements)}`,
    ...(task.subject.formula === null ? [] : [`formula: ${task.subject.formula}`]),
    ...instance,
    '',
    ...indented(beside(shown, WIDTH - 2)),
    worstLine(task, drawn, sides, first!),
    ...hints(task, drawn, sides, first!),
    again,
  ];
};

const nameOf = (task: Task, side: Side): string => (side === 'code' ? task.kind : side);
const longName = (task: Task, side: Side): string =>
  side === 'code'
    ? `the ${task.kind}`
    : side === 'formula'
      ? 'the formula'
      : 'the differences of the function';

/** Which of the three is alone. */
const verdictOf = (task: Task, disagreements: readonly Disagreement[]): string => {
  const apart = (a: Side, b: Side): boolean =>
    disagreements.some(d => d.between.includes(a) && d.between.includes(b));
  const code = apart('differences', 'code');
  const formula = apart('differences', 'formula');
  const { kind } = task;
  if (task.subject.formula === null) return `the ${kind} is not the derivative of the function`;
  if (task.derivative === null) return 'the formula is not the derivative of the function';
  if (code && formula)
    return apart('formula', 'code')
      ? `neither the ${kind} nor the formula is the derivative of the function, and they differ`
      : `the ${kind} does what the formula says, and the formula is not the derivative of the function`;
  if (code)
    return `the ${kind} is not the derivative of the function; the formula is: the code is wrong, not the derivation`;
  if (formula)
    return `the formula is not the derivative of the function; the ${kind} is: the derivation is wrong, not the code`;
  return `the ${kind} and the formula differ, each within the error of the differences`;
};

const sideOf = (sides: Sides, side: Side): Columns | null => sides[side];

/** A derivative as it is laid out; null where a structured variable moves in fewer directions than it has entries. */
const assembled = (task: Task, drawn: Drawn, sides: Sides, side: Side): Grid | null => {
  const of = sideOf(sides, side);
  const x = drawn.values.get(task.subject.variable.name)!;
  if (!of || task.subject.variable.structure.length) return of && along(of);
  const { rows, cols } = sides.shape;
  const data = new Float64Array(rows * cols);
  for (const [j, column] of of.columns.entries())
    for (const [i, value] of column.entries()) {
      const at =
        task.kind === 'gradient'
          ? (j % x.rows) * x.cols + Math.floor(j / x.rows)
          : task.layout === 'denominator'
            ? j * cols + i
            : i * cols + j;
      data[at] = value;
    }
  return { rows, cols, data };
};
/** A column for each direction. */
const along = ({ columns }: Columns): Grid => {
  const [rows, cols] = [columns[0]?.length ?? 0, columns.length];
  return {
    rows,
    cols,
    data: Float64Array.from({ length: rows * cols }, (_, k) => columns[k % cols]![Math.floor(k / cols)]!),
  };
};

const worstLine = (task: Task, drawn: Drawn, sides: Sides, { between, comparison }: Disagreement): string => {
  const { direction, entry } = comparison.worst;
  const said = between.map(side => {
    const of = sideOf(sides, side)!;
    const error = side === 'differences' ? ` (± ${measured(of.errors[direction]!)})` : '';
    return `${short(of.columns[direction]![entry]!)}${error} by ${longName(task, side)}`;
  });
  const { variable } = task.subject;
  const of =
    sides.size.rows * sides.size.cols === 1
      ? 'f'
      : `f${index(entry % sides.size.rows, Math.floor(entry / sides.size.rows), sides.size)}`;
  const x = drawn.values.get(variable.name)!;
  if (variable.structure.length)
    return `largest difference: d${of} in direction ${direction + 1} of ${variable.name} is ${said.join(', ')}`;
  const by =
    variable.name + (x.data.length === 1 ? '' : index(direction % x.rows, Math.floor(direction / x.rows), x));
  return `largest difference: ∂${of}/∂${by} is ${said.join(', ')}`;
};
const index = (row: number, col: number, { cols }: { readonly cols: number }): string =>
  cols === 1 ? `[${row + 1}]` : `[${row + 1}, ${col + 1}]`;

/** The slips that are seen most: a factor, a transpose, rows stacked in the place of columns. */
const hints = (
  task: Task,
  drawn: Drawn,
  sides: Sides,
  { between: [right, wrong] }: Disagreement,
): string[] => {
  const [r, w] = [sideOf(sides, right)!, sideOf(sides, wrong)!];
  const who = longName(task, wrong);
  if (!w.columns.every(c => c.every(Number.isFinite))) return [DOMAIN];
  const agrees = (columns: readonly Float64Array[]): boolean =>
    compare(r, { columns, errors: w.errors }).outcome === 'agree';
  let [top, bottom] = [0, 0];
  for (const [j, column] of w.columns.entries())
    for (const [i, y] of column.entries()) {
      top += y * r.columns[j]![i]!;
      bottom += y * y;
    }
  const factor = Number((top / bottom).toPrecision(6));
  if (
    Number.isFinite(factor) &&
    factor !== 0 &&
    factor !== 1 &&
    agrees(w.columns.map(c => c.map(y => y * factor)))
  )
    return [factor === -1 ? `${who} has the wrong sign` : `${who} times ${factor} is right here`];
  if (task.subject.variable.structure.length) return [];
  const m = w.columns[0]?.length ?? 0;
  const n = w.columns.length;
  const x = drawn.values.get(task.subject.variable.name)!;
  const matrix = (i: number, j: number): number => w.columns[j]![i]!;
  if (
    task.kind === 'jacobian' &&
    m === n &&
    n > 1 &&
    agrees(w.columns.map((_, j) => Float64Array.from({ length: m }, (_, i) => matrix(j, i))))
  )
    return [
      `${who} is right in ${task.layout === 'denominator' ? 'numerator' : 'denominator'} layout: transpose it`,
    ];
  const rowMajor = (k: number, { rows, cols }: { rows: number; cols: number }): number =>
    (k % rows) * cols + Math.floor(k / rows);
  const stacked = w.columns.map((_, j) =>
    Float64Array.from({ length: m }, (_, i) => matrix(rowMajor(i, sides.size), rowMajor(j, x))),
  );
  if (task.kind === 'jacobian' && agrees(stacked))
    return [`${who} is right if matrices are stacked row by row; vec stacks columns`];
  if (
    task.kind === 'gradient' &&
    x.rows === x.cols &&
    x.rows > 1 &&
    agrees(w.columns.map((_, j) => w.columns[rowMajor(j, x)]!))
  )
    return [`${who} is right if it is transposed`];
  return [];
};

const short = (x: number): string => String(Number(x.toPrecision(8)));
const texts = ({ rows, cols, data }: Grid) => ({ rows, cols, data: Array.from(data, short) });
const indented = (lines: readonly string[]): string[] => lines.map(line => (line ? `  ${line}` : line));

/** The arguments as JavaScript. */
export const callText = (task: Task, drawn: Drawn): string =>
  task.subject.arguments
    .map(s => {
      const { rows, cols, data } = drawn.values.get(s.name)!;
      if (isScalar(s.shape)) return String(data[0]);
      if (isColumn(s.shape)) return JSON.stringify(Array.from(data));
      return JSON.stringify(
        Array.from({ length: rows }, (_, i) => Array.from(data.subarray(i * cols, (i + 1) * cols))),
      );
    })
    .join(', ');
