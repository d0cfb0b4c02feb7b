// Trust is transitive: what follows from an earlier line is no surer than that line, and the verdict names it, in every format.

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { elaborate, type JudgedDocument, judge, read, report } from '../../src/index.ts';
import { weakest } from '../../src/verdict/trust.ts';
import { conform } from '../report/schema.ts';

const judged = (text: string): Promise<JudgedDocument> =>
  judge(elaborate(read(text, { path: 'trust.md' })), { repairs: false });
const STATIONARY = 'Setting the derivative to zero,';
/** No proof is known of σ(w) = ½(1 + tanh ½w). */
const logistic = `Let $w, b \\in \\mathbb R^n$ and $f(w) = \\mathbf 1^\\top \\log(1 + \\exp(w)) - b^\\top w$, entry by entry.
${STATIONARY}
$$\\nabla f(w) = 0$$
$$\\tfrac12(1 + \\tanh(\\tfrac12 w)) = b$$
$$1 + \\tanh(\\tfrac12 w) = 2b$$
$$2 + 2\\tanh(\\tfrac12 w) = 4b$$
$$1 + \\tanh(\\tfrac12 w) = 3b$$
`;
const least = `Let $A \\in \\mathbb R^{m\\times n}$, $w \\in \\mathbb R^n$, $b \\in \\mathbb R^m$ and $f(w) = \\|Aw - b\\|^2$.
${STATIONARY}
$$\\nabla f(w) = 0$$
$$A^\\top A w = A^\\top b$$
$$2A^\\top A w = 2A^\\top b$$
`;
const toeplitz = `Let $X \\in \\mathbb R^{n\\times n}$ be a Toeplitz matrix, $C \\in \\mathbb R^{n\\times n}$ and $f(X) = \\operatorname{tr}(C^\\top X)$.
${STATIONARY}
$$\\frac{\\partial f}{\\partial X} = 0$$
$$C = 0$$
`;
const GIVEN = 'the derivative of line 3 is 0';

test.each([
  [
    'a proof that leans on a supported line is no proof',
    logistic,
    [
      [4, 'supported', undefined],
      [5, 'supported', [[4, 'supported']]],
      [
        6,
        'supported',
        [
          [4, 'supported'],
          [5, 'supported'],
        ],
      ],
    ],
  ],
  [
    'what follows from the supposition itself leans on no line',
    least,
    [
      [4, 'proved', undefined],
      [5, 'proved', undefined],
    ],
  ],
  ['what is supposed is said in every convention', toeplitz, [[4, 'proved', undefined]]],
])('%s', async (_, text, expected) => {
  const { claims } = await judged(text);
  const found = claims.map(({ claim, verdict }) => [
    claim.line,
    verdict.name,
    verdict.restsOn?.map(s => [s.line, s.verdict]),
  ]);
  expect(found).toEqual(expected);
  for (const { verdict } of claims) expect(verdict.given).toContain(GIVEN);
});

test('its own step was proved, and that is in the evidence', async () => {
  const { claims } = await judged(logistic);
  expect(claims.map(c => 'proof' in c.verdict.evidence)).toEqual([false, true, true]);
});
test('an equation that does not follow is listed, and nothing follows from it', async () => {
  const { claims, listed } = await judged(`${logistic}$$2 + 2\\tanh(\\tfrac12 w) = 6b$$\n`);
  expect(claims.map(c => c.claim.line)).toEqual([4, 5, 6]);
  expect(listed.filter(l => l.why === 'condition').map(l => l.line)).toEqual([3, 7, 8]);
});
test('a definition is none: what it defines is judged from it alone', async () => {
  const { claims } = await judged('Let $A$ be $n\\times n$. With $B = A + A^\\top$,\n$$B^\\top = B$$\n');
  expect(claims.map(c => [c.verdict.name, c.verdict.restsOn])).toEqual([['proved', undefined]]);
});

test('every format names the weakest line', async () => {
  const run = { seed: 'rederive', documents: [await judged(logistic)] };
  const said = 'line 4 (supported), line 5 (supported)';
  for (const format of ['pretty', 'markdown', 'html'] as const)
    expect(await report(run, format, {})).toContain(said);
  const json = JSON.parse(await report(run, 'json', {}));
  expect(conform(json, JSON.parse(readFileSync('src/report/schema.json', 'utf8')))).toEqual([]);
  expect(json.documents[0].claims[2].restsOn).toEqual([
    { line: 4, verdict: 'supported' },
    { line: 5, verdict: 'supported' },
  ]);
});

test('the weakest of several', () => {
  expect(weakest(['proved', 'verified', 'proved'])).toBe('verified');
  expect(weakest(['supported', 'verified'])).toBe('supported');
});
