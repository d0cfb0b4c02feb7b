// A simple eigenvalue of a symmetric matrix, or its unit eigenvector, with bounds from the residual, whatever found them.
//   with AQ − QΛ = R, QᵀQ − I = E and δ the bound of A: |λ_k − Λ_k| ≤ ‖R‖ + (‖A‖ + |Λ|)‖E‖ + δ (Weyl), and the angle of a vector is at
//   most that over the gap to the next eigenvalue (Davis & Kahan 1970)
//   the sign of an eigenvector is that of its product with a fixed vector of many signs: no claim can lean on it

import { EigenvalueDecomposition } from 'ml-matrix';
import { gamma, plus, product, transpose, Undefined } from './bounded.ts';
import { build } from './matrices.ts';
import type { Bounded, Memory } from './memory.ts';

/** How near to one another, or to having no sign, anything may come, relative to the size of all. */
const MARGIN = 2 ** -10;

/** The k-th from the largest down. @throws Undefined unless A is symmetric and the eigenvalue safely apart from the others */
export const eigen = (m: Memory, part: 'value' | 'vector', a: Bounded, k: number): Bounded => {
  const n = a.rows;
  const out = part === 'value' ? m.take(1, 1) : m.take(n, 1);
  const entry = (i: number, j: number): number => m.value[a.at + i + j * n]!;
  for (let i = 0; i < n; i++)
    for (let j = 0; j < i; j++) {
      const within = m.bound[a.at + i + j * n]! + m.bound[a.at + j + i * n]!;
      if (!(Math.abs(entry(i, j) - entry(j, i)) <= within))
        throw new Undefined(`an eigen${part} of a matrix that is not symmetric`);
    }
  const found = new EigenvalueDecomposition(
    build(n, n, (i, j) => (entry(i, j) + entry(j, i)) / 2),
    { assumeSymmetric: true },
  );
  const order = found.realEigenvalues.map((_, i) => i);
  order.sort((i, j) => found.realEigenvalues[j]! - found.realEigenvalues[i]!);
  const values = order.map(i => found.realEigenvalues[i]!);
  const q = m.take(n, n);
  const turned = m.take(n, n);
  for (let j = 0; j < n; j++)
    for (let i = 0; i < n; i++) {
      const x = found.eigenvectorMatrix.get(i, order[j]!);
      m.value[q.at + i + j * n] = x;
      m.value[turned.at + i + j * n] = x * values[j]!;
      m.bound[q.at + i + j * n] = 0;
      m.bound[turned.at + i + j * n] = gamma(1) * Math.abs(x * values[j]!);
    }
  const size = norm(m, a);
  const residual = norm(m, plus(m, product(m, a, q), -1, turned));
  const skewness = norm(m, plus(m, product(m, transpose(m, q), q), -1, m.eye(n)));
  const error = residual + 2 * size * skewness;
  const own = values[k]!;
  const gap = Math.min(
    ...[values[k - 1], values[k + 1]].map(x =>
      x === undefined ? Number.POSITIVE_INFINITY : Math.abs(x - own),
    ),
  );
  if (!(gap > MARGIN * size + 64 * error)) throw new Undefined('an eigenvalue that is not safely simple');
  if (part === 'value') {
    m.value[out.at] = own;
    m.bound[out.at] = error;
  } else {
    let side = 0;
    for (let i = 0; i < n; i++) side += Math.sin((i + 1) ** 2) * m.value[q.at + i + k * n]!;
    if (!(Math.abs(side) > MARGIN)) throw new Undefined('an eigenvector whose sign is open');
    for (let i = 0; i < n; i++) {
      m.value[out.at + i] = Math.sign(side) * m.value[q.at + i + k * n]!;
      m.bound[out.at + i] = (n > 1 ? (2 * error) / gap : 0) + skewness;
    }
  }
  m.release(out.at + out.rows);
  return out;
};

/** Where the k-th entry of a diagonal matrix from the largest down stands. */
export const placeOf = ({ value }: Memory, { rows: n, at }: Bounded, k: number): number => {
  const order = Array.from({ length: n }, (_, i) => i);
  const entry = (i: number): number => value[at + i * (n + 1)]!;
  return order.sort((i, j) => entry(j) - entry(i))[k]!;
};

/** Frobenius, of every matrix within the bounds. */
const norm = (m: Memory, a: Bounded): number => {
  let squares = 0;
  for (let i = a.at; i < a.at + a.rows * a.cols; i++) squares += (Math.abs(m.value[i]!) + m.bound[i]!) ** 2;
  return Math.sqrt(squares);
};
