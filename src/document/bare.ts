// Posts without any delimiter: a line that is nothing but a formula with a "=" is a display, and "x ∈ ℝⁿ" among words declares.
//   words of a sentence before it ("so", "then we get") are left to the prose · a line with two words in a row is prose
//   a line that begins with "=" goes on with the formula above it · a formula with a word that is no function is told, not lost
//   asked only of texts in which no formula is marked

import { FUNCTIONS_BY_WORD, SPELLED_OUT } from '../latex/symbols.ts';
import type { Span } from '../latex/syntax.ts';
import type { Region } from './regions.ts';

const MEMBER =
  /(?<![\p{L}\d])\p{L}(?:\s*,\s*\p{L})*\s*∈\s*ℝ(?:\^(?:\{[^{}\n]*\}|\([^()\n]*\)|[\p{L}\d])|[ⁿᵐᵏᵖᵈᵗʳˣ⁰-⁹×])*/gu;
const LEAD =
  /^(?:(?:let|then|so|and|hence|thus|therefore|where|with|now|finally|next|also|first|but|since|because|(?:I|we)\s(?:get|have|obtain|think|find)|gives|is|means|implies|my|the|answer|result|solution)[,:]?\s+)+/i;
/** A sentence behind the formula, or what goes on with it: ". Then", "has". */
const TAIL = /\.\s+[A-Z][a-z]*(?:\s[^=]*)?$|,?\s+(?:has|have|is|are|with|where|so|which|then)(?:\s[^=]*)?$/;
const SMALL_WORD =
  /^(?:is|at|of|if|so|we|to|in|my|by|be|or|as|an|it|on|no|he|me|up|us|do|go|am|hi|ok|vs|eg|ie)$/;

/** The formulas of a text in which none is marked. Linear in its length. */
export const bareRegions = (text: string): Region[] => {
  const regions: Region[] = [];
  let start = 0;
  let above = false;
  for (const line of text.split('\n')) {
    const span = formulaIn(line, start);
    const last = regions.at(-1);
    const goesOn = span !== null && text[span.start] === '=';
    if (goesOn && above && last) {
      const whole = { start: last.content.start, end: span.end };
      regions[regions.length - 1] = display(whole, last.broken ?? brokenBy(text, span));
    } else if (span && !goesOn) regions.push(display(span, brokenBy(text, span)));
    else for (const m of line.matchAll(MEMBER)) regions.push(inline(start + m.index, m[0].length));
    above = span !== null;
    start += line.length + 1;
  }
  return regions;
};
const display = (span: Span, broken: Region['broken']): Region => ({
  outer: span,
  content: span,
  display: true,
  broken,
});
const inline = (start: number, length: number): Region => {
  const span = { start, end: start + length };
  return { outer: span, content: span, display: false, broken: null };
};

/** What is left of a line behind marks of lists and quotations and words of a sentence, if it looks like a formula with a "=". */
const formulaIn = (line: string, start: number): Span | null => {
  const marks = /^[\s>]*(?:[-*•]\s+|\(?(?:\d{1,2}|[a-h])[.)]\s+)?/.exec(line)![0].length;
  const lead = marks + (LEAD.exec(line.slice(marks))?.[0].length ?? 0);
  const formula = line
    .slice(lead)
    .replace(TAIL, '')
    .replace(/[\s.,;]+$/, '');
  if (!/(?<![=<>!:+*/-])=(?![=>])/.test(formula) || /[?!"#@~`]|\/\/|https?:/.test(formula)) return null;
  const words = wordsOf(formula);
  if (words.some(w => SMALL_WORD.test(w)) || /[A-Za-z]{2,}[,:]?\s+[A-Za-z]{3,}/.test(formula)) return null;
  return /\p{L}/u.test(formula) ? { start: start + lead, end: start + lead + formula.length } : null;
};
const wordsOf = (formula: string): string[] =>
  formula.replace(/\\[A-Za-z]+/g, ' ').match(/[A-Za-z]{2,}/g) ?? [];

/** The first word that is no function, no differential and no product of a few letters. */
const brokenBy = (text: string, { start, end }: Span): Region['broken'] => {
  const word = wordsOf(text.slice(start, end)).find(w => !isMathematical(w));
  if (word === undefined) return null;
  const at = start + text.slice(start, end).search(new RegExp(`(?<![A-Za-z])${word}(?![A-Za-z])`));
  return {
    severity: 'error',
    code: 'T092',
    message: `this line looks like a formula, but ${word} is no function`,
    span: { start: at, end: at + word.length },
    expected: 'letters, signs and functions such as vec, diag, tr, exp',
    fix: `write one letter for ${word} (β for beta), or put the formulas between $…$`,
  };
};
/** vec, dX, AX, Wx, uv. */
const isMathematical = (word: string): boolean =>
  FUNCTIONS_BY_WORD.has(word) ||
  SPELLED_OUT.has(word) ||
  /^d?[A-Z]{1,3}[a-z]?$|^d[A-Za-z]$|^[a-z]{2}$/.test(word);
