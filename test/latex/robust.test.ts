// Whatever comes in: an answer with places inside the text, no exception, no runaway.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { collectMacros } from '../../src/latex/index.ts';
import { lines, parse } from './read.ts';

const many = (text: string, n: number): string => text.repeat(n);

test.each([
  ['a macro that makes itself', '\\def\\a{\\a} \\a = 1', 'T013'],
  ['a macro that doubles', '\\def\\a{\\b\\b}\\def\\b{\\a\\a} \\a = 1', 'T013'],
  ['a wide macro', `\\def\\a#1{${many('#1', 4_000)}} \\a{\\a{\\a{x}}} = 1`, 'T013'],
  ['closed brackets', `${many('(', 3000)}x${many(')', 3000)} = 1`, 'T050'],
  ['unclosed brackets', `${many('(', 15_000)}x = 1`, 'T027'],
  ['unclosed \\left', `${many('\\left(', 20_000)} = 1`, 'T027'],
  ['unclosed braces', `${many('{', 15_000)}x = 1`, 'T026'],
  ['unclosed bars', `${many('|', 15_000)} = 1`, 'T027'],
  ['unclosed calls', `${many('tr(', 20_000)}X = 1`, 'T027'],
  ['unclosed environments', `${many('\\begin{align}', 6_000)}x = 1`, 'T027'],
  ['towers', `x${many('^{x', 10_000)} = 1`, 'T026'],
  ['roots of roots', `${many('\\sqrt', 20_000)} x = 1`, 'T050'],
  ['differentials of differentials', `${many('d ', 15_000)}X = 1`, 'T051'],
  ['functions of functions', `${many('\\det', 15_000)} X = 1`, 'T051'],
  ['sums of sums', `${many('\\sum_i ', 20_000)}x_i = 1`, 'T051'],
  ['signs', `${many('-', 15_000)}x = 1`, 'P003'],
])('%s are told', (_, text, code) => {
  const codes = new Set(parse(text).failures.map(f => f.problem.code));
  expect([...codes]).toContain(code);
});

test.each([
  ['a long sum', `${many('A + ', 20_000)}A = 1`, 1],
  ['a long product', `${many('AB', 20_000)} = 1`, 1],
  ['a long chain', `${many('A = ', 20_000)}A`, 1],
  ['many rows', many('A = B \\\\ ', 4_000), 4_000],
  ['many norms', `${many('\\|x\\|_2^2 + ', 10_000)}1 = 1`, 1],
])('%s is read', (_, text, chains) => {
  const region = parse(text);
  expect([region.chains.length, region.failures.length]).toEqual([chains, 0]);
});

const PIECES = [
  ...[
    'A',
    'x',
    'd',
    'T',
    '1',
    '12',
    '.',
    ',',
    '=',
    '+',
    '-',
    ':',
    '(',
    ')',
    '[',
    ']',
    '|',
    '||',
    '^',
    '_',
    '{',
    '}',
  ],
  ...[
    "'",
    '&',
    '\\\\',
    '\\',
    '$',
    '%',
    '#1',
    '<',
    '>',
    '/',
    '*',
    ' ',
    '\n',
    '½',
    'ᵀ',
    '₃',
    '⊙',
    '𝐀',
    '\u0302',
    '\ud800',
  ],
  ...[
    '\\left(',
    '\\right)',
    '\\frac',
    '\\sqrt',
    '\\sum_i',
    '\\partial',
    '\\nabla',
    '\\mathbf',
    '\\text',
    '\\vec',
    '\\operatorname',
  ],
  ...[
    '\\begin{align}',
    '\\end{align}',
    '\\begin{pmatrix}',
    '\\end{pmatrix}',
    '\\over',
    '\\quad',
    '\\implies',
    '\\odot',
    '\\otimes',
  ],
  ...[
    '\\def\\a',
    '\\newcommand{\\b}[1]',
    '\\let',
    '\\a',
    '\\b',
    '\\underbrace',
    '\\overset',
    '\\color{red}',
    '\\not',
    '\\ldots',
  ],
];

test('random mathematics never throws, and every place is in the text', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }), pieces => {
      const text = pieces.join('');
      const { chains, failures, problems } = parse(text);
      const spans = [
        ...chains.flatMap(({ chain }) => [
          chain.span,
          ...chain.items.map(i => i.span),
          ...chain.relations.map(r => r.span),
        ]),
        ...failures.flatMap(f => [f.span, f.relation, f.problem.span]),
        ...[...problems, ...collectMacros(text).problems].map(p => p.span),
      ];
      for (const { start, end } of spans) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThanOrEqual(start);
        expect(end).toBeLessThanOrEqual(text.length);
      }
      for (const { chain } of chains) expect(chain.items.length).toBe(chain.relations.length + 1);
    }),
    { numRuns: 1500, seed: 7 },
  );
});

test('no relation of a display is lost: each is in a chain or a failure', () => {
  const token = fc.constantFrom(
    'A',
    'x',
    '+',
    '-',
    '(',
    ')',
    '^T',
    '_i',
    '\\odot',
    '\\foo',
    '\\ldots',
    'd',
    '2',
    '\\sqrt',
    '|',
  );
  const side = fc.array(token, { minLength: 1, maxLength: 5 }).map(parts => parts.join(' '));
  fc.assert(
    fc.property(fc.array(side, { minLength: 2, maxLength: 5 }), sides => {
      const text = sides.join(' = ');
      const { chains, failures } = parse(text);
      const found = new Set([
        ...chains.flatMap(c => c.chain.relations.map(r => r.span.start)),
        ...failures.map(f => f.relation.start),
      ]);
      const inFailure = (at: number): boolean => failures.some(f => f.span.start <= at && at < f.span.end);
      for (const { index } of text.matchAll(/=/g)) expect(found.has(index) || inFailure(index)).toBe(true);
    }),
    { numRuns: 1000, seed: 7 },
  );
});

test('the same formula gives the same answer whatever stands around it', () => {
  const formula = 'd\\log\\det X = \\operatorname{tr}(X^{-1}dX)';
  expect(lines(`\\begin{align}${formula}\\end{align}`)).toEqual(lines(formula));
});
