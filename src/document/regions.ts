// Where the mathematics is, by MathJax's rules: $…$, $$…$$, \(…\), \[…\], bare environments, fenced math blocks; where none of them is,
// on lines of its own. Linear in the text's length.
//   code, comments and the preamble are masked before · \$ and money are text · an unpaired $ is text, with a warning
//   what is opened for display and never closed is told, and ends with its paragraph

import type { Problem } from '../latex/problem.ts';
import type { Span } from '../latex/syntax.ts';
import { bareRegions } from './bare.ts';
import { type Masked, maskLatex, maskMarkdown } from './mask.ts';

export interface Region {
  /** With its delimiters. */
  readonly outer: Span;
  /** What the parser reads: for an environment, \begin and \end too. */
  readonly content: Span;
  readonly display: boolean;
  /** Why it cannot be read at all. */
  readonly broken: Problem | null;
}
export interface Scanned {
  readonly regions: readonly Region[];
  /** The text with code, comments and the like blanked. */
  readonly masked: string;
  readonly problems: readonly Problem[];
  /** No formula is marked. */
  readonly isBare?: boolean;
}

const ENVIRONMENTS =
  'equation|align|aligned|alignat|alignedat|eqnarray|gather|gathered|multline|split|flalign|displaymath|math|IEEEeqnarray|dmath';
const OPENER = new RegExp(
  `\\\\begin\\{((?:${ENVIRONMENTS})\\*?)\\}|\\\\(input|include)\\s*\\{([^}\\n]*)\\}|\\\\[\\s\\S]|\\$\\$?`,
  'g',
);

export const scan = (text: string, format: 'markdown' | 'latex'): Scanned => {
  const masked = format === 'latex' ? maskLatex(text) : maskMarkdown(text);
  const scanned = new Scanner(masked, format).run();
  const isBare = format === 'markdown' && !scanned.regions.length && !scanned.problems.length;
  return isBare ? { ...scanned, regions: bareRegions(scanned.masked), isBare } : scanned;
};

class Scanner {
  readonly #regions: Region[] = [];
  readonly #problems: Problem[] = [];
  /** The next place of each closer, so that no search is made twice. */
  readonly #next = new Map<string, { from: number; at: number }>();
  readonly #text: string;

  constructor(
    readonly masked: Masked,
    readonly format: 'markdown' | 'latex',
  ) {
    this.#text = masked.text;
  }

  run(): Scanned {
    const opener = new RegExp(OPENER);
    for (let m = opener.exec(this.#text); m; m = opener.exec(this.#text)) {
      const end = this.#opened(m);
      if (end !== null) opener.lastIndex = end;
    }
    for (const { outer, content } of this.masked.fenced)
      this.#regions.push({ outer, content, display: true, broken: null });
    const regions = this.#regions
      .sort((a, b) => a.outer.start - b.outer.start)
      .map(r => ({ ...r, broken: r.broken ?? this.#glued(r) }));
    return { regions, masked: this.#text, problems: this.#problems };
  }

  /** Reads on from an opener; the place after its region, or null where it opens nothing. */
  #opened(m: RegExpExecArray): number | null {
    const [sign, environment, command, file] = m;
    const start = m.index;
    const inside = start + sign.length;
    if (environment) return this.#environment(start, environment);
    if (command) {
      if (this.format === 'latex') this.#refuseInput({ start, end: inside }, command, file ?? '');
      return null;
    }
    if (sign === '\\(' || sign === '\\[') {
      const closer = sign === '\\(' ? '\\)' : '\\]';
      const at = this.#find(closer, inside);
      return at < 0 ? null : this.#add(start, inside, at, at + 2, sign === '\\[');
    }
    if (sign === '$$') return this.#dollars(start, inside);
    return sign === '$' ? this.#dollar(start, inside) : null;
  }

  #add(start: number, from: number, to: number, end: number, display: boolean): number {
    this.#regions.push({
      outer: { start, end },
      content: { start: from, end: to },
      display,
      broken: null,
    });
    return end;
  }

  #environment(start: number, name: string): number {
    const closer = `\\end{${name}}`;
    const at = this.#find(closer, start);
    const end = at + closer.length;
    return at < 0
      ? this.#unclosed(start, `\\begin{${name}}`, closer)
      : this.#add(start, start, end, end, name !== 'math');
  }

  #dollars(start: number, inside: number): number {
    const paragraph = this.#paragraphEnd(inside);
    let at = this.#find('$$', inside);
    while (at >= 0 && at < paragraph && this.#text[at - 1] === '\\') at = this.#find('$$', at + 1);
    if (at < 0 || (at > paragraph && looksLikeProse(this.#text.slice(paragraph, at))))
      return this.#unclosed(start, '$$', '$$');
    return this.#add(start, inside, at, at + 2, true);
  }

  #dollar(start: number, inside: number): number | null {
    const end = this.#dollarEnd(inside);
    const content = end < 0 ? '' : this.#text.slice(inside, end);
    const after = this.#text[end + 1] ?? '';
    if (/^\d/.test(content) && (/\d/.test(after) || /^[\d.,]*\s[^\\^_={}<>+*|]*\s$/.test(content)))
      return null;
    if (end < 0 || looksLikeProse(content)) {
      if (!/^\s?\d/.test(this.#text.slice(inside, inside + 2)))
        this.#problems.push({
          severity: 'warning',
          code: 'T090',
          message: 'this `$` has no partner in its paragraph and is read as text',
          span: { start, end: inside },
          fix: 'close the formula with `$`, or write `\\$` for a dollar sign',
        });
      return null;
    }
    if (content.trim() === '') return null;
    const ticks = /^`+/.exec(content)?.[0].length ?? 0;
    const quoted = ticks > 0 && content.endsWith('`'.repeat(ticks)) ? ticks : 0;
    return this.#add(start, inside + quoted, end - quoted, end + 1, false);
  }

  /** The next single dollar in the paragraph, outside braces if there is one. */
  #dollarEnd(from: number): number {
    const limit = Math.min(this.#paragraphEnd(from), from + 10_000);
    let [depth, nested] = [0, -1];
    for (let i = from; i < limit; i++) {
      const c = this.#text[i];
      if (c === '\\') i++;
      else if (c === '{') depth++;
      else if (c === '}') depth--;
      else if (c === '$') {
        if (depth <= 0) return this.#text[i + 1] === '$' && this.#startsDisplay(i) ? -1 : i;
        if (nested < 0) nested = i;
      }
    }
    return nested;
  }
  /** "$$" opens a display, rather than closing one formula and opening the next, when another "$$" follows in the paragraph. */
  #startsDisplay(at: number): boolean {
    const partner = this.#find('$$', at + 2);
    return partner >= 0 && partner <= this.#paragraphEnd(at);
  }

  /** d$f$: what stands directly before a formula belongs to it. */
  #glued({ outer: { start }, content }: Region): Problem | null {
    if (!this.#text.slice(content.start, content.end).includes('=')) return null;
    const before = /(?<![\p{L}\p{N}\\])[dD∂∇δΔ]$/u.exec(this.#text.slice(Math.max(0, start - 3), start));
    return (
      before && {
        severity: 'error',
        code: 'T092',
        message: `"${before[0]}" stands outside of the formula that it belongs to`,
        span: { start: start - 1, end: start + 1 },
        expected: 'the whole formula between its signs',
        fix: `write $${before[0]}…$`,
      }
    );
  }

  #unclosed(start: number, opener: string, closer: string): number {
    const end = this.#paragraphEnd(start);
    const problem: Problem = {
      severity: 'error',
      code: 'T091',
      message: `\`${opener}\` opened here is never closed`,
      span: { start, end: start + opener.length },
      expected: `\`${closer}\` before the paragraph ends`,
      fix: `add \`${closer}\``,
    };
    this.#regions.push({ outer: { start, end }, content: { start, end }, display: true, broken: problem });
    return end;
  }

  #refuseInput(span: Span, command: string, file: string): void {
    this.#problems.push({
      severity: 'warning',
      code: 'F010',
      message: `\\${command}{${file}} is not followed: what that file says is not known here`,
      span,
      fix: `check ${file || 'that file'} on its own, or paste its text here`,
    });
  }

  #find(needle: string, from: number): number {
    const known = this.#next.get(needle);
    if (known && known.from <= from && (known.at < 0 || known.at >= from)) return known.at;
    const at = this.#text.indexOf(needle, from);
    this.#next.set(needle, { from, at });
    return at;
  }
  #paragraph = { from: 0, at: -1 };
  #paragraphEnd(from: number): number {
    if (this.#paragraph.from <= from && from <= this.#paragraph.at) return this.#paragraph.at;
    const blank = /\n[ \t>]*\r?\n/g;
    blank.lastIndex = from;
    this.#paragraph = { from, at: blank.exec(this.#text)?.index ?? this.#text.length };
    return this.#paragraph.at;
  }
}

const TEXT_GROUP = /\\(?:text|textrm|textit|textbf|mbox|hbox|mathrm|operatorname|tag|label)\*?\s*\{[^{}]*\}/g;
const PROSE = /(?<![\\\p{L}])\p{L}{2,}(?:[\s,;]+\p{L}+){2,}/gu;
const SMALL_WORDS =
  /(?:^|\s)(?:the|and|of|is|are|for|to|we|that|then|with|it|this|where|so|which|as|by|I)(?=\s|$)/;
/** Three words in a row, one of them a small word of English, outside \text. */
export const looksLikeProse = (content: string): boolean =>
  (content.replace(TEXT_GROUP, '{}').match(PROSE) ?? []).some(run => SMALL_WORDS.test(run));
