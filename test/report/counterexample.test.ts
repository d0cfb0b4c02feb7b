import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import {
  claimOf,
  counterexampleFiles,
  decodeCounterexample,
  encodeCounterexample,
  type StoredCounterexample,
} from '../../src/report/counterexample.ts';
import {
  readCounterexample,
  storedCounterexamples,
  writeAtomically,
  writeReports,
} from '../../src/report/files.ts';
import { counterexampleName } from '../../src/report/words.ts';
import { counterexample, document, judged, proved, refuted, run, statement, verdict } from './fixtures.ts';

const root = mkdtempSync(join(tmpdir(), 'rederive-'));
afterAll(() => rmSync(root, { recursive: true }));
const around = { path: 'notes.md', seed: 's', reports: 'reports' };
const files = counterexampleFiles(judged(refuted), around)!;

describe('a counterexample file', () => {
  test('reads back as it was, on its own', () => {
    const stored = decodeCounterexample(files.json);
    expect(stored).toMatchObject({
      version: 1,
      id: 'notes-3-1',
      path: 'notes.md',
      line: 3,
      seed: 's',
      layout: null,
    });
    expect(stored.counterexample).toEqual(counterexample);
    expect(stored.statement).toEqual(statement);
    expect(claimOf(stored).readings[0]!.content).toEqual({ statement });
  });
  test('is the same every time', () => expect(counterexampleFiles(judged(refuted), around)).toEqual(files));
  test('is not made without a counterexample', () => {
    expect(counterexampleFiles(judged(proved), around)).toBeNull();
    expect(counterexampleFiles(judged(verdict('misfit')), around)).toBeNull();
  });
  test('for people draws it and names the replay', () => {
    for (const part of [
      '# Refuted: `(AB)ᵀ = Aᵀ Bᵀ`',
      '`notes.md:3:13`',
      'A = ⎡1⎤   B = [1/2 -1]',
      'rederive check --replay reports/notes-3-1.json',
      '```python\nimport numpy as np',
      '```octave\n1;',
      '```julia\nusing LinearAlgebra',
    ])
      expect(files.markdown).toContain(part);
  });
});

describe('a file that cannot be trusted is refused', () => {
  const refuses = (name: string, text: string, why: RegExp): void =>
    test(name, () => expect(() => decodeCounterexample(text)).toThrow(why));
  refuses('cut', files.json.slice(0, 200), /no JSON: the file was cut/);
  refuses('edited', files.json.replace('"1/2"', '"1/3"'), /it was edited/);
  refuses('without its digest', files.json.replace(/,\s*"digest": "\w+"/, ''), /it was edited/);
  refuses(
    'of another version',
    files.json.replace('"version": 1', '"version": 7'),
    /version 7, this program reads version 1/,
  );
  refuses('something else', '{"a": 1}', /no counterexample of Rederive/);
  refuses('empty', '', /no JSON/);
  refuses('a list', '[]', /no counterexample/);
  refuses('with a mark of byte order', `\uFEFF${files.json}`, /no JSON/);
  refuses('of deep brackets', '['.repeat(100_000), /no JSON/);

  /** Written by something else that knows the digest. */
  const forged = (name: string, part: Readonly<Record<string, unknown>>, why: RegExp): void => {
    const stored = {
      ...decodeCounterexample(files.json),
      ...part,
      digest: undefined,
    } as unknown as StoredCounterexample;
    refuses(name, encodeCounterexample(stored), why);
  };
  const within = (part: Readonly<Record<string, unknown>>) => ({
    counterexample: { ...counterexample, ...part },
  });
  const [first] = counterexample.values;
  const matrix = (part: Readonly<Record<string, unknown>>) =>
    within({ values: [{ ...first, entries: { ...first!.entries, ...part } }] });
  const noMatrices = /its counterexample.values is not a list of named matrices/;
  forged(
    'without a counterexample',
    { counterexample: undefined },
    /its counterexample.dimensions is not sizes/,
  );
  forged('with a huge size', within({ dimensions: { n: 1e9 } }), /is not sizes from 1 to 1000/);
  forged('with a negative size', within({ dimensions: { n: -1 } }), /is not sizes/);
  forged('with half a size', within({ dimensions: { n: 1.5 } }), /is not sizes/);
  forged(
    'with indices in words',
    within({ indices: { i: 'one' } }),
    /its counterexample.indices is not indices/,
  );
  forged('without values', within({ values: undefined }), noMatrices);
  forged('with values by name', within({ values: { A: 1 } }), noMatrices);
  forged('with too few entries', matrix({ data: [] }), noMatrices);
  forged('with numbers for texts', matrix({ data: [1] }), noMatrices);
  forged('with rows that are not there', matrix({ rows: 1e9 }), noMatrices);
  forged('without a side', within({ lhs: null }), /its counterexample.lhs is not a matrix/);
  forged('exact in words', within({ exact: 'yes' }), /its counterexample.exact is not true or false/);
  forged('without a statement', { statement: undefined }, /its statement is not a statement/);
  forged(
    'with an unknown operator',
    { statement: { ...statement, lhs: { ...statement.lhs, op: 'explode' } } },
    /its statement is not a statement that this version can read/,
  );
  forged('with a number for an id', { id: 7 }, /its id is not a text/);
});

describe('names', () => {
  const names = (id: string, name: string): void =>
    test(name, () => expect(counterexampleName(id)).toBe(name));
  names('seed-22-3', 'seed-22-3');
  names('../../etc/passwd', 'etc-passwd');
  names('traces/A B', 'traces-A-B');
  names('…', 'claim');
  names('x'.repeat(300), 'x'.repeat(100));
});

describe('on disk', () => {
  test('reports land under stable names and are tried again', async () => {
    const dir = join(root, 'reports');
    const paths = await writeReports(dir, run(document([judged(proved, { id: 'n-1-1' }), judged(refuted)])));
    expect(paths).toEqual([join(dir, 'notes-3-1.json')]);
    expect(readdirSync(dir).sort()).toEqual(['notes-3-1.json', 'notes-3-1.md']);
    expect((await readCounterexample(paths[0]!)).id).toBe('notes-3-1');
    expect(storedCounterexamples(dir, ['n-1-1', 'notes-3-1'])).toEqual(
      new Map([['notes-3-1', counterexample]]),
    );
  });
  test('a bad stored file is told and stops nothing', async () => {
    const dir = join(root, 'bad');
    await writeReports(dir, run(document([judged(refuted), judged(refuted, { id: 'other' })])));
    writeFileSync(join(dir, 'other.json'), '{');
    const told: string[] = [];
    const found = storedCounterexamples(dir, ['notes-3-1', 'other'], message => told.push(message));
    expect([...found.keys()]).toEqual(['notes-3-1']);
    expect(told).toEqual([expect.stringContaining('other.json is not used: it is no JSON')]);
  });
  test('nothing is made for a run that holds', async () => {
    expect(await writeReports(join(root, 'none'), run(document([judged(proved)])))).toEqual([]);
    expect(readdirSync(root)).not.toContain('none');
  });
  test('a missing file says so', () =>
    expect(readCounterexample(join(root, 'gone.json'))).rejects.toThrow('it cannot be read: ENOENT'));
  test('a file is replaced whole, and a failed write leaves nothing', async () => {
    const file = join(root, 'deep', 'a.txt');
    await Promise.all(['one', 'two', 'three'].map(text => writeAtomically(file, text.repeat(10_000))));
    expect(readFileSync(file, 'utf8')).toMatch(/^(one|two|three)\1{9999}$/);
    await expect(writeAtomically(join(root, 'deep'), 'x')).rejects.toThrow();
    expect(readdirSync(root).filter(f => f.endsWith('.tmp'))).toEqual([]);
    expect(readdirSync(join(root, 'deep'))).toEqual(['a.txt']);
  });
});
