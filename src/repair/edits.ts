// Every side that is one edit away. The same edits make a false claim of a true one and a true one of a false one; a few only repair.
//   nothing is promised of what comes out: shapes are checked when it is read, truth is judged

import type { Syntax } from '../latex/syntax.ts';
import { bare, keyOf } from './make.ts';
import { type About, placesIn } from './places.ts';
import { CALCULUS } from './slips/calculus.ts';
import { FACTORS } from './slips/factors.ts';
import { MISSING } from './slips/missing.ts';
import { NORMS } from './slips/norms.ts';
import { ORDER } from './slips/order.ts';
import type { Slip } from './slips/row.ts';
import { SCALARS } from './slips/scalars.ts';
import { SHAPES } from './slips/shapes.ts';
import { TERMS } from './slips/terms.ts';
import { UNDONE } from './slips/undone.ts';
import { WRITTEN_OUT } from './slips/written-out.ts';

/** What people do by mistake: mutants are made of these. */
export const SLIPS: readonly Slip[] = [...ORDER, ...TERMS, ...CALCULUS, ...SCALARS, ...SHAPES];
export const REPAIRS: readonly Slip[] = [
  ...SLIPS,
  ...UNDONE,
  ...NORMS,
  ...FACTORS,
  ...WRITTEN_OUT,
  ...MISSING,
];

export interface Edit {
  readonly slip: string;
  readonly weight: number;
  readonly loses: boolean;
  /** The piece that was there, and the one that is put there. */
  readonly piece: Syntax;
  readonly by: Syntax;
  /** The side with the edit made. */
  readonly side: Syntax;
}

/** Edits of a side, each result once. */
export const editsOf = (side: Syntax, about: About, slips: readonly Slip[] = SLIPS): Edit[] => {
  const found = new Map<string, Edit>();
  const own = keyOf(side);
  for (const place of placesIn(side, about))
    for (const { name, weight, loses = false, at } of slips)
      for (const by of at(place)) {
        const edited = place.put(place.parent ? by : bare(by));
        const key = keyOf(edited);
        const known = found.get(key);
        if (key !== own && (!known || known.weight > weight))
          found.set(key, { slip: name, weight, loses, piece: place.piece, by, side: edited });
      }
  return [...found.values()];
};
