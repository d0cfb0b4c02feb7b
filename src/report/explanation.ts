// A proof to read: both sides of a claim in index notation, term by term, with their indices named alike; for a false claim, the terms
// that do not cancel.

import type { Claim, Reading } from '../elaborate/claim.ts';
import type { Layout } from '../expression/expression.ts';
import type { Abstained } from '../expression/judgement.ts';
import type { Explanation, Row } from '../prove/index.ts';
import { readable } from './readable.ts';
import { count } from './words.ts';

/** Lines for one reading of a claim; `layout` names the reading where there are several. */
export const explanationLines = (
  claim: Claim,
  of: Explanation | Abstained,
  layout: Layout | null = null,
): string[] => {
  const meant = [
    ...(layout ? [`${layout} layout`] : []),
    ...('decided' in of && of.convention ? [`${of.convention} convention`] : []),
  ];
  const head = `${readable(claim.text)}${meant.length ? `  (${meant.join(', ')})` : ''}`;
  if ('outcome' in of) return [head, `  no index notation: ${of.reason}`];
  const agreeing = of.rows.filter(r => r.agrees);
  const entry = of.open.length ? `entry (${of.open.join(', ')})` : 'the value';
  const common = agreeing.length ? `${count(agreeing.length, 'term')} in common:` : 'no term in common';
  return [
    head,
    of.rows.length ? `  ${entry} of both sides has ${common}` : '  both sides vanish',
    ...agreeing.map(r => `    ${r.left}`),
    ...(['left', 'right'] as const).flatMap(side => of.rows.flatMap(r => extraLine(r, side))),
    ...(of.rewrites.length ? [`  using ${of.rewrites.join(', ')}`] : []),
    ...(of.given.length ? [`  given ${of.given.join(', ')}`] : []),
    `  ${DECIDED[of.decided](of.largest)}`,
  ];
};

const extraLine = ({ left, right, extra }: Row, side: 'left' | 'right'): string[] =>
  extra?.side === side
    ? [`  the ${side} side has an extra  ${extra.text}${left && right ? `  (${left} against ${right})` : ''}`]
    : [];

const DECIDED: Readonly<Record<Explanation['decided'], (largest: number) => string>> = {
  proved: () => 'so both sides are equal, for all sizes',
  false: largest =>
    `these terms are independent functions of the entries: the claim is false${largest > 1 ? `, at the latest once every size is ${largest}` : ''}`,
  open: () =>
    'whether these terms differ in value, their form does not tell: `rederive check` tries instances',
};

/** Why a claim has no statement that could be explained. */
export const refusalLines = (claim: Claim, { content }: Reading): string[] => {
  const problem = 'misfit' in content ? content.misfit : 'unreadable' in content ? content.unreadable : null;
  return [
    readable(claim.text),
    ...(problem
      ? [`  ${problem.message}`, ...(problem.expected ? [`  expected: ${problem.expected}`] : [])]
      : []),
  ];
};
