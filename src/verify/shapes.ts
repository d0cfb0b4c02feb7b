// The sizes at which a statement is tried: distinct sizes for distinct names, so that a lost transpose shows, and ones, and equal ones.

import { countComponents, type Needs, possible, type Sizes } from '../evaluate/index.ts';

/** Sizes by position of the name; longer lists of names go round. */
const PATTERNS: readonly (readonly number[])[] = [
  [2, 3, 4, 1],
  [3, 2, 1, 4],
  [1, 3, 2],
  [2],
  [1],
  [4, 1, 2, 3],
  [3],
  [2, 1],
];
const MOST_SHAPES = 5;
const MOST_COMPONENTS = 150;

/** Sizes at which there may be instances, none twice. */
export const shapesOf = (needs: Needs): Sizes[] => {
  const found = new Map<string, Sizes>();
  for (const pattern of PATTERNS) {
    const sizes = sizesAt(needs, pattern);
    if (possible(needs, sizes) && countComponents(needs, sizes) <= MOST_COMPONENTS)
      found.set(shapeText(sizes), sizes);
    if (found.size === MOST_SHAPES) break;
  }
  return [...found.values()];
};

/** Some of the sizes admit the structures of all symbols: none has orthonormal columns and fewer rows. */
export const hasShapes = (needs: Needs): boolean =>
  PATTERNS.some(pattern => possible(needs, sizesAt(needs, pattern)));
const sizesAt = ({ dimensions, least }: Needs, pattern: readonly number[]): Sizes =>
  new Map(dimensions.map((name, i) => [name, Math.max(pattern[i % pattern.length]!, least.get(name) ?? 1)]));

/** "k=2, n=3". */
export const shapeText = (sizes: Sizes): string =>
  sizes.size === 0 ? 'all sizes are fixed' : [...sizes].map(([name, size]) => `${name}=${size}`).join(', ');
