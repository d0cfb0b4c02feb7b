// Inverse, determinant, pseudo-inverse, matrix exponential, logarithm and root, with bounds; decompositions are ml-matrix's.
// Each bound is verified after the fact, from a residual or a remainder, and does not trust the algorithm that found the value.

import { LuDecomposition, Matrix } from 'ml-matrix';
import {
  type Bounded,
  blank,
  bounded,
  eye,
  gamma,
  product,
  scalar,
  scaled,
  sum,
  transpose,
  Undefined,
} from './bounded.ts';

/** Above this ‖I − AX‖_∞ a matrix counts as too ill-conditioned to invert. */
const LARGEST_RESIDUAL = 1e-6;

const toMatrix = (a: Bounded): Matrix => Matrix.from1DArray(a.rows, a.cols, a.value);
const plain = (m: Matrix): Bounded => {
  const value = new Float64Array(m.rows * m.columns);
  for (let i = 0; i < m.rows; i++) for (let j = 0; j < m.columns; j++) value[i * m.columns + j] = m.get(i, j);
  return bounded(m.rows, m.columns, value);
};
const absolute = (a: Bounded): Bounded => ({ ...blank(a.rows, a.cols), value: a.value.map(Math.abs) });
const rowSum = (a: Bounded, i: number): number => {
  let total = 0;
  for (let j = 0; j < a.cols; j++) total += a.value[i * a.cols + j]!;
  return total;
};

/** Inverse by LU; also says the sign of the determinant, so that a stencil cannot step across a pole unseen. */
export interface Inverted {
  readonly inverse: Bounded;
  readonly sign: number;
}

/**
 * With X ≈ A⁻¹ and |I − A′X| ≤ S for every A′ within A's bounds, ‖S‖_∞ = ρ < 1: |A′⁻¹ − X| ≤ |X|(S + S² + …), and the
 * tail from S² on is at most ρ²/(1 − ρ) in each entry (Rump 1999, residual bounds for inverses).
 * @throws Undefined for a matrix that is singular or nearly so
 */
export const inverted = (a: Bounded): Inverted => {
  const n = a.rows;
  if (n === 1) return { inverse: reciprocal(a), sign: Math.sign(a.value[0]!) };
  const lu = new LuDecomposition(toMatrix(a));
  if (lu.isSingular()) throw new Undefined('a matrix to be inverted is singular');
  const x = plain(lu.solve(Matrix.eye(n)));
  const residual = sum([eye(n), scaled(-1, product(a, x))]);
  const s = blank(n, n);
  for (let i = 0; i < s.value.length; i++) s.value[i] = Math.abs(residual.value[i]!) + residual.bound[i]!;
  let rho = 0;
  for (let i = 0; i < n; i++) rho = Math.max(rho, rowSum(s, i));
  if (!(rho < LARGEST_RESIDUAL)) throw new Undefined('a matrix to be inverted is nearly singular');
  const tail = (rho * rho) / (1 - rho);
  for (let i = 0; i < s.value.length; i++) s.value[i]! += tail;
  const { value: bound } = product(absolute(x), s);
  return { inverse: { ...x, bound }, sign: Math.sign(lu.determinant) };
};
const reciprocal = (a: Bounded): Bounded => {
  const [x, e] = [a.value[0]!, a.bound[0]!];
  const least = Math.abs(x) - e;
  if (!(least > Math.abs(x) / 2)) throw new Undefined('a division by zero or nearly so');
  return scalar(1 / x, e / (Math.abs(x) * least) + gamma(1) / Math.abs(x));
};

/**
 * By LU, whose computed factors are exact for A + D with |D| ≤ γ_n|L||U| (Higham 2002, theorem 9.3). For every A′ within E of A, in
 * row norms r and e: |det A′ − det A| ≤ Π(r_i + e_i) − Π r_i, by Hadamard's inequality in each row.
 */
export const determinant = (a: Bounded): Bounded => {
  const n = a.rows;
  const lu = new LuDecomposition(toMatrix(a));
  const det = lu.determinant;
  const backward = product(
    absolute(plain(lu.lowerTriangularMatrix)),
    absolute(plain(lu.upperTriangularMatrix)),
  );
  const order = lu.pivotPermutationVector;
  let [sizes, error] = [1, 0];
  for (let i = 0; i < n; i++) {
    let [r, e] = [0, 0];
    const row = order[i]!;
    for (let j = 0; j < n; j++) {
      r = Math.hypot(r, a.value[row * n + j]!);
      e = Math.hypot(e, a.bound[row * n + j]! + gamma(n) * backward.value[i * n + j]!);
    }
    error = error * (r + e) + sizes * e;
    sizes *= r;
  }
  return scalar(det, error + gamma(n) * Math.abs(det));
};

/** (AᵀA)⁻¹Aᵀ or Aᵀ(AAᵀ)⁻¹. @throws Undefined unless A has full rank, safely */
export const pseudoInverse = (a: Bounded): Bounded => {
  const t = transpose(a);
  return a.rows >= a.cols
    ? product(inverted(product(t, a)).inverse, t)
    : product(t, inverted(product(a, t)).inverse);
};

const norm = (a: Bounded): number => {
  let squares = 0;
  for (let i = 0; i < a.value.length; i++) squares += (Math.abs(a.value[i]!) + a.bound[i]!) ** 2;
  return Math.sqrt(squares);
};
const widened = (a: Bounded, by: number): Bounded => ({ ...a, bound: a.bound.map(b => b + by) });

/** Taylor's series of A/2ˢ, ‖A/2ˢ‖ ≤ ½, squared s times; the remainder after 18 terms is below 2⁻⁷⁰. */
export const exponential = (a: Bounded): Bounded => {
  const size = norm(a);
  if (!(size < 64)) throw new Undefined('a matrix exponential of a large matrix');
  const squarings = Math.max(0, Math.ceil(Math.log2(size || 1)) + 1);
  const x = scaled(2 ** -squarings, a);
  const one = eye(a.rows);
  let result = one;
  for (let k = 18; k >= 1; k--) result = sum([one, product(scaled(1 / k, x), result)]);
  result = widened(result, 2 ** -70);
  for (let i = 0; i < squarings; i++) result = product(result, result);
  return result;
};

/**
 * log A = log c·I + 2(Z + Z³/3 + Z⁵/5 + …) with Z = (A − cI)(A + cI)⁻¹ and c the mean of the diagonal.
 * @throws Undefined unless ‖Z‖ ≤ 0.7, that is, unless the spectrum is well within the right half-plane
 */
export const logarithm = (a: Bounded): Bounded => {
  const n = a.rows;
  let c = 0;
  for (let i = 0; i < n; i++) c += a.value[i * (n + 1)]! / n;
  if (!(c > 1e-3)) throw new Undefined('a matrix logarithm or root of a matrix that is not positive');
  const centre = scaled(c, eye(n));
  const z = product(sum([a, scaled(-1, centre)]), inverted(sum([a, centre])).inverse);
  const size = norm(z);
  if (!(size <= 0.7)) throw new Undefined('a matrix logarithm or root far from its series');
  const square = product(z, z);
  let [terms, remainder] = [1, size ** 3];
  while (remainder > 2 ** -56 && terms < 60) {
    terms++;
    remainder *= size * size;
  }
  let series = scaled(1 / (2 * terms - 1), eye(n));
  for (let k = terms - 1; k >= 1; k--)
    series = sum([scaled(1 / (2 * k - 1), eye(n)), product(square, series)]);
  const result = sum([scaled(Math.log(c), eye(n)), scaled(2, product(z, series))]);
  return widened(result, (2 * remainder) / (1 - size * size) + 2 * gamma(2) * Math.abs(Math.log(c)));
};

/** exp(½ log A). @throws Undefined where the logarithm does */
export const squareRoot = (a: Bounded): Bounded => exponential(scaled(1 / 2, logarithm(a)));
