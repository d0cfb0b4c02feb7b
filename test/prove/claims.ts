// Verbs for the prover's tests: statements from two expressions, and what is expected of them.

import { expect, test } from 'vitest';
import { dimension, dimensionNames, type Factor, shape } from '../../src/expression/dimension.ts';
import { children, type Expression } from '../../src/expression/expression.ts';
import type { Statement } from '../../src/expression/judgement.ts';
import type { Structure, Sym } from '../../src/expression/symbol.ts';
import { prove } from '../../src/prove/index.ts';

type Size = Factor | readonly Factor[];
const sized = (s: Size) =>
  Array.isArray(s) ? dimension(...(s as readonly Factor[])) : dimension(s as Factor);

export const sym = (name: string, rows: Size, cols: Size = 1, ...structure: Structure[]): Sym => ({
  name,
  latex: name,
  shape: shape(sized(rows), sized(cols)),
  structure,
});

/** Every symbol and dimension name that occurs. */
export const statement = (lhs: Expression, rhs: Expression): Statement => {
  const symbols = new Map<string, Sym>();
  const names = new Set<string>();
  const visit = (e: Expression): void => {
    if (e.op === 'symbol') symbols.set(e.symbol.name, e.symbol);
    if (e.op === 'derivative') symbols.set(e.by.name, e.by);
    for (const n of dimensionNames(e.shape.rows, e.shape.cols)) names.add(n);
    if (e.op === 'size') for (const n of dimensionNames(e.dim)) names.add(n);
    for (const child of children(e)) visit(child);
  };
  visit(lhs);
  visit(rhs);
  return { lhs, rhs, symbols: [...symbols.values()], dimensions: [...names] };
};

const outcome = (lhs: Expression, rhs: Expression): string => {
  const answer = prove(statement(lhs, rhs));
  return answer.outcome === 'abstained' ? `abstained: ${answer.reason}` : answer.outcome;
};
export const proves = (name: string, lhs: Expression, rhs: Expression): void =>
  test(name, () => expect(outcome(lhs, rhs)).toBe('proved'));
export const differs = (name: string, lhs: Expression, rhs: Expression): void =>
  test(`not: ${name}`, () => expect(outcome(lhs, rhs)).toBe('unequal'));
export const abstains = (name: string, lhs: Expression, rhs: Expression, reason: string): void =>
  test(`abstains: ${name}`, () => expect(outcome(lhs, rhs)).toBe(`abstained: ${reason}`));
