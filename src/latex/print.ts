// Expression → text: Unicode for terminals, LaTeX (in each symbol's own letters) for documents. Only as many brackets as needed.
//   the same expression ⇒ the same text
//   levels are those of the grammar that is read, so that what is printed reads back as what was meant
//   not promised: two expressions with one text are equal (layout is not shown, a definition's letter is gone)

import { number, scale } from '../expression/build.ts';
import { type Dimension, isColumn, isScalar, isUnit } from '../expression/dimension.ts';
import type { Expression, Index } from '../expression/expression.ts';
import { compare, isInteger, MINUS_ONE, negate, type Rational, ZERO } from '../number/rational.ts';
import { LATEX, latexStyle } from './print-latex.ts';
import { enclosed, type Level, type Mark, type Piece, piece, type Style, tighter } from './print-style.ts';
import { UNICODE } from './print-unicode.ts';

export interface LatexOptions {
  /** How the author writes a transpose: `\top` (default), `T`, `\mathsf{T}`, … */
  readonly transpose?: string;
}

/** `(1₃ᵀ ⊗ W) diag(2 vec(A X)) (I₃ ⊗ A)` */
export const toUnicode = (e: Expression): string => print(e, UNICODE).text;
/** `\left(\mathbf{1}_{3}^{\top} \otimes W\right) …`, each symbol in the author's own letters. */
export const toLatex = (e: Expression, options: LatexOptions = {}): string =>
  print(e, options.transpose ? latexStyle(options.transpose) : LATEX).text;

const print = (e: Expression, style: Style): Piece => {
  const at = (of: Expression, level: Level): string => enclosed(print(of, style), level, style);
  const inside = (of: Expression): string => print(of, style).text;
  const call = (fn: string, of: Expression): Piece => piece(style.call(fn, inside(of)), 'atom');
  const marked = (of: Expression, mark: Mark): Piece =>
    piece(style.superscript(at(of, 'atom'), mark), 'postfix');

  switch (e.op) {
    case 'symbol':
      return piece(style.symbol(e.symbol), 'atom');
    case 'number':
      return rationalPiece(e.value, style);
    case 'size':
      return piece(style.dimension(e.dim), e.dim.length > 1 ? 'product' : 'atom');
    case 'identity':
      return piece(style.constant('I', [e.shape.rows]), 'atom');
    case 'ones':
    case 'zeros':
      return constant(e.op === 'ones' ? '1' : '0', e.shape.rows, e.shape.cols, style);
    case 'unit':
      return piece(style.subscript('e', [indexText(e.index)]), 'atom');
    case 'commutation':
      return piece(style.constant('K', [e.m, e.n]), 'atom');
    case 'duplication':
    case 'elimination':
      return piece(style.constant(e.op === 'duplication' ? 'D' : 'L', [e.n]), 'atom');
    case 'add':
      return piece(
        e.terms
          .map((term, i) => {
            const { negative, of } = signed(term);
            const sign = negative ? style.minus : i > 0 ? style.plus : '';
            return `${i > 0 ? ` ${sign} ` : sign}${at(of, 'each')}`;
          })
          .join(''),
        'sum',
      );
    case 'product':
      return piece(
        juxtaposed(
          e.factors.map((f, i) => at(f, i === 0 ? 'product' : 'prefix')),
          style,
        ),
        'product',
      );
    case 'scale': {
      const { negative, of } = signed(e);
      if (negative) return piece(style.minus + at(of, 'each'), 'sum');
      if (e.by.op === 'inverse') return style.quotient(print(e.of, style), print(e.by.of, style));
      const loose = e.by.op === 'product' && !e.by.factors.every(f => isScalar(f.shape));
      const by = loose ? style.brackets(inside(e.by)) : at(e.by, 'product');
      return piece(juxtaposed([by, at(e.of, 'product')], style), 'product');
    }
    case 'transpose':
      return e.of.op === 'inverse' ? marked(e.of.of, 'inverseTranspose') : marked(e.of, 'transpose');
    case 'hadamard':
    case 'kronecker':
    case 'khatriRao': {
      const left = print(e.left, style);
      const divisor = e.op === 'hadamard' ? divisorOf(e.right) : null;
      const chained = e.left.op === e.op || (left.level !== 'tensor' && tighter(left.level, 'tensor'));
      return piece(
        `${chained ? left.text : style.brackets(left.text)} ${style.operators[divisor ? 'quotient' : e.op]} ${at(divisor ?? e.right, 'quotient')}`,
        'tensor',
      );
    }
    case 'vec':
    case 'diag':
      return call(e.op, e.of);
    case 'diagonal':
      return call('diag', e.of);
    case 'trace':
      return normSquared(e, style) ?? call('tr', e.of);
    case 'determinant':
      return call('det', e.of);
    case 'unvec':
      return piece(style.call('unvec', inside(e.of), [e.shape.rows, e.shape.cols]), 'atom');
    case 'inverse':
      if (isScalar(e.shape)) return style.quotient(piece('1', 'atom'), print(e.of, style));
      if (e.of.op === 'transpose') return marked(e.of.of, 'inverseTranspose');
      return e.of.op === 'power' ? marked(e.of.of, -e.of.exponent) : marked(e.of, 'inverse');
    case 'pseudoInverse':
      return marked(e.of, 'pseudoInverse');
    case 'power':
      return marked(e.of, e.exponent);
    case 'elementwise':
      return elementwise(e, style);
    case 'matrixFunction':
      return e.fn === 'sqrt' ? marked(e.of, 'half') : call(`${e.fn}m`, e.of);
    case 'eigen': {
      if (e.part === 'value' && e.of.op === 'diag' && e.index === 1) return call('max', e.of.of);
      const letter = style.subscript(style.eigen[e.part], [indexText(e.index)]);
      return piece(letter + style.brackets(inside(e.of)), 'atom');
    }
    case 'entry': {
      const base = e.of.op === 'symbol' ? inside(e.of) : style.squareBrackets(inside(e.of));
      if (isScalar(e.of.shape)) return print(e.of, style);
      const indices = isColumn(e.of.shape) ? [e.row] : isUnit(e.of.shape.rows) ? [e.col] : [e.row, e.col];
      return piece(style.subscript(base, indices.map(indexText)), 'atom');
    }
    case 'sum': {
      const of = print(e.of, style);
      const body = of.level === 'each' ? of.text : enclosed(of, 'product', style);
      return piece(`${style.sum(e.index)} ${body}`, 'each');
    }
    case 'block':
      return piece(style.block(e.blocks.map(row => row.map(inside))), 'atom');
    case 'differential': {
      const of = print(e.of, style);
      const gap = e.of.op !== 'symbol' && tighter(of.level, 'prefix') ? ' ' : '';
      return piece(`d${gap}${enclosed(of, 'prefix', style)}`, 'prefix');
    }
    case 'derivative': {
      const of = print(e.of, style);
      return style.derivative(
        enclosed(of, 'postfix', style),
        style.symbol(e.by),
        tighter(of.level, 'postfix'),
      );
    }
    default: {
      const never: never = e;
      return never;
    }
  }
};

/** −1 times what is left. */
const signed = (e: Expression): { negative: boolean; of: Expression } => {
  if (e.op === 'number' && compare(e.value, ZERO) < 0) return { negative: true, of: number(negate(e.value)) };
  if (e.op !== 'scale' || e.by.op !== 'number' || compare(e.by.value, ZERO) >= 0)
    return { negative: false, of: e };
  const by = negate(e.by.value);
  return { negative: true, of: compare(e.by.value, MINUS_ONE) === 0 ? e.of : scale(number(by), e.of) };
};

/** y of x ⊘ y. */
const divisorOf = (e: Expression): Expression | null =>
  e.op === 'elementwise' && e.fn === 'reciprocal' && e.order === 0 && !isScalar(e.shape) ? e.of : null;

const rationalPiece = (value: Rational, style: Style): Piece => {
  if (compare(value, ZERO) < 0) return piece(style.minus + rationalPiece(negate(value), style).text, 'sum');
  return isInteger(value) ? piece(`${value.num}`, 'atom') : style.fraction(`${value.num}`, `${value.den}`);
};

/** Factors side by side; digits next to digits are kept apart by a dot. */
const juxtaposed = (factors: readonly string[], style: Style): string =>
  factors.reduce(
    (left, right) => `${left}${/\d$/.test(left) && /^\d/.test(right) ? style.dot : ' '}${right}`,
  );

const constant = (letter: '0' | '1', rows: Dimension, cols: Dimension, style: Style): Piece => {
  if (isUnit(rows) && isUnit(cols)) return piece(letter, 'atom');
  if (isUnit(cols)) return piece(style.constant(letter, [rows]), 'atom');
  if (isUnit(rows)) return piece(style.superscript(style.constant(letter, [cols]), 'transpose'), 'postfix');
  return piece(style.constant(letter, [rows, cols]), 'atom');
};

const indexText = (index: Index): string => (typeof index === 'number' ? `${index}` : index.name);

/** X where e is tr(XᵀX). */
const squaredOf = (e: Expression): Expression | null => {
  if (e.op !== 'trace' || e.of.op !== 'product' || e.of.factors.length !== 2) return null;
  const [left, right] = e.of.factors;
  if (left?.op !== 'transpose' || !right) return null;
  return toUnicode(left.of) === toUnicode(right) ? right : null;
};
const norm = (of: Expression, style: Style): string =>
  style.norm(print(of, style).text, !isColumn(of.shape) && !isUnit(of.shape.rows));
const normSquared = (e: Expression, style: Style): Piece | null => {
  const of = squaredOf(e);
  return of && piece(style.superscript(norm(of, style), 2), 'postfix');
};

const elementwise = (e: Expression & { readonly op: 'elementwise' }, style: Style): Piece => {
  const of = print(e.of, style);
  if (e.order === 0 && e.fn === 'sqrt') {
    const normed = squaredOf(e.of);
    return piece(normed ? norm(normed, style) : style.squareRoot(of.text), 'atom');
  }
  if (e.order === 0 && e.fn === 'abs' && isScalar(e.shape)) return piece(style.bars(of.text), 'atom');
  if (e.order === 0 && e.fn === 'reciprocal')
    return isScalar(e.shape)
      ? style.quotient(piece('1', 'atom'), of)
      : piece(style.superscript(enclosed(of, 'atom', style), 'reciprocal'), 'postfix');
  return piece(style.call(e.fn + '′'.repeat(e.order), of.text), 'atom');
};
