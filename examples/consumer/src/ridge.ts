// Ridge regression on nested arrays.

export const loss = (w: number[], X: number[][], y: number[], lambda: number): number =>
  residuals(w, X, y).reduce((sum, r) => sum + r * r, 0) + lambda * dot(w, w);

/** Of the loss, by the weights. */
export const gradient = (w: number[], X: number[][], y: number[], lambda: number): number[] => {
  const r = residuals(w, X, y);
  return w.map((value, j) => 2 * X.reduce((sum, row, i) => sum + row[j]! * r[i]!, 0) + 2 * lambda * value);
};

const residuals = (w: number[], X: number[][], y: number[]): number[] =>
  X.map((row, i) => dot(row, w) - y[i]!);
const dot = (a: number[], b: number[]): number => a.reduce((sum, x, i) => sum + x * b[i]!, 0);
