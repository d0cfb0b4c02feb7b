// The report of a terminal: what was understood of each document, then a verdict for each claim, then the count.

import type { Problem } from '../document/document.ts';
import { shapeText } from '../expression/dimension.ts';
import { holds, type JudgedDocument, type Run, type VerdictName } from '../verdict/verdict.ts';
import type { RenderOptions } from './formats.ts';
import { located } from './located.ts';
import { readable } from './readable.ts';
import { documentProblems, summaryOf, summaryText } from './summary.ts';
import { type Colour, clean, columns, type Paint, padEnd, painter, wrap } from './text.ts';
import { CONTRADICTION, count, describe, layoutSentence, MARKS, verdictLines, whyListed } from './words.ts';

const COLOURS: Readonly<Record<VerdictName, Colour>> = {
  proved: 'green',
  verified: 'green',
  supported: 'cyan',
  refuted: 'red',
  misfit: 'red',
  unreadable: 'yellow',
};

interface Context {
  readonly width: number;
  readonly paint: Paint;
  readonly reports: string | null;
}

/** Text for people; colour and width as asked. */
export const pretty = (
  run: Run,
  { color = false, width = 100, reports = null }: RenderOptions = {},
): string => {
  const context: Context = { width: Math.max(40, width), paint: painter(color), reports };
  const { paint } = context;
  const counted = (documents: readonly JudgedDocument[]): string =>
    summaryText(summaryOf(documents), (v, text) => paint(COLOURS[v], text));
  const sections = run.documents.map(d => [...documentLines(d, context), '', counted([d])]);
  if (run.documents.length > 1)
    sections.push([`${paint('bold', count(run.documents.length, 'document'))}: ${counted(run.documents)}`]);
  return `${sections.map(lines => lines.join('\n')).join('\n\n')}\n`;
};

const documentLines = (d: JudgedDocument, context: Context): string[] => {
  const { paint } = context;
  const blocks = [
    [paint('bold', clean(d.path))],
    understood(d, context),
    d.claims.flatMap(c => claimLines(c, d, context)),
    notJudged(d, context),
    folded(documentProblems(d)).flatMap(({ problem, more }) =>
      located(d.path, d.text, problem, { ...context, more }),
    ),
    d.contradictions.flatMap(c => [
      paint('red', `${clean(d.path)}:${c.claim.line}:${c.claim.column}: ${CONTRADICTION}`),
      ...c.says.map(s => `  ${clean(s)}`),
    ]),
  ];
  return blocks.filter(b => b.length > 0).flatMap((b, i) => (i === 0 ? b : ['', ...trimmed(b)]));
};

const trimmed = (lines: readonly string[]): readonly string[] =>
  lines.at(-1) === '' ? lines.slice(0, -1) : lines;

const understood = (d: JudgedDocument, { paint, width }: Context): string[] => {
  const rows = d.understood.map(u => [
    clean(u.name),
    u.shape ? shapeText(u.shape) : '',
    describe(u),
    `${u.how}, line ${u.line}`,
  ]);
  const widths = [0, 1, 2].map(c => Math.max(0, ...rows.map(row => columns(row[c]!))));
  const lines = rows.map(row => `  ${row.map((cell, c) => padEnd(cell, widths[c] ?? 0)).join('  ')}`);
  const layout = layoutSentence(d.layouts);
  return [
    ...(lines.length ? [paint('dim', 'understood'), ...lines] : []),
    ...(layout ? wrap(`  ${paint('dim', 'layout')} `, layout, width) : []),
  ];
};

const claimLines = (
  { claim, verdict }: JudgedDocument['claims'][number],
  d: JudgedDocument,
  { width, paint, reports }: Context,
): string[] => {
  const places = Math.max(...d.claims.map(c => `${c.claim.line}:${c.claim.column}`.length));
  const place = padEnd(`${claim.line}:${claim.column}`, places);
  const colour = COLOURS[verdict.name];
  const head = `${paint(colour, MARKS[verdict.name])} ${paint('dim', place)}  ${paint(colour, padEnd(verdict.name, 10))}  `;
  const indent = ' '.repeat(holds(verdict.name) ? columns(head) : 4);
  const details = verdictLines(claim, verdict, {
    width: width - indent.length,
    paint,
    document: d,
    reports,
    brief: true,
  });
  return [
    ...wrap(head, clean(readable(claim.text)), width),
    ...details.map(line => (line ? indent + line : line)),
    ...(holds(verdict.name) ? [] : ['']),
  ];
};

const notJudged = (d: JudgedDocument, { paint, width }: Context): string[] => {
  const listed = d.listed.filter(l => l.why !== 'mention');
  const places = Math.max(0, ...listed.map(l => `${l.line}`.length));
  return listed.length
    ? [
        paint('dim', 'not judged'),
        ...listed.flatMap(l =>
          wrap(
            `  ${padEnd(`${l.line}`, places)}  ${padEnd(whyListed(l), 11)}  `,
            clean(readable(l.text)),
            width,
          ),
        ),
      ]
    : [];
};

/** Problems that say the same are told once. */
const folded = (problems: readonly Problem[]): { problem: Problem; more: string }[] => {
  const groups = new Map<string, { problem: Problem; times: number }>();
  for (const problem of problems) {
    const key = `${problem.code} ${problem.message}`;
    groups.set(key, {
      problem: groups.get(key)?.problem ?? problem,
      times: (groups.get(key)?.times ?? 0) + 1,
    });
  }
  return [...groups.values()].map(({ problem, times }) => ({
    problem,
    more: times > 1 ? ` (and in ${count(times - 1, 'more place')})` : '',
  }));
};
