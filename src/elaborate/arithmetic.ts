// Sums, products, quotients and the products with a sign of their own, once their operands are built.

import * as make from '../expression/build.ts';
import {
  fits,
  isColumn,
  isScalar,
  isUnit,
  type Shape,
  sameShape,
  shapeText,
} from '../expression/dimension.ts';
import type { Expression } from '../expression/expression.ts';
import { FUNCTIONS } from '../expression/functions.ts';
import { pieces } from '../latex/operands.ts';
import type { Span, Syntax } from '../latex/syntax.ts';
import { rational } from '../number/rational.ts';
import type { Builder } from './build.ts';
import { attempt, placed, unreadable } from './refusal.ts';
import { dotted, inner } from './walk.ts';

export const sum = (b: Builder, s: Extract<Syntax, { kind: 'sum' }>): Expression => {
  const built = s.terms.map(t => ({ ...t, made: b.build(t.of) }));
  const whole = built.find(t => !isScalar(t.made.shape))?.made;
  const terms = built.map(t => {
    const made = whole && isScalar(t.made.shape) ? spread(b, t.of, t.made, whole.shape, s) : t.made;
    return { span: t.of.span, made: t.negative ? make.negative(made) : made };
  });
  return terms.slice(1).reduce((sum, t) => placed(t.span, () => make.sum(sum, t.made)), terms[0]!.made);
};
/** 1 − σ(x): a number among vectors is that number in every entry, where the text works entry by entry. */
const spread = (b: Builder, of: Syntax, made: Expression, to: Shape, sum: Syntax): Expression => {
  const isNumber = inner(of).kind === 'number';
  const squareMatrix = !isColumn(to) && !isUnit(to.rows) && sameShape(to, { rows: to.cols, cols: to.rows });
  if (!isNumber || (squareMatrix && !isEntrywise(b, sum))) return made;
  return filled(made, to);
};
/** The text says that functions act entry by entry, or one does so here. */
export const isEntrywise = (b: Builder, s: Syntax): boolean => {
  return (
    b.entrywise ||
    pieces(s).some(p => p.kind === 'call' && FUNCTIONS.has(p.fn) && !isScalar(b.build(p).shape))
  );
};

export const product = (b: Builder, factors: readonly Syntax[]): Expression => {
  const [first, ...more] = dotted(b.scope.document.text, factors).map(group =>
    group.map(f => ({ span: f.span, made: b.build(f) })),
  );
  const start = { span: first!.at(-1)!.span, made: joined(b, first!) };
  return more.reduce((a, group) => ({ span: group.at(-1)!.span, made: dot(b, a, group) }), start).made;
};

const joined = (b: Builder, built: readonly Built[]): Expression => {
  for (const [i, { span, made }] of built.entries()) {
    const last = built[i - 1];
    if (!last || !isColumn(made.shape) || isUnit(made.shape.rows) || !sameShape(last.made.shape, made.shape))
      continue;
    if (CROSS.test(b.scope.document.text.slice(last.span.end, span.start).trim()))
      throw unreadable('P027', span, 'a cross product', {
        expected: 'an inner product aᵀb, or a matrix product',
      });
  }
  try {
    return built.reduce((a, b) => ({
      span: b.span,
      made: placed(b.span, () => times(a.made, b.made)),
    })).made;
  } catch (error) {
    const regrouped = built.length <= 16 ? regroup(built.map(b => b.made)) : null;
    if (regrouped) return regrouped;
    throw error;
  }
};
const CROSS = /^(?:\\times|×)$/;

/**
 * What stands before a dot, and the factors behind it: x · Ax = xᵀAx, Ax · y x = (xᵀAᵀy) x, x · A · x. The inner product of two columns,
 * or of matrices that have no product; else a product like any other.
 */
const dot = (b: Builder, before: Built, group: readonly Built[]): Expression => {
  const left = before.made;
  if (!isScalar(left.shape)) {
    for (let k = group.length; k > 0; k--) {
      const right = attempt(() => joined(b, group.slice(0, k)));
      if (right && isInner(b, left, right))
        return group.slice(k).reduce((of, next) => times(of, next.made), make.frobenius(left, right));
    }
    const right = isColumn(left.shape) ? attempt(() => joined(b, group)) : null;
    if (right && !isUnit(right.shape.rows) && fits(left.shape.rows, right.shape.rows))
      return make.product(make.transpose(right), left);
  }
  return joined(b, [before, ...group]);
};
const isInner = (b: Builder, { shape: left }: Expression, { shape: right }: Expression): boolean =>
  sameShape(left, right) &&
  (isColumn(right) || b.scope.document.conventions.dot === true || !fits(right.rows, right.cols));

export const quotient = (b: Builder, s: Extract<Syntax, { kind: 'quotient' }>): Expression => {
  const [over, under] = [b.build(s.over), b.build(s.under)];
  if (under.op === 'number') {
    if (under.value.num === 0n) throw unreadable('P022', s.under.span, 'division by zero');
    const by = make.number(rational(under.value.den, under.value.num));
    return over.op === 'number'
      ? make.number(rational(over.value.num * numerator(by), over.value.den * denominator(by)))
      : make.scale(by, over);
  }
  if (isScalar(under.shape)) return times(make.inverse(under), over);
  if (!s.entrywise && !isEntrywise(b, s))
    throw unreadable('H004', s.under.span, `division by a ${shapeText(under.shape)} matrix`, {
      expected: 'a scalar denominator, or an entrywise quotient',
      fix: 'write the inverse with its side, or \\oslash for the entrywise quotient',
    });
  const below = make.elementwise('reciprocal', under);
  return isScalar(over.shape) ? times(over, below) : placed(s.span, () => make.hadamard(over, below));
};

export const binary = (b: Builder, s: Extract<Syntax, { kind: 'binary' }>): Expression => {
  let [left, right] = [b.build(s.left), b.build(s.right)];
  if (s.operator === 'hadamard' || s.operator === 'frobenius') {
    if (left.op === 'number') left = filled(left, right.shape);
    if (right.op === 'number') right = filled(right, left.shape);
  }
  return placed(s.span, () => {
    switch (s.operator) {
      case 'hadamard':
        return isColumn(left.shape) && !isColumn(right.shape) && fits(left.shape.rows, right.shape.rows)
          ? make.product(make.diag(left), right)
          : make.hadamard(left, right);
      case 'frobenius':
        return make.frobenius(left, right);
      case 'kronecker':
        return b.outer ? outer(left, right, s.span) : make.kronecker(left, right);
      case 'khatriRao':
        return make.khatriRao(left, right);
      case 'faceSplitting':
        return make.transpose(make.khatriRao(make.transpose(left), make.transpose(right)));
      case 'kroneckerSum':
        return make.sum(
          make.kronecker(left, make.identity(right.shape.rows)),
          make.kronecker(make.identity(left.shape.rows), right),
        );
      case 'compose':
        throw unreadable('P023', s.span, 'composition of functions', { fix: 'write g(f(x))' });
    }
  });
};

/** a ⊗ b = a bᵀ, where the text says so. */
const outer = (left: Expression, right: Expression, span: Span): Expression => {
  if (isColumn(left.shape) && isColumn(right.shape)) return make.product(left, make.transpose(right));
  throw unreadable('P027', span, '⊗ of matrices, where the text says that it is the outer product', {
    expected: 'two vectors',
  });
};

interface Built {
  readonly span: Span;
  readonly made: Expression;
}
/** A number in every entry. */
const filled = (n: Expression, to: Shape): Expression => (isScalar(to) ? n : make.scale(n, make.ones(to)));

const numerator = (e: Expression): bigint => (e.op === 'number' ? e.value.num : 1n);
const denominator = (e: Expression): bigint => (e.op === 'number' ? e.value.den : 1n);

/** Product or scalar multiple, by the shapes. */
export const times = (a: Expression, b: Expression): Expression => {
  if (isScalar(a.shape)) return make.scale(a, b);
  return isScalar(b.shape) ? make.scale(b, a) : make.product(a, b);
};

/** Brackets that make the product fit, when there are some: A xᵀy is A (xᵀy). */
const regroup = (factors: readonly Expression[]): Expression | null => {
  const memo = new Map<string, Expression | null>();
  const span = (from: number, to: number): Expression | null => {
    if (to - from === 1) return factors[from]!;
    const key = `${from} ${to}`;
    const known = memo.get(key);
    if (known !== undefined) return known;
    let found: Expression | null = null;
    for (let cut = to - 1; cut > from && !found; cut--) {
      const [a, b] = [span(from, cut), span(cut, to)];
      if (!a || !b) continue;
      try {
        found = times(a, b);
      } catch (error) {
        if (!(error instanceof make.ShapeError)) throw error;
      }
    }
    memo.set(key, found);
    return found;
  };
  return span(0, factors.length);
};
