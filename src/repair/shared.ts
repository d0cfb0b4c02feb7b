// What both sides carry and could be cancelled: a sign, a number, a scalar, a transpose, a symmetric part. Nobody writes −x = −y for
// x = y, so that a slip in front of one side is mended there.
//   of what is differentiated nothing but a transpose counts: its factors are the author's own

import type { Syntax } from '../latex/syntax.ts';
import { toNumber } from '../number/rational.ts';
import { bare, exponentOf, keyOf, numberOf, type Of, transposed } from './make.ts';

type IsScalar = (s: Syntax) => boolean;
type Marks = ReadonlySet<string>;
/** What a factor carries, its product carries. */
const OF_FACTORS: readonly string[] = ['sign', 'number'];

/** Functions that are linear in each argument. */
export const LINEAR: ReadonlySet<string> = new Set(['tr', 'vec', 'diag', 'Diag', 'khatrirao', 'vech']);

/** Remembers what it has looked at: candidates have most pieces in common. */
export class Fronts {
  readonly #isScalar: IsScalar;
  readonly #known = new WeakMap<Syntax, Marks>();
  constructor(isScalar: IsScalar) {
    this.#isScalar = isScalar;
  }

  shared(left: Syntax, right: Syntax): boolean {
    const other = this.#of(right);
    return other.size > 0 && [...this.#of(left)].some(mark => other.has(mark));
  }

  #of(s: Syntax): Marks {
    const known = this.#known.get(s);
    if (known) return known;
    const found = this.#look(bare(s));
    this.#known.set(s, found);
    return found;
  }
  #ofFactors(factors: readonly Syntax[]): Set<string> {
    return new Set(factors.flatMap(f => [...this.#of(f)].filter(mark => OF_FACTORS.includes(mark))));
  }

  #look(of: Syntax): Marks {
    switch (of.kind) {
      case 'number':
      case 'name':
        return this.#isScalar(of) ? marksOfScalar(of) : new Set();
      case 'transpose':
        return new Set(this.#of(of.of)).add('transpose');
      case 'differential':
      case 'derivative':
        return new Set([...this.#of(of.of)].filter(mark => mark === 'transpose'));
      case 'call':
        return LINEAR.has(of.fn) ? this.#ofFactors(of.args) : new Set();
      case 'binary':
        return this.#ofFactors([of.left, of.right]);
      case 'quotient':
        return this.#ofFactors([of.over, of.under]);
      case 'power':
        return exponentOf(of) === -1 ? this.#ofFactors([of.of]) : new Set();
      case 'product': {
        const others = of.factors.filter(f => !this.#isScalar(f));
        const scalars = of.factors.filter(f => !others.includes(f)).flatMap(f => [...this.#of(f)]);
        const front = others[0]?.kind === 'subscript' ? [keyOf(others[0])] : [];
        const [only, other] = others;
        return new Set([
          ...scalars,
          ...front,
          ...(only && !other ? this.#of(only) : this.#ofFactors(others)),
        ]);
      }
      case 'sum': {
        const [own, ...others] = of.terms.map(t =>
          t.negative ? new Set(this.#of(t.of)).add('sign') : this.#of(t.of),
        );
        const common = new Set([...own!].filter(mark => others.every(marks => marks.has(mark))));
        return isDoubled(of) ? common.add('number') : common;
      }
      default:
        return new Set();
    }
  }
}

/** P + P, P + Pᵀ. */
const isDoubled = ({ terms: [one, other, third] }: Of<'sum'>): boolean =>
  other !== undefined &&
  !third &&
  (keyOf(one!.of) === keyOf(other.of) || keyOf(transposed(one!.of)) === keyOf(other.of));
const marksOfScalar = (s: Syntax): Set<string> => {
  const value = numberOf(s);
  if (!value) return new Set([keyOf(s)]);
  const size = Math.abs(toNumber(value));
  return new Set([...(toNumber(value) < 0 ? ['sign'] : []), ...(size === 1 ? [] : ['number'])]);
};
