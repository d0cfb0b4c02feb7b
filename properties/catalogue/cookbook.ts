// The Matrix Cookbook (version of 15 November 2012), equation by equation: which rows state it is read from the rows' sources,
// which equations are left out, and why, stands here.

import type { IdentityRow } from '../../src/index.ts';

export interface CookbookChapter {
  readonly title: string;
  readonly first: number;
  readonly last: number;
  /** How many of them are proved in the best formal effort, lean-matrix-cookbook. */
  readonly formal: number;
}

export const CHAPTERS: readonly CookbookChapter[] = [
  { title: '1 Basics', first: 1, last: 32, formal: 30 },
  { title: '2 Derivatives', first: 33, last: 144, formal: 11 },
  { title: '9 Special matrices', first: 397, last: 486, formal: 37 },
  { title: '10 Functions and operators', first: 487, last: 550, formal: 38 },
];

const NUMBERED = /Matrix Cookbook 2012, eqs?\. (\d+(?:(?:–| and |, )\d+)*)/;

/** The equations that a source names: "Matrix Cookbook 2012, eqs. 47 and 50", "…, eqs. 84–88". */
export const equationsOf = ({ source }: Pick<IdentityRow, 'source'>): number[] =>
  (NUMBERED.exec(source)?.[1] ?? '').split(/ and |, /).flatMap(part => {
    if (!part) return [];
    const [first, last = first] = part.split('–').map(Number);
    return Array.from({ length: last! - first! + 1 }, (_, i) => first! + i);
  });

/** Mistakes that state an equation as it is printed, where it is false. */
export const FALSE_AS_PRINTED: ReadonlySet<string> = new Set([
  "the cookbook's determinant of a perturbed identity",
  "the cookbook's quartic bilinear form with a term transposed",
  'pseudo-inverse of an idempotent matrix',
  "the cookbook's recurrent shift that does not shift",
  "the cookbook's bilinear form without a transpose",
]);
/** The mistake that equation 507 says is one: A ⊗ B ≠ B ⊗ A. */
export const SAID_TO_DIFFER = 'Kronecker product does not commute';

const COMPLEX = 'a statement about complex numbers';
const DEFINITION = 'a definition, nothing is claimed';
const INEQUALITY = 'an inequality';
const RANK = 'a statement about ranks';
const NORM = 'a norm that is a maximum over all vectors of length 1';

/** Why an equation has no row. */
export const LEFT_OUT: ReadonlyMap<number, string> = new Map([
  [96, DEFINITION],
  [128, 'the sine of a matrix is not in the language'],
  ...range(403, 405, `${DEFINITION}; complex`),
  ...range(406, 407, `${DEFINITION}; complex`),
  ...range(408, 415, COMPLEX),
  [417, COMPLEX],
  [423, RANK],
  ...range(439, 442, INEQUALITY),
  [456, DEFINITION],
  ...range(470, 472, 'a statement about probabilities'),
  [485, DEFINITION],
  [489, 'an infinite series'],
  [492, 'a limit'],
  [497, 'an infinite series'],
  ...range(503, 504, 'an infinite series'),
  [514, RANK],
  [530, INEQUALITY],
  [532, INEQUALITY],
  [533, NORM],
  ...range(535, 536, INEQUALITY),
  [539, NORM],
  [544, INEQUALITY],
  [546, RANK],
  ...range(547, 548, 'an integral'),
  [549, RANK],
]);

function range(first: number, last: number, why: string): [number, string][] {
  return Array.from({ length: last - first + 1 }, (_, i) => [first + i, why]);
}
