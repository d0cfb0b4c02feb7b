// \\text{…}, accents and the ends of rows → items.

import type { Item } from './items.ts';
import type { Reader } from './reader.ts';
import { FUNCTIONS_BY_WORD } from './symbols.ts';
import type { Font } from './syntax.ts';
import { type Token, typed } from './tokens.ts';

export const text = (r: Reader, t: Token, font: Font, out: Item[]): void => {
  const base = r.base(t);
  const from = r.at;
  const content = r.rawArgument().replace(/^\$|\$$/g, '');
  const span = { ...base, end: r.tokens[r.at - 1]?.end ?? t.end };
  const word = content.trim();
  if (/^\p{L}$/u.test(word) && (word === content || font === 'bold'))
    out.push({ ...span, type: 'letter', name: word, font, latex: `\\${t.text}{${word}}`, typed: true });
  else if (FUNCTIONS_BY_WORD.has(word))
    out.push({ ...span, type: 'word', word, latex: `\\${t.text}{${word}}` });
  else if (font === 'bold' && !/\s/.test(word)) {
    r.at = from;
    r.font(t, 'bold', out);
  } else out.push({ ...span, type: 'text', words: content });
};

export const accent = (r: Reader, t: Token, mark: string, font: Font, out: Item[]): void => {
  const next = r.peek();
  const isVector =
    t.text !== 'vec' ||
    (next?.kind === 'open'
      ? r.peek(2)?.kind === 'close' || r.peek(1)?.kind === 'command'
      : next?.kind === 'command'
        ? !/^(left|big|Big|bigg|Bigg)[lr]?$/.test(next.text)
        : next !== undefined && /[\p{L}\d]/u.test(next.text));
  const base = r.base(t);
  if (isVector) {
    const of = r.argument(font);
    const end = r.tokens[r.at - 1]?.end ?? t.end;
    out.push({ ...base, end, type: 'accent', mark, command: t.text, of });
    return;
  }
  r.warnings.push({
    severity: 'warning',
    code: 'A019',
    message: '`\\vec` before brackets is read as the operator vec',
    span: { start: t.start, end: t.end },
    fix: 'write `\\operatorname{vec}`',
  });
  out.push({ ...base, type: 'word', word: 'vec', latex: '\\operatorname{vec}' });
};

/** \\[2pt] and \\*. */
export const rowEnd = (r: Reader): void => {
  if (r.peek()?.text === '*' && !r.peek()?.spaced) r.at++;
  if (r.peek()?.text !== '[') return;
  const close = r.tokens.slice(r.at, r.at + 12).findIndex(t => t.text === ']');
  const inner = close > 0 ? typed(r.tokens.slice(r.at + 1, r.at + close)) : '';
  if (/^\s*-?[\d.]+\s*(pt|em|ex|cm|mm|in|bp|mu)\s*$/.test(inner)) r.at += close + 1;
};
