// exp, log and sqrt of a square matrix: functions of the matrix where the document shows it, else nobody knows.
//   shown by √A √A, by tr or det around them, or by the prose ("matrix exponential", "square root of a matrix")

import type { Document } from '../document/document.ts';
import type { Syntax } from '../latex/syntax.ts';
import { inner, pieces } from './walk.ts';

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
        if (within && isMatrixFunction(within.fn)) add(within.fn, 'guessed');
      }
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

/** "exp is not the matrix exponential". */
const DENIED =
  /\b(?:not|no|never|avoids?|without)\b[^.\n]{0,30}\bmatrix[ -](?:exponential|logarithm|square)/i;
const SAID: readonly (readonly [MatrixFunction, RegExp])[] = [
  ['exp', /\bmatrix[ -]exponential\b|\bexponential of (?:a|the) (?:square )?matrix\b/i],
  ['log', /\bmatrix[ -]logarithm\b|\blogarithm of (?:a|the) (?:square )?matrix\b/i],
  ['sqrt', /\bmatrix[ -]square[ -]root\b|\bsquare[ -]root of (?:a|the) (?:square )?matrix\b/i],
];
