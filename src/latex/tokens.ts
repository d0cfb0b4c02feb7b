// Text → TeX tokens with their offsets. Linear; never fails: what has no meaning is told by the reader of items.
//   Unicode signs become the commands that say the same; a run of superscripts becomes ^{…}

import type { Problem } from './problem.ts';
import { SPELLED_OUT } from './symbols.ts';
import type { Font, Span } from './syntax.ts';
import {
  CHARACTER_COMMANDS,
  FRACTIONS,
  SAME_CHARACTERS,
  SUBSCRIPTS,
  SUPERSCRIPTS,
  styled,
} from './unicode.ts';

export interface Token extends Span {
  readonly kind:
    | 'command'
    | 'character'
    | 'open'
    | 'close'
    | 'ampersand'
    | 'script'
    | 'parameter'
    | 'problem';
  /** The command without its backslash; "^" or "_"; the digit of a parameter. */
  readonly text: string;
  /** White space stands directly before it. */
  readonly spaced: boolean;
  /** Of a styled Unicode character. */
  readonly font?: Font;
  readonly problem?: Problem;
}

const KINDS: ReadonlyMap<string, Token['kind']> = new Map([
  ['{', 'open'],
  ['}', 'close'],
  ['&', 'ampersand'],
  ['^', 'script'],
  ['_', 'script'],
]);
const LETTER = /[a-zA-Z]/;

export const tokenize = (text: string, start: number, end: number, spelledOut = false): Token[] => {
  const tokens: Token[] = [];
  const quoted = isQuoted(text.slice(start, end));
  let spaced = false;
  const add = (kind: Token['kind'], value: string, from: number, to: number, font?: Font): void => {
    tokens.push({ kind, text: value, start: from, end: to, spaced, ...(font ? { font } : {}) });
    spaced = false;
  };
  let i = start;
  while (i < end) {
    const c = String.fromCodePoint(text.codePointAt(i)!);
    const next = i + c.length;
    if (/\s/.test(c)) {
      spaced = true;
      i = next;
      if (c === '\n' && quoted) i += /^[ \t]*>?/.exec(text.slice(i, Math.min(end, i + 40)))?.[0].length ?? 0;
    } else if (spelledOut && LETTER.test(c) && SPELLED_OUT.has(wordAt(text, i, end))) {
      const word = wordAt(text, i, end);
      add('command', SPELLED_OUT.get(word)!, i, i + word.length);
      i += word.length;
    } else if (c === '%') {
      while (i < end && text[i] !== '\n') i++;
    } else if (c === '\\') {
      let to = next;
      while (to < end && LETTER.test(text[to]!)) to++;
      if (to === next && to < end) to += String.fromCodePoint(text.codePointAt(to)!).length;
      const name = text.slice(next, to);
      add('command', /^\s$/.test(name) ? ' ' : name, i, to);
      i = to;
    } else if (c === '#') {
      const digit = /[1-9]/.test(text[next] ?? '') && next < end;
      add(digit ? 'parameter' : 'character', digit ? text[next]! : '#', i, digit ? next + 1 : next);
      i = digit ? next + 1 : next;
    } else if (SUPERSCRIPTS.has(c) || SUBSCRIPTS.has(c)) {
      const table = SUPERSCRIPTS.has(c) ? SUPERSCRIPTS : SUBSCRIPTS;
      add('script', table === SUPERSCRIPTS ? '^' : '_', i, next);
      add('open', '{', i, i);
      for (let image = table.get(c); image && i < end; image = table.get(text[i] ?? '')) {
        add('character', image, i, i + 1);
        i++;
      }
      add('close', '}', i, i);
    } else {
      const marks = /^\p{M}+/u.exec(text.slice(next, Math.min(end, next + 4)))?.[0] ?? '';
      character((c + marks).normalize('NFC'), i, next + marks.length, add);
      i = next + marks.length;
    }
  }
  return tokens;
};

/** The letters from here on, where none stands before them. */
const wordAt = (text: string, at: number, end: number): string =>
  LETTER.test(text[at - 1] ?? '') ? '' : /^[a-zA-Z]*/.exec(text.slice(at, Math.min(end, at + 10)))![0];

const character = (
  c: string,
  from: number,
  to: number,
  add: (kind: Token['kind'], value: string, from: number, to: number, font?: Font) => void,
): void => {
  const kind = KINDS.get(c);
  const command = CHARACTER_COMMANDS.get(c);
  const same = SAME_CHARACTERS.get(c);
  const style = styled(c);
  if (kind) add(kind, c, from, to);
  else if (command) add('command', command, from, to);
  else if (same) for (const s of same) add('character', s, from, to);
  else if (style) add('character', style.letter, from, to, style.font);
  else if (FRACTIONS.has(c)) add('character', c, from, to);
  else if (!/\p{Cf}/u.test(c)) add('character', c, from, to);
};

/** Every further line begins with ">": a formula in a Markdown quotation. */
const isQuoted = (text: string): boolean => {
  const lines = text.split('\n').slice(1);
  return lines.length > 0 && lines.every(line => /^[ \t]*>/.test(line));
};

/** Tokens as they would be typed. */
export const typed = (tokens: readonly Token[]): string =>
  tokens
    .map((t, i) => {
      const before = tokens[i - 1];
      const isWord = before?.kind === 'command' && /^[a-zA-Z]/.test(before.text) && /^[a-zA-Z]/.test(t.text);
      const sign = t.kind === 'command' ? '\\' : t.kind === 'parameter' ? '#' : '';
      const space = i > 0 && (t.spaced || (isWord && t.kind !== 'command')) ? ' ' : '';
      return space + sign + t.text;
    })
    .join('');
