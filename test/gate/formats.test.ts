// What CI systems read: SARIF, JUnit XML and GitHub's annotations, of the same runs.

import { createRequire } from 'node:module';
import Ajv from 'ajv';
import type { Log, Result } from 'sarif';
import { describe, expect, test } from 'vitest';
import { Baseline } from '../../src/report/baseline.ts';
import { type RenderOptions, report } from '../../src/report/formats.ts';
import type { Run } from '../../src/verdict/verdict.ts';
import { document, everything, judged, proved, refuted, run, supported, text } from '../report/fixtures.ts';
import { wellFormed } from './xml.ts';

const HOSTILE = run(
  document([judged(refuted, { text: 'A = "B" <&> ]]>\u0001\u001b[31m\r\n::set-output name=x::1% %0A' })], {
    path: 'a b,c:d%/<é>&".md',
    problems: [
      { severity: 'warning', code: 'A023', message: 'a\nb', span: { start: 0, end: 3 } },
      { severity: 'error', code: 'T040', message: '<unknown> & "odd"', span: { start: 4, end: 6 } },
    ],
    contradictions: [{ claim: judged(proved).claim, says: ['prove: equal', 'verify: differs'] }],
  }),
);
const UNREAD = run(
  document([], {
    path: 'gone.md',
    text: '',
    problems: [
      { severity: 'error', code: 'F001', message: 'there is no such file', span: { start: 0, end: 0 } },
    ],
  }),
);
const KNOWN: RenderOptions = {
  gate: {
    min: 'verified',
    baseline: new Baseline([
      { path: 'notes.md', what: 'refuted', text: judged(refuted).claim.text, count: 1 },
    ]),
  },
};

const load = createRequire(import.meta.url);
/** The schema of the specification, which is one of draft 4. */
const ajv = new Ajv({ schemaId: 'auto', meta: false, allErrors: true });
ajv.addMetaSchema(load('ajv/lib/refs/json-schema-draft-04.json'));
const valid = ajv.compile(load('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'));

const sarif = async (of: Run, options: RenderOptions = {}): Promise<Log['runs'][number]> => {
  const log: Log = JSON.parse(await report(of, 'sarif', options));
  valid(log);
  expect(valid.errors ?? []).toEqual([]);
  expect(log.version).toBe('2.1.0');
  expect(log.runs).toHaveLength(1);
  return log.runs[0]!;
};
const results = async (of: Run, options: RenderOptions = {}): Promise<Result[]> =>
  (await sarif(of, options)).results ?? [];

/** The rules of the specification (sections 3.19 to 3.49) that the schema does not hold. */
const conforms = (name: string, of: Run, options: RenderOptions = {}): void =>
  test(`${name} conforms`, async () => {
    const { results: all = [], tool, columnKind, invocations = [] } = await sarif(of, options);
    const rules = tool.driver.rules ?? [];
    expect(new Set(rules.map(r => r.id)).size).toBe(rules.length);
    for (const r of rules) {
      expect(r.id).not.toBe('');
      for (const part of [r.shortDescription, r.fullDescription, r.help])
        expect(part?.text).toMatch(/\S.*\.$/s);
    }
    expect(columnKind).toBe('unicodeCodePoints');
    expect(invocations).toHaveLength(1);
    for (const r of all) {
      expect(rules[r.ruleIndex!]?.id).toBe(r.ruleId);
      expect(['none', 'note', 'warning', 'error']).toContain(r.level);
      expect(r.message.text).toMatch(/\S/);
      expect(r.locations).toHaveLength(1);
      const { artifactLocation, region } = r.locations![0]!.physicalLocation!;
      const uri = artifactLocation!.uri!;
      expect(uri).toMatch(/^[\w\-.~/%!*'()]+$/);
      expect(() => decodeURIComponent(uri)).not.toThrow();
      if (!region) continue;
      expect(region.startLine).toBeGreaterThanOrEqual(1);
      expect(region.startColumn).toBeGreaterThanOrEqual(1);
      if (region.endColumn !== undefined) expect(region.endColumn).toBeGreaterThan(region.startColumn!);
    }
  });

describe('SARIF', () => {
  conforms('a run with every verdict', everything);
  conforms('a run below --min', everything, KNOWN);
  conforms('a hostile run', HOSTILE, { version: '1.2.3' });
  conforms('a file that could not be read', UNREAD);
  conforms('an empty run', run());

  test('every failure is a result at its relation sign, with its counterexample', async () => {
    const all = await results(everything);
    expect(all.map(r => r.ruleId)).toEqual(['refuted', 'misfit', 'unreadable']);
    const [first] = all;
    expect(first!.locations![0]!.physicalLocation!.region).toEqual({
      startLine: 3,
      startColumn: 13,
      endColumn: 14,
    });
    expect(text.split('\n')[2]![12]).toBe('=');
    expect(first!.message.text).toContain('counterexample with k = 2, n = 1');
    expect(first!.message.markdown).toContain('```text\n');
  });
  test('a claim below --min is one too', async () => {
    const all = await results(run(document([judged(proved), judged(supported)])), {
      gate: { min: 'proved' },
    });
    expect(all.map(r => [r.ruleId, r.message.text?.split(':')[0]])).toEqual([
      ['below-min', 'supported, which is below --min proved'],
    ]);
  });
  test('what a baseline knows is unchanged and suppressed, the rest is new', async () => {
    const all = await results(everything, KNOWN);
    expect(all.map(r => [r.ruleId, r.baselineState, r.suppressions?.length ?? 0])).toEqual([
      ['below-min', 'new', 0],
      ['refuted', 'unchanged', 1],
      ['misfit', 'new', 0],
      ['unreadable', 'new', 0],
    ]);
  });
  test('exit code and contradictions are told', async () => {
    const hostile = (await sarif(HOSTILE)).invocations![0]!;
    expect(hostile.executionSuccessful).toBe(false);
    expect(hostile.exitCode).toBe(70);
    expect(hostile.toolExecutionNotifications![0]!.message.text).toContain('verify: differs');
    expect((await sarif(everything)).invocations![0]!.exitCode).toBe(1);
  });
  test('a path becomes a reference that resolves to it', async () => {
    const uri = async (path: string): Promise<string> =>
      (await results(run(document([judged(refuted)], { path }))))[0]!.locations![0]!.physicalLocation!
        .artifactLocation!.uri!;
    expect(await uri('./docs/a b.md')).toBe('docs/a%20b.md');
    expect(await uri('/x/é.md')).toBe('file:///x/%C3%A9.md');
    expect(await uri('C:\\x\\a.md')).toBe('file:///C:/x/a.md');
    expect(await uri('a:b.md')).toBe('a%3Ab.md');
  });
});

describe('JUnit XML', () => {
  test.each([
    ['every verdict', everything],
    ['a hostile run', HOSTILE],
    ['an unread file', UNREAD],
    ['an empty run', run()],
  ])('%s is well-formed', async (_, of) => {
    expect(wellFormed(await report(of, 'junit'))).toBeNull();
    expect(wellFormed(await report(of, 'junit', KNOWN))).toBeNull();
  });
  test('counts are those of the cases', async () => {
    const xml = await report(everything, 'junit', KNOWN);
    expect(xml).toContain('<testsuites name="rederive" tests="6" failures="2" errors="1" skipped="1">');
    expect(xml.match(/<testcase /g)).toHaveLength(6);
    expect(xml.match(/<failure /g)).toHaveLength(2);
    expect(xml.match(/<error /g)).toHaveLength(1);
    expect(xml).toContain('<skipped message="known from the baseline: refuted"/>');
  });
  test('a line break in a name stays one', async () =>
    expect(await report(run(document([], { path: 'a\r\n\tb.md' })), 'junit')).toContain(
      'name="a&#13;&#10;&#9;b.md"',
    ));
  test('text from a document stays text', async () => {
    const xml = await report(HOSTILE, 'junit');
    for (const c of ['\u0001', '\u001b']) expect(xml).not.toContain(c);
    expect(xml).toContain('&lt;unknown&gt; &amp; &quot;odd&quot;');
    expect(xml).toContain('file="a b,c:d%/&lt;é&gt;&amp;&quot;.md"');
  });
});

describe('GitHub annotations', () => {
  const lines = async (of: Run, options: RenderOptions = {}): Promise<string[]> =>
    (await report(of, 'github', options)).trimEnd().split('\n');
  test('one command a failure, at its place', async () => {
    const all = await lines(everything);
    expect(
      all.map(l => /^::(\w+) file=notes\.md,line=3,col=13,title=rederive%3A (\w+)::/.exec(l)?.slice(1)),
    ).toEqual([['error', 'refuted'], ['error', 'misfit'], ['error', 'unreadable'], undefined]);
    expect(all[0]).toContain('%0Acounterexample with k = 2, n = 1');
    expect(all.at(-1)).toBe('rederive: 1 proved, 1 verified, 1 supported, 1 refuted, 1 misfit, 1 unreadable');
  });
  test('no document speaks to the runner', async () => {
    const all = await lines(HOSTILE);
    expect(all.filter(l => l.startsWith('::')).map(l => l.split(' ')[0])).toEqual([
      '::error',
      '::error',
      '::warning',
      '::error',
    ]);
    expect(all).toHaveLength(5);
    expect(all[0]).toMatch(/^::error file=a b%2Cc%3Ad%25\/<é>&"\.md,line=3,/);
    expect(all[0]).toContain('1%25 %250A');
  });
  test('what a baseline knows is a notice', async () => {
    const all = await lines(everything, KNOWN);
    expect(all.map(l => /^::(\w+)/.exec(l)?.[1])).toEqual(['error', 'notice', 'error', 'error', undefined]);
    expect(all.at(-1)).toContain('1 known from the baseline');
  });
});
