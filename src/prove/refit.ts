// The order of a composite dimension's factors does not matter to identities and constants: I of m·n is I of n·m.
// Such a value takes the order that its neighbour has. Part of what is trusted.

import { type Dimension, fits, identical } from '../expression/dimension.ts';
import { degrees, type Term, type Value, Wiring } from './network.ts';

type Side = 'rows' | 'cols';
const other = (side: Side): Side => (side === 'rows' ? 'cols' : 'rows');

/** The value with these dimensions on one side; null when it depends on the order of factors there. */
export const refitted = (value: Value, side: Side, dims: Dimension): Value | null => {
  if (!fits(value[side], dims)) return null;
  const terms: Term[] = [];
  for (const t of value.terms) {
    const made = refit(t, side, dims);
    if (!made) return null;
    terms.push(made);
  }
  const far = terms.map(t => t[other(side)].map(i => t.indices[i]!));
  const wanted = far.find(d => !identical(d, value[other(side)])) ?? value[other(side)];
  const aligned = terms.map((t, k) => (identical(far[k]!, wanted) ? t : refit(t, other(side), wanted)));
  if (
    aligned.some(
      t =>
        !t ||
        !identical(
          t[side].map(i => t.indices[i]!),
          dims,
        ),
    )
  )
    return null;
  const made = { terms: aligned as Term[], [side]: dims, [other(side)]: wanted };
  return { rows: value.rows, cols: value.cols, ...made };
};

/** Constant along a side, or an identity. */
const refit = (t: Term, side: Side, dims: Dimension): Term | null => {
  const { legs, open } = degrees(t);
  const [near, far] = [t[side], t[other(side)]];
  const bare = near.every(i => legs[i] === 0) && new Set(near).size === near.length;
  const isConstant = bare && near.every(i => open[i] === 1);
  const isIdentity =
    bare &&
    near.every(i => open[i] === 2) &&
    near.length === far.length &&
    near.every((i, k) => far[k] === i);
  if (!isConstant && !isIdentity) return null;
  const w = new Wiring();
  w.add(t);
  for (const i of near) w.forget(i);
  const fresh = w.indices(dims);
  const opposite = isIdentity ? fresh : far;
  return side === 'rows' ? w.term(fresh, opposite) : w.term(opposite, fresh);
};
