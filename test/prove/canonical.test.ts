// Canonical labelling: no order, name or grouping moves the normal form, and symmetric networks stay cheap.

import { expect, test } from 'vitest';
import * as make from '../../src/expression/build.ts';
import type { Expression } from '../../src/expression/expression.ts';
import { below, type Random, stream } from '../../src/number/random.ts';
import type { Board } from '../../src/prove/board.ts';
import { canonical } from '../../src/prove/canonical.ts';
import { bijection } from '../../src/prove/like.ts';
import { compareTerms } from '../../src/prove/matching.ts';
import { LIMITS, lay } from '../../src/prove/meaning.ts';
import type { Term } from '../../src/prove/network.ts';
import { prove } from '../../src/prove/prove.ts';
import { statement, sym } from './claims.ts';
import { Generator, STRUCTURED } from './generate.ts';

const { product: mul, trace: tr, power, sum, transpose: T, hadamard: had } = make;
type E = Expression;
const general = (name: string): E => make.symbol(sym(name, 'n', 'n'));
const [A, B] = [general('A'), general('B')];
const S = make.symbol(sym('S', 'n', 'n', 'symmetric'));
const one = make.ones({ rows: ['n'], cols: [] });
const laid = (e: E): Board => lay(statement(e, e), LIMITS, null);
const times = (e: E, n: number): E => mul(...Array.from({ length: n }, () => e));
const star = (n: number): E =>
  mul(
    T(one),
    Array.from({ length: n }, () => mul(A, one)).reduce((a, b) => had(a, b)),
  );

/** Leaves of the search, all terms together. */
const leaves = (e: E): number => laid(e).sums[0]!.terms.reduce((total, t) => total + canonical(t).leaves, 0);
test.each([
  ['tr(A)¹⁰', times(tr(A), 10), 10],
  ['(1ᵀA1)⁸', times(mul(T(one), A, one), 8), 8],
  ['tr A¹⁶', tr(power(A, 16)), 3],
  ['tr S¹⁶, S symmetric', tr(power(S, 16)), 6],
  ['tr(S⁴)⁴', times(tr(power(S, 4)), 4), 24],
  ['tr (A + B)⁸, 256 terms', tr(power(sum(A, B), 8)), 700],
  ['a star of 9', star(9), 40],
  ['(AAᵀ)⊙(AAᵀ)⊙(AAᵀ) summed', mul(T(one), had(had(mul(A, T(A)), mul(A, T(A))), mul(A, T(A))), one), 12],
])('%s is labelled in few leaves', (_, e, most) => {
  expect(leaves(e)).toBeLessThanOrEqual(most);
});
test('symmetric networks are proved', () => {
  const claims: [E, E][] = [
    [tr(power(S, 16)), mul(tr(power(S, 8)), tr(power(S, 8)))],
    [tr(power(sum(A, B), 8)), tr(power(sum(B, A), 8))],
    [times(tr(A), 10), times(tr(T(A)), 10)],
    [star(9), mul(T(one), make.elementwise('φ', mul(A, one)))],
  ];
  expect(claims.map(([l, r]) => prove(statement(l, r)).outcome)).toEqual([
    'unequal',
    'proved',
    'proved',
    'unequal',
  ]);
});

const shuffled = (n: number, random: Random): number[] => {
  const order = Array.from({ length: n }, (_, k) => k);
  for (let k = n - 1; k > 0; k--) {
    const l = below(random, k + 1);
    [order[k], order[l]] = [order[l]!, order[k]!];
  }
  return order;
};
/** The same network with its indices renamed, its nodes in another order, and mirrored legs swapped. */
const disguised = (t: Term, random: Random): Term => {
  const to = shuffled(t.indices.length, random);
  const indices = [...t.indices];
  t.indices.forEach((dim, i) => {
    indices[to[i]!] = dim;
  });
  const renamed = (of: readonly number[]): number[] => of.map(i => to[i]!);
  const nodes = shuffled(t.nodes.length, random).map(k => {
    const { atom, legs } = t.nodes[k]!;
    const half = legs.length / 2;
    const swap = atom.mirror === 1 && below(random, 2) === 0;
    return { atom, legs: renamed(swap ? [...legs.slice(half), ...legs.slice(0, half)] : legs) };
  });
  const named = t.named.map(([name, i]) => [name, to[i]!] as const);
  return { ...t, indices, nodes, rows: renamed(t.rows), cols: renamed(t.cols), named };
};
test('the key does not move, and gives a matching that the kernel accepts', () => {
  let seen = 0;
  for (let k = 0; k < 400; k++) {
    const random = stream('canonical', `${k}`);
    const g = new Generator(random, STRUCTURED);
    for (const t of laid(g.expression(g.shape(), 4)).sums[0]!.terms.slice(0, 5)) {
      const other = disguised(t, random);
      const [a, b] = [canonical(t), canonical(other)];
      expect(b.key).toBe(a.key);
      const sign = compareTerms(other, t, bijection(b, a));
      if (!a.odd) expect(sign).toBe(a.sign * b.sign);
      expect(sign).not.toBe(0);
      seen++;
    }
  }
  expect(seen).toBeGreaterThan(500);
});
test('networks that differ have different keys', () => {
  const key = (e: E): string => canonical(laid(e).sums[0]!.terms[0]!).key;
  const pairs: [E, E][] = [
    [tr(mul(A, A, T(A))), tr(mul(A, A, A))],
    [tr(mul(A, A, B, B)), tr(mul(A, B, A, B))],
    [mul(tr(power(S, 3)), tr(power(S, 3))), tr(power(S, 6))],
    [mul(A, one), mul(T(A), one)],
    [had(A, A), mul(A, A)],
  ];
  for (const [a, b] of pairs) {
    const both = laid(sum(a, b)).sums[0]!.terms;
    expect(canonical(both[0]!).key).not.toBe(canonical(both[1]!).key);
    expect(key(a)).not.toBe(key(b));
  }
});
