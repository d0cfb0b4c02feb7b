// Lists that say what letters are: x = (x_1, …, x_n)ᵀ names the entries of x, A = [a_1, …, a_n] its columns, and
// Ax = [a_1ᵀx, …, a_mᵀx]ᵀ its rows.

import { alike } from '../latex/lists.ts';
import type { Chain, Syntax } from '../latex/syntax.ts';
import type { Declaration } from './document.ts';
import type { Members } from './members.ts';

type Name = Extract<Syntax, { kind: 'name' }>;
/** Side by side or one below the other, as a list is set; round brackets leave it open. */
interface List {
  readonly index: string;
  readonly to: Syntax;
  readonly of: Syntax;
  readonly set: 'row' | 'column' | 'round';
}

export interface Listing {
  /** What is said of the letter on the left, where nothing else says it. */
  readonly declaration: Declaration | null;
  readonly members: Members | null;
}

/** What lists say of letters, by the lists: a family has its meaning from the first that names it. */
export const listingsIn = (chains: readonly Chain[], members: readonly Members[]): Map<Syntax, Listing> => {
  const found = new Map<Syntax, Listing>();
  const families = new Set(members.map(m => m.family.name));
  for (const chain of chains) {
    const listing = listingOf(chain);
    const family = listing?.members?.family.name;
    if (!listing || (family && families.has(family))) continue;
    if (family) families.add(family);
    found.set(chain.items[1]!, listing);
  }
  return found;
};

/** Null for an equation that claims or defines. */
const listingOf = ({ items, relations }: Chain): Listing | null => {
  const [head, body] = items;
  const list = body && relations[0]?.sign !== '≈' ? listIn(body) : null;
  if (!head || !list) return null;
  const left = bare(head);
  if (left.kind === 'name') return entriesOf(left, list) ?? partsOf(left, list);
  return left.kind === 'product' ? ofProduct(left.factors, list) : null;
};

const bare = (s: Syntax): Syntax => (s.kind === 'group' ? bare(s.of) : s);

const listIn = (s: Syntax): List | null => {
  const of = bare(s);
  if (of.kind === 'transpose') {
    const list = listIn(of.of);
    if (!list) return null;
    const inside = bare(list.of);
    const turned: Syntax = inside.kind === 'transpose' ? inside.of : { ...of, of: list.of };
    return { ...list, of: turned, set: list.set === 'column' ? 'row' : 'column' };
  }
  if (of.kind !== 'summation' || !of.to || of.of.kind !== 'binary' || of.of.operator !== 'kronecker')
    return null;
  const { left, right } = of.of;
  const unit = left.kind === 'transpose' ? left.of : left;
  const [index] = of.indices;
  if (unit.kind !== 'subscript' || unit.of.kind !== 'name' || unit.of.name !== 'e' || !index) return null;
  if (unit.subscripts.length !== 1 || unit.subscripts[0]!.kind !== 'name') return null;
  const set = of.round ? 'round' : left.kind === 'transpose' ? 'row' : 'column';
  return { index, to: of.to, of: right, set };
};

/** The x of x_i and of x_iᵀ. */
const memberIn = (s: Syntax, index: string): { name: Name; turned: boolean } | null => {
  const of = bare(s);
  if (of.kind === 'transpose') {
    const member = memberIn(of.of, index);
    return member && !member.turned ? { ...member, turned: true } : null;
  }
  const [at, ...more] = of.kind === 'subscript' ? of.subscripts : [];
  if (of.kind !== 'subscript' || of.of.kind !== 'name' || at?.kind !== 'name' || more.length > 0) return null;
  return at.name === index ? { name: of.of, turned: false } : null;
};

/** x = (x_1, …, x_n)ᵀ: x has n entries. */
const entriesOf = (head: Name, list: List): Listing | null => {
  const member = memberIn(list.of, list.index);
  if (member?.name.name !== head.name) return null;
  const size =
    list.to.kind === 'name' ? list.to.name : list.to.kind === 'number' ? Number(list.to.value.num) : null;
  const isColumn = size !== null && list.set !== 'row' && /^\p{Ll}/u.test(head.name);
  const { name, font, latex, span } = head;
  const declaration: Declaration = {
    ...{ name, font, latex, span, structure: [] },
    ...(isColumn && { kind: 'vector', rows: [size], cols: [] }),
  };
  return { declaration: isColumn ? declaration : null, members: null };
};

/** A = [a_1, …, a_n] has the columns a_i; one below the other, a_iᵀ are its rows. */
const partsOf = (head: Name, list: List): Listing | null => {
  const member = memberIn(list.of, list.index);
  if (!member || !isMatrix(head) || !isVector(member.name)) return null;
  if (member.turned !== (list.set === 'column')) return null;
  return { declaration: null, members: membersOf(member.name, head, member.turned) };
};
const isMatrix = ({ name }: Name): boolean => /^\p{Lu}$/u.test(name);
const isVector = ({ name }: Name): boolean => /^\p{Ll}$/u.test(name);

/** Ax = [a_1ᵀx, …, a_mᵀx]ᵀ and AB = [Ab_1, …, Ab_n]. */
const ofProduct = (factors: readonly Syntax[], { index, of, set }: List): Listing | null => {
  const piece = bare(of);
  const parts = piece.kind === 'product' ? piece.factors : [];
  if (parts.length !== factors.length || set === 'round') return null;
  const at = set === 'column' ? 0 : factors.length - 1;
  const matrix = bare(factors[at]!);
  const member = memberIn(parts[at]!, index);
  const others = factors.every((f, i) => i === at || alike(bare(f), bare(parts[i]!)));
  if (matrix.kind !== 'name' || !member || member.turned !== (set === 'column') || !others) return null;
  if (!isMatrix(matrix) || !isVector(member.name)) return null;
  return { declaration: null, members: membersOf(member.name, matrix, member.turned) };
};
const membersOf = (family: Name, matrix: Name, turned: boolean): Members => ({
  family: { ...letterOf(family), indexed: true },
  matrix: { ...letterOf(matrix), indexed: false },
  turned,
});
const letterOf = ({ name, font, latex, span }: Name) => ({ name, font, latex, span });

/** The declarations with those that only a list gives. */
export const withListed = (declarations: readonly Declaration[], all: readonly Listing[]): Declaration[] => {
  const known = new Set(declarations.map(d => d.name));
  return [
    ...declarations,
    ...all.flatMap(l => (l.declaration && !known.has(l.declaration.name) ? [l.declaration] : [])),
  ];
};
