// Pinned verdicts: reports/verdicts.json holds the verdict of every claim in properties/, by chapter and name, sorted, without dates.
//   any other verdict, worse or better, fails the tests until the new one is accepted on purpose

import { readFileSync } from 'node:fs';
import { holds, type VerdictName } from '../../src/index.ts';
import { writeAtomically } from '../../src/report/files.ts';
import type { Unit, UnitClaim } from './unit.ts';

export const PINS = 'reports/verdicts.json';
export const ACCEPT = 'npm run catalogue -- --accept';

/** Chapter → name → verdict. */
export type Pins = ReadonlyMap<string, ReadonlyMap<string, VerdictName>>;

export const readPins = (path: string = PINS): Pins => {
  const chapters: Record<string, Record<string, VerdictName>> = JSON.parse(readFileSync(path, 'utf8'));
  return new Map(Object.entries(chapters).map(([name, rows]) => [name, new Map(Object.entries(rows))]));
};

export const pinned = (pins: Pins, chapter: string, name: string): VerdictName | undefined =>
  pins.get(chapter)?.get(name);

/** The same pins always give the same bytes. */
export const pinsText = (pins: Pins): string => {
  const sorted = <V>(of: ReadonlyMap<string, V>): [string, V][] =>
    [...of].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const chapters = sorted(pins).map(([name, rows]) => [name, Object.fromEntries(sorted(rows))] as const);
  return `${JSON.stringify(Object.fromEntries(chapters), null, 2)}\n`;
};

export const writePins = (pins: Pins, path: string = PINS): Promise<void> =>
  writeAtomically(path, pinsText(pins));

/** Why a verdict can never be pinned: an identity that does not hold, a mistake that does. */
export const inadmissible = (claim: UnitClaim, verdict: VerdictName): string | null => {
  if (!claim.mistake) return holds(verdict) ? null : `it has to hold and is ${verdict}`;
  return verdict === 'refuted' || verdict === 'misfit' ? null : `it has to be refuted and is ${verdict}`;
};

/** How a verdict departs from its pin, with what accepts it; null when it does not. */
export const departure = (
  pins: Pins,
  { chapter }: Unit,
  claim: UnitClaim,
  verdict: VerdictName,
): string | null => {
  const never = inadmissible(claim, verdict);
  if (never) return `${chapter}: "${claim.name}": ${never}`;
  const old = pinned(pins, chapter, claim.name);
  if (old === verdict) return null;
  const was = old === undefined ? `it is not pinned in ${PINS} yet` : `it is pinned as ${old}`;
  return `${chapter}: "${claim.name}": ${was} and is now ${verdict}; if that is meant, accept it: ${ACCEPT}`;
};
