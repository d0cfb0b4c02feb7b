// Subscripts and sums over them: entries of arrays, columns of families, unit vectors and matrices that carry their size.

import * as make from '../expression/build.ts';
import { type Dimension, type Factor, fits, isColumn, isUnit, shapeText } from '../expression/dimension.ts';
import type { Expression, Index } from '../expression/expression.ts';
import type { Span, Syntax } from '../latex/syntax.ts';
import type { Builder } from './build.ts';
import { placed, unreadable } from './refusal.ts';
import { labelled } from './scope.ts';
import { spectralEntry } from './spectral.ts';
import { inner } from './walk.ts';
import { exponentsIn, indicesIn, wholeValue } from './whole.ts';

export const subscript = (b: Builder, s: Extract<Syntax, { kind: 'subscript' }>): Expression => {
  if (s.single) return singleEntry(b, s);
  const own = labelled(b.scope, s);
  const label = own && b.scope.find(own.name, own.font);
  if (label?.definition) return b.letter(label, s.span);
  const [row, col, ...rest] = s.subscripts;
  if (!row || rest.length)
    throw unreadable('P029', s.span, `${s.subscripts.length} subscripts`, {
      expected: 'one or two indices',
    });
  const of = inner(s.of);
  const spectrum = col ? null : spectralEntry(b, s.of, row);
  if (spectrum) return spectrum;
  const declared = of.kind === 'name' && b.scope.find(of.name, of.font)?.declaration;
  if (of.kind === 'name' && !declared) {
    if (of.name === 'e' && !col) {
      const dim = b.namer.dimension(b.inference.shapeOf(s).rows);
      return make.unit(dim, b.indices.of(row));
    }
    if (of.name === 'K' && col) {
      const [m, n] = [sizeOf(row), sizeOf(col)];
      if (m && n) return make.commutation(m, n);
    }
    const halving = col ? null : b.scope.halving(of);
    const size = halving && sizeOf(row);
    if (size) return halving === 'duplication' ? make.duplication(size) : make.elimination(size);
    if (of.name === 'δ' && col) {
      const [i, j] = [b.indices.of(row), b.indices.of(col)];
      const dim = typeof i === 'object' ? i.dim : typeof j === 'object' ? j.dim : null;
      if (dim !== null) return placed(s.span, () => make.entry(make.identity([dim]), i, j));
    }
  }
  const whole = b.build(s.of);
  const letter = b.scope.of(s.of);
  if (letter?.family && !col) return make.product(whole, make.unit(whole.shape.cols, b.indices.of(row)));
  return pick(b, whole, s);
};

/** e_i e_jᵀ. */
const singleEntry = (b: Builder, s: Extract<Syntax, { kind: 'subscript' }>): Expression => {
  const { rows, cols } = b.inference.shapeOf(s);
  const [row, col] = s.subscripts.map(i => b.indices.of(i)) as [Index, Index];
  return placed(s.span, () =>
    make.product(
      make.unit(b.namer.dimension(rows), row),
      make.transpose(make.unit(b.namer.dimension(cols), col)),
    ),
  );
};

/** The entry of an array that a subscript names: two indices for a matrix, one for a vector. */
export const pick = (
  b: Builder,
  whole: Expression,
  s: Extract<Syntax, { kind: 'subscript' }>,
): Expression => {
  const [row, col] = s.subscripts;
  if (row && col) return entry(s.span, whole, b.indices.of(row), b.indices.of(col));
  if (row && isColumn(whole.shape) && !isUnit(whole.shape.rows))
    return entry(s.span, whole, b.indices.of(row), 1);
  if (row && isUnit(whole.shape.rows) && !isUnit(whole.shape.cols))
    return entry(s.span, whole, 1, b.indices.of(row));
  throw unreadable('P029', s.span, `one subscript on a ${shapeText(whole.shape)} expression`, {
    expected: 'two indices for a matrix, one for a vector',
  });
};

/** A written size as a dimension, or null. */
export const sizeOf = (s: Syntax): Dimension | null => {
  const of = inner(s);
  if (of.kind === 'number') return of.value.num === 1n ? [] : [Number(of.value.num)];
  if (of.kind === 'name') return [of.name];
  return null;
};

/** An index up to a number, in a dimension of any size, stays in range at some sizes only. */
const entry = (span: Span, whole: Expression, row: Index, col: Index): Expression => {
  const isPart = (index: Index, dim: Dimension): boolean =>
    typeof index !== 'number' && typeof index.dim === 'number' && !fits([index.dim], dim);
  if (isPart(row, whole.shape.rows) || isPart(col, whole.shape.cols))
    throw unreadable('P032', span, 'an index that does not run over the whole range', {
      expected: `an index over all entries of a ${shapeText(whole.shape)} array`,
    });
  return placed(span, () => make.entry(whole, row, col));
};

/** Σ_{i=0}^{k−1} XⁱAX^{k−1−i} as its terms, when i stands in exponents only and both limits are known; null for other sums. */
const writtenOut = (b: Builder, s: Extract<Syntax, { kind: 'summation' }>): Expression | null => {
  const [index, ...more] = s.indices;
  if (!index || more.length > 0 || !s.from || !s.to) return null;
  if (!exponentsIn([s.of]).has(index) || indicesIn([s.of]).has(index)) return null;
  const [from, to] = [wholeValue(s.from, b.wholes), wholeValue(s.to, b.wholes)];
  if (!from || !to || from.den !== 1n || to.den !== 1n || to.num < from.num || to.num - from.num > 8n)
    return null;
  const around = b.wholes;
  try {
    const terms: Expression[] = [];
    for (let i = from.num; i <= to.num; i++) {
      b.wholes = new Map([...around, [index, i]]);
      terms.push(b.build(s.of));
    }
    return terms.reduce((sum, t) => make.sum(sum, t));
  } finally {
    b.wholes = around;
  }
};

/** An upper limit is the size of what the index runs over. */
const runsTo = ({ to }: Extract<Syntax, { kind: 'summation' }>, dim: Factor | null): void => {
  const size = to && sizeOf(to);
  if (!to || (size && fits(size, dim === null ? [] : [dim]))) return;
  throw unreadable('P032', to.span, 'a sum that does not run over the whole range', {
    expected: `${dim ?? 1}, the size of what the index runs over`,
    fix: 'sum over the whole range, or write what is left out as terms of its own',
  });
};

export const summation = (b: Builder, s: Extract<Syntax, { kind: 'summation' }>): Expression => {
  const terms = writtenOut(b, s);
  if (terms) return terms;
  const from = s.from && inner(s.from);
  if (from && !(from.kind === 'number' && from.value.num === 1n))
    throw unreadable('P032', from.span, 'a sum that does not start at 1', {
      fix: 'sum over the whole range',
    });
  return b.indices.within(s, bound => {
    for (const index of bound) runsTo(s, index?.dim ?? null);
    return bound.reduceRight<Expression>((of, i) => (i ? make.sumOver(i, of) : of), b.build(s.of));
  });
};
