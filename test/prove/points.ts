// Random points modulo a prime for structured symbols, for the oracle.

import { sizeOf } from '../../src/expression/dimension.ts';
import type { Statement } from '../../src/expression/judgement.ts';
import { has, type Sym } from '../../src/expression/symbol.ts';
import { below, type Random } from '../../src/number/random.ts';
import {
  add,
  type Dense,
  evaluate,
  identity,
  inverted,
  P,
  type Point,
  product,
  scaled,
  transpose,
} from './dense.ts';

const entries = (rows: number, cols: number, random: Random): Dense => ({
  rows,
  cols,
  data: Array.from({ length: rows * cols }, () => below(random, P)),
});
const skew = (n: number, random: Random): Dense => {
  const m = entries(n, n, random);
  return add(m, scaled(P - 1, transpose(m)));
};
const symmetric = (n: number, random: Random): Dense => {
  const m = entries(n, n, random);
  return add(m, transpose(m));
};
/** (I − K)(I + K)⁻¹ for a skew K. */
const cayley = (n: number, random: Random): Dense => {
  const k = skew(n, random);
  return product(add(identity(n), scaled(P - 1, k)), inverted(add(identity(n), k)).inverse);
};

const draw = (s: Sym, sizes: ReadonlyMap<string, number>, random: Random): Dense => {
  const [rows, cols] = [sizeOf(s.shape.rows, sizes), sizeOf(s.shape.cols, sizes)];
  const some = (): Dense => entries(rows, cols, random);
  if (has(s, 'unit')) {
    const q = cayley(rows, random);
    return { rows, cols: 1, data: q.data.filter((_, k) => k % rows === 0) };
  }
  if (has(s, 'symmetric') && has(s, 'orthogonal')) {
    const q = cayley(rows, random);
    return product(
      product(q, draw({ ...s, structure: ['diagonal', 'orthogonal'] }, sizes, random)),
      transpose(q),
    );
  }
  if (has(s, 'diagonal')) {
    const sign = (): number => (below(random, 2) ? 1 : P - 1);
    const m = has(s, 'orthogonal') ? { rows, cols, data: Array.from({ length: rows * cols }, sign) } : some();
    return { ...m, data: m.data.map((x, k) => (k % (cols + 1) === 0 ? x : 0)) };
  }
  if (has(s, 'permutation')) {
    const order = Array.from({ length: rows }, (_, k) => k);
    for (let k = rows - 1; k > 0; k--) {
      const l = below(random, k + 1);
      [order[k], order[l]] = [order[l]!, order[k]!];
    }
    return { rows, cols, data: order.flatMap(o => order.map((_, c) => (c === o ? 1 : 0))) };
  }
  if (has(s, 'orthogonal')) return cayley(rows, random);
  if (has(s, 'orthonormal-columns')) {
    if (rows < cols) throw new RangeError('more orthonormal columns than rows');
    const q = cayley(rows, random);
    return { rows, cols, data: q.data.filter((_, k) => k % rows < cols) };
  }
  if (has(s, 'idempotent')) {
    const half = Math.max(1, Math.floor(rows / 2));
    const x = entries(rows, half, random);
    const y = has(s, 'symmetric') ? x : entries(rows, half, random);
    return product(product(x, inverted(product(transpose(y), x)).inverse), transpose(y));
  }
  if (has(s, 'skew')) return skew(rows, random);
  if (has(s, 'symmetric') || has(s, 'positive-definite')) return symmetric(rows, random);
  return some();
};
/** A direction keeps the linear structure of its symbol. */
const direction = (s: Sym, sizes: ReadonlyMap<string, number>, random: Random): Dense =>
  draw(
    { ...s, structure: s.structure.filter(x => ['diagonal', 'symmetric', 'skew'].includes(x)) },
    sizes,
    random,
  );

const point = (statement: Statement, sizes: ReadonlyMap<string, number>, random: Random): Point => ({
  sizes,
  values: new Map(statement.symbols.map(s => [s.name, draw(s, sizes, random)])),
  directions: new Map(statement.symbols.map(s => [s.name, direction(s, sizes, random)])),
  indices: new Map(),
});

/** Whether both sides agree at a random point of these sizes; null where a side has no value. */
export const agrees = (
  statement: Statement,
  sizes: ReadonlyMap<string, number>,
  random: Random,
): boolean | null => {
  try {
    const at = point(statement, sizes, random);
    const [left, right] = [evaluate(statement.lhs, at), evaluate(statement.rhs, at)];
    return left.data.length === right.data.length && left.data.every((x, k) => x === right.data[k]);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
};
