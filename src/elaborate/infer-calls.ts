// Shapes of calls and of matrices that are written out.

import type { Syntax } from '../latex/syntax.ts';
import type { Inference } from './infer.ts';
import type { Letter } from './scope.ts';
import { spectralShape } from './spectral.ts';
import type { ShapeTerm, Term } from './unify.ts';
import { unvec } from './unvec.ts';
import { inner, isWrittenZero } from './walk.ts';

const SCALAR: ShapeTerm = { rows: [], cols: [] };
const SQUARE_CALLS = new Set(['tr', 'det', 'logdet', 'λ_max', 'λ_min']);
const SCALAR_CALLS = new Set([...SQUARE_CALLS, 'rank', 'lse', 'logsumexp', 'σ_max', 'σ_min']);

export const call = (i: Inference, s: Extract<Syntax, { kind: 'call' }>): ShapeTerm => {
  const u = i.scope.unifier;
  if (s.fn === 'unvec') return unvec(i, s);
  const of = spectralShape(s, i);
  if (of) return of;
  const args = s.args.map(a => i.infer(a));
  const [x] = args;
  if (!x) return SCALAR;
  const letter: Letter | null = i.scope.find(s.fn, 'plain');
  if (letter?.definition) return letter.shape;
  if (i.scope.opaqueFunctions.has(s.fn)) return SCALAR;
  if (SCALAR_CALLS.has(s.fn)) {
    if (SQUARE_CALLS.has(s.fn)) u.unify(x.rows, x.cols);
    return SCALAR;
  }
  switch (s.fn) {
    case 'vec':
      return { rows: [...u.resolve(x.cols), ...x.rows], cols: [] };
    case 'vech':
      u.unify(x.rows, x.cols);
      return halved(i, s, x.rows);
    case 'diag':
    case 'Diag':
      if (u.isUnit(x.cols)) return { rows: x.rows, cols: x.rows };
      u.unify(i.shapeOf(s).rows, x.rows);
      if (!u.mayBeUnit(x.cols)) u.unify(x.rows, x.cols);
      return i.shapeOf(s);
    case 'max':
    case 'min':
      return extreme(i, s, args);
    case 'khatrirao':
      return args[1] ? { rows: [...x.rows, ...args[1].rows], cols: x.cols } : x;
    default:
      return x;
  }
};

/** max(0, x) has the shape of x, max(x, y) that of both. */
const extreme = (
  i: Inference,
  s: Extract<Syntax, { kind: 'call' }>,
  args: readonly ShapeTerm[],
): ShapeTerm => {
  if (args.length === 1) return SCALAR;
  const arrays = args.filter((_, k) => inner(s.args[k]!).kind !== 'number');
  const [first = SCALAR, ...others] = arrays;
  for (const other of others) i.scope.unifier.unifyShape(first, other);
  return first;
};

/** A vector of n(n+1)/2 entries, of any length while n is not known. */
export const halved = (i: Inference, s: Syntax, n: Term): ShapeTerm => {
  const rows = i.scope.unifier.triangular(n);
  return rows ? { rows, cols: [] } : { rows: i.shapeOf(s).rows, cols: [] };
};

/** Heights agree along rows and widths along columns, but for a written 0; what is not known yet is taken from later rounds. */
export const matrix = (i: Inference, s: Extract<Syntax, { kind: 'matrix' }>): ShapeTerm => {
  const u = i.scope.unifier;
  const cells = s.rows.map(row => row.map(cell => (isWrittenZero(cell) ? null : i.infer(cell))));
  const isBlock = ({ rows, cols }: ShapeTerm): boolean => !u.mayBeUnit(rows) || !u.mayBeUnit(cols);
  if (!cells.flat().some(cell => cell && isBlock(cell))) {
    const size = (n: number): Term => (n === 1 ? [] : [n]);
    return { rows: size(s.rows.length), cols: size(s.rows[0]?.length ?? 1) };
  }
  for (const row of cells) for (const cell of row) if (cell) u.unify(cell.rows, row.find(x => x)!.rows);
  const first = (c: number): ShapeTerm | null => cells.find(row => row[c])?.[c] ?? null;
  for (const row of cells)
    for (const [c, cell] of row.entries()) if (cell) u.unify(cell.cols, first(c)!.cols);
  const rows = u.summed(cells.map(row => row.find(x => x)?.rows ?? []));
  const cols = u.summed((cells[0] ?? []).map((_, c) => first(c)?.cols ?? []));
  return { rows: rows ?? i.shapeOf(s).rows, cols: cols ?? i.shapeOf(s).cols };
};
