// A proof to read: both sides of a claim in index notation, term by term, with their indices named alike; for a false claim, the terms
// that do not cancel.

import type { Claim } from '../elaborate/claim.ts';
import type { Layout } from '../expression/expression.ts';
import type { Abstained } from '../expression/judgement.ts';
import type { Explanation } from '../prove/index.ts';
import { readable } from './readable.ts';
import { count } from './words.ts';

/** Lines for one reading of a claim; `layout` names the reading where there are several. */
export const explanationLines = (
  claim: Claim,
  of: Explanation | Abstained,
  layout: Layout | null = null,
): string[] => {
  const head = `${readable(claim.text)}${layout ? `  (${layout} layout)` : ''}`;
  if ('outcome' in of) return [head, `  no index notation: ${of.reason}`];
  const agreeing = of.rows.filter(r => r.agrees);
  const left = of.rows.filter(r => !r.agrees && r.left !== null);
  const right = of.rows.filter(r => !r.agrees && r.right !== null);
  const entry = of.open.length ? `entry (${of.open.join(', ')})` : 'the value';
  return [
    head,
    ...(of.rows.length ? [] : ['  both sides vanish']),
    ...(agreeing.length ? [`  ${entry} of both sides has ${count(agreeing.length, 'term')} in common:`] : []),
    ...agreeing.map(r => `    ${r.left}`),
    ...left.map(r => `  the left side has an extra  ${r.left}`),
    ...right.map(r => `  the right side has an extra  ${r.right}`),
    ...(of.rewrites.length ? [`  using ${of.rewrites.join(', ')}`] : []),
  ];
};
