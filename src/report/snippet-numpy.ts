// NumPy: every value is a two-dimensional float array.

import type { Language } from './snippet.ts';

const list = (items: readonly string[]): string => `[${items.join(', ')}]`;

export const NUMPY: Language = {
  name: 'NumPy',
  fence: 'python',
  comment: '#',
  times: '@',
  entrywise: '*',
  matrix: e => `np.array(${list(e.data)}, dtype=float).reshape(${e.rows}, ${e.cols})`,
  scalar: value => `np.array([[${value}]], dtype=float)`,
  identity: n => `np.eye(${n})`,
  full: (value, rows, cols) => `np.${value ? 'ones' : 'zeros'}((${rows}, ${cols}))`,
  unit: (n, i) => `np.eye(${n})[:, ${i - 1}:${i}]`,
  transpose: x => `${x}.T`,
  power: (x, exponent) => `np.linalg.matrix_power(${x}, ${exponent})`,
  entry: (x, row, col) => `${x}[${row - 1}:${row}, ${col - 1}:${col}]`,
  reshape: (x, rows, cols) => `${x}.reshape((${rows}, ${cols}), order="F")`,
  block: rows => `np.block(${list(rows.map(list))})`,
  shifted: (x, by) => `(${x} ${by})`,
  lambda: (parameter, body) => `lambda ${parameter}: ${body}`,
  calls: {
    vec: x => `vec(${x})`,
    diag: x => `np.diagflat(${x})`,
    diagonal: x => `np.diag(${x}).reshape(-1, 1)`,
    trace: x => `np.trace(${x}).reshape(1, 1)`,
    determinant: x => `np.linalg.det(${x}).reshape(1, 1)`,
    inverse: x => `np.linalg.inv(${x})`,
    pseudoInverse: x => `np.linalg.pinv(${x})`,
    exp: x => `expm(${x})`,
    log: x => `logm(${x})`,
    sqrt: x => `sqrtm(${x})`,
  },
  functions: new Map<string, (x: string) => string>([
    ...['exp', 'log', 'tanh', 'sinh', 'cosh', 'sin', 'cos', 'tan', 'arctan', 'sqrt', 'abs', 'sign'].map(
      fn => [fn, (x: string) => `np.${fn}(${x})`] as const,
    ),
    ['sigmoid', x => `(1 / (1 + np.exp(-${x})))`],
    ['softplus', x => `np.log1p(np.exp(${x}))`],
    ['relu', x => `np.maximum(${x}, 0)`],
    ['reciprocal', x => `(1 / ${x})`],
  ]),
  helpers: new Map([
    ['expm', 'from scipy.linalg import expm'],
    ['logm', 'from scipy.linalg import logm'],
    ['sqrtm', 'from scipy.linalg import sqrtm'],
    ['kron', 'kron = np.kron'],
    ['vec', 'def vec(X):\n    return X.reshape(-1, 1, order="F")'],
    [
      'khatri_rao',
      'def khatri_rao(A, B):\n    return np.hstack([np.kron(A[:, [j]], B[:, [j]]) for j in range(A.shape[1])])',
    ],
    [
      'commutation',
      `def commutation(m, n):
    K = np.zeros((m * n, m * n))
    for i in range(m):
        for j in range(n):
            K[i * n + j, j * m + i] = 1
    return K`,
    ],
    [
      'duplication',
      `def duplication(n):
    kept = [(i, j) for j in range(n) for i in range(j, n)]
    D = np.zeros((n * n, len(kept)))
    for p, (i, j) in enumerate(kept):
        D[j * n + i, p] = D[i * n + j, p] = 1
    return D`,
    ],
    [
      'elimination',
      `def elimination(n):
    kept = [(i, j) for j in range(n) for i in range(j, n)]
    L = np.zeros((len(kept), n * n))
    for p, (i, j) in enumerate(kept):
        L[p, j * n + i] = 1
    return L`,
    ],
    ['eigenvalue', 'def eigenvalue(A, k):\n    return np.linalg.eigvalsh((A + A.T) / 2)[-k].reshape(1, 1)'],
    [
      'eigenvector',
      `def eigenvector(A, k):
    v = np.linalg.eigh((A + A.T) / 2)[1][:, [-k]]
    return v * np.sign(np.sin(np.arange(1, len(v) + 1) ** 2) @ v)`,
    ],
    [
      'jacobian',
      `def jacobian(f, X, h):
    columns = []
    for p in range(X.size):
        E = np.zeros(X.size)
        E[p] = h
        E = E.reshape(X.shape, order="F")
        columns.append((f(X + E) - f(X - E)).reshape(-1, 1, order="F") / (2 * h))
    return np.hstack(columns)`,
    ],
  ]),
  program: ({ sizes, step, helpers, values, left, right }) =>
    [
      'import numpy as np',
      '',
      ...helpers,
      ...(sizes ? [`# ${sizes}`] : []),
      ...values.map(v => `${v.name} = ${v.code}`),
      ...(step ? [`h = ${step}`] : []),
      '',
      `left = ${left}`,
      `right = ${right}`,
      'print("left:", left, "right:", right, sep="\\n")',
      'print("largest difference:", np.abs(left - right).max())',
      '',
    ].join('\n'),
};
