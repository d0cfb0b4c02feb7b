// Matrices drawn as text, side by side.

import type { Entries } from '../expression/judgement.ts';
import { fromText, subtract, toText } from '../number/rational.ts';
import { columns, padEnd } from './text.ts';

/** Entry at (row, col), both from 0. */
export const entryAt = (e: Entries<string>, row: number, col: number): string =>
  e.data[row * e.cols + col] ?? '';
export const rowsOf = (e: Entries<string>): string[][] =>
  Array.from({ length: e.rows }, (_, r) => e.data.slice(r * e.cols, (r + 1) * e.cols) as string[]);

/** The first entry (by rows) in which two matrices of one shape differ, from 1; null when there is none. */
export const firstDifference = (
  a: Entries<string>,
  b: Entries<string>,
): { readonly row: number; readonly col: number; readonly lhs: string; readonly rhs: string } | null => {
  const at = a.data.findIndex((entry, i) => entry !== b.data[i]);
  if (at < 0) return null;
  return {
    row: Math.floor(at / a.cols) + 1,
    col: (at % a.cols) + 1,
    lhs: a.data[at] ?? '',
    rhs: b.data[at] ?? '',
  };
};

/** left − right, entry by entry: exactly where both are rational numbers. */
export const differenceOf = (a: Entries<string>, b: Entries<string>): Entries<string> => ({
  ...a,
  data: a.data.map((entry, i) => {
    const other = b.data[i] ?? '';
    return RATIONAL.test(entry) && RATIONAL.test(other)
      ? toText(subtract(fromText(entry), fromText(other)))
      : String(Number(entry) - Number(other));
  }),
});
const RATIONAL = /^-?\d+(?:\/\d+)?$/;

/** Six digits are enough to look at; the exact text is in the JSON. */
export const short = (entry: string): string =>
  entry.length > 9 && !entry.includes('/') && Number.isFinite(Number(entry))
    ? String(Number(Number(entry).toPrecision(6)))
    : entry;

/** `name = ⎡1 0⎤` over as many lines as there are rows; a 1×1 matrix is a bare number. */
export const draw = (
  name: string,
  e: Entries<string>,
  mark: (entry: string, row: number, col: number) => string = entry => entry,
): string[] => {
  if (e.rows === 1 && e.cols === 1) return [`${name} = ${mark(short(entryAt(e, 0, 0)), 0, 0)}`];
  const cells = rowsOf(e).map(row => row.map(short));
  const widths = Array.from({ length: e.cols }, (_, c) => Math.max(...cells.map(row => columns(row[c]!))));
  const middle = Math.floor((e.rows - 1) / 2);
  return cells.map((row, r) => {
    const [open, close] = brackets(r, e.rows);
    const head = r === middle ? `${name} = ` : ' '.repeat(columns(name) + 3);
    const body = row.map((cell, c) => ' '.repeat(widths[c]! - columns(cell)) + mark(cell, r, c));
    return `${head}${open}${body.join(' ')}${close}`;
  });
};
const brackets = (row: number, rows: number): readonly [string, string] =>
  rows === 1 ? ['[', ']'] : row === 0 ? ['⎡', '⎤'] : row === rows - 1 ? ['⎣', '⎦'] : ['⎢', '⎥'];

/** Drawings beside each other as far as the width reaches, the rest below. */
export const beside = (drawings: readonly (readonly string[])[], width: number, gap = 3): string[] => {
  const lines: string[] = [];
  let group: (readonly string[])[] = [];
  let used = 0;
  const flush = (): void => {
    if (group.length && lines.length && height(group) > 1) lines.push('');
    lines.push(...join(group, gap));
    [group, used] = [[], 0];
  };
  for (const d of drawings) {
    const w = Math.max(...d.map(columns));
    if (group.length && used + gap + w > width) flush();
    used += (group.length ? gap : 0) + w;
    group.push(d);
  }
  flush();
  return lines;
};
const height = (group: readonly (readonly string[])[]): number => Math.max(0, ...group.map(d => d.length));
const join = (group: readonly (readonly string[])[], gap: number): string[] => {
  const rows = height(group);
  return Array.from({ length: rows }, (_, r) =>
    group
      .map(d => {
        const above = Math.floor((rows - 1) / 2) - Math.floor((d.length - 1) / 2);
        return padEnd(d[r - above] ?? '', Math.max(...d.map(columns)));
      })
      .join(' '.repeat(gap))
      .trimEnd(),
  );
};
