// A light reading of a small formula, for declarations only: letters with their fonts, numbers and signs, in one flat list.
// Brackets that do not print are gone, except directly after ^ and _. The real parser lives in latex/.

import { expand } from '../latex/expand.ts';
import type { Macros } from '../latex/macros.ts';
import { COMMANDS } from '../latex/symbols.ts';
import type { Font, Span } from '../latex/syntax.ts';
import { type Token, tokenize } from '../latex/tokens.ts';

export interface Mark {
  readonly kind: 'letter' | 'number' | 'sign' | 'text';
  /** Canonical Unicode: "Σ", "×", "∈", "{". */
  readonly text: string;
  readonly font: Font;
  readonly latex: string;
  readonly span: Span;
}

/** Signs by command, in the words of this room. */
const SIGNS: ReadonlyMap<string, string> = new Map(
  (
    'in ∈ times × odot ⊙ circ ∘ otimes ⊗ boxtimes ⊠ ast * star * cdot · bullet • to → rightarrow → longrightarrow → mapsto ↦ colon : equiv ≡ ' +
    'triangleq := doteq := coloneqq := prime ′ ldots … dots … cdots … geq ≥ leq ≤ ge ≥ le ≤ lt < gt > { ( } ) lbrace ( rbrace ) ' +
    'oslash ⊘ oplus ⊕ approx ≈ neq ≠ ne ≠ sim ∼ implies ⟹ iff ⟺ Rightarrow ⟹ succ ≻ succeq ⪰ succcurlyeq ⪰'
  )
    .split(' ')
    .flatMap((word, i, all) => (i % 2 ? [] : [[word, all[i + 1]!] as const])),
);
const REALS = new Set(['R', 'RR', 'Re', 'Reals', 'reals', 'real']);
/** Whether it is one of these signs. */
export const isSign = (m: Mark | undefined, ...texts: string[]): boolean =>
  m?.kind === 'sign' && texts.includes(m.text);
/** Longer formulas are looked at only as far as this: what declares stands at a start. */
const LONGEST = 4000;
const MOST = 600;

export const marksOf = (text: string, span: Span, macros: Macros): Mark[] => {
  const tokens = tokenize(text, span.start, Math.min(span.end, span.start + LONGEST));
  return new Reader(text, expand(tokens, macros)).run();
};

class Reader {
  readonly #marks: Mark[] = [];
  #at = 0;
  constructor(
    readonly text: string,
    readonly tokens: readonly Token[],
  ) {}

  run(): Mark[] {
    let font: Font = 'plain';
    while (this.#at < this.tokens.length && this.#marks.length < MOST) font = this.#one(font);
    return this.#marks;
  }

  #push(kind: Mark['kind'], text: string, font: Font, from: number): void {
    const span = { start: from, end: Math.max(from, this.tokens[this.#at - 1]?.end ?? from) };
    this.#marks.push({ kind, text, font, latex: this.text.slice(span.start, span.end).trim(), span });
  }

  /** Reads one token or one group; the font from here on. */
  #one(font: Font, from = this.tokens[this.#at]!.start): Font {
    const t = this.tokens[this.#at++]!;
    switch (t.kind) {
      case 'command':
        return this.#command(t.text, font, from);
      case 'open':
        this.#group(font, this.tokens[this.#at - 2]?.kind === 'script');
        return font;
      case 'script':
        this.#push('sign', t.text, font, from);
        return font;
      case 'character':
        this.#character(t, font, from);
        return font;
      case 'close':
      case 'ampersand':
      case 'parameter':
      case 'problem':
        return font;
      default:
        return t.kind satisfies never;
    }
  }

  #character(t: Token, font: Font, from: number): void {
    let { text } = t;
    if (/\d/.test(text)) {
      for (let n = this.tokens[this.#at]; n && /^\d$/.test(n.text) && !n.spaced; n = this.tokens[this.#at]) {
        text += n.text;
        this.#at++;
      }
      this.#push('number', text, t.font ?? font, from);
    } else if (/^\p{L}\p{M}*$/u.test(text)) this.#push('letter', text, t.font ?? font, from);
    else {
      const next = this.tokens[this.#at];
      if (text === ':' && next?.text === '=' && !next.spaced) {
        this.#at++;
        text = ':=';
      }
      if (text !== '~' && text !== '$') this.#push('sign', text, font, from);
    }
  }

  #group(font: Font, kept: boolean): void {
    if (kept) this.#push('sign', '{', font, this.tokens[this.#at - 1]!.start);
    let inner = font;
    while (
      this.#at < this.tokens.length &&
      this.tokens[this.#at]!.kind !== 'close' &&
      this.#marks.length < MOST
    )
      inner = this.#one(inner);
    this.#at++;
    if (kept) this.#push('sign', '}', font, this.tokens[Math.min(this.#at, this.tokens.length) - 1]!.start);
  }

  #command(name: string, font: Font, from: number): Font {
    const sign = SIGNS.get(name);
    const meaning = COMMANDS.get(name);
    if (sign) this.#push('sign', sign, font, from);
    else if (REALS.has(name)) this.#push('letter', 'R', 'blackboard', from);
    else
      switch (meaning?.is) {
        case 'letter':
          this.#push('letter', meaning.name, font, from);
          break;
        case 'font':
          if (meaning.extent === 'group') return meaning.font;
          if (meaning.font !== 'upright' || !this.#word(from)) this.#argument(meaning.font, '', from);
          break;
        case 'text':
          if (!this.#word(from)) this.#argument(meaning.font, '', from);
          break;
        case 'accent':
          this.#argument(font, meaning.mark, from);
          break;
        case 'row':
          this.#push('sign', ';', font, from);
          break;
        case 'space':
          if (meaning.wide) this.#push('sign', ';', font, from);
          break;
        case 'dropped':
          break;
        default:
          if (name === 'operatorname' && this.#word(from)) break;
          if (!/^(left|right|middle)$/.test(name)) this.#push('sign', `\\${name}`, font, from);
      }
    return font;
  }

  /** \text{diag} is a word, \mathrm{T} is a letter: false where the group holds more than characters. */
  #word(from: number): boolean {
    if (this.tokens[this.#at]?.kind !== 'open') return false;
    let end = this.#at + 1;
    let word = '';
    for (let t = this.tokens[end]; t && t.kind === 'character'; t = this.tokens[++end])
      word += (t.spaced && word ? ' ' : '') + t.text;
    if (this.tokens[end]?.kind !== 'close' || word === '') return false;
    this.#at = end + 1;
    this.#push(/^\p{L}$/u.test(word) ? 'letter' : 'text', word, 'upright', from);
    return true;
  }

  /** \mathbf{X} and \hat x: a group of one letter is that letter, as it was written. */
  #argument(font: Font, accent: string, from: number): void {
    if (this.#at >= this.tokens.length) return;
    const before = this.#marks.length;
    if (this.tokens[this.#at]!.kind === 'open') {
      this.#at++;
      this.#group(font, false);
    } else this.#one(font);
    const only = this.#marks[before];
    if (!only || this.#marks.length !== before + 1) return;
    this.#marks.pop();
    this.#push(only.kind, (only.text + accent).normalize('NFC'), only.font, from);
  }
}
