// The words that declare: each row says what one word, or words in a row, tell of a letter.

import type { Structure } from '../expression/symbol.ts';
import type { Declaration } from './document.ts';

export interface Told {
  readonly kind?: Declaration['kind'];
  readonly structure?: readonly Structure[];
  readonly role?: Declaration['role'];
  readonly square?: boolean;
  /** The next size is a length of a vector, or the size of a square matrix. */
  readonly noun?: boolean;
  readonly means?: string;
  /** Its entries add up to 1. */
  readonly unitSum?: boolean;
  /** Over the complex numbers, which are not read. */
  readonly complex?: boolean;
  /** Said of letters, and used by nothing here: no claim about them is called false. */
  readonly unused?: boolean;
}

const structure = (...s: Structure[]): Told => ({ structure: s });
const noun = (kind: NonNullable<Declaration['kind']>, more: Told = {}): Told => ({
  kind,
  noun: true,
  ...more,
});
const means = (name: string): Told => ({ kind: 'function', role: 'elementwise', means: name });
const unused = (...words: string[]): [string, Told][] => words.map(word => [word, { unused: true }]);
const DEFINITE = structure('symmetric', 'positive-definite');

/** Longest first wins; words are in lower case, without hyphens. */
export const VOCABULARY: ReadonlyMap<string, Told> = new Map<string, Told>([
  ['matrix', noun('matrix')],
  ['matrices', noun('matrix')],
  ['vector', noun('vector')],
  ['vectors', noun('vector')],
  ['column', noun('vector')],
  ['column vector', noun('vector')],
  ['column vectors', noun('vector')],
  ['row vector', noun('row')],
  ['row vectors', noun('row')],
  ['scalar', noun('scalar')],
  ['scalars', noun('scalar')],
  ['real number', noun('scalar')],
  ['real numbers', noun('scalar')],
  ['integer', noun('scalar')],
  ['function', noun('function')],
  ['functions', noun('function')],
  ['nonlinearity', noun('function')],
  ['activation', noun('function')],
  ['diagonal', structure('diagonal')],
  ['symmetric', structure('symmetric')],
  ['hermitian', structure('symmetric')],
  ['skew symmetric', structure('skew')],
  ['antisymmetric', structure('skew')],
  ['skew', structure('skew')],
  ['orthogonal', structure('orthogonal')],
  ['unitary', structure('orthogonal')],
  ['rotation', structure('orthogonal')],
  ['orthonormal columns', structure('orthonormal-columns')],
  ['invertible', structure('invertible')],
  ['nonsingular', structure('invertible')],
  ['idempotent', structure('idempotent')],
  ...['projection', 'projections', 'projector', 'projectors', 'projection matrix', 'projection matrices'].map(
    (words): [string, Told] => [
      `orthogonal ${words}`,
      { ...noun('matrix'), structure: ['idempotent', 'symmetric'] },
    ],
  ),
  ['projection', { ...noun('matrix'), structure: ['idempotent'] }],
  ['projections', { ...noun('matrix'), structure: ['idempotent'] }],
  ['projection matrices', { ...noun('matrix'), structure: ['idempotent'] }],
  ['projector', { ...noun('matrix'), structure: ['idempotent'] }],
  ['projectors', { ...noun('matrix'), structure: ['idempotent'] }],
  ['projection matrix', { ...noun('matrix'), structure: ['idempotent'] }],
  ['permutation', structure('permutation')],
  ['positive definite', DEFINITE],
  ['positive semidefinite', structure('symmetric')],
  ['positive semi definite', structure('symmetric')],
  ['nonnegative definite', structure('symmetric')],
  ['non negative definite', structure('symmetric')],
  ['gram', structure('symmetric')],
  ['gram matrix', { ...noun('matrix'), structure: ['symmetric'] }],
  ['spd', DEFINITE],
  ['psd', structure('symmetric')],
  ['covariance matrix', { ...noun('matrix'), structure: ['symmetric', 'positive-definite'] }],
  ['covariance matrices', { ...noun('matrix'), structure: ['symmetric', 'positive-definite'] }],
  ['covariance', { ...noun('matrix'), structure: ['symmetric', 'positive-definite'] }],
  ['covariances', { ...noun('matrix'), structure: ['symmetric', 'positive-definite'] }],
  ['precision matrices', { ...noun('matrix'), structure: ['symmetric', 'positive-definite'] }],
  ['precision matrix', { ...noun('matrix'), structure: ['symmetric', 'positive-definite'] }],
  ['lower triangular', structure('lower-triangular')],
  ['upper triangular', structure('upper-triangular')],
  ...['strictly', 'unit'].flatMap(how =>
    (['lower', 'upper'] as const).map((side): [string, Told] => [
      `${how} ${side} triangular`,
      { ...structure(`${side}-triangular`), unused: true },
    ]),
  ),
  ...unused('skew diagonal'),
  ['toeplitz', structure('toeplitz')],
  ['full column rank', structure('full-column-rank')],
  ['full row rank', structure('full-row-rank')],
  ['unit vector', { ...noun('vector'), structure: ['unit'] }],
  ['linearly independent columns', structure('full-column-rank')],
  ['independent columns', structure('full-column-rank')],
  ['linearly independent rows', structure('full-row-rank')],
  ['independent rows', structure('full-row-rank')],
  ['unit vectors', { ...noun('vector'), structure: ['unit'] }],
  ['unit eigenvector', { ...noun('vector'), structure: ['unit'], unused: true }],
  ['unit eigenvectors', { ...noun('vector'), structure: ['unit'], unused: true }],
  ...['eigenvector', 'eigenvectors', 'singular vector', 'singular vectors'].map((word): [string, Told] => [
    word,
    { ...noun('vector'), unused: true },
  ]),
  ...['eigenvalue', 'eigenvalues', 'singular value', 'singular values'].map((word): [string, Told] => [
    word,
    { ...noun('scalar'), unused: true },
  ]),
  ['unit norm', structure('unit')],
  ['unit length', structure('unit')],
  ['norm 1', structure('unit')],
  ['norm one', structure('unit')],
  ['positive entries', structure('positive')],
  ['positive elements', structure('positive')],
  ['nonzero entries', structure('nonzero')],
  ...unused(
    ...'hankel circulant nilpotent stochastic normal involutory vandermonde banded tridiagonal'.split(' '),
    ...'bidiagonal hessenberg nonnegative binary boolean normalized normalised standardized centered centred'.split(
      ' ',
    ),
    ...'traceless singular commuting whitened involutive persymmetric unimodular orthonormal'.split(' '),
    ...['doubly stochastic', 'rank one', 'low rank', 'full rank', 'orthonormal rows', 'non negative'],
    ...['linearly independent', 'negative definite', 'negative semidefinite', 'unit trace', 'trace one'],
  ),
  ['one hot', { unitSum: true, unused: true }],
  ['probability vector', { ...noun('vector'), unitSum: true, unused: true }],
  ...['mask', 'indicator', 'incidence', 'adjacency', 'binary', 'transition'].map((word): [string, Told] => [
    `${word} matrix`,
    { ...noun('matrix'), unused: true },
  ]),
  ['square', { square: true }],
  ['squared', { square: true }],
  ['constant', { role: 'constant' }],
  ['constants', { role: 'constant' }],
  ['fixed', { role: 'constant' }],
  ['known', { role: 'constant' }],
  ['variable', { role: 'variable' }],
  ['variables', { role: 'variable' }],
  ['unknowns', { role: 'variable' }],
  ['unknown', { role: 'variable' }],
  ['complex', { complex: true }],
  ['commutation matrix', { ...noun('matrix'), role: 'commutation' }],
  ['identity', { role: 'identity' }],
  ['identity matrix', { ...noun('matrix'), role: 'identity' }],
  ['unit matrix', { ...noun('matrix'), role: 'identity' }],
  ['zero matrix', { ...noun('matrix'), role: 'zeros' }],
  ['zero vector', { ...noun('vector'), role: 'zeros' }],
  ['elementwise', { role: 'elementwise' }],
  ['elementswise', { role: 'elementwise' }],
  ['entrywise', { role: 'elementwise' }],
  ['componentwise', { role: 'elementwise' }],
  ['pointwise', { role: 'elementwise' }],
  ['coordinatewise', { role: 'elementwise' }],
  ['each component', { role: 'elementwise' }],
  ['each element', { role: 'elementwise' }],
  ['each entry', { role: 'elementwise' }],
  ['every entry', { role: 'elementwise' }],
  ['every element', { role: 'elementwise' }],
  ['sigmoid', means('sigmoid')],
  ['sigmoid function', means('sigmoid')],
  ['logistic function', means('sigmoid')],
  ['logistic sigmoid', means('sigmoid')],
  ['relu', means('relu')],
  ['softplus', means('softplus')],
  ['hyperbolic tangent', means('tanh')],
  ['ones vector', { ...noun('vector'), role: 'ones' }],
  ['all ones', { role: 'ones' }],
  ['ones', { role: 'ones' }],
  ['all one vector', { ...noun('vector'), role: 'ones' }],
]);

/** "all the elements equal to 1", "whose entries are all one". */
export const ALL_ONES =
  /^(?:with |whose |having |of )?(?:all )?(?:the |its |of its )?(?:elements|entries|components) (?:are )?(?:all )?(?:equal to |equal |being |are )?(?:all )?(?:1|one|ones)\b|^(?:with |of |whose )?all (?:the )?(?:elements|entries|components)? ?(?:are )?(?:equal to )?(?:1|one|ones)\b|^of ones\b/;

/** Words that a noun phrase may hold and that say nothing of shape. */
export const FILLERS: ReadonlySet<string> = new Set(
  'a an the any some every each all both two three four real given arbitrary general generic parameter parameters weight data design mean feature input output target coefficient random differentiable smooth nonlinear activation scalar-valued usual standard another other following corresponding respectively also here again random'.split(
    ' ',
  ),
);
export const VERBS: ReadonlySet<string> = new Set(
  'is are be being was were denotes denote represents'.split(' '),
);
export const SIZE_NOUNS: ReadonlySet<string> = new Set(
  'size sizes dimension dimensions shape shapes order length'.split(' '),
);
