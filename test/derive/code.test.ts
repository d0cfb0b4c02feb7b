// The code of an answer is run: JavaScript on ml-matrix against differences of the function's own code, NumPy against JavaScript.

import { spawnSync } from 'node:child_process';
import { determinant, inverse, Matrix, pseudoInverse } from 'ml-matrix';
import { expect, test } from 'vitest';
import { ask } from '../../src/derive/ask.ts';
import { codes } from '../../src/derive/code.ts';
import { derivativeOf } from '../../src/derive/derivative.ts';
import { stated } from '../../src/elaborate/statement.ts';
import * as make from '../../src/expression/build.ts';
import { isScalar, sizeOf } from '../../src/expression/dimension.ts';
import { has, type Sym } from '../../src/expression/symbol.ts';
import { FUNCTIONS } from './functions.ts';

type Value = Matrix | number;
const SIZES = new Map([...'nmkp'].map((name, i) => [name, [4, 3, 2, 5][i]!]));

/** Values with no structure but what is declared, and easy to invert. */
const drawn = (s: Sym, seed: number): Matrix => {
  const [rows, cols] = [s.shape.rows, s.shape.cols].map(d => sizeOf(d, SIZES)) as [number, number];
  const free = new Matrix(
    Array.from({ length: rows }, (_, i) =>
      Array.from({ length: cols }, (_, j) => 0.3 + Math.sin(seed + 1.7 * i + 2.9 * j + 0.7 * i * j) / 2),
    ),
  );
  if (has(s, 'diagonal')) return Matrix.diag(free.diagonal());
  if (has(s, 'positive')) return Matrix.abs(free);
  if (rows !== cols || isScalar(s.shape)) return free;
  const inverted = Matrix.add(free, Matrix.mul(Matrix.eye(rows), 3));
  const symmetric = has(s, 'symmetric') || has(s, 'positive-definite');
  return symmetric ? Matrix.add(inverted, inverted.transpose()) : inverted;
};
const run = (code: string, values: ReadonlyMap<string, Value>): Matrix => {
  const names = { Matrix, inverse, determinant, pseudoInverse, ...Object.fromEntries(values) };
  const value = new Function(...Object.keys(names), `return ${code}`)(...Object.values(names)) as Value;
  return typeof value === 'number' ? new Matrix([[value]]) : value;
};
const vec = (m: Matrix): number[] => m.transpose().to1DArray();
const close = (a: readonly number[], b: readonly number[], tolerance: number): void => {
  expect(a.length).toBe(b.length);
  const scale = Math.max(1, ...a.map(Math.abs));
  a.forEach((x, k) => {
    expect(Math.abs(x - b[k]!) / scale).toBeLessThan(tolerance);
  });
};

const CASES = FUNCTIONS.flatMap(([text, wrt, where]) => {
  const question = ask({ function: text, wrt, where });
  if ('outcome' in question) throw new Error(question.problem.message);
  const { of, by } = question;
  const { symbols } = stated(of, make.symbol(by));
  const answer = derivativeOf(of, by, isScalar(of.shape) ? 'gradient' : 'numerator');
  const [own, derived] = [codes(of, symbols), codes(answer, symbols)];
  if (!own.javascript || !derived.javascript || !derived.numpy) return [];
  const matrices = new Map(symbols.map((s, k) => [s.name, drawn(s, k)]));
  const values = new Map(
    symbols.map(s => [s.name, isScalar(s.shape) ? matrices.get(s.name)!.get(0, 0) : matrices.get(s.name)!]),
  );
  const code = { own: own.javascript, javascript: derived.javascript, numpy: derived.numpy };
  return [
    { name: `${text} by ${wrt}`, by, gradient: isScalar(of.shape) || isScalar(by.shape), values, ...code },
  ];
});

test('nearly all of the list has code in both languages', () => {
  expect(CASES.length).toBeGreaterThanOrEqual(FUNCTIONS.length - 1);
});

test.each(CASES)('$name', ({ by, own, javascript, gradient, values }) => {
  const at = values.get(by.name)!;
  const point = typeof at === 'number' ? new Matrix([[at]]) : at;
  const h = 1e-5;
  const columns: number[][] = [];
  for (let c = 0; c < point.columns; c++)
    for (let r = 0; r < point.rows; r++) {
      const moved = (by_: number): Matrix => {
        const x = point.clone();
        x.set(r, c, x.get(r, c) + by_);
        return run(own, new Map(values).set(by.name, typeof at === 'number' ? x.get(0, 0) : x));
      };
      columns.push(vec(Matrix.sub(moved(h), moved(-h)).div(2 * h)));
    }
  const derived = run(javascript, values);
  // Column by column: of a Jacobian these are the columns, of a gradient its entries.
  close(vec(derived), columns.flat(), 1e-6);
  expect(gradient || derived.columns === columns.length).toBe(true);
});

const python = spawnSync('/usr/bin/env', ['python3', '-c', 'import numpy'], { stdio: 'ignore' }).status === 0;
test.skipIf(!python)('NumPy gives the same arrays as JavaScript (python3 with numpy)', () => {
  const program = [
    'import json, numpy as np',
    'def run(code, values): return eval(code, {"np": np, **{k: np.array(v, dtype=float) for k, v in values.items()}})',
    'import sys',
    'cases = json.load(sys.stdin)',
    'print(json.dumps([run(c["numpy"], c["values"]).tolist() for c in cases]))',
  ].join('\n');
  const input = CASES.map(({ numpy, values }) => ({
    numpy,
    values: Object.fromEntries(
      [...values].map(([k, v]) => [k, typeof v === 'number' ? [[v]] : v.to2DArray()]),
    ),
  }));
  const { stdout, stderr } = spawnSync('/usr/bin/env', ['python3', '-c', program], {
    input: JSON.stringify(input),
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  const arrays = JSON.parse(stdout) as number[][][];
  CASES.forEach(({ javascript, values }, k) => {
    close(vec(new Matrix(arrays[k]!)), vec(run(javascript, values)), 1e-9);
  });
});
