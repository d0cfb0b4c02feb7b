// The inner loops of bounded arithmetic, in AssemblyScript: `npm run kernels` compiles them. WebAssembly computes at its full speed from the
// first instance on; V8 keeps the doubles of a JavaScript function in boxes until it has optimised it, which a run of a hundred
// instances does not see.
//   a matrix is the place of its first entry, column after column; `bounds` is how many bytes the bound of an entry lies behind it
//   what each kernel computes is said where it is called, in bounded.ts, compare.ts and difference.ts

let bounds: i32 = 0;
export function divide(at: i32): void {
  bounds = at;
}

export const U: f64 = 1.1102230246251565e-16;
const BYTES: i32 = 8;

function gamma(n: i32): f64 {
  return (f64(n) * U) / (1 - f64(n) * U);
}
function place(at: i32): i32 {
  return at << 3;
}
function bound(entry: i32): f64 {
  return load<f64>(entry + bounds);
}
function put(entry: i32, value: f64, within: f64): void {
  store<f64>(entry, value);
  store<f64>(entry + bounds, within);
}
function times(out: i32, p: i32, q: i32): void {
  const x = load<f64>(p);
  const y = load<f64>(q);
  const e = bound(q);
  const v = x * y;
  put(out, v, U * abs(v) + abs(x) * e + bound(p) * (abs(y) + e));
}

/** Sets n entries in a row to 0. */
export function clear(at: i32, n: i32): void {
  memory.fill(place(at), 0, n * BYTES);
  memory.fill(place(at) + bounds, 0, n * BYTES);
}
/** Sets n entries in a row. */
export function fill(at: i32, n: i32, value: f64, within: f64): void {
  for (let i = 0, o = place(at); i < n; i++, o += BYTES) put(o, value, within);
}
export function trace(a: i32, n: i32, out: i32): void {
  let s: f64 = 0;
  let size: f64 = 0;
  let error: f64 = 0;
  for (let i = 0, k = place(a); i < n; i++, k += place(n + 1)) {
    const x = load<f64>(k);
    s += x;
    size += abs(x);
    error += bound(k);
  }
  put(place(out), s, gamma(n) * size + error);
}
export function transpose(a: i32, rows: i32, cols: i32, out: i32): void {
  const stride = rows * BYTES;
  let o = place(out);
  for (let i = 0; i < rows; i++)
    for (let j = 0, k = place(a + i); j < cols; j++, k += stride, o += BYTES) put(o, load<f64>(k), bound(k));
}
export function copy(a: i32, stride: i32, n: i32, out: i32, step: i32): void {
  for (let i = 0, k = place(a), o = place(out); i < n; i++, k += place(stride), o += place(step))
    put(o, load<f64>(k), bound(k));
}
export function plus(a: i32, t: f64, b: i32, n: i32, round: f64, out: i32): void {
  const size = abs(t);
  for (
    let i = 0, p = place(a), q = place(b), o = place(out);
    i < n;
    i++, p += BYTES, q += BYTES, o += BYTES
  ) {
    const y = load<f64>(q);
    const s = load<f64>(p) + t * y;
    put(o, s, bound(p) + size * bound(q) + U * abs(s) + round * abs(y));
  }
}
export function scaled(t: f64, a: i32, n: i32, round: f64, out: i32): void {
  const size = abs(t);
  for (let i = 0, p = place(a), o = place(out); i < n; i++, p += BYTES, o += BYTES) {
    const x = load<f64>(p);
    put(o, t * x, size * bound(p) + round * abs(x));
  }
}
export function multiply(a: i32, stride: i32, b: i32, n: i32, out: i32): void {
  for (
    let i = 0, p = place(a), q = place(b), o = place(out);
    i < n;
    i++, p += place(stride), q += BYTES, o += BYTES
  )
    times(o, p, q);
}
export function product(a: i32, rows: i32, n: i32, b: i32, cols: i32, out: i32): void {
  const g = gamma(n);
  const stride = rows * BYTES;
  let o = place(out);
  for (let j = 0, column = place(b); j < cols; j++, column += n * BYTES)
    for (let i = 0; i < rows; i++, o += BYTES) {
      let s: f64 = 0;
      let size: f64 = 0;
      let error: f64 = 0;
      for (let k = 0, p = place(a + i), q = column; k < n; k++, p += stride, q += BYTES) {
        const x = load<f64>(p);
        const y = load<f64>(q);
        const dy = bound(q);
        const v = x * y;
        s += v;
        size += abs(v);
        error += abs(x) * dy + bound(p) * (abs(y) + dy);
      }
      put(o, s, g * size + error);
    }
}
export function kronecker(a: i32, rows: i32, cols: i32, b: i32, height: i32, width: i32, out: i32): void {
  let o = place(out);
  for (let j = 0; j < cols; j++)
    for (let l = 0; l < width; l++)
      for (let i = 0; i < rows; i++)
        for (let k = 0; k < height; k++, o += BYTES)
          times(o, place(a + i + j * rows), place(b + k + l * height));
}
export function khatriRao(a: i32, rows: i32, cols: i32, b: i32, height: i32, out: i32): void {
  let o = place(out);
  for (let j = 0; j < cols; j++)
    for (let i = 0; i < rows; i++)
      for (let k = 0; k < height; k++, o += BYTES)
        times(o, place(a + i + j * rows), place(b + k + j * height));
}
/** A factor is turned over or not. */
export function kroneckerTimes(
  a: i32,
  aRows: i32,
  aCols: i32,
  aTurned: bool,
  b: i32,
  bRows: i32,
  bCols: i32,
  bTurned: bool,
  v: i32,
  out: i32,
): void {
  const rows = aTurned ? aCols : aRows;
  const cols = aTurned ? aRows : aCols;
  const height = bTurned ? bCols : bRows;
  const width = bTurned ? bRows : bCols;
  // Entry (i, j) of the left factor is at a + i·down + j·along, entry (k, l) of the right one at b + k·under + l·beside.
  const down = aTurned ? aRows : 1;
  const along = aTurned ? 1 : aRows;
  const under = bTurned ? bRows : 1;
  const beside = bTurned ? 1 : bRows;
  const g = gamma(cols * width + 1);
  let o = place(out);
  for (let i = 0; i < rows; i++)
    for (let k = 0; k < height; k++, o += BYTES) {
      let s: f64 = 0;
      let size: f64 = 0;
      let error: f64 = 0;
      for (let j = 0, p = place(a + i * down); j < cols; j++, p += place(along)) {
        const x = load<f64>(p);
        const dx = bound(p);
        if (x === 0 && dx === 0) continue;
        for (
          let l = 0, q = place(b + k * under), r = place(v + j * width);
          l < width;
          l++, q += place(beside), r += BYTES
        ) {
          const y = load<f64>(q);
          const dy = bound(q);
          const z = load<f64>(r);
          const dz = bound(r);
          const w = x * y * z;
          s += w;
          size += abs(w);
          error += abs(x * y) * dz + (abs(x) * dy + dx * (abs(y) + dy)) * (abs(z) + dz);
        }
      }
      put(o, s, g * size + error);
    }
}

/** Adds w·(right − left) to every entry of `out`. */
export function accumulate(out: i32, right: i32, left: i32, n: i32, w: f64, roundings: i32): void {
  for (
    let i = 0, o = place(out), p = place(right), q = place(left);
    i < n;
    i++, o += BYTES, p += BYTES, q += BYTES
  ) {
    const r = load<f64>(p);
    const l = load<f64>(q);
    put(
      o,
      load<f64>(o) + w * (r - l),
      bound(o) + abs(w) * (bound(p) + bound(q) + f64(roundings) * U * (abs(r) + abs(l))),
    );
  }
}
/** The largest absolute value of n doubles from a byte on; infinite when one is not a number. */
export function largest(from: i32, n: i32): f64 {
  let max: f64 = 0;
  for (let i = 0, p = from; i < n; i++, p += BYTES) {
    const a = abs(load<f64>(p));
    if (!(a <= max)) max = Number.isNaN(a) ? Infinity : a;
  }
  return max;
}
/** The largest difference of two entries; infinite where one is not a number. */
export function apart(a: i32, b: i32, n: i32): f64 {
  let max: f64 = 0;
  for (let i = 0, p = place(a), q = place(b); i < n; i++, p += BYTES, q += BYTES) {
    const gap = abs(load<f64>(p) - load<f64>(q));
    if (!(gap <= max)) max = Number.isNaN(gap) ? Infinity : gap;
  }
  return max;
}
/** Writes to `out` the largest entry on the left, the largest bound of a gap, the worst gap in units of its bound, and the sum of all. */
export function compareEntries(left: i32, right: i32, n: i32, safety: f64, out: i32): void {
  let scale: f64 = 0;
  let dullest: f64 = 0;
  let ratio: f64 = 0;
  let total: f64 = 0;
  for (let i = 0, p = place(left), q = place(right); i < n; i++, p += BYTES, q += BYTES) {
    const x = load<f64>(p);
    const allowed = safety * (bound(p) + bound(q));
    const gap = abs(x - load<f64>(q));
    const size = abs(x);
    total += size + gap + allowed;
    if (size > scale) scale = size;
    if (allowed > dullest) dullest = allowed;
    if (gap > ratio * allowed) ratio = gap / allowed;
  }
  const o = place(out);
  store<f64>(o, scale);
  store<f64>(o + BYTES, dullest);
  store<f64>(o + 2 * BYTES, ratio);
  store<f64>(o + 3 * BYTES, total);
}
