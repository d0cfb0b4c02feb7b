// K(t), K′(t): where t stands below a d and K is no function that the text defines, K is a matrix that depends on t.

import type { Document } from '../document/document.ts';
import { pieces } from '../latex/operands.ts';
import type { Syntax } from '../latex/syntax.ts';
import { isKnownFunction } from './known.ts';
import { isUpper, type Scope } from './scope.ts';
import { inner, rewritten, withItems, withPassages } from './walk.ts';

/** The document with K(t) read as K, and K′(t) as dK/dt. */
export const withoutParameters = (document: Document, scope: Scope): Document => {
  const parameters = new Set<string>();
  for (const p of document.passages)
    for (const item of p.chain.items)
      for (const piece of pieces(item))
        for (const by of piece.kind === 'derivative' ? piece.by : []) {
          const name = inner(by);
          if (
            name.kind === 'name' &&
            /^[a-z]$/.test(name.name) &&
            !scope.find(name.name, name.font)?.declaration?.rows?.length
          )
            parameters.add(name.name);
        }
  if (parameters.size === 0) return document;
  const change = (s: Syntax): Syntax | null => {
    if (s.kind !== 'call' || s.args.length !== 1 || s.primes > 1 || !isUpper(s.fn) || isKnownFunction(s.fn))
      return null;
    const by = inner(s.args[0]!);
    const letter = scope.find(s.fn, 'plain');
    if (
      by.kind !== 'name' ||
      !parameters.has(by.name) ||
      letter?.definition ||
      letter?.declaration?.kind === 'function'
    )
      return null;
    const of: Syntax = { kind: 'name', name: s.fn, font: 'plain', latex: s.fn, span: s.span };
    return s.primes === 0 ? of : { kind: 'derivative', of, by: [by], partial: false, span: s.span };
  };
  return withPassages(
    document,
    document.passages.map(p => withItems(p, item => rewritten(item, change))),
  );
};
