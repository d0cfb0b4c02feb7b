// "X has rows x_iᵀ", "the columns u_i of U", "a_iᵀ is the i-th row of A": the family x is made of the rows or columns of a matrix.

import type { Letter } from './labels.ts';
import { type Atom, endsSentence } from './prose.ts';

/** Each x_i is column i of the matrix, or column i of its transpose. */
export interface Members {
  readonly family: Letter;
  readonly matrix: Letter;
  readonly turned: boolean;
}

export const membersIn = (atoms: readonly Atom[]): Members[] => {
  const found: Members[] = [];
  let sentence = '';
  let letters: (Letter & { turned: boolean })[] = [];
  const end = (): void => {
    for (const pattern of PATTERNS)
      for (const m of sentence.matchAll(pattern)) {
        const { family, matrix, part } = m.groups!;
        if (family === undefined) continue;
        const [x, of] = [letters[Number(family)]!, letters[Number(matrix)]!];
        const base = /^(\p{L})_\p{L}$/u.exec(x.name)?.[1];
        const rows = /^row/.test(part!);
        if (!base || rows !== x.turned || !/^\p{Lu}$/u.test(of.name)) continue;
        const latex = x.latex.replace(/_[\s\S]*$/, '');
        found.push({ family: { ...x, name: base, latex }, matrix: of, turned: rows });
      }
    sentence = '';
    letters = [];
  };
  atoms.forEach((a, i) => {
    if (a.kind === 'math') {
      const { form } = a;
      const next = atoms[i + 1];
      const counts = next?.kind === 'word' && /^(th|st|nd)$/.test(next.text);
      const names = counts
        ? []
        : form.kind === 'names'
          ? form.letters
          : form.kind === 'members'
            ? form.groups.flatMap(g => g.letters)
            : [];
      const turned = form.kind === 'names' && form.turned === true;
      sentence += names.length ? names.map((_, k) => ` $${letters.length + k}`).join('') : ' #';
      letters.push(...names.map(l => ({ ...l, turned })));
    } else sentence += a.kind === 'word' ? ` ${a.text}` : a.kind === 'mark' ? ` ${a.text}` : ' #';
    if (endsSentence(atoms, i)) end();
  });
  end();
  return found;
};

const WORDS = '(?: (?!(?:not|and|or)\\b)[a-z]+| #){0,4}';
const PATTERNS: readonly RegExp[] = [
  `\\$(?<matrix>\\d+)(?: [(,])?${WORDS} (?:has|have|with|having|whose)${WORDS} (?<part>rows?|columns?)${WORDS} \\$(?<family>\\d+)`,
  `(?<part>rows?|columns?) (?:\\$(?<family>\\d+) )?of${WORDS} \\$(?<matrix>\\d+)`,
  `(?<part>rows?|columns?) of${WORDS} \\$(?<matrix>\\d+) (?:is|are|be|being|by)${WORDS} \\$(?<family>\\d+)`,
  `\\$(?<family>\\d+)${WORDS} (?<part>rows?|columns?) of${WORDS} \\$(?<matrix>\\d+)`,
].map(source => new RegExp(source, 'g'));
