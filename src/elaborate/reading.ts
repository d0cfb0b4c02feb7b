// One claim → its readings: what it says under each convention that could be meant, and what is to be said of that.

import type { Passage, Problem } from '../document/document.ts';
import { isScalar, sameShape, transposed } from '../expression/dimension.ts';
import { children, type Expression, type Layout } from '../expression/expression.ts';
import type { Statement } from '../expression/judgement.ts';
import { pieces } from '../latex/operands.ts';
import type { Syntax } from '../latex/syntax.ts';
import { fitsArranged } from './arrangement.ts';
import { Builder, type BuilderOptions, type Layouts, type Supposed } from './build.ts';
import type { Consequence, Instance, Reading } from './claim.ts';
import { consequences, differentiated } from './consequence.ts';
import { couldBeSymmetric, doubtsOf, lettersIn, mayBeSize, shrunk } from './doubts.ts';
import { toFirstOrder } from './first-order.ts';
import { freedDoubts, freedIn } from './intermediate.ts';
import { attempt, Refusal } from './refusal.ts';
import { addsUp, type Letter } from './scope.ts';
import { atEqualSizes } from './special.ts';
import { refused, statement } from './statement.ts';
import type { Surroundings } from './surroundings.ts';
import { MergedSizes } from './unify.ts';
import { withFittingSizes } from './unsized.ts';
import { nothingVaries, varyingIn } from './varying.ts';
import { exponentsIn, indicesIn, type Wholes, wholeDoubts } from './whole.ts';
import { Written } from './written.ts';

interface Convention {
  readonly layout: Layout;
  readonly layouts: Layouts;
}
/** The combinations of conventions that are tried, under the name by which a verdict reports them. */
const CONVENTIONS: readonly [Convention, Convention, Convention] = [
  { layout: 'gradient', layouts: { scalar: 'gradient', other: 'numerator' } },
  { layout: 'numerator', layouts: { scalar: 'numerator', other: 'numerator' } },
  { layout: 'denominator', layouts: { scalar: 'denominator', other: 'denominator' } },
];

export const readings = (
  p: Passage,
  written: readonly [Syntax, Syntax],
  at: Syntax['span'],
  around: Surroundings,
): Reading[] => {
  try {
    const expanded = toFirstOrder(...written);
    if (!expanded) {
      const implied = impliedBy(p, written, around);
      const made = readingsOf(p, written, at, around);
      return implied.length ? made.map(reading => ({ ...reading, consequences: implied })) : made;
    }
    return readingsOf(p, expanded, at, around).map(({ written: _, ...reading }) => reading);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return [{ layout: null, kind: null, content: { unreadable: error.problem } }];
  }
};

/** An equation that holds under something said before: what would show that it follows. */
export const conditional = (
  p: Passage,
  sides: readonly [Syntax, Syntax],
  at: Syntax['span'],
  around: Surroundings,
): Reading | null => {
  const [left] = sides;
  const implied = impliedBy(p, sides, around);
  const isDerivative = left.kind === 'derivative' || left.kind === 'gradient' || left.kind === 'differential';
  if (isDerivative && implied.length === 0) return null;
  const { keys } = varyingIn(p, around);
  const found = consequences(
    p,
    sides,
    around,
    CONVENTIONS.slice(0, 2).map(c => () => new Builder(around, c.layouts, keys, p)),
  );
  const problem: Problem = {
    severity: 'error',
    code: 'A042',
    message: 'this holds under a condition, from which it was not derived',
    span: at,
  };
  const all = [...implied, ...(found ?? [])];
  return found && { layout: null, kind: null, content: { unreadable: problem }, consequences: all };
};

/** What d of both sides of an earlier equation says. */
const impliedBy = (
  p: Passage,
  sides: readonly [Syntax, Syntax],
  around: Surroundings,
): readonly Consequence[] => {
  const [{ layouts }] = CONVENTIONS;
  return differentiated(p, sides, around, () => new Builder(around, layouts, [...around.moved.keys()], p));
};

const readingsOf = (
  p: Passage,
  sides: readonly [Syntax, Syntax],
  at: Syntax['span'],
  around: Surroundings,
): Reading[] => {
  const [left, right] = sides;
  const { keys: varying, assumed, unsaid } = varyingIn(p, around);
  if (unsaid) return [{ layout: null, kind: null, content: { unreadable: nothingVaries(at) } }];
  const letters = lettersIn(around.scope, sides);
  const small = shrunk(letters, around);
  if (small) return [{ layout: null, kind: null, content: { unreadable: isNumber(small, at) } }];
  const given = [
    ...assumed.map(name => `${name} constant`),
    ...letters.filter(l => addsUp(l, varying, around.namer)).map(l => `the entries of ${l.name} add up to 1`),
  ];
  const forced = around.forced ?? p.layout ?? null;
  const wholes = valuesOf(wholesIn(sides, letters, around));
  const freed = freedIn(around.scope, sides);
  const sized = new Map<Layouts, Surroundings>();
  const builder = (layouts: Layouts, more: BuilderOptions = {}): Builder => {
    const options = { wholes: wholes[0]!, freed, ...more };
    const raw = (of: Surroundings): Builder =>
      new Builder(atSizes(of, options.wholes), layouts, varying, p, options);
    const within = sized.get(layouts) ?? withFittingSizes(around, sides, raw);
    sized.set(layouts, within);
    return raw(within);
  };
  const read = (layouts: Layouts): Understanding => {
    const b = builder(layouts);
    try {
      return { content: { statement: statement(b, left, right, at) }, used: b.used, others: [] };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const arrays =
        forced && b.used.scalarByMatrix && !layouts.arrays ? read({ ...layouts, arrays: true }) : null;
      if (arrays && 'statement' in arrays.content) return arrays;
      return { ...misunderstood(error, b, layouts), used: b.used };
    }
  };
  /** Why there is no statement, or one at equal sizes that may show the claim to be false. */
  const misunderstood = (error: Refusal, b: Builder, layouts: Layouts): Omit<Understanding, 'used'> => {
    const elsewhere = CONVENTIONS.map(c => c.layouts);
    const arranged =
      b.used.other &&
      fitsArranged(
        sides,
        elsewhere,
        a => attempt(() => statement(builder(layouts, { arranged: a }), left, right, at)) !== null,
      );
    const outer = (): boolean =>
      sides.some(s => pieces(s).some(piece => piece.kind === 'binary' && piece.operator === 'kronecker')) &&
      attempt(() => statement(builder(layouts, { outer: true }), left, right, at)) !== null;
    const content = refused(error, around, sides, { arranged, outer, builder: () => builder(layouts) });
    const asks = 'unreadable' in content && content.unreadable.code === 'H002' ? content.unreadable : null;
    const special =
      asks && wholes.length === 1
        ? atEqualSizes(p, sides, around, alone => new Builder(alone, layouts, varyingIn(p, alone).keys, p))
        : null;
    const [first, ...others] = special ?? [];
    if (asks && first) return { content: { statement: first }, refutesOnly: asks, others };
    return { content: special ? { misfit: error.problem } : content, others: [] };
  };
  const doubts = [
    ...doubtsOf(sides, letters, at, around),
    ...(p.implied ? ['the text may claim it only where another equation holds, too'] : []),
    ...freedDoubts(around.scope, freed),
    ...letters
      .filter(l => l.declaration?.unitSum && !addsUp(l, varying, around.namer))
      .map(l => `the entries of ${l.name} add up to 1, which is not used where it varies`),
    ...(wholes.length > 1 ? wholeDoubts(sides, around.scope.document.text) : []),
  ];
  const written = (layouts: Layouts): Written =>
    new Written(left, right, around.scope.document.text, supposition => builder(layouts, supposition));
  const instances = (layouts: Layouts): Instance[] =>
    wholes.map(values => ({
      given: [...values].map(([name, value]) => `${name} = ${value}`).join(', '),
      statement: attempt(() => statement(builder(layouts, { wholes: values }), left, right, at)),
    }));
  const reading = (
    layouts: Layouts,
    { content, refutesOnly, others }: Understanding,
  ): Omit<Reading, 'layout' | 'kind'> => ({
    content,
    ...(refutesOnly && { refutesOnly }),
    ...(ofAnyRank(content) && { provesOnly: rankUnsaid(at) }),
    given,
    doubts,
    ...(wholes.length > 1
      ? { instances: instances(layouts) }
      : !refutesOnly && { written: written(layouts) }),
    rescues: [
      ...others.map(of => ({
        condition: 'its letters have other shapes',
        unsaid: true,
        statement: () => of,
      })),
      ...letters
        .filter(l => mayBeSize(l, around.namer) && !wholes[0]!.has(l.name))
        .flatMap(l => sizesOf(content).map(size => [l, size] as const))
        .map(([l, size]) => ({
          condition: `${l.name} is the size ${size}`,
          unsaid: true,
          statement: () =>
            attempt(() => statement(builder(layouts, { sizes: new Map([[l.key, size]]) }), left, right, at)),
        })),
      ...letters
        .filter(l => couldBeSymmetric(l, around))
        .map(l => ({
          condition: `${l.name} is symmetric`,
          unsaid: !l.declaration,
          statement: () =>
            written(layouts)
              .supposing({ supposed: symmetric(l) })
              .statement(),
        })),
    ],
  });
  const [first] = CONVENTIONS;
  const understood = read(first!.layouts);
  const { used } = understood;
  const isOpen = !forced && wholes.length === 1;
  if (!used.scalar && !used.other) {
    const { layouts } = CONVENTIONS.find(c => c.layout === forced) ?? first;
    const elsewhere = isOpen && sides.some(isDerived) ? [written(CONVENTIONS[2].layouts)] : [];
    return [{ layout: null, kind: null, elsewhere, ...reading(layouts, understood) }];
  }
  const kind = used.other ? 'other' : 'scalar';
  const meant = CONVENTIONS.filter(
    c =>
      (c.layout !== 'denominator' || used.other || used.scalarByMatrix) &&
      (c.layout !== 'gradient' || used.scalar),
  );
  const chosen = meant.filter(c => c.layout === forced);
  const elsewhere = isOpen && !used.scalar ? [written(first.layouts)] : [];
  return (chosen.length ? chosen : meant).map(c => ({
    layout: c.layout,
    kind,
    elsewhere,
    ...reading(c.layouts, c === first ? understood : read(c.layouts)),
  }));
};

/** There is a ∂ in it, whether or not it could be read. */
const isDerived = (s: Syntax): boolean =>
  pieces(s).some(p => p.kind === 'derivative' || p.kind === 'gradient');

/** One claim under one convention. */
interface Understanding extends Pick<Reading, 'content' | 'refutesOnly'> {
  readonly used: Builder['used'];
  /** What else it may say, with letters of other shapes. */
  readonly others: readonly Statement[];
}

/** A⁺ of a letter A that is square, which instances of full rank make A⁻¹. */
const ofAnyRank = (content: Reading['content']): boolean => {
  const seen = new Set<Expression>();
  const visit = (e: Expression): boolean => {
    if (seen.has(e)) return false;
    seen.add(e);
    const symbol = e.op === 'pseudoInverse' && e.of.op === 'symbol' ? e.of.symbol : null;
    const anyRank = symbol?.structure.every(s => s === 'symmetric');
    const square = !isScalar(e.shape) && sameShape(e.shape, transposed(e.shape));
    return (anyRank && square) || children(e).some(visit);
  };
  return 'statement' in content && [content.statement.lhs, content.statement.rhs].some(visit);
};
const isNumber = ({ name, declaration }: Letter, at: Syntax['span']): Problem => ({
  severity: 'error',
  code: 'H008',
  message: `this fits only if ${name}, which ${declaration ? 'is called a matrix' : 'stands transposed'}, is a number`,
  span: at,
  fix: `declare the shape of ${name}`,
});
const rankUnsaid = (at: Syntax['span']): Problem => ({
  severity: 'error',
  code: 'A043',
  message: 'it holds for invertible matrices, and the text does not say that what stands under ⁺ is one',
  span: at,
  fix: 'say its rank, or write the inverse',
});

const symmetric = (l: Letter): Supposed =>
  new Map([[l.key, [...(l.declaration?.structure ?? []), 'symmetric']]]);
const sizesOf = (content: Reading['content']): readonly string[] =>
  'statement' in content ? content.statement.dimensions : [];

/** The sizes that stand in exponents, as in det(cA) = cⁿ det A, have the same values as everywhere. */
const atSizes = (around: Surroundings, wholes: Wholes): Surroundings =>
  [...wholes.keys()].some(name => around.dimensions.has(name))
    ? {
        ...around,
        namer: new MergedSizes(around.namer, new Map([...wholes].map(([name, n]) => [name, Number(n)]))),
      }
    : around;

/** Letters of the claim that stand for whole numbers, or are sizes of others in it, and are no indices. */
const wholesIn = (
  sides: readonly Syntax[],
  letters: readonly Letter[],
  { wholes, dimensions, scope: { unifier } }: Surroundings,
): string[] => {
  const sizes = new Set(
    letters.flatMap(l => [...unifier.resolve(l.shape.rows), ...unifier.resolve(l.shape.cols)]),
  );
  const written = [...sides, ...letters.flatMap(l => (l.definition ? [l.definition.body] : []))];
  const indices = indicesIn(written);
  const names = [...exponentsIn(written)].filter(name => !indices.has(name));
  const isSized = names.every(name => sizes.has(name) && dimensions.has(name));
  return isSized ? names : names.filter(name => wholes.has(name));
};

/** The values at which a claim with such letters is read: three times, each letter in turn 2, 3 and 4. */
const valuesOf = (names: readonly string[]): readonly Wholes[] =>
  names.length === 0
    ? [new Map()]
    : [0, 1, 2].map(n => new Map(names.map((name, i) => [name, BigInt(2 + ((n + i) % 3))])));
