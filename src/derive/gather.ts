// Sums: like terms are collected, and what several terms share (factors in front, behind, in ⊙ and ⊗, scalars) is pulled out where
// that makes the sum shorter.

import * as make from '../expression/build.ts';
import { isScalar, type Shape, sameShape } from '../expression/dimension.ts';
import type { Expression } from '../expression/expression.ts';
import {
  add,
  compare,
  divide,
  isZero,
  MINUS_ONE,
  negate,
  ONE,
  type Rational,
  ZERO,
} from '../number/rational.ts';
import { keyOf, lengthOf, shortest } from './measure.ts';
import { joined, multiplied, type Scaled, scaled } from './scaled.ts';
import { chain, diag, flat, hadamard, kronecker, transposed, vec } from './tidy.ts';

/** The sum of terms, each given in the ways it can be written, as short as is found. */
export const gathered = (terms: readonly (readonly Expression[])[], shape: Shape): Expression => {
  if (terms.length === 0) return isScalar(shape) ? make.number(0) : make.zeros(shape);
  const merged = remembered();
  return shortest(choices(terms).map(chosen => grouped(chosen, merged)));
};

/** Which way of each term is tried with which of the others: those as short as the shortest one. */
const MAX_CHOICES = 16;
const choices = (terms: readonly (readonly Expression[])[]): Expression[][] => {
  const tied = terms.map(ways => ways.filter(w => lengthOf(w) === lengthOf(ways[0]!)));
  let made: Expression[][] = [[]];
  for (const ways of tied) made = made.flatMap(chosen => ways.map(w => [...chosen, w])).slice(0, MAX_CHOICES);
  return made;
};

/** Like terms collected; those with a plus first. */
const plain = (terms: readonly Expression[]): Expression[] => {
  const like = new Map<string, { of: Scaled; total: Rational }>();
  for (const t of terms) {
    const of = scaled(t);
    const bare = joined({ ...of, coefficient: ONE });
    const known = like.get(keyOf(bare));
    like.set(keyOf(bare), { of, total: add(known?.total ?? ZERO, of.coefficient) });
  }
  return [...like.values()].filter(l => !isZero(l.total)).map(l => joined({ ...l.of, coefficient: l.total }));
};
const added = (terms: readonly Expression[]): Expression => {
  const minus = (t: Expression): boolean => compare(scaled(t).coefficient, ZERO) < 0;
  // A before Aᵀ, what is added before what is subtracted.
  const turnedOver = (t: Expression): boolean =>
    terms.some(u => lengthOf(u) < lengthOf(t) && keyOf(transposed(u)) === keyOf(t));
  const later = [...terms.filter(t => !turnedOver(t)), ...terms.filter(turnedOver)];
  const order = [...later.filter(t => !minus(t)), ...later.filter(minus)];
  const alike = common(order);
  const simple = make.sum(...order);
  const turned = order.length > 1 ? [make.transpose(make.sum(...order.map(transposed)))] : [];
  return shortest([simple, ...(alike ? [alike] : []), ...(isScalar(simple.shape) ? [] : turned)]);
};
/** All terms with one number, or with the same scalars, in front. */
const common = (terms: readonly Expression[]): Expression | null => {
  const parts = terms.map(scaled);
  const [first] = parts as [Scaled];
  if (terms.length < 2) return null;
  const magnitude = (r: Rational): Rational => (compare(r, ZERO) < 0 ? negate(r) : r);
  const number = parts.every(p => compare(magnitude(p.coefficient), magnitude(first.coefficient)) === 0)
    ? parts.every(p => compare(p.coefficient, ZERO) < 0)
      ? first.coefficient
      : magnitude(first.coefficient)
    : parts.every(p => compare(p.coefficient, ZERO) < 0)
      ? MINUS_ONE
      : ONE;
  const shared = (of: (p: Scaled) => readonly Expression[]): Expression[] =>
    parts.slice(1).reduce<Expression[]>((kept, p) => meet(kept, of(p)), [...of(first)]);
  const [over, under] = [shared(p => p.over), shared(p => p.under)];
  if (!over.length && !under.length && compare(number, ONE) === 0) return null;
  const rest = parts.map(p =>
    joined({
      coefficient: divide(p.coefficient, number),
      over: without(p.over, over),
      under: without(p.under, under),
      body: p.body,
    }),
  );
  const inner = make.sum(...rest);
  return joined(
    isScalar(inner.shape)
      ? { coefficient: number, over: [...over, inner], under, body: null }
      : { coefficient: number, over, under, body: inner },
  );
};
const meet = (a: readonly Expression[], b: readonly Expression[]): Expression[] => {
  const left = b.map(keyOf);
  return a.filter(e => {
    const at = left.indexOf(keyOf(e));
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
};
const without = (a: readonly Expression[], taken: readonly Expression[]): Expression[] => {
  const left = taken.map(keyOf);
  return a.filter(e => {
    const at = left.indexOf(keyOf(e));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
};

/** Two terms with something in common become one while that makes the sum no longer, the best ways to begin with side by side. */
const grouped = (written: readonly Expression[], merged: Merge): Expression => {
  const terms = plain(written);
  if (terms.length === 0) return isScalar(written[0]!.shape) ? make.number(0) : make.zeros(written[0]!.shape);
  let best = added(terms);
  let beam: State[] = [{ terms, length: 0 }];
  while (beam.length) {
    const next = new Map<string, State>();
    for (const state of beam)
      for (const grown of state.terms.flatMap((_, a) => joinedWithLater(state, a, merged)))
        next.set(grown.terms.map(keyOf).sort().join(), grown);
    beam = [...next.values()].sort((x, y) => x.length - y.length).slice(0, BEAM);
    for (const { terms: some } of beam) best = shortest([best, added(some)]);
  }
  return best;
};
const BEAM = 6;
interface State {
  readonly terms: readonly Expression[];
  /** Operators saved, as a negative number. */
  readonly length: number;
}
const joinedWithLater = ({ terms, length }: State, a: number, merged: Merge): State[] =>
  terms.slice(a + 1).flatMap((y, k) =>
    merged(terms[a]!, y).map(({ together, saved }) => ({
      terms: [...terms.filter((_, i) => i !== a && i !== a + 1 + k), together],
      length: length - saved,
    })),
  );
interface Merged {
  readonly together: Expression;
  /** Operators that the sum of both has more; never negative. */
  readonly saved: number;
}
type Merge = (x: Expression, y: Expression) => readonly Merged[];
/** Pairs are met again and again. */
const remembered = (): Merge => {
  const known = new Map<string, readonly Merged[]>();
  const merge: Merge = (x, y) => {
    const key = `${keyOf(x)} ${keyOf(y)}`;
    let made = known.get(key);
    if (!made) {
      known.set(key, []);
      const apart = lengthOf(added([x, y]));
      made = pairs(x, y, merge)
        .map(together => ({ together, saved: apart - lengthOf(together) }))
        .filter(m => m.saved >= 0);
      known.set(key, made);
    }
    return made;
  };
  return merge;
};

/** The ways to write x + y with a factor that both have pulled out. */
const pairs = (x: Expression, y: Expression, merged: Merge): Expression[] => {
  const [a, b] = [scaled(x), scaled(y)];
  const over = meet(a.over, b.over);
  const under = meet(a.under, b.under);
  const common = { coefficient: ONE, over, under, body: null };
  const rest = (s: Scaled): Scaled => ({
    ...s,
    over: without(s.over, over),
    under: without(s.under, under),
    body: null,
  });
  const made: Expression[] = [];
  if (!a.body || !b.body) return made;
  if (!isScalar(x.shape)) made.push(make.transpose(added(plain([transposed(x), transposed(y)]))));
  for (const { left, right, build } of splits(a.body, b.body)) {
    const inner = grouped([scaledBy(rest(a), left), scaledBy(rest(b), right)], merged);
    const whole = build(inner);
    const s = scaled(whole);
    made.push(joined(multiplied(common, s, s.body)));
  }
  return made;
};
const scaledBy = (s: Scaled, body: Expression): Expression =>
  joined(multiplied(s, scaled(body), scaled(body).body));

interface Parting {
  readonly left: Expression;
  readonly right: Expression;
  readonly build: (inner: Expression) => Expression;
}
const splits = (a: Expression, b: Expression): Parting[] => {
  const made: Parting[] = [];
  const [f, g] = [flat(a), flat(b)];
  const same = (x: Expression, y: Expression): boolean => keyOf(x) === keyOf(y);
  let front = 0;
  while (front < f.length && front < g.length && same(f[front]!, g[front]!)) front++;
  let back = 0;
  while (back < f.length && back < g.length && same(f.at(-1 - back)!, g.at(-1 - back)!)) back++;
  for (let i = 0; i <= front; i++)
    for (let j = 0; j <= back; j++) {
      if (i + j === 0) continue;
      const [left, right] = [between(f, i, j), between(g, i, j)];
      if (!left || !right || !sameShape(left.shape, right.shape)) continue;
      made.push({
        left,
        right,
        build: inner => chain(...f.slice(0, i), inner, ...(j ? f.slice(-j) : [])),
      });
    }
  if (a.op === 'diag' && b.op === 'diag') made.push({ left: a.of, right: b.of, build: diag });
  if (a.op === 'vec' && b.op === 'vec') made.push({ left: a.of, right: b.of, build: vec });
  if (same(b, transposed(a))) return made;
  for (const op of ['hadamard', 'kronecker'] as const) {
    const by = op === 'hadamard' ? hadamard : kronecker;
    const [x, y] = [operands(a, op), operands(b, op)];
    if (!x || !y) continue;
    if (same(x[0], y[0])) made.push({ left: x[1], right: y[1], build: inner => by(x[0], inner) });
    if (same(x[1], y[1])) made.push({ left: x[0], right: y[0], build: inner => by(inner, x[1]) });
    if (op === 'hadamard' && same(x[0], y[1]))
      made.push({ left: x[1], right: y[0], build: inner => by(x[0], inner) });
    if (op === 'hadamard' && same(x[1], y[0]))
      made.push({ left: x[0], right: y[1], build: inner => by(inner, x[1]) });
  }
  return made.filter(m => sameShape(m.left.shape, m.right.shape));
};
const operands = (e: Expression, op: 'hadamard' | 'kronecker'): [Expression, Expression] | null => {
  if (e.op === op && (e.op === 'hadamard' || e.op === 'kronecker')) return [e.left, e.right];
  return op === 'hadamard' ? [e, make.ones(e.shape)] : null;
};
/** What is left of a product; the identity when it is nothing. */
const between = (f: readonly Expression[], i: number, j: number): Expression | null => {
  if (i + j > f.length) return null;
  if (i + j < f.length) return chain(...f.slice(i, f.length - j));
  return i < f.length ? make.identity(f[i]!.shape.rows) : i > 0 ? make.identity(f[i - 1]!.shape.cols) : null;
};
