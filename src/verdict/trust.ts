// Trust is transitive: an equation that follows from an earlier line is no surer than that line, and its verdict names it.
//   the step itself is an identity: proved if one is; else verified or supported, if one of the first few is
//   definitions are not leaned on, they hold by what they say; what is only supposed ("the derivative of line 5 is 0") is a condition
//   Every other claim is judged from definitions alone and leans on no line.

import type { Claim, Consequence, Reading } from '../elaborate/claim.ts';
import type { Statement } from '../expression/judgement.ts';
import { stream } from '../number/random.ts';
import { prove } from '../prove/index.ts';
import { verify } from '../verify/index.ts';
import { type Support, VERDICTS, type Verdict, type VerdictName } from './verdict.ts';

/** Identities that no proof was found for and that are judged by trials all the same. */
const MOST_TRIED = 12;
const FEW_RUNS = 5;

export const weakest = (names: readonly VerdictName[]): VerdictName =>
  names.reduce((a, b) => (VERDICTS.indexOf(b) > VERDICTS.indexOf(a) ? b : a));

/** What became of earlier equations that hold under a condition, by the place of their relation. */
export class Shown {
  readonly #lines = new Map<number, { readonly line: number; readonly verdict: Verdict } | null>();

  note(claim: Claim, verdict: Verdict | null): void {
    this.#lines.set(claim.span.start, verdict && { line: claim.line, verdict });
  }
  /** Nothing showed it, though it was asked for: nothing follows from it. */
  lacks(at: number | null): boolean {
    return at !== null && this.#lines.get(at) === null;
  }
  /** The verdict of a step from the line at `at`: as weak as that line, and under its conditions. What was never asked for is supposed. */
  leaning(step: Verdict, { at, given }: Consequence): Verdict {
    const on = at === null ? null : this.#lines.get(at);
    if (!on) return { ...step, given: [...step.given, given] };
    const { line, verdict } = on;
    return {
      ...step,
      name: weakest([step.name, verdict.name]),
      given: [...new Set([...step.given, ...verdict.given])],
      restsOn: rested([{ line, verdict: verdict.name }, ...(verdict.restsOn ?? [])]),
    };
  }
}
/** The weakest first, each line once. */
const rested = (on: readonly Support[]): Support[] =>
  [...new Map(on.map(s => [s.line, s])).values()].sort(
    (a, b) => VERDICTS.indexOf(b.verdict) - VERDICTS.indexOf(a.verdict) || a.line - b.line,
  );

/** The identities by which the claim may follow from a line that was shown, the surest first. */
export async function* steps(
  claim: Claim,
  { consequences = [] }: Reading,
  shown: Shown,
  seed: string,
): AsyncGenerator<Consequence> {
  const open: Consequence[] = [];
  for (const step of consequences) {
    if (shown.lacks(step.at)) continue;
    const answer = prove(step.statement);
    if (answer.outcome === 'proved') yield step;
    else if (answer.outcome === 'abstained' || !answer.complete) open.push(step);
  }
  for (const step of open.slice(0, MOST_TRIED))
    if (await agrees(step.statement, `${claim.id}/step`, seed)) yield step;
}
const agrees = async (statement: Statement, id: string, seed: string): Promise<boolean> => {
  const { outcome } = verify(statement, stream(seed, `${id}/verify`), { log2Error: -20 });
  if (outcome !== 'abstained') return outcome === 'equal';
  const { sample } = await import('../sample/index.ts');
  return sample(statement, stream(seed, `${id}/sample`)(), { runs: FEW_RUNS }).outcome === 'agree';
};
