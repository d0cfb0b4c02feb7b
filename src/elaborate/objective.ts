// "Minimise ‖Ax − b‖². … ∇ₓ = 2Aᵀ(Ax − b)": a derivative of nothing written differentiates the last number in sight that has its variable.

import type { Document, Problem } from '../document/document.ts';
import { pieces } from '../latex/operands.ts';
import type { Syntax } from '../latex/syntax.ts';
import { inner, rewritten, withItems, withPassages } from './walk.ts';

/** The document with what such derivatives differentiate put in; where nothing is in sight, the equation is not read. */
export const withObjective = (document: Document): Document => {
  const unreadable = [...document.unreadable];
  const mentions = document.passages.flatMap(p => {
    const [only] = p.chain.items;
    return only && p.chain.relations.length === 0 && isNumber(only) ? [only] : [];
  });
  const passages = document.passages.flatMap(p => {
    let missing: Syntax | null = null;
    const put = (s: Syntax): Syntax | null => {
      if ((s.kind !== 'derivative' && s.kind !== 'gradient') || !isNothing(s.of)) return null;
      const of = mentions.findLast(m => m.span.start < p.span.start && s.by.every(by => holds(m, by)));
      if (of) return { ...s, of: { kind: 'group', of, span: s.span } };
      missing = s;
      return s;
    };
    const made = withItems(p, item => rewritten(item, put));
    if (!missing) return [made];
    const relation = p.chain.relations[0]?.span ?? p.span;
    if (p.chain.relations.length) unreadable.push({ span: p.span, relation, problem: ofWhat(missing) });
    return [];
  });
  return unreadable.length > document.unreadable.length
    ? { ...document, passages, unreadable }
    : withPassages(document, passages);
};

const isNothing = (s: Syntax): boolean => s.kind === 'name' && s.name === '';
const holds = (s: Syntax, by: Syntax): boolean => {
  const names = new Set(pieces(s).flatMap(p => (p.kind === 'name' ? [p.name] : [])));
  return pieces(by).every(p => p.kind !== 'name' || names.has(p.name));
};
const ofWhat = ({ span }: Syntax): Problem => ({
  severity: 'error',
  code: 'P061',
  message: 'the derivative of what?',
  span,
  fix: 'write what is differentiated',
});

/** Traces, determinants, norms, inner products, their multiples, powers and sums: numbers, whatever the shapes. */
const isNumber = (s: Syntax): boolean => {
  const of = inner(s);
  switch (of.kind) {
    case 'norm':
    case 'inner':
      return true;
    case 'binary':
      return of.operator === 'frobenius';
    case 'call':
      return /^(tr|det|logdet)$/.test(of.fn) || (/^(log|exp|sqrt)$/.test(of.fn) && of.args.every(isNumber));
    case 'power':
    case 'summation':
      return isNumber(of.of);
    case 'quotient':
      return isNumber(of.over);
    case 'sum':
      return of.terms.every(t => isNumber(t.of));
    case 'product':
      return of.factors.some(isNumber) && of.factors.every(f => isNumber(f) || isFactor(inner(f)));
    default:
      return false;
  }
};
/** ½, λ: what may stand before a number. */
const isFactor = (s: Syntax): boolean =>
  s.kind === 'number' || (s.kind === 'name' && /^[a-zα-ω]$/u.test(s.name) && s.font !== 'bold');
