// Shapes around subscripts: what A_{ij}, x_i, e_i, K_{mn} and δ_{ij} say of their letters and indices, and sizes as they are written.

import type { Syntax } from '../latex/syntax.ts';
import type { Inference } from './infer.ts';
import { halved } from './infer-calls.ts';
import { labelled } from './scope.ts';
import type { ShapeTerm, Term } from './unify.ts';
import { inner } from './walk.ts';

const SCALAR: ShapeTerm = { rows: [], cols: [] };

export const subscript = (i: Inference, s: Extract<Syntax, { kind: 'subscript' }>): ShapeTerm => {
  const u = i.scope.unifier;
  if (s.single) {
    const shape = i.shapeOf(s);
    for (const [k, side] of [shape.rows, shape.cols].entries()) i.position(s.subscripts[k]!, side);
    return shape;
  }
  const own = labelled(i.scope, s);
  const label = own && i.scope.find(own.name, own.font);
  if (label?.definition) return label.shape;
  const [row, col] = s.subscripts;
  const of = inner(s.of);
  if (of.kind === 'name' && !i.scope.find(of.name, of.font)?.declaration) {
    if (of.name === 'e' && row && !col) {
      const shape = i.shapeOf(s);
      u.toUnit(shape.cols);
      i.position(row, shape.rows);
      return shape;
    }
    if (of.name === 'K' && row && col) {
      const [m, n] = [sizeTerm(row), sizeTerm(col)];
      return m && n ? { rows: [...m, ...n], cols: [...n, ...m] } : i.shapeOf(s);
    }
    const halving = row && !col ? i.scope.halving(of) : null;
    if (halving && row) {
      const n = sizeTerm(row);
      if (!n) return i.shapeOf(s);
      const [all, half] = [[...n, ...n], halved(i, s, n).rows];
      return halving === 'duplication' ? { rows: all, cols: half } : { rows: half, cols: all };
    }
    if (of.name === 'δ' && row && col) {
      const dim = [u.fresh()];
      i.position(row, dim);
      i.position(col, dim);
      return SCALAR;
    }
  }
  const shape = i.infer(s.of);
  const letter = i.scope.of(s.of);
  if (letter?.family && row && !col) {
    i.position(row, shape.cols);
    return { rows: shape.rows, cols: [] };
  }
  if (row) i.position(row, shape.rows);
  if (col) i.position(col, shape.cols);
  return SCALAR;
};

type Constant = Extract<Syntax, { kind: 'constant' | 'identity' }>;
export const constant = (i: Inference, s: Constant): ShapeTerm => {
  const shape = i.shapeOf(s);
  if (i.eager && s.kind === 'constant' && s.of === 'ones' && !s.size.length)
    i.scope.unifier.toUnit(shape.cols);
  return shape;
};
/** The sizes that are written at I_n, 1_n and 1_{m×n}. */
export const bindSizes = (i: Inference, s: Constant, shape: ShapeTerm): void => {
  const u = i.scope.unifier;
  const [rows, cols] = s.size;
  if (s.kind === 'identity') u.unify(shape.rows, shape.cols);
  if (!rows) return;
  bindSize(i, shape.rows, rows);
  if (s.kind === 'identity') return;
  if (cols) bindSize(i, shape.cols, cols);
  else u.toUnit(shape.cols);
};

/** A written size: 3, n, m·n, K². */
const sizeTerm = (s: Syntax): Term | null => {
  const of = inner(s);
  if (of.kind === 'number' && of.value.den === 1n && of.value.num > 0n)
    return of.value.num === 1n ? [] : [Number(of.value.num)];
  if (of.kind === 'name') return [of.name];
  if (of.kind === 'product') {
    const parts = of.factors.map(f => sizeTerm(f));
    return parts.every(p => p !== null) ? parts.flat() : null;
  }
  return null;
};
export const bindSize = (i: Inference, t: Term, s: Syntax): void => {
  const size = sizeTerm(s);
  if (size) i.scope.unifier.unify(t, size);
};
