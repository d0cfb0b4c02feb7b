// A false line: the nearest true one beside it, the conditions under which it would be right, and what the next line follows from.

import type { Claim } from '../elaborate/claim.ts';
import type { Written } from '../elaborate/written.ts';
import type { Syntax } from '../latex/syntax.ts';
import { stream } from '../number/random.ts';
import { conditionsOf, follows, type Repaired, repair } from '../repair/index.ts';
import { Turns } from './turns.ts';
import { holds, type Judged, type Verdict } from './verdict.ts';

const isFalse = (v: Verdict): boolean => v.name === 'refuted' || v.name === 'misfit';

/** The reading that the verdict speaks of. */
const writtenOf = ({ claim, verdict }: Judged): Written | null =>
  (claim.readings.find(r => r.layout === verdict.layout) ?? claim.readings[0])?.written ?? null;

/** Readings under other conventions, where shapes clash in each and no line that holds says which one is meant. */
const othersOf = ({ claim, verdict }: Judged, claims: readonly Judged[], own: Written): Written[] => {
  const isSettled = claims.some(c => holds(c.verdict.name) && c.verdict.layout === 'numerator');
  if (verdict.name !== 'misfit' || isSettled) return [];
  const [first] = claim.readings;
  const all = [...(first?.elsewhere ?? []), ...claim.readings.flatMap(r => r.written ?? [])];
  return all.filter(w => w !== own);
};

/** The same claims; false ones with what mends them, as far as it goes until `signal`. The same seed gives the same repairs. */
export const mended = async (
  claims: readonly Judged[],
  seed: string,
  signal?: AbortSignal,
): Promise<Judged[]> => {
  const found: Judged[] = [];
  const turns = new Turns();
  let before: { readonly repaired: Repaired; readonly right: Syntax } | null = null;
  let held: Syntax | null = null;
  for (const [i, judged] of claims.entries()) {
    await turns.give();
    if (signal?.aborted) return [...found, ...claims.slice(i)];
    const { claim, verdict } = judged;
    const written = writtenOf(judged);
    if (!written || !isFalse(verdict)) {
      before = null;
      held = written && holds(verdict.name) ? written.right : null;
      found.push(judged);
      continue;
    }
    const goesOn: boolean = before !== null && isNext(before.right, written);
    if (goesOn && follows(written, before!.repaired.right, random(seed, claim, 'chain'))) {
      before = null;
      const note = 'it follows from the line before as that is repaired';
      found.push({ claim, verdict: { ...verdict, notes: [...verdict.notes, note] } });
      continue;
    }
    const isHeld = held !== null && isNext(held, written);
    const repaired = repair(written, random(seed, claim, 'repair'), {
      isHeld,
      others: othersOf(judged, claims, written),
    });
    const next = claims[i + 1] && nextOf(claims[i + 1]!, written, repaired, seed);
    const notes = [...verdict.notes, ...conditions(verdict, written, random(seed, claim, 'conditions'))];
    if (next) notes.push(next);
    before = repaired && { repaired, right: written.right };
    found.push({ claim, verdict: { ...verdict, notes, ...(repaired && { repair: shown(repaired) }) } });
  }
  return found;
};

const random = (seed: string, claim: Claim, purpose: string) => stream(seed, `${claim.id}/${purpose}`);
/** One side of a chain belongs to the line before and to the next one. */
const isNext = (right: Syntax, next: Written | null): boolean => next !== null && next.left === right;

/** Those that are not among the notes already: the symmetry of a letter may be asked for where vec stacks rows. */
const conditions = ({ notes }: Verdict, written: Written, source: () => number): string[] => {
  const found = conditionsOf(
    written,
    source,
    notes.some(n => n.startsWith('right if')),
  );
  return found.map(c => `right if ${c}`);
};

/** Whether the next line of the chain goes on from the line as it stands, or as it is repaired. */
const nextOf = (next: Judged, written: Written, repaired: Repaired | null, seed: string): string | null => {
  const after = writtenOf(next);
  if (!after || !isNext(written.right, after)) return null;
  const place = `the next line (${next.claim.line}:${next.claim.column})`;
  if (holds(next.verdict.name)) return `${place} follows from this one as it stands, false as it is`;
  return repaired &&
    isFalse(next.verdict) &&
    follows(after, repaired.right, random(seed, next.claim, 'chain'))
    ? `${place} follows from the repaired line`
    : null;
};

const shown = ({ left: _, right: __, ...repaired }: Repaired): NonNullable<Verdict['repair']> => repaired;
