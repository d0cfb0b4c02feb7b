// The table refuses bad rows, naming file, row and fix; pins cover everything in properties/ and nothing else.

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { departure, inadmissible, PINS, pinsText, readPins } from '../../properties/catalogue/pins.ts';
import {
  type Chapter,
  chapterNames,
  derivationNames,
  loadChapter,
  loadDerivation,
  loadMistakes,
  mistakesOf,
  twins,
  unitsOf,
} from '../../properties/catalogue/table.ts';
import type { Unit } from '../../properties/catalogue/unit.ts';
import { slug } from '../../src/elaborate/identity.ts';
import { children, type Expression } from '../../src/expression/expression.ts';
import { FUNCTIONS } from '../../src/expression/functions.ts';
import type { IdentityRow } from '../../src/index.ts';

const good: IdentityRow = {
  name: 'trace of a product',
  where: 'A: m×n, B: n×m',
  claim: 'tr(A B) = tr(B A)',
  source: 'Horn & Johnson 2013, ch. 1',
};
const chapter = (name: string, ...rows: IdentityRow[]): Chapter => ({
  name,
  file: `properties/${name}.ts`,
  about: name,
  rows,
});

test('a good row is taken', () => {
  expect(unitsOf([chapter('trace', good)])).toHaveLength(1);
});

const BAD: readonly [what: string, row: Partial<IdentityRow>, says: RegExp][] = [
  ['an undeclared letter', { where: 'A: m×n' }, /B is not declared; add it to "where"/],
  ['an undeclared letter in a condition of size', { claim: 'tr(A B) = tr(B A C)' }, /C is not declared/],
  ['no name', { name: ' ' }, /it has no name/],
  ['no source', { source: '' }, /it has no source/],
  ['shapes that do not fit', { claim: 'tr(A A) = tr(B B)' }, /m.*n/],
  ['sides that do not fit', { claim: 'A B = B A' }, /m.*n/],
  ['no claim', { claim: 'tr(A B)' }, /0 claims instead of one/],
  ['two claims', { claim: 'tr(A B) = tr(B A) = tr(A B)' }, /2 claims instead of one/],
  ['what is no mathematics', { claim: 'tr(A B = tr(B A)' }, /trace of a product/],
  ['a declaration that is not understood', { where: 'A: m×n, B: wobbly n×m' }, /"wobbly" is not understood/],
  ['a letter declared twice', { where: 'A: m×n, B: n×m, A: n×n' }, /A is declared twice/],
  ['a derivative without its layout', { claim: '∂(A B)/∂A = Bᵀ ⊗ I_m' }, /add "layout"/],
];

test.each(BAD)('%s is refused, naming file and row', (_, change, says) => {
  const row = { ...good, ...change };
  const refused = (): unknown => unitsOf([chapter('trace', row)]);
  expect(refused).toThrow(says);
  expect(refused).toThrow(`properties/trace.ts: identity "${row.name}"`);
});

test('every bad row is named at once', () => {
  const bad = [
    { ...good, source: '' },
    { ...good, name: 'another', where: 'A: m×n' },
  ];
  expect(() => unitsOf([chapter('trace', ...bad)])).toThrow(/trace of a product[\s\S]*another/);
});

test('two rows of one name are refused, over files too, and over what would be one file name', () => {
  const twin = { ...good, name: 'Trace — of a product', claim: 'tr(B A) = tr(A B)' };
  expect(() => unitsOf([chapter('trace', good), chapter('vec', twin)])).toThrow(
    'properties/vec.ts: identity "Trace — of a product": "trace of a product" in properties/trace.ts has this name already; rename one of them',
  );
});

test('a row that says what another one says is refused', () => {
  const twin = { ...good, name: 'cyclic trace', source: 'elsewhere' };
  expect(() => unitsOf([chapter('trace', good), chapter('vec', twin)])).toThrow(
    'properties/vec.ts: identity "cyclic trace": "trace of a product" in properties/trace.ts says the same already; keep one of them, with both sources',
  );
});

const all = async (): Promise<Unit[]> => [
  ...unitsOf(await Promise.all(chapterNames().map(loadChapter))),
  ...mistakesOf(await loadMistakes()),
  ...derivationNames().map(loadDerivation),
];

test('the three test files judge every chapter once', () => {
  const parts = [chapterNames('a', 'e'), chapterNames('f', 'k'), chapterNames('l', 'z')];
  expect(parts.flat()).toEqual(chapterNames());
  expect(Math.min(...parts.map(p => p.length))).toBeGreaterThan(0);
});

test('names are unique over identities and mistakes', async () => {
  const chapters = await Promise.all(chapterNames().map(loadChapter));
  expect(twins([...chapters, await loadMistakes()])).toEqual([]);
});

test('every claim has its pin, and every pin its claim', async () => {
  const claims = (await all()).flatMap(u => u.claims.map(c => `${u.chapter}: ${c.name}`));
  const pins = [...readPins()].flatMap(([name, rows]) => [...rows.keys()].map(row => `${name}: ${row}`));
  expect(pins.toSorted()).toEqual(claims.toSorted());
});

test('pins are written sorted, in one way only', () => {
  const text = readFileSync(PINS, 'utf8');
  expect(pinsText(readPins())).toBe(text);
});

const [row] = unitsOf([chapter('trace', good)]);
const [claim] = row!.claims;
const pins = new Map([['trace', new Map([[good.name, 'verified' as const]])]]);

test.each([
  ['verified', null],
  [
    'proved',
    'trace: "trace of a product": it is pinned as verified and is now proved; if that is meant, accept it: npm run catalogue -- --accept',
  ],
  [
    'supported',
    'trace: "trace of a product": it is pinned as verified and is now supported; if that is meant, accept it: npm run catalogue -- --accept',
  ],
  ['refuted', 'trace: "trace of a product": it has to hold and is refuted'],
  ['unreadable', 'trace: "trace of a product": it has to hold and is unreadable'],
] as const)('a row pinned as verified that is %s', (now, says) => {
  expect(departure(pins, row!, claim!, now)).toBe(says);
});

test('a row without a pin fails until it is accepted', () => {
  expect(departure(new Map(), row!, claim!, 'proved')).toMatch(/not pinned in reports\/verdicts.json yet/);
});

test('a mistake that holds can never be pinned', () => {
  expect(inadmissible({ name: 'm', text: '', mistake: true }, 'proved')).toBe(
    'it has to be refuted and is proved',
  );
  expect(inadmissible({ name: 'm', text: '', mistake: true }, 'misfit')).toBeNull();
});

test('at least 85 % of the identities are proved', () => {
  const verdicts = chapterNames().flatMap(name => [...readPins().get(name)!.values()]);
  expect(verdicts.filter(v => v === 'proved').length / verdicts.length).toBeGreaterThan(0.85);
});

/** What no field knows exactly: exponentials, logarithms, roots, the roots of polynomials that eigenvalues are, and everything made of them. */
const transcendental = (e: Expression): boolean =>
  e.op === 'matrixFunction' ||
  e.op === 'eigen' ||
  (e.op === 'elementwise' && FUNCTIONS.has(e.fn)) ||
  children(e).some(transcendental);

test('only rows with transcendental functions or eigenvalues are merely supported', async () => {
  const pins = readPins();
  const offenders = unitsOf(await Promise.all(chapterNames().map(loadChapter)))
    .filter(u => pins.get(u.chapter)?.get(u.claims[0]!.name) === 'supported')
    .filter(u => {
      const { content } = u.document.claims[0]!.readings[0]!;
      return (
        !('statement' in content) || ![content.statement.lhs, content.statement.rhs].some(transcendental)
      );
    });
  expect(offenders.map(u => slug(u.claims[0]!.name))).toEqual([]);
});
