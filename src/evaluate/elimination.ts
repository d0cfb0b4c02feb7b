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
    const factor = lead;
    const own = (rows[step] = rows[step]!.map(x => k.multiply(factor, x)));
    for (let r = 0; r < n; r++) {
      const x = rows[r]![step]!;
      if (r === step || k.isZero(x)) continue;
      rows[r] = rows[r]!.map((y, c) => k.subtract(y, k.multiply(x, own[c]!)));
    }
  }
  return matrix(n, b.cols, (r, c) => rows[r]![n + c]!);
};

/** @throws Singular */
export const inverse = <N>(k: Ring<N>, a: Matrix<N>): Matrix<N> => solve(k, a, identity(k, a.rows));

/** Moore–Penrose inverse of a matrix of full rank: (AᵀA)⁻¹Aᵀ or Aᵀ(AAᵀ)⁻¹. @throws Singular where the Gram matrix is */
export const pseudoInverse = <N>(k: Ring<N>, a: Matrix<N>): Matrix<N> => {
  const t = transpose(a);
  if (a.rows < a.cols) return transpose(pseudoInverse(k, t));
  return solve(k, product(k, t, a), t);
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

/** Pivots of row echelon form without row swaps would lose rank; with them, their number is the rank. */
export const rank = <N>(k: Ring<N>, a: Matrix<N>): number => {
  const rows = Array.from({ length: a.rows }, (_, r) => a.data.slice(r * a.cols, (r + 1) * a.cols));
  let found = 0;
  for (let c = 0; c < a.cols && found < a.rows; c++) {
    const pivot = rows.findIndex((row, r) => r >= found && !k.isZero(row[c]!));
    if (pivot < 0) continue;
    [rows[found], rows[pivot]] = [rows[pivot]!, rows[found]!];
    const own = rows[found]!;
    const lead = k.invert(own[c]!)!;
    for (let r = found + 1; r < a.rows; r++) {
      const factor = k.multiply(rows[r]![c]!, lead);
      if (!k.isZero(factor)) rows[r] = rows[r]!.map((y, j) => k.subtract(y, k.multiply(factor, own[j]!)));
    }
    found++;
  }
  return found;
};

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
