// Dense matrices over any number system, row-major, and the textbook operations on them, entry by entry.

import type { Entries } from '../expression/judgement.ts';
import type { Ring } from '../number/field.ts';

export type Matrix<N> = Entries<N>;

/** The matrix with entry f(r, c) at row r and column c, counted from 0. */
export const matrix = <N>(rows: number, cols: number, f: (r: number, c: number) => N): Matrix<N> => {
  const data: N[] = [];
  for (let r = 0; r < rows; r++) for (let c = 0; c < cols; c++) data.push(f(r, c));
  return { rows, cols, data };
};
export const at = <N>(m: Matrix<N>, r: number, c: number): N => m.data[r * m.cols + c]!;
export const map = <N, M>(m: Matrix<N>, f: (x: N) => M): Matrix<M> => ({
  rows: m.rows,
  cols: m.cols,
  data: m.data.map(f),
});
export const zip = <N, M>(a: Matrix<N>, b: Matrix<N>, f: (x: N, y: N) => M): Matrix<M> => ({
  rows: a.rows,
  cols: a.cols,
  data: a.data.map((x, k) => f(x, b.data[k]!)),
});
export const constant = <N>(rows: number, cols: number, x: N): Matrix<N> => ({
  rows,
  cols,
  data: new Array<N>(rows * cols).fill(x),
});
export const identity = <N>(k: Ring<N>, n: number): Matrix<N> =>
  matrix(n, n, (r, c) => (r === c ? k.one : k.zero));

export const plus = <N>(k: Ring<N>, a: Matrix<N>, b: Matrix<N>): Matrix<N> =>
  zip(a, b, (x, y) => k.add(x, y));
export const minus = <N>(k: Ring<N>, a: Matrix<N>, b: Matrix<N>): Matrix<N> =>
  zip(a, b, (x, y) => k.add(x, k.negate(y)));
export const scaled = <N>(k: Ring<N>, by: N, m: Matrix<N>): Matrix<N> => map(m, x => k.multiply(by, x));
export const transpose = <N>(m: Matrix<N>): Matrix<N> => matrix(m.cols, m.rows, (r, c) => at(m, c, r));

export const product = <N>(k: Ring<N>, a: Matrix<N>, b: Matrix<N>): Matrix<N> => {
  const data: N[] = [];
  for (let r = 0; r < a.rows; r++)
    for (let c = 0; c < b.cols; c++) data.push(k.dot(a.data, r * a.cols, b.data, c, b.cols, a.cols));
  return { rows: a.rows, cols: b.cols, data };
};
export const kronecker = <N>(k: Ring<N>, a: Matrix<N>, b: Matrix<N>): Matrix<N> =>
  matrix(a.rows * b.rows, a.cols * b.cols, (r, c) =>
    k.multiply(at(a, Math.floor(r / b.rows), Math.floor(c / b.cols)), at(b, r % b.rows, c % b.cols)),
  );
export const khatriRao = <N>(k: Ring<N>, a: Matrix<N>, b: Matrix<N>): Matrix<N> =>
  matrix(a.rows * b.rows, a.cols, (r, c) =>
    k.multiply(at(a, Math.floor(r / b.rows), c), at(b, r % b.rows, c)),
  );
/** Column-major. */
export const vec = <N>(m: Matrix<N>): Matrix<N> =>
  matrix(m.rows * m.cols, 1, i => at(m, i % m.rows, Math.floor(i / m.rows)));
export const unvec = <N>(v: Matrix<N>, rows: number, cols: number): Matrix<N> =>
  matrix(rows, cols, (r, c) => v.data[c * rows + r]!);
/** K with K·vec(A) = vec(Aᵀ) for A of shape m×n. */
export const commutation = <N>(k: Ring<N>, m: number, n: number): Matrix<N> =>
  matrix(m * n, m * n, (r, c) =>
    r % n === Math.floor(c / m) && Math.floor(r / n) === c % m ? k.one : k.zero,
  );
/** The positions (r, c) on and below the diagonal of an n×n matrix, column by column. Magnus & Neudecker 1980. */
export const lowerPositions = (n: number): (readonly [row: number, col: number])[] =>
  Array.from({ length: n }, (_, c) => Array.from({ length: n - c }, (_, i) => [c + i, c] as const)).flat();
/** L with L·vec(A) = vech(A) for A of shape n×n. */
export const elimination = <N>(k: Ring<N>, n: number): Matrix<N> => {
  const kept = lowerPositions(n);
  return matrix(kept.length, n * n, (p, i) => (kept[p]![1] * n + kept[p]![0] === i ? k.one : k.zero));
};
/** D with D·vech(S) = vec(S) for symmetric S of shape n×n. */
export const duplication = <N>(k: Ring<N>, n: number): Matrix<N> => {
  const kept = lowerPositions(n);
  return matrix(n * n, kept.length, (i, p) => {
    const [row, col] = kept[p]!;
    return i === col * n + row || i === row * n + col ? k.one : k.zero;
  });
};
export const diagonal = <N>(m: Matrix<N>): Matrix<N> => matrix(m.rows, 1, r => at(m, r, r));
export const trace = <N>(k: Ring<N>, m: Matrix<N>): N =>
  diagonal(m).data.reduce((s, x) => k.add(s, x), k.zero);

export const sameMatrix = <N>(k: Ring<N>, a: Matrix<N>, b: Matrix<N>): boolean =>
  a.rows === b.rows && a.cols === b.cols && a.data.every((x, i) => k.equal(x, b.data[i]!));
