// Parts of the generated pages: mathematics, tables, the page with its notice, and what pages are made of.

import type { MistakeRow, Verdict, VerdictName } from '../../src/index.ts';
import { latexOf } from './notation.ts';
import { ACCEPT, type Pins } from './pins.ts';
import type { Chapter } from './table.ts';

export interface Sources {
  readonly chapters: readonly Chapter[];
  readonly mistakes: Chapter<MistakeRow>;
  readonly pins: Pins;
  /** What refuted a mistake, by its name. */
  readonly refuted: ReadonlyMap<string, Verdict>;
}

const GENERATED = `<!-- Generated from the rows in properties/ by \`${ACCEPT}\`; edit the rows instead. -->`;

export const math = (claim: string): string => `$\`${latexOf(claim)}\`$`;
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows]
    .map(row => `| ${row.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n');
export const page = (...parts: readonly string[]): string => `${[GENERATED, ...parts].join('\n\n')}\n`;
export const count = (verdicts: readonly (VerdictName | undefined)[], of: VerdictName): number =>
  verdicts.filter(v => v === of).length;
