// Dimensions are symbolic sizes: an ordered product of names and integers.
//   []          is 1
//   ['n']       is n
//   ['m', 'n']  has m·n entries: what ⊗ and vec make (vec of n×m: the column counts m first, column-major)
//   [m+n]       is a sum: the rows of a block matrix; [n(n+1)/2] is triangular: what vech makes (see compound.ts)
// Two dimensions fit when they are equal for all values of their names; the order of factors may differ (`identical` tells).

import { Compound, monomials, namesIn, productKey } from './compound.ts';

/** A name ("n"), an integer of at least 2, or a compound size, of which there is one object for each text. */
export type Factor = string | number | Compound;
/** A dimension as declarations write it: no compound sizes. */
export type Written = readonly (string | number)[];
export type Dimension = readonly Factor[];

/** rows × columns; a vector is n×1, a scalar 1×1. */
export interface Shape {
  readonly rows: Dimension;
  readonly cols: Dimension;
}

export const UNIT: Dimension = [];
export const SCALAR: Shape = { rows: UNIT, cols: UNIT };

/** The dimension of a written size. @throws RangeError for an integer below 1 */
export const dimension: {
  (...factors: Written): Written;
  (...factors: readonly Factor[]): Dimension;
} = (...factors: readonly Factor[]): Written => {
  for (const f of factors)
    if (typeof f === 'number' && (!Number.isSafeInteger(f) || f < 1))
      throw new RangeError(`a dimension is a positive integer or a name, not ${f}`);
  return factors.filter(f => f !== 1) as Written;
};
export const times = (a: Dimension, b: Dimension): Dimension =>
  a.length ? (b.length ? [...a, ...b] : a) : b;
export const shape = (rows: Dimension, cols: Dimension = UNIT): Shape => ({ rows, cols });

/** Same factors in the same order: an index tuple of one is an index tuple of the other. */
export const identical = (a: Dimension, b: Dimension): boolean =>
  a.length === b.length && a.every((factor, i) => factor === b[i]);

/** Equal sizes for all values of the names. */
export const fits = (a: Dimension, b: Dimension): boolean =>
  identical(a, b) || productKey(a) === productKey(b);
/** The number of pairs i ≥ j of positions: n(n+1)/2. */
export const triangular = (n: Dimension): Dimension => {
  const size = n.reduce<number>((product, f) => (typeof f === 'number' ? product * f : Number.NaN), 1);
  return Number.isNaN(size) ? [Compound.triangular(n)] : dimension((size * (size + 1)) / 2);
};
/** The size of parts on top of each other, in this order. */
export const summed = (...parts: readonly Dimension[]): Dimension => {
  const [first] = parts;
  if (first && parts.length === 1) return first;
  if (first && parts.every(p => identical(p, first))) return times(dimension(parts.length), first);
  if (parts.every(p => p.every(f => typeof f === 'number')))
    return dimension(parts.reduce((sum, p) => sum + sizeOf(p, new Map()), 0));
  return [Compound.sum(parts)];
};
export { Compound, monomials };
export const isUnit = (d: Dimension): boolean => d.length === 0;
export const isScalar = (s: Shape): boolean => isUnit(s.rows) && isUnit(s.cols);
export const isColumn = (s: Shape): boolean => isUnit(s.cols);
export const sameShape = (a: Shape, b: Shape): boolean => fits(a.rows, b.rows) && fits(a.cols, b.cols);
export const transposed = (s: Shape): Shape => ({ rows: s.cols, cols: s.rows });
/** Shape of vec: columns, then rows (column-major). */
export const vecShape = (s: Shape): Shape => ({ rows: times(s.cols, s.rows), cols: UNIT });

export const dimensionText = (d: Dimension): string => (d.length ? d.map(String).join('·') : '1');
/** The factors that names are, each once with how often it occurs, and the others one by one, in their order. */
export const powersOf = (d: Dimension): readonly (readonly [factor: Factor, power: number])[] =>
  d
    .map((f, i): readonly [Factor, number] => [
      f,
      typeof f === 'string' ? d.slice(i).filter(g => g === f).length : 1,
    ])
    .filter(([f], i) => typeof f !== 'string' || d.indexOf(f) === i);
export const shapeText = (s: Shape): string => `${dimensionText(s.rows)}×${dimensionText(s.cols)}`;

/** Names in a dimension or shape, each once, in order of appearance. */
export const dimensionNames = (...dims: readonly Dimension[]): string[] => {
  const names: string[] = [];
  for (const d of dims)
    for (const f of d)
      for (const name of typeof f === 'string' ? [f] : namesIn(f))
        if (!names.includes(name)) names.push(name);
  return names;
};

/** The size under an assignment. @throws RangeError when a name has no value */
export const sizeOf = (d: Dimension, sizes: ReadonlyMap<string, number>): number => {
  let product = 1;
  for (const f of d) {
    const size =
      typeof f === 'number' ? f : typeof f === 'string' ? sizes.get(f) : f.size(part => sizeOf(part, sizes));
    if (size === undefined) throw new RangeError(`dimension ${f} has no value`);
    product *= size;
  }
  return product;
};
