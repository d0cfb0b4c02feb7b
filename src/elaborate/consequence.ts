// Equations that hold at a point only: "setting ∇L to zero gives AᵀAx = Aᵀb, hence x = (AᵀA)⁻¹Aᵀb". One follows from an earlier one when
// the difference of its sides is that of the other, times a number, a scalar, or an inverse that stands first or last in it.
//   such a multiple is an identity, which judges can prove; where none is one, nothing is said: the equation is listed as a condition

import { type Passage, position } from '../document/document.ts';
import * as make from '../expression/build.ts';
import { isScalar, sameShape } from '../expression/dimension.ts';
import type { Expression } from '../expression/expression.ts';
import { pieces } from '../latex/operands.ts';
import type { Syntax } from '../latex/syntax.ts';
import { rational } from '../number/rational.ts';
import { times } from './arithmetic.ts';
import type { Builder } from './build.ts';
import type { Consequence } from './claim.ts';
import { placed, Refusal } from './refusal.ts';
import { stated } from './statement.ts';
import type { Surroundings } from './surroundings.ts';
import { inner, isWrittenZero } from './walk.ts';

type Equation = readonly [Syntax, Syntax];
interface Premise {
  readonly sides: Equation;
  readonly given: string;
  /** Where its relation stands, when it is a condition; null for a derivative that is set to zero. */
  readonly at: number | null;
}

/** How many equations before are tried. */
const BEFORE = 4;

/** The equations before this one that it may follow from: conditions, and the last derivative set to zero. */
const before = (p: Passage, { scope }: Surroundings): Premise[] => {
  const found: Premise[] = [];
  let derivative: Premise | null = null;
  for (const q of scope.document.passages) {
    if (q.span.start >= p.span.start) break;
    const [left, right] = q.chain.items;
    if (!left || !right || q.used || q.chain.relations[0]?.sign !== '=') continue;
    const { span } = left;
    const { line } = position(scope.document.text, span.start);
    const zero: Syntax = { kind: 'number', value: rational(0n), span };
    if (left.kind === 'derivative' || left.kind === 'gradient')
      derivative = { sides: [left, zero], given: `the derivative of line ${line} is 0`, at: null };
    else if (q.role === 'condition')
      found.push({
        sides: [left, right],
        given: `the equation of line ${line}`,
        at: q.chain.relations[0]!.span.start,
      });
  }
  return [...found.slice(-BEFORE), ...(derivative ? [derivative] : [])].reverse();
};

/** What would show that the equation follows from one before: identities, each with what it takes as given. Null without any before. */
export const consequences = (
  p: Passage,
  sides: Equation,
  around: Surroundings,
  builders: readonly (() => Builder)[],
): Consequence[] | null => {
  const premises = before(p, around);
  if (premises.length === 0) return null;
  return premises.flatMap(({ sides: equation, given, at }) =>
    builders.flatMap(builder => {
      try {
        const b = builder();
        const [from, to] = [difference(b, equation), difference(b, sides)];
        return multiples(b, from, [...equation, ...sides]).flatMap(multiple =>
          sameShape(multiple.shape, to.shape) ? [{ given, at, statement: stated(to, multiple) }] : [],
        );
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        return [];
      }
    }),
  );
};

/** d of both sides of an equation that the text supposes: what would show that a line of differentials follows from one. */
export const differentiated = (
  p: Passage,
  sides: Equation,
  around: Surroundings,
  builder: () => Builder,
): Consequence[] => {
  const differs = (s: Syntax): boolean => pieces(s).some(of => of.kind === 'differential');
  if (!sides.some(differs)) return [];
  const premises = before(p, around).filter(of => of.at !== null && !of.sides.some(differs));
  return premises.flatMap(({ sides: equation, given, at }) => {
    try {
      const b = builder();
      const [whole, to] = [make.differential(difference(b, equation), b.varying), difference(b, sides)];
      const from = sameShape(whole.shape, to.shape) ? whole : make.vec(whole);
      if (!sameShape(from.shape, to.shape)) return [];
      return NUMBERS.map(n => ({ given, at, statement: stated(to, make.scale(make.number(n), from)) }));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return [];
    }
  });
};

const difference = (b: Builder, [left, right]: Equation): Expression => {
  if (isWrittenZero(right)) return b.build(left);
  if (isWrittenZero(left)) return make.negative(b.build(right));
  return placed(right.span, () => make.sum(b.build(left), make.negative(b.build(right))));
};

const NUMBERS = [1n, -1n].flatMap(sign => [rational(sign), rational(2n * sign), rational(sign, 2n)]);

/** The difference times ±1, ±2, ±½, a scalar in sight or its inverse, and an inverse matrix in sight. */
const multiples = (b: Builder, of: Expression, written: readonly Syntax[]): Expression[] => {
  const names = new Map(
    written.flatMap(s => pieces(s).flatMap(p => (p.kind === 'name' ? [[p.name, p]] : []))),
  );
  const scalars = [...names.values()].flatMap(name => scalarOf(b, name)).slice(0, 3);
  const scaled = [of, ...scalars.flatMap(s => [make.scale(s, of), make.scale(make.inverse(s), of)])];
  const turned = written
    .flatMap(side => outerFactors(side))
    .flatMap(factor => {
      const inverse = inverseIn(factor);
      const made = inverse && b.build(inverse);
      return made && !isScalar(made.shape) ? products(made, of) : [];
    });
  return [...scaled, ...turned].flatMap(e => NUMBERS.map(n => make.scale(make.number(n), e)));
};
const scalarOf = (b: Builder, s: Syntax): Expression[] => {
  const letter = s.kind === 'name' ? b.scope.find(s.name, s.font) : null;
  if (!letter || letter.definition || letter.declaration?.kind === 'function') return [];
  const made = b.build(s);
  return isScalar(made.shape) ? [made] : [];
};

/** The first and the last factor of every term. */
const outerFactors = (side: Syntax): Syntax[] => {
  const of = inner(side);
  if (of.kind === 'sum') return of.terms.flatMap(t => outerFactors(t.of));
  return of.kind === 'product' ? [of.factors[0]!, of.factors.at(-1)!] : [of];
};
/** A⁻¹ or A⁻ᵀ, of which nothing else is known than that A is invertible. */
const inverseIn = (factor: Syntax): Syntax | null => {
  const of = inner(factor);
  if (of.kind === 'transpose') return inverseIn(of.of) && of;
  const exponent = of.kind === 'power' && !of.entrywise ? inner(of.exponent) : null;
  return exponent?.kind === 'number' && exponent.value.num === -1n && exponent.value.den === 1n ? of : null;
};
const products = (a: Expression, of: Expression): Expression[] =>
  [() => times(a, of), () => times(of, a)].flatMap(product => {
    try {
      return [product()];
    } catch (error) {
      if (!(error instanceof make.ShapeError)) throw error;
      return [];
    }
  });
