// Certificates: plain data that says how a statement is shown, to be kept as text and replayed by the kernel. Part of what is trusted:
// whatever is not exactly of this form is refused before anything is replayed.

import { CONVENTIONS, type Convention } from '../expression/convention.ts';
import type { Rational } from '../number/rational.ts';
import type { Matching } from './matching.ts';
import type { Step } from './rewrite.ts';

export interface Certificate {
  /** What derivatives by a variable with structure mean; null where there are none. */
  readonly convention: Convention | null;
  /** Licensed rewrites, in order. */
  readonly steps: readonly Step[];
  /** Of the left terms followed by the right ones with their signs changed: which are one network, node by node and index by index. */
  readonly matching: Matching;
  /** The conditions that it rests on, in the order in which they are first used: no more and no fewer. */
  readonly given: readonly string[];
}

const WORDS: ReadonlySet<string> = new Set(['rule', 'fn', 'side', 'convention', 'given']);
const FLAGS: ReadonlySet<string> = new Set(['turned', 'coefficient']);
const isRational = (x: object): x is Rational =>
  Object.keys(x).join() === 'num,den' &&
  'num' in x &&
  'den' in x &&
  typeof x.num === 'bigint' &&
  typeof x.den === 'bigint' &&
  x.den > 0n &&
  (x.num % x.den !== 0n || x.den === 1n);

/** Numbers are natural, words and flags stand where they belong, everything else is a plain list or object. */
const isPlain = (x: unknown, key: string): boolean => {
  if (typeof x === 'number') return Number.isSafeInteger(x) && x >= 0;
  if (typeof x === 'string') return WORDS.has(key);
  if (typeof x === 'boolean') return FLAGS.has(key);
  if (x === null) return key === 'convention';
  if (typeof x !== 'object') return false;
  if (Array.isArray(x)) return x.every(y => isPlain(y, key));
  if (Object.getPrototypeOf(x) !== Object.prototype) return false;
  return key === 'by' ? isRational(x) : Object.entries(x).every(([k, y]) => isPlain(y, k));
};
export const isWellFormed = (c: Certificate): boolean =>
  isPlain(c, '') &&
  Object.keys(c).sort().join() === 'convention,given,matching,steps' &&
  [c.steps, c.matching, c.given].every(Array.isArray) &&
  (c.convention === null || CONVENTIONS.includes(c.convention));

/** JSON; integers without bound are texts such as "3n". */
export const toText = (certificate: Certificate): string =>
  JSON.stringify(certificate, (_, x: unknown) => (typeof x === 'bigint' ? `${x}n` : x));
/** What a text says, which the kernel has yet to check. @throws SyntaxError for what is no JSON */
export const fromText = (text: string): Certificate =>
  JSON.parse(text, (key, x: unknown) =>
    (key === 'num' || key === 'den') && typeof x === 'string' && /^-?\d+n$/.test(x)
      ? BigInt(x.slice(0, -1))
      : x,
  ) as Certificate;
