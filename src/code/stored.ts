// A failing instance of code under test as two files: JSON that the next run tries first, and Markdown that a person reads.

import { fence } from '../report/markdown.ts';
import { counterexampleName } from '../report/words.ts';
import type { Drawn, Grid } from '../sample/index.ts';

const FORMAT = 'rederive instance';
const VERSION = 1;

export interface StoredFiles {
  /** Without extension. */
  readonly name: string;
  readonly json: string;
  readonly markdown: string;
}
export const storedName = (test: string): string => `code-${counterexampleName(test)}`;

/** Both files of a failure that is told in `lines`. */
export const storedFiles = (test: string, drawn: Drawn, lines: readonly string[]): StoredFiles => {
  const values = [...drawn.values].map(([name, { rows, cols, data }]) => ({
    name,
    rows,
    cols,
    data: Array.from(data),
  }));
  const content = { format: FORMAT, version: VERSION, test, dimensions: [...drawn.dimensions], values };
  return {
    name: storedName(test),
    json: `${JSON.stringify(content, null, 1)}\n`,
    markdown: `# Code under test\n\n${fence([test, '', ...lines])}\n`,
  };
};

/** The instance of a file; null when it is another test's, of another version, cut or edited beyond use: it is then found anew. */
export const decodeStored = (text: string, test: string): Drawn | null => {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isRecord(file) || file.format !== FORMAT || file.version !== VERSION || file.test !== test)
    return null;
  const { dimensions, values } = file;
  if (!Array.isArray(dimensions) || !Array.isArray(values)) return null;
  const sizes = new Map<string, number>();
  for (const d of dimensions) {
    if (!Array.isArray(d) || typeof d[0] !== 'string' || !isSize(d[1])) return null;
    sizes.set(d[0], d[1]);
  }
  const grids = new Map<string, Grid>();
  for (const v of values) {
    if (!isRecord(v) || typeof v.name !== 'string' || !isSize(v.rows) || !isSize(v.cols)) return null;
    const { name, rows, cols, data } = v;
    if (!Array.isArray(data) || data.length !== rows * cols || !data.every(x => Number.isFinite(x)))
      return null;
    grids.set(name, { rows, cols, data: Float64Array.from(data) });
  }
  return { dimensions: sizes, values: grids, directions: new Map(), indices: new Map() };
};

const isSize = (x: unknown): x is number =>
  Number.isSafeInteger(x) && (x as number) >= 1 && (x as number) <= 1000;
const isRecord = (x: unknown): x is Record<string, unknown> =>
  typeof x === 'object' && x !== null && !Array.isArray(x);
