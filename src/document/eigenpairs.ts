// Eigenpairs and singular triples: "λ is a simple eigenvalue of A with unit eigenvector v", "Av = λv with vᵀv = 1", "σ₁ is the largest
// singular value of X, u₁ and v₁ its left and right singular vectors". Each letter gets the meaning that the words give it.
//   an equation counts where the text supposes it, of letters that no formula had before and by which nothing is differentiated; an
//   eigenvector only where it is said to be of length 1 · what is said of more than one matrix, or in no way that is known here, gives no meaning

import type { Chain, Syntax } from '../latex/syntax.ts';
import type { Form } from './forms.ts';
import type { Letter } from './labels.ts';
import { type Atom, endsSentence } from './prose.ts';
import { namesIn } from './rewrite.ts';
import { supposedIn } from './supposed.ts';

type Name = Pick<Letter, 'name' | 'font' | 'latex' | 'span'>;
export type Place = 'largest' | 'smallest' | 'any' | 'each';
export interface Eigenpair {
  readonly of: Syntax;
  readonly place: Place;
  readonly singular: boolean;
  readonly value: Name | null;
  /** The eigenvector, or the right singular vector. */
  readonly vector: Name | null;
  readonly left: Name | null;
}

/** A chain with the words of its sentence before it. */
export interface Said {
  readonly chain: Chain;
  readonly sentence: string;
}
export interface Eigenpairs {
  readonly pairs: readonly Eigenpair[];
  /** The equations that said so. */
  readonly chains: ReadonlySet<Chain>;
}

export const eigenpairsOf = (
  text: string,
  atoms: readonly Atom[],
  said: readonly Said[],
  varying: (name: string) => boolean,
): Eigenpairs => {
  if (!/\b(?:eigen|singular)/i.test(text) && !said.some(s => equation(s.chain))) return NONE;
  const units = new Set(
    said.flatMap(({ chain }) => {
      const like = supposedIn(chain);
      return like?.structure === 'unit' ? [like.name] : [];
    }),
  );
  const isUnit = ({ name }: Name): boolean => units.has(name) || UNIT.test(text);
  const stood = new Set<string>();
  const written = said.flatMap(({ chain, sentence }) => {
    const found = equation(chain);
    const isNew = found && ![found.value, found.vector].some(l => stood.has(l.name));
    for (const name of chain.items.flatMap(namesIn)) stood.add(name);
    const place: Place | null = found?.each ? 'each' : placeIn(sentence);
    return found && isNew && place && SUPPOSED.test(sentence) ? [{ ...found, place, chain }] : [];
  });
  const pairs: Eigenpair[] = written.map(({ of, place, value, vector }) => ({
    of,
    place,
    singular: false,
    value,
    vector,
    left: null,
  }));
  const known = new Set(pairs.flatMap(lettersOf).map(l => l.name));
  for (const pair of sentencesOf(atoms).flatMap(told))
    if (!lettersOf(pair).some(l => known.has(l.name))) {
      pairs.push(pair);
      for (const l of lettersOf(pair)) known.add(l.name);
    }
  const kept = pairs.filter(
    p =>
      lettersOf(p).every(l => !varying(l.name) && !namesIn(p.of).includes(l.name)) &&
      (p.singular || !p.vector || isUnit(p.vector)),
  );
  return {
    pairs: kept,
    chains: new Set(written.filter((_, k) => kept.includes(pairs[k]!)).map(w => w.chain)),
  };
};
const NONE: Eigenpairs = { pairs: [], chains: new Set() };
export const lettersOf = (p: Eigenpair): Name[] => [p.value, p.vector, p.left].flatMap(l => (l ? [l] : []));

const SUPPOSED =
  /\b(?:let|with|where|suppose|supposing|assume|assuming|given|satisf(?:ying|ies|y)|that|for|consider|eigen\w+)\b/;
const UNIT =
  /\b(?:unit|normali[sz]ed|orthonormal)\b[^.]{0,50}\beigen(?:vector|pair)s?\b|\beigenvectors?\b[^.]{0,60}\b(?:unit|normali[sz]ed|orthonormal|length 1|norm 1)\b/i;

/** Av = λv: what it says of A, λ and v; of each pair, for A v_i = λ_i v_i. */
const equation = ({
  items,
  relations,
}: Chain): { of: Syntax; value: Name; vector: Name; each: boolean } | null => {
  const [left, right] = items;
  if (
    relations.length !== 1 ||
    relations[0]!.sign !== '=' ||
    left?.kind !== 'product' ||
    right?.kind !== 'product'
  )
    return null;
  const vector = left.factors.at(-1)!;
  const [a, b, ...more] = right.factors;
  const value = a && written(a) === written(vector) ? b : b && written(b) === written(vector) ? a : null;
  const [v, l] = [letterOf(vector), value ? letterOf(value) : null];
  if (
    !v ||
    !l ||
    more.length ||
    v.index !== l.index ||
    !SMALL.test(v.letter.name) ||
    !SMALL.test(l.letter.name)
  )
    return null;
  const factors = left.factors.slice(0, -1);
  const [only] = factors;
  const of: Syntax = factors.length === 1 ? only! : { kind: 'product', factors, span: left.span };
  const names = namesIn(of);
  if (!names.length || names.some(n => SMALL.test(n))) return null;
  return { of, value: l.letter, vector: v.letter, each: v.index !== '' };
};
const SMALL = /^[\p{Ll}]/u;
/** v, or v_i with an index of its own. */
const letterOf = (s: Syntax): { letter: Name; index: string } | null => {
  if (s.kind === 'name') return { letter: s, index: '' };
  const [index, ...more] = s.kind === 'subscript' ? s.subscripts : [];
  if (s.kind !== 'subscript' || s.of.kind !== 'name' || index?.kind !== 'name' || more.length) return null;
  return { letter: s.of, index: index.name };
};
const written = (s: Syntax): string => {
  const found = letterOf(s);
  return found ? `${found.letter.name}_${found.index}` : '?';
};

const LARGEST = /\b(?:largest|top|leading|dominant|principal|maximum|maximal|greatest)\b|λ_max|σ_max/;
const SMALLEST = /\b(?:smallest|minimum|minimal|least|lowest)\b|λ_min|σ_min/;
/** Null where both are named. */
const placeIn = (sentence: string): Place | null => {
  const [largest, smallest] = [LARGEST.test(sentence), SMALLEST.test(sentence)];
  if (largest && smallest) return null;
  return largest ? 'largest' : smallest ? 'smallest' : 'any';
};

interface Sentence {
  /** Words, with the k-th letter as "$k" and everything else as "#". */
  readonly text: string;
  readonly letters: readonly Letter[];
}
const sentencesOf = (atoms: readonly Atom[]): Sentence[] => {
  const found: Sentence[] = [];
  let [text, letters]: [string, Letter[]] = ['', []];
  atoms.forEach((a, i) => {
    const named = a.kind === 'math' ? namedIn(a.form) : [];
    if (named.length)
      text += named
        .map((l, k) => `${k ? ' ,' : ''} $${letters.length + k}${SPECTRAL.test(l.name) ? ` ${l.name}` : ''}`)
        .join('');
    else
      text +=
        a.kind === 'word' || a.kind === 'mark' ? ` ${a.text}` : a.kind === 'number' ? ` ${a.value}` : ' #';
    letters.push(...named);
    if (!endsSentence(atoms, i)) return;
    found.push({ text, letters });
    [text, letters] = ['', []];
  });
  return [...found, { text, letters }];
};
const namedIn = (form: Form): readonly Letter[] =>
  form.kind === 'names' ? form.letters : form.kind === 'members' ? form.groups.flatMap(g => g.letters) : [];
const SPECTRAL = /^[λσ]_(?:max|min)$/;

/** A few words, signs and formulas of no interest. */
const SOME = '(?: (?!(?:eigen\\w+|singular)\\b)(?:[a-zλσ_]+|#|\\(|\\)|,)){0,7}';
const IS = '(?: (?:[λσ]_m\\w\\w|#))?(?: ,)?(?: (?:is|are|be|being|denotes?|as|,))+';
const AT = '\\$(?<at>\\d+)';
/** "eigenvalue λ", "λ is a simple eigenvalue", "the eigenvalue is λ". */
const named = (noun: string): string[] => [
  `${noun}(?: (?:is|of \\$\\d+ is))?(?: #)? ${AT}`,
  `${AT}${IS}${SOME} ${noun}\\b`,
  `${AT} ,(?: (?:a|an|the|its|one))${SOME} ${noun}\\b`,
];
const VALUE = [...named('eigenvalue'), `eigenpair \\( ${AT} ,`];
const VECTOR = [...named('eigenvector'), `eigenpair \\( \\$\\d+ , ${AT}`];
const SINGULAR = named('singular value');
const SIDES = [
  `left and right${SOME}(?: singular)? vectors?${SOME} \\$(?<left>\\d+)(?: and| ,)+ \\$(?<right>\\d+)`,
  `\\$(?<left>\\d+)(?: and| ,)+ \\$(?<right>\\d+)(?:${IS}| ,)${SOME} left and right${SOME} singular vectors?\\b`,
  `left singular vector \\$(?<left>\\d+)${SOME} right singular vector \\$(?<right>\\d+)`,
];
const first = (patterns: readonly string[], { text }: Sentence): Record<string, string> | null => {
  for (const p of patterns) {
    const found = new RegExp(p).exec(text)?.groups;
    if (found) return found;
  }
  return null;
};

/** What one sentence says in words. */
const told = (s: Sentence): Eigenpair[] => {
  const letter = (found: Record<string, string> | null, group = 'at'): Letter | null =>
    found?.[group] === undefined ? null : s.letters[Number(found[group])]!;
  const capitals = s.letters.filter(l => /^\p{Lu}$/u.test(l.name));
  const matrices = new Set(capitals.map(l => l.name));
  const [matrix] = capitals;
  const place = placeIn(s.text);
  if (!matrix || matrices.size !== 1 || !place || / (?:not|or) /.test(s.text)) return [];
  const of: Syntax = {
    kind: 'name',
    name: matrix.name,
    font: matrix.font,
    latex: matrix.latex,
    span: matrix.span,
  };
  const sides = first(SIDES, s);
  const [value, vector] = [letter(first(VALUE, s)), letter(first(VECTOR, s))];
  const singular = letter(first(SINGULAR, s));
  const [left, right] = [letter(sides, 'left'), letter(sides, 'right')];
  const pair: Eigenpair =
    singular || sides
      ? { of, place, singular: true, value: singular, vector: right, left }
      : { of, place, singular: false, value, vector, left: null };
  const names = lettersOf(pair).map(l => l.name);
  const isClear = names.every(n => SMALL.test(n)) && new Set(names).size === names.length;
  return names.length && isClear ? [pair] : [];
};
