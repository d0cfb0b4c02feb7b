// Random pairs of expressions, equal by construction or unequal by one slip. A pair is made again from its seed and its number.

import * as make from '../../src/expression/build.ts';
import { CONVENTIONS, type Convention } from '../../src/expression/convention.ts';
import { isScalar } from '../../src/expression/dimension.ts';
import type { Expression } from '../../src/expression/expression.ts';
import type { Statement } from '../../src/expression/judgement.ts';
import type { Structure, Sym } from '../../src/expression/symbol.ts';
import { below, type Random, stream } from '../../src/number/random.ts';
import { statement, sym } from '../prove/claims.ts';
import {
  FUNCTIONS,
  GENERAL,
  type Generator,
  MIRRORED,
  type Palette,
  STRUCTURED,
  TRIANGULAR,
} from '../prove/generate.ts';
import { Blocks, Halves } from './further.ts';
import { Rewriter } from './rewriter.ts';

type E = Expression;

export interface Pair {
  readonly number: number;
  readonly kind: string;
  /** Equal by construction; otherwise one slip lies between the sides, which may still be equal. */
  readonly equal: boolean;
  /** In the fragment that the prover decides: equal must mean proved. */
  readonly decided: boolean;
  readonly statement: Statement;
  /** What derivatives by a variable with structure mean; null without any. */
  readonly convention: Convention | null;
}

interface Kind {
  readonly name: string;
  readonly palette: Palette;
  readonly decided: boolean;
  readonly depth: number;
  readonly calculus: 'free' | 'constrained' | null;
  readonly made?: typeof Rewriter;
}
const kind = (
  name: string,
  palette: Palette,
  depth: number,
  decided: boolean,
  calculus: Kind['calculus'] = null,
): Kind => ({
  name,
  palette,
  decided,
  depth,
  calculus,
});
/** Symbols whose rank is known, for pseudo-inverses. */
const RANKED: Palette = {
  symbols: [
    ...GENERAL.symbols,
    sym('C', 'm', 'n', 'full-column-rank'),
    sym('X', 'n', 'n', 'invertible'),
    sym('E', 'n', 'n', 'positive-definite'),
  ],
  functions: true,
};
const CONSTRAINED: Palette = { symbols: [...MIRRORED.symbols, sym('K', 'n', 'n', 'skew')], functions: false };
/** Variables whose entries do not all vary, beyond symmetric and skew ones. */
const SPARSE: Palette = {
  symbols: [...TRIANGULAR.symbols, sym('K', 'n', 'n', 'skew')],
  functions: false,
};
/** The more often listed, the more pairs. Depths are the largest ones. */
const KINDS: readonly Kind[] = [
  kind('general', GENERAL, 6, true),
  kind('general', GENERAL, 4, true),
  kind('symmetric and diagonal', MIRRORED, 6, true),
  kind('symmetric and diagonal', MIRRORED, 4, true),
  kind('structured', STRUCTURED, 6, false),
  kind('structured', STRUCTURED, 4, false),
  kind('triangular', TRIANGULAR, 5, false),
  kind('functions', FUNCTIONS, 5, false),
  kind('ranks', RANKED, 4, false),
  kind('differentials', MIRRORED, 4, true, 'free'),
  kind('differentials of functions', FUNCTIONS, 3, false, 'free'),
  kind('derivatives along a constraint', CONSTRAINED, 3, true, 'constrained'),
  kind('derivatives along triangles', SPARSE, 3, false, 'constrained'),
  { ...kind('halves', MIRRORED, 5, false), made: Halves },
  { ...kind('derivatives of halves', MIRRORED, 4, false, 'free'), made: Halves },
  { ...kind('blocks', MIRRORED, 5, false), made: Blocks },
];

const ALONG_WHICH: ReadonlySet<Structure> = new Set([
  'symmetric',
  'skew',
  'diagonal',
  'lower-triangular',
  'upper-triangular',
]);
/** The same operator of differentiation around both sides, by symbols that occur where there are any. */
const differentiated = (g: Generator, left: E, constrained: boolean): ((e: E) => E) => {
  const isVariable = (s: Sym): boolean =>
    constrained ? s.structure.some(x => ALONG_WHICH.has(x)) : !s.structure.length;
  const all = g.palette.symbols.filter(isVariable);
  const occurring = statement(left, left).symbols.filter(isVariable);
  const by = g.pick(occurring.length ? occurring : all);
  const wrt = [by.name, g.pick(g.palette.symbols).name];
  const gradient = isScalar(left.shape) ? 'gradient' : 'denominator';
  switch (below(g.random, constrained ? 2 : 4)) {
    case 0:
      return e => make.derivative(e, by, 'numerator');
    case 1:
      return e => make.derivative(e, by, gradient);
    case 2:
      return e => make.differential(make.differential(e, wrt), wrt);
    default:
      return e => make.differential(e, wrt);
  }
};
/** In these, equal values have equal derivatives; the free one depends on how a value is written. */
const ALONG = CONVENTIONS.filter(c => c !== 'free');

/** The pair of this number under a seed. Even numbers are equal. */
export const pairOf = (seed: string, number: number): Pair => {
  const random: Random = stream(seed, `pair ${number}`);
  const { name, palette, depth, decided, calculus, made = Rewriter } = KINDS[below(random, KINDS.length)]!;
  const g = new made(random, palette);
  const left = g.expression(g.shape(), 2 + below(random, depth - 1));
  const equal = number % 2 === 0;
  const right = g.twisted(equal ? left : g.slipped(left));
  const constrained = calculus === 'constrained';
  const around = calculus ? differentiated(g, left, constrained) : (e: E) => e;
  return {
    number,
    kind: name,
    equal,
    decided,
    convention: constrained ? g.pick(ALONG) : null,
    statement: statement(around(left), around(right)),
  };
};
