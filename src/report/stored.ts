// What a stored counterexample must look like: a file with the right digest may still have been written by another program.
//   a file that passes is evaluated without surprises, but for its statement's tree, which is printed to see that every node is known

import type { Statement } from '../expression/judgement.ts';
import { toUnicode } from '../latex/print.ts';

type Check = (value: unknown) => boolean;
/** No size of a counterexample is larger; nothing is gained by evaluating one that says so. */
const LARGEST = 1000;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText: Check = value => typeof value === 'string';
const isCount: Check = value => Number.isSafeInteger(value) && (value as number) >= 0;
const isSize: Check = value => isCount(value) && (value as number) >= 1 && (value as number) <= LARGEST;
const isListOf =
  (check: Check): Check =>
  value =>
    Array.isArray(value) && value.every(check);
const areSizes: Check = value => isRecord(value) && Object.values(value).every(isSize);
const isMatrix: Check = value => {
  if (!isRecord(value)) return false;
  const { rows, cols, data } = value;
  return (
    isCount(rows) &&
    isCount(cols) &&
    isListOf(isText)(data) &&
    (data as string[]).length === Number(rows) * Number(cols)
  );
};
const isNamed: Check = value => isRecord(value) && isText(value.name) && isMatrix(value.entries);
const isStatement: Check = value => {
  if (!isRecord(value) || !isListOf(isText)(value.dimensions) || !isListOf(isSymbol)(value.symbols))
    return false;
  const { lhs, rhs } = value as unknown as Statement;
  try {
    return [lhs, rhs].every(side => isText(toUnicode(side)));
  } catch {
    return false;
  }
};
const isSymbol: Check = value =>
  isRecord(value) && isText(value.name) && isRecord(value.shape) && isListOf(isText)(value.structure);

const PARTS: readonly (readonly [path: string, check: Check, wanted: string])[] = [
  ['id', isText, 'a text'],
  ['path', isText, 'a text'],
  ['line', isCount, 'a number'],
  ['text', isText, 'a text'],
  ['layout', value => value === null || isText(value), 'a layout'],
  ['counterexample.dimensions', areSizes, `sizes from 1 to ${LARGEST}`],
  ['counterexample.indices', areSizes, 'indices'],
  ['counterexample.values', isListOf(isNamed), 'a list of named matrices'],
  ['counterexample.directions', isListOf(isNamed), 'a list of named matrices'],
  ['counterexample.lhs', isMatrix, 'a matrix'],
  ['counterexample.rhs', isMatrix, 'a matrix'],
  ['counterexample.exact', value => typeof value === 'boolean', 'true or false'],
  ['statement', isStatement, 'a statement that this version can read'],
];

/** What is wrong with a file of this version, as a sentence fragment, or null. */
export const malformed = (file: Readonly<Record<string, unknown>>): string | null => {
  for (const [path, check, wanted] of PARTS) {
    const value = path.split('.').reduce<unknown>((of, key) => (isRecord(of) ? of[key] : undefined), file);
    if (!check(value)) return `its ${path} is not ${wanted}`;
  }
  return null;
};
