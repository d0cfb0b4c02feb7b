// A counterexample for other programs: code that builds the instance, evaluates both sides and prints how far apart they are.

import type { Statement } from '../expression/judgement.ts';
import type { Counterexample } from '../verdict/verdict.ts';

export interface Snippet {
  readonly language: string;
  /** Word behind the fence in Markdown. */
  readonly fence: string;
  readonly code: string;
  readonly note?: string;
}

export const snippets = (_statement: Statement, _c: Counterexample): Snippet[] => [];
