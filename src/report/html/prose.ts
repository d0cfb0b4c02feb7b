// Words between formulas, as they read: headings, paragraphs, items of lists, code. Everything is escaped; nothing else of Markdown or
// LaTeX is acted upon.

import { html, joined, type Markup } from './markup.ts';

const HEADING = /^(?:#{1,6}\s+(.*?)#*\s*|\\(?:sub)*section\*?\s*\{([^{}]*)\}\s*)$/;
const ITEM = /^\s{0,3}(?:[-*+]|\\item)\s+/;
const FENCE = /^\s{0,3}(```|~~~)/;

/**
 * The lines of a piece of a document: what is broken by an empty line is a paragraph of its own, and lines within one flow. A piece may
 * begin and end in the middle of a line, where a formula stands.
 */
export const proseOf = (words: string): Markup => {
  const parts: Markup[] = [];
  let code: string[] | null = null;
  const lines = words.split('\n');
  lines.forEach((line, i) => {
    if (FENCE.test(line)) {
      if (code) parts.push(block(code));
      code = code ? null : [];
    } else if (code) code.push(line);
    else if (line.trim() === '') {
      if (i > 0 && i < lines.length - 1) parts.push(html`<span class="gap"></span>`);
      else if (line) parts.push(html` `);
    } else {
      const heading = HEADING.exec(line);
      if (heading) parts.push(html`<h3 class="title">${heading[1] ?? heading[2] ?? ''}</h3>`);
      else parts.push(flowing(line, i < lines.length - 1 ? '\n' : ''));
    }
  });
  if (code) parts.push(block(code));
  return joined(parts);
};
const flowing = (line: string, end: string): Markup =>
  ITEM.test(line) ? html`<span class="item"></span>${line.replace(ITEM, '')}${end}` : html`${line}${end}`;
const block = (code: readonly string[]): Markup => html`<pre tabindex="0">${code.join('\n')}</pre>`;
