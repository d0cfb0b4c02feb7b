// What the exact judges use: numbers in, matrices out; instances drawn with their structure; refusals.

export { conforms, isTangent } from './conforms.ts';
export { costOf } from './cost.ts';
export * from './draw.ts';
export {
  type Along,
  alongByDuals,
  type Evaluation,
  evaluate,
  evaluation,
  type Moves,
} from './evaluate.ts';
export { type Elementwise, exactly, logarithmJet, reciprocalJet, standIn } from './functions.ts';
export { type Matrix, sameMatrix } from './matrix.ts';
export { type Mentions, mentions, mentionsAny } from './mentions.ts';
export { type Needs, needsOf } from './needs.ts';
export { NotEvaluable, Singular } from './refusal.ts';
export { components, type Family, familyOf, freeParameters, parameterShape } from './structure.ts';
