// What the prose says of signs: "⊙ is the Hadamard product", "' the transpose", "log element wise", "numerator layout".

import type { Layout } from '../expression/expression.ts';
import type { Columnwise, Conventions } from '../latex/contract.ts';
import { type Atom, wordAt } from './prose.ts';

export interface Stated {
  readonly signs: Conventions;
  /** Functions such as exp and log act entry by entry. */
  readonly entrywise: boolean;
  /** Primes are read as derivatives, though the prose does not say so; or as transposes, though others are written in another way. */
  readonly primesGuessed: boolean;
  /** A layout from a place on; several voices may each have their own. */
  readonly layouts: readonly { readonly layout: Layout; readonly from: number }[];
}

/** `formulas` are the texts of all formulas. */
export const conventionsOf = (atoms: readonly Atom[], formulas: readonly string[]): Stated => {
  const signs = new Map<string, string>();
  let entrywise = false;
  let primeBy: string | null = null;
  atoms.forEach((a, i) => {
    const sign = signOf(a, formulas);
    if (sign) {
      const meaning = meaningOf(`${wordsAfter(atoms, i)} | ${wordsBefore(atoms, i)}`);
      if (meaning) signs.set(sign, meaning);
    }
    if (
      a.kind === 'math' &&
      a.region &&
      /^\s*\(?[.\s·]*(?:\\cdot)?\s*\)?'\s*$/.test(contentOf(formulas, atoms, i))
    ) {
      signs.set("'", /derivative/.test(wordsAfter(atoms, i)) ? 'derivative' : 'transpose');
      primeBy = derivativeIn(atoms, i, formulas);
    }
    if (
      a.kind === 'word' &&
      ELEMENTWISE.test(a.text) &&
      !/^(product|multiplication|division|derivative|operation)/.test(wordAt(atoms, i + 1))
    )
      entrywise ||= actsOnFunctions(atoms, i, formulas);
  });
  const prime = signs.get("'");
  const written = formulas.map(f => f.replace(PRIME, "'"));
  const transposes = primeIsTranspose(prime, written);
  primeBy = transposes ? null : (primeBy ?? parameterOf(formulas));
  return {
    signs: {
      star: columnwise(signs.get('*') ?? signs.get('∗')) ?? 'product',
      odot: columnwise(signs.get('⊙')) ?? 'hadamard',
      bullet: columnwise(signs.get('•')),
      circ: signs.get('∘') === 'hadamard' ? 'hadamard' : signs.get('∘') === 'compose' ? 'compose' : 'auto',
      primeIsTranspose: transposes,
      primeBy,
      variations: formulas.some(f => VARIATION.test(f)),
      jacobian: formulas.some(f => JACOBIAN.test(f)),
    },
    entrywise,
    primesGuessed: transposes ? !prime && mayDerive(written) : prime !== 'derivative',
    layouts: layoutsOf(atoms),
  };
};

/** The sign that an atom is, in or out of dollars, or that stands between its two letters: "write A ∗ B for …". */
const signOf = (a: Atom, formulas: readonly string[]): string | null => {
  if (a.kind === 'mark') return /^[⊙∘*•]$/.test(a.text) ? a.text : null;
  if (a.kind !== 'math') return null;
  if (a.form.kind === 'operator') return a.form.sign === '′' ? "'" : a.form.sign;
  const between = a.region && /^\s*[A-Za-z]\s*(\\\w+|[*⊙∘∗•])\s*[A-Za-z]\s*$/.exec(formulas[a.index] ?? '');
  return between ? (BETWEEN.get(between[1]!) ?? null) : null;
};
const BETWEEN: ReadonlyMap<string, string> = new Map([
  ['\\odot', '⊙'],
  ['⊙', '⊙'],
  ['\\circ', '∘'],
  ['∘', '∘'],
  ['\\ast', '*'],
  ['∗', '*'],
  ['*', '*'],
  ['\\bullet', '•'],
  ['•', '•'],
]);

const columnwise = (meaning: string | undefined): Columnwise | null =>
  meaning === 'hadamard' || meaning === 'khatriRao' || meaning === 'faceSplitting' ? meaning : null;

/** D F(X) = ∂vec F(X)/∂(vec X)ᵀ. */
const JACOBIAN =
  /^\s*(?:\\(?:mathrm|mathsf|operatorname)\s*\{?\s*D\s*\}?|\{\\rm\s+D\}|D)\s*[A-Za-z]\s*(?:\([^()]*\))?\s*(?:\\(?:triangleq|equiv|doteq|coloneqq)|≜|:?=)[^=]*vec[^=]*vec[^=]*(?:\\top|\bT\b|⊤|')/;

const VARIATION = /(?:\\delta|δ)\s*(?:\\(?:mathbf|boldsymbol|bm|mathrm|bf)\s*\{?\s*)?[A-Z]/;

const ELEMENTWISE = /^(elementwise|elementswise|entrywise|componentwise|pointwise|coordinatewise)$/;
const FUNCTION = /\\(?:exp|log|ln|sin|cos|tan|tanh|sqrt)\b|(?:exp|log|sin|cos|tanh)\s*\(/;

const collect = (atoms: readonly Atom[], from: number, step: 1 | -1): string => {
  const words: string[] = [];
  for (let i = from; words.length < 7; i += step) {
    const a = atoms[i];
    if (a?.kind === 'mark' && (a.text === '(' || a.text === ')')) continue;
    if (a?.kind !== 'word') break;
    words.push(a.text);
  }
  return (step === 1 ? words : words.reverse()).join(' ');
};
const wordsAfter = (atoms: readonly Atom[], i: number): string => {
  const words = collect(atoms, i + 1, 1);
  return /^(is|are|the|for|as|denotes|denote|represents|means|stands|be|columnar|hadamard|elementwise|entrywise|khatri|element)\b/.test(
    words,
  )
    ? words
    : '';
};
const wordsBefore = (atoms: readonly Atom[], i: number): string => {
  const words = collect(atoms, i - 1, -1);
  return /(product|multiplication|composition|denoted|denoted by|denoted as|transpose|transpose by|sign|symbol)$/.test(
    words,
  )
    ? words
    : '';
};
const meaningOf = (words: string): string | null => {
  if (/face[- ]?splitting|row[- ]?wise|by rows|transposed khatri/.test(words)) return 'faceSplitting';
  if (/khatri/.test(words)) return 'khatriRao';
  if (/hadamard|schur|(?:element|elements|entry|component|point)wise/.test(words)) return 'hadamard';
  if (/composition/.test(words)) return 'compose';
  if (/transpos/.test(words)) return 'transpose';
  return /derivative|differentiation/.test(words) ? 'derivative' : null;
};

/** The text of the formula at an atom; formulas stand in the order of the atoms that have a region. */
const contentOf = (formulas: readonly string[], atoms: readonly Atom[], at: number): string => {
  const a = atoms[at];
  return a?.kind === 'math' && a.region ? (formulas[a.index] ?? '') : '';
};

/** "log element wise", "functions act elementwise": the nearest thing before, in the sentence, that can act. */
const actsOnFunctions = (atoms: readonly Atom[], at: number, formulas: readonly string[]): boolean => {
  for (let i = at - 1; i >= 0 && at - i < 9; i--) {
    const a = atoms[i]!;
    if (a.kind === 'mark' && a.text !== ',' && a.text !== '(' && a.text !== ')') return false;
    if (a.kind === 'word' && /^(functions|exponential|logarithm|log|exp|powers|operations)$/.test(a.text))
      return true;
    if (a.kind === 'math') return FUNCTION.test(contentOf(formulas, atoms, i));
  }
  const next = collect(atoms, at + 1, 1);
  return /^(functions|exponential|logarithm|log|exp)\b/.test(next);
};

/** A prime that is typed otherwise. */
const PRIME = /\^\s*\{\s*\\prime\s*\}|\^\s*\\prime(?![a-zA-Z])|′/g;
/** ^T, ^\top, …; `after` is what may follow. */
const powerT = (after: string): string =>
  String.raw`\^\s*(?:T${after}|\{?\s*-?\s*(?:T\b|\\top|\\intercal|\\mathsf|\\mathrm\s*\{?T|\\rm\s*T|\\text\s*\{?T|t\b))`;
const [STANDING_T, ANY_T] = [new RegExp(powerT('\\b')), new RegExp(powerT(''))];
/** Stands on what no transpose stands on: v'^T, λ'. */
const ON_OTHERS = new RegExp(String.raw`'\s*${powerT('')}|\\lambda\s*(?:_\s*\{?\w+\}?\s*)?'`);
const ON_BRACKET = /[)\]]\s*'|\^\{-1\}\)\s*'|[A-Z]\([a-z]\)'|[A-Z]'\([a-z]\)/;
/** X'X */
const GRAM = /([A-Za-z])'\s*\1(?!')|([A-Za-z])\s*\2'/;
/**
 * Stated; else transpose, unless ^T is written too and a prime stands on a bracket, as in (XX^{-1})' = X'X^{-1} + …, or on what is no matrix
 * to be transposed.
 */
const primeIsTranspose = (said: string | undefined, formulas: readonly string[]): boolean => {
  if (said) return said === 'transpose';
  const some = (pattern: RegExp): boolean => formulas.some(f => pattern.test(f));
  return (
    !(some(STANDING_T) && some(ON_BRACKET)) && !(some(ANY_T) && some(ON_OTHERS)) && !some(/[A-Z]'\([a-z]\)/)
  );
};
/** Primes are read as transposes, though ^T is written too and no X'X says so. */
const mayDerive = (formulas: readonly string[]): boolean =>
  formulas.some(f => ANY_T.test(f)) && !formulas.some(f => GRAM.test(f));

/** "(.)' is the derivative in p": the p. */
const derivativeIn = (atoms: readonly Atom[], sign: number, formulas: readonly string[]): string | null => {
  let derivative = false;
  for (let i = sign + 1; i <= sign + 9; i++) {
    const a = atoms[i];
    if (a?.kind === 'word') derivative ||= a.text === 'derivative';
    else if (a?.kind !== 'math' || !derivative) return null;
    else {
      const by = contentOf(formulas, atoms, i).trim();
      return /^[a-z]$/.test(by) && /^(in|by|to|of)$/.test(wordAt(atoms, i - 1)) ? by : null;
    }
  }
  return null;
};

/** The t of d/dt and ∂K/∂t, where nothing else stands below a d. */
const parameterOf = (formulas: readonly string[]): string | null => {
  const below = new Set(formulas.flatMap(f => [...f.matchAll(BELOW)].map(m => m[1]!.trim())));
  const [only] = below;
  return below.size === 1 && only && /^[a-z]$/.test(only) ? only : null;
};
const BELOW =
  /\}\s*\{\s*(?:\\partial|\\delta|\\mathrm\s*\{?\s*d\s*\}?|\\rm\s*d|\{\\rm\s*d\}|d)(?![a-z])\s*([^{}]*)\}/g;

const layoutsOf = (atoms: readonly Atom[]): { layout: Layout; from: number }[] => {
  const found: { layout: Layout; from: number }[] = [];
  atoms.forEach((a, i) => {
    if (a.kind !== 'word' || !/^(layout|notation|convention)$/.test(a.text)) return;
    const before = wordAt(atoms, i - 1);
    const layout =
      before === 'numerator' || before === 'jacobian'
        ? 'numerator'
        : before === 'denominator' || before === 'hessian'
          ? 'denominator'
          : null;
    const asked =
      /^(in|or|which|not|than)$/.test(wordAt(atoms, i - 2)) && /^(or|than|not)$/.test(wordAt(atoms, i - 2));
    if (layout && !asked && wordAt(atoms, i + 1) !== 'or') found.push({ layout, from: a.span.start });
  });
  return found;
};
