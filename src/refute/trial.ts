// One try: a recipe becomes an instance and both sides are evaluated in exact rational arithmetic. Work is counted, not timed, so that
// the same stream gives the same counterexample on every machine.

import { costOf, instanceOf, type Needs, type Recipe, Singular, type Sizes } from '../evaluate/index.ts';
import type { Different, Instance, Statement } from '../expression/judgement.ts';
import type { Rational } from '../number/rational.ts';
import { RATIONALS } from '../number/rational-field.ts';
import { sidesAt } from './sides.ts';

export type State = Recipe<Rational>;
export interface Found {
  readonly state: State;
  readonly different: Different<Rational>;
}

export class Bench {
  readonly statement: Statement;
  readonly needs: Needs;
  /** Multiplications that may still be spent. */
  #left: number;
  readonly #costs = new Map<string, number>();

  /** Whether only pseudoinverses of matrices of full rank count. */
  readonly fullRank: boolean;

  constructor(statement: Statement, needs: Needs, budget: number, fullRank: boolean) {
    this.statement = statement;
    this.needs = needs;
    this.#left = budget;
    this.fullRank = fullRank;
  }

  /** One evaluation of both sides. */
  #costAt(sizes: Sizes): number {
    const key = [...sizes.values()].join();
    const cost =
      this.#costs.get(key) ??
      OVERHEAD + costOf(this.statement.lhs, sizes) + costOf(this.statement.rhs, sizes);
    this.#costs.set(key, cost);
    return cost;
  }

  /** An evaluation at these sizes is within the budget. */
  affords(sizes: Sizes): boolean {
    return this.#costAt(sizes) <= this.#left;
  }

  /** The state with what both sides are there, if they are defined and differ and the budget allows to look. */
  try(state: State): Found | null {
    if (!this.affords(state.sizes)) return null;
    this.#left -= this.#costAt(state.sizes);
    const instance = instanceOf(this.needs, RATIONALS, state);
    const different = instance && differenceAt(this.statement, instance, this.fullRank);
    return different ? { state, different } : null;
  }
}
/** Of an evaluation, beside its multiplications. */
const OVERHEAD = 100;

/** Null where both sides are equal, in one convention for derivatives at least, or one of them is undefined. @throws NotEvaluable */
export const differenceAt = (
  statement: Statement,
  instance: Instance<Rational>,
  fullRank: boolean,
): Different<Rational> | null => {
  try {
    const { lhs, rhs, differ } = sidesAt(statement, instance, fullRank);
    return differ ? { outcome: 'different', instance, lhs, rhs } : null;
  } catch (error) {
    if (error instanceof Singular) return null;
    throw error;
  }
};
