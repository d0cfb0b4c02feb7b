// Runs the steps of a program, in AssemblyScript: see program.ts for what a frame holds. A step takes its operands from the registers and its
// shape from them or from the sizes, and puts its result on top of the store.

import {
  copy,
  fill,
  khatriRao,
  kronecker,
  kroneckerTimes,
  multiply,
  plus,
  product,
  trace,
  transpose,
} from './kernels';

export * from './kernels';

const INT: i32 = 4;
const HEADER: i32 = 5;
const REGISTER: i32 = 3;
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
}

/** The first step from `from` on that was not run: `to`, or one that finds no room; then the frame says how much it needs. */
export function run(frame: i32, from: i32, to: i32, top: i32, room: i32): i32 {
  const code = frame + int(frame + 3 * INT) * INT;
  const first = int(frame + 4 * INT);
  for (let i = from; i < to; i++) {
    const step = code + i * STEP * INT;
    const op = int(step);
    const a = register(frame, int(step + INT));
    const b = register(frame, int(step + 2 * INT));
    const sized = (op >= Op.size && op <= Op.zeros) || op === Op.unvec;
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
        store<i32>(frame, top);
        store<i32>(frame + INT, rows * cols);
        return i;
      }
      top += rows * cols;
      compute(op, frame, step, a, b, rows, cols, out);
    }
    const result = register(frame, first + i);
    store<i32>(result, rows);
    store<i32>(result + INT, cols);
    store<i32>(result + 2 * INT, out);
  }
  store<i32>(frame, top);
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
      fill(out, n, 0, 0);
      for (let k = 0; k < rows; k++) fill(out + k * (rows + 1), 1, 1, 0);
      return;
    case Op.ones:
      fill(out, n, 1, 0);
      return;
    case Op.zeros:
      fill(out, n, 0, 0);
      return;
    case Op.add:
      plus(atOf(a), 1, atOf(b), n, 0, out);
      return;
    case Op.multiply:
      multiply(atOf(a), rowsOf(a) * colsOf(a) === 1 ? 0 : 1, atOf(b), n, out);
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
      fill(out, n, 0, 0);
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

function int(at: i32): i32 {
  return load<i32>(at);
}
/** The size whose number is at a place. */
function size(frame: i32, at: i32): i32 {
  return int(frame + (HEADER + int(at)) * INT);
}
function register(frame: i32, k: i32): i32 {
  return frame + (int(frame + 2 * INT) + k * REGISTER) * INT;
}
function rowsOf(register: i32): i32 {
  return int(register);
}
function colsOf(register: i32): i32 {
  return int(register + INT);
}
function atOf(register: i32): i32 {
  return int(register + 2 * INT);
}
