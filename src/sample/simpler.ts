// Simpler parameters: first fewer rows and columns (a dimension is lowered everywhere at once), then indices towards 1, then entries
// towards 0, 1, −1 and small integers. Every candidate is strictly less by the order (sum of dimensions, indices, entries), so
// shrinking ends.

import type { Dimension } from '../expression/dimension.ts';
import { sizeOf } from '../expression/dimension.ts';
import type { Statement } from '../expression/judgement.ts';
import type { Parameters } from './draw.ts';
import type { Grid } from './memory.ts';
import type { Needs } from './needs.ts';

/** 0 < 1 < −1 < 2 < −2 < … < short decimals < long ones. */
export const complexity = (x: number): number => {
  const sign = x < 0 ? 0.5 : 0;
  if (Number.isInteger(x)) return Math.abs(x) + sign;
  return 1000 + 10 * String(Math.abs(x)).length + Math.min(9, Math.abs(x)) + sign;
};

export function* simpler(statement: Statement, needs: Needs, from: Parameters): Generator<Parameters> {
  for (const [name, size] of from.dimensions)
    for (const keep of keeps(size)) yield lowered(statement, needs, from, name, keep);
  const { dimensions, values, directions, indices } = from;
  for (const [name, i] of indices)
    if (i > 1) yield { dimensions, values, directions, indices: new Map(indices).set(name, 1) };
  for (const [name, grid] of directions)
    for (const data of simplerEntries(grid.data))
      yield { dimensions, values, directions: new Map(directions).set(name, { ...grid, data }), indices };
  for (const [name, grid] of values)
    for (const data of simplerEntries(grid.data))
      yield { dimensions, values: new Map(values).set(name, { ...grid, data }), directions, indices };
}

/** Positions to keep: one of them, the first or second half, all but one. */
function* keeps(size: number): Generator<readonly number[]> {
  if (size < 2) return;
  const all = Array.from({ length: size }, (_, i) => i);
  for (const i of all) yield [i];
  if (size > 3) {
    yield all.slice(0, size >> 1);
    yield all.slice(size >> 1);
  }
  if (size > 2) for (const i of all) yield all.filter(j => j !== i);
}

/** Positions in a composite dimension whose coordinates along one name are all kept. */
const kept = (
  dim: Dimension,
  sizes: ReadonlyMap<string, number>,
  name: string,
  keep: readonly number[],
): number[] =>
  dim.reduce<number[]>(
    (positions, factor) => {
      const size = sizeOf([factor], sizes);
      const own = factor === name ? keep : Array.from({ length: size }, (_, i) => i);
      return positions.flatMap(p => own.map(i => p * size + i));
    },
    [0],
  );

const lowered = (
  statement: Statement,
  needs: Needs,
  from: Parameters,
  name: string,
  keep: readonly number[],
): Parameters => {
  const cut = (part: 'values' | 'directions'): Map<string, Grid> => {
    const out = new Map<string, Grid>();
    for (const symbol of statement.symbols) {
      const grid = from[part].get(symbol.name);
      if (!grid) continue;
      const rows = kept(symbol.shape.rows, from.dimensions, name, keep);
      const cols = kept(symbol.shape.cols, from.dimensions, name, keep);
      const data = new Float64Array(rows.length * cols.length);
      let k = 0;
      for (const r of rows) for (const c of cols) data[k++] = grid.data[r * grid.cols + c]!;
      out.set(symbol.name, { rows: rows.length, cols: cols.length, data });
    }
    return out;
  };
  const indices = new Map(from.indices);
  for (const [index, dim] of needs.free)
    if (dim === name) indices.set(index, Math.max(1, keep.indexOf(indices.get(index)! - 1) + 1));
  return {
    dimensions: new Map(from.dimensions).set(name, keep.length),
    values: cut('values'),
    directions: cut('directions'),
    indices,
  };
};

/** The whole matrix made 0 or rounded, then one entry at a time. */
function* simplerEntries(data: Float64Array): Generator<Float64Array> {
  if (data.length > 1) {
    if (data.some(x => x !== 0)) yield new Float64Array(data.length);
    if (!data.every(Number.isInteger)) {
      const rounded = data.map(Math.round);
      if (total(rounded) < total(data)) yield rounded;
    }
  }
  for (const [i, x] of data.entries()) for (const y of simplerNumbers(x)) yield data.with(i, y === 0 ? 0 : y);
}
/** Integers that come before, the nearer half of them first; of a decimal, all small ones and shorter decimals. */
function* simplerNumbers(x: number): Generator<number> {
  const least = Math.max(Math.min(Math.abs(x), MOST), Number.isInteger(x) ? 0 : SMALL);
  const before = [0, 1, -1, Math.trunc(x / 2)];
  for (let n = 2; n <= least; n++) before.push(n, -n);
  for (const scale of [1, 10, 100]) before.push(Math.round(x * scale) / scale, Math.trunc(x * scale) / scale);
  for (const y of new Set(before)) if (complexity(y) < complexity(x)) yield y;
}
/** A decimal may become any integer up to the first; of an integer, those up to the second are tried one by one. */
const SMALL = 3;
const MOST = 30;
const total = (data: Float64Array): number => data.reduce((sum, x) => sum + complexity(x), 0);
