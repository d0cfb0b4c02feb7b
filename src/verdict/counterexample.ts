// Counterexamples between the judges' instances and the stored form, whose entries are texts.

import type { Different, Entries, Instance, Statement } from '../expression/judgement.ts';
import { fromText, type Rational, toText } from '../number/rational.ts';
import type { Counterexample } from './verdict.ts';

const text = (n: Rational | number): string => (typeof n === 'number' ? String(n) : toText(n));
const texts = (e: Entries): Entries<string> => ({
  rows: e.rows,
  cols: e.cols,
  data: Array.from(e.data, text),
});
const named = (m: ReadonlyMap<string, Entries>): Counterexample['values'] =>
  [...m].map(([name, entries]) => ({ name, entries: texts(entries) }));

export const fromDifferent = (d: Different, exact: boolean): Counterexample => ({
  dimensions: Object.fromEntries(d.instance.dimensions),
  values: named(d.instance.values),
  directions: named(d.instance.directions),
  indices: Object.fromEntries(d.instance.indices),
  lhs: texts(d.lhs),
  rhs: texts(d.rhs),
  exact,
});

/** The instance with its entries read by `number`, or null when it does not belong to the statement. */
const instanceOf = <N extends Rational | number>(
  statement: Statement,
  c: Counterexample,
  number: (text: string) => N,
): Instance<N> | null => {
  const read = (all: Counterexample['values']): Map<string, Entries<N>> =>
    new Map(all.map(v => [v.name, { ...v.entries, data: v.entries.data.map(number) }]));
  try {
    const instance: Instance<N> = {
      dimensions: new Map(Object.entries(c.dimensions)),
      values: read(c.values),
      directions: read(c.directions),
      indices: new Map(Object.entries(c.indices)),
    };
    const complete =
      statement.symbols.every(s => instance.values.has(s.name)) &&
      statement.dimensions.every(d => instance.dimensions.has(d));
    return complete ? instance : null;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return null;
    throw error;
  }
};

/** The exact instance, or null when it does not belong to the statement: a symbol is missing or entries are no rationals. */
export const toInstance = (statement: Statement, c: Counterexample): Instance<Rational> | null =>
  instanceOf(statement, c, fromText);
/** The floating-point instance, or null when a symbol is missing or entries are no numbers. */
export const toSample = (statement: Statement, c: Counterexample): Instance<number> | null =>
  instanceOf(statement, c, text => {
    const number = Number(text);
    if (text.trim() === '' || !Number.isFinite(number)) throw new SyntaxError(`not a number: ${text}`);
    return number;
  });
