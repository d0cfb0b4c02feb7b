// Sentences as atoms: words, numbers, punctuation, and formulas with what they are ("$n$ by $m$", "3 × 3" and "n x 6" are sizes).

import { dimension } from '../expression/dimension.ts';
import type { Macros } from '../latex/macros.ts';
import type { Span } from '../latex/syntax.ts';
import { type Form, formOf } from './forms.ts';
import type { Letter } from './labels.ts';
import { marksOf } from './marks.ts';
import type { Region } from './regions.ts';
import type { Size } from './sizes.ts';

interface At {
  readonly span: Span;
}
export type Atom =
  | (At & { readonly kind: 'word'; readonly text: string; readonly raw: string })
  | (At & { readonly kind: 'number'; readonly value: number })
  /** One of , ; : ( ) . and "¶", the end of a paragraph. */
  | (At & { readonly kind: 'mark'; readonly text: string })
  | (At & {
      readonly kind: 'math';
      readonly form: Form;
      readonly region: Region | null /** Which region, counted from 0; −1 for a size in words. */;
      readonly index: number;
    });

const TOKEN =
  /(?<break>\n[ \t>]*\r?\n|\n[ \t]*(?=[-*+] |\d+\. |#))|(?<abbreviation>\b(?:w\.\s?r\.\s?t\.?|i\.e\.|e\.g\.|s\.t\.|resp\.|cf\.|p\.s\.d\.|p\.d\.|Eq\.))|(?<word>\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)?(?:-\p{L}+)*)|(?<number>\d+)|(?<mark>[,;:().?!×⊙∘•∈⊗]|(?<=[^\s][ (`]|`)[*](?=[ )`,]))/gu;
const JOINED = new Set([
  'non',
  'semi',
  'element',
  'entry',
  'component',
  'elements',
  'point',
  'anti',
  'coordinate',
]);

/** The atoms of a document, in order; `regions` are in order and do not overlap. */
export const atomsOf = (text: string, masked: string, regions: readonly Region[], macros: Macros): Atom[] => {
  const atoms: Atom[] = [];
  let at = 0;
  for (const [index, region] of regions.entries()) {
    words(masked.slice(at, region.outer.start), at, atoms);
    const form = formOf(marksOf(text, region.content, macros));
    atoms.push({ kind: 'math', form, region, index, span: region.outer });
    at = region.outer.end;
  }
  words(masked.slice(at), at, atoms);
  return sized(atoms);
};

const words = (prose: string, offset: number, into: Atom[]): void => {
  for (const m of prose.matchAll(TOKEN)) {
    const start = offset + m.index;
    const span = { start, end: start + m[0].length };
    const g = m.groups!;
    if (g.break !== undefined) into.push({ kind: 'mark', text: '¶', span });
    else if (g.abbreviation) word(g.abbreviation.replace(/[\s.]/g, ''), start, into);
    else if (g.word) for (const part of compound(g.word)) word(part.text, start + part.at, into);
    else if (g.number) into.push({ kind: 'number', value: Number(g.number), span });
    else if (g.mark) into.push({ kind: 'mark', text: g.mark === '?' || g.mark === '!' ? '.' : g.mark, span });
  }
};

const word = (raw: string, start: number, into: Atom[]): void => {
  const span = { start, end: start + raw.length };
  const last = into.at(-1);
  const text = raw.toLowerCase();
  if (text === 'wise' && last?.kind === 'word' && JOINED.has(last.text))
    into[into.length - 1] = { ...last, text: `${last.text}wise`, span: { ...last.span, end: span.end } };
  else into.push({ kind: 'word', text, raw, span });
};

/** "non-singular" is one word, "n-vector" and "skew-symmetric" are two. */
const compound = (raw: string): { text: string; at: number }[] => {
  const parts: { text: string; at: number }[] = [];
  let at = 0;
  for (const piece of raw.split('-')) {
    const last = parts.at(-1);
    if (last && JOINED.has(last.text.toLowerCase())) last.text += piece;
    else parts.push({ text: piece, at });
    at += piece.length + 1;
  }
  return parts;
};

/** A size between "by" or "x": a number, a letter in or out of dollars. */
const lengthOf = (a: Atom | undefined): Size | null => {
  if (a?.kind === 'number') return counted(a.value);
  if (a?.kind === 'word') return /^\p{L}$/u.test(a.raw) ? { rows: [a.raw] } : null;
  if (a?.kind !== 'math' || a.form.kind !== 'names' || a.form.letters.length !== 1) return null;
  const [letter] = a.form.letters;
  return /^\d+$/.test(letter!.name) ? counted(Number(letter!.name)) : { rows: [letter!.name] };
};
const counted = (n: number): Size | null => (n >= 1 && n < 1e6 ? { rows: dimension(n) } : null);
export const lengthAt = lengthOf;

/** "n x 6", "$m$ by $n$", "3-by-3" become sizes. */
const sized = (atoms: readonly Atom[]): Atom[] => {
  const out: Atom[] = [];
  for (let i = 0; i < atoms.length; i++) {
    const [a, by, b] = [atoms[i]!, atoms[i + 1], atoms[i + 2]];
    const joined =
      (by?.kind === 'word' && (by.text === 'x' || by.text === 'by')) ||
      (by?.kind === 'mark' && by.text === '×');
    const [rows, cols] = joined ? [lengthOf(a), lengthOf(b)] : [null, null];
    if (!rows || !cols || (a.kind === 'word' && a.text === 'a')) out.push(a);
    else {
      const span = { start: a.span.start, end: b!.span.end };
      out.push({
        kind: 'math',
        form: { kind: 'size', size: { rows: rows.rows, cols: cols.rows } },
        region: null,
        index: -1,
        span,
      });
      i += 2;
    }
  }
  return out;
};

/** Letters that an atom names, with the space or size said in the same formula; a single letter outside of dollars counts where a name is expected. */
export const lettersOf = (a: Atom | undefined): readonly Letter[] => {
  if (a?.kind === 'math') return a.form.kind === 'names' ? a.form.letters : [];
  if (a?.kind !== 'word' || !/^\p{L}$/u.test(a.raw) || a.raw === 'a' || a.raw === 'I') return [];
  return [{ name: a.raw, font: 'plain', latex: a.raw, span: a.span, indexed: false }];
};

/** A full stop, the end of a paragraph, or a display behind which a new sentence begins. */
export const endsSentence = (atoms: readonly Atom[], i: number): boolean => {
  const [a, next] = [atoms[i], atoms[i + 1]];
  if (a?.kind === 'mark') return a.text === '.' || a.text === '¶';
  return (
    a?.kind === 'math' &&
    a.region?.display === true &&
    next?.kind === 'word' &&
    /^\p{Lu}\p{L}/u.test(next.raw)
  );
};

/** The word at a place; empty where there is none. */
export const wordAt = (atoms: readonly Atom[], i: number): string => {
  const a = atoms[i];
  return a?.kind === 'word' ? a.text : '';
};
export const isMark = (a: Atom | undefined, ...texts: string[]): boolean =>
  a?.kind === 'mark' && texts.includes(a.text);
