// Letters with their labels, and lists of them: X, W_{out}, X_{m×m}, "A, B and C", "x_1, …, x_N".

import type { Font, Span } from '../latex/syntax.ts';
import { isSign, type Mark } from './marks.ts';
import { closeOf, type Size, sizeOf } from './sizes.ts';

export interface Letter {
  readonly name: string;
  readonly font: Font;
  readonly latex: string;
  readonly span: Span;
  /** From a subscript with ×: X_{m×m}. */
  readonly size?: Size;
  /** x_i: an entry or a member of a family, not a letter of its own. */
  readonly indexed: boolean;
}

/** A letter with its label: X, W_{out}, X_{m×m}, x_i, X^{(1)}. */
export const letterAt = (marks: readonly Mark[], at: number): { letter: Letter; end: number } | null => {
  const m = marks[at];
  if (!m || (m.kind !== 'letter' && !(m.kind === 'text' && /^\p{L}+$/u.test(m.text))))
    return m && m.kind === 'number' && (m.text === '1' || m.text === '0') ? oneAt(marks, at) : null;
  let letter: Letter = { name: m.text, font: m.font, latex: m.latex, span: m.span, indexed: false };
  let end = at + 1;
  for (; isSign(marks[end], '_', '^'); ) {
    const from = end + 1;
    const close = closeOf(marks, from);
    const part = isSign(marks[from], '{') ? marks.slice(from + 1, close - 1) : marks.slice(from, close);
    const size = isSign(marks[end], '_') ? sizeOf(part) : null;
    if (size) letter = { ...letter, size };
    else if (isSign(marks[end], '_')) letter = labelled(letter, part);
    else if (
      (isSign(part[0], '(') && isSign(part.at(-1), ')')) ||
      (isPlusOrMinus(part) && (isSign(part[0], '-') || isSign(marks[close], '(')))
    )
      letter = { ...letter, name: `${letter.name}^${part.map(p => p.text).join('')}` };
    else return null;
    end = close;
  }
  return { letter, end };
};
/** The + of P⁺(K), where P⁺ is a function and no pseudo-inverse. */
const isPlusOrMinus = (part: readonly Mark[]): boolean => part.length === 1 && isSign(part[0], '+', '-');
const oneAt = (marks: readonly Mark[], at: number): { letter: Letter; end: number } => {
  const m = marks[at]!;
  const end = isSign(marks[at + 1], '_') ? closeOf(marks, at + 2) : at + 1;
  return {
    letter: { name: m.text, font: m.font, latex: m.latex, span: m.span, indexed: false },
    end,
  };
};
const labelled = (letter: Letter, label: readonly Mark[]): Letter => {
  const text = label.map(m => m.text).join('');
  const index =
    label.every(m => (m.kind === 'letter' && /^[a-z]$/.test(m.text)) || isSign(m, ',')) && text.length <= 2;
  return {
    ...letter,
    name: `${letter.name}_${text}`,
    latex: `${letter.latex}_{${label.map(m => m.latex).join('')}}`,
    indexed: index,
  };
};

/** "A, B" from a place on: letters with commas or "and" between, as many as there are; the dX of "X, dX" is its differential. */
export const lettersAt = (marks: readonly Mark[], at: number): { letters: Letter[]; end: number } => {
  const letters: Letter[] = [];
  let end = at;
  for (;;) {
    const moved = isSign(marks[end], 'd') ? letterAt(marks, end + 1) : null;
    if (moved && letters.some(l => l.name === moved.letter.name)) {
      end = moved.end;
      if (!isSign(marks[end], ',')) break;
      end++;
    }
    const next = letterAt(marks, end);
    if (!next) break;
    const row = rowAt(marks, next);
    letters.push(row?.letter ?? next.letter);
    end = row?.end ?? next.end;
    if (!isSign(marks[end], ',') && !(marks[end]?.kind === 'text' && /^(and|or)$/.test(marks[end]!.text)))
      break;
    if (!letterAt(marks, end + 1)) break;
    end++;
  }
  return { letters, end };
};

/** "x_1, …, x_N": the members of one family. */
const rowAt = (
  marks: readonly Mark[],
  first: { letter: Letter; end: number },
): { letter: Letter; end: number } | null => {
  const [, base] = /^(\p{L})_[01]$/u.exec(first.letter.name) ?? [];
  let at = first.end;
  while (base && isSign(marks[at], ',')) {
    const next = letterAt(marks, at + 1);
    if (next && !next.letter.name.startsWith(`${base}_`)) return null;
    if (!next && !isSign(marks[at + 1], '…')) return null;
    if (next && /_\p{L}$/u.test(next.letter.name))
      return { letter: { ...next.letter, indexed: true }, end: next.end };
    at = next ? next.end : at + 2;
  }
  return null;
};
