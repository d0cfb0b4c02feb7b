// Every document in derivations/ is judged line by line: adding a derivation is adding a file.

import { describeDerivation } from './suite.ts';

for (const file of Object.keys(import.meta.glob('./derivations/*.md')))
  describeDerivation(`properties/${file.slice(2)}`);
