// Entrywise functions by what their argument is: 1/(ab) = 1/a · 1/b, log eˣ = x, e⁻ˣ = 1/eˣ, f(0), … Part of what is trusted.
// Logarithms are read as log|·|, which agrees wherever the statement has a value. Gradshteyn & Ryzhik, ch. 1.

import {
  divide,
  equal,
  isZero,
  MINUS_ONE,
  negate,
  ONE,
  type Rational,
  rational,
} from '../number/rational.ts';
import type { Board, FunctionAtom, Sum } from './board.ts';
import { clearEntries } from './clear.ts';
import { constant, entrywise, type Term, times, Wiring } from './network.ts';
import { applied, bare, group, only, partsOf, single, type Unfold } from './parts.ts';

/** 1/(pq) = 1/p · 1/q and log(pq) = log p + log q, entry by entry; groups share open indices only. */
export const splitEntries = (board: Board, sum: Sum, step: Unfold): Term[] | null => {
  const parts = partsOf(sum, step.part);
  if (!parts || sum.kind !== 'entries') return null;
  const { term, part, rest, inPart, inRest } = parts;
  if ([...inPart].some(i => inRest.has(i) && !term.rows.includes(i))) return null;
  if (new Set(term.rows).size !== term.rows.length) return null;
  const [p, q] = step.coefficient ? [term, bare(term)] : [bare(term), term];
  const [first, second] = [group(p, rest, term.rows, inPart), group(q, part, term.rows, inRest)].map(t =>
    board.argument('entries', sum.dims, sum.dims.length, [t]),
  ) as [number, number];
  if (step.fn === 'log')
    return [applied(board, 'log', first, sum.dims), applied(board, 'log', second, sum.dims)];
  if (step.fn !== 'reciprocal') return null;
  const w = new Wiring();
  const slots = w.indices(sum.dims);
  w.node(board.function('reciprocal', first), slots);
  w.node(board.function('reciprocal', second), slots);
  return [w.term(slots)];
};

export const squareRoot = (x: Rational): Rational | null => {
  const root = (n: bigint): bigint => BigInt(Math.round(Math.sqrt(Number(n))));
  if (x.num < 0n) return null;
  const r = rational(root(x.num), root(x.den));
  return equal(rational(r.num * r.num, r.den * r.den), x) ? r : null;
};

/** √(v² q) = |v| √q, entry by entry; `part` names the two nodes that are v. */
export const rootOfSquare = (board: Board, sum: Sum, { fn, part = [] }: Unfold): Term[] | null => {
  const term = single(sum);
  const [p, q, ...more] = part;
  const [v, w] = [term?.nodes[p ?? -1], term?.nodes[q ?? -1]];
  if (fn !== 'sqrt' || sum.kind !== 'entries' || !term || !v || !w || p === q || more.length) return null;
  if (v.atom !== w.atom || !v.legs.every((i, k) => i === w.legs[k] && term.rows.includes(i))) return null;
  if (new Set(term.rows).size !== term.rows.length) return null;
  const base = new Wiring();
  const slots = base.indices(sum.dims);
  base.node(
    v.atom,
    v.legs.map(i => slots[term.rows.indexOf(i)]!),
  );
  const rest = { ...term, nodes: term.nodes.filter((_, k) => k !== p && k !== q) };
  const of = (name: string, t: Term): Term =>
    applied(board, name, board.argument('entries', sum.dims, sum.split, [t]), sum.dims);
  return [entrywise(of('abs', base.term(slots)), of('sqrt', rest))];
};

/** Functions of functions. */
export const composite = (board: Board, sum: Sum, { fn }: Unfold): Term[] | null => {
  const inner = only(sum);
  if (!inner || sum.kind !== 'entries' || !equal(inner.term.scalar, ONE)) return null;
  const { argument } = inner.atom;
  const of = board.sums[argument]!;
  if (of.kind !== 'entries') return null;
  const value = (name: string, by: Rational): Term[] => [times(applied(board, name, argument, sum.dims), by)];
  switch (`${fn} ${inner.atom.fn}`) {
    case 'log exp':
      return [...of.terms];
    case 'log reciprocal':
      return value('log', MINUS_ONE);
    case 'log sqrt':
      return value('log', rational(1, 2));
    case 'reciprocal reciprocal':
      return [...of.terms];
    case 'sign exp':
    case 'sign sqrt':
      return [constant(ONE, sum.dims)];
    case 'reciprocal sign':
      return value('sign', ONE);
    case 'reciprocal sqrt': {
      const w = new Wiring();
      const slots = w.indices(sum.dims);
      w.node(board.function('sqrt', argument), slots);
      w.node(board.function('reciprocal', argument), slots);
      return [w.term(slots)];
    }
    default:
      return null;
  }
};

/** e^(a + 2b) = eᵃ eᵇ eᵇ, entry by entry; coefficients are integers of at most MAX_POWER, or have such a numerator. */
const MAX_POWER = 8n;
export const exponentialOfSum = (board: Board, sum: Sum, { fn }: Unfold): Term[] | null => {
  if (fn !== 'exp' || sum.kind !== 'entries') return null;
  const parts = sum.terms.map(t => {
    const { num, den } = t.scalar;
    const count = num < 0n ? -num : num;
    return { count, term: { ...t, scalar: rational(num < 0n ? -1 : 1, den) } };
  });
  if (parts.some(p => p.count > MAX_POWER)) return null;
  if (parts.length < 2 && parts.every(p => p.count === 1n)) return null;
  const w = new Wiring();
  const slots = w.indices(sum.dims);
  for (const { count, term } of parts) {
    const argument = board.argument('entries', sum.dims, sum.split, [term]);
    for (let k = 0n; k < count; k++) w.node(board.function('exp', argument), slots);
  }
  return [w.term(slots)];
};

/** 1/(a + b/u) = u/(au + b), entry by entry, where some 1/u stands in the argument. */
export const commonDenominator = (board: Board, sum: Sum, step: Unfold): Term[] | null => {
  const { fn, denominator, rows: places = [] } = step;
  const under = denominator === undefined ? undefined : board.sums[denominator];
  if (fn !== 'reciprocal' || sum.kind !== 'entries' || under?.kind !== 'entries') return null;
  if (places.length !== under.dims.length || new Set(places).size !== places.length) return null;
  const atom = board.function('reciprocal', denominator!) as FunctionAtom;
  const isThere = (t: Term): boolean =>
    t.nodes.some(n => n.atom === atom && n.legs.every((i, k) => t.rows[places[k]!] === i));
  if (!sum.terms.some(isThere)) return null;
  const terms: Term[] = [];
  for (const t of sum.terms) {
    const made = clearEntries(t, under, atom, { places });
    if (!made) return null;
    terms.push(...made);
  }
  const value = applied(board, 'reciprocal', board.argument('entries', sum.dims, sum.split, terms), sum.dims);
  return clearEntries(value, under, atom, { places });
};

const AT_ZERO: ReadonlyMap<string, Rational> = new Map([
  ['exp', ONE],
  ['cos', ONE],
  ['cosh', ONE],
  ['sigmoid', rational(1, 2)],
  ...['sin', 'tan', 'tanh', 'sinh', 'arctan'].map(fn => [fn, rational(0)] as const),
]);
/** The value where the argument is one rational number. */
export const valueAtConstant = (sum: Sum, { fn }: Unfold): Term[] | null => {
  if (sum.kind !== 'entries') return null;
  const value = (x: Rational | null | undefined): Term[] | null => {
    if (!x) return null;
    return isZero(x) ? [] : [constant(x, sum.dims)];
  };
  if (!sum.terms.length) return value(AT_ZERO.get(fn));
  const t = single(sum);
  if (!t || t.nodes.length || t.sizes.length || new Set(t.rows).size !== t.rows.length) return null;
  if (fn === 'reciprocal') return value(divide(ONE, t.scalar));
  if (fn === 'sqrt') return value(squareRoot(t.scalar));
  if (fn === 'sign') return value(t.scalar.num > 0n ? ONE : MINUS_ONE);
  if (fn === 'log' && (equal(t.scalar, ONE) || equal(t.scalar, MINUS_ONE))) return [];
  return null;
};

/** Odd and even functions, and those with a rule for −v. */
const PARITY: ReadonlyMap<string, 'odd' | 'even'> = new Map([
  ...['sin', 'tan', 'tanh', 'sinh', 'arctan', 'sign'].map(fn => [fn, 'odd'] as const),
  ...['cos', 'cosh', 'abs'].map(fn => [fn, 'even'] as const),
]);
export const parity = (board: Board, sum: Sum, { fn }: Unfold): Term[] | null => {
  if (sum.kind !== 'entries') return null;
  const terms = sum.terms.map(t => ({ ...t, scalar: negate(t.scalar) }));
  const argument = (): number => board.argument('entries', sum.dims, sum.split, terms);
  const kind = PARITY.get(fn);
  if (kind) return [times(applied(board, fn, argument(), sum.dims), kind === 'odd' ? MINUS_ONE : ONE)];
  if (fn === 'sigmoid')
    return [constant(ONE, sum.dims), times(applied(board, fn, argument(), sum.dims), MINUS_ONE)];
  if (fn === 'step')
    return [constant(ONE, sum.dims), times(applied(board, fn, argument(), sum.dims), MINUS_ONE)];
  if (fn !== 'exp') return null;
  const positive = applied(board, 'exp', argument(), sum.dims);
  return [applied(board, 'reciprocal', board.argument('entries', sum.dims, sum.split, [positive]), sum.dims)];
};

/** A slot on which no term depends is none. */
export const dropped = (board: Board, sum: Sum, { fn, order, slot }: Unfold): Term[] | null => {
  if (sum.kind !== 'entries' || slot === undefined || slot < 0 || slot >= sum.dims.length) return null;
  const isLone = (t: Term): boolean => {
    const i = t.rows[slot]!;
    return t.rows.filter(r => r === i).length === 1 && t.nodes.every(n => !n.legs.includes(i));
  };
  if (!sum.terms.every(isLone)) return null;
  const dims = sum.dims.toSpliced(slot, 1);
  const terms = sum.terms.map(t => {
    const w = new Wiring();
    w.add(t);
    w.forget(t.rows[slot]!);
    return w.term(t.rows.toSpliced(slot, 1));
  });
  const w = new Wiring();
  const legs = w.indices(sum.dims);
  const argument = board.argument('entries', dims, dims.length, terms);
  w.node(board.function(fn, argument, order), legs.toSpliced(slot, 1));
  return [w.term(legs)];
};

/** By definition: |v| = v·sign v and relu v = v·step v away from their kinks; the hyperbolic and logistic ones by e = eᵛ:
 *  σ = e/(1 + e), tanh = (e² − 1)/(e² + 1), sinh = ½(e − 1/e), cosh = ½(e + 1/e), softplus = log(1 + e); tan = sin/cos. */
export const definition = (board: Board, sum: Sum, { fn, argument }: Unfold): Term[] | null => {
  if (sum.kind !== 'entries') return null;
  const one = constant(ONE, sum.dims);
  const own = (name: string): Term => applied(board, name, argument, sum.dims);
  const of = (name: string, terms: readonly Term[]): Term =>
    applied(board, name, board.argument('entries', sum.dims, sum.split, terms), sum.dims);
  const e = own('exp');
  const half = rational(1, 2);
  const minus = (t: Term): Term => times(t, MINUS_ONE);
  switch (fn) {
    case 'abs':
    case 'relu': {
      const by = own(fn === 'abs' ? 'sign' : 'step');
      return sum.terms.map(t => entrywise(t, by));
    }
    case 'sigmoid':
      return [entrywise(e, of('reciprocal', [one, e]))];
    case 'softplus':
      return [of('log', [one, e])];
    case 'tanh': {
      const below = of('reciprocal', [entrywise(e, e), one]);
      return [entrywise(entrywise(e, e), below), minus(below)];
    }
    case 'sinh':
      return [times(e, half), minus(times(of('reciprocal', [e]), half))];
    case 'cosh':
      return [times(e, half), times(of('reciprocal', [e]), half)];
    case 'tan':
      return [entrywise(own('sin'), of('reciprocal', [own('cos')]))];
    default:
      return null;
  }
};
