// A report to look at: one self-contained page, with no script and no network. The document with its mathematics, a card for each claim.
// A strict Content-Security-Policy stands in the file: nothing is loaded, nothing runs.

import { shapeText } from '../../expression/dimension.ts';
import { holds, type JudgedDocument, type Run, VERDICTS } from '../../verdict/verdict.ts';
import { located } from '../located.ts';
import { readable } from '../readable.ts';
import { documentProblems, type Summary, summaryOf } from '../summary.ts';
import { CONTRADICTION, describe, layoutSentence, MARKS, PROMISES, whyListed } from '../words.ts';
import { type Context, sourceOf } from './claim.ts';
import { html, Markup } from './markup.ts';
import { Mathematics } from './mathematics.ts';
import { STYLE } from './style.ts';
import { anchor, documentText } from './text.ts';

const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; font-src data:; base-uri 'none'; form-action 'none'";

/** The whole page; without KaTeX's style, mathematics is MathML in the reader's own fonts. */
export const page = (run: Run, mathematicsStyle: string | null): string => {
  const titles = run.documents.map(d => d.path).join(', ');
  const body = html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<title>Is that right? ${titles}</title><style>${new Markup(`${mathematicsStyle ?? ''}${STYLE}`)}</style></head>
<body><header><h1>Is that right?</h1>${tally(summaryOf(run.documents))}<p class="seed">seed ${run.seed}</p></header>
<main>${run.documents.map((d, k) => documentSection(d, k, { seed: run.seed, styled: mathematicsStyle !== null }))}</main>
<footer><h2>What each verdict promises</h2><dl>${Object.entries(PROMISES).map(([name, promise]) => html`<dt>${MARKS[name as keyof typeof MARKS]} ${name}</dt><dd>${promise}</dd>`)}</dl></footer>
</body></html>
`;
  return body.text;
};

/** How many claims have which verdict, as a bar and in words. */
const tally = (counts: Summary): Markup => {
  const found = VERDICTS.filter(v => counts[v] > 0);
  if (!found.length) return html`<p>no claims</p>`;
  return html`<div class="shares" aria-hidden="true">${found.map(v => html`<span class="${v}" style="--share: ${counts[v]}"></span>`)}</div>
<ul class="tally">${found.map(v => html`<li class="${v}">${MARKS[v]} ${counts[v]} ${v}</li>`)}</ul>`;
};

const documentSection = (
  document: JudgedDocument,
  number: number,
  { seed, styled }: { readonly seed: string; readonly styled: boolean },
): Markup => {
  const context: Context = { document, seed, mathematics: new Mathematics(document.text, styled) };
  const failing = document.claims.flatMap(({ claim, verdict }, k) =>
    holds(verdict.name)
      ? []
      : [
          html`<li><a href="#${anchor(number, k)}">line ${claim.line}</a> <span class="verdict ${verdict.name}">${MARKS[verdict.name]} ${verdict.name}</span>
<span class="scroll">${context.mathematics.render(sourceOf(claim))}</span></li>`,
        ],
  );
  const layout = layoutSentence(document.layouts);
  return html`<section aria-label="${document.path}"><h2>${document.path}</h2>
${failing.length ? html`<nav class="failing" aria-label="claims of ${document.path} that do not hold"><ul>${failing}</ul></nav>` : null}
<details><summary>What was understood</summary>${understood(document)}${layout ? html`<p>Layout: ${layout}.</p>` : null}</details>
${documentText(number, context)}
${notJudged(document)}
${documentProblems(document).map(p => html`<pre tabindex="0">${located(document.path, document.text, p).join('\n')}</pre>`)}
${document.contradictions.map(c => html`<pre tabindex="0">${document.path}:${c.claim.line}: ${CONTRADICTION}\n${c.says.join('\n')}</pre>`)}
</section>`;
};

const understood = ({ understood: all }: JudgedDocument): Markup => {
  const heads = ['symbol', 'shape', 'what', 'how'].map(name => html`<th scope="col">${name}</th>`);
  const rows = all.map(
    u =>
      html`<tr><td>${u.name}</td><td>${u.shape ? shapeText(u.shape) : ''}</td><td>${describe(u)}</td><td>${u.how}, line ${u.line}</td></tr>`,
  );
  return html`<div class="scroll" tabindex="0" role="group" aria-label="symbols"><table><thead><tr>${heads}</tr></thead><tbody>${rows}</tbody></table></div>`;
};
const notJudged = ({ listed }: JudgedDocument): Markup | null => {
  const rows = listed.filter(l => l.why !== 'mention');
  if (rows.length === 0) return null;
  return html`<details><summary>Not judged</summary><ul>${rows.map(l => html`<li>line ${l.line}, ${whyListed(l)}: ${readable(l.text)}</li>`)}</ul></details>`;
};
