// Trials: instances one after the other, what they showed, and when a difference counts.
//   a difference counts when it is clear, entry by entry, and shows again with other steps of the finite differences

import type { Statement } from '../expression/judgement.ts';
import { Undefined } from './bounded.ts';
import { type Comparison, compare, probe } from './compare.ts';
import { Memory } from './memory.ts';
import type { Needs } from './needs.ts';
import { type Drawn, type Point, pointOf } from './point.ts';

/** Simpler instances that are tried once one has been found on which both sides differ. */
const SHRINKS = 2000;
/** A second opinion takes its first step shorter by this. */
const OTHER_STEPS = 0.7;

type Outcome = Pick<Comparison, 'ratio' | 'outcome'>;

/** Tries one instance after the other, and remembers what came of it. */
export class Trials {
  count = 0;
  worst = 0;
  largest: Drawn | null = null;
  /** Why it could not be told whether an instance differs, if there was one. */
  unclear: string | null = null;
  /** Why the last instance without an outcome had none. */
  refused = 'none was drawn inside the domain';
  /** Instances in the domain that floating point could not decide: where they prevail, the others are no fair sample. */
  imprecise = 0;
  #shrinks = 0;
  #differs = false;
  readonly #statement: Statement;
  readonly #needs: Needs;
  readonly #memory = new Memory();
  constructor(statement: Statement, needs: Needs) {
    this.#statement = statement;
    this.#needs = needs;
  }

  /** Null outside the domain, and when enough simpler instances have been tried. */
  look(drawn: Drawn): Outcome | null {
    if (this.#differs && this.#shrinks++ > SHRINKS) return null;
    try {
      const compared = this.compare(drawn);
      this.count++;
      this.worst = Math.max(this.worst, compared.ratio);
      if (!this.largest || volume(drawn) > volume(this.largest)) this.largest = drawn;
      if (compared.outcome === 'differ') this.#differs = true;
      if (compared.outcome === 'unclear')
        this.unclear = `both sides differ by ${compared.ratio.toPrecision(2)} times their error bound, too little to be sure`;
      return compared;
    } catch (e) {
      if (!(e instanceof Undefined)) throw e;
      this.refused = e.reason;
      if (e.kind === 'precision') this.imprecise++;
      return null;
    }
  }

  /** A derivative along its direction; where that shows a difference, entry by entry, and again with other steps. */
  compare(drawn: Drawn): Outcome {
    const { probed } = this.#needs;
    const at = this.#point(drawn);
    if (probed && at.directions.has(probed.node.by.name)) {
      const compared = probe(probed, at);
      if (compared.outcome !== 'differ') return compared;
    }
    const first = compare(this.#statement, this.#point(drawn));
    if (first.outcome !== 'differ' || !this.#needs.differences) return first;
    const { ratio, outcome } = compare(this.#statement, this.#point(drawn, OTHER_STEPS));
    return outcome === 'differ' ? first : { ratio, outcome: 'unclear' };
  }
  #point(drawn: Drawn, stride = 1): Point {
    this.#memory.release(0);
    return pointOf(this.#statement, drawn, this.#memory, stride);
  }
}

const volume = (d: Drawn): number => [...d.dimensions.values()].reduce((v, n) => v * n, 1);
