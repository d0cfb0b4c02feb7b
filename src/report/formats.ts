// The formats of a report, one row each: adding a format is adding a row. Each is loaded only when it is asked for.

import type { Run } from '../verdict/verdict.ts';
import type { Gate } from './gate.ts';

export interface RenderOptions {
  readonly color?: boolean;
  /** Columns of the terminal. */
  readonly width?: number;
  /** The folder that counterexamples are written to, as the user named it; null when they are not written. */
  readonly reports?: string | null;
  /** What counts as a failure; by default everything that does not hold. */
  readonly gate?: Gate;
  /** Of this program, for formats that name their tool. */
  readonly version?: string;
  /** KaTeX's style with its fonts, for a page that shows mathematics in them. */
  readonly mathematicsStyle?: string | null;
}
export type Render = (run: Run, options?: RenderOptions) => string;

interface Format {
  readonly name: string;
  readonly summary: string;
  readonly load: () => Promise<Render>;
}

export const FORMATS: readonly Format[] = [
  {
    name: 'pretty',
    summary: 'for people, in a terminal',
    load: async () => (await import('./pretty.ts')).pretty,
  },
  {
    name: 'json',
    summary: 'for programs; its schema is rederive/schema.json',
    load: async () => (await import('./json.ts')).json,
  },
  {
    name: 'markdown',
    summary: 'for a pull request or a page',
    load: async () => (await import('./markdown.ts')).markdown,
  },
  {
    name: 'html',
    summary: 'a page to look at, self-contained',
    load: async () => {
      const { page } = await import('./html/html.ts');
      return (run, options) => page(run, options?.mathematicsStyle ?? null);
    },
  },
  {
    name: 'sarif',
    summary: 'SARIF 2.1.0, for code scanning',
    load: async () => (await import('./sarif.ts')).sarif,
  },
  {
    name: 'junit',
    summary: 'JUnit XML, for the test tables of CI systems',
    load: async () => (await import('./junit.ts')).junit,
  },
  {
    name: 'github',
    summary: 'annotations in a GitHub workflow',
    load: async () => (await import('./github.ts')).github,
  },
];

/**
 * A run as text.
 * @throws RangeError for an unknown format, listing the known ones
 */
export const report = async (run: Run, format: string, options: RenderOptions = {}): Promise<string> => {
  const row = FORMATS.find(f => f.name === format);
  if (!row)
    throw new RangeError(`unknown format "${format}": use one of ${FORMATS.map(f => f.name).join(', ')}`);
  return (await row.load())(run, options);
};
