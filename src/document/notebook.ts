// Jupyter notebooks: the Markdown cells as one text, with where each begins, so that a place can be told as cell and line.

import type { Problem } from '../latex/problem.ts';
import { type Document, position } from './document.ts';

export interface Notebook {
  readonly text: string;
  readonly cells: NonNullable<Document['cells']>;
  readonly problems: readonly Problem[];
}

export const readNotebook = (source: string): Notebook => {
  let cells: unknown;
  try {
    cells = (JSON.parse(source) as { cells?: unknown } | null)?.cells;
  } catch {
    return broken('this is no notebook: its JSON cannot be read');
  }
  if (!Array.isArray(cells)) return broken('this is no notebook: it has no list of cells');
  let text = '';
  const found: { number: number; start: number }[] = [];
  cells.forEach((cell: { cell_type?: unknown; source?: unknown } | null, i) => {
    if (cell?.cell_type !== 'markdown') return;
    const lines = Array.isArray(cell.source) ? cell.source.join('') : cell.source;
    if (typeof lines !== 'string') return;
    if (text) text += '\n\n';
    found.push({ number: i + 1, start: text.length });
    text += lines;
  });
  return { text, cells: found, problems: [] };
};

const broken = (message: string): Notebook => ({
  text: '',
  cells: [],
  problems: [
    {
      severity: 'error',
      code: 'F011',
      message,
      span: { start: 0, end: 0 },
      fix: 'save the notebook again, or export it as Markdown',
    },
  ],
});

/** Line and column in the document, or in its cell where the document is a notebook. */
export const placeOf = (
  document: Pick<Document, 'text' | 'cells'>,
  offset: number,
): { readonly cell: number | null; readonly line: number; readonly column: number } => {
  const cell = document.cells?.findLast(c => c.start <= offset);
  if (!cell) return { cell: null, ...position(document.text, offset) };
  return { cell: cell.number, ...position(document.text.slice(cell.start), offset - cell.start) };
};
