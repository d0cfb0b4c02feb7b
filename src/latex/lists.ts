// Lists and sums with dots: x_1, x_2, …, x_n is what x_i says for i = 1, …, n. A list is Σ_i e_iᵀ ⊗ x_i, a column Σ_i e_i ⊗ x_i.
//   what runs is found by laying the first piece over the last: a 1 in the one where the other has a letter; nothing else may differ

import { hull, type Item, type ItemOf, unread } from './items.ts';
import { operandsOf, pieces as piecesOf, withOperands } from './operands.ts';
import type { Of, Parser } from './parser.ts';
import { isTransposeSign } from './parser.ts';
import type { Span, Syntax } from './syntax.ts';

/** What stands at place i of a row of pieces, and up to where i runs. */
interface Run {
  readonly index: string;
  readonly to: Syntax;
  readonly of: Syntax;
}
/** A piece, or the dots. */
type Piece = Syntax | 'dots';

export const hasDots = (items: readonly Item[]): boolean => items.some(i => i.type === 'ellipsis');
export const isDots = (items: readonly Item[]): boolean =>
  items.length === 1 && items[0]!.type === 'ellipsis';

/** [a_1, …, a_n]: its pieces side by side. In round brackets, not transposed, numbers are a column. */
export const listOf = (p: Parser, item: ItemOf<'bracket'> | ItemOf<'braces'>): Syntax => {
  const pieces = cellsIn(item.items).map(cell => pieceOf(p, cell, item));
  const constant = constantOf(pieces, item);
  if (constant) return constant;
  const run = runOf(p, pieces, item);
  const next = p.peek();
  const turned = next?.type === 'script' && isTransposeSign(next);
  const isRound = item.type === 'bracket' && item.fence === '(' && !turned;
  if (isRound && !isBare(run.of)) return summed(run, placed(unit(run, item), run.of), item);
  const made = summed(run, placed(row(unit(run, item)), run.of), item);
  return isRound ? { ...made, round: true } : made;
};

/** What stands in diag(a_1, …, a_n) and in diag(a, b). */
export const columnOf = (p: Parser, item: ItemOf<'bracket'> | ItemOf<'braces'>): Syntax => {
  const pieces = cellsIn(item.items).map(cell => pieceOf(p, cell, item));
  const all = pieces.filter(of => of !== 'dots');
  if (all.length === pieces.length) return { kind: 'matrix', rows: all.map(of => [of]), span: spanOf(item) };
  const run = runOf(p, pieces, item);
  return summed(run, placed(unit(run, item), run.of), item);
};

/** A matrix in which dots stand for rows, columns, or both. */
export const arrayOf = (p: Parser, item: ItemOf<'matrix'>): Syntax => {
  const rows = item.rows.map((cells): readonly Piece[] | 'dots' =>
    cells.every(cell => cell.length === 0 || isDots(cell))
      ? 'dots'
      : cells.map(cell => pieceOf(p, cell, item)),
  );
  const across = rows.some(r => r !== 'dots' && r.includes('dots'));
  if (!across) {
    const run = runOf(
      p,
      rows.map(r => (r === 'dots' ? r : (onlyOf(r) ?? fail(item)))),
      item,
    );
    return summed(run, placed(unit(run, item), run.of), item);
  }
  const runs = rows.map(r => (r === 'dots' ? r : runOf(p, r, item)));
  const [first, ...others] = runs;
  if (!first || first === 'dots') throw unclear(item);
  if (others.length === 0) return summed(first, placed(row(unit(first, item)), first.of), item);
  if (others.some(r => r !== 'dots' && !alike(r.to, first.to))) throw unclear(item);
  const outer = runOf(
    p,
    runs.map(r => (r === 'dots' ? r : r.of)),
    item,
    [first.index],
  );
  const factors = [unit(outer, item), row(unit(first, item))];
  const place: Syntax = { kind: 'product', factors, span: spanOf(item) };
  return summed(outer, summed({ ...first, of: outer.of }, placed(place, outer.of), item), item);
};
const onlyOf = (cells: readonly Piece[]): Syntax | null => {
  const [only] = cells;
  return cells.length === 1 && only && only !== 'dots' ? only : null;
};

interface Term {
  readonly negative: boolean;
  readonly of: Syntax;
}
/** C + a_1b_1 + … + a_nb_n, from all its terms and how many of them stand before the dots: as many as possible run. */
export const sumOver = (p: Parser, terms: readonly Term[], before: number): Term[] => {
  const at = hull(...terms.map(t => t.of.span));
  const last = terms[before]!;
  for (let from = 0; from < before; from++) {
    const summands = terms.slice(from, before);
    if ([...summands, last].some(t => t.negative)) continue;
    const run = runIn(p, [...summands.map(t => t.of), 'dots', last.of]);
    if (run) return [...terms.slice(0, from), { negative: false, of: summed(run, run.of, at) }];
  }
  throw unclear(at);
};

/** The items between commas, or between columns. */
export const cellsIn = (items: readonly Item[]): Item[][] => {
  const cells: Item[][] = [[]];
  for (const item of items)
    if (item.type === 'punctuation') cells.push([]);
    else cells.at(-1)!.push(item);
  return cells;
};
const pieceOf = (p: Parser, cell: readonly Item[], around: Span): Piece =>
  isDots(cell) ? 'dots' : p.inside(cell, around).whole();

const spanOf = ({ start, end }: Span): Span => ({ start, end });
const unit = ({ index }: Run, at: Span): Syntax => {
  const span = spanOf(at);
  const name = (text: string): Syntax => ({ kind: 'name', name: text, font: 'plain', latex: text, span });
  return { kind: 'subscript', of: name('e'), subscripts: [name(index)], span };
};
const row = (of: Syntax): Syntax => ({ kind: 'transpose', of, prime: false, span: of.span });
const placed = (place: Syntax, of: Syntax): Syntax => ({
  kind: 'binary',
  operator: 'kronecker',
  left: place,
  right: of,
  span: place.span,
});
const summed = ({ index, to }: Run, of: Syntax, at: Span): Of<'summation'> => ({
  kind: 'summation',
  indices: [index],
  from: null,
  to,
  of,
  span: spanOf(at),
});

/** (1, …, 1) and (0, …, 0), a column unless it is square. */
const constantOf = (pieces: readonly Piece[], item: Item): Syntax | null => {
  const numbers = pieces.flatMap(c => (c === 'dots' ? [] : [c.kind === 'number' ? c.value : null]));
  const [first] = numbers;
  if (first?.den !== 1n || first.num > 1n || first.num < 0n) return null;
  if (numbers.some(n => n?.num !== first.num || n.den !== 1n)) return null;
  const made: Syntax = {
    kind: 'constant',
    of: first.num === 1n ? 'ones' : 'zeros',
    size: [],
    span: spanOf(item),
  };
  const isSquare = item.type === 'bracket' && item.fence === '[';
  return isSquare ? row(made) : made;
};

const unclear = (at: Span) =>
  unread('P009', at, '“…” stands for something that the pieces around it do not show', {
    expected: 'pieces that differ in one index, which runs from 1: x_1, …, x_n',
    fix: 'write a sum with an index, or state a fixed size',
  });
const fail = (at: Span): never => {
  throw unclear(at);
};

const runOf = (p: Parser, pieces: readonly Piece[], at: Span, taken: readonly string[] = []): Run =>
  runIn(p, pieces, taken) ?? fail(at);
const runIn = (p: Parser, pieces: readonly Piece[], taken: readonly string[] = []): Run | null => {
  const [first] = pieces;
  const last = pieces.at(-1);
  const dots = pieces.indexOf('dots');
  const isOne = dots === pieces.lastIndexOf('dots') && dots === pieces.length - 2;
  if (!first || !last || first === 'dots' || last === 'dots' || !isOne || p.declared('e', 'plain'))
    return null;
  const names = new Set([first, last].flatMap(piecesOf).flatMap(s => (s.kind === 'name' ? [s.name] : [])));
  const index = [...'ijklrsuv'].find(n => !names.has(n) && !p.bound.includes(n) && !taken.includes(n));
  if (!index) return null;
  const run = laid(first, last, index);
  const between = pieces.slice(1, dots) as readonly Syntax[];
  const fits = (piece: Syntax, k: number): boolean => {
    const other = laid(first, piece, index);
    return other !== null && run !== null && isNumber(other.to, k + 2) && alike(other.of, run.of);
  };
  if (!run || !between.every(fits)) return null;
  return run;
};
const isNumber = (s: Syntax, n: number): boolean => s.kind === 'number' && s.value.num === BigInt(n);

/** What the first and the last piece have in common, with an index where one has a 1 and the other its end. */
const laid = (first: Syntax, last: Syntax, index: string): Run | null => {
  let to: Syntax | null = null;
  const over = (a: Syntax, b: Syntax): Syntax | null => {
    if (isNumber(a, 1) && !alike(a, b) && (b.kind === 'name' || b.kind === 'number')) {
      if (to && !alike(to, b)) return null;
      to = b;
      return { kind: 'name', name: index, font: 'plain', latex: index, span: a.span };
    }
    const [left, right] = indexed(a, b);
    if (left.kind !== right.kind || headOf(left) !== headOf(right)) return null;
    const [mine, others] = [operandsOf(left), operandsOf(right)];
    if (mine.length !== others.length) return null;
    const made = mine.map((of, i) => over(of, others[i]!));
    return made.every(of => of !== null) ? withOperands(left, made) : null;
  };
  const of = over(first, last);
  return of && to ? { index, to, of } : null;
};
export const alike = (a: Syntax, b: Syntax): boolean => {
  if (a.kind !== b.kind || headOf(a) !== headOf(b)) return false;
  const [left, right] = [operandsOf(a), operandsOf(b)];
  return left.length === right.length && left.every((of, i) => alike(of, right[i]!));
};
/** What a piece says apart from its operands. */
const headOf = (s: Syntax): string => {
  if (s.kind === 'number') return `${s.value.num}/${s.value.den}`;
  if (s.kind === 'sum') return s.terms.map(t => t.negative).join();
  if (s.kind === 'summation') return s.indices.join();
  if (s.kind === 'matrix') return s.rows.map(r => r.length).join();
  const own = Object.entries(s).filter(([key, value]) => typeof value !== 'object' && key !== 'latex');
  return own.map(([key, value]) => `${key}=${value}`).join();
};

/** x_1 and x_K, which are names with labels, as members of x. */
const indexed = (a: Syntax, b: Syntax): readonly [Syntax, Syntax] => {
  const [one, other] = [labelOf(a), labelOf(b)];
  if (!one || !other || one.base !== other.base || alike(a, b)) return [a, b];
  const count = other.parts?.length ?? (one.label === '1' ? 1 : [...other.label].length);
  const parts = (
    of: { label: string; parts: readonly Syntax[] | null },
    s: Syntax,
  ): readonly Syntax[] | null => {
    if (of.parts) return of.parts;
    const texts = count === 1 ? [of.label] : [...of.label];
    return texts.length === count && texts.every(t => /^(\p{L}|\d+)$/u.test(t))
      ? texts.map(t => partOf(t, s.span))
      : null;
  };
  const [mine, others] = [parts(one, a), parts(other, b)];
  const member = (subscripts: readonly Syntax[], s: Syntax): Syntax => ({
    kind: 'subscript',
    of: one.of,
    subscripts,
    span: s.span,
  });
  return mine && others ? [member(mine, a), member(others, b)] : [a, b];
};
const partOf = (text: string, span: Span): Syntax =>
  /^\d+$/.test(text)
    ? { kind: 'number', value: { num: BigInt(text), den: 1n }, span }
    : { kind: 'name', name: text, font: 'plain', latex: text, span };
const labelOf = (
  s: Syntax,
): { base: string; of: Syntax; label: string; parts: readonly Syntax[] | null } | null => {
  if (s.kind === 'subscript' && s.of.kind === 'name')
    return { base: s.of.name, of: s.of, label: '', parts: s.subscripts };
  const [, base, below, above] =
    (s.kind === 'name' && /^(.+?)(?:_([\p{L}\d]{1,3})|\^\(([\p{L}\d]{1,3})\))$/u.exec(s.name)) || [];
  if (!base || s.kind !== 'name') return null;
  const latex = s.latex.replace(/[_^][\s\S]*$/, '');
  return { base, of: { ...s, name: base, latex }, label: (below ?? above)!, parts: null };
};

/** x_i alone, perhaps with a factor: a vector or a number. */
const isBare = (s: Syntax): boolean => {
  if (s.kind === 'subscript' || s.kind === 'name') return true;
  if (s.kind === 'group' || s.kind === 'transpose') return isBare(s.of);
  return (s.kind === 'product' || s.kind === 'sum') && operandsOf(s).some(isBare);
};
