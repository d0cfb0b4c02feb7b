// A claim: one relation lhs = rhs of a document with its scope, ready to be judged.

import type { Problem } from '../document/document.ts';
import type { Shape } from '../expression/dimension.ts';
import type { Layout } from '../expression/expression.ts';
import type { Statement } from '../expression/judgement.ts';
import type { Structure } from '../expression/symbol.ts';
import type { Span } from '../latex/syntax.ts';
import type { Written } from './written.ts';

/** What a claim says under one layout; claims without a derivative have a single reading, with layout null. */
export interface Reading {
  readonly layout: Layout | null;
  /** Of a scalar function or of another one: the two kinds find their conventions apart. */
  readonly kind: 'scalar' | 'other' | null;
  /** The statement, or why the shapes cannot fit. */
  readonly content:
    | { readonly statement: Statement }
    | { readonly misfit: Problem }
    | { readonly unreadable: Problem };
  /** The statement is a special case of what may be meant: false, it makes the claim false; true, it shows nothing, and this is said. */
  readonly refutesOnly?: Problem;
  /** Instances are a special case of what is meant: only a proof shows the claim true, and without one this is said. */
  readonly provesOnly?: Problem;
  /** What the reading takes for granted and the text does not say: "A constant". */
  readonly given?: readonly string[];
  /** What the author may have meant otherwise: under a doubt a refutation is none. "n may be a size". */
  readonly doubts?: readonly string[];
  /** The claim at several values of its letters that stand for whole numbers, the first among them: at all of them it must hold. */
  readonly instances?: readonly Instance[];
  /** Identities of which one would show that an equation follows from one before, each with the equation that it follows from. */
  readonly consequences?: readonly Consequence[];
  /** Structures of letters that would be assumed to see whether the claim holds "if Σ is symmetric". */
  readonly rescues?: readonly Rescue[];
  /** Where both sides could be read: to read them again with a change. */
  readonly written?: Written;
  /** The same under conventions that the shapes, as they clash, say nothing about. */
  readonly elsewhere?: readonly Written[];
}

export interface Instance {
  /** "k = 2" */
  readonly given: string;
  readonly statement: Statement | null;
}

export interface Consequence {
  /** "the equation of line 7" */
  readonly given: string;
  /** Where the relation of that equation stands, if it must be shown itself. */
  readonly at: number | null;
  readonly statement: Statement;
}

export interface Rescue {
  /** "Σ symmetric" */
  readonly condition: string;
  /** Nothing is said of the letter: the claim cannot be called false. */
  readonly unsaid: boolean;
  readonly statement: () => Statement | null;
}

export interface Claim {
  /** Stable from run to run: document name, line, and which relation of the line. */
  readonly id: string;
  /** As written, white space folded: both sides with the relation between. */
  readonly text: string;
  readonly lhs: string;
  readonly rhs: string;
  /** Where the relation sign stands, and the whole of both sides. */
  readonly span: Span;
  readonly whole: Span;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly readings: readonly Reading[];
  /** A condition: judged if it can be shown to follow from what was said before, else listed like this. */
  readonly orListed?: Listed;
}

/** White space folded. */
export const fold = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** What was understood of a letter, for the reader to check. */
export interface Understood {
  readonly name: string;
  readonly latex: string;
  readonly shape: Shape | null;
  readonly structure: readonly Structure[];
  /** declared: the text says it; inferred: unification found it; defined: a definition gives it. */
  readonly how: 'declared' | 'inferred' | 'defined';
  readonly role: 'variable' | 'constant' | 'function' | 'index' | 'ones' | 'zeros' | 'identity' | null;
  readonly line: number;
}

/** A relation that is not judged (a definition, an ≈, a condition), listed so that nothing is silently skipped. */
export interface Listed {
  readonly line: number;
  readonly text: string;
  readonly why: 'definition' | 'condition' | 'not an equation' | 'mention';
}

export interface Elaborated {
  readonly path: string;
  readonly text: string;
  readonly understood: readonly Understood[];
  readonly claims: readonly Claim[];
  /** Equations under a condition that may follow from what was said before; those that do are judged among the claims. */
  readonly conditions: readonly Claim[];
  readonly listed: readonly Listed[];
  readonly problems: readonly Problem[];
  readonly layout: Layout | null;
}
