import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { loadMistakes } from '../../properties/catalogue/table.ts';
import * as b from '../../src/expression/build.ts';
import { dimension, SCALAR, shape } from '../../src/expression/dimension.ts';
import type { Expression } from '../../src/expression/expression.ts';
import type { Statement } from '../../src/expression/judgement.ts';
import type { Sym } from '../../src/expression/symbol.ts';
import { identity } from '../../src/index.ts';
import { toUnicode } from '../../src/latex/print.ts';
import { rational } from '../../src/number/rational.ts';
import { type Language, type Snippet, snippet, snippets } from '../../src/report/snippet.ts';
import { JULIA } from '../../src/report/snippet-julia.ts';
import { NUMPY } from '../../src/report/snippet-numpy.ts';
import { OCTAVE } from '../../src/report/snippet-octave.ts';
import { fromDifferent } from '../../src/verdict/counterexample.ts';
import type { Counterexample } from '../../src/verdict/verdict.ts';
import { checked } from '../refute/minimal.ts';
import { counterexample, entries, statement } from './fixtures.ts';

const [three, n] = [dimension(3), dimension('n')];
const sym = (name: string, s = shape(n, n)): Sym => ({ name, latex: name, shape: s, structure: [] });
const A = b.symbol(sym('A'));
const X = b.symbol(sym('X'));
const P = b.symbol(sym('P', shape(n, three)));
const x = b.symbol(sym('x', shape(n)));
const a = b.symbol(sym('α', SCALAR));
const lambda = b.symbol(sym('lambda', SCALAR));
const i = { name: 'i', dim: 'n' } as const;
const values = [
  { name: 'A', entries: entries(2, 2, 1, 2, 3, 4) },
  { name: 'X', entries: entries(2, 2, 2, 0, 1, 1) },
  { name: 'P', entries: entries(2, 3, 1, 2, 3, 4, 5, 6) },
  { name: 'x', entries: entries(2, 1, 1, 3) },
  { name: 'α', entries: entries(1, 1, '1/2') },
  { name: 'lambda', entries: entries(1, 1, -3) },
];
const directions = [{ name: 'X', entries: entries(2, 2, 1, 0, -1, 2) }];

/** The claim e = the given numbers, which a program that evaluates e rightly finds true. */
const claims = (e: Expression, rows: number, cols: number, ...expected: (string | number)[]) => ({
  e,
  expected: entries(rows, cols, ...expected),
});
const square = b.product(X, X);
const sigmoidOf3 = 1 / (1 + Math.exp(-3));
const table = {
  product: claims(b.product(A, X), 2, 2, 4, 2, 10, 4),
  'sum and difference': claims(
    b.sum(A, b.negative(X), b.scale(b.number(rational(1, 2)), A)),
    2,
    2,
    '-1/2',
    3,
    '7/2',
    5,
  ),
  'scalar symbols': claims(b.scale(a, b.scale(lambda, A)), 2, 2, '-3/2', -3, '-9/2', -6),
  transpose: claims(b.transpose(b.negative(P)), 3, 2, -1, -4, -2, -5, -3, -6),
  hadamard: claims(b.hadamard(A, X), 2, 2, 2, 0, 3, 4),
  kronecker: claims(b.kronecker(b.transpose(x), A), 2, 4, 1, 2, 3, 6, 3, 4, 9, 12),
  'Khatri–Rao': claims(b.khatriRao(A, X), 4, 2, 2, 0, 1, 2, 6, 0, 3, 4),
  vec: claims(b.vec(P), 6, 1, 1, 4, 2, 5, 3, 6),
  unvec: claims(b.unvec(b.vec(P), shape(three, n)), 3, 2, 1, 5, 4, 3, 2, 6),
  diag: claims(b.diag(x), 2, 2, 1, 0, 0, 3),
  diagonal: claims(b.diagonal(A), 2, 1, 1, 4),
  trace: claims(b.scale(b.trace(A), x), 2, 1, 5, 15),
  inverse: claims(b.inverse(A), 2, 2, -2, 1, '3/2', '-1/2'),
  'pseudo-inverse': claims(b.pseudoInverse(x), 1, 2, '1/10', '3/10'),
  determinant: claims(b.determinant(A), 1, 1, -2),
  power: claims(b.power(b.negative(X), 2), 2, 2, 4, 0, 3, 1),
  elementwise: claims(b.elementwise('sigmoid', x), 2, 1, 1 / (1 + Math.exp(-1)), sigmoidOf3),
  'derivative of an elementwise function': claims(
    b.elementwise('sigmoid', b.scale(b.number(3), a), 1),
    1,
    1,
    0.14914645207033286,
  ),
  reciprocal: claims(b.elementwise('reciprocal', A), 2, 2, 1, '1/2', '1/3', '1/4'),
  entry: claims(b.entry(b.product(A, X), 2, 1), 1, 1, 10),
  'sum over an index': claims(b.sumOver(i, b.entry(A, i, i)), 1, 1, 5),
  'free index': claims(b.entry(x, { name: 'j', dim: 'n' }, 1), 1, 1, 3),
  block: claims(b.block([[A, x]], shape(n, three)), 2, 3, 1, 2, 1, 3, 4, 3),
  'constants in a product': claims(b.product(b.identity(n), b.ones(shape(n, n)), b.unit(n, 2)), 2, 1, 1, 1),
  zeros: claims(b.sum(b.zeros(shape(n)), x), 2, 1, 1, 3),
  commutation: claims(b.product(b.commutation(n, three), b.vec(P)), 6, 1, 1, 2, 3, 4, 5, 6),
  size: claims(b.scale(b.size(n), x), 2, 1, 2, 6),
  differential: claims(b.differential(square, ['X']), 2, 2, 4, 0, 0, 4),
  'second differential': claims(b.differential(b.differential(square, ['X']), ['X']), 2, 2, 2, 0, -6, 8),
  'Jacobian in numerator layout': claims(
    b.derivative(b.product(A, x), sym('x', shape(n)), 'numerator'),
    2,
    2,
    1,
    2,
    3,
    4,
  ),
  'Jacobian in denominator layout': claims(
    b.derivative(b.product(A, x), sym('x', shape(n)), 'denominator'),
    2,
    2,
    1,
    3,
    2,
    4,
  ),
  gradient: claims(
    b.derivative(b.trace(b.product(b.transpose(A), X)), sym('X'), 'gradient'),
    2,
    2,
    1,
    2,
    3,
    4,
  ),
  'differential of a derivative': claims(
    b.differential(b.derivative(b.trace(b.power(X, 3)), sym('X'), 'gradient'), ['X']),
    2,
    2,
    12,
    0,
    0,
    12,
  ),
} satisfies Record<string, ReturnType<typeof claims>>;

const made = (language: Language, { e, expected }: ReturnType<typeof claims>): Snippet => {
  const E = sym('expected', e.shape);
  const s: Statement = { lhs: e, rhs: b.symbol(E), symbols: [], dimensions: ['n'] };
  const c: Counterexample = {
    dimensions: { n: 2 },
    values: [...values, { name: 'expected', entries: expected }],
    directions,
    indices: { j: 2 },
    lhs: expected,
    rhs: expected,
    exact: true,
  };
  return snippet(language, s, c);
};

const dir = mkdtempSync(join(tmpdir(), 'rederive-'));
afterAll(() => rmSync(dir, { recursive: true }));

/** The counterexample of each mistake on the shelf. */
const SHELF: readonly (readonly [Statement, Counterexample])[] = (await loadMistakes()).rows.flatMap(row =>
  identity(row).claims[0]!.readings.flatMap(({ content, layout }) => {
    const found =
      'statement' in content && (!layout || layout === row.layout)
        ? checked(content.statement, row.claim)
        : null;
    if (!found || !('statement' in content)) return [];
    const { outcome, exact } = found;
    return [[content.statement, fromDifferent(outcome, exact)] as const];
  }),
);

const PROGRAMS: { language: Language; run: string[]; probe: string[] }[] = [
  { language: NUMPY, run: ['python3'], probe: ['python3', '-c', 'import numpy'] },
  { language: OCTAVE, run: ['octave-cli', '--quiet'], probe: ['octave-cli', '--version'] },
  { language: JULIA, run: ['julia'], probe: ['julia', '--version'] },
];
for (const { language, run, probe } of PROGRAMS) {
  const installed = spawnSync(probe[0]!, probe.slice(1)).status === 0;
  const execute = (code: string, name: string): string => {
    const file = join(dir, `${name}.${language.fence}`);
    writeFileSync(file, code);
    const { stdout, stderr, status } = spawnSync(run[0]!, [...run.slice(1), file], { encoding: 'utf8' });
    expect(status, stderr).toBe(0);
    return stdout;
  };
  const differences = (output: string): number[] =>
    [...output.matchAll(/largest difference: (\S+)/g)].map(m => Number(m[1]));

  describe.skipIf(!installed)(`${language.name}${installed ? '' : ' is not installed: skipped'}`, () => {
    test('shows that the sides of a counterexample differ', () =>
      expect(differences(execute(snippet(language, statement, counterexample).code, 'differ'))).toEqual([1]));
    test('shows that the sides of every mistake on the shelf differ', () => {
      const found = differences(execute(SHELF.map(c => snippet(language, ...c).code).join('\n'), 'shelf'));
      expect(found.length).toBeGreaterThan(70);
      expect(SHELF.filter((_, p) => !(found[p]! > 0.01)).map(([s]) => toUnicode(s.lhs))).toEqual([]);
    });
    test('evaluates every operator from its definition', () => {
      const programs = Object.values(table).map(row => made(language, row).code);
      const found = differences(execute(programs.join('\n'), 'operators'));
      const wrong = Object.keys(table).filter((_, p) => !(found[p]! < 1e-5));
      expect(wrong).toEqual([]);
    });
  });
}

test.each([NUMPY, OCTAVE, JULIA])('a function without a definition leaves the values ($name)', language => {
  const s: Statement = { ...statement, lhs: b.elementwise('f', b.symbol(statement.symbols[0]!)) };
  const { code, note } = snippet(language, s, counterexample);
  expect(note).toBe('The sides are given as values, since f is a function without a definition.');
  expect(code).toMatch(/left = .*1\/2.*\nright = .*1\/2/);
});

test('programs for three languages', () => {
  expect(snippets(statement, counterexample).map(s => s.code)).toMatchInlineSnapshot(`
    [
      "import numpy as np

    # k = 2, n = 1
    A = np.array([1, 0], dtype=float).reshape(2, 1)
    B = np.array([1/2, -1], dtype=float).reshape(1, 2)

    left = (A @ B).T
    right = A @ B
    print("left:", left, "right:", right, sep="\\n")
    print("largest difference:", np.abs(left - right).max())
    ",
      "1;
    % k = 2, n = 1
    A = reshape([1, 0], 2, 1);
    B = reshape([1/2, -1], 1, 2);

    left = (A * B)'
    right = A * B
    printf("largest difference: %g\\n", max(abs((left - right)(:))));
    ",
      "using LinearAlgebra

    # k = 2, n = 1
    A = reshape(Float64[1, 0], 2, 1)
    B = reshape(Float64[1/2, -1], 1, 2)

    left = (A * B)'
    right = A * B
    println("left:"); display(left); println("right:"); display(right)
    println("largest difference: ", maximum(abs.(left - right)))
    ",
    ]
  `);
});

test('names that a language keeps for itself, or cannot write, are changed and stay apart', () => {
  const names = ['lambda', 'λ', '__proto__', 'x₁', 'x1', 'X', 'dX', 'é'];
  const s: Statement = {
    lhs: b.sum(...names.map(name => b.symbol(sym(name, SCALAR)))),
    rhs: b.number(0),
    symbols: [],
    dimensions: [],
  };
  const c = { ...counterexample, values: names.map((name, p) => ({ name, entries: entries(1, 1, p + 1) })) };
  const { code } = snippet(NUMPY, s, c);
  const assigned = [...code.matchAll(/^(\w+) = np\.array\(\[(\d+)\]/gm)].map(m => m[1]);
  expect(assigned).toHaveLength(names.length);
  expect(new Set(assigned).size).toBe(names.length);
  expect(assigned).not.toContain('lambda');
  for (const name of assigned) expect(name).toMatch(/^[A-Za-z]\w*$/);
});
