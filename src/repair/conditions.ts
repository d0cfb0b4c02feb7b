// "Right if …": conditions that the text does not state and under which a refuted line holds, weakest first.
//   letters that commute: one is taken for a polynomial in the other. Such pairs are dense among all commuting pairs (Motzkin & Taussky
//   1955), so that what holds for them holds for all, at the sizes that were verified
//   each condition is proved or verified in exact arithmetic

import type { Written } from '../elaborate/written.ts';
import { identical, isScalar } from '../expression/dimension.ts';
import type { Statement } from '../expression/judgement.ts';
import type { Structure, Sym } from '../expression/symbol.ts';
import { operandsOf } from '../latex/operands.ts';
import type { Syntax } from '../latex/syntax.ts';
import { below, type Random } from '../number/random.ts';
import { bare, identity, number, plus, power, product, replaced, sizeText, transposed } from './make.ts';
import { agree, Point } from './points.ts';
import { isTrue } from './verdict.ts';

/** Beside symmetry, which elaboration asks for: what a square matrix may be, the weakest first. */
const STRUCTURES: readonly (readonly [structure: Structure, words: string])[] = [
  ['orthogonal', 'orthogonal'],
  ['idempotent', 'idempotent'],
  ['diagonal', 'diagonal'],
];
/** Structures that say more than the ones that are tried. */
const STRONG: readonly Structure[] = ['diagonal', 'orthogonal', 'idempotent', 'permutation', 'skew'];

export const conditionsOf = (written: Written, random: Random): string[] => {
  const claim = written.statement();
  if (!claim) return [];
  if (holds(rowMajor(written), random)) return ['vec stacks rows'];
  const moving = movingIn(written.left, written.right);
  const square = claim.symbols.filter(
    s => !isScalar(s.shape) && s.shape.rows.length > 0 && identical(s.shape.rows, s.shape.cols),
  );
  const still = square.filter(s => !moving.has(s.name) && !s.structure.some(x => STRONG.includes(x)));
  const pairs = square.flatMap((a, i) => still.filter(b => square.indexOf(b) > i).map(b => [a, b] as const));
  const commuting = pairs
    .filter(([a, b]) => identical(a.shape.rows, b.shape.rows) && !moving.has(a.name))
    .filter(([a, b]) => holds(withPolynomial(written, a, b, random), random))
    .map(([a, b]) => `${a.name} and ${b.name} commute`);
  if (commuting.length) return commuting;
  for (const [structure, words] of STRUCTURES) {
    const found = still.filter(s => {
      const supposed = written.supposing(new Map([[s.name, [...s.structure, structure]]]));
      return holds(supposed.statement(), random);
    });
    if (found.length) return found.map(s => `${s.name} is ${words}`);
  }
  return [];
};

/** At random points first: most conditions rescue nothing. */
const holds = (statement: Statement | null, random: Random): boolean => {
  if (!statement) return false;
  const points = Array.from({ length: POINTS }, (_, turn) => new Point(random, turn));
  return agree(statement, points) && isTrue(statement, random);
};
const POINTS = 2;

const inBoth = (written: Written, change: (piece: Syntax) => Syntax | null): Statement | null =>
  written.statement(replaced(written.left, change), replaced(written.right, change));

/** vec(X) → vec(Xᵀ) everywhere, or null without a vec. */
const rowMajor = (written: Written): Statement | null => {
  let met = false;
  const statement = inBoth(written, s => {
    if (s.kind !== 'call' || s.fn !== 'vec') return null;
    met = true;
    return { ...s, args: [transposed(s.args[0]!)], origin: s.origin ?? s };
  });
  return met ? statement : null;
};

/** b → c₀ I + c₁ a + c₂ a². */
const withPolynomial = (written: Written, a: Sym, b: Sym, random: Random): Statement | null => {
  const size = sizeText(a.shape.rows);
  const letter = letterIn([written.left, written.right], a.name);
  if (!size || !letter) return null;
  const c = (): Syntax => number(1 + below(random, 2 ** 20));
  const polynomial = plus(product(c(), identity(size)), product(c(), letter), product(c(), power(letter, 2)));
  return inBoth(written, s => (s.kind === 'name' && s.name === b.name ? polynomial : null));
};
const letterIn = (sides: readonly Syntax[], name: string): Syntax | null => {
  for (const s of sides) {
    if (s.kind === 'name' && s.name === name) return s;
    const within = letterIn(operandsOf(s), name);
    if (within) return within;
  }
  return null;
};
/** Names behind a d, and those that something is differentiated by. */
const movingIn = (...sides: readonly Syntax[]): Set<string> => {
  const found = new Set<string>();
  const visit = (s: Syntax, moves: boolean): void => {
    const of = bare(s);
    if (of.kind === 'name' && moves) found.add(of.name);
    const differential = of.kind === 'differential';
    operandsOf(of).forEach((o, i) => {
      visit(o, moves || differential || ((of.kind === 'derivative' || of.kind === 'gradient') && i > 0));
    });
  };
  for (const s of sides) visit(s, false);
  return found;
};
