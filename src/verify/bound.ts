// Upper bounds for rational functions with integer coefficients: the arithmetic of degrees and coefficient sizes.
//   every entry of a matrix is P/D with one D for the whole matrix

import { LEAST_PRIME, LOG2_PRIMES } from '../number/prime.ts';

/** Total degrees of P and D, and log₂ of the sums of their coefficients' absolute values. */
export interface Bound {
  readonly top: number;
  readonly bottom: number;
  readonly topSize: number;
  readonly bottomSize: number;
}

export const ratio = (topSize: number, bottomSize: number): Bound => ({
  top: 0,
  bottom: 0,
  topSize,
  bottomSize,
});
export const CONSTANT = ratio(0, 0);
/** One drawn number in every entry. */
export const DRAWN: Bound = { ...CONSTANT, top: 1 };

const log2sum = (a: number, b: number): number => Math.max(a, b) + Math.log2(1 + 2 ** -Math.abs(a - b));
/** Of n!; above 64, of nⁿ. */
export const log2factorial = (n: number): number => {
  if (n > 64) return n * Math.log2(n);
  let sum = 0;
  for (let i = 2; i <= n; i++) sum += Math.log2(i);
  return sum;
};
export const log2abs = (n: bigint): number => {
  const digits = (n < 0n ? -n : n).toString(16);
  return 4 * (digits.length - 1) + Math.log2(Number.parseInt(digits[0]!, 16) + 1);
};

export const plus = (a: Bound, b: Bound): Bound => ({
  top: Math.max(a.top + b.bottom, b.top + a.bottom),
  bottom: a.bottom + b.bottom,
  topSize: log2sum(a.topSize + b.bottomSize, b.topSize + a.bottomSize),
  bottomSize: a.bottomSize + b.bottomSize,
});
/** A sum of `count` products of entries. */
export const times = (a: Bound, b: Bound, count = 1): Bound => ({
  top: a.top + b.top,
  bottom: a.bottom + b.bottom,
  topSize: a.topSize + b.topSize + Math.log2(count),
  bottomSize: a.bottomSize + b.bottomSize,
});
/** A sum of `count` values with a denominator each. */
export const total = (a: Bound, count: number): Bound => ({
  top: a.top + (count - 1) * a.bottom,
  bottom: count * a.bottom,
  topSize: a.topSize + (count - 1) * a.bottomSize + Math.log2(count),
  bottomSize: count * a.bottomSize,
});
/** The n-th matrix power, n ≥ 0, of a matrix with so many rows. */
export const power = (a: Bound, n: number, rows: number): Bound => ({
  top: a.top * n,
  bottom: a.bottom * n,
  topSize: (a.topSize + Math.log2(rows)) * n,
  bottomSize: a.bottomSize * n,
});
/** Of an n×n matrix. */
export const determinant = (a: Bound, n: number): Bound => ({
  top: a.top * n,
  bottom: a.bottom * n,
  topSize: a.topSize * n + log2factorial(n),
  bottomSize: a.bottomSize * n,
});
/** (P/D)⁻¹ = D·adj(P)/det(P) for an n×n matrix. */
export const inverse = (a: Bound, n: number): Bound => {
  const minor = determinant(a, n - 1);
  const whole = determinant(a, n);
  return {
    top: a.bottom + minor.top,
    bottom: whole.top,
    topSize: a.bottomSize + minor.topSize,
    bottomSize: whole.topSize,
  };
};
/** 1/x in each of `count` entries: all but one of the P over all of them. */
export const reciprocals = (a: Bound, count: number): Bound => ({
  top: a.bottom + (count - 1) * a.top,
  bottom: count * a.top,
  topSize: a.bottomSize + (count - 1) * a.topSize,
  bottomSize: count * a.topSize,
});
/** (P/D)′ = (P′D − PD′)/D² at t = 0, P and D being polynomials in t too. */
export const slope = (a: Bound): Bound => ({
  top: a.top + a.bottom,
  bottom: 2 * a.bottom,
  topSize: a.topSize + a.bottomSize + 1,
  bottomSize: 2 * a.bottomSize,
});

/**
 * log₂ of an upper bound for the probability that a function P/D ≠ 0 vanishes at a random point modulo a random prime, given that some
 * polynomials of degree `excluded` in all do not: P is 0 modulo p altogether for at most size/30 of the primes above 2³⁰, and else has
 * a share of at most degree/p of zeros (Schwartz 1980, Zippel 1979).
 */
export const log2Vanishing = (degree: number, primes: number, excluded: number): number => {
  const share = excluded < LEAST_PRIME ? Math.max(degree, 1) / (LEAST_PRIME - excluded) : 1;
  return Math.log2(Math.min(1, share + primes / 2 ** LOG2_PRIMES));
};
/** How many primes above 2³⁰ may divide an integer of so many bits. */
export const primeDivisors = (bits: number): number => Math.floor((bits + 1e-6) / 30);
