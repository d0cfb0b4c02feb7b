// Powers and norms: of a number, of a matrix, or entry by entry.

import * as make from '../expression/build.ts';
import { isColumn, isScalar, isUnit, shape, shapeText } from '../expression/dimension.ts';
import type { Expression } from '../expression/expression.ts';
import { has, type Structure } from '../expression/symbol.ts';
import { pieces } from '../latex/operands.ts';
import type { Span, Syntax } from '../latex/syntax.ts';
import { toNumber } from '../number/rational.ts';
import { isEntrywise } from './arithmetic.ts';
import type { Builder } from './build.ts';
import { placed, unreadable } from './refusal.ts';
import { inner } from './walk.ts';
import { wholeValue } from './whole.ts';

/** The exponent as a rational number, or null. */
const exponentOf = (b: Builder, s: Syntax): { value: number; half: boolean } | null => {
  const made = wholeValue(s, b.wholes);
  if (!made || (made.den !== 1n && made.den !== 2n)) return null;
  return { value: toNumber(made), half: made.den === 2n };
};

export const power = (b: Builder, s: Extract<Syntax, { kind: 'power' }>): Expression => {
  const exponent = exponentOf(b, s.exponent);
  if (!exponent)
    throw unreadable('P024', s.exponent.span, 'an exponent that is not a number', {
      expected: 'an integer, a half, −1, or a transpose',
    });
  const { value, half } = exponent;
  const base = inner(s.of);
  if (base.kind === 'norm' && value === 2 && /^[F2]?$/.test(base.which)) {
    const of = b.build(base.of);
    if (base.which === '') refuseAnother(b, of, base.span);
    if (base.which !== '2' || isColumn(of.shape) || isUnit(of.shape.rows))
      return placed(s.span, () => make.squaredNorm(of));
  }
  const of = b.build(s.of);
  const symbolic = [...pieces(s.exponent)].some(piece => piece.kind === 'name');
  if (symbolic && !isScalar(of.shape) && (isColumn(of.shape) || isUnit(of.shape.rows)))
    throw unreadable('P024', s.exponent.span, 'an upper letter on a vector: a label, or a power?', {
      fix: 'write a label as x^{(k)} or x_k, a power with brackets or \\odot',
    });
  const entrywise =
    s.entrywise ||
    (!isScalar(of.shape) && (isColumn(of.shape) || isUnit(of.shape.rows)) && isEntrywise(b, s.of));
  if (entrywise && !isScalar(of.shape)) return placed(s.span, () => entrywisePower(of, value));
  return placed(s.span, () => {
    if (half) {
      const root = isScalar(of.shape) ? make.elementwise('sqrt', of) : make.matrixFunction('sqrt', of);
      return value > 0 ? make.power(root, value * 2) : make.power(make.inverse(root), -value * 2);
    }
    if (value >= 0) return make.power(of, value);
    return value === -1 ? make.inverse(of) : make.power(make.inverse(of), -value);
  });
};

export const norm = (b: Builder, s: Extract<Syntax, { kind: 'norm' }>): Expression => {
  const of = b.build(s.of);
  const vector = isColumn(of.shape) || isUnit(of.shape.rows);
  if (s.which === '') refuseAnother(b, of, s.span);
  if (s.which === 'F' || s.which === '' || (s.which === '2' && vector)) return make.norm(of);
  if (s.which === '1' && vector)
    return make.sum(
      make.product(make.transpose(make.ones(shape(of.shape.rows))), make.elementwise('abs', of)),
    );
  const gram = s.which === '*' || s.which === 'nuc' ? gramOf(of) : null;
  if (gram) return make.trace(make.matrixFunction('sqrt', gram));
  throw unreadable(
    'P026',
    s.span,
    `the norm with index ${s.which || 'none'} of a ${shapeText(of.shape)} matrix`,
    {
      expected:
        'the Frobenius norm, the 2-norm or 1-norm of a vector, or the nuclear norm of a matrix of full column or row rank',
    },
  );
};

/** "‖·‖ is the spectral norm". */
const refuseAnother = (b: Builder, of: Expression, span: Span): void => {
  const { norm: said } = b.scope.document.conventions;
  const vector = isColumn(of.shape) || isUnit(of.shape.rows);
  if (!said || isScalar(of.shape) || (vector && said === 'of matrices')) return;
  throw unreadable('P026', span, 'the text says that ‖·‖ is another norm, which is not read', {
    expected: 'the Frobenius norm, or the 2-norm of a vector',
    fix: 'write \\|A\\|_F, or \\|x\\|_2, where that is meant',
  });
};

/** XᵀX or XXᵀ, whichever is invertible as the text says: the nuclear norm is the trace of its root, and smooth there. */
const gramOf = (of: Expression): Expression | null => {
  const like = (...structures: Structure[]): boolean =>
    of.op === 'symbol' && structures.some(structure => has(of.symbol, structure));
  if (like('full-column-rank', 'invertible', 'orthonormal-columns'))
    return make.product(make.transpose(of), of);
  return like('full-row-rank') ? make.product(of, make.transpose(of)) : null;
};

const entrywisePower = (of: Expression, exponent: number): Expression => {
  if (!Number.isInteger(exponent)) {
    const root = make.elementwise('sqrt', of);
    return exponent === 0.5 ? root : entrywisePower(root, exponent * 2);
  }
  if (exponent < 0) return entrywisePower(make.elementwise('reciprocal', of), -exponent);
  if (exponent === 0) return make.ones(of.shape);
  return Array.from({ length: exponent - 1 }, () => of).reduce<Expression>((p, f) => make.hadamard(p, f), of);
};
