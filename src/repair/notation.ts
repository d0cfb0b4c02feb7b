// How the author writes what an edit needs: LaTeX or Unicode, which transpose, which letter for ones and for d.

type Tensor = 'hadamard' | 'kronecker' | 'khatriRao' | 'faceSplitting' | 'kroneckerSum';
export interface Notation {
  readonly latex: boolean;
  /** X^2, not X². */
  readonly carets: boolean;
  /** What stands above for a transpose, as it is written behind a letter: `^\top`, `'`, `ᵀ`. */
  readonly transpose: string;
  /** Of an inverse: `^{-T}`. */
  readonly inverseTranspose: string;
  readonly ones: string;
  /** Around what a norm is of. */
  readonly bars: readonly [open: string, close: string];
  readonly d: string;
  readonly operators: Readonly<Record<Tensor | 'minus', string>>;
}

/** What may stand above X for a transpose, in braces or without, as far as TeX takes it; all but the letters also above an inverse. */
const ABOVE: readonly RegExp[] = [
  /\\(?:top|intercal|prime|dagger)(?![a-zA-Z])/,
  /\\(?:mathsf|mathrm|textsf|textrm|text|sf|rm)(?:\s*\{\s*[Tt]\s*\}|\s+[Tt])/,
  /[TtH⊤]/,
];
const TRANSPOSES: readonly RegExp[] = [
  ...ABOVE.map(({ source }) => new RegExp(`\\^\\s*(?:\\{\\s*${source}\\s*\\}|${source})`)),
  /⊤/,
  /ᵀ/,
  /(?<=[A-Za-z)\]}])'(?![a-z'])/,
];
const withoutSpaces = (written: string): string => written.replace(/(?<!\\[a-z]+)\s/g, '');
/** Of `^{\mathsf T}`: `\mathsf T`. */
const above = (transpose: string): string | null =>
  /^\^\{?((?!\\prime)\\?[a-zA-Z⊤].*?)\}?$/.exec(transpose)?.[1] ?? null;

/** Found in the text of the document. */
export const notationOf = (text: string): Notation => {
  const latex = /\\[a-zA-Z]|\$/.test(text);
  const counted = TRANSPOSES.map(written => {
    const all = text.match(new RegExp(written, 'gu')) ?? [];
    return { written: withoutSpaces(all[0] ?? ''), times: all.length };
  }).sort((a, b) => b.times - a.times);
  const [most] = counted;
  const carets = latex || /\^/.test(text);
  const transpose = most!.times > 0 ? most!.written : latex ? '^\\top' : carets ? '^T' : 'ᵀ';
  const odot = /\\odot/.test(text) || !/\\circ/.test(text);
  return {
    latex,
    transpose,
    carets,
    inverseTranspose: carets ? `^{-${above(transpose) ?? 'T'}}` : '⁻ᵀ',
    ones:
      /\\(?:mathbf|mathbb|boldsymbol|bm|mathbbm|mathds|vec)\s*\{?\s*1\s*\}?/.exec(text)?.[0] ?? ones(latex),
    bars: barsIn(text, latex),
    d: /\\mathrm\s*(?:\{\s*d\s*\}|\sd)|\\partial(?=\s*[A-Z\\])|\\dd\b/.exec(text)?.[0] ?? 'd',
    operators: latex
      ? {
          hadamard: odot ? '\\odot' : '\\circ',
          kronecker: '\\otimes',
          khatriRao: '\\boxtimes',
          faceSplitting: '\\bullet',
          kroneckerSum: '\\oplus',
          minus: '-',
        }
      : {
          hadamard: /∘/.test(text) && !/⊙/.test(text) ? '∘' : '⊙',
          kronecker: '⊗',
          khatriRao: '⊠',
          faceSplitting: '•',
          kroneckerSum: '⊕',
          minus: /−/.test(text) || !/ - /.test(text) ? '−' : '-',
        },
  };
};
const barsIn = (text: string, latex: boolean): Notation['bars'] =>
  /\\lVert/.test(text) ? ['\\lVert ', '\\rVert'] : latex && !/‖/.test(text) ? ['\\|', '\\|'] : ['‖', '‖'];
const ones = (latex: boolean): string => (latex ? '\\mathbf{1}' : '1');

/** LaTeX's own commands among the functions that edits make. */
const COMMANDS = new Set(['det', 'exp', 'log', 'sin', 'cos', 'tanh']);
const GREEK: Readonly<Record<string, string>> = { λ: '\\lambda', σ: '\\sigma' };
/** A function's name as the text has it, or else as it is usual. */
export const functionName = (fn: string, text: string, latex: boolean): string => {
  const end = /^([λσ])_(max|min)$/.exec(fn);
  if (end) return latex ? `${/[λσ]/.test(text) ? end[1] : GREEK[end[1]!]}_{\\${end[2]}}` : fn;
  if (!latex || /^\P{L}|^.$/u.test(fn)) return fn;
  const written = new RegExp(
    `\\\\(?:operatorname\\*?|mathrm|text|mathop)\\s*\\{\\s*${fn}\\s*\\}|\\\\${fn}(?![a-zA-Z])`,
  );
  return written.exec(text)?.[0] ?? (COMMANDS.has(fn) ? `\\${fn}` : `\\operatorname{${fn}}`);
};
