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
  /** No instance that was tried has values, unless a size is 1: there may be nothing that the statement is about. */
  readonly empty?: boolean;
}

/** Both sides differ on this instance. */
export interface Different<N = Rational | number> {
  readonly outcome: 'different';
  readonly instance: Instance<N>;
  readonly lhs: Entries<N>;
  readonly rhs: Entries<N>;
}

export interface ProofEvidence {
  /** How many networks each side's normal form has. */
  readonly terms: number;
  /** Names of the licensed rewrites that were used, beyond the rewiring of indices. */
  readonly rewrites: readonly string[];
  readonly milliseconds: number;
}
export interface TrialsEvidence {
  readonly count: number;
  /** One text per shape tried: "k=2, n=3". */
  readonly shapes: readonly string[];
  readonly primes: readonly string[];
}
export interface FiniteDifferencesEvidence {
  readonly instances: number;
  /** Step sizes h of the shown instance, and the Taylor remainder at each. */
  readonly steps: readonly number[];
  readonly remainders: readonly number[];
  /** Observed order of convergence of the remainder above the noise floor: 2 for a right derivative, 1 for a wrong one. */
  readonly order: number | null;
  /** Worst error in units of its own bound (below 1 is agreement). */
  readonly worst: number;
}
export interface SamplesEvidence {
  readonly instances: number;
  /** Worst error in units of its own rounding bound. */
  readonly worst: number;
  readonly largestShape: string;
}
