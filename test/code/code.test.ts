// Somebody's derivatives: right ones pass, wrong ones are told apart, and what cannot be told passes for nothing.

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { determinant, Matrix } from 'ml-matrix';
import { afterAll, describe, expect, test } from 'vitest';
import { type Columns, compare } from '../../src/code/compare.ts';
import { type Code, type CodeOptions, judgeCode, type Where } from '../../src/code/index.ts';
import { slopeOf } from '../../src/code/slope.ts';
import { expectGradient, expectJacobian } from '../../src/vitest.ts';

const reports = mkdtempSync(join(tmpdir(), 'rederive-code-'));
afterAll(() => rmSync(reports, { recursive: true }));

interface Case extends CodeOptions {
  readonly f: Code;
  /** Code, or a formula alone. */
  readonly is: Code | string;
  readonly where: Where;
  readonly seed?: string;
}
const judged = (kind: 'gradient' | 'jacobian', { f, is, where, seed = 'seed', ...options }: Case) =>
  judgeCode(kind, f, typeof is === 'string' ? null : is, where, {
    ...options,
    formula: typeof is === 'string' ? is : options.formula,
    seed,
    name: 'case',
    stored: null,
  });
const kindOf = (name: string): 'gradient' | 'jacobian' =>
  name.startsWith('gradient') ? 'gradient' : 'jacobian';
const right = (name: string, of: Case): void =>
  test(`${name} is right`, () =>
    expect(judged(kindOf(name), of)).toMatchObject({
      outcome: 'agree',
      text: expect.stringContaining('≈ supported'),
    }));
const wrong = (name: string, of: Case, ...says: string[]): void =>
  test(`${name} is wrong`, () => {
    const { outcome, text } = judged(kindOf(name), of);
    expect(outcome).toBe('differ');
    for (const words of says) expect(text).toContain(words);
  });
const undecided = (name: string, of: Case, why: string): void =>
  test(`${name} is not decided`, () => {
    const { outcome, text } = judged(kindOf(name), of);
    expect([outcome, text]).toEqual(['undecided', expect.stringContaining(why)]);
  });
const refused = (name: string, of: Case, why: string): void =>
  test(`${name} is refused`, () => expect(() => judged(kindOf(name), of)).toThrow(why));

const sum = (x: readonly number[]): number => x.reduce((a, b) => a + b, 0);
const squares = (X: number[][]): number => sum(X.flat().map(x => x * x));
const twice = (X: number[][]): number[][] => X.map(row => row.map(x => 2 * x));
const asMatrix = (rows: number[][]): Matrix => new Matrix(rows);
const X = { X: 'n×3' };
const x = { x: 'n' };
const softmax = (v: number[]): number[] => {
  const e = v.map(Math.exp);
  return e.map(y => y / sum(e));
};

describe('right derivatives', () => {
  right('gradient of the sum of squares', { f: squares, is: twice, where: X, formula: '2 X' });
  right('gradient of it as a flat array', {
    f: (v: Float64Array) => sum([...v].map(y => y * y)),
    is: (v: Float64Array) => v.map(y => 2 * y),
    where: X,
    as: 'flat',
  });
  right('gradient by a formula alone', { f: squares, is: '2 X', where: X });
  right('gradient by ml-matrix', {
    f: (A: Matrix, w: Matrix) => w.transpose().mmul(A).mmul(w),
    is: (_: Matrix, w: Matrix) => w.mmul(w.transpose()),
    where: { A: 'n×n', w: 'n' },
    as: asMatrix,
    formula: 'w w^\\top',
  });
  right('gradient by the second letter', {
    f: (A: number[][], y: number[]) => sum(A.map(r => r[0]! * y[0]!)),
    is: (A: number[][], y: number[]) => y.map((_, i) => (i ? 0 : sum(A.map(r => r[0]!)))),
    where: { A: 'k×n', y: 'n' },
    wrt: 'y',
  });
  right('gradient by a scalar', {
    f: (t: number) => Math.sin(3 * t) + t ** 3,
    is: (t: number) => 3 * Math.cos(3 * t) + 3 * t * t,
    where: { t: 'scalar' },
  });
  right('gradient of a logarithm, off its poles', {
    f: (v: number[]) => sum(v.map(Math.log)),
    is: (v: number[]) => v.map(y => 1 / y),
    where: { x: 'positive n' },
    formula: '1 \\oslash x',
  });
  right('gradient of the log-determinant', {
    f: (A: number[][]) => Math.log(Math.abs(determinant(new Matrix(A)))),
    is: 'A^{-\\top}',
    where: { A: 'invertible n×n' },
  });
  right('gradient of a constant', {
    f: () => 7,
    is: (M: number[][]) => M.map(r => r.map(() => 0)),
    where: X,
  });
  right('gradient in single precision', {
    f: (v: number[]) => Math.fround(sum(v.map(y => Math.fround(Math.fround(y) * Math.fround(y))))),
    is: (v: number[]) => v.map(y => Math.fround(2 * y)),
    where: x,
  });
  right('gradient of far smaller size than the function', {
    f: (v: number[]) => 1e6 + sum(v),
    is: (v: number[]) => v.map(() => 1),
    where: x,
  });
  right('gradient of a steep function', {
    f: (v: number[]) => sum(v.map(y => Math.exp(4 * y))),
    is: (v: number[]) => v.map(y => 4 * Math.exp(4 * y)),
    where: x,
  });
  right('gradient of a quick oscillation', {
    f: (v: number[]) => sum(v.map(y => Math.sin(40 * y))),
    is: (v: number[]) => v.map(y => 40 * Math.cos(40 * y)),
    where: x,
  });
  right('gradient within a structure, whatever stands outside of it', {
    f: (S: number[][]) => sum(S.flatMap((r, i) => r.map((v, j) => (i <= j ? (i + j + 1) * v : 0)))),
    is: (S: number[][]) => S.map((r, i) => r.map((_, j) => (i + j + 1) / (i === j ? 1 : 2))),
    where: { S: 'symmetric n×n' },
  });
  right('gradient by a diagonal matrix', {
    f: (W: number[][]) => sum(W.map((r, i) => r[i]! ** 2)),
    is: (W: number[][]) => W.map(r => r.map(v => 2 * v)),
    where: { W: 'diagonal k' },
    formula: '2 W',
  });
  right('gradient of a step function, off its jumps', {
    f: (v: number[]) => sum(v.map(y => Math.floor(1000 * y))),
    is: (v: number[]) => v.map(() => 0),
    where: x,
  });
  right('gradient that throws at a kink, where nobody has to answer', {
    f: (v: number[]) => Math.max(v[0]!, v[3]!),
    is: (v: number[]) => {
      if (v[0] === v[3]) throw new Error('not differentiable');
      return v.map((_, i) => (i === (v[0]! > v[3]! ? 0 : 3) ? 1 : 0));
    },
    where: { x: '4' },
    runs: 100,
  });
  right('jacobian of a function with kinks, off them', {
    f: (v: number[]) => v.map(y => Math.max(y, 0)),
    is: (v: number[]) => v.map((y, i) => v.map((_, j) => (i === j && y > 0 ? 1 : 0))),
    where: x,
  });
  right('jacobian of the softmax', {
    f: softmax,
    is: (v: number[]) => {
      const s = softmax(v);
      return s.map((a, i) => s.map((b, j) => (i === j ? a : 0) - a * b));
    },
    where: x,
    formula:
      '\\operatorname{diag}(\\operatorname{softmax}(x)) - \\operatorname{softmax}(x) \\operatorname{softmax}(x)^\\top',
  });
  right('jacobian of a matrix function', {
    f: (M: Matrix, A: Matrix) => A.mmul(M),
    is: 'I_3 \\otimes A',
    where: { X: 'n×3', A: 'k×n' },
    as: asMatrix,
  });
  right('jacobian in denominator layout', {
    f: (M: Matrix, A: Matrix) => A.mmul(M),
    is: 'I_3 \\otimes A^\\top',
    where: { X: 'n×3', A: 'k×n' },
    as: asMatrix,
    layout: 'denominator',
  });
  right('jacobian of a scalar function, as one row', {
    f: squares,
    is: (M: number[][]) => [0, 1, 2].flatMap(j => M.map(r => 2 * r[j]!)),
    where: X,
  });
  right('gradient by code that spoils its typed arrays', {
    f: (v: Float64Array, w: Float64Array) => {
      const total = v.reduce((t, y, i) => t + y * w[i]!, 0);
      w.fill(0);
      return total;
    },
    is: (_: Float64Array, w: Float64Array) => w,
    where: { v: 'n', w: 'n' },
    as: 'flat',
  });
  right('gradient by code that spoils its argument', {
    f: (v: number[]) => sum(v.splice(0).map(y => y * y)),
    is: (v: number[]) => v.splice(0).map(y => 2 * y),
    where: x,
  });
});

describe('differences along a line', () => {
  const slope = (f: (t: number) => number | null) => {
    const line = (t: number): Float64Array | null => {
      const y = f(t);
      return y === null ? null : Float64Array.of(y);
    };
    return slopeOf(line, 1, 1e-15);
  };
  test.each<[string, (t: number) => number, number]>([
    ['a polynomial', t => 1 + 3 * t - 5 * t ** 7, 3],
    ['an exponential', t => Math.exp(8 * t), 8],
    ['a near pole', t => 1 / (t + 1e-3), -1e6],
    ['a near kink', t => Math.abs(t - 1e-3), -1],
  ])('%s, within its error', (_, f, expected) => {
    const found = slope(f);
    if (typeof found === 'string') expect.fail(found);
    expect(Math.abs(found.value[0]! - expected)).toBeLessThanOrEqual(found.error);
    expect(found.error).toBeLessThan(1e-6 * Math.abs(expected));
  });
  test.each<[string, (t: number) => number | null, string]>([
    ['a kink', t => Math.max(t, 0), 'a kink or a jump'],
    ['a jump', t => (t > 0 ? 1 : 0), 'a kink or a jump'],
    ['the end of a domain', t => (t < 0 ? null : t), 'not defined around it'],
    ['nothing', () => null, 'not defined there'],
    ['an infinite slope', t => Math.sign(t) * Math.abs(t) ** (1 / 3), 'no finite difference converges'],
  ])('%s has none', (_, f, why) => expect(slope(f)).toContain(why));
});

describe('two derivatives', () => {
  const columns = (...entries: number[]): Columns => ({ columns: [Float64Array.from(entries)], errors: [0] });
  test.each([
    [1 + 1e-13, 'agree'],
    [1 + 1e-9, 'unclear'],
    [1 + 1e-5, 'differ'],
    [Number.NaN, 'differ'],
    [Number.POSITIVE_INFINITY, 'differ'],
  ])('1 and %s: %s', (x, outcome) => expect(compare(columns(1, 1), columns(1, x)).outcome).toBe(outcome));
  test('nothing and nothing agree', () =>
    expect(compare(columns(0), columns(0))).toMatchObject({ outcome: 'agree', ratio: 0 }));
});

describe('no right derivative is accused, whatever the seed', () => {
  test.each(Array.from({ length: 12 }, (_, i) => `${i}`))('seed %s', seed => {
    const of: Case = {
      f: (v: number[], w: number[]) =>
        Math.log(sum(v.map((y, i) => Math.exp(y * w[i]!)))) * Math.tanh(w[0]! - v[0]!),
      is: (v: number[], w: number[]) => {
        const e = v.map((y, i) => Math.exp(y * w[i]!));
        const t = Math.tanh(w[0]! - v[0]!);
        return e.map((y, i) => ((w[i]! * y) / sum(e)) * t - (i ? 0 : Math.log(sum(e)) * (1 - t * t)));
      },
      where: { v: 'n', w: 'n' },
      seed,
    };
    expect(judged('gradient', of)).toMatchObject({ outcome: 'agree' });
  });
});

describe('wrong derivatives', () => {
  const once = (M: number[][]): number[][] => M.map(row => row.map(v => v));
  wrong(
    'gradient without its factor',
    { f: squares, is: once, where: X },
    'at the smallest instance found, n = 1',
    'X = [0 0 1]',
    '∂f/∂X[1, 3] is 2 (±',
    '1 by the gradient',
    'the gradient times 2 is right here',
    'gradient([[0,0,1]])',
  );
  wrong(
    'gradient beside a right formula',
    { f: squares, is: once, where: X, formula: '2 X' },
    'the code is wrong, not the derivation',
  );
  wrong(
    'gradient formula beside right code',
    { f: squares, is: twice, where: X, formula: 'X' },
    'the derivation is wrong, not the code',
    'the formula times 2',
  );
  wrong(
    'gradient as a wrong formula says',
    { f: squares, is: once, where: X, formula: 'X' },
    'the gradient does what the formula says',
  );
  wrong(
    'gradient and formula, each in its way',
    { f: squares, is: once, where: X, formula: '3 X' },
    'neither the gradient nor the formula',
    'and they differ',
  );
  wrong(
    'gradient formula alone',
    { f: squares, is: '3 X', where: X },
    'the formula is not the derivative',
    'f([[0,0,1]])',
  );
  wrong(
    'gradient with the wrong sign',
    { f: squares, is: (M: number[][]) => M.map(r => r.map(v => -2 * v)), where: X },
    'the wrong sign',
  );
  wrong(
    'gradient, transposed',
    {
      f: (M: Matrix) => M.get(0, M.columns - 1),
      is: (M: Matrix) => Matrix.zeros(M.rows, M.rows).set(M.rows - 1, 0, 1),
      where: { X: 'n×n' },
      as: asMatrix,
    },
    'right if it is transposed',
  );
  wrong(
    'jacobian, stacked row by row',
    {
      f: (M: Matrix, A: Matrix) => A.mmul(M),
      is: 'A \\otimes I_3',
      where: { X: 'n×3', A: 'k×n' },
      as: asMatrix,
    },
    'stacked row by row',
  );
  wrong(
    'jacobian in the other layout',
    { f: (v: Matrix, A: Matrix) => A.mmul(v), is: 'A^\\top', where: { x: 'n', A: 'n×n' }, as: asMatrix },
    'right in denominator layout: transpose it',
    '∂f[',
  );
  wrong(
    'gradient of another shape',
    { f: squares, is: (M: number[][]) => M[0]!.map((_, j) => M.map(r => 2 * r[j]!)), where: X },
    'the gradient is 3×1, and must be 1×3',
  );
  wrong(
    'gradient formula of another shape',
    { f: squares, is: '2 X^\\top', where: X },
    'the formula is 3×1, and must be 1×3',
  );
  wrong(
    'gradient that is no number',
    { f: squares, is: (M: number[][]) => M.map(r => r.map(() => Number.NaN)), where: X },
    'NaN by the gradient',
    'declare which',
  );
  wrong(
    'gradient with a hole',
    {
      f: squares,
      is: () => [
        [1, 2, 3],
        [4, 5],
      ],
      where: X,
    },
    'has 3 entries in row 1 and 2 in row 2',
  );
  wrong(
    'gradient that is a promise',
    { f: squares, is: async (M: number[][]) => twice(M), where: X },
    'is a promise',
  );
  wrong(
    'gradient that throws',
    {
      f: squares,
      is: () => {
        throw new Error('no luck');
      },
      where: X,
    },
    'the gradient throws where the function has a derivative: no luck',
    'declare which',
  );
  wrong(
    'gradient that is wrong only from a size on',
    {
      f: (v: number[]) => sum(v.map(y => y * y)),
      is: (v: number[]) => v.map((y, i) => (i < 2 ? 2 * y : y)),
      where: x,
    },
    'n = 3',
    'x = ⎢0⎥',
  );
  wrong('gradient with a small slip', {
    f: squares,
    is: (M: number[][]) => M.map(r => r.map(v => 2.0001 * v)),
    where: X,
  });
  wrong(
    'gradient within a structure',
    {
      f: (W: number[][]) => sum(W.map((r, i) => r[i]! ** 2)),
      is: (W: number[][]) => W,
      where: { W: 'diagonal k' },
    },
    'in direction 1 of W',
    'times 2 is right here',
  );
});

describe('what cannot be told passes for nothing', () => {
  undecided(
    'gradient of a function without a value',
    { f: () => Number.NaN, is: twice, where: X },
    'only 0 of 30 instances could be told: it is not defined there',
  );
  undecided(
    'gradient of a function that throws',
    {
      f: () => {
        throw new Error('singular');
      },
      is: twice,
      where: X,
    },
    'it throws: singular',
  );
  undecided(
    'gradient by a letter that cannot move',
    { f: (s: number) => s, is: (s: number) => s, where: { S: 'skew 1×1' } },
    'S cannot move there',
  );
  undecided(
    'gradient of noise',
    {
      f: (v: number[]) => sum(v.map(y => (Math.sin(1e6 * y + 1) * 43758.5453) % 1)),
      is: (v: number[]) => v.map(() => 0),
      where: x,
    },
    'could be told',
  );
});

describe('what is no function, shape or formula', () => {
  let calls = 0;
  refused('gradient of chance', { f: () => calls++, is: twice, where: X }, 'depends on chance');
  refused(
    'gradient of a vector',
    { f: (v: number[]) => v, is: (v: number[]) => v, where: { x: '3' } },
    'use expectJacobian',
  );
  refused('gradient of a text', { f: () => 'seven', is: twice, where: X }, 'the function is string');
  refused('gradient of nothing', { f: () => undefined, is: twice, where: X }, 'the function is undefined');
  refused('gradient by nothing', { f: squares, is: twice, where: {} }, 'there is nothing to vary');
  refused(
    'gradient by a stranger',
    { f: squares, is: twice, where: X, wrt: 'Y' },
    'wrt: "Y" is none of the arguments X',
  );
  refused(
    'gradient by a shapeless letter',
    { f: squares, is: twice, where: { X: 'large' } },
    '"large" is not understood',
  );
  refused(
    'gradient by two letters at once',
    { f: squares, is: twice, where: { 'X, Y': 'n×3' } },
    'more than one letter',
  );
  refused('a formula that is a claim', { f: squares, is: 'G = 2 X', where: X }, 'holds a relation');
  refused('a formula with an undeclared letter', { f: squares, is: '2 X B', where: X }, 'B is not declared');
  refused(
    'a formula that does not fit',
    { f: squares, is: 'X X', where: X },
    'the formula "X X" cannot be used',
  );
  refused('a formula of no certain size', { f: squares, is: 'I', where: X }, 'write it out, such as "I_n"');
  refused('a formula that cannot be read', { f: squares, is: '2 (X', where: X }, 'cannot be used');
});

describe('the matchers', () => {
  const half = (M: number[][]): number[][] => M;
  test('a failure points at the call, is kept, and is tried first', () => {
    const fail = (): unknown => {
      try {
        return expectGradient(squares, half, X, { reports, seed: 'a' });
      } catch (error) {
        return error;
      }
    };
    const error = fail() as Error;
    expect(error.name).toBe('AssertionError');
    expect(error.stack?.split('\n').find(l => l.includes(' at ') && l.includes('.ts'))).toContain(
      'code.test.ts',
    );
    const [file] = readdirSync(reports).filter(f => f.endsWith('.json'));
    const stored = readFileSync(join(reports, file!), 'utf8');
    expect(JSON.parse(stored).values).toEqual([{ name: 'X', rows: 1, cols: 3, data: [0, 0, 1] }]);
    expect(readFileSync(join(reports, file!.replace('.json', '.md')), 'utf8')).toContain('X = [0 0 1]');
    const at: string[] = [];
    const seen = (M: number[][]): number => {
      at.push(JSON.stringify(M));
      return squares(M);
    };
    expect(() => expectGradient(seen, half, X, { reports, seed: 'b' })).toThrow('times 2');
    expect(at[0]).toBe('[[0,0,1]]');
    for (const spoilt of [stored.slice(0, 80), stored.replace('"rows": 1', '"rows": 9'), '{}']) {
      writeFileSync(join(reports, file!), spoilt);
      expect(() => expectGradient(squares, half, X, { reports, seed: 'a' })).toThrow('times 2');
    }
  });
  test('agreement says what it rests on', () => {
    expect(expectJacobian((v: number[]) => v, 'I_3', { x: '3' }, { reports, runs: 5 })).toMatch(
      /^≈ supported; the formula against finite differences of the function on 5 instances/,
    );
  });

  const holds = { A: 'm×n', B: 'n×m' };
  test('toHold', async () => {
    await expect('\\operatorname{tr}(A B) = \\operatorname{tr}(B A)').toHold(holds, {
      min: 'proved',
      reports,
    });
    await expect({
      name: 'row',
      claim: 'tr(A B) = tr(B A)',
      where: 'A: m×n, B: n×m',
      source: 'here',
    }).toHold();
    await expect('tr(A B) = tr(A) tr(B)').not.toHold({ A: 'n×n', B: 'n×n' }, { reports });
    await expect(expect('tr(A B) = 2 tr(B A)').toHold(holds, { reports })).rejects.toThrow(
      /expected to hold, at least supported\n✗ refuted[\s\S]*counterexample/,
    );
    await expect(expect('tr(A B) = tr(B A)').not.toHold(holds)).rejects.toThrow('expected to be refuted');
    await expect(expect('tr(e^X) = tr(e^{X^\\top})').toHold({ X: 'n×n' }, { min: 'proved' }))
      .resolves.toBeUndefined()
      .catch(e => expect(e.message).toContain('at least proved'));
  });
  test('what cannot be judged neither holds nor fails', async () => {
    for (const claim of ['tr(A B) = tr(C)', 'A ='])
      for (const e of [expect(claim), expect(claim).not]) await expect(e.toHold(holds)).rejects.toThrow();
    await expect(expect(7).toHold()).rejects.toThrow('takes a claim as text');
  });
});
