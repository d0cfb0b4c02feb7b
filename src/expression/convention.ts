// Derivatives by a variable with structure: the entries of a symmetric X cannot vary one by one, so that ∂/∂X needs a convention.
// Magnus & Neudecker 2019, ch. 3.8; Srinivasan & Panda, arXiv 1911.06491.

import { isScalar } from './dimension.ts';
import { children, type Expression } from './expression.ts';
import type { Statement } from './judgement.ts';
import type { Structure, Sym } from './symbol.ts';

/** What ∂/∂X means for an X with structure, with G the array of derivatives by entries taken as independent:
 *  `projected`: G projected on the matrices with X's structure, ½(G + Gᵀ) for a symmetric X;
 *  `folded`: the derivative by each free parameter, at every entry where it stands, G + Gᵀ − I⊙G;
 *  `free`: G itself, of the formula as it is written. */
export const CONVENTIONS = ['projected', 'folded', 'free'] as const;
export type Convention = (typeof CONVENTIONS)[number];

/** Structure under which the entries of a matrix do not vary freely; of a number, only some do not. */
const OF_MATRICES: ReadonlySet<Structure> = new Set([
  'diagonal',
  'symmetric',
  'positive-definite',
  'lower-triangular',
  'upper-triangular',
  'toeplitz',
]);
const OF_ANY: ReadonlySet<Structure> = new Set([
  'skew',
  'orthogonal',
  'orthonormal-columns',
  'idempotent',
  'permutation',
  'unit',
]);
export const constraintsOf = (by: Sym): readonly Structure[] =>
  by.structure.filter(s => OF_ANY.has(s) || (OF_MATRICES.has(s) && !isScalar(by.shape)));
export const isConstrained = (by: Sym): boolean => constraintsOf(by).length > 0;

/** The variables with structure by which a statement differentiates. */
const variables = ({ lhs, rhs }: Statement): Sym[] => {
  const found = new Map<string, Sym>();
  const visit = (e: Expression): void => {
    if (e.op === 'derivative' && isConstrained(e.by)) found.set(e.by.name, e.by);
    children(e).forEach(visit);
  };
  visit(lhs);
  visit(rhs);
  return [...found.values()];
};
/** The variables that no convention covers, bound by equations that are not linear: a derivative by an orthogonal Q. */
const CURVED: ReadonlySet<Structure> = new Set([
  'orthogonal',
  'orthonormal-columns',
  'idempotent',
  'permutation',
  'unit',
]);
export const isUnconventional = (statement: Statement): boolean =>
  variables(statement).some(by => by.structure.some(s => CURVED.has(s)));
/** The conventions that a statement may be meant in; none without a derivative by a variable with structure. */
export const conventionsOf = (statement: Statement): readonly Convention[] =>
  statement.symbols.some(isConstrained) && variables(statement).length ? CONVENTIONS : [];

/** The condition that a convention is, one for each variable. */
export const conventionText = (by: Sym, convention: Convention | null): string =>
  `∂/∂${by.name} in ${convention ? `the ${convention}` : 'any'} convention`;
export const conventionTexts = (statement: Statement, convention: Convention | null): string[] =>
  variables(statement).map(by => conventionText(by, convention));
