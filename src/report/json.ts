// The report for programs: the stable contract of schema.json, version 1. The same run gives the same bytes.
//   entries are numbers where a number says exactly the same, else texts such as "1/3"
//   times are left out: they would differ from run to run

import { type Problem, position } from '../document/document.ts';
import { shapeText } from '../expression/dimension.ts';
import type { Entries } from '../expression/judgement.ts';
import type {
  Counterexample,
  Evidence,
  Judged,
  JudgedDocument,
  Repair,
  Run,
  VerdictName,
} from '../verdict/verdict.ts';
import type { RenderOptions } from './formats.ts';
import { rowsOf } from './matrix.ts';
import { documentProblems, summaryOf } from './summary.ts';
import { replayCommand } from './words.ts';

/** JSON text, indented, ending in a newline. */
export const json = (run: Run, { reports = null }: RenderOptions = {}): string =>
  `${JSON.stringify(jsonOf(run, reports), null, 2)}\n`;

/** The contract as plain data. */
export const jsonOf = (run: Run, reports: string | null = null) => ({
  version: 1 as const,
  seed: run.seed,
  documents: run.documents.map(d => documentOf(d, run.seed, reports)),
  summary: summaryOf(run.documents),
});

const documentOf = (d: JudgedDocument, seed: string, reports: string | null) => ({
  path: d.path,
  declarations: d.understood.map(u => ({
    name: u.name,
    latex: u.latex,
    shape: u.shape && shapeText(u.shape),
    structure: u.structure,
    how: u.how,
    ...(u.role && { role: u.role }),
    line: u.line,
  })),
  layouts: d.layouts,
  ...(d.convention && { convention: d.convention }),
  claims: d.claims.map(c => claimOf(c, d, seed, reports)),
  listed: d.listed,
  problems: documentProblems(d).map(p => problemOf(p, d.text)),
  ...(d.contradictions.length && {
    contradictions: d.contradictions.map(c => ({ id: c.claim.id, line: c.claim.line, says: c.says })),
  }),
});

const claimOf = ({ claim, verdict }: Judged, d: JudgedDocument, seed: string, reports: string | null) => ({
  id: claim.id,
  line: claim.line,
  column: claim.column,
  endLine: claim.endLine,
  text: claim.text,
  lhs: claim.lhs,
  rhs: claim.rhs,
  verdict: verdict.name satisfies VerdictName,
  ...(verdict.layout && { layout: verdict.layout }),
  ...(verdict.convention && { convention: verdict.convention }),
  given: verdict.given,
  ...(verdict.restsOn && { restsOn: verdict.restsOn }),
  ...(verdict.vacuous && { vacuous: verdict.vacuous }),
  notes: verdict.notes,
  evidence: evidenceOf(verdict.evidence),
  ...(verdict.counterexample && {
    counterexample: {
      ...counterexampleOf(verdict.counterexample),
      replay:
        reports === null
          ? `rederive check ${d.path} --seed ${JSON.stringify(seed)}`
          : replayCommand(claim, reports),
    },
  }),
  ...(verdict.repair && { repair: repairOf(verdict.repair) }),
  ...(verdict.answer && { answer: verdict.answer }),
  ...(verdict.problem && {
    message: messageOf(verdict.problem),
    problem: problemOf(verdict.problem, d.text),
  }),
});

const repairOf = ({ span: _, ...repair }: Repair) => repair;

const evidenceOf = (e: Evidence) => ({
  ...(e.proof && { proof: { terms: e.proof.terms, rewrites: e.proof.rewrites } }),
  ...(e.trials && { trials: e.trials }),
  ...(e.log2ErrorProbability !== undefined && {
    errorProbability: Math.max(2 ** e.log2ErrorProbability, Number.MIN_VALUE),
  }),
  ...(e.finiteDifferences && { finiteDifferences: e.finiteDifferences }),
  ...(e.samples && { samples: e.samples }),
  ...(e.abstained.length && { abstained: e.abstained }),
});

const counterexampleOf = (c: Counterexample) => ({
  dimensions: c.dimensions,
  values: named(c.values),
  ...(c.directions.length && { directions: named(c.directions) }),
  ...(Object.keys(c.indices).length && { indices: c.indices }),
  lhs: matrixOf(c.lhs),
  rhs: matrixOf(c.rhs),
  exact: c.exact,
});
/** fromEntries makes own keys of any name, "__proto__" too. */
const named = (all: Counterexample['values']) =>
  Object.fromEntries(all.map(v => [v.name, matrixOf(v.entries)]));
const matrixOf = (e: Entries<string>): (number | string)[][] => rowsOf(e).map(row => row.map(entryOf));
const entryOf = (text: string): number | string => (String(Number(text)) === text ? Number(text) : text);

/** One sentence: what is wrong, what was expected, how to fix it. */
const messageOf = (p: Problem): string =>
  [p.message, p.expected && `expected: ${p.expected}`, p.note && `note: ${p.note}`, p.fix && `fix: ${p.fix}`]
    .filter(Boolean)
    .join('; ');
const problemOf = (p: Problem, text: string) => ({
  severity: p.severity,
  code: p.code,
  message: p.message,
  ...position(text, p.span.start),
  ...(p.expected && { expected: p.expected }),
  ...(p.note && { note: p.note }),
  ...(p.fix && { fix: p.fix }),
});
