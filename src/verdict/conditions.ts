// Conditions under which a statement means something: what is inverted, what a logarithm or a root is taken of, what is divided by.

import { isScalar } from '../expression/dimension.ts';
import { children, type Expression } from '../expression/expression.ts';
import { FUNCTIONS } from '../expression/functions.ts';
import type { Statement } from '../expression/judgement.ts';
import { has } from '../expression/symbol.ts';
import { toUnicode as unicode } from '../latex/print.ts';

/** Sentences such as "X invertible" and "xᵀx > 0", each once, in the order of the text. */
export const conditionsOf = (statement: Statement): string[] => {
  const found = new Set<string>();
  const seen = new Set<Expression>();
  const visit = (e: Expression): void => {
    if (seen.has(e)) return;
    seen.add(e);
    if (e.op === 'inverse')
      found.add(isScalar(e.shape) ? `${unicode(e.of)} ≠ 0` : `${unicode(e.of)} invertible`);
    if (e.op === 'pseudoInverse') found.add(`${unicode(e.of)} of full rank`);
    if (e.op === 'matrixFunction' && e.fn !== 'exp') found.add(`${unicode(e.of)} positive definite`);
    if (e.op === 'elementwise') {
      const domain = FUNCTIONS.get(e.fn)?.domain;
      if (domain === 'positive') found.add(`${unicode(e.of)} > 0`);
      if (domain === 'nonzero') found.add(`${unicode(e.of)} ≠ 0`);
    }
    for (const child of children(e)) visit(child);
  };
  visit(statement.lhs);
  visit(statement.rhs);
  for (const s of statement.symbols)
    for (const structure of STATED) if (has(s, structure)) found.add(`${s.name} ${WORDS[structure]}`);
  return [...found];
};

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
  'full-column-rank': 'of full column rank',
  'full-row-rank': 'of full row rank',
  unit: 'of length 1',
} as const;
const STATED = Object.keys(WORDS) as (keyof typeof WORDS)[];
