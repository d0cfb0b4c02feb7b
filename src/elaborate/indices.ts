// The indices of one claim: which sum, or the claim itself, binds each, what it runs over, and a name that no other index has.

import type { Factor } from '../expression/dimension.ts';
import type { Index } from '../expression/expression.ts';
import type { Span, Syntax } from '../latex/syntax.ts';
import type { Inference } from './infer.ts';
import { unreadable } from './refusal.ts';
import type { Namer } from './unify.ts';
import { inner } from './walk.ts';

interface Binder {
  /** A summation, or the passage, for indices that nothing binds. */
  readonly of: object;
  readonly names: Map<string, string>;
}

export class Indices {
  readonly #binders: Binder[];
  readonly #taken = new Set<string>();
  /** A sum that is built again, with something in it changed, keeps the names of its indices. */
  readonly #sums = new Map<Syntax, Binder>();

  constructor(
    readonly inference: Inference,
    readonly namer: Namer,
    passage: object,
  ) {
    this.#binders = [{ of: passage, names: new Map() }];
  }

  /** Outside of every sum. */
  get free(): boolean {
    return this.#binders.length === 1;
  }

  /** Whether some binder in sight has an index of this name. */
  has(name: string): boolean {
    return this.inference.isIndex(
      this.#binders.map(b => b.of),
      name,
    );
  }

  /** The index that a subscript writes. */
  of(s: Syntax): Index {
    const of = inner(s);
    if (of.kind === 'number' && of.value.den === 1n && of.value.num >= 1n) return Number(of.value.num);
    if (of.kind !== 'name')
      throw unreadable('P030', s.span, 'a subscript that is not an index', {
        expected: 'a letter or a number',
      });
    const binder =
      [...this.#binders].reverse().find(b => this.inference.isIndex([b.of], of.name)) ?? this.#binders[0]!;
    return this.#index(binder, of.name, s.span) ?? 1;
  }

  /** Builds under a sum, with its indices; one that runs over a single value is null. */
  within<T>(
    sum: Extract<Syntax, { kind: 'summation' }>,
    build: (bound: (Exclude<Index, number> | null)[]) => T,
  ): T {
    const of = sum.origin ?? sum;
    const binder = this.#sums.get(of) ?? { of, names: new Map() };
    this.#sums.set(of, binder);
    this.#binders.push(binder);
    try {
      return build(sum.indices.map(name => this.#index(binder, name, sum.span)));
    } finally {
      this.#binders.pop();
    }
  }

  #index(binder: Binder, name: string, span: Span): Exclude<Index, number> | null {
    const dim = this.#dimension(binder.of, name, span);
    return dim === null ? null : { name: this.#name(binder, name), dim };
  }
  #dimension(binder: object, name: string, span: Span): Factor | null {
    const dim = this.namer.dimension([this.inference.indexOf(binder, name)]);
    if (dim.length > 1) throw unreadable('P031', span, `the index ${name} runs over ${dim.join('·')}`);
    return dim[0] ?? null;
  }
  #name(binder: Binder, name: string): string {
    const known = binder.names.get(name);
    if (known) return known;
    let unique = name;
    while (this.#taken.has(unique)) unique += '′';
    this.#taken.add(unique);
    binder.names.set(name, unique);
    return unique;
  }
}
