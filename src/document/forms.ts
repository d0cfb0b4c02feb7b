// What a small formula is in a sentence: names, names with a set ("A, B ∈ ℝ^{m×n}"), a set, a size, an operator sign, a signature, or something else.

import type { Structure } from '../expression/symbol.ts';
import { type Letter, letterAt, lettersAt } from './labels.ts';
import { isSign, type Mark } from './marks.ts';
import { dimensionOf, type Size, type SpaceOf, sizeOf, spaceAt } from './sizes.ts';

export type Form =
  | {
      readonly kind: 'names';
      readonly letters: readonly Letter[];
      /** What "Q ≻ 0" says of them. */
      readonly structure?: readonly Structure[];
      /** x_iᵀ instead of x_i. */
      readonly turned?: boolean;
    }
  | {
      readonly kind: 'members';
      readonly groups: readonly { readonly letters: readonly Letter[]; readonly space: SpaceOf }[];
    }
  | { readonly kind: 'space'; readonly space: SpaceOf }
  | { readonly kind: 'size'; readonly size: Size }
  | { readonly kind: 'operator'; readonly sign: string }
  | { readonly kind: 'signature'; readonly letter: Letter; readonly scalar: boolean }
  /** Something else; its head is the letter before its first = or :=, with parameters for F(X) = …. */
  | {
      readonly kind: 'formula';
      readonly head: Letter | null;
      readonly parameters: readonly Letter[];
      readonly relation: string | null;
      /** P = Pᵀ, "an n×n matrix". */
      readonly like?: boolean;
      /** The P of P = Pᵀ. */
      readonly symmetric?: Letter | null;
    };

const OPERATORS = [
  '⊙',
  '∘',
  '*',
  '⊠',
  '⊗',
  '′',
  "'",
  '⊘',
  '⊕',
  ':',
  '·',
  '\\diamond',
  '\\boxdot',
  '•',
  '∗',
  '×',
];
const RELATIONS = ['=', ':=', '≡', '∈', '≈', '→', '↦', '<', '>', '≤', '≥', '∼', '≠'];

export const formOf = (all: readonly Mark[]): Form => {
  const marks = trimmed(all);
  const [first, second] = marks;
  if (first && marks.length === 1 && isSign(first, ...OPERATORS))
    return { kind: 'operator', sign: first.text };
  if (
    first &&
    second &&
    marks.length === 3 &&
    isSign(first, '(') &&
    isSign(second, ...OPERATORS) &&
    isSign(marks[2], ')')
  )
    return { kind: 'operator', sign: second.text };
  const size = sizeOf(marks);
  if (size) return { kind: 'size', size };
  const space = spaceAt(marks, 0, false);
  if (space && space.end >= marks.length) return { kind: 'space', space: space.space };
  return (
    membersOf(marks) ??
    namesOf(marks) ??
    likeOf(marks) ??
    signatureOf(marks) ??
    pairOf(marks) ?? {
      kind: 'formula',
      ...headOf(marks),
      like: symmetricIn(marks) !== null || isApplied(marks),
      symmetric: symmetricIn(marks),
    }
  );
};

const trimmed = (marks: readonly Mark[]): readonly Mark[] => {
  let end = marks.length;
  while (end > 0 && isSign(marks[end - 1], ',', '.', ';', '?', '!')) end--;
  return marks.slice(0, end);
};

const namesOf = (marks: readonly Mark[]): Form | null => {
  const { letters, end } = lettersAt(marks, 0);
  return letters.length > 0 && end === marks.length ? { kind: 'names', letters } : null;
};

/** The P of P = Pᵀ and Pᵀ = P. */
const symmetricIn = (marks: readonly Mark[]): Letter | null => {
  const [letter, sign] = [letterAt(marks, 0), marks.findIndex(m => isSign(m, '='))];
  const [left, right] = [marks.slice(0, sign), marks.slice(sign + 1)];
  const isTurned = (a: readonly Mark[], b: readonly Mark[]): boolean =>
    a.length === 1 && b[0]?.text === a[0]!.text && isTransposed(b.slice(1));
  return letter && sign > 0 && (isTurned(left, right) || isTurned(right, left)) ? letter.letter : null;
};

/** K = K(θ). */
const isApplied = (marks: readonly Mark[]): boolean =>
  isSign(marks[1], '=') && marks[2]?.text === marks[0]!.text && isSign(marks[3], '(') && marks.length === 6;

/** Q ≻ 0, S ⪰ 0, x_iᵀ: letters with what is said of them in the same formula. */
const likeOf = (marks: readonly Mark[]): Form | null => {
  const { letters, end } = lettersAt(marks, 0);
  const [sign, right] = [marks[end], marks[end + 1]];
  if (isSign(sign, '>', '≥') && right?.text === '0' && end + 2 === marks.length && letters.every(isSmall))
    return { kind: 'names', letters, structure: [] };
  const at = marks.findLastIndex(m => isSign(m, '^', '′', "'"));
  const member = at > 0 && isTransposed(marks.slice(at)) ? letterAt(marks.slice(0, at), 0) : null;
  if (member?.letter.indexed && member.end === at)
    return { kind: 'names', letters: [member.letter], turned: true };
  if (letters.length === 0 || !right) return null;
  if (isSign(sign, '≻', '⪰', '≽') && right.text === '0' && end + 2 === marks.length)
    return {
      kind: 'names',
      letters,
      structure: isSign(sign, '≻') ? ['symmetric', 'positive-definite'] : ['symmetric'],
    };
  return null;
};

const isSmall = ({ name }: Letter): boolean => /^\p{Ll}$/u.test(name);
const isTransposed = (marks: readonly Mark[]): boolean =>
  /^(?:\^\{?(?:T|⊤|⊺|t|′|')\}?|′|')$/.test(marks.map(m => m.text).join(''));

/** Every "letters ∈ space" in the formula, at its start or after a comma, a wide space or a row break. */
const membersOf = (marks: readonly Mark[]): Form | null => {
  const groups: { letters: readonly Letter[]; space: SpaceOf }[] = [];
  for (let i = 0; i < marks.length; ) {
    const { letters, end } = lettersAt(marks, i);
    const space = letters.length > 0 && isSign(marks[end], '∈') ? spaceAt(marks, end + 1, true) : null;
    if (space) groups.push({ letters, space: space.space });
    i = space ? space.end : i;
    if (!space && groups.length === 0 && !marks.slice(i).some(m => isSign(m, ';', ','))) break;
    while (
      i < marks.length &&
      !isSign(marks[i], ',', ';') &&
      !(marks[i]!.kind === 'text' && marks[i]!.text === 'and')
    )
      i++;
    i++;
  }
  const equal = groups.length ? null : equalOf(marks);
  if (equal) groups.push(equal);
  return groups.length ? { kind: 'members', groups } : null;
};

/** A = [a_1, …, a_n] ∈ ℝ^{m×n}. */
const equalOf = (marks: readonly Mark[]): { letters: readonly Letter[]; space: SpaceOf } | null => {
  const head = letterAt(marks, 0);
  const at = marks.findLastIndex(m => isSign(m, ...RELATIONS));
  if (!head || !isSign(marks[head.end], '=', ':=') || !isSign(marks[at], '∈')) return null;
  const space = spaceAt(marks, at + 1, true);
  return space && space.end === marks.length ? { letters: [head.letter], space: space.space } : null;
};

/** f: ℝⁿ → ℝ, F: X ↦ …. */
const signatureOf = (marks: readonly Mark[]): Form | null => {
  const name = letterAt(marks, 0);
  if (!name || !isSign(marks[name.end], ':') || !marks.some(m => isSign(m, '→', '↦'))) return null;
  const arrow = marks.findIndex(m => isSign(m, '→', '↦'));
  const to = spaceAt(marks, arrow + 1, true);
  const scalar = to !== null && to.space.size.rows?.length === 0;
  return { kind: 'signature', letter: name.letter, scalar };
};

/** X = (m, n): a size said as a pair. */
const pairOf = (marks: readonly Mark[]): Form | null => {
  const name = letterAt(marks, 0);
  if (
    !name ||
    !isSign(marks[name.end], '=', ':') ||
    !isSign(marks[name.end + 1], '(') ||
    !isSign(marks.at(-1), ')')
  )
    return null;
  const inside = marks.slice(name.end + 2, -1);
  const cut = inside.findIndex(m => isSign(m, ',', '×'));
  if (cut < 0 || !inside.every(m => m.kind !== 'text' && (m.kind !== 'sign' || isSign(m, ',', '×'))))
    return null;
  const size = { rows: dimensionOf(inside.slice(0, cut)), cols: dimensionOf(inside.slice(cut + 1)) };
  if (!size.rows || !size.cols || !/^\p{Lu}/u.test(name.letter.name)) return null;
  return { kind: 'members', groups: [{ letters: [name.letter], space: { size, structure: [] } }] };
};

const headOf = (
  marks: readonly Mark[],
): { head: Letter | null; parameters: readonly Letter[]; relation: string | null } => {
  const relation = marks.find(m => isSign(m, ...RELATIONS))?.text ?? null;
  const name = letterAt(marks, 0);
  if (!name) return { head: null, parameters: [], relation };
  if (isSign(marks[name.end], ...RELATIONS)) return { head: name.letter, parameters: [], relation };
  if (!isSign(marks[name.end], '(')) return { head: null, parameters: [], relation };
  const { letters, end } = lettersAt(marks, name.end + 1);
  const whole =
    letters.length > 0 &&
    isSign(marks[end], ')') &&
    (end + 1 === marks.length || isSign(marks[end + 1], ...RELATIONS));
  return { head: whole ? name.letter : null, parameters: whole ? letters : [], relation };
};
