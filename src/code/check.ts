// Code under test: a function, its derivative by somebody's code, and a formula, at random instances.
//   agree     ⇒ code, formula and finite differences of the function agreed at every instance that could be told
//   differ    ⇒ the smallest instance found on which they do not, checked with other steps
//   undecided: too few instances could be told, with the reason

import { pre, property, check as search } from 'fast-check';
import { stream } from '../number/random.ts';
import { type Drawn, instances } from '../sample/index.ts';
import { type Look, look } from './derivative.ts';
import { sizesText, type Task } from './task.ts';

export interface CheckOptions {
  readonly seed: string;
  /** Names the stream of random numbers. */
  readonly name: string;
  readonly runs: number;
  readonly maxSize: number;
  /** A failing instance of an earlier run, tried first. */
  readonly stored?: Drawn | null;
}
export type Outcome =
  | {
      readonly outcome: 'agree';
      readonly instances: number;
      readonly worst: number;
      readonly largest: string;
    }
  | {
      readonly outcome: 'differ';
      readonly drawn: Drawn;
      readonly look: Look & { outcome: 'differ' | 'broken' };
    }
  | { readonly outcome: 'undecided'; readonly why: string };

/** Draws that tell nothing, for each one that does. */
const SKIPS = 20;
/** Simpler instances that are tried once one has failed. */
const SHRINKS = 400;

/** @throws NumbersError when the function gives no numbers, or not the same twice */
export const check = (task: Task, { seed, name, runs, maxSize, stored }: CheckOptions): Outcome => {
  let [count, worst, volume, largest] = [0, 0, -1, ''];
  let [unclear, shrinks] = [0, 0];
  let why = 'no instance was drawn';
  let kind: string | null = null;
  const trial = property(instances(task.subject.statement, { maxSize }), drawn => {
    pre(kind === null || shrinks++ < SHRINKS);
    const seen = look(task, drawn);
    switch (seen.outcome) {
      case 'skipped':
      case 'unclear':
        why = seen.why;
        if (seen.outcome === 'unclear') unclear++;
        return pre(false) as never;
      case 'agree': {
        count++;
        worst = Math.max(worst, seen.ratio);
        const size = [...drawn.values.values()].reduce((sum, g) => sum + g.data.length, 0);
        if (size > volume) [volume, largest] = [size, sizesText(task, drawn)];
        return true;
      }
      case 'broken':
      case 'differ': {
        const found = kindOf(seen);
        kind ??= found;
        return found !== kind;
      }
      default: {
        const unknown: never = seen;
        throw new TypeError(`unknown outcome ${String(unknown)}`);
      }
    }
  });
  const result = search(trial, {
    seed: stream(seed, `${name}/code`)(),
    numRuns: runs,
    maxSkipsPerRun: SKIPS,
    ...(stored && { examples: [[stored] as [Drawn]] }),
  });
  const [drawn] = result.counterexample ?? [];
  if (drawn) {
    const seen = kind === null ? null : look(task, drawn);
    if (seen?.outcome === 'differ' || seen?.outcome === 'broken')
      return { outcome: 'differ', drawn, look: seen };
    throw result.errorInstance;
  }
  if (2 * count < runs || 4 * unclear > count)
    return { outcome: 'undecided', why: `only ${count} of ${runs} instances could be told: ${why}` };
  return { outcome: 'agree', instances: count, worst, largest };
};

/** A simpler instance has to fail in the same way. */
const kindOf = (seen: Look & { outcome: 'differ' | 'broken' }): string =>
  seen.outcome === 'broken' ? 'broken' : seen.disagreements[0]!.between.join();
