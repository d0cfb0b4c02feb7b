// Edited syntax → text in the author's own notation: what was not edited is copied from the text, around an edit the operands are
// exchanged in place, and only what is new is printed, with as many brackets as the grammar needs.

import { number as numeral } from '../expression/build.ts';
import { operandsOf } from '../latex/operands.ts';
import { toLatex, toUnicode } from '../latex/print.ts';
import { raised } from '../latex/print-unicode.ts';
import type { Syntax } from '../latex/syntax.ts';
import { compare, ZERO } from '../number/rational.ts';
import { bare, exponentOf, numberOf, type Of } from './make.ts';
import { functionName, type Notation, notationOf } from './notation.ts';

/** How tightly a piece holds together, loosest first. */
const [SUM, TENSOR, QUOTIENT, PRODUCT, PREFIX, POSTFIX, ATOM] = [0, 1, 2, 3, 4, 5, 6];

/** A piece of which only the original's text is known, and that says something else. */
class Unwritable extends Error {}
interface Change {
  readonly old: Syntax;
  readonly by: Syntax;
  /** How tightly it has to hold together. */
  readonly needs: number;
}

export class Author {
  readonly notation: Notation;
  readonly #source: string;
  /** Pieces whose text is what stands at their span. */
  readonly #written = new Set<Syntax>();
  /** Pieces that stand where a larger one stands. */
  readonly #shared = new Set<Syntax>();

  /** @param sides what was written, with spans into the source */
  constructor(source: string, sides: readonly Syntax[]) {
    this.#source = source;
    this.notation = notationOf(source);
    for (const side of sides) this.#collect(side, null);
  }

  /** @throws Unwritable */
  text(s: Syntax): string {
    return this.#text(s).replace(/\s+/g, ' ').trim();
  }
  canWrite(s: Syntax): boolean {
    try {
      return this.#text(s) !== '';
    } catch (error) {
      if (error instanceof Unwritable) return false;
      throw error;
    }
  }
  /** A side that was written, and so stands at its span. */
  wrote(side: Syntax): boolean {
    return this.#written.has(side);
  }

  #collect(s: Syntax, around: Syntax | null): void {
    const { start, end } = s.span;
    const within = !around || (start >= around.span.start && end <= around.span.end);
    if (!within || start < 0) return;
    const shared = around !== null && sameSpan(s, around);
    if (shared) this.#shared.add(s);
    const own = !shared && balanced(this.#source.slice(start, end));
    if (own) this.#written.add(s);
    for (const operand of operandsOf(s)) this.#collect(operand, own || !around ? s : around);
  }
  #slice(s: Syntax): string {
    return this.#source.slice(s.span.start, s.span.end);
  }

  #text(s: Syntax): string {
    if (this.#written.has(s)) return this.#slice(s);
    const { origin } = s;
    return (origin && this.#written.has(origin) && this.#exchanged(s, origin)) || this.#printed(s);
  }

  /** What changed between a piece and its original; behind pieces that nobody wrote, such as the vector whose largest entry is max_i x_i. */
  #changes(s: Syntax, origin: Syntax): Change[] {
    const operands = operandsOf(s);
    return operandsOf(origin).flatMap((old, i) => {
      const by = operands[i]!;
      if (old === by) return [];
      const isUnwritten = !this.#written.has(old) && by.origin === old && sameSpan(old, origin);
      if (isUnwritten) return this.#changes(by, old);
      // A sum with an index may stand last without brackets: so may another one.
      const needs = needed(origin, i);
      return [{ old, by, needs: old.kind === by.kind ? Math.min(needs, this.#level(old)) : needs }];
    });
  }

  /** The text of the original with its changed operands exchanged; null where one of them does not stand there. */
  #exchanged(s: Syntax, origin: Syntax): string | null {
    const changes = this.#changes(s, origin).sort((a, b) => a.old.span.start - b.old.span.start);
    if (changes.some(({ old }) => !this.#written.has(old))) return null;
    let [text, at] = ['', origin.span.start];
    for (const { old, by, needs } of changes) {
      const [before, after] = [this.#source.slice(at, old.span.start), this.#source.slice(old.span.end)];
      // [A B]_{ij} keeps its own brackets: in round ones it would be something else.
      const isEntry = origin.kind === 'subscript' && by.kind === 'group';
      const [opens, closes] = [OPENS.test(before), CLOSES.test(after)];
      const made = isEntry ? this.#text(by) : this.#enclosed(by, opens && closes ? SUM : needs);
      text += before + (opens ? made.trimStart() : made);
      at = old.span.end;
    }
    return text + this.#source.slice(at, origin.span.end);
  }

  #enclosed(s: Syntax, needs: number): string {
    const of = this.#written.has(s) ? s : bare(s);
    const text = this.#text(of);
    if (this.#level(of) >= (of === s ? needs : Math.max(needs, POSTFIX)))
      return of === s ? text : ` ${text} `;
    return this.notation.latex && /\\(?:frac|sum|left)/.test(text) ? `\\left(${text}\\right)` : `(${text})`;
  }

  #level(s: Syntax): number {
    switch (s.kind) {
      case 'sum':
        return SUM;
      case 'binary':
      case 'summation':
        return TENSOR;
      case 'derivative':
      case 'quotient':
        return this.notation.latex && /^\\[dt]?frac/.test(this.#text(s)) ? PREFIX : QUOTIENT;
      case 'product':
        return PRODUCT;
      case 'differential':
      case 'gradient':
      case 'directional':
        return PREFIX;
      case 'number':
        return s.value.den === 1n && compare(s.value, ZERO) >= 0 ? ATOM : PREFIX;
      case 'transpose':
      case 'power':
      case 'pseudoInverse':
        return POSTFIX;
      case 'call':
        return this.#text(s).endsWith(')') ? ATOM : POSTFIX;
      default:
        return ATOM;
    }
  }

  #norm({ of, which }: Of<'norm'>): string {
    const { latex, bars } = this.notation;
    const index = which === '∞' && latex ? '\\infty' : which;
    return bars.join(this.#text(of)) + (which ? (which.length > 1 ? `_{${index}}` : `_${index}`) : '');
  }

  /** What separates two factors: what was written between them, or a space. */
  #between(a: Syntax, b: Syntax): string {
    if (!this.#written.has(a) || !this.#written.has(b) || a.span.end > b.span.start) return ' ';
    const written = this.#source.slice(a.span.end, b.span.start);
    return /^(?:\s|\\[,;:! ]|\\cdot|\\times|[·⋅*])+$/.test(written) ? written : ' ';
  }

  #printed(s: Syntax): string {
    const { latex, carets, transpose, inverseTranspose, operators, ones, d } = this.notation;
    const at = (of: Syntax, i = 0): string => this.#enclosed(of, needed(s, i));
    const below = (of: readonly Syntax[]): string => {
      const texts = of.map(i => this.#text(i));
      return texts.length ? lowered(texts.join(texts.every(t => t.length === 1) ? '' : ',')) : '';
    };
    const number = (of: Syntax): string => {
      const value = numberOf(of);
      return value ? (latex ? toLatex : toUnicode)(numeral(value)) : this.#text(of);
    };
    const above = (exponent: string): string =>
      !carets
        ? raised(exponent.replace('−', '-'))
        : `^${exponent.length === 1 ? exponent : `{${exponent.replace('−', '-')}}`}`;
    switch (s.kind) {
      case 'name':
        return latex ? s.latex : s.name;
      case 'number':
        return number(s);
      case 'constant':
        return (s.of === 'ones' ? ones : ones.replace('1', '0')) + below(s.size);
      case 'identity':
        return `I${below(s.size)}`;
      case 'subscript':
        return at(s.of) + below(s.subscripts);
      case 'sum':
        return s.terms
          .map(({ negative, of }, i) => {
            const sign = negative ? operators.minus : '+';
            return `${i > 0 ? ` ${sign} ` : negative ? sign : ''}${this.#enclosed(of, TENSOR)}`;
          })
          .join('');
      case 'product':
        return s.factors
          .map((f, i) => (i > 0 ? this.#between(s.factors[i - 1]!, f) : '') + at(f, i))
          .join('');
      case 'quotient':
        return latex
          ? `\\frac{${this.#text(s.over)}}{${this.#text(s.under)}}`
          : `${at(s.over)} / ${at(s.under, 1)}`;
      case 'binary':
        return `${at(s.left)} ${signOf(s.operator, operators)} ${at(s.right, 1)}`;
      case 'transpose': {
        const of = bare(s.of);
        const inverse = of.kind === 'power' && !of.entrywise && exponentOf(of) === -1;
        return inverse ? this.#enclosed(of.of, ATOM) + inverseTranspose : at(s.of) + transpose;
      }
      case 'power':
        return at(s.of) + (s.entrywise ? `^{\\circ ${number(s.exponent)}}` : above(number(s.exponent)));
      case 'pseudoInverse':
        return at(s.of) + (latex ? '^{+}' : '⁺');
      case 'call':
        return `${functionName(s.fn, this.#source, latex)}${(latex ? "'" : '′').repeat(s.primes)}(${s.args.map(a => this.#text(a)).join(', ')})`;
      case 'norm':
        return this.#norm(s);
      case 'differential':
        return `${d}${/[A-Za-z]$/.test(d) && d.length > 1 && !d.endsWith('}') ? ' ' : ''}${at(s.of)}`;
      case 'group':
        return `(${this.#text(s.of)})`;
      default:
        if (s.origin || this.#shared.has(s)) throw new Unwritable(s.kind);
        return this.#slice(s);
    }
  }
}

const sameSpan = ({ span: a }: Syntax, { span: b }: Syntax): boolean =>
  a.start === b.start && a.end === b.end;
/** `_n`, `_{mn}`. */
const lowered = (text: string): string => ([...text].length === 1 ? `_${text}` : `_{${text}}`);
const signOf = (operator: string, operators: Notation['operators']): string =>
  Object.hasOwn(operators, operator) ? operators[operator as keyof Notation['operators']] : ':';

/** How tightly the operand at a position has to hold together. */
const needed = (s: Syntax, i: number): number => {
  switch (s.kind) {
    case 'sum':
      return TENSOR;
    case 'product':
      return PRODUCT;
    case 'binary':
      return i === 0 && s.left.kind === 'binary' && s.left.operator === s.operator ? TENSOR : PRODUCT;
    case 'quotient':
      return i === 0 ? PRODUCT : ATOM;
    case 'summation':
      return PRODUCT;
    case 'differential':
      return POSTFIX;
    case 'transpose':
    case 'power':
    case 'pseudoInverse':
    case 'subscript':
    case 'derivative':
    case 'gradient':
    case 'call':
      return ATOM;
    default:
      return SUM;
  }
};
const OPENS = /[([{]\s*$/;
const CLOSES = /^\s*(?:\\right\s*)?[)\]}]/;
const balanced = (text: string): boolean => {
  let depth = 0;
  for (const c of text) {
    if ('([{'.includes(c)) depth++;
    if (')]}'.includes(c) && --depth < 0) return false;
  }
  return depth === 0;
};
