// Julia: every value is a Matrix; arrays are column-major.

import type { Language } from './snippet.ts';
import { columnMajor } from './snippet-octave.ts';

export const JULIA: Language = {
  name: 'Julia',
  fence: 'julia',
  comment: '#',
  times: '*',
  entrywise: '.*',
  matrix: e => `reshape(Float64[${columnMajor(e).join(', ')}], ${e.rows}, ${e.cols})`,
  scalar: value => `fill(Float64(${value}), 1, 1)`,
  identity: n => `Matrix(1.0I, ${n}, ${n})`,
  full: (value, rows, cols) => `${value ? 'ones' : 'zeros'}(${rows}, ${cols})`,
  unit: (n, i) => `Matrix(1.0I, ${n}, ${n})[:, ${i}:${i}]`,
  transpose: x => `${x}'`,
  power: (x, exponent) => `(${x} ^ ${exponent})`,
  entry: (x, row, col) => `${x}[${row}:${row}, ${col}:${col}]`,
  reshape: (x, rows, cols) => `reshape(${x}, ${rows}, ${cols})`,
  block: rows => `vcat(${rows.map(row => `hcat(${row.join(', ')})`).join(', ')})`,
  shifted: (x, by) => `(${x} .${by})`,
  lambda: (parameter, body) => `${parameter} -> ${body}`,
  calls: {
    vec: x => `reshape(${x}, :, 1)`,
    diag: x => `diagm(vec(${x}))`,
    diagonal: x => `reshape(diag(${x}), :, 1)`,
    trace: x => `fill(tr(${x}), 1, 1)`,
    determinant: x => `fill(det(${x}), 1, 1)`,
    inverse: x => `inv(${x})`,
    pseudoInverse: x => `pinv(${x})`,
    exp: x => `exp(${x})`,
    log: x => `log(${x})`,
    sqrt: x => `sqrt(${x})`,
  },
  functions: new Map<string, (x: string) => string>([
    ...['exp', 'log', 'tanh', 'sinh', 'cosh', 'sin', 'cos', 'tan', 'sqrt', 'abs', 'sign'].map(
      fn => [fn, (x: string) => `${fn}.(${x})`] as const,
    ),
    ['arctan', x => `atan.(${x})`],
    ['sigmoid', x => `(1 ./ (1 .+ exp.(-${x})))`],
    ['softplus', x => `log1p.(exp.(${x}))`],
    ['relu', x => `max.(${x}, 0)`],
    ['reciprocal', x => `(1 ./ ${x})`],
  ]),
  helpers: new Map([
    ['khatri_rao', 'khatri_rao(A, B) = reduce(hcat, [kron(A[:, j:j], B[:, j:j]) for j in axes(A, 2)])'],
    [
      'commutation',
      `function commutation(m, n)
    K = zeros(m * n, m * n)
    for i in 1:m, j in 1:n
        K[(i - 1) * n + j, (j - 1) * m + i] = 1
    end
    K
end`,
    ],
    [
      'duplication',
      `function duplication(n)
    kept = [(i, j) for j in 1:n for i in j:n]
    D = zeros(n * n, length(kept))
    for (p, (i, j)) in enumerate(kept)
        D[(j - 1) * n + i, p] = D[(i - 1) * n + j, p] = 1
    end
    D
end`,
    ],
    [
      'elimination',
      `function elimination(n)
    kept = [(i, j) for j in 1:n for i in j:n]
    L = zeros(length(kept), n * n)
    for (p, (i, j)) in enumerate(kept)
        L[p, (j - 1) * n + i] = 1
    end
    L
end`,
    ],
    ['eigenvalue', "eigenvalue(A, k) = fill(eigvals(Symmetric((A + A') / 2))[end - k + 1], 1, 1)"],
    [
      'eigenvector',
      `function eigenvector(A, k)
    v = eigvecs(Symmetric((A + A') / 2))[:, [end - k + 1]]
    v * sign(sum(sin.((1:length(v)) .^ 2) .* v))
end`,
    ],
    [
      'jacobian',
      `function jacobian(f, X, h)
    columns = map(1:length(X)) do p
        E = zeros(size(X))
        E[p] = h
        reshape(f(X + E) - f(X - E), :, 1) / (2 * h)
    end
    reduce(hcat, columns)
end`,
    ],
  ]),
  program: ({ sizes, step, helpers, values, left, right }) =>
    [
      'using LinearAlgebra',
      '',
      ...helpers,
      ...(sizes ? [`# ${sizes}`] : []),
      ...values.map(v => `${v.name} = ${v.code}`),
      ...(step ? [`h = ${step}`] : []),
      '',
      `left = ${left}`,
      `right = ${right}`,
      'println("left:"); display(left); println("right:"); display(right)',
      'println("largest difference: ", maximum(abs.(left - right)))',
      '',
    ].join('\n'),
};
