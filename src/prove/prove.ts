// statement → proved for every shape, unequal, or abstained with the reason. Search here, judgement in the kernel.

import { type Convention, conventionsOf } from '../expression/convention.ts';
import type { Abstained, Statement } from '../expression/judgement.ts';
import type { Board } from './board.ts';
import type { Certificate } from './certificate.ts';
import { type Comparison, compare } from './explain.ts';
import { difference, replay, type Theorem } from './kernel.ts';
import { matchingOf } from './like.ts';
import { collected, type Matching } from './matching.ts';
import { LIMITS, type Limits, lay } from './meaning.ts';
import { Beyond, type Term } from './network.ts';
import { sameTree } from './same.ts';
import { Search } from './search.ts';

export interface Proved {
  readonly outcome: 'proved';
  readonly theorem: Theorem;
  /** What the kernel replayed. */
  readonly certificate: Certificate;
  /** Conditions that were used, such as "Q orthogonal". */
  readonly given: readonly string[];
  /** Names of the rewrites that were used beyond rewiring, each once. */
  readonly rewrites: readonly string[];
  /** How many networks the two sides have in common. */
  readonly terms: number;
  /** What a derivative by a variable with structure was taken to mean. */
  readonly convention: Convention | null;
  /** Both sides are literally the same expression. */
  readonly vacuous: boolean;
}
export interface Unequal {
  readonly outcome: 'unequal';
  /** Different normal forms mean that the statement is false at large enough sizes. */
  readonly complete: boolean;
  /** Where that is so, they differ when every size is so large: as many as the indices of the largest network. */
  readonly largest: number;
}
export interface ProveOptions {
  /** The most terms that a value may have: 20,000 unless told. */
  readonly budget?: number;
  /** What derivatives by a symmetric, skew or diagonal variable mean; without it each convention is tried. */
  readonly constrained?: Convention;
}
export interface Explanation extends Comparison {
  /** Names of the rewrites that were used. */
  readonly rewrites: readonly string[];
  /** Conditions that were used, such as "Q orthogonal". */
  readonly given: readonly string[];
  /** What a derivative by a variable with structure was taken to mean. */
  readonly convention: Convention | null;
  /** Proved; false once every size is at least `largest`; or left open, where networks that differ may have equal values. */
  readonly decided: 'proved' | 'false' | 'open';
  readonly largest: number;
}

const limitsOf = ({ budget = LIMITS.terms }: ProveOptions): Limits => ({ ...LIMITS, terms: budget });
/** How often both sides may be multiplied by what is inverted. */
const MAX_CLEARINGS = 12;
/** Beyond this many terms, denominators are not cleared. */
const MAX_UNCLEARED = 100;

/**
 * Decides a statement for every shape, or says why not. Sound; complete where `Unequal.complete` says so.
 * A derivative by a symmetric, skew or diagonal variable is tried in the three conventions; the proof names the one that it holds in.
 */
export const prove = (statement: Statement, options: ProveOptions = {}): Proved | Unequal | Abstained => {
  const { constrained } = options;
  const conventions = conventionsOf(statement);
  if (!conventions.length) return proveIn(statement, options, null);
  if (constrained) return proveIn(statement, options, constrained);
  const answers: ReturnType<typeof proveIn>[] = [];
  for (const c of conventions) {
    const answer = proveIn(statement, options, c);
    if (answer.outcome === 'proved') return answer;
    answers.push(answer);
  }
  return answers.find(a => a.outcome === 'unequal') ?? answers[0]!;
};

const proveIn = (
  statement: Statement,
  options: ProveOptions,
  convention: Convention | null,
): Proved | Unequal | Abstained =>
  guarded(() => {
    const limits = limitsOf(options);
    const played = play(statement, limits, convention);
    const { search, found, complete, largest } = played;
    if (found.rest.length) return { outcome: 'unequal', complete, largest };
    const { certificate, theorem } = made(played, statement, limits);
    return {
      outcome: 'proved',
      theorem,
      certificate,
      given: theorem.given,
      rewrites: search.rewrites,
      terms: found.matching.length,
      convention,
      vacuous: sameTree(statement.lhs, statement.rhs),
    };
  });

/** Both sides after all rewrites, and what is left of their difference; denominators are cleared only where that ends it. */
const play = (statement: Statement, limits: Limits, convention: Convention | null) => {
  const board = lay(statement, limits, convention);
  const complete = isComplete(board, statement);
  const largest = Math.max(0, ...board.sums.slice(0, 2).flatMap(s => s.terms.map(t => t.indices.length)));
  const search = new Search(board, limits.terms);
  search.run();
  const now = (): Sides => [board.sums[0]!.terms, board.sums[1]!.terms];
  const before = now();
  let found = compared(board);
  for (let k = 0; k < MAX_CLEARINGS && isSmall(found.rest, board) && search.clear(found.rest); k++)
    found = compared(board);
  if (isSmall(found.rest, board) && search.spread()) found = compared(board);
  const sides = found.rest.length ? before : now();
  return { board, search, found, sides, complete, largest, convention };
};
/** What the kernel says to the steps that left nothing over. */
const made = ({ board, search, found, convention }: Played, statement: Statement, limits: Limits) => {
  const { steps } = search;
  const certificate = { convention, steps, matching: found.matching, given: [...board.given] };
  const theorem = replay(statement, certificate, limits);
  if (!theorem) throw new Beyond('the kernel refused the certificate');
  return { certificate, theorem };
};
type Played = ReturnType<typeof play>;
type Sides = [left: readonly Term[], right: readonly Term[]];

/** Both sides term by term in index notation, with letters that match, in the convention in which the statement is proved, or the first. */
export const explain = (statement: Statement, options: ProveOptions = {}): Explanation | Abstained => {
  const { constrained } = options;
  const conventions = conventionsOf(statement);
  if (!conventions.length) return explainIn(statement, options, null);
  if (constrained) return explainIn(statement, options, constrained);
  const found = conventions.map(c => explainIn(statement, options, c));
  return (
    found.find(f => 'decided' in f && f.decided === 'proved') ?? found.find(f => 'decided' in f) ?? found[0]!
  );
};
const explainIn = (
  statement: Statement,
  options: ProveOptions,
  convention: Convention | null,
): Explanation | Abstained =>
  guarded(() => {
    const limits = limitsOf(options);
    const played = play(statement, limits, convention);
    const { board, search, found, sides, complete, largest } = played;
    const theorem = found.rest.length ? null : made(played, statement, limits).theorem;
    return {
      ...compare(board, ...sides),
      rewrites: search.rewrites,
      given: theorem?.given ?? [...board.given],
      convention,
      decided: theorem ? 'proved' : complete ? 'false' : 'open',
      largest,
    };
  });

const guarded = <T>(decide: () => T): T | Abstained => {
  try {
    return decide();
  } catch (error) {
    if (error instanceof Beyond) return { outcome: 'abstained', reason: error.message };
    throw error;
  }
};

/** What is left of the difference; conditions that only a comparison in vain used are not kept. */
const compared = (board: Board): { readonly matching: Matching; readonly rest: readonly Term[] } => {
  const terms = difference(board);
  const matching = matchingOf(terms);
  const conditions = board.given.size;
  const rest = collected(board, terms, matching);
  if (!rest) throw new Beyond('the matching was refused');
  if (rest.length) board.forget(conditions);
  return { matching, rest };
};
const isSmall = (rest: readonly Term[], { sums: [left, right] }: Board): boolean =>
  rest.length > 0 && left!.terms.length + right!.terms.length <= MAX_UNCLEARED;

/** Structure that leaves the entries of a symbol algebraically independent, up to transposition. */
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
/** No functions, no fixed sizes or positions, no bound entries: then networks that differ are independent (Lovász 1967). */
const isComplete = (board: Board, { symbols }: Statement): boolean =>
  board.sums.length === 2 &&
  symbols.every(s => s.structure.every(x => FREE.has(x))) &&
  board.sums.every(({ terms }) =>
    terms.every(
      t =>
        t.indices.every(dim => typeof dim === 'string') &&
        t.nodes.every(({ atom }) => atom.kind === 'symbol'),
    ),
  );
