// What is known of letters at a place of the text: declared, used before, defined by an earlier formula, varied.

import type { Chain, Syntax } from '../latex/syntax.ts';
import type { Declaration, Passage } from './document.ts';
import { mapParts, namesIn, piecesOf } from './rewrite.ts';

export class Knowledge {
  readonly #declared = new Map<string, Declaration>();
  readonly #varying: Set<string>;
  readonly #used = new Set<string>();
  /** What a letter is defined by, in letters that are not defined themselves. */
  readonly #defined = new Map<string, ReadonlySet<string>>();

  constructor(declarations: readonly Declaration[], variables: readonly string[], chains: readonly Chain[]) {
    for (const d of declarations) this.#declared.set(d.name, d);
    this.#varying = new Set(variables);
    for (const { items } of chains)
      for (const piece of items.flatMap(piecesOf))
        if (piece.kind === 'derivative' || piece.kind === 'gradient')
          for (const name of piece.by.flatMap(namesIn)) this.#varying.add(name);
  }

  declared(name: string): boolean {
    return this.#declared.has(name);
  }
  /** In an earlier formula. */
  used(name: string): boolean {
    return this.#used.has(name);
  }
  defined(name: string): boolean {
    return this.#defined.has(name);
  }
  /** The document differentiates by it, or calls it the unknown, and it stood there before. */
  solvedFor(name: string): boolean {
    if (this.#declared.get(name)?.role === 'variable') return true;
    return this.#varying.has(name) && this.#used.has(name) && !this.#defined.has(name);
  }
  /** Neither declared, nor defined, nor used: it appears here first. */
  isNew(name: string): boolean {
    return !this.declared(name) && !this.used(name) && !this.defined(name);
  }
  /** The letters that an expression rests on, with definitions put in; indices are left out. */
  free(s: Syntax): Set<string> {
    const found = new Set<string>();
    const visit = (piece: Syntax): void => {
      if (piece.kind === 'name' || piece.kind === 'call') {
        const name = piece.kind === 'name' ? piece.name : piece.fn;
        const body = this.#defined.get(name);
        if (body) for (const n of body) found.add(n);
        else if (piece.kind === 'name') found.add(name);
      }
      if (piece.kind === 'subscript') visit(piece.of);
      else if (piece.kind !== 'constant' && piece.kind !== 'identity')
        for (const part of partsOf(piece)) visit(part);
    };
    visit(s);
    return found;
  }

  /** Takes note of a chain and of what it defines. */
  read(chain: Chain, role: Passage['role']): void {
    const [head, body] = chain.items;
    const name = head && headName(head);
    if (name && body && role !== 'condition' && role !== 'mention' && !this.#defined.has(name))
      this.#defined.set(name, this.free(body));
    for (const item of chain.items) for (const n of namesIn(item)) this.#used.add(n);
  }
}

/** The letter that a left end defines: F, or F of F(X). */
export const headName = (s: Syntax): string | null => {
  if (s.kind === 'name') return s.name;
  return s.kind === 'call' && s.primes === 0 && s.args.length > 0 && s.args.every(a => a.kind === 'name')
    ? s.fn
    : null;
};

const partsOf = (s: Syntax): Syntax[] => {
  const parts: Syntax[] = [];
  mapParts(s, part => {
    parts.push(part);
    return part;
  });
  return parts;
};
