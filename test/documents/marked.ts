// Documents with the truth of each line in the margin, and what becomes of the lines when Rederive reads them.
//   `+ ` is true, `- ` false; behind the sign `?` is a line told to be unreadable, `.` one that is listed only (a definition, a condition),
//   `!` a wrong verdict. `=== title (tex)` begins a document, `%%` a cell of a notebook.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { elaborate, holds, type JudgedDocument, judge, read, type VerdictName } from '../../src/index.ts';

export interface Marked {
  readonly title: string;
  readonly format: 'md' | 'tex' | 'ipynb';
  /** With the margin of two letters. */
  readonly lines: readonly string[];
}

export const documentsIn = (file: string): Marked[] =>
  readFileSync(file, 'utf8')
    .split(/^=== /m)
    .slice(1)
    .map(part => {
      const [head = '', ...lines] = part.trimEnd().split('\n');
      const [, title = head, format = 'md'] = /^(.*?)(?: \((tex|ipynb)\))?$/.exec(head) ?? [];
      return { title, format: format as Marked['format'], lines };
    });

export const filesIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter(f => f.endsWith('.txt'))
    .sort()
    .map(f => join(folder, f));

const CELL = '  %%';
const bare = (lines: readonly string[]): string[] => lines.map(l => l.slice(2));

/** The text as a file would hold it; a notebook's cells are all Markdown. */
const source = ({ format, lines }: Marked): string => {
  if (format !== 'ipynb') return bare(lines).join('\n');
  const cells: string[][] = [[]];
  for (const l of lines) l === CELL ? cells.push([]) : cells.at(-1)!.push(l);
  const markdown = cells.map(c => ({ cell_type: 'markdown', source: bare(c).join('\n') }));
  return JSON.stringify({ cells: markdown });
};

const mark = (margin: string, verdicts: readonly VerdictName[]): string => {
  const known = verdicts.filter(v => v !== 'unreadable');
  const anyFalse = known.some(v => !holds(v));
  const unread = verdicts.length === 0 ? '.' : '?';
  const sign = margin[0]!;
  if (sign === ' ') return anyFalse ? ' !' : '  ';
  if (sign === '+') {
    if (anyFalse) return '+!';
    return known.length > 0 && known.length === verdicts.length ? '+ ' : `+${unread}`;
  }
  if (anyFalse) return '- ';
  return known.length > 0 && known.length === verdicts.length ? '-!' : `-${unread}`;
};

export const judged = (marked: Marked): Promise<JudgedDocument> =>
  judge(elaborate(read(source(marked), { path: `held.${marked.format}` })));

/** The same lines, with what became of each in the margin. */
export const remarked = (marked: Marked, document: JudgedDocument): string[] => {
  const verdicts = marked.lines.map((): VerdictName[] => []);
  for (const { claim, verdict } of document.claims) verdicts[claim.line - 1]!.push(verdict.name);
  return marked.lines.map((l, i) => mark(l.slice(0, 2).padEnd(2), verdicts[i]!) + l.slice(2));
};

/** A document as its file holds it, with these margins. */
export const written = ({ title, format }: Marked, lines: readonly string[]): string =>
  `=== ${title}${format === 'md' ? '' : ` (${format})`}\n${lines.map(l => `${l.trimEnd()}\n`).join('')}`;
