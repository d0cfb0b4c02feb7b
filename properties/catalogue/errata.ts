// What stands in print, in an answer or in a program's output and is false: the mistakes that are errata, by where they stand,
// and the statements of lean-matrix-cookbook that lack a condition only.

export interface Erratum {
  /** The name of the mistake. */
  readonly name: string;
  readonly where: string;
}
export interface Shelf {
  readonly title: string;
  readonly errata: readonly Erratum[];
}

const cookbook = (equation: number | string): string => `Matrix Cookbook 2012, eq. ${equation}`;
const lean = (equations: string): string => `lean-matrix-cookbook, ${equations}`;
const thread = (id: number, said: string): string =>
  `[Math StackExchange ${id}](https://math.stackexchange.com/q/${id}), ${said}`;

export const SHELVES: readonly Shelf[] = [
  {
    title: 'The Matrix Cookbook, version of 15 November 2012',
    errata: [
      { name: "the cookbook's determinant of a perturbed identity", where: cookbook(28) },
      { name: "the cookbook's quartic bilinear form with a term transposed", where: cookbook('92, n = 2') },
      { name: 'pseudo-inverse of an idempotent matrix', where: cookbook(426) },
      { name: "the cookbook's recurrent shift that does not shift", where: cookbook('483, N = 4, n = 1') },
      { name: "the cookbook's bilinear form without a transpose", where: cookbook(524) },
    ],
  },
  {
    title: 'Stated in lean-matrix-cookbook, unproved there, and false',
    errata: [
      { name: "the cookbook's determinant of a perturbed identity", where: lean('eq. 28') },
      { name: "Gram matrix for an outer Gram matrix in Searle's identity", where: lean('eq. 162') },
      {
        name: 'sum of inverses with the sum inverted',
        where: lean('eq. 165 in an earlier version'),
      },
      {
        name: 'imaginary part of the inverse of a complex sum with a factor for its inverse',
        where: lean('eq. 256, its imaginary part multiplied by E + i F'),
      },
      {
        name: 'a positive quadratic form taken for a symmetric matrix',
        where: lean('eqs. 439 and 440, where positive definite includes symmetric'),
      },
    ],
  },
  {
    title: 'Questions and answers',
    errata: [
      { name: 'gradient of a transposed residual by an answer', where: thread(1991657, 'an answer') },
      { name: 'lost sign in a symmetric factorisation', where: thread(4466931, 'an answer') },
      {
        name: 'trace of the inverse of I plus an inverse',
        where: 'imathworks, the best answer, which takes X for symmetric',
      },
      {
        name: 'determinant differentiated without the transpose',
        where: 'Math Forum 1996, quoting a textbook',
      },
      { name: 'Gaussian covariance with an inverse square', where: thread(2118535, 'the third line') },
      { name: 'product rule dropped in a congruence residual', where: thread(3781728, 'the question') },
      { name: 'trace of a weighted Gram matrix, asked one way', where: 'ARQMath, a question' },
      { name: 'trace of a weighted Gram matrix, asked the other way', where: 'ARQMath, a question' },
      {
        name: 'gradient by a diagonal with ones in place of the diagonal',
        where: thread(2611248, 'the question'),
      },
    ],
  },
  {
    title: 'Output of SymPy 1.14.0',
    errata: [
      { name: 'a sum of traces differentiated to nothing', where: 'derivative of a sum of traces' },
      { name: 'log determinant differentiated to nothing', where: 'derivative of log det' },
      { name: 'trace of a cube with entrywise powers', where: 'derivative of the trace of a power, k = 3' },
    ],
  },
];

/** A statement that is true where its inverses exist and false in Lean, whose inverse of a singular matrix is zero. */
export interface Unconditioned {
  readonly equation: string;
  /** The identity that states it with its condition: chapter and name. */
  readonly right: readonly [chapter: string, name: string];
  readonly condition: string;
  readonly witness: string;
  /** Both sides at the 1×1 witness, given that inverse. */
  readonly sides: (inverse: (x: number) => number) => readonly [left: number, right: number];
}

export const UNCONDITIONED: readonly Unconditioned[] = [
  {
    equation: '42, and 46 that rests on it',
    right: ['determinant', 'differential of a determinant'],
    condition: 'X invertible',
    witness: 'X(a) = a at a = 0',
    sides: inverse => [1, 0 * inverse(0) * 1],
  },
  {
    equation: '161',
    right: ['inverse', 'inverse of a sum by Searle'],
    condition: 'A and A + I invertible',
    witness: 'A = 0',
    sides: inverse => [inverse(1 + inverse(0)), 0 * inverse(0 + 1)],
  },
  {
    equation: '164',
    right: ['inverse', "Searle's exchange"],
    condition: 'A + B invertible',
    witness: 'A = 1, B = −1',
    sides: inverse => [1 - 1 * inverse(0) * 1, -1 - -1 * inverse(0) * -1],
  },
  {
    equation: '166',
    right: ['inverse', 'inverse of I plus a product'],
    condition: 'I + A B invertible',
    witness: 'A = −1, B = 1',
    sides: inverse => [inverse(1 + -1), 1 - -1 * inverse(1 - 1) * 1],
  },
  {
    equation: '462',
    right: ['determinant', 'determinant of an odd skew matrix'],
    condition: 'a field in which 2 is not zero',
    witness: 'A = 1 over the field of two elements, where −1 = 1',
    sides: () => [1, 0],
  },
];
