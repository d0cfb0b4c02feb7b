// The peer that needs nothing but npm: the four claims as one writes them today with fast-check and ml-matrix, a number of cases each.
// Prints one JSON line with the milliseconds; `--slip` checks the false claims and shows the time until fast-check has shrunk them, `--warm`
// the time of a round after some others.

import fc from 'fast-check';
import { Matrix } from 'ml-matrix';

const [cases = '1000', flag = ''] = process.argv.slice(2);
const slip = flag === '--slip';
const LARGEST = 8;
/** The same as in ours.ts. */
const ROUNDS_BEFORE = 5;

const vec = (m: Matrix): Matrix => Matrix.columnVector(m.transpose().to1DArray());
const unvec = (v: Matrix, rows: number, cols: number): Matrix =>
  Matrix.from1DArray(cols, rows, v.to1DArray()).transpose();
const kron = (a: Matrix, b: Matrix): Matrix => a.kroneckerProduct(b);
const diag = (v: Matrix): Matrix => Matrix.diag(v.to1DArray());
const close = (a: Matrix, b: Matrix, tolerance: number): boolean => {
  const scale = 1 + Math.max(Matrix.abs(a).max(), Matrix.abs(b).max());
  return a.rows === b.rows && a.columns === b.columns && Matrix.sub(a, b).abs().max() <= tolerance * scale;
};

const size = fc.integer({ min: 1, max: LARGEST });
const entry = fc.double({ min: -10, max: 10, noNaN: true });
const matrix = (rows: number, cols: number): fc.Arbitrary<Matrix> =>
  fc
    .array(entry, { minLength: rows * cols, maxLength: rows * cols })
    .map(data => Matrix.from1DArray(rows, cols, data));
const diagonal = (n: number): fc.Arbitrary<Matrix> =>
  fc.array(entry, { minLength: n, maxLength: n }).map(data => Matrix.diag(data));

const ones = Matrix.ones(3, 1);
const eye = Matrix.eye(3, 3);
const f = (a: Matrix, w: Matrix, x: Matrix): Matrix => {
  const ax = a.mmul(x);
  return w.mmul(Matrix.mul(ax, ax)).mmul(ones);
};
/** Central differences, one column for each entry of X. */
const numericJacobian = (a: Matrix, w: Matrix, x: Matrix): Matrix => {
  const h = 1e-5;
  const at = vec(x);
  const columns = at.to1DArray().map((_, i) => {
    const step = Matrix.zeros(at.rows, 1).set(i, 0, h);
    const [up, down] = [Matrix.add(at, step), Matrix.sub(at, step)].map(v =>
      f(a, w, unvec(v, x.rows, x.columns)),
    );
    return Matrix.sub(up!, down!)
      .div(2 * h)
      .to1DArray();
  });
  return new Matrix(columns).transpose();
};
const jacobian = (a: Matrix, w: Matrix, x: Matrix): Matrix =>
  (slip ? kron(w, ones.transpose()) : kron(ones.transpose(), w))
    .mmul(diag(vec(a.mmul(x)).mul(2)))
    .mmul(kron(eye, a));

const claims: readonly [fc.Arbitrary<readonly Matrix[]>, (of: readonly Matrix[]) => boolean][] = [
  [
    fc
      .tuple(size, size, size, size)
      .chain(([m, n, p, q]) => fc.tuple(matrix(m, n), matrix(n, p), matrix(p, q))),
    ([a, b, c]) =>
      close(
        vec(a!.mmul(b!).mmul(c!)),
        (slip ? kron(a!, c!.transpose()) : kron(c!.transpose(), a!)).mmul(vec(b!)),
        1e-9,
      ),
  ],
  [
    fc.tuple(size, size).chain(([m, n]) => fc.tuple(matrix(m, n), matrix(m, n))),
    ([u, v]) => close(vec(Matrix.mul(u!, v!)), diag(vec(slip ? u!.transpose() : u!)).mmul(vec(v!)), 1e-9),
  ],
  [
    fc.tuple(size, size).chain(([k, n]) => fc.tuple(matrix(k, n), diagonal(k), matrix(n, 3), matrix(n, 3))),
    ([a, w, x, d]) => {
      const left = vec(w!.mmul(Matrix.mul(a!.mmul(x!), a!.mmul(d!)).mul(2)).mmul(ones));
      const right = kron(ones.transpose(), w!)
        .mmul(diag(vec(a!.mmul(x!)).mul(slip ? 1 : 2)))
        .mmul(kron(eye, a!))
        .mmul(vec(d!));
      return close(left, right, 1e-9);
    },
  ],
  [
    fc.tuple(size, size).chain(([k, n]) => fc.tuple(matrix(k, n), diagonal(k), matrix(n, 3))),
    ([a, w, x]) => close(numericJacobian(a!, w!, x!), jacobian(a!, w!, x!), 1e-5),
  ],
];

const round = (): void =>
  claims.forEach(([arbitrary, holds], k) => {
    const { failed } = fc.check(fc.property(arbitrary, holds), { numRuns: Number(cases), seed: k });
    if (failed !== slip) throw new Error(`claim ${k} ${failed ? 'failed' : 'passed'}`);
  });
for (let k = 0; flag === '--warm' && k < ROUNDS_BEFORE; k++) round();
const start = performance.now();
round();
console.log(JSON.stringify({ ms: performance.now() - start }));
