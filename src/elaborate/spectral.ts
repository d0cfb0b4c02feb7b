// Eigenvalues, singular values and their vectors: as letters that the prose defines, and as functions of a matrix.

import type { Eigenpair } from '../document/eigenpairs.ts';
import * as make from '../expression/build.ts';
import { fits, shapeText } from '../expression/dimension.ts';
import type { Expression, Index } from '../expression/expression.ts';
import { SPECTRAL_FUNCTIONS } from '../latex/spectral.ts';
import type { Span, Syntax } from '../latex/syntax.ts';
import type { Builder } from './build.ts';
import type { Inference } from './infer.ts';
import { type Refusal, unreadable } from './refusal.ts';
import type { ShapeTerm } from './unify.ts';
import { inner } from './walk.ts';

type Call = Extract<Syntax, { kind: 'call' }>;

/** Of a matrix and a place: a number from 1, −1 for the last, or an index. */
const OF_ONE: readonly string[] = ['eigenvalue', 'eigenvector', 'singularvalue', 'rightvector', 'leftvector'];
/** Of a matrix, at the place that a subscript names. */
const OF_ALL: readonly string[] = OF_ONE.map(fn => `${fn}s`);

const NAMES: ReadonlySet<string> = new Set([...OF_ONE, ...OF_ALL, ...SPECTRAL_FUNCTIONS]);
export const isSpectral = (fn: string): boolean => NAMES.has(fn);

/** What each letter of a pair is. */
export const spectralBodies = (
  pair: Eigenpair,
): { letter: NonNullable<Eigenpair['value']>; body: Syntax }[] => {
  const { span } = pair.of;
  const own = pair.value ?? pair.vector ?? pair.left!;
  const number = (num: bigint): Syntax => ({ kind: 'number', value: { num, den: 1n }, span });
  const any: Syntax = { kind: 'call', fn: `i_${own.name}`, args: [], primes: 0, span };
  const place = { largest: number(1n), smallest: number(-1n), any, each: null }[pair.place];
  const body = (at: number): Syntax => ({
    kind: 'call',
    fn: place ? OF_ONE[at]! : OF_ALL[at]!,
    args: place ? [pair.of, place] : [pair.of],
    primes: 0,
    span,
  });
  const parts = pair.singular
    ? [pair.value, pair.vector, pair.left].map((letter, k) => ({ letter, body: body(2 + k) }))
    : [pair.value, pair.vector].map((letter, k) => ({ letter, body: body(k) }));
  return parts.flatMap(({ letter, body }) => (letter ? [{ letter, body }] : []));
};

/** The shape of such a call; null for other calls. */
export const spectralShape = (s: Call, i: Inference): ShapeTerm | null => {
  const one = OF_ONE.indexOf(s.fn);
  const at = one < 0 ? OF_ALL.indexOf(s.fn) : one;
  if (at < 0) return null;
  const x = i.infer(s.args[0]!);
  if (at < 2) i.scope.unifier.unify(x.rows, x.cols);
  const rows = at === 3 || at === 2 ? x.cols : x.rows;
  const isVector = at === 1 || at > 2;
  if (one < 0) return isVector ? { rows, cols: at < 2 ? rows : x.cols } : { rows, cols: [] };
  return { rows: isVector ? rows : [], cols: [] };
};

/** λ of A at a place that the prose gives. */
export const spectralCall = (b: Builder, s: Call): Expression | null => {
  const [arg, at] = s.args;
  if (!arg || !at || !OF_ONE.includes(s.fn)) return null;
  const of = b.build(arg);
  const dim = s.fn.startsWith('eigen') ? of.shape.rows : of.shape.cols;
  if (dim.length > 1) throw unreadable('P047', s.span, `an index over ${dim.join('·')} eigenvalues`);
  const number = at.kind === 'number' ? Number(at.value.num) : dim.length ? null : 1;
  const index: Index = number ?? { name: at.kind === 'call' ? at.fn : 'i', dim: dim[0]! };
  return built(s.fn, of, index, s.span);
};

/** λ_i(A), and λ_i where the prose says what λ is. */
export const spectralEntry = (b: Builder, s: Syntax, place: Syntax): Expression | null => {
  const of = inner(s);
  const letter = of.kind === 'name' ? b.scope.find(of.name, of.font)?.definition?.body : of;
  const at = letter?.kind === 'call' ? OF_ALL.indexOf(letter.fn) : -1;
  if (letter?.kind !== 'call' || at < 0) return null;
  return built(OF_ONE[at]!, b.build(letter.args[0]!), b.indices.of(place), s.span);
};

const built = (fn: string, of: Expression, index: Index, span: Span): Expression => {
  const isLast = index === -1;
  const eigen = (part: 'value' | 'vector', m: Expression): Expression => {
    if (!isLast) return make.eigen(part, m, index);
    const last = make.eigen(part, make.negative(m), 1);
    return part === 'value' ? make.negative(last) : last;
  };
  if (fn === 'eigenvalue' || fn === 'eigenvector') {
    if (!fits(of.shape.rows, of.shape.cols)) throw notSquare(span, of);
    return eigen(fn === 'eigenvalue' ? 'value' : 'vector', of);
  }
  const gram = make.product(make.transpose(of), of);
  const value = make.elementwise('sqrt', eigen('value', gram));
  const right = eigen('vector', gram);
  if (fn === 'singularvalue') return value;
  return fn === 'rightvector' ? right : make.scale(make.inverse(value), make.product(of, right));
};

export const notSquare = (span: Span, { shape }: Expression): Refusal =>
  unreadable('P047', span, `an eigenvalue of a ${shapeText(shape)} expression`, {
    expected: 'a symmetric matrix',
    fix: 'write \\cdot for a product',
  });
