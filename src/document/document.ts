// A document: prose, declarations and chains of relations, with positions. What `read` makes and `elaborate` takes.

import type { Dimension } from '../expression/dimension.ts';
import type { Layout } from '../expression/expression.ts';
import type { Structure } from '../expression/symbol.ts';
import type { Problem } from '../latex/problem.ts';
import type { Chain, Font, Span, Syntax } from '../latex/syntax.ts';
import type { Eigenpair } from './eigenpairs.ts';
import type { Members } from './members.ts';

/** A letter with what the prose says of it. Undeclared letters have no declaration; their shapes are inferred. */
export interface Declaration {
  readonly name: string;
  readonly font: Font;
  readonly latex: string;
  /** rows and columns where stated; a vector has cols [] (1); "square" gives the same unnamed dimension twice: null. */
  readonly rows?: Dimension;
  readonly cols?: Dimension;
  readonly kind?: 'matrix' | 'vector' | 'row' | 'scalar' | 'function' | 'index' | 'dimension';
  readonly square?: boolean;
  readonly structure: readonly Structure[];
  readonly role?: 'ones' | 'zeros' | 'identity' | 'commutation' | 'constant' | 'variable' | 'elementwise';
  /** The x of "x_i ∈ ℝⁿ": each x_i has this shape. */
  readonly family?: boolean;
  /** A vector whose entries add up to 1. */
  readonly unitSum?: boolean;
  /** A function that has a name of its own: "sigmoid" for "σ is the sigmoid". */
  readonly means?: string;
  /** What the prose says of it and nothing uses: "nilpotent". A claim about it is not called false. */
  readonly unused?: readonly string[];
  readonly span: Span;
}

/** One chain of a formula region, or why it could not be read. */
export interface Passage {
  readonly span: Span;
  /** Displayed on lines of its own (`$$`, align, …), or inline in a sentence. */
  readonly display: boolean;
  readonly chain: Chain;
  /** "define": said by "let", "with", "where", "put", ":="; "condition": under "setting", "at the optimum", "when …";
   *  "claim": everything else (a chain whose left end is an unknown letter still defines it). */
  readonly role: 'claim' | 'define' | 'condition' | 'mention';
  /** Starts a new scope: declarations from here on may redeclare. */
  readonly scope: number;
  /** A condition that became the structure of its letter. */
  readonly used?: boolean;
  /** A condition that stands under "if" or "suppose". */
  readonly supposed?: boolean;
  /** Claimed only together with another equation: before or behind ⇔, ⇒ or "whenever". */
  readonly implied?: boolean;
  /** The layout that the voice speaking here says it uses, where the document as a whole has none. */
  readonly layout?: Layout;
}

export interface Document {
  readonly path: string;
  readonly text: string;
  readonly declarations: readonly Declaration[];
  readonly passages: readonly Passage[];
  /** Regions with a displayed relation that could not be read: each is reported as unreadable. */
  readonly unreadable: readonly { readonly span: Span; readonly relation: Span; readonly problem: Problem }[];
  /** Letters whose values are told in words: no claim about them is called false. */
  readonly worded?: ReadonlySet<string>;
  /** Families that are the rows or columns of a matrix. */
  readonly members?: readonly Members[];
  /** Letters that are eigenvalues, singular values and their vectors. */
  readonly eigenpairs?: readonly Eigenpair[];
  /** "with respect to X" and the like, with the names. */
  readonly variables: readonly string[];
  readonly layout: Layout | null;
  /** What the prose says `*`, `∘`, `⊙` mean, and whether powers and functions act entry by entry. */
  readonly conventions: {
    readonly entrywise: boolean;
    readonly primesGuessed?: boolean;
    /** vec lists the entries row by row: vec(X) was read as vec(Xᵀ). */
    readonly byRows?: boolean;
    /** A ‖·‖ without an index is another norm than the usual one. */
    readonly norm?: 'spectral' | 'of matrices' | 'of vectors' | null;
    /** a ⊗ b is the outer product a bᵀ. */
    readonly outer?: boolean;
    /** A · B is tr(AᵀB). */
    readonly dot?: boolean;
  };
  readonly problems: readonly Problem[];
  /** Of a notebook: where each Markdown cell begins in `text`, with its number among all cells, from 1. */
  readonly cells?: readonly { readonly number: number; readonly start: number }[];
}

/** Where the lines of a text start. */
const startsOf = (text: string): number[] => {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
};
/** Of the text that was asked about last: places are asked for claim by claim. */
let lines = { text: '', starts: [0] };

/** 1-based line and column (code points) of an offset. */
export const position = (text: string, offset: number): { line: number; column: number } => {
  if (lines.text !== text) lines = { text, starts: startsOf(text) };
  const { starts } = lines;
  let [line, after] = [0, starts.length];
  while (after - line > 1) {
    const middle = (line + after) >> 1;
    if (starts[middle]! <= offset) line = middle;
    else after = middle;
  }
  return { line: line + 1, column: [...text.slice(starts[line], offset)].length + 1 };
};

export type { Chain, Problem, Span, Syntax };
