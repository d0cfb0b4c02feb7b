// How long an expression is, in operators, and when two are the same text: what "shorter" means here.
//   a minus between terms belongs to the sum; a quotient, ‖x‖, X⁻ᵀ and a function of x are one operator each, ‖x‖² two

import { dimensionText, isScalar } from '../expression/dimension.ts';
import { children, type Expression, type Index } from '../expression/expression.ts';
import { toText } from '../number/rational.ts';

const keys = new WeakMap<Expression, string>();
/** The same for the same tree, and only for it. */
export const keyOf = (e: Expression): string => {
  const known = keys.get(e);
  if (known !== undefined) return known;
  const key = `${e.op}${label(e)}(${children(e).map(keyOf).join(',')})`;
  keys.set(e, key);
  return key;
};
const indexText = (i: Index): string => (typeof i === 'number' ? `${i}` : i.name);
const label = (e: Expression): string => {
  switch (e.op) {
    case 'symbol':
      return ` ${JSON.stringify(e.symbol.name)}`;
    case 'number':
      return ` ${toText(e.value)}`;
    case 'size':
      return ` ${dimensionText(e.dim)}`;
    case 'identity':
    case 'ones':
    case 'zeros':
    case 'unvec':
    case 'commutation':
    case 'duplication':
    case 'elimination':
      return ` ${dimensionText(e.shape.rows)}×${dimensionText(e.shape.cols)}${e.op === 'commutation' ? dimensionText(e.m) : ''}`;
    case 'unit':
      return ` ${indexText(e.index)} of ${dimensionText(e.shape.rows)}`;
    case 'power':
      return ` ${e.exponent}`;
    case 'elementwise':
      return ` ${e.fn} ${e.order}`;
    case 'matrixFunction':
      return ` ${e.fn}`;
    case 'eigen':
      return ` ${e.part} ${indexText(e.index)}`;
    case 'entry':
      return ` ${indexText(e.row)} ${indexText(e.col)}`;
    case 'sum':
      return ` ${e.index.name}`;
    case 'block':
      return ` ${e.blocks.map(row => row.length).join(' ')}`;
    case 'differential':
      return ` ${e.wrt.join(' ')}`;
    case 'derivative':
      return ` ${e.by.name} ${e.layout}`;
    default:
      return '';
  }
};

/** X of tr(XᵀX), which is printed as ‖X‖². */
export const squaredOf = (e: Expression): Expression | null => {
  if (e.op !== 'trace' || e.of.op !== 'product' || e.of.factors.length !== 2) return null;
  const [left, right] = e.of.factors as [Expression, Expression];
  return left.op === 'transpose' && keyOf(left.of) === keyOf(right) ? right : null;
};

const lengths = new WeakMap<Expression, number>();
/** The number of operators. */
export const lengthOf = (e: Expression): number => {
  const known = lengths.get(e);
  if (known !== undefined) return known;
  const length = measured(e);
  lengths.set(e, length);
  return length;
};
const all = (of: readonly Expression[]): number => of.reduce((total, e) => total + lengthOf(e), 0);
const measured = (e: Expression): number => {
  switch (e.op) {
    case 'add':
      return (
        e.terms.length -
        1 +
        e.terms.reduce((total, t, k) => total + lengthOf(t) - (k && isMinus(t) ? 1 : 0), 0)
      );
    case 'product':
      return e.factors.length - 1 + all(e.factors);
    case 'scale':
      if (e.by.op === 'number' && toText(e.by.value) === '1') return lengthOf(e.of);
      return 1 + lengthOf(e.of) + (isQuotient(e.by) ? lengthOf(e.by.of) : lengthOf(e.by));
    case 'hadamard': {
      const divided = [e.left, e.right].some(
        f => f.op === 'elementwise' && f.fn === 'reciprocal' && !f.order,
      );
      return lengthOf(e.left) + lengthOf(e.right) + (divided ? 0 : 1);
    }
    case 'trace': {
      const squared = squaredOf(e);
      return squared ? 2 + lengthOf(squared) : 1 + lengthOf(e.of);
    }
    case 'elementwise': {
      const normed = e.fn === 'sqrt' && e.order === 0 ? squaredOf(e.of) : null;
      return 1 + lengthOf(normed ?? e.of);
    }
    case 'inverse':
      return lengthOf(e.of) + (e.of.op === 'transpose' || e.of.op === 'power' ? 0 : 1);
    case 'transpose':
      return lengthOf(e.of) + (e.of.op === 'inverse' ? 0 : 1);
    case 'differential':
      return e.of.op === 'symbol' ? 0 : 1 + lengthOf(e.of);
    default: {
      const operands = children(e);
      return operands.length ? 1 + all(operands) : 0;
    }
  }
};
const isQuotient = (by: Expression): by is Expression & { op: 'inverse' } =>
  by.op === 'inverse' && isScalar(by.shape);
const isMinus = (e: Expression): boolean =>
  e.op === 'scale' && e.by.op === 'number' && toText(e.by.value) === '-1';

/** What is easier to read among equally short ones: fewer brackets below a transpose, no identity that only a factor outside needs. */
const burdens = new WeakMap<Expression, number>();
const burden = (e: Expression): number => {
  const known = burdens.get(e);
  if (known !== undefined) return known;
  const total = children(e).reduce((sum, c) => sum + burden(c), ownBurden(e));
  burdens.set(e, total);
  return total;
};
const ownBurden = (e: Expression): number => {
  if (e.op === 'identity') return 1;
  if (e.op === 'add') return isMinus(e.terms[0]!) ? 1 : 0;
  if (e.op === 'elementwise') return e.of.op === 'transpose' ? 2 : 0;
  return e.op === 'transpose' && children(e.of).length > 0 && e.of.op !== 'inverse' ? 1 : 0;
};
/** Shortest first, easiest to read among equals. */
export const compareLength = (a: Expression, b: Expression): number =>
  lengthOf(a) - lengthOf(b) || burden(a) - burden(b);
export const shortest = (of: readonly Expression[]): Expression =>
  of.reduce((a, b) => (compareLength(b, a) < 0 ? b : a));
