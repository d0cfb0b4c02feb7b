// Equations that define, turned so that what they define stands on the left: 11ᵀ = J, β² = bᵀb, C_{ij} = Σ_k A_{ik}B_{kj}, π_i = σ(x_iᵀβ).

import { pieces } from '../latex/operands.ts';
import type { Chain, Syntax } from '../latex/syntax.ts';
import { headName, type Knowledge } from './knowledge.ts';
import { DEFINING, type Lead } from './lead.ts';
import { rest } from './parts.ts';
import { namesIn } from './rewrite.ts';

/** "Setting 11ᵀ = J" defines J; "gᵀ = ∂f/∂xᵀ = …" defines g first, and then claims; so do β² = bᵀb and 1 = αβ. */
export const oriented = (chain: Chain, lead: Lead, known: Knowledge): Chain[] => {
  const [left, right] = chain.items;
  const [relation] = chain.relations;
  if (!left || !right || relation?.sign !== '=') return [chain];
  const array = byEntries(left, right, known);
  if (array) return [{ items: array, relations: [relation], span: chain.span }, ...rest(chain)];
  const defining = DEFINING.test(lead.governor) && chain.relations.length === 1;
  if (defining && right.kind === 'name' && left.kind !== 'name' && known.isNew(right.name))
    return [{ ...chain, items: [right, left] }];
  const isHead = right.kind === 'call' && right.args.length > 0 && headName(right) !== null;
  if (defining && isHead && headName(left) === null && known.isNew(right.fn))
    return [{ ...chain, items: [right, left] }];
  const error = chain.relations.length === 1 ? residual(left, right, known) : null;
  if (error) return [{ ...chain, items: error }];
  const solved = solve(left, right, known);
  return solved ? [{ items: solved, relations: [relation], span: chain.span }, chain] : [chain];
};

/** K_{mn} = Σ_{i=1}^m …, whose subscripts are sizes, and E_{ij} = e_i e_jᵀ, which is a matrix for each i and j. */
const isNoEntry = (right: Syntax, names: readonly string[]): boolean =>
  pieces(right).some(
    s =>
      (s.kind === 'summation' && [s.from, s.to].some(b => b && namesIn(b).some(n => names.includes(n)))) ||
      (s.kind === 'subscript' && s.of.kind === 'name' && s.of.name === 'e'),
  );

/** C_{ij} = Σ_k A_{ik} B_{kj} of a new C: the array with these entries, Σ_i Σ_j e_i e_jᵀ ⊗ …; c_i only where a sum shows it to be a number. */
const byEntries = (left: Syntax, right: Syntax, known: Knowledge): [Syntax, Syntax] | null => {
  if (left.kind !== 'subscript' || left.of.kind !== 'name' || !known.isNew(left.of.name)) return null;
  const names = left.subscripts.map(i => (i.kind === 'name' ? i.name : ''));
  const isArray =
    names.length === 2 || (names.length === 1 && (right.kind === 'summation' || isNumber(right)));
  const distinct = new Set(names).size === names.length && !names.includes('');
  if (!isArray || !distinct || names.some(i => known.declared(i)) || namesIn(right).includes(left.of.name))
    return null;
  if (!names.every(i => namesIn(right).includes(i)) || isNoEntry(right, names)) return null;
  const { span } = right;
  const unit = (index: Syntax): Syntax => ({
    kind: 'subscript',
    of: { kind: 'name', name: 'e', font: 'plain', latex: 'e', span },
    subscripts: [index],
    span,
  });
  const [i, j] = left.subscripts.map(unit) as [Syntax, Syntax?];
  const place: Syntax = j
    ? { kind: 'product', factors: [i, { kind: 'transpose', of: j, prime: false, span }], span }
    : i;
  const of: Syntax = { kind: 'binary', operator: 'kronecker', left: place, right, span };
  return [left.of, { kind: 'summation', indices: names, from: null, to: null, of, span }];
};

/** A number, as it is written: aᵀb, 1/…, ‖x‖, tr A, and what functions make of them. */
const isNumber = (s: Syntax): boolean => {
  switch (s.kind) {
    case 'number':
    case 'norm':
    case 'inner':
      return true;
    case 'group':
      return isNumber(s.of);
    case 'power':
      return !s.entrywise && isNumber(s.of);
    case 'quotient':
      return isNumber(s.over);
    case 'sum':
      return s.terms.some(t => t.of.kind !== 'number' && isNumber(t.of));
    case 'call':
      return /^(tr|det|logdet|rank)$/.test(s.fn) || (s.args.length > 0 && s.args.every(isNumber));
    case 'product': {
      const [first, last] = [s.factors[0]!, s.factors.at(-1)!];
      const isRow = first.kind === 'transpose' && isSmall(first.of);
      return (isRow && isSmall(last)) || s.factors.every(isNumber);
    }
    default:
      return false;
  }
};
/** x, x_i: a vector, when it stands behind a row. */
const isSmall = (s: Syntax): boolean =>
  s.kind === 'subscript'
    ? s.subscripts.length === 1 && isSmall(s.of)
    : s.kind === 'name' && /^\p{Ll}/u.test(s.name);

/** y = Xβ + ε, in a text that differentiates by β: ε is what is left of y. */
const residual = (left: Syntax, right: Syntax, known: Knowledge): [Syntax, Syntax] | null => {
  if (left.kind !== 'name' || right.kind !== 'sum' || right.terms.length < 2) return null;
  const error = right.terms.find(
    t => t.of.kind === 'name' && /^[εϵeηξ]$/.test(t.of.name) && known.isNew(t.of.name),
  );
  const others = right.terms.filter(t => t !== error);
  const varies = others.some(t => [...known.free(t.of)].some(n => known.variables?.has(n)));
  if (!error || !varies || others.some(t => namesIn(t.of).includes(left.name))) return null;
  const away = others.map(t => ({ ...t, negative: error.negative ? t.negative : !t.negative }));
  const terms = [{ negative: error.negative, of: left }, ...away];
  return [error.of, { ...right, terms }];
};

/** An equation for a new letter, solved for it. */
const solve = (left: Syntax, right: Syntax, known: Knowledge): [Syntax, Syntax] | null => {
  const { span } = right;
  const isNew = (s: Syntax): boolean =>
    s.kind === 'name' && known.isNew(s.name) && !namesIn(right).includes(s.name);
  const isOpen = (s: Syntax): boolean =>
    s.kind === 'name' &&
    !known.declared(s.name) &&
    !known.defined(s.name) &&
    !namesIn(right).includes(s.name);
  if (left.kind === 'transpose' && isNew(left.of))
    return [left.of, { kind: 'transpose', of: right, prime: false, span }];
  if (left.kind === 'power' && isOpen(left.of) && is(left.exponent, 2n)) {
    const half: Syntax = { kind: 'number', value: { num: 1n, den: 2n }, span };
    return [
      left.of,
      { kind: 'power', of: { kind: 'group', of: right, span }, exponent: half, entrywise: false, span },
    ];
  }
  if (!is(left, 1n) || right.kind !== 'product' || right.factors.length !== 2) return null;
  const [first, second] = right.factors as [Syntax, Syntax];
  const free = [first, second].every(f => f.kind === 'name' && known.isNew(f.name));
  return free ? [first, { kind: 'quotient', over: left, under: second, entrywise: false, span }] : null;
};
const is = (s: Syntax, n: bigint): boolean => s.kind === 'number' && s.value.num === n && s.value.den === 1n;
