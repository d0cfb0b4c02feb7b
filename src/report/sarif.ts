// The report as SARIF 2.1.0 (OASIS, 2020), for code scanning: a result a failure, at the claim's relation sign, with the
// counterexample in its message. Columns count code points. No times and no absolute paths of ours: the same run gives the same bytes.

import type { Log, Region, ReportingDescriptor, Result } from 'sarif';
import { type Problem, position } from '../document/document.ts';
import type { Repair, Run } from '../verdict/verdict.ts';
import type { RenderOptions } from './formats.ts';
import { type Finding, failureText, findings, type Gate, OPEN_GATE, withoutKnown } from './gate.ts';
import { located } from './located.ts';
import { code, fence } from './markdown.ts';
import { readable } from './readable.ts';
import { documentProblems, exitCode } from './summary.ts';
import { clean } from './text.ts';
import { CONTRADICTION, editText, PROMISES, verdictLines } from './words.ts';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

export const sarif = (
  run: Run,
  { gate = OPEN_GATE, reports = null, version }: RenderOptions = {},
): string => {
  const found = findings(run, gate);
  const results = [
    ...found.map(f => resultOf(f, gate, reports)),
    ...run.documents.flatMap(d =>
      documentProblems(d)
        .filter(p => p.severity !== 'error')
        .map(p => problemResult(d.path, d.text, p)),
    ),
  ];
  const rules = [...new Set(results.map(r => r.ruleId ?? ''))].sort().map(ruleOf);
  const contradictions = run.documents.flatMap(d =>
    d.contradictions.map(c => ({
      level: 'error' as const,
      message: { text: [CONTRADICTION, ...c.says].join('\n') },
      locations: [locationOf(d.path, { startLine: c.claim.line, startColumn: c.claim.column })],
    })),
  );
  const log: Log = {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Rederive',
            ...(version && { semanticVersion: version }),
            rules,
          },
        },
        columnKind: 'unicodeCodePoints',
        invocations: [
          {
            executionSuccessful: contradictions.length === 0,
            exitCode: exitCode(withoutKnown(run, found), gate.min),
            ...(contradictions.length && { toolExecutionNotifications: contradictions }),
          },
        ],
        results: results.map(r => ({ ...r, ruleIndex: rules.findIndex(rule => rule.id === r.ruleId) })),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
};

const resultOf = (f: Finding, gate: Gate, reports: string | null): Result => {
  const standing: Pick<Result, 'baselineState' | 'suppressions'> = gate.baseline
    ? f.known
      ? { baselineState: 'unchanged', suppressions: [{ kind: 'external', justification: 'in the baseline' }] }
      : { baselineState: 'new' }
    : {};
  const { document: d } = f;
  if (f.judged === undefined) return { ...problemResult(d.path, d.text, f.problem), ...standing };
  const { claim, verdict } = f.judged;
  const lines = verdictLines(claim, verdict, { document: d, reports });
  const head = `${failureText(f, gate)}: `;
  return {
    ruleId: f.failure,
    level: 'error',
    message: {
      text: [head + clean(readable(claim.text)), ...lines].join('\n'),
      markdown: `${head}${code(readable(claim.text))}${lines.length ? `\n\n${fence(lines)}` : ''}`,
    },
    locations: [locationOf(d.path, regionOf(d.text, claim.span, claim))],
    ...(verdict.repair && !/\.ipynb$/i.test(d.path) && { fixes: [fixOf(d, verdict.repair)] }),
    ...standing,
  };
};

/** The edited side with its new text in its place. */
const fixOf = ({ path, text }: Finding['document'], { span, replacement, edits, verdict }: Repair) => ({
  description: { text: `${verdict} instead: ${edits.map(editText).join('; ')}` },
  artifactChanges: [
    {
      artifactLocation: { uri: uriOf(path) },
      replacements: [
        {
          deletedRegion: wholeRegion(text, span),
          insertedContent: { text: replacement },
        },
      ],
    },
  ],
});
const wholeRegion = (text: string, span: Repair['span']): Region => {
  const [start, end] = [position(text, span.start), position(text, span.end)];
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
};

const problemResult = (path: string, text: string, p: Problem): Result => ({
  ruleId: p.code,
  level: p.severity,
  message: { text: located(path, text, p).join('\n') },
  locations: [locationOf(path, text === '' ? null : regionOf(text, p.span, position(text, p.span.start)))],
});

const regionOf = (
  text: string,
  span: { readonly start: number; readonly end: number },
  at: { readonly line: number; readonly column: number },
): Region => {
  const end = position(text, span.end);
  const after = end.line === at.line && end.column > at.column ? { endColumn: end.column } : {};
  return { startLine: at.line, startColumn: at.column, ...after };
};

const locationOf = (path: string, region: Region | null) => ({
  physicalLocation: { artifactLocation: { uri: uriOf(path) }, ...(region && { region }) },
});

/** A relative reference where the path is relative: what code scanning resolves against the repository's root. */
const uriOf = (path: string): string => {
  const slashes = path
    .replace(/\p{Cs}/gu, '�')
    .replaceAll('\\', '/')
    .replace(/^(\.\/+)+/, '');
  const encoded = slashes.split('/').map(encodeURIComponent).join('/');
  if (slashes.startsWith('/')) return `file://${encoded}`;
  return /^[A-Za-z]:\//.test(slashes) ? `file:///${slashes.slice(0, 2)}${encoded.slice(4)}` : encoded;
};

const RULES: ReadonlyMap<string, readonly [name: string, short: string, help: string]> = new Map([
  [
    'refuted',
    [
      'RefutedClaim',
      `A claim is ${PROMISES.refuted}.`,
      'Both sides were evaluated on the instance in the message, and they differ. Look at the first entry that differs, mend the line, and judge it again; the replay command evaluates the same instance.',
    ],
  ],
  [
    'misfit',
    [
      'MisfitClaim',
      `A claim is ${PROMISES.misfit}.`,
      'An operator stands between shapes that it cannot join, or the two sides have different shapes. Look for a lost transpose, swapped factors, or a wrong declaration.',
    ],
  ],
  [
    'unreadable',
    [
      'UnreadableClaim',
      `A claim was ${PROMISES.unreadable}.`,
      'Nothing is said about whether the line is true. The message tells what was expected and how to write it so that it can be judged.',
    ],
  ],
  [
    'below-min',
    [
      'WeakVerdict',
      'A claim holds, but with less than the verdict that --min asks for.',
      'The line may well be true: no stronger judge could decide it. Split the step, declare what is known of the letters, or lower --min.',
    ],
  ],
]);

const FAMILIES: ReadonlyMap<string, string> = new Map([
  ['A', 'What a line says is ambiguous, or a letter in it is not known.'],
  ['B', 'A bug of Rederive.'],
  ['D', 'A declaration contradicts another one, or is not understood.'],
  ['F', 'A file cannot be read, or holds nothing to judge.'],
  ['H', 'Shapes do not fit.'],
  ['J', 'No judge could decide a line.'],
  ['P', 'A formula could not be read.'],
  ['T', 'A formula could not be read: its TeX is broken or not known.'],
]);

const ruleOf = (id: string): ReportingDescriptor => {
  const [name, short, help] = RULES.get(id) ?? [
    null,
    FAMILIES.get(id[0] ?? '') ?? 'A problem of the document.',
    'The message tells what is wrong, where, what was expected, and how to mend it.',
  ];
  return {
    id,
    ...(name && { name }),
    shortDescription: { text: short },
    fullDescription: { text: short },
    help: { text: help, markdown: help },
    defaultConfiguration: { level: 'error' },
    properties: { tags: ['mathematics', 'correctness'] },
  };
};
