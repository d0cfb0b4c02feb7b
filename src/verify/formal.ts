// Functions without exact values, known by their derivatives only: exp is any function with exp′ = exp, sin and cos any two on the unit
// circle with sin′ = cos and cos′ = −sin, and so on; a generic function is any function at all.
//   values at distinct points are independent random numbers, drawn when first asked for: what holds for all of them holds for the
//   function itself · what fails for them may still hold (log(xy) = log x + log y), so that difference says nothing

import { type Elementwise, reciprocalJet, Singular } from '../evaluate/index.ts';
import { children, type Expression } from '../expression/expression.ts';
import { FUNCTIONS } from '../expression/functions.ts';
import type { Statement } from '../expression/judgement.ts';
import { DualField } from '../number/dual.ts';
import type { Field, Jet } from '../number/field.ts';
import type { PrimeField } from '../number/prime.ts';
import type { Random } from '../number/random.ts';

/** The functions in a statement that have no exact values modulo p, each once. */
export const formalFunctions = ({ lhs, rhs }: Statement): string[] => {
  const found = new Set<string>();
  const seen = new Set<Expression>();
  const visit = (e: Expression): void => {
    if (seen.has(e)) return;
    seen.add(e);
    if (e.op === 'elementwise' && FUNCTIONS.get(e.fn)?.exact === false) found.add(e.fn);
    for (const child of children(e)) visit(child);
  };
  visit(lhs);
  visit(rhs);
  return [...found];
};

/** Elementwise functions modulo p, for one trial. */
export const formally = (base: PrimeField, random: Random): Elementwise<number> => {
  const drawn = new Map<string, number>();
  /** A function of whose values nothing is known. */
  const free =
    (name: string) =>
    (x: number): number => {
      const key = `${x} ${name}`;
      const known = drawn.get(key) ?? base.random(random);
      drawn.set(key, known);
      return known;
    };
  let jets: ReadonlyMap<string, Jet<number>> | null = null;
  return (k, fn, order, x) => {
    if (!FUNCTIONS.has(fn)) return k.apply((n, y) => free(`${n} ${fn}`)(y), order, x);
    jets ??= basicJets(base, free);
    const jet = jets.get(fn);
    const all = jets;
    return jet ? k.apply(jet, order, x) : derived(k, (field, y) => compose(field, all, fn, y), order, x);
  };
};

/** Functions whose derivatives of every order are written down. */
const basicJets = (
  k: PrimeField,
  free: (name: string) => (x: number) => number,
): ReadonlyMap<string, Jet<number>> => {
  const reciprocal = reciprocalJet(k);
  const exp = free('exp');
  const log = free('log');
  const arctan = free('arctan');
  const sqrt = free('sqrt');
  const sign = free('sign');
  const angle = free('angle');
  /** ((1 − t²)/(1 + t²), 2t/(1 + t²)), the point of the circle at angle x. */
  const circle = (x: number): readonly [cos: number, sin: number] => {
    const t = angle(x);
    const square = k.multiply(t, t);
    const below = inverse(k, k.add(1, square));
    return [k.multiply(k.subtract(1, square), below), k.multiply(k.add(t, t), below)];
  };
  const turned = (quarters: number, x: number): number => {
    const [cos, sin] = circle(x);
    return [cos, k.negate(sin), k.negate(cos), sin][quarters % 4]!;
  };
  return new Map<string, Jet<number>>([
    ['reciprocal', reciprocal],
    ['exp', (_, x) => exp(x)],
    [
      'log',
      (order, x) => {
        if (x === 0) throw new Singular('the logarithm of zero');
        return order === 0 ? log(x) : reciprocal(order - 1, x);
      },
    ],
    [
      'arctan',
      (order, x) =>
        order === 0
          ? arctan(x)
          : derived(k, (f, y) => inverse(f, f.add(f.one, f.multiply(y, y))), order - 1, x),
    ],
    // y′ = 1/2y, so that y⁽ᵏ⁾ = ½(½ − 1)…(½ − k + 1) / y²ᵏ⁻¹
    [
      'sqrt',
      (order, x) => {
        let value = sqrt(x);
        const step = inverse(k, k.multiply(2, k.multiply(value, value)));
        for (let i = 0; i < order; i++) value = k.multiply(value, k.multiply(k.fromInteger(1 - 2 * i), step));
        return value;
      },
    ],
    ['sign', (order, x) => (order === 0 ? sign(x) : 0)],
    ['cos', (order, x) => turned(order, x)],
    ['sin', (order, x) => turned(order + 3, x)],
  ]);
};
/** The other functions, made of these. */
const compose = <N>(k: Field<N, number>, jets: ReadonlyMap<string, Jet<number>>, fn: string, x: N): N => {
  const basic = (name: string, y: N): N => k.apply(jets.get(name)!, 0, y);
  const over = (a: N, b: N): N => k.multiply(a, inverse(k, b));
  const half = (a: N): N => over(a, k.fromInteger(2));
  switch (fn) {
    case 'sigmoid':
      return inverse(k, k.add(k.one, over(k.one, basic('exp', x))));
    case 'softplus':
      return basic('log', k.add(k.one, basic('exp', x)));
    case 'sinh':
      return half(k.subtract(basic('exp', x), over(k.one, basic('exp', x))));
    case 'cosh':
      return half(k.add(basic('exp', x), over(k.one, basic('exp', x))));
    case 'tanh':
      return over(compose(k, jets, 'sinh', x), compose(k, jets, 'cosh', x));
    case 'tan':
      return over(basic('sin', x), basic('cos', x));
    case 'abs':
      return k.multiply(x, basic('sign', x));
    case 'relu':
      return half(k.add(x, compose(k, jets, 'abs', x)));
    default:
      throw new TypeError(`nothing is known of ${fn}`);
  }
};

const inverse = <N>(k: Field<N, number>, x: N): N => {
  const found = k.invert(x);
  if (found === null) throw new Singular('division by zero');
  return found;
};

/** The derivative of any order of a function that is given by its values, by dual numbers. */
const derived = <N>(
  k: Field<N, number>,
  f: <M>(field: Field<M, number>, x: M) => M,
  order: number,
  x: N,
): N => (order === 0 ? f(k, x) : derived(new DualField(k), f, order - 1, { value: x, slope: k.one }).slope);
