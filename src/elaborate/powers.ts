// Powers and norms: of a number, of a matrix, or entry by entry.

import * as make from '../expression/build.ts';
import { isColumn, isScalar, isUnit, shape, shapeText } from '../expression/dimension.ts';
import type { Expression } from '../expression/expression.ts';
import { has } from '../expression/symbol.ts';
import { pieces } from '../latex/operands.ts';
import type { Syntax } from '../latex/syntax.ts';
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
  if (base.kind === 'norm' && value === 2) {
    const of = b.build(base.of);
    const kind = kindOf(b, base, of);
    if (kind === 'F') return placed(s.span, () => make.squaredNorm(of));
    if (kind === '2') return make.eigen('value', make.product(make.transpose(of), of), 1);
  }
  const of = b.build(s.of);
  const symbolic = pieces(s.exponent).some(piece => piece.kind === 'name');
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
      return raised(root, value * 2);
    }
    return raised(of, value);
  });
};
/** To an integer. */
const raised = (of: Expression, exponent: number): Expression => {
  if (exponent < 0) return raised(make.inverse(of), -exponent);
  const power = make.power(of, exponent);
  return exponent === 1 ? of : power;
};

export const norm = (b: Builder, s: Norm): Expression => {
  const of = b.build(s.of);
  const { rows, cols } = of.shape;
  const sizes = make.elementwise('abs', of);
  switch (kindOf(b, s, of)) {
    case 'F':
      return make.norm(of);
    case '2':
      return make.singularValue(of, 1);
    case '*':
      return make.trace(make.matrixFunction('sqrt', gramOf(of)));
    case 'entries':
      return make.largest(sizes);
    case 'sum':
      return make.product(make.transpose(make.ones(shape(rows))), sizes);
    case 'rows':
      return make.largest(make.product(sizes, make.ones(shape(cols))));
    case 'columns':
      return make.largest(make.product(make.transpose(sizes), make.ones(shape(rows))));
    default:
      throw unreadable(
        'P026',
        s.span,
        `the norm with index ${s.which || 'none'} of a ${shapeText(of.shape)} matrix`,
        {
          expected:
            'the Frobenius (F), spectral (2), nuclear (*), 1- or ∞-norm, or the 1-, 2- or ∞-norm of a vector',
        },
      );
  }
};
type Norm = Extract<Syntax, { kind: 'norm' }>;

/** Which norm is written; Frobenius's is the 2-norm of all entries, and meant without an index unless the text speaks of another one. */
const kindOf = (
  b: Builder,
  s: Norm,
  { shape: of }: Expression,
): 'F' | '2' | '*' | 'entries' | 'sum' | 'rows' | 'columns' | null => {
  const vector = isColumn(of) || isUnit(of.rows);
  switch (s.which) {
    case 'F':
      return 'F';
    case '': {
      const { norm: said } = b.scope.document.conventions;
      if (!said || isScalar(of) || (vector && said !== 'of vectors')) return 'F';
      if (said === 'spectral') return '2';
      throw unreadable('P026', s.span, 'the text says that ‖·‖ is another norm, which is not read', {
        expected: 'the Frobenius norm, the spectral norm, or the 2-norm of a vector',
        fix: 'write \\|A\\|_F, \\|A\\|_* or \\|x\\|_2, where that is meant',
      });
    }
    case '2':
    case 'op':
    case 'spec':
      return vector ? 'F' : '2';
    case '*':
    case 'nuc':
      return '*';
    case '∞':
      return vector ? 'entries' : 'rows';
    case 'max':
      return 'entries';
    case '1':
      return vector ? 'sum' : 'columns';
    default:
      return null;
  }
};
/** XᵀX, or XXᵀ where the text says that this one is invertible: the nuclear norm is the trace of its root, and smooth there. */
const gramOf = (of: Expression): Expression =>
  of.op === 'symbol' && has(of.symbol, 'full-row-rank')
    ? make.product(of, make.transpose(of))
    : make.product(make.transpose(of), of);

const entrywisePower = (of: Expression, exponent: number): Expression => {
  if (!Number.isInteger(exponent)) {
    const root = make.elementwise('sqrt', of);
    return exponent === 0.5 ? root : entrywisePower(root, exponent * 2);
  }
  if (exponent < 0) return entrywisePower(make.elementwise('reciprocal', of), -exponent);
  if (exponent === 0) return make.ones(of.shape);
  return Array.from({ length: exponent - 1 }, () => of).reduce<Expression>((p, f) => make.hadamard(p, f), of);
};
