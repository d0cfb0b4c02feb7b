// Mathematics as rows write it (Unicode, or LaTeX in part) → LaTeX that GitHub renders. What is written stays as written: nothing is simplified.

const SUPERSCRIPTS: ReadonlyMap<string, string> = new Map(
  Object.entries({ ᵀ: '\\top ', ᴴ: 'H', '⁻': '-', '⁺': '+' }).concat(
    [...'⁰¹²³⁴⁵⁶⁷⁸⁹'].map((digit, i) => [digit, String(i)]),
  ),
);
const SYMBOLS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '⊗': '\\otimes ',
    '⊙': '\\odot ',
    '∂': '\\partial ',
    '∑': '\\sum',
    '‖': '\\Vert ',
    '−': '-',
    '½': '\\tfrac12 ',
    '∞': '\\infty ',
    '⟨': '\\langle ',
    '⟩': '\\rangle ',
    '′': "'",
    '″': "''",
    α: '\\alpha ',
    β: '\\beta ',
    δ: '\\delta ',
    ε: '\\varepsilon ',
    λ: '\\lambda ',
    θ: '\\theta ',
    μ: '\\mu ',
    ν: '\\nu ',
    σ: '\\sigma ',
    τ: '\\tau ',
    φ: '\\varphi ',
    ψ: '\\psi ',
    Λ: '\\Lambda ',
    Σ: '\\Sigma ',
    Φ: '\\Phi ',
    Ω: '\\Omega ',
  }),
);
/** Those that LaTeX knows by a command of their own. */
const COMMANDS = new Set(['det', 'log', 'exp', 'sin', 'cos', 'tanh', 'max', 'min']);

/** "∂tr(A X)/∂X = Aᵀ" → `\frac{\partial \operatorname{tr}(A X)}{\partial X} = A^{\top }`. */
export const latexOf = (claim: string): string =>
  fractions(claim)
    .replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺ᵀᴴ]+/gu, run => `^{${[...run].map(c => SUPERSCRIPTS.get(c)!).join('')}}`)
    .replace(/√(\p{Lu})/gu, '\\sqrt{$1}')
    .replace(/(?<![\p{L}\p{N}_\\{]|\d)1_/gu, '\\mathbf{1}_')
    .replace(/(?<![\\\p{L}])(\p{Ll}{2,}|Diag)(?=\()/gu, (_, name: string) =>
      COMMANDS.has(name) ? `\\${name}` : `\\operatorname{${name}}`,
    )
    .replace(/[^ -~]/gu, c => SYMBOLS.get(c) ?? c)
    .replace(/ {2,}/g, ' ')
    .replace(/ (?=[})\]^_]|$)/g, '');

/** Every "∂ what / ∂ by" at the same depth of brackets becomes a fraction. */
const fractions = (text: string): string => {
  const start = text.indexOf('∂');
  if (start < 0) return text;
  const slash = closing(text, start + 1);
  if (slash < 0) return text.slice(0, start + 1) + fractions(text.slice(start + 1));
  const by = /^∂(?:\p{L}(?:_\{[^}]*\}|_\p{L})?)/u.exec(text.slice(slash + 1))?.[0] ?? '';
  const what = text.slice(start, slash);
  return `${text.slice(0, start)}\\frac{${what}}{${by}}${fractions(text.slice(slash + 1 + by.length))}`;
};

/** Where the "/∂" stands that belongs to a "∂" before `from`; −1 when there is none. */
const closing = (text: string, from: number): number => {
  let depth = 0;
  for (let i = from; i < text.length; i++) {
    if ('([{'.includes(text[i]!)) depth++;
    if (')]}'.includes(text[i]!) && --depth < 0) return -1;
    if (depth === 0 && text.startsWith('/∂', i)) return i;
    if (depth === 0 && text[i] === '=') return -1;
  }
  return -1;
};
