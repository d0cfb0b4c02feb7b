// The right answer: the differential, the derivative in a layout, in matrix notation as short as is found.
//   several candidates: sums of the input stay together or are multiplied out; the shortest counts

import * as make from '../expression/build.ts';
import { isScalar, type Shape } from '../expression/dimension.ts';
import { children, type Expression, type Layout } from '../expression/expression.ts';
import type { Sym } from '../expression/symbol.ts';
import { opened, turnsOf } from '../prove/constrained.ts';
import { Beyond, type Term } from '../prove/network.ts';
import { arranged } from './arrange.ts';
import { gathered } from './gather.ts';
import { Laid } from './lay.ts';
import { keyOf, shortest } from './measure.ts';
import { network } from './pieces.ts';
import { dependsOn } from './rebuild.ts';
import { chain, trace, transposed } from './tidy.ts';

/** What is asked: ∂of/∂by in a layout. */
export const questionOf = (of: Expression, by: Sym, layout: Layout): Expression =>
  isScalar(by.shape)
    ? isScalar(of.shape)
      ? make.derivative(of, by, 'gradient')
      : make.unvec(make.derivative(of, by, 'numerator'), of.shape)
    : make.derivative(of, by, layout);

/** ∂of/∂by without a derivative in it. @throws Beyond when it has no form in matrix notation that is known here */
export const derivativeOf = (of: Expression, by: Sym, layout: Layout): Expression =>
  answered(of, by, questionOf(of, by, layout).shape, (laid, t) => removed(laid, t, by, layout));

/** d of, with dX in it; of a scalar tr(GᵀdX), or gᵀdx, for its gradient G. @throws Beyond */
export const differentialOf = (
  of: Expression,
  by: Sym,
  gradient = (): Expression => derivativeOf(of, by, 'gradient'),
): Expression =>
  isScalar(of.shape) && !isScalar(by.shape)
    ? trace(chain(transposed(gradient()), make.differential(make.symbol(by), [by.name])))
    : answered(of, by, of.shape, (_, t) => [t]);

/** The shortest of what the candidates give. */
const answered = (
  of: Expression,
  by: Sym,
  shape: Shape,
  take: (laid: Laid, term: Term) => readonly Term[],
): Expression => {
  let best: Expression | null = null;
  let refusal: Beyond | null = null;
  for (const laid of candidates(of, by))
    try {
      const terms = laid.collected(laid.differential(of).terms.flatMap(t => take(laid, t)));
      if (best && terms.length > MAX_TERMS) continue;
      const made = read(laid, terms, shape);
      best = best ? shortest([best, made]) : made;
    } catch (error) {
      if (!(error instanceof Beyond)) throw error;
      refusal ??= error;
    }
  if (best) return best;
  throw refusal ?? new Beyond('nothing was found');
};
/** What has more terms multiplied out than this will not be shorter than what is together. */
const MAX_TERMS = 8;

const read = (laid: Laid, terms: readonly Term[], shape: Shape): Expression => {
  const meaning = (s: Sym, direction: boolean): Expression =>
    direction ? make.differential(make.symbol(s), [s.name]) : laid.meaning(s);
  return gathered(
    terms.map(t => arranged(network(t, meaning))),
    shape,
  );
};

/** dX taken away: what it was joined to is open. */
const removed = (laid: Laid, t: Term, by: Sym, layout: Layout): Term[] => {
  const at = t.nodes.findIndex(({ atom }) => atom.kind === 'symbol' && atom.as === 'direction');
  const { legs } = t.nodes[at]!;
  const rest = { ...t, nodes: t.nodes.toSpliced(at, 1) };
  if (isScalar(by.shape)) return [rest];
  const split = by.shape.rows.length;
  const whole = legs.length === split + by.shape.cols.length;
  const ends = [legs.slice(0, split), whole ? legs.slice(split) : legs] as const;
  return turnsOf(laid.board, by, 'projected').map(turn => opened(laid.board, rest, turn, ends, layout));
};

const MAX_SUMS = 3;
/** Sums of the input together or not, in every combination while there are few. */
const candidates = (of: Expression, by: Sym): Laid[] => {
  const sums = [...new Set(sumsIn(of, by))];
  const sets =
    sums.length <= MAX_SUMS
      ? Array.from(
          { length: 2 ** sums.length },
          (_, mask) => new Set(sums.filter((_, k) => !(mask & (1 << k)))),
        )
      : [new Set(sums), new Set<string>()];
  const written = new Set(sums);
  return sets.map(set => new Laid(by, sum => !written.has(keyOf(sum)) || set.has(keyOf(sum))));
};
const sumsIn = (e: Expression, by: Sym): string[] =>
  dependsOn(e, by.name)
    ? [...(e.op === 'add' ? [keyOf(e)] : []), ...children(e).flatMap(c => sumsIn(c, by))]
    : [];
