// What is judged in one go: an identity, one side of a mistake, or a whole derivation. Each of its claims has a name and a pinned verdict.

import { type Elaborated, type IdentityRow, identity, type MistakeRow } from '../../src/index.ts';

export interface UnitClaim {
  /** Unique in its chapter: the key of its pin. */
  readonly name: string;
  /** As written. */
  readonly text: string;
  /** The shelf of mistakes: it has to be refuted, everything else has to hold. */
  readonly mistake: boolean;
}
export interface Unit {
  /** The key of its pins: "inverse", "mistakes", "derivations/push-through.md". */
  readonly chapter: string;
  readonly document: Elaborated;
  /** One for every claim of the document, in order. */
  readonly claims: readonly UnitClaim[];
}

/** @throws Error when the row cannot be judged, naming it and the fix */
export const identityUnit = (chapter: string, row: IdentityRow): Unit => {
  const document = identity(row);
  const [claim] = document.claims;
  if (claim!.readings.length > 1)
    throw new Error(`identity "${row.name}": it says different things in different layouts; add "layout"`);
  const [problem] = document.problems;
  if (problem)
    throw new Error(`identity "${row.name}": ${problem.message}${problem.fix ? `; ${problem.fix}` : ''}`);
  return { chapter, document, claims: [{ name: row.name, text: row.claim, mistake: false }] };
};

/** The false claim, and its right form as an identity of its own. */
export const mistakeUnits = (chapter: string, row: MistakeRow): readonly [wrong: Unit, right: Unit] => {
  const { right, slip: _, ...rest } = row;
  return [
    { chapter, document: identity(row), claims: [{ name: row.name, text: row.claim, mistake: true }] },
    identityUnit(chapter, { ...rest, name: corrected(row.name), claim: right }),
  ];
};

export const corrected = (name: string): string => `${name} corrected`;

/** The claims of a derivation are named by what they say, so that moving a line changes no name. */
export const derivationUnit = (chapter: string, document: Elaborated): Unit => {
  const times = new Map<string, number>();
  const claims = document.claims.map(({ text }) => {
    const time = (times.get(text) ?? 0) + 1;
    times.set(text, time);
    return { name: time > 1 ? `${text} (${time})` : text, text, mistake: false };
  });
  return { chapter, document, claims };
};
