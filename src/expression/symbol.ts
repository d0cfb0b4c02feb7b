// Symbols: what a letter stands for. A symbol is identified by its name within one claim.

import type { Shape } from './dimension.ts';

/** Structure licenses rewrites in the prover and constrains every instance that the other judges draw. */
export const STRUCTURES = [
  'diagonal',
  'symmetric',
  'skew',
  'orthogonal',
  'orthonormal-columns',
  'invertible',
  'idempotent',
  'permutation',
  'positive-definite',
  'lower-triangular',
  'upper-triangular',
  'toeplitz', // constant along its diagonals
  'positive', // entry by entry
  'nonzero', // entry by entry
  'full-column-rank',
  'full-row-rank',
  'unit', // a vector of length 1
] as const;
export type Structure = (typeof STRUCTURES)[number];

export interface Sym {
  /** Unique in its scope, printable Unicode: "X", "Σ", "x₁". May be any text, "__proto__" too: keep it in Maps. */
  readonly name: string;
  /** As the author wrote it: "\\mathbf{X}". */
  readonly latex: string;
  readonly shape: Shape;
  readonly structure: readonly Structure[];
}

export const has = (s: Sym, structure: Structure): boolean => s.structure.includes(structure);
