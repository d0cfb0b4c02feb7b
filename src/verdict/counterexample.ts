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

/** The exact instance, or null when it does not belong to the statement: a symbol is missing or entries are no rationals. */
export const toInstance = (statement: Statement, c: Counterexample): Instance<Rational> | null => {
  const read = (all: Counterexample['values']): Map<string, Entries<Rational>> =>
    new Map(all.map(v => [v.name, { ...v.entries, data: v.entries.data.map(fromText) }]));
  try {
    const instance: Instance<Rational> = {
      dimensions: new Map(Object.entries(c.dimensions)),
      values: read(c.values),
      directions: read(c.directions),
      indices: new Map(Object.entries(c.indices)),
    };
    const complete =
      statement.symbols.every(s => instance.values.has(s.name)) &&
      statement.dimensions.every(d => instance.dimensions.has(d));
    return complete ? instance : null;
  } catch {
    return null;
  }
};
