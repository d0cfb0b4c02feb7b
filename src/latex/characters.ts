// One character → items: letters, numbers, signs; what two or three characters say together ("…", ":=", "||", "=?=").

import { rational } from '../number/rational.ts';
import type { Fence, Item, Operator } from './items.ts';
import type { Reader } from './reader.ts';
import type { Font, RelationSign } from './syntax.ts';
import type { Token } from './tokens.ts';
import { FRACTIONS } from './unicode.ts';

const FENCES: ReadonlyMap<string, { fence: Fence; side: 'open' | 'close' | 'either' }> = new Map([
  ['(', { fence: '(', side: 'open' }],
  [')', { fence: '(', side: 'close' }],
  ['[', { fence: '[', side: 'open' }],
  [']', { fence: '[', side: 'close' }],
  ['|', { fence: 'bar', side: 'either' }],
  ['\\{', { fence: '{', side: 'open' }],
  ['\\}', { fence: '{', side: 'close' }],
  ['\\lbrace', { fence: '{', side: 'open' }],
  ['\\rbrace', { fence: '{', side: 'close' }],
  ['\\lbrack', { fence: '[', side: 'open' }],
  ['\\rbrack', { fence: '[', side: 'close' }],
  ['\\langle', { fence: 'angle', side: 'open' }],
  ['\\rangle', { fence: 'angle', side: 'close' }],
  ['\\lvert', { fence: 'bar', side: 'open' }],
  ['\\rvert', { fence: 'bar', side: 'close' }],
  ['\\vert', { fence: 'bar', side: 'either' }],
  ['\\mid', { fence: 'bar', side: 'either' }],
  ['\\lVert', { fence: 'norm', side: 'open' }],
  ['\\rVert', { fence: 'norm', side: 'close' }],
  ['\\Vert', { fence: 'norm', side: 'either' }],
  ['\\|', { fence: 'norm', side: 'either' }],
]);
export const fenceOf = (t: Token): { fence: Fence; side: 'open' | 'close' | 'either' } | null =>
  FENCES.get(t.kind === 'command' ? `\\${t.text}` : t.text) ?? null;

/** Longest first. */
const SIGNS: readonly (readonly [
  string,
  { operator: Operator } | { relation: RelationSign } | 'ellipsis' | 'implies',
])[] = [
  ['=?=', { relation: '=' }],
  ['...', 'ellipsis'],
  ['<=>', 'implies'],
  [':=', { relation: ':=' }],
  ['=:', { relation: 'other' }],
  ['=>', 'implies'],
  ['->', { relation: '→' }],
  ['<=', { relation: '≤' }],
  ['>=', { relation: '≥' }],
  ['!=', { relation: '≠' }],
  ['==', { relation: '=' }],
  ['.*', { operator: 'hadamard' }],
  ['./', { operator: 'oslash' }],
  ['=', { relation: '=' }],
  ['<', { relation: '<' }],
  ['>', { relation: '>' }],
  ['+', { operator: '+' }],
  ['-', { operator: '-' }],
  ['*', { operator: '*' }],
  ['@', { operator: 'dot' }],
  ['/', { operator: '/' }],
  [':', { operator: ':' }],
];

export const readCharacter = (r: Reader, t: Token, font: Font, out: Item[]): void => {
  const own = t.font ?? font;
  const c = t.text;
  if (
    isDigitSign(c) ||
    (c === '.' && /^\d$/.test(r.peek()?.text ?? '') && !r.peek()?.spaced && !isDigit(out.at(-1)))
  ) {
    number(r, t, own, out);
    return;
  }
  if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || /^\p{L}/u.test(c)) {
    out.push({
      start: t.start,
      end: t.end,
      spaced: r.glue(t),
      type: 'letter',
      name: c,
      font: own,
      latex: c,
      typed: true,
    });
    return;
  }
  const base = r.base(t);
  const fraction = FRACTIONS.get(c);
  const fence = fenceOf(t);
  if (fraction) {
    out.push({ ...base, type: 'number', value: rational(...fraction), font, digits: c });
    return;
  }
  if (fence) {
    out.push({ ...base, type: 'fence', ...fence, explicit: false, text: c });
    return;
  }
  if (c === "'" || c === '`') {
    let [count, end] = [1, t.end];
    for (let next = r.peek(); next?.text === "'" && next.kind === 'character'; next = r.peek()) {
      count++;
      end = next.end;
      r.at++;
    }
    if (c === '`') out.push(r.bad('T030', t, 'a backtick has no meaning in mathematics'));
    else out.push({ ...base, end, type: 'prime', count });
    return;
  }
  for (const [sign, meaning] of SIGNS) {
    if (sign[0] !== c || !follows(r, sign)) continue;
    const end = sign.length > 1 ? r.tokens[r.at + sign.length - 2]!.end : t.end;
    r.at += sign.length - 1;
    if (meaning === 'ellipsis') out.push({ ...base, end, type: 'ellipsis' });
    else if (meaning === 'implies')
      out.push({ ...base, end, type: 'connective', word: sign === '=>' ? 'implies' : 'iff' });
    else if ('operator' in meaning) out.push({ ...base, end, type: 'operator', operator: meaning.operator });
    else out.push({ ...base, end, type: 'relation', sign: meaning.relation });
    return;
  }
  if (c === ',' || c === ';' || c === '.' || c === '?') out.push({ ...base, type: 'punctuation', sign: c });
  else if (c === '~') out.push({ ...base, type: 'punctuation', sign: '.' });
  else out.push(r.bad('T031', t, `the character \`${c}\` has no meaning here`));
};

const isDigitSign = (c: string): boolean => c.length === 1 && c >= '0' && c <= '9';
const isDigit = (item: Item | undefined): boolean => item?.type === 'number';

/** The characters after the first follow without white space. */
const follows = (r: Reader, sign: string): boolean => {
  for (let i = 1; i < sign.length; i++) {
    const next = r.peek(i - 1);
    if (!next || next.text !== sign[i] || next.kind !== 'character' || next.spaced) return false;
  }
  return true;
};

/** 12, 0.25, .5; a point that no digit follows ends the sentence. */
const number = (r: Reader, t: Token, font: Font, out: Item[]): void => {
  let [digits, end] = [t.text, t.end];
  const take = (): void => {
    digits += r.peek()!.text;
    end = r.peek()!.end;
    r.at++;
  };
  const digitAhead = (i: number): boolean => {
    const next = r.peek(i);
    return (
      next?.kind === 'character' && !next.spaced && /^\d$/.test(next.text) && (next.font ?? font) === font
    );
  };
  if (t.text === '.') take();
  while (digitAhead(0) && digits.length < 400) take();
  if (r.peek()?.text === '.' && !r.peek()?.spaced && !digits.includes('.') && digitAhead(1)) {
    take();
    while (digitAhead(0) && digits.length < 400) take();
  }
  const [whole = '', decimals = ''] = digits.split('.');
  const value = rational(BigInt(whole + decimals || '0'), 10n ** BigInt(decimals.length));
  out.push({ start: t.start, end, spaced: r.glue(t), type: 'number', value, font, digits });
};
