// Where an edit may be made: every piece of a side, with what is around it and a way to put another piece in its place.

import { type Dimension, dimensionNames, identical, isScalar, type Shape } from '../expression/dimension.ts';
import { children, type Expression } from '../expression/expression.ts';
import { operandsOf } from '../latex/operands.ts';
import type { Syntax } from '../latex/syntax.ts';
import { bare, changed } from './make.ts';

/** What edits may ask of pieces, and of the claim. */
export interface About {
  /** Null where it has no meaning as it stands. */
  readonly expression: (s: Syntax) => Expression | null;
  /** The other side of the claim. */
  readonly other: Syntax;
  /** Sizes of one factor that occur in the claim. */
  readonly sizes: readonly Dimension[];
}

export class Place {
  readonly #shapes = new Map<Syntax, Shape | null>();
  constructor(
    /** Never brackets. */
    readonly piece: Syntax,
    /** What it stands in, brackets aside; null for a whole side. */
    readonly parent: Syntax | null,
    /** The side that it stands in. */
    readonly side: Syntax,
    readonly about: About,
    /** The side with another piece here. */
    readonly put: (by: Syntax) => Syntax,
  ) {}

  shape(s: Syntax = this.piece): Shape | null {
    const known = this.#shapes.get(s);
    if (known !== undefined) return known;
    const shape = this.about.expression(s)?.shape ?? null;
    this.#shapes.set(s, shape);
    return shape;
  }
  /** Known to be a scalar. */
  isScalar(s: Syntax = this.piece): boolean {
    const shape = this.shape(s);
    return shape !== null && isScalar(shape);
  }
  /** Known to be a column, a square matrix (no scalar), or of two equal shapes. */
  isColumn(s: Syntax = this.piece): boolean {
    const shape = this.shape(s);
    return shape !== null && shape.cols.length === 0 && shape.rows.length > 0;
  }
  isSquare(s: Syntax = this.piece): boolean {
    const shape = this.shape(s);
    return shape !== null && shape.rows.length > 0 && identical(shape.rows, shape.cols);
  }
  alike(a: Syntax, b: Syntax): boolean {
    const [one, other] = [this.shape(a), this.shape(b)];
    return !!one && !!other && identical(one.rows, other.rows) && identical(one.cols, other.cols);
  }
  /** Stands where a coefficient or a sign stands: a whole side, a term, an argument, a fraction's part. */
  get isTerm(): boolean {
    const parent = this.parent?.kind;
    return parent === undefined || parent === 'sum' || parent === 'call' || parent === 'quotient';
  }
}

/** Every place of a side, outermost first. */
export function* placesIn(side: Syntax, about: About): Generator<Place> {
  yield* within(side, null, side, about, by => by);
}

function* within(
  s: Syntax,
  parent: Syntax | null,
  side: Syntax,
  about: About,
  put: (by: Syntax) => Syntax,
  isParentWritten = true,
): Generator<Place> {
  const isWritten = !parent || !sameSpan(s, parent) || (parent.kind === 'transpose' && isParentWritten);
  if (s.kind !== 'group' && isWritten) yield new Place(s, parent, side, about, put);
  const operands = operandsOf(s);
  for (const i of parent ? open(s) : openAlone(s)) {
    const outer = s.kind === 'group' ? parent : s;
    yield* within(operands[i]!, outer, side, about, by => put(changed(s, i, by)), isWritten);
  }
}
/** Apart from X⁻ᵀ, a piece that stands where its parent stands is the reader's own, as the vector of all x_i in max_i x_i. */
const sameSpan = ({ span: a }: Syntax, { span: b }: Syntax): boolean =>
  a.start >= 0 && a.start === b.start && a.end === b.end;

/** The operands that may be edited: no indices, sizes, exponents, and not what is differentiated by. */
const open = (s: Syntax): readonly number[] => {
  switch (s.kind) {
    case 'name':
    case 'number':
    case 'constant':
    case 'identity':
      return [];
    case 'differential':
      return bare(s.of).kind === 'name' ? [] : [0];
    case 'subscript':
    case 'power':
    case 'derivative':
    case 'gradient':
    case 'directional':
    case 'summation':
      return isLetter(s) ? [] : [0];
    default:
      return [...operandsOf(s).keys()];
  }
};
/** dX is a letter, but a whole side d X says what is differentiated. */
const openAlone = (s: Syntax): readonly number[] => (s.kind === 'differential' ? [0] : open(s));
/** e_i, K_{mn}, x_i: a letter with an index is a letter; [X]_{ij} is an entry of what the brackets hold. */
const isLetter = (s: Syntax): boolean => s.kind === 'subscript' && s.of.kind === 'name';

/** Sizes of one factor in the shapes of expressions. */
export const sizesIn = (...all: readonly (Expression | null)[]): Dimension[] => {
  const found = new Map<string, Dimension>();
  const seen = new Set<Expression>();
  const visit = (e: Expression): void => {
    if (seen.has(e)) return;
    seen.add(e);
    for (const name of dimensionNames(e.shape.rows, e.shape.cols)) found.set(name, [name]);
    for (const f of [...e.shape.rows, ...e.shape.cols]) if (typeof f === 'number') found.set(`${f}`, [f]);
    for (const child of children(e)) visit(child);
  };
  for (const e of all) if (e) visit(e);
  return [...found.values()];
};
