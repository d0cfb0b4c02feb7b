// The library's door: read → elaborate → judge → report compose; identity declares a claim of one's own; explain shows a proof.

export type { Config } from './cli/config.ts';
export {
  type Asked,
  type Derived,
  type DeriveOptions,
  derive,
  type Unanswered,
  type Wrong,
} from './derive/index.ts';
export type { Declaration, Document, Problem } from './document/document.ts';
export { declare, read, readClaim } from './document/index.ts';
export type { Claim, Elaborated, Listed, Reading, Understood } from './elaborate/claim.ts';
export { derivation, type IdentityRow, identity, type MistakeRow } from './elaborate/identity.ts';
export { type ElaborateOptions, elaborate } from './elaborate/index.ts';
export * as build from './expression/build.ts';
export type { Dimension, Shape } from './expression/dimension.ts';
export type { Expression, Layout } from './expression/expression.ts';
export type { Instance, Statement } from './expression/judgement.ts';
export { explain, prove } from './prove/index.ts';
export { type RenderOptions, report } from './report/formats.ts';
export { type JudgingOptions, judge } from './verdict/judge.ts';
export { replay } from './verdict/replay.ts';
export type * from './verdict/verdict.ts';
export { holds, VERDICTS } from './verdict/verdict.ts';
export { type VerifiedAt, verifyAt } from './verify/index.ts';
