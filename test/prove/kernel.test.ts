// The kernel is hard to fool: corrupted certificates, other statements' certificates, and look-alike theorems are refused.

import { expect, test } from 'vitest';
import * as make from '../../src/expression/build.ts';
import type { Expression } from '../../src/expression/expression.ts';
import { below, type Random, stream } from '../../src/number/random.ts';
import { type Certificate, fromText, prove, toText } from '../../src/prove/index.ts';
import { examined, replay, Theorem } from '../../src/prove/kernel.ts';
import { statement, sym } from './claims.ts';
import { Generator, STRUCTURED } from './generate.ts';

const { product: mul, transpose: T, sum, inverse: inv, scale, number, trace: tr } = make;
type E = Expression;
const [A, B, S, Q, K, X] = [
  sym('A', 'n', 'n'),
  sym('B', 'n', 'n'),
  sym('S', 'n', 'n', 'symmetric'),
  sym('Q', 'n', 'n', 'orthogonal'),
  sym('K', 'n', 'n', 'skew'),
  sym('X', 'n', 'n'),
].map(make.symbol) as [E, E, E, E, E, E];
const d = (e: E): E => make.differential(e, ['X']);

const claims: [string, E, E][] = [
  ['product and sum', mul(sum(A, B), sum(A, B)), sum(mul(A, A), mul(A, B), mul(B, A), mul(B, B))],
  ['trace', tr(mul(A, B, S)), tr(mul(S, T(B), T(A)))],
  ['skew', mul(K, K), T(mul(K, K))],
  ['orthogonal', mul(T(Q), A, Q, T(Q)), mul(T(Q), A)],
  ['inverse', mul(A, inv(mul(B, A)), B), make.identity(['n'])],
  ['log det', d(make.elementwise('log', make.determinant(sum(X, A)))), tr(mul(inv(sum(A, X)), d(X)))],
  [
    'push-through',
    mul(inv(sum(make.identity(['n']), mul(A, B))), A),
    mul(A, inv(sum(make.identity(['n']), mul(B, A)))),
  ],
];
const certified = (lhs: E, rhs: E): Certificate => {
  const answer = prove(statement(lhs, rhs));
  if (answer.outcome !== 'proved') throw new Error(JSON.stringify(answer));
  return answer.certificate;
};

/** Every number, list and word of a certificate, as a way to change it. */
const changes = (value: unknown, put: (v: unknown) => void, random: Random): (() => void)[] => {
  if (typeof value === 'bigint') return [() => put(value + 1n), () => put(0n), () => put(-value)];
  if (typeof value === 'number') return [() => put(value + 1 + below(random, 3)), () => put(value - 1)];
  if (typeof value === 'string') return [() => put('orthonormal'), () => put('no such rule')];
  if (typeof value === 'boolean') return [() => put(!value)];
  if (Array.isArray(value)) {
    const inner = value.flatMap((v, k) =>
      changes(
        v,
        x => {
          value[k] = x;
        },
        random,
      ),
    );
    const own = value.length
      ? [() => put(value.slice(1)), () => put(value.slice(0, -1)), () => put([...value, value[0]])]
      : [];
    return [...inner, ...own];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, v]) =>
    changes(
      v,
      x => {
        (value as Record<string, unknown>)[key] = x;
      },
      random,
    ),
  );
};

/** A corrupted certificate may still be one for a true statement; for a false one it must never be. */
test.each(claims)('%s: no certificate shows a false statement', (name, lhs, rhs) => {
  const random = stream('kernel', name);
  const certificate = certified(lhs, rhs);
  const slips = [scale(number(2), rhs), T(rhs), sum(rhs, rhs)].filter(
    slip => prove(statement(lhs, slip)).outcome !== 'proved',
  );
  expect(slips.length).toBeGreaterThan(0);
  for (const slip of slips) {
    const claim = statement(lhs, slip);
    expect(examined(claim, certificate)).toBeNull();
    for (let k = 0; k < 150; k++) {
      const forged = structuredClone(certificate);
      const ways = changes(forged, () => {}, random);
      ways[below(random, ways.length)]!();
      expect(examined(claim, forged)).toBeNull();
    }
  }
});

test.each(claims)('%s: a certificate with a part missing or out of place is refused', (_, lhs, rhs) => {
  const claim = statement(lhs, rhs);
  const certificate = certified(lhs, rhs);
  const accepts = (forged: Certificate): boolean => replay(claim, forged) !== null;
  expect(accepts(certificate)).toBe(true);
  expect(accepts({ ...certificate, matching: certificate.matching.slice(1) })).toBe(false);
  const [first, ...rest] = certificate.matching;
  expect(
    accepts({ ...certificate, matching: [{ ...first!, members: first!.members.slice(1) }, ...rest] }),
  ).toBe(false);
  expect(accepts({ ...certificate, matching: [...certificate.matching, first!] })).toBe(false);
  expect(accepts({ ...certificate, steps: [...certificate.steps, { rule: 'magic' } as never] })).toBe(false);
  const needed = certificate.steps.filter(
    (_, k) => !accepts({ ...certificate, steps: certificate.steps.toSpliced(k, 1) }),
  );
  if (certificate.steps.length) expect(needed).not.toEqual([]);
  const turned = certificate.matching.map(c => ({
    ...c,
    members: c.members.map(m => ({ ...m, indices: m.indices.map(() => 0) })),
  }));
  const wired = certificate.matching.some(c => c.members.some(m => m.indices.length > 1));
  if (wired) expect(accepts({ ...certificate, matching: turned })).toBe(false);
});

test('a licence that the symbol does not have is refused', () => {
  const certificate = certified(mul(T(Q), A, Q, T(Q)), mul(T(Q), A));
  const P = make.symbol(sym('Q', 'n', 'n'));
  expect(examined(statement(mul(T(P), A, P, T(P)), mul(T(P), A)), certificate)).toBeNull();
});
test('a skew sign is not lost', () => {
  const certificate = certified(mul(K, K), T(mul(K, K)));
  expect(examined(statement(mul(K, K, K), T(mul(K, K, K))), certificate)).toBeNull();
});
test('a multiple that is no number is refused', () => {
  const x = sum(make.symbol(sym('x', 1)), make.symbol(sym('y', 1)));
  const third = make.elementwise('reciprocal', scale(number(3), x));
  const claim = statement(third, scale(number({ num: 1n, den: 3n }), make.elementwise('reciprocal', x)));
  const certificate = certified(claim.lhs, claim.rhs);
  const forged = (num: bigint, den: bigint): Certificate => ({
    ...certificate,
    steps: certificate.steps.map(s => (s.rule === 'scale' ? { ...s, by: { num, den } } : s)),
  });
  expect(certificate.steps.some(s => s.rule === 'scale')).toBe(true);
  expect(examined(claim, forged(3n, 1n))).not.toBeNull();
  for (const [num, den] of [
    [3n, 0n],
    [1n, 0n],
    [6n, 2n],
    [-3n, -1n],
    [0n, 1n],
  ] as const)
    expect(examined(claim, forged(num, den))).toBeNull();
});
test('random certificates for other statements are refused', () => {
  let tried = 0;
  for (let k = 0; k < 300; k++) {
    const g = new Generator(stream('other', `${k}`), STRUCTURED);
    const left = g.expression({ rows: ['n'], cols: ['n'] }, 3);
    const answer = prove(statement(left, g.twisted(left)));
    const wrong = statement(left, g.slipped(left));
    if (answer.outcome !== 'proved' || prove(wrong).outcome === 'proved') continue;
    tried++;
    expect(examined(wrong, answer.certificate)).toBeNull();
  }
  expect(tried).toBeGreaterThan(100);
});

test.each(claims)('%s: a certificate is text, and the text replays', (_, lhs, rhs) => {
  const claim = statement(lhs, rhs);
  const certificate = certified(lhs, rhs);
  const again = fromText(toText(certificate));
  expect(again).toEqual(certificate);
  expect(Theorem.is(replay(claim, again))).toBe(true);
});
test('only the kernel makes theorems', () => {
  const answer = prove(statement(A, A));
  if (answer.outcome !== 'proved') throw new Error('not proved');
  const { theorem } = answer;
  expect(Theorem.is(theorem)).toBe(true);
  expect(Object.isFrozen(theorem)).toBe(true);
  expect(() => new Theorem(Symbol('kernel'), theorem.statement, [])).toThrow(TypeError);
  const lookAlikes = [
    { ...theorem },
    Object.create(Theorem.prototype),
    Object.create(theorem),
    structuredClone({ given: [] }),
    null,
    'theorem',
  ];
  expect(lookAlikes.map(x => Theorem.is(x))).toEqual(lookAlikes.map(() => false));
});
