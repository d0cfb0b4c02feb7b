// What a small formula is in a sentence: names, names with a set ("A, B ∈ ℝ^{m×n}"), a set, a size, an operator sign, a signature, or something else.

import { dimension, type Written } from '../expression/dimension.ts';
import type { Structure } from '../expression/symbol.ts';
import type { Font, Span } from '../latex/syntax.ts';
import type { Mark } from './marks.ts';

/** Rows and columns as stated; null where they cannot be expressed, such as n−1. */
export interface Size {
  readonly rows: Written | null;
  /** Absent for a single size: a length. */
  readonly cols?: Written | null;
}
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
export interface SpaceOf {
  readonly size: Size;
  readonly structure: readonly Structure[];
  /** ℂ instead of ℝ. */
  readonly complex?: boolean;
}
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

const is = (m: Mark | undefined, ...texts: string[]): boolean => m?.kind === 'sign' && texts.includes(m.text);
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
  if (first && marks.length === 1 && is(first, ...OPERATORS)) return { kind: 'operator', sign: first.text };
  if (
    first &&
    second &&
    marks.length === 3 &&
    is(first, '(') &&
    is(second, ...OPERATORS) &&
    is(marks[2], ')')
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
  while (end > 0 && is(marks[end - 1], ',', '.', ';', '?', '!')) end--;
  return marks.slice(0, end);
};

/** m×n, m × 1, (d−q)×(d−q), m*n of plain sizes. */
const sizeOf = (marks: readonly Mark[]): Size | null => {
  let depth = 0;
  const cut = marks.findIndex(m => {
    depth += is(m, '{', '(') ? 1 : is(m, '}', ')') ? -1 : 0;
    return depth === 0 && is(m, '×', '*');
  });
  if (cut <= 0 || cut === marks.length - 1) return null;
  const [rows, cols] = [marks.slice(0, cut), marks.slice(cut + 1)];
  if (!sizeLike(rows) || !sizeLike(cols)) return null;
  return { rows: dimensionOf(rows), cols: dimensionOf(cols) };
};
/** Small letters, numbers, and signs of arithmetic. */
const sizeLike = (marks: readonly Mark[]): boolean =>
  marks.length > 0 &&
  marks.length < 12 &&
  marks.every(
    m =>
      m.kind === 'number' || m.kind === 'letter' || is(m, '^', '_', '{', '}', '(', ')', '+', '-', '·', '/'),
  ) &&
  marks.some(m => m.kind !== 'sign');

/** 3, n, mn, 2n, K², n_1; null for what is no product: n−1. */
export const dimensionOf = (marks: readonly Mark[]): Written | null => {
  const factors: (string | number)[] = [];
  let i = 0;
  const braced = (): string => {
    if (!is(marks[i], '{')) return marks[i++]?.text ?? '';
    let text = '';
    for (i++; i < marks.length && !is(marks[i], '}'); i++) text += marks[i]!.text;
    i++;
    return text;
  };
  while (i < marks.length) {
    const m = marks[i]!;
    i++;
    if (m.kind === 'number') {
      if (!/^[1-9]\d{0,8}$/.test(m.text)) return null;
      factors.push(Number(m.text));
    } else if (m.kind === 'letter' || m.kind === 'text') factors.push(m.text);
    else if (is(m, '_') && typeof factors.at(-1) === 'string') factors.push(`${factors.pop()}_${braced()}`);
    else if (is(m, '^') && factors.length) {
      const power = braced();
      if (!/^[1-6]$/.test(power)) return null;
      const base = factors.at(-1)!;
      for (let n = 1; n < Number(power); n++) factors.push(base);
    } else if (!is(m, '(', ')', '·', '{', '}')) return null;
  }
  return factors.length ? dimension(...factors) : null;
};

/** ℝ^{m×n}, R^n, M_{n,1}(ℝ), 𝕊^n from a place on; `asked` after ∈, where a plain R is the reals too. */
const spaceAt = (
  marks: readonly Mark[],
  at: number,
  asked: boolean,
): { space: SpaceOf; end: number } | null => {
  const base = marks[at];
  if (base?.kind !== 'letter') return null;
  const special = base.font === 'blackboard' || base.font === 'bold' || base.font === 'calligraphic';
  const name = base.text;
  const known =
    name === 'R' || ((name === 'M' || name === 'S') && (asked || special)) || (name === 'C' && asked);
  if (!known || !(asked || base.font === 'blackboard' || (base.font === 'bold' && is(marks[at + 1], '^'))))
    return null;
  let end = at + 1;
  let inside: readonly Mark[] = [];
  let positive = false;
  while (is(marks[end], '^', '_')) {
    const upper = is(marks[end], '^');
    const from = end + 1;
    end = closeOf(marks, from);
    const part = is(marks[from], '{') ? marks.slice(from + 1, end - 1) : marks.slice(from, end);
    if (part.some(m => is(m, '+', '>'))) positive = true;
    else if (upper || name !== 'R') inside = part;
  }
  if (name === 'M' && is(marks[end], '(')) while (end < marks.length && !is(marks[end++], ')'));
  const split = splitSize(inside);
  const square = name === 'S';
  return {
    end,
    space: {
      size:
        inside.length === 0
          ? { rows: [], cols: [] }
          : square
            ? { rows: split.rows, cols: split.rows }
            : columned(split),
      ...(name === 'C' && { complex: true }),
      structure: square
        ? positive
          ? ['symmetric', 'positive-definite']
          : ['symmetric']
        : positive
          ? ['positive']
          : [],
    },
  };
};
const columned = (s: Size): Size => (s.cols === undefined ? { rows: s.rows, cols: [] } : s);
const closeOf = (marks: readonly Mark[], from: number): number => {
  if (!is(marks[from], '{')) return from + 1;
  let depth = 0;
  for (let i = from; i < marks.length; i++) {
    if (is(marks[i], '{')) depth++;
    if (is(marks[i], '}') && --depth === 0) return i + 1;
  }
  return marks.length;
};
/** "m×n", "m,n", "dxd", or one size. */
const splitSize = (marks: readonly Mark[]): Size => {
  const ex = marks.length === 3 && marks[1]!.kind === 'letter' && marks[1]!.text === 'x' ? 1 : -1;
  const cut = ex > 0 ? ex : marks.findIndex(m => is(m, '×', ',', '*'));
  if (cut < 0) return { rows: dimensionOf(marks) };
  return { rows: dimensionOf(marks.slice(0, cut)), cols: dimensionOf(marks.slice(cut + 1)) };
};

/** A letter with its label: X, W_{out}, X_{m×m}, x_i, X^{(1)}. */
const letterAt = (marks: readonly Mark[], at: number): { letter: Letter; end: number } | null => {
  const m = marks[at];
  if (!m || (m.kind !== 'letter' && !(m.kind === 'text' && /^\p{L}+$/u.test(m.text))))
    return m && m.kind === 'number' && (m.text === '1' || m.text === '0') ? oneAt(marks, at) : null;
  let letter: Letter = { name: m.text, font: m.font, latex: m.latex, span: m.span, indexed: false };
  let end = at + 1;
  for (; is(marks[end], '_', '^'); ) {
    const from = end + 1;
    const close = closeOf(marks, from);
    const part = is(marks[from], '{') ? marks.slice(from + 1, close - 1) : marks.slice(from, close);
    const size = is(marks[end], '_') ? sizeOf(part) : null;
    if (size) letter = { ...letter, size };
    else if (is(marks[end], '_')) letter = labelled(letter, part);
    else if (
      (is(part[0], '(') && is(part.at(-1), ')')) ||
      (isSign(part) && (is(part[0], '-') || is(marks[close], '(')))
    )
      letter = { ...letter, name: `${letter.name}^${part.map(p => p.text).join('')}` };
    else return null;
    end = close;
  }
  return { letter, end };
};
/** The + of P⁺(K), where P⁺ is a function and no pseudo-inverse. */
const isSign = (part: readonly Mark[]): boolean => part.length === 1 && is(part[0], '+', '-');
const oneAt = (marks: readonly Mark[], at: number): { letter: Letter; end: number } => {
  const m = marks[at]!;
  const end = is(marks[at + 1], '_') ? closeOf(marks, at + 2) : at + 1;
  return {
    letter: { name: m.text, font: m.font, latex: m.latex, span: m.span, indexed: false },
    end,
  };
};
const labelled = (letter: Letter, label: readonly Mark[]): Letter => {
  const text = label.map(m => m.text).join('');
  const index =
    label.every(m => (m.kind === 'letter' && /^[a-z]$/.test(m.text)) || is(m, ',')) && text.length <= 2;
  return {
    ...letter,
    name: `${letter.name}_${text}`,
    latex: `${letter.latex}_{${label.map(m => m.latex).join('')}}`,
    indexed: index,
  };
};

/** "A, B" from a place on: letters with commas or "and" between, as many as there are; the dX of "X, dX" is its differential. */
const lettersAt = (marks: readonly Mark[], at: number): { letters: Letter[]; end: number } => {
  const letters: Letter[] = [];
  let end = at;
  for (;;) {
    const moved = is(marks[end], 'd') ? letterAt(marks, end + 1) : null;
    if (moved && letters.some(l => l.name === moved.letter.name)) {
      end = moved.end;
      if (!is(marks[end], ',')) break;
      end++;
    }
    const next = letterAt(marks, end);
    if (!next) break;
    const row = rowAt(marks, next);
    letters.push(row?.letter ?? next.letter);
    end = row?.end ?? next.end;
    if (!is(marks[end], ',') && !(marks[end]?.kind === 'text' && /^(and|or)$/.test(marks[end]!.text))) break;
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
  while (base && is(marks[at], ',')) {
    const next = letterAt(marks, at + 1);
    if (next && !next.letter.name.startsWith(`${base}_`)) return null;
    if (!next && !is(marks[at + 1], '…')) return null;
    if (next && /_\p{L}$/u.test(next.letter.name))
      return { letter: { ...next.letter, indexed: true }, end: next.end };
    at = next ? next.end : at + 2;
  }
  return null;
};

const namesOf = (marks: readonly Mark[]): Form | null => {
  const { letters, end } = lettersAt(marks, 0);
  return letters.length > 0 && end === marks.length ? { kind: 'names', letters } : null;
};

/** The P of P = Pᵀ and Pᵀ = P. */
const symmetricIn = (marks: readonly Mark[]): Letter | null => {
  const [letter, sign] = [letterAt(marks, 0), marks.findIndex(m => is(m, '='))];
  const [left, right] = [marks.slice(0, sign), marks.slice(sign + 1)];
  const isTurned = (a: readonly Mark[], b: readonly Mark[]): boolean =>
    a.length === 1 && b[0]?.text === a[0]!.text && isTransposed(b.slice(1));
  return letter && sign > 0 && (isTurned(left, right) || isTurned(right, left)) ? letter.letter : null;
};

/** K = K(θ). */
const isApplied = (marks: readonly Mark[]): boolean =>
  is(marks[1], '=') && marks[2]?.text === marks[0]!.text && is(marks[3], '(') && marks.length === 6;

/** Q ≻ 0, S ⪰ 0, x_iᵀ: letters with what is said of them in the same formula. */
const likeOf = (marks: readonly Mark[]): Form | null => {
  const { letters, end } = lettersAt(marks, 0);
  const [sign, right] = [marks[end], marks[end + 1]];
  if (is(sign, '>', '≥') && right?.text === '0' && end + 2 === marks.length && letters.every(isSmall))
    return { kind: 'names', letters, structure: [] };
  const at = marks.findLastIndex(m => is(m, '^', '′', "'"));
  const member = at > 0 && isTransposed(marks.slice(at)) ? letterAt(marks.slice(0, at), 0) : null;
  if (member?.letter.indexed && member.end === at)
    return { kind: 'names', letters: [member.letter], turned: true };
  if (letters.length === 0 || !right) return null;
  if (is(sign, '≻', '⪰', '≽') && right.text === '0' && end + 2 === marks.length)
    return {
      kind: 'names',
      letters,
      structure: is(sign, '≻') ? ['symmetric', 'positive-definite'] : ['symmetric'],
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
    const space = letters.length > 0 && is(marks[end], '∈') ? spaceAt(marks, end + 1, true) : null;
    if (space) groups.push({ letters, space: space.space });
    i = space ? space.end : i;
    if (!space && groups.length === 0 && !marks.slice(i).some(m => is(m, ';', ','))) break;
    while (
      i < marks.length &&
      !is(marks[i], ',', ';') &&
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
  const at = marks.findLastIndex(m => is(m, ...RELATIONS));
  if (!head || !is(marks[head.end], '=', ':=') || !is(marks[at], '∈')) return null;
  const space = spaceAt(marks, at + 1, true);
  return space && space.end === marks.length ? { letters: [head.letter], space: space.space } : null;
};

/** f: ℝⁿ → ℝ, F: X ↦ …. */
const signatureOf = (marks: readonly Mark[]): Form | null => {
  const name = letterAt(marks, 0);
  if (!name || !is(marks[name.end], ':') || !marks.some(m => is(m, '→', '↦'))) return null;
  const arrow = marks.findIndex(m => is(m, '→', '↦'));
  const to = spaceAt(marks, arrow + 1, true);
  const scalar = to !== null && to.space.size.rows?.length === 0;
  return { kind: 'signature', letter: name.letter, scalar };
};

/** X = (m, n): a size said as a pair. */
const pairOf = (marks: readonly Mark[]): Form | null => {
  const name = letterAt(marks, 0);
  if (!name || !is(marks[name.end], '=', ':') || !is(marks[name.end + 1], '(') || !is(marks.at(-1), ')'))
    return null;
  const inside = marks.slice(name.end + 2, -1);
  const cut = inside.findIndex(m => is(m, ',', '×'));
  if (cut < 0 || !inside.every(m => m.kind !== 'text' && (m.kind !== 'sign' || is(m, ',', '×')))) return null;
  const size = { rows: dimensionOf(inside.slice(0, cut)), cols: dimensionOf(inside.slice(cut + 1)) };
  if (!size.rows || !size.cols || !/^\p{Lu}/u.test(name.letter.name)) return null;
  return { kind: 'members', groups: [{ letters: [name.letter], space: { size, structure: [] } }] };
};

const headOf = (
  marks: readonly Mark[],
): { head: Letter | null; parameters: readonly Letter[]; relation: string | null } => {
  const relation = marks.find(m => is(m, ...RELATIONS))?.text ?? null;
  const name = letterAt(marks, 0);
  if (!name) return { head: null, parameters: [], relation };
  if (is(marks[name.end], ...RELATIONS)) return { head: name.letter, parameters: [], relation };
  if (!is(marks[name.end], '(')) return { head: null, parameters: [], relation };
  const { letters, end } = lettersAt(marks, name.end + 1);
  const whole =
    letters.length > 0 &&
    is(marks[end], ')') &&
    (end + 1 === marks.length || is(marks[end + 1], ...RELATIONS));
  return { head: whole ? name.letter : null, parameters: whole ? letters : [], relation };
};
