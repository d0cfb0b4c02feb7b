// Hand-made runs, one for each verdict that a report can show.

import type { Claim, Reading } from '../../src/elaborate/claim.ts';
import * as b from '../../src/expression/build.ts';
import { dimension, shape } from '../../src/expression/dimension.ts';
import type { Entries, Statement } from '../../src/expression/judgement.ts';
import type { Sym } from '../../src/expression/symbol.ts';
import type { Counterexample, Judged, JudgedDocument, Run, Verdict } from '../../src/verdict/verdict.ts';

const [k, n] = [dimension('k'), dimension('n')];
const symbol = (name: string, s = shape(k, n)): Sym => ({
  name,
  latex: `\\mathbf{${name}}`,
  shape: s,
  structure: [],
});
export const A = symbol('A');
export const B = symbol('B', shape(n, k));
export const entries = (rows: number, cols: number, ...data: (string | number)[]): Entries<string> => ({
  rows,
  cols,
  data: data.map(String),
});

/** (A B)ᵀ = Aᵀ Bᵀ, written on line 3. */
export const text = 'Let $A \\in \\mathbb{R}^{k \\times n}$.\n\n$$(AB)^\\top = A^\\top B^\\top$$\nEnd.\n';
const at = text.indexOf('=');
export const statement: Statement = {
  lhs: b.transpose(b.product(b.symbol(A), b.symbol(B))),
  rhs: b.product(b.symbol(A), b.symbol(B)),
  symbols: [A, B],
  dimensions: ['k', 'n'],
};
const reading: Reading = { layout: null, kind: null, content: { statement } };

export const claim = (changes: Partial<Claim> = {}): Claim => ({
  id: 'notes-3-1',
  text: '(AB)^\\top = A^\\top B^\\top',
  lhs: '(AB)^\\top',
  rhs: 'A^\\top B^\\top',
  span: { start: at, end: at + 1 },
  whole: { start: at - 10, end: at + 18 },
  line: 3,
  column: 13,
  endLine: 3,
  readings: [reading],
  ...changes,
});

export const counterexample: Counterexample = {
  dimensions: { k: 2, n: 1 },
  values: [
    { name: 'A', entries: entries(2, 1, 1, 0) },
    { name: 'B', entries: entries(1, 2, '1/2', -1) },
  ],
  directions: [],
  indices: {},
  lhs: entries(2, 2, '1/2', 0, -1, 0),
  rhs: entries(2, 2, '1/2', -1, 0, 0),
  exact: true,
};

export const verdict = (name: Verdict['name'], changes: Partial<Verdict> = {}): Verdict => ({
  name,
  layout: null,
  evidence: { abstained: [] },
  given: [],
  notes: [],
  ...changes,
});
export const proved = verdict('proved', {
  layout: 'denominator',
  evidence: {
    proof: { terms: 2, rewrites: ['A⁻¹ A = I'], milliseconds: 3.25 },
    trials: { count: 40, shapes: ['k=2, n=3'], primes: ['2305843009213693951'] },
    log2ErrorProbability: -312.5,
    samples: { instances: 100, worst: 0.01234, largestShape: 'k=4, n=5' },
    finiteDifferences: { instances: 5, steps: [0.1, 0.01], remainders: [1e-2, 1e-4], order: 2, worst: 0.25 },
    abstained: [],
  },
  given: ['A invertible'],
  notes: ['the numerator-layout Jacobian is the transpose of this'],
});
export const refuted = verdict('refuted', { counterexample, notes: ['holds in numerator layout'] });
export const misfit = verdict('misfit', {
  problem: {
    severity: 'error',
    code: 'H001',
    message: 'product of n×k and k×n',
    span: { start: at + 2, end: at + 18 },
    expected: 'both need the same shape',
    fix: 'swap the two factors',
  },
});
export const unreadable = verdict('unreadable', {
  problem: {
    severity: 'error',
    code: 'T040',
    message: 'unknown command `\\odto`',
    span: { start: at - 3, end: at - 1 },
    fix: 'did you mean `\\odot`?',
  },
});
export const verified = verdict('verified', {
  evidence: {
    trials: { count: 8, shapes: ['k=1', 'k=2', 'k=3', 'k=4', 'k=5'], primes: ['101'] },
    log2ErrorProbability: -120.2,
    abstained: ['prove: the operator pseudoInverse is not a network'],
  },
});
export const supported = verdict('supported', {
  evidence: { samples: { instances: 100, worst: 0.5, largestShape: 'k=4' }, abstained: [] },
});

export const judged = (v: Verdict, changes: Partial<Claim> = {}): Judged => ({
  claim: claim(changes),
  verdict: v,
});
export const document = (
  claims: readonly Judged[],
  changes: Partial<JudgedDocument> = {},
): JudgedDocument => ({
  path: 'notes.md',
  text,
  understood: [
    {
      name: 'A',
      latex: 'A',
      shape: shape(k, n),
      structure: ['diagonal'],
      how: 'declared',
      role: 'variable',
      line: 1,
    },
    { name: 'F', latex: 'F', shape: null, structure: [], how: 'defined', role: 'function', line: 2 },
  ],
  claims,
  listed: [{ line: 2, text: 'F(X) = AX', why: 'definition' }],
  problems: [],
  layouts: { scalar: null, other: 'denominator' },
  convention: null,
  contradictions: [],
  ...changes,
});
export const run = (...documents: JudgedDocument[]): Run => ({ seed: 'seed text', documents });
/** One claim of every verdict. */
export const everything = run(
  document(
    [proved, verified, supported, refuted, misfit, unreadable].map((v, i) =>
      judged(v, { id: `notes-3-${i + 1}` }),
    ),
  ),
);
