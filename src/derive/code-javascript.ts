// JavaScript with ml-matrix: every value is a Matrix, a scalar is a number.
// Names it uses: Matrix, inverse, pseudoInverse and determinant of ml-matrix, beside the declared ones.

import { toText } from '../number/rational.ts';
import type { Dialect } from './code.ts';

const WORDS = `await break case catch class const continue debugger default delete do else enum export extends false finally for function if
  implements import in instanceof interface let new null package private protected public return static super switch this throw true
  try typeof undefined var void while with yield Matrix inverse pseudoInverse determinant Math Array NaN Infinity`;

/** Bodies over one entry t. */
const FUNCTIONS: ReadonlyMap<string, string> = new Map([
  ...['exp', 'log', 'tanh', 'sinh', 'cosh', 'sin', 'cos', 'tan', 'sqrt', 'abs', 'sign'].map(
    fn => [fn, `Math.${fn}(t)`] as const,
  ),
  ['arctan', 'Math.atan(t)'],
  ['sigmoid', '1 / (1 + Math.exp(-t))'],
  ['softplus', 'Math.log1p(Math.exp(t))'],
  ['relu', 'Math.max(t, 0)'],
  ['relu′', 't > 0 ? 1 : 0'],
  ['reciprocal', '1 / t'],
]);

export const JAVASCRIPT: Dialect = {
  words: new Set(WORDS.split(/\s+/)),
  rows: name => `${name}.rows`,
  cols: name => `${name}.columns`,
  number: value => (/^\d+$/.test(toText(value)) ? toText(value) : `(${toText(value)})`),
  sum: (terms, scalar) => {
    if (scalar)
      return `(${terms.map(({ minus, code }, i) => `${minus ? '-' : i ? '+' : ''} ${code}`).join(' ')})`;
    const [first, ...rest] = terms;
    return rest.reduce(
      (sum, { minus, code }) => `Matrix.${minus ? 'sub' : 'add'}(${sum}, ${code})`,
      first!.minus ? `Matrix.mul(${first!.code}, -1)` : first!.code,
    );
  },
  product: (factors, scalar) => {
    const code = factors.reduce((a, b) => `${a}.mmul(${b})`);
    return scalar && factors.length > 1 ? `${code}.get(0, 0)` : code;
  },
  scale: (by, of, scalar) =>
    scalar ? `(${by} * ${of})` : by === '(-1)' ? `Matrix.mul(${of}, -1)` : `Matrix.mul(${of}, ${by})`,
  over: (of, by, scalar) => (scalar ? `(${of} / ${by})` : `Matrix.div(${of}, ${by})`),
  hadamard: (a, b, scalar) => (scalar ? `(${a} * ${b})` : `Matrix.mul(${a}, ${b})`),
  transpose: x => `${x}.transpose()`,
  power: (x, exponent, scalar) => (scalar ? `${x} ** ${exponent}` : `${x}.mpow(${exponent})`),
  norm: x => `${x}.norm()`,
  kronecker: (a, b) => `${a}.kroneckerProduct(${b})`,
  khatriRao: (a, b, [p, q]) =>
    `Matrix.mul(${a}.kroneckerProduct(Matrix.ones(${q}, 1)), Matrix.ones(${p}, 1).kroneckerProduct(${b}))`,
  commutation: (m, n) =>
    `new Matrix(Array.from({ length: ${m} * ${n} }, (_, p) => Array.from({ length: ${m} * ${n} }, (_, q) => q === (p % ${n}) * ${m} + Math.floor(p / ${n}) ? 1 : 0)))`,
  constant: (value, rows, cols) => `Matrix.${value ? 'ones' : 'zeros'}(${rows}, ${cols})`,
  identity: n => `Matrix.eye(${n})`,
  unit: (n, at) => `Matrix.eye(${n}).getColumnVector(${at})`,
  entry: (x, row, col) => `${x}.get(${row}, ${col})`,
  reshape: (x, rows, cols) => `Matrix.from1DArray(${cols}, ${rows}, ${x}.to1DArray()).transpose()`,
  sumOver: (index, size, of, scalar) =>
    `Array.from({ length: ${size} }, (_, ${index}) => ${of}).reduce((a, b) => ${scalar ? 'a + b' : 'Matrix.add(a, b)'})`,
  call: (fn, x) => {
    switch (fn) {
      case 'vec':
        return `Matrix.columnVector(${x}.transpose().to1DArray())`;
      case 'diag':
        return `Matrix.diag(${x}.to1DArray())`;
      case 'diagonal':
        return `Matrix.columnVector(${x}.diagonal())`;
      case 'trace':
        return `${x}.trace()`;
      default:
        return `${fn}(${x})`;
    }
  },
  elementwise: (fn, order, x, scalar) => {
    const body = FUNCTIONS.get(fn + '′'.repeat(order));
    if (body === undefined) return null;
    return scalar
      ? body.replaceAll(/\bt\b/g, x).replace(/^(.*[?/ ].*)$/, '($1)')
      : `new Matrix(${x}.to2DArray().map(row => row.map(t => ${body})))`;
  },
  whole: code => code,
};
