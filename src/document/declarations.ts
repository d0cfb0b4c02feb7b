// What the prose says of letters: a name with what stands directly before it ("a diagonal matrix W") and what follows ("is n×n").
//   words before count from the last verb, conjunction or punctuation; words after only behind is/are/be, of, "(", or an article
//   what is said under "if" or "when" holds there only and is no declaration

import type { Structure } from '../expression/symbol.ts';
import type { Span } from '../latex/syntax.ts';
import { COUNTED, NOTHING, PHRASE_WORDS, phraseAfter, phraseBefore } from './beside.ts';
import { familyOf } from './family.ts';
import type { Letter } from './labels.ts';
import { type Phrase, phraseAt } from './phrase.ts';
import { type Atom, endsSentence, isMark, lengthAt, lettersOf, wordAt } from './prose.ts';
import type { Size, SpaceOf } from './sizes.ts';
import { VERBS, VOCABULARY } from './vocabulary.ts';

/** One thing said of one letter. */
export interface Said {
  readonly letter: Letter;
  readonly phrase: Omit<Phrase, 'end'>;
  readonly span: Span;
  /** Letters said to have one size in common share a number. */
  readonly same?: number;
  /** Said of the members of a family: x_i. */
  readonly family: boolean;
  /** Begins with "Let … be", "Consider …": may declare anew. */
  readonly anew: boolean;
  /** Where its sentence begins in the text. */
  readonly sentence: number;
  /** Said under "if" or "when": where what hangs on it ends. */
  readonly until: number | null;
}
export interface Sayings {
  readonly said: readonly Said[];
  readonly variables: readonly string[];
  /** A, where the text says that A_{pp} is a block of it. */
  readonly blocks: ReadonlySet<string>;
  /** Letters over the complex numbers. */
  readonly complex: ReadonlySet<string>;
  /** Letters whose values are told in words: "let s_i be 1 if …, and 0 otherwise". */
  readonly worded: ReadonlySet<string>;
}

interface Subject {
  readonly letters: readonly Letter[];
  readonly at: number;
}

export const sayingsOf = (atoms: readonly Atom[]): Sayings => {
  const said: Said[] = [];
  const variables: string[] = [];
  const blocks = new Set<string>();
  const complex = new Set<string>();
  const worded = new Set<string>();
  let sames = 0;
  let sentence = 0;
  const tell = (
    letters: readonly Letter[],
    phrase: Omit<Phrase, 'end'>,
    at: number,
    same?: number,
    inCase = false,
  ): void => {
    if (!phrase.tells || denied(atoms, sentence, at)) return;
    if (phrase.complex) for (const l of letters) complex.add(l.name);
    const until = inCase || conditional(atoms, sentence, at) ? endOfCase(atoms, at) : null;
    const begin = atoms[sentence]?.span.start ?? 0;
    for (const letter of letters) {
      const span = letter.span;
      const family = letter.indexed ? familyOf(letter, phrase) : null;
      if (letter.indexed && !family) continue;
      said.push({
        letter: family ?? letter,
        phrase,
        family: family !== null,
        span,
        anew: isAnew(atoms, sentence),
        sentence: begin,
        until,
        ...(same !== undefined && { same }),
      });
    }
  };
  let reached = 0;
  for (let i = 0; i < atoms.length; i++) {
    if (endsSentence(atoms, i)) sentence = i + 1;
    tellMembers(atoms, i, tell);
    if (i < reached) continue;
    const group = groupAt(atoms, i);
    if (group.length === 0) {
      retroactive(atoms, i, sentence, tell);
      continue;
    }
    const all = group.flatMap(s => s.letters);
    const last = group.at(-1)!;
    if ([1, 2, 3, 4, 5, 6].some(k => /^(sub)?blocks?$/.test(wordAt(atoms, last.at + k))))
      for (const l of last.letters) if (l.indexed) blocks.add(l.name.split('_')[0]!);
    if (respectTo(atoms, i)) {
      for (const l of all) if (!l.indexed) variables.push(l.name);
    }
    const before = phraseBefore(atoms, i);
    const loose = before && !before.noun && before.size === undefined && wordAt(atoms, i - 2) === 'for';
    const told = loose === true && all.every(l => said.some(s => s.letter.name === l.name));
    if (before) tell(before.plural ? unsaid(atoms, group) : group[0]!.letters, before, i, undefined, told);
    // "with symmetric Q, R": the adjective may be meant for the others, too.
    if (before && !before.plural && !before.noun && before.structure.length > 0)
      for (const other of group.slice(1)) {
        const unused = before.structure.map(s => `${s}, perhaps`);
        if (!phraseBefore(atoms, other.at)) tell(other.letters, { ...NOTHING, unused, tells: true }, i);
      }
    const after = phraseAfter(atoms, i, last.at + 1, group.length > 1 || all.length > 1);
    if (!after && VERBS.has(wordAt(atoms, last.at + 1)) && isValue(atoms, last.at + 2))
      for (const l of last.letters) worded.add(l.name.split('_')[0]!);
    if (after && !(after.phrase.kind === 'function' && isValueOf(atoms[i])))
      tell(
        after.whole ? wholeOf(atoms, group, after.phrase) : last.letters,
        after.phrase,
        i,
        after.phrase.same ? sames++ : undefined,
      );
    const domain = domainAt(atoms, i);
    if (domain) tell([domain.letter], domain.phrase, i);
    reached = last.at + 1;
  }
  return { said, variables, blocks, complex, worded };
};

/** X_{m×m} and "A, B ∈ ℝ^{n×n}" say a shape by themselves; f: ℝⁿ → ℝ that f is a function. */
const tellMembers = (
  atoms: readonly Atom[],
  i: number,
  tell: (letters: readonly Letter[], phrase: Omit<Phrase, 'end'>, at: number) => void,
): void => {
  const a = atoms[i];
  if (a?.kind !== 'math') return;
  const shaped = (size: Size, structure: readonly Structure[] = []): Omit<Phrase, 'end'> => ({
    ...NOTHING,
    size,
    structure,
    tells: true,
  });
  const member = (space: SpaceOf): Omit<Phrase, 'end'> => ({
    ...shaped(space.size, space.structure),
    ...(space.complex && { complex: true }),
  });
  if (a.form.kind === 'members') for (const g of a.form.groups) tell(g.letters, member(g.space), i);
  if (a.form.kind === 'signature') tell([a.form.letter], { ...NOTHING, kind: 'function', tells: true }, i);
  if (a.form.kind === 'names' && a.form.structure?.length && !a.region?.display)
    tell(a.form.letters, { ...NOTHING, structure: a.form.structure, tells: true }, i);
  if (a.form.kind === 'formula' && a.form.symmetric && supposes(atoms, i - 1))
    tell([a.form.symmetric], { ...NOTHING, structure: ['symmetric'], tells: true }, i);
  if (a.form.kind === 'names')
    for (const l of a.form.letters) {
      if (!l.size) continue;
      const moves = [1, 2, 3].some(k => /^(permutation|commutation)$/.test(wordAt(atoms, i + k)));
      tell([l], moves ? { ...NOTHING, kind: 'matrix', role: 'commutation', tells: true } : shaped(l.size), i);
    }
};

/** "If $A = A^T$", "assume that $A = A^T$". */
const supposes = (atoms: readonly Atom[], i: number): boolean =>
  /^(if|when|whenever|provided|assume|assuming|suppose|supposing)$/.test(
    wordAt(atoms, wordAt(atoms, i) === 'that' ? i - 1 : i),
  );

/** Names in a row from a place on: "$X$, $A$, $B$", "$x ∈ ℝᵐ$, $y ∈ ℝⁿ$"; bare letters only where something is said of them. */
const groupAt = (atoms: readonly Atom[], from: number): Subject[] => {
  const group: Subject[] = [];
  for (let i = from; ; ) {
    const letters = subjects(atoms[i]);
    if (letters.length === 0 || isLength(atoms, i) || (i > from && isArticle(atoms, i))) break;
    group.push({ letters, at: i });
    if (isFormula(atoms[i])) break;
    const joint =
      isMark(atoms[i + 1], ',') && wordAt(atoms, i + 2) === 'and'
        ? 3
        : isMark(atoms[i + 1], ',') || wordAt(atoms, i + 1) === 'and'
          ? 2
          : 0;
    if (joint === 0 || subjects(atoms[i + joint]).length === 0) break;
    i += joint;
  }
  const [first] = group;
  if (!first || atoms[first.at]!.kind === 'math') return group;
  const { raw } = atoms[first.at] as { raw: string };
  const next = wordAt(atoms, group.at(-1)!.at + 1);
  const verb = VERBS.has(next) || next === 'has' || next === 'have';
  const named = raw !== 'A' && raw !== 'I' && raw !== 'a' && VOCABULARY.get(wordAt(atoms, from - 1))?.noun;
  return (verb && raw !== 'a' && raw !== 'I') || named ? group : [];
};
/** The n of "n-vector" and of "n ones". */
const isLength = (atoms: readonly Atom[], i: number): boolean =>
  COUNTED.test(wordAt(atoms, i + 1)) && lengthAt(atoms[i]) !== null;
/** "f(W) = …, W and V are p×p" says nothing of f. */
const isFormula = (a: Atom | undefined): boolean => a?.kind === 'math' && a.form.kind === 'formula';
/** "f(X) = −log det X on the positive definite n×n matrices". */
const domainAt = (atoms: readonly Atom[], i: number): { letter: Letter; phrase: Phrase } | null => {
  const a = atoms[i];
  const [letter, ...more] = a?.kind === 'math' && a.form.kind === 'formula' ? a.form.parameters : [];
  if (!letter || more.length > 0 || !/^(on|over)$/.test(wordAt(atoms, i + 1))) return null;
  const phrase = phraseAt(atoms, i + 2);
  return phrase.noun && phrase.plural && phrase.tells ? { letter, phrase } : null;
};
/** A = A(t), "a matrix function": A is its value. */
const isValueOf = (a: Atom | undefined): boolean =>
  a?.kind === 'math' && a.form.kind === 'formula' && a.form.parameters.length === 0;
const isArticle = (atoms: readonly Atom[], i: number): boolean => {
  const a = atoms[i];
  const next = wordAt(atoms, i + 1);
  return a?.kind === 'word' && a.raw === 'A' && next !== '' && next !== 'and' && !VERBS.has(next);
};
const subjects = (a: Atom | undefined): readonly Letter[] => {
  if (a?.kind !== 'math') return lettersOf(a);
  switch (a.form.kind) {
    case 'names':
      return a.form.letters;
    case 'members':
      return a.form.groups.at(-1)!.letters;
    case 'formula':
      return a.form.head && (a.form.parameters.length || a.form.like)
        ? [{ ...a.form.head, indexed: false }]
        : [];
    default:
      return [];
  }
};

const respectTo = (atoms: readonly Atom[], at: number): boolean => {
  let i = at - 1;
  while (
    i > 0 &&
    (PHRASE_WORDS.has(wordAt(atoms, i)) || /^(the|a|an|weight|parameter|parameters)$/.test(wordAt(atoms, i)))
  )
    i--;
  const [before, word] = [wordAt(atoms, i - 1), wordAt(atoms, i)];
  if (word === 'wrt' || (word === 'to' && before === 'respect')) return true;
  if (word !== 'in' && word !== 'by') return false;
  for (let k = i; k >= 0 && !isMark(atoms[k], '.', '¶', ','); k--)
    if (/^(gradient|derivative|differentiate|differentiating|jacobian|hessian)$/.test(wordAt(atoms, k)))
      return true;
  return false;
};

/** "1 if …", "$x$ when …, otherwise $y$": a value that depends on something said in words. */
const isValue = (atoms: readonly Atom[], at: number): boolean => {
  if (atoms[at]?.kind !== 'number' && atoms[at]?.kind !== 'math') return false;
  for (let i = at; i < atoms.length && !endsSentence(atoms, i) && i < at + 25; i++)
    if (/^(if|when|whenever|otherwise|unless)$/.test(wordAt(atoms, i))) return true;
  return false;
};
/** A group without those that say their own space, where it is said to be functions. */
const wholeOf = (atoms: readonly Atom[], group: readonly Subject[], { kind }: Phrase): Letter[] =>
  group
    .filter(({ at }) => {
      const a = atoms[at];
      return kind !== 'function' || a?.kind !== 'math' || a.form.kind !== 'members';
    })
    .flatMap(s => s.letters);

/** The letters of a group without those behind the first that say their own space: the μ of "matrices $Σ$ and $μ ∈ ℝⁿ$". */
const unsaid = (atoms: readonly Atom[], group: readonly Subject[]): Letter[] => {
  const says = ({ at }: Subject): boolean => {
    const a = atoms[at];
    return a?.kind === 'math' && a.form.kind === 'members';
  };
  const together = says(group[0]!);
  return group.filter(s => together || !says(s)).flatMap(s => s.letters);
};

/** ", all n×n" and "(all of K, H, P …" are said of every matrix named in the sentence so far; "both" of the last two. */
const retroactive = (
  atoms: readonly Atom[],
  i: number,
  sentence: number,
  tell: (letters: readonly Letter[], phrase: Omit<Phrase, 'end'>, at: number) => void,
): void => {
  const word = wordAt(atoms, i);
  const size = atoms[i + 1];
  if ((word !== 'all' && word !== 'both') || size?.kind !== 'math' || size.form.kind !== 'size') return;
  const named: Letter[] = [];
  for (let k = sentence; k < i; k++) {
    const a = atoms[k]!;
    if (a.kind === 'math' && a.form.kind === 'names') named.push(...a.form.letters.filter(l => !l.size));
  }
  tell(word === 'both' ? named.slice(-2) : named, { ...NOTHING, size: size.form.size, tells: true }, i);
};

/** "We do not assume that A is symmetric", "without A being symmetric": up to the name, in its clause; and questions. */
const denied = (atoms: readonly Atom[], sentence: number, at: number): boolean => {
  if (/^(is|are|does|do|can|could|should|why)$/.test(wordAt(atoms, sentence))) return true;
  for (let k = at - 1; k >= sentence; k--) {
    const word = wordAt(atoms, k);
    if (/^(not|never|unless|without|neither|nor|cannot|dont|no|longer)$/.test(word))
      return wordAt(atoms, k + 1) !== 'only';
    if (isMark(atoms[k], ',', ';', ':') || /^(but|where|then|let|while|although|though|and)$/.test(word))
      return false;
  }
  return false;
};
/** Said under "if" or "when": between the start of the clause and the name. */
const conditional = (atoms: readonly Atom[], sentence: number, at: number): boolean => {
  for (let k = at; k >= sentence; k--) {
    const word = wordAt(atoms, k);
    if (
      /^(if|when|whenever|unless|were|provided|in)$/.test(word) &&
      (word !== 'in' || wordAt(atoms, k + 1) === 'case')
    )
      return true;
    if (isMark(atoms[k], ';', ':') || /^(where|then|with|let)$/.test(word)) return false;
  }
  return false;
};
/** A case ends with its paragraph, and goes on through paragraphs that do not begin a new thought. */
const endOfCase = (atoms: readonly Atom[], at: number): number => {
  for (let i = at; i < atoms.length; i++) {
    if (endsSentence(atoms, i) && CONTRAST.test(`${wordAt(atoms, i + 1)} ${wordAt(atoms, i + 2)}`))
      return atoms[i]!.span.end;
    if (!isMark(atoms[i], '¶')) continue;
    const next = atoms[i + 1];
    if (
      next?.kind !== 'word' ||
      !/^\p{Lu}/u.test(next.raw) ||
      /^(then|so|hence|thus|therefore|and)$/.test(next.text)
    )
      continue;
    return atoms[i]!.span.start;
  }
  return Number.POSITIVE_INFINITY;
};
const CONTRAST =
  /^(?:in general|generally|otherwise|however|but|for (?:general|arbitrary|any)|without|now|the general|more generally)\b/;
const isAnew = (atoms: readonly Atom[], sentence: number): boolean =>
  /^(let|consider|suppose|given|now|take|for)$/.test(wordAt(atoms, sentence));
