// LaTeX → markup by KaTeX, with the document's own macros: MathML, and spans in KaTeX's fonts where its style is in the page; what KaTeX does not know is shown as it was written.
// Commands that could link, load or style are refused (KaTeX's `trust` is off), and macros may not expand without end.

import katex from 'katex';
import { html, Markup } from './markup.ts';

/** Macro definitions wherever they stand in a document. */
const DEFINITION =
  /\\(?:re)?newcommand\s*\*?\s*(?:\{\s*\\[a-zA-Z]+\s*\}|\\[a-zA-Z]+)(?:\s*\[\d\])?(?:\s*\[[^\]]*\])?\s*\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}|\\def\s*\\[a-zA-Z]+(?:#\d)*\s*\{(?:[^{}]|\{[^{}]*\})*\}/g;
const OPERATOR = /\\DeclareMathOperator\s*\*?\s*\{?\s*(\\[a-zA-Z]+)\s*\}?\s*\{([^{}]*)\}/g;
const MOST_EXPANSIONS = 500;
/** Of TeX's em: no rule or space is larger. */
const LARGEST = 10;

export class Mathematics {
  /** KaTeX's own form: every key begins with a backslash. */
  readonly #macros: Record<string, string> = {};
  readonly #output: 'mathml' | 'htmlAndMathml';
  /** `styled`: KaTeX's style is in the page. */
  constructor(text: string, styled: boolean) {
    this.#output = styled ? 'htmlAndMathml' : 'mathml';
    for (const [definition] of text.matchAll(DEFINITION)) this.#try(definition, false);
    for (const [, name, body] of text.matchAll(OPERATOR))
      this.#try(`\\newcommand{${name}}{\\operatorname{${body}}}`, false);
  }

  /** Rendered, or the source in a code element. */
  render(latex: string, display = false): Markup {
    const source = latex.replace(/\\label\s*\{[^{}]*\}/g, '').trim();
    return this.#try(source, display) ?? html`<code class="source">${latex}</code>`;
  }
  #try(latex: string, displayMode: boolean): Markup | null {
    try {
      const text = katex.renderToString(latex, {
        displayMode,
        output: this.#output,
        throwOnError: true,
        strict: 'ignore',
        trust: false,
        errorColor: 'currentColor',
        macros: this.#macros,
        globalGroup: true,
        maxExpand: MOST_EXPANSIONS,
        maxSize: LARGEST,
      });
      return new Markup(text);
    } catch {
      return null;
    }
  }
}
