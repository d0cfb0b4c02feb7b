// The pages in docs/ that are generated from the rows: the catalogue, the Matrix Cookbook equation by equation, the errata.
//   the same rows and pins give the same bytes; nothing is judged here, the witnesses of the errata are handed in

import type { IdentityRow } from '../../src/index.ts';
import { domainOf } from '../../src/verdict/conditions.ts';
import { cookbookPage } from './cookbook-page.ts';
import { errataPage } from './errata-page.ts';
import { count, math, page, type Sources, table } from './markdown.ts';
import { ACCEPT, pinned } from './pins.ts';
import { identityUnit } from './unit.ts';

/** Path → text of every generated page. */
export const pagesOf = (sources: Sources): ReadonlyMap<string, string> =>
  new Map([
    ['docs/catalogue.md', cataloguePage(sources)],
    ['docs/cookbook.md', cookbookPage(sources)],
    ['docs/errata.md', errataPage(sources)],
  ]);

const title = (name: string): string => name[0]!.toUpperCase() + name.slice(1).replaceAll('-', ' ');
const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`;

/** What a row is stated under: its declarations, what has to exist, its layout. */
const conditions = (chapter: string, row: IdentityRow): string => {
  const [reading] = identityUnit(chapter, row).document.claims[0]!.readings;
  const domain = reading && 'statement' in reading.content ? domainOf(reading.content.statement, false) : [];
  const given = row.given ?? domain.join(', ');
  return [row.where, given, row.layout && `${row.layout} layout`].filter(Boolean).join('; ');
};

const cataloguePage = ({ chapters, pins }: Sources): string => {
  const verdicts = chapters.flatMap(c => c.rows.map(r => pinned(pins, c.name, r.name)));
  const share = (['proved', 'verified', 'supported'] as const)
    .map(v => `${count(verdicts, v)} ${v} (${percent(count(verdicts, v), verdicts.length)})`)
    .join(', ');
  return page(
    ACCEPT,
    '# The catalogue',
    `${verdicts.length} identities in ${chapters.length} chapters: ${share}. What each verdict promises is said in the [README](../README.md); the Matrix Cookbook has [a table of its own](cookbook.md), and false statements stand among the [errata](errata.md).`,
    chapters.map(c => `- [${title(c.name)}](#${c.name}) (${c.rows.length})`).join('\n'),
    ...chapters.flatMap(c => [
      `<a id="${c.name}"></a>`,
      `## ${title(c.name)}`,
      c.about,
      table(
        ['name', 'mathematics', 'declared, and under which conditions', 'verdict', 'source'],
        c.rows.map(row => [
          row.name,
          math(row.claim),
          conditions(c.name, row),
          pinned(pins, c.name, row.name) ?? '',
          row.source,
        ]),
      ),
    ]),
  );
};
