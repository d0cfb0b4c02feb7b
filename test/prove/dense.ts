// A dense evaluator modulo a prime, from the textbook definition of each operator: the oracle of the prover's property tests.
// Differentials are taken with dual numbers of any depth; an elementwise function is a fixed random-looking table.

import { type Dimension, dimension, sizeOf } from '../../src/expression/dimension.ts';
import type { Expression, Index } from '../../src/expression/expression.ts';
import type { Sym } from '../../src/expression/symbol.ts';

/** 2²⁶ − 5: products of two residues are exact in floating point. */
export const P = 67_108_859;
const mod = (x: bigint): number => Number(((x % BigInt(P)) + BigInt(P)) % BigInt(P));
export const times = (a: number, b: number): number => (a * b) % P;
export const plus = (a: number, b: number): number => (a + b) % P;
export const power = (a: number, n: number): number => {
  let [result, base] = [1, a];
  for (let k = n; k > 0; k = Math.floor(k / 2)) {
    if (k % 2) result = times(result, base);
    base = times(base, base);
  }
  return result;
};
const reciprocal = (a: number): number => {
  if (a === 0) throw new RangeError('division by zero');
  return power(a, P - 2);
};

export interface Dense {
  readonly rows: number;
  readonly cols: number;
  readonly data: readonly number[];
}
export interface Point {
  readonly sizes: ReadonlyMap<string, number>;
  readonly values: ReadonlyMap<string, Dense>;
  readonly directions: ReadonlyMap<string, Dense>;
  readonly indices: ReadonlyMap<string, number>;
}

const filled = (rows: number, cols: number, at: (r: number, c: number) => number): Dense => ({
  rows,
  cols,
  data: Array.from({ length: rows * cols }, (_, k) => at(Math.floor(k / cols), k % cols)),
});
const get = (m: Dense, r: number, c: number): number => m.data[r * m.cols + c]!;
export const product = (a: Dense, b: Dense): Dense =>
  filled(a.rows, b.cols, (r, c) => {
    let total = 0;
    for (let k = 0; k < a.cols; k++) total = plus(total, times(get(a, r, k), get(b, k, c)));
    return total;
  });
export const add = (a: Dense, b: Dense): Dense =>
  filled(a.rows, a.cols, (r, c) => plus(get(a, r, c), get(b, r, c)));
export const transpose = (m: Dense): Dense => filled(m.cols, m.rows, (r, c) => get(m, c, r));
export const scaled = (s: number, m: Dense): Dense =>
  filled(m.rows, m.cols, (r, c) => times(s, get(m, r, c)));
export const identity = (n: number): Dense => filled(n, n, (r, c) => (r === c ? 1 : 0));
const vec = (m: Dense): Dense => filled(m.rows * m.cols, 1, k => get(m, k % m.rows, Math.floor(k / m.rows)));

/** Gauss–Jordan: inverse and determinant. @throws RangeError for a singular matrix */
export const inverted = (m: Dense): { inverse: Dense; determinant: number } => {
  const n = m.rows;
  const a = Array.from({ length: n }, (_, r) => Array.from({ length: n }, (_, c) => get(m, r, c)));
  const b = Array.from({ length: n }, (_, r) =>
    Array.from({ length: n }, (_, c): number => (r === c ? 1 : 0)),
  );
  let determinant = 1;
  for (let k = 0; k < n; k++) {
    const pivot = a.findIndex((row, r) => r >= k && row[k] !== 0);
    if (pivot < 0) throw new RangeError('singular');
    if (pivot !== k) {
      [a[k], a[pivot]] = [a[pivot]!, a[k]!];
      [b[k], b[pivot]] = [b[pivot]!, b[k]!];
      determinant = P - determinant;
    }
    const lead = a[k]![k]!;
    determinant = times(determinant, lead);
    const inv = reciprocal(lead);
    a[k] = a[k]!.map(x => times(x, inv));
    b[k] = b[k]!.map(x => times(x, inv));
    for (let r = 0; r < n; r++) {
      const f = a[r]![k]!;
      if (r === k || f === 0) continue;
      a[r] = a[r]!.map((x, c) => plus(x, P - times(f, a[k]![c]!)));
      b[r] = b[r]!.map((x, c) => plus(x, P - times(f, b[k]![c]!)));
    }
  }
  return { inverse: filled(n, n, (r, c) => b[r]![c]!), determinant };
};

/** Where entry (row, col), on or below the diagonal, stands in vech. */
const half = (row: number, col: number, n: number): number => col * n - (col * (col + 1)) / 2 + row;

const varied = (point: Point, name: string, value: Dense): Point => ({
  ...point,
  values: new Map([...point.values, [name, value]]),
});

/** The value of an expression. @throws RangeError where it has none */
export const evaluate = (e: Expression, point: Point): Dense => {
  const size = (d: Dimension): number => sizeOf(d, point.sizes);
  const at = (x: Expression): Dense => evaluate(x, point);
  const position = (i: Index): number => (typeof i === 'number' ? i : point.indices.get(i.name)!) - 1;
  const [rows, cols] = [size(e.shape.rows), size(e.shape.cols)];
  switch (e.op) {
    case 'symbol':
      return point.values.get(e.symbol.name)!;
    case 'number':
      return filled(1, 1, () => times(mod(e.value.num), reciprocal(mod(e.value.den))));
    case 'size':
      return filled(1, 1, () => size(e.dim));
    case 'identity':
      return identity(rows);
    case 'ones':
      return filled(rows, cols, () => 1);
    case 'zeros':
      return filled(rows, cols, () => 0);
    case 'unit':
      return filled(rows, 1, r => (r === position(e.index) ? 1 : 0));
    case 'commutation': {
      const [m, n] = [size(e.m), size(e.n)];
      return filled(rows, cols, (r, c) =>
        r % n === Math.floor(c / m) && Math.floor(r / n) === c % m ? 1 : 0,
      );
    }
    case 'duplication': {
      const n = size(e.n);
      return filled(rows, cols, (r, c) =>
        c === half(Math.max(r % n, Math.floor(r / n)), Math.min(r % n, Math.floor(r / n)), n) ? 1 : 0,
      );
    }
    case 'elimination': {
      const n = size(e.n);
      return filled(rows, cols, (r, c) =>
        c % n >= Math.floor(c / n) && r === half(c % n, Math.floor(c / n), n) ? 1 : 0,
      );
    }
    case 'block': {
      const bands = e.blocks.map(line => line.map(at));
      const data = bands.flatMap(parts =>
        Array.from({ length: parts[0]!.rows }, (_, r) =>
          parts.flatMap(p => p.data.slice(r * p.cols, (r + 1) * p.cols)),
        ),
      );
      return { rows, cols, data: data.flat() };
    }
    case 'add':
      return e.terms.map(at).reduce(add);
    case 'product':
      return e.factors.map(at).reduce(product);
    case 'scale':
      return scaled(at(e.by).data[0]!, at(e.of));
    case 'transpose':
      return transpose(at(e.of));
    case 'hadamard': {
      const [a, b] = [at(e.left), at(e.right)];
      return filled(rows, cols, (r, c) => times(get(a, r, c), get(b, r, c)));
    }
    case 'kronecker': {
      const [a, b] = [at(e.left), at(e.right)];
      return filled(rows, cols, (r, c) =>
        times(get(a, Math.floor(r / b.rows), Math.floor(c / b.cols)), get(b, r % b.rows, c % b.cols)),
      );
    }
    case 'khatriRao': {
      const [a, b] = [at(e.left), at(e.right)];
      return filled(rows, cols, (r, c) => times(get(a, Math.floor(r / b.rows), c), get(b, r % b.rows, c)));
    }
    case 'vec':
      return vec(at(e.of));
    case 'unvec': {
      const of = at(e.of);
      return filled(rows, cols, (r, c) => get(of, c * rows + r, 0));
    }
    case 'diag': {
      const of = at(e.of);
      return filled(rows, rows, (r, c) => (r === c ? get(of, r, 0) : 0));
    }
    case 'diagonal': {
      const of = at(e.of);
      return filled(rows, 1, r => get(of, r, r));
    }
    case 'trace': {
      const of = at(e.of);
      return filled(1, 1, () => Array.from({ length: of.rows }, (_, r) => get(of, r, r)).reduce(plus, 0));
    }
    case 'inverse':
      return inverted(at(e.of)).inverse;
    case 'determinant':
      return filled(1, 1, () => inverted(at(e.of)).determinant);
    case 'power': {
      let result = identity(rows);
      for (let k = 0; k < e.exponent; k++) result = product(result, at(e.of));
      return result;
    }
    case 'elementwise': {
      if (e.order > 0) throw new TypeError('a derived function');
      const of = at(e.of);
      return filled(rows, cols, (r, c) => elementwise(e.fn, get(of, r, c)));
    }
    case 'entry': {
      const of = at(e.of);
      return filled(1, 1, () => get(of, position(e.row), position(e.col)));
    }
    case 'sum': {
      const n = size(dimension(e.index.dim));
      return Array.from({ length: n }, (_, k) =>
        evaluate(e.of, { ...point, indices: new Map([...point.indices, [e.index.name, k + 1]]) }),
      ).reduce(add);
    }
    case 'differential':
      return along(e.of, point, new Set(e.wrt));
    case 'derivative':
      return jacobian(e.of, e.by, point, e.layout);
    default:
      throw new TypeError(`${e.op} is not evaluated here`);
  }
};

const elementwise = (fn: string, x: number): number => {
  if (fn === 'reciprocal') return reciprocal(x);
  let h = 17;
  for (const c of fn) h = plus(times(h, 31), c.codePointAt(0)!);
  return power(plus(x, h), 5);
};

/** d/dt at 0 of a polynomial in t of degree below POINTS, by Lagrange interpolation at t = 0, 1, 2, …. */
const POINTS = 20;
const others = (i: number): number[] => Array.from({ length: POINTS }, (_, k) => k).filter(k => k !== i);
const WEIGHTS = Array.from({ length: POINTS }, (_, i) =>
  others(i).reduce((weight, m) => {
    const rest = others(i).filter(l => l !== m);
    const term = rest.reduce(
      (t, l) => times(t, times(P - l, reciprocal(plus(i, P - l)))),
      reciprocal(plus(i, P - m)),
    );
    return plus(weight, term);
  }, 0),
);
const slope = (f: (t: number) => Dense): Dense =>
  WEIGHTS.map((weight, t) => scaled(weight, f(t))).reduce(add);
/** The differential of a polynomial expression whose symbols move to value + t·direction. */
const along = (e: Expression, point: Point, names: ReadonlySet<string>): Dense =>
  slope(t => {
    let moved = point;
    for (const name of names) {
      const [value, direction] = [point.values.get(name), point.directions.get(name)];
      if (value && direction) moved = varied(moved, name, add(value, scaled(t, direction)));
    }
    return evaluate(e, moved);
  });
const jacobian = (e: Expression, by: Sym, point: Point, layout: string): Dense => {
  const x = point.values.get(by.name)!;
  const columns: Dense[] = [];
  for (let c = 0; c < x.cols; c++)
    for (let r = 0; r < x.rows; r++) {
      const direction = filled(x.rows, x.cols, (i, j) => (i === r && j === c ? 1 : 0));
      columns.push(vec(slope(t => evaluate(e, varied(point, by.name, add(x, scaled(t, direction)))))));
    }
  if (layout === 'gradient') return filled(x.rows, x.cols, (r, c) => columns[c * x.rows + r]!.data[0]!);
  const numerator = filled(columns[0]!.rows, columns.length, (r, c) => columns[c]!.data[r]!);
  return layout === 'numerator' ? numerator : transpose(numerator);
};
