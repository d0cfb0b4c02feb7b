// What latex/ offers to document/: macros are collected over the whole text, then every region is parsed on its own.

import type { Problem } from './problem.ts';
import type { Chain, Font, Span } from './syntax.ts';

/** What the parser asks about letters. */
export interface Letters {
  /** Declared or defined, in this font or (if no other is declared) in any. */
  declared(name: string, font: Font): boolean;
  /** Declared multi-letter names, for longest-match splitting of runs such as "AX" or "Wout". */
  readonly words: readonly string[];
  /** Defined or declared functions: "F" after F(X) = …, "σ" after "σ is the sigmoid". */
  isFunction(name: string): boolean;
  /** Declared scalars and dimensions, which make `n(x+y)` a product. */
  isScalar(name: string): boolean;
}

/** Products of matrices with rows or columns in common. */
export type Columnwise = 'hadamard' | 'khatriRao' | 'faceSplitting';
/** What the prose says of operators. */
export interface Conventions {
  readonly star: 'product' | Columnwise;
  readonly odot: Columnwise;
  readonly circ: 'hadamard' | 'compose' | 'auto';
  /** What • means, where the text says so. */
  readonly bullet?: Columnwise | null;
  /** Letters of single-entry matrices, with the sign of their indices: "J^", "E_". */
  readonly singleEntries?: ReadonlySet<string>;
  /** The document writes ^T or ^\top somewhere, so that a prime may be a derivative. */
  readonly primeIsTranspose: boolean;
  /** The letter by which a prime that is no transpose differentiates: the t of d/dt, the only one in the document. */
  readonly primeBy?: string | null;
  /** The document speaks of eigenvalues or singular values, so that λ_i(A + B) is one. */
  readonly spectral?: boolean;
  /** The document writes δX, so that δ(AX) is a differential too. */
  readonly variations?: boolean;
  /** No formula is marked, so that letters are spelled out: lambda. */
  readonly spelledOut?: boolean;
  /** The document says that D F(X) is ∂vec F/∂(vec X)ᵀ. */
  readonly jacobian?: boolean;
}

export interface ParsedChain {
  readonly chain: Chain;
  /** Words of \text{…}, \quad where, \implies … that stand directly before it in the region, lower case; "" if none. */
  readonly lead: string;
}
export interface ParsedRegion {
  readonly chains: readonly ParsedChain[];
  /** Rows or statements that could not be read; relation is the first relation sign in them, or their start. */
  readonly failures: readonly { readonly span: Span; readonly relation: Span; readonly problem: Problem }[];
  readonly problems: readonly Problem[];
}
