// The document as its author wrote it, with its mathematics rendered, and behind each formula or paragraph the cards of its claims.

import { scan } from '../../document/regions.ts';
import type { Judged } from '../../verdict/verdict.ts';
import { type Context, claimCard } from './claim.ts';
import { html, joined, type Markup } from './markup.ts';
import { proseOf } from './prose.ts';

/** Identifiers of claims in the page, in their order. */
export const anchor = (document: number, claim: number): string => `claim-${document + 1}-${claim + 1}`;

export const documentText = (number: number, context: Context): Markup => {
  const { text, path, claims } = context.document;
  const { regions } = scan(text, /\.(tex|ltx)$/i.test(path) ? 'latex' : 'markdown');
  const waiting = claims.map((judged, k) => ({ judged, id: anchor(number, k) }));
  const parts: Markup[] = [];
  let at = 0;
  const prose = (end: number): void => {
    const words = text.slice(at, end);
    if (words.trim()) parts.push(proseOf(words));
    at = Math.max(at, end);
  };
  /** Cards of the claims that end before here. */
  const cards = (end: number): void => {
    while (waiting.length && waiting[0]!.judged.claim.whole.end <= end)
      parts.push(card(waiting.shift()!, context));
  };
  for (const region of regions) {
    if (region.outer.start < at) continue;
    const paragraph = text.slice(at, region.outer.start).lastIndexOf('\n\n');
    if (paragraph >= 0) {
      const end = at + paragraph + 2;
      prose(end);
      cards(end);
    }
    prose(region.outer.start);
    const latex = text.slice(region.content.start, region.content.end);
    const mathematics = context.mathematics.render(latex, region.display);
    parts.push(
      region.display
        ? html`<div class="display" tabindex="0" role="group" aria-label="formula">${mathematics}</div>`
        : mathematics,
    );
    at = region.outer.end;
    if (region.display) cards(at);
  }
  prose(text.length);
  cards(text.length);
  return joined(parts);
};
const card = ({ judged, id }: { readonly judged: Judged; readonly id: string }, context: Context): Markup =>
  claimCard(judged, id, context);
