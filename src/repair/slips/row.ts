// A slip of the pen as a row: what people write in the place of something else, in either direction.

import type { Syntax } from '../../latex/syntax.ts';
import type { Place } from '../places.ts';

export interface Slip {
  /** "transpose", "factors swapped": said to the reader. */
  readonly name: string;
  /** How far the edit is from what was written: 1 for what people do most. */
  readonly weight: number;
  /** Takes away what was written, as nothing else does. */
  readonly loses?: true;
  /** What may stand here instead. */
  readonly at: (place: Place) => readonly Syntax[];
}

/** What an edit makes of a kind of piece; nothing of the others. */
export const on =
  <Kind extends Syntax['kind']>(
    kind: Kind,
    edit: (piece: Extract<Syntax, { kind: Kind }>, place: Place) => readonly Syntax[],
  ) =>
  (place: Place): readonly Syntax[] =>
    place.piece.kind === kind ? edit(place.piece as Extract<Syntax, { kind: Kind }>, place) : [];
