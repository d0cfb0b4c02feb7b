// Tokens → items: fonts, braces, boxes and environments resolved; rows and columns left as items. Linear; never throws.
//   braces do not print, so they do not group: their contents are spliced (after a function's name they are its brackets)
//   whatever is not understood becomes an item that says so, at its place

import { rational } from '../number/rational.ts';
import { readCharacter } from './characters.ts';
import { type Item, type ItemOf, problem, type Spacing } from './items.ts';
import type { Problem } from './problem.ts';
import { structure } from './structures.ts';
import { nearest } from './suggest.ts';
import { COMMANDS, FUNCTIONS_BY_WORD, SPELLED } from './symbols.ts';
import type { Font, Span } from './syntax.ts';
import { type Token, typed } from './tokens.ts';
import { accent, rowEnd, text } from './words.ts';

/** Braces, arguments and environments inside one another. */
const DEPTH = 120;

export class Reader {
  at = 0;
  readonly warnings: Problem[] = [];
  #depth = 0;
  /** The brace of an argument that has no end. */
  #unclosed: Token | null = null;
  #thin = false;
  readonly #suggestions = new Map<string, string | null>();

  constructor(
    readonly tokens: readonly Token[],
    /** Names of the document's macros, for suggestions. */
    readonly macroNames: readonly string[],
  ) {}

  peek(ahead = 0): Token | undefined {
    return this.tokens[this.at + ahead];
  }
  spacing(t: Token): Spacing {
    const thin = this.#thin;
    this.#thin = false;
    return thin ? 'thin' : t.spaced ? 'white' : 'none';
  }

  /** Up to the end, a closing brace or an \end, which is left. */
  read(start: Font, inside: 'region' | 'group' | 'environment'): Item[] {
    let out: Item[] = [];
    let over: { readonly at: Token; readonly items: Item[] } | null = null;
    let font = start;
    const read = (): Item[] =>
      over ? [{ ...this.base(over.at), type: 'fraction', over: over.items, under: out }] : out;
    for (let t = this.peek(); t; t = this.peek()) {
      if (t.kind === 'close') {
        if (inside === 'group') return read();
        this.at++;
        out.push(this.bad('T025', t, 'this `}` closes nothing', { fix: 'remove it, or add the `{`' }));
      } else if (t.kind === 'command' && t.text === 'end') {
        if (inside !== 'region') return read();
        this.at++;
        const name = this.rawArgument();
        out.push(this.bad('T028', t, `\`\\end{${name}}\` ends nothing`, { fix: `add \`\\begin{${name}}\`` }));
      } else if (t.kind === 'command' && t.text === 'over') {
        this.at++;
        if (over)
          out.push(this.bad('T032', t, 'a second `\\over` in one group', { fix: 'write \\frac{…}{…}' }));
        else {
          over = { at: t, items: out };
          out = [];
        }
      } else {
        const meaning = t.kind === 'command' ? COMMANDS.get(t.text) : undefined;
        if (meaning?.is === 'font' && meaning.extent === 'group') {
          this.at++;
          font = meaning.font;
        } else this.one(font, out);
        if (this.#unclosed) out.push(this.#missingBrace(this.#unclosed));
        this.#unclosed = null;
      }
    }
    return read();
  }

  base(t: Token): { start: number; end: number; spaced: Spacing } {
    return { start: t.start, end: t.end, spaced: this.spacing(t) };
  }
  bad(
    code: string,
    at: Span & { spaced?: unknown },
    message: string,
    more: { expected?: string; note?: string; fix?: string } = {},
  ): Item {
    return {
      type: 'bad',
      start: at.start,
      end: at.end,
      spaced: 'none',
      problem: problem(code, at, message, more),
    };
  }

  /** Reads what one token begins. Always advances. */
  one(font: Font, out: Item[]): void {
    const t = this.tokens[this.at++]!;
    switch (t.kind) {
      case 'open':
        this.#group(t, font, out);
        return;
      case 'ampersand':
        out.push({ ...this.base(t), type: 'ampersand' });
        return;
      case 'script':
        out.push(this.#script(t));
        return;
      case 'problem':
        out.push({ ...this.base(t), type: 'bad', problem: t.problem! });
        return;
      case 'command':
        this.#command(t, font, out);
        return;
      case 'character':
        readCharacter(this, t, font, out);
        return;
      case 'close':
      case 'parameter':
        out.push(this.bad('T024', t, `\`${t.kind === 'close' ? '}' : `#${t.text}`}\` has no meaning here`));
        return;
      default:
        t.kind satisfies never;
    }
  }

  /** The items of an argument: a group's, or those of one token. */
  argument(font: Font, mayBeRelation = false): Item[] {
    const t = this.peek();
    if (!t || t.kind === 'close' || t.kind === 'ampersand' || (!mayBeRelation && isRelation(t)))
      return [this.bad('T022', t ?? this.#last(), 'an argument is missing here')];
    if (this.#depth >= DEPTH) return [this.#tooDeep()];
    this.#depth++;
    const out: Item[] = [];
    if (t.kind === 'open') {
      this.at++;
      for (const item of this.#closed(t, this.read(font, 'group'))) out.push(item);
    } else if (t.kind === 'character' && /\d/.test(t.text)) {
      this.at++;
      out.push({ ...this.base(t), type: 'number', value: rational(BigInt(t.text)), font, digits: t.text });
    } else this.one(font, out);
    this.#depth--;
    return out;
  }
  /** The text of an argument, as typed. */
  rawArgument(): string {
    const first = this.tokens[this.at];
    if (!first || first.kind === 'close') return '';
    this.at++;
    if (first.kind !== 'open') return typed([first]);
    const from = this.at;
    let depth = 1;
    for (let t = this.peek(); t; t = this.peek()) {
      if (t.kind === 'open') depth++;
      if (t.kind === 'close' && --depth === 0) break;
      this.at++;
    }
    if (!this.peek()) {
      this.#unclosed = first;
      this.at = from;
      return '';
    }
    const raw = typed(this.tokens.slice(from, this.at));
    const trailing = this.peek()?.spaced ? ' ' : '';
    const leading = this.tokens[from]?.spaced && this.tokens[from]?.kind !== 'close' ? ' ' : '';
    this.at++;
    return leading + raw + trailing;
  }

  #last(): Token {
    const end = this.tokens.at(-1)?.end ?? 0;
    return this.tokens.at(-1) ?? { kind: 'character', text: '', start: end, end, spaced: false };
  }
  #tooDeep(): Item {
    const t = this.peek() ?? this.#last();
    this.rawArgument();
    const end = this.tokens[this.at - 1]?.end ?? this.#last().end;
    return { ...tooDeep(this, t), end: Math.max(t.end, end) };
  }

  /** Reads one level deeper, unless that is too deep. */
  nested(at: Token, read: () => Item[]): Item[] {
    if (this.#depth >= DEPTH) return [tooDeep(this, at)];
    this.#depth++;
    const items = read();
    this.#depth--;
    return items;
  }

  /** Consumes the closing brace of a group that was read, or says that there is none. */
  #closed(open: Token, items: Item[]): Item[] {
    if (this.peek()?.kind === 'close') {
      this.at++;
      return items;
    }
    const where = this.peek() ? ' before `\\end`' : '';
    return [this.#missingBrace(open, where), ...items];
  }
  #missingBrace(open: Token, where = ''): Item {
    return this.bad('T026', open, '`{` opened here is never closed', {
      expected: `\`}\`${where}`,
      fix: 'add `}`',
    });
  }

  #group(open: Token, font: Font, out: Item[]): void {
    if (this.#depth >= DEPTH) {
      this.at--;
      out.push(this.#tooDeep());
      return;
    }
    this.#depth++;
    const base = this.base(open);
    const items = this.#closed(open, this.read(font, 'group'));
    this.#depth--;
    const end = this.tokens[this.at - 1]?.end ?? open.end;
    if (endsWithFunction(out)) out.push({ ...base, end, type: 'braces', items });
    else {
      const next = this.peek();
      if (
        next?.kind === 'script' &&
        next.text === '^' &&
        items.filter(isOperand).length > 1 &&
        !isDerived(items)
      )
        this.warnings.push({
          severity: 'warning',
          code: 'A023',
          message: 'braces do not group: the superscript belongs to the last letter in them',
          span: { start: open.start, end },
          fix: 'write round brackets around the product',
        });
      items.forEach((item, i) => {
        out.push(i === 0 ? { ...item, spaced: base.spaced === 'none' ? 'white' : base.spaced } : item);
      });
      if (next && !next.spaced) this.#splitNext = true;
    }
  }
  /** The next letter is not glued to the last one: a group ended between them. */
  #splitNext = false;
  glue(t: Token): Spacing {
    const spaced = this.spacing(t);
    const split = this.#splitNext;
    this.#splitNext = false;
    return split && spaced === 'none' ? 'white' : spaced;
  }

  #script(t: Token): Item {
    const base = this.base(t);
    const sign = t.text === '_' ? '_' : '^';
    const from = this.at;
    const next = this.peek();
    const follows = this.peek(1);
    const items: Item[] = [];
    if (!next || next.kind === 'script' || isRelation(next)) {
      const missing = this.bad(
        'T022',
        t,
        `nothing stands in this ${sign === '_' ? 'subscript' : 'superscript'}`,
      );
      return { ...base, type: 'script', sign, items: [missing], text: '' };
    }
    if (
      next.kind === 'character' &&
      next.text === '-' &&
      follows &&
      !follows.spaced &&
      follows.kind === 'character' &&
      /^[\dT⊤]/.test(follows.text)
    )
      this.one('plain', items);
    for (const item of this.argument('plain')) items.push(item);
    const raw = this.tokens.slice(from, this.at);
    const braced = raw[0]?.kind === 'open' && raw.at(-1)?.kind === 'close';
    const end = raw.at(-1)?.end ?? t.end;
    return { ...base, end, type: 'script', sign, items, text: typed(braced ? raw.slice(1, -1) : raw) };
  }

  #command(t: Token, font: Font, out: Item[]): void {
    const meaning = COMMANDS.get(t.text);
    if (!meaning) {
      out.push(this.#unknown(t));
      return;
    }
    switch (meaning.is) {
      case 'letter':
        out.push({
          ...this.base(t),
          type: 'letter',
          name: meaning.name,
          font,
          latex: `\\${t.text}`,
          typed: false,
        });
        return;
      case 'operator':
        out.push({ ...this.base(t), type: 'operator', operator: meaning.operator });
        return;
      case 'relation':
        out.push({ ...this.base(t), type: 'relation', sign: meaning.sign });
        return;
      case 'function':
        out.push({ ...this.base(t), type: 'word', word: meaning.word, latex: `\\${t.text}` });
        return;
      case 'font':
        this.font(t, meaning.font, out);
        return;
      case 'text':
        text(this, t, meaning.font, out);
        return;
      case 'accent':
        accent(this, t, meaning.mark, font, out);
        return;
      case 'space':
        if (meaning.wide) out.push({ ...this.base(t), type: 'quad' });
        else if (t.text !== '!') this.#thin = true;
        return;
      case 'dropped':
        if (meaning.args > 0 && this.peek()?.text === '*') this.at++;
        for (let i = 0; i < meaning.args; i++) this.rawArgument();
        return;
      case 'connective':
        out.push({ ...this.base(t), type: 'connective', word: meaning.word });
        return;
      case 'ellipsis':
        out.push({ ...this.base(t), type: 'ellipsis' });
        return;
      case 'row':
        rowEnd(this);
        out.push({ ...this.base(t), type: 'row' });
        return;
      case 'structure':
        structure(this, t, font, out);
        return;
      case 'refused':
        out.push(
          this.bad('P003', t, `\`\\${t.text}\`: ${meaning.why}`, meaning.fix ? { fix: meaning.fix } : {}),
        );
        return;
      default:
        meaning satisfies never;
    }
  }

  #unknown(t: Token): Item {
    if (!this.#suggestions.has(t.text))
      this.#suggestions.set(
        t.text,
        this.#suggestions.size < 200 ? nearest(t.text, [...this.macroNames, ...COMMANDS.keys()]) : null,
      );
    const near = this.#suggestions.get(t.text);
    const own = `put its \\newcommand{\\${t.text}}… in the document`;
    return this.bad('T040', t, `unknown command \`\\${t.text}\``, {
      fix: near ? `did you mean \`\\${near}\`? if it is a macro of yours, ${own}` : own,
    });
  }

  font(t: Token, font: Font, out: Item[]): void {
    const spaced = this.glue(t);
    const items = this.argument(font);
    const end = this.tokens[this.at - 1]?.end ?? t.end;
    items.forEach((item, i) => {
      const styled =
        item.type === 'letter'
          ? { ...item, latex: item.font === font ? `\\${t.text}{${item.latex}}` : item.latex }
          : item;
      out.push({
        ...styled,
        ...(i === 0 ? { start: t.start, spaced } : {}),
        ...(i === items.length - 1 ? { end } : {}),
      });
    });
    this.#splitNext = true;
  }
}

export const isOperand = (item: Item): boolean =>
  item.type === 'letter' ||
  item.type === 'number' ||
  item.type === 'word' ||
  item.type === 'fraction' ||
  item.type === 'fence' ||
  item.type === 'bracket' ||
  item.type === 'root' ||
  item.type === 'matrix' ||
  item.type === 'accent';
/** {d X}^T and the like: the letter and its differential print as one. */
const isDerived = (items: readonly Item[]): boolean =>
  items.some(i => i.type === 'fence') ||
  items[0]?.type === 'partial' ||
  (items[0]?.type === 'letter' && /^[dΔδ]$/.test(items[0].name));

const tooDeep = (r: Reader, at: Token): Item =>
  r.bad('T050', at, `nested more than ${DEPTH} deep`, { fix: 'name a part of it with a letter' });
const isRelation = (t: Token): boolean =>
  t.kind === 'command' ? COMMANDS.get(t.text)?.is === 'relation' : /^[=<>]$/.test(t.text);

/** The items end with the name of a function, so that braces after it are its brackets. */
const endsWithFunction = (items: readonly Item[]): boolean => {
  const last = items.at(-1);
  if (last?.type === 'word') return FUNCTIONS_BY_WORD.has(last.word);
  let run = '';
  for (let i = items.length - 1; i >= 0 && run.length < 8; i--) {
    const item = items[i] as ItemOf<'letter'>;
    if (item.type !== 'letter' || !item.typed) break;
    run = item.name + run;
    if (SPELLED.has(run)) return true;
    if (item.spaced !== 'none') break;
  }
  return false;
};
