// The pages in docs/ that are generated from the rows: the catalogue, the Matrix Cookbook equation by equation, the errata.
//   the same rows and pins give the same bytes; nothing is judged here but the errata's witnesses are handed in

import type { IdentityRow, MistakeRow, Verdict, VerdictName } from '../../src/index.ts';
import { rowsOf } from '../../src/report/matrix.ts';
import { sizesText } from '../../src/report/words.ts';
import { domainOf } from '../../src/verdict/conditions.ts';
import { AS_PRINTED, CHAPTERS, type CookbookChapter, equationsOf, LEFT_OUT } from './cookbook.ts';
import { SHELVES, UNCONDITIONED } from './errata.ts';
import { latexOf } from './notation.ts';
import { ACCEPT, type Pins, pinned } from './pins.ts';
import type { Chapter } from './table.ts';
import { corrected, identityUnit } from './unit.ts';

export interface Sources {
  readonly chapters: readonly Chapter[];
  readonly mistakes: Chapter<MistakeRow>;
  readonly pins: Pins;
  /** What refuted a mistake, by its name. */
  readonly refuted: ReadonlyMap<string, Verdict>;
}

/** Path → text of every generated page. */
export const pagesOf = (sources: Sources): ReadonlyMap<string, string> =>
  new Map([
    ['docs/catalogue.md', cataloguePage(sources)],
    ['docs/cookbook.md', cookbookPage(sources)],
    ['docs/errata.md', errataPage(sources)],
  ]);

const GENERATED = `<!-- Generated from the rows in properties/ by \`${ACCEPT}\`; edit the rows instead. -->`;

const math = (claim: string): string => `$\`${latexOf(claim)}\`$`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows]
    .map(row => `| ${row.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n');
const page = (...parts: readonly string[]): string => `${[GENERATED, ...parts].join('\n\n')}\n`;
const title = (name: string): string => name[0]!.toUpperCase() + name.slice(1).replaceAll('-', ' ');
const count = (verdicts: readonly (VerdictName | undefined)[], of: VerdictName): number =>
  verdicts.filter(v => v === of).length;
const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`;

/** What a row is stated under: its declarations, what has to exist, its layout. */
const conditions = (chapter: string, row: IdentityRow): string => {
  const [reading] = identityUnit(chapter, row).document.claims[0]!.readings;
  const domain = reading && 'statement' in reading.content ? domainOf(reading.content.statement) : [];
  const given = row.given ?? domain.join(', ');
  return [row.where, given, row.layout && `${row.layout} layout`].filter(Boolean).join('; ');
};

const cataloguePage = ({ chapters, pins }: Sources): string => {
  const verdicts = chapters.flatMap(c => c.rows.map(r => pinned(pins, c.name, r.name)));
  const share = (['proved', 'verified', 'supported'] as const)
    .map(v => `${count(verdicts, v)} ${v} (${percent(count(verdicts, v), verdicts.length)})`)
    .join(', ');
  return page(
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

interface Stated {
  readonly row: IdentityRow;
  readonly verdict: VerdictName | undefined;
}

const cookbookPage = ({ chapters, mistakes, pins }: Sources): string => {
  const stated = new Map<number, Stated[]>();
  for (const { name, rows } of [...chapters, mistakes])
    for (const row of rows)
      for (const equation of equationsOf(row)) {
        if (name === mistakes.name && !AS_PRINTED.has(row.name)) continue;
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
    '# The Matrix Cookbook, equation by equation',
    'Petersen & Pedersen, *The Matrix Cookbook*, version of 15 November 2012: chapters 1, 2, 9 and 10. Each equation that the language can state is a row of the [catalogue](catalogue.md); where a row states an instance or a form of the equation, its source says which. An equation counts as proved when one of its rows is. Equations are numbered as in the document; where its numbering is unclear, as in lean-matrix-cookbook.',
    table(
      ['chapter', 'equations', 'stated', 'proved', 'verified or supported', 'proved in lean-matrix-cookbook'],
      CHAPTERS.map(c => summary(c, stated)),
    ),
    ...CHAPTERS.flatMap(c => [
      `## ${c.title}`,
      table(['equation', 'row', 'mathematics', 'verdict'], lines(c, stated)),
    ]),
  );
};

const best = (rows: readonly Stated[] = []): VerdictName | undefined =>
  (['proved', 'verified', 'supported', 'refuted'] as const).find(v => rows.some(r => r.verdict === v));

const summary = (c: CookbookChapter, stated: ReadonlyMap<number, readonly Stated[]>): string[] => {
  const all = Array.from({ length: c.last - c.first + 1 }, (_, i) => stated.get(c.first + i));
  const verdicts = all.map(best);
  const held = count(verdicts, 'verified') + count(verdicts, 'supported');
  return [c.title, all.length, all.filter(Boolean).length, count(verdicts, 'proved'), held, c.formal].map(
    String,
  );
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
        verdict ?? '',
      ]);
    });
  }
  return rows;
};

const errataPage = ({ chapters, mistakes, pins, refuted }: Sources): string => {
  const byName = new Map(mistakes.rows.map(row => [row.name, row]));
  const line = (name: string, where: string): string[] => {
    const row = byName.get(name);
    const verdict = refuted.get(name);
    if (!row || !verdict)
      throw new Error(`errata: there is no mistake named "${name}"; name it as in properties/mistakes.ts`);
    const right = pinned(pins, mistakes.name, corrected(name));
    return [where, math(row.claim), row.where, witness(verdict), `${math(row.right)}: ${right}`];
  };
  const head = ['where it stands', 'what it says', 'declared', 'smallest witness', 'what holds'];
  return page(
    '# Errata',
    'False statements that stand in print, in an answer or in a program’s output. Each is refuted by an instance that is shrunk to the smallest sizes and integers and, wherever the functions in it have exact values, checked again in exact arithmetic; beside it stands the right form with its own verdict. All are rows of `properties/mistakes.ts` and are judged by every run of the tests.',
    ...SHELVES.flatMap(shelf => [
      `## ${shelf.title}`,
      table(
        head,
        shelf.errata.map(e => line(e.name, e.where)),
      ),
    ]),
    '## Stated in lean-matrix-cookbook without a condition',
    'In Lean the inverse of a singular matrix is zero, so that these statements, true where the inverses exist, are false without that condition. A row here states its inverses as existing; the witness is 1×1.',
    table(
      ['equation', 'condition', 'witness', 'left', 'right', 'with the condition'],
      UNCONDITIONED.map(({ equation, condition, witness: at, sides, right: [chapter, name] }) => {
        const [left, right] = sides(totalInverse);
        const row = chapters.find(c => c.name === chapter)?.rows.find(r => r.name === name);
        if (!row) throw new Error(`errata: there is no identity named "${name}" in ${chapter}`);
        return [
          equation,
          condition,
          at,
          `${left}`,
          `${right}`,
          `${math(row.claim)}: ${pinned(pins, chapter, name)}`,
        ];
      }),
    ),
  );
};

/** Lean's inverse of a number: that of zero is zero. */
export const totalInverse = (x: number): number => (x === 0 ? 0 : 1 / x);

/** "n = 2; X = [1 0; 0 1]; left [1], right [0]", or why the sides do not fit. */
const witness = ({ counterexample: c, problem }: Verdict): string => {
  if (!c) return problem?.message ?? 'its sides never fit';
  const matrix = (e: (typeof c)['lhs']): string =>
    `[${rowsOf(e)
      .map(row => row.join(' '))
      .join('; ')}]`;
  const values = [
    ...c.values.map(v => `${v.name} = ${matrix(v.entries)}`),
    ...c.directions.map(v => `d${v.name} = ${matrix(v.entries)}`),
  ];
  return [sizesText(c), ...values, `left ${matrix(c.lhs)}, right ${matrix(c.rhs)}`]
    .filter(Boolean)
    .join('; ');
};
