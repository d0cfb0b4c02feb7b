// Matrices that are written out: of numbers, or of blocks.

import * as make from '../expression/build.ts';
import { type Dimension, fits, isScalar, shapeText, summed } from '../expression/dimension.ts';
import type { Expression } from '../expression/expression.ts';
import type { Syntax } from '../latex/syntax.ts';
import type { Builder } from './build.ts';
import { unreadable } from './refusal.ts';
import { isWrittenZero } from './walk.ts';

export const matrix = (b: Builder, s: Extract<Syntax, { kind: 'matrix' }>): Expression => {
  const rows = s.rows.map(row => row.map(cell => b.build(cell)));
  const width = rows[0]?.length ?? 0;
  if (!width || rows.some(r => r.length !== width))
    throw unreadable('P027', s.span, 'a matrix whose rows have different lengths');
  if (rows.flat().some(c => !isScalar(c.shape))) return blocks(s, rows);
  const size = (n: number): Dimension => (n === 1 ? [] : [n]);
  return make.block(rows, { rows: size(rows.length), cols: size(width) });
};

/** Blocks whose heights agree along each row and whose widths agree along each column; a 0 has the shape that is left for it. */
const blocks = (
  s: Extract<Syntax, { kind: 'matrix' }>,
  rows: readonly (readonly Expression[])[],
): Expression => {
  const isZero = (r: number, c: number): boolean => isWrittenZero(s.rows[r]![c]!);
  const heights = rows.map((row, r) => row.find((_, c) => !isZero(r, c))?.shape.rows);
  const widths = rows[0]!.map((_, c) => rows.find((_, r) => !isZero(r, c))?.[c]?.shape.cols);
  const blocks = rows.map((row, r) =>
    row.map((of, c) => {
      const [height, width] = [heights[r], widths[c]];
      if (!height || !width)
        throw unreadable('P028', s.span, 'a row or column of zero blocks, whose size is not known');
      if (isZero(r, c)) return make.zeros({ rows: height, cols: width });
      if (!fits(of.shape.rows, height) || !fits(of.shape.cols, width))
        throw unreadable('P028', s.span, `a block of shape ${shapeText(of.shape)}`, {
          expected: `${shapeText({ rows: height, cols: width })}, as beside and above it`,
        });
      return of;
    }),
  );
  const total = (parts: readonly (Dimension | undefined)[]): Dimension => summed(...parts.map(p => p ?? []));
  return make.block(blocks, { rows: total(heights), cols: total(widths) });
};
