// Every sentence that a report says about a verdict. Data come from verdict.ts; no format makes sentences of its own.

import type { Claim, Listed, Understood } from '../elaborate/claim.ts';
import type { Layout } from '../expression/expression.ts';
import type { Statement } from '../expression/judgement.ts';
import { toUnicode } from '../latex/print.ts';
import { raised } from '../latex/print-unicode.ts';
import type {
  Answer,
  Counterexample,
  Evidence,
  JudgedDocument,
  Repair,
  Support,
  Verdict,
  VerdictName,
} from '../verdict/verdict.ts';
import { located } from './located.ts';
import { beside, differenceOf, draw, entryAt, firstDifference } from './matrix.ts';
import { readable } from './readable.ts';
import { clean, listed, type Paint, painter, wrap } from './text.ts';

export const MARKS: Readonly<Record<VerdictName, string>> = {
  proved: '✓',
  verified: '✓',
  supported: '≈',
  refuted: '✗',
  misfit: '⊘',
  unreadable: '?',
};

/** What each verdict promises, for legends and long forms. */
export const PROMISES: Readonly<Record<VerdictName, string>> = {
  proved: 'true for all shapes and all values: both sides have the same normal form',
  verified: 'equal in exact arithmetic at the listed shapes, up to the printed error probability',
  supported: 'equal within a derived rounding bound at random floating-point instances',
  refuted: 'false: here is an instance on which the sides differ',
  misfit: 'false: the shapes cannot fit, whatever the values',
  unreadable: 'not judged: it could not be read, or no judge could decide it',
};

export const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

/** "2⁻¹⁰⁴", rounded up, from a logarithm to base 2. */
export const probability = (log2: number): string => `2${raised(`${Math.ceil(log2)}`)}`;
/** Three significant digits. */
export const measured = (x: number): string => String(Number(x.toPrecision(3)));

/** What the verdict rests on, one sentence fragment for each judge that answered. */
export const evidenceSentences = (e: Evidence): string[] => {
  const said: string[] = [];
  if (e.proof) {
    const using = e.proof.rewrites.length ? `, using ${listed(e.proof.rewrites)}` : '';
    said.push(`same normal form (${count(e.proof.terms, 'network')})${using}`);
  }
  if (e.trials) {
    const error =
      e.log2ErrorProbability === undefined
        ? ''
        : `, error probability at most ${probability(e.log2ErrorProbability)}`;
    said.push(
      `${count(e.trials.count, 'exact trial')} at ${shapes(e.trials.shapes)}${error}; other shapes are not covered`,
    );
  }
  if (e.samples)
    said.push(
      `${count(e.samples.instances, 'floating-point instance')} up to ${e.samples.largestShape}, worst error ${measured(e.samples.worst)} of its bound`,
    );
  if (e.finiteDifferences) {
    const f = e.finiteDifferences;
    const order = f.order === null ? '' : `observed order ${f.order.toFixed(2)}, `;
    said.push(
      `finite differences on ${count(f.instances, 'instance')}: ${order}worst error ${measured(f.worst)} of its bound`,
    );
  }
  return said;
};
/** The verdict and all of its evidence on one line. */
export const evidenceLine = (v: Verdict): string =>
  [`${MARKS[v.name]} ${v.name}`, ...evidenceSentences(v.evidence)].join('; ');

const shapes = (all: readonly string[]): string => {
  const shown = all.slice(0, 4).map(s => s || 'the only shape');
  return shown.join('; ') + (all.length > shown.length ? `; and ${all.length - shown.length} more` : '');
};

const ROLES: Readonly<Record<NonNullable<Understood['role']>, string>> = {
  variable: 'varies',
  constant: 'constant',
  function: 'function',
  index: 'index',
  ones: 'all ones',
  zeros: 'all zeros',
  identity: 'identity',
};
/** "diagonal, varies": structure and role of a letter. */
export const describe = (u: Understood): string =>
  [...u.structure, ...(u.role ? [ROLES[u.role]] : [])].join(', ');

const LISTED: Readonly<Record<Listed['why'], string>> = {
  definition: 'defines',
  condition: 'condition',
  'not an equation': 'no equation',
  mention: 'mentioned',
};
export const whyListed = (l: Listed): string => LISTED[l.why];

/** "denominator layout for vector and matrix functions", for those that were found. */
export const layoutSentence = (layouts: JudgedDocument['layouts']): string =>
  [
    layouts.scalar && `${layouts.scalar} layout for scalar functions`,
    layouts.other && `${layouts.other} layout for vector and matrix functions`,
  ]
    .filter(Boolean)
    .join(', ');

export const CONTRADICTION = 'two judges contradict each other: this is a bug of Rederive, please report it';

export interface DescribeOptions {
  readonly width?: number;
  readonly paint?: Paint;
  /** Where the claim stands, to show the place of a misfit in its source. */
  readonly document?: { readonly path: string; readonly text: string };
  /** Where counterexamples are written; null when they are not. */
  readonly reports?: string | null;
  /** Leaves out what a proof makes redundant. */
  readonly brief?: boolean;
}

/** A verdict in full: the claim, both sides as understood, the evidence, the counterexample drawn, and how to replay it. */
export const describeVerdict = (claim: Claim, verdict: Verdict, options: DescribeOptions = {}): string =>
  [
    `${MARKS[verdict.name]} ${verdict.name}  ${readable(claim.text)}`,
    ...verdictLines(claim, verdict, options).map(line => (line ? `  ${line}` : line)),
  ].join('\n');

/** What stands below the line of a claim. */
export const verdictLines = (claim: Claim, verdict: Verdict, options: DescribeOptions = {}): string[] => {
  const { width = 100, paint = painter(false), document = { path: claim.id, text: '' } } = options;
  const lines: string[] = [];
  const say = (label: string, text: string): void => {
    lines.push(...wrap(`${label}: `, clean(text), width).map(line => paint('dim', line)));
  };
  const { counterexample, problem, repair, answer } = verdict;
  if (problem) lines.push(...located(document.path, document.text, problem, { width, paint }));
  if (verdict.given.length) say('given', verdict.given.join(', '));
  if (verdict.restsOn) say('rests on', supportText(verdict.restsOn));
  if (verdict.layout) say('layout', verdict.layout);
  for (const note of verdict.notes) lines.push(...wrap('note: ', clean(note), width));
  const evidence = evidenceSentences(options.brief ? beyondProof(verdict) : verdict.evidence);
  if (evidence.length) say('evidence', evidence.join('; '));
  if (verdict.name === 'verified' || verdict.name === 'supported')
    for (const reason of verdict.evidence.abstained) say('abstained', reason);
  if (counterexample) {
    const statement = statementOf(claim, verdict.layout);
    if (statement) say('read as', `${toUnicode(statement.lhs)} = ${toUnicode(statement.rhs)}`);
    lines.push(...counterexampleLines(counterexample, width, paint));
    lines.push(
      `replay: ${replayCommand(claim, options.reports === undefined ? 'reports' : options.reports)}`,
    );
  }
  if (repair) {
    lines.push(`${paint('green', `${insteadText(repair)}:`)} ${clean(readable(repair.text))}`);
    for (const e of repair.edits) say('edit', editText(e));
  }
  if (answer && isNews(answer, repair))
    lines.push(`${paint('green', `the answer (${answer.verdict}):`)} ${clean(answer.unicode)}`);
  return lines;
};

/** "line 12 (supported), line 9 (proved)" */
export const supportText = (on: readonly Support[]): string =>
  on.map(({ line, verdict }) => `line ${line} (${verdict})`).join(', ');
/** "proved instead" */
export const insteadText = ({ verdict }: Repair): string =>
  `${verdict === 'supported' ? 'supported by samples' : verdict} instead`;
/** An answer that the repaired line does not give already. */
export const isNews = ({ unicode }: Answer, repair: Repair | undefined): boolean => {
  const bare = (text: string): string => text.replace(/[\s()[\]]/g, '');
  return repair?.side !== 'right' || bare(readable(repair.replacement)) !== bare(unicode);
};

/** "factors swapped: A ⊗ Bᵀ → Bᵀ ⊗ A" */
export const editText = ({ slip, from, to }: Repair['edits'][number]): string =>
  `${slip}: ${readable(from)} → ${readable(to)}`;

/** A proof covers every shape: what trials and samples add is confirmation; the rewrites it used and a derivative's check remain. */
const beyondProof = ({ name, evidence }: Verdict): Evidence => {
  if (name !== 'proved') return evidence;
  const { proof, finiteDifferences } = evidence;
  return {
    abstained: [],
    ...(proof?.rewrites.length && { proof }),
    ...(finiteDifferences && { finiteDifferences }),
  };
};

/** The statement of a claim under the layout that its verdict is about; null when it has none. */
export const statementOf = (claim: Claim, layout: Layout | null): Statement | null => {
  const reading = claim.readings.find(r => r.layout === layout) ?? claim.readings[0];
  return reading && 'statement' in reading.content ? reading.content.statement : null;
};

/** "k = 1, n = 2" */
export const sizesText = (c: Counterexample): string =>
  [...Object.entries(c.dimensions), ...Object.entries(c.indices)].map(([n, v]) => `${n} = ${v}`).join(', ');

const counterexampleLines = (c: Counterexample, width: number, paint: Paint): string[] => {
  const sizes = sizesText(c);
  const differs = firstDifference(c.lhs, c.rhs);
  const marked = (entry: string, row: number, col: number): string =>
    entryAt(c.lhs, row, col) === entryAt(c.rhs, row, col) ? entry : paint('red', entry);
  return [
    `counterexample${sizes ? ` with ${clean(sizes)}` : ''}, ${c.exact ? 'checked again in exact arithmetic' : 'in floating-point arithmetic'}:`,
    ...[
      ...beside(
        [
          ...c.values.map(v => draw(clean(v.name), v.entries)),
          ...c.directions.map(v => draw(`d${clean(v.name)}`, v.entries)),
        ],
        width - 2,
      ),
      '',
      ...beside(
        [
          draw('left', c.lhs, marked),
          draw('right', c.rhs, marked),
          draw('difference', differenceOf(c.lhs, c.rhs)),
        ],
        width - 2,
      ),
    ].map(line => (line ? `  ${line}` : line)),
    ...(differs && c.lhs.data.length > 1
      ? [
          `first difference: entry (${differs.row}, ${differs.col}) is ${differs.lhs} on the left, ${differs.rhs} on the right`,
        ]
      : []),
  ];
};

/** A replayed counterexample: the claim, the instance drawn, and whether both sides still differ. */
export const replayLines = (
  place: string,
  claim: Claim,
  counterexample: Counterexample,
  differ: boolean,
  { width, paint }: { readonly width: number; readonly paint: Paint },
): string[] => [
  `${clean(place)}: ${clean(readable(claim.text))}`,
  ...counterexampleLines(counterexample, width, paint),
  differ
    ? paint('red', `${MARKS.refuted} still refuted: both sides differ`)
    : paint('green', 'both sides agree on this instance: it refutes the claim no more'),
];

/** The command that evaluates a counterexample again. */
export const replayCommand = (claim: Claim, reports: string | null): string =>
  reports === null
    ? 'run again without --no-reports to keep a file that can be replayed'
    : `rederive check --replay ${quoted(`${reports.replace(/\/+$/, '')}/${counterexampleName(claim.id)}.json`)}`;
export const quoted = (path: string): string =>
  /^[\p{L}\p{N}_./-]+$/u.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`;

/** The name of a counterexample's files: the claim's id, with nothing that a file system could mind. */
export const counterexampleName = (id: string): string => {
  const name = id.replace(/[^\p{L}\p{N}_.-]+/gu, '-').replace(/^[.-]+/, '');
  return [...name].slice(0, 100).join('') || 'claim';
};
