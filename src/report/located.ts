// One form for every message: file:line:column, severity, code, what is wrong; the place in the source; expected, note, fix.

import { type Problem, position } from '../document/document.ts';
import { clean, columns, type Paint, painter, wrap } from './text.ts';

export interface LocatedOptions {
  readonly width?: number;
  readonly paint?: Paint;
  /** Behind the message: "(and in 3 more places)". */
  readonly more?: string;
}

const COLOUR = { error: 'red', warning: 'yellow', note: 'cyan' } as const;

/** Lines of a message; without a text (a file that could not be read) there is no place to show. */
export const located = (
  path: string,
  text: string,
  p: Problem,
  { width = 100, paint = painter(false), more = '' }: LocatedOptions = {},
): string[] => {
  const at = position(text, p.span.start);
  const place = text === '' ? path : `${path}:${at.line}:${at.column}`;
  const lines = wrap(
    `${paint('bold', `${clean(place)}:`)} ${paint(COLOUR[p.severity], `${p.severity}[${p.code}]:`)} `,
    clean(p.message) + more,
    width,
  ).map((line, i) => (i === 0 ? line : `    ${line.trimStart()}`));
  const gutter = gutterOf(at.line);
  if (text !== '') lines.push(...sourceLines(text, p, { width, paint }));
  for (const [word, value] of [
    ['expected', p.expected],
    ['note', p.note],
    ['fix', p.fix],
  ] as const)
    if (value)
      lines.push(...wrap(`${' '.repeat(gutter + 1)}${paint('cyan', '=')} ${word}: `, clean(value), width));
  return lines;
};

const gutterOf = (line: number): number => 3 + `${line}`.length;

/** The line of the source, cut around the place, with carets below. */
export const sourceLines = (
  text: string,
  p: Problem,
  { width = 100, paint = painter(false) }: LocatedOptions,
): string[] => {
  const { line } = position(text, p.span.start);
  const gutter = gutterOf(line);
  const start = text.lastIndexOf('\n', p.span.start - 1) + 1;
  const newline = text.indexOf('\n', p.span.start);
  const end = newline < 0 ? text.length : newline;
  const before = [...text.slice(start, p.span.start)];
  const marked = [...text.slice(p.span.start, Math.max(p.span.start, Math.min(p.span.end, end)))];
  const after = [...text.slice(p.span.start + marked.join('').length, end).replace(/\r$/, '')];
  const room = Math.max(20, width - gutter - 5);
  const shownMarked = marked.slice(0, room);
  const side = Math.max(6, Math.floor((room - shownMarked.length) / 2));
  const [left, cutLeft] = before.length > side ? [before.slice(-side), '…'] : [before, ''];
  const rest = room - shownMarked.length - left.length;
  const [right, cutRight] = after.length > rest ? [after.slice(0, Math.max(0, rest)), '…'] : [after, ''];
  const shown = (characters: readonly string[]): string => clean(characters.join(''));
  const lead = cutLeft + shown(left);
  const number = `${line}`.padStart(gutter);
  return [
    `${paint('dim', `${number} |`)} ${lead}${shown(shownMarked)}${shown(right)}${cutRight}`.trimEnd(),
    `${paint('dim', `${' '.repeat(gutter)} |`)} ${' '.repeat(columns(lead))}${paint('red', '^'.repeat(Math.max(1, columns(shown(shownMarked)))))}`,
  ];
};
