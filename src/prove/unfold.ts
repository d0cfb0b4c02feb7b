// Rewrites of a function by what its argument is: (AB)⁻¹ = B⁻¹A⁻¹, det(AB) = det A det B, 1/(ab) = 1/a · 1/b, … Part of what is trusted.
// An atom is unfolded everywhere at once. Logarithms are read as log|·|, which agrees wherever the statement has a value.
// `part` and the rest of a product are two groups of nodes that share no summed index except the inner ones of a matrix product.

import type { Dimension } from '../expression/dimension.ts';
import { has } from '../expression/symbol.ts';
import {
  divide,
  equal,
  isZero,
  MINUS_ONE,
  negate,
  ONE,
  type Rational,
  rational,
  reciprocal,
} from '../number/rational.ts';
import { type Board, isSquare, type Sum } from './board.ts';
import { type Atom, Beyond, constant, type Term, times, Wiring } from './network.ts';

export type UnfoldRule =
  | 'scale'
  | 'split product'
  | 'split tensor'
  | 'split entries'
  | 'inverse of inverse'
  | 'inverse of diagonal'
  | 'inverse of orthogonal'
  | 'determinant of identity'
  | 'determinant of inverse'
  | 'logarithm of determinant'
  | 'composite'
  | 'constant'
  | 'parity'
  | 'drop slot'
  | 'definition';

export interface Unfold {
  readonly rule: UnfoldRule;
  readonly fn: string;
  readonly order: number;
  readonly argument: number;
  /** The group of nodes that is split off. */
  readonly part?: readonly number[];
  /** Whether that group takes the coefficient. */
  readonly coefficient?: boolean;
  /** Inner indices of a matrix product, or positions of rows and columns that the group takes. */
  readonly inner?: readonly number[];
  readonly rows?: readonly number[];
  readonly cols?: readonly number[];
  readonly slot?: number;
  readonly by?: Rational;
}

const identical = (a: Dimension, b: Dimension): boolean =>
  a.length === b.length && a.every((f, i) => f === b[i]);

/** A function of an argument with its legs as rows; `legs` defaults to the argument's slots. */
const applied = (board: Board, fn: string, argument: number, dims: Dimension): Term => {
  const w = new Wiring();
  const legs = w.indices(dims);
  w.node(board.function(fn, argument), legs);
  return w.term(legs);
};
/** Slots of an inverse: the columns of its argument, then the rows. */
const inverseDims = (sum: Sum): Dimension => [...sum.dims.slice(sum.split), ...sum.dims.slice(0, sum.split)];

/** What the function is, as terms whose rows are its legs; null when the rule does not apply. */
export const unfolded = (board: Board, step: Unfold): Term[] | null => {
  const sum = board.sums[step.argument];
  if (!sum || sum.kind === 'side' || sum.kind === 'definition') return null;
  const atom = board.function(step.fn, step.argument, step.order);
  if (atom.kind !== 'function' || step.order !== 0)
    return step.rule === 'drop slot' ? dropped(board, sum, step) : null;
  switch (step.rule) {
    case 'scale':
      return scaled(board, sum, step);
    case 'split product':
      return splitProduct(board, sum, step);
    case 'split tensor':
      return splitTensor(board, sum, step);
    case 'split entries':
      return splitEntries(board, sum, step);
    case 'inverse of inverse':
      return inverseTwice(board, sum, step);
    case 'inverse of diagonal':
      return inverseDiagonal(board, sum, step);
    case 'inverse of orthogonal':
      return inverseOrthogonal(board, sum, step);
    case 'determinant of identity':
      return isIdentity(sum) && step.fn === 'determinant' ? [constant(ONE, [])] : null;
    case 'determinant of inverse':
      return determinantOfInverse(board, sum, step);
    case 'logarithm of determinant':
      return logDeterminant(board, sum, step);
    case 'composite':
      return composite(board, sum, step);
    case 'constant':
      return valueAtConstant(sum, step);
    case 'parity':
      return parity(board, sum, step);
    case 'drop slot':
      return dropped(board, sum, step);
    case 'definition':
      return definition(board, sum, step);
    default: {
      const unknown: never = step.rule;
      throw new Beyond(`the rule ${unknown} is not known`);
    }
  }
};

const single = (sum: Sum): Term | null => (sum.terms.length === 1 ? sum.terms[0]! : null);
const numeric = (dims: Dimension): number | null => {
  let product = 1;
  for (const f of dims) {
    if (typeof f !== 'number') return null;
    product *= f;
  }
  return product <= 16 ? product : null;
};
const repeated = (count: number, fill: (w: Wiring) => void): Term => {
  const w = new Wiring();
  for (let k = 0; k < count; k++) fill(w);
  return w.term([]);
};
const powerOf = (x: Rational, n: number): Rational =>
  Array.from({ length: n }).reduce<Rational>(acc => rational(acc.num * x.num, acc.den * x.den), ONE);

/** f(c·M) for f with a rule for multiples; `by` is c. */
const scaled = (board: Board, sum: Sum, { fn, by }: Unfold): Term[] | null => {
  if (!by || isZero(by)) return null;
  const terms = sum.terms.map(t => times(t, reciprocal(by)));
  const argument = (): number => board.argument(sum.kind as 'matrix', sum.dims, sum.split, terms);
  if (sum.kind === 'matrix') {
    if (fn === 'inverse') return [times(applied(board, fn, argument(), inverseDims(sum)), reciprocal(by))];
    const n = numeric(sum.dims.slice(0, sum.split));
    if (fn !== 'determinant' || n === null) return null;
    return [times(applied(board, fn, argument(), []), powerOf(by, n))];
  }
  const result = (factor: Rational): Term[] => [times(applied(board, fn, argument(), sum.dims), factor)];
  if (fn === 'reciprocal') return result(reciprocal(by));
  if (fn === 'sqrt') {
    const root = squareRoot(by);
    return root && result(root);
  }
  return null;
};
const squareRoot = (x: Rational): Rational | null => {
  const root = (n: bigint): bigint => BigInt(Math.round(Math.sqrt(Number(n))));
  if (x.num < 0n) return null;
  const r = rational(root(x.num), root(x.den));
  return equal(rational(r.num * r.num, r.den * r.den), x) ? r : null;
};

interface Parts {
  readonly term: Term;
  readonly part: readonly number[];
  readonly rest: readonly number[];
  /** Indices with a leg in the part, or in the rest. */
  readonly inPart: ReadonlySet<number>;
  readonly inRest: ReadonlySet<number>;
}
const partsOf = (sum: Sum, nodes: readonly number[] | undefined): Parts | null => {
  const term = single(sum);
  if (!term || !nodes || new Set(nodes).size !== nodes.length) return null;
  if (nodes.some(k => !term.nodes[k])) return null;
  const rest = term.nodes.map((_, k) => k).filter(k => !nodes.includes(k));
  const touched = (of: readonly number[]): Set<number> => new Set(of.flatMap(k => [...term.nodes[k]!.legs]));
  return { term, part: nodes, rest, inPart: touched(nodes), inRest: touched(rest) };
};
const bare = (t: Term): Term => ({ ...t, scalar: ONE, sizes: [] });
/** The term without the other group: its open indices, and no index that only the other group touches. */
const group = (
  t: Term,
  without: readonly number[],
  rows: readonly number[],
  own: ReadonlySet<number>,
): Term => {
  const w = new Wiring();
  w.add(t, without);
  t.indices.forEach((_, i) => {
    if (!rows.includes(i) && !own.has(i)) w.forget(i);
  });
  return w.term(rows);
};

/** M = P·Q with square P and Q: M⁻¹ = Q⁻¹P⁻¹, det M = det P · det Q. */
const splitProduct = (board: Board, sum: Sum, step: Unfold): Term[] | null => {
  const parts = partsOf(sum, step.part);
  const { inner } = step;
  if (!parts || !inner || sum.kind !== 'matrix' || new Set(inner).size !== inner.length) return null;
  const { term, part, rest, inPart, inRest } = parts;
  const [rows, cols] = [term.rows.slice(0, sum.split), term.rows.slice(sum.split)];
  const dims = sum.dims.slice(0, sum.split);
  if (!identical(dims, sum.dims.slice(sum.split))) return null;
  if (
    !identical(
      dims,
      inner.map(i => term.indices[i]!),
    )
  )
    return null;
  const shared = new Set(inner);
  for (let i = 0; i < term.indices.length; i++) {
    if (shared.has(i)) continue;
    const [isRow, isCol] = [rows.includes(i), cols.includes(i)];
    if (isRow && (isCol || inRest.has(i))) return null;
    if (isCol && inPart.has(i)) return null;
    if (inPart.has(i) && inRest.has(i)) return null;
  }
  const p = group(term, rest, [...rows, ...inner], inPart);
  const q = group(bare(term), part, [...inner, ...cols], inRest);
  const [left, right] = [p, q].map(t => board.argument('matrix', sum.dims, sum.split, [t])) as [
    number,
    number,
  ];
  if (step.fn === 'determinant')
    return [
      repeated(1, w => {
        w.node(board.function('determinant', left), []);
        w.node(board.function('determinant', right), []);
      }),
    ];
  if (step.fn !== 'inverse') return null;
  const w = new Wiring();
  const [c, s, r] = [w.indices(dims), w.indices(dims), w.indices(dims)];
  w.node(board.function('inverse', right), [...c, ...s]);
  w.node(board.function('inverse', left), [...s, ...r]);
  return [w.term([...c, ...r])];
};

interface Tensor {
  /** Argument numbers and dimensions of the two square factors. */
  readonly first: number;
  readonly second: number;
  readonly firstDims: Dimension;
  readonly secondDims: Dimension;
  readonly rows: readonly number[];
  readonly cols: readonly number[];
}
/** M = P ⊗ Q up to the order of positions, P and Q square; a P without open positions is a scalar. */
const tensor = (board: Board, sum: Sum, step: Unfold): Tensor | null => {
  const parts = partsOf(sum, step.part);
  const { rows = [], cols = [], coefficient } = step;
  if (!parts || sum.kind !== 'matrix') return null;
  const { term, part, rest, inPart, inRest } = parts;
  if ([...inPart].some(i => inRest.has(i))) return null;
  const count = sum.dims.length - sum.split;
  const valid = (of: readonly number[], n: number): boolean =>
    new Set(of).size === of.length && of.every(k => Number.isInteger(k) && k >= 0 && k < n);
  if (!valid(rows, sum.split) || !valid(cols, count)) return null;
  const at = [...rows, ...cols.map(k => k + sum.split)];
  const others = sum.dims.map((_, k) => k).filter(k => !at.includes(k));
  const [mine, theirs] = [at, others].map(ks => ks.map(k => term.rows[k]!)) as [number[], number[]];
  if (mine.some(i => theirs.includes(i) || inRest.has(i)) || theirs.some(i => inPart.has(i))) return null;
  const dimsOf = (of: readonly number[]): Dimension => of.map(k => sum.dims[k]!);
  const firstDims = dimsOf(rows);
  const secondDims = dimsOf(others.filter(k => k < sum.split));
  if (!identical(firstDims, dimsOf(cols.map(k => k + sum.split)))) return null;
  if (!identical(secondDims, dimsOf(others.filter(k => k >= sum.split)))) return null;
  const [p, q] = [coefficient ? term : bare(term), coefficient ? bare(term) : term];
  const first = group(p, rest, mine, inPart);
  const second = group(q, part, theirs, inRest);
  const kind = (dims: Dimension): 'entries' | 'matrix' => (dims.length ? 'matrix' : 'entries');
  return {
    first: board.argument(kind(firstDims), [...firstDims, ...firstDims], firstDims.length, [first]),
    second: board.argument(kind(secondDims), [...secondDims, ...secondDims], secondDims.length, [second]),
    firstDims,
    secondDims,
    rows,
    cols,
  };
};
/** A function of a square factor; a factor without open indices is a number: its own determinant, inverted entrywise. */
const nodeOf = (board: Board, fn: 'inverse' | 'determinant', argument: number): Atom =>
  board.function(board.sums[argument]!.kind === 'entries' ? 'reciprocal' : fn, argument);

const splitTensor = (board: Board, sum: Sum, step: Unfold): Term[] | null => {
  if (step.fn === 'inverse') {
    const t = tensor(board, sum, step);
    if (!t) return null;
    const w = new Wiring();
    const legs = w.indices(inverseDims(sum));
    const count = sum.dims.length - sum.split;
    const [c, r] = [legs.slice(0, count), legs.slice(count)];
    const rest = (of: readonly number[], without: readonly number[]): number[] =>
      of.filter((_, k) => !without.includes(k));
    w.node(nodeOf(board, 'inverse', t.first), [...t.cols.map(k => c[k]!), ...t.rows.map(k => r[k]!)]);
    w.node(nodeOf(board, 'inverse', t.second), [...rest(c, t.cols), ...rest(r, t.rows)]);
    return [w.term(legs)];
  }
  if (step.fn !== 'determinant' || numeric(sum.dims) === null) return null;
  const t = tensor(board, sum, step);
  if (!t) return null;
  const factors = (argument: number, count: number): Term[] => {
    const of = board.sums[argument]!;
    if (of.kind === 'matrix')
      return [repeated(count, w => w.node(board.function('determinant', argument), []))];
    return [repeated(count, w => void w.add(of.terms[0]!))];
  };
  const [a, b] = [factors(t.first, numeric(t.secondDims)!)[0]!, factors(t.second, numeric(t.firstDims)!)[0]!];
  return [
    repeated(1, w => {
      w.add(a);
      w.add(b);
    }),
  ];
};

/** 1/(pq) = 1/p · 1/q and log(pq) = log p + log q, entry by entry; groups share open indices only. */
const splitEntries = (board: Board, sum: Sum, step: Unfold): Term[] | null => {
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

/** The one function node that the argument consists of, its legs being the slots in order, or with halves swapped. */
const only = (sum: Sum): { term: Term; atom: Atom & { kind: 'function' }; swapped: boolean } | null => {
  const term = single(sum);
  const node = term?.nodes[0];
  if (!term || !node || term.nodes.length !== 1 || term.sizes.length) return null;
  if (node.atom.kind !== 'function' || node.atom.order !== 0) return null;
  if (new Set(term.rows).size !== term.rows.length || node.legs.length !== term.rows.length) return null;
  const half = node.legs.length / 2;
  const turned = [...node.legs.slice(half), ...node.legs.slice(0, half)];
  const straight = node.legs.every((i, k) => term.rows[k] === i);
  if (sum.kind === 'matrix' && 2 * sum.split !== sum.dims.length) return null;
  if (!straight && !(sum.kind === 'matrix' && turned.every((i, k) => term.rows[k] === i))) return null;
  return { term, atom: node.atom, swapped: !straight };
};
const inverseTwice = (board: Board, sum: Sum, { fn }: Unfold): Term[] | null => {
  const inner = only(sum);
  if (!inner || fn !== 'inverse' || sum.kind !== 'matrix' || inner.atom.fn !== 'inverse') return null;
  const of = board.sums[inner.atom.argument]!;
  if (of.kind !== 'matrix') return null;
  const by = reciprocal(inner.term.scalar);
  const half = of.split;
  return of.terms.map(t =>
    times(inner.swapped ? { ...t, rows: [...t.rows.slice(half), ...t.rows.slice(0, half)] } : t, by),
  );
};
/** A sum of diagonal matrices is inverted entry by entry. */
const inverseDiagonal = (board: Board, sum: Sum, { fn }: Unfold): Term[] | null => {
  const half = sum.split;
  if (fn !== 'inverse' || sum.kind !== 'matrix' || !sum.terms.length) return null;
  const isDiagonal = (t: Term): boolean =>
    2 * half === t.rows.length && t.rows.every((i, k) => k >= half || i === t.rows[k + half]);
  if (!sum.terms.every(isDiagonal)) return null;
  const dims = sum.dims.slice(0, half);
  const terms = sum.terms.map(t => ({ ...t, rows: t.rows.slice(0, half) }));
  const value = applied(board, 'reciprocal', board.argument('entries', dims, half, terms), dims);
  return [{ ...value, rows: [...value.rows, ...value.rows] }];
};
/** Q⁻¹ = Qᵀ. */
const inverseOrthogonal = (board: Board, sum: Sum, { fn }: Unfold): Term[] | null => {
  const t = single(sum);
  const node = t?.nodes[0];
  const half = sum.split;
  if (!t || node?.atom.kind !== 'symbol' || node.atom.as !== 'value' || t.nodes.length !== 1) return null;
  if (fn !== 'inverse' || t.sizes.length || !equal(t.scalar, ONE)) return null;
  const { symbol } = node.atom;
  if (!isSquare(symbol) || !(has(symbol, 'orthogonal') || has(symbol, 'permutation'))) return null;
  if (t.indices.length !== 2 * half || new Set(t.rows).size !== 2 * half || has(symbol, 'diagonal'))
    return null;
  const turned = [...node.legs.slice(half), ...node.legs.slice(0, half)];
  if (![node.legs, turned].some(legs => legs.every((i, k) => t.rows[k] === i))) return null;
  board.given.add(`${symbol.name} orthogonal`);
  return [{ ...t, rows: [...t.rows.slice(half), ...t.rows.slice(0, half)] }];
};
const isIdentity = (sum: Sum): boolean => {
  const t = single(sum);
  if (!t || sum.kind !== 'matrix' || t.nodes.length || t.sizes.length || !equal(t.scalar, ONE)) return false;
  const half = sum.split;
  const rows = t.rows.slice(0, half);
  return new Set(rows).size === half && t.rows.every((i, k) => i === rows[k % half]);
};
const determinantOfInverse = (board: Board, sum: Sum, { fn }: Unfold): Term[] | null => {
  const inner = only(sum);
  if (!inner || fn !== 'determinant' || inner.atom.fn !== 'inverse' || !equal(inner.term.scalar, ONE))
    return null;
  if (board.sums[inner.atom.argument]!.kind !== 'matrix') return null;
  const of = applied(board, 'determinant', inner.atom.argument, []);
  return [applied(board, 'reciprocal', board.argument('entries', [], 0, [of]), [])];
};

/** log det(P ⊗ Q) = q·log det P + p·log det Q, p and q their sizes; a scalar P is its own determinant. */
const logDeterminant = (board: Board, sum: Sum, step: Unfold): Term[] | null => {
  const inner = only(sum);
  if (!inner || step.fn !== 'log' || sum.kind !== 'entries' || inner.atom.fn !== 'determinant') return null;
  if (!equal(inner.term.scalar, ONE)) return null;
  const of = board.sums[inner.atom.argument]!;
  const t = of.kind === 'matrix' ? tensor(board, of, step) : null;
  if (!t) return null;
  const log = (argument: number, sizes: Dimension): Term => {
    const scalar = board.sums[argument]!.kind === 'entries';
    const logged = scalar
      ? argument
      : board.argument('entries', [], 0, [applied(board, 'determinant', argument, [])]);
    const w = new Wiring();
    for (const f of sizes) w.size(f);
    w.node(board.function('log', logged), []);
    return w.term([]);
  };
  return [log(t.first, t.secondDims), log(t.second, t.firstDims)];
};

/** Functions of functions. */
const composite = (board: Board, sum: Sum, { fn }: Unfold): Term[] | null => {
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

const AT_ZERO: ReadonlyMap<string, Rational> = new Map([
  ['exp', ONE],
  ['cos', ONE],
  ['cosh', ONE],
  ['sigmoid', rational(1, 2)],
  ...['sin', 'tan', 'tanh', 'sinh', 'arctan'].map(fn => [fn, rational(0)] as const),
]);
/** The value where the argument is one rational number. */
const valueAtConstant = (sum: Sum, { fn }: Unfold): Term[] | null => {
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
const parity = (board: Board, sum: Sum, { fn }: Unfold): Term[] | null => {
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
const dropped = (board: Board, sum: Sum, { fn, order, slot }: Unfold): Term[] | null => {
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

/** |v| = v·sign v and relu v = v·step v, away from their kinks. */
const definition = (board: Board, sum: Sum, { fn, argument }: Unfold): Term[] | null => {
  const factor = fn === 'abs' ? 'sign' : fn === 'relu' ? 'step' : null;
  if (!factor || sum.kind !== 'entries') return null;
  const w = new Wiring();
  const slots = w.indices(sum.dims);
  w.node(board.function(factor, argument), slots);
  const by = w.term(slots);
  return sum.terms.map(t => {
    const joint = new Wiring();
    joint.add(t);
    const offset = joint.add(by);
    joint.joinAll(
      t.rows,
      by.rows.map(i => i + offset),
    );
    return joint.term(t.rows);
  });
};
