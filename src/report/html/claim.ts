// One claim as a card: its verdict and mathematics in sight, the evidence on demand.

import type { Problem } from '../../document/document.ts';
import type { Entries } from '../../expression/judgement.ts';
import { stream } from '../../number/random.ts';
import { type Explanation, explain } from '../../prove/index.ts';
import { differenceCurve, errorRatios } from '../../sample/index.ts';
import type { Counterexample, Judged, JudgedDocument, Repair } from '../../verdict/verdict.ts';
import { sourceLines } from '../located.ts';
import { differenceOf, entryAt, firstDifference, rowsOf, short } from '../matrix.ts';
import { readable } from '../readable.ts';
import {
  evidenceSentences,
  insteadText,
  isNews,
  MARKS,
  sizesText,
  statementOf,
  supportText,
} from '../words.ts';
import { html, type Markup } from './markup.ts';
import type { Mathematics } from './mathematics.ts';
import { differencePlot, ratioPlot } from './plots.ts';

export interface Context {
  readonly document: JudgedDocument;
  readonly mathematics: Mathematics;
  readonly seed: string;
}

const PLOTTED = 100;

export const claimCard = (judged: Judged, id: string, context: Context): Markup => {
  const { claim, verdict } = judged;
  const { mathematics, document } = context;
  const evidence = evidenceSentences(verdict.evidence);
  const under = [
    ...(verdict.given.length ? [`given ${verdict.given.join(', ')}`] : []),
    ...(verdict.restsOn ? [`rests on ${supportText(verdict.restsOn)}`] : []),
    ...(verdict.layout ? [`${verdict.layout} layout`] : []),
  ];
  return html`<section class="claim ${verdict.name}" id="${id}" aria-labelledby="${id}-title">
<header><h3 class="verdict" id="${id}-title">${MARKS[verdict.name]} ${verdict.name}</h3>
<span class="scroll">${mathematics.render(sourceOf(claim))}</span>
<span class="place">line ${claim.line}</span></header>
${verdict.problem ? problem(verdict.problem, document) : null}
${under.length ? html`<p class="given">${under.join(' · ')}</p>` : null}
${verdict.notes.map(note => html`<p class="note">${note}</p>`)}
${verdict.counterexample ? counterexample(verdict.counterexample) : null}
${verdict.repair ? repaired(verdict.repair, context) : null}
${verdict.answer && isNews(verdict.answer, verdict.repair) ? html`<div class="fix"><p><strong>the answer</strong>, ${verdict.answer.verdict}: <ins class="scroll">${mathematics.render(verdict.answer.latex)}</ins></p></div>` : null}
${evidence.length ? html`<details><summary>Evidence</summary><ul>${evidence.map(e => html`<li>${e}</li>`)}${verdict.evidence.abstained.map(e => html`<li>no answer: ${e}</li>`)}</ul></details>` : null}
${proof(judged, mathematics)}${plots(judged, context)}</section>`;
};

/** A claim as one line of LaTeX; as it was written where its sides could not be told apart. */
export const sourceOf = ({ lhs, rhs, text }: Judged['claim']): string =>
  (rhs ? `${lhs} = ${rhs}` : text).replaceAll('&', ' ').replace(/\\\\(\[[^\]]*\])?/g, ' ');

/** What is wrong in words that flow, the place as it stands in the source. */
const problem = (p: Problem, { text }: JudgedDocument): Markup =>
  html`<p class="problem">${p.message} <span class="place">${p.code}</span></p>
<pre>${sourceLines(text, p, { width: SOURCE }).join('\n')}</pre>
${(['expected', 'note', 'fix'] as const).map(word => (p[word] ? html`<p class="given">${word}: ${p[word]}</p>` : null))}`;
/** Characters of a line of the source that a phone shows. */
const SOURCE = 44;

/** The true line, and what was replaced by what. */
const repaired = (repair: Repair, { mathematics }: Context): Markup => html`<div class="fix">
<p><strong>${insteadText(repair)}</strong> <ins class="scroll">${mathematics.render(repair.text)}</ins></p>
<ul>${repair.edits.map(e => html`<li>${e.slip}: <del>${readable(e.from)}</del> → <ins>${readable(e.to)}</ins></li>`)}</ul>
</div>`;

/** Both sides in index notation, term by term. */
const proof = ({ claim, verdict }: Judged, mathematics: Mathematics): Markup | null => {
  const statement = statementOf(claim, verdict.layout);
  if (!statement || (verdict.name !== 'proved' && verdict.name !== 'refuted')) return null;
  const found = explain(statement, verdict.convention ? { constrained: verdict.convention } : {});
  if ('outcome' in found) return null;
  const title = verdict.name === 'proved' ? 'Proof in index notation' : 'Terms in index notation';
  return html`<details><summary>${title}</summary>${terms(found, mathematics)}</details>`;
};
const terms = ({ open, rows, rewrites }: Explanation, mathematics: Mathematics): Markup => {
  const cell = (text: string | null): Markup =>
    html`<td>${text === null ? '—' : mathematics.render(text.replaceAll('Σ_', '\\sum_').replaceAll('−', '-'))}</td>`;
  const entry = open.length ? `Entry (${open.join(', ')})` : 'The value';
  if (rows.length === 0) return html`<p>Both sides vanish.</p>`;
  return html`<p>${entry} of each side:</p><div class="scroll"><table class="terms"><thead><tr><th scope="col">left</th><th scope="col">right</th></tr></thead>
<tbody>${rows.map(row => html`<tr>${cell(row.left)}${cell(row.right)}</tr>`)}</tbody></table></div>
${rewrites.length ? html`<p>using ${rewrites.join(', ')}</p>` : null}`;
};

const counterexample = (c: Counterexample): Markup => {
  const sizes = sizesText(c);
  const first = firstDifference(c.lhs, c.rhs);
  const plain = (name: string, of: Entries<string>): Markup => matrix(name, of, () => false);
  const differs = (row: number, col: number): boolean =>
    entryAt(c.lhs, row, col) !== entryAt(c.rhs, row, col);
  return html`<p>Counterexample${sizes ? ` with ${sizes}` : ''}, ${c.exact ? 'checked again in exact arithmetic' : 'in floating-point arithmetic'}:</p>
<div class="matrices">${c.values.map(v => plain(v.name, v.entries))}${c.directions.map(v => plain(`d${v.name}`, v.entries))}</div>
<div class="matrices">${matrix('left', c.lhs, differs)}<span class="unequal" aria-label="differs from" role="img">≠</span>${matrix('right', c.rhs, differs)}${plain('difference', differenceOf(c.lhs, c.rhs))}</div>
${first && c.lhs.data.length > 1 ? html`<p>First difference: entry (${first.row}, ${first.col}) is ${first.lhs} on the left, ${first.rhs} on the right.</p>` : null}`;
};
const matrix = (name: string, of: Entries<string>, marked: (row: number, col: number) => boolean): Markup => {
  const rows = rowsOf(of).map(
    (row, r) =>
      html`<tr>${row.map((entry, c) => (marked(r, c) ? html`<td class="differs">${short(entry)}</td>` : html`<td>${short(entry)}</td>`))}</tr>`,
  );
  return html`<figure class="scroll"><figcaption>${name} =</figcaption><table class="matrix"><tbody>${rows}</tbody></table></figure>`;
};

/** Errors in units of their bound and, for derivatives, the error against the step. */
const plots = ({ claim, verdict }: Judged, { seed }: Context): Markup | null => {
  const { samples, finiteDifferences } = verdict.evidence;
  const statement = statementOf(claim, verdict.layout);
  if (!statement || !samples) return null;
  const random = stream(seed, `${claim.id}/plots`)();
  const curve = finiteDifferences ? differenceCurve(statement, random) : null;
  const ratios = errorRatios(statement, random, PLOTTED);
  return html`<details><summary>Plots</summary>
${curve ? html`<figure>${differencePlot(curve)}<figcaption>Finite differences on one instance: central ones (○) err as the square of the step, extrapolated ones (×) as its fourth power, until rounding (shaded: its bound) takes over. A polynomial of low degree shows rounding only; an error of 0 is drawn at the bottom.</figcaption></figure>` : null}
${ratios.length ? html`<figure>${ratioPlot(ratios)}<figcaption>Errors of ${ratios.length} instances in units of their derived bound; beyond the dashed line a claim would be refuted.</figcaption></figure>` : null}</details>`;
};
