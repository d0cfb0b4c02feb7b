// The report as Markdown: for a pull request, a page, or a counterexample's neighbour. Mathematics stands in code spans,
// so that nothing in a document can act as Markdown or HTML.

import { shapeText } from '../expression/dimension.ts';
import type { Judged, JudgedDocument, Run } from '../verdict/verdict.ts';
import type { RenderOptions } from './formats.ts';
import { located } from './located.ts';
import { readable } from './readable.ts';
import { documentProblems, summaryOf, summaryText } from './summary.ts';
import { clean } from './text.ts';
import {
  CONTRADICTION,
  describe,
  evidenceSentences,
  layoutSentence,
  MARKS,
  supportText,
  verdictLines,
  whyListed,
} from './words.ts';

export const markdown = (run: Run, { reports = null }: RenderOptions = {}): string =>
  `${['# Rederive', `${summaryText(summaryOf(run.documents))} · seed ${code(run.seed)}`, ...run.documents.flatMap(d => documentBlocks(d, reports))].join('\n\n')}\n`;

const documentBlocks = (d: JudgedDocument, reports: string | null): string[] => {
  const layout = layoutSentence(d.layouts);
  return [
    `## ${code(d.path)}`,
    ...table(
      ['symbol', 'shape', 'what', 'how'],
      d.understood.map(u => [
        code(u.name),
        u.shape ? shapeText(u.shape) : '',
        escaped(describe(u)),
        `${u.how}, line ${u.line}`,
      ]),
    ),
    ...(layout ? [`Layout: ${layout}.`] : []),
    ...table(
      ['line', 'verdict', 'claim', 'evidence'],
      d.claims.map(({ claim, verdict }) => [
        `${claim.line}:${claim.column}`,
        `${MARKS[verdict.name]} ${verdict.name}`,
        code(readable(claim.text)),
        escaped(
          [
            ...evidenceSentences(verdict.evidence),
            ...verdict.given.map(g => `given ${g}`),
            ...(verdict.restsOn ? [`rests on ${supportText(verdict.restsOn)}`] : []),
            ...verdict.notes,
          ].join('; '),
        ),
      ]),
    ),
    ...d.claims
      .filter(c => c.verdict.counterexample || c.verdict.problem)
      .flatMap(c => detail(c, d, reports)),
    ...table(
      ['line', 'not judged', 'why'],
      d.listed.filter(l => l.why !== 'mention').map(l => [`${l.line}`, code(readable(l.text)), whyListed(l)]),
    ),
    ...documentProblems(d).map(p => fence(located(d.path, d.text, p))),
    ...d.contradictions.map(c => fence([`${d.path}:${c.claim.line}: ${CONTRADICTION}`, ...c.says])),
  ];
};

const detail = ({ claim, verdict }: Judged, d: JudgedDocument, reports: string | null): string[] => [
  `### ${MARKS[verdict.name]} line ${claim.line}, ${verdict.name}`,
  fence([readable(claim.text), '', ...verdictLines(claim, verdict, { document: d, reports })]),
];

const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string[] => {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return rows.length ? [[line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n')] : [];
};

/** A code span that holds any text: more backticks outside than inside; bars are escaped for tables. */
export const code = (text: string): string => {
  const ticks = '`'.repeat(longestRun(text) + 1);
  const pad = /^`|`$/.test(text) ? ' ' : '';
  return `${ticks}${pad}${clean(text).replaceAll('|', '\\|')}${pad}${ticks}`;
};
/** A fenced block that holds any lines. */
export const fence = (lines: readonly string[], language = 'text'): string => {
  const ticks = '`'.repeat(Math.max(3, longestRun(lines.join('\n')) + 1));
  return [`${ticks}${language}`, ...lines, ticks].join('\n');
};
const longestRun = (text: string): number => Math.max(0, ...(text.match(/`+/g) ?? []).map(run => run.length));
/** Text in which nothing is Markdown. */
export const escaped = (text: string): string => clean(text).replace(/[\\`*_[\]<>|#&]/g, '\\$&');
