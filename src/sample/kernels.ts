// The kernels of bounded arithmetic over one memory: WebAssembly that is compiled once and set up for every memory. A matrix is the place of its
// first entry; see assembly/ for what the arguments are.

import { BINARY } from './assembly/binary.ts';
import { Undefined } from './bounded.ts';

/** All arguments are 32-bit integers but t, w, round and safety. */
export interface Kernels {
  transpose(a: number, rows: number, cols: number, out: number): void;
  plus(a: number, t: number, b: number, n: number, round: number, out: number): void;
  scaled(t: number, a: number, n: number, round: number, out: number): void;
  product(a: number, rows: number, n: number, b: number, cols: number, out: number): void;
  accumulate(out: number, right: number, left: number, n: number, w: number, roundings: number): void;
  largest(from: number, n: number): number;
  apart(a: number, b: number, n: number): number;
  compare(left: number, right: number, safety: number, out: number): void;
  /** A random number from 0 to n − 1. */
  below(n: number): number;
  /** Draws the sizes of a point for a seed … */
  sizes(recipe: number, point: number, seed: number, most: number): void;
  /** … and its entries; where the store then ends, or the room that is wanting, negative … */
  entries(recipe: number, point: number, top: number, room: number): number;
  /** … or both. */
  draw(recipe: number, point: number, seed: number, most: number, top: number, room: number): number;
  /** The first step from `from` on that was not run. */
  run(frame: number, from: number, to: number, top: number, room: number): number;
  /** Sets how many bytes the bound of an entry lies behind it. */
  divide(bounds: number): void;
}

/** A memory of WebAssembly with the kernels over it. */
export interface Store {
  readonly kernels: Kernels;
  readonly pages: number;
  /** Another one after the store has grown. */
  readonly buffer: ArrayBuffer;
  /** @throws RangeError when there is no room for so many pages */
  grow(by: number): void;
}
/** Bytes of a page. */
export const PAGE = 1 << 16;

let module: WebAssembly.Module | null = null;
/** @throws Undefined where the machine gives no memory: by default Node takes many GiB of addresses for one */
export const store = (initial: number): Store => {
  module ??= new WebAssembly.Module(Buffer.from(BINARY, 'base64'));
  const memory = reserved(initial);
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  return {
    kernels: exports as Kernels,
    get pages() {
      return memory.buffer.byteLength / PAGE;
    },
    get buffer() {
      return memory.buffer;
    },
    grow: by => void memory.grow(by),
  };
};
const reserved = (initial: number): WebAssembly.Memory => {
  try {
    return new WebAssembly.Memory({ initial });
  } catch (e) {
    if (!(e instanceof RangeError)) throw e;
    throw new Undefined(
      'samples got no memory; where virtual memory is limited, start Node with --disable-wasm-trap-handler',
      'precision',
    );
  }
};
