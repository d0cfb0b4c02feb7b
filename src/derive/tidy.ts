// Builders that simplify on the way: scalars in front, no identity in a product, no transpose of a transpose, M M⁻¹ gone.
// Each gives an expression that is equal to the plain builder's for all values under which that one means something.

import * as make from '../expression/build.ts';
import { identical, isColumn, isScalar, isUnit, type Shape } from '../expression/dimension.ts';
import type { Expression } from '../expression/expression.ts';
import { has, type Structure } from '../expression/symbol.ts';
import { equal, ONE } from '../number/rational.ts';
import { keyOf, lengthOf, shortest } from './measure.ts';
import { rebuilt } from './rebuild.ts';
import { joined, multiplied, NOTHING, type Scaled, scaled } from './scaled.ts';

const is = (e: Expression, ...structures: Structure[]): boolean =>
  e.op === 'symbol' && structures.some(s => has(e.symbol, s));
const around = (s: Scaled, body: Expression): Expression => joined(multiplied(s, NOTHING, body));
const isSquare = ({ rows, cols }: Shape): boolean => identical(rows, cols);

/** Eᵀ, inside products or around them, whichever is shorter. */
export const transposed = (e: Expression): Expression => {
  const s = scaled(e);
  if (s.body === null) return e;
  return around(
    s,
    s.body.op === 'product' ? chain(...s.body.factors.map(turnedOver).reverse()) : turnedOver(s.body),
  );
};
const turnedOver = (e: Expression): Expression => {
  let made = turnings.get(e);
  if (!made) turnings.set(e, (made = shortest([plainTranspose(e), inwards(e)])));
  return made;
};
const turnings = new WeakMap<Expression, Expression>();
const plainTranspose = (e: Expression): Expression =>
  e.op === 'transpose'
    ? e.of
    : isSymmetric(e)
      ? e
      : e.op === 'inverse' && e.of.op === 'transpose'
        ? make.inverse(e.of.of)
        : make.transpose(e);
/** (Mᵀ)⁻¹ is always (M⁻¹)ᵀ, so that like terms look alike. */
const inverseAs = (of: Expression): Expression =>
  of.op === 'transpose' ? make.transpose(make.inverse(of.of)) : make.inverse(of);
/** With transposes only at the letters. */
const inwards = (e: Expression): Expression => {
  switch (e.op) {
    case 'transpose':
      return e.of;
    case 'product':
      return make.product(...e.factors.map(f => inwards(f)).reverse());
    case 'scale':
      return make.scale(e.by, inwards(e.of));
    case 'add':
      return make.sum(...e.terms.map(inwards));
    case 'hadamard':
    case 'kronecker':
      return (e.op === 'hadamard' ? make.hadamard : make.kronecker)(inwards(e.left), inwards(e.right));
    case 'inverse':
      return isAlike(e.of) ? e : inverseAs(inwards(e.of));
    case 'pseudoInverse':
      return make.pseudoInverse(inwards(e.of));
    case 'power':
      return isScalar(e.shape) ? e : make.power(inwards(e.of), e.exponent);
    case 'elementwise':
      return make.elementwise(e.fn, inwards(e.of), e.order);
    case 'commutation':
      return make.commutation(e.n, e.m);
    case 'ones':
      return make.ones({ rows: e.shape.cols, cols: e.shape.rows });
    case 'zeros':
      return make.zeros({ rows: e.shape.cols, cols: e.shape.rows });
    default:
      return isAlike(e) ? e : make.transpose(e);
  }
};
/** Its own transpose as a letter or an operator. */
const isAlike = (e: Expression): boolean =>
  isScalar(e.shape) ||
  e.op === 'identity' ||
  e.op === 'diag' ||
  ((e.op === 'ones' || e.op === 'zeros') && isSquare(e.shape)) ||
  (is(e, 'symmetric', 'positive-definite', 'diagonal') && isSquare(e.shape));

/** Shown by transposing: the same factors in the same order, the same terms in any. */
export const isSymmetric = (e: Expression): boolean =>
  isAlike(e) || (isSquare(e.shape) && normal(inwards(e)) === normal(inwards(inwards(e))));
const normal = (e: Expression): string =>
  e.op === 'add'
    ? `add(${e.terms.map(normal).sort().join()})`
    : e.op === 'inverse' || e.op === 'power'
      ? `${e.op}(${normal(e.of)})`
      : keyOf(e);

/** A product; scalars of its factors come to the front. */
export const chain = (...factors: readonly Expression[]): Expression => {
  const parts = factors.map(scaled);
  const front = parts.reduce((a, b) => multiplied(a, b, null));
  const bodies = parts.flatMap(p => (p.body ? flat(p.body) : []));
  const rows = factors[0]!.shape.rows;
  const kept = bodies.filter(f => f.op !== 'identity');
  if (kept.length === 0) return around(front, bodies[0] ?? make.number(1));
  const simple = cancelled(kept);
  if (simple.length === 0) return joined({ ...front, body: isUnit(rows) ? null : make.identity(rows) });
  const body = make.product(...bracketed(powers(simple)));
  return isScalar(body.shape) ? joined(multiplied(front, scaled(body), null)) : around(front, body);
};
/** Factors without a product or a power among them, transposed or not. */
export const flat = (e: Expression): readonly Expression[] => {
  if (e.op === 'product') return e.factors.flatMap(flat);
  if (e.op === 'transpose' && e.of.op === 'product')
    return e.of.factors.map(turnedOver).reverse().flatMap(flat);
  if (e.op === 'power' && e.exponent <= LONGEST_POWER) return repeated(flat(e.of), e.exponent);
  if (e.op === 'inverse' && e.of.op === 'power' && e.of.exponent <= LONGEST_POWER)
    return repeated([inverted(e.of.of)], e.of.exponent);
  if (e.op === 'transpose' && e.of.op === 'inverse' && e.of.of.op === 'power')
    return flat(e.of).map(turnedOver);
  return [e];
};
const LONGEST_POWER = 12;
const repeated = (of: readonly Expression[], n: number): Expression[] =>
  Array.from({ length: n }, () => of).flat();
/** Runs of factors go below one transpose where that saves some: x (A x)ᵀ for x xᵀ Aᵀ. */
const bracketed = (factors: readonly Expression[]): Expression[] => {
  const turned = factors.map(turnedOver);
  const cost = (of: readonly Expression[]): number => of.reduce((sum, f) => sum + lengthOf(f), 0);
  const best: { cost: number; made: Expression[] }[] = [{ cost: 0, made: [] }];
  for (let end = 1; end <= factors.length; end++) {
    const last = factors[end - 1]!;
    let found = { cost: best[end - 1]!.cost + lengthOf(last), made: [...best[end - 1]!.made, last] };
    for (let start = 0; start <= end - 2; start++) {
      const run = turned.slice(start, end);
      const total = best[start]!.cost + 1 + cost(run);
      if (total < found.cost)
        found = { cost: total, made: [...best[start]!.made, make.transpose(make.product(...run.reverse()))] };
    }
    best.push(found);
  }
  return best.at(-1)!.made;
};
/** Neighbours that are one another's inverse go; diag(v) 1 is v. */
const cancelled = (factors: readonly Expression[]): readonly Expression[] => {
  const spread = factors.flatMap(inverseFactors);
  const short = spread.length > factors.length ? pruned(spread) : spread;
  if (short.length < spread.length && spread.length > factors.length) return short;
  return pruned(factors);
};
const pruned = (factors: readonly Expression[]): readonly Expression[] => {
  for (let k = 0; k < factors.length; k++)
    for (let n = factors.length - k; n >= 2; n--) {
      const by = replacement(factors.slice(k, k + n));
      if (by) return pruned(factors.toSpliced(k, n, ...by));
    }
  return factors;
};
const replacement = (run: readonly Expression[]): readonly Expression[] | null => {
  const [first, last] = [run[0]!, run.at(-1)!];
  if (undoes(first, run.slice(1)) || undoes(last, run.slice(0, -1))) return [];
  if (run.length !== 2) return null;
  if (first.op === 'diag' && last.op === 'ones' && isColumn(last.shape)) return [first.of];
  if (last.op === 'diag' && first.op === 'ones' && isUnit(first.shape.rows)) return [transposed(last.of)];
  const [a, b] = [first.op === 'transpose' ? first.of : first, last.op === 'transpose' ? last.of : last];
  if ((first.op === 'transpose') === (last.op === 'transpose') || keyOf(a) !== keyOf(b)) return null;
  if (is(a, 'orthogonal', 'permutation') && isSquare(a.shape)) return [];
  return is(a, 'orthonormal-columns') && first.op === 'transpose' ? [] : null;
};
/** e is the inverse of the product of the others. */
const undoes = (e: Expression, others: readonly Expression[]): boolean => {
  const of = inverseOf(e);
  if (!of) return false;
  const factors = flat(of);
  return factors.length === others.length && factors.every((f, k) => keyOf(f) === keyOf(others[k]!));
};
/** M where e is M⁻¹. */
const inverseOf = (e: Expression): Expression | null =>
  e.op === 'inverse' ? e.of : e.op === 'transpose' && e.of.op === 'inverse' ? inwards(e.of.of) : null;
/** The inverses of the square factors of an inverted product. */
const inverseFactors = (e: Expression): readonly Expression[] => {
  const of = inverseOf(e);
  if (of?.op !== 'product' || isScalar(of.shape)) return [e];
  if (!of.factors.every(f => identical(f.shape.rows, of.shape.rows) && isSquare(f.shape))) return [e];
  return of.factors.map(inverted).reverse();
};
/** X X is X², X⁻¹ X⁻¹ is X⁻². */
const powers = (factors: readonly Expression[]): Expression[] => {
  const made: Expression[] = [];
  for (let k = 0; k < factors.length; ) {
    const f = factors[k]!;
    let n = 1;
    while (k + n < factors.length && keyOf(factors[k + n]!) === keyOf(f)) n++;
    k += n;
    if (n === 1 || !isSquare(f.shape) || isScalar(f.shape)) for (let i = 0; i < n; i++) made.push(f);
    else made.push(f.op === 'inverse' ? make.inverse(make.power(f.of, n)) : make.power(f, n));
  }
  return made;
};

export const inverted = (e: Expression): Expression => {
  const s = scaled(e);
  if (s.body === null) return joined(scaled(make.inverse(e)));
  const front = {
    coefficient: scaled(make.inverse(make.number(s.coefficient))).coefficient,
    over: s.under,
    under: s.over,
  };
  const of = s.body;
  if (of.op === 'inverse') return joined({ ...front, body: of.of });
  if (of.op === 'identity') return joined({ ...front, body: of });
  if (is(of, 'orthogonal', 'permutation')) return joined({ ...front, body: make.transpose(of) });
  return joined({ ...front, body: inverseAs(of) });
};

/** ⊙ with the shortest factors first and divisors last; what stands above and below goes. */
export const hadamard = (a: Expression, b: Expression): Expression => {
  const [x, y] = [scaled(a), scaled(b)];
  const front = multiplied(x, y, null);
  if (!x.body || !y.body) return joined({ ...front, body: x.body ?? y.body });
  const all = [...entrywise(x.body), ...entrywise(y.body)].filter(e => e.op !== 'ones');
  const below = all.filter(isReciprocal).map(e => (e as Reciprocal).of);
  const above: Expression[] = [];
  for (const e of all.filter(f => !isReciprocal(f))) {
    const at = below.findIndex(d => keyOf(d) === keyOf(e));
    if (at >= 0) below.splice(at, 1);
    else above.push(e);
  }
  above.sort((p, q) => lengthOf(p) - lengthOf(q) || (keyOf(p) < keyOf(q) ? -1 : 1));
  const factors = [...above, ...below.map(d => make.elementwise('reciprocal', d))];
  return around(
    front,
    factors.length ? factors.reduce((p, q) => make.hadamard(p, q)) : make.ones(x.body.shape),
  );
};
const entrywise = (e: Expression): readonly Expression[] =>
  e.op === 'hadamard' ? [...entrywise(e.left), ...entrywise(e.right)] : [e];
type Reciprocal = Expression & { op: 'elementwise' };
const isReciprocal = (e: Expression): e is Reciprocal =>
  e.op === 'elementwise' && e.fn === 'reciprocal' && e.order === 0;
export const kronecker = (a: Expression, b: Expression): Expression => {
  const [x, y] = [scaled(a), scaled(b)];
  const front = multiplied(x, y, null);
  if (!x.body || !y.body) return joined({ ...front, body: x.body ?? y.body });
  if (isColumn(x.body.shape) && isUnit(y.body.shape.rows)) return around(front, chain(x.body, y.body));
  const [p, q] = [x.body, y.body];
  if (p.op === 'identity' && q.op === 'identity')
    return around(front, make.identity([...p.shape.rows, ...q.shape.rows]));
  if (p.op === 'ones' && q.op === 'ones') return around(front, make.ones(make.kronecker(p, q).shape));
  return around(front, make.kronecker(p, q));
};
export const khatriRao = (a: Expression, b: Expression): Expression => {
  const [x, y] = [scaled(a), scaled(b)];
  return around(multiplied(x, y, null), make.khatriRao(x.body ?? a, y.body ?? b));
};
export const diag = (v: Expression): Expression => {
  const s = scaled(v);
  if (!s.body) return v;
  if (s.body.op === 'ones') return around(s, make.identity(s.body.shape.rows));
  if (s.body.op === 'diagonal')
    return is(s.body.of, 'diagonal')
      ? around(s, s.body.of)
      : around(s, make.hadamard(s.body.of, make.identity(s.body.shape.rows)));
  return around(s, make.diag(s.body));
};
export const diagonal = (m: Expression): Expression => {
  const s = scaled(m);
  if (!s.body) return m;
  if (s.body.op === 'diag') return around(s, s.body.of);
  if (s.body.op === 'transpose') return around(s, make.diagonal(s.body.of));
  return around(s, make.diagonal(s.body));
};
export const vec = (m: Expression): Expression => {
  const s = scaled(m);
  if (!s.body || isColumn(s.body.shape)) return m;
  return isUnit(s.body.shape.rows) ? transposed(m) : around(s, make.vec(s.body));
};
/** The trace, its factors turned to where they are shortest. */
export const trace = (m: Expression): Expression => {
  const s = scaled(m);
  if (!s.body) return m;
  return joined(multiplied(s, scaled(shortest(turns(s.body).map(make.trace))), null));
};
const turns = (e: Expression): Expression[] => {
  if (e.op !== 'product') return [e.op === 'transpose' ? e.of : e];
  const around = (f: Expression): Expression[] => {
    const factors = f.op === 'product' ? f.factors : [f];
    return factors.map((_, k) => chain(...factors.slice(k), ...factors.slice(0, k)));
  };
  return [...around(e), ...around(transposed(e))].filter(x => isSquare(x.shape));
};
/** aᵀ M b for columns a and b. */
export const form = (a: Expression, m: Expression | null, b: Expression): Expression => {
  const straight = chain(transposed(a), ...(m ? [m] : []), b);
  const turned = chain(transposed(b), ...(m ? [transposed(m)] : []), a);
  return shortest([straight, turned]);
};
/** As it was written, but for factors of 1 (which the reader puts in front of ones that it adds) and the order of ⁻¹ and ᵀ. */
export const simplified = (e: Expression): Expression => {
  const of = rebuilt(e, simplified);
  if (of.op === 'scale' && of.by.op === 'number' && equal(of.by.value, ONE)) return of.of;
  return of.op === 'inverse' ? inverseAs(of.of) : of;
};
