// Messages to the author: data here, sentences' layout in report/.

import type { Span } from './syntax.ts';

/** Something to tell the author: where, what, what was expected, how to fix it. */
export interface Problem {
  readonly severity: 'error' | 'warning' | 'note';
  /** Stable: T… tokens and macros, P… grammar, A… ambiguity, H… shapes, D… declarations, F… files. */
  readonly code: string;
  readonly message: string;
  readonly span: Span;
  readonly expected?: string;
  readonly note?: string;
  readonly fix?: string;
}
