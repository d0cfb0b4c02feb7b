// What nobody writes on one side: S S⁻¹, and a sign, a number or a transpose around what is to be differentiated.

import { operandsOf } from '../latex/operands.ts';
import type { Syntax } from '../latex/syntax.ts';
import { bare, exponentOf, keyOf } from './make.ts';

/** How many such things there are. */
export const oddIn = (side: Syntax): number => {
  const known = seen.get(side);
  if (known !== undefined) return known;
  const found = cancellingIn(side) + (isFronted(bare(side)) ? 1 : 0);
  seen.set(side, found);
  return found;
};
const seen = new WeakMap<Syntax, number>();

const isQuestion = (s: Syntax): boolean => {
  const of = bare(s);
  return (
    of.kind === 'derivative' ||
    of.kind === 'gradient' ||
    (of.kind === 'differential' && bare(of.of).kind !== 'name')
  );
};
const isFronted = (s: Syntax): boolean => {
  if (s.kind === 'transpose') return isQuestion(s.of);
  if (s.kind === 'sum') return s.terms.length === 1 && isQuestion(s.terms[0]!.of);
  return s.kind === 'product' && s.factors.length === 2 && isQuestion(s.factors[1]!);
};

const cancellingIn = (s: Syntax): number => {
  const within = operandsOf(s).reduce((sum, o) => sum + cancellingIn(o), 0);
  if (s.kind !== 'product') return within;
  const { factors } = s;
  return within + factors.filter((f, i) => i > 0 && areInverse(f, factors[i - 1]!)).length;
};
const areInverse = (a: Syntax, b: Syntax): boolean => isInverseOf(a, b) || isInverseOf(b, a);
const isInverseOf = (a: Syntax, b: Syntax): boolean => {
  const of = bare(a);
  return of.kind === 'power' && exponentOf(of) === -1 && keyOf(of.of) === keyOf(b);
};
