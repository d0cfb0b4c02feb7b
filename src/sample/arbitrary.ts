// The arbitrary of instances: one object a case, typed arrays inside, and a shrinker that knows shapes and structure.

import { Arbitrary, type Random, Stream, sample, Value } from 'fast-check';
import type { Statement } from '../expression/judgement.ts';
import { Undefined } from './bounded.ts';
import { Draw, fits, type Parameters, shaped } from './draw.ts';
import { Layout } from './layout.ts';
import { type Needs, needsOf } from './needs.ts';
import type { Drawn } from './point.ts';
import { Seeded } from './seeded.ts';
import { simpler } from './simpler.ts';
import { keep } from './structure.ts';

/** Draws that may fail to have the wanted structure before a value is given up. */
const TRIES = 200;

/** Draws instances of a statement: sizes from 1 to maxSize, structure kept. The generator decides everything, so a seed repeats them. */
export class Instances extends Arbitrary<Drawn> {
  readonly #needs: Needs;
  readonly #statement: Statement;
  readonly #draw: Draw;
  readonly #maxSize: number;
  /** Points in this layout are made without a detour. */
  constructor(
    statement: Statement,
    maxSize: number,
    needs = needsOf(statement),
    layout = new Layout(statement),
  ) {
    super();
    this.#statement = statement;
    this.#needs = needs;
    this.#maxSize = maxSize;
    this.#draw = new Draw(statement, needs, maxSize, layout);
  }

  /** @throws Undefined when no draw has the structures that the statement gives its symbols */
  override generate(random: Random, biasFactor: number | undefined): Value<Drawn> {
    const small = biasFactor !== undefined && random.nextInt(1, biasFactor) === 1;
    for (let i = 0; i < TRIES; i++) {
      const most = small && i < TRIES / 2 ? Math.min(2, this.#maxSize) : this.#maxSize;
      const parameters = new Seeded(this.#draw, random.nextInt(), most);
      const drawn = this.#draw.linear ? parameters : shaped(this.#statement, parameters);
      if (drawn) return new Value(drawn, parameters);
    }
    throw new Undefined(`no draw has every structure of ${this.#structured()}`);
  }
  #structured(): string {
    const all = this.#statement.symbols.filter(s => s.structure.length);
    return all.map(s => `${s.name} (${s.structure.join(', ')})`).join(', ');
  }

  /** An instance shrinks without its parameters when it has every structure as it is. */
  override canShrinkWithoutContext(value: unknown): value is Drawn {
    if (!isDrawn(value) || !fits(this.#statement, this.#needs, value)) return false;
    const again = shaped(this.#statement, value, keep);
    return again !== null && same(again, value);
  }

  /** First the parameters become simpler, then what they stand for. */
  override shrink(value: Drawn, context: unknown): Stream<Value<Drawn>> {
    const ofParameters = isDrawn(context)
      ? new Stream(this.#simplerParameters(context))
      : Stream.nil<Value<Drawn>>();
    const isOwn = isDrawn(context) && this.#draw.linear;
    return isOwn || !this.canShrinkWithoutContext(value)
      ? ofParameters
      : ofParameters.join(this.#simpler(value));
  }
  *#simplerParameters(from: Parameters): Generator<Value<Drawn>, void> {
    for (const parameters of simpler(this.#statement, this.#needs, from)) {
      const drawn = shaped(this.#statement, parameters);
      if (drawn) yield new Value(drawn, parameters);
    }
  }
  *#simpler(from: Drawn): Generator<Value<Drawn>, void> {
    for (const wanted of simpler(this.#statement, this.#needs, from)) {
      const drawn = shaped(this.#statement, wanted, keep);
      if (drawn && !same(drawn, from)) yield new Value(drawn, undefined);
    }
  }
}

const same = (a: Drawn, b: Drawn): boolean =>
  (['values', 'directions'] as const).every(part =>
    [...a[part]].every(([name, g]) => {
      const other = b[part].get(name)!.data;
      return g.data.length === other.length && g.data.every((x, i) => x === other[i]);
    }),
  );

/** Fast-check's generator of random numbers for a seed. */
export const randomOf = (seed: number): Random => sample(new Source(), { seed, numRuns: 1 })[0]!;
class Source extends Arbitrary<Random> {
  override generate(random: Random): Value<Random> {
    return new Value(random, undefined);
  }
  override canShrinkWithoutContext(_: unknown): _ is Random {
    return false;
  }
  override shrink(): Stream<Value<Random>> {
    return Stream.nil();
  }
}

const isDrawn = (x: unknown): x is Drawn =>
  typeof x === 'object' && x !== null && 'values' in x && x.values instanceof Map && 'dimensions' in x;
