// "Right if …": conditions that the text does not state and under which a false line holds, weakest first.
//   letters that commute: one is taken for a polynomial in the other. Such pairs are dense among all commuting pairs (Motzkin & Taussky
//   1955), so that what holds for them holds for all, at the sizes that were verified
//   each condition is proved or verified in exact arithmetic; that X and dX commute is looked at in a few random points modulo primes
//   above 2³⁰, each of which a false one passes with a probability of its degree by the prime

import type { Written } from '../elaborate/written.ts';
import { needsOf } from '../evaluate/index.ts';
import { identical, isScalar } from '../expression/dimension.ts';
import type { Statement } from '../expression/judgement.ts';
import type { Structure, Sym } from '../expression/symbol.ts';
import { operandsOf, pieces } from '../latex/operands.ts';
import type { Syntax } from '../latex/syntax.ts';
import { below, type Random } from '../number/random.ts';
import { bare, identity, number, plus, power, product, replaced, sizeText, transposed } from './make.ts';
import { sizesIn } from './places.ts';
import { agree, Point } from './points.ts';
import { isTrue } from './verdict.ts';

/** Beside symmetry, which elaboration asks for: what a matrix may be, the weakest first, and how that is said. */
const STRUCTURES: readonly (readonly [structure: Structure, words: string])[] = [
  ['full-column-rank', 'has full column rank'],
  ['full-row-rank', 'has full row rank'],
  ['orthogonal', 'is orthogonal'],
  ['idempotent', 'is idempotent'],
  ['diagonal', 'is diagonal'],
];
/** Where a pseudo-inverse is taken only these are tried: exact trials see matrices of full rank only. */
const OF_RANK: readonly Structure[] = ['full-column-rank', 'full-row-rank', 'orthogonal'];
const OF_SQUARES: readonly Structure[] = ['orthogonal', 'idempotent', 'diagonal'];
/** Structures that say more than the ones that are tried. */
const STRONG: readonly Structure[] = ['diagonal', 'orthogonal', 'idempotent', 'permutation', 'skew'];

/** @param rescued a condition is known already: only another vec is looked at */
export const conditionsOf = (written: Written, random: Random, rescued = false): string[] => {
  if (holds(rowMajor(written), random)) return ['vec stacks rows'];
  if (rescued) return [];
  const claim = written.statement();
  if (takesPseudoInverse(written)) return claim ? structuresOf(written, claim, OF_RANK, random) : [];
  if (!claim) return sizesThatFit(written, random);
  const moving = movingIn(written.left, written.right);
  const square = claim.symbols.filter(isSquare);
  const own = square
    .filter(s => moving.has(s.name) && s.structure.every(x => x === 'invertible'))
    .filter(s => holdsWhereItMovesAlong(claim, s, random))
    .map(s => `${s.name} and d${s.name} commute`);
  if (own.length) return own;
  const still = square.filter(s => isFree(s, moving));
  const pairs = square.flatMap((a, i) => still.filter(b => square.indexOf(b) > i).map(b => [a, b] as const));
  const commuting = pairs
    .filter(([a, b]) => identical(a.shape.rows, b.shape.rows) && !moving.has(a.name))
    .filter(([a, b]) => holds(withPolynomial(written, a, b, random), random))
    .map(([a, b]) => `${a.name} and ${b.name} commute`);
  if (commuting.length) return commuting;
  const sizes = sizesThatFit(written, random);
  return sizes.length ? sizes : structuresOf(written, claim, OF_SQUARES, random);
};

const takesPseudoInverse = ({ left, right }: Written): boolean =>
  [left, right].some(s => pieces(s).some(p => p.kind === 'pseudoInverse'));
const isSquare = ({ shape }: Sym): boolean =>
  !isScalar(shape) && shape.rows.length > 0 && identical(shape.rows, shape.cols);
/** Stays where it is, and has none of the strong structures. */
const isFree = (s: Sym, moving: ReadonlySet<string>): boolean =>
  !moving.has(s.name) && !s.structure.some(x => STRONG.includes(x));

/** The first structure of the list with which single letters make the claim true. */
const structuresOf = (
  written: Written,
  { symbols }: Statement,
  tried: readonly Structure[],
  random: Random,
): string[] => {
  const moving = movingIn(written.left, written.right);
  const free = symbols.filter(s => isFree(s, moving) && !isScalar(s.shape));
  for (const [structure, words] of STRUCTURES.filter(([structure]) => tried.includes(structure))) {
    const found = free.filter(s => {
      if (structure.startsWith('full') === isSquare(s)) return false;
      const supposed = new Map([[s.name, [...s.structure, structure]]]);
      return holds(written.supposing({ supposed }).statement(), random);
    });
    if (found.length) return found.map(s => `${s.name} ${words}`);
  }
  return [];
};

/** "A is square", "m = n": two sizes that make a line true, which others leave false or without a meaning. */
const sizesThatFit = (written: Written, random: Random): string[] => {
  const { left, right } = written;
  const letters = lettersOf(left, right);
  const sizes = sizesIn(...[left, right, ...letters].map(s => written.expression(s)));
  const names = sizes.flatMap(([d]) => (typeof d === 'string' ? [d] : []));
  const pairs = names.flatMap((m, i) => names.slice(i + 1).map(n => [m, n] as const));
  if (names.length > MOST_SIZES) return [];
  return pairs.flatMap(([m, n]) => {
    if (!holds(written.supposing({ merged: new Map([[n, m]]) }).statement(), random)) return [];
    const between = letters.filter(s => {
      const shape = written.expression(s)?.shape;
      const [rows, cols] = [shape?.rows ?? [], shape?.cols ?? []];
      return rows.length === 1 && cols.length === 1 && [m, n].every(d => rows[0] === d || cols[0] === d);
    });
    const [first] = between;
    return [first?.kind === 'name' ? `${first.name} is square` : `${m} = ${n}`];
  });
};
const MOST_SIZES = 4;
const lettersOf = (...sides: readonly Syntax[]): Syntax[] => {
  const found = new Map<string, Syntax>();
  for (const side of sides)
    for (const s of pieces(side)) if (s.kind === 'name' && !found.has(s.name)) found.set(s.name, s);
  return [...found.values()];
};

/** X moves in directions that commute with it; a derivative by X names no direction. */
const holdsWhereItMovesAlong = (claim: Statement, { name }: Sym, random: Random): boolean =>
  needsOf(claim).moving.some(s => s.name === name) &&
  agree(
    claim,
    Array.from({ length: POINTS_ALONG }, (_, turn) => new Point(random, turn % 2, [], [name])),
  );
/** By turns of sizes 2 and 3: what holds for all 2×2 matrices may hold for no others. */
const POINTS_ALONG = 6;

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
