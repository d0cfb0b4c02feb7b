// Octave: a script; arrays are column-major, and a 1×1 matrix is a number.

import type { Entries } from '../expression/judgement.ts';
import type { Language } from './snippet.ts';

/** Entries column by column. */
export const columnMajor = (e: Entries<string>): string[] =>
  Array.from(
    { length: e.rows * e.cols },
    (_, p) => e.data[(p % e.rows) * e.cols + Math.floor(p / e.rows)] ?? '0',
  );

export const OCTAVE: Language = {
  name: 'Octave',
  fence: 'octave',
  comment: '%',
  times: '*',
  entrywise: '.*',
  matrix: e => `reshape([${columnMajor(e).join(', ')}], ${e.rows}, ${e.cols})`,
  scalar: value => value,
  identity: n => `eye(${n})`,
  full: (value, rows, cols) => `${value ? 'ones' : 'zeros'}(${rows}, ${cols})`,
  unit: (n, i) => `eye(${n})(:, ${i})`,
  transpose: x => `${x}'`,
  power: (x, exponent) => `(${x} ^ ${exponent})`,
  entry: (x, row, col) => `${x}(${row}, ${col})`,
  reshape: (x, rows, cols) => `reshape(${x}, ${rows}, ${cols})`,
  block: rows => `vertcat(${rows.map(row => `horzcat(${row.join(', ')})`).join(', ')})`,
  shifted: (x, by) => `(${x} ${by})`,
  lambda: (parameter, body) => `@(${parameter}) ${body}`,
  calls: {
    vec: x => `vec(${x})`,
    diag: x => `diag(${x})`,
    diagonal: x => `diag(${x})`,
    trace: x => `trace(${x})`,
    determinant: x => `det(${x})`,
    inverse: x => `inv(${x})`,
    pseudoInverse: x => `pinv(${x})`,
    exp: x => `expm(${x})`,
    log: x => `logm(${x})`,
    sqrt: x => `sqrtm(${x})`,
  },
  functions: new Map<string, (x: string) => string>([
    ...['exp', 'log', 'tanh', 'sinh', 'cosh', 'sin', 'cos', 'tan', 'sqrt', 'abs', 'sign'].map(
      fn => [fn, (x: string) => `${fn}(${x})`] as const,
    ),
    ['arctan', x => `atan(${x})`],
    ['sigmoid', x => `(1 ./ (1 + exp(-${x})))`],
    ['softplus', x => `log1p(exp(${x}))`],
    ['relu', x => `max(${x}, 0)`],
    ['reciprocal', x => `(1 ./ ${x})`],
  ]),
  helpers: new Map([
    [
      'khatri_rao',
      `function C = khatri_rao(A, B)
  C = zeros(rows(A) * rows(B), columns(A));
  for j = 1:columns(A)
    C(:, j) = kron(A(:, j), B(:, j));
  end
end`,
    ],
    [
      'commutation',
      `function K = commutation(m, n)
  K = zeros(m * n);
  for i = 1:m
    for j = 1:n
      K((i - 1) * n + j, (j - 1) * m + i) = 1;
    end
  end
end`,
    ],
    [
      'duplication',
      `function D = duplication(n)
  D = zeros(n * n, n * (n + 1) / 2);
  p = 0;
  for j = 1:n
    for i = j:n
      p = p + 1;
      D([(j - 1) * n + i, (i - 1) * n + j], p) = 1;
    end
  end
end`,
    ],
    [
      'elimination',
      `function L = elimination(n)
  L = zeros(n * (n + 1) / 2, n * n);
  p = 0;
  for j = 1:n
    for i = j:n
      p = p + 1;
      L(p, (j - 1) * n + i) = 1;
    end
  end
end`,
    ],
    [
      'eigenvalue',
      `function x = eigenvalue(A, k)
  x = sort(eig((A + A') / 2), 'descend')(k);
end`,
    ],
    [
      'eigenvector',
      `function v = eigenvector(A, k)
  [V, D] = eig((A + A') / 2);
  [~, order] = sort(diag(D), 'descend');
  v = V(:, order(k));
  v = v * sign(sin((1:rows(A)) .^ 2) * v);
end`,
    ],
    [
      'jacobian',
      `function J = jacobian(f, X, h)
  J = [];
  for p = 1:numel(X)
    E = zeros(size(X));
    E(p) = h;
    J = [J, (f(X + E) - f(X - E))(:) / (2 * h)];
  end
end`,
    ],
  ]),
  program: ({ sizes, step, helpers, values, left, right }) =>
    [
      '1;',
      ...helpers,
      ...(sizes ? [`% ${sizes}`] : []),
      ...values.map(v => `${v.name} = ${v.code};`),
      ...(step ? [`h = ${step};`] : []),
      '',
      `left = ${left}`,
      `right = ${right}`,
      'printf("largest difference: %g\\n", max(abs((left - right)(:))));',
      '',
    ].join('\n'),
};
