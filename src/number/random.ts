// Streams of random numbers: one per claim, from a master seed in text form, so that adding a claim moves no other one's samples.

import seedrandom from 'seedrandom';

/** Uniform unsigned 32-bit integers. */
export type Random = () => number;

/** The stream that belongs to a purpose ("claim id/judge") under a master seed. */
export const stream = (seed: string, purpose: string): Random => {
  const generator = seedrandom(`${seed}\u0000${purpose}`);
  return () => generator.int32() >>> 0;
};

/** Uniform in 0..n−1 (n ≤ 2³²; bias below n/2³²). */
export const below = (random: Random, n: number): number => Math.floor((random() / 2 ** 32) * n);
