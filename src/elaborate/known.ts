// Functions that need no definition, by the name that the reader gives them.

import * as make from '../expression/build.ts';
import type { Expression } from '../expression/expression.ts';
import { FUNCTIONS } from '../expression/functions.ts';
import { SPECTRAL_FUNCTIONS } from '../latex/spectral.ts';

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
  ['λ_max', (of: Expression) => make.eigen('value', of, 1)],
  ['λ_min', (of: Expression) => make.negative(make.eigen('value', make.negative(of), 1))],
  ['σ_max', (of: Expression) => make.singularValue(of, 1)],
  [
    'σ_min',
    (of: Expression) => {
      const gram = make.product(make.transpose(of), of);
      return make.elementwise('sqrt', make.negative(make.eigen('value', make.negative(gram), 1)));
    },
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
  ...SPECTRAL_FUNCTIONS,
]);
