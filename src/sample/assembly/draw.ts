// Draws an instance out of a seed, in AssemblyScript: see ../draw.ts for what a recipe holds, and point.ts for what a point holds.
// Values are such as a person would take: small integers, short decimals, and now and then ordinary doubles, all entries of a matrix
// in one way.

import { clear } from './kernels';
import { atOf, countOf, INT, int, REGISTER, rowsOf, set } from './registers';

const HEADER: i32 = 5;
const SLOT: i32 = 4;

/** Splitmix64 (Steele, Lea and Flood 2014): every seed begins a stream of its own. */
let state: u64 = 0;
function next(): u64 {
  state += 0x9e3779b97f4a7c15;
  let z = state;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
  z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
  return z ^ (z >> 31);
}
/** From 0 to n − 1. */
export function below(n: i32): i32 {
  return i32(((next() >> 32) * u64(n)) >> 32);
}

/** Draws sizes and entries, as below. */
export function draw(recipe: i32, point: i32, seed: i32, most: i32, top: i32, room: i32): i32 {
  sizes(recipe, point, seed, most);
  return entries(recipe, point, top, room);
}
/** Draws the sizes of the names, from 1 to `most`, and computes all sizes that are products of them. */
export function sizes(recipe: i32, point: i32, seed: i32, most: i32): void {
  state = u64(u32(seed));
  state = next();
  const names = int(recipe);
  for (let k = 0; k < names; k++) set(point, k, 1 + below(most));
  let formula = recipe + (HEADER + SLOT * int(recipe + 2 * INT)) * INT;
  for (let k = 0, count = int(recipe + INT); k < count; k++) {
    let size = int(formula);
    const factors = int(formula + INT);
    formula += 2 * INT;
    for (let i = 0; i < factors; i++, formula += INT) size *= int(point + int(formula) * INT);
    set(point, names + k, size);
  }
}

/**
 * Draws values and directions, given the sizes, on top of the store, and writes into the point where they are. Where the store then ends;
 * or the room that is wanting, negative, and nothing is drawn.
 */
export function entries(recipe: i32, point: i32, top: i32, room: i32): i32 {
  const slots = recipe + HEADER * INT;
  const sized = point + int(recipe) * INT;
  const values = sized + int(recipe + INT) * INT;
  const count = int(recipe + 2 * INT);
  const directions = values + count * REGISTER * INT;
  let end = top;
  for (let k = 0; k < count; k++) {
    const slot = slots + k * SLOT * INT;
    end = place(values + k * REGISTER * INT, sized, slot, end, true);
    end = place(directions + k * REGISTER * INT, sized, slot, end, int(slot + 2 * INT) !== 0);
  }
  if (end > room) return top - end;
  const positive = int(recipe + 3 * INT) !== 0 && below(2) === 0;
  const gentle = int(recipe + 4 * INT) !== 0 && below(4) > 0;
  for (let k = 0; k < count; k++) {
    const diagonal = int(slots + k * SLOT * INT + 3 * INT) !== 0;
    matrix(values + k * REGISTER * INT, diagonal, positive, gentle);
    const direction = directions + k * REGISTER * INT;
    if (rowsOf(direction)) matrix(direction, diagonal, false, gentle);
  }
  return end;
}
/** A register without rows holds nothing. */
function place(register: i32, sized: i32, slot: i32, at: i32, is: bool): i32 {
  const rows = is ? int(sized + int(slot) * INT) : 0;
  const cols = is ? int(sized + int(slot + INT) * INT) : 0;
  set(register, 0, rows);
  set(register, 1, cols);
  set(register, 2, at);
  return at + rows * cols;
}

/** Of a diagonal matrix only the diagonal is drawn. */
function matrix(register: i32, diagonal: bool, positive: bool, gentle: bool): void {
  const rows = rowsOf(register);
  const length = countOf(register);
  const at = atOf(register);
  const n = diagonal ? rows : length;
  const step = diagonal ? rows + 1 : 1;
  clear(at, length);
  const kind = below(3);
  if (kind === 2) reals(at, step, n, positive, gentle ? 1 : 2);
  else {
    const most = kind ? (gentle ? 10 : 30) : gentle ? (positive ? 2 : 1) : 3;
    decimals(at, step, n, positive ? 1 : -most, most, kind ? 10 : 1);
  }
}
/** Doubles from −by to by, or from by/8 to 9·by/8. */
function reals(at: i32, step: i32, n: i32, positive: bool, by: f64): void {
  for (let i = 0; i < n; i++) {
    const x = f64(i64(next()) >> 11) / 4503599627370496;
    store<f64>((at + i * step) << 3, by * (positive ? abs(x) + 0.125 : x));
  }
}
/** From least/by to most/by. */
function decimals(at: i32, step: i32, n: i32, least: i32, most: i32, by: f64): void {
  for (let i = 0; i < n; i++) store<f64>((at + i * step) << 3, f64(least + below(most - least + 1)) / by);
}
