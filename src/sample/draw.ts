// Draws: from fast-check's generator to one instance in typed arrays. Values are such as a person would take: small integers, short
// decimals, and now and then ordinary doubles. Every symbol is drawn as free parameters, which its structure then shapes.

import type { Random } from 'fast-check';
import { dimension, sizeOf } from '../expression/dimension.ts';
import type { Statement } from '../expression/judgement.ts';
import type { Sym } from '../expression/symbol.ts';
import type { Grid } from './memory.ts';
import { costOf, type Needs, varies } from './needs.ts';
import { colsOf, type Drawn, rowsOf } from './point.ts';
import { impose, tangent } from './structure.ts';

/** Free parameters of an instance: what is drawn and what is shrunk. */
export type Parameters = Drawn;

/** How entries are drawn: a whole matrix in one way. */
type Kind = 'integers' | 'decimals' | 'doubles';
const KINDS: readonly Kind[] = ['integers', 'decimals', 'doubles'];
interface Mood {
  readonly positive: boolean;
  readonly gentle: boolean;
}

/** Multiplications that one instance may cost. */
const DEAREST = 200_000;

const entry = (random: Random, kind: Kind, { positive, gentle }: Mood): number => {
  const least = positive ? 1 : -30;
  switch (kind) {
    case 'integers':
      return gentle
        ? random.nextInt(positive ? 1 : -1, positive ? 2 : 1)
        : random.nextInt(positive ? 1 : -3, 3);
    case 'decimals':
      return random.nextInt(gentle ? Math.max(least, -10) : least, gentle ? 10 : 30) / 10;
    case 'doubles': {
      const x = (random.nextInt(-0x80000000, 0x7fffffff) + random.nextInt(0, 0xfffff) / 2 ** 20) / 2 ** 31;
      const y = positive ? Math.abs(x) + 1 / 8 : x;
      return gentle ? y : 2 * y;
    }
    default: {
      const unknown: never = kind;
      throw new TypeError(`unknown kind ${String(unknown)}`);
    }
  }
};
const parameters = (random: Random, rows: number, cols: number, mood: Mood): Grid => {
  const data = new Float64Array(rows * cols);
  const kind = KINDS[random.nextInt(0, KINDS.length - 1)]!;
  for (let i = 0; i < data.length; i++) data[i] = entry(random, kind, mood);
  return { rows, cols, data };
};

/** No instance of sizes up to maxSize costs too much. */
export const isCheap = (statement: Statement, needs: Needs, maxSize: number): boolean =>
  costOf(statement, needs, new Map(statement.dimensions.map(name => [name, maxSize]))) <= DEAREST;

/** Sizes 1..maxSize, lowered together where an instance would cost too much. */
const drawSizes = (
  statement: Statement,
  needs: Needs,
  random: Random,
  { maxSize, cheap }: Range,
): Map<string, number> => {
  const sizes = new Map<string, number>();
  for (const name of statement.dimensions) sizes.set(name, random.nextInt(1, maxSize));
  if (cheap) return sizes;
  while (costOf(statement, needs, sizes) > DEAREST && [...sizes.values()].some(n => n > 1)) {
    const greatest = Math.max(...sizes.values());
    for (const [name, n] of sizes) if (n === greatest) sizes.set(name, n - 1);
  }
  return sizes;
};
/** Sizes to draw from, and whether all of them are cheap. */
export interface Range {
  readonly maxSize: number;
  readonly cheap: boolean;
}

export const drawParameters = (
  statement: Statement,
  needs: Needs,
  random: Random,
  range: Range,
): Parameters => {
  const sizes = drawSizes(statement, needs, random, range);
  const mood: Mood = {
    positive: needs.positive && random.nextInt(0, 1) === 0,
    gentle: needs.gentle && random.nextInt(0, 3) > 0,
  };
  const values = new Map<string, Grid>();
  const directions = new Map<string, Grid>();
  for (const { name, shape } of statement.symbols) {
    const [rows, cols] = [rowsOf(shape, sizes), colsOf(shape, sizes)];
    values.set(name, parameters(random, rows, cols, mood));
    if (varies(needs, name))
      directions.set(name, parameters(random, rows, cols, { ...mood, positive: false }));
  }
  const indices = new Map<string, number>();
  for (const [name, dim] of needs.free) indices.set(name, random.nextInt(1, sizeOf(dimension(dim), sizes)));
  return { dimensions: sizes, values, directions, indices };
};

/** The instance that the parameters stand for; null when they allow no matrix of a wanted structure. */
export const shaped = (statement: Statement, from: Parameters): Drawn | null => {
  const values = new Map<string, Grid>();
  const directions = new Map<string, Grid>();
  for (const symbol of statement.symbols) {
    const value = impose(symbol, from.values.get(symbol.name)!);
    if (!value) return null;
    values.set(symbol.name, value);
    const raw = from.directions.get(symbol.name);
    if (!raw) continue;
    const direction = tangent(symbol, value, raw);
    if (!direction) return null;
    directions.set(symbol.name, direction);
  }
  return { ...from, values, directions };
};

/** Every symbol has a value of its shape, and every symbol that moves a direction. */
export const fits = (
  statement: Statement,
  needs: Needs,
  { dimensions, values, directions, indices }: Drawn,
): boolean => {
  if (
    !statement.dimensions.every(
      name => Number.isSafeInteger(dimensions.get(name)) && dimensions.get(name)! > 0,
    )
  )
    return false;
  const has = (grid: Grid | undefined, { shape }: Sym): boolean =>
    grid?.rows === rowsOf(shape, dimensions) &&
    grid.cols === colsOf(shape, dimensions) &&
    grid.data.length === grid.rows * grid.cols;
  return (
    [...needs.free.keys()].every(name => indices.has(name)) &&
    statement.symbols.every(
      s => has(values.get(s.name), s) && (!needs.moving.has(s.name) || has(directions.get(s.name), s)),
    )
  );
};
