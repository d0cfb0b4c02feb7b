// The kernel: the only maker of theorems. It lays the statement out anew, replays the certificate step by step and checks every
// matching; it never searches. Trusted with it: network, board, functions, leibniz, meaning, matching, rewrite.
//   a theorem exists  ⇒  both sides are equal for all shapes and all values under which they mean something and `given` holds
//   anything unknown, out of place or left over  ⇒  no theorem

import type { Statement } from '../expression/judgement.ts';
import type { Board } from './board.ts';
import { collected, type Matching } from './matching.ts';
import { lay, type Settings } from './meaning.ts';
import { negated, type Term } from './network.ts';
import { advance, type Step } from './rewrite.ts';

export interface Certificate {
  readonly steps: readonly Step[];
  /** Of the left terms followed by the right ones with their signs changed. */
  readonly matching: Matching;
}

const KEY = Symbol('kernel');

/** A statement that the kernel has checked. Only `replay` makes one; look-alikes are told by `Theorem.is`. */
export class Theorem {
  readonly #seal = true;
  readonly statement: Statement;
  /** Conditions that were used, such as "Q orthogonal". */
  readonly given: readonly string[];
  constructor(key: symbol, statement: Statement, given: readonly string[]) {
    if (key !== KEY) throw new TypeError('only the kernel makes theorems');
    this.statement = statement;
    this.given = Object.freeze([...given]);
    Object.freeze(this);
  }
  static is(x: unknown): x is Theorem {
    return typeof x === 'object' && x !== null && #seal in x && x.#seal;
  }
}

/** What is to vanish: left minus right. */
export const difference = (board: Board): Term[] => [
  ...board.sums[0]!.terms,
  ...negated(board.sums[1]!.terms),
];

/** The theorem that the certificate shows, or null. */
export const replay = (
  statement: Statement,
  certificate: Certificate,
  settings: Settings,
): Theorem | null => {
  try {
    const board = lay(statement, settings);
    for (const step of certificate.steps) if (!advance(board, step)) return null;
    const rest = collected(board, difference(board), certificate.matching);
    return rest?.length === 0 ? new Theorem(KEY, statement, [...board.given]) : null;
  } catch {
    return null;
  }
};
