// What a chain is said for: its sentence decides, then its own form. A condition is never judged as if it always held.
//   define: "let", "put", "with", "where", "write" … before it · condition: "if", "at", "setting … to zero", "= 0" of a derivative, a solution
//   what follows from a condition is one too, as long as nothing is differentiated in it

import type { Chain, Syntax } from '../latex/syntax.ts';
import type { Passage } from './document.ts';
import { type Atom, endsSentence } from './prose.ts';
import { piecesOf } from './rewrite.ts';
import { FILLERS, VERBS, VOCABULARY } from './vocabulary.ts';

export interface Lead {
  /** The word that governs the formula: "let", "where", "if", …, or "". */
  readonly governor: string;
  /** Words of the sentence before the formula, lower case, formulas as "$". */
  readonly sentence: string;
  /** Only formulas and no word since the formula before. */
  readonly bare: boolean;
  /** Where its sentence begins, among the atoms. */
  readonly start: number;
}

const DEFINING =
  /^(let|put|set|setting|define|defining|defined|denote|denoting|write|writing|where|with|call|introduce|use|using|take|consider)$/;
const CONDITIONAL =
  /^(if|when|whenever|unless|at|case|suppose|assume|assuming|provided|since|because|only|for)$/;
const SKIPPED = new Set([
  ...FILLERS,
  ...VERBS,
  'and',
  'also',
  'further',
  'moreover',
  'us',
  'so',
  'that',
  'as',
  ...[...VOCABULARY.keys()].flatMap(k => k.split(' ')),
]);
const STATIONARY =
  /\b(?:set|sets|setting|equate|equating|equal|equals|put|putting)\b[^.]*\b(?:zero|0)\b|\boptim(?:um|al|ality)\b|\bstationary\b|\bcritical point|\bminimi[sz]er\b|\bfirst order condition|\bsolv(?:e|es|ed|ing)\b/;
const CONSEQUENT =
  /\b(?:impl(?:y|ies|ying)|yields?|gives?|giving|so|hence|thus|therefore|then|equivalently|rearranging|or|and|where|that is|ie|solution|becomes?)\b/;

/** What the sentence says before the formula at an atom. A condition governs the first formula behind it only. */
export const leadAt = (atoms: readonly Atom[], at: number, display: boolean): Lead => {
  const words: string[] = [];
  let governor: string | null = null;
  let formulas = 0;
  let i = at - 1;
  const stop = (k: number): boolean => {
    const a = atoms[k];
    return endsSentence(atoms, k) && !(a?.kind === 'mark' && a.text === '¶' && display && k >= at - 2);
  };
  const bare = atoms[i]?.kind === 'math' || (atoms[i]?.kind === 'mark' && bareMarks(atoms, i));
  for (; i >= 0 && !stop(i) && words.length < 40; i--) {
    const a = atoms[i]!;
    words.push(
      a.kind === 'word' ? a.text : a.kind === 'number' ? `${a.value}` : a.kind === 'math' ? '$' : ',',
    );
    if (governor !== null) continue;
    if (a.kind === 'math') formulas++;
    if (a.kind === 'mark' && (a.text === ';' || (a.text === ':' && i < at - 1))) governor = '';
    if (a.kind === 'word' && !SKIPPED.has(a.text))
      governor = formulas > 0 && CONDITIONAL.test(a.text) ? '' : a.text;
  }
  return { governor: governor ?? '', sentence: words.reverse().join(' '), bare, start: i };
};
const bareMarks = (atoms: readonly Atom[], from: number): boolean => {
  let i = from;
  while (i >= 0 && atoms[i]!.kind === 'mark') i--;
  return atoms[i]?.kind === 'math';
};

export interface RoleState {
  /** Something holds at a point only: a stationary point, a solution. */
  conditional: boolean;
  /** "When B = I": holds in its own sentence, where its letters occur. */
  local: { readonly start: number; readonly names: ReadonlySet<string> } | null;
}

/** Facts about letters that roles need. */
export interface Known {
  /** The document differentiates by this letter. */
  varies(name: string): boolean;
  /** The letter stood in an earlier chain. */
  used(name: string): boolean;
  /** The prose says something of it. */
  declared(name: string): boolean;
}

export const roleOf = (
  chain: Chain,
  display: boolean,
  lead: Lead,
  state: RoleState,
  known: Known,
): Passage['role'] => {
  if (!chain.relations.some(r => r.sign === '=' || r.sign === ':=' || r.sign === '≡')) return 'mention';
  const [left, right] = chain.items as [Syntax, Syntax];
  if (atPoint(left, right, display, lead, known)) {
    state.local = { start: lead.start, names: names(chain) };
    return 'condition';
  }
  const differentiates = chain.items.some(differentiated);
  if (vanishes(chain) || (!differentiates && stationary(left, right, display, lead, state, known))) {
    state.conditional = true;
    return 'condition';
  }
  if (differentiates) state.conditional = false;
  if (state.local?.start === lead.start && [...names(chain)].some(n => state.local!.names.has(n)))
    return 'condition';
  return defines(chain, left, display, lead) ? 'define' : 'claim';
};

/** "if C = 0", "when p = 2", "for i = 1", A = Aᵀ: said of a point or of a letter, and holding in that sentence only. */
const atPoint = (left: Syntax, right: Syntax, display: boolean, lead: Lead, known: Known): boolean => {
  if (display) return false;
  if (isIndex(left) && (right.kind === 'number' || right.kind === 'name')) return true;
  if (structural(left, right)) return true;
  if (!CONDITIONAL.test(lead.governor)) return false;
  const name = left.kind === 'name' ? left.name : left.kind === 'call' ? left.fn : null;
  const isNew = name !== null && !known.used(name) && !known.declared(name);
  return !(isNew && right.kind !== 'number' && right.kind !== 'name');
};

/** Holds where a derivative vanishes, or says where. */
const stationary = (
  left: Syntax,
  right: Syntax,
  display: boolean,
  lead: Lead,
  state: RoleState,
  known: Known,
): boolean => {
  if (STATIONARY.test(lead.sentence) && !DEFINING.test(lead.governor)) return true;
  const solved = left.kind === 'name' && known.varies(left.name) && known.used(left.name) && !isVec(right);
  if (solved && lead.governor !== 'where') return true;
  return state.conditional && (display || lead.bare || CONSEQUENT.test(lead.sentence));
};

const defines = (chain: Chain, left: Syntax, display: boolean, lead: Lead): boolean => {
  const operator = left.kind === 'binary' || left.kind === 'inner';
  if (operator) return !display && bareOperands(left);
  return (
    chain.relations[0]?.sign === ':=' ||
    DEFINING.test(lead.governor) ||
    (CONDITIONAL.test(lead.governor) && !display)
  );
};

const names = (chain: Chain): Set<string> =>
  new Set(chain.items.flatMap(piecesOf).flatMap(p => (p.kind === 'name' ? [p.name] : [])));

/** A derivative that is zero: a condition on the point, no identity. */
const vanishes = (chain: Chain): boolean => {
  const [left, right] = chain.items;
  if (chain.relations.length !== 1 || right?.kind !== 'number' || right.value.num !== 0n || !left)
    return false;
  return (
    left.kind === 'derivative' ||
    left.kind === 'gradient' ||
    (left.kind === 'differential' && left.of.kind === 'name')
  );
};
const DIFFERENTIAL: ReadonlySet<Syntax['kind']> = new Set([
  'differential',
  'derivative',
  'gradient',
  'directional',
]);
const differentiated = (s: Syntax): boolean =>
  piecesOf(s).some(p => DIFFERENTIAL.has(p.kind) || (p.kind === 'call' && p.primes > 0));

const isIndex = (s: Syntax): boolean => s.kind === 'name' && /^[ijklmnpqrst]$/.test(s.name);
const isVec = (s: Syntax): boolean => s.kind === 'call' && s.fn === 'vec';
const isName = (s: Syntax, name: string): boolean => s.kind === 'name' && s.name === name;
/** A = Aᵀ, Aᵀ = −A, A² = A, AᵀA = I: what a letter is like, no identity. */
const structural = (left: Syntax, right: Syntax): boolean => {
  const base = (s: Syntax): string | null =>
    s.kind === 'name'
      ? s.name
      : s.kind === 'transpose' || (s.kind === 'power' && !s.entrywise)
        ? base(s.of)
        : null;
  const name = base(left);
  if (name === null) return false;
  const negated = right.kind === 'sum' && right.terms.length === 1 ? right.terms[0]!.of : right;
  return base(negated) === name && (isName(left, name) || isName(negated, name) || left.kind === 'power');
};
const bareOperands = (s: Extract<Syntax, { kind: 'binary' | 'inner' }>): boolean =>
  s.left.kind === 'name' && s.right.kind === 'name';
