// Nothing displayed is lost: every relation of a display is judged, listed (a definition, a condition, no equation), or told to be
// unreadable with its place. The displays are true lines with pieces of them dropped, doubled, swapped or replaced.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { position } from '../../src/document/document.ts';
import { type Elaborated, elaborate, read } from '../../src/index.ts';
import { NOTATIONS } from './notations.ts';

const heardOn = (d: Elaborated): Set<number> =>
  new Set([
    ...d.claims.flatMap(c => lines(position(d.text, c.whole.start).line, c.endLine)),
    ...d.conditions.map(c => c.line),
    ...d.listed.map(l => l.line),
  ]);
const lines = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);

const PIECE = /\\[a-zA-Z]+|\\.|\s+|[\s\S]/g;
const ODD = [
  '\\foo',
  '\\begin{x}',
  '\\int',
  '\\exists',
  '(',
  ')',
  '[',
  '}',
  '|',
  '^',
  '_',
  '&',
  '\\\\',
  '…',
  '?',
  '∮',
  '\\frac',
  '=',
  '\\sum',
  "'",
];
/** A display, changed in one place. */
const changed = fc
  .tuple(fc.constantFrom(...NOTATIONS), fc.nat(), fc.nat(), fc.constantFrom('drop', 'double', 'swap', 'put'))
  .map(([[, before, truth], at, odd, how]) => {
    const pieces = [...truth.matchAll(PIECE)].map(m => m[0]);
    const i = at % pieces.length;
    const piece = pieces[i]!;
    if (how === 'drop') pieces.splice(i, 1);
    else if (how === 'double') pieces.splice(i, 0, piece);
    else if (how === 'swap') pieces.splice(i, 2, pieces[i + 1] ?? '', piece);
    else pieces[i] = ` ${ODD[odd % ODD.length]} `;
    return { before, display: pieces.join('') };
  })
  .filter(({ display }) => /=/.test(display) && !/\$/.test(display));

describe('a display with a relation is never lost', () => {
  test('whatever is wrong with it', () =>
    fc.assert(
      fc.property(changed, ({ before, display }) => {
        const text = `${before}\n\n$$${display}$$\n\nThat is all.`;
        const at = text.slice(0, text.indexOf('$$')).split('\n').length;
        const heard = heardOn(elaborate(read(text)));
        const last = at + display.split('\n').length - 1;
        expect(lines(at, last).some(l => heard.has(l))).toBe(true);
      }),
      { numRuns: 1500, seed: 7 },
    ));
});

describe('a row of a display is never lost', () => {
  const row = changed.filter(({ display }) => !/\\begin|\\end|\n/.test(display)).map(c => c.display);
  test('whatever is wrong with the others', () =>
    fc.assert(
      fc.property(
        fc.constantFrom('align*', 'gather', 'eqnarray'),
        fc.array(row, { minLength: 2, maxLength: 4 }),
        (name, rows) => {
          const text = `\\begin{${name}}\n${rows.join(' \\\\\n')}\n\\end{${name}}`;
          const heard = heardOn(elaborate(read(text)));
          const silent = rows.flatMap((r, i) => (heard.has(i + 2) ? [] : [r]));
          expect(silent).toEqual([]);
        },
      ),
      { numRuns: 500, seed: 7 },
    ));
});

describe('what is not understood is told with its place, and with what is understood nearby', () => {
  test.each([
    ['an unknown command', '$$A \\odto B = C$$', '1:5', /\\odot/],
    ['an integral', '$$\\int f = A$$', '1:3', /./],
    ['a bracket that nothing closes', '$$\\left[A + B = C$$', '1:3', /\\right\]/],
    ['a sign with nothing on its right', '$$AB + = C$$', '1:6', /complete|expression/],
    ['cases', '$$f(x) = \\begin{cases}x & x > 0\\\\ 0 & x\\le 0\\end{cases}$$', '1:10', /./],
    ['an ellipsis', '$$x_1 \\cdots x_n = s$$', '1:7', /sum|index/],
    ['upper indices', '$$A^{ij} = B^{ik}C^{kj}$$', '1:4', /A_\{ij\}|below/],
    ['an expectation', '$$\\mathbb{E}[x] = \\mu$$', '1:3', /sum|letter/],
    ['±', '$$A \\pm B = C$$', '1:5', /two claims/],
    ['a power that may be a transpose', 'Let $T$ be $n\\times n$. $$A^T = A$$', '1:29', /\\top/],
    ['mixed products', '$$A \\odot B \\otimes C = D$$', '1:13', /brackets/],
    ['a value at a point', '$$f|_{x = 0} = c$$', '1:4', /./],
    ['a number behind a letter', '$$A2 = B$$', '1:4', /_\{2\}/],
    [
      'a derivative of nothing',
      '$$a + \\frac{\\partial}{\\partial x} = b$$',
      '1:7',
      /write what is differentiated/,
    ],
    ['two meanings of ^*', '$$x^* = A$$', '1:4', /\\top/],
    ['an empty superscript', '$$x^{} = A$$', '1:4', /./],
  ] as const)('%s', (_, text, place, hint) => {
    const d = elaborate(read(text));
    const problems = [
      ...d.problems,
      ...d.claims.flatMap(c =>
        c.readings.flatMap(r => ('unreadable' in r.content ? [r.content.unreadable] : [])),
      ),
    ];
    const told = problems.map(p => {
      const before = text.slice(0, p.span.start).split('\n');
      return `${before.length}:${before.at(-1)!.length + 1} ${p.message} ${p.expected ?? ''} ${p.fix ?? ''}`;
    });
    expect(told.filter(t => t.startsWith(`${place} `) && hint.test(t))).not.toEqual([]);
  });
});
