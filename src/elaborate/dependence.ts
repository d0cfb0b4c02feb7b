// K(t), ∂K/∂p: letters that depend on a parameter of which nothing else is said. Their derivative by it is a direction of its own,
// so ∂/∂p of an expression is its differential along them.
//   a parameter is a small letter, or Ω_i with one fixed subscript, that stands only below ∂ and in brackets behind its dependents

import type { Document } from '../document/document.ts';
import { operandsOf, pieces } from '../latex/operands.ts';
import type { Syntax } from '../latex/syntax.ts';
import { isKnownFunction } from './known.ts';
import { isUpper, type Letter, type Scope } from './scope.ts';
import { inner } from './walk.ts';

type Name = Extract<Syntax, { kind: 'name' }>;

export class Dependence {
  /** Letters that depend on a parameter, by the parameter's key. */
  readonly of: ReadonlyMap<string, ReadonlySet<string>>;

  constructor(
    document: Document,
    readonly scope: Scope,
  ) {
    const fixed = fixedLabels(document);
    const parameters = new Map<string, Set<string>>();
    const elsewhere = new Set<string>();
    const add = (parameter: Letter, dependent: Letter): void => {
      const known = parameters.get(parameter.key) ?? new Set();
      if (!dependent.definition && dependent !== parameter)
        parameters.set(parameter.key, known.add(dependent.key));
    };
    const visit = (s: Syntax): void => {
      if (s.kind === 'name') {
        const letter = scope.find(s.name, s.font);
        if (letter) elsewhere.add(letter.key);
      } else if (s.kind === 'derivative' && s.by.length === 1) {
        const dependent = bare(s.of);
        const labelled = !dependent || isUpper(dependent.name) ? fixed.get(s.by[0]!) : null;
        if (labelled) {
          if (dependent) add(this.#letter(labelled), this.#letter(dependent));
          visit(s.of);
          return;
        }
        const parameter = bare(s.by[0]!);
        if (parameter && dependent && small(parameter)) add(this.#letter(parameter), this.#letter(dependent));
        visit(s.of);
        if (!parameter || !small(parameter)) for (const by of s.by) visit(by);
      } else if (s.kind === 'product') {
        s.factors.forEach((f, i) => {
          const behind = this.#bracketed(s.factors, i);
          if (behind) add(behind.parameter, behind.dependent);
          else visit(f);
        });
      } else if (s.kind === 'call' && !isKnownFunction(s.fn)) {
        for (const of of s.args) if (!bare(of)) visit(of);
      } else for (const operand of operandsOf(s)) visit(operand);
    };
    for (const p of document.passages) for (const item of p.chain.items) visit(item);
    this.of = new Map(
      [...parameters].filter(([key, dependents]) => !elsewhere.has(key) && dependents.size > 0),
    );
  }

  #letter(s: Name): Letter {
    return this.scope.letter(s.name, s.font, s.latex, s.span);
  }

  /** The parameter below ∂: t, or the Ω of Ω_i; null when it is none. */
  parameter(by: Syntax): Letter | null {
    const s = inner(by);
    const name = s.kind === 'subscript' && s.subscripts.length === 1 ? bare(s.of) : bare(s);
    const letter = name && this.#letter(name);
    return letter && this.of.has(letter.key) ? letter : null;
  }

  /** Factor i is the (t) of K(t). */
  #bracketed(factors: readonly Syntax[], i: number): { parameter: Letter; dependent: Letter } | null {
    const [raised, at] = [factors[i - 1], factors[i]];
    const before = raised?.kind === 'power' || raised?.kind === 'transpose' ? raised.of : raised;
    if (before?.kind !== 'name' || at?.kind !== 'group' || at.of.kind !== 'name') return null;
    const [dependent, parameter] = [this.#letter(before), this.#letter(at.of)];
    const declared = parameter.declaration?.rows && parameter.declaration.kind !== 'scalar';
    return small(at.of) && dependent !== parameter && !declared ? { parameter, dependent } : null;
  }

  /** A product's factors without the (t) behind letters that depend on t. */
  factors(of: readonly Syntax[]): readonly Syntax[] {
    return of.filter((_, i) => {
      const behind = this.#bracketed(of, i);
      return !behind || !this.of.get(behind.parameter.key)?.has(behind.dependent.key);
    });
  }
}

/** Ω_i below ∂, where Ω has no other subscript in the document and no sum runs over i. */
const fixedLabels = (document: Document): ReadonlyMap<Syntax, Name> => {
  const found = new Map<Syntax, Name>();
  const labels = new Map<string, Set<string>>();
  const bound = new Set<string>();
  for (const p of document.passages)
    for (const item of p.chain.items)
      for (const piece of pieces(item)) {
        if (piece.kind === 'summation') for (const i of piece.indices) bound.add(i);
        if (piece.kind !== 'derivative') continue;
        for (const below of piece.by) {
          const s = inner(below);
          if (s.kind !== 'subscript' || s.of.kind !== 'name') continue;
          const of = s.of.name;
          const label = s.subscripts.map(i => (i.kind === 'name' ? i.name : '?')).join();
          labels.set(of, (labels.get(of) ?? new Set()).add(label));
          if (s.subscripts.length === 1) found.set(below, { ...s.of, name: of });
        }
      }
  return new Map(
    [...found].filter(([, { name }]) => {
      const [only] = labels.get(name)!;
      return labels.get(name)!.size === 1 && only && only !== '?' && !bound.has(only);
    }),
  );
};

const small = (s: Name): boolean => /^[a-zα-ω]$/u.test(s.name);
const bare = (s: Syntax): Name | null => {
  const of = inner(s);
  return of.kind === 'name' ? of : null;
};
