// Where an exponential's rules may apply: candidates for the kernel to accept or refuse. Search code.

import type { Board, Sum } from './board.ts';
import { canonical } from './canonical.ts';
import { commutator, EXP, type Exponential, exponent, halfOf, slots } from './exponential.ts';
import { matchingOf } from './like.ts';
import type { Term } from './network.ts';
import type { Unfold, UnfoldRule } from './unfold.ts';

/** Steps on the exponentials of a term: two that meet, one that passes the matrix behind it. */
export function* exponentials(
  board: Board,
  term: Term,
  sum: number,
  at: number,
  passed: Set<string>,
): Generator<Exponential> {
  const found = term.nodes.flatMap(({ atom }, k) => (atom.kind === 'function' && atom.fn === EXP ? [k] : []));
  for (const a of found)
    for (const b of found)
      for (const halves of [
        [1, 0],
        [1, 1],
        [0, 0],
      ] as const) {
        if (a === b || (halves[0] === halves[1] && a > b) || !isShared(term, a, b, halves)) continue;
        const m = exponent(board, term.nodes[a]!.atom, halves[0] === 0);
        const n = exponent(board, term.nodes[b]!.atom, halves[1] === 1);
        if (!m || !n) continue;
        yield {
          rule: 'exponentials meet',
          sum,
          term: at,
          nodes: [a, b],
          halves,
          matching: matchingOf(slots(commutator(m, n))),
        };
      }
  const passes = found.flatMap(node =>
    term.nodes.flatMap((w, by) => {
      const e = term.nodes[node]!;
      return by !== node && e.legs.length === 2 && w.legs.length === 2 && e.legs[1] === w.legs[0]
        ? [{ node, by }]
        : [];
    }),
  );
  if (!passes.length) return;
  const key = `${sum} ${canonical(term).key}`;
  if (passed.has(key)) return;
  passed.add(key);
  for (const pass of passes) yield { rule: 'exponential passes', sum, term: at, ...pass };
}
const isShared = (term: Term, a: number, b: number, [p, q]: readonly [number, number]): boolean => {
  const mine = halfOf(term.nodes[a]!, p);
  const theirs = halfOf(term.nodes[b]!, q);
  return mine.length === theirs.length && mine.every((i, k) => i === theirs[k]);
};

/** How an exponential may unfold by what its argument is. */
export const exponentialUnfoldings = (
  { terms, split, dims }: Sum,
  step: (rule: UnfoldRule, more?: Partial<Unfold>) => void,
): void => {
  step('exponential of diagonal');
  if (split > 1) for (let slot = 0; slot < split; slot++) step('exponential beside identity', { slot });
  const [only, ...more] = terms;
  if (only && !more.length && split === 1) {
    const on = (i: number): number[] => only.nodes.flatMap((n, k) => (n.legs.includes(i) ? [k] : []));
    const first = on(only.rows[0]!);
    const last = on(only.rows[1]!);
    if (first.length === 1 && last.length === 1)
      step('exponential of similarity', { part: [first[0]!, last[0]!] });
  }
  if (dims.every(d => typeof d === 'number') && terms.every(t => t.nodes.some(n => n.atom.kind === 'unit')))
    step('exponential series');
};
