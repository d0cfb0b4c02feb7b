// "= … + O(‖h‖²)": an equation up to terms of higher order in a small letter. Both sides are expanded to first order, term by term,
// and their values and linear parts must agree.
//   the linear part is exact calculus on what was written: products, inverses, traces, determinants, norms; other functions of h are refused

import { pieces } from '../latex/operands.ts';
import type { Span, Syntax } from '../latex/syntax.ts';
import { unreadable } from './refusal.ts';
import { inner } from './walk.ts';

type Of<K extends Syntax['kind']> = Extract<Syntax, { kind: K }>;

/** O(…) or o(…), standing as a term of a sum. */
export const isOrder = (s: Syntax): boolean => s.kind === 'call' && /^[Oo]$/.test(s.fn);

/** The two sides to first order in what is small; null where nothing is left out. @throws Refusal for another order, or another function */
export const toFirstOrder = (left: Syntax, right: Syntax): readonly [Syntax, Syntax] | null => {
  const orders = [left, right].flatMap(side => termsOf(side).filter((t): t is Of<'call'> => isOrder(t)));
  const [order] = orders;
  if (!order) return null;
  const names = new Set(orders.map(smallIn));
  const [small] = names;
  if (!small || names.size > 1 || orders.some(o => degreeLeft(o) !== 1))
    throw unreadable('P050', order.span, `terms of higher order, ${order.fn}(…), beside others`, {
      expected: 'one small letter: O(‖h‖²) or o(‖h‖)',
    });
  const expand = (side: Syntax): Syntax => {
    const { value, linear } = expanded(side, s => isSmall(s, small));
    const terms = [value, linear].filter(t => t !== null).map(of => ({ negative: false, of }));
    return terms.length ? { kind: 'sum', terms, span: side.span } : number(0n, side.span);
  };
  return [expand(left), expand(right)];
};

const termsOf = (s: Syntax): Syntax[] => {
  const of = inner(s);
  return of.kind === 'sum' ? of.terms.flatMap(t => termsOf(t.of)) : [of];
};
const isSmall = (s: Syntax, small: string): boolean => keyOf(s) === small;
/** "h", or "d X". */
const keyOf = (s: Syntax): string | null => {
  if (s.kind === 'name') return s.name;
  const of = s.kind === 'differential' && s.order === 1 ? inner(s.of) : null;
  return of?.kind === 'name' ? `d ${of.name}` : null;
};
/** The letter of O(‖h‖²), O(h²), o(‖dX‖). */
const smallIn = ({ args }: Of<'call'>): string | null => {
  const [arg] = args;
  const base = arg && inner(arg).kind === 'power' ? inner((inner(arg) as Of<'power'>).of) : arg && inner(arg);
  const of = base?.kind === 'norm' || base?.kind === 'bars' ? inner(base.of) : base;
  return of ? keyOf(of) : null;
};
/** The highest degree that is not left out: 1 for O(‖h‖²) and o(‖h‖). */
const degreeLeft = ({ fn, args }: Of<'call'>): number | null => {
  const arg = args[0] && inner(args[0]);
  const exponent = arg?.kind === 'power' ? inner(arg.exponent) : null;
  const degree = !exponent
    ? 1
    : exponent.kind === 'number' && exponent.value.den === 1n
      ? Number(exponent.value.num)
      : null;
  return degree === null ? null : fn === 'O' ? degree - 1 : degree;
};

/** null is zero. */
interface Expanded {
  readonly value: Syntax | null;
  readonly linear: Syntax | null;
}

const number = (n: bigint, span: Span): Syntax => ({ kind: 'number', value: { num: n, den: 1n }, span });
const product = (span: Span, ...factors: readonly Syntax[]): Syntax => ({ kind: 'product', factors, span });
const group = (of: Syntax): Syntax => ({ kind: 'group', of, span: of.span });
const inverse = (of: Syntax, span: Span): Syntax => ({
  kind: 'power',
  of: group(of),
  exponent: number(-1n, span),
  entrywise: false,
  span,
});
const call = (fn: string, of: Syntax, span: Span): Syntax => ({
  kind: 'call',
  fn,
  args: [of],
  primes: 0,
  span,
});
const sum = (terms: readonly { negative: boolean; of: Syntax }[], span: Span): Syntax | null =>
  terms.length ? group({ kind: 'sum', terms, span }) : null;

const LINEAR: ReadonlySet<string> = new Set(['tr', 'vec', 'vech', 'sym', 'sum', 'Diag', 'diag']);

const expanded = (s: Syntax, isSmall: (s: Syntax) => boolean): Expanded => {
  const go = (of: Syntax): Expanded => expanded(of, isSmall);
  if (isOrder(s)) return { value: null, linear: null };
  if (isSmall(s)) return { value: null, linear: s };
  if (!pieces(s).some(piece => isSmall(piece) || isOrder(piece))) return { value: s, linear: null };
  const { span } = s;
  /** A map that is linear in one operand. */
  const linearly = (of: Syntax, map: (of: Syntax) => Syntax): Expanded => {
    const { value, linear } = go(of);
    return { value: value && map(value), linear: linear && map(linear) };
  };
  /** A map that is linear in each of two operands. */
  const bilinearly = (left: Syntax, right: Syntax, map: (l: Syntax, r: Syntax) => Syntax): Expanded => {
    const [a, b] = [go(left), go(right)];
    const terms = [
      a.linear && b.value && map(a.linear, b.value),
      a.value && b.linear && map(a.value, b.linear),
    ].filter(t => t !== null);
    const linear = sum(
      terms.map(of => ({ negative: false, of })),
      span,
    );
    return { value: a.value && b.value && map(a.value, b.value), linear };
  };
  switch (s.kind) {
    case 'group':
      return linearly(s.of, group);
    case 'transpose':
    case 'subscript':
    case 'summation':
      return linearly(s.of, of => ({ ...s, of: group(of) }));
    case 'sum': {
      const terms = s.terms
        .filter(t => !isOrder(inner(t.of)))
        .map(t => ({ negative: t.negative, of: go(t.of) }));
      const part = (which: keyof Expanded): Syntax | null =>
        sum(
          terms.flatMap(({ negative, of }) => (of[which] ? [{ negative, of: of[which] }] : [])),
          span,
        );
      return { value: part('value'), linear: part('linear') };
    }
    case 'product':
      return s.factors.slice(1).reduce<Expanded>((all, factor) => {
        const next = go(factor);
        const terms = [
          all.linear && next.value && product(span, all.linear, next.value),
          all.value && next.linear && product(span, all.value, next.linear),
        ].filter(t => t !== null);
        return {
          value: all.value && next.value && product(span, all.value, next.value),
          linear: sum(
            terms.map(of => ({ negative: false, of })),
            span,
          ),
        };
      }, go(s.factors[0]!));
    case 'inner':
      return bilinearly(s.left, s.right, (left, right) => ({ ...s, left, right }));
    case 'binary':
      if (s.operator === 'hadamard' || s.operator === 'frobenius' || s.operator === 'kronecker')
        return bilinearly(s.left, s.right, (left, right) => ({
          ...s,
          left: group(left),
          right: group(right),
        }));
      break;
    case 'quotient':
      if (go(s.under).linear === null) return linearly(s.over, over => ({ ...s, over }));
      break;
    case 'power':
      return power(s, go);
    case 'call': {
      const made = called(s, go);
      if (made) return made;
      break;
    }
    default:
      break;
  }
  throw unreadable('P050', span, 'this is not expanded to first order', {
    expected: 'sums, products, inverses, traces and determinants of the small letter',
    fix: 'write the differential instead',
  });
};

/** A whole power is a product, an inverse has −A⁻¹HA⁻¹, a squared norm 2⟨a, h⟩. */
const power = (s: Of<'power'>, go: (of: Syntax) => Expanded): Expanded => {
  const exponent = inner(s.exponent);
  const n = exponent.kind === 'number' && exponent.value.den === 1n ? exponent.value.num : null;
  const base = inner(s.of);
  const { span } = s;
  if (!s.entrywise && n === 2n && base.kind === 'norm') {
    const { value, linear } = go(base.of);
    const squared = (of: Syntax): Syntax => ({ ...s, of: { ...base, of } });
    const twice =
      value && linear && product(span, number(2n, span), { kind: 'inner', left: value, right: linear, span });
    return { value: value && squared(value), linear: twice };
  }
  if (!s.entrywise && n !== null && n >= 1n && n <= 4n)
    return go(product(span, ...Array.from({ length: Number(n) }, () => s.of)));
  const { value, linear } = go(s.of);
  if (s.entrywise || n !== -1n || !value || !linear)
    throw unreadable('P050', span, 'this power is not expanded to first order', {
      fix: 'write the differential instead',
    });
  const turned = inverse(value, span);
  return {
    value: turned,
    linear: sum([{ negative: true, of: product(span, turned, group(linear), turned) }], span),
  };
};

/** Traces and other linear maps; determinants by Jacobi's formula; log and exp of numbers. */
const called = (s: Of<'call'>, go: (of: Syntax) => Expanded): Expanded | null => {
  const [arg, ...more] = s.args;
  if (!arg || more.length > 0 || s.primes > 0) return null;
  const { span } = s;
  const { value, linear } = go(arg);
  const own = (of: Syntax): Syntax => ({ ...s, args: [of] });
  if (LINEAR.has(s.fn)) return { value: value && own(value), linear: linear && own(linear) };
  if (!value || !linear) return null;
  const relative = call('tr', product(span, inverse(value, span), group(linear)), span);
  if (s.fn === 'det') return { value: own(value), linear: product(span, own(value), relative) };
  if (s.fn === 'logdet') return { value: own(value), linear: relative };
  const of = inner(arg);
  const isNumber = of.kind === 'call' && /^(det|tr)$/.test(of.fn);
  if (isNumber && s.fn === 'log')
    return {
      value: own(value),
      linear: { kind: 'quotient', over: linear, under: value, entrywise: false, span },
    };
  return isNumber && s.fn === 'exp'
    ? { value: own(value), linear: product(span, own(value), group(linear)) }
    : null;
};
