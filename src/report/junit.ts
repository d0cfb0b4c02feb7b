// The report as JUnit XML, which CI systems draw as a table of tests: a suite a document, a test case a claim.
//   refuted, misfit and below --min are failures, what could not be read is an error, what a baseline knows is skipped
//   times are left out: they would differ from run to run

import type { Judged, JudgedDocument, Run } from '../verdict/verdict.ts';
import type { RenderOptions } from './formats.ts';
import { type Finding, failureText, findings, type Gate, OPEN_GATE } from './gate.ts';
import { located } from './located.ts';
import { readable } from './readable.ts';
import { CONTRADICTION, evidenceLine, verdictLines } from './words.ts';

export const junit = (run: Run, options: RenderOptions = {}): string => {
  const gate = options.gate ?? OPEN_GATE;
  const found = findings(run, gate);
  const suites = run.documents.map(d =>
    suite(
      d,
      found.filter(f => f.document === d),
      gate,
      options.reports ?? null,
    ),
  );
  const total = (count: keyof Counts): number => suites.reduce((sum, s) => sum + s.counts[count], 0);
  return `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    element(
      'testsuites',
      {
        name: 'rederive',
        tests: total('tests'),
        failures: total('failures'),
        errors: total('errors'),
        skipped: total('skipped'),
      },
      suites.map(s => s.xml),
    ),
  ].join('\n')}\n`;
};

interface Counts {
  readonly tests: number;
  readonly failures: number;
  readonly errors: number;
  readonly skipped: number;
}
type Child = 'failure' | 'error' | 'skipped';

const suite = (
  d: JudgedDocument,
  found: readonly Finding[],
  gate: Gate,
  reports: string | null,
): { readonly counts: Counts; readonly xml: string } => {
  const outcomes: Child[] = [];
  const told = (child: Child, type: string, message: string, lines: readonly string[]): string => {
    outcomes.push(child);
    return child === 'skipped'
      ? element('skipped', { message })
      : element(child, { type, message }, [escaped(lines.join('\n'))]);
  };
  const outcome = (f: Finding, lines: readonly string[]): string =>
    f.known
      ? told('skipped', f.failure, `known from the baseline: ${failureText(f, gate)}`, [])
      : told(isError(f) ? 'error' : 'failure', f.failure, failureText(f, gate), lines);
  const cases = [
    ...d.claims.map(judged => {
      const f = found.find(x => x.judged === judged);
      const lines = verdictLines(judged.claim, judged.verdict, { document: d, reports });
      return testCase(
        d.path,
        judged,
        f ? outcome(f, lines) : element('system-out', {}, [escaped(evidenceLine(judged.verdict))]),
      );
    }),
    ...found.flatMap(f =>
      f.problem
        ? [
            element(
              'testcase',
              {
                classname: d.path,
                name: `${f.line}:${f.column} ${f.problem.code}`,
                file: d.path,
                line: f.line,
              },
              [outcome(f, located(d.path, d.text, f.problem))],
            ),
          ]
        : [],
    ),
    ...d.contradictions.map(({ claim, says }) =>
      element(
        'testcase',
        {
          classname: d.path,
          name: `${claim.line}:${claim.column} contradiction`,
          file: d.path,
          line: claim.line,
        },
        [told('error', 'contradiction', CONTRADICTION, says)],
      ),
    ),
  ];
  const count = (child: Child): number => outcomes.filter(o => o === child).length;
  const counts = {
    tests: cases.length,
    failures: count('failure'),
    errors: count('error'),
    skipped: count('skipped'),
  };
  return { counts, xml: element('testsuite', { name: d.path, ...counts }, cases) };
};

const isError = (f: Finding): boolean => f.failure === 'unreadable' || f.failure === 'problem';

const testCase = (path: string, { claim }: Judged, child: string): string =>
  element(
    'testcase',
    {
      classname: path,
      name: `${claim.line}:${claim.column} ${readable(claim.text)}`,
      file: path,
      line: claim.line,
    },
    [child],
  );

/** Children are XML already. */
const element = (
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  children: readonly string[] = [],
): string => {
  const open = [
    name,
    ...Object.entries(attributes).map(([key, value]) => `${key}="${attribute(String(value))}"`),
  ].join(' ');
  if (children.length === 0) return `<${open}/>`;
  return name === 'testsuites' || name === 'testsuite' || name === 'testcase'
    ? `<${open}>\n${children.join('\n')}\n</${name}>`
    : `<${open}>${children.join('')}</${name}>`;
};

/** Characters that XML 1.0 cannot hold at all, lone surrogates among them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const ILLEGAL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;
const ENTITIES = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
]);
const escaped = (text: string): string =>
  text.replace(ILLEGAL, '�').replace(/[&<>"]/g, c => ENTITIES.get(c) ?? c);
const attribute = (text: string): string => escaped(text).replace(/[\t\n\r]/g, c => `&#${c.charCodeAt(0)};`);
