// What the prose says directly before a name ("a diagonal matrix W") and behind it ("W is n×n").

import { isAdjective, type Phrase, phraseAt, WITHIN } from './phrase.ts';
import { type Atom, isMark, wordAt } from './prose.ts';
import { FILLERS, VERBS, VOCABULARY } from './vocabulary.ts';

export const NOTHING: Omit<Phrase, 'end'> = {
  square: false,
  structure: [],
  same: false,
  plural: false,
  noun: false,
  tells: false,
};

/** Words that can stand before a name in a noun phrase. */
export const PHRASE_WORDS = new Set([...VOCABULARY.keys()].flatMap(k => k.split(' ')));

export const COUNTED =
  /^(vectors?|dimensional|ones|zeros|zeroes|rows|columns|entries|components|elements|samples|points|observations|features|times)$/;
const ROLE_WORDS =
  /^(constant|constants|fixed|known|unknown|variable|variables|elementwise|each|every|identity)$/;

/** The noun phrase that ends directly before a place. */
export const phraseBefore = (atoms: readonly Atom[], at: number): Phrase | null => {
  const end = isMark(atoms[at - 1], '(') ? at - 1 : at;
  let from = end;
  let unknown = 0;
  while (from > 0) {
    const a = atoms[from - 1]!;
    if (from < end && isMark(a, ')')) {
      const opens = from - 2 - insertion(atoms, from - 2);
      if (!isMark(atoms[opens], '(')) break;
      from = opens;
      continue;
    }
    const size =
      a.kind === 'math' &&
      (a.form.kind === 'size' || /^(vector|vectors|dimensional)$/.test(wordAt(atoms, from)));
    const word = a.kind === 'word' ? a.text : '';
    if (size || PHRASE_WORDS.has(word)) from--;
    else if (/^(a|an|the|any|some)$/.test(word)) {
      from--;
      break;
    } else if (FILLERS.has(word) || word === 'dimensional') from--;
    else if (word && from < end && unknown++ === 0 && /^(a|an|the)$/.test(wordAt(atoms, from - 2))) from--;
    else break;
  }
  if (from === end) return null;
  const phrase = phraseAt(atoms, from, end);
  return phrase.end === end && phrase.tells ? phrase : null;
};

/** How many words that tell of a letter stand before a place: "(and assuming symmetric)". */
const insertion = (atoms: readonly Atom[], last: number): number => {
  let count = 0;
  const tells = (word: string): boolean => PHRASE_WORDS.has(word) || WITHIN.test(word);
  while (last - count >= 0 && tells(wordAt(atoms, last - count))) count++;
  return count;
};

/** "z ∈ ℝⁿ, y one-hot": the last letter says no space of its own, and another one does. */
const isAside = (atoms: readonly Atom[], start: number, at: number): boolean => {
  const says = (a: Atom | undefined): boolean => a?.kind === 'math' && a.form.kind === 'members';
  return !says(atoms[at - 1]) && atoms.slice(start, at - 1).some(says);
};
/** What is said behind a name, and whether of the whole group. */
export const phraseAfter = (
  atoms: readonly Atom[],
  start: number,
  at: number,
  group: boolean,
): { phrase: Phrase; whole: boolean } | null => {
  let i = at;
  if (isMark(atoms[i], ')') && VERBS.has(wordAt(atoms, i + 1))) i++;
  if (isMark(atoms[i], ',') && /^(assumed|all|both|a|an|which)$/.test(wordAt(atoms, i + 1))) i++;
  const word = wordAt(atoms, i);
  const answer = (from: number, whole: boolean): { phrase: Phrase; whole: boolean } | null => {
    const phrase = phraseAt(atoms, from);
    const [next, second] = [wordAt(atoms, phrase.end), wordAt(atoms, phrase.end + 1)];
    const isOther =
      CONDITIONAL.test(next) || OPERATION.test(next) || (next !== '' && /^operators?$/.test(second));
    return phrase.tells && !isOther ? { phrase, whole } : null;
  };
  if (word === 'which' || word === 'that') i++;
  const verb = wordAt(atoms, i);
  if (/^(does|do)$/.test(verb) && wordAt(atoms, i + 1) === 'not' && /^depend/.test(wordAt(atoms, i + 2)))
    return { phrase: { ...NOTHING, role: 'constant', tells: true, end: i + 3 }, whole: group };
  if (verb === 'independent' || (verb === 'is' && wordAt(atoms, i + 1) === 'independent'))
    return { phrase: { ...NOTHING, role: 'constant', tells: true, end: i + 2 }, whole: false };
  if (VERBS.has(verb)) {
    const whole = verb !== 'is' && verb !== 'was' && verb !== 'denotes';
    return answer(i + 1 + named(atoms, i + 1), whole && group);
  }
  if (wordAt(atoms, start - 1) === 'with' && isAdjective(atoms, i)) {
    const found = answer(i, group);
    return found && !found.phrase.noun ? found : null;
  }
  const structured = (whole: boolean): { phrase: Phrase; whole: boolean } | null => {
    const found = answer(i + 1, whole);
    const says = found && (found.phrase.structure.length > 0 || found.phrase.unused);
    return says && !found.phrase.noun && !found.phrase.size && closes(atoms, found.phrase.end) ? found : null;
  };
  const next = atoms[i];
  if (
    next?.kind === 'math' &&
    i === at &&
    (next.form.kind === 'size' || COUNTED.test(wordAt(atoms, i + 1)))
  ) {
    const found = answer(i, group);
    return found?.phrase.size && closes(atoms, found.phrase.end) ? found : null;
  }
  if (verb === 'has' || verb === 'have') return answer(i, verb === 'have') ?? structured(verb === 'have');
  if (verb === 'with' || verb === 'having') return structured(group);
  if (verb === 'of') {
    const found = answer(i, true);
    return found && (found.phrase.size || found.phrase.same) ? found : structured(group);
  }
  if (isAdjective(atoms, i) && !ROLE_WORDS.test(verb)) {
    const found = answer(i, group && !isAside(atoms, start, at));
    return found && closes(atoms, found.phrase.end) && !found.phrase.noun && !found.phrase.size
      ? found
      : null;
  }
  if (verb === 'not' || verb === 'assumed' || verb === 'all' || verb === 'both') return answer(i, true);
  if (/^(acts|act|acting|applied|elementwise|entrywise|componentwise|pointwise)$/.test(verb))
    return answer(i, group);
  if (isMark(atoms[i], '(')) {
    const phrase = phraseAt(atoms, i + 1);
    const goesOn =
      isMark(atoms[phrase.end], ')') && /^(is|are|be|has|have|the|a|an)$/.test(wordAt(atoms, phrase.end + 1));
    const more = goesOn ? phraseAfter(atoms, start, phrase.end + 1, false)?.phrase : null;
    const said = more ? { ...more, ...phrase, structure: [...phrase.structure, ...more.structure] } : phrase;
    return phrase.tells && isMark(atoms[phrase.end], ')', ',', ';') ? { phrase: said, whole: false } : null;
  }
  if (/^(a|an|the)$/.test(verb)) {
    const found = answer(i, false);
    return found?.phrase.noun || found?.phrase.role ? found : null;
  }
  if (/^(in|belongs|lies)$/.test(verb)) {
    const k = verb === 'in' ? i : i + 1;
    const a = atoms[k + 1];
    if (a?.kind !== 'math' || a.form.kind !== 'space') return null;
    const { size, structure } = a.form.space;
    return { phrase: { ...NOTHING, size, structure, tells: true, end: k + 2 }, whole: group };
  }
  return null;
};

/** How many words "called", "known as" are. */
const named = (atoms: readonly Atom[], at: number): number => {
  if (/^(called|named|termed)$/.test(wordAt(atoms, at))) return 1;
  return wordAt(atoms, at) === 'known' && wordAt(atoms, at + 1) === 'as' ? 2 : 0;
};
const CONDITIONAL = /^(if|when|unless|iff|whenever|only)$/;
/** "the vector operator", "the vector/stack operator", "the matrix transpose" are no vector and no matrix. */
const OPERATION =
  /^(operators?|operations?|transposes?|transposition|norm|product|multiplication|exponential|logarithm|inverse)$/;

/** Nothing follows that the words before belong to: the symmetric of "A symmetric, …" and not of "A symmetric part". */
const closes = (atoms: readonly Atom[], at: number): boolean =>
  !atoms[at] ||
  atoms[at].kind === 'mark' ||
  /^(and|with|of|in|then|so|we|where|then|for|be|let)$/.test(wordAt(atoms, at));
