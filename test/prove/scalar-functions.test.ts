// Named functions: whatever is proved of them holds in floating point, and their derivative rows match finite differences.

import { expect, test } from 'vitest';
import * as make from '../../src/expression/build.ts';
import type { Expression } from '../../src/expression/expression.ts';
import { FUNCTIONS } from '../../src/expression/functions.ts';
import { below, stream } from '../../src/number/random.ts';
import { toNumber } from '../../src/number/rational.ts';
import { polynomial } from '../../src/prove/functions.ts';
import { prove } from '../../src/prove/index.ts';
import { statement, sym } from './claims.ts';

const VALUES = new Map<string, (x: number) => number>([
  ['exp', Math.exp],
  ['log', Math.log],
  ['sigmoid', x => 1 / (1 + Math.exp(-x))],
  ['tanh', Math.tanh],
  ['sinh', Math.sinh],
  ['cosh', Math.cosh],
  ['sin', Math.sin],
  ['cos', Math.cos],
  ['tan', Math.tan],
  ['arctan', Math.atan],
  ['softplus', x => Math.log(1 + Math.exp(x))],
  ['sqrt', Math.sqrt],
  ['abs', Math.abs],
  ['sign', Math.sign],
  ['relu', x => Math.max(0, x)],
  ['step', x => (x > 0 ? 1 : 0)],
  ['reciprocal', x => 1 / x],
]);
const evaluate = (e: Expression, s: number): number => {
  switch (e.op) {
    case 'symbol':
      return s;
    case 'number':
      return toNumber(e.value);
    case 'add':
      return e.terms.reduce((total, t) => total + evaluate(t, s), 0);
    case 'scale':
      return evaluate(e.by, s) * evaluate(e.of, s);
    case 'product':
      return e.factors.reduce((total, f) => total * evaluate(f, s), 1);
    case 'elementwise': {
      const f = VALUES.get(e.fn)!;
      const x = evaluate(e.of, s);
      return e.order === 0 ? f(x) : (f(x + 1e-5) - f(x - 1e-5)) / 2e-5;
    }
    default:
      throw new TypeError(e.op);
  }
};
const POINTS = [0.31, 1.7, -0.64, 2.23, -1.9];
const near = (a: number, b: number): boolean =>
  !Number.isFinite(a) || !Number.isFinite(b) || Math.abs(a - b) <= 1e-6 * (1 + Math.abs(a) + Math.abs(b));

test('every named function is known here', () => {
  expect([...FUNCTIONS.keys()].filter(name => !VALUES.has(name))).toEqual([]);
});

test.each([...FUNCTIONS.keys()].filter(name => name !== 'arctan'))('the derivative of %s', name => {
  const f = VALUES.get(name)!;
  for (const x of POINTS) {
    const row = polynomial(name, 1).reduce(
      (total, { scalar, factors }) =>
        total + factors.reduce((value, { fn }) => value * VALUES.get(fn)!(x), toNumber(scalar)),
      0,
    );
    expect(near(row, (f(x + 1e-6) - f(x - 1e-6)) / 2e-6)).toBe(true);
  }
});

test('what is proved of functions of functions holds', () => {
  const s = make.symbol(sym('s', 1));
  const names = [...FUNCTIONS.keys()];
  const of = (fn: string, e: Expression, order = 0): Expression => make.elementwise(fn, e, order);
  const inner = [
    s,
    make.negative(s),
    make.scale(make.number(4), s),
    make.product(s, s),
    make.sum(make.number(1), s),
    make.number(0),
    make.number(1),
  ];
  const once = [
    ...inner,
    ...names.flatMap(fn => inner.map(e => of(fn, e))),
    ...names.map(fn => of(fn, s, 1)),
  ];
  const random = stream('functions', 'pairs');
  const any = <T>(list: readonly T[]): T => list[below(random, list.length)]!;
  const compound = (): Expression => {
    switch (below(random, 5)) {
      case 0:
        return any(once);
      case 1:
        return make.product(any(once), any(once));
      case 2:
        return make.sum(any(once), make.scale(make.number(any([1, -1, 2])), any(once)));
      default:
        return of(any(names), any(once));
    }
  };
  const pool = [...once, ...Array.from({ length: 260 }, compound)];
  const values = pool.map(e => POINTS.map(x => evaluate(e, x)));
  let proved = 0;
  for (let k = 0; k < 1200; k++) {
    const i = below(random, pool.length);
    const like = pool.map((_, j) => j).filter(j => j !== i && near(values[j]![1]!, values[i]![1]!));
    const j = like.length && k % 2 ? any(like) : below(random, pool.length);
    if (prove(statement(pool[i]!, pool[j]!)).outcome !== 'proved') continue;
    proved++;
    POINTS.forEach((x, at) => {
      if (!near(values[i]![at]!, values[j]![at]!))
        expect.fail(
          `proved, but at ${x}: ${JSON.stringify([pool[i], pool[j]], (_, v) => (typeof v === 'bigint' ? `${v}` : v === s ? 's' : v))}`,
        );
    });
  }
  expect(proved).toBeGreaterThan(30);
});
