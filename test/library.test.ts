// The library's door: four functions compose, two declare, and bad declarations are refused by name.

import { describe, expect, test } from 'vitest';
import { derivation, elaborate, type IdentityRow, identity, judge, read, report } from '../src/index.ts';

const good: IdentityRow = {
  name: 'transpose of a product',
  where: 'A: m×n, B: n×p',
  claim: '(A B)ᵀ = Bᵀ Aᵀ',
  source: 'Magnus & Neudecker 2019, ch. 1 §3',
};

test('read → elaborate → judge → report', async () => {
  const text = 'Let $A$, $B$ be $n \\times n$. $$(AB)^\\top = B^\\top A^\\top$$ $$AB = BA$$';
  const document = await judge(elaborate(read(text)));
  expect(document.claims.map(c => c.verdict.name)).toEqual(['proved', 'refuted']);
  const json = JSON.parse(await report({ seed: 'rederive', documents: [document] }, 'json'));
  expect(json.summary).toMatchObject({ proved: 1, refuted: 1 });
});
test('the same seed gives the same bytes, another one does not', async () => {
  const run = async (seed: string): Promise<string> => {
    const of = derivation('Let $x$ be an $n$-vector. $$x^T x = 2 x^T x$$', { path: 'a.md' });
    return report({ seed, documents: [await judge(of, { seed })] }, 'json');
  };
  expect(await run('one')).toBe(await run('one'));
  expect(await run('one')).not.toBe(await run('two'));
});
test('an identity is judged', async () => {
  const [only] = (await judge(identity(good))).claims;
  expect(only?.verdict.name).toBe('proved');
  expect(only?.claim.id).toBe('transpose-of-a-product');
});

describe('refused by name', () => {
  test.each<[string, Partial<IdentityRow>, RegExp]>([
    ['no name', { name: ' ' }, /has no name/],
    ['no source', { source: '' }, /"transpose of a product": it has no source/],
    ['an undeclared symbol', { where: 'A: m×n' }, /B is not declared; add it to "where"/],
    ['shapes that clash', { where: 'A: m×n, B: m×p' }, /product of m×n and m×p/],
    ['no claim', { claim: 'A B' }, /0 claims instead of one/],
    ['two claims', { claim: '(A B)ᵀ = Bᵀ Aᵀ = Bᵀ Aᵀ' }, /2 claims instead of one/],
    ['a where that does not read', { where: 'A is big' }, /A is big/],
  ])('%s', (_, change, message) => {
    expect(() => identity({ ...good, ...change })).toThrow(message);
  });
  test('a derivation without a claim', () => {
    expect(() => derivation('Only prose.', { path: 'prose.md' })).toThrow(
      /"prose.md" holds no claim: there is no/,
    );
  });
});
