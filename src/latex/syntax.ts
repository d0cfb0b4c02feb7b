// What the reader of mathematics hands on: trees of what was written, with positions, before shapes are known.
// Names are canonical Unicode (\mathbf{\Sigma} → "Σ", font kept apart); spans are UTF-16 offsets [start, end) into the document's text.

import type { Rational } from '../number/rational.ts';

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** "plain" is a letter in no font command. */
export type Font = 'plain' | 'bold' | 'upright' | 'calligraphic' | 'blackboard' | 'other';

interface Node<Kind extends string> {
  readonly kind: Kind;
  readonly span: Span;
  /** The piece as it was written, where something in it has been put in another's place. */
  readonly origin?: Syntax;
}

export type Syntax =
  /** A letter, a declared multi-letter name, an accented letter ("x̂"), or one with a label ("W_out", "A*", "P_k+1|k"). */
  | (Node<'name'> & { readonly name: string; readonly font: Font; readonly latex: string })
  | (Node<'number'> & { readonly value: Rational })
  /** Bold/blackboard 1 or 0, or a plain 1/0 with a size subscript: ones or zeros; `size` has one or two entries, or none. */
  | (Node<'constant'> & { readonly of: 'ones' | 'zeros'; readonly size: readonly Syntax[] })
  /** I, I_n, I_{n×n}, undeclared. */
  | (Node<'identity'> & { readonly size: readonly Syntax[] })
  /** A_{ij}, [AB]_{ij}, x_i, e_i, K_{mn}: indices or labels, decided by elaboration. */
  | (Node<'subscript'> & {
      readonly of: Syntax;
      readonly subscripts: readonly Syntax[];
      /** J^{ij}: the matrix with a 1 there and zeros elsewhere. */
      readonly single?: true;
    })
  /** Terms with their signs, as written: a − b + c. */
  | (Node<'sum'> & { readonly terms: readonly { readonly negative: boolean; readonly of: Syntax }[] })
  /** Juxtaposition, \cdot, \times, *: matrix or scalar product, decided by elaboration. Two or more factors. */
  | (Node<'product'> & { readonly factors: readonly Syntax[] })
  /** a/b, \frac{a}{b}, and \oslash (entrywise: true). */
  | (Node<'quotient'> & { readonly over: Syntax; readonly under: Syntax; readonly entrywise: boolean })
  | (Node<'binary'> & {
      readonly operator:
        | 'hadamard'
        | 'kronecker'
        | 'khatriRao'
        | 'faceSplitting'
        | 'kroneckerSum'
        | 'frobenius'
        | 'compose';
      readonly left: Syntax;
      readonly right: Syntax;
    })
  | (Node<'transpose'> & { readonly of: Syntax; readonly prime: boolean })
  /** ^{-1} is exponent −1, ^{-T} is a transpose of it; entrywise for ^{\circ n} and ^{\odot n}. */
  | (Node<'power'> & { readonly of: Syntax; readonly exponent: Syntax; readonly entrywise: boolean })
  | (Node<'pseudoInverse'> & { readonly of: Syntax })
  /** vec, diag, Diag, tr, det, exp, log, a declared or conventional function, or a defined one: F(X), f(x, y). */
  | (Node<'call'> & { readonly fn: string; readonly args: readonly Syntax[]; readonly primes: number })
  /** \|x\|, with its subscript ("2", "F", "*", "1", "∞") or "". */
  | (Node<'norm'> & { readonly of: Syntax; readonly which: string })
  /** |x|: determinant of a matrix, absolute value of a scalar. */
  | (Node<'bars'> & { readonly of: Syntax })
  | (Node<'inner'> & { readonly left: Syntax; readonly right: Syntax })
  /** d X, \partial X outside a fraction, δX; order 2 for d². */
  | (Node<'differential'> & { readonly of: Syntax; readonly order: number })
  /** \frac{\partial f}{\partial X}, with `by` more than once for second derivatives; `partial` tells ∂ from d. */
  | (Node<'derivative'> & { readonly of: Syntax; readonly by: readonly Syntax[]; readonly partial: boolean })
  /** ∇_X f, ∇f (by: none), and ∇² (order 2). */
  | (Node<'gradient'> & { readonly of: Syntax; readonly by: readonly Syntax[]; readonly order: number })
  /** D f(x)[h], D_h f(x): the directional derivative. */
  | (Node<'directional'> & { readonly of: Syntax; readonly direction: Syntax })
  /** Σ over indices; from/to where written. */
  | (Node<'summation'> & {
      readonly indices: readonly string[];
      readonly from: Syntax | null;
      readonly to: Syntax | null;
      readonly of: Syntax;
      /** (x_1, …, x_n), of which only its use says whether it is a row or a column. */
      readonly round?: true;
    })
  | (Node<'matrix'> & { readonly rows: readonly (readonly Syntax[])[] })
  /** Round, square or curly brackets around an expression; elaboration looks through them. */
  | (Node<'group'> & { readonly of: Syntax });

/** The relation signs that a chain may hold; only "=" claims (or defines), ":=" defines, the others are listed, not judged. */
export type RelationSign =
  | '='
  | ':='
  | '≡'
  | '≈'
  | '≠'
  | '≤'
  | '≥'
  | '<'
  | '>'
  | '∝'
  | '∈'
  | '→'
  | '∼'
  | 'other';

/** a = b = c: one more item than relations. */
export interface Chain {
  readonly items: readonly Syntax[];
  readonly relations: readonly { readonly sign: RelationSign; readonly span: Span }[];
  readonly span: Span;
}
