// Proving: statement → proved for all shapes, unequal, or abstained with the reason.

import type { Abstained, Statement } from '../expression/judgement.ts';
import type { Board } from './board.ts';
import { difference, replay, Theorem } from './kernel.ts';
import { matchingOf } from './like.ts';
import { collected, type Matching } from './matching.ts';
import { type Limits, lay } from './meaning.ts';
import { Beyond, type Term } from './network.ts';
import { Search } from './search.ts';

export { Theorem };

export interface Proved {
  readonly outcome: 'proved';
  readonly theorem: Theorem;
  readonly given: readonly string[];
  readonly rewrites: readonly string[];
  readonly terms: number;
  readonly vacuous: boolean;
}
export interface Unequal {
  readonly outcome: 'unequal';
  readonly complete: boolean;
  readonly leftOnly: readonly string[];
  readonly rightOnly: readonly string[];
}
const LIMITS: Limits = { terms: 20_000, nodes: 400 };

const MAX_CLEARINGS = 12;
const compared = (board: Board): { matching: Matching; rest: Term[] | null } => {
  const terms = difference(board);
  const matching = matchingOf(terms);
  return { matching, rest: collected(board, terms, matching) };
};

/** Structure that leaves the entries of a symbol algebraically independent up to transposition. */
const FREE: ReadonlySet<string> = new Set([
  'diagonal',
  'symmetric',
  'positive-definite',
  'invertible',
  'positive',
  'nonzero',
  'full-column-rank',
  'full-row-rank',
]);
/** Different normal forms have different values at large enough sizes: no functions, no fixed sizes, no bound entries. */
const isComplete = (board: Board, { symbols }: Statement): boolean =>
  symbols.every(s => s.structure.every(x => FREE.has(x))) &&
  board.sums.every(({ terms }) =>
    terms.every(
      t =>
        t.indices.every(dim => typeof dim === 'string') &&
        t.nodes.every(n => n.atom.kind === 'symbol'),
    ),
  );

export const prove = (statement: Statement): Proved | Unequal | Abstained => {
  try {
    const board = lay(statement, LIMITS);
    const search = new Search(board, LIMITS.terms);
    search.run();
    let { matching, rest } = compared(board);
    for (let k = 0; k < MAX_CLEARINGS && rest?.length && search.clear(rest); k++)
      ({ matching, rest } = compared(board));
    if (!rest) return { outcome: 'abstained', reason: 'the matching was refused' };
    if (rest.length) return { outcome: 'unequal', complete: isComplete(board, statement), leftOnly: [], rightOnly: [] };
    const theorem = replay(statement, { steps: search.steps, matching }, LIMITS);
    if (!theorem) return { outcome: 'abstained', reason: 'the kernel refused the certificate' };
    return {
      outcome: 'proved',
      theorem,
      given: theorem.given,
      rewrites: [...new Set(search.steps.map(s => s.rule))],
      terms: matching.length,
      vacuous: false,
    };
  } catch (error) {
    if (error instanceof Beyond) return { outcome: 'abstained', reason: error.message };
    throw error;
  }
};
