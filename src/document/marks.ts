// A light reading of a small formula, for declarations only: letters with their fonts, numbers and signs, in one flat list.
// Brackets that do not print are gone, except directly after ^ and _. The real parser lives in latex/.

import { expand } from '../latex/expand.ts';
import type { Macros } from '../latex/macros.ts';
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

const table = (rows: string): ReadonlyMap<string, string> => {
  const words = rows.split(' ');
  return new Map(Array.from({ length: words.length / 2 }, (_, i) => [words[2 * i]!, words[2 * i + 1]!]));
};
const GREEK = table(
  'alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ mu μ nu ν xi ξ pi π varpi ϖ ' +
    'rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi φ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ ' +
    'Upsilon Υ Phi Φ Psi Ψ Omega Ω ell ℓ',
);
const SIGNS = table(
  'in ∈ times × odot ⊙ circ ∘ otimes ⊗ boxtimes ⊠ ast * cdot · to → rightarrow → longrightarrow → mapsto ↦ colon : equiv ≡ triangleq := doteq := ' +
    'coloneqq := top ⊤ prime ′ ldots … dots … cdots … geq ≥ leq ≤ ge ≥ le ≤ lbrace ( rbrace ) { ( } ) lVert ‖ rVert ‖ Vert ‖ | ‖ langle ⟨ rangle ⟩ ' +
    'oslash ⊘ oplus ⊕ implies ⟹ iff ⟺ Rightarrow ⟹ approx ≈ neq ≠ ne ≠ sim ∼ star * bullet · \\ ; cr ; quad ; qquad ; newline ;',
);
const FONTS = table(
  'mathbf bold boldsymbol bold bm bold pmb bold textbf bold mathbit bold bold bold mathrm upright text upright textrm upright mathsf other ' +
    'operatorname upright mbox upright mathit plain mathcal calligraphic mathscr calligraphic mathfrak other mathbb blackboard mathtt other',
) as ReadonlyMap<string, Font>;
const SWITCHES = table('bf bold rm upright cal calligraphic it plain sf other tt other') as ReadonlyMap<
  string,
  Font
>;
const ACCENTS = table(
  'hat \u0302 widehat \u0302 bar \u0304 overline \u0304 tilde \u0303 widetilde \u0303 dot \u0307 ddot \u0308 vec \u20d7 check \u030c',
);
const REALS = new Set(['R', 'RR', 'Re', 'Reals', 'reals', 'real']);
const IGNORED =
  /^(?:,|;|:|!| |>|~|left|right|[bB]igg?[lr]?|displaystyle|textstyle|limits|nolimits|large|Large|mathop|mathord|underset)$/;
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
    } else if (/^\p{L}\p{M}*$/u.test(text))
      this.#push('letter', text === 'ϕ' ? 'φ' : text, t.font ?? font, from);
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
    const changed = SWITCHES.get(name);
    if (changed) return changed;
    const letter = GREEK.get(name);
    const sign = SIGNS.get(name);
    const inner = FONTS.get(name);
    const accent = ACCENTS.get(name);
    if (letter) this.#push('letter', letter, font, from);
    else if (inner === 'upright' && this.#word(from)) return font;
    else if (inner || accent) this.#argument(inner ?? font, accent ?? '', from);
    else if (sign) this.#push('sign', sign, font, from);
    else if (REALS.has(name)) this.#push('letter', 'R', 'blackboard', from);
    else if (!IGNORED.test(name)) this.#push('sign', `\\${name}`, font, from);
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
