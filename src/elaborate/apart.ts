// One letter for two things: the vectors x_i of a sum, and the x of s(x) = 1/(1 + e^{−x}) or of f(x) = Σ_i α_i x_iᵀx.
// Where every x_i is a vector, the x without a subscript is another letter.

import type { Document } from '../document/document.ts';
import { versionName } from '../document/scopes.ts';
import type { Syntax } from '../latex/syntax.ts';
import { usageOf } from './usage.ts';
import { rewritten, withItems, withPassages } from './walk.ts';

export const withBareApart = (document: Document): Document => {
  const usage = usageOf(document);
  const declared = new Map(document.declarations.map(d => [d.name, d]));
  const both = [...usage.vectorFamily.keys()].filter(name => {
    const declaration = declared.get(name);
    return usage.bare.has(name) && (!declaration || declaration.family);
  });
  if (both.length === 0) return document;
  const names = new Map(both.map(name => [name, versionName(name, 2)]));
  const change = (s: Syntax): Syntax | null => {
    if (s.kind === 'subscript' && s.of.kind === 'name')
      return { ...s, subscripts: s.subscripts.map(i => rewritten(i, change)) };
    return s.kind === 'name' && names.has(s.name) ? { ...s, name: names.get(s.name)! } : null;
  };
  return withPassages(
    document,
    document.passages.map(p => withItems(p, item => rewritten(item, change))),
  );
};
