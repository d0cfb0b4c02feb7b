// I and 1 without a size, beside a derivative: inference does not know how that is arranged, and leaves them sizes of their own.
// Where both sides are known but for such a size, it is the one with which they fit: ∂vec(AX)/∂vec(X) = I ⊗ A.

import { type Dimension, dimensionNames, type Factor, type Shape } from '../expression/dimension.ts';
import { pieces } from '../latex/operands.ts';
import type { Syntax } from '../latex/syntax.ts';
import type { Builder } from './build.ts';
import { lettersIn } from './doubts.ts';
import { attempt } from './refusal.ts';
import type { Surroundings } from './surroundings.ts';
import { MergedSizes, type ShapeTerm } from './unify.ts';

/** The sizes of I and 1 in these sides that nothing tells, and that no letter has. */
const openIn = (
  { namer, inference, dimensions, scope }: Surroundings,
  sides: readonly Syntax[],
): Set<string> => {
  const sizesOf = (of: ShapeTerm): string[] => {
    const { rows, cols } = namer.shape(of);
    return dimensionNames(rows, cols).filter(name => !dimensions.has(name));
  };
  const open = new Set(
    sides
      .flatMap(s => pieces(s))
      .filter(s => (s.kind === 'identity' || s.kind === 'constant') && s.size.length === 0)
      .flatMap(s => sizesOf(inference.shapeOf(s))),
  );
  if (open.size > 0)
    for (const name of lettersIn(scope, sides).flatMap(l => sizesOf(l.shape))) open.delete(name);
  return open;
};

/** The surroundings with those sizes put in; the same where there are none, or where they do not make the sides fit. */
export const withFittingSizes = (
  around: Surroundings,
  sides: readonly [Syntax, Syntax],
  builder: (around: Surroundings) => Builder,
): Surroundings => {
  const open = openIn(around, sides);
  if (open.size === 0) return around;
  const b = builder(around);
  const [left, right] = sides.map(s => attempt(() => b.build(s).shape));
  const sizes = left && right && solved(left, right, open);
  return sizes?.size ? { ...around, namer: new MergedSizes(around.namer, sizes) } : around;
};

const solved = (left: Shape, right: Shape, open: ReadonlySet<string>): Map<string, Dimension> => {
  const sizes = new Map<string, Dimension>();
  const put = (d: Dimension): Dimension =>
    d.flatMap<Factor>(f => (typeof f === 'string' ? (sizes.get(f) ?? f) : f));
  for (const axis of ['rows', 'cols'] as const) {
    const [a, b] = [put(left[axis]), put(right[axis])];
    const [more, less] = [without(a, b), without(b, a)];
    const isOpen = (d: Dimension): boolean => dimensionNames(d).some(name => open.has(name));
    const [unknown, known] = isOpen(more) ? [more, less] : [less, more];
    const [name] = unknown;
    if (
      unknown.length === 1 &&
      typeof name === 'string' &&
      open.has(name) &&
      known.length > 0 &&
      !isOpen(known)
    )
      sizes.set(name, known);
  }
  return sizes;
};
/** The factors of a that b does not have, each as often as it has one too many. */
const without = (a: Dimension, b: Dimension): Dimension => {
  const rest = [...b];
  return a.filter(f => {
    const at = rest.indexOf(f);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
};
