// Inverse, determinant, pseudo-inverse, matrix exponential, logarithm and root, with bounds.
// Each bound is verified after the fact, from a residual or a remainder, and does not trust the algorithm that found the value.

import { gamma, plus, product, scaled, transpose, Undefined } from './bounded.ts';
import { factored, solvedIdentity } from './lu.ts';
import type { Bounded, Memory } from './memory.ts';

/** Above this ‖I − AX‖_∞ a matrix counts as too ill-conditioned to invert. */
const LARGEST_RESIDUAL = 1e-6;

const absolute = (m: Memory, a: Bounded): Bounded => {
  const out = m.blank(a.rows, a.cols);
  for (let i = 0; i < a.rows * a.cols; i++) m.value[out.at + i] = Math.abs(m.value[a.at + i]!);
  return out;
};

/** The sign of the determinant is told, so that a stencil cannot step across a pole unseen. */
export interface Inverted {
  readonly inverse: Bounded;
  readonly sign: number;
}

/**
 * By LU. With X ≈ A⁻¹ and |I − A′X| ≤ S for every A′ within A's bounds, ‖S‖_∞ = ρ < 1: |A′⁻¹ − X| ≤ |X|(S + S² + …), and
 * the tail from S² on is at most ρ²/(1 − ρ) in each entry (Rump 1999, residual bounds for inverses).
 * @throws Undefined for a matrix that is singular or nearly so
 */
export const inverted = (m: Memory, a: Bounded): Inverted => {
  const n = a.rows;
  if (n === 1) return reciprocal(m, a);
  const lu = factored(m, a);
  if (lu.determinant === 0) throw new Undefined('a matrix to be inverted is singular');
  const x = solvedIdentity(m, lu);
  const scratch = m.top;
  const s = plus(m, m.eye(n), -1, product(m, a, x));
  let rho = 0;
  for (let i = 0; i < n; i++) {
    let row = 0;
    for (let j = 0, k = s.at + i; j < n; j++, k += n) {
      m.value[k] = Math.abs(m.value[k]!) + m.bound[k]!;
      m.bound[k] = 0;
      row += m.value[k]!;
    }
    rho = Math.max(rho, row);
  }
  if (!(rho < LARGEST_RESIDUAL)) throw new Undefined('a matrix to be inverted is nearly singular');
  const tail = (rho * rho) / (1 - rho);
  for (let k = s.at; k < s.at + n * n; k++) m.value[k]! += tail;
  const error = product(m, absolute(m, x), s);
  for (let k = 0; k < n * n; k++) m.bound[x.at + k] = m.value[error.at + k]!;
  m.release(scratch);
  return { inverse: x, sign: Math.sign(lu.determinant) };
};
const reciprocal = (m: Memory, a: Bounded): Inverted => {
  const x = m.value[a.at]!;
  const e = m.bound[a.at]!;
  const least = Math.abs(x) - e;
  if (!(least > Math.abs(x) / 2)) throw new Undefined('a division by zero or nearly so');
  const inverse = m.scalar(1 / x, e / (Math.abs(x) * least) + gamma(1) / Math.abs(x));
  return { inverse, sign: Math.sign(x) };
};

/**
 * By LU, whose computed factors are exact for A + D with |D| ≤ γ_n|L||U| (Higham 2002, theorem 9.3). For every A′ within E of A, in
 * row norms r and e: |det A′ − det A| ≤ Π(r_i + e_i) − Π r_i, by Hadamard's inequality in each row.
 */
export const determinant = (m: Memory, a: Bounded): Bounded => {
  const n = a.rows;
  const out = m.take(1, 1);
  const { factors, order, determinant: value } = factored(m, a);
  let sizes = 1;
  let error = 0;
  for (let i = 0; i < n; i++) {
    let r = 0;
    let e = 0;
    for (let j = 0; j < n; j++) {
      const k = a.at + order[i]! + j * n;
      r += m.value[k]! ** 2;
      e += (m.bound[k]! + gamma(n) * sizeOfProduct(m, factors, i, j)) ** 2;
    }
    error = error * (Math.sqrt(r) + Math.sqrt(e)) + sizes * Math.sqrt(e);
    sizes *= Math.sqrt(r);
  }
  m.value[out.at] = value;
  m.bound[out.at] = error + gamma(n) * Math.abs(value);
  m.release(out.at + 1);
  return out;
};
/** Entry (i, j) of |L||U|. */
const sizeOfProduct = ({ value }: Memory, { rows: n, at }: Bounded, i: number, j: number): number => {
  const column = at + j * n;
  let size = i <= j ? Math.abs(value[column + i]!) : 0;
  for (let k = 0; k < i && k <= j; k++) size += Math.abs(value[at + i + k * n]! * value[column + k]!);
  return size;
};

/** (AᵀA)⁻¹Aᵀ or Aᵀ(AAᵀ)⁻¹. @throws Undefined unless A has full rank, safely */
export const pseudoInverse = (m: Memory, a: Bounded): Bounded => {
  const t = transpose(m, a);
  return a.rows >= a.cols
    ? product(m, inverted(m, product(m, t, a)).inverse, t)
    : product(m, t, inverted(m, product(m, a, t)).inverse);
};

const norm = (m: Memory, a: Bounded): number => {
  let squares = 0;
  for (let k = a.at; k < a.at + a.rows * a.cols; k++) squares += (Math.abs(m.value[k]!) + m.bound[k]!) ** 2;
  return Math.sqrt(squares);
};
const widen = (m: Memory, a: Bounded, by: number): Bounded => {
  for (let k = a.at; k < a.at + a.rows * a.cols; k++) m.bound[k]! += by;
  return a;
};

/** Taylor's series of A/2ˢ, ‖A/2ˢ‖ ≤ ½, squared s times; the remainder after 18 terms is below 2⁻⁷⁰. */
export const exponential = (m: Memory, a: Bounded): Bounded => {
  const size = norm(m, a);
  if (!(size < 64)) throw new Undefined('a matrix exponential of a large matrix');
  const squarings = Math.max(0, Math.ceil(Math.log2(size || 1)) + 1);
  const x = scaled(m, 2 ** -squarings, a);
  const one = m.eye(a.rows);
  let result = one;
  for (let k = 18; k >= 1; k--) result = plus(m, one, 1 / k, product(m, x, result));
  widen(m, result, 2 ** -70);
  for (let i = 0; i < squarings; i++) result = product(m, result, result);
  return result;
};

/**
 * log A = log c·I + 2(Z + Z³/3 + Z⁵/5 + …) with Z = (A − cI)(A + cI)⁻¹ and c the mean of the diagonal.
 * @throws Undefined unless ‖Z‖ ≤ 0.85, that is, unless the spectrum is well within the right half-plane
 */
export const logarithm = (m: Memory, a: Bounded): Bounded => {
  const n = a.rows;
  let c = 0;
  for (let i = 0; i < n; i++) c += m.value[a.at + i * (n + 1)]! / n;
  if (!(c > 1e-3)) throw new Undefined('a matrix logarithm or root of a matrix that is not positive');
  const one = m.eye(n);
  const z = product(m, plus(m, a, -c, one), inverted(m, plus(m, a, c, one)).inverse);
  const size = norm(m, z);
  if (!(size <= 0.85)) throw new Undefined('a matrix logarithm or root far from its series');
  const square = product(m, z, z);
  let terms = 1;
  let remainder = size ** 3;
  while (remainder > 2 ** -56 && terms < 150) {
    terms++;
    remainder *= size * size;
  }
  let series = scaled(m, 1 / (2 * terms - 1), one);
  for (let k = terms - 1; k >= 1; k--) series = plus(m, product(m, square, series), 1 / (2 * k - 1), one);
  const result = plus(m, scaled(m, Math.log(c), one), 2, product(m, z, series));
  return widen(m, result, (2 * remainder) / (1 - size * size) + 2 * gamma(2) * Math.abs(Math.log(c)));
};

/** exp(½ log A). @throws Undefined where the logarithm does */
export const squareRoot = (m: Memory, a: Bounded): Bounded =>
  exponential(m, scaled(m, 1 / 2, logarithm(m, a)));
