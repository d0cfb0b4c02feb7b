// Conditions under which a statement means something: what is inverted, what a logarithm or a root is taken of, what is divided by.

import { isScalar } from '../expression/dimension.ts';
import { children, type Expression } from '../expression/expression.ts';
import { FUNCTIONS } from '../expression/functions.ts';
import type { Statement } from '../expression/judgement.ts';
import { has } from '../expression/symbol.ts';
import { toUnicode } from '../latex/print.ts';

/**
 * What has to exist: "X invertible", "xᵀx > 0", each once, in the order of the text. Exact and floating-point instances have
 * pseudo-inverses of matrices of full rank only; a proof is about every rank.
 */
export const domainOf = (statement: Statement, isProved: boolean): string[] => {
  const found = new Set<string>();
  const seen = new Set<Expression>();
  const visit = (e: Expression): void => {
    if (seen.has(e)) return;
    seen.add(e);
    if (e.op === 'inverse')
      found.add(isScalar(e.shape) ? `${toUnicode(e.of)} ≠ 0` : `${toUnicode(e.of)} invertible`);
    if (e.op === 'pseudoInverse' && !isProved) found.add(`${toUnicode(e.of)} of full rank`);
    if (e.op === 'matrixFunction' && e.fn !== 'exp') found.add(`${toUnicode(e.of)} positive definite`);
    if (e.op === 'eigen') for (const condition of eigenConditions(e)) found.add(condition);
    if (e.op === 'elementwise') {
      const domain = FUNCTIONS.get(e.fn)?.domain;
      if (domain === 'positive') found.add(`${toUnicode(e.of)} > 0`);
      if (domain === 'nonzero') found.add(`${toUnicode(e.of)} ≠ 0`);
    }
    for (const child of children(e)) visit(child);
  };
  visit(statement.lhs);
  visit(statement.rhs);
  return [...found];
};

/** A Gram matrix, and a symbol declared so, are symmetric anyway. */
const eigenConditions = ({ of, index }: Extract<Expression, { op: 'eigen' }>): string[] => {
  if (of.op === 'diag') return [`no other entry of ${toUnicode(of.of)} as large`];
  const isGram =
    of.op === 'product' && of.factors[0]?.op === 'transpose' && of.factors[0].of === of.factors.at(-1);
  const place = typeof index === 'number' ? index : index.name;
  return [
    ...(isGram ? [] : [`${toUnicode(of)} symmetric`]),
    `eigenvalue ${place} of ${toUnicode(of)} simple`,
  ];
};

/** What instances were drawn under: "W diagonal", for every symbol with structure. */
export const structureOf = (statement: Statement): string[] =>
  statement.symbols.flatMap(s =>
    STATED.filter(structure => has(s, structure)).map(structure => `${s.name} ${WORDS[structure]}`),
  );

const WORDS = {
  diagonal: 'diagonal',
  symmetric: 'symmetric',
  skew: 'skew-symmetric',
  orthogonal: 'orthogonal',
  'orthonormal-columns': 'with orthonormal columns',
  idempotent: 'idempotent',
  permutation: 'a permutation matrix',
  'positive-definite': 'positive definite',
  'lower-triangular': 'lower triangular',
  'upper-triangular': 'upper triangular',
  toeplitz: 'Toeplitz',
  'full-column-rank': 'of full column rank',
  'full-row-rank': 'of full row rank',
  unit: 'of length 1',
} as const;
const STATED = Object.keys(WORDS) as (keyof typeof WORDS)[];
