import { describe, expect, test } from 'vitest';
import { FORMATS, report } from '../../src/report/formats.ts';
import { json, jsonOf } from '../../src/report/json.ts';
import { markdown } from '../../src/report/markdown.ts';
import { pretty } from '../../src/report/pretty.ts';
import schema from '../../src/report/schema.json' with { type: 'json' };
import { columns } from '../../src/report/text.ts';
import { describeVerdict, evidenceLine } from '../../src/report/words.ts';
import { claim, document, entries, everything, judged, proved, refuted, run, verdict } from './fixtures.ts';
import { conform } from './schema.ts';

const says = (name: string, text: () => string, ...parts: string[]): void =>
  test.each(parts)(`${name} says %s`, part => expect(text()).toContain(part));

describe('pretty', () => {
  says(
    'a run with every verdict',
    () => pretty(everything, { reports: 'out', width: 200 }),
    'A  k×n  diagonal, varies  declared, line 1',
    'layout denominator layout for vector and matrix functions',
    '✓ 3:13  proved      (AB)ᵀ = Aᵀ Bᵀ',
    'given: A invertible',
    'layout: denominator',
    'note: the numerator-layout Jacobian is the transpose of this',
    'observed order 2.00, worst error 0.25 of its bound',
    'using A⁻¹ A = I',
    '✓ 3:13  verified ',
    '8 exact trials at k=1; k=2; k=3; k=4; and 1 more',
    'error probability at most 2⁻¹²⁰; other shapes are not covered',
    'abstained: prove: the operator pseudoInverse is not a network',
    '≈ 3:13  supported ',
    '✗ 3:13  refuted ',
    'read as: (A B)ᵀ = A B',
    'counterexample with k = 2, n = 1, checked again in exact arithmetic:',
    'A = ⎡1⎤   B = [1/2 -1]',
    'left = ⎡1/2 0⎤   right = ⎡1/2 -1⎤',
    '       ⎣ -1 0⎦           ⎣  0  0⎦',
    'first difference: entry (1, 2) is 0 on the left, -1 on the right',
    'replay: rederive check --replay out/notes-3-4.json',
    '⊘ 3:13  misfit ',
    'notes.md:3:15: error[H001]: product of n×k and k×n',
    '3 | $$(AB)^\\top = A^\\top B^\\top$$\n         |               ^^^^^^^^^^^^^^^\n         = expected',
    '= expected: both need the same shape',
    '= fix: swap the two factors',
    '? 3:13  unreadable ',
    'T040',
    '2  defines      F(X) = AX',
    '1 proved, 1 verified, 1 supported, 1 refuted, 1 misfit, 1 unreadable',
  );
  test('what a proof makes redundant is left out', () => {
    const text = pretty(run(document([judged(proved)])));
    expect(text).not.toContain('40 exact trials');
    expect(describeVerdict(claim(), proved)).toContain('40 exact trials');
  });
  test('colour comes only when asked for', () => {
    expect(pretty(everything)).not.toContain('\u001b');
    expect(pretty(everything, { color: true })).toContain('\u001b[31mrefuted');
  });
  test('long claims are wrapped to the width', () => {
    const long = judged(verdict('supported'), { text: Array(60).fill('A').join(' + ') });
    const lines = pretty(run(document([long])), { width: 60 }).split('\n');
    expect(Math.max(...lines.map(columns))).toBeLessThanOrEqual(60);
    expect(lines.filter(l => l.includes('A + A')).length).toBeGreaterThan(3);
  });
  test('a document cannot steer the terminal', () => {
    const hostile = document([judged(refuted, { text: 'A\u001b[2J = \u202eB' })], {
      path: '\u001b]0;x\u0007.md',
    });
    const text = pretty(run(hostile));
    for (const c of ['\u001b', '\u0007', '\u202e']) expect(text).not.toContain(c);
    expect(text).toContain('A␛[2J');
  });
  test('the same problem is told once, with how often', () => {
    const problem = {
      severity: 'warning',
      code: 'A023',
      message: 'braces do not group',
      span: { start: 0, end: 1 },
    } as const;
    const text = pretty(run(document([], { problems: [problem, problem, problem] })));
    expect(text.match(/A023/g)).toHaveLength(1);
    expect(text).toContain('(and in 2 more places)');
  });
  test('a problem that a verdict tells is not told again', () => {
    const problem = everything.documents[0]!.claims[5]!.verdict.problem!;
    const d = document([judged(verdict('unreadable', { problem }))], { problems: [problem] });
    expect(pretty(run(d)).match(/T040/g)).toHaveLength(1);
  });
  test('a contradiction of judges is our bug, said aloud', () => {
    const d = document([], { contradictions: [{ claim: claim(), says: ['prove: yes', 'verify: no'] }] });
    expect(pretty(run(d))).toMatch(
      /notes.md:3:13: two judges contradict each other.*\n {2}prove: yes\n {2}verify: no/,
    );
  });
  test('several documents get a count over all', () => {
    const d = document([judged(proved)]);
    expect(pretty(run(d, d))).toContain('2 documents: 2 proved');
  });
});

describe('json', () => {
  test('follows its schema', () => expect(conform(jsonOf(everything, 'reports'), schema)).toEqual([]));
  test('the schema refuses what is wrong', () => {
    const wrong = structuredClone(jsonOf(everything)) as unknown as {
      documents: { claims: { verdict: string; line?: number }[] }[];
    };
    wrong.documents[0]!.claims[0]!.verdict = 'true';
    delete wrong.documents[0]!.claims[1]!.line;
    expect(conform(wrong, schema)).toEqual([
      '/documents/0/claims/0/verdict: not one of proved, verified, supported, refuted, misfit, unreadable',
      '/documents/0/claims/1: no line',
    ]);
  });
  test('is what the contract says', () => {
    const [d] = JSON.parse(json(everything, { reports: 'reports' })).documents;
    expect(d.claims[0]).toMatchObject({
      id: 'notes-3-1',
      line: 3,
      column: 13,
      endLine: 3,
      text: '(AB)^\\top = A^\\top B^\\top',
      verdict: 'proved',
      layout: 'denominator',
      evidence: { proof: { terms: 2 }, trials: { count: 40 }, errorProbability: 2 ** -312.5 },
    });
    expect(d.claims[3].counterexample).toEqual({
      dimensions: { k: 2, n: 1 },
      values: { A: [[1], [0]], B: [['1/2', -1]] },
      lhs: [
        ['1/2', 0],
        [-1, 0],
      ],
      rhs: [
        ['1/2', -1],
        [0, 0],
      ],
      exact: true,
      replay: 'rederive check --replay reports/notes-3-4.json',
    });
    expect(d.claims[4].message).toBe(
      'product of n×k and k×n; expected: both need the same shape; fix: swap the two factors',
    );
  });
  test('holds no time, so that the same seed gives the same bytes', () =>
    expect(json(everything)).not.toContain('3.25'));
  test('an error probability that a double cannot hold is not 0', () => {
    const tiny = verdict('verified', { evidence: { log2ErrorProbability: -5000, abstained: [] } });
    expect(
      jsonOf(run(document([judged(tiny)]))).documents[0]!.claims[0]!.evidence.errorProbability,
    ).toBeGreaterThan(0);
  });
  test('a symbol called __proto__ keeps its value', () => {
    const c = { ...refuted.counterexample!, values: [{ name: '__proto__', entries: entries(1, 1, 7) }] };
    const text = json(run(document([judged(verdict('refuted', { counterexample: c }))])));
    expect(JSON.parse(text).documents[0].claims[0].counterexample.values).toEqual(
      JSON.parse('{"__proto__":[[7]]}'),
    );
  });
});

describe('markdown', () => {
  says(
    'a run with every verdict',
    () => markdown(everything, { reports: 'reports' }),
    '## `notes.md`',
    '| `A` | k×n | diagonal, varies | declared, line 1 |',
    '| 3:13 | ✓ proved | `(AB)ᵀ = Aᵀ Bᵀ` |',
    '### ✗ line 3, refuted',
    'left = ⎡1/2 0⎤   right = ⎡1/2 -1⎤',
    'error[H001]: product of n×k and k×n',
  );
  test('nothing in a document acts as Markdown', () => {
    const hostile = judged(verdict('refuted', { notes: ['<script>*x*</script> | y'] }), {
      text: 'A `` | <b> = B',
    });
    const text = markdown(run(document([hostile])));
    expect(text).toContain('``` A `` \\| <b> = B ```'.replace('``` A', '```A').replace('B ```', 'B```'));
    expect(text).toContain('\\<script\\>\\*x\\*\\</script\\> \\| y');
  });
});

test('an unknown format is refused with the known ones', async () => {
  const known = FORMATS.map(f => f.name).join(', ');
  await expect(report(everything, 'pdf')).rejects.toThrow(`unknown format "pdf": use one of ${known}`);
});
test.each(FORMATS.map(f => f.name))('the same run gives the same %s', async name =>
  expect(await report(everything, name)).toBe(await report(structuredClone(everything), name)),
);
test('one line of evidence', () =>
  expect(evidenceLine(proved)).toMatch(
    /^✓ proved; same normal form \(2 networks\), using A⁻¹ A = I; 40 exact trials/,
  ));
