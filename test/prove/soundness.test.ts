// Two engines, one truth: what is proved has equal values modulo a prime; where the procedure is complete, what is not proved has not.

import { expect, test } from 'vitest';
import { stream } from '../../src/number/random.ts';
import { prove } from '../../src/prove/index.ts';
import { statement } from './claims.ts';
import { FUNCTIONS, GENERAL, Generator, MIRRORED, type Palette, STRUCTURED } from './generate.ts';
import { agrees } from './points.ts';

interface Tally {
  proved: number;
  unequal: number;
  abstained: number;
  /** Proved, and different at a point. */
  wrong: number;
  /** Complete and unequal, and the same at every point tried. */
  missed: number;
  /** Rewritten equally, with a value somewhere, and not proved. */
  unproved: number;
}
const SHAPES = [
  new Map([
    ['m', 3],
    ['n', 4],
  ]),
  new Map([
    ['m', 5],
    ['n', 3],
  ]),
  new Map([
    ['m', 1],
    ['n', 2],
  ]),
];

const tally = (name: string, palette: Palette, pairs: number, depth = 4): Tally => {
  const t: Tally = { proved: 0, unequal: 0, abstained: 0, wrong: 0, missed: 0, unproved: 0 };
  for (let k = 0; k < pairs; k++) {
    const random = stream('soundness', `${name} ${k}`);
    const g = new Generator(random, palette);
    const left = g.expression(g.shape(), depth);
    const equal = k % 2 === 0;
    const right = g.twisted(equal ? left : g.slipped(left));
    const claim = statement(left, right);
    const answer = prove(claim);
    t[answer.outcome]++;
    const says = SHAPES.map(sizes => agrees(claim, sizes, random));
    if (equal && answer.outcome === 'unequal' && says.includes(true)) t.unproved++;
    if (answer.outcome === 'proved' && says.includes(false)) t.wrong++;
    if (answer.outcome === 'unequal' && answer.complete && !says.includes(false)) t.missed++;
  }
  return t;
};

test.each([
  ['structured', STRUCTURED, 800, 4],
  ['functions of', FUNCTIONS, 1500, 4],
] as const)('%s symbols', (name, palette, pairs, depth) => {
  const { proved, unequal, wrong, unproved } = tally(name, palette, pairs, depth);
  expect({ wrong, unproved }).toEqual({ wrong: 0, unproved: 0 });
  expect(proved).toBeGreaterThan(pairs / 3);
  expect(unequal).toBeGreaterThan(pairs / 8);
});

test.each([
  ['general', GENERAL],
  ['symmetric and diagonal', MIRRORED],
] as const)('%s symbols', (name, palette) => {
  const { proved, unequal, ...bad } = tally(name, palette, 1000);
  expect(bad).toEqual({ abstained: 0, wrong: 0, missed: 0, unproved: 0 });
  expect(proved).toBeGreaterThan(500);
  expect(unequal).toBeGreaterThan(200);
});
