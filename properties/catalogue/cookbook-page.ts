// docs/cookbook.md: the Matrix Cookbook equation by equation, each with its rows and verdicts or why it is left out.

import type { IdentityRow, VerdictName } from '../../src/index.ts';
import {
  CHAPTERS,
  type CookbookChapter,
  equationsOf,
  FALSE_AS_PRINTED,
  LEFT_OUT,
  SAID_TO_DIFFER,
} from './cookbook.ts';
import { count, math, page, type Sources, table } from './markdown.ts';
import { ACCEPT, pinned } from './pins.ts';

interface Stated {
  readonly row: IdentityRow;
  readonly verdict: VerdictName | undefined;
}

/** @throws Error when an equation is neither stated nor left out, or both */
export const cookbookPage = ({ chapters, mistakes, pins }: Sources): string => {
  const stated = new Map<number, Stated[]>();
  for (const { name, rows } of [...chapters, mistakes])
    for (const row of rows)
      for (const equation of equationsOf(row)) {
        if (name === mistakes.name && !FALSE_AS_PRINTED.has(row.name) && row.name !== SAID_TO_DIFFER)
          continue;
        const at = stated.get(equation) ?? [];
        stated.set(equation, [...at, { row, verdict: pinned(pins, name, row.name) }]);
      }
  const every = CHAPTERS.flatMap(c => Array.from({ length: c.last - c.first + 1 }, (_, i) => c.first + i));
  const silent = every.filter(e => stated.has(e) === LEFT_OUT.has(e));
  if (silent.length)
    throw new Error(
      `equations ${silent.join(', ')} of the Matrix Cookbook: name each in the source of a row or among those left out, not both`,
    );
  return page(
    ACCEPT,
    '# The Matrix Cookbook, equation by equation',
    'Petersen & Pedersen, *The Matrix Cookbook*, version of 15 November 2012: chapters 1, 2, 9 and 10. Each equation that the language can state is a row of the [catalogue](catalogue.md); where a row states an instance or a form of the equation, its source says which. An equation counts as proved when one of its rows is; where it is false as printed, its corrected form counts, and it stands among the [errata](errata.md). Equations are numbered as in the document; where its numbering is unclear, as in lean-matrix-cookbook.',
    table(
      [
        'chapter',
        'equations',
        'stated',
        'proved',
        'verified or supported',
        'false as printed',
        'proved in lean-matrix-cookbook',
      ],
      CHAPTERS.map(c => summary(c, stated)),
    ),
    ...CHAPTERS.flatMap(c => [
      `## ${c.title}`,
      table(['equation', 'row', 'mathematics', 'verdict'], lines(c, stated)),
    ]),
  );
};

const best = (rows: readonly Stated[] = []): VerdictName | undefined =>
  (['proved', 'verified', 'supported'] as const).find(v => rows.some(r => r.verdict === v));

const summary = (c: CookbookChapter, stated: ReadonlyMap<number, readonly Stated[]>): string[] => {
  const all = Array.from({ length: c.last - c.first + 1 }, (_, i) => stated.get(c.first + i));
  const verdicts = all.map(best);
  const held = count(verdicts, 'verified') + count(verdicts, 'supported');
  const wrong = all.filter(rows => rows?.some(r => FALSE_AS_PRINTED.has(r.row.name))).length;
  const stands = all.filter(Boolean).length;
  return [c.title, all.length, stands, count(verdicts, 'proved'), held, wrong, c.formal].map(String);
};

const lines = (c: CookbookChapter, stated: ReadonlyMap<number, readonly Stated[]>): string[][] => {
  const rows: string[][] = [];
  for (let equation = c.first; equation <= c.last; equation++) {
    const here = stated.get(equation);
    if (!here) rows.push([`${equation}`, '', '', `left out: ${LEFT_OUT.get(equation)}`]);
    here?.forEach(({ row, verdict }, i) => {
      const form = /, eqs?\. [\d–, and]+?, (.*)$/.exec(row.source)?.[1];
      rows.push([
        i ? '' : `${equation}`,
        form ? `${row.name} (${form})` : row.name,
        math(row.claim),
        word(row, verdict),
      ]);
    });
  }
  return rows;
};

const word = (row: IdentityRow, verdict: VerdictName | undefined): string =>
  row.name === SAID_TO_DIFFER ? `${verdict}, as the equation says` : (verdict ?? '');
