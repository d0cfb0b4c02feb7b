// Runs the steps of a program, in AssemblyScript: see program.ts for what a frame holds. A step takes its operands from the registers and its
// shape from them or from the sizes, and puts its result on top of the store.

import {
  accumulate,
  clear,
  compareEntries,
  copy,
  fill,
  khatriRao,
  kronecker,
  kroneckerTimes,
  largest,
  multiply,
  plus,
  product,
  trace,
  transpose,
  U,
} from './kernels';
import { atOf, colsOf, countOf, INT, int, REGISTER, rowsOf, set } from './registers';

export { below, draw, entries, sizes } from './draw';
export { accumulate, apart, divide, largest, plus, product, scaled, transpose } from './kernels';

/** Both sides of a statement, each in a register: see `compareEntries`. */
export function compare(left: i32, right: i32, safety: f64, out: i32): void {
  compareEntries(atOf(left), atOf(right), countOf(left), safety, out);
}

/** Its own numbers of a frame, as in program.ts. */
const HEADER: i32 = 8;
const TOP: i32 = 0;
const WANTING: i32 = 1;
const REGISTERS: i32 = 2;
const CODE: i32 = 3;
const FIRST: i32 = 4;
const STEPS: i32 = 5;
const STRIDE: i32 = 6;
const STEP: i32 = 8;

/** As in program.ts, in the same order. */
enum Op {
  own,
  number,
  size,
  identity,
  ones,
  zeros,
  add,
  multiply,
  product,
  kronecker,
  khatriRao,
  transpose,
  vec,
  unvec,
  diag,
  diagonal,
  trace,
  kroneckerTimes,
  slope,
}

/** The first step from `from` on that was not run: `to`, or one that finds no room; then the frame says how much it needs. */
export function run(frame: i32, from: i32, to: i32, top: i32, room: i32): i32 {
  const code = frame + int(frame + CODE * INT) * INT;
  const first = int(frame + FIRST * INT);
  for (let i = from; i < to; i++) {
    const step = code + i * STEP * INT;
    const op = int(step);
    const a = register(frame, int(step + INT));
    const b = register(frame, int(step + 2 * INT));
    const sized = (op >= Op.size && op <= Op.zeros) || op === Op.unvec || op === Op.slope;
    let rows = sized ? size(frame, step + 3 * INT) : rowsOf(a);
    let cols = sized ? size(frame, step + 4 * INT) : colsOf(a);
    switch (op) {
      case Op.multiply:
        rows = rowsOf(b);
        cols = colsOf(b);
        break;
      case Op.product:
        cols = colsOf(b);
        break;
      case Op.kronecker:
        rows *= rowsOf(b);
        cols *= colsOf(b);
        break;
      case Op.khatriRao:
        rows *= rowsOf(b);
        break;
      case Op.transpose:
        rows = colsOf(a);
        cols = rowsOf(a);
        break;
      case Op.vec:
        rows *= cols;
        cols = 1;
        break;
      case Op.diag:
        cols = rows;
        break;
      case Op.diagonal:
        cols = 1;
        break;
      case Op.number:
      case Op.size:
      case Op.trace:
        rows = 1;
        cols = 1;
        break;
      case Op.kroneckerTimes:
        rows = (int(step + 3 * INT) ? cols : rows) * (int(step + 4 * INT) ? colsOf(b) : rowsOf(b));
        cols = 1;
        break;
    }
    const alias = op === Op.vec || op === Op.unvec || (op === Op.transpose && (rows === 1 || cols === 1));
    const out = alias ? atOf(a) : top;
    if (!alias) {
      if (rows * cols > room - top) {
        set(frame, TOP, top);
        set(frame, WANTING, rows * cols);
        return i;
      }
      top += rows * cols;
      if (op === Op.slope) {
        const wanting = slope(frame, step, out, rows * cols, top, room);
        if (wanting) {
          set(frame, TOP, out);
          set(frame, WANTING, rows * cols + wanting);
          return i;
        }
      } else compute(op, frame, step, a, b, rows, cols, out);
    }
    const result = register(frame, first + i);
    set(result, 0, rows);
    set(result, 1, cols);
    set(result, 2, out);
  }
  set(frame, TOP, top);
  return to;
}

function compute(op: i32, frame: i32, step: i32, a: i32, b: i32, rows: i32, cols: i32, out: i32): void {
  const n = rows * cols;
  switch (op) {
    case Op.number:
      fill(out, 1, load<f64>(step + 4 * INT), load<f64>(step + 6 * INT));
      return;
    case Op.size:
      fill(out, 1, f64(size(frame, step + 3 * INT)), 0);
      return;
    case Op.identity:
      clear(out, n);
      for (let k = 0; k < rows; k++) fill(out + k * (rows + 1), 1, 1, 0);
      return;
    case Op.ones:
      fill(out, n, 1, 0);
      return;
    case Op.zeros:
      clear(out, n);
      return;
    case Op.add:
      plus(atOf(a), 1, atOf(b), n, 0, out);
      return;
    case Op.multiply:
      multiply(atOf(a), countOf(a) === 1 ? 0 : 1, atOf(b), n, out);
      return;
    case Op.product:
      product(atOf(a), rows, colsOf(a), atOf(b), cols, out);
      return;
    case Op.kronecker:
      kronecker(atOf(a), rowsOf(a), colsOf(a), atOf(b), rowsOf(b), colsOf(b), out);
      return;
    case Op.khatriRao:
      khatriRao(atOf(a), rowsOf(a), cols, atOf(b), rowsOf(b), out);
      return;
    case Op.transpose:
      transpose(atOf(a), cols, rows, out);
      return;
    case Op.diag:
      clear(out, n);
      copy(atOf(a), 1, rows, out, rows + 1);
      return;
    case Op.diagonal:
      copy(atOf(a), rowsOf(a) + 1, rows, out, 1);
      return;
    case Op.trace:
      trace(atOf(a), rowsOf(a), out);
      return;
    case Op.kroneckerTimes: {
      const v = atOf(register(frame, int(step + 5 * INT)));
      const aTurned = int(step + 3 * INT) !== 0;
      const bTurned = int(step + 4 * INT) !== 0;
      kroneckerTimes(atOf(a), rowsOf(a), colsOf(a), aTurned, atOf(b), rowsOf(b), colsOf(b), bTurned, v, out);
    }
  }
}

/** Central differences of a polynomial, as in difference.ts; the room that is wanting beyond `top`. */
function slope(frame: i32, step: i32, out: i32, n: i32, top: i32, room: i32): i32 {
  const pairs = (int(step + INT) + 1) >> 1;
  const inner = frame + int(step + 5 * INT) * INT;
  const mask = int(step + 6 * INT);
  const symbols = int(frame + FIRST * INT) >> 1;
  clear(out, n);
  const reach = load<f64>(frame + STRIDE * INT) * reachOf(frame, symbols, mask);
  if (pairs === 0 || reach === 0) return 0;
  // The frame of what is differentiated begins with the same sizes and symbols.
  const begun = int(frame + REGISTERS * INT) + 2 * symbols * REGISTER;
  memory.copy(inner + STRIDE * INT, frame + STRIDE * INT, (begun - STRIDE) * INT);
  const h = reach / f64(1 << (32 - clz(pairs - 1)));
  let weight: f64 = -1;
  for (let j = 1; j <= pairs; j++) {
    weight *= -f64(pairs - j + 1) / f64(pairs + j);
    let end = moved(frame, inner, symbols, mask, f64(j) * h, top, room);
    if (end < 0) return int(inner + TOP * INT) - top + int(inner + WANTING * INT);
    const right = resultOf(inner, step);
    end = moved(frame, inner, symbols, mask, -f64(j) * h, end, room);
    if (end < 0) return int(inner + TOP * INT) - top + int(inner + WANTING * INT);
    accumulate(out, right, resultOf(inner, step), n, weight / (f64(j) * h), 4 * pairs);
  }
  return 0;
}
/** A power of two near the size of what moves over that of how it moves; 0 when nothing does. */
function reachOf(frame: i32, symbols: i32, mask: i32): f64 {
  let x: f64 = 0;
  let v: f64 = 0;
  for (let slot = 0; slot < symbols; slot++) {
    const along = register(frame, symbols + slot);
    const n = countOf(along);
    if (!((mask >> slot) & 1) || n === 0) continue;
    v = max(v, largest(atOf(along) << 3, n));
    x = max(x, largest(atOf(register(frame, slot)) << 3, n));
  }
  return v === 0 ? 0 : powerNear(max(x, 0.015625) / v);
}
/** The power of two nearest to a positive double, as logarithms are. */
function powerNear(x: f64): f64 {
  const bits = reinterpret<u64>(x);
  const half = (bits & 0xfffffffffffff) > 0x6a09e667f3bcc ? 1 : 0;
  return reinterpret<f64>(((bits >> 52) + half) << 52);
}
/** Runs the inner program with everything that moves at X + t·V; where the store then ends, or −1 when there is no room. */
function moved(frame: i32, inner: i32, symbols: i32, mask: i32, t: f64, top: i32, room: i32): i32 {
  const round = reinterpret<u64>(t) & 0xfffffffffffff ? U * abs(t) : 0;
  for (let slot = 0; slot < symbols; slot++) {
    const along = register(frame, symbols + slot);
    const n = countOf(along);
    if (!((mask >> slot) & 1) || n === 0) continue;
    if (n > room - top) {
      set(inner, TOP, top);
      set(inner, WANTING, n);
      return -1;
    }
    plus(atOf(register(frame, slot)), t, atOf(along), n, round, top);
    set(register(inner, slot), 2, top);
    top += n;
  }
  const steps = int(inner + STEPS * INT);
  return run(inner, 0, steps, top, room) === steps ? int(inner + TOP * INT) : -1;
}
function resultOf(inner: i32, step: i32): i32 {
  return atOf(register(inner, int(step + 2 * INT)));
}

/** The size whose number is at a place. */
function size(frame: i32, at: i32): i32 {
  return int(frame + (HEADER + int(at)) * INT);
}
function register(frame: i32, k: i32): i32 {
  return frame + (int(frame + REGISTERS * INT) + k * REGISTER) * INT;
}
