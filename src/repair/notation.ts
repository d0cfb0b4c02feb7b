// How the author writes what an edit needs: LaTeX or Unicode, which transpose, which letter for ones and for d.

type Tensor = 'hadamard' | 'kronecker' | 'khatriRao' | 'faceSplitting';
export interface Notation {
  readonly latex: boolean;
  /** What stands above for a transpose, as it is written behind a letter: `^\top`, `'`, `ᵀ`. */
  readonly transpose: string;
  /** Of an inverse: `^{-T}`. */
  readonly inverseTranspose: string;
  readonly ones: string;
  readonly d: string;
  readonly operators: Readonly<Record<Tensor | 'minus', string>>;
}

/** What is above X for a transpose, as written; what of it stands in X^{-T}. */
const TRANSPOSES: readonly (readonly [written: RegExp, above: string | null])[] = [
  [/\^\s*\{?\s*\\top\s*\}?/, '\\top'],
  [/\^\s*\{?\s*\\intercal\s*\}?/, '\\intercal'],
  [/\^\s*\{?\s*\\(?:mathsf|mathrm|rm|sf|text|intercal)\s*\{?\s*T\s*\}?\s*\}?/, null],
  [/\^\s*\{?\s*T\s*\}?(?![A-Za-z])/, 'T'],
  [/⊤/, '\\top'],
  [/ᵀ/, 'T'],
  [/(?<=[A-Za-z)\]}])'(?![a-z'])/, "'"],
];

/** Found in the text of the document. */
export const notationOf = (text: string): Notation => {
  const latex = /\\[a-zA-Z]|\$/.test(text);
  const counted = TRANSPOSES.map(([written, above]) => {
    const all = text.match(new RegExp(written, 'gu')) ?? [];
    return { written: all[0]?.replace(/\s/g, '') ?? '', above, times: all.length };
  }).sort((a, b) => b.times - a.times);
  const [most] = counted;
  const transpose = most!.times > 0 ? most!.written : latex ? '^\\top' : 'ᵀ';
  const above = (most!.times > 0 && most!.above) || 'T';
  const odot = /\\odot/.test(text) || !/\\circ/.test(text);
  return {
    latex,
    transpose,
    inverseTranspose: latex ? `^{-${above === "'" ? 'T' : above}}` : '⁻ᵀ',
    ones:
      /\\(?:mathbf|mathbb|boldsymbol|bm|mathbbm|mathds|vec)\s*\{?\s*1\s*\}?/.exec(text)?.[0] ?? ones(latex),
    d: /\\mathrm\s*\{\s*d\s*\}|\\partial(?=\s*[A-Z\\])|\\dd\b/.exec(text)?.[0] ?? 'd',
    operators: latex
      ? {
          hadamard: odot ? '\\odot' : '\\circ',
          kronecker: '\\otimes',
          khatriRao: '\\boxtimes',
          faceSplitting: '\\bullet',
          minus: '-',
        }
      : {
          hadamard: /∘/.test(text) && !/⊙/.test(text) ? '∘' : '⊙',
          kronecker: '⊗',
          khatriRao: '⊠',
          faceSplitting: '•',
          minus: /−/.test(text) || !/ - /.test(text) ? '−' : '-',
        },
  };
};
const ones = (latex: boolean): string => (latex ? '\\mathbf{1}' : '1');

/** LaTeX's own commands among the functions that edits make. */
const COMMANDS = new Set(['det', 'exp', 'log', 'sin', 'cos', 'tanh']);
/** A function's name as the text has it, or else as it is usual. */
export const functionName = (fn: string, text: string, latex: boolean): string => {
  if (!latex || /^\P{L}|^.$/u.test(fn)) return fn;
  const written = new RegExp(
    `\\\\(?:operatorname\\*?|mathrm|text|mathop)\\s*\\{\\s*${fn}\\s*\\}|\\\\${fn}(?![a-zA-Z])`,
  );
  return written.exec(text)?.[0] ?? (COMMANDS.has(fn) ? `\\${fn}` : `\\operatorname{${fn}}`);
};
