// The derivative of a function that is only known by its values, along one line, with an estimated error: central differences over
// falling steps, extrapolated (Richardson); of all extrapolants the one whose truncation and noise together are least (Ridders 1982).
// The noise of the function is measured, not guessed: high differences of values that lie close together (Hamming 1962; Moré & Wild 2011).
//   not promised: a derivative where the function has a kink, jumps, or leaves its domain: there the answer is why there is none

/** Values of F(X + tV); every call gives as many numbers. Null outside the domain. */
export type Line = (t: number) => Float64Array | null;
export interface Slope {
  readonly value: Float64Array;
  /** For all entries together: how far any may be off. */
  readonly error: number;
}

/** Unit roundoff of doubles. */
const U = 2 ** -53;
/** No round numbers: an oscillation faster than the steps looks slow through steps that are commensurate with it. */
const [FIRST, RATIO, LEVELS, COLUMNS] = [0.19, 2.3, 13, 6];
/** Truncation has to be this small against the slope, or hidden by the noise: else nothing has converged. */
const CONVERGED = 1e-6;
/** A second opinion from far smaller steps, which has to agree this well, noise apart. */
const [TINY, ROUGHLY] = [2 ** -19, 1e-4];
/** One-sided slopes at these steps: their gap shrinks with the step, unless there is a kink. */
const [COARSE, FINE] = [2 ** -9, 2 ** -15];

/** How far values may be from those of a smooth function, measured along a line around its middle. */
export const noiseOf = (line: Line, reach: number): number => {
  let noise = 0;
  for (const [spacing, orders] of [
    [2 ** -20, [4, 5, 6]],
    [2 ** -13, [6]],
  ] as const) {
    const values: Float64Array[] = [];
    for (let i = -4; i <= 4; i++) {
      const v = line(i * spacing * reach);
      if (v) values.push(v);
    }
    if (values.length < 9) continue;
    for (let e = 0; e < values[0]!.length; e++) {
      let row = values.map(v => v[e]!);
      noise = Math.max(noise, 4 * U * Math.abs(row[4]!));
      for (let order = 1; order <= 6; order++) {
        row = row.slice(1).map((x, i) => x - row[i]!);
        if ((orders as readonly number[]).includes(order))
          noise = Math.max(noise, Math.max(...row.map(Math.abs)) / Math.sqrt(BINOMIAL[order]!));
      }
    }
  }
  return 2 * noise;
};
/** (2k choose k): the variance that k-th differences give to independent noise. */
const BINOMIAL = [1, 2, 6, 20, 70, 252, 924];

/** d/dt F(X + tV) at 0, or a sentence fragment that says why there is none. */
export const slopeOf = (line: Line, reach: number, noise: number): Slope | string => {
  const here = line(0);
  if (!here) return 'it is not defined there';
  const kink = kinked(line, here, reach, noise);
  if (kink) return kink;
  const n = here.length;
  const central = (h: number): Float64Array | null => {
    const [right, left] = [line(h), line(-h)];
    return right && left
      ? Float64Array.from({ length: n }, (_, i) => (right[i]! - left[i]!) / (2 * h))
      : null;
  };
  let previous: Float64Array[] = [];
  let best: { value: Float64Array; truncation: number; error: number } | null = null;
  for (let level = 0, idle = 0; level < LEVELS && idle < 2; level++) {
    const h = (reach * FIRST) / RATIO ** level;
    const first = central(h);
    if (!first) {
      previous = [];
      continue;
    }
    if (best) idle++;
    const row = [first];
    for (let j = 1; j <= previous.length && j < COLUMNS; j++) {
      const [fine, coarse] = [row[j - 1]!, previous[j - 1]!];
      const gain = 1 / (RATIO ** (2 * j) - 1);
      const value = fine.map((x, i) => x + gain * (x - coarse[i]!));
      row.push(value);
      if (j < 2) continue;
      const truncation = 2 * Math.max(apart(value, fine), apart(value, coarse));
      const propagated = (2 * noise) / h;
      if (!(truncation <= CONVERGED * Math.max(largest(first), largest(previous[0]!)) + propagated)) continue;
      const error = truncation + propagated;
      if (!(error < (best?.error ?? Number.POSITIVE_INFINITY))) continue;
      best = { value, truncation, error };
      idle = truncation <= propagated ? 2 : 0;
    }
    previous = row;
  }
  if (!best) return 'no finite difference converges there';
  const second = central(reach * TINY);
  const { value, error } = best;
  const allowed =
    (noise * 2) / (reach * TINY) + ROUGHLY * Math.max(largest(value), second ? largest(second) : 0);
  if (!second || !(apart(value, second) <= error + allowed)) return 'no finite difference converges there';
  return { value, error };
};

const kinked = (line: Line, here: Float64Array, reach: number, noise: number): string | null => {
  const gap = (h: number): number => {
    const [right, left] = [line(h), line(-h)];
    if (!right || !left) return Number.NaN;
    let max = 0;
    for (const [i, x] of here.entries()) max = Math.max(max, Math.abs(right[i]! - 2 * x + left[i]!) / h);
    return max;
  };
  const [coarse, fine] = [gap(reach * COARSE), gap(reach * FINE)];
  if (Number.isNaN(coarse) || Number.isNaN(fine)) return 'it is not defined around it';
  return fine > coarse / 4 && fine > (8 * noise) / (reach * FINE) ? 'it has a kink or a jump there' : null;
};

const largest = (a: Float64Array): number => a.reduce((max, x) => Math.max(max, Math.abs(x)), 0);
/** The largest difference of two entries; infinite where one is not a number. */
const apart = (a: Float64Array, b: Float64Array): number => {
  let max = 0;
  for (const [i, x] of a.entries()) {
    const gap = Math.abs(x - b[i]!);
    if (!(gap <= max)) max = Number.isNaN(gap) ? Number.POSITIVE_INFINITY : gap;
  }
  return max;
};
