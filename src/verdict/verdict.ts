// Verdicts and the evidence they rest on. Data only: sentences are made in report/.

import type { Problem, Span } from '../document/document.ts';
import type { Claim, Listed, Understood } from '../elaborate/claim.ts';
import type { Convention } from '../expression/convention.ts';
import type { Layout } from '../expression/expression.ts';
import type {
  Entries,
  FiniteDifferencesEvidence,
  ProofEvidence,
  SamplesEvidence,
  TrialsEvidence,
} from '../expression/judgement.ts';

export type { FiniteDifferencesEvidence, ProofEvidence, SamplesEvidence, TrialsEvidence };

export const VERDICTS = ['proved', 'verified', 'supported', 'refuted', 'misfit', 'unreadable'] as const;
export type VerdictName = (typeof VERDICTS)[number];
/** The claim holds, as far as its judge can tell. */
export const holds = (v: VerdictName): boolean => v === 'proved' || v === 'verified' || v === 'supported';

export interface Evidence {
  readonly proof?: ProofEvidence;
  readonly trials?: TrialsEvidence;
  /** Upper bound for the probability that a false claim passed all exact trials, as its logarithm to base 2. */
  readonly log2ErrorProbability?: number;
  readonly samples?: SamplesEvidence;
  readonly finiteDifferences?: FiniteDifferencesEvidence;
  /** Why stronger judges gave no answer, one sentence fragment each: "prove: …". */
  readonly abstained: readonly string[];
}

/** An instance on which both sides differ; entries are texts: "3", "-1/2", "0.731". Replayable. */
export interface Counterexample {
  readonly dimensions: Readonly<Record<string, number>>;
  readonly values: readonly { readonly name: string; readonly entries: Entries<string> }[];
  readonly directions: readonly { readonly name: string; readonly entries: Entries<string> }[];
  readonly indices: Readonly<Record<string, number>>;
  readonly lhs: Entries<string>;
  readonly rhs: Entries<string>;
  /** Checked in exact rational arithmetic. */
  readonly exact: boolean;
}

/** The right side that a refuted derivative should have. */
export interface Answer {
  readonly latex: string;
  readonly unicode: string;
  readonly verdict: VerdictName;
}
/** The nearest true line, in the author's own notation. */
export interface Repair {
  /** The whole line. */
  readonly text: string;
  /** Of a claim that holds: "supported" only where nothing better is near. */
  readonly verdict: VerdictName;
  /** What was replaced by what: one edit, or two. */
  readonly edits: readonly { readonly slip: string; readonly from: string; readonly to: string }[];
  /** The side that was edited, where it stands, and what stands there instead. */
  readonly side: 'left' | 'right';
  readonly span: Span;
  readonly replacement: string;
}

/** An earlier line that a verdict leans on. */
export interface Support {
  readonly line: number;
  readonly verdict: VerdictName;
}

export interface Verdict {
  readonly name: VerdictName;
  readonly layout: Layout | null;
  /** What the derivatives by a variable with structure were taken to mean, where there are any and the claim holds. */
  readonly convention?: Convention;
  readonly evidence: Evidence;
  /** "X invertible": what the verdict is given under. */
  readonly given: readonly string[];
  /** Earlier lines from which the claim follows, the weakest first: it is no surer than they are. Definitions are none. */
  readonly restsOn?: readonly Support[];
  /** True for no reason: both sides are one text, or no instance was found on which both have a value. */
  readonly vacuous?: 'same' | 'empty';
  readonly counterexample?: Counterexample;
  readonly repair?: Repair;
  /** Of a refuted derivative: what it is, judged like any claim. */
  readonly answer?: Answer;
  /** For misfit and unreadable: what, where, how to fix. */
  readonly problem?: Problem;
  /** Sentences for the reader: "holds in numerator layout", "vacuous: both sides are the same text". */
  readonly notes: readonly string[];
}

export interface Judged {
  readonly claim: Claim;
  readonly verdict: Verdict;
}
/** Two judges contradict each other: a bug of ours, never a verdict. */
export interface Contradiction {
  readonly claim: Claim;
  readonly says: readonly string[];
}
export interface JudgedDocument {
  readonly path: string;
  readonly text: string;
  readonly understood: readonly Understood[];
  readonly claims: readonly Judged[];
  readonly listed: readonly Listed[];
  readonly problems: readonly Problem[];
  /** The layouts found for scalar functions and for the others. */
  readonly layouts: { readonly scalar: Layout | null; readonly other: Layout | null };
  /** What derivatives by a variable with structure mean in most of its claims; null without any. */
  readonly convention: Convention | null;
  readonly contradictions: readonly Contradiction[];
}
export interface Run {
  readonly seed: string;
  readonly documents: readonly JudgedDocument[];
}
