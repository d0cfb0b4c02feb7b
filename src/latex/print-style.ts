// What a style of printing decides: letters, signs, brackets, super- and subscripts. The walk (print.ts) decides all the rest.

import type { Dimension } from '../expression/dimension.ts';
import type { NamedIndex } from '../expression/expression.ts';
import type { Sym } from '../expression/symbol.ts';

/** How tightly a piece of text holds together, loosest first. */
const LEVELS = ['sum', 'each', 'tensor', 'quotient', 'product', 'prefix', 'postfix', 'atom'] as const;
export type Level = (typeof LEVELS)[number];
const rank = new Map<Level, number>(LEVELS.map((level, i) => [level, i]));

export interface Piece {
  readonly text: string;
  readonly level: Level;
}
export const piece = (text: string, level: Level): Piece => ({ text, level });
/** A piece of level a needs no brackets where level b is asked for. */
export const tighter = (a: Level, b: Level): boolean => (rank.get(a) ?? 0) >= (rank.get(b) ?? 0);
export const enclosed = (p: Piece, level: Level, style: Style): string =>
  tighter(p.level, level) ? p.text : style.brackets(p.text);

/** What stands behind and above a piece; a number is an exponent. */
export type Mark =
  | 'transpose'
  | 'inverse'
  | 'inverseTranspose'
  | 'pseudoInverse'
  | 'half'
  | 'reciprocal'
  | number;

export interface Style {
  readonly plus: string;
  readonly minus: string;
  /** Between two numbers that would run together. */
  readonly dot: string;
  readonly operators: Readonly<Record<'hadamard' | 'quotient' | 'kronecker' | 'khatriRao', string>>;
  symbol(s: Sym): string;
  dimension(d: Dimension): string;
  /** I, K, ones or zeros with their sizes. */
  constant(letter: 'I' | 'K' | 'D' | 'L' | '0' | '1', sizes: readonly Dimension[]): string;
  fraction(num: string, den: string): Piece;
  quotient(over: Piece, under: Piece): Piece;
  superscript(base: string, mark: Mark): string;
  subscript(base: string, of: readonly string[]): string;
  /** The letters of an eigenvalue and its eigenvector. */
  readonly eigen: Readonly<Record<'value' | 'vector', string>>;
  brackets(inner: string): string;
  squareBrackets(inner: string): string;
  bars(inner: string): string;
  norm(inner: string, frobenius: boolean): string;
  squareRoot(inner: string): string;
  /** fn may end in primes; sizes (rows, columns) are written as a subscript. */
  call(fn: string, inner: string, sizes?: readonly Dimension[]): string;
  sum(index: NamedIndex): string;
  /** simple: `of` is a single letter or postfix piece, not brackets. */
  derivative(of: string, by: string, simple: boolean): Piece;
  block(rows: readonly (readonly string[])[]): string;
}
