// Why an expression has no value: never, in this number system, or not at this instance.

/** No instance will help; `message` is a sentence fragment such as "exp has no exact values". */
export class NotEvaluable extends Error {
  override readonly name = 'NotEvaluable';
}
/** Undefined at this instance: a singular matrix, a kink, an index out of range. Another draw may do. */
export class Singular extends Error {
  override readonly name = 'Singular';
}
