import { expect, test } from 'vitest';
import { Namer, type Term, Unifier, type Variable } from '../../src/elaborate/unify.ts';

const u = (): { unifier: Unifier; a: Variable; b: Variable; c: Variable } => {
  const unifier = new Unifier();
  return { unifier, a: unifier.fresh(), b: unifier.fresh(), c: unifier.fresh() };
};

test.each<[string, (v: ReturnType<typeof u>) => [Term, Term], boolean, string]>([
  ['equal names', () => [['n'], ['n']], true, ''],
  ['different names', () => [['n'], ['m']], false, ''],
  ['a name and an integer', () => [['n'], [3]], false, ''],
  ['1 and a name', () => [[], ['n']], false, ''],
  ['a variable takes a name', v => [[v.a], ['n']], true, 'a=n'],
  ['a variable takes 1', v => [[v.a], []], true, 'a='],
  ['a variable takes a product', v => [[v.a], ['m', 3]], true, 'a=m·3'],
  [
    'products factor by factor',
    v => [
      [v.a, v.b],
      ['m', 'n'],
    ],
    true,
    'a=m b=n',
  ],
  [
    'a common factor is taken off',
    v => [
      ['k', v.a],
      ['k', 'm', 'n'],
    ],
    true,
    'a=m·n',
  ],
  ['both factors become 1', v => [[v.a, v.b], []], true, 'a= b='],
  [
    'the same product in another order',
    () => [
      ['m', 'n'],
      ['n', 'm'],
    ],
    true,
    '',
  ],
  [
    'nothing is bound when a later factor clashes',
    v => [
      [v.a, 'n'],
      ['k', 'm'],
    ],
    false,
    '',
  ],
  ['no variable holds itself', v => [[v.a], ['n', v.a]], false, ''],
])('%s', (_, terms, succeeds, bound) => {
  const v = u();
  const [left, right] = terms(v);
  expect(v.unifier.unify(left, right)).toBe(succeeds);
  const shown = (['a', 'b', 'c'] as const)
    .filter(k => v[k].bound)
    .map(k => `${k}=${v.unifier.resolve([v[k]]).join('·')}`);
  expect(shown.join(' ')).toBe(bound);
});

test('a failed attempt leaves no trace', () => {
  const { unifier, a, b } = u();
  expect(unifier.attempt(() => unifier.unify([a], ['n']) && unifier.unify([b], [a]) && false)).toBe(false);
  expect([a.bound, b.bound]).toEqual([null, null]);
});

test('undetermined dimensions get names that are not taken, one each', () => {
  const { unifier, a, b } = u();
  const namer = new Namer(unifier, new Set(['n', 'p']));
  expect(namer.dimension([a])).toEqual(['m']);
  expect(namer.dimension([b, a])).toEqual(['q', 'm']);
});
