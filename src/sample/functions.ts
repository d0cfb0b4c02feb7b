// Elementwise functions with their derivatives of every order in closed form, and the bound of an evaluation.
// A name that is not in FUNCTIONS is a generic smooth function: a fixed random combination of sines, another one for every name.

import { FUNCTIONS } from '../expression/functions.ts';
import { U, Undefined } from './bounded.ts';
import type { Bounded, Memory } from './memory.ts';

/** A value, and the sum of absolute values that went into it: its rounding error is a few U·size. */
interface Evaluated {
  readonly value: number;
  readonly size: number;
}
type Derivative = (x: number, order: number) => Evaluated;

const direct = (value: number): Evaluated => ({ value, size: Math.abs(value) });

/** x^p differentiated `order` times. */
const powerOf = (x: number, p: number, order: number): Evaluated => {
  let factor = 1;
  for (let k = 0; k < order; k++) factor *= p - k;
  const exponent = p - order;
  return direct(factor * (p === 0.5 ? Math.sqrt(x) * x ** -order : x ** exponent));
};

/** Coefficients, lowest first. */
type Polynomial = readonly number[];
const polynomial = (c: Polynomial, y: number): Evaluated => {
  let value = 0;
  let size = 0;
  for (let i = c.length - 1; i >= 0; i--) {
    value = value * y + c[i]!;
    size = size * Math.abs(y) + Math.abs(c[i]!);
  }
  return { value, size: size * c.length };
};
const slope = (c: Polynomial): number[] => c.slice(1).map((a, i) => a * (i + 1));
const convolve = (a: Polynomial, b: Polynomial): number[] => {
  const out = new Array<number>(Math.max(0, a.length + b.length - 1)).fill(0);
  for (const [i, x] of a.entries()) for (const [j, y] of b.entries()) out[i + j]! += x * y;
  return out;
};
/** y′ = q(y) ⇒ every derivative is a polynomial in y: P₀ = y, P_{k+1} = P_k′·q. */
const riccati =
  (f: (x: number) => number, q: Polynomial): Derivative =>
  (x, order) => {
    let p: Polynomial = [0, 1];
    for (let k = 0; k < order; k++) p = convolve(slope(p), q);
    return polynomial(p, f(x));
  };
/** (arctan x)⁽ᵏ⁾ = P_k(x)/(1 + x²)ᵏ with P₁ = 1, P_{k+1} = P_k′(1 + x²) − 2kxP_k. */
const arctan: Derivative = (x, order) => {
  if (order === 0) return direct(Math.atan(x));
  let p: Polynomial = [1];
  for (let k = 1; k < order; k++) {
    const rise = convolve(slope(p), [1, 0, 1]);
    const fall = convolve(p, [0, 2 * k]);
    p = fall.map((c, i) => (rise[i] ?? 0) - c);
  }
  const { value, size } = polynomial(p, x);
  const scale = (1 + x * x) ** -order;
  return { value: value * scale, size: size * scale };
};
const cycle =
  (...functions: readonly ((x: number) => number)[]): Derivative =>
  (x, order) =>
    direct(functions[order % functions.length]!(x));

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
const sigmoids = riccati(sigmoid, [0, 1, -1]);
const stepwise =
  (value: (x: number) => number, first: (x: number) => number): Derivative =>
  (x, order) =>
    direct(order === 0 ? value(x) : order === 1 ? first(x) : 0);

const NAMED: ReadonlyMap<string, Derivative> = new Map<string, Derivative>([
  ['exp', cycle(Math.exp)],
  ['log', (x, order) => (order === 0 ? direct(Math.log(x)) : powerOf(x, -1, order - 1))],
  ['sigmoid', sigmoids],
  ['tanh', riccati(Math.tanh, [1, 0, -1])],
  ['sinh', cycle(Math.sinh, Math.cosh)],
  ['cosh', cycle(Math.cosh, Math.sinh)],
  [
    'sin',
    cycle(
      Math.sin,
      Math.cos,
      x => -Math.sin(x),
      x => -Math.cos(x),
    ),
  ],
  [
    'cos',
    cycle(
      Math.cos,
      x => -Math.sin(x),
      x => -Math.cos(x),
      Math.sin,
    ),
  ],
  ['tan', riccati(Math.tan, [1, 0, 1])],
  ['arctan', arctan],
  [
    'softplus',
    (x, order) =>
      order === 0 ? direct(Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)))) : sigmoids(x, order - 1),
  ],
  ['sqrt', (x, order) => powerOf(x, 0.5, order)],
  ['abs', stepwise(Math.abs, Math.sign)],
  ['sign', stepwise(Math.sign, () => 0)],
  [
    'relu',
    stepwise(
      x => Math.max(x, 0),
      x => (x > 0 ? 1 : 0),
    ),
  ],
  ['reciprocal', (x, order) => powerOf(x, -1, order)],
]);

/** Three sines whose amplitude, frequency and phase are drawn from the name (FNV-1a, then a linear congruence). */
const generic = (name: string): Derivative => {
  let state = 0x811c9dc5;
  for (const c of name) state = Math.imul(state ^ c.codePointAt(0)!, 0x01000193) >>> 0;
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const waves = [1, 2, 3].map(() => ({ height: 0.5 + next(), pace: 0.4 + next(), phase: 6 * next() }));
  return (x, order) => {
    let value = 0;
    let size = 0;
    for (const { height, pace, phase } of waves) {
      const angle = pace * x + phase + (order * Math.PI) / 2;
      const scale = height * pace ** order;
      value += scale * Math.sin(angle);
      size += scale * (3 + Math.abs(pace * x) + phase + 2 * order);
    }
    return { value, size };
  };
};
const generics = new Map<string, Derivative>();
const derivativeOf = (name: string): Derivative => {
  const known = NAMED.get(name) ?? generics.get(name);
  if (known) return known;
  const made = generic(name);
  generics.set(name, made);
  return made;
};

/** How near to the edge of its domain a function is still evaluated. */
const MARGIN = 2 ** -16;

/**
 * f⁽ᵒʳᵈᵉʳ⁾ of every entry. The bound is |f⁽ᵒʳᵈᵉʳ⁺¹⁾| near the entry times the entry's own bound, and a few units of roundoff.
 * `signs` receives on which side of a kink or a pole every entry lies.
 * @throws Undefined when an entry is not safely inside the function's domain
 */
export const elementwise = (m: Memory, name: string, order: number, a: Bounded, signs: number[]): Bounded => {
  const f = derivativeOf(name);
  const domain = FUNCTIONS.get(name)?.domain ?? 'real';
  const out = m.take(a.rows, a.cols);
  for (let i = 0; i < a.rows * a.cols; i++) {
    const x = m.value[a.at + i]!;
    const e = m.bound[a.at + i]!;
    const room = domain === 'positive' ? x : domain === 'nonzero' ? Math.abs(x) : Number.POSITIVE_INFINITY;
    if (!(room > MARGIN && room > 64 * e)) throw new Undefined(`${name} near the edge of its domain`);
    if (domain === 'nonzero') signs.push(Math.sign(x));
    if (name === 'tan') signs.push(Math.round(x / Math.PI));
    const { value, size } = f(x, order);
    m.value[out.at + i] = value;
    m.bound[out.at + i] = (e && e * steepest(f, x, e, order + 1)) + (6 + 2 * order) * U * size;
  }
  return out;
};
/** The largest |f⁽ᵏ⁾| near x, from both ends of its interval and the change between them. */
const steepest = (f: Derivative, x: number, e: number, order: number): number => {
  const left = Math.abs(f(x - e, order).value);
  const right = Math.abs(f(x + e, order).value);
  return Math.max(left, right) + Math.abs(left - right);
};
