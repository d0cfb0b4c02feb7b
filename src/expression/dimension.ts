// Dimensions are symbolic sizes: an ordered product of names and integers.
//   []          is 1
//   ['n']       is n
//   ['m', 'n']  has m·n entries: what ⊗ and vec make (vec of n×m: the column counts m first, column-major)
// Two dimensions fit when their products are equal; their order may differ (`identical` tells).

/** A name ("n") or an integer of at least 2. */
export type Factor = string | number;
export type Dimension = readonly Factor[];

/** rows × columns; a vector is n×1, a scalar 1×1. */
export interface Shape {
  readonly rows: Dimension;
  readonly cols: Dimension;
}

export const UNIT: Dimension = [];
export const SCALAR: Shape = { rows: UNIT, cols: UNIT };

/** The dimension of a written size. @throws RangeError for an integer below 1 */
export const dimension = (...factors: readonly Factor[]): Dimension => {
  for (const f of factors)
    if (typeof f === 'number' && (!Number.isSafeInteger(f) || f < 1))
      throw new RangeError(`a dimension is a positive integer or a name, not ${f}`);
  return factors.filter(f => f !== 1);
};
export const times = (a: Dimension, b: Dimension): Dimension =>
  a.length ? (b.length ? [...a, ...b] : a) : b;
export const shape = (rows: Dimension, cols: Dimension = UNIT): Shape => ({ rows, cols });

/** Same factors in the same order: an index tuple of one is an index tuple of the other. */
export const identical = (a: Dimension, b: Dimension): boolean =>
  a.length === b.length && a.every((factor, i) => factor === b[i]);

const productKey = (d: Dimension): string => {
  let integer = 1;
  const names: string[] = [];
  for (const f of d) typeof f === 'number' ? (integer *= f) : names.push(f);
  return `${integer} ${names.sort().join(' ')}`;
};
/** Equal products for all values of the names. */
export const fits = (a: Dimension, b: Dimension): boolean =>
  identical(a, b) || productKey(a) === productKey(b);
export const isUnit = (d: Dimension): boolean => d.length === 0;
export const isScalar = (s: Shape): boolean => isUnit(s.rows) && isUnit(s.cols);
export const isColumn = (s: Shape): boolean => isUnit(s.cols);
export const sameShape = (a: Shape, b: Shape): boolean => fits(a.rows, b.rows) && fits(a.cols, b.cols);
export const transposed = (s: Shape): Shape => ({ rows: s.cols, cols: s.rows });
/** Shape of vec: columns, then rows (column-major). */
export const vecShape = (s: Shape): Shape => ({ rows: times(s.cols, s.rows), cols: UNIT });

export const dimensionText = (d: Dimension): string => (d.length ? d.join('·') : '1');
export const shapeText = (s: Shape): string => `${dimensionText(s.rows)}×${dimensionText(s.cols)}`;

/** Names in a dimension or shape, each once, in order of appearance. */
export const dimensionNames = (...dims: readonly Dimension[]): string[] => [
  ...new Set(dims.flat().filter(f => typeof f === 'string')),
];

/** The size under an assignment. @throws RangeError when a name has no value */
export const sizeOf = (d: Dimension, sizes: ReadonlyMap<string, number>): number =>
  d.reduce<number>((product, f) => {
    const size = typeof f === 'number' ? f : sizes.get(f);
    if (size === undefined) throw new RangeError(`dimension ${f} has no value`);
    return product * size;
  }, 1);
