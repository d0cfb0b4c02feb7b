// One noun phrase: "a real symmetric n×n matrix of variables", "invertible", "n-vector with all the elements equal to 1".
// Read from a place on, word by word; what is not understood ends it.

import type { Structure } from '../expression/symbol.ts';
import type { Declaration } from './document.ts';
import { type Atom, isMark, lengthAt, wordAt } from './prose.ts';
import type { Size } from './sizes.ts';
import { ALL_ONES, FILLERS, SIZE_NOUNS, type Told, VERBS, VOCABULARY } from './vocabulary.ts';

export interface Phrase {
  readonly kind?: Declaration['kind'];
  readonly role?: Declaration['role'];
  readonly means?: string;
  readonly square: boolean;
  readonly structure: readonly Structure[];
  readonly size?: Size;
  /** "of the same size": one shape for the whole group. */
  readonly same: boolean;
  /** A plural noun or "all": said of every name beside it. */
  readonly plural: boolean;
  readonly noun: boolean;
  readonly complex?: boolean;
  readonly unitSum?: boolean;
  /** Words for what nothing here uses. */
  readonly unused?: readonly string[];
  /** Arbitrary, general: what was said of the letter before holds no more. */
  readonly general?: boolean;
  /** Something that declares was said. */
  readonly tells: boolean;
  readonly end: number;
}

/** The vocabulary's row at a place, the longest first, and where it ends. */
const rowAt = (atoms: readonly Atom[], i: number): { told: Told; end: number } | null => {
  for (let n = 3; n > 0; n--) {
    const words = Array.from({ length: n }, (_, k) => wordAt(atoms, i + k));
    const told = words.every(w => w) ? VOCABULARY.get(words.join(' ')) : undefined;
    if (told) return { told, end: i + n };
  }
  return null;
};
export const isAdjective = (atoms: readonly Atom[], i: number): boolean => {
  const row = rowAt(atoms, i);
  return row !== null && !row.told.noun;
};

/** The words of a few atoms as one text, for patterns over several words. */
const textFrom = (atoms: readonly Atom[], i: number): { text: string; ends: number[] } => {
  let text = '';
  const ends: number[] = [];
  for (let k = i; k < Math.min(i + 12, atoms.length); k++) {
    const a = atoms[k]!;
    const length = lengthAt(a)?.rows;
    const word =
      a.kind === 'word'
        ? a.text
        : a.kind === 'number'
          ? `${a.value}`
          : a.kind === 'math' && length?.length === 0
            ? '1'
            : '¶';
    text += (text ? ' ' : '') + word;
    ends.push(text.length);
  }
  return { text, ends };
};

export const phraseAt = (atoms: readonly Atom[], from: number, to = atoms.length): Phrase => {
  let said: Told = {};
  const structure = new Set<Structure>();
  const unused: string[] = [];
  let size: Size | undefined;
  let [same, plural, tells, noun, negated, determined, acting] = [
    false,
    false,
    false,
    false,
    false,
    false,
    false,
  ];
  let i = from;
  const sizeIs = (s: Size): void => {
    size ??= s;
    tells = true;
  };
  while (i < to) {
    const a = atoms[i]!;
    const word = a.kind === 'word' ? a.text : '';
    if (a.kind === 'math') {
      const next = wordAt(atoms, i + 1);
      if (a.form.kind === 'size') sizeIs(a.form.size);
      else if (a.form.kind === 'space' && (noun || wordAt(atoms, i - 1) === 'in')) {
        sizeIs(a.form.space.size);
        for (const s of a.form.space.structure) structure.add(s);
      } else if (lengthAt(a) && DIMENSIONAL.test(next)) {
        sizeIs(lengthAt(a)!);
        if (next === 'dimensional') i++;
      } else break;
      i++;
      continue;
    }
    if (isMark(a, '(')) {
      let start = i + 1;
      while (WITHIN.test(wordAt(atoms, start))) start++;
      const inner = phraseAt(atoms, start, to);
      if (!isMark(atoms[inner.end], ')') || inner.end === start) break;
      if (inner.tells) {
        said = { ...told(inner), ...said };
        for (const s of inner.structure) structure.add(s);
        if (inner.size) sizeIs(inner.size);
        tells = true;
      }
      i = inner.end + 1;
      continue;
    }
    if (a.kind === 'number' && DIMENSIONAL.test(wordAt(atoms, i + 1))) {
      sizeIs(lengthAt(a)!);
      i += wordAt(atoms, i + 1) === 'dimensional' ? 2 : 1;
      continue;
    }
    if (tells && isMark(a, ',') && closes(atoms, i + 1)) {
      i++;
      continue;
    }
    if (word === '') break;
    if (word === 'not' || word === 'necessarily') {
      negated = true;
      i++;
      if (wordAt(atoms, i) === 'depending' && wordAt(atoms, i + 1) === 'on') {
        said = { ...said, role: 'constant' };
        tells = true;
        break;
      }
      continue;
    }
    const ones = ALL_ONES.exec(textFrom(atoms, i).text);
    if (ones) {
      said = { ...said, role: 'ones', kind: said.kind ?? 'vector' };
      tells = true;
      const { ends } = textFrom(atoms, i);
      i += ends.findIndex(e => e >= ones[0].length) + 1;
      break;
    }
    const counted = countedAt(atoms, i);
    if (counted && counted.end <= to) {
      sizeIs(counted.size);
      if (counted.role) said = { ...said, role: counted.role, kind: said.kind ?? 'vector' };
      i = counted.end;
      continue;
    }
    const row = rowAt(atoms, i);
    if (row && row.end <= to) {
      if (!negated) {
        for (const s of row.told.structure ?? []) structure.add(s);
        const { structure: _, noun: isNoun, unused: isUnused, ...rest } = row.told;
        if (isUnused) unused.push(wordsOf(atoms, i, row.end));
        said = { ...said, ...rest };
        noun ||= isNoun ?? false;
        tells = true;
        plural ||= /(?:ces|ors|ars|ions|ers)$/.test(wordAt(atoms, row.end - 1));
      }
      negated = false;
      i = row.end;
      continue;
    }
    if (/^\p{L}$/u.test(word) && !isDeterminer(word) && DIMENSIONAL.test(wordAt(atoms, i + 1))) {
      sizeIs(lengthAt(a)!);
      i += wordAt(atoms, i + 1) === 'dimensional' ? 2 : 1;
      continue;
    }
    if (word === 'of' || word === 'the' || word === 'have' || word === 'has') {
      const sized = sizedAt(atoms, i);
      if (sized) {
        if (sized.size) sizeIs(sized.size);
        else same = tells = true;
        i = sized.end;
        continue;
      }
    }
    if (word === 'given' && determined && !negated) {
      said = { role: 'constant', ...said };
      tells = true;
    }
    if (isDeterminer(word)) determined = true;
    if (word === 'all' || word === 'both') plural = true;
    if (/^(that|which)$/.test(word) && ACTS.test(wordAt(atoms, i + 1))) {
      i++;
      continue;
    }
    if (ACTS.test(word) || (acting && /^(on|to|by|it|its)$/.test(word))) {
      acting = true;
      i++;
      continue;
    }
    if (
      word === 'and' &&
      (isAdjective(atoms, i + 1) ||
        ACTS.test(wordAt(atoms, i + 1)) ||
        (noun && isAdjective(atoms, i + 2) && wordAt(atoms, i + 1) === 'is'))
    ) {
      i++;
      continue;
    }
    if ((tells || i === from) && HAVING.test(word) && rowAt(atoms, i + 1)?.told.structure) {
      i++;
      continue;
    }
    if (
      word === 'in' &&
      atoms[i + 1]?.kind === 'math' &&
      (atoms[i + 1] as { form: { kind: string } }).form.kind === 'space'
    ) {
      i++;
      continue;
    }
    if (word === 'of' && noun && wordAt(atoms, i + 1) === 'variables') {
      i += 2;
      continue;
    }
    const adjective =
      determined && !noun && !VERBS.has(word) && [1, 2].some(n => rowAt(atoms, i + n)?.told.noun);
    if (!FILLERS.has(word) && !ASSUMED.has(word) && !adjective) break;
    negated &&= isDeterminer(word);
    i++;
  }
  return {
    ...(said.kind && { kind: said.kind }),
    ...(said.role && { role: said.role }),
    ...(said.means && { means: said.means }),
    ...(said.complex && { complex: true }),
    ...(said.unitSum && { unitSum: true }),
    ...(unused.length && { unused }),
    ...(isGeneral(atoms, from, i) && { general: true }),
    ...(size && { size }),
    square: said.square ?? false,
    structure: [...structure],
    same,
    plural,
    noun,
    tells,
    end: i,
  };
};

const wordsOf = (atoms: readonly Atom[], from: number, to: number): string =>
  Array.from({ length: to - from }, (_, k) => wordAt(atoms, from + k)).join(' ');
const isGeneral = (atoms: readonly Atom[], from: number, to: number): boolean =>
  /\b(?:arbitrary|general|any)\b/.test(wordsOf(atoms, from, to));

const told = (p: Phrase): Told => ({
  ...(p.kind && { kind: p.kind }),
  ...(p.role && { role: p.role }),
  ...(p.means && { means: p.means }),
  ...(p.square && { square: true }),
});
/** "with full column rank", "of unit length". */
const HAVING = /^(with|of|having)$/;
/** Adjectives up to the end of what is said: "n×n, symmetric and invertible." */
const closes = (atoms: readonly Atom[], from: number): boolean => {
  let i = from;
  while (isAdjective(atoms, i) || (i > from && wordAt(atoms, i) === 'and' && isAdjective(atoms, i + 1)))
    i = rowAt(atoms, i)?.end ?? i + 1;
  return i > from && (i >= atoms.length || isMark(atoms[i], '.', ',', ';', ')'));
};
/** "(and assuming symmetric)" */
export const WITHIN = /^(and|also|assuming|hence|thus|therefore)$/;
const DIMENSIONAL = /^(vector|vectors|dimensional|column|row)$/;
const ACTS = /^(acts|act|acting|applied|applies|apply)$/;
const ASSUMED = new Set([
  'assumed',
  'supposed',
  'taken',
  'to',
  'be',
  'said',
  'nonsquare',
  'nonsymmetric',
  'non',
]);
const isDeterminer = (word: string): boolean => /^(a|an|the|any|some|each|every)$/.test(word);

/** "of size n×n", "of length n", "of the same size", "has m×k entries". */
const sizedAt = (atoms: readonly Atom[], from: number): { size: Size | null; end: number } | null => {
  let i = from;
  if (/^(of|have|has)$/.test(wordAt(atoms, i))) i++;
  if (wordAt(atoms, i) === 'the') i++;
  if (wordAt(atoms, i) === 'same' || wordAt(atoms, i) === 'equal')
    return SIZE_NOUNS.has(wordAt(atoms, i + 1)) ? { size: null, end: i + 2 } : null;
  const sizeFirst = atoms[i];
  if (wordAt(atoms, from) !== 'of' && sizeFirst?.kind === 'math' && sizeFirst.form.kind === 'size')
    return /^(entries|elements|components)$/.test(wordAt(atoms, i + 1))
      ? { size: sizeFirst.form.size, end: i + 2 }
      : null;
  if (!SIZE_NOUNS.has(wordAt(atoms, i))) return null;
  while (/^(is|are|equal|to)$/.test(wordAt(atoms, i + 1))) i++;
  const a = atoms[i + 1];
  if (a?.kind === 'math' && a.form.kind === 'size') return { size: a.form.size, end: i + 2 };
  const length = lengthAt(a);
  return length ? { size: length, end: i + 2 } : null;
};

/** "of n ones", "with n rows (samples) and p columns". */
const countedAt = (
  atoms: readonly Atom[],
  i: number,
): { size: Size; role?: 'ones' | 'zeros'; end: number } | null => {
  if (!/^(of|with|has|having|have)$/.test(wordAt(atoms, i))) return null;
  const rows = lengthAt(atoms[i + 1])?.rows;
  const noun = wordAt(atoms, i + 2);
  if (!rows) return null;
  if (noun === 'ones') return { size: { rows }, role: 'ones', end: i + 3 };
  if (/^zeroe?s$/.test(noun)) return { size: { rows }, role: 'zeros', end: i + 3 };
  if (noun !== 'rows') return null;
  let at = i + 3;
  if (isMark(atoms[at], '(') && isMark(atoms[at + 2], ')')) at += 3;
  if (wordAt(atoms, at) !== 'and') return null;
  const cols = lengthAt(atoms[at + 1])?.rows;
  return cols && wordAt(atoms, at + 2) === 'columns' ? { size: { rows, cols }, end: at + 3 } : null;
};
