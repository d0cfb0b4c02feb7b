// The kernel: the only maker of theorems. It lays the statement out anew, replays the certificate step by step and checks every
// matching; it never searches. What it trusts is listed, and its size bounded, in test/prove/trusted.test.ts.
//   a theorem exists  ⇒  both sides are equal for all shapes and all values under which they mean something and `given` holds
//   anything unknown, out of place or left over, a condition too many or too few  ⇒  no theorem

import type { Statement } from '../expression/judgement.ts';
import type { Board } from './board.ts';
import { type Certificate, isWellFormed } from './certificate.ts';
import { collected } from './matching.ts';
import { LIMITS, type Limits, lay } from './meaning.ts';
import { negated, type Term } from './network.ts';
import { advance } from './rewrite.ts';

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

/** The conditions under which a certificate's steps and matching show the statement; null when they do not. */
export const examined = (
  statement: Statement,
  certificate: Certificate,
  limits: Limits = LIMITS,
): readonly string[] | null => {
  try {
    if (!isWellFormed(certificate)) return null;
    const { convention, steps, matching } = certificate;
    const board = lay(statement, limits, convention);
    for (const step of steps) if (!advance(board, step)) return null;
    const rest = collected(board, difference(board), matching);
    return rest?.length === 0 ? [...board.given] : null;
  } catch {
    return null;
  }
};

/** The theorem that the certificate shows, or null. */
export const replay = (
  statement: Statement,
  certificate: Certificate,
  limits: Limits = LIMITS,
): Theorem | null => {
  const given = examined(statement, certificate, limits);
  if (given?.length !== certificate.given?.length) return null;
  return given?.every((x, k) => x === certificate.given[k]) ? new Theorem(KEY, statement, given) : null;
};
