// What each structure licenses, one row each. Part of what is trusted: no other symbol is rewritten by these rules.
//   a diagonal matrix has one leg instead of two, the halves of a symmetric one may be swapped, those of a skew one with a sign: that
//   is how their occurrences are built (board.ts), and no rewrite of its own
//   a rank says what a pseudo-inverse is (meaning.ts); signs and Toeplitz patterns license nothing here

import type { Structure, Sym } from '../expression/symbol.ts';

export type LicensedRule =
  | 'orthonormal'
  | 'idempotent'
  | 'permutation'
  | 'permutation sum'
  | 'unit vector'
  | 'skew loop'
  | 'one place'
  | 'beyond'
  | 'sign of place'
  | 'inverse of orthogonal';

export const LICENCES: Readonly<Record<Structure, readonly LicensedRule[]>> = {
  diagonal: [],
  symmetric: [],
  'positive-definite': [],
  skew: ['skew loop'],
  orthogonal: ['orthonormal', 'inverse of orthogonal'],
  'orthonormal-columns': ['orthonormal'],
  idempotent: ['idempotent'],
  permutation: ['orthonormal', 'permutation', 'permutation sum', 'inverse of orthogonal'],
  unit: ['unit vector'],
  'lower-triangular': ['one place', 'beyond', 'sign of place'],
  'upper-triangular': ['one place', 'beyond', 'sign of place'],
  invertible: [],
  'full-column-rank': [],
  'full-row-rank': [],
  positive: [],
  nonzero: [],
  toeplitz: [],
};
export const licenses = ({ structure }: Sym, rule: LicensedRule): boolean =>
  structure.some(s => LICENCES[s].includes(rule));
