// `rederive check --replay FILE`: a stored counterexample evaluated again, on its own or against the claim of a document as it is now.

import type { Elaborated } from '../elaborate/claim.ts';
import { CounterexampleError, claimOf, type StoredCounterexample } from '../report/counterexample.ts';
import { readCounterexample } from '../report/files.ts';
import { EXIT } from '../report/summary.ts';
import { painter } from '../report/text.ts';
import { replayLines } from '../report/words.ts';
import { replay } from '../verdict/replay.ts';
import type { CheckOptions } from './check.ts';
import { load } from './input.ts';
import { understand } from './judge-file.ts';
import { tell, wantsColor } from './terminal.ts';

/** 1 when both sides still differ, 0 when they agree now, 2 when there is nothing that can be replayed. */
export const replayFile = async (
  file: string,
  documents: readonly string[],
  options: CheckOptions,
): Promise<number> => {
  try {
    const stored = await readCounterexample(file);
    const of = await subject(stored, documents, options);
    const { differ, counterexample } = await replay(of, stored.id, stored.counterexample);
    const claim = of.claims.find(c => c.id === stored.id) ?? claimOf(stored);
    const { stdout } = process;
    const lines = replayLines(`${of.path}:${claim.line}`, claim, counterexample, differ, {
      width: stdout.columns ?? 100,
      paint: painter(wantsColor(stdout)),
    });
    stdout.write(`${lines.join('\n')}\n`);
    return differ ? EXIT.fails : EXIT.holds;
  } catch (error) {
    if (!(error instanceof CounterexampleError) && !(error instanceof RangeError)) throw error;
    tell(`${file}: error[F010]: this counterexample cannot be replayed: ${error.message}`);
    return EXIT.unreadable;
  }
};

const subject = async (
  stored: StoredCounterexample,
  [document]: readonly string[],
  { layout }: CheckOptions,
): Promise<Elaborated> => {
  if (document === undefined) return alone(stored);
  const input = await load(document);
  if ('problem' in input) throw new CounterexampleError(`${input.path}: ${input.problem.message}`);
  return understand(input, layout === 'auto' ? (stored.layout ?? layout) : layout);
};

const alone = (stored: StoredCounterexample): Elaborated => ({
  path: stored.path,
  text: '',
  understood: [],
  claims: [claimOf(stored)],
  conditions: [],
  listed: [],
  problems: [],
  layout: stored.layout,
});
