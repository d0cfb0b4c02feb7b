// A program: the steps of a plan as numbers, which the kernels run one after the other in one call, and between them the few that only
// JavaScript can take. What a run needs is copied into the store as one frame of 32-bit integers:
//   its own numbers (HEADER) | sizes | registers: rows, columns and place of a matrix each | steps: operation and operands
//   | frames of what is differentiated
// Registers are first those of the symbols' values, then those of their directions, then one for every step.

import { U } from './bounded.ts';
import type { Bounded, Memory } from './memory.ts';
import { type Point, REGISTER, readRegister, writeRegister } from './point.ts';

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
  'slope',
] as const;
export type Operation = (typeof OPERATIONS)[number];
/** Its own numbers: top and room that is wanting after a run; where registers and steps begin; the first register of a step; steps; stride. */
const HEADER = 8;
/** Where the stride is, a double. */
const STRIDE = 6;
/** Symbols that the mask of a slope can name. */
const MASK = 31;
/** Where in the step of a slope it is said where the frame is. */
const FRAME = 5;
const STEP = 8;

export class Program {
  readonly #symbols: number;
  readonly #steps: Int32Array[] = [];
  readonly #own: { readonly at: number; readonly step: OwnStep }[] = [];
  readonly #needed: number[] = [];
  readonly #inner: { readonly at: number; readonly of: Program }[] = [];
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
  /** The differential of what another program computes, a polynomial of this degree, when these slots move; rows and columns as in `add`. */
  slope(
    { program, result }: Compiled,
    degree: number,
    moving: readonly boolean[],
    rows: number,
    cols: number,
  ): Register {
    this.#inner.push({ at: this.#steps.length, of: program });
    this.#needed.push(...program.#needed, ...moving.flatMap((is, slot) => (is ? [slot] : [])));
    const mask = moving.reduce((bits, is, slot) => bits | (Number(is) << slot), 0);
    return this.#push([OPERATIONS.indexOf('slope'), degree, result, rows, cols, 0, mask]);
  }
  /** All steps are the kernels'. */
  get isPure(): boolean {
    return this.#own.length === 0 && this.#symbols <= MASK;
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
    const frame = this.#frame.length ? this.#frame : this.#sealed(p.registers - p.sizes);
    const base = m.roomForInts(frame.length);
    m.ints.set(frame, base);
    this.#fill(m.ints, base + HEADER, p);
    if (this.#inner.length) m.value[(base + STRIDE) / 2] = p.stride;
    const registers = base + frame[2]!;
    let done = 0;
    if (this.#own.length) {
      const read: Read = k => registerOf(m, registers, k);
      for (const { at, step } of this.#own) {
        if (at > done) runKernels(m, base, done, at);
        const result = step(p, read);
        writeRegister(m, registers + REGISTER * (2 * this.#symbols + at), result);
        done = at + 1;
      }
    }
    if (this.#steps.length > done) runKernels(m, base, done, this.#steps.length);
    return registers;
  }
  /** Sizes and registers of the symbols. */
  #fill(ints: Int32Array, at: number, { sizes, registers }: Point): void {
    for (let k = 0; k < this.#needed.length; k++)
      if (!ints[registers + REGISTER * (this.#symbols + this.#needed[k]!)])
        throw new RangeError('the instance has no direction for what moves');
    ints.copyWithin(at, sizes, sizes + this.#sizes);
    ints.copyWithin(at + this.#sizes, registers, registers + 2 * REGISTER * this.#symbols);
  }
  /** No step and no size that it uses comes later. */
  #sealed(sizes: number): Int32Array {
    this.#sizes = sizes;
    const registers = HEADER + sizes;
    const first = 2 * this.#symbols;
    const code = registers + REGISTER * (first + this.#steps.length);
    const numbers = [0, 0, registers, code, first, this.#steps.length, 0, 0];
    const frame = [...numbers, ...new Array<number>(code - HEADER).fill(0)];
    for (const step of this.#steps) frame.push(...step);
    for (const { at, of } of this.#inner) {
      frame.length += frame.length % 2;
      frame[code + STEP * at + FRAME] = frame.length;
      frame.push(...of.#sealed(sizes));
    }
    this.#frame = Int32Array.from(frame);
    return this.#frame;
  }
}
/** A program, and where its result is. */
export interface Compiled {
  readonly program: Program;
  readonly result: Register;
}

/** What a register holds after a run. */
export const registerOf = (m: Memory, registers: number, k: Register): Bounded =>
  readRegister(m, registers + REGISTER * k);
const BYTES = 4;
const runKernels = (m: Memory, base: number, from: number, to: number): void => {
  for (let i = from; i < to; ) {
    i = m.kernels.run(BYTES * base, i, to, m.top, m.value.length);
    m.top = m.ints[base]!;
    if (i < to) m.reserve(m.ints[base + 1]!);
  }
};
