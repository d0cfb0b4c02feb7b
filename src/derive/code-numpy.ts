// NumPy: every value is a two-dimensional float array, a scalar is 1×1 or a number. Only `np` and the declared names are used.

import { toText } from '../number/rational.ts';
import { NUMPY as SNIPPET } from '../report/snippet-numpy.ts';
import type { Dialect } from './code.ts';

const WORDS = `and as assert async await break class continue def del elif else except finally for from global if import in is lambda
  nonlocal not np or pass raise return sum range try while with yield None True False`;

export const NUMPY: Dialect = {
  words: new Set(WORDS.split(/\s+/)),
  rows: name => `${name}.shape[0]`,
  cols: name => `${name}.shape[1]`,
  number: value => (/^\d+$/.test(toText(value)) ? toText(value) : `(${toText(value)})`),
  sum: terms =>
    `(${terms.map(({ minus, code }, i) => `${minus ? '-' : i ? '+' : ''}${i ? ' ' : ''}${code}`).join(' ')})`,
  product: factors => (factors.length > 1 ? `(${factors.join(' @ ')})` : factors[0]!),
  scale: (by, of) => (by === '(-1)' ? `(-${of})` : `(${by} * ${of})`),
  over: (of, by) => `(${of} / ${by})`,
  hadamard: (a, b) => `(${a} * ${b})`,
  transpose: x => `${x}.T`,
  power: (x, exponent, scalar) => (scalar ? `(${x} ** ${exponent})` : SNIPPET.power(x, exponent)),
  norm: x => `np.linalg.norm(${x})`,
  kronecker: (a, b) => `np.kron(${a}, ${b})`,
  khatriRao: (a, b, _, cols) => `np.einsum("ik,jk->ijk", ${a}, ${b}).reshape(-1, ${cols})`,
  commutation: (m, n) =>
    `np.eye(${m} * ${n}).reshape(${n}, ${m}, ${m} * ${n}).transpose(1, 0, 2).reshape(${m} * ${n}, ${m} * ${n})`,
  constant: (value, rows, cols) => `np.${value ? 'ones' : 'zeros'}((${rows}, ${cols}))`,
  identity: n => `np.eye(${n})`,
  unit: (n, at) => `np.eye(${n})[:, [${at}]]`,
  entry: (x, row, col) => `${x}[[${row}]][:, [${col}]]`,
  reshape: (x, rows, cols) => `${x}.reshape((${rows}, ${cols}), order="F")`,
  sumOver: (index, size, of) => `sum(${of} for ${index} in range(${size}))`,
  call: (fn, x) =>
    fn === 'vec'
      ? `${x}.reshape((-1, 1), order="F")`
      : fn === 'trace'
        ? `np.trace(${x})`
        : fn === 'determinant'
          ? `np.linalg.det(${x})`
          : SNIPPET.calls[fn](x),
  elementwise: (fn, order, x) => {
    if (fn === 'relu' && order === 1) return `np.heaviside(${x}, 0)`;
    return order === 0 ? (SNIPPET.functions.get(fn)?.(x) ?? null) : null;
  },
  whole: (code, scalar) => bare(scalar ? `np.reshape(${bare(code)}, (1, 1))` : code),
};

/** Without brackets around all of it. */
const bare = (code: string): string => {
  if (!code.startsWith('(')) return code;
  let open = 0;
  for (let i = 0; i < code.length; i++) {
    if (code[i] === '(') open++;
    else if (code[i] === ')' && --open === 0) return i === code.length - 1 ? code.slice(1, -1) : code;
  }
  return code;
};
