// The reader and the printer of mathematics.

export type { Conventions, Letters, ParsedChain, ParsedRegion } from './contract.ts';
export { collectMacros, type Macros } from './macros.ts';
export { type MathematicsContext, parseMathematics } from './mathematics.ts';
export { toLatex, toUnicode } from './print.ts';
export type { Problem } from './problem.ts';
export type { Chain, Font, RelationSign, Span, Syntax } from './syntax.ts';
