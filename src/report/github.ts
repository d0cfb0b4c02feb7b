// Annotations for a GitHub workflow: one command a failure, at the place of its relation sign, and a summary line.
// Escaped as the runner's commands want it, so that no document can speak to the runner.

import { position } from '../document/document.ts';
import type { Run } from '../verdict/verdict.ts';
import type { RenderOptions } from './formats.ts';
import { type Finding, failureText, findings, OPEN_GATE } from './gate.ts';
import { located } from './located.ts';
import { readable } from './readable.ts';
import { documentProblems, summaryOf, summaryText } from './summary.ts';
import { clean } from './text.ts';
import { CONTRADICTION, verdictLines } from './words.ts';

export const github = (run: Run, options: RenderOptions = {}): string => {
  const gate = options.gate ?? OPEN_GATE;
  const found = findings(run, gate);
  const known = found.filter(f => f.known).length;
  const lines = [
    ...found.map(f => ofFinding(f, options)),
    ...run.documents.flatMap(d =>
      documentProblems(d).flatMap(p =>
        p.severity === 'error'
          ? []
          : [
              command(
                p.severity === 'warning' ? 'warning' : 'notice',
                d.path,
                positionsOf(d.text, p.span),
                p.code,
                located(d.path, d.text, p),
              ),
            ],
      ),
    ),
    ...run.documents.flatMap(d =>
      d.contradictions.map(({ claim, says }) =>
        command('error', d.path, { line: claim.line, column: claim.column }, 'contradiction', [
          CONTRADICTION,
          ...says,
        ]),
      ),
    ),
    `rederive: ${summaryText(summaryOf(run.documents))}${known ? `; ${known} known from the baseline` : ''}`,
  ];
  return `${lines.join('\n')}\n`;
};

interface Place {
  readonly line: number;
  readonly column: number;
  readonly endColumn?: number;
}

const ofFinding = (f: Finding, { gate = OPEN_GATE, reports = null }: RenderOptions): string => {
  const { document: d } = f;
  const level = f.known ? 'notice' : 'error';
  if (f.judged === undefined)
    return command(
      level,
      d.path,
      positionsOf(d.text, f.problem.span),
      f.problem.code,
      located(d.path, d.text, f.problem),
    );
  const { claim, verdict } = f.judged;
  return command(level, d.path, { line: f.line, column: f.column }, failureText(f, gate), [
    readable(claim.text),
    ...(f.known ? ['known from the baseline'] : []),
    ...verdictLines(claim, verdict, { document: d, reports }),
  ]);
};

const positionsOf = (text: string, span: { readonly start: number; readonly end: number }): Place => {
  const [start, end] = [position(text, span.start), position(text, span.end)];
  return { ...start, ...(end.line === start.line && end.column > start.column && { endColumn: end.column }) };
};

const command = (
  level: 'error' | 'warning' | 'notice',
  path: string,
  { line, column, endColumn }: Place,
  title: string,
  lines: readonly string[],
): string => {
  const properties = [
    ['file', path],
    ['line', line],
    ['col', column],
    ['endColumn', endColumn],
    ['title', `rederive: ${title}`],
  ].flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${property(String(value))}`]));
  return `::${level} ${properties.join(',')}::${data(lines.map(clean).join('\n'))}`;
};
const data = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string): string => data(clean(text)).replaceAll(':', '%3A').replaceAll(',', '%2C');
