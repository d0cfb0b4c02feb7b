// Calls: known functions by name, functions of the document by substitution, declared functions as generic ones.

import * as make from '../expression/build.ts';
import { isColumn, isScalar, isUnit, shape, shapeText } from '../expression/dimension.ts';
import type { Expression } from '../expression/expression.ts';
import { FUNCTIONS } from '../expression/functions.ts';
import type { Syntax } from '../latex/syntax.ts';
import type { Builder } from './build.ts';
import { isOrder } from './first-order.ts';
import { ALIASES, UNARY } from './known.ts';
import { placed, unreadable } from './refusal.ts';
import { notSquare, spectralCall } from './spectral.ts';
import { built as unvec } from './unvec.ts';

type Call = Extract<Syntax, { kind: 'call' }>;

export const call = (b: Builder, s: Call): Expression => {
  const letter = b.scope.find(s.fn, 'plain');
  if (letter?.definition) return applied(b, s);
  if (s.fn === 'unvec') return unvec(b, s);
  const spectral = spectralCall(b, s);
  if (spectral) return spectral;
  if (isOrder(s) && !letter?.declaration)
    throw unreadable('P050', s.span, `terms of higher order, ${s.fn}(…), which are no term of a side`, {
      fix: 'use differentials, or keep every term',
    });
  const args = s.args.map(a => b.build(a));
  const [x, y] = args;
  if (!x) throw unreadable('P040', s.span, `${s.fn} without an argument`);
  if (s.fn === 'khatrirao' && y) return placed(s.span, () => make.khatriRao(x, y));
  if (s.fn === 'max' || s.fn === 'min') return placed(s.span, () => extreme(s, args));
  if (args.length > 1) throw unreadable('P041', s.span, `${s.fn} of ${args.length} arguments`);
  if (/^λ_m/.test(s.fn) && !isSquareMatrix(x)) throw notSquare(s.span, x);
  const unary = UNARY.get(s.fn);
  if (unary) return placed(s.span, () => unary(x));
  const name = letter?.declaration?.means ?? ALIASES.get(s.fn) ?? s.fn;
  switch (name) {
    case 'diag':
    case 'Diag':
      return placed(s.span, () => diagonalOf(b, s, x));
    case 'softmax':
      return softmax(s, x);
    case 'lse':
    case 'logsumexp':
      return make.elementwise('log', total(make.elementwise('exp', x)));
    case 'sqrt':
    case 'exp':
    case 'log':
      if (isSquareMatrix(x) && !b.entrywise && b.inference.matrixFunctions.has(name))
        return placed(s.span, () => make.matrixFunction(name, x));
      if (isSquareMatrix(x) && !b.entrywise)
        throw unreadable('A030', s.span, `${name} of a square matrix: of the matrix, or entry by entry?`, {
          fix: `say in the text that functions act elementwise, or that ${name} is the matrix function`,
        });
      break;
    case 'sum':
      return total(x);
  }
  if (FUNCTIONS.has(name)) return make.elementwise(name, x);
  if (letter?.declaration?.kind === 'function') {
    if (isScalar(x.shape) || letter.declaration.role === 'elementwise')
      return make.elementwise(letter.key, x);
    throw unreadable('P042', s.span, `${s.fn} is a function about which nothing is said`, {
      fix: `define it: ${s.fn}(X) = …, or say that it acts elementwise`,
    });
  }
  throw unreadable('P043', s.span, `the function ${s.fn} is not known`, {
    expected: 'vec, diag, tr, det, exp, log, σ, … or a function that the document defines',
    fix: `define it: ${s.fn}(X) = …, or write \\cdot for a product`,
  });
};

const isSquareMatrix = (x: Expression): boolean =>
  !isColumn(x.shape) && !isUnit(x.shape.rows) && shapeText(x.shape) === shapeText(make.transpose(x).shape);

const total = (x: Expression): Expression =>
  make.product(
    make.transpose(make.ones(shape(x.shape.rows))),
    x,
    ...(isColumn(x.shape) ? [] : [make.ones(shape(x.shape.cols))]),
  );

const softmax = (s: Call, x: Expression): Expression => {
  if (!isColumn(x.shape))
    throw unreadable('P044', s.span, 'softmax of a matrix: by rows or by columns?', { expected: 'a vector' });
  const e = make.elementwise('exp', x);
  return make.scale(make.inverse(total(e)), e);
};

/** max(x, y) entry by entry, ½(x + y + |x − y|), with numbers for arrays of them; max(0, x) is relu. */
const extreme = (s: Call, args: readonly Expression[]): Expression => {
  if (args.length < 2) return largest(s, args[0]!);
  const { shape: size } = args.find(a => !isScalar(a.shape)) ?? args[0]!;
  const filled = args.map(a => (isScalar(a.shape) && !isScalar(size) ? make.scale(a, make.ones(size)) : a));
  const half = make.number({ num: 1n, den: 2n });
  return filled.reduce((x, y, i) => {
    if (s.fn === 'max' && i === 1 && [0, 1].some(k => isZero(args[k]!)))
      return make.elementwise('relu', isZero(args[0]!) ? y : x);
    const gap = make.elementwise('abs', make.sum(x, make.negative(y)));
    return make.scale(half, make.sum(make.sum(x, y), s.fn === 'max' ? gap : make.negative(gap)));
  });
};
/** max(x): of all entries. */
const largest = (s: Call, x: Expression): Expression => {
  if (isScalar(x.shape) || !(isColumn(x.shape) || isUnit(x.shape.rows)))
    throw unreadable('P046', s.span, `the ${s.fn} of a ${shapeText(x.shape)} expression`, {
      expected: `${s.fn}(x) of a vector, ${s.fn}(x, y) entry by entry, or ${s.fn}_{i,j} A_{ij}`,
    });
  return s.fn === 'max' ? make.largest(x) : make.negative(make.largest(make.negative(x)));
};
const isZero = (e: Expression): boolean => e.op === 'number' && e.value.num === 0n;

/** diag of a vector is a diagonal matrix; of a matrix, the vector of its diagonal or, where the text needs one, a diagonal matrix. */
const diagonalOf = (b: Builder, s: Call, x: Expression): Expression => {
  if (isColumn(x.shape)) return make.diag(x);
  if (isUnit(x.shape.rows)) return make.diag(make.transpose(x));
  const wanted = b.namer.unifier.resolve(b.inference.shapeOf(s).cols);
  const matrix = wanted.length > 0 && !b.namer.unifier.mayBeUnit(wanted);
  return s.fn === 'Diag' || matrix ? make.diag(make.diagonal(x)) : make.diagonal(x);
};

/** F(X) of a defined F: its body. Other arguments were put in before (apply.ts). */
const applied = (b: Builder, s: Call): Expression => {
  const letter = b.scope.find(s.fn, 'plain')!;
  const { parameters } = letter.definition!;
  if (parameters.length > 0 && s.args.length !== parameters.length)
    throw unreadable('P045', s.span, `${s.fn} takes ${parameters.length} arguments, not ${s.args.length}`);
  return b.letter(letter, s.span);
};
