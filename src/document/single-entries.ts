// Single-entry matrices: what tells that E_{ij} is the matrix with a 1 at (i, j) and zeros elsewhere, and no entry of a matrix E.
//   said: "E_{ij} is the single-entry matrix"; written: E_{ij} = e_i e_j^⊤; and J^{ij}, the notation of the Matrix Cookbook (2012, ch. 9.7)

import type { Region } from './regions.ts';

const LETTER = String.raw`(?:\\(?:mathbf|boldsymbol|bm|mathrm)\s*)?\{?\s*(\p{Lu}|\\Delta)\s*\}?`;
const PAIR = String.raw`\s*([_^])\s*\{?\s*[a-z]\s*,?\s*[a-z]\s*\}?`;
const UNIT = (index: string): string =>
  String.raw`(?:\\(?:mathbf|boldsymbol|bm|vec)\s*)?\{?\s*e\s*\}?\s*_\s*\{?\s*${index}\s*\}?`;
const ALONE = new RegExp(String.raw`^\s*${LETTER}${PAIR}\s*$`, 'u');
const WRITTEN = new RegExp(
  String.raw`^\s*${LETTER}\s*([_^])\s*\{?\s*([a-z])\s*,?\s*([a-z])\s*\}?\s*:?=\s*${UNIT('\\3')}\s*${UNIT('\\4')}\s*\^`,
  'u',
);
/** J^{ij}; and J that stands for something else. */
const COOKBOOK = /(?<![\p{L}\\])J\s*\^\s*\{\s*[i-np-s]\s*,?\s*[i-np-s]\s*\}/u;
const OTHER_J = /(?<![\p{L}\\])J(?!\s*\^\s*\{?\s*(?:[i-np-s]\s*,?\s*[i-np-s]|\d\s*,?\s*\d)\s*\}?)/u;
const SAID =
  /\bsingle[- ]entry\b|\bmatrix units?\b|\b(?:standard|canonical) (?:basis|unit) matri|\b(?:1|one)\b[^.]{0,60}\bzeros?\b[^.]{0,20}\b(?:else|other)/i;
const AROUND = 120;

/** Each as its letter with the sign of its indices: "J^", "E_". */
export const singleEntriesOf = (text: string, regions: readonly Region[]): ReadonlySet<string> => {
  const found = new Set<string>();
  const formulas = regions.map(({ content }) => text.slice(content.start, content.end));
  if (formulas.some(f => COOKBOOK.test(f)) && !formulas.some(f => OTHER_J.test(f))) found.add('J^');
  for (const [k, { outer }] of regions.entries()) {
    const formula = formulas[k]!;
    const alone = ALONE.exec(formula);
    const [, letter, sign] = (alone && isSaid(text, outer) && alone) || (WRITTEN.exec(formula) ?? []);
    if (letter) found.add(`${letter === '\\Delta' ? 'Δ' : letter}${sign}`);
  }
  return found;
};
/** In the same sentence. */
const isSaid = (text: string, { start, end }: Region['outer']): boolean => {
  const before = text.slice(Math.max(0, start - AROUND), start).replace(/^[\s\S]*(?:\.\s|\n\s*\n)/, '');
  const after = text.slice(end, end + AROUND).replace(/(?:\.\s|\n\s*\n)[\s\S]*$/, '');
  return SAID.test(before) || SAID.test(after);
};
