// HTML as text that only this file's functions make: whatever comes from a document is escaped on its way in.

import { clean } from '../text.ts';

/** Markup that is safe to put into a page. */
export class Markup {
  readonly text: string;
  /** `text` is trusted: use `html` or `escaped` for anything else. */
  constructor(text: string) {
    this.text = text;
  }
}
type Part = Markup | string | number | null | readonly Part[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
/** Text with line breaks kept and control characters made visible. */
export const escaped = (text: string): string =>
  text
    .split('\n')
    .map(line => clean(line.replace(/\r$/, '')).replace(/[&<>"']/g, c => ENTITIES[c]!))
    .join('\n');

const textOf = (part: Part): string => {
  if (part === null) return '';
  if (part instanceof Markup) return part.text;
  return typeof part === 'object' ? part.map(textOf).join('') : escaped(`${part}`);
};
/** A template whose values are escaped unless they are markup. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Markup =>
  new Markup(strings.map((s, i) => s + (i < parts.length ? textOf(parts[i]!) : '')).join(''));
export const joined = (parts: readonly Markup[], between = ''): Markup =>
  new Markup(parts.map(p => p.text).join(between));
