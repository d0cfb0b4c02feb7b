// Softmax and its Jacobian, with ml-matrix.

import { Matrix } from 'ml-matrix';

/** Of a column. */
export const softmax = (x: Matrix): Matrix => {
  const e = Matrix.exp(Matrix.sub(x, x.max()));
  return e.div(e.sum());
};

export const jacobian = (x: Matrix): Matrix => {
  const s = softmax(x);
  return Matrix.diag(s.to1DArray()).sub(s.mmul(s.transpose()));
};
