// What a chain is said for: its sentence decides, then its own form. A condition is never judged as if it always held.
//   define: "let", "put", "with", "where", "write" … before it, or a left end that has no meaning yet
//   condition: "if", "at", "setting … to zero", "= 0" of a derivative, a solution, and equations that no identity can be
//   what follows from a stationary point is a condition too, as long as nothing is differentiated in it

import { pieces } from '../latex/operands.ts';
import type { Chain, Syntax } from '../latex/syntax.ts';
import type { Passage } from './document.ts';
import { headName, type Knowledge } from './knowledge.ts';
import { CONDITIONAL, DEFINING, type Lead } from './lead.ts';
import { namesIn } from './rewrite.ts';

export interface RoleState {
  /** What follows holds at a point only, for these letters ("all" where the text does not name them). */
  point: ReadonlySet<string> | 'all' | null;
  /** "When B = I": holds in its own sentence, where its letters occur. */
  local: { readonly start: number; readonly names: ReadonlySet<string> } | null;
}
export interface Verdict {
  readonly role: Passage['role'];
  /** Gives another meaning, from here on, to a letter that had one. */
  readonly anew: boolean;
  /** Letters for which, from here on, nothing holds always, unless what is supposed of them is put to use. */
  readonly ties?: readonly string[];
}

const STATIONARY =
  /\b(?:set|sets|setting|equate|equating|equal|equals|put|putting)\b[^.]*\b(?:zero|0)\b|\boptim(?:um|al|ality)\b|\bstationary\b|\bcritical point|\bminimi[sz]er\b|\bfirst order condition|\bsolv(?:e|es|ed|ing)\b|\bnormal equations?\b|\bkkt\b/;
const CONSEQUENT =
  /\b(?:impl(?:y|ies|ying)|iff|yields?|gives?|giving|so|hence|thus|therefore|then|equivalently|rearranging|or|and|where|that is|ie|solution|becomes?)\b/;
/** A second definition of one letter, rather than a claim about it. */
const ANEW = /^(let|put|set|define|denote|consider|take)$/;

interface Place {
  readonly chain: Chain;
  readonly left: Syntax;
  readonly right: Syntax;
  readonly display: boolean;
  readonly lead: Lead;
  readonly known: Knowledge;
}

export const roleOf = (
  chain: Chain,
  display: boolean,
  lead: Lead,
  state: RoleState,
  known: Knowledge,
): Verdict => {
  const is = (role: Passage['role'], anew = false): Verdict => ({ role, anew });
  const [left, right] = chain.items;
  if (!left || !right) return is('mention');
  if (!chain.relations.some(r => r.sign === '=' || r.sign === ':=' || r.sign === '≡'))
    return is(display ? 'claim' : 'mention');
  const place: Place = { chain, left, right, display, lead, known };
  if (!display && chain.relations[0]?.sign !== ':=') {
    const reason =
      /^(since|because)$/.test(lead.governor) && left.kind === 'differential' && !vanishes(place);
    if (namesOnly(left) && CONDITIONAL.test(lead.governor) && !introduces(place) && !reason) {
      state.local = { start: lead.start, names: new Set(namesIn(left)) };
      return is('condition');
    }
    if (atPoint(place)) return is('condition');
    if (
      left.kind === 'name' &&
      lead.governor === 'with' &&
      (known.freeBefore(left.name) || isExample(place))
    ) {
      state.local = { start: lead.start, names: new Set([left.name]) };
      return is('condition');
    }
  }
  const differentiates = chain.items.some(differentiated);
  if (isSingleEntry(left) && right.kind === 'product' && isUnit(right.factors[0]!)) return is('define');
  if (vanishes(place) || (!differentiates && stationary(place, state))) {
    state.point = differentiates ? new Set(unknowns(left)) : (state.point ?? known.variables ?? 'all');
    return is('condition');
  }
  if (differentiates) state.point = null;
  const names = chain.items.flatMap(namesIn);
  if (state.local?.start === lead.start && names.some(n => state.local?.names.has(n))) return is('condition');
  if (defines(place)) {
    const name = headName(left);
    return is(
      'define',
      name !== null &&
        (known.defined(name) || (isInUse(name, known) && !/^(where|with)$/.test(lead.governor))),
    );
  }
  if (names.some(n => known.tied(n))) return is('condition');
  if (differentiates || !supposes(place)) return is('claim');
  const ties = [...known.free(left), ...known.free(right)].filter(n => known.isNew(n));
  return { role: 'condition', anew: false, ties };
};

/** E_{ij} = e_i e_jᵀ. */
const isSingleEntry = (s: Syntax): boolean => s.kind === 'subscript' && s.single === true;
const isUnit = (s: Syntax): boolean => s.kind === 'subscript' && s.of.kind === 'name' && s.of.name === 'e';
/** "if y = Ax": a new letter, defined in passing. */
const introduces = ({ left, right, known }: Place): boolean => {
  const name = headName(left);
  const isOpen =
    name !== null &&
    !known.declared(name) &&
    !known.defined(name) &&
    !known.claimed(name) &&
    !known.isSize(name);
  return isOpen && right.kind !== 'number' && right.kind !== 'name';
};
const isBare = (s: Syntax): boolean =>
  s.kind === 'name' || s.kind === 'identity' || s.kind === 'constant' || s.kind === 'number';
/** "With A = I", of an A that claims were made of. */
const isExample = ({ left, right, known }: Place): boolean =>
  left.kind === 'name' && known.claimed(left.name) && isBare(right);
const namesOnly = (s: Syntax): boolean => namesIn(s).length > 0;

/** The letters of ∂f/∂w = 0 that it is solved for. */
const unknowns = (s: Syntax): string[] => {
  if (s.kind === 'derivative' || s.kind === 'gradient') return s.by.flatMap(namesIn);
  return s.kind === 'differential' ? namesIn(s.of) : [];
};
/** i = 1, n = d − q, A = Aᵀ: said of an index, a size, or of what a letter is like. */
const atPoint = ({ left, right, known }: Place): boolean =>
  (isIndex(left) && isCount(right) && namesIn(right).every(n => !known.declared(n) && !known.defined(n))) ||
  structural(left, right) ||
  (left.kind === 'name' &&
    namesIn(right).includes(left.name) &&
    right.kind !== 'sum' &&
    right.kind !== 'product');

/** Holds where a derivative vanishes, or says where. */
const stationary = ({ left, right, display, lead, known }: Place, state: RoleState): boolean => {
  if (STATIONARY.test(lead.sentence) && !DEFINING.test(lead.governor)) return true;
  const isVec = right.kind === 'call' && right.fn === 'vec';
  if (left.kind === 'name' && known.unknown(left.name) && !isVec && lead.governor !== 'where') return true;
  const { point } = state;
  if (!point || !(display || lead.bare || CONSEQUENT.test(lead.sentence))) return false;
  if (point === 'all') return left.kind !== 'name' || known.freeBefore(left.name);
  return left.kind === 'name'
    ? point.has(left.name)
    : [left, right].some(s => [...known.free(s)].some(n => point.has(n)));
};

/** It stood for something before: what is defined now holds from here on. */
const isInUse = (name: string, known: Knowledge): boolean =>
  known.defined(name) || known.freeBefore(name) || (known.declared(name) && known.claimed(name));
const defines = ({ chain, left, right, display, lead, known }: Place): boolean => {
  if (left.kind === 'binary' || left.kind === 'inner')
    return (
      !display &&
      left.left.kind === 'name' &&
      left.right.kind === 'name' &&
      left.left.name !== left.right.name
    );
  if (chain.relations[0]?.sign === ':=') return true;
  const name = headName(left);
  if (name === null || namesIn(right).includes(name) || known.free(right).has(name)) return false;
  // "AB = BA. … A = B": of a letter in use this says what it is, no other name for something.
  if (known.claimed(name) && !known.defined(name) && !DEFINING.test(lead.governor))
    if (known.declared(name) || isBare(right)) return false;
  return !known.defined(name) || ANEW.test(lead.governor) || (display && known.finished(name));
};

/** An assumption in the form of an equation: "with ‖x‖ = 1", "Ax = b". */
const supposes = ({ left, right, display, lead, known }: Place): boolean => {
  const free = (s: Syntax): Set<string> => new Set([...known.free(s)].filter(n => !known.isSize(n)));
  const sides = [free(left), free(right)] as const;
  const isFree = (side: ReadonlySet<string>): boolean => [...side].some(n => !known.defined(n));
  const given = /^(let|where|with|put|set|setting|denote|write|define|suppose|assume)$/.test(lead.governor);
  if (given && !lead.listed && sides.some(side => [...side].some(n => known.isNew(n) || !known.defined(n))))
    return !derived(left, known);
  if (isEigen(left, right, known) || isEigen(right, left, known)) return true;
  const apart = ![...sides[0]].some(n => sides[1].has(n));
  const told = given && !display && lead.bare && [...sides[0], ...sides[1]].every(n => !known.claimed(n));
  if (told) return !derived(left, known);
  if (!apart) return false;
  if (sides[0].size > 0 && sides[1].size > 0) return isFree(sides[0]) || isFree(sides[1]);
  const one = sides[0].size > 0 ? sides[0] : sides[1];
  const claims = derived(left, known) || within(left, known) || isInverse(left, right);
  return one.size > 0 && (!display || [...one].every(n => known.isNew(n))) && !claims;
};
/** Av = λv, where nothing says what λ and v are. */
const isEigen = (left: Syntax, right: Syntax, known: Knowledge): boolean => {
  if (left.kind !== 'product' || right.kind !== 'product' || right.factors.length !== 2) return false;
  const [factor, vector] = right.factors as [Syntax, Syntax];
  const last = left.factors.at(-1)!;
  return (
    factor.kind === 'name' &&
    vector.kind === 'name' &&
    last.kind === 'name' &&
    last.name === vector.name &&
    !known.defined(factor.name) &&
    !known.defined(vector.name) &&
    !namesIn(left).includes(factor.name) &&
    /^\p{Ll}/u.test(factor.name)
  );
};
/** Pa = a of a projection on a: each letter has a definition or is what one of the others is made of. */
const within = (s: Syntax, known: Knowledge): boolean => {
  const names = namesIn(s);
  const made = names.filter(n => known.defined(n)).map(n => known.freeOf(n));
  return made.length > 0 && names.every(n => known.defined(n) || made.some(of => of.has(n)));
};
/** XX⁻¹ = I holds always. */
const isInverse = (left: Syntax, right: Syntax): boolean => {
  if (right.kind !== 'identity' || left.kind !== 'product') return false;
  // Without the (t) of A(t)A⁻¹(t).
  const factors = left.factors.filter((f, i) => i === 0 || f.kind !== 'group' || f.of.kind !== 'name');
  const of = factors.find(f => headName(f) !== null);
  const power = factors.find(f => f.kind === 'power');
  if (!of || power?.kind !== 'power' || factors.length !== 2) return false;
  return headName(power.of) === headName(of) && power.exponent.kind !== 'name';
};
/** Every letter of it has a definition, so that an equation about it claims something. */
const derived = (s: Syntax, known: Knowledge): boolean => {
  const names = pieces(s).flatMap(p => (p.kind === 'name' ? [p.name] : []));
  return names.length > 0 && names.every(n => known.defined(n));
};

/** A derivative that is zero: a condition on the point, no identity. */
const vanishes = ({ chain, left, right }: Place): boolean => {
  if (chain.relations.length !== 1 || right.kind !== 'number' || right.value.num !== 0n) return false;
  if (left.kind === 'differential') return left.of.kind === 'name';
  return left.kind === 'derivative' || left.kind === 'gradient';
};
const DIFFERENTIAL: ReadonlySet<Syntax['kind']> = new Set([
  'differential',
  'derivative',
  'gradient',
  'directional',
]);
export const differentiated = (s: Syntax): boolean =>
  pieces(s).some(p => DIFFERENTIAL.has(p.kind) || (p.kind === 'call' && p.primes > 0));

const isIndex = (s: Syntax): boolean => s.kind === 'name' && /^[ijklmnpqrst]$/.test(s.name);
/** 2, n, n − 1, (d − q). */
const isCount = (s: Syntax): boolean =>
  pieces(s).every(
    p =>
      p.kind === 'number' ||
      p.kind === 'sum' ||
      p.kind === 'group' ||
      (p.kind === 'name' && /^[a-zN]$/.test(p.name)),
  );
/** A = Aᵀ, Aᵀ = −A, A² = A: what a letter is like, no identity. */
const structural = (left: Syntax, right: Syntax): boolean => {
  const base = (s: Syntax): string | null => {
    if (s.kind === 'name') return s.name;
    return s.kind === 'transpose' || (s.kind === 'power' && !s.entrywise) ? base(s.of) : null;
  };
  const name = base(left);
  const other = right.kind === 'sum' && right.terms.length === 1 ? right.terms[0]!.of : right;
  return name !== null && base(other) === name && (left.kind === 'name' || other.kind === 'name');
};
