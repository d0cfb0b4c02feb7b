// What goes between the rooms: a statement to be judged, an instance of it, and what each judge may answer.
// Judges never import one another; they share only these types.

import type { Rational } from '../number/rational.ts';
import type { Expression } from './expression.ts';
import type { Sym } from './symbol.ts';

/** lhs = rhs, both of the same shape, fully elaborated: definitions are substituted, layout is fixed. */
export interface Statement {
  readonly lhs: Expression;
  readonly rhs: Expression;
  /** Every symbol that occurs, each once. */
  readonly symbols: readonly Sym[];
  /** Every dimension name that occurs in a shape, each once. */
  readonly dimensions: readonly string[];
}

/** Row-major entries; an exact judge gives rationals, the sampling judge numbers. */
export interface Entries<N = Rational | number> {
  readonly rows: number;
  readonly cols: number;
  readonly data: readonly N[];
}

/** Concrete sizes and values for everything that a statement leaves open. All keys are names. */
export interface Instance<N = Rational | number> {
  readonly dimensions: ReadonlyMap<string, number>;
  readonly values: ReadonlyMap<string, Entries<N>>;
  /** dX for each symbol that varies in a `differential`. */
  readonly directions: ReadonlyMap<string, Entries<N>>;
  /** Values (from 1) of free indices. */
  readonly indices: ReadonlyMap<string, number>;
}

/** Not decided, and why: a sentence fragment such as "the operator inverse is not a network". */
export interface Abstained {
  readonly outcome: 'abstained';
  readonly reason: string;
}

/** Both sides differ on this instance. */
export interface Different<N = Rational | number> {
  readonly outcome: 'different';
  readonly instance: Instance<N>;
  readonly lhs: Entries<N>;
  readonly rhs: Entries<N>;
}
