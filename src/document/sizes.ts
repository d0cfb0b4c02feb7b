// Sizes and spaces as a small formula states them: m×n, ℝ^{m×n}, M_{n,1}(ℝ).

import { dimension, type Written } from '../expression/dimension.ts';
import type { Structure } from '../expression/symbol.ts';
import { isSign, type Mark } from './marks.ts';

/** Rows and columns as stated; null where they cannot be expressed, such as n−1. */
export interface Size {
  readonly rows: Written | null;
  /** Absent for a single size: a length. */
  readonly cols?: Written | null;
}
export interface SpaceOf {
  readonly size: Size;
  readonly structure: readonly Structure[];
  /** ℂ instead of ℝ. */
  readonly complex?: boolean;
}

/** m×n, m × 1, (d−q)×(d−q), m*n of plain sizes. */
export const sizeOf = (marks: readonly Mark[]): Size | null => {
  let depth = 0;
  const cut = marks.findIndex(m => {
    depth += isSign(m, '{', '(') ? 1 : isSign(m, '}', ')') ? -1 : 0;
    return depth === 0 && isSign(m, '×', '*');
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
      m.kind === 'number' ||
      m.kind === 'letter' ||
      isSign(m, '^', '_', '{', '}', '(', ')', '+', '-', '·', '/'),
  ) &&
  marks.some(m => m.kind !== 'sign');

/** 3, n, mn, 2n, K², n_1; null for what is no product: n−1. */
export const dimensionOf = (marks: readonly Mark[]): Written | null => {
  const factors: (string | number)[] = [];
  let i = 0;
  const braced = (): string => {
    if (!isSign(marks[i], '{')) return marks[i++]?.text ?? '';
    let text = '';
    for (i++; i < marks.length && !isSign(marks[i], '}'); i++) text += marks[i]!.text;
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
    else if (isSign(m, '_') && typeof factors.at(-1) === 'string')
      factors.push(`${factors.pop()}_${braced()}`);
    else if (isSign(m, '^') && factors.length) {
      const power = braced();
      if (!/^[1-6]$/.test(power)) return null;
      const base = factors.at(-1)!;
      for (let n = 1; n < Number(power); n++) factors.push(base);
    } else if (!isSign(m, '(', ')', '·', '{', '}')) return null;
  }
  return factors.length ? dimension(...factors) : null;
};

/** ℝ^{m×n}, R^n, M_{n,1}(ℝ), 𝕊^n from a place on; `asked` after ∈, where a plain R is the reals too. */
export const spaceAt = (
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
  if (
    !known ||
    !(asked || base.font === 'blackboard' || (base.font === 'bold' && isSign(marks[at + 1], '^')))
  )
    return null;
  let end = at + 1;
  let inside: readonly Mark[] = [];
  let positive = false;
  while (isSign(marks[end], '^', '_')) {
    const upper = isSign(marks[end], '^');
    const from = end + 1;
    end = closeOf(marks, from);
    const part = isSign(marks[from], '{') ? marks.slice(from + 1, end - 1) : marks.slice(from, end);
    if (part.some(m => isSign(m, '+', '>'))) positive = true;
    else if (upper || name !== 'R') inside = part;
  }
  if (name === 'M' && isSign(marks[end], '(')) while (end < marks.length && !isSign(marks[end++], ')'));
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
export const closeOf = (marks: readonly Mark[], from: number): number => {
  if (!isSign(marks[from], '{')) return from + 1;
  let depth = 0;
  for (let i = from; i < marks.length; i++) {
    if (isSign(marks[i], '{')) depth++;
    if (isSign(marks[i], '}') && --depth === 0) return i + 1;
  }
  return marks.length;
};
/** "m×n", "m,n", "dxd", or one size. */
const splitSize = (marks: readonly Mark[]): Size => {
  const ex = marks.length === 3 && marks[1]!.kind === 'letter' && marks[1]!.text === 'x' ? 1 : -1;
  const cut = ex > 0 ? ex : marks.findIndex(m => isSign(m, '×', ',', '*'));
  if (cut < 0) return { rows: dimensionOf(marks) };
  return { rows: dimensionOf(marks.slice(0, cut)), cols: dimensionOf(marks.slice(cut + 1)) };
};
