// A document that differentiates by a symmetric matrix: which convention each line holds in, and what is told of a mixture.

import { expect, test } from 'vitest';
import { elaborate, judge, read } from '../../src/index.ts';

const LINES = {
  inverse: String.raw`$$\frac{\partial \log\det X}{\partial X} = X^{-1}$$`,
  double: String.raw`$$\frac{\partial \log\det X}{\partial X} = 2X^{-1} - I\odot X^{-1}$$`,
  half: String.raw`$$\frac{\partial \operatorname{tr}(AX)}{\partial X} = \frac12(A + A^\top)$$`,
  folded: String.raw`$$\frac{\partial \operatorname{tr}(AX)}{\partial X} = A + A^\top - I\odot A$$`,
  free: String.raw`$$\frac{\partial \operatorname{tr}(AX)}{\partial X} = A^\top$$`,
  wrong: String.raw`$$\frac{\partial \operatorname{tr}(AX)}{\partial X} = A$$`,
  plain: String.raw`$$\operatorname{tr}(AX) = \operatorname{tr}(XA)$$`,
};
type Line = keyof typeof LINES;
const judged = async (lines: readonly Line[]) => {
  const text = [
    'Let $X$ be a symmetric $n\\times n$ matrix and $A$ an $n\\times n$ matrix.',
    ...lines.map(l => LINES[l]),
  ];
  const { convention, claims } = await judge(elaborate(read(text.join('\n\n'))));
  const mixed = claims.flatMap(c => (c.verdict.notes.some(n => n.includes('mixes')) ? [c.claim.line] : []));
  return [convention, claims.map(c => c.verdict.convention ?? c.verdict.name), mixed];
};

test.each<[readonly Line[], string | null, readonly string[], readonly number[]]>([
  [['plain'], null, ['proved'], []],
  [['inverse', 'half'], 'projected', ['projected', 'projected'], []],
  [['double', 'folded'], 'folded', ['folded', 'folded'], []],
  [['inverse', 'free'], 'free', ['free', 'free'], []],
  [['inverse', 'double'], 'projected', ['projected', 'folded'], [5]],
  [['inverse', 'double', 'folded'], 'folded', ['projected', 'folded', 'folded'], [3]],
  [['wrong'], null, ['refuted'], []],
  [['wrong', 'half'], 'projected', ['refuted', 'projected'], []],
])('%s', async (lines, convention, each, mixed) => {
  expect(await judged(lines)).toEqual([convention, each, mixed]);
});
