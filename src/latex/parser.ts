// Items → syntax: a Pratt parser, one method a level, loosest first. Throws Unread with the place; never guesses.
//   + −  <  :  <  ⊙ ∘ ⊘ ⊗ ⊕  <  juxtaposition · × * /  <  d, ∂, ∇, functions without brackets  <  scripts  <  letters and brackets

import { divide } from '../number/rational.ts';
import { nest } from './brackets.ts';
import { applied, FUNCTION_LETTERS } from './calls.ts';
import type { Conventions, Letters } from './contract.ts';
import { differential, directional, isDifferential, nabla, slashDerivative } from './differentials.ts';
import { hull, type Item, type ItemOf, type Operator, problem, Unread, unread } from './items.ts';
import { sumOver } from './lists.ts';
import { primary } from './primary.ts';
import type { Problem } from './problem.ts';
import { gathered, leaksIndex, summation } from './summation.ts';
import type { Font, Span, Syntax } from './syntax.ts';

export type Of<K extends Syntax['kind']> = Extract<Syntax, { kind: K }>;

export const DEPTH = { nested: 120, prefixes: 200 } as const;

/** What is known while one region is read. */
export interface Context {
  readonly letters: Letters;
  readonly conventions: Conventions;
  readonly warnings: Problem[];
  /** Functions and letters that this region defined so far. */
  readonly functions: Set<string>;
  readonly defined: Set<string>;
  readonly words: ReadonlySet<string>;
  readonly longestWord: number;
}

/** Behind these a factor may have a sign: A · −B. */
const TIMES: ReadonlySet<string> = new Set(['dot', 'times', '*', ':', 'odot', 'otimes', 'hadamard', 'circ']);

export class Parser {
  at = 0;
  /** Indices of the sums around. */
  bound: readonly string[] = [];
  readonly items: readonly Item[];
  #prefixes = 0;

  constructor(
    items: readonly Item[],
    readonly context: Context,
    /** Where to point when there is nothing. */
    readonly place: Span,
    readonly options: {
      readonly depth: number;
      /** In scripts and simple numerators a 1 is the number. */
      readonly plainNumbers: boolean;
      /** The left end of a chain: name(names) is a function that is being defined. */
      readonly head: boolean;
    },
  ) {
    if (options.depth > DEPTH.nested)
      throw unread('T050', place, `nested more than ${DEPTH.nested} deep`, {
        fix: 'name a part of it with a letter',
      });
    this.items = items.filter(i => i.type !== 'quad' && i.type !== 'ampersand');
    this.items.forEach((item, i) => {
      const adds = [i - 1, i + 1]
        .map(k => this.items[k])
        .every(s => s?.type === 'operator' && s.operator === '+');
      if (item.type !== 'ellipsis' || !adds) refuse(item);
    });
  }

  /** Everything, to the end. */
  whole(): Syntax {
    if (this.items.length === 0) throw unread('P001', this.place, 'an expression is missing here');
    const s = this.expression();
    const left = this.peek();
    if (left) throw leftover(left);
    return s;
  }

  peek(ahead = 0): Item | undefined {
    return this.items[this.at + ahead];
  }
  spanFrom(start: number): Span {
    const last = this.items[Math.max(start, this.at - 1)] ?? this.place;
    return hull(this.items[start] ?? this.place, last);
  }
  /** A parser for what stands inside an item. */
  inside(
    items: readonly Item[],
    place: Span,
    options: { readonly matched?: boolean; readonly plainNumbers?: boolean } = {},
  ): Parser {
    const inner = new Parser(options.matched ? items : nest(items, true).items, this.context, place, {
      depth: this.options.depth + 1,
      plainNumbers: options.plainNumbers ?? this.options.plainNumbers,
      head: false,
    });
    inner.bound = this.bound;
    return inner;
  }
  declared(name: string, font: Font): boolean {
    return this.context.letters.declared(name, font) || this.context.defined.has(name);
  }
  isFunction(name: string): boolean {
    return this.context.letters.isFunction(name) || this.context.functions.has(name);
  }
  /** Nothing is said of it, and it is a letter that functions usually have. */
  mayBeFunction(name: string, font: Font): boolean {
    return FUNCTION_LETTERS.has(name) && !this.declared(name, font);
  }
  isScalar(name: string): boolean {
    return this.context.letters.isScalar(name);
  }
  warn(code: string, span: Span, message: string, fix: string): void {
    const { start, end } = span;
    this.context.warnings.push({ severity: 'warning', code, message, span: { start, end }, fix });
  }

  operator(...of: readonly Operator[]): ItemOf<'operator'> | null {
    const item = this.peek();
    return item?.type === 'operator' && of.includes(item.operator) ? item : null;
  }

  expression(): Syntax {
    const start = this.at;
    const written: { negative: boolean; of: Syntax }[] = [];
    /** How many terms stand before the dots of a_1 + … + a_n. */
    let dots = 0;
    for (;;) {
      let negative = false;
      const signs = this.at;
      for (let sign = this.operator('+', '-', '±'); sign; sign = this.operator('+', '-', '±')) {
        if (sign.operator === '±')
          throw unread('P002', sign, '± says two things at once', {
            fix: 'write two claims, one for each sign',
          });
        if (this.at - signs >= 2) throw unread('P003', sign, `\`${sign.operator}\` after another sign`);
        if (sign.operator === '-') negative = !negative;
        this.at++;
      }
      const last = this.items[this.at - 1];
      if (this.peek()?.type === 'ellipsis' && dots === 0) {
        dots = written.length;
        this.at++;
        continue;
      }
      written.push({ negative, of: this.frobenius(last && this.at > signs ? last : null) });
      if (dots && written.length === dots + 1)
        written.splice(0, written.length, ...sumOver(this, written, dots));
      const next = this.peek();
      if (
        next?.type !== 'operator' ||
        !(next.operator === '+' || next.operator === '-' || next.operator === '±')
      )
        break;
    }
    const terms = gathered(written);
    const leak = leaksIndex(
      terms.map(t => t.of),
      this.bound,
    );
    if (leak)
      throw unread('A031', leak.span, `does the sum over ${leak.index} end before this term?`, {
        fix: 'put brackets around everything that is summed',
      });
    const [only] = terms;
    if (terms.length === 1 && only && !only.negative) return only.of;
    return { kind: 'sum', span: this.spanFrom(start), terms };
  }

  frobenius(after: Item | null): Syntax {
    const start = this.at;
    let left = this.tensor(after);
    for (let op = this.operator(':'); op; op = this.operator(':')) {
      this.at++;
      const right = this.tensor(op);
      left = { kind: 'binary', operator: 'frobenius', left, right, span: this.spanFrom(start) };
    }
    return left;
  }

  /** ⊙ ∘ ⊘ ⊗ ⊕ and, where the text says so, *: one level, from the left. */
  tensor(after: Item | null): Syntax {
    const start = this.at;
    let left = this.product(after);
    let family: string | null = null;
    for (let op = this.peek(); op?.type === 'operator'; op = this.peek()) {
      const meaning = this.#tensorOperator(op);
      if (!meaning) break;
      const own =
        meaning === 'hadamard' || meaning === 'quotient' || meaning === 'compose' ? 'entrywise' : meaning;
      if (family && family !== own)
        throw unread('A001', op, 'which product comes first here?', {
          expected: 'brackets where two kinds of product meet',
          fix: 'put brackets around the product that is meant first',
        });
      family = own;
      this.at++;
      const right = this.product(op);
      const span = this.spanFrom(start);
      const { circ } = this.context.conventions;
      const composes =
        op.operator === 'circ' &&
        circ !== 'hadamard' &&
        (circ === 'compose' || (this.#isMap(left) && this.#isMap(right)));
      if (meaning === 'quotient')
        left = { kind: 'quotient', over: left, under: right, entrywise: true, span };
      else left = { kind: 'binary', operator: composes ? 'compose' : meaning, left, right, span };
    }
    return left;
  }
  #tensorOperator(op: ItemOf<'operator'>): Of<'binary'>['operator'] | 'quotient' | null {
    const { odot, star, bullet } = this.context.conventions;
    switch (op.operator) {
      case 'odot':
        return odot;
      case 'circ':
      case 'hadamard':
        return 'hadamard';
      case 'oslash':
        return 'quotient';
      case 'otimes':
        return 'kronecker';
      case 'oplus':
        return 'kroneckerSum';
      case 'khatriRao':
        return 'khatriRao';
      case 'bullet':
        if (bullet) return bullet;
        throw unread('P003', op, 'a sign whose meaning the text does not say', {
          fix: 'say it: • is the face-splitting product, or write another sign',
        });
      case '*':
        return star === 'product' ? null : star;
      default:
        return null;
    }
  }
  #isMap(s: Syntax): boolean {
    if (s.kind === 'name') return this.isFunction(s.name) || this.mayBeFunction(s.name, s.font);
    return s.kind === 'call' && (this.isFunction(s.fn) || this.mayBeFunction(s.fn, 'plain'));
  }

  product(after: Item | null): Syntax {
    const start = this.at;
    let factors: Syntax[] = [this.factor(after)];
    for (let item = this.peek(); item; item = this.peek()) {
      const before = this.at;
      if (item.type === 'operator') {
        const { star } = this.context.conventions;
        if (item.operator === '/') factors = this.#slash(factors, start);
        else if (
          item.operator === 'dot' ||
          item.operator === 'times' ||
          (item.operator === '*' && star === 'product')
        ) {
          this.at++;
          factors.push(this.factor(item));
        } else break;
      } else if (startsFactor(item)) {
        const behindFraction = factors.at(-1)!.kind === 'quotient';
        if (item.type === 'number' && !behindFraction && !this.isConstant(item))
          throw unread('P012', item, 'a number directly after a factor', {
            expected: 'a subscript, an exponent, or the number first',
            fix: `write _{${item.digits}}, ^{${item.digits}}, or \\cdot ${item.digits}`,
          });
        factors.push(this.factor(null));
      } else break;
      if (this.at === before) throw leftover(item);
    }
    const [only] = factors;
    return factors.length === 1 && only ? only : { kind: 'product', factors, span: this.spanFrom(start) };
  }

  /** a/b takes everything to its left in this product; ∂f/∂X is a derivative. */
  #slash(factors: Syntax[], start: number): Syntax[] {
    const slash = this.peek()!;
    this.at++;
    const first = this.at;
    const under = this.factor(slash);
    const glued = this.peek();
    if (under.kind === 'number' && glued && glued.spaced === 'none' && startsFactor(glued))
      throw unread('A002', glued, 'is this letter in the denominator?', {
        fix: 'write \\frac{…}{…}, or brackets',
      });
    const whole = this.spanFrom(start);
    const last = factors.at(-1);
    const made = last && slashDerivative(last, under, hull(last.span, this.spanFrom(first)));
    if (made) return [...factors.slice(0, -1), made];
    const [only] = factors;
    if (factors.length === 1 && only?.kind === 'number' && under.kind === 'number' && under.value.num !== 0n)
      return [{ kind: 'number', value: divide(only.value, under.value), span: whole }];
    const over: Syntax =
      factors.length === 1 && only
        ? only
        : { kind: 'product', factors, span: hull(...factors.map(f => f.span)) };
    return [{ kind: 'quotient', over, under, entrywise: false, span: whole }];
  }

  /** Prefix operators, functions, sums; else a primary with its scripts. */
  factor(after: Item | null): Syntax {
    const item = this.peek();
    const minus = after?.type === 'operator' && TIMES.has(after.operator) ? this.operator('-') : null;
    if (minus) {
      const start = this.at++;
      const of = this.factor(minus);
      const span = this.spanFrom(start);
      return { kind: 'group', of: { kind: 'sum', terms: [{ negative: true, of }], span }, span };
    }
    if (!item || !startsFactor(item)) {
      if (after)
        throw unread('P003', after, `${shown(after)} has nothing on its right`, {
          expected: 'an expression after it',
          fix: 'complete it, or remove the sign',
        });
      throw item ? leftover(item) : unread('P001', this.place, 'an expression is missing here');
    }
    if (++this.#prefixes > DEPTH.prefixes)
      throw unread('T051', item, `more than ${DEPTH.prefixes} operators in a row`);
    const made = this.#prefixed(item);
    this.#prefixes--;
    return made;
  }
  #prefixed(item: Item): Syntax {
    if (item.type === 'big') return summation(this, item);
    if (item.type === 'nabla') return nabla(this);
    if (isDifferential(this)) return differential(this);
    return directional(this) ?? applied(this) ?? primary(this);
  }

  /** The digit `ahead` stands for ones or zeros: bold, blackboard, with a size, transposed, declared, or before such a one. */
  isConstant(item: ItemOf<'number'>, ahead = 0): boolean {
    if (this.options.plainNumbers || !/^[01]+$/.test(item.digits)) return false;
    if (item.font === 'bold' || item.font === 'blackboard' || item.font === 'other') return true;
    if (this.declared(item.digits[0]!, 'plain')) return true;
    const next = this.peek(ahead + 1);
    if (next?.type === 'number') return item.digits === '1' && this.isConstant(next, ahead + 1);
    if (next?.type !== 'script') return false;
    return next.sign === '_' ? item.digits.length === 1 : isTransposeSign(next);
  }
}

/** ^T or ^\top, which no number has. */
export const isTransposeSign = (script: ItemOf<'script'>): boolean => {
  const [only] = script.items;
  return script.items.length === 1 && only?.type === 'letter' && /^[T⊤]$/.test(only.name);
};

const shown = (item: Item): string => {
  if (item.type !== 'operator') return 'this sign';
  const sign = { dot: '\\cdot', times: '\\times', khatriRao: '\\boxtimes', hadamard: '.*' } as Record<
    string,
    string
  >;
  return `\`${sign[item.operator] ?? (/^[a-z]/.test(item.operator) ? `\\${item.operator}` : item.operator)}\``;
};

export const startsFactor = (item: Item): boolean => {
  switch (item.type) {
    case 'letter':
    case 'number':
    case 'word':
    case 'fraction':
    case 'root':
    case 'accent':
    case 'matrix':
    case 'braces':
    case 'brace':
    case 'big':
    case 'partial':
    case 'nabla':
    case 'bracket':
      return true;
    default:
      return false;
  }
};

export const leftover = (item: Item): Unread => {
  switch (item.type) {
    case 'script':
    case 'prime':
      return unread('P011', item, 'this script has nothing to stand on', {
        fix: 'write the letter before it',
      });
    case 'punctuation':
      return unread('P014', item, 'a list, where one expression is expected');
    case 'operator':
      return unread('P003', item, `${shown(item)} has nothing on its left`, {
        expected: 'an expression before it',
      });
    default:
      return unread('P011', item, 'what stands here is not understood');
  }
};

/** Items that no expression may hold. */
const refuse = (item: Item): void => {
  switch (item.type) {
    case 'bad':
      throw new Unread(item.problem);
    case 'ellipsis':
      throw new Unread(
        problem('P009', item, '“…” cannot be judged', {
          fix: 'write a sum with an index, or state a fixed size',
        }),
      );
    case 'relation':
      throw new Unread(
        problem('P010', item, 'a relation inside an expression', { fix: 'write it as a claim of its own' }),
      );
    case 'text':
    case 'connective':
      throw new Unread(
        problem('P011', item, 'words inside an expression', { fix: 'move them out of the formula' }),
      );
    case 'fence':
    case 'row':
      throw new Unread(problem('P011', item, 'a row ends inside an expression'));
    default:
      return;
  }
};
