// A program: the steps of a plan as numbers, which the kernels run one after the other in one call, and between them the few that only
// JavaScript can take. What a run needs is copied into the store as one frame of 32-bit integers:
//   its own numbers (HEADER) | sizes | registers: rows, columns and place of a matrix each | steps: operation and operands
// Registers are first those of the symbols' values, then those of their directions, then one for every step.

import { U } from './bounded.ts';
import type { Bounded, Memory } from './memory.ts';
import type { Point } from './point.ts';

export type Register = number;
/** What a register holds. */
export type Read = (register: Register) => Bounded;
export type OwnStep = (p: Point, read: Read) => Bounded;

/** As in assembly/run.ts, in the same order. */
const OPERATIONS = [
  'own',
  'number',
  'size',
  'identity',
  'ones',
  'zeros',
  'add',
  'multiply',
  'product',
  'kronecker',
  'khatriRao',
  'transpose',
  'vec',
  'unvec',
  'diag',
  'diagonal',
  'trace',
  'kroneckerTimes',
] as const;
export type Operation = (typeof OPERATIONS)[number];
const HEADER = 5;
const REGISTER = 3;
const STEP = 8;
/** No place: of a direction that a point does not have. */
const NONE: Bounded = { rows: 0, cols: 0, at: 0 };

export class Program {
  readonly #symbols: number;
  readonly #steps: Int32Array[] = [];
  readonly #own: { readonly at: number; readonly step: OwnStep }[] = [];
  readonly #needed: number[] = [];
  #frame = new Int32Array(0);
  #sizes = 0;
  constructor(symbols: number) {
    this.#symbols = symbols;
  }

  /** A run then needs the direction of the symbol in this slot. */
  direction(slot: number): Register {
    this.#needed.push(slot);
    return this.#symbols + slot;
  }
  /** A step of the kernels; `rows` and `cols` are numbers of sizes, where the operands do not say the shape. */
  add(operation: Operation, a: Register = 0, b: Register = 0, ...rest: number[]): Register {
    return this.#push([OPERATIONS.indexOf(operation), a, b, ...rest]);
  }
  number(x: number, isExact: boolean): Register {
    const doubles = new Int32Array(Float64Array.of(x, isExact ? 0 : 2 * U * Math.abs(x)).buffer);
    return this.#push([OPERATIONS.indexOf('number'), 0, 0, 0, ...doubles]);
  }
  own(step: OwnStep): Register {
    this.#own.push({ at: this.#steps.length, step });
    return this.#push([OPERATIONS.indexOf('own')]);
  }
  #push(of: readonly number[]): Register {
    const step = new Int32Array(STEP);
    step.set(of);
    return 2 * this.#symbols + this.#steps.push(step) - 1;
  }

  /**
   * Takes every step at a point; where in the store its registers then are.
   * @throws Undefined where one is not defined, or not safely; RangeError without a direction that it needs
   */
  run(p: Point): number {
    const { memory: m } = p;
    const frame = this.#frame.length ? this.#frame : this.#sealed(p.sizes.length);
    this.#fill(frame, p);
    const base = 2 * m.room((frame.length + 1) >> 1);
    m.ints.set(frame, base);
    const registers = base + frame[2]!;
    let done = 0;
    if (this.#own.length) {
      const read: Read = k => registerOf(m, registers, k);
      for (const { at, step } of this.#own) {
        if (at > done) runKernels(m, base, done, at);
        const result = step(p, read);
        write(m.ints, registers + REGISTER * (2 * this.#symbols + at), result);
        done = at + 1;
      }
    }
    if (this.#steps.length > done) runKernels(m, base, done, this.#steps.length);
    return registers;
  }
  #fill(frame: Int32Array, { sizes, values, directions }: Point): void {
    for (let k = 0; k < this.#needed.length; k++)
      if (!directions[this.#needed[k]!]) throw new RangeError('the instance has no direction for what moves');
    for (let k = 0; k < this.#sizes; k++) frame[HEADER + k] = sizes[k]!;
    const registers = HEADER + this.#sizes;
    for (let slot = 0; slot < this.#symbols; slot++) {
      write(frame, registers + REGISTER * slot, values[slot]!);
      write(frame, registers + REGISTER * (this.#symbols + slot), directions[slot] ?? NONE);
    }
  }
  /** No step and no size that it uses comes later. */
  #sealed(sizes: number): Int32Array {
    this.#sizes = sizes;
    const registers = HEADER + sizes;
    const first = 2 * this.#symbols;
    const code = registers + REGISTER * (first + this.#steps.length);
    const frame = new Int32Array(code + STEP * this.#steps.length);
    frame.set([0, 0, registers, code, first]);
    this.#steps.forEach((step, k) => {
      frame.set(step, code + STEP * k);
    });
    this.#frame = frame;
    return frame;
  }
}

/** What a register holds after a run. */
export const registerOf = ({ ints }: Memory, registers: number, k: Register): Bounded => {
  const at = registers + REGISTER * k;
  return { rows: ints[at]!, cols: ints[at + 1]!, at: ints[at + 2]! };
};
const write = (ints: Int32Array, at: number, { rows, cols, at: place }: Bounded): void => {
  ints[at] = rows;
  ints[at + 1] = cols;
  ints[at + 2] = place;
};
const BYTES = 4;
const runKernels = (m: Memory, base: number, from: number, to: number): void => {
  for (let i = from; i < to; ) {
    i = m.kernels.run(BYTES * base, i, to, m.top, m.value.length);
    m.top = m.ints[base]!;
    if (i < to) m.reserve(m.ints[base + 1]!);
  }
};
