// One counterexample as two files: JSON that replays anywhere, on its own, and Markdown that a person reads.
//   the JSON holds the statement itself, so that it replays without the document that it was found in
//   a file that was edited, cut, or written by another version is refused with what is wrong

import type { Claim } from '../elaborate/claim.ts';
import type { Layout } from '../expression/expression.ts';
import type { Statement } from '../expression/judgement.ts';
import type { Counterexample, Judged } from '../verdict/verdict.ts';
import { code, escaped, fence } from './markdown.ts';
import { readable } from './readable.ts';
import { snippets } from './snippet.ts';
import { malformed } from './stored.ts';
import { counterexampleName, replayCommand, statementOf, verdictLines } from './words.ts';

export const COUNTEREXAMPLE_VERSION = 1;
const FORMAT = 'rederive counterexample';

export interface StoredCounterexample {
  readonly format: typeof FORMAT;
  readonly version: number;
  readonly id: string;
  readonly path: string;
  readonly line: number;
  readonly text: string;
  readonly seed: string;
  readonly layout: Layout | null;
  readonly counterexample: Counterexample;
  readonly statement: Statement;
}

export interface CounterexampleFiles {
  /** File name without extension: stable, from the claim's id. */
  readonly name: string;
  readonly json: string;
  readonly markdown: string;
}

/** A file that is no counterexample of this version; the message says what is wrong with it. */
export class CounterexampleError extends Error {
  override readonly name = 'CounterexampleError';
}

/** The two files of a refuted claim; null without a counterexample. `reports` is the folder as named in the replay line. */
export const counterexampleFiles = (
  { claim, verdict }: Judged,
  { path, seed, reports }: { readonly path: string; readonly seed: string; readonly reports: string },
): CounterexampleFiles | null => {
  const { counterexample, layout } = verdict;
  const statement = statementOf(claim, layout);
  if (!counterexample || !statement) return null;
  const { id, line, text } = claim;
  const stored: StoredCounterexample = {
    format: FORMAT,
    version: COUNTEREXAMPLE_VERSION,
    id,
    path,
    line,
    text,
    seed,
    layout,
    counterexample,
    statement,
  };
  return {
    name: counterexampleName(id),
    json: encodeCounterexample(stored),
    markdown: page({ claim, verdict }, { path, seed, reports }),
  };
};

/** The text of a file. */
export const encodeCounterexample = (stored: StoredCounterexample): string => {
  const plain: object = JSON.parse(
    JSON.stringify(stored, (_, value) => (typeof value === 'bigint' ? String(value) : value)),
  );
  return `${JSON.stringify({ ...plain, digest: digest(plain) }, null, 1)}\n`;
};

/**
 * The counterexample in the text of a file.
 * @throws CounterexampleError when it is cut, edited, from another version, or something else
 */
export const decodeCounterexample = (text: string): StoredCounterexample => {
  const refuse = (why: string): never => {
    throw new CounterexampleError(why);
  };
  const file = parsed(text) ?? refuse('it is no JSON: the file was cut or is something else');
  if (file.format !== FORMAT) return refuse('it is no counterexample of Rederive');
  if (file.version !== COUNTEREXAMPLE_VERSION)
    return refuse(
      `it has version ${JSON.stringify(file.version)}, this program reads version ${COUNTEREXAMPLE_VERSION}: judge the document again to write a new one`,
    );
  const { digest: written, ...content } = file;
  if (written !== digest(content))
    return refuse(
      'it was edited: its content does not match its digest; judge the document again to write a new one',
    );
  const stored = revived(text) ?? refuse('it holds a number that is none');
  const wrong = malformed(stored);
  return wrong
    ? refuse(`${wrong}: it was not written by this program`)
    : (stored as unknown as StoredCounterexample);
};

/** With its big integers; null where one of them is none. */
const revived = (text: string): Record<string, unknown> | null => {
  try {
    return JSON.parse(text, (key, value) =>
      (key === 'num' || key === 'den') && typeof value === 'string' ? BigInt(value) : value,
    );
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
};

const parsed = (text: string): Record<string, unknown> | null => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : null;
  } catch {
    return null;
  }
};

/** FNV-1a, 64 bits, of the compact JSON: finds an edit, is no protection against forgery. */
const digest = (content: object): string => {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(JSON.stringify(content)))
    hash = ((hash ^ BigInt(byte)) * 0x100000001b3n) & 0xffffffffffffffffn;
  return hash.toString(16).padStart(16, '0');
};

/** The claim that a stored counterexample is about, with the one reading it was found for. */
export const claimOf = (stored: StoredCounterexample): Claim => ({
  id: stored.id,
  text: stored.text,
  lhs: '',
  rhs: '',
  span: { start: 0, end: 0 },
  whole: { start: 0, end: 0 },
  line: stored.line,
  column: 1,
  endLine: stored.line,
  readings: [{ layout: stored.layout, kind: null, content: { statement: stored.statement } }],
});

const page = (
  { claim, verdict }: Judged,
  { path, seed, reports }: { readonly path: string; readonly seed: string; readonly reports: string },
): string => {
  const statement = statementOf(claim, verdict.layout);
  const shown = verdict.counterexample;
  const languages = statement && shown ? snippets(statement, shown) : [];
  return `${[
    `# Refuted: ${code(readable(claim.text))}`,
    `${code(`${path}:${claim.line}:${claim.column}`)}, claim ${code(claim.id)}, seed ${code(seed)}`,
    fence([claim.text], 'latex'),
    fence(verdictLines(claim, verdict, { reports, width: 100 })),
    `Replay: ${code(replayCommand(claim, reports))}`,
    '## Seen outside Rederive',
    ...languages.flatMap(s => [
      `### ${s.language}`,
      ...(s.note ? [escaped(s.note)] : []),
      fence(s.code.trimEnd().split('\n'), s.fence),
    ]),
  ].join('\n\n')}\n`;
};
