// Mathematics of one region → chains of syntax, and what could not be read, each where it stands. Never throws on any input.
//   one expression that cannot be read costs only the relations beside it; the others of the chain are kept

import type { Conventions, Letters, ParsedChain, ParsedRegion } from './contract.ts';
import { expand } from './expand.ts';
import { hull, type Item, Unread } from './items.ts';
import type { Macros } from './macros.ts';
import { type Context, Parser } from './parser.ts';
import type { Problem } from './problem.ts';
import { Reader } from './reader.ts';
import { type RawChain, statements } from './statements.ts';
import type { RelationSign, Span, Syntax } from './syntax.ts';
import { tokenize } from './tokens.ts';

export interface MathematicsContext {
  readonly macros: Macros;
  readonly letters: Letters;
  readonly conventions: Conventions;
}

/**
 * Parses the mathematics in text.slice(span.start, span.end): no delimiters, but environments may be in it.
 * All spans in the result are offsets into `text`. A chain without relations is a mention.
 */
export const parseMathematics = (text: string, span: Span, context: MathematicsContext): ParsedRegion => {
  const tokens = expand(tokenize(text, span.start, span.end, context.conventions.spelledOut), context.macros);
  const reader = new Reader(tokens, context.macros.names);
  const items = reader.read('plain', 'region');
  const words = new Set(context.letters.words.filter(w => [...w].length > 1));
  const region = new Region(text, {
    letters: context.letters,
    conventions: context.conventions,
    warnings: [...reader.warnings],
    functions: new Set(),
    defined: new Set(),
    words,
    longestWord: Math.max(0, ...[...words].map(w => w.length)),
  });
  for (const chain of statements(items)) region.chain(chain);
  return { chains: region.chains, failures: region.failures, problems: region.context.warnings };
};

type Relation = { readonly sign: RelationSign; readonly span: Span };
const claims = (r: Relation | undefined): boolean => r?.sign === '=' || r?.sign === ':=' || r?.sign === '≡';

class Region {
  readonly chains: ParsedChain[] = [];
  readonly failures: { span: Span; relation: Span; problem: Problem }[] = [];

  constructor(
    readonly text: string,
    readonly context: Context,
  ) {}

  chain(raw: RawChain): void {
    const { relations } = raw;
    const read = raw.items.map((items, i) => this.#item(raw, items, i));
    this.#learn(read[0], relations[0]);
    let run: Syntax[] = [];
    let between: Relation[] = [];
    let before: Failed | null = null;
    const flush = (): void => {
      if (run.length > 1 || (run.length === 1 && relations.length === 0)) this.#add(raw, run, between);
      [run, between] = [[], []];
    };
    read.forEach((made, i) => {
      const relation = relations[i - 1];
      const ok = 'kind' in made ? made : null;
      const lenient = ok ?? this.#unjudged(raw, made as Failed, i);
      if (lenient && !before) {
        if (relation) between.push(relation);
        run.push(lenient);
      } else if (lenient) {
        this.#fail(before!, relation!, lenient.span);
        run = [lenient];
        between = [];
      } else {
        const failed = made as Failed;
        if (relation)
          this.#fail(before ?? failed, relation, hull(run.at(-1)?.span ?? failed.span, failed.span));
        flush();
      }
      before = lenient ? null : (made as Failed);
    });
    flush();
    const [only] = read;
    if (relations.length === 0 && only && !('kind' in only) && this.#hidesRelation(only))
      this.failures.push({ span: only.span, relation: only.problem.span, problem: only.problem });
  }

  #item(raw: RawChain, items: readonly Item[], i: number): Syntax | Failed {
    const place = this.#place(raw, items, i);
    if (i === 0 && raw.continues) {
      const { start } = raw.relations[0]!.span;
      return { kind: 'name', name: '', font: 'plain', latex: '', span: { start, end: start } };
    }
    try {
      const head = i === 0 && raw.relations.length > 0;
      return new Parser(items, this.context, place, {
        depth: 0,
        plainNumbers: false,
        head,
      }).whole();
    } catch (error) {
      if (!(error instanceof Unread)) throw error;
      const span = items.length > 0 ? hull(...ends(items)) : place;
      return { problem: error.problem, span, hides: holdsRelation(items) };
    }
  }
  #place(raw: RawChain, items: readonly Item[], i: number): Span {
    const [first] = items;
    if (first) return first;
    return (raw.relations[i - 1] ?? raw.relations[i])?.span ?? { start: 0, end: 0 };
  }

  /** What stands beside "≈", "∈" or "→" only is not judged: its text will do. */
  #unjudged(raw: RawChain, failed: Failed, i: number): Syntax | null {
    const [left, right] = [raw.relations[i - 1], raw.relations[i]];
    if (claims(left) || claims(right) || (!left && !right)) return null;
    const latex = this.text.slice(failed.span.start, failed.span.end);
    return { kind: 'name', name: latex, font: 'other', latex, span: failed.span };
  }

  /** A mention is never an error, unless a relation is lost in what could not be read. */
  #hidesRelation({ problem, span, hides }: Failed): boolean {
    if (hides) return true;
    return /^T|^P004$/.test(problem.code) && /=|\\equiv|≡/.test(this.text.slice(span.start, span.end));
  }

  #fail(failed: Failed, relation: Relation, beside: Span): void {
    if (claims(relation))
      this.failures.push({
        span: hull(failed.span, relation.span, beside),
        relation: relation.span,
        problem: failed.problem,
      });
  }

  #add(raw: RawChain, items: readonly Syntax[], relations: readonly Relation[]): void {
    const span = hull(items[0]!.span, items.at(-1)!.span);
    const lead = raw.continues && items[0]!.kind === 'name' && items[0]!.name === '' ? 'continues' : raw.lead;
    this.chains.push({ chain: { items, relations, span }, lead });
  }

  /** F(X) = … makes F a function for the rest of the region; y = … declares y. */
  #learn(head: Syntax | Failed | undefined, relation: Relation | undefined): void {
    if (!head || !('kind' in head) || !claims(relation)) return;
    if (head.kind === 'name' && head.name) this.context.defined.add(head.name);
    if (head.kind === 'call' && head.primes === 0 && head.args.every(a => a.kind === 'name'))
      this.context.functions.add(head.fn);
  }
}

interface Failed {
  readonly problem: Problem;
  readonly span: Span;
  /** A relation stands in brackets inside. */
  readonly hides: boolean;
}
const holdsRelation = (items: readonly Item[]): boolean => {
  const pending = [...items];
  for (let item = pending.pop(); item; item = pending.pop()) {
    if (item.type === 'relation' && item.sign === '=') return true;
    if (item.type === 'bracket' || item.type === 'braces') for (const i of item.items) pending.push(i);
    if (item.type === 'fraction')
      for (const part of [item.over, item.under]) for (const i of part) pending.push(i);
  }
  return false;
};
const ends = (items: readonly Item[]): readonly Span[] => [items[0]!, items.at(-1)!];
