// What is no text to read: code, comments, a preamble. It is replaced by blanks of the same length, so that offsets stay.
// Linear in the text's length. Fenced `math` blocks are kept and told.

import type { Span } from '../latex/syntax.ts';

export interface Masked {
  /** As long as the text; newlines are where they were. */
  readonly text: string;
  /** The contents of fenced `math` blocks, with the fences around them. */
  readonly fenced: readonly { readonly outer: Span; readonly content: Span }[];
}

const blank = (s: string): string => s.replace(/[^\n\r]/g, ' ');

/** Parts of a text, blanked in one pass. */
const without = (text: string, spans: readonly Span[]): string => {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    if (start < at) continue;
    parts.push(text.slice(at, start), blank(text.slice(start, end)));
    at = end;
  }
  parts.push(text.slice(at));
  return parts.join('');
};

const spansOf = (text: string, pattern: RegExp): Span[] =>
  [...text.matchAll(pattern)].map(m => ({ start: m.index, end: m.index + m[0].length }));

/** Markdown: fenced code, code spans, HTML comments, <pre>, <code>, <script>, <style>. */
export const maskMarkdown = (text: string): Masked => {
  const fenced: { outer: Span; content: Span }[] = [];
  const code: Span[] = [];
  const fences = /^[ \t>]*(`{3,}|~{3,})[ \t]*([^\n`]*)$/gm;
  for (let open = fences.exec(text); open; open = fences.exec(text)) {
    const [line, fence = '', info = ''] = open;
    const bodyStart = open.index + line.length;
    let close: RegExpExecArray | null;
    do close = fences.exec(text);
    while (close && !(close[1]!.startsWith(fence) && close[2]!.trim() === ''));
    const end = close ? close.index + close[0].length : text.length;
    const outer = { start: open.index, end };
    if (/^math\b/i.test(info.trim()))
      fenced.push({ outer, content: { start: bodyStart, end: close?.index ?? end } });
    code.push(outer);
    if (!close) break;
  }
  const first = without(text, code);
  const html = spansOf(first, /<!--[\s\S]*?-->|<(pre|code|script|style)\b[^>]*>[\s\S]*?<\/\1\s*>/gi);
  const second = without(first, html);
  return { text: without(second, codeSpans(second)), fenced };
};

/** A sign that the text speaks of: "`*` is the elementwise product". */
const SIGN = /^ ?[*⊙∘⊗·⋅×@] ?$/;
/** `code`, ``co`de``: a run of backticks, and the next run of the same length in the paragraph. "$`…`$" is mathematics. */
const codeSpans = (text: string): Span[] => {
  const found: Span[] = [];
  const runs = [...text.matchAll(/`+|\n[ \t]*\r?\n/g)];
  for (let i = 0; i < runs.length; i++) {
    const open = runs[i]!;
    if (open[0][0] !== '`') continue;
    for (let j = i + 1; j < runs.length && runs[j]![0][0] === '`'; j++) {
      const close = runs[j]!;
      if (close[0].length !== open[0].length) continue;
      const end = close.index + close[0].length;
      const isSign = SIGN.test(text.slice(open.index + open[0].length, close.index));
      if (!isSign && (text[open.index - 1] !== '$' || text[end] !== '$'))
        found.push({ start: open.index, end });
      i = j;
      break;
    }
  }
  return found;
};

/** LaTeX: comments, verbatim text, and what is outside \begin{document} … \end{document}. */
export const maskLatex = (text: string): Masked => {
  const hidden = spansOf(
    text,
    /\\begin\{(verbatim|lstlisting|comment|minted)\*?\}[\s\S]*?\\end\{\1\*?\}|\\verb\*?([^a-zA-Z\s*])[^\n]*?\2/g,
  );
  const first = without(text, hidden);
  const comments = [...first.matchAll(/(^|[^\\])((?:\\\\)*)(%[^\n]*)/gm)].map(m => {
    const end = m.index + m[0].length;
    return { start: end - m[3]!.length, end };
  });
  const second = without(first, comments);
  const begin = /\\begin\{document\}/.exec(second);
  const end = /\\end\{document\}/.exec(second);
  const outside: Span[] = [];
  if (begin) outside.push({ start: 0, end: begin.index + begin[0].length });
  if (end) outside.push({ start: end.index, end: text.length });
  return { text: without(second, outside), fenced: [] };
};
