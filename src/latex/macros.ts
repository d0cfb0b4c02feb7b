// Macros of a document: \newcommand, \renewcommand, \def, \let, \DeclareMathOperator, in or out of mathematics.
//   a use means the last definition before it, else the first after it
//   expansion has fuel (tokens made and expansions, of one formula and of the document): a bomb is a located problem, not a hang

import type { Problem } from './problem.ts';
import type { Span } from './syntax.ts';
import { type Token, tokenize } from './tokens.ts';

export interface Macro {
  readonly name: string;
  readonly parameters: number;
  /** The default of an optional first argument. */
  readonly optional: readonly Token[] | null;
  readonly body: readonly Token[];
  /** Where it is defined. */
  readonly span: Span;
}

export const LIMITS = {
  expansions: 10_000,
  tokens: 200_000,
  levels: 64,
  documentTokens: 2_000_000,
} as const;

export class Macros {
  readonly #named = new Map<string, Macro[]>();
  /** Tokens that expansion may still make in this document. */
  fuel: number = LIMITS.documentTokens;

  add(macro: Macro): void {
    const known = this.#named.get(macro.name);
    if (known) known.push(macro);
    else this.#named.set(macro.name, [macro]);
  }
  /** What the command means at this place. */
  lookup(name: string, at: number): Macro | null {
    const all = this.#named.get(name);
    if (!all) return null;
    return all.findLast(m => m.span.start <= at) ?? all[0] ?? null;
  }
  get names(): readonly string[] {
    return [...this.#named.keys()];
  }
}

const DEFINITIONS =
  /\\(newcommand|renewcommand|providecommand|DeclareMathOperator|DeclareRobustCommand|def|gdef|edef|xdef|let)(?![a-zA-Z])/g;
export const DEFINES: ReadonlySet<string> = new Set([
  'newcommand',
  'renewcommand',
  'providecommand',
  'DeclareMathOperator',
  'DeclareRobustCommand',
  'def',
  'gdef',
  'edef',
  'xdef',
  'let',
]);

/** Every macro that the text defines. Definitions that cannot be read are told. */
export const collectMacros = (text: string): { macros: Macros; problems: Problem[] } => {
  const macros = new Macros();
  const problems: Problem[] = [];
  const definitions = [...text.matchAll(DEFINITIONS)];
  if (definitions.length === 0) return { macros, problems };
  const closers = matchBraces(text);
  for (const m of definitions) {
    const made = new DefinitionReader(text, m.index + m[0].length, closers).read(m[1]!, m.index);
    if (typeof made !== 'string') macros.add(made);
    else
      problems.push({
        severity: 'warning',
        code: 'T010',
        message: `this definition cannot be read: ${made}`,
        span: { start: m.index, end: m.index + m[0].length },
        expected: '\\newcommand{\\name}[2]{…} or \\def\\name#1#2{…}',
      });
  }
  return { macros, problems };
};

/** The place of the brace that closes each opening one. */
const matchBraces = (text: string): ReadonlyMap<number, number> => {
  const closers = new Map<number, number>();
  const open: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (c === '\\') i++;
    else if (c === '{') open.push(i);
    else if (c === '}') {
      const from = open.pop();
      if (from !== undefined) closers.set(from, i);
    }
  }
  return closers;
};

class DefinitionReader {
  constructor(
    readonly text: string,
    public at: number,
    readonly closers: ReadonlyMap<number, number>,
  ) {}

  /** The macro, or why it cannot be read. */
  read(command: string, start: number): Macro | string {
    const star = this.#skip('*');
    const name = this.#name();
    if (name === null) return 'no command is named';
    const macro = (parameters: number, optional: readonly Token[] | null, body: readonly Token[]): Macro => ({
      name,
      parameters,
      optional,
      body,
      span: { start, end: this.at },
    });
    if (command === 'let') {
      this.#skip('=');
      const target = /\s*(\\[a-zA-Z]+|\\[\s\S]|[^\s\\])/y;
      target.lastIndex = this.at;
      const found = target.exec(this.text);
      if (!found) return 'nothing is given to \\let';
      this.at = target.lastIndex;
      return macro(0, null, tokenize(found[1]!, 0, found[1]!.length));
    }
    if (command === 'DeclareMathOperator') {
      const body = this.#group();
      if (!body) return 'the operator has no text';
      const operator = `\\operatorname${star ? '*' : ''}{${body.text}}`;
      return macro(0, null, tokenize(operator, 0, operator.length));
    }
    if (command.endsWith('def')) return this.#plainTex(macro);
    const count = this.#bracket();
    const optional = count === null ? null : this.#bracket();
    const parameters = count === null ? 0 : Number(count.trim());
    if (!Number.isInteger(parameters) || parameters < 0 || parameters > 9)
      return `"${count}" is no number of arguments`;
    const body = this.#group();
    if (!body) return 'the body has no closing brace';
    return macro(parameters, optional === null ? null : tokenize(optional, 0, optional.length), body.tokens);
  }

  #plainTex(
    macro: (n: number, optional: readonly Token[] | null, body: readonly Token[]) => Macro,
  ): Macro | string {
    const brace = this.text.indexOf('{', this.at);
    const written =
      brace < 0 || brace - this.at > 40 ? null : this.text.slice(this.at, brace).replace(/\s+/g, '');
    if (written === null) return 'no body follows';
    const parameters = written.length / 2;
    const plain = [...Array(Math.floor(parameters)).keys()].map(i => `#${i + 1}`).join('');
    if (written !== plain) return 'arguments with delimiters';
    this.at = brace;
    const body = this.#group();
    return body ? macro(parameters, null, body.tokens) : 'the body has no closing brace';
  }

  #space(): void {
    while (/\s/.test(this.text[this.at] ?? '')) this.at++;
  }
  #skip(sign: string): boolean {
    this.#space();
    if (this.text[this.at] !== sign) return false;
    this.at++;
    return true;
  }
  #name(): string | null {
    const braced = this.#skip('{');
    this.#space();
    const command = /\\([a-zA-Z]+|[^\sa-zA-Z])/y;
    command.lastIndex = this.at;
    const found = command.exec(this.text);
    if (!found) return null;
    this.at = command.lastIndex;
    if (braced && !this.#skip('}')) return null;
    return found[1]!;
  }
  #bracket(): string | null {
    if (!this.#skip('[')) return null;
    const end = this.text.indexOf(']', this.at);
    if (end < 0 || end - this.at > 200) return null;
    const content = this.text.slice(this.at, end);
    this.at = end + 1;
    return content;
  }
  /** A braced group, or the single token that stands for one. */
  #group(): { text: string; tokens: readonly Token[] } | null {
    this.#space();
    const end = this.closers.get(this.at);
    if (this.text[this.at] !== '{' || end === undefined) return null;
    const from = this.at + 1;
    this.at = end + 1;
    return { text: this.text.slice(from, end), tokens: tokenize(this.text, from, end) };
  }
}
