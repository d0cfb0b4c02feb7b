// The style of rendered mathematics with its fonts inside, as the build leaves it beside the bundles; null where there was no build.

import { existsSync, readFileSync } from 'node:fs';

const PLACES = ['../katex.css', './katex.css', '../../dist/katex.css'];

export const mathematicsStyle = (): string | null => {
  const found = PLACES.map(place => new URL(place, import.meta.url)).find(url => existsSync(url));
  return found ? readFileSync(found, 'utf8') : null;
};
