// The right answer: a function → its differential, derivative and Hessian in matrix notation, judged against the function.

export {
  type Coded,
  type Derived,
  type DeriveOptions,
  derive,
  type Unanswered,
  type Written,
  type Wrong,
} from './answer.ts';
export type { Asked, Refused } from './ask.ts';
export { withAnswers } from './refuted.ts';
