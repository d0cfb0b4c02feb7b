// ∂F/∂X, ∇f, Df(x)[h] and f′(x): which symbol they differentiate by, and what their layout makes of them.
//   by a scalar: the array of the shape of F · by an entry: that entry of the gradient · by (vec X)ᵀ or xᵀ: always numerator layout
//   by vec(Xᵀ) = K vec(X): the derivative by vec(X), times K
//   the builder's `used` records where the layout mattered

import * as make from '../expression/build.ts';
import { isColumn, isScalar, isUnit } from '../expression/dimension.ts';
import { children, type Expression } from '../expression/expression.ts';
import { FUNCTIONS } from '../expression/functions.ts';
import type { Sym } from '../expression/symbol.ts';
import type { Span, Syntax } from '../latex/syntax.ts';
import type { Builder } from './build.ts';
import { pick } from './entries.ts';
import { placed, unreadable } from './refusal.ts';
import type { Letter } from './scope.ts';
import { inner } from './walk.ts';

/** What is written below: X, vec X, Xᵀ, X_{ij}. */
interface Target {
  readonly symbol: Sym;
  readonly vec: boolean;
  readonly transposed: boolean;
  /** Below the vec stands Xᵀ. */
  readonly turned: boolean;
  /** The one entry that is meant: picked from an array of the symbol's shape, and vec of the array that is 1 there and 0 elsewhere. */
  readonly entry: {
    readonly pick: (array: Expression) => Expression;
    readonly unit: () => Expression;
  } | null;
}

const target = (b: Builder, s: Syntax): Target => {
  const of = inner(s);
  if (of.kind === 'transpose') {
    const t = target(b, of.of);
    if (!t.entry) return { ...t, transposed: !t.transposed };
  }
  if (of.kind === 'call' && of.fn === 'vec' && of.args[0]) {
    const t = target(b, of.args[0]);
    return { ...t, vec: true, transposed: false, turned: t.transposed };
  }
  if (of.kind === 'subscript') {
    const t = target(b, of.of);
    return { ...t, entry: { pick: array => pick(b, array, of), unit: () => vecUnit(b, t.symbol, of) } };
  }
  const letter = b.scope.of(of);
  if (letter?.definition) {
    const body = inner(letter.definition.body);
    if (body.kind === 'call' && body.fn === 'vec') return target(b, body);
  }
  if (letter && b.options.freed?.has(letter)) return plain(b.freed(letter));
  if (!letter || letter.definition)
    throw unreadable('P050', s.span, 'differentiating by something that is not a variable', {
      expected: 'a letter, vec of a letter, or one of its entries',
    });
  return plain(b.symbol(letter));
};
const plain = (symbol: Sym): Target => ({
  symbol,
  vec: false,
  transposed: false,
  turned: false,
  entry: null,
});

/** vec of the array of the symbol's shape that is 1 at the subscript and 0 elsewhere: e_k, or e_j ⊗ e_i. */
const vecUnit = (b: Builder, { shape }: Sym, s: Extract<Syntax, { kind: 'subscript' }>): Expression => {
  const [row, col] = s.subscripts.map(i => b.indices.of(i));
  if (row !== undefined && col !== undefined)
    return make.kronecker(make.unit(shape.cols, col), make.unit(shape.rows, row));
  if (row !== undefined && isColumn(shape)) return make.unit(shape.rows, row);
  if (row !== undefined && isUnit(shape.rows)) return make.unit(shape.cols, row);
  throw unreadable('P029', s.span, 'one subscript below ∂, on a matrix', { expected: 'two indices' });
};

/** ∂A/∂t of an A in which no t stands, and of which the text does not say that it is constant, is not known, and is not 0. */
const refuseUnrelated = (b: Builder, of: Expression, by: Sym, span: Span): void => {
  const found = symbolsIn(of);
  if (found.length === 0 || found.some(s => s.name === by.name)) return;
  const letters = found.map(s => b.scope.letters.find(l => l.key === s.name));
  if (letters.every(l => l?.declaration?.role === 'constant')) return;
  throw unreadable(
    'D012',
    span,
    `nothing says how this depends on ${by.name}, so its derivative is not known`,
    {
      fix: `define it as a function of ${by.name}, or say that it is constant`,
    },
  );
};

const symbolsIn = (of: Expression): Sym[] => {
  const found = new Set<Sym>();
  const seen = new Set<Expression>();
  const visit = (e: Expression): void => {
    if (seen.has(e)) return;
    seen.add(e);
    if (e.op === 'symbol') found.add(e.symbol);
    for (const child of children(e)) visit(child);
  };
  visit(of);
  return [...found];
};

const byTarget = (b: Builder, of: Expression, t: Target, span: Span): Expression => {
  const { symbol } = t;
  if (t.turned) {
    const made = byTarget(b, of, { ...t, turned: false }, span);
    const k = make.commutation(symbol.shape.cols, symbol.shape.rows);
    const layout = isScalar(of.shape) ? b.layouts.scalar : b.layouts.other;
    const sideways = t.transposed || layout === 'numerator' || (layout === 'gradient' && !isScalar(of.shape));
    return sideways ? make.product(made, k) : make.product(make.transpose(k), made);
  }
  if (t.entry) {
    if (isScalar(of.shape)) return t.entry.pick(make.derivative(of, symbol, 'gradient'));
    return make.unvec(make.product(make.derivative(of, symbol, 'numerator'), t.entry.unit()), of.shape);
  }
  if (isScalar(symbol.shape))
    return isScalar(of.shape)
      ? make.derivative(of, symbol, 'gradient')
      : make.unvec(make.derivative(of, symbol, 'numerator'), of.shape);
  if (t.transposed && (t.vec || isColumn(symbol.shape))) return make.derivative(of, symbol, 'numerator');
  if (isScalar(of.shape)) {
    b.used.scalar = true;
    const matrix = !isColumn(symbol.shape) && !isUnit(symbol.shape.rows);
    if (matrix) b.used.scalarByMatrix = true;
    if (matrix && b.layouts.arrays && !t.vec && !t.transposed) {
      const array = make.derivative(of, symbol, 'gradient');
      return b.layouts.scalar === 'numerator' ? make.transpose(array) : array;
    }
    const made = make.derivative(of, symbol, b.layouts.scalar);
    return (t.vec && b.layouts.scalar === 'gradient') || (t.transposed && !matrix) ? make.vec(made) : made;
  }
  b.used.other = true;
  if (b.scope.document.conventions.byRows && !(isColumn(of.shape) && (t.vec || isColumn(symbol.shape))))
    throw unreadable('P053', span, 'a derivative by a matrix, arranged by rows as the text says of vec', {
      fix: 'write \\frac{\\partial \\operatorname{vec}(F)}{\\partial \\operatorname{vec}(X)}',
    });
  return make.derivative(of, symbol, b.layouts.other === 'gradient' ? 'numerator' : b.layouts.other);
};

export const derivative = (b: Builder, s: Extract<Syntax, { kind: 'derivative' }>): Expression => {
  const parameter = s.by[0] && b.inference.dependence.parameter(s.by[0]);
  const dependents = parameter && b.inference.dependence.of.get(parameter.key);
  if (dependents) {
    if (s.by.length > 1)
      throw unreadable('P056', s.span, 'a second derivative of letters that depend on a parameter');
    return make.differential(b.varied(s.of), [...dependents]);
  }
  const slope = s.by.length === 1 ? opaqueSlope(b, s.of, s.by[0]!) : null;
  if (slope) return slope;
  const targets = s.by.map(by => target(b, by));
  if (targets.length > 1 && b.scope.of(inner(s.of))?.opaque)
    throw unreadable('P053', s.span, 'a second derivative of a function about which nothing is said');
  const of = differentiated(b, s.of);
  const [first, second, third] = targets;
  if (!first || third) throw unreadable('P052', s.span, `a derivative by ${s.by.length} variables`);
  refuseUnrelated(b, of, first.symbol, s.span);
  if (!second) return placed(s.span, () => byTarget(b, of, first, s.span));
  return placed(s.span, () => hessian(of, first, second, s));
};

/** ∂²f/∂x∂yᵀ of a scalar f: the Jacobian by y of the gradient by x. */
const hessian = (of: Expression, x: Target, y: Target, s: Syntax): Expression => {
  if (isScalar(of.shape) && x.entry && y.entry) {
    const first = x.entry.pick(make.derivative(of, x.symbol, 'gradient'));
    return y.entry.pick(make.derivative(first, y.symbol, 'gradient'));
  }
  if (!isScalar(of.shape) || x.entry || y.entry)
    throw unreadable('P053', s.span, 'a second derivative of something that is not a scalar function');
  if (isScalar(x.symbol.shape) && isScalar(y.symbol.shape))
    return make.derivative(make.derivative(of, x.symbol, 'gradient'), y.symbol, 'gradient');
  return make.derivative(make.derivative(of, x.symbol, 'gradient'), y.symbol, 'numerator');
};

/** The one letter that ∇f or f′ differentiates by. */
const onlyVariable = (b: Builder, of: Syntax): Letter => {
  const f = inner(of);
  const name = f.kind === 'call' ? f.fn : f.kind === 'name' ? f.name : null;
  const parameters = (name && b.scope.find(name, 'plain')?.definition?.parameters) || [];
  const [only] =
    parameters.length === 1 ? parameters : b.scope.letters.filter(l => b.varying.includes(l.key));
  if (only && (parameters.length === 1 || b.varying.length === 1)) return only;
  throw unreadable('P054', of.span, 'which variable is this the gradient by?', {
    fix: 'write it: \\nabla_X',
  });
};

/** What is differentiated; a letter that nothing defines has no derivative that could be known. */
const differentiated = (b: Builder, s: Syntax): Expression => {
  const letter = b.scope.of(inner(s));
  if (letter) b.refuseUnknown(letter, s.span);
  return letter?.opaque ? b.linear(letter, letter.opaque) : b.varied(s);
};

/** ∂L/∂D, or one of its entries, of L = f(D). */
const opaqueSlope = (b: Builder, of: Syntax, by: Syntax): Expression | null => {
  const letter = b.scope.of(inner(of));
  const below = inner(by);
  const whole = below.kind === 'subscript' ? below.of : below;
  if (!letter?.opaque || b.scope.of(whole) !== b.scope.of(letter.opaque)) return null;
  const made = make.symbol(b.slope(letter, letter.opaque));
  if (below.kind === 'subscript') return pick(b, made, below);
  if (isScalar(made.shape)) return made;
  b.used.scalar = true;
  if (!isColumn(made.shape) && !isUnit(made.shape.rows)) b.used.scalarByMatrix = true;
  return b.layouts.scalar === 'numerator' ? make.transpose(made) : made;
};

export const gradient = (b: Builder, s: Extract<Syntax, { kind: 'gradient' }>): Expression => {
  const slope = s.order === 1 && s.by[0] ? opaqueSlope(b, s.of, s.by[0]) : null;
  if (slope)
    return b.layouts.scalar === 'numerator' && !isScalar(slope.shape) ? make.transpose(slope) : slope;
  const of = differentiated(b, s.of);
  if (s.order === 2 && b.scope.of(inner(s.of))?.opaque)
    throw unreadable('P053', s.span, 'a second derivative of a function about which nothing is said');
  const [by] = s.by;
  const t: Target = by ? target(b, by) : plain(b.symbol(onlyVariable(b, s.of)));
  refuseUnrelated(b, of, t.symbol, s.span);
  return placed(s.span, () => {
    if (s.order === 2) return hessian(of, t, t, s);
    if (!isScalar(of.shape)) return byTarget(b, of, t, s.span);
    const made = make.derivative(of, t.symbol, 'gradient');
    return t.entry ? t.entry.pick(made) : t.vec ? make.vec(made) : made;
  });
};

/** Df(x)[h] = unvec(∂vec f/∂(vec x)ᵀ · vec h). */
export const directional = (b: Builder, s: Extract<Syntax, { kind: 'directional' }>): Expression => {
  const of = b.varied(s.of);
  let f = s.of;
  while (f.kind === 'directional') f = f.of;
  const x = b.symbol(onlyVariable(b, f));
  const h = b.build(s.direction);
  return placed(s.span, () =>
    make.unvec(make.product(make.derivative(of, x, 'numerator'), make.vec(h)), of.shape),
  );
};

/** f′(x): the derived function of an elementwise f, or the derivative of a defined one by its argument; of a vector, its Jacobian. */
export const primed = (b: Builder, s: Extract<Syntax, { kind: 'call' }>): Expression => {
  const [arg] = s.args;
  const letter = b.scope.find(s.fn, 'plain');
  if (letter?.definition) {
    if (s.primes > 1) throw unreadable('P055', s.span, 'a higher derivative of a defined function');
    const [parameter] = letter.definition.parameters;
    if (arg && parameter && b.scope.of(inner(arg)) !== parameter)
      throw unreadable('P057', arg.span, `the derivative of ${s.fn} at another point`, {
        fix: `write \\nabla ${s.fn}(…) at a letter, or put the point in afterwards`,
      });
    const of = b.varied({ ...s, primes: 0 });
    const t = plain(b.symbol(onlyVariable(b, s)));
    const vectors = !isScalar(of.shape) && !isScalar(t.symbol.shape);
    return placed(s.span, () =>
      vectors ? make.derivative(of, t.symbol, 'numerator') : byTarget(b, of, t, s.span),
    );
  }
  if (!arg) throw unreadable('P040', s.span, `${s.fn} without an argument`);
  if (FUNCTIONS.has(s.fn) || letter?.declaration?.kind === 'function')
    return make.elementwise(letter?.key ?? s.fn, b.build(arg), s.primes);
  throw unreadable('P043', s.span, `the function ${s.fn} is not known`);
};
