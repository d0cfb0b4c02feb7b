// Parts of the generated pages: mathematics, tables, the page with its notice, and what pages are made of.

import type { MistakeRow, Verdict, VerdictName } from '../../src/index.ts';
import { latexOf } from './notation.ts';
import type { Pins } from './pins.ts';
import type { Chapter } from './table.ts';

export interface Sources {
  readonly chapters: readonly Chapter[];
  readonly mistakes: Chapter<MistakeRow>;
  readonly pins: Pins;
  /** What refuted a mistake, by its name. */
  readonly refuted: ReadonlyMap<string, Verdict>;
}

const generated = (command: string): string =>
  `<!-- Generated from the rows in properties/ by \`${command}\`; edit the rows instead. -->`;

export const math = (claim: string): string => `$\`${latexOf(claim)}\`$`;
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows]
    .map(row => `| ${row.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n');
/** A page that a command writes. */
export const page = (command: string, ...parts: readonly string[]): string =>
  `${[generated(command), ...parts].join('\n\n')}\n`;
export const count = (verdicts: readonly (VerdictName | undefined)[], of: VerdictName): number =>
  verdicts.filter(v => v === of).length;
