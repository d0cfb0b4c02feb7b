// What the reader of items hands to the parser: letters, signs and boxes, fonts and braces resolved, brackets matched later.

import type { Rational } from '../number/rational.ts';
import type { Problem } from './problem.ts';
import type { Font, RelationSign, Span } from './syntax.ts';

export type Operator =
  | '+'
  | '-'
  | '±'
  | 'dot'
  | 'times'
  | '*'
  | '/'
  | ':'
  | 'hadamard'
  | 'odot'
  | 'circ'
  | 'oslash'
  | 'otimes'
  | 'oplus'
  | 'bullet'
  | 'khatriRao';

/** What opens or closes; "bar" and "norm" open or close by what stands around them. */
export type Fence = '(' | '[' | '{' | 'angle' | 'bar' | 'norm';

export type Spacing = 'none' | 'white' | 'thin';

interface Base<Type extends string> extends Span {
  readonly type: Type;
  /** What stands directly before it: nothing, white space (which does not print), or a space that prints. */
  readonly spaced: Spacing;
}

export type Item =
  /** latex: with its font command; typed: the character itself, rather than a command. */
  | (Base<'letter'> & {
      readonly name: string;
      readonly font: Font;
      readonly latex: string;
      readonly typed: boolean;
    })
  | (Base<'number'> & { readonly value: Rational; readonly font: Font; readonly digits: string })
  /** \log, \operatorname{vec}, \text{trace}: a name of several letters, set upright. */
  | (Base<'word'> & { readonly word: string; readonly latex: string })
  | (Base<'operator'> & { readonly operator: Operator })
  | (Base<'relation'> & { readonly sign: RelationSign })
  | (Base<'fence'> & {
      readonly fence: Fence;
      readonly side: 'open' | 'close' | 'either';
      /** \left or \right. */
      readonly explicit: boolean;
      readonly text: string;
    })
  | (Base<'script'> & { readonly sign: '^' | '_'; readonly items: readonly Item[]; readonly text: string })
  | (Base<'prime'> & { readonly count: number })
  | (Base<'fraction'> & { readonly over: readonly Item[]; readonly under: readonly Item[] })
  | (Base<'root'> & { readonly of: readonly Item[]; readonly degree: readonly Item[] | null })
  | (Base<'accent'> & { readonly mark: string; readonly command: string; readonly of: readonly Item[] })
  | (Base<'matrix'> & { readonly rows: readonly (readonly (readonly Item[])[])[]; readonly bars: boolean })
  /** A braced group, until it is spliced. */
  | (Base<'braces'> & { readonly items: readonly Item[] })
  /** \underbrace{…}, which a relation inside may open again. */
  | (Base<'brace'> & { readonly items: readonly Item[] })
  | (Base<'big'> & { readonly of: 'sum' })
  | (Base<'partial'> & { readonly latex: string })
  | Base<'nabla'>
  /** \quad and wider. */
  | Base<'quad'>
  | (Base<'text'> & { readonly words: string })
  | (Base<'connective'> & { readonly word: string })
  | (Base<'punctuation'> & { readonly sign: ',' | ';' | '|' | '.' | '?' })
  | Base<'ellipsis'>
  | Base<'ampersand'>
  | Base<'row'>
  | (Base<'bad'> & { readonly problem: Problem })
  /** Made by nest(): what stands between two fences. */
  | (Base<'bracket'> & { readonly fence: Fence; readonly items: readonly Item[]; readonly text: string });

export type ItemOf<T extends Item['type']> = Extract<Item, { type: T }>;

/** A failure to read one expression; parseMathematics turns it into a failure of that expression only. */
export class Unread extends Error {
  constructor(readonly problem: Problem) {
    super(problem.message);
  }
}

export const problem = (
  code: string,
  span: Span,
  message: string,
  more: { expected?: string; note?: string; fix?: string } = {},
): Problem => ({ severity: 'error', code, message, span: { start: span.start, end: span.end }, ...more });
export const unread = (
  code: string,
  span: Span,
  message: string,
  more: { expected?: string; note?: string; fix?: string } = {},
): Unread => new Unread(problem(code, span, message, more));

/** From the first to the last, in the order of the text. */
export const hull = (...spans: readonly Span[]): Span => {
  let [start, end] = [Number.POSITIVE_INFINITY, 0];
  for (const s of spans) {
    start = Math.min(start, s.start);
    end = Math.max(end, s.end);
  }
  return { start, end };
};
