// Random points modulo a prime, drawn once for all changes of one claim: what differs there is false, at the price of the changed
// part of an evaluation.
//   "different" and "same" are about these points only: what is offered is judged afterwards
//   functions without exact values are known by their derivatives only (verify/formal.ts)

import {
  componentsOf,
  draw,
  type Evaluation,
  evaluation,
  instanceOf,
  type Matrix,
  NotEvaluable,
  needsOf,
  possible,
  Singular,
  type Sizes,
  sameMatrix,
} from '../evaluate/index.ts';
import * as make from '../expression/build.ts';
import { CONVENTIONS, type Convention, conventionsOf } from '../expression/convention.ts';
import { type Dimension, dimension, sizeOf } from '../expression/dimension.ts';
import type { Statement } from '../expression/judgement.ts';
import type { Sym } from '../expression/symbol.ts';
import { PrimeField, randomPrime } from '../number/prime.ts';
import { below, type Random } from '../number/random.ts';
import { formally } from '../verify/index.ts';

export type Answer = 'same' | 'different' | 'undefined' | 'unknown';

/** Sizes by turns, so that what differs in shape differs in size. */
const CYCLES = [
  [2, 3],
  [3, 2],
  [2, 2],
  [1, 2],
];

export class Point {
  readonly #field: PrimeField;
  readonly #random: Random;
  readonly #sizes = new Map<string, number>();
  readonly #values = new Map<string, Matrix<number>>();
  readonly #directions = new Map<string, Matrix<number>>();
  readonly #indices = new Map<string, number>();
  readonly #evaluations: ReadonlyMap<Convention, Evaluation<number, number>>;
  readonly #cycle: readonly number[];
  readonly #commuting: ReadonlySet<string>;

  /**
   * @param sizes those of the claim, so that all points order them alike
   * @param commuting names of letters X that move in directions dX which commute with X: polynomials in X
   */
  constructor(
    random: Random,
    turn: number,
    sizes: readonly Dimension[] = [],
    commuting: readonly string[] = [],
  ) {
    this.#random = random;
    this.#commuting = new Set(commuting);
    this.#field = new PrimeField(randomPrime(random));
    this.#cycle = CYCLES[turn % CYCLES.length]!;
    for (const [name] of sizes) if (typeof name === 'string') this.#size(name, 1);
    const instance = {
      dimensions: this.#sizes,
      values: this.#values,
      directions: this.#directions,
      indices: this.#indices,
    };
    const elementwise = formally(this.#field, random);
    this.#evaluations = new Map(
      CONVENTIONS.map(convention => [
        convention,
        evaluation(this.#field, instance, { elementwise, convention }),
      ]),
    );
  }

  /** Whether both sides of a statement are the same here, in some convention where a derivative asks for one. */
  compare(statement: Statement): Answer {
    try {
      if (!this.#provide(statement)) return 'unknown';
      const conventions = conventionsOf(statement);
      const same = (conventions.length ? conventions : CONVENTIONS.slice(0, 1)).some(convention => {
        const here = this.#evaluations.get(convention)!;
        return sameMatrix(this.#field, here.of(statement.lhs), here.of(statement.rhs));
      });
      return same ? 'same' : 'different';
    } catch (error) {
      if (error instanceof Singular) return 'undefined';
      if (error instanceof NotEvaluable) return 'unknown';
      throw error;
    }
  }

  /** c₀ I + c₁ X + c₂ X² */
  #polynomial(of: Sym): Matrix<number> {
    const x = make.symbol(of);
    const powers = [make.identity(of.shape.rows), x, make.product(x, x)];
    const terms = powers.map(p => make.scale(make.number(1 + below(this.#random, 2 ** 20)), p));
    return this.#evaluations.get('projected')!.of(make.sum(...terms));
  }

  #size(name: string, least: number): void {
    const next = this.#cycle[this.#sizes.size % this.#cycle.length]!;
    if (!this.#sizes.has(name)) this.#sizes.set(name, Math.max(least, next));
  }

  /** Draws what the statement needs and was not needed before; false where there is no such instance. */
  #provide(statement: Statement): boolean {
    const needs = needsOf(statement);
    for (const name of needs.dimensions) this.#size(name, needs.least.get(name) ?? 1);
    const missing = needs.symbols.some(s => !this.#values.has(s.name));
    const still = needs.moving.some(s => !this.#directions.has(s.name));
    if (missing || still || [...needs.free.keys()].some(name => !this.#indices.has(name))) {
      const sizes: Sizes = this.#sizes;
      if (!possible(needs, sizes)) return false;
      const [component] = componentsOf({ ...needs, free: new Map() }, sizes);
      const recipe = draw(needs, sizes, component!, () => this.#field.random(this.#random));
      const drawn = instanceOf(needs, this.#field, recipe);
      if (!drawn) return false;
      for (const [name, value] of drawn.values)
        if (!this.#values.has(name)) this.#values.set(name, value as Matrix<number>);
      for (const s of needs.moving)
        if (!this.#directions.has(s.name))
          this.#directions.set(
            s.name,
            this.#commuting.has(s.name)
              ? this.#polynomial(s)
              : (drawn.directions.get(s.name) as Matrix<number>),
          );
      for (const [name, dim] of needs.free)
        if (!this.#indices.has(name))
          this.#indices.set(name, 1 + below(this.#random, sizeOf(dimension(dim), sizes)));
    }
    return true;
  }
}

/** What all points say together: different at any of them is different, and a side may have no value at some sizes. */
export const answerAt = (statement: Statement, points: readonly Point[]): Answer => {
  let found: Answer = 'unknown';
  for (const point of points) {
    const answer = point.compare(statement);
    if (answer === 'different') return answer;
    if (found !== 'same') found = answer;
  }
  return found;
};
export const agree = (statement: Statement, points: readonly Point[]): boolean =>
  answerAt(statement, points) === 'same';
