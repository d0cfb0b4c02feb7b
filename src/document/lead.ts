// What a sentence says before a formula: the word that governs it ("let", "where", "if"), and all its words.

import { type Atom, endsSentence, wordAt } from './prose.ts';
import { FILLERS, VERBS, VOCABULARY } from './vocabulary.ts';

export interface Lead {
  /** The word that governs the formula, or "". */
  readonly governor: string;
  /** Formulas stand between the governor and this one. */
  readonly listed: boolean;
  /** Words of the sentence before the formula, lower case, formulas as "$". */
  readonly sentence: string;
  /** Only formulas and no word since the formula before. */
  readonly bare: boolean;
  /** Where its sentence begins, among the atoms. */
  readonly start: number;
}

export const DEFINING =
  /^(let|put|set|setting|define|defining|defined|denote|denoting|write|writing|where|with|call|introduce|use|using|take|consider)$/;
export const CONDITIONAL =
  /^(if|when|whenever|unless|at|case|suppose|assume|assuming|provided|since|because|for|st|satisfying|satisfies|satisfy|constraint|system|equation|subject)$/;
/** Govern what follows directly only: "with B = diag(b), …" says nothing of a display behind the comma. */
const DIRECT = /^(where|with|use|using|take|consider|call|introduce)$/;
const SKIPPED = new Set([
  ...FILLERS,
  ...VERBS,
  ...['and', 'also', 'further', 'moreover', 'us', 'so', 'that', 'as'],
  ...[...VOCABULARY.keys()].flatMap(k => k.split(' ')),
]);

/** What the sentence says before the formula at an atom. A condition governs the first formula behind it only. */
export const leadAt = (atoms: readonly Atom[], at: number, display: boolean): Lead => {
  const words: string[] = [];
  let governor: string | null = null;
  let formulas = 0;
  let i = at - 1;
  const stop = (k: number): boolean => {
    const a = atoms[k];
    return endsSentence(atoms, k) && !(a?.kind === 'mark' && a.text === '¶' && display && k >= at - 2);
  };
  const governed = (word: string): string => {
    if (word === 'to' && words.length > 0 && wordAt(atoms, i - 1) === 'subject') return 'subject';
    if (formulas === 0) return word;
    return CONDITIONAL.test(word) || (display && DIRECT.test(word)) ? '' : word;
  };
  const bare = onlyMarks(atoms, i);
  for (; i >= 0 && !stop(i) && words.length < 40; i--) {
    const a = atoms[i]!;
    words.push(textOf(a));
    if (governor !== null) continue;
    if (a.kind === 'math') formulas++;
    if (a.kind === 'mark' && (a.text === ';' || (a.text === ':' && i < at - 1))) governor = '';
    if (a.kind === 'word' && !SKIPPED.has(a.text) && !qualifies(atoms, i)) governor = governed(a.text);
  }
  return {
    governor: governor ?? '',
    listed: formulas > 0,
    sentence: words.reverse().join(' '),
    bare,
    start: i,
  };
};

/** Words inside a formula ("\quad \text{where}") govern from there on. */
export const leadInside = (lead: Lead, own: string): Lead => {
  const [first = ''] = own.split(/\s+/);
  if (first === '') return { ...lead, listed: true };
  const governor = DEFINING.test(first) || CONDITIONAL.test(first) ? first : '';
  return { ...lead, governor, listed: false, sentence: `${lead.sentence} ${own}`, bare: true };
};

/** The simple of "a simple eigenvalue". */
const qualifies = (atoms: readonly Atom[], i: number): boolean => {
  const word = wordAt(atoms, i);
  if (DEFINING.test(word) || CONDITIONAL.test(word)) return false;
  return VOCABULARY.get(wordAt(atoms, i + 1))?.noun === true && /^(an?|the)$/.test(wordAt(atoms, i - 1));
};
const textOf = (a: Atom): string => {
  switch (a.kind) {
    case 'word':
      return a.text;
    case 'number':
      return `${a.value}`;
    case 'math':
      return '$';
    case 'mark':
      return ',';
    default:
      return a satisfies never;
  }
};
const onlyMarks = (atoms: readonly Atom[], from: number): boolean => {
  let i = from;
  while (i >= 0 && atoms[i]!.kind === 'mark') i--;
  return atoms[i]?.kind === 'math';
};
