// A baseline: the failures that stood when a document was adopted, so that only new ones count. A file that people review:
// sorted, without dates or line numbers, so that it changes only when a failure comes or goes.
//   an entry covers as many failures as it counts, of the same document, verdict (or problem code) and text
//   a claim that got worse (supported before, refuted now) is no known failure

import type { Run } from '../verdict/verdict.ts';
import type { Finding } from './gate.ts';

const FORMAT = 'rederive baseline';
export const BASELINE_VERSION = 1;

export interface BaselineEntry {
  readonly path: string;
  /** The verdict of a claim, or the code of a problem. */
  readonly what: string;
  /** The claim as written, or the message. */
  readonly text: string;
  readonly count: number;
}

/** A file that is no baseline of this version; the message says what is wrong with it. */
export class BaselineError extends Error {
  override readonly name = 'BaselineError';
}

const keyOf = (path: string, what: string, text: string): string => JSON.stringify([path, what, text]);

export class Baseline {
  readonly entries: readonly BaselineEntry[];
  constructor(entries: readonly BaselineEntry[]) {
    this.entries = entries;
  }

  /** Tells of one failure after the other whether it is known; an entry is used up by as many as it counts. */
  matcher(): (path: string, what: string, text: string) => boolean {
    const left = this.#counts();
    return (path, what, text) => {
      const key = keyOf(path, what, text);
      const count = left.get(key) ?? 0;
      left.set(key, count - 1);
      return count > 0;
    };
  }

  /** Entries of the judged documents that no failure needs any more. */
  stale(run: Run, found: readonly Finding[]): BaselineEntry[] {
    const judged = new Set(run.documents.map(d => d.path));
    const used = new Map<string, number>();
    for (const f of found) {
      if (!f.known) continue;
      const key = keyOf(...identityOf(f));
      used.set(key, (used.get(key) ?? 0) + 1);
    }
    return this.entries.filter(
      e => judged.has(e.path) && (used.get(keyOf(e.path, e.what, e.text)) ?? 0) < e.count,
    );
  }

  #counts(): Map<string, number> {
    return new Map(this.entries.map(e => [keyOf(e.path, e.what, e.text), e.count]));
  }
}

const identityOf = (f: Finding): [path: string, what: string, text: string] =>
  f.judged
    ? [f.document.path, f.judged.verdict.name, f.judged.claim.text]
    : [f.document.path, f.problem.code, f.problem.message];

/** The baseline that makes a run pass; entries of documents that were not judged are kept from an older one. */
export const baselineOf = (run: Run, found: readonly Finding[], older: Baseline | null = null): Baseline => {
  const judged = new Set(run.documents.map(d => d.path));
  const counts = new Map<string, BaselineEntry>();
  for (const f of found) {
    const [path, what, text] = identityOf(f);
    const key = keyOf(path, what, text);
    counts.set(key, { path, what, text, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  const kept = (older?.entries ?? []).filter(e => !judged.has(e.path));
  return new Baseline([...kept, ...counts.values()]);
};

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Sorted JSON; the same failures give the same bytes. */
export const encodeBaseline = ({ entries }: Baseline): string => {
  const sorted = [...entries].sort(
    (a, b) => byText(a.path, b.path) || byText(a.text, b.text) || byText(a.what, b.what),
  );
  const claims = sorted.map(({ path, what, text, count }) => ({
    path,
    what,
    text,
    ...(count > 1 && { count }),
  }));
  return `${JSON.stringify({ format: FORMAT, version: BASELINE_VERSION, known: claims }, null, 2)}\n`;
};

/** @throws BaselineError when the text is no baseline of this version, with the entry that is wrong */
export const decodeBaseline = (text: string): Baseline => {
  const refuse = (why: string): never => {
    throw new BaselineError(why);
  };
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return refuse('it is no JSON: the file was cut or is something else');
  }
  if (!isRecord(file) || file.format !== FORMAT) return refuse('it is no baseline of Rederive');
  if (file.version !== BASELINE_VERSION)
    return refuse(
      `it has version ${JSON.stringify(file.version)}, this program reads version ${BASELINE_VERSION}`,
    );
  if (!Array.isArray(file.known)) return refuse('it has no list "known"');
  const entries = file.known.map((e: unknown, i): BaselineEntry => {
    if (!isRecord(e)) return refuse(`entry ${i + 1} is no object`);
    const { path, what, text: said, count = 1 } = e;
    if (typeof path !== 'string' || typeof what !== 'string' || typeof said !== 'string')
      return refuse(`entry ${i + 1} needs the texts "path", "what" and "text"`);
    if (typeof count !== 'number' || !Number.isSafeInteger(count) || count < 1)
      return refuse(`entry ${i + 1} counts ${JSON.stringify(count)}: give a whole number from 1`);
    return { path, what, text: said, count };
  });
  return new Baseline(entries);
};

const isRecord = (x: unknown): x is Record<string, unknown> =>
  typeof x === 'object' && x !== null && !Array.isArray(x);
