// Mutants of a row: the claim with one slip of the pen, or without one of its conditions. Each is refuted with a counterexample, or
// shown to say the same as before; a mutant that is neither is a survivor: the judges could not tell whether the row can fail.

import type { Written } from '../../src/elaborate/written.ts';
import { isUnconventional } from '../../src/expression/convention.ts';
import type { Statement } from '../../src/expression/judgement.ts';
import { type IdentityRow, identity } from '../../src/index.ts';
import { type Random, stream } from '../../src/number/random.ts';
import { prove } from '../../src/prove/index.ts';
import { refute } from '../../src/refute/index.ts';
import { editsOf } from '../../src/repair/edits.ts';
import { keyOf } from '../../src/repair/make.ts';
import { sizesIn } from '../../src/repair/places.ts';
import { Point } from '../../src/repair/points.ts';
import { Author } from '../../src/repair/text.ts';
import { sample } from '../../src/sample/index.ts';
import { verify } from '../../src/verify/index.ts';
import { opaque } from './opaque.ts';

export interface Mutant {
  readonly slip: string;
  /** As a claim: "tr(A B) = tr(A Bᵀ)". */
  readonly text: string;
  /** Null where shapes clash: a misfit. */
  readonly statement: Statement | null;
  /** What was written = what is there now; null for a dropped condition. */
  readonly change: Statement | null;
}

/**
 * refuted: by a counterexample · refuted beside its row: on an instance the edited side is not what it was, which the row says is true ·
 * equal: a proof, or exact trials, that nothing changed or that the mutant holds · agrees: in floating point only ·
 * undefined: some part has no value at any instance, unless a size is 1, or no meaning: ∂/∂Q for an orthogonal Q · misfit: shapes clash ·
 * survived: none of these
 */
export const FATES = [
  'refuted',
  'refuted beside its row',
  'equal',
  'agrees',
  'undefined',
  'misfit',
  'survived',
] as const;
export type Fate = (typeof FATES)[number];

/** Every mutant of a row, each once. */
export const mutantsOf = (row: IdentityRow): Mutant[] => {
  const written = identity(row).claims[0]!.readings[0]!.written!;
  const { left, right } = written;
  const author = new Author(written.text, [left, right]);
  const sizes = sizesIn(written.expression(left), written.expression(right));
  const expression: Written['expression'] = s => written.expression(s);
  const claims = [
    ...editsOf(right, { expression, other: left, sizes }).map(edit => ({ edit, lhs: left, rhs: edit.side })),
    ...editsOf(left, { expression, other: right, sizes }).map(edit => ({ edit, lhs: edit.side, rhs: right })),
  ];
  const once = new Map(claims.map(c => [`${keyOf(c.lhs)} ${keyOf(c.rhs)}`, c]));
  const slips = [...once.values()].map(({ edit, lhs, rhs }) => ({
    slip: edit.slip,
    text: `${author.text(lhs)} = ${author.text(rhs)}`,
    statement: written.statement(lhs, rhs),
    change: written.statement(lhs === left ? right : left, edit.side),
  }));
  return [...slips, ...withoutConditions(written)];
};

const withoutConditions = (written: Written): Mutant[] =>
  (written.statement()?.symbols ?? []).flatMap(({ name, structure }) =>
    structure.map(condition => {
      const supposed = new Map([[name, structure.filter(s => s !== condition)]]);
      const statement = written.supposing({ supposed }).statement();
      return {
        slip: 'condition dropped',
        text: `${written.text}, ${name} not ${condition}`,
        statement,
        change: null,
      };
    }),
  );

const isEmpty = (answer: { readonly outcome: string; readonly empty?: boolean }): boolean =>
  answer.outcome === 'abstained' && answer.empty === true;

const POINTS = 3;

/** The judge of the mutants of one row: random points are shared, since mutants differ little. */
export class Court {
  readonly #name: string;
  readonly #points: readonly Point[];

  constructor(name: string) {
    this.#name = name;
    const random = stream(name, 'mutants');
    this.#points = Array.from({ length: POINTS }, (_, turn) => new Point(random, turn));
  }

  fate({ statement, change, slip, text }: Mutant): Fate {
    if (!statement) return 'misfit';
    const random = (purpose: string): Random => stream(this.#name, `${text}/${purpose}`);
    const isRefuted = (of: Statement): boolean => refute(of, random('refute'), { shrinking: false }) !== null;
    const hint = slip === 'condition dropped' ? 'unknown' : this.#points[0]!.compare(statement);
    const asked = hint === 'different' || hint === 'unknown';
    if (asked && isRefuted(statement)) return 'refuted';
    const isProved = (of: Statement | null): boolean => of !== null && prove(of).outcome === 'proved';
    if (change && (isProved(change) || isProved(opaque(change)))) return 'equal';
    if (isProved(statement)) return 'equal';
    const exact = verify(statement, random('verify'));
    if (exact.outcome === 'equal') return 'equal';
    if (!asked && isRefuted(statement)) return 'refuted';
    const sampled = sample(statement, random('sample')());
    if (sampled.outcome === 'different') return 'refuted';
    if (change && isRefuted(change)) return 'refuted beside its row';
    if (sampled.outcome === 'agree') return 'agrees';
    return isEmpty(exact) || isEmpty(sampled) || isUnconventional(statement) ? 'undefined' : 'survived';
  }
}
