// Inverse, determinant, rank and definiteness, exact over any number system; duals pivot on numbers whose value part is invertible.

import type { Field, Ring } from '../number/field.ts';
import { at, identity, type Matrix, matrix, product, transpose } from './matrix.ts';
import { Singular } from './refusal.ts';

/** Gauss–Jordan on [A | B]; the solution of AX = B. @throws Singular */
const solve = <N>(k: Ring<N>, a: Matrix<N>, b: Matrix<N>): Matrix<N> => {
  const n = a.rows;
  const rows = Array.from({ length: n }, (_, r) => [
    ...a.data.slice(r * n, (r + 1) * n),
    ...b.data.slice(r * b.cols, (r + 1) * b.cols),
  ]);
  for (let step = 0; step < n; step++) {
    let lead: N | null = null;
    let pivot = step;
    while (pivot < n && (lead = k.invert(rows[pivot]![step]!)) === null) pivot++;
    if (lead === null) throw new Singular('a singular matrix');
    [rows[step], rows[pivot]] = [rows[pivot]!, rows[step]!];
    reduce(k, rows, step, step, lead);
  }
  return matrix(n, b.cols, (r, c) => rows[r]![n + c]!);
};

/** @throws Singular */
export const inverse = <N>(k: Ring<N>, a: Matrix<N>): Matrix<N> => solve(k, a, identity(k, a.rows));

/** A = F·G with F of full column rank and G of full row rank. @throws Singular for duals whose rank changes along their slope */
const factors = <N>(k: Ring<N>, a: Matrix<N>): { f: Matrix<N>; g: Matrix<N> } => {
  const rows = Array.from({ length: a.rows }, (_, r) => a.data.slice(r * a.cols, (r + 1) * a.cols));
  const pivots: number[] = [];
  for (let c = 0; c < a.cols; c++) {
    const step = pivots.length;
    const pivot = rows.findIndex((row, r) => r >= step && k.invert(row[c]!) !== null);
    if (pivot < 0) continue;
    [rows[step], rows[pivot]] = [rows[pivot]!, rows[step]!];
    reduce(k, rows, step, c, k.invert(rows[step]![c]!)!);
    pivots.push(c);
  }
  if (rows.slice(pivots.length).some(row => row.some(x => !k.isZero(x))))
    throw new Singular('a matrix whose rank changes');
  return {
    f: matrix(a.rows, pivots.length, (r, c) => at(a, r, pivots[c]!)),
    g: matrix(pivots.length, a.cols, (r, c) => rows[r]![c]!),
  };
};
/** Makes the lead of one row 1 and clears its column in all other rows. */
const reduce = <N>(k: Ring<N>, rows: N[][], step: number, column: number, inverseLead: N): void => {
  const own = rows[step]!.map(x => k.multiply(inverseLead, x));
  rows[step] = own;
  for (let r = 0; r < rows.length; r++) {
    const x = rows[r]![column]!;
    if (r !== step && !k.isZero(x)) rows[r] = rows[r]!.map((y, c) => k.subtract(y, k.multiply(x, own[c]!)));
  }
};

/**
 * Moore–Penrose inverse, Gᵀ(GGᵀ)⁻¹(FᵀF)⁻¹Fᵀ for A = FG with F and G of full rank (Ben-Israel & Greville 2003, 1.6).
 * @throws Singular where it is not smooth along a dual's slope, or A lacks full rank and that is asked for
 */
export const pseudoInverse = <N>(k: Ring<N>, a: Matrix<N>, fullRank: boolean): Matrix<N> => {
  const { f, g } = factors(k, a);
  if (fullRank && f.cols < Math.min(a.rows, a.cols)) throw new Singular('a matrix without full rank');
  if (f.cols === 0) return matrix(a.cols, a.rows, () => k.zero);
  const ft = transpose(f);
  const gt = transpose(g);
  const left = product(k, gt, inverse(k, product(k, g, gt)));
  return product(k, left, solve(k, product(k, ft, f), ft));
};

/** Division-free, so that singular matrices have their determinants over duals too. (Bird 2011, Inf. Process. Lett. 111) */
export const determinant = <N>(k: Ring<N>, a: Matrix<N>): N => {
  const n = a.rows;
  let m = a;
  for (let step = 1; step < n; step++) {
    const tail: N[] = new Array<N>(n).fill(k.zero);
    for (let r = n - 2; r >= 0; r--) tail[r] = k.subtract(tail[r + 1]!, at(m, r + 1, r + 1));
    const previous = m;
    const mu = matrix(n, n, (r, c) => (c > r ? at(previous, r, c) : c === r ? tail[r]! : k.zero));
    m = product(k, mu, a);
  }
  const d = at(m, 0, 0);
  return n % 2 === 0 ? k.negate(d) : d;
};

/** Over a field. */
export const rank = <N>(k: Ring<N>, a: Matrix<N>): number => factors(k, a).f.cols;

/** All leading principal minors are positive (Sylvester); needs an ordered field. */
export const isPositiveDefinite = <N>(k: Field<N>, a: Matrix<N>): boolean =>
  Array.from({ length: a.rows }, (_, i) => i + 1).every(
    n =>
      k.sign!(
        determinant(
          k,
          matrix(n, n, (r, c) => at(a, r, c)),
        ),
      ) > 0,
  );
