// What each structure licenses: an identity that is proved with it and not without it, and rewrites that may come in any order.

import { describe, expect, test } from 'vitest';
import { derivative as derivativeOf } from '../../src/expression/build.ts';
import { CONVENTIONS, type Convention, isConstrained } from '../../src/expression/convention.ts';
import { SCALAR } from '../../src/expression/dimension.ts';
import type { Expression } from '../../src/expression/expression.ts';
import type { Statement } from '../../src/expression/judgement.ts';
import { STRUCTURES, type Structure, type Sym } from '../../src/expression/symbol.ts';
import { identity } from '../../src/index.ts';
import { below, stream } from '../../src/number/random.ts';
import { prove } from '../../src/prove/index.ts';
import { difference } from '../../src/prove/kernel.ts';
import { LICENCES } from '../../src/prove/licences.ts';
import { matchingOf } from '../../src/prove/like.ts';
import { collected } from '../../src/prove/matching.ts';
import { LIMITS, lay } from '../../src/prove/meaning.ts';
import { Beyond } from '../../src/prove/network.ts';
import { Search } from '../../src/prove/search.ts';
import { statement, sym } from './claims.ts';
import { FUNCTIONS, GENERAL, Generator, MIRRORED, type Palette, STRUCTURED, TRIANGULAR } from './generate.ts';

const claimed = (where: string, claim: string): Statement => {
  const { content } = identity({ name: claim, where, claim, source: 'test' }).claims[0]!.readings[0]!;
  if (!('statement' in content)) throw new Error(`${claim} is no statement`);
  return content.statement;
};

/** X is the symbol with the structure; null where a structure only says where a statement has a value, or is left to other judges. */
const NEEDS: Readonly<Record<Structure, readonly string[] | null>> = {
  diagonal: ['X Xᵀ = X ⊙ X', 'log det(X) = 1_nᵀ log(diag(X))'],
  symmetric: ['Xᵀ = X', 'tr(X A) = tr(X Aᵀ)'],
  'positive-definite': ['Xᵀ = X', 'X⁺ = X⁻¹'],
  skew: ['Xᵀ = −X', 'xᵀ X x = 0', 'tr(X) = 0'],
  orthogonal: ['Xᵀ X = I_n', 'X Xᵀ = I_n', 'X⁻¹ = Xᵀ'],
  'orthonormal-columns': ['Xᵀ X = I_n', 'X⁺ = Xᵀ'],
  idempotent: ['X^2 = X', '(I_n − X)^2 = I_n − X'],
  permutation: ['X 1_n = 1_n', 'X ⊙ X = X', 'X⁻¹ = Xᵀ'],
  'lower-triangular': [
    'diag(X^2) = diag(X) ⊙ diag(X)',
    'X ⊙ Xᵀ = I_n ⊙ X ⊙ X',
    'diag(X⁻¹) ⊙ diag(X) = 1_n',
    'det(X) = det(I_n ⊙ X)',
    'A_{12} X_{12} = 0',
  ],
  'upper-triangular': ['tr(X^3) = 1_nᵀ (diag(X) ⊙ diag(X) ⊙ diag(X))', 'A_{21} X_{21} = 0'],
  unit: ['xᵀ x = 1', '(I_n − x xᵀ)^2 = I_n − x xᵀ'],
  invertible: ['X⁺ = X⁻¹'],
  'full-column-rank': ['X⁺ X = I_n'],
  'full-row-rank': ['X X⁺ = I_n'],
  toeplitz: null,
  positive: null,
  nonzero: null,
};
const ROWS = STRUCTURES.flatMap(s => (NEEDS[s] ?? []).map(claim => [s, claim] as const));
test.each(ROWS)('%s: %s', (structure, claim) => {
  const where = (of: string): string => (structure === 'unit' ? `x: ${of} n` : `X: ${of} n×n, A: n×n, x: n`);
  expect(prove(claimed(where(structure.replaceAll('-', ' ')), claim)).outcome).toBe('proved');
  expect(prove(claimed(where(''), claim)).outcome).not.toBe('proved');
});

test.each(['X A = A X', 'Xᵀ = X', 'X A ⊗ A = A ⊗ X A', 'X A⁻¹ X⁻¹ = A⁻¹'])('scalar: %s', claim => {
  expect(prove(claimed('X: scalar, A: n×n', claim)).outcome).toBe('proved');
  expect(prove(claimed('X: n×n, A: n×n', claim)).outcome).not.toBe('proved');
});
test('no structure is left out', () => {
  expect(Object.keys(NEEDS).sort()).toEqual([...STRUCTURES].sort());
  expect(Object.keys(LICENCES).sort()).toEqual([...STRUCTURES].sort());
});

/** The candidates of every place, in a random order. */
const shuffled = (random: () => number) => {
  const draw = stream('shuffle', `${random()}`);
  return <T>(of: Iterable<T>): T[] => {
    const list = [...of];
    for (let k = list.length - 1; k > 0; k--) {
      const l = below(draw, k + 1);
      [list[k], list[l]] = [list[l]!, list[k]!];
    }
    return list;
  };
};
const of = (g: Generator): Expression => g.expression(g.shape(), 4);
/** Both sides are one expression; each side's rewrites come in an order of their own, and both end in one normal form. */
const join = (
  name: string,
  palette: Palette,
  count: number,
  made = of,
  convention: Convention | null = null,
): string[] => {
  const apart: string[] = [];
  let refused = 0;
  for (let k = 0; k < count; k++) {
    const random = stream('confluence', `${name} ${k}`);
    const g = new Generator(random, palette);
    const e = made(g);
    try {
      const board = lay(statement(e, e), LIMITS, convention);
      new Search(board, LIMITS.terms, shuffled(random)).run();
      const rest = collected(board, difference(board), matchingOf(difference(board)));
      if (rest?.length !== 0) apart.push(`${name} ${k}`);
    } catch (error) {
      if (!(error instanceof Beyond)) throw error;
      refused++;
    }
  }
  if (refused > count / 2) apart.push(`${name}: ${refused} of ${count} were not tried`);
  return apart;
};
describe('critical pairs join', () => {
  test.each([
    ['structured', STRUCTURED, 300],
    ['triangular', TRIANGULAR, 300],
    ['symmetric and diagonal', MIRRORED, 100],
    ['functions', FUNCTIONS, 200],
  ] as const)('%s', (name, palette, count) => {
    expect(join(name, palette, count)).toEqual([]);
  });
});

test.each(CONVENTIONS)(
  'critical pairs join in %s derivatives by a triangular, symmetric, skew or diagonal matrix',
  convention => {
    const bySymbol = TRIANGULAR.symbols.filter(isConstrained);
    const derivative = (g: Generator): Expression =>
      derivativeOf(g.expression(SCALAR, 4), g.pick(bySymbol), 'gradient');
    const palette = { ...TRIANGULAR, symbols: [...TRIANGULAR.symbols, sym('K', 'n', 'n', 'skew')] };
    expect(join(`derivatives, ${convention}`, palette, 100, derivative, convention)).toEqual([]);
  },
);

/** A vector where it is a length that is told, tall or wide where it is a rank, else square. */
const shaped = (name: string, ...structure: Structure[]): Sym => {
  if (structure.includes('unit')) return sym(name, 'n', 1, ...structure);
  const isTall = structure.some(s => s === 'orthonormal-columns' || s === 'full-column-rank');
  return structure.includes('full-row-rank') && !isTall
    ? sym(name, 'n', 'm', ...structure)
    : sym(name, isTall ? 'm' : 'n', 'n', ...structure);
};
describe('critical pairs join, for every structure beside itself and a general matrix', () => {
  test.each(STRUCTURES)('%s', structure => {
    const symbols = [...GENERAL.symbols, shaped('X', structure), shaped('Z', structure)];
    expect(join(structure, { symbols, functions: false }, 60)).toEqual([]);
    expect(join(`functions of ${structure}`, { symbols, functions: true }, 20)).toEqual([]);
  });
});
describe('critical pairs join, for every structure beside every other, apart and in one symbol', () => {
  test.each(STRUCTURES)('%s', first => {
    const others = STRUCTURES.filter(s => s > first);
    const meets = others.filter(s => !(first === 'diagonal' && s === 'skew'));
    const apart = others.flatMap(second =>
      join(
        `${first} beside ${second}`,
        { symbols: [...GENERAL.symbols, shaped('X', first), shaped('Z', second)], functions: false },
        8,
      ),
    );
    const together = meets.flatMap(second =>
      join(
        `${first} and ${second}`,
        { symbols: [...GENERAL.symbols, shaped('X', first, second)], functions: false },
        8,
      ),
    );
    expect([...apart, ...together]).toEqual([]);
  });
});
