// No offered text says anything else than what was judged: every one is read afresh, judged again, and holds.

import { describe, expect, test } from 'vitest';
import { loadChapter } from '../../properties/catalogue/table.ts';
import type { MistakeRow } from '../../src/elaborate/identity.ts';
import { elaborate, type IdentityRow, identity, judge, read } from '../../src/index.ts';
import type { Syntax } from '../../src/latex/syntax.ts';
import { editsOf, REPAIRS } from '../../src/repair/edits.ts';
import { sizesIn } from '../../src/repair/places.ts';
import { Author } from '../../src/repair/text.ts';
import { mended } from '../../src/verdict/mend.ts';
import { holds } from '../../src/verdict/verdict.ts';
import { shelf } from './measured.ts';

const RUNS = { runs: 30, repairs: false };

/** What is offered for a row with a false claim, where that does not hold as it reads. */
const broken = async (row: IdentityRow, claim: string): Promise<string[]> => {
  const wrong: MistakeRow = { ...row, claim, right: '', slip: '' };
  const { claims } = await judge(identity(wrong), RUNS);
  const offer = (await mended(claims, 'afresh'))[0]!.verdict.repair?.text;
  if (offer === undefined) return [];
  const again = await judge(identity({ ...wrong, claim: offer }), RUNS);
  return again.claims.every(({ verdict }) => holds(verdict.name)) ? [] : [`${claim}: ${offer}`];
};

test('of the shelf of mistakes', async () => {
  const found: string[] = [];
  for (const { wrong } of await shelf()) found.push(...(await broken(wrong, wrong.claim)));
  expect(found).toEqual([]);
});

const EVERY = 47;
/** Claims of a row with one edit of either side, as far as they read. */
const edited = (row: IdentityRow): string[] => {
  const written = identity(row).claims[0]!.readings[0]!.written!;
  const { left, right } = written;
  const author = new Author(written.text, [left, right]);
  const sizes = sizesIn(written.expression(left), written.expression(right));
  const edits = (side: Syntax, other: Syntax): string[] =>
    editsOf(side, { expression: s => written.expression(s), other, sizes }, REPAIRS).map(e =>
      author.text(e.side),
    );
  return [
    ...edits(left, right).map(side => `${side} = ${author.text(right)}`),
    ...edits(right, left).map(side => `${author.text(left)} = ${side}`),
  ].filter((claim, i) => i % EVERY === 0 && reads({ ...row, claim, right: '', slip: '' }));
};
const reads = (row: MistakeRow): boolean => {
  try {
    return identity(row).claims.length > 0;
  } catch {
    return false;
  }
};
test.for(['eigenvalues', 'singular-values', 'matrix-norms'])('of edits in %s', async chapter => {
  const found: string[] = [];
  for (const row of (await loadChapter(chapter)).rows)
    for (const claim of edited(row)) found.push(...(await broken(row, claim)));
  expect(found).toEqual([]);
});

const CLAIMS: readonly (readonly [where: string, claim: string])[] = [
  // Q A Qᵀ A is symmetric by chance only, and then as a rule the square of a diagonal matrix.
  ['Q: orthogonal n×n, A: symmetric n×n', 'λ_{\\max}(Q A Qᵀ A) = λ_{\\max}(A)'],
  // A stays where it is, and dA is zero; as soon as it is written, it is not.
  ['X: invertible n×n, A: n×n', 'd tr(X A X⁻¹) = −tr(X⁻¹ A X⁻¹ dX)'],
  ['A: n×n, B: n×n', '‖A B‖_* = \\max_{i,j} abs(A_{ij})'],
];
test.for(CLAIMS)('where %s: %s', async ([where, claim]) =>
  expect(await broken({ name: claim, where, claim, source: 'a test' }, claim)).toEqual([]),
);

/** The last line of a document, and the line that is offered for it, which holds in its place. */
const offers = (title: string, before: string, claim: string, offered: string): void =>
  test(title, async () => {
    const judged = async (line: string) =>
      (await judge(elaborate(read(`${before} $$${line}$$`)), { runs: 30 })).claims.at(-1)!.verdict;
    expect((await judged(claim)).repair?.text).toBe(offered);
    expect(holds((await judged(offered)).name)).toBe(true);
  });
describe('of norms and eigenvalues in LaTeX', () => {
  const A = 'Let $A$ be an $m\\times n$ matrix.';
  const S = 'Let $S$ be a symmetric $n\\times n$ matrix.';
  offers(
    'inside a largest entry',
    A,
    '\\|A\\|_\\infty = \\max_i \\sum_j |2 A_{ij}|',
    '\\|A\\|_\\infty = \\max_i \\sum_j |A_{ij}|',
  );
  offers('an index', A, '\\|A\\|_1 = \\max_i \\sum_j |A_{ij}|', '\\|A\\|_\\infty = \\max_i \\sum_j |A_{ij}|');
  offers(
    'an eigenvalue at a place',
    `${A} Its singular values are $\\sigma_i(A)$, the eigenvalues of $A^\\top A$ are $\\lambda_i$.`,
    '\\sigma_1(A)^2 = \\lambda_1(2 A^\\top A)',
    '\\sigma_1(A)^2 = \\lambda_1(A^\\top A)',
  );
  offers('an end', S, '\\|S\\|_2 = \\lambda_{\\max}(S)', '\\|S\\|_2 = \\sigma_{\\max}(S)');
  offers(
    'a norm in \\lVert',
    A,
    '\\lVert A\\rVert_2^2 = \\operatorname{tr}(A^\\top A)',
    '\\lVert A\\rVert_F^2 = \\operatorname{tr}(A^\\top A)',
  );
});
