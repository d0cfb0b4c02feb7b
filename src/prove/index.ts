// The prover: what it answers, and the theorem that only its kernel makes.

export type { Convention } from '../expression/convention.ts';
export { type Certificate, fromText, toText } from './certificate.ts';
export type { Comparison, Row } from './explain.ts';
export { replay, Theorem } from './kernel.ts';
export { type Explanation, explain, type Proved, type ProveOptions, prove, type Unequal } from './prove.ts';
