// One slip in a true derivation: the first false line is refuted (or does not fit), the lines around it keep their verdicts.

import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { elaborate, type JudgedDocument, judge, read, replay } from '../src/index.ts';

const PATH = 'test/documents/hadamard-post.txt';
const text = readFileSync(PATH, 'utf8');
const check = (source: string): Promise<JudgedDocument> => judge(elaborate(read(source, { path: PATH })));
const verdicts = (d: JudgedDocument): string[] => d.claims.map(c => c.verdict.name);

describe('the derivation as written', () => {
  let document: JudgedDocument;
  beforeAll(async () => {
    document = await check(text);
  });

  test('has 13 relations, all proved', () => expect(verdicts(document)).toEqual(Array(13).fill('proved')));
  test('its conclusion is in denominator layout, and says what numerator layout would be', () => {
    const conclusion = document.claims.at(-1)!.verdict;
    expect(conclusion.layout).toBe('denominator');
    expect(conclusion.notes.join()).toContain('numerator-layout Jacobian');
  });
  test('finite differences confirm the conclusion with second order', () => {
    const differences = document.claims.at(-1)!.verdict.evidence.finiteDifferences!;
    expect(differences.order).toBeGreaterThan(1.9);
    expect(differences.worst).toBeLessThan(1);
    expect(differences.steps.length).toBeGreaterThan(3);
  });
  test('names the declarations it understood', () => {
    const shapes = new Map(document.understood.map(u => [u.name, u]));
    expect(shapes.get('A')?.shape).toEqual({ rows: ['k'], cols: ['n'] });
    expect(shapes.get('X')?.shape).toEqual({ rows: ['n'], cols: [3] });
    expect(shapes.get('W')?.structure).toEqual(['diagonal']);
    expect(shapes.get('A')?.structure).toEqual([]);
  });
  test('losing only the outer transpose is no slip: numerator layout', async () => {
    const lost = await check(text.replace(/\^\{T\} (?=\$\$\s+Is)/, ''));
    expect(verdicts(lost)).toEqual(Array(13).fill('proved'));
    expect(lost.claims.at(-1)!.verdict.layout).toBe('numerator');
  });
});

/** What is written wrongly, where the text has it (which occurrence), and the claims (from 1) that become false. */
const slips: [string, (t: string) => string, number[], string][] = [
  [
    'the factors of 1ᵀ ⊗ W are swapped',
    t => nth(t, '\\mathbf{1}_{3}^{T} \\otimes \\mathbf{W}', 3, '\\mathbf{W} \\otimes \\mathbf{1}_{3}^{T}'),
    [10, 11],
    'refuted',
  ],
  [
    'the 2 is dropped',
    t => nth(t, 'vec \\left(2\\mathbf{AX}\\right)', 1, 'vec \\left(\\mathbf{AX}\\right)'),
    [9, 10],
    'refuted',
  ],
  [
    'a sign is flipped',
    t => nth(t, ' + \\mathbf{W} d \\left[', 1, ' - \\mathbf{W} d \\left['),
    [2, 3],
    'refuted',
  ],
  [
    'a Hadamard product stands for a product',
    t =>
      nth(
        t,
        '&= \\mathbf{W} \\left[2\\mathbf{\\left(AX\\right)} \\odot d',
        1,
        '&= \\mathbf{W} \\left[2\\mathbf{\\left(AX\\right)} d',
      ),
    [6],
    'misfit',
  ],
  [
    'vec of the wrong factor',
    t =>
      nth(
        t,
        'diag\\left(2 \\mathbf{vec \\left(AX\\right)}\\right) vec \\left(\\mathbf{A} d',
        1,
        'diag\\left(2 \\mathbf{vec \\left(A\\, dX\\right)}\\right) vec \\left(\\mathbf{A} d',
      ),
    [10, 11],
    'refuted',
  ],
  [
    'diag becomes plain vec',
    t =>
      nth(
        t,
        'diag\\left(2 \\mathbf{vec \\left(AX\\right)}\\right)',
        1,
        '\\left(2 \\mathbf{vec \\left(AX\\right)}\\right)',
      ),
    [10, 11],
    'misfit',
  ],
];

const nth = (t: string, find: string, n: number, put: string): string => {
  let at = -1;
  for (let i = 0; i < n; i++) at = t.indexOf(find, at + 1);
  if (at < 0) throw new Error(`the document has no ${find}`);
  return t.slice(0, at) + put + t.slice(at + find.length);
};

describe.each(slips)('%s', (_, slip, wrong, how) => {
  let document: JudgedDocument;
  beforeAll(async () => {
    document = await check(slip(text));
  });

  test('exactly the relations next to the slip are false', () => {
    expect(document.claims.length).toBe(13);
    const bad = verdicts(document).flatMap((v, i) => (v === 'proved' ? [] : [i + 1]));
    expect(bad).toEqual(wrong);
    expect(document.claims[wrong[0]! - 1]!.verdict.name).toBe(how);
  });
  test('the refutation replays exactly with small integers', async () => {
    const { claim, verdict } = document.claims[wrong[0]! - 1]!;
    if (how === 'misfit') {
      expect(verdict.problem?.message).toMatch(/×/);
      expect(verdict.problem?.expected).toBeTruthy();
      return;
    }
    const found = verdict.counterexample!;
    expect(found.exact).toBe(true);
    const entries = [...found.values, ...found.directions].flatMap(v => v.entries.data);
    expect(entries.every(e => /^-?[0-2]$/.test(e))).toBe(true);
    const elaborated = elaborate(read(slip(text), { path: PATH }));
    expect((await replay(elaborated, claim.id, found)).differ).toBe(true);
  });
});
