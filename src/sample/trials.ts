// Trials: instances one after the other, what they showed, and when a difference counts.
//   a difference counts when it is clear, entry by entry, and shows again with other steps of the finite differences

import type { Statement } from '../expression/judgement.ts';
import { Undefined } from './bounded.ts';
import { Comparing, type Comparison } from './compare.ts';
import { Layout } from './layout.ts';
import type { Needs } from './needs.ts';
import { type Drawn, directionAt, type Point, pointOf } from './point.ts';
import { alongDirection } from './side.ts';

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
  /** Instances without a size of 1, at which many false claims hold. */
  wide = 0;
  /** Why it could not be told whether an instance differs, if there was one. */
  unclear: string | null = null;
  /** Why the last instance without an outcome had none; one without a size of 1 tells more. */
  refused = 'none was drawn inside the domain';
  /** Instances in the domain that floating point could not decide: where they prevail, the others are no fair sample. */
  imprecise = 0;
  #refusedWide = false;
  #volume = 0;
  #shrinks = 0;
  #differs = false;
  readonly #statement: Statement;
  readonly #needs: Needs;
  readonly #layout: Layout;
  /** Along the direction of a derivative, and entry by entry. */
  readonly #along: Comparing | null;
  #whole: Comparing | null;
  constructor(statement: Statement, needs: Needs, layout = new Layout(statement)) {
    this.#statement = statement;
    this.#needs = needs;
    this.#layout = layout;
    this.#along = needs.probed && new Comparing(alongDirection(needs.probed), layout);
    this.#whole = needs.probed ? null : new Comparing(statement, layout);
  }

  /** Null outside the domain, and when enough simpler instances have been tried. */
  look(drawn: Drawn): Outcome | null {
    if (this.#differs && this.#shrinks++ > SHRINKS) return null;
    const at = pointOf(this.#layout, drawn);
    const { memory, sizes } = at;
    let isWide = true;
    let size = 1;
    for (let k = at.at; k < sizes; k++) {
      const n = memory.ints[k]!;
      isWide &&= n > 1;
      size *= n;
    }
    try {
      const compared = this.#compare(at, drawn);
      this.count++;
      this.worst = Math.max(this.worst, compared.ratio);
      if (isWide) this.wide++;
      if (size > this.#volume) {
        this.largest = drawn;
        this.#volume = size;
      }
      if (compared.outcome === 'differ') this.#differs = true;
      if (compared.outcome === 'unclear')
        this.unclear = `both sides differ by ${compared.ratio.toPrecision(2)} times their error bound, too little to be sure`;
      return compared;
    } catch (e) {
      if (!(e instanceof Undefined)) throw e;
      if (isWide || !this.#refusedWide) this.refused = e.reason;
      this.#refusedWide ||= isWide;
      if (e.kind === 'precision') this.imprecise++;
      return null;
    }
  }

  /** A derivative along its direction; where that shows a difference, entry by entry, and again with other steps. */
  #compare(at: Point, drawn: Drawn): Outcome {
    const { probed, differences } = this.#needs;
    if (this.#along && probed && directionAt(at, this.#layout.slot(probed.node.by.name))) {
      const compared = this.#along.at(at);
      if (compared.outcome !== 'differ') return compared;
    }
    this.#whole ??= new Comparing(this.#statement, this.#layout);
    const first = this.#whole.at(this.#along ? pointOf(this.#layout, drawn) : at);
    if (first.outcome !== 'differ' || !differences) return first;
    const { ratio, outcome } = this.#whole.at(pointOf(this.#layout, drawn, undefined, OTHER_STEPS));
    return outcome === 'differ' ? first : { ratio, outcome: 'unclear' };
  }
}
