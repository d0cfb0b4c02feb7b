// A counterexample for other programs: code that builds the instance, evaluates both sides and prints how far apart they are.
//   every value is a matrix (a scalar is 1×1), sizes and indices are those of the instance, sums are written out
//   differentials and derivatives are central differences along the instance's directions: near, not exact
//   what a language cannot say (a function without a definition) leaves the arrays and both sides' values as Rederive found them

import { type Dimension, type Shape, sizeOf } from '../expression/dimension.ts';
import type { Expression, Index } from '../expression/expression.ts';
import type { Entries, Statement } from '../expression/judgement.ts';
import { isInteger, type Rational, toText } from '../number/rational.ts';
import type { Counterexample } from '../verdict/verdict.ts';
import { JULIA } from './snippet-julia.ts';
import { NUMPY } from './snippet-numpy.ts';
import { OCTAVE } from './snippet-octave.ts';
import { sizesText } from './words.ts';

/** How a language says what an expression needs. Arguments are code that stands on its own (a name, a call, or in brackets). */
export interface Language {
  readonly name: string;
  /** Word behind the fence in Markdown. */
  readonly fence: string;
  readonly comment: string;
  readonly times: string;
  readonly entrywise: string;
  matrix(e: Entries<string>): string;
  scalar(value: string): string;
  identity(n: number): string;
  full(value: 0 | 1, rows: number, cols: number): string;
  unit(n: number, i: number): string;
  transpose(x: string): string;
  power(x: string, exponent: number): string;
  entry(x: string, row: number, col: number): string;
  reshape(x: string, rows: number, cols: number): string;
  block(rows: readonly (readonly string[])[]): string;
  /** x plus a number, entry by entry. */
  shifted(x: string, by: string): string;
  lambda(parameter: string, body: string): string;
  readonly calls: Readonly<Record<Call, (x: string) => string>>;
  /** Elementwise functions by name. */
  readonly functions: ReadonlyMap<string, (x: string) => string>;
  /** Definitions that a program needs when its code calls them, by name. */
  readonly helpers: ReadonlyMap<string, string>;
  program(parts: Parts): string;
}
export type Call =
  | 'vec'
  | 'diag'
  | 'diagonal'
  | 'trace'
  | 'determinant'
  | 'inverse'
  | 'pseudoInverse'
  | 'exp'
  | 'log'
  | 'sqrt';
export interface Parts {
  readonly sizes: string;
  /** The step of the differences, where there are any. */
  readonly step: string | null;
  readonly helpers: readonly string[];
  readonly values: readonly { readonly name: string; readonly code: string }[];
  readonly left: string;
  readonly right: string;
}

export interface Snippet {
  readonly language: string;
  readonly fence: string;
  readonly code: string;
  readonly note?: string;
}

/** One program for each language. */
export const snippets = (statement: Statement, c: Counterexample): Snippet[] =>
  [NUMPY, OCTAVE, JULIA].map(language => snippet(language, statement, c));

/** What the language at hand cannot say. */
class Inexpressible extends Error {}
const LONGEST = 20_000;

export const snippet = (language: Language, statement: Statement, c: Counterexample): Snippet => {
  const { name, fence } = language;
  const names = identifiers([...c.values, ...c.directions].map(v => v.name));
  const values = [
    ...c.values.map(v => ({ name: names.get(v.name)!, code: language.matrix(v.entries) })),
    ...c.directions.map(v => ({ name: direction(names, v.name), code: language.matrix(v.entries) })),
  ];
  const program = (left: string, right: string, step: string | null): string => {
    const code = `${left}\n${right}`;
    const helpers = [...language.helpers].filter(([helper]) => calls(code, helper)).map(([, text]) => text);
    return language.program({ sizes: sizesText(c), step, helpers, values, left, right });
  };
  try {
    const writer = new Writer(language, c, names);
    const [left, right] = [writer.code(statement.lhs), writer.code(statement.rhs)];
    if (left.length + right.length > LONGEST) throw new Inexpressible('the sums are too long to write out');
    return { language: name, fence, code: program(left, right, writer.step) };
  } catch (error) {
    if (!(error instanceof Inexpressible)) throw error;
    const note = `The sides are given as values, since ${error.message}.`;
    return {
      language: name,
      fence,
      code: program(language.matrix(c.lhs), language.matrix(c.rhs), null),
      note,
    };
  }
};

const calls = (code: string, helper: string): boolean => new RegExp(`(?<![\\w.])${helper}\\(`).test(code);
const direction = (names: ReadonlyMap<string, string>, symbol: string): string => `d${names.get(symbol)}`;

class Writer {
  readonly #language: Language;
  readonly #names: ReadonlyMap<string, string>;
  readonly #sizes: ReadonlyMap<string, number>;
  readonly #directions: ReadonlySet<string>;
  readonly #indices: Map<string, number>;
  /** What stands for a symbol that is being shifted. */
  readonly #shifted = new Map<string, string>();
  #depth = 0;
  #deepest = 0;

  constructor(language: Language, c: Counterexample, names: ReadonlyMap<string, string>) {
    this.#language = language;
    this.#names = names;
    this.#sizes = new Map(Object.entries(c.dimensions));
    this.#indices = new Map(Object.entries(c.indices));
    this.#directions = new Set(c.directions.map(d => d.name));
  }

  /** A step that suits the order of the differences; null without one. */
  get step(): string | null {
    return this.#deepest === 0 ? null : this.#deepest === 1 ? '1e-5' : '1e-3';
  }

  code(e: Expression): string {
    const text = this.#at(e);
    return text.startsWith('(') && closes(text) ? text.slice(1, -1) : text;
  }

  /** Code that stands on its own. */
  #at(e: Expression): string {
    const l = this.#language;
    const join = (operator: string, parts: readonly string[]): string => `(${parts.join(` ${operator} `)})`;
    switch (e.op) {
      case 'symbol':
        return this.#shifted.get(e.symbol.name) ?? this.#name(e.symbol.name);
      case 'number':
        return l.scalar(numberCode(e.value));
      case 'size':
        return l.scalar(`${this.#size(e.dim)}`);
      case 'identity':
        return l.identity(this.#size(e.shape.rows));
      case 'ones':
      case 'zeros':
        return l.full(e.op === 'ones' ? 1 : 0, ...this.#sizesOf(e.shape));
      case 'unit':
        return l.unit(this.#size(e.shape.rows), this.#index(e.index));
      case 'commutation':
        return `commutation(${this.#size(e.m)}, ${this.#size(e.n)})`;
      case 'duplication':
      case 'elimination':
        return `${e.op}(${this.#size(e.n)})`;
      case 'add':
        return `(${e.terms
          .map((t, i) => {
            const minus = negated(t);
            const sign = minus ? '- ' : i ? '+ ' : '';
            return sign + this.#at(minus ?? t);
          })
          .join(' ')})`;
      case 'product':
        return join(
          l.times,
          e.factors.map(f => this.#at(f)),
        );
      case 'scale': {
        const minus = negated(e);
        if (minus) return `(-${this.#at(minus)})`;
        const by = e.by.op === 'number' ? numberCode(e.by.value) : this.#at(e.by);
        return join(l.entrywise, [by, this.#at(e.of)]);
      }
      case 'hadamard':
        return join(l.entrywise, [this.#at(e.left), this.#at(e.right)]);
      case 'kronecker':
        return `kron(${this.code(e.left)}, ${this.code(e.right)})`;
      case 'khatriRao':
        return `khatri_rao(${this.code(e.left)}, ${this.code(e.right)})`;
      case 'transpose':
        return l.transpose(this.#at(e.of));
      case 'vec':
      case 'diag':
      case 'diagonal':
      case 'trace':
      case 'determinant':
      case 'inverse':
      case 'pseudoInverse':
        return l.calls[e.op](this.code(e.of));
      case 'matrixFunction':
        return l.calls[e.fn](this.code(e.of));
      case 'unvec':
        return l.reshape(this.#at(e.of), ...this.#sizesOf(e.shape));
      case 'power':
        return l.power(this.#at(e.of), e.exponent);
      case 'elementwise':
        return this.#elementwise(e.fn, this.#at(e.of), e.order);
      case 'eigen':
        return `eigen${e.part}(${this.code(e.of)}, ${this.#index(e.index)})`;
      case 'entry':
        return l.entry(this.#at(e.of), this.#index(e.row), this.#index(e.col));
      case 'sum':
        return this.#sum(e);
      case 'block':
        return l.block(e.blocks.map(row => row.map(b => this.code(b))));
      case 'differential':
        return this.#differential(e);
      case 'derivative':
        return this.#derivative(e);
      default: {
        const never: never = e;
        return never;
      }
    }
  }

  #sum(e: Expression & { readonly op: 'sum' }): string {
    const { name, dim } = e.index;
    const terms = Array.from({ length: this.#size([dim]) }, (_, i) => {
      this.#indices.set(name, i + 1);
      return this.#at(e.of);
    });
    this.#indices.delete(name);
    if (terms.join('').length > LONGEST) throw new Inexpressible('the sums are too long to write out');
    return `(${terms.join(' + ')})`;
  }

  #elementwise(fn: string, x: string, order: number): string {
    const known = this.#language.functions.get(fn);
    if (!known) throw new Inexpressible(`${fn} is a function without a definition`);
    if (order === 0) return known(x);
    return this.#deeper(() => {
      const at = (by: string): string => this.#elementwise(fn, this.#language.shifted(x, by), order - 1);
      return `((${at('+ h')} - ${at('- h')}) / (2 * h))`;
    });
  }

  #differential(e: Expression & { readonly op: 'differential' }): string {
    const varying = e.wrt.filter(name => this.#directions.has(name));
    return this.#deeper(() => {
      const at = (sign: '+' | '-'): string => {
        const before = varying.map(name => [name, this.#shifted.get(name)] as const);
        for (const [name, shifted] of before)
          this.#shifted.set(
            name,
            `(${shifted ?? this.#name(name)} ${sign} h * ${direction(this.#names, name)})`,
          );
        const text = this.#at(e.of);
        for (const [name, shifted] of before)
          shifted === undefined ? this.#shifted.delete(name) : this.#shifted.set(name, shifted);
        return text;
      };
      return `((${at('+')} - ${at('-')}) / (2 * h))`;
    });
  }

  #derivative(e: Expression & { readonly op: 'derivative' }): string {
    const l = this.#language;
    const { name, shape } = e.by;
    return this.#deeper(() => {
      const point = this.#shifted.get(name);
      this.#shifted.delete(name);
      const jacobian = `jacobian(${l.lambda(this.#name(name), this.code(e.of))}, ${point ?? this.#name(name)}, h)`;
      if (point !== undefined) this.#shifted.set(name, point);
      if (e.layout === 'gradient') return l.reshape(jacobian, ...this.#sizesOf(shape));
      return e.layout === 'denominator' ? l.transpose(jacobian) : jacobian;
    });
  }

  #deeper(write: () => string): string {
    this.#deepest = Math.max(this.#deepest, ++this.#depth);
    const text = write();
    this.#depth--;
    return text;
  }

  #name(symbol: string): string {
    const name = this.#names.get(symbol);
    if (name === undefined) throw new Inexpressible(`the instance has no value for ${symbol}`);
    return name;
  }
  #index(index: Index): number {
    if (typeof index === 'number') return index;
    const value = this.#indices.get(index.name);
    if (value === undefined) throw new Inexpressible(`the instance has no value for the index ${index.name}`);
    return value;
  }
  #size(d: Dimension): number {
    try {
      return sizeOf(d, this.#sizes);
    } catch {
      throw new Inexpressible(`the instance has no value for the size ${d.map(String).join('·')}`);
    }
  }
  #sizesOf(s: Shape): [number, number] {
    return [this.#size(s.rows), this.#size(s.cols)];
  }
}

/** A where e is −A. */
const negated = (e: Expression): Expression | null =>
  e.op === 'scale' && e.by.op === 'number' && toText(e.by.value) === '-1' ? e.of : null;

const numberCode = (value: Rational): string =>
  isInteger(value) && value.num >= 0n ? toText(value) : `(${toText(value)})`;

/** The first bracket closes at the very end. */
const closes = (text: string): boolean => {
  let open = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '(') open++;
    else if (text[i] === ')' && --open === 0) return i === text.length - 1;
  }
  return false;
};

const GREEK = new Map(
  'α:alpha β:beta γ:gamma δ:delta ε:epsilon ϵ:epsilon ζ:zeta η:eta θ:theta ι:iota κ:kappa λ:lambda μ:mu ν:nu ξ:xi π:pi ρ:rho σ:sigma τ:tau φ:phi ϕ:phi χ:chi ψ:psi ω:omega Γ:Gamma Δ:Delta Θ:Theta Λ:Lambda Ξ:Xi Π:Pi Σ:Sigma Φ:Phi Ψ:Psi Ω:Omega'
    .split(' ')
    .map(pair => pair.split(':') as [string, string]),
);
/** Words that mean something in one of the three languages, or in the programs themselves. */
const TAKEN = new Set(
  `abs and as assert break class continue cos cosh def del det diag diagm display do duplication e eigenvalue eigenvector elif elimination else elseif end except exp eye fill
    finally for from function global h hcat horzcat I if import in inv is jacobian khatri_rao kron commutation lambda left let
    local log map max maximum module not np nothing numel ones or pass pi pinv print printf println raise reduce reshape return
    right scipy sign sin sinh size sqrt struct sum tan tanh tr trace try unvec using vcat vec vertcat while with yield zeros`.split(
    /\s+/,
  ),
);

/** A name in ASCII for each symbol, all different (and different from every direction's name). */
const identifiers = (symbols: readonly string[]): Map<string, string> => {
  const names = new Map<string, string>();
  const used = new Set<string>();
  for (const symbol of new Set(symbols)) {
    const letters = [...symbol.normalize('NFKD')].map(
      c => GREEK.get(c) ?? (/\w/.test(c) ? c : /\p{M}/u.test(c) ? '_' : ' '),
    );
    const base =
      letters
        .join('')
        .trim()
        .replace(/\s+/g, '_')
        .replace(/^(?=[\d_])/, 'v') || 'v';
    let name = base;
    for (let i = 2; used.has(name) || used.has(`d${name}`) || TAKEN.has(name); i++) name = `${base}_${i}`;
    used.add(name).add(`d${name}`);
    names.set(symbol, name);
  }
  return names;
};
