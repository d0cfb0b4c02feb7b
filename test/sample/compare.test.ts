// A Jacobian tried along one direction tells what comparing it entry by entry tells.

import { sample as draw } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Undefined } from '../../src/sample/bounded.ts';
import { compare, probe } from '../../src/sample/compare.ts';
import { instances } from '../../src/sample/index.ts';
import { pointOf } from '../../src/sample/point.ts';
import { derivativeSide } from '../../src/sample/side.ts';
import { FALSE, type Row, TRUE } from './statements.ts';

const derivatives = (rows: readonly Row[]): Row[] => rows.filter(([, s]) => derivativeSide(s));
/** The outcomes along a direction and entry by entry, at every instance that has both. */
const outcomes = ([, s]: Row): (readonly [string, string])[] =>
  draw(instances(s, { maxSize: 4 }), { seed: 8, numRuns: 40 }).flatMap(drawn => {
    try {
      const along = probe(derivativeSide(s)!, pointOf(s, drawn)).outcome;
      return [[along, compare(s, pointOf(s, drawn)).outcome] as const];
    } catch (error) {
      if (error instanceof Undefined) return [];
      throw error;
    }
  });

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
