// What nobody writes on one side: S S⁻¹, P + P, −P + Q, (Pᵀ)ᵀ, tr(−P), and a sign, a number or a transpose around what is to be differentiated.

import { operandsOf } from '../latex/operands.ts';
import type { Syntax } from '../latex/syntax.ts';
import { bare, exponentOf, keyOf } from './make.ts';
import { LINEAR } from './shared.ts';

/** How many such things there are. */
export const oddIn = (side: Syntax): number => {
  const known = seen.get(side);
  if (known !== undefined) return known;
  const found = idleIn(side) + (isFronted(bare(side)) ? 1 : 0);
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

/** Pairs of pieces that would be written as one, or not at all. */
const idleIn = (s: Syntax): number => {
  const within = operandsOf(s).reduce((sum, o) => sum + idleIn(o), 0);
  const beside = <T>(all: readonly T[], idle: (a: T, b: T) => boolean): number =>
    all.filter((b, i) => i > 0 && idle(all[i - 1]!, b)).length;
  switch (s.kind) {
    case 'product':
      return within + beside(s.factors, areInverse);
    case 'sum':
      return (
        within +
        beside(s.terms, (a, b) => a.negative === b.negative && keyOf(a.of) === keyOf(b.of)) +
        (s.terms.length > 1 && s.terms[0]!.negative ? 1 : 0)
      );
    case 'call': {
      const [of] = s.args.map(bare);
      const isSigned = of?.kind === 'sum' && of.terms.length === 1 && of.terms[0]!.negative;
      return within + (LINEAR.has(s.fn) && isSigned ? 1 : 0);
    }
    case 'transpose':
      return within + (bare(s.of).kind === 'transpose' ? 1 : 0);
    default:
      return within;
  }
};
const areInverse = (a: Syntax, b: Syntax): boolean => isInverseOf(a, b) || isInverseOf(b, a);
const isInverseOf = (a: Syntax, b: Syntax): boolean => {
  const of = bare(a);
  return of.kind === 'power' && exponentOf(of) === -1 && keyOf(of.of) === keyOf(b);
};
