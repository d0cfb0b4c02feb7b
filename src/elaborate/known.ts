// Functions that need no definition, by the name that the reader gives them.

import * as make from '../expression/build.ts';
import type { Expression } from '../expression/expression.ts';
import { FUNCTIONS } from '../expression/functions.ts';

/** Functions of one matrix, by the name that the reader gives them. */
export const UNARY: ReadonlyMap<string, (of: Expression) => Expression> = new Map([
  ['vec', make.vec],
  ['vech', make.vech],
  ['tr', make.trace],
  ['det', make.determinant],
  ['logdet', (of: Expression) => make.elementwise('log', make.determinant(of))],
  ['inv', make.inverse],
  ['pinv', make.pseudoInverse],
  [
    'sym',
    (of: Expression) => make.scale(make.number({ num: 1n, den: 2n }), make.sum(of, make.transpose(of))),
  ],
  ['adj', (of: Expression) => make.scale(make.determinant(of), make.inverse(of))],
]);
export const ALIASES: ReadonlyMap<string, string> = new Map([
  ['ln', 'log'],
  ['logistic', 'sigmoid'],
  ['atan', 'arctan'],
  ['sgn', 'sign'],
]);

/** Names that are functions without a definition, so that no relation defines them. */
export const isKnownFunction = (name: string): boolean =>
  UNARY.has(name) || FUNCTIONS.has(ALIASES.get(name) ?? name) || OTHERS.has(name);
const OTHERS: ReadonlySet<string> = new Set([
  'diag',
  'Diag',
  'softmax',
  'lse',
  'logsumexp',
  'sum',
  'max',
  'min',
  'unvec',
  'khatrirao',
]);
