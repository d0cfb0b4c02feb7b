// The library's door, in the order of the flow: read → elaborate → judge → report.

export type { Declaration, Document, Problem } from './document/document.ts';
export { declare, read, readClaim } from './document/index.ts';
export type { Claim, Elaborated, Listed, Reading, Understood } from './elaborate/claim.ts';
export { type IdentityRow, identity, type MistakeRow } from './elaborate/identity.ts';
export { type ElaborateOptions, elaborate } from './elaborate/index.ts';
export * as build from './expression/build.ts';
export type { Dimension, Shape } from './expression/dimension.ts';
export type { Expression, Layout } from './expression/expression.ts';
export type { Instance, Statement } from './expression/judgement.ts';
export { type JudgingOptions, judge } from './verdict/judge.ts';
export { replay } from './verdict/replay.ts';
export type * from './verdict/verdict.ts';
export { holds, VERDICTS } from './verdict/verdict.ts';
