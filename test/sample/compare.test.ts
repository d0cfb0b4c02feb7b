// A Jacobian tried along one direction tells what comparing it entry by entry tells.

import { sample as draw } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { differential, elementwise, hadamard, number, scale, symbol } from '../../src/expression/build.ts';
import { rational } from '../../src/number/rational.ts';
import { Undefined } from '../../src/sample/bounded.ts';
import { Comparing } from '../../src/sample/compare.ts';
import { instances } from '../../src/sample/index.ts';
import { Layout } from '../../src/sample/layout.ts';
import { Memory } from '../../src/sample/memory.ts';
import { needsOf } from '../../src/sample/needs.ts';
import { pointOf } from '../../src/sample/point.ts';
import { alongDirection, derivativeSide } from '../../src/sample/side.ts';
import { Trials } from '../../src/sample/trials.ts';
import { FALSE, n, one, type Row, statement, symbolOf, TRUE } from './statements.ts';

const derivatives = (rows: readonly Row[]): Row[] => rows.filter(([, s]) => derivativeSide(s));
/** The outcomes along a direction and entry by entry, at every instance that has both. */
const outcomes = ([, s]: Row): (readonly [string, string])[] => {
  const layout = new Layout(s);
  const alongOne = new Comparing(alongDirection(derivativeSide(s)!), layout);
  const whole = new Comparing(s, layout);
  return draw(instances(s, { maxSize: 4 }), { seed: 8, numRuns: 40 }).flatMap(drawn => {
    try {
      const along = alongOne.at(pointOf(layout, drawn)).outcome;
      return [[along, whole.at(pointOf(layout, drawn)).outcome] as const];
    } catch (error) {
      if (error instanceof Undefined) return [];
      throw error;
    }
  });
};

describe('true Jacobians agree both ways', () => {
  test.each(derivatives(TRUE))('%s', (...row) => {
    const all = outcomes(row);
    expect(all.length).toBeGreaterThan(5);
    expect(all.filter(([along, entries]) => along !== 'agree' || entries !== 'agree')).toEqual([]);
  });
});
describe('false ones differ along a direction wherever they differ in an entry, zero directions apart', () => {
  test.each(derivatives(FALSE))('%s', (...row) => {
    const all = outcomes(row).filter(([, entries]) => entries === 'differ');
    expect(all.length).toBeGreaterThan(5);
    expect(all.filter(([along]) => along === 'differ').length).toBeGreaterThan(0.8 * all.length);
  });
});

test('a difference that other steps do not show is unclear', () => {
  const x = symbol(symbolOf('x', n, one));
  const f = elementwise('exp', x);
  const found = { differ: 0, unclear: 0 };
  for (let slip = 1; slip < 400; slip++) {
    const off = scale(
      number(rational(10n ** 12n + 100n * BigInt(slip), 10n ** 12n)),
      hadamard(f, differential(x, ['x'])),
    );
    const s = statement(differential(f, ['x']), off);
    const trials = new Trials(s, needsOf(s));
    const layout = new Layout(s);
    const compare = new Comparing(s, layout);
    for (const drawn of draw(instances(s, { maxSize: 1 }), { seed: slip, numRuns: 3 })) {
      const [first, second] = [1, 0.7].map(
        stride => compare.at(pointOf(layout, drawn, new Memory(), stride)).outcome,
      );
      if (first !== 'differ') continue;
      expect(trials.look(drawn)?.outcome).toBe(second === 'differ' ? 'differ' : 'unclear');
      found[second === 'differ' ? 'differ' : 'unclear']++;
    }
  }
  expect(Math.min(found.differ, found.unclear)).toBeGreaterThan(0);
});
