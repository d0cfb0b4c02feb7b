import { describe, expect, test } from 'vitest';
import {
  Baseline,
  BaselineError,
  baselineOf,
  decodeBaseline,
  encodeBaseline,
} from '../../src/report/baseline.ts';
import { failureOf, findings, withoutKnown } from '../../src/report/gate.ts';
import { exitCode } from '../../src/report/summary.ts';
import { VERDICTS, type Verdict } from '../../src/verdict/verdict.ts';
import { document, judged, misfit, proved, refuted, run, supported, unreadable } from '../report/fixtures.ts';

const of = (verdict: Verdict, text: string) => judged(verdict, { text });
const OLD = run(
  document([of(refuted, 'a = b'), of(refuted, 'a = b'), of(proved, 'c = c'), of(unreadable, 'd = ?')], {
    problems: [
      { severity: 'error', code: 'D003', message: 'A is declared twice', span: { start: 0, end: 1 } },
    ],
  }),
  document([of(misfit, 'e = f')], { path: 'other.md' }),
);
const adopted = baselineOf(OLD, findings(OLD));
const codeOf = (r: typeof OLD, baseline: Baseline): number =>
  exitCode(withoutKnown(r, findings(r, { min: 'supported', baseline })));

describe('a baseline', () => {
  test('lets pass what it was made of', () => {
    expect(exitCode(OLD)).toBe(1);
    expect(codeOf(OLD, adopted)).toBe(0);
  });
  test('is sorted, without dates or lines, and survives its file', () => {
    const text = encodeBaseline(adopted);
    expect(JSON.parse(text).known).toEqual([
      { path: 'notes.md', what: 'D003', text: 'A is declared twice' },
      { path: 'notes.md', what: 'refuted', text: 'a = b', count: 2 },
      { path: 'notes.md', what: 'unreadable', text: 'd = ?' },
      { path: 'other.md', what: 'misfit', text: 'e = f' },
    ]);
    expect(encodeBaseline(decodeBaseline(text))).toBe(text);
  });
  const fails = (name: string, changed: typeof OLD, code: number): void =>
    test(`${name} fails`, () => expect(codeOf(changed, adopted)).toBe(code));
  fails('a new claim', run(document([of(refuted, 'new = false')])), 1);
  fails('a known one once more', run(document([1, 2, 3].map(() => of(refuted, 'a = b')))), 1);
  fails('a claim that got worse', run(document([of(refuted, 'd = ?')])), 1);
  fails('the same claim in another document', run(document([of(refuted, 'a = b')], { path: 'third.md' })), 1);
  fails(
    'a new error of the document',
    run(
      document([], {
        problems: [{ severity: 'error', code: 'D004', message: 'new', span: { start: 0, end: 1 } }],
      }),
    ),
    2,
  );
  fails(
    'a contradiction of judges',
    run(document([], { contradictions: [{ claim: judged(proved).claim, says: [] }] })),
    70,
  );

  test('tells what is stale, of judged documents only', () => {
    const now = run(document([of(refuted, 'a = b')]));
    const found = findings(now, { min: 'supported', baseline: adopted });
    expect(
      adopted
        .stale(now, found)
        .map(e => e.text)
        .sort(),
    ).toEqual(['A is declared twice', 'a = b', 'd = ?']);
    expect(adopted.stale(OLD, findings(OLD, { min: 'supported', baseline: adopted }))).toEqual([]);
  });
  test('written anew keeps the entries of documents that were not judged', () => {
    const now = run(document([of(refuted, 'g = h')]));
    expect(baselineOf(now, findings(now), adopted).entries.map(e => e.text)).toEqual(['e = f', 'g = h']);
  });
  test('does not let a file pass that cannot be read', () => {
    const gone = run(
      document([], {
        text: '',
        problems: [
          { severity: 'error', code: 'F001', message: 'there is no such file', span: { start: 0, end: 0 } },
        ],
      }),
    );
    const all = new Baseline([{ path: 'notes.md', what: 'F001', text: 'there is no such file', count: 1 }]);
    expect(codeOf(gone, all)).toBe(2);
  });
  test('knows claims below --min', () => {
    const weak = run(document([of(supported, 'w = w')]));
    const gate = { min: 'proved' as const };
    const found = findings(weak, { ...gate, baseline: baselineOf(weak, findings(weak, gate)) });
    expect(found.map(f => [f.failure, f.known])).toEqual([['below-min', true]]);
  });
});

describe('a baseline file', () => {
  const refused = (name: string, text: string, why: RegExp): void =>
    test(`${name} is refused`, () => {
      expect(() => decodeBaseline(text)).toThrow(BaselineError);
      expect(() => decodeBaseline(text)).toThrow(why);
    });
  const file = (changes: object): string =>
    JSON.stringify({ format: 'rederive baseline', version: 1, known: [], ...changes });
  refused('half of one', encodeBaseline(adopted).slice(0, 100), /no JSON/);
  refused('something else', '{"known": []}', /no baseline of Rederive/);
  refused('a list', '[]', /no baseline of Rederive/);
  refused('one of another version', file({ version: 2 }), /version 2, this program reads version 1/);
  refused('one without a list', file({ known: {} }), /no list "known"/);
  refused('one with a broken entry', file({ known: [{ path: 'a', what: 'refuted' }] }), /entry 1 needs/);
  refused(
    'one that counts 0',
    file({ known: [{ path: 'a', what: 'b', text: 'c', count: 0 }] }),
    /entry 1 counts 0/,
  );
});

describe('the gate', () => {
  test.each(['proved', 'verified', 'supported'] as const)('--min %s', min => {
    const passing = VERDICTS.filter(v => failureOf(v, min) === null);
    expect(passing).toEqual(VERDICTS.slice(0, VERDICTS.indexOf(min) + 1));
  });
});
