// The judge as a whole: true statements agree, false ones differ on a small instance that replays, and what cannot be judged says why.

import { describe, expect, test } from 'vitest';
import * as e from '../../src/expression/build.ts';
import { dimension, shape } from '../../src/expression/dimension.ts';
import type { Expression } from '../../src/expression/expression.ts';
import type { Abstained, Different, Instance, Statement } from '../../src/expression/judgement.ts';
import { rational } from '../../src/number/rational.ts';
import { replay, type Sampled, sample } from '../../src/sample/index.ts';
import { FALSE, n, one, type Row, statement, symbolOf, TRUE } from './statements.ts';

const agreeing = (s: Statement, seed = 1): Sampled => {
  const judged = sample(s, seed);
  expect(judged).toMatchObject({ outcome: 'agree' });
  return judged as Sampled;
};
const differing = (s: Statement, seed = 1): Different<number> => {
  const judged = sample(s, seed);
  expect(judged).toMatchObject({ outcome: 'different' });
  return judged as Different<number>;
};
const reason = (s: Statement): string => {
  const judged = sample(s, 1);
  expect(judged).toMatchObject({ outcome: 'abstained' });
  return (judged as Abstained).reason;
};
const named = (rows: readonly Row[], name: string): Statement => rows.find(([x]) => x === name)![1];

describe('true statements agree', () => {
  test.each(TRUE)('%s', (_, s) => {
    for (const seed of [1, 0xffffffff]) {
      const { samples } = agreeing(s, seed);
      expect(samples.instances).toBe(100);
      expect(samples.worst).toBeLessThan(1);
    }
  });
});

describe('false statements differ, on a small instance that replays', () => {
  test.each(FALSE)('%s', (_, s) => {
    for (const seed of [1, 2]) {
      const { instance, lhs, rhs } = differing(s, seed);
      expect(Math.max(1, ...instance.dimensions.values())).toBeLessThanOrEqual(2);
      for (const { data } of instance.values.values())
        for (const x of data) expect(Math.abs(x)).toBeLessThanOrEqual(3);
      expect(lhs.data.some((x, i) => Math.abs(x - rhs.data[i]!) > 1e-4)).toBe(true);
      expect(replay(s, instance)).toMatchObject({ differ: true, lhs, rhs });
    }
  });
});

describe('evidence', () => {
  test('of a derivative shows a remainder that falls as h²', () => {
    const found = agreeing(named(TRUE, '∂F/∂X of the seed, denominator')).finiteDifferences!;
    expect(found).toMatchObject({ instances: 100, order: 2 });
    expect(found.steps.slice(0, 3)).toEqual([0.5, 0.25, 0.125]);
    expect(found.steps).toHaveLength(20);
    expect(found.remainders).toHaveLength(20);
  });
  test('of a linear function has no order: the remainder is all rounding', () => {
    expect(agreeing(named(TRUE, 'Hessian of xᵀSx')).finiteDifferences!.order).toBeNull();
  });
  test('without derivatives has no finite differences', () => {
    expect(agreeing(named(TRUE, '(AB)ᵀ = BᵀAᵀ'))).not.toHaveProperty('finiteDifferences');
  });
  test('names the largest shape, and the only shape where there are no dimensions', () => {
    expect(agreeing(named(TRUE, 'tr(ABC) = tr(CAB)')).samples.largestShape).toMatch(
      /^m=\d, k=\d, n=\d$|^k=\d, n=\d, m=\d$/,
    );
    expect(agreeing(named(TRUE, '∂c⁻¹/∂c')).samples.largestShape).toBe('the only shape');
  });
  test('takes as many instances as asked for', () => {
    expect(sample(named(TRUE, 'QᵀQ = I'), 1, { runs: 30, maxSize: 3 })).toMatchObject({
      samples: { instances: 30, largestShape: 'n=3' },
    });
  });
});

describe('the seed decides everything', () => {
  const rows = [...TRUE.slice(7, 10), ...FALSE.slice(7, 10)];
  test.each(rows)('%s', (_, s) => {
    expect(sample(s, 42)).toEqual(sample(s, 42));
  });
  test('another seed, other instances', () => {
    const s = named(TRUE, 'dF of the seed');
    expect(agreeing(s, 1).samples.worst).not.toBe(agreeing(s, 2).samples.worst);
  });
});

describe('stored counterexamples', () => {
  // Differs only where the second entry is exactly 7: nothing random would find it.
  const x = symbolOf('x', n, one);
  const s = e.symbol(x);
  const rare = statement(e.hadamard(s, s), e.scale(e.number(7), s));
  const stored = (...data: number[]): Instance<number> => ({
    dimensions: new Map([['n', data.length]]),
    values: new Map([['x', { rows: data.length, cols: 1, data }]]),
    directions: new Map(),
    indices: new Map(),
  });
  test('are tried first and shrunk', () => {
    const [first] = [sample(rare, 1, { examples: [stored(7, 5)], runs: 1 })];
    expect(first).toMatchObject({ outcome: 'different', instance: { dimensions: new Map([['n', 1]]) } });
  });
  test('of derivatives need no direction', () => {
    const slip = named(FALSE, '∇ xᵀSx = 2Sx');
    const { instance } = differing(slip);
    expect(instance.directions.size).toBe(0);
    expect(sample(slip, 9, { examples: [instance], runs: 1 })).toMatchObject({
      outcome: 'different',
      instance,
    });
    const right = named(TRUE, '∇ xᵀSx = (S+Sᵀ)x');
    expect(sample(right, 9, { examples: [instance] })).toMatchObject({ outcome: 'agree' });
  });
  test('without the index that they need are ignored', () => {
    const indexed = named(FALSE, 'Σ_j A_{ij} x_i');
    const { instance } = differing(indexed);
    const once = (example: Instance<number>) =>
      sample(indexed, 3, { examples: [example], runs: 1, maxSize: 1 });
    expect(once(instance)).toMatchObject({ outcome: 'different', instance });
    expect(once({ ...instance, indices: new Map() })).toEqual(sample(indexed, 3, { runs: 1, maxSize: 1 }));
  });
  test('of another statement are ignored', () => {
    const s = named(TRUE, 'QᵀQ = I');
    expect(sample(s, 1, { examples: [stored(7, 5)] })).toEqual(sample(s, 1));
  });
  test('replay, whether they differ or not', () => {
    expect(replay(rare, stored(7))).toMatchObject({
      differ: false,
      lhs: { data: [49] },
      rhs: { data: [49] },
    });
    expect(replay(rare, stored(5))).toMatchObject({ differ: true, lhs: { data: [25] }, rhs: { data: [35] } });
  });
  test('show the bound that equal sides are held to', () => {
    const { bound } = replay(rare, stored(7.1));
    expect(bound.data[0]).toBeGreaterThan(0);
    expect(bound.data[0]).toBeLessThan(1e-13);
  });
  test('that break their structure are never a difference', () => {
    const q = e.symbol(symbolOf('Q', n, n, 'orthogonal'));
    const broken = {
      ...stored(),
      values: new Map([['Q', { rows: 2, cols: 2, data: [1, 1, 0, 1] }]]),
      dimensions: new Map([['n', 2]]),
    };
    const orthogonal = statement(e.product(e.transpose(q), q), e.identity(n));
    expect(() => replay(orthogonal, broken)).toThrow(/cannot be evaluated/);
  });
  test('outside the domain, or without a value, are refused', () => {
    const inverse = statement(e.elementwise('reciprocal', s), s);
    expect(() => replay(inverse, stored(0))).toThrow(/reciprocal near the edge of its domain/);
    expect(() => replay(rare, { ...stored(1), values: new Map() })).toThrow(/no value for x/);
  });
});

describe('what cannot be judged says why', () => {
  const on = (...structure: Parameters<typeof symbolOf>[3][]): Expression =>
    e.symbol(symbolOf('S', n, n, ...structure));
  const d = (of: Expression): Expression => e.differential(of, ['S']);
  const square = (x: Expression): Expression => e.trace(e.product(x, x));
  const positive = e.elementwise('log', e.negative(e.squaredNorm(on())));
  const cases: readonly (readonly [string, Statement, RegExp])[] = [
    [
      'a derivative by a symmetric matrix',
      statement(
        e.derivative(square(on('symmetric')), symbolOf('S', n, n, 'symmetric'), 'gradient'),
        e.scale(e.number(2), on('symmetric')),
      ),
      /entries do not vary freely \(symmetric\)/,
    ],
    [
      'a derivative by a diagonal matrix',
      statement(
        e.derivative(square(on('diagonal')), symbolOf('S', n, n, 'diagonal'), 'gradient'),
        e.scale(e.number(2), on('diagonal')),
      ),
      /\(diagonal\)/,
    ],
    [
      'a second differential that leaves the rotations',
      statement(d(d(square(on('orthogonal')))), e.number(0)),
      /leaves its structure/,
    ],
    ['a permutation that varies', statement(d(square(on('permutation'))), e.number(0)), /cannot vary/],
    [
      'a logarithm of what is never positive',
      statement(positive, positive),
      /only 0 of 100 instances.*log near the edge/,
    ],
    [
      'structures without a common matrix',
      statement(on('skew', 'positive-definite'), on('skew', 'positive-definite')),
      /no draw has every structure of S \(skew, positive-definite\)/,
    ],
    [
      'an inverse of what is always singular',
      statement(e.inverse(e.ones(shape(dimension(2), dimension(2)))), e.identity(dimension(2))),
      /singular/,
    ],
    [
      'a claim so little off that finite differences cannot be sure',
      statement(
        d(e.elementwise('exp', square(on()))),
        e.scale(
          e.number(rational(10n ** 11n + 1n, 10n ** 11n)),
          e.scale(e.elementwise('exp', square(on())), d(square(on()))),
        ),
      ),
      /times their error bound, too little to be sure/,
    ],
    [
      'sides that only differ by an oscillation too fast for any step',
      statement(
        d(e.elementwise('sin', e.scale(e.number(10n ** 12n), square(on())))),
        e.scale(e.number(0), d(square(on()))),
      ),
      /instances: no finite difference converges/,
    ],
  ];
  test.each(cases)('%s', (_, s, why) => {
    expect(reason(s)).toMatch(why);
  });
});
