// exp, log and sqrt of a square matrix: functions of the matrix where the document shows it, else nobody knows.
//   shown by √A √A, by tr or det around them, or by the prose ("matrix exponential", "square root of a matrix")

import type { Document } from '../document/document.ts';
import { pieces } from '../latex/operands.ts';
import type { Syntax } from '../latex/syntax.ts';
import { isUpper } from './scope.ts';
import { inner } from './walk.ts';

export type MatrixFunction = 'exp' | 'log' | 'sqrt';

const isMatrixFunction = (name: string): name is MatrixFunction =>
  name === 'exp' || name === 'log' || name === 'sqrt';

/** "shown" is a reading that the text leaves no choice about; "guessed" one that context suggests, too weak to refute on. */
export type Evidence = 'shown' | 'guessed';

export const matrixFunctionsOf = (document: Document): ReadonlyMap<string, Evidence> => {
  const found = new Map<string, Evidence>();
  const add = (name: string, evidence: Evidence): void => {
    if (found.get(name) !== 'shown') found.set(name, evidence);
  };
  for (const p of document.passages)
    for (const item of p.chain.items)
      for (const piece of pieces(item)) {
        if (isSquareOfRoot(document, piece)) add('sqrt', 'shown');
        const within = argumentOf(piece);
        if (isPowerOfE(document, piece)) add('exp', 'guessed');
        if (within && isMatrixFunction(within.fn)) add(within.fn, 'guessed');
      }
  if (SERIES.test(document.text)) add('exp', 'shown');
  for (const [name, said] of SAID)
    if (said.test(document.text) && !DENIED.test(document.text)) add(name, 'shown');
  return found;
};

/** √A √A with the same A. */
const isSquareOfRoot = (document: Document, s: Syntax): boolean => {
  if (s.kind !== 'product') return false;
  const written = (of: Syntax): string => document.text.slice(of.span.start, of.span.end).replace(/\s+/g, '');
  return s.factors.some((f, i) => {
    const [a, b] = [inner(f), s.factors[i + 1] && inner(s.factors[i + 1]!)];
    return (
      a.kind === 'call' &&
      b?.kind === 'call' &&
      a.fn === 'sqrt' &&
      b.fn === 'sqrt' &&
      a.args.map(written).join() === b.args.map(written).join() &&
      /^(?:\\\w+\{)*[A-ZΑ-Ω]/u.test(a.args.map(written).join())
    );
  });
};

/** The function of one letter below tr or det. */
const argumentOf = (s: Syntax): Extract<Syntax, { kind: 'call' }> | null => {
  if (s.kind !== 'call' || !(s.fn === 'tr' || s.fn === 'det') || !s.args[0]) return null;
  const of = inner(s.args[0]);
  return of.kind === 'call' ? of : null;
};

/** e^K, e^{tK}, which nobody writes for entries; e^{−xᵀQx} is a number. */
const isPowerOfE = ({ text }: Document, s: Syntax): boolean => {
  if (s.kind !== 'call' || s.fn !== 'exp' || !s.args[0]) return false;
  const parts = pieces(s.args[0]);
  const isMatrix = parts.some(p => p.kind === 'name' && isUpper(p.name)) && !parts.some(makesNumber);
  return isMatrix && /^(?:\\math(?:rm|bf|sf)\s*\{?\s*)?e(?!xp)/.test(text.slice(s.span.start, s.span.end));
};
/** xᵀ…, norms, traces. */
const makesNumber = (s: Syntax): boolean => {
  const turned = s.kind === 'transpose' ? inner(s.of) : null;
  return (
    (turned?.kind === 'name' && !isUpper(turned.name)) ||
    s.kind === 'norm' ||
    s.kind === 'bars' ||
    s.kind === 'inner' ||
    (s.kind === 'call' && /^(tr|det|logdet)$/.test(s.fn))
  );
};
/** I + K + K²/2! + … */
const SERIES = /I\s*\+[^=\n]{1,60}\^\s*\{?\s*2\s*\}?\s*[}\s/{]{0,4}2!/;

/** "exp is not the matrix exponential". */
const DENIED =
  /\b(?:not|no|never|avoids?|without)\b[^.\n]{0,30}\bmatrix[ -](?:exponential|logarithm|square)/i;
const SAID: readonly (readonly [MatrixFunction, RegExp])[] = [
  ['exp', /\bmatrix[ -]exponential\b|\bexponential of (?:a|the) (?:square )?matrix\b/i],
  ['log', /\bmatrix[ -]logarithm\b|\blogarithm of (?:a|the) (?:square )?matrix\b/i],
  ['sqrt', /\bmatrix[ -]square[ -]root\b|\bsquare[ -]root of (?:a|the) (?:square )?matrix\b/i],
];
