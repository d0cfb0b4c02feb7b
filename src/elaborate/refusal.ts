// Why something cannot be judged, with the place: a misfit (shapes that clash whatever the values) or something not understood.

import type { Problem } from '../document/document.ts';
import { ShapeError } from '../expression/build.ts';
import { type Shape, shapeText } from '../expression/dimension.ts';
import type { Span } from '../latex/syntax.ts';

export class Refusal extends Error {
  constructor(
    readonly kind: 'misfit' | 'unreadable',
    readonly problem: Problem,
  ) {
    super(problem.message);
    this.name = 'Refusal';
  }
}

export const unreadable = (
  code: string,
  span: Span,
  message: string,
  more: { expected?: string; note?: string; fix?: string } = {},
): Refusal => new Refusal('unreadable', { severity: 'error', code, message, span, ...more });

export const misfit = (span: Span, message: string, expected: string, fix: string): Refusal =>
  new Refusal('misfit', { severity: 'error', code: 'H001', message, span, expected, fix });

/** What is made, or null where it is refused. */
export const attempt = <T>(make: () => T): T | null => {
  try {
    return make();
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
};

/** Runs a builder; a clash of shapes becomes a misfit at `span`. */
export const placed = <T>(span: Span, build: () => T): T => {
  try {
    return build();
  } catch (error) {
    if (!(error instanceof ShapeError)) throw error;
    const [left, right] = error.shapes;
    throw misfit(
      span,
      `${error.operator} of ${error.shapes.map(shapeText).join(' and ')}`,
      error.expected,
      left && right ? adjust(error.operator, left, right) : 'check the shapes that were declared or inferred',
    );
  }
};

const same = (a: Shape, b: Shape): boolean => shapeText(a) === shapeText(b);
const flip = (s: Shape): Shape => ({ rows: s.cols, cols: s.rows });

/** Which one transpose would make the two operands fit. */
const adjust = (operator: string, left: Shape, right: Shape): string => {
  const join = (a: Shape, b: Shape): boolean =>
    operator === 'product'
      ? shapeText({ rows: a.cols, cols: [] }) === shapeText({ rows: b.rows, cols: [] })
      : same(a, b);
  if (join(left, flip(right))) return `transpose the right operand (${shapeText(right)})`;
  if (join(flip(left), right)) return `transpose the left operand (${shapeText(left)})`;
  if (operator === 'product' && join(right, left)) return 'swap the two factors';
  return 'check the shapes that were declared or inferred';
};
