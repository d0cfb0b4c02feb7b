// Shapes of products: which factors are scalars, and what the others must agree in.

import type { Syntax } from '../latex/syntax.ts';
import type { Inference } from './infer.ts';
import { isUpper, prefersScalar } from './scope.ts';
import type { ShapeTerm, Term, Unifier } from './unify.ts';
import { dotted, inner } from './walk.ts';

const SCALAR: ShapeTerm = { rows: [], cols: [] };

export const product = (i: Inference, factors: readonly Syntax[]): ShapeTerm => {
  for (const f of factors.map(unsizedOnes)) if (f) i.scope.unifier.toUnit(i.shapeOf(f).cols);
  const join = (a: Inferred, b: Inferred): Inferred => ({
    of: b.of,
    shape: times(i, a.of, a.shape, b.of, b.shape),
  });
  return dotted(i.scope.document.text, factors)
    .map(group => group.map(f => ({ of: f, shape: i.infer(f) })).reduce(join))
    .reduce((a, b) => (areColumns(i, a.shape, b.shape) ? { of: b.of, shape: SCALAR } : join(a, b))).shape;
};
interface Inferred {
  readonly of: Syntax;
  readonly shape: ShapeTerm;
}
/** The two sides of an inner product. */
const areColumns = ({ scope: { unifier: u } }: Inference, left: ShapeTerm, right: ShapeTerm): boolean =>
  [left, right].every(s => u.isUnit(s.cols) && !u.isUnit(s.rows)) && u.unify(left.rows, right.rows);
/** A 1 among factors is a column. */
const unsizedOnes = (s: Syntax): Syntax | null => {
  const of = inner(s);
  if (of.kind === 'transpose') return unsizedOnes(of.of);
  return of.kind === 'constant' && of.of === 'ones' && of.size.length === 0 ? of : null;
};
const times = (i: Inference, a: Syntax, left: ShapeTerm, b: Syntax, right: ShapeTerm): ShapeTerm => {
  const u = i.scope.unifier;
  if (i.isScalar(left)) return right;
  if (i.isScalar(right)) return left;
  const joined: ShapeTerm = { rows: left.rows, cols: right.cols };
  const scalar = (open: ShapeTerm, other: ShapeTerm): ShapeTerm => {
    i.toScalar(open);
    return other;
  };
  const [openLeft, openRight] = [i.mayBeScalar(a, left), i.mayBeScalar(b, right)];
  if (!openLeft && !openRight) {
    if (u.unify(left.cols, right.rows)) i.reorder(b, left.cols);
    else if (u.isUnit(left.cols) && u.mayBeUnit(left.rows)) return scalar(left, right);
    return joined;
  }
  const fits = u.attempt(() => u.unify(left.cols, right.rows) && i.eager && !scalarFirst(i, a, b));
  if (fits) return joined;
  const couldFit = canUnify(i.scope.unifier, left.cols, right.rows);
  const decides = i.eager && !i.defining;
  if (openLeft && (!couldFit || (decides && isScalarLetter(i, a)))) return scalar(left, right);
  if (openRight && (!couldFit || (decides && isScalarLetter(i, b)))) return scalar(right, left);
  return openLeft ? { rows: [u.fresh()], cols: right.cols } : { rows: left.rows, cols: [u.fresh()] };
};
const scalarFirst = (i: Inference, a: Syntax, b: Syntax): boolean => {
  return isScalarLetter(i, a) || isScalarLetter(i, b);
};
const isScalarLetter = (i: Inference, s: Syntax): boolean => {
  const of = inner(s);
  const letter = of.kind === 'name' ? i.scope.find(of.name, of.font) : null;
  return letter ? prefersScalar(letter) : false;
};

export const binary = (i: Inference, s: Extract<Syntax, { kind: 'binary' }>): ShapeTerm => {
  const u = i.scope.unifier;
  const [left, right] = [i.infer(s.left), i.infer(s.right)];
  const numbers = [s.left, s.right].map(side => inner(side).kind === 'number');
  if (numbers[0] !== numbers[1] && (s.operator === 'hadamard' || s.operator === 'frobenius'))
    return s.operator === 'frobenius' ? SCALAR : numbers[0] ? right : left;
  switch (s.operator) {
    case 'hadamard':
      u.unifyShape(left, right);
      return left;
    case 'frobenius':
      u.unifyShape(left, right);
      return SCALAR;
    case 'kronecker':
      if (i.scope.document.conventions.outer) return { rows: left.rows, cols: right.rows };
      return { rows: [...left.rows, ...right.rows], cols: [...left.cols, ...right.cols] };
    case 'khatriRao':
      u.unify(left.cols, right.cols);
      return { rows: [...left.rows, ...right.rows], cols: left.cols };
    case 'faceSplitting':
      u.unify(left.rows, right.rows);
      return { rows: left.rows, cols: [...left.cols, ...right.cols] };
    case 'kroneckerSum':
      u.unify(left.rows, left.cols);
      u.unify(right.rows, right.cols);
      return { rows: [...left.rows, ...right.rows], cols: [...left.cols, ...right.cols] };
    case 'compose':
      return i.shapeOf(s);
  }
};

/** No capital letter, identity or constant stands in a place that makes it a matrix. */
export const writtenAsScalar = (s: Syntax): boolean => {
  switch (s.kind) {
    case 'name':
      return !isUpper(s.name);
    case 'identity':
    case 'constant':
    case 'matrix':
      return false;
    case 'transpose':
    case 'power':
    case 'differential':
    case 'group':
      return writtenAsScalar(s.of);
    case 'sum':
      return s.terms.every(t => writtenAsScalar(t.of));
    case 'product':
      return s.factors.every(writtenAsScalar);
    case 'binary':
      return writtenAsScalar(s.left) && writtenAsScalar(s.right);
    case 'call':
      return s.args.every(writtenAsScalar);
    default:
      return true;
  }
};

const canUnify = (u: Unifier, a: Term, b: Term): boolean => {
  let could = false;
  u.attempt(() => {
    could = u.unify(a, b);
    return false;
  });
  return could;
};
