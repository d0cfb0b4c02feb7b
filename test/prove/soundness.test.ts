// Two engines, one truth: what is proved has equal values modulo a prime; where the procedure is complete, what is not proved has not.

import { expect, test } from 'vitest';
import * as make from '../../src/expression/build.ts';
import { isScalar } from '../../src/expression/dimension.ts';
import type { Expression } from '../../src/expression/expression.ts';
import { below, stream } from '../../src/number/random.ts';
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

/** The same operator of differentiation around both sides. */
const differentiated = (g: Generator): ((e: Expression) => Expression) => {
  const free = g.palette.symbols.filter(s => !s.structure.length);
  const by = g.pick(free);
  const wrt = [by.name, g.pick(g.palette.symbols).name];
  switch (below(g.random, 4)) {
    case 0:
      return e => make.derivative(e, by, 'numerator');
    case 1:
      return e => make.derivative(e, by, isScalar(e.shape) ? 'gradient' : 'denominator');
    case 2:
      return e => make.differential(make.differential(e, wrt), wrt);
    default:
      return e => make.differential(e, wrt);
  }
};

const tally = (name: string, palette: Palette, pairs: number, depth = 4, calculus = false): Tally => {
  const t: Tally = { proved: 0, unequal: 0, abstained: 0, wrong: 0, missed: 0, unproved: 0 };
  for (let k = 0; k < pairs; k++) {
    const random = stream('soundness', `${name} ${k}`);
    const g = new Generator(random, palette);
    const left = g.expression(g.shape(), depth);
    const equal = k % 2 === 0;
    const right = g.twisted(equal ? left : g.slipped(left));
    const around = calculus ? differentiated(g) : (e: Expression) => e;
    const claim = statement(around(left), around(right));
    const answer = prove(claim);
    t[answer.outcome]++;
    const says = SHAPES.map(sizes => agrees(claim, sizes, random));
    if (equal && answer.outcome === 'unequal' && says.includes(true)) t.unproved++;
    if (answer.outcome === 'proved' && says.includes(false)) t.wrong++;
    if (answer.outcome === 'unequal' && answer.complete && !says.includes(false)) t.missed++;
  }
  return t;
};

test('differentials and derivatives', () => {
  const { proved, unequal, abstained, ...bad } = tally('calculus', MIRRORED, 40, 3, true);
  expect(bad).toEqual({ wrong: 0, missed: 0, unproved: 0 });
  expect(abstained).toBe(0);
  expect(proved).toBeGreaterThan(20);
  expect(unequal).toBeGreaterThan(3);
});

test.each([
  ['structured', STRUCTURED, 300, 4],
  ['functions of', FUNCTIONS, 400, 4],
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
  const { proved, unequal, ...bad } = tally(name, palette, 400);
  expect(bad).toEqual({ abstained: 0, wrong: 0, missed: 0, unproved: 0 });
  expect(proved).toBeGreaterThan(200);
  expect(unequal).toBeGreaterThan(80);
});
