// Where a structure's rewrites may apply in a term: candidates for the kernel to accept or refuse. Search code.

import type { Factor } from '../expression/dimension.ts';
import { blockRules } from './blocks.ts';
import type { Board } from './board.ts';
import type { Clear } from './clear.ts';
import { LARGEST } from './fixed.ts';
import { halfRules, isHalving } from './halves.ts';
import { type LicensedRule, licenses } from './licences.ts';
import { type Atom, degrees, type Node, type Term } from './network.ts';
import type { Occurrence } from './occurrence.ts';
import type { Unfold } from './parts.ts';
import { ordersOf, type TriangularRule } from './triangular.ts';

const SQUARED: ReadonlySet<string> = new Set(['sqrt', 'sign', 'step', 'sin', 'cosh', 'determinant']);

/** A node that nothing is known of: no rewrite begins with it. */
export const isPlain = ({ atom }: Node): boolean =>
  atom.kind === 'symbol' &&
  (atom.as === 'value' || atom.as === 'direction') &&
  atom.mirror >= 0 &&
  !atom.symbol.structure.length;

/** Candidate steps, most simplifying first, found as they are asked for: most often the first applies. */
export function* occurrences(board: Board, term: Term, sum: number, at: number): Generator<Occurrence> {
  const step = ({ rule, nodes, halves = [] }: Occasion): Occurrence => ({
    rule,
    sum,
    term: at,
    nodes,
    halves,
  });
  const pins = pinsIn(term);
  if (pins.length) yield step({ rule: 'pinned', nodes: pins });
  for (let k = 0; k < term.nodes.length; k++)
    if (!isPlain(term.nodes[k]!)) for (const occasion of occasionsAt(term, k)) yield step(occasion);
  for (const occasion of triangularRules(board, term)) yield step(occasion);
}
type Occasion = Pick<Occurrence, 'rule' | 'nodes'> & { readonly halves?: readonly number[] };

/** Rewrites that begin with a node. */
const occasionsAt = (term: Term, k: number): Occasion[] => {
  const found: Occasion[] = [];
  const a = term.nodes[k]!;
  const { atom } = a;
  if (atom.kind === 'unit') return found;
  if (atom.kind === 'function') {
    if (SQUARED.has(atom.fn) && atom.order === 0)
      for (const l of partners(term, k))
        if (shareAll(a, term.nodes[l]!)) found.push({ rule: 'squared', nodes: [k, l] });
    return found;
  }
  if (atom.as === 'part') found.push(...blockRules(term, k));
  if (isHalving(atom)) found.push(...halfRules(term, k));
  if (atom.mirror < 0) found.push({ rule: 'skew loop', nodes: [k] });
  if (atom.as === 'value' && atom.symbol.structure.length) found.push(...licensedAt(term, k, atom));
  return found;
};
const licensedAt = (term: Term, k: number, { symbol, mirror }: Atom & { kind: 'symbol' }): Occasion[] => {
  const found: Occasion[] = [];
  const may = (rule: LicensedRule): boolean => licenses(symbol, rule);
  const idempotent = may('idempotent');
  const permutation = may('permutation');
  const unit = may('unit vector');
  const orthonormal = may('orthonormal');
  if (permutation) for (const h of [0, 1]) found.push({ rule: 'permutation sum', nodes: [k], halves: [h] });
  if (!(orthonormal || idempotent || unit)) return found;
  for (const l of partners(term, k)) {
    const nodes = [k, l];
    if (unit) found.push({ rule: 'unit vector', nodes, halves: [0, 0] });
    for (const p of [0, 1])
      for (const q of [0, 1]) {
        const halves = [p, q];
        if (orthonormal && (p === q || mirror === 1)) found.push({ rule: 'orthonormal', nodes, halves });
        if (permutation && p === q) found.push({ rule: 'permutation', nodes, halves });
        if (idempotent && (p !== q || mirror === 1)) found.push({ rule: 'idempotent', nodes, halves });
      }
  }
  return found;
};
const isTriangular = (atom: Atom): boolean => atom.kind === 'symbol' && licenses(atom.symbol, 'one place');
/** Cycles of triangular matrices, entries beyond their diagonals, and diagonals of their inverses. */
const triangularRules = (board: Board, term: Term): { rule: TriangularRule; nodes: number[] }[] => {
  const found: { rule: TriangularRule; nodes: number[] }[] = [];
  if (!term.nodes.some(({ atom }) => atom.kind === 'function' || isTriangular(atom))) return found;
  const edges = term.nodes.flatMap((n, node) => ordersOf(board, n).map(order => ({ ...order, node })));
  /** Nodes of the ways down from an index, by where they end. */
  const down = (from: number, first: readonly number[]): Map<number, readonly number[]> => {
    const paths = new Map([[from, first]]);
    for (const [index, path] of paths)
      for (const e of edges)
        if (e.greater === index && !paths.has(e.less)) paths.set(e.less, [...path, e.node]);
    return paths;
  };
  for (const { node, greater, less } of edges) {
    if (greater === less) {
      if (term.nodes[node]!.atom.kind === 'function')
        found.push({ rule: 'diagonal of inverse', nodes: [node] });
      continue;
    }
    found.push({ rule: 'beyond', nodes: [node] });
    const cycle = down(less, [node]).get(greater);
    if (cycle) found.push({ rule: 'one place', nodes: [...cycle] });
  }
  term.nodes.forEach(({ atom, legs: [i, j] }, sign) => {
    if (atom.kind !== 'symbol' || atom.as !== 'order' || i === undefined || j === undefined || i === j)
      return;
    const way = down(i, []).get(j) ?? down(j, []).get(i);
    if (way) found.push({ rule: 'sign of place', nodes: [sign, ...way] });
  });
  return found;
};

/** Later occurrences of the same atom that share an index (or, without legs, any). */
const partners = (term: Term, k: number): number[] => {
  const { atom, legs } = term.nodes[k]!;
  return term.nodes.flatMap((n, l) =>
    l > k && n.atom === atom && (!legs.length || n.legs.some(i => legs.includes(i))) ? [l] : [],
  );
};
const shareAll = (a: Node, b: Node): boolean => a.legs.every(i => b.legs.includes(i));

/** Unit vectors that are not alone on their indices with one other leg or open place. */
const pinsIn = (term: Term): number[] => {
  const units = term.nodes.flatMap(({ atom }, k) => (atom.kind === 'unit' ? [k] : []));
  if (!units.length) return units;
  const { legs, open } = degrees(term);
  const indexOf = (k: number): number => term.nodes[k]!.legs[0]!;
  return units.filter(k => {
    const i = indexOf(k);
    return legs[i]! + open[i]! !== 2 || units.some(l => l !== k && indexOf(l) === i);
  });
};

const EXPANDED: ReadonlySet<string> = new Set(['sigmoid', 'softplus', 'tanh', 'sinh', 'cosh', 'tan']);
/** Functions in the terms that may be written by others; by themselves they are left as they are. */
export const expansions = (terms: readonly Term[]): Unfold[] => {
  const atoms = terms.flatMap(t => t.nodes.map(n => n.atom));
  return [...new Set(atoms)].flatMap(atom =>
    atom.kind === 'function' && atom.order === 0 && EXPANDED.has(atom.fn)
      ? [{ rule: 'definition', fn: atom.fn, order: 0, argument: atom.argument }]
      : [],
  );
};

/** Determinants of a known size in the terms. */
export const fixedDeterminants = (board: Board, terms: readonly Term[]): Unfold[] => {
  const atoms = new Set(terms.flatMap(t => t.nodes.map(n => n.atom)));
  return [...atoms].flatMap(atom =>
    atom.kind === 'function' && atom.fn === 'determinant' && board.sums[atom.argument]!.dims.every(isKnown)
      ? [{ rule: 'Leibniz formula', fn: atom.fn, order: 0, argument: atom.argument }]
      : [],
  );
};
const isKnown = (dim: Factor): boolean => typeof dim === 'number' && dim <= LARGEST;
/** An index of known size that no unit vector holds at a position yet; −1 without one. */
export const unplaced = ({ indices, nodes }: Term): number =>
  indices.findIndex((dim, i) => isKnown(dim) && !nodes.some(n => n.atom.kind === 'unit' && n.legs[0] === i));

/** What the terms are divided by at open places: numbers and entries first, then matrices. */
export const clearings = (board: Board, terms: readonly Term[]): Clear[] => {
  const steps: Clear[] = [];
  for (const t of terms) {
    const open = [...t.rows, ...t.cols];
    for (const { atom, legs } of t.nodes) {
      if (atom.kind !== 'function' || atom.order > 0) continue;
      const { argument } = atom;
      const placed = (of: readonly number[]): number[] | null => {
        const places = of.map(i => open.indexOf(i));
        return places.includes(-1) ? null : places;
      };
      if (atom.fn === 'reciprocal') {
        const places = placed(legs);
        if (places) steps.push({ rule: 'clear', fn: 'reciprocal', argument, half: 0, places });
      } else if (atom.fn === 'inverse') {
        const { split } = board.sums[argument]!;
        [legs.slice(0, split), legs.slice(split)].forEach((ends, half) => {
          const places = placed(ends);
          if (places) steps.push({ rule: 'clear', fn: 'inverse', argument, half, places });
        });
      }
    }
  }
  return steps.sort((a, b) => (a.fn === b.fn ? a.places.length - b.places.length : a.fn < b.fn ? 1 : -1));
};
