// Terms in index notation: Σ_ab 2 W_{ii} A_{ia} X_{ab}. The same network gets the same text whatever its order or names.
// Open places are i, j, k, … in the order rows, columns; summed indices a, b, c, …; an index at two open places is written with δ.

import { isInteger, negate, type Rational, toText } from '../number/rational.ts';
import type { Board, FunctionAtom } from './board.ts';
import { canonical } from './canonical.ts';
import type { Node, Term } from './network.ts';

const OPEN = 'ijklmnpqrs';
const SUMMED = 'abcdefgh';
const SLOTS = 'αβγδεζηθ';
const letter = (alphabet: string, k: number): string => {
  const letters = [...alphabet];
  return letters[k % letters.length]! + '′'.repeat(Math.floor(k / letters.length));
};
const subscript = (letters: readonly string[]): string => {
  if (!letters.length) return '';
  const text = letters.join(letters.every(l => [...l].length === 1) ? '' : ',');
  return [...text].length === 1 ? `_${text}` : `_{${text}}`;
};

/** Letters of the open places of a side, free index names left out. */
export const openLetters = (places: number, taken: ReadonlySet<string>): string[] => {
  const letters: string[] = [];
  for (let k = 0; letters.length < places; k++) {
    const next = letter(OPEN, k);
    if (!taken.has(next)) letters.push(next);
  }
  return letters;
};

/** A term without its coefficient; "" for the number 1. A summed index that a unit vector picks is written as its position. */
export const networkText = (
  board: Board,
  t: Term,
  open: readonly string[],
  /** Letters in use around it. */
  around: ReadonlySet<string> = new Set(),
): string => {
  const form = canonical(t);
  const names: string[] = [];
  const deltas: string[] = [];
  const places = [...[...t.rows, ...t.cols].map((i, k) => [open[k]!, i] as const), ...t.named];
  for (const [name, i] of places) {
    const known = names[i];
    if (known === undefined) names[i] = name;
    else deltas.push(`δ${subscript([known, name])}`);
  }
  const used = new Set([...around, ...open, ...t.named.map(([name]) => name)]);
  const summed: string[] = [];
  let next = 0;
  const fresh = (i: number): void => {
    while (used.has(letter(SUMMED, next))) next++;
    names[i] = letter(SUMMED, next++);
    summed.push(names[i]!);
  };
  const picked = new Set<Node>();
  for (const node of t.nodes) {
    const i = node.legs[0];
    if (node.atom.kind !== 'unit' || i === undefined || names[i] !== undefined) continue;
    names[i] = String(node.atom.position);
    picked.add(node);
  }
  const order = walked(t, form.nodes, names, fresh);
  const inUse = new Set([...used, ...summed]);
  const nodes = order.flatMap(n => (picked.has(n) ? [] : nodeText(board, n, names, inUse)));
  const factors = [...nodes, ...deltas].join(' ');
  return summed.length ? `Σ${subscript(summed)} ${factors}` : factors;
};

/** Nodes in the order in which one reads a product: along the indices, from the first open one; letters are given on the way. */
const walked = (
  t: Term,
  positions: readonly number[],
  names: readonly (string | undefined)[],
  fresh: (index: number) => void,
): Node[] => {
  const left = t.nodes
    .map((_, k) => k)
    .sort((a, b) => byLabel(t.nodes[a]!, t.nodes[b]!) || positions[a]! - positions[b]!);
  const reached = [...new Set([...t.rows, ...t.cols, ...t.named.map(([, i]) => i)])];
  const order: Node[] = [];
  let ahead: number[] = [];
  while (left.length) {
    const touching = (i: number): number | undefined => left.find(k => t.nodes[k]!.legs.includes(i));
    const from = [...ahead, ...reached].find(i => touching(i) !== undefined);
    const k = left.find(at => !t.nodes[at]!.legs.length) ?? (from === undefined ? left[0]! : touching(from)!);
    left.splice(left.indexOf(k), 1);
    const node = t.nodes[k]!;
    ahead = node.legs.filter(i => i !== from);
    for (const i of node.legs) {
      if (names[i] === undefined) fresh(i);
      if (!reached.includes(i)) reached.push(i);
    }
    order.push(facing(node, from));
  }
  return order;
};
/** A mirrored node is written with the half that it was reached by in front. */
const facing = (node: Node, from: number | undefined): Node => {
  const half = node.legs.length / 2;
  if (node.atom.mirror !== 1 || from === undefined || node.legs.indexOf(from) < half) return node;
  return { atom: node.atom, legs: [...node.legs.slice(half), ...node.legs.slice(0, half)] };
};
const label = ({ atom }: Node): string =>
  atom.kind === 'symbol' ? atom.symbol.name : atom.kind === 'unit' ? `${atom.position}` : `${atom.fn}`;
const byLabel = (a: Node, b: Node): number => {
  const x = label(a);
  const y = label(b);
  return x < y ? -1 : x > y ? 1 : 0;
};

const nodeText = (
  board: Board,
  { atom, legs }: Node,
  names: readonly string[],
  inUse: ReadonlySet<string>,
): string => {
  const letters = legs.map(i => names[i]!);
  switch (atom.kind) {
    case 'symbol': {
      const double = legs.length === 1 && atom.symbol.shape.cols.length > 0;
      return (
        (atom.as === 'direction' ? 'd' : '') +
        atom.symbol.name +
        subscript(double ? [...letters, ...letters] : letters)
      );
    }
    case 'unit':
      return `δ${subscript([...letters, String(atom.position)])}`;
    case 'function':
      return functionText(board, atom, letters, inUse);
  }
};
const functionText = (
  board: Board,
  atom: FunctionAtom,
  letters: readonly string[],
  inUse: ReadonlySet<string>,
): string => {
  const sum = board.sums[atom.argument]!;
  const sumText = (open: readonly string[]): string => sumIn(board, sum.terms, open, inUse);
  if (sum.kind === 'entries') {
    const inner = sumText(letters);
    const name = atom.fn.replace(/^generic /, '') + '′'.repeat(atom.order);
    return atom.fn === 'reciprocal' ? `1/(${inner})` : `${name}(${inner})`;
  }
  const slots: string[] = [];
  for (let k = 0; slots.length < sum.dims.length; k++)
    if (!inUse.has(letter(SLOTS, k))) slots.push(letter(SLOTS, k));
  const inner = `[${sumText(slots)}]`;
  if (atom.fn === 'determinant') return `det${inner}`;
  if (atom.fn === 'inverse') return `${inner}⁻¹${subscript(letters)}`;
  return atom.fn === 'pseudo-inverse'
    ? `${inner}⁺${subscript(letters)}`
    : `${atom.fn}${inner}${subscript(letters)}`;
};

/** A whole sum, in an order that depends on its value only. */
const sumIn = (
  board: Board,
  terms: readonly Term[],
  open: readonly string[],
  inUse: ReadonlySet<string>,
): string => {
  const texts = terms.map(t => withCoefficient(t.scalar, t.sizes, networkText(board, t, open, inUse))).sort();
  return texts.length ? texts.join(' + ').replaceAll('+ −', '− ') : '0';
};

/** −2 n Σ_a A_{aa}: the coefficient is left out where it is 1. */
export const withCoefficient = (scalar: Rational, sizes: readonly string[], network: string): string => {
  const negative = scalar.num < 0n;
  const size = negative ? negate(scalar) : scalar;
  const isOne = isInteger(size) && size.num === 1n;
  const parts = [...(isOne ? [] : [toText(size)]), ...sizes, ...(network ? [network] : [])];
  return (negative ? '−' : '') + (parts.join(' ') || '1');
};
